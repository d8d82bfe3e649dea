"""The decoding state of a model with convolution or recurrent states, next to a KV cache or instead of one.

Such a state would take padding for tokens, so prompts are prefilled in batches of equal length. It has no columns, so
rows of any length are joined afterwards: their states stacked, their keys and values right-aligned.

Shapes: B rows, L columns.
"""

from collections.abc import Sequence
from typing import Any, Self

import torch
from torch import Tensor
from transformers import PreTrainedModel
from transformers.cache_utils import (
    CacheLayerMixin,
    DynamicCache,
    DynamicLayer,
    DynamicSlidingWindowLayer,
    LinearAttentionLayer,
)

from instructgpt_cli.inference.decode_state import CachedState
from instructgpt_cli.inference.padded_cache import GrowingCache, GrowingLayer
from instructgpt_cli.model.attention_support import UnsupportedAttention

# A layer's attributes of its states, besides the states themselves.
STATE_ATTRIBUTES = (
    "is_conv_states_initialized",
    "is_recurrent_states_initialized",
    "has_previous_state",
    "conv_kernel_size",
)


class StateLayer(LinearAttentionLayer):  # type: ignore[misc]  # Transformers has no types
    """The states of one layer, each [B, ...]."""

    @classmethod
    def joined(cls, parts: Sequence[tuple[Any, Tensor]], width: int) -> Self:
        """The selected rows of several layers; a state has no columns, so `width` does not matter."""
        layer = cls(parts[0][0].number_of_states)
        layer._take_states(parts)
        return layer

    def _take_states(self, parts: Sequence[tuple[Any, Tensor]]) -> None:
        first = parts[0][0]
        self.device, self.dtype = first.device, first.dtype
        for name in ("conv_states", "recurrent_states"):
            for i, state in getattr(first, name).items():
                if state is not None:
                    selected = [getattr(layer, name)[i].index_select(0, rows) for layer, rows in parts]
                    getattr(self, name)[i] = torch.cat(selected)
        for name in STATE_ATTRIBUTES:
            setattr(self, name, dict(getattr(first, name)))


class StateAndGrowingLayer(StateLayer, GrowingLayer):
    """The states of one layer, and its keys and values."""

    def __init__(self, number_of_states: int = 1) -> None:
        GrowingLayer.__init__(self)
        LinearAttentionLayer.__init__(self, number_of_states)

    @classmethod
    def joined(cls, parts: Sequence[tuple[Any, Tensor]], width: int) -> Self:
        layer = super().joined(parts, width)
        layer._take_columns(parts, width)
        return layer


class RecurrentState(CachedState):
    """Rows with recurrent states, which no padding reaches."""

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> Self:
        by_length: dict[int, list[int]] = {}
        for place, prompt in enumerate(prompts):
            by_length.setdefault(len(prompt), []).append(place)
        started: dict[int, tuple[Self, list[int]]] = {}
        for places in by_length.values():
            state = super().prefill(model, [prompts[place] for place in places])
            started |= {place: (state, [row]) for row, place in enumerate(places)}
        return state if len(by_length) == 1 else cls.join([started[place] for place in range(len(prompts))])

    @staticmethod
    def _empty_cache(model: PreTrainedModel) -> GrowingCache:
        return GrowingCache([_layer(layer) for layer in DynamicCache(config=model.config).layers])

    def _run(self, ids_BL: Tensor, positions_BL: Tensor) -> None:
        attends = any(isinstance(layer, GrowingLayer) for layer in self.cache.layers)
        # Without attention no layer reads columns, and a mask wider than the new tokens would not fit.
        columns = {"attention_mask": self._mask(), "position_ids": positions_BL} if attends else {}
        cache = {self._cache_name: self.cache}
        output = self.model(input_ids=ids_BL, use_cache=True, **columns, **cache, **self._keep_last)
        self.logits = output.logits[:, -1]


def _layer(layer: Any) -> Any:
    """The layer that can be joined, in place of Transformers' own; one that holds nothing stays as it is."""
    if isinstance(layer, LinearAttentionLayer):
        kind = StateAndGrowingLayer if isinstance(layer, DynamicLayer) else StateLayer
        return kind(layer.number_of_states)
    if type(layer) in (DynamicLayer, DynamicSlidingWindowLayer):
        return GrowingLayer()
    if isinstance(layer, CacheLayerMixin):
        raise UnsupportedAttention(f"{type(layer).__name__} holds something other than keys, values and states")
    return layer
