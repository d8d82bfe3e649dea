"""Shared by attention functions of our own: what they cannot compute, windows in place of masks, moves of rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor


class UnsupportedAttention(Exception):
    """The model needs a feature that packed attention does not compute; the caller falls back to padding."""


# What a model may raise while checked with an attention that it does not support.
CHECK_ERRORS = (
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
    """Stands in for an attention mask with a window or chunk of `size` tokens."""

    size: int


def requested_window(*_: Any, local_size: int | None = None, **__: Any) -> Window | None:
    """The mask function registered with Transformers: no mask is built, only the window that the model asks for is
    kept, to compare it with its attention's."""
    return None if local_size is None else Window(local_size)


def check_window(mask: object, window: int | None) -> None:
    """Raise `UnsupportedAttention` if the mask has another window, or chunk, than the attention call gets: results
    would differ only for sequences longer than any check's."""
    of_mask = mask.size if isinstance(mask, Window) else None
    if of_mask != window:
        raise UnsupportedAttention(f"its mask has a window of {of_mask} tokens, its attention one of {window}")


class GatherScatter(torch.autograd.Function):
    """Moves rows, with the inverse move as its gradient: autograd's own adds rows to zeros one by one."""

    @staticmethod
    def forward(
        ctx: Any, rows: Tensor, move: Callable[[Tensor], Tensor], inverse: Callable[[Tensor], Tensor]
    ) -> Tensor:
        ctx.inverse = inverse
        return move(rows)

    @staticmethod
    def backward(ctx: Any, *outer: Tensor) -> tuple[Tensor | None, ...]:
        return ctx.inverse(*outer), None, None
