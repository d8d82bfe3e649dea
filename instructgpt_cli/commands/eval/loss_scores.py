"""The loss of each row of a set, in the sequences that training would make of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from operator import itemgetter

from instructgpt_cli.commands.eval.saved import Part, Saved
from instructgpt_cli.commands.generate.loaded_model import LoadedModel
from instructgpt_cli.data.types import Encoded, Row
from instructgpt_cli.dataset.token_store import sequences
from instructgpt_cli.evaluation.likelihood import MaskedIds, summed_losses
from instructgpt_cli.evaluation.metrics import RowScore
from instructgpt_cli.evaluation.scored_rows import ScoredRows
from instructgpt_cli.model import self_checks
from instructgpt_cli.recipe.schema import Model

# Rows that are encoded at a time.
CHUNK_ROWS = 1024


class LossScorer:
    """Computes losses with one model. Long texts are split into pieces of at most `max_length` tokens.

    `settings` choose attention and head; `saved` has the losses of an interrupted eval.
    """

    def __init__(self, loaded: LoadedModel, settings: Model, max_length: int, saved: Saved) -> None:
        self._loaded, self._saved = loaded, saved
        self._packed, _ = self_checks.use_best_attention(loaded.model, settings.attention)
        self._chunked = self_checks.use_chunked_head(loaded.model, settings.head, packed=self._packed)
        self._max_length = min(max_length, loaded.limit)

    def score(self, part: Part, rows: Sequence[Row], scored: ScoredRows, advance: Callable[[int], None]) -> None:
        """Adds the loss of each row to `scored`, or why it has none; calls `advance(n)` after each n rows."""
        for first in range(0, len(rows), CHUNK_ROWS):
            self._score_chunk(part, rows[first : first + CHUNK_ROWS], first, scored, advance)

    def _score_chunk(
        self, part: Part, rows: Sequence[Row], first: int, scored: ScoredRows, advance: Callable[[int], None]
    ) -> None:
        """Scores a chunk of rows that starts at row `first` of the set."""
        chunk: list[MaskedIds] = []
        measured: list[tuple[int, int, int]] = []  # (row of the chunk, its bytes, its number of sequences)
        for i, encoded in enumerate(self._loaded.encoder.encode(rows)):
            if encoded.refused:
                scored.reasons[first + i] = encoded.refused
                continue
            own = self._sequences(rows[i], encoded)
            chunk += own
            measured.append((i, self._bytes(rows[i], encoded), len(own)))
        losses = self._losses(part, first, chunk, len(rows), advance)
        start = 0
        for i, size, count in measured:
            targets = [sum(mask[1:]) for _, mask in chunk[start : start + count]]
            nats = losses[start : start + count]
            start += count
            score = scored.scores[first + i]
            if rows[i].text is None:
                scored.scores[first + i] = replace(score, nats=sum(nats), targets=sum(targets), bytes=size)
            else:
                scored.scores[first + i], *further = _pieces(score, nats, targets, size)
                scored.scores += further

    def _losses(
        self, part: Part, first: int, chunk: Sequence[MaskedIds], rows: int, advance: Callable[[int], None]
    ) -> Sequence[float]:
        """The losses of a chunk's sequences, in nats; those of an interrupted eval if it has them."""
        done = reported = 0

        def on_done(count: int) -> None:
            nonlocal done, reported
            done += count
            reached = done * rows // len(chunk)
            advance(reached - reported)
            reported = reached

        losses = self._saved.losses(part, first)
        if losses is None:
            model = self._loaded.model
            losses = summed_losses(model, chunk, packed=self._packed, chunked=self._chunked, on_done=on_done)
            self._saved.add_losses(part, first, losses)
        advance(rows - reported)
        return losses

    def _sequences(self, row: Row, encoded: Encoded) -> list[MaskedIds]:
        return list(sequences(row, encoded, self._max_length))

    def _bytes(self, row: Row, encoded: Encoded) -> int:
        """UTF-8 bytes of the text that the targets spell: an end marker spells none, and nothing predicts the first
        token of a text."""
        if row.text is not None:
            return len(row.text.encode()) - len(self._text(encoded.input_ids[:1]).encode())
        spelled = 0
        for ids, mask in self._sequences(row, encoded):
            targets = zip(ids[1:], mask[1:], strict=True)
            for is_answer, tokens in groupby(targets, itemgetter(1)):
                if is_answer:
                    spelled += len(self._answer_text([token for token, _ in tokens]).encode())
        return spelled

    def _answer_text(self, ids: Sequence[int]) -> str:
        """The text of an answer's tokens, without an end marker that is not a special token."""
        text = self._text(ids)
        for marker in self._loaded.encoder.stop_texts:
            text = text.removesuffix(marker)
        return text

    def _text(self, ids: Sequence[int]) -> str:
        text: str = self._loaded.tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False)
        return text


def _pieces(score: RowScore, nats: Sequence[float], targets: Sequence[int], size: int) -> list[RowScore]:
    """A score for each piece of a text, so that a single text has an interval too. Pieces may be split inside a
    character: each gets bytes in proportion to its tokens."""
    ends = [round(size * done / max(1, sum(targets))) for done in accumulate(targets)]
    return [
        replace(score, nats=loss, targets=count, bytes=end - begin, is_piece=place > 0)
        for place, (loss, count, begin, end) in enumerate(zip(nats, targets, [0, *ends], ends, strict=False))
    ]
