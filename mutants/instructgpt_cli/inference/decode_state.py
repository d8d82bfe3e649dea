"""The decoding state of active sequences: the model's after each row's last token, and three things to do with it.

    prefill(prompts) -> state      step(tokens) -> the same state, one token on      join(states and rows) -> state

`CachedState` has a KV cache of padded rows, `recurrent.RecurrentState` recurrent states too, `ragged.RaggedState` a KV
cache without padding. `RecomputedState` runs every row from its beginning each time:
slow, but right for any causal language model; `is_decoding_exact` tells by trying whether another kind is.

Shapes: B rows, V vocabulary.
"""

import inspect
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, Self

import torch
from torch import Tensor
from transformers import PreTrainedModel

from instructgpt_cli.inference.padded_cache import GrowingCache
from instructgpt_cli.model.packed_attention import TRIAL_FAULTS
from instructgpt_cli.model.positions import UNLIMITED, position_limit
from instructgpt_cli.system.library_errors import kind_and_first_line

# What Transformers calls its KV cache: from 5.24 on, in Mamba before, elsewhere before.
CACHE_NAMES = ("cache", "cache_params", "past_key_values")


class DecodeState(Protocol):
    """B rows. `logits` [B, V] are what the model says about each row's next token."""

    logits: Tensor

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> Self: ...

    def step(self, tokens: Tensor) -> None:
        """Feeds one token [B] to each row."""

    @classmethod
    def join(cls, parts: "Sequence[tuple[Self, Sequence[int]]]") -> Self:
        """The chosen rows (a row may be chosen more than once) of several states of one model, in that order."""

    @staticmethod
    def running(model: PreTrainedModel) -> AbstractContextManager[None]:
        """What has to be entered around all of this."""


class CachedState:
    """Left-padded rows over a growing KV cache."""

    def __init__(
        self, model: PreTrainedModel, cache: GrowingCache, lengths: Tensor, width: int, logits: Tensor
    ) -> None:
        self.model, self.cache, self.logits = model, cache, logits
        self._lengths, self._width = lengths, width  # [B] tokens of each row; the longest row's
        parameters = inspect.signature(model.forward).parameters
        # Has the head compute the last position only, for models that know it.
        self._keep_last = {"logits_to_keep": 1} if "logits_to_keep" in parameters else {}
        self._cache_name = next((name for name in CACHE_NAMES if name in parameters), CACHE_NAMES[-1])
        self._last_position = (position_limit(model.config) or UNLIMITED) - 1

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> Self:
        width = max(len(p) for p in prompts)
        ids = torch.tensor([[p[0]] * (width - len(p)) + list(p) for p in prompts], device=model.device)
        lengths = torch.tensor([len(p) for p in prompts], device=model.device)
        state = cls(model, cls._empty(model), lengths, width, torch.empty(0))
        positions = (torch.arange(width, device=model.device) - (width - lengths)[:, None]).clamp_(min=0)
        state._run(ids, positions)
        return state

    def step(self, tokens: Tensor) -> None:
        self._lengths = self._lengths + 1
        self._width += 1
        # A row that is done but not yet taken out may run past the last position: nobody reads it.
        self._run(tokens[:, None], (self._lengths[:, None] - 1).clamp(max=self._last_position))

    @classmethod
    def join(cls, parts: Sequence[tuple[Self, Sequence[int]]]) -> Self:
        model = parts[0][0].model
        indices = [torch.tensor(rows, dtype=torch.long, device=model.device) for _, rows in parts]
        lengths = torch.cat([part._lengths[rows] for (part, _), rows in zip(parts, indices, strict=True)])
        logits = torch.cat([part.logits[rows] for (part, _), rows in zip(parts, indices, strict=True)])
        width = int(lengths.max())
        cache = GrowingCache.joined([(part.cache, rows) for (part, _), rows in zip(parts, indices, strict=True)], width)
        return cls(model, cache, lengths, width, logits)

    @staticmethod
    def running(model: PreTrainedModel) -> AbstractContextManager[None]:
        return nullcontext()

    @staticmethod
    def _empty(model: PreTrainedModel) -> GrowingCache:
        return GrowingCache()

    def _mask(self) -> Tensor:
        """[B, columns], True where a row has a token."""
        return torch.arange(self._width, device=self._lengths.device) >= (self._width - self._lengths)[:, None]

    def _run(self, ids: Tensor, positions: Tensor) -> None:
        output = self.model(
            input_ids=ids,
            attention_mask=self._mask(),
            position_ids=positions,
            use_cache=True,
            **{self._cache_name: self.cache},
            **self._keep_last,
        )
        self.logits = output.logits[:, -1]


class RecomputedState:
    """Right-padded rows, run from their beginnings: in a causal model nothing depends on the padding."""

    def __init__(self, model: PreTrainedModel, rows: list[list[int]], logits: Tensor) -> None:
        self.model, self.logits = model, logits
        self._rows = rows
        self._limit = position_limit(model.config)

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> "RecomputedState":
        state = cls(model, [list(p) for p in prompts], torch.empty(0))
        state._run()
        return state

    def step(self, tokens: Tensor) -> None:
        for row, token in zip(self._rows, tokens.tolist(), strict=True):
            if self._limit is None or len(row) < self._limit:
                row.append(token)
        self._run()

    @classmethod
    def join(cls, parts: Sequence[tuple["RecomputedState", Sequence[int]]]) -> "RecomputedState":
        logits = torch.cat([part.logits[list(rows)] for part, rows in parts])
        return cls(parts[0][0].model, [list(part._rows[i]) for part, rows in parts for i in rows], logits)

    @staticmethod
    def running(model: PreTrainedModel) -> AbstractContextManager[None]:
        return nullcontext()

    def _run(self) -> None:
        width = max(len(r) for r in self._rows)
        ids = torch.tensor([r + [r[0]] * (width - len(r)) for r in self._rows], device=self.model.device)
        ends = torch.tensor([len(r) - 1 for r in self._rows], device=self.model.device)
        mask = torch.arange(width, device=ids.device) <= ends[:, None]
        output = self.model(input_ids=ids, attention_mask=mask, use_cache=False)
        self.logits = output.logits[torch.arange(len(ends), device=ids.device), ends]


@torch.inference_mode()
def is_decoding_exact(kind: type[DecodeState], model: PreTrainedModel) -> tuple[bool, str]:
    """Whether rows of this kind, prefilled, stepped and joined, get the logits of the same rows recomputed: (True, "")
    or (False, why).

    Recurrent states, unusual positions and caches or attention of a model's own break one of these; trying tells, a
    table of names would be wrong sooner or later.
    """
    vocabulary = model.get_input_embeddings().weight.shape[0]
    generator = torch.Generator().manual_seed(0)
    rows = [torch.randint(0, vocabulary, (n,), generator=generator).tolist() for n in (9, 4, 6)]
    tokens = torch.randint(0, vocabulary, (2, 3), generator=generator).to(model.device)
    try:
        found = _trial_logits(kind, model, rows, tokens)
        plain = _trial_logits(RecomputedState, model, rows, tokens)
    except TRIAL_FAULTS as error:
        return False, kind_and_first_line(error)
    tolerance = (float(plain.abs().max()) + 1e-6) * (1e-4 if model.dtype == torch.float32 else 5e-2)
    if found.shape != plain.shape or not float((found - plain).abs().max()) <= tolerance:
        return False, "its cached logits differ from recomputed ones"
    return True, ""


def _trial_logits(
    kind: type[DecodeState], model: PreTrainedModel, rows: Sequence[Sequence[int]], tokens: Tensor
) -> Tensor:
    """Two rows of different length, a step, a third row joins, another step: all the logits on the way."""
    with kind.running(model):
        state = kind.prefill(model, rows[:2])
        seen = [state.logits]
        state.step(tokens[0, :2])
        seen.append(state.logits)
        state = kind.join([(state, [1, 0]), (kind.prefill(model, rows[2:]), [0])])
        state.step(tokens[1])
    return torch.cat([*seen, state.logits]).float()
