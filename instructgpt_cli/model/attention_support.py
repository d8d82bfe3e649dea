"""What own attention functions cannot compute, and the windows that they compare instead of reading a mask."""

from dataclasses import dataclass
from typing import Any


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
