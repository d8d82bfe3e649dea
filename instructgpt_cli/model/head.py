"""The head and its cross-entropy, a few targets at a time: logits of a whole micro-batch never exist.

With a gradient, that of the head is computed on the way, while a chunk's logits are still in the cache; nothing of
vocabulary size is kept for the backward pass. Shapes: T targets, D hidden size, V vocabulary, C targets of a chunk.
"""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from instructgpt_cli.model import sizes

# Logits of a chunk: what the caches of a CPU core hold; on an accelerator, enough to keep it busy.
CHUNK_NUMBERS = {"cpu": 1 << 21}
CHUNK_NUMBERS_ELSEWHERE = 1 << 27
SMALLEST_CHUNK = 64
# Each chunk of a training step adds to the gradient of all of the head's weights. With a large vocabulary that costs
# more than caches save: there a chunk has so many targets, unless its logits were more than so many numbers.
TRAINED_CHUNK, TRAINED_NUMBERS = 256, 1 << 24


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
        dtype, count = sizes.compute_type(hidden.device, weight.dtype), len(hidden)
        if sizes.must_repeat(hidden.device, dtype):
            spare = -count % sizes.ROWS
            hidden, target_ids = F.pad(hidden, (0, 0, 0, spare)), F.pad(target_ids, (0, spare))
        with torch.autocast(hidden.device.type, enabled=False):
            cast = weight.to(dtype)
            grad_hidden = torch.empty_like(hidden, dtype=dtype)
            grad_weight = torch.zeros_like(weight) if ctx.needs_input_grad[1] else None
            grad_bias = torch.zeros_like(bias) if bias is not None and ctx.needs_input_grad[2] else None
            total = torch.zeros((), dtype=torch.float32, device=hidden.device)
            size = max(_chunk_size(hidden, weight), _fitting(min(TRAINED_CHUNK, TRAINED_NUMBERS // len(weight))))
            for start in range(0, len(hidden), size):
                part, real = slice(start, start + size), max(0, count - start)
                given, at = hidden[part].to(dtype), target_ids[part, None]
                scores = F.linear(given, cast, None if bias is None else bias.to(dtype))
                scores = torch.log_softmax(scores, 1, dtype=torch.float32)  # [C, V]
                likelihoods = scores.gather(1, at)
                total -= likelihoods[:real].sum()
                # The gradient of the logits: probabilities, less one at the target.
                grad = scores.exp_().scatter_(1, at, likelihoods.exp() - 1)
                grad[real:] = 0  # of what only fills up the size
                if grad_bias is not None:
                    grad_bias += grad.sum(0)
                grad = grad.to(dtype)
                torch.mm(grad, cast, out=grad_hidden[part])
                if grad_weight is None:
                    continue
                if dtype == grad_weight.dtype:
                    grad_weight.addmm_(grad.T, given)
                else:
                    grad_weight += grad.T @ given
        ctx.save_for_backward(grad_hidden[:count].to(hidden.dtype), grad_weight, grad_bias)
        return total

    @staticmethod
    def backward(ctx: Any, *outer: Tensor) -> tuple[Tensor | None, ...]:
        (scale,) = outer
        return *(None if grad is None else grad * scale for grad in ctx.saved_tensors), None


def _chunk_size(hidden: Tensor, weight: Tensor) -> int:
    numbers = CHUNK_NUMBERS.get(hidden.device.type, CHUNK_NUMBERS_ELSEWHERE)
    return max(SMALLEST_CHUNK, _fitting(numbers // len(weight)))


def _fitting(targets: int) -> int:
    """A size that comes again, and no more."""
    return targets // sizes.ROWS * sizes.ROWS
