"""Chunked cross-entropy: the head and its loss in chunks of targets, so that the logits [T, V] are never materialized.

Gradients are computed in the forward pass, while a chunk's logits are in the cache; no tensor with a vocabulary
dimension, other than the weight's gradient, is saved for backward.

Shapes: T targets, D hidden size, V vocabulary, C targets of a chunk, B of a block within it.
"""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from instructgpt_cli.model import shape_buckets

# Logits in a chunk: what the caches of a CPU core hold; on an accelerator, enough to keep it busy.
CHUNK_NUMBERS = {"cpu": 1 << 21}
CHUNK_NUMBERS_ELSEWHERE = 1 << 27
SMALLEST_CHUNK = 64
# In training each chunk adds to the gradient of the full weight, which costs more than caches save: on a CPU the logits
# of such a chunk have this many bytes.
TRAINED_BYTES = 1 << 26
# Logits in a block, which is turned into its gradient in float32: on a CPU what a core's own cache holds.
BLOCK_NUMBERS = {"cpu": 1 << 18}
BLOCK_NUMBERS_ELSEWHERE = 1 << 24
# What an accelerator's chunk and blocks take beyond a CPU's: logits in 16 bits; three blocks in float32 at a time.
EXTRA_BYTES_ELSEWHERE = 2 * CHUNK_NUMBERS_ELSEWHERE - TRAINED_BYTES + 3 * 4 * BLOCK_NUMBERS_ELSEWHERE


def chunked_cross_entropy(hidden: Tensor, weight: Tensor, bias: Tensor | None, target_ids: Tensor) -> Tensor:
    """Return the summed cross-entropy in nats of `target_ids` [T], given `hidden` [T, D], `weight` [V, D], `bias` [V].

    Logits are computed in autocast's dtype if it is on, the softmax and the loss in float32.
    """
    if not torch.is_grad_enabled():
        return chunked_losses(hidden, weight, bias, target_ids).sum()
    apply: Callable[..., Tensor] = _SummedCrossEntropy.apply  # typed since torch 2.14
    return apply(hidden, weight, bias, target_ids)


@torch.no_grad()
def chunked_losses(hidden: Tensor, weight: Tensor, bias: Tensor | None, target_ids: Tensor) -> Tensor:
    """Return the cross-entropy [T] of each target, float32, without gradient."""
    size = _chunk_size(hidden, weight)
    weight = weight.to(shape_buckets.compute_type(hidden.device, hidden.dtype))  # a frozen one may have fewer bits
    # Allocated first: a small tensor per chunk would lie between the freed logits of two chunks, and the C allocator
    # could not reuse their memory.
    losses_T = torch.empty(len(target_ids), dtype=torch.float32, device=hidden.device)
    chunks = zip(*(torch.split(stream, size) for stream in (hidden, target_ids, losses_T)), strict=True)
    for hidden_CD, ids_C, losses_C in chunks:
        losses_C.copy_(F.cross_entropy(F.linear(hidden_CD, weight, bias).float(), ids_C, reduction="none"))
    return losses_T


class _SummedCrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, hidden: Tensor, weight: Tensor, bias: Tensor | None, target_ids: Tensor) -> Tensor:
        dtype, count = shape_buckets.compute_type(hidden.device, hidden.dtype), len(hidden)
        if shape_buckets.must_repeat(hidden.device, dtype):
            padding = -count % shape_buckets.ROWS
            hidden, target_ids = F.pad(hidden, (0, 0, 0, padding)), F.pad(target_ids, (0, padding))
        with torch.autocast(hidden.device.type, enabled=False):
            weight_VD, hidden_TD = weight.to(dtype), hidden.to(dtype)
            grad_hidden_TD, grad_weight_VD, grad_bias_V = torch.empty_like(hidden_TD), None, None
            losses_T = torch.empty(len(hidden_TD), dtype=torch.float32, device=hidden.device)
            size, summed_in = _trained_chunk_size(hidden, weight_VD), torch.promote_types(weight.dtype, torch.float32)
            for start in range(0, max(1, len(hidden_TD)), size):  # without targets the gradients are zeros, not None
                chunk = slice(start, start + size)
                grad_CV = F.linear(hidden_TD[chunk], weight_VD, None if bias is None else bias.to(dtype))
                _turn_into_gradient(grad_CV, target_ids[chunk], losses_T[chunk])
                grad_CV[max(0, count - start) :] = 0  # padding
                torch.mm(grad_CV, weight_VD, out=grad_hidden_TD[chunk])
                if ctx.needs_input_grad[1]:
                    grad_weight_VD = _add_product(grad_weight_VD, grad_CV.T, hidden_TD[chunk], summed_in)
                if bias is not None and ctx.needs_input_grad[2]:
                    summed_V = grad_CV.sum(0, dtype=summed_in)
                    grad_bias_V = summed_V if grad_bias_V is None else grad_bias_V.add_(summed_V)
        found = (grad_hidden_TD[:count], hidden), (grad_weight_VD, weight), (grad_bias_V, bias)
        ctx.save_for_backward(*(None if grad is None or of is None else grad.to(of.dtype) for grad, of in found))
        return losses_T[:count].sum()

    @staticmethod
    def backward(ctx: Any, *outer: Tensor) -> tuple[Tensor | None, ...]:
        (scale,) = outer
        return *(None if grad is None else grad * scale for grad in ctx.saved_tensors), None


def _turn_into_gradient(logits: Tensor, target_ids: Tensor, losses: Tensor) -> None:
    """Overwrite `logits` [C, V] with the gradient of their summed cross-entropy, and `losses` [C] with the terms."""
    numbers = BLOCK_NUMBERS.get(logits.device.type, BLOCK_NUMBERS_ELSEWHERE)
    blocks = (torch.split(t, max(1, numbers // logits.shape[1])) for t in (logits, target_ids[:, None], losses))
    for logits_BV, ids_B1, losses_B in zip(*blocks, strict=True):
        exact_BV = logits_BV.float()
        probabilities_BV = torch.softmax(exact_BV, 1)
        # logsumexp by the likeliest token: -log p of the target is infinite if its p underflows.
        logsumexp_B = exact_BV.amax(1) - probabilities_BV.amax(1).log_()
        torch.sub(logsumexp_B, exact_BV.gather(1, ids_B1)[:, 0], out=losses_B)
        logits_BV.copy_(probabilities_BV.scatter_(1, ids_B1, probabilities_BV.gather(1, ids_B1) - 1))


def _add_product(total: Tensor | None, left: Tensor, right: Tensor, dtype: torch.dtype) -> Tensor:
    """Add a matrix product to `total`, accumulating in `dtype`."""
    if total is None:
        return (left @ right).to(dtype)
    return total.addmm_(left, right) if left.dtype == dtype else total.add_(left @ right)


def _trained_chunk_size(hidden: Tensor, weight: Tensor) -> int:
    if hidden.device.type != "cpu":
        return _chunk_size(hidden, weight)
    return max(SMALLEST_CHUNK, _rounded_down(TRAINED_BYTES // (weight.element_size() * len(weight))))


def _chunk_size(hidden: Tensor, weight: Tensor) -> int:
    numbers = CHUNK_NUMBERS.get(hidden.device.type, CHUNK_NUMBERS_ELSEWHERE)
    return max(SMALLEST_CHUNK, _rounded_down(numbers // len(weight)))


def _rounded_down(targets: int) -> int:
    """To a multiple, so that shapes repeat."""
    return targets // shape_buckets.ROWS * shape_buckets.ROWS
