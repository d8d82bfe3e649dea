"""A KV cache without padding, which is fastest on a CPU: decoding there is bound by memory bandwidth.

The tokens of all rows go through the model as one packed sequence; only attention separates them. Rows of similar
length form a group, and attention is one `scaled_dot_product_attention` for each group over the keys and values here;
Transformers' caches are not used.

Shapes: B rows, N tokens of all rows, H heads, K key-value heads, D head size, V vocabulary; in a group: b rows, L
columns.
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
from instructgpt_cli.model.attention_support import UnsupportedAttention, check_window, requested_window
from instructgpt_cli.model.packed_attention import (
    PackedLayout,
    packed_attention,
    runs_of_similar_length,
)
from instructgpt_cli.model.positions import UNLIMITED, position_limit

NAME = "instructgpt_ragged"
# The shortest row of a group, as a share of its longest: below it, padding costs more than one more kernel call.
SHORTEST_SHARE = 0.85
# Free columns for the tokens to come; when they are full, the groups are rebuilt.
ROOM = 32


class AttentionCache(Protocol):
    """Computes the attention of a layer: query [1, H, N, D], key and value [1, K, N, D] -> [1, N, H, D]."""

    def attend(self, module: nn.Module, query: Tensor, key: Tensor, value: Tensor, **others: Any) -> Tensor: ...


@dataclass(slots=True)
class PrefillAttention:
    """Prefill: each prompt attends to itself. `layers` collects the keys and values of each layer, [2, K, N, D]."""

    layout: PackedLayout
    layers: list[Tensor] = field(default_factory=list)

    def attend(self, module: nn.Module, query: Tensor, key: Tensor, value: Tensor, **others: Any) -> Tensor:
        if getattr(module, "layer_idx", None) != len(self.layers):
            raise UnsupportedAttention("a layer has no keys and values of its own")
        self.layers.append(torch.cat([key, value]))
        attended: Tensor = packed_attention(module, query, key, value, packing=self.layout, **others)[0]
        return attended


@dataclass(slots=True)
class CacheGroup:
    """b rows of similar length, right-aligned in the first `width` columns of `cached` [layers, 2, b, K, L, D].

    `mask` [b, 1, 1, L] is minus infinity where a shorter row has no token, else 0; None if all are equally long.
    """

    width: int
    cached: Tensor
    mask: Tensor | None

    @classmethod
    def of(cls, rows: Sequence[Tensor]) -> "CacheGroup":
        """Groups the cached rows [layers, 2, K, length, D], the longest first."""
        lengths = [row.shape[3] for row in rows]
        width = lengths[0]
        layers, two, heads, _, size = rows[0].shape
        cached = rows[0].new_empty((layers, two, len(rows), heads, width + ROOM, size))
        for i, (row, length) in enumerate(zip(rows, lengths, strict=True)):
            cached[:, :, i, :, : width - length] = 0  # a NaN spoils a sum even where it is masked
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
        self,
        layer: int,
        query_bHD: Tensor,
        key_bKD: Tensor,
        value_bKD: Tensor,
        scaling: float | None,
        window: int | None,
    ) -> Tensor:
        """The attention of one new column per row, [b, H, D]; its keys and values go into the cache."""
        end = self.width + 1
        keys_bKLD, values_bKLD = self.cached[layer, 0, :, :, :end], self.cached[layer, 1, :, :, :end]
        keys_bKLD[:, :, -1], values_bKLD[:, :, -1] = key_bKD, value_bKD
        begin = max(0, end - window) if window else 0
        # Heads that share keys become several queries of one head: keys and values are read once for all of them.
        attended = F.scaled_dot_product_attention(
            query_bHD.reshape(len(query_bHD), keys_bKLD.shape[1], -1, query_bHD.shape[2]),
            keys_bKLD[:, :, begin:],
            values_bKLD[:, :, begin:],
            attn_mask=None if self.mask is None else self.mask[..., begin:end],
            scale=scaling,
        )
        return attended.flatten(1, 2)


class RaggedState:
    """A `DecodeState` of groups. Internally the longest row is first; `logits` and tokens are in the caller's order."""

    def __init__(self, model: PreTrainedModel, rows: Sequence[Tensor], logits_BV: Tensor) -> None:
        """`rows` are the keys and values of each, [layers, 2, K, length, D]."""
        self.model, self.logits = model, logits_BV
        lengths = torch.tensor([row.shape[3] for row in rows])
        self._lengths, order = lengths.sort(descending=True, stable=True)
        self._order, self._places = order.to(model.device), order.argsort().to(model.device)
        self._last_position = (position_limit(model.config) or UNLIMITED) - 1
        self._groups = _grouped([rows[i] for i in order.tolist()])

    @classmethod
    def prefill(cls, model: PreTrainedModel, prompts: Sequence[Sequence[int]]) -> "RaggedState":
        lengths = [len(prompt) for prompt in prompts]
        attention_cache = PrefillAttention(PackedLayout(lengths, model.device))
        ids_N = torch.tensor([token for prompt in prompts for token in prompt])
        positions_N = torch.cat([torch.arange(length) for length in lengths])
        logits_BV = _run(model, ids_N, positions_N, torch.tensor(lengths).cumsum(0) - 1, attention_cache)
        return cls(model, torch.split(torch.stack(attention_cache.layers), lengths, dim=3), logits_BV)

    def step(self, tokens_B: Tensor) -> None:
        if any(group.width == group.cached.shape[4] for group in self._groups):
            self._groups = _grouped(self._rows())
        # A finished row that is still in the batch may pass the last position: its logits are not read.
        positions_B = self._lengths.clamp(max=self._last_position)
        self.logits = _run(self.model, tokens_B[self._order], positions_B, self._places, self)
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
        logits_BV = torch.cat([part.logits[list(selected)] for part, selected in parts])
        rows = []
        for part, selected in parts:
            cached, places = part._rows(), part._places.tolist()
            rows += [cached[places[i]] for i in selected]
        return cls(parts[0][0].model, rows, logits_BV)

    def _rows(self) -> list[Tensor]:
        lengths = iter(self._lengths.tolist())
        return [group.row(place, next(lengths)) for group in self._groups for place in range(group.count)]

    @staticmethod
    @contextmanager
    def running(model: PreTrainedModel) -> Iterator[None]:
        """Replaces the model's attention with one that reads this cache, until the context ends."""
        AttentionInterface.register(NAME, _attention)
        AttentionMaskInterface.register(NAME, requested_window)
        before, verbosity = attention_of(model), transformers_logging.get_verbosity()
        transformers_logging.set_verbosity_error()  # it warns if a model's attention cannot be replaced
        try:
            model.set_attn_implementation(NAME)
        finally:
            transformers_logging.set_verbosity(verbosity)
        if attention_of(model) != NAME:
            raise UnsupportedAttention("its attention cannot be replaced")
        try:
            yield
        finally:
            model.set_attn_implementation(before)


def _grouped(rows: Sequence[Tensor]) -> list[CacheGroup]:
    """Groups of rows of similar length; `rows` has the longest first."""
    lengths = [row.shape[3] for row in rows]
    return [CacheGroup.of(rows[run]) for run in runs_of_similar_length(lengths, SHORTEST_SHARE)]


def _run(
    model: PreTrainedModel, ids_N: Tensor, positions_N: Tensor, last_B: Tensor, attention_cache: AttentionCache
) -> Tensor:
    """The logits [B, V] at the last token of each row, whose places among the N are `last_B`."""
    device = model.device
    logits_BV: Tensor = model(
        input_ids=ids_N[None].to(device),
        position_ids=positions_N[None].to(device),
        logits_to_keep=last_B.to(device),
        use_cache=False,
        attention_cache=attention_cache,
    ).logits[0]
    return logits_BV


def _attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: object,
    attention_cache: AttentionCache | None = None,
    **others: Any,
) -> tuple[Tensor, None]:
    """The attention function that is registered with Transformers."""
    if attention_cache is None:
        raise UnsupportedAttention("called without a KV cache")
    return attention_cache.attend(module, query, key, value, attention_mask=attention_mask, **others), None
