"""Attention over a flat stream of whole sequences, for any Transformers model that takes attention functions.

A micro-batch is one row of N tokens: no padding goes through the projections and the MLPs. Only here are the sequences
told apart. `Layout` groups neighbours of similar length; each group is one causal `scaled_dot_product_attention` over
[sequences, heads, longest, head size]. Shapes: S sequences, N tokens, H heads, K key-value heads, D head size.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import AttentionInterface, AttentionMaskInterface

NAME = "instructgpt_packed"

# A sequence joins a group while it fills at least this share of the group's longest: below, padding inside attention
# costs more than another kernel call.
SHORTEST_SHARE = 0.8


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
class Group:
    """`count` sequences of `tokens` in all, padded to `longest` each.

    `gather` [count * longest] are places among the group's tokens (padding repeats the first), `scatter` [tokens] the
    places of these tokens in the padded group; both None where all are equally long and a view does.
    """

    tokens: int
    count: int
    longest: int
    gather: Tensor | None
    scatter: Tensor | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the sequences of a stream lie."""

    groups: tuple[Group, ...]
    masks: dict[tuple[int, int], Tensor] = field(default_factory=dict)

    def window_mask(self, longest: int, window: int, device: torch.device) -> Tensor:
        """[longest, longest], True where a query may look: causal and at most `window` tokens back."""
        key = (longest, window)
        if key not in self.masks:
            ones = torch.ones(longest, longest, dtype=torch.bool, device=device)
            self.masks[key] = ones.tril() & ones.triu(1 - window)
        return self.masks[key]


def layout(lengths: Sequence[int], device: torch.device) -> Layout:
    """Groups the sequences of a stream; best where they come sorted by length."""
    groups: list[Group] = []
    first = 0
    while first < len(lengths):
        longest, last = lengths[first], first
        while last + 1 < len(lengths) and SHORTEST_SHARE * longest <= lengths[last + 1] <= longest:
            last += 1
        groups.append(_group(lengths[first : last + 1], longest, device))
        first = last + 1
    return Layout(tuple(groups))


def _group(members: Sequence[int], longest: int, device: torch.device) -> Group:
    tokens = sum(members)
    if min(members) == longest:
        return Group(tokens, len(members), longest, None, None)
    lengths = torch.tensor(members)
    begins = lengths.cumsum(0) - lengths
    steps = torch.arange(longest)
    inside = steps < lengths[:, None]
    gather = torch.where(inside, begins[:, None] + steps, 0).flatten()
    return Group(tokens, len(members), longest, gather.to(device), inside.flatten().nonzero()[:, 0].to(device))


# A loop over groups that differ from batch to batch: compiled code calls it as it is.
@torch.compiler.disable  # type: ignore[untyped-decorator]
def packed_attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    scaling: float | None = None,
    dropout: float = 0.0,
    sliding_window: int | None = None,
    packing: Layout | None = None,
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
    # Split, not sliced: the gradients of all groups are then put together once, not each added to a stream of zeros.
    sizes = [group.tokens for group in packing.groups]
    heads = [torch.split(t[0].transpose(0, 1), sizes) for t in (query, key, value)]  # [tokens, H or K, D] of a group
    grouped = query.shape[1] != key.shape[1]
    parts = []
    for group, *streams in zip(packing.groups, *heads, strict=True):
        q, k, v = (_padded(stream, group) for stream in streams)
        mask = None
        if sliding_window is not None and sliding_window < group.longest:
            mask = packing.window_mask(group.longest, sliding_window, query.device)
        out = F.scaled_dot_product_attention(
            q, k, v, attn_mask=mask, is_causal=mask is None, dropout_p=dropout, scale=scaling, enable_gqa=grouped
        )
        out = out.transpose(1, 2).flatten(0, 1)  # [count * longest, H, D]
        parts.append(out if group.scatter is None else out.index_select(0, group.scatter))
    return (parts[0] if len(parts) == 1 else torch.cat(parts))[None], None


def _padded(stream: Tensor, group: Group) -> Tensor:
    """[tokens, H, D] -> [count, H, longest, D]"""
    rows = stream if group.gather is None else stream.index_select(0, group.gather)
    return rows.reshape(group.count, group.longest, *stream.shape[1:]).transpose(1, 2)


def register() -> None:
    """Makes the function known to Transformers under `NAME`. No mask is built for it: the layout says it all."""
    AttentionInterface.register(NAME, packed_attention)
    AttentionMaskInterface.register(NAME, _no_mask)


def _no_mask(*_: Any, **__: Any) -> None:
    return None
