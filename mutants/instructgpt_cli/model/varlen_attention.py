"""Attention over sequences side by side as one kernel call, where torch and the device have one.

The only place that looks for `torch.nn.attention.varlen`. Whether its kernel is right here, for heads of this number
and size, is proved by trying before it is used: forward and gradient against an attention that is given. Shapes: S
sequences, N tokens, H heads, K key-value heads, D head size.
"""

import functools
import inspect
from collections.abc import Callable
from importlib import import_module

import torch
from torch import Tensor

# query [N, H, D], key and value [N, K, D], lengths of the sequences, scale, window -> [N, H, D]
Attention = Callable[[Tensor, Tensor, Tensor, tuple[int, ...], float | None, int | None], Tensor]

DEVICES = ("cuda",)
DTYPES = (torch.bfloat16, torch.float16)
TRIED_LENGTHS = (19, 16, 16, 5, 1)
TRIED_WINDOW = 7
# Of the largest number: what two orders of the same sums in a 16-bit format may differ by.
TOLERANCE = 4e-2


class Kernel:
    """`varlen_attn`, or what stands for it."""

    def __init__(self, function: Callable[..., Tensor]) -> None:
        self.function = function
        self.shares_keys = "enable_gqa" in inspect.signature(function).parameters  # from torch 2.12 on


def _find() -> Kernel | None:
    try:
        return Kernel(import_module("torch.nn.attention.varlen").varlen_attn)
    except (ImportError, AttributeError):
        return None


# Found now, not when it is first needed: compiled code looks nothing up.
KERNEL = _find()


def attend(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    boundaries: Tensor,
    longest: int,
    scale: float | None,
    window: int | None,
) -> Tensor:
    """query [N, H, D], key and value [N, K, D], boundaries [S + 1] int32 on the device -> [N, H, D], causal in each
    sequence, at most `window` tokens back (the token itself is one of them)."""
    assert KERNEL is not None
    options = {}
    if key.shape[1] != query.shape[1]:
        if KERNEL.shares_keys:
            options = {"enable_gqa": True}
        else:
            shared = query.shape[1] // key.shape[1]
            key, value = key.repeat_interleave(shared, dim=1), value.repeat_interleave(shared, dim=1)
    window_size = (-1 if window is None else window - 1, 0)
    return KERNEL.function(
        query, key, value, boundaries, boundaries, longest, longest, scale=scale, window_size=window_size, **options
    )


def boundaries_of(lengths: tuple[int, ...], device: torch.device) -> Tensor:
    """[S + 1] int32: where each sequence begins, and where the last one ends."""
    ends = torch.tensor((0, *lengths), dtype=torch.int32).cumsum(0, dtype=torch.int32)
    return ends.to(device, non_blocking=True)


def takes(query: Tensor, key: Tensor, reference: Attention) -> bool:
    """Whether `attend` may be used for heads like these: the device and the number format have a kernel, and it agrees
    with `reference`."""
    if query.device.type not in DEVICES or query.dtype not in DTYPES or KERNEL is None:
        return False
    right: bool = _is_right(str(query.device), query.dtype, query.shape[1], key.shape[1], query.shape[2], reference)
    return right


# Compiled code takes the answer as a constant: the trial is no part of the model.
@torch.compiler.assume_constant_result  # type: ignore[untyped-decorator]
def _is_right(device: str, dtype: torch.dtype, heads: int, shared_heads: int, size: int, reference: Attention) -> bool:
    return _tried(device, dtype, heads, shared_heads, size, reference)


@functools.lru_cache
@torch.inference_mode(False)
@torch.enable_grad()
def _tried(device: str, dtype: torch.dtype, heads: int, shared_heads: int, size: int, reference: Attention) -> bool:
    boundaries = boundaries_of(TRIED_LENGTHS, torch.device(device))
    generator = torch.Generator().manual_seed(0)

    def some(count: int) -> Tensor:
        values = torch.randn(sum(TRIED_LENGTHS), count, size, generator=generator)
        return values.to(device, dtype).requires_grad_()

    inputs = some(heads), some(shared_heads), some(shared_heads)
    outer = some(heads).detach()
    for window in (None, TRIED_WINDOW):
        found: list[tuple[Tensor, ...]] = []
        try:
            with torch.autocast(torch.device(device).type, enabled=False):
                for out in (
                    attend(*inputs, boundaries, max(TRIED_LENGTHS), 0.3, window),
                    reference(*inputs, TRIED_LENGTHS, 0.3, window),
                ):
                    found.append((out, *torch.autograd.grad(out, inputs, outer)))
        except (RuntimeError, TypeError, ValueError):  # a head size, a card or a version that it is not made for
            return False
        if not all(_near(mine, theirs) for mine, theirs in zip(*found, strict=True)):
            return False
    return True


def _near(mine: Tensor, theirs: Tensor) -> bool:
    most = theirs.float().abs().max() * TOLERANCE
    return mine.shape == theirs.shape and bool(((mine.float() - theirs.float()).abs() <= most).all())
