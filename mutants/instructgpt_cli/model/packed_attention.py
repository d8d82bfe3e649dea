"""Attention over a flat stream of whole sequences, for any Transformers model that takes attention functions.

A micro-batch is one row of N tokens: no padding goes through the projections and the MLPs. Only here are the sequences
told apart: by one kernel that knows their boundaries where the device has it (`varlen`), else in groups. A group is a
few neighbours of similar length and one causal `scaled_dot_product_attention` over [sequences, heads, longest, head
size], or in bfloat16 on a CPU, where that is slow, two products of matrices. Shapes: S sequences, N tokens, H heads, K
key-value heads, D head size.
"""

import functools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import AttentionInterface, AttentionMaskInterface

from instructgpt_cli.model import shape_buckets, varlen_attention

# Known to Transformers: with the kernel where it is right, and never with it.
PACKED, GROUPED = "instructgpt_packed", "instructgpt_grouped"

# A sequence joins a group while it fills at least this share of the group's longest: below, padding inside attention
# costs more than another kernel call.
SHORTEST_SHARE = 0.8

# Up to this length attention in bfloat16 on a CPU is faster by products of whole matrices than by torch's kernel, three
# times as fast at 190 tokens. They keep the probabilities, so many at most for a token and a head.
LONGEST_BY_PRODUCTS = 512


class UnsupportedAttention(Exception):
    """The model asks for something that the packed attention does not compute; the caller falls back to padding."""


# What a model may raise that is tried in a way which it was not made for.
TRIAL_FAULTS = (
    UnsupportedAttention,
    TypeError,
    ValueError,
    RuntimeError,  # NotImplementedError is one
    KeyError,
    IndexError,
    AttributeError,
)


@dataclass(frozen=True, slots=True)
class Window:
    """Stands where a mask would that lets a token look at `size` neighbours, in a window or a chunk."""

    size: int


def requested_window(*_: Any, local_size: int | None = None, **__: Any) -> Window | None:
    """The mask function registered with Transformers. No mask is built, the layout says it all; but what the model asks
    for is kept, for its attention must be told the same."""
    return None if local_size is None else Window(local_size)


def check_window(mask: object, window: int | None) -> None:
    """Raises `UnsupportedAttention` for a model whose mask has a window, or chunks, that its attention is not told of,
    or the other way round: it would be found out only by sequences longer than any trial."""
    told = mask.size if isinstance(mask, Window) else None
    if told != window:
        raise UnsupportedAttention(f"its mask has a window of {told} tokens, its attention one of {window}")


RowIndexing = Callable[[Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class LengthGroup:
    """`count` neighbouring sequences of `tokens` in all, padded to `longest` each."""

    tokens: int
    count: int
    longest: int


@dataclass(frozen=True, slots=True)
class PaddedRows:
    """Rows, one for each head of a token, in padded groups, which lie as [count, H, longest] after each other.

    `padded_index` [N * H] is the padded row of each stream row, `stream_index` [rows] the inverse, N * H where a row is
    padding. What lies in padding goes nowhere."""

    padded_index: Tensor
    stream_index: Tensor

    def scatter(self, stream: Tensor) -> Tensor:
        """The stream's rows put into the padded groups: [N * H, D] -> [rows, D]."""
        return torch.cat((stream, stream.new_zeros(1, stream.shape[1]))).index_select(0, self.stream_index)

    def gather(self, padded: Tensor) -> Tensor:
        """The stream's rows taken out of the padded groups: [rows, D] -> [N * H, D]."""
        return padded.index_select(0, self.padded_index)


def runs_of_similar_length(lengths: Sequence[int], shortest_share: float) -> Iterator[slice]:
    """Neighbours of which the first is the longest, and each has at least `shortest_share` of its length."""
    first = 0
    while first < len(lengths):
        longest, end = lengths[first], first + 1
        while end < len(lengths) and shortest_share * longest <= lengths[end] <= longest:
            end += 1
        yield slice(first, end)
        first = end


class PackedLayout:
    """The sequences of a packed stream in padded groups of similar length; best where they come sorted by length. With
    `repeat`, for bfloat16 on a CPU, groups of short sequences have sizes that come again (`sizes`)."""

    def __init__(self, lengths: Sequence[int], device: torch.device, *, repeat: bool = False) -> None:
        self.lengths = tuple(lengths)
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
        """One group, or, where sizes are to repeat, some whose counts are powers of two."""
        if not self.repeat or members[0] > LONGEST_BY_PRODUCTS:
            yield LengthGroup(sum(members), len(members), members[0])
            return
        while members:
            count = 1 << len(members).bit_length() - 1
            some, members = members[:count], members[count:]
            longest = max(some)
            yield LengthGroup(sum(some), count, longest + -longest % shape_buckets.ROWS)

    def padded_rows(self, heads: int) -> PaddedRows:
        """The rows of the stream in the padded groups, for tensors of so many heads."""
        if heads not in self._padded_rows:
            self._padded_rows[heads] = self._index_rows(heads)
        return self._padded_rows[heads]

    def _index_rows(self, heads: int) -> PaddedRows:
        lengths = torch.tensor(self.lengths)
        longest = torch.tensor([group.longest for group in self.groups for _ in range(group.count)])
        of = torch.repeat_interleave(lengths)  # the sequence of each token
        positions = torch.arange(len(of)) - (lengths.cumsum(0) - lengths)[of]
        begins = (longest.cumsum(0) - longest) * heads
        padded_index = (begins[of] + positions)[:, None] + longest[of, None] * torch.arange(heads)
        stream_index = torch.full((int(longest.sum()) * heads,), padded_index.numel())
        stream_index[padded_index.flatten()] = torch.arange(padded_index.numel())
        return PaddedRows(padded_index.flatten().to(self._device), stream_index.to(self._device))

    def window_mask(self, longest: int, window: int) -> Tensor:
        """[longest, longest], True where a query may look: causal and at most `window` tokens back."""
        key = (longest, window)
        if key not in self._masks:
            ones = torch.ones(longest, longest, dtype=torch.bool, device=self._device)
            self._masks[key] = ones.tril() & ones.triu(1 - window)
        return self._masks[key]


class _GatherScatter(torch.autograd.Function):
    """A gather or scatter of rows whose gradient is the inverse one; autograd's own adds it to zeros row by row."""

    @staticmethod
    def forward(ctx: Any, rows: Tensor, move: RowIndexing, inverse: RowIndexing) -> Tensor:
        ctx.inverse = inverse
        return move(rows)

    @staticmethod
    def backward(ctx: Any, *outer: Tensor) -> tuple[Tensor | None, ...]:
        return ctx.inverse(*outer), None, None


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
    """The attention function registered with Transformers: query [1, H, N, D], key and value [1, K, N, D] -> [1, N,
    H, D].

    Raises `UnsupportedAttention` for features it does not know (soft-capping, attention sinks, ...), never ignores
    them.
    """
    if packing is None or query.shape[0] != 1 or query.shape[2] != key.shape[2]:
        raise UnsupportedAttention("called without a packed batch")
    if unknown := [name for name in ("softcap", "s_aux", "head_mask", "position_bias") if others.get(name) is not None]:
        raise UnsupportedAttention(f"{', '.join(unknown)} is not computed")
    check_window(attention_mask, sliding_window)
    dtype = shape_buckets.compute_type(query.device, query.dtype)
    query, key, value = query.to(dtype), key.to(dtype), value.to(dtype)
    q, k, v = (t[0].transpose(0, 1) for t in (query, key, value))  # [N, H or K, D]
    if not (grouped or dropout) and varlen_attention.takes(q, k, _in_groups_of):
        return varlen_attention.attend(q, k, v, packing.boundaries, packing.longest, scaling, sliding_window)[
            None
        ], None
    out: Tensor = _in_groups(q, k, v, packing, scaling, sliding_window, dropout)
    return out[None], None


grouped_attention = partial(packed_attention, grouped=True)
"""`packed_attention` that never uses the kernel."""


# A loop over groups that differ from batch to batch: compiled code calls it as it is.
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
    gather_scatter: Callable[..., Tensor] = _GatherScatter.apply  # which has a type since torch 2.14
    streams = []
    for t in (query, key, value):
        padded_rows = packing.padded_rows(t.shape[1])
        rows = gather_scatter(t.flatten(0, 1), padded_rows.scatter, padded_rows.gather)
        shapes = [(group.count, t.shape[1], group.longest) for group in packing.groups]
        # Split, not sliced: the gradients of all groups are put together once, not each added to a stream of zeros.
        parts = torch.split(rows, [math.prod(shape) for shape in shapes])
        streams.append([part.view(*shape, -1) for part, shape in zip(parts, shapes, strict=True)])
    found = []
    for group, q, k, v in zip(packing.groups, *streams, strict=True):
        if packing.repeat and group.longest <= LONGEST_BY_PRODUCTS and not dropout:
            out = _by_products(q, k, v, scaling, window)
        else:
            mask = None
            if window is not None and window < group.longest:
                mask = packing.window_mask(group.longest, window)
            shared = heads != key.shape[1]
            out = F.scaled_dot_product_attention(
                q, k, v, attn_mask=mask, is_causal=mask is None, dropout_p=dropout, scale=scaling, enable_gqa=shared
            )
        found.append(out.flatten(0, 2))
    rows = found[0] if len(found) == 1 else torch.cat(found)
    padded_rows = packing.padded_rows(heads)
    return gather_scatter(rows, padded_rows.gather, padded_rows.scatter).view(-1, heads, value.shape[2])


def _by_products(query: Tensor, key: Tensor, value: Tensor, scaling: float | None, window: int | None) -> Tensor:
    """query [S, H, L, D], key and value [S, K, L, D] -> [S, H, L, D]. Heads that share keys are rows of one matrix."""
    count, heads, longest, size = query.shape
    shared = heads // key.shape[1]
    q = query.reshape(-1, shared * longest, size)
    k, v = key.flatten(0, 1), value.flatten(0, 1)
    bias = _bias(longest, window, shared, query.dtype)
    scores = torch.baddbmm(bias, q, k.mT, alpha=size**-0.5 if scaling is None else scaling)
    return torch.bmm(torch.softmax(scores, -1), v).view(count, heads, longest, -1)


@functools.lru_cache(maxsize=64)
def _bias(longest: int, window: int | None, shared: int, dtype: torch.dtype) -> Tensor:
    """[shared * longest, longest] to be added to scores: nothing where a query may look, elsewhere minus infinity."""
    with torch.inference_mode(False):  # it is kept, for uses that want gradients too
        hidden = torch.full((longest, longest), -torch.inf, dtype=dtype)
        future = hidden.triu(1)
        return (future if window is None else future + hidden.tril(-window)).repeat(shared, 1)


def _in_groups_of(
    query: Tensor, key: Tensor, value: Tensor, lengths: tuple[int, ...], scaling: float | None, window: int | None
) -> Tensor:
    grouped: Tensor = _in_groups(query, key, value, PackedLayout(lengths, query.device), scaling, window)
    return grouped


def register() -> None:
    """Makes the functions known to Transformers."""
    for name, function in ((PACKED, packed_attention), (GROUPED, grouped_attention)):
        AttentionInterface.register(name, function)
        AttentionMaskInterface.register(name, requested_window)
