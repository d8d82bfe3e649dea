"""Muon: momentum, replaced by the nearest orthogonal matrix for each weight matrix.

Keller Jordan, https://kellerjordan.github.io/posts/muon; the step is scaled to the size of an AdamW step, so that one
learning rate serves both (Liu et al., 2025, arXiv:2502.16982). torch.optim.Muon computes the same thing matrix by
matrix, always in bfloat16, which a CPU without bfloat16 units does hundreds of times slower; here equal shapes go
through together, in the precision that the device is fast in. Shapes: B matrices of m rows and n columns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor

from instructgpt_cli.training.distributed import full_tensor, shard_like

# A quintic whose iterates pull every singular value near 1, chosen for speed near 0 (from the reference above).
_COEFFICIENTS = (3.4445, -4.7750, 2.0315)
_ITERATIONS = 5


class Muon(torch.optim.Optimizer):
    """Trains weight matrices of hidden layers, and stacks of them; embeddings, heads, norms and biases need another
    optimizer."""

    def __init__(self, params: Iterable[Tensor], *, momentum: float, weight_decay: float, lr: float = 1e-3) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        assert closure is None, "the training loop computes the gradient itself"
        for group in self.param_groups:
            shapes: dict[tuple[int, ...], list[Tensor]] = defaultdict(list)
            for p in group["params"]:
                if p.grad is not None:
                    shapes[tuple(p.shape)].append(p)
            for shape, params in shapes.items():
                momenta = torch.stack([full_tensor(self._momentum(p, group)) for p in params])
                updates = orthogonal(momenta.flatten(0, -3)).view_as(momenta)
                scale = 0.2 * max(shape[-2:]) ** 0.5  # the root mean square of a typical AdamW step
                if group["weight_decay"]:
                    torch._foreach_mul_(params, 1 - group["lr"] * group["weight_decay"])
                shares = [shard_like(p, update) for p, update in zip(params, updates.unbind(), strict=True)]
                torch._foreach_add_(params, shares, alpha=-group["lr"] * scale)

    def _momentum(self, p: Tensor, group: dict[str, Any]) -> Tensor:
        """Nesterov momentum of the gradient of `p`."""
        state = self.state[p]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(p)
        buffer: Tensor = state["momentum"]
        assert p.grad is not None
        buffer.lerp_(p.grad, 1 - group["momentum"])
        return p.grad.lerp(buffer, group["momentum"])


def orthogonal(matrices: Tensor) -> Tensor:
    """[B, m, n] -> [B, m, n]: about U V^T of each matrix's U S V^T, singular values within [0.7, 1.2]."""
    a, b, c = _COEFFICIENTS
    x = matrices.bfloat16() if matrices.is_cuda else matrices.float()
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(_ITERATIONS):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return (x.mT if tall else x).to(matrices.dtype)
