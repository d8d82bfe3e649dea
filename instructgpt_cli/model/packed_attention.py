"""Attention over a packed stream of sequences, for any Transformers model that takes attention functions.

A micro-batch is one row of N tokens, so projections and MLPs compute no padding. Only attention separates the
sequences: with a variable-length kernel where the device has one (`varlen_attention`), else in groups. A group is a few
neighboring sequences of similar length and one causal `scaled_dot_product_attention` over [sequences, heads, longest,
head size], or, for bfloat16 on a CPU where that is slow, two matrix products.

Shapes: S sequences, N tokens, H heads, K key-value heads, D head size, L the longest sequence of a group.
"""

import functools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import AttentionInterface, AttentionMaskInterface

from instructgpt_cli.model import shape_buckets, varlen_attention
from instructgpt_cli.model.attention_support import (
    GatherScatter,
    UnsupportedAttention,
    check_window,
    requested_window,
)
from instructgpt_cli.model.head_exchange import HeadExchange
from instructgpt_cli.system.device_copy import copy_to

# Names registered with Transformers: with the varlen kernel where it is usable, and always without.
PACKED, GROUPED = "instructgpt_packed", "instructgpt_grouped"

# A sequence joins a group if it has at least this share of the longest one's tokens: below, padding inside attention
# costs more than another kernel call.
SHORTEST_SHARE = 0.8

# Up to this length attention in bfloat16 on a CPU is faster by matrix products than by torch's kernel, three times as
# fast at 190 tokens. Backward keeps the probabilities, at most this many per token and head.
LONGEST_BY_PRODUCTS = 512


@dataclass(frozen=True, slots=True)
class LengthGroup:
    """`count` neighboring sequences with `tokens` in total, each padded to `longest`."""

    tokens: int
    count: int
    longest: int


@dataclass(frozen=True, slots=True)
class PaddedRows:
    """The map between rows of the stream [N * H] and of the padded groups, each [count, H, longest] flattened.

    `padded_index` [N * H] is the padded row of each stream row; `stream_index` [padded rows] is the inverse, N * H for
    padding.
    """

    padded_index: Tensor
    stream_index: Tensor

    def scatter(self, stream: Tensor) -> Tensor:
        """Copy stream rows into the padded groups, zeros elsewhere: [N * H, D] -> [padded rows, D]."""
        return torch.cat((stream, stream.new_zeros(1, stream.shape[1]))).index_select(0, self.stream_index)

    def gather(self, padded: Tensor) -> Tensor:
        """Copy stream rows out of the padded groups: [padded rows, D] -> [N * H, D]."""
        return padded.index_select(0, self.padded_index)


def runs_of_similar_length(lengths: Sequence[int], shortest_share: float) -> Iterator[slice]:
    """Yield runs of neighbors whose first is the longest, and the others at least `shortest_share` as long."""
    first = 0
    while first < len(lengths):
        longest, end = lengths[first], first + 1
        while end < len(lengths) and shortest_share * longest <= lengths[end] <= longest:
            end += 1
        yield slice(first, end)
        first = end


class PackedLayout:
    """Sequence boundaries of a packed stream, and its sequences in padded groups of similar length: few if they are
    sorted by length. `repeat`, for bfloat16 on a CPU, rounds the sizes of groups of short sequences so that shapes
    repeat (`shape_buckets`). With `exchange` this rank has a part of the stream outside of attention."""

    def __init__(
        self,
        lengths: Sequence[int],
        device: torch.device,
        *,
        repeat: bool = False,
        exchange: HeadExchange | None = None,
    ) -> None:
        self.lengths = tuple(lengths)
        self.exchange = exchange
        self.repeat = repeat
        self.longest = max(self.lengths, default=0)
        self.boundaries = varlen_attention.boundaries_of(self.lengths, device)
        self._device = device
        self._padded_rows: dict[int, PaddedRows] = {}
        self._masks: dict[tuple[int, int], Tensor] = {}

    @cached_property
    def groups(self) -> tuple[LengthGroup, ...]:
        runs = runs_of_similar_length(self.lengths, SHORTEST_SHARE)
        return tuple(group for run in runs for group in self._split_group(self.lengths[run]))

    def _split_group(self, members: tuple[int, ...]) -> Iterator[LengthGroup]:
        """One group, or with `repeat` several whose counts are powers of two."""
        if not self.repeat or members[0] > LONGEST_BY_PRODUCTS:
            yield LengthGroup(sum(members), len(members), members[0])
            return
        while members:
            count = 1 << len(members).bit_length() - 1
            first, members = members[:count], members[count:]
            longest = max(first)
            yield LengthGroup(sum(first), count, longest + -longest % shape_buckets.ROWS)

    @property
    def was_grouped(self) -> bool:
        """Whether a layer has computed attention in groups."""
        return bool(self._padded_rows)

    def padded_rows(self, heads: int) -> PaddedRows:
        """Return the row map for tensors of `heads` heads, computed once."""
        if heads not in self._padded_rows:
            self._padded_rows[heads] = self._index_rows(heads)
        return self._padded_rows[heads]

    def _index_rows(self, heads: int) -> PaddedRows:
        lengths = np.array(self.lengths, np.int64)
        longest = np.array([group.longest for group in self.groups for _ in range(group.count)], np.int64)
        sequence_N = np.repeat(np.arange(len(lengths)), lengths)
        position_N = np.arange(len(sequence_N)) - (lengths.cumsum() - lengths)[sequence_N]
        starts = (longest.cumsum() - longest) * heads
        padded_NH = (starts[sequence_N] + position_N)[:, None] + longest[sequence_N, None] * np.arange(heads)
        stream_index = np.full(int(longest.sum()) * heads, padded_NH.size)
        stream_index[padded_NH.ravel()] = np.arange(padded_NH.size)
        indices = (torch.from_numpy(index) for index in (padded_NH.ravel(), stream_index))
        return PaddedRows(*(copy_to(index, self._device) for index in indices))

    def window_mask(self, longest: int, window: int) -> Tensor:
        """Return a boolean mask [L, L]: causal, with at most `window` keys including the query's own."""
        key = (longest, window)
        if key not in self._masks:
            ones = torch.ones(longest, longest, dtype=torch.bool, device=self._device)
            self._masks[key] = ones.tril() & ones.triu(1 - window)
        return self._masks[key]


def packed_attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: object,
    scaling: float | None = None,
    dropout: float = 0.0,
    sliding_window: int | None = None,
    packing: PackedLayout | None = None,
    grouped: bool = False,
    **others: Any,
) -> tuple[Tensor, None]:
    """The attention function registered with Transformers: query [1, H, N, D], key and value [1, K, N, D] ->
    [1, N, H, D].

    Raises `UnsupportedAttention` for features that it does not compute (soft-capping, attention sinks, ...).
    """
    if packing is None or query.shape[0] != 1 or query.shape[2] != key.shape[2]:
        raise UnsupportedAttention("called without a packed batch")
    if unknown := [name for name in ("softcap", "s_aux", "head_mask", "position_bias") if others.get(name) is not None]:
        raise UnsupportedAttention(f"{', '.join(unknown)} is not computed")
    check_window(attention_mask, sliding_window)
    dtype = shape_buckets.compute_type(query.device, query.dtype)
    query, key, value = query.to(dtype), key.to(dtype), value.to(dtype)
    q_NHD, k_NKD, v_NKD = (t[0].transpose(0, 1) for t in (query, key, value))
    if packing.exchange:
        q_NHD, k_NKD, v_NKD = (packing.exchange.to_heads(t) for t in (q_NHD, k_NKD, v_NKD))
    out_NHD: Tensor
    if not (grouped or dropout) and varlen_attention.is_usable(q_NHD, k_NKD, grouped_reference):
        out_NHD = varlen_attention.attend(
            q_NHD, k_NKD, v_NKD, packing.boundaries, packing.longest, scaling, sliding_window
        )
    else:
        out_NHD = _in_groups(q_NHD, k_NKD, v_NKD, packing, scaling, sliding_window, dropout)
    if packing.exchange:
        out_NHD = packing.exchange.to_tokens(out_NHD)
    return out_NHD[None], None


grouped_attention = partial(packed_attention, grouped=True)
"""`packed_attention` without the varlen kernel."""


# A loop over groups that differ from batch to batch: compiled code calls it uncompiled.
@torch.compiler.disable  # type: ignore[untyped-decorator]
def _in_groups(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    packing: PackedLayout,
    scaling: float | None,
    window: int | None,
    dropout: float = 0.0,
) -> Tensor:
    """query [N, H, D], key and value [N, K, D] -> [N, H, D]"""
    heads = query.shape[1]
    gather_scatter: Callable[..., Tensor] = GatherScatter.apply  # which has a type since torch 2.14
    streams = []
    for t in (query, key, value):
        padded_rows = packing.padded_rows(t.shape[1])
        rows = gather_scatter(t.flatten(0, 1), padded_rows.scatter, padded_rows.gather)
        shapes = [(group.count, t.shape[1], group.longest) for group in packing.groups]
        # Split, not sliced: the groups' gradients are concatenated once, not each added to a stream of zeros.
        parts = torch.split(rows, [math.prod(shape) for shape in shapes])
        streams.append([part.view(*shape, -1) for part, shape in zip(parts, shapes, strict=True)])
    found = []
    for group, q, k, v in zip(packing.groups, *streams, strict=True):
        if packing.repeat and group.longest <= LONGEST_BY_PRODUCTS and not dropout:
            out_SHLD = _by_products(q, k, v, scaling, window)
        else:
            mask = None
            if window is not None and window < group.longest:
                mask = packing.window_mask(group.longest, window)
            gqa = heads != key.shape[1]
            out_SHLD = F.scaled_dot_product_attention(
                q, k, v, attn_mask=mask, is_causal=mask is None, dropout_p=dropout, scale=scaling, enable_gqa=gqa
            )
        found.append(out_SHLD.flatten(0, 2))
    rows = found[0] if len(found) == 1 else torch.cat(found)
    padded_rows = packing.padded_rows(heads)
    return gather_scatter(rows, padded_rows.gather, padded_rows.scatter).view(-1, heads, value.shape[2])


def _by_products(query: Tensor, key: Tensor, value: Tensor, scaling: float | None, window: int | None) -> Tensor:
    """query [S, H, L, D], key and value [S, K, L, D] -> [S, H, L, D]. The G query heads that share a key head are rows
    of one matrix."""
    count, heads, longest, size = query.shape
    shared = heads // key.shape[1]  # G
    q = query.reshape(-1, shared * longest, size)  # [S K, G L, D]
    k, v = key.flatten(0, 1), value.flatten(0, 1)  # [S K, L, D]
    bias = _bias(longest, window, shared, query.dtype)
    scores = torch.baddbmm(bias, q, k.mT, alpha=size**-0.5 if scaling is None else scaling)  # [S K, G L, L]
    return torch.bmm(torch.softmax(scores, -1), v).view(count, heads, longest, -1)


@functools.lru_cache(maxsize=64)
def _bias(longest: int, window: int | None, shared: int, dtype: torch.dtype) -> Tensor:
    """Return the additive mask [G L, L]: 0 where a query attends, minus infinity elsewhere."""
    with torch.inference_mode(False):  # cached, and used with gradients too
        hidden = torch.full((longest, longest), -torch.inf, dtype=dtype)
        future = hidden.triu(1)
        return (future if window is None else future + hidden.tril(-window)).repeat(shared, 1)


def grouped_reference(
    query: Tensor, key: Tensor, value: Tensor, lengths: tuple[int, ...], scaling: float | None, window: int | None
) -> Tensor:
    """Grouped attention of sequences of these lengths: what the varlen kernel is checked against."""
    grouped: Tensor = _in_groups(query, key, value, PackedLayout(lengths, query.device), scaling, window)
    return grouped


def register() -> None:
    """Register the attention and mask functions with Transformers."""
    for name, function in ((PACKED, packed_attention), (GROUPED, grouped_attention)):
        AttentionInterface.register(name, function)
        AttentionMaskInterface.register(name, requested_window)
