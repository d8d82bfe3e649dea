"""A KV cache of rows of any length, none of them padded: what a CPU, which waits for memory, is fastest with.

The tokens of all rows go through the model side by side, as one row of a batch; only attention tells them apart. Rows
of similar length lie together in a group, and each group is one `scaled_dot_product_attention` over the keys and values
that are kept here: Transformers' caches are not used. Shapes: N tokens of all rows, H heads, K key-value heads, D head
size; of a group: b rows, L columns.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.utils import logging as transformers_logging

from instructgpt_cli.model.attention_name import attention_of
from instructgpt_cli.model.packed_attention import (
    PackedLayout,
    UnsupportedAttention,
    check_window,
    packed_attention,
    requested_window,
    runs_of_similar_length,
)
from instructgpt_cli.model.positions import UNLIMITED, position_limit

NAME = "instructgpt_ragged"
# A row is in a group where it is at least as long as this share of the group's longest: below, reading padding costs
# more than another kernel call.
SHORTEST_SHARE = 0.85
# Columns kept free for the tokens to come; where they are used up, the groups are built anew.
ROOM = 32


class AttentionCache(Protocol):
    """What the attention function hands the tokens of each layer to: query [1, H, N, D], key and value [1, K, N, D] ->
    [1, N, H, D]."""

    def attend(self, module: nn.Module, query: Tensor, key: Tensor, value: Tensor, **others: Any) -> Tensor: ...


@dataclass(slots=True)
class PrefillAttention:
    """The prefill: whole prompts, which attend to themselves; `layers` keeps keys and values, [2, K, N, D] of each."""

    layout: PackedLayout
    layers: list[Tensor] = field(default_factory=list)

    def attend(self, module: nn.Module, query: Tensor, key: Tensor, value: Tensor, **others: Any) -> Tensor:
        if getattr(module, "layer_idx", None) != len(self.layers):
            raise UnsupportedAttention("a layer keeps no keys and values of its own")
        self.layers.append(torch.cat([key, value]))
        attended: Tensor = packed_attention(module, query, key, value, packing=self.layout, **others)[0]
        return attended


@dataclass(slots=True)
class CacheGroup:
    """b rows of similar length, right-aligned in `cached` [layers, 2, b, K, L, D], of which `width` columns are in use.
    `mask` [b, 1, 1, L] is minus infinity where a shorter row has no token, else 0; None where all are equally long."""

    width: int
    cached: Tensor
    mask: Tensor | None

    @classmethod
    def of(cls, rows: Sequence[Tensor]) -> "CacheGroup":
        """From the cached [layers, 2, K, length, D] of rows, the longest first."""
        lengths = [row.shape[3] for row in rows]
        width = lengths[0]
        layers, two, heads, _, size = rows[0].shape
        cached = rows[0].new_empty((layers, two, len(rows), heads, width + ROOM, size))
        for i, (row, length) in enumerate(zip(rows, lengths, strict=True)):
            cached[:, :, i, :, : width - length] = 0  # masked, but NaN would still spoil a sum
            cached[:, :, i, :, width - length : width] = row
        if lengths[-1] == width:
            return cls(width, cached, None)
        begins = width - torch.tensor(lengths, device=cached.device)
        unused = torch.arange(width + ROOM, device=cached.device) < begins[:, None]
        mask = torch.zeros(unused.shape, dtype=cached.dtype, device=cached.device).masked_fill_(unused, -torch.inf)
        return cls(width, cached, mask[:, None, None])

    @property
    def count(self) -> int:
        return self.cached.shape[2]

    def row(self, place: int, length: int) -> Tensor:
        return self.cached[:, :, place, :, self.width - length : self.width]

    def attend(
        self, layer: int, query: Tensor, key: Tensor, value: Tensor, scaling: float | None, window: int | None
    ) -> Tensor:
        """query [b, H, D], key and value [b, K, D] of the column after the last -> [b, H, D]"""
        end = self.width + 1
        keys, values = self.cached[layer, 0, :, :, :end], self.cached[layer, 1, :, :, :end]
        keys[:, :, -1], values[:, :, -1] = key, value
        begin = max(0, end - window) if window else 0
        # The heads that share keys are queries side by side: keys and values are read once for all of them.
        out = F.scaled_dot_product_attention(
            query.reshape(query.shape[0], keys.shape[1], -1, query.shape[2]),
            keys[:, :, begin:],
            values[:, :, begin:],
            attn_mask=None if self.mask is None else self.mask[..., begin:end],
            scale=scaling,
        )
        return out.flatten(1, 2)


class RaggedState:
    """A `DecodeState` over groups. In its own order the longest row is first; `logits` and tokens are in the
    caller's."""

    def __init__(self, model: PreTrainedModel, rows: Sequence[Tensor], logits: Tensor) -> None:
        """`rows` are the cached [layers, 2, K, length, D] of each."""
        self.model, self.logits = model, logits
        lengths = torch.tensor([row.shape[3] for row in rows])
        self._lengths, order = lengths.sort(descending=True, stable=True)
        self._order, self._places = order.to(model.device), order.argsort().to(model.device)
        self._last_position = (position_limit(model.config) or UNLIMITED) - 1
        self._groups = _grouped([rows[i] for i in order.tolist()])

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> "RaggedState":
        lengths = [len(prompt) for prompt in prompts]
        attention_cache = PrefillAttention(PackedLayout(lengths, model.device))
        ids = torch.tensor([token for prompt in prompts for token in prompt])
        positions = torch.cat([torch.arange(length) for length in lengths])
        logits = _run(model, ids, positions, torch.tensor(lengths).cumsum(0) - 1, attention_cache)
        return cls(model, torch.split(torch.stack(attention_cache.layers), lengths, dim=3), logits)

    def step(self, tokens: Tensor) -> None:
        if any(group.width == group.cached.shape[4] for group in self._groups):
            self._groups = _grouped(self._rows())
        # A row that is done but not yet taken out may run past the last position: nobody reads it.
        positions = self._lengths.clamp(max=self._last_position)
        self.logits = _run(self.model, tokens[self._order], positions, self._places, self)
        self._lengths = self._lengths + 1
        for group in self._groups:
            group.width += 1

    def attend(
        self,
        module: nn.Module,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        attention_mask: object = None,
        scaling: float | None = None,
        sliding_window: int | None = None,
        **_: Any,
    ) -> Tensor:
        check_window(attention_mask, sliding_window)
        sizes = [group.count for group in self._groups]
        heads = (torch.split(states[0].transpose(0, 1), sizes) for states in (query, key, value))
        parts = [
            group.attend(module.layer_idx, *states, scaling, sliding_window)
            for group, *states in zip(self._groups, *heads, strict=True)
        ]
        return torch.cat(parts)[None]

    @classmethod
    def join(cls, parts: Sequence[tuple["RaggedState", Sequence[int]]]) -> "RaggedState":
        logits = torch.cat([part.logits[list(chosen)] for part, chosen in parts])
        rows = []
        for part, chosen in parts:
            cached, places = part._rows(), part._places.tolist()
            rows += [cached[places[i]] for i in chosen]
        return cls(parts[0][0].model, rows, logits)

    def _rows(self) -> list[Tensor]:
        lengths = iter(self._lengths.tolist())
        return [group.row(place, next(lengths)) for group in self._groups for place in range(group.count)]

    @staticmethod
    @contextmanager
    def running(model: PreTrainedModel) -> Iterator[None]:
        """While entered, the model's attention is the one that reads this cache."""
        AttentionInterface.register(NAME, _attention)
        AttentionMaskInterface.register(NAME, requested_window)
        before, heard = attention_of(model), transformers_logging.get_verbosity()
        transformers_logging.set_verbosity_error()  # it would warn where an attention cannot be exchanged
        try:
            model.set_attn_implementation(NAME)
        finally:
            transformers_logging.set_verbosity(heard)
        if attention_of(model) != NAME:
            raise UnsupportedAttention("its attention cannot be exchanged")
        try:
            yield
        finally:
            model.set_attn_implementation(before)


def _grouped(rows: Sequence[Tensor]) -> list[CacheGroup]:
    """The longest row first."""
    lengths = [row.shape[3] for row in rows]
    return [CacheGroup.of(rows[run]) for run in runs_of_similar_length(lengths, SHORTEST_SHARE)]


def _run(
    model: PreTrainedModel, ids: Tensor, positions: Tensor, wanted: Tensor, attention_cache: AttentionCache
) -> Tensor:
    """The logits after the `wanted` places of a stream of tokens."""
    device = model.device
    logits: Tensor = model(
        input_ids=ids[None].to(device),
        position_ids=positions[None].to(device),
        logits_to_keep=wanted.to(device),
        use_cache=False,
        attention_cache=attention_cache,
    ).logits[0]
    return logits


def _attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: object,
    attention_cache: AttentionCache | None = None,
    **others: Any,
) -> tuple[Tensor, None]:
    """The attention function registered with Transformers."""
    if attention_cache is None:
        raise UnsupportedAttention("called without a KV cache")
    return attention_cache.attend(module, query, key, value, attention_mask=attention_mask, **others), None
