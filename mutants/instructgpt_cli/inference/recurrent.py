"""The decoding state of a model with states of convolutions or recurrences, beside a KV cache or instead of it.

A state would take padding for tokens: prompts run together are equally long. But a state has no columns, so after that
rows of any length are put together as elsewhere: their states one upon another, their keys and values right-aligned.
Shapes: B rows, V vocabulary.
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
from instructgpt_cli.model.packed_attention import UnsupportedAttention

# What a layer knows of its states, beside the states.
STATE_ATTRIBUTES = (
    "is_conv_states_initialized",
    "is_recurrent_states_initialized",
    "has_previous_state",
    "conv_kernel_size",
)


class StateLayer(LinearAttentionLayer):  # type: ignore[misc]  # Transformers has no types
    """States of one layer, each [B, ...]."""

    @classmethod
    def joined(cls, parts: Sequence[tuple[Any, Tensor]], width: int) -> Self:
        """The chosen rows of several layers; a state has no columns to bring to `width`."""
        layer = cls(parts[0][0].number_of_states)
        layer._take_states(parts)
        return layer

    def _take_states(self, parts: Sequence[tuple[Any, Tensor]]) -> None:
        first = parts[0][0]
        self.device, self.dtype = first.device, first.dtype
        for name in ("conv_states", "recurrent_states"):
            for i, state in getattr(first, name).items():
                if state is not None:
                    chosen = [getattr(layer, name)[i].index_select(0, rows) for layer, rows in parts]
                    getattr(self, name)[i] = torch.cat(chosen)
        for name in STATE_ATTRIBUTES:
            setattr(self, name, dict(getattr(first, name)))


class StateAndGrowingLayer(StateLayer, GrowingLayer):
    """States, and keys and values too."""

    def __init__(self, number_of_states: int = 1) -> None:
        GrowingLayer.__init__(self)
        LinearAttentionLayer.__init__(self, number_of_states)

    @classmethod
    def joined(cls, parts: Sequence[tuple[Any, Tensor]], width: int) -> Self:
        layer = super().joined(parts, width)
        layer._take_columns(parts, width)
        return layer


class RecurrentState(CachedState):
    """Rows that are never padded while a state sees them."""

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> Self:
        places: dict[int, list[int]] = {}
        for place, prompt in enumerate(prompts):
            places.setdefault(len(prompt), []).append(place)
        started: dict[int, tuple[Self, list[int]]] = {}
        for alike in places.values():
            state = super().prefill(model, [prompts[place] for place in alike])
            started |= {place: (state, [row]) for row, place in enumerate(alike)}
        return state if len(places) == 1 else cls.join([started[place] for place in range(len(prompts))])

    @staticmethod
    def _empty(model: PreTrainedModel) -> GrowingCache:
        return GrowingCache([_layer(layer) for layer in DynamicCache(config=model.config).layers])

    def _run(self, ids: Tensor, positions: Tensor) -> None:
        attends = any(isinstance(layer, GrowingLayer) for layer in self.cache.layers)
        # Without attention nothing looks at columns, and a mask wider than the tokens fed would not fit.
        columns = {"attention_mask": self._mask(), "position_ids": positions} if attends else {}
        kept = {self._cache_name: self.cache}
        output = self.model(input_ids=ids, use_cache=True, **columns, **kept, **self._keep_last)
        self.logits = output.logits[:, -1]


def _layer(layer: Any) -> Any:
    """The kind of layer that can be joined, for one of Transformers' own; one that keeps nothing stays as it is."""
    if isinstance(layer, LinearAttentionLayer):
        kind = StateAndGrowingLayer if isinstance(layer, DynamicLayer) else StateLayer
        return kind(layer.number_of_states)
    if type(layer) in (DynamicLayer, DynamicSlidingWindowLayer):
        return GrowingLayer()
    if isinstance(layer, CacheLayerMixin):
        raise UnsupportedAttention(f"{type(layer).__name__} keeps something else than keys, values and states")
    return layer
