"""One model on one set of rows: an answer for each question, a loss for each row, and what both are worth."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any

from instructgpt_cli.commands.answer_progress import AnswerProgress
from instructgpt_cli.commands.eval import right_answers
from instructgpt_cli.commands.eval.right_answers import RightAnswers
from instructgpt_cli.commands.eval.saved import Part, Saved
from instructgpt_cli.commands.generate.command import answer_rows
from instructgpt_cli.commands.generate.loaded_model import LoadedModel, open_model
from instructgpt_cli.commands.generate.prompts import shown
from instructgpt_cli.data.types import Encoded, Row
from instructgpt_cli.dataset.token_store import sequences
from instructgpt_cli.evaluation.likelihood import MaskedIds, summed_losses
from instructgpt_cli.evaluation.metrics import (
    RowScore,
    is_exact_match,
    is_exact_match_normalised,
    rouge_l,
    squad_f1,
    token_f1,
)
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.sequences import Completion
from instructgpt_cli.model import self_checks
from instructgpt_cli.recipe.schema import Generate, Recipe
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.terminal.progress import Progress

CHUNK_ROWS = 1024
# An answer may be twice as long as the longest reference and a little more: a longer one is wrong already.
LENGTH_FACTOR, LENGTH_EXTRA = 2, 16
NO_REFERENCE = "no answer to compare with"


@dataclass(slots=True)
class Scored:
    """The rows of a set: `scores` in order, then further pieces of long texts; `predictions` in order (None for rows
    without a reference); and `reasons`, by place, why a row has not all of the scores."""

    scores: list[RowScore]
    predictions: list[dict[str, Any] | None]
    reasons: dict[int, str] = field(default_factory=dict)

    @property
    def refused(self) -> Counter[str]:
        """How many rows have not all of the scores, by reason."""
        return Counter(self.reasons.values())


class Evaluator:
    """A loaded model that is asked and measured; `sets` are all the rows that it will meet, `saved` what it has
    answered before, under the recipe's key of it."""

    def __init__(
        self, recipe: Recipe, sets: Sequence[Sequence[Row]], console: Console, saved: Saved, key: str = "model.path"
    ) -> None:
        self._recipe, self._console = recipe, console
        self._saved, self._key = saved, key
        self._served: LoadedModel = open_model(recipe, console)
        self._packed, _ = self_checks.use_best_attention(self._served.model, recipe.model.attention)
        self._chunked = self_checks.use_chunked_head(self._served.model, recipe.model.head, packed=self._packed)
        self._answers = bool(set(recipe.eval.metrics) - {"loss"})
        self._decoder: Decoder | None = None
        if self._answers:
            seed = recipe.seed if recipe.generate.seed is None else recipe.generate.seed
            with self_checks.own_attention(self._served.model):
                self._decoder = self._served.decoder(self._settings(sets), seed, console)
            self._right = RightAnswers(self._served, self._decoder.stopping, recipe.eval.thoughts)

    def score(self, name: str, rows: Sequence[Row]) -> Scored:
        """Answers and measures the rows of the set `name`."""
        scored = Scored([RowScore(row.task, row.group) for row in rows], [None] * len(rows))
        if self._decoder is not None:
            self._answer(name, rows, scored)
        if "loss" in self._recipe.eval.metrics:
            self._measure(name, rows, scored)
        return scored

    def _part(self, name: str) -> Part:
        return Part(self._key, name, str(self._served.encoder.day or ""))

    def _settings(self, sets: Sequence[Sequence[Row]]) -> Generate:
        """The recipe's sampling, one answer a row, of a length that fits the references where none is given."""
        settings = self._recipe.generate.model_copy(update={"num_return_sequences": 1})
        if settings.max_new_tokens or settings.max_length:
            return settings
        longest = max((right_answers.longest(self._served, rows) for rows in sets), default=0)
        return settings.model_copy(update={"max_new_tokens": LENGTH_FACTOR * longest + LENGTH_EXTRA})

    def _answer(self, name: str, rows: Sequence[Row], scored: Scored) -> None:
        """A row that cannot be asked counts as wrong."""
        assert self._decoder is not None
        right = self._right.of(rows)
        asked = [i for i, found in enumerate(right) if found]
        scored.reasons |= {i: NO_REFERENCE for i, row in enumerate(rows) if row.text is None and not right[i]}
        questions = [rows[i] for i in asked]
        with (
            self_checks.own_attention(self._served.model),
            self._console.progress(f"answering {name}", total=len(asked), unit="rows") as bar,
        ):
            for place, answer in self._asked(name, questions, bar):
                i = asked[place]
                scored.scores[i], scored.predictions[i] = self._judged(scored.scores[i], rows[i], right[i], answer)

    def _asked(self, name: str, questions: Sequence[Row], bar: Progress) -> Iterator[tuple[int, Completion | str]]:
        """Of each question, by its place, those of an earlier start first; the others are saved as they come."""
        assert self._decoder is not None
        part = self._part(name)
        before = dict(self._saved.answers(part))
        bar.advance(len(before))
        yield from before.items()
        progress = AnswerProgress(bar, len(questions) - len(before), 1, self._decoder.room(1))
        system = self._recipe.generate.system
        for place, found in answer_rows(self._served, self._decoder, questions, system, before, progress.on_token):
            answer = found if isinstance(found, str) else found[0]
            self._saved.add_answer(part, place, answer)
            yield place, answer
            progress.on_row(found)

    def _judged(
        self, score: RowScore, row: Row, right: tuple[str, ...], answer: Completion | str
    ) -> tuple[RowScore, dict[str, Any]]:
        fault = answer if isinstance(answer, str) else ""
        words = "" if isinstance(answer, str) else self._right.words(answer.ids)
        if "exact_match" in self._recipe.eval.metrics:
            exact, loosely = (
                not fault and any(same(words, each) for each in right)
                for same in (is_exact_match, is_exact_match_normalised)
            )
            score = replace(score, exact=exact, exact_normalised=loosely)
        if "f1" in self._recipe.eval.metrics:
            score = replace(score, f1=0.0 if fault else max(token_f1(words, each) for each in right))
        if "squad_f1" in self._recipe.eval.metrics:
            score = replace(score, squad_f1=0.0 if fault else squad_f1(words, right))
        if "rouge_l" in self._recipe.eval.metrics:
            score = replace(score, rouge_l=0.0 if fault else max(rouge_l(words, each) for each in right))
        if {"bleu", "chrf"} & set(self._recipe.eval.metrics):
            score = replace(score, texts=(words, right))
        prediction: dict[str, Any] = {
            "source": row.source,
            "row": row.index,
            "prompt": shown(row),
            "reference": right[0],
        }
        prediction |= {"references": list(right)} if len(right) > 1 else {}
        prediction |= {k: v for k, v in (("task", row.task), ("group", row.group)) if v is not None}
        if isinstance(answer, str):
            prediction["error"] = answer
        else:
            prediction |= {"answer": answer.text, "finish": answer.finish}
            prediction |= {"compared": words} if words.strip() != answer.text.strip() else {}
        prediction |= {"exact_match": score.exact, "f1": score.f1, "squad_f1": score.squad_f1, "rouge_l": score.rouge_l}
        return score, {key: value for key, value in prediction.items() if value is not None}

    def _measure(self, name: str, rows: Sequence[Row], scored: Scored) -> None:
        """Adds the loss of each row; a row that cannot be masked rightly or is too long has none and is counted.

        The tokens of so many rows exist at once, sorted by length, and no more.
        """
        with self._console.progress(f"measuring {name}", total=len(rows), unit="rows") as bar:
            for start in range(0, len(rows), CHUNK_ROWS):
                self._measure_some(rows[start : start + CHUNK_ROWS], start, scored, bar.advance, self._part(name))

    def _measure_some(
        self, rows: Sequence[Row], first: int, scored: Scored, advance: Callable[[int], None], part: Part
    ) -> None:
        """`first` is the place of the rows among the scores; `advance(n)` is told of each n rows done."""
        sequences: list[MaskedIds] = []
        measured: list[tuple[int, int, int]] = []  # (place, bytes of the row, how many of the sequences are its own)
        for i, encoded in enumerate(self._served.encoder.encode(rows)):
            if encoded.refused:
                scored.reasons[first + i] = encoded.refused
                continue
            parts = self._parts(rows[i], encoded)
            sequences += parts
            measured.append((first + i, self._bytes(rows[i], encoded), len(parts)))
        done = told = 0

        def on_done(count: int) -> None:
            nonlocal done, told
            done += count
            reached = done * len(rows) // len(sequences)
            advance(reached - told)
            told = reached

        losses = self._saved.losses(part, first)
        if losses is None:
            losses = summed_losses(
                self._served.model, sequences, packed=self._packed, chunked=self._chunked, on_done=on_done
            )
            self._saved.add_losses(part, first, losses)
        advance(len(rows) - told)  # none of which has a loss
        start = 0
        for place, size, count in measured:
            targets = [sum(mask[1:]) for _, mask in sequences[start : start + count]]
            nats = losses[start : start + count]
            start += count
            row = scored.scores[place]
            if rows[place - first].text is None:
                scored.scores[place] = replace(row, nats=sum(nats), targets=sum(targets), bytes=size)
            else:
                scored.scores[place], *further = _pieces_of(row, nats, targets, size)
                scored.scores += further

    def _parts(self, row: Row, encoded: Encoded) -> list[MaskedIds]:
        """The sequences that a row is measured in."""
        return list(sequences(row, encoded, min(self._recipe.data.max_length, self._served.limit)))

    def _bytes(self, row: Row, encoded: Encoded) -> int:
        """UTF-8 bytes of the text that the targets spell: end markers spell none, nor does a first token that nothing
        predicts."""
        if row.text is not None:
            return len(row.text.encode()) - len(self._text(encoded.input_ids[:1]).encode())
        spelt = 0
        for ids, mask in self._parts(row, encoded):
            targets = zip(ids[1:], mask[1:], strict=True)
            for is_answer, tokens in groupby(targets, itemgetter(1)):
                if is_answer:
                    spelt += len(self._words([token for token, _ in tokens]).encode())
        return spelt

    def _words(self, ids: Sequence[int]) -> str:
        """What the tokens of an answer spell, without an end marker that is no token of its own."""
        text = self._text(ids)
        for marker in self._served.encoder.stop_texts:
            text = text.removesuffix(marker)
        return text

    def _text(self, ids: Sequence[int]) -> str:
        text: str = self._served.tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False)
        return text


def _pieces_of(row: RowScore, nats: Sequence[float], targets: Sequence[int], size: int) -> list[RowScore]:
    """A text as pieces, so that an interval can be told from one text alone. A piece may begin or end inside a
    character: each has its share of the bytes by its tokens."""
    ends = [round(size * done / max(1, sum(targets))) for done in accumulate(targets)]
    return [
        replace(row, nats=loss, targets=count, bytes=end - begin, is_piece=place > 0)
        for place, (loss, count, begin, end) in enumerate(zip(nats, targets, [0, *ends], ends, strict=False))
    ]
