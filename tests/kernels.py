"""A stand-in on the CPU for torch's variable-length attention kernel."""

from collections.abc import Callable
from functools import partialmethod
from itertools import pairwise
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from instructgpt_cli.model import varlen_attention


def reference(query: Tensor, key: Tensor, value: Tensor, ends: list[int], scale: float | None, window: int) -> Tensor:
    """Causal attention sequence by sequence: query [N, H, D], key and value [N, K, D] -> [N, H, D]."""
    parts = []
    for start, end in pairwise(ends):
        q, k, v = (t[start:end].transpose(0, 1) for t in (query, key, value))
        places = torch.arange(end - start)
        mask = places[:, None] >= places
        if window >= 0:
            mask = mask & (places[:, None] - places <= window)
        parts.append(F.scaled_dot_product_attention(q, k, v, attn_mask=mask, scale=scale, enable_gqa=True))
    return torch.cat(parts, dim=1).transpose(0, 1)


@torch.library.custom_op("instructgpt_test::attention", mutates_args=())
def _operator(query: Tensor, key: Tensor, value: Tensor, ends: Tensor, longest: int, scale: float, back: int) -> Tensor:
    return reference(query, key, value, ends.tolist(), scale, back).contiguous()


@_operator.register_fake
def _(query: Tensor, *_: object) -> Tensor:
    return torch.empty_like(query)


def _setup_context(ctx: Any, inputs: tuple[Any, ...], output: Tensor) -> None:
    query, key, value, ends, _, ctx.scale, ctx.back = inputs
    ctx.save_for_backward(query, key, value, ends)


def _backward(ctx: Any, grad: Tensor) -> tuple[Tensor | None, ...]:
    *streams, ends = ctx.saved_tensors
    streams = [stream.detach().requires_grad_() for stream in streams]
    with torch.enable_grad():
        out = reference(*streams, ends.tolist(), ctx.scale, ctx.back)
    return *torch.autograd.grad(out, streams, grad), None, None, None, None


_operator.register_autograd(_backward, setup_context=_setup_context)


def opaque_kernel(
    query: Tensor, key: Tensor, value: Tensor, ends: Tensor, _: Tensor, longest: int, __: int,
    *, scale: float | None = None, window_size: tuple[int, int] = (-1, -1), enable_gqa: bool = False,
) -> Tensor:  # fmt: skip
    """An operator that is opaque to the compiler and to autograd, with its own backward, like torch's."""
    return _operator(query, key, value, ends, longest, scale, window_size[0])  # type: ignore[no-any-return]


graphs: list[torch.fx.GraphModule] = []
"""The graphs that were compiled in this process, which run as they are."""


def _keep(graph: torch.fx.GraphModule, _: object) -> Callable[..., Any]:
    graphs.append(graph)
    return graph.forward


def install() -> None:
    """Use the stand-in on the CPU in this process, and compile without code generation."""
    varlen_attention.DEVICES = ("cpu",)
    varlen_attention.KERNEL = varlen_attention.Kernel(opaque_kernel)
    torch.nn.Module.compile = partialmethod(torch.nn.Module.compile, backend=_keep)  # type: ignore[assignment,method-assign]
