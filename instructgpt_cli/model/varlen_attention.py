"""Variable-length attention over packed sequences in one kernel call, where torch and the device have one.

Only this module uses `torch.nn.attention.varlen`. Before its kernel is used for heads of some number and size, its
output and gradients are checked against a reference attention.

Shapes: S sequences, N tokens, H heads, K key-value heads, D head size.
"""

import functools
import inspect
from collections.abc import Callable
from importlib import import_module
from operator import index

import torch
from torch import Tensor

from instructgpt_cli.system.device_copy import copy_to

# query [N, H, D], key and value [N, K, D], sequence lengths, scale, window -> [N, H, D]
Attention = Callable[[Tensor, Tensor, Tensor, tuple[int, ...], float | None, int | None], Tensor]

DEVICES = ("cuda",)
DTYPES = (torch.bfloat16, torch.float16)
CHECKED_LENGTHS = (19, 16, 16, 5, 1)
CHECKED_WINDOW = 7
# Relative to the largest element: what the order of sums may change in a 16-bit format.
TOLERANCE = 4e-2


class Kernel:
    """torch's `varlen_attn`, or a function with its signature."""

    def __init__(self, function: Callable[..., Tensor]) -> None:
        self.function = function
        self.supports_gqa = "enable_gqa" in inspect.signature(function).parameters  # from torch 2.12 on


def _find() -> Kernel | None:
    try:
        return Kernel(import_module("torch.nn.attention.varlen").varlen_attn)
    except (ImportError, AttributeError):
        return None


# Found on import, not on first use: compiled code looks nothing up.
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
    """Compute causal attention within each sequence, over at most `window` tokens including the query's own.

    query [N, H, D], key and value [N, K, D], boundaries [S + 1] int32 on the device -> [N, H, D].
    """
    assert KERNEL is not None
    options = {}
    if key.shape[1] != query.shape[1]:
        if KERNEL.supports_gqa:
            options = {"enable_gqa": True}
        else:
            queries_per_key = query.shape[1] // key.shape[1]
            key, value = (t.repeat_interleave(queries_per_key, dim=1) for t in (key, value))
    window_size = (-1 if window is None else window - 1, 0)
    return KERNEL.function(
        query, key, value, boundaries, boundaries, longest, longest, scale=scale, window_size=window_size, **options
    )


def boundaries_of(lengths: tuple[int, ...], device: torch.device) -> Tensor:
    """Return the cumulative lengths [S + 1], int32, starting with 0."""
    ends = torch.tensor((0, *lengths), dtype=torch.int32).cumsum(0, dtype=torch.int32)
    return copy_to(ends, device)


def is_usable(query: Tensor, key: Tensor, reference: Attention) -> bool:
    """Whether `attend` may be used for query [N, H, D] and key [N, K, D]: their device and dtype have a kernel, and it
    agrees with `reference`."""
    if query.device.type not in DEVICES or query.dtype not in DTYPES or KERNEL is None:
        return False
    # In the compiled layers of an FSDP2 model, these sizes are symbols until `index` makes them constants.
    heads, key_heads, size = index(query.shape[1]), index(key.shape[1]), index(query.shape[2])
    usable: bool = _is_right(str(query.device), query.dtype, heads, key_heads, size, reference)
    return usable


# A constant in compiled code: the check is not part of the model.
@torch.compiler.assume_constant_result  # type: ignore[untyped-decorator]
def _is_right(device: str, dtype: torch.dtype, heads: int, key_heads: int, size: int, reference: Attention) -> bool:
    return _check(device, dtype, heads, key_heads, size, reference)


@functools.lru_cache
@torch.inference_mode(False)
@torch.enable_grad()
def _check(device: str, dtype: torch.dtype, heads: int, key_heads: int, size: int, reference: Attention) -> bool:
    boundaries = boundaries_of(CHECKED_LENGTHS, torch.device(device))
    generator = torch.Generator().manual_seed(0)

    def random(count: int) -> Tensor:
        values = torch.randn(sum(CHECKED_LENGTHS), count, size, generator=generator)
        return values.to(device, dtype).requires_grad_()

    inputs = random(heads), random(key_heads), random(key_heads)
    outer = random(heads).detach()
    for window in (None, CHECKED_WINDOW):
        found: list[tuple[Tensor, ...]] = []
        try:
            with torch.autocast(torch.device(device).type, enabled=False):
                for out in (
                    attend(*inputs, boundaries, max(CHECKED_LENGTHS), 0.3, window),
                    reference(*inputs, CHECKED_LENGTHS, 0.3, window),
                ):
                    found.append((out, *torch.autograd.grad(out, inputs, outer)))
        except (RuntimeError, TypeError, ValueError):  # an unsupported head size, GPU or version
            return False
        if not all(_is_close(kernel, expected) for kernel, expected in zip(*found, strict=True)):
            return False
    return True


def _is_close(kernel: Tensor, expected: Tensor) -> bool:
    most = expected.float().abs().max() * TOLERANCE
    return kernel.shape == expected.shape and bool(((kernel.float() - expected.float()).abs() <= most).all())
