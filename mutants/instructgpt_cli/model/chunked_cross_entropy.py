"""Chunked cross-entropy: the head and its loss, chunk by chunk of targets; logits of a whole micro-batch never exist.

With a gradient, that of the head is computed on the way, while a chunk's logits are still in the cache; nothing of
vocabulary size is kept for the backward pass. Shapes: T targets, D hidden size, V vocabulary, C targets of a chunk.
"""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from instructgpt_cli.model import shape_buckets

# Logits of a chunk: what the caches of a CPU core hold; on an accelerator, enough to keep it busy.
CHUNK_NUMBERS = {"cpu": 1 << 21}
CHUNK_NUMBERS_ELSEWHERE = 1 << 27
SMALLEST_CHUNK = 64
# Each chunk of a training step adds to the gradient of all of the head's weights, which costs more than caches save: on
# a CPU such a chunk has logits of so many bytes.
TRAINED_BYTES = 1 << 26
# Of these as many at a time become gradients in float32, on a CPU what a core's own cache holds.
BLOCK_NUMBERS = {"cpu": 1 << 18}
BLOCK_NUMBERS_ELSEWHERE = 1 << 24


def chunked_cross_entropy(hidden: Tensor, weight: Tensor, bias: Tensor | None, target_ids: Tensor) -> Tensor:
    """The summed cross-entropy, in nats, of `hidden` [T, D] under the head `weight` [V, D], `bias` [V].

    The logits are computed in autocast's type where it is on, everything after them in float32.
    """
    if not torch.is_grad_enabled():
        return chunked_losses(hidden, weight, bias, target_ids).sum()
    apply: Callable[..., Tensor] = _SummedCrossEntropy.apply  # which has a type since torch 2.14
    return apply(hidden, weight, bias, target_ids)


@torch.no_grad()
def chunked_losses(hidden: Tensor, weight: Tensor, bias: Tensor | None, target_ids: Tensor) -> Tensor:
    """[T] the cross-entropy of each target, float32."""
    size = _chunk_size(hidden, weight)
    # Made first: a little tensor kept of each chunk would lie between the freed logits of two and keep a C library's
    # allocator from using that memory again.
    losses = torch.empty(len(target_ids), dtype=torch.float32, device=hidden.device)
    chunks = zip(*(torch.split(stream, size) for stream in (hidden, target_ids, losses)), strict=True)
    for some, ids, found in chunks:
        found.copy_(F.cross_entropy(F.linear(some, weight, bias).float(), ids, reduction="none"))
    return losses


class _SummedCrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, hidden: Tensor, weight: Tensor, bias: Tensor | None, target_ids: Tensor) -> Tensor:
        dtype, count = shape_buckets.compute_type(hidden.device, weight.dtype), len(hidden)
        if shape_buckets.must_repeat(hidden.device, dtype):
            spare = -count % shape_buckets.ROWS
            hidden, target_ids = F.pad(hidden, (0, 0, 0, spare)), F.pad(target_ids, (0, spare))
        with torch.autocast(hidden.device.type, enabled=False):
            cast, given = weight.to(dtype), hidden.to(dtype)
            grad_hidden, grad_weight, grad_bias = torch.empty_like(given), None, None
            losses = torch.empty(len(given), dtype=torch.float32, device=hidden.device)
            size = _trained_chunk_size(hidden, cast)
            for start in range(0, len(given), size):
                part = slice(start, start + size)
                grad = F.linear(given[part], cast, None if bias is None else bias.to(dtype))
                _turn_into_gradient(grad, target_ids[part], losses[part])
                grad[max(0, count - start) :] = 0  # of what only fills up the size
                torch.mm(grad, cast, out=grad_hidden[part])
                if ctx.needs_input_grad[1]:
                    grad_weight = _added(grad_weight, grad.T, given[part], weight.dtype)
                if bias is not None and ctx.needs_input_grad[2]:
                    summed = grad.sum(0, dtype=bias.dtype)
                    grad_bias = summed if grad_bias is None else grad_bias.add_(summed)
        ctx.save_for_backward(grad_hidden[:count].to(hidden.dtype), grad_weight, grad_bias)
        return losses[:count].sum()

    @staticmethod
    def backward(ctx: Any, *outer: Tensor) -> tuple[Tensor | None, ...]:
        (scale,) = outer
        return *(None if grad is None else grad * scale for grad in ctx.saved_tensors), None


def _turn_into_gradient(logits: Tensor, target_ids: Tensor, losses: Tensor) -> None:
    """Logits [C, V] become the gradient of the sum of their cross-entropies, which go to `losses` [C]."""
    numbers = BLOCK_NUMBERS.get(logits.device.type, BLOCK_NUMBERS_ELSEWHERE)
    blocks = (torch.split(t, max(1, numbers // logits.shape[1])) for t in (logits, target_ids[:, None], losses))
    for block, at, found in zip(*blocks, strict=True):
        exact = block.float()
        probabilities = torch.softmax(exact, 1)
        # -log p of the target would be infinite where p is too small for a number; p of the likeliest token is not.
        likeliest = exact.amax(1) - probabilities.amax(1).log_()
        torch.sub(likeliest, exact.gather(1, at)[:, 0], out=found)
        block.copy_(probabilities.scatter_(1, at, probabilities.gather(1, at) - 1))


def _added(total: Tensor | None, one: Tensor, other: Tensor, dtype: torch.dtype) -> Tensor:
    """`total` and the product of two matrices, added up in `dtype`."""
    if total is None:
        return (one @ other).to(dtype)
    return total.addmm_(one, other) if one.dtype == dtype else total.add_(one @ other)


def _trained_chunk_size(hidden: Tensor, weight: Tensor) -> int:
    if hidden.device.type != "cpu":
        return _chunk_size(hidden, weight)
    return max(SMALLEST_CHUNK, _fitting(TRAINED_BYTES // (weight.element_size() * len(weight))))


def _chunk_size(hidden: Tensor, weight: Tensor) -> int:
    numbers = CHUNK_NUMBERS.get(hidden.device.type, CHUNK_NUMBERS_ELSEWHERE)
    return max(SMALLEST_CHUNK, _fitting(numbers // len(weight)))


def _fitting(targets: int) -> int:
    """A size that comes again, and no more."""
    return targets // shape_buckets.ROWS * shape_buckets.ROWS
