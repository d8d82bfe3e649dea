"""Prompts -> completions by continuous batching, each as if it were alone.

    prompts, longest first -- prefill --> active sequences -- sample, append, step --> finished --> completions
                                             ^-- join: finished sequences leave, waiting ones take their places

Shapes: B active sequences, V vocabulary.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from instructgpt_cli.errors import ResourceError
from instructgpt_cli.inference.decode_state import DecodeState, RecomputedState
from instructgpt_cli.inference.sampling import Sampler, random_stream
from instructgpt_cli.inference.sequences import ActiveSequence, Completion, LengthLimits, Prompt
from instructgpt_cli.inference.state_choice import choose_state
from instructgpt_cli.inference.stopping import StoppingCriteria
from instructgpt_cli.model.positions import border_of, position_limit
from instructgpt_cli.recipe.schema import Generate
from instructgpt_cli.system.library_errors import is_out_of_memory

# The most prompt tokens in one prefill, padding included. Bounds the memory of a batch of long prompts, and keeps a
# CPU's activations in its caches.
PREFILL_TOKENS = {"cpu": 2048}
PREFILL_TOKENS_ELSEWHERE = 8192
# The share of free places at which sequences are joined: a join copies the KV cache once.
FREE_SHARE = 0.25

OnToken = Callable[[ActiveSequence], None]


class Decoder(LengthLimits):
    """A model, its sampling settings and its stopping criteria.

    `recomputes` is True if every token is computed from the beginning of its row, and `why` says why no faster state
    works.
    """

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
        self.state, self.why = choose_state(model, settings.cache)
        self.recomputes = self.state is RecomputedState
        self.stopping = StoppingCriteria(tokenizer, stop_ids, (*stop_texts, *settings.stop))
        self._model = model
        self._short = border_of(model)  # the longest sequence that counts as short
        self._seed = seed
        self._sampler = Sampler(settings)

    def answers(
        self, prompts: Sequence[Prompt], on_token: OnToken | None = None
    ) -> Iterator[tuple[int, tuple[Completion, ...]]]:
        """Yields (index in `prompts`, its `num_return_sequences` answers) in the order in which they finish.

        Every prompt must have room for an answer. `on_token` is called after each token of each answer. Raises
        `NumericsError` if the logits are NaN, `ResourceError` if memory runs out.
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
        self, waiting: deque[ActiveSequence], on_token: OnToken | None
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
                    samples = done.setdefault(row.prompt_index, {})
                    samples[row.sample] = self._completion(row)
                    if len(samples) == self.settings.num_return_sequences:
                        del done[row.prompt_index]
                        yield row.prompt_index, tuple(answer for _, answer in sorted(samples.items()))
            state, rows = self._step(state, rows, tokens, waiting)

    def _active_sequences(self, prompts: Sequence[Prompt]) -> list[ActiveSequence]:
        longest_first = sorted(range(len(prompts)), key=lambda index: -len(prompts[index].ids))
        sequences = []
        for index in longest_first:
            prompt = prompts[index]
            limit = self.room(len(prompt.ids))
            assert not self.why_no_room(len(prompt.ids)), "a prompt without room for an answer"
            for sample in range(self.settings.num_return_sequences):
                stream = random_stream(self._seed, prompt.row, sample)
                seen = dict.fromkeys(prompt.ids)
                sequences.append(ActiveSequence(index, sample, prompt.ids, limit, stream, seen=seen))
        return sequences

    def _is_join_due(self, rows: Sequence[ActiveSequence], waiting: int) -> bool:
        live = sum(row.finish is None for row in rows)
        places = self.settings.batch_size if waiting else len(rows)
        return not rows or live <= (1 - FREE_SHARE) * places

    @torch.inference_mode()
    def _join(
        self, state: DecodeState | None, rows: list[ActiveSequence], waiting: deque[ActiveSequence]
    ) -> tuple[DecodeState, list[ActiveSequence]]:
        """Drops finished sequences and prefills waiting ones in their places."""
        staying = [i for i, row in enumerate(rows) if row.finish is None]
        parts: list[tuple[DecodeState, list[int]]] = [(state, staying)] if state and staying else []
        rows = [rows[i] for i in staying]
        fresh = self._take(waiting, rows, max(self.settings.batch_size - len(rows), 0 if rows else 1))
        rows += fresh
        while fresh:
            most = PREFILL_TOKENS.get(self._model.device.type, PREFILL_TOKENS_ELSEWHERE)
            count = max(1, most // fresh[0].tokens)
            parts.append(self._prefill(fresh[:count]))
            fresh = fresh[count:]
        if len(parts) == 1 and parts[0][0] is not state and parts[0][1] == list(range(len(rows))):
            return parts[0][0], rows
        return self.state.join(parts), rows

    def _prefill(self, rows: Sequence[ActiveSequence]) -> tuple[DecodeState, list[int]]:
        """A state and the row of it that each sequence starts from: several answers to a prompt share its prefill."""
        keys = [(row.prompt_index, row.sample if row.ids else None) for row in rows]
        begun = {key: [*row.prompt, *row.ids] for key, row in zip(keys, rows, strict=True)}
        places = list(begun)
        return self.state.prefill(self._model, list(begun.values())), [places.index(key) for key in keys]

    def _is_long(self, row: ActiveSequence) -> bool:
        return self._short is not None and row.tokens > self._short

    def _goes_with(self, rows: Sequence[ActiveSequence], row: ActiveSequence) -> bool:
        """Whether `row` may be in one batch with `rows`: long sequences have other position angles than short ones."""
        return self._short is None or not rows or self._is_long(row) == self._is_long(rows[0])

    def _joinable(self, rows: Sequence[ActiveSequence], waiting: deque[ActiveSequence]) -> int:
        if self._short is None:
            return len(waiting)
        return sum(self._goes_with(rows, row) for row in waiting)

    def _take(self, waiting: deque[ActiveSequence], rows: Sequence[ActiveSequence], most: int) -> list[ActiveSequence]:
        """Removes up to `most` waiting sequences that may be in one batch with `rows`."""
        taken: list[ActiveSequence] = []
        left: list[ActiveSequence] = []
        while waiting and len(taken) < most:
            row = waiting.popleft()
            (taken if self._goes_with(rows or taken, row) else left).append(row)
        waiting.extendleft(reversed(left))
        return taken

    @torch.inference_mode()
    def _step(
        self, state: DecodeState, rows: list[ActiveSequence], tokens_B: Tensor, waiting: deque[ActiveSequence]
    ) -> tuple[DecodeState | None, list[ActiveSequence]]:
        """Runs the model on the new tokens. A sequence that has become long waits for a batch of long ones."""
        live = [i for i, row in enumerate(rows) if row.finish is None]
        if not live:
            return None, []
        if self._short is not None and rows[live[0]].tokens <= self._short + 1:  # a batch of short sequences
            staying = [i for i in live if not self._is_long(rows[i])]
            waiting.extendleft(rows[i] for i in live if self._is_long(rows[i]))
            if not staying:
                return None, []
            if len(staying) < len(rows):
                state, tokens_B = self.state.join([(state, staying)]), tokens_B[staying]
                rows = [rows[i] for i in staying]
        state.step(tokens_B)
        return state, rows

    @torch.inference_mode()
    def _next_tokens(self, state: DecodeState, rows: Sequence[ActiveSequence]) -> Tensor:
        """Samples a token for each row, [B], and appends it to those that are not finished."""
        uniforms = [row.random.random() for row in rows] if self._sampler.draws else ()
        seen = [tuple(row.seen) for row in rows] if self._sampler.penalizes else ()
        tokens_B = self._sampler.choose(state.logits, seen, uniforms)
        for row, token in zip(rows, tokens_B.tolist(), strict=True):
            if row.finish is None:
                self.stopping.append(row, token)
        return tokens_B

    def _completion(self, row: ActiveSequence) -> Completion:
        assert row.finish is not None
        return Completion(self.stopping.text(row.ids), len(row.ids), row.finish, tuple(row.ids))
