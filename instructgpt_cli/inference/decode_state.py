"""The decoding state of a batch of sequences, one row each, after the last token of each.

    prefill(prompts) -> state      step(tokens) -> the same state, one token later      join(states and rows) -> state

`CachedState` has a KV cache of padded rows, `recurrent.RecurrentState` recurrent states as well, and
`ragged.RaggedState` a KV cache without padding. `RecomputedState` runs every row from its beginning for each token:
slow, but right for any causal language model. `state_choice` finds the fastest that is exact for a model.

Shapes: B rows, L columns, V vocabulary.
"""

import inspect
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, Self

import torch
from torch import Tensor
from transformers import PreTrainedModel

from instructgpt_cli.inference.padded_cache import GrowingCache
from instructgpt_cli.model.positions import UNLIMITED, position_limit

# Transformers' names for the KV cache argument: from 5.24 on, before that in Mamba, before that elsewhere.
CACHE_NAMES = ("cache", "cache_params", "past_key_values")


class DecodeState(Protocol):
    """B rows with the `logits` [B, V] of the next token of each."""

    logits: Tensor

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> Self:
        """Runs the model on whole prompts, a row each."""

    def step(self, tokens_B: Tensor) -> None:
        """Runs the model on one more token of each row."""

    @classmethod
    def join(cls, parts: "Sequence[tuple[Self, Sequence[int]]]") -> Self:
        """The selected rows of several states of one model, in that order; a row may be selected more than once."""

    @staticmethod
    def running(model: PreTrainedModel) -> AbstractContextManager[None]:
        """The context in which the other methods run."""


class CachedState:
    """Left-padded rows with a KV cache that grows in place."""

    def __init__(
        self, model: PreTrainedModel, cache: GrowingCache, lengths_B: Tensor, width: int, logits_BV: Tensor
    ) -> None:
        self.model, self.cache, self.logits = model, cache, logits_BV
        self._lengths, self._width = lengths_B, width  # tokens of each row, and of the longest
        parameters = inspect.signature(model.forward).parameters
        # Makes the head compute the last position only, in models that support it.
        self._keep_last = {"logits_to_keep": 1} if "logits_to_keep" in parameters else {}
        self._cache_name = next((name for name in CACHE_NAMES if name in parameters), CACHE_NAMES[-1])
        self._last_position = (position_limit(model.config) or UNLIMITED) - 1

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> Self:
        width = max(len(p) for p in prompts)
        ids_BL = torch.tensor([[p[0]] * (width - len(p)) + list(p) for p in prompts], device=model.device)
        lengths_B = torch.tensor([len(p) for p in prompts], device=model.device)
        state = cls(model, cls._empty_cache(model), lengths_B, width, torch.empty(0))
        positions_BL = (torch.arange(width, device=model.device) - (width - lengths_B)[:, None]).clamp_(min=0)
        state._run(ids_BL, positions_BL)
        return state

    def step(self, tokens_B: Tensor) -> None:
        self._lengths = self._lengths + 1
        self._width += 1
        # A finished row that is still in the batch may pass the last position: its logits are not read.
        self._run(tokens_B[:, None], (self._lengths[:, None] - 1).clamp(max=self._last_position))

    @classmethod
    def join(cls, parts: Sequence[tuple[Self, Sequence[int]]]) -> Self:
        model = parts[0][0].model
        indices = [torch.tensor(rows, dtype=torch.long, device=model.device) for _, rows in parts]
        selected = [(part, rows) for (part, _), rows in zip(parts, indices, strict=True)]
        lengths_B = torch.cat([part._lengths[rows] for part, rows in selected])
        logits_BV = torch.cat([part.logits[rows] for part, rows in selected])
        width = int(lengths_B.max())
        cache = GrowingCache.joined([(part.cache, rows) for part, rows in selected], width)
        return cls(model, cache, lengths_B, width, logits_BV)

    @staticmethod
    def running(model: PreTrainedModel) -> AbstractContextManager[None]:
        return nullcontext()

    @staticmethod
    def _empty_cache(model: PreTrainedModel) -> GrowingCache:
        return GrowingCache()

    def _mask(self) -> Tensor:
        """[B, L], True where a row has a token."""
        return torch.arange(self._width, device=self._lengths.device) >= (self._width - self._lengths)[:, None]

    def _run(self, ids_BL: Tensor, positions_BL: Tensor) -> None:
        output = self.model(
            input_ids=ids_BL,
            attention_mask=self._mask(),
            position_ids=positions_BL,
            use_cache=True,
            **{self._cache_name: self.cache},
            **self._keep_last,
        )
        self.logits = output.logits[:, -1]


class RecomputedState:
    """Right-padded rows without a cache: in a causal model, no logits depend on padding to their right."""

    def __init__(self, model: PreTrainedModel, rows: list[list[int]], logits_BV: Tensor) -> None:
        self.model, self.logits = model, logits_BV
        self._rows = rows
        self._limit = position_limit(model.config)

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> "RecomputedState":
        state = cls(model, [list(p) for p in prompts], torch.empty(0))
        state._run()
        return state

    def step(self, tokens_B: Tensor) -> None:
        for row, token in zip(self._rows, tokens_B.tolist(), strict=True):
            if self._limit is None or len(row) < self._limit:
                row.append(token)
        self._run()

    @classmethod
    def join(cls, parts: Sequence[tuple["RecomputedState", Sequence[int]]]) -> "RecomputedState":
        logits_BV = torch.cat([part.logits[list(rows)] for part, rows in parts])
        return cls(parts[0][0].model, [list(part._rows[i]) for part, rows in parts for i in rows], logits_BV)

    @staticmethod
    def running(model: PreTrainedModel) -> AbstractContextManager[None]:
        return nullcontext()

    def _run(self) -> None:
        width = max(len(r) for r in self._rows)
        ids_BL = torch.tensor([r + [r[0]] * (width - len(r)) for r in self._rows], device=self.model.device)
        last_B = torch.tensor([len(r) - 1 for r in self._rows], device=self.model.device)
        mask_BL = torch.arange(width, device=ids_BL.device) <= last_B[:, None]
        output = self.model(input_ids=ids_BL, attention_mask=mask_BL, use_cache=False)
        self.logits = output.logits[torch.arange(len(last_B), device=ids_BL.device), last_B]
