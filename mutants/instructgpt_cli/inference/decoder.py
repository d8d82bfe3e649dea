"""Prompts -> completions: many at once, each as if it were alone (continuous batching).

prompts, longest first --prefill--> active sequences --choose, push, step--> finished ones --> completions
                                       ^-- join: finished sequences leave, waiting ones take their place

Shapes: B active sequences, V vocabulary.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import torch
from torch import Tensor
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from instructgpt_cli.errors import ModelError, ResourceError
from instructgpt_cli.inference.decode_state import CachedState, DecodeState, RecomputedState, is_decoding_exact
from instructgpt_cli.inference.ragged import RaggedState
from instructgpt_cli.inference.recurrent import RecurrentState
from instructgpt_cli.inference.sampling import Sampler, random_stream
from instructgpt_cli.model.positions import border_of, position_limit
from instructgpt_cli.recipe.schema import Generate
from instructgpt_cli.system.library_errors import is_out_of_memory

DEFAULT_NEW_TOKENS = 256
# At most so many prompt tokens, padding included, in one prefill: bounds the memory of a batch of long prompts, and
# keeps what passes between a CPU's layers in its caches.
PREFILL_TOKENS = {"cpu": 2048}
PREFILL_TOKENS_ELSEWHERE = 8192
# Rows are joined anew when this share of the places is free: joining copies the KV cache once.
FREE_SHARE = 0.25

Finish = Literal["stop", "length"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """Token ids to continue. `row` names the random stream: the same row draws the same answers in any company."""

    row: int
    ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` without stop texts, special tokens and the stop token; `tokens` counts what was generated before that, the
    `ids`."""

    text: str
    tokens: int
    finish: Finish
    ids: Sequence[int] = field(default=(), compare=False, repr=False)


@dataclass(slots=True)
class ActiveSequence:
    """A completion on its way: `ids` so far, at most `limit`; `used` are the distinct tokens of prompt and answer."""

    place: int
    number: int
    prompt: Sequence[int]
    limit: int
    random: np.random.Generator
    ids: list[int] = field(default_factory=list)
    used: dict[int, None] = field(default_factory=dict)
    finish: Finish | None = None

    @property
    def tokens(self) -> int:
        return len(self.prompt) + len(self.ids)


def fastest(model: PreTrainedModel, wish: str = "auto") -> tuple[type[DecodeState], str]:
    """The fastest kind of state that is exact for this model, and why nothing can be kept where that is so; `wish` is
    the recipe's generate.cache. Raises `ModelError` where that names what is not exact.

    An accelerator would rather read padding than start more kernels.
    """
    ragged: list[type[DecodeState]] = [RaggedState]
    padded: list[type[DecodeState]] = [CachedState, RecurrentState]
    automatic = ragged + padded if model.device.type == "cpu" else padded
    reasons = []
    for kind in {"auto": automatic, "ragged": ragged, "padded": padded, "none": []}[wish]:
        exact, why = is_decoding_exact(kind, model)
        if exact:
            return kind, ""
        reasons.append(why)
    why = "; ".join(dict.fromkeys(reasons))
    if reasons and wish != "auto":
        raise ModelError(f"generate.cache: {wish} is not right for this architecture: {why}", "Use cache: auto.")
    return RecomputedState, why


class LengthLimits:
    """How long prompts and answers may be, by the settings and the positions that a model has."""

    def __init__(self, settings: Generate, positions: int | None) -> None:
        self.settings, self._positions = settings, positions

    def room(self, prompt_tokens: int) -> int:
        """How many tokens an answer to a prompt of this length may have; below 1 the prompt cannot be answered."""
        wanted, total = self.settings.max_new_tokens, self.settings.max_length
        limits = [wanted or (DEFAULT_NEW_TOKENS if total is None else total)]
        limits += [limit - prompt_tokens for limit in (total, self._positions) if limit is not None]
        return min(limits)

    def why_no_room(self, prompt_tokens: int) -> str:
        """The sentence for a prompt without room for an answer; empty where there is room."""
        if prompt_tokens and self.room(prompt_tokens) > 0:
            return ""
        if not prompt_tokens:
            return "the prompt is empty"
        bounds = ((self.settings.max_length, "max_length is"), (self._positions, "the model has positions for"))
        bound, name = min((limit, name) for limit, name in bounds if limit is not None)
        return f"the prompt has {prompt_tokens} tokens and leaves no room for an answer: {name} {bound}"


class Decoder(LengthLimits):
    """A model with the settings and endings of its answers. `cached` is False where the model has to be recomputed for
    every token, `why` says why."""

    def __init__(
        self,
        model: PreTrainedModel,
        tokenizer: PreTrainedTokenizerBase,
        settings: Generate,
        *,
        seed: int,
        stop_ids: Sequence[int],
        stop_texts: Sequence[str] = (),
    ) -> None:
        super().__init__(settings, position_limit(model.config))
        self.state, self.why = fastest(model, settings.cache)
        self.cached = self.state is not RecomputedState
        self._model, self._tokenizer = model, tokenizer
        self._border = border_of(model)
        self._seed = seed
        self._sampler = Sampler(settings)
        self._stop_ids = frozenset(stop_ids)
        self._stop_texts = tuple(dict.fromkeys(text for text in (*stop_texts, *settings.stop) if text))
        # A token holds a byte or more, special ones aside: the last tokens hold any stop text that has just ended.
        self._tail = max((len(text.encode()) for text in self._stop_texts), default=0) + 4

    def answers(
        self, prompts: Sequence[Prompt], on_token: Callable[[ActiveSequence], None] | None = None
    ) -> Iterator[tuple[int, tuple[Completion, ...]]]:
        """Yields (place in `prompts`, its `num_return_sequences` answers) in the order in which they are done.

        Every prompt must have room for an answer. `on_token` is called after each token of each answer.
        Raises `NumericsError` where the model gives no number, `ResourceError` where there is no memory for so many.
        """
        try:
            with self.state.running(self._model):
                yield from self._answers(deque(self._active_sequences(prompts)), on_token)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            many = self.settings.batch_size
            raise ResourceError(
                f"out of memory while answering up to {many:,} prompts at once",
                f"generate.batch_size={max(1, many // 2)} gives the same answers in less memory.",
            ) from None

    def _answers(
        self, waiting: deque[ActiveSequence], on_token: Callable[[ActiveSequence], None] | None
    ) -> Iterator[tuple[int, tuple[Completion, ...]]]:
        done: dict[int, dict[int, Completion]] = {}
        state: DecodeState | None = None
        rows: list[ActiveSequence] = []
        while waiting or rows:
            if self._is_join_due(rows, self._joinable(rows, waiting)):
                state, rows = self._join(state, rows, waiting)
            assert state is not None
            live = [row for row in rows if row.finish is None]
            tokens = self._next_tokens(state, rows)
            for row in live:
                if on_token:
                    on_token(row)
                if row.finish:
                    done.setdefault(row.place, {})[row.number] = self._answer(row)
                    if len(done[row.place]) == self.settings.num_return_sequences:
                        yield row.place, tuple(answer for _, answer in sorted(done.pop(row.place).items()))
            state, rows = self._step(state, rows, tokens, waiting)

    def text(self, sequence: ActiveSequence) -> str:
        """The answer's text so far, cut before the first stop text."""
        return self.spelt(sequence.ids)

    def spelt(self, ids: Sequence[int]) -> str:
        """The text of an answer's tokens, cut before the first stop text."""
        for skip in (True, False):  # a stop text may itself be made of special tokens
            text: str = self.decode(ids, skip)
            if found := [place for stop in self._stop_texts if (place := text.find(stop)) >= 0]:
                return text[: min(found)]
        return self.decode(ids, True)

    def until_end(self, ids: Sequence[int]) -> Sequence[int]:
        """The tokens before the first one that ends an answer."""
        return ids[: next((place for place, token in enumerate(ids) if token in self._stop_ids), len(ids))]

    def printable(self, sequence: ActiveSequence) -> str:
        """The part of `text` that later tokens cannot change: no half characters, no beginning of a stop text."""
        text = self.text(sequence)
        if sequence.finish:
            return text
        text = text.rstrip("\N{REPLACEMENT CHARACTER}")
        held = [n for stop in self._stop_texts for n in range(1, len(stop)) if text.endswith(stop[:n])]
        return text[: len(text) - max(held, default=0)]

    def _active_sequences(self, prompts: Sequence[Prompt]) -> list[ActiveSequence]:
        longest_first = sorted(range(len(prompts)), key=lambda place: -len(prompts[place].ids))
        sequences = []
        for place in longest_first:
            prompt = prompts[place]
            limit = self.room(len(prompt.ids))
            assert not self.why_no_room(len(prompt.ids)), "a prompt without room for an answer"
            for number in range(self.settings.num_return_sequences):
                stream = random_stream(self._seed, prompt.row, number)
                sequences.append(
                    ActiveSequence(place, number, prompt.ids, limit, stream, used=dict.fromkeys(prompt.ids))
                )
        return sequences

    def _is_join_due(self, rows: Sequence[ActiveSequence], waiting: int) -> bool:
        live = sum(row.finish is None for row in rows)
        places = self.settings.batch_size if waiting else len(rows)
        return not rows or live <= (1 - FREE_SHARE) * places

    @torch.inference_mode()
    def _join(
        self, state: DecodeState | None, rows: list[ActiveSequence], waiting: deque[ActiveSequence]
    ) -> tuple[DecodeState, list[ActiveSequence]]:
        """Lets finished rows go and waiting ones start, as many as there is room for."""
        staying = [i for i, row in enumerate(rows) if row.finish is None]
        parts: list[tuple[DecodeState, list[int]]] = [(state, staying)] if state and staying else []
        rows = [rows[i] for i in staying]
        fresh = self._take(waiting, rows, max(self.settings.batch_size - len(rows), 0 if rows else 1))
        rows += fresh
        while fresh:
            most = PREFILL_TOKENS.get(self._model.device.type, PREFILL_TOKENS_ELSEWHERE)
            count = max(1, most // fresh[0].tokens)
            group, fresh = fresh[:count], fresh[count:]
            # Several answers to a prompt share its start.
            keys = [(row.place, row.number if row.ids else None) for row in group]
            begun = {key: [*row.prompt, *row.ids] for key, row in zip(keys, group, strict=True)}
            started = self.state.prefill(self._model, list(begun.values()))
            places = list(begun)
            parts.append((started, [places.index(key) for key in keys]))
        if len(parts) == 1 and parts[0][0] is not state and parts[0][1] == list(range(len(rows))):
            return parts[0][0], rows
        return self.state.join(parts), rows

    def _is_long(self, row: ActiveSequence) -> bool:
        return self._border is not None and row.tokens > self._border

    def _goes_with(self, rows: Sequence[ActiveSequence], row: ActiveSequence) -> bool:
        """Whether `row` may be computed together with those in flight."""
        return self._border is None or not rows or self._is_long(row) == self._is_long(rows[0])

    def _joinable(self, rows: Sequence[ActiveSequence], waiting: deque[ActiveSequence]) -> int:
        if self._border is None:
            return len(waiting)
        return sum(self._goes_with(rows, row) for row in waiting)

    def _take(self, waiting: deque[ActiveSequence], rows: Sequence[ActiveSequence], most: int) -> list[ActiveSequence]:
        """Up to `most` of the rows that wait, all of which may be computed together."""
        taken: list[ActiveSequence] = []
        left: list[ActiveSequence] = []
        while waiting and len(taken) < most:
            row = waiting.popleft()
            (taken if self._goes_with(rows or taken, row) else left).append(row)
        waiting.extendleft(reversed(left))
        return taken

    @torch.inference_mode()
    def _step(
        self, state: DecodeState, rows: list[ActiveSequence], tokens: Tensor, waiting: deque[ActiveSequence]
    ) -> tuple[DecodeState | None, list[ActiveSequence]]:
        """Runs the model on; a row that has become long starts again, among others that are."""
        live = [i for i, row in enumerate(rows) if row.finish is None]
        if not live:
            return None, []
        if self._border is not None and rows[live[0]].tokens <= self._border + 1:  # they are short ones
            staying = [i for i in live if not self._is_long(rows[i])]
            waiting.extendleft(rows[i] for i in live if self._is_long(rows[i]))
            if not staying:
                return None, []
            if len(staying) < len(rows):
                state, rows, tokens = self.state.join([(state, staying)]), [rows[i] for i in staying], tokens[staying]
        state.step(tokens)
        return state, rows

    @torch.inference_mode()
    def _next_tokens(self, state: DecodeState, rows: Sequence[ActiveSequence]) -> Tensor:
        """One token [B] for each row, which is put down."""
        randoms = [row.random.random() for row in rows] if self._sampler.draws else ()
        used = [tuple(row.used) for row in rows] if self._sampler.penalises else ()
        tokens = self._sampler.choose(state.logits, used, randoms)
        for row, token in zip(rows, tokens.tolist(), strict=True):
            if row.finish is None:
                self._push(row, token)
        return tokens

    def _push(self, row: ActiveSequence, token: int) -> None:
        if token in self._stop_ids:
            row.finish = "stop"
            return
        row.ids.append(token)
        row.used[token] = None
        if self._stop_texts:
            tail = self.decode(row.ids[-self._tail :], False)
            if any(stop in tail for stop in self._stop_texts):
                row.finish = "stop"
                return
        if len(row.ids) == row.limit:
            row.finish = "length"

    def _answer(self, row: ActiveSequence) -> Completion:
        assert row.finish is not None
        return Completion(self.text(row), len(row.ids), row.finish, tuple(row.ids))

    def decode(self, ids: Sequence[int], skip_special_tokens: bool) -> str:
        text: str = self._tokenizer.decode(
            ids, skip_special_tokens=skip_special_tokens, clean_up_tokenization_spaces=False
        )
        return text
