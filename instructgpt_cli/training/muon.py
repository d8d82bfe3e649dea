"""Muon: momentum, replaced by the nearest orthogonal matrix for each weight matrix.

Keller Jordan, https://kellerjordan.github.io/posts/muon; the step is scaled to the size of an AdamW step, so that one
learning rate serves both (Liu et al., 2025, arXiv:2502.16982). torch.optim.Muon computes the same thing matrix by
matrix, always in bfloat16, which a CPU without bfloat16 units does hundreds of times slower; here equal shapes go
through together, in the precision that the device is fast in. Shapes: B matrices of m rows and n columns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

import torch
from torch import Tensor
from torch.distributed.tensor import DTensor

from instructgpt_cli.training import matrix_blocks
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup, shard_of
from instructgpt_cli.training.matrix_blocks import Round
from instructgpt_cli.training.matrix_exchange import Exchange, Read, Replicas, RowUpdate, Shards

# A quintic whose iterates pull every singular value near 1, chosen for speed near 0 (from the reference above).
_COEFFICIENTS = (3.4445, -4.7750, 2.0315)
_ITERATIONS = 5
# A rank gathers so many elements at once: enough for the bandwidth, and little beside the weights.
ROUND_ELEMENTS = 16 << 20


class Muon(torch.optim.Optimizer):
    """Trains weight matrices of hidden layers, and stacks of them; embeddings, heads, norms and biases need another
    optimizer.

    Each matrix is orthogonalized once, by one rank of `group`, or of the ranks over which it is sharded. This costs
    about 30 m operations per weight of a square matrix, and sending the result a few bytes per weight.
    """

    def __init__(
        self,
        params: Iterable[Tensor],
        *,
        momentum: float,
        weight_decay: float,
        lr: float = 1e-3,
        group: ProcessGroup = SINGLE_PROCESS,
    ) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})
        self._group = group

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        """Collective: all ranks have gradients for the same parameters."""
        assert closure is None, "the training loop computes the gradient itself"
        for group in self.param_groups:
            if params := [p for p in group["params"] if p.grad is not None]:
                self._step(params, group)

    def _step(self, params: Sequence[Tensor], settings: dict[str, Any]) -> None:
        weights, gradients, buffers = [], [], []
        for p in params:
            assert p.grad is not None
            state = self.state[p]
            if "momentum" not in state:
                state["momentum"] = torch.zeros_like(p)
            weights.append(shard_of(p))
            gradients.append(shard_of(p.grad))
            buffers.append(shard_of(state["momentum"]))
        momentum, lr = settings["momentum"], settings["lr"]
        torch._foreach_lerp_(buffers, gradients, 1 - momentum)
        if settings["weight_decay"]:
            torch._foreach_mul_(weights, 1 - lr * settings["weight_decay"])

        def nesterov(parameter: int, rows: slice) -> Tensor:
            gradient, buffer = gradients[parameter][rows], buffers[parameter][rows]
            return gradient.lerp(buffer, momentum).to(_dtype(gradient.device))

        rounds, exchange = self._divide(params)
        for parts in _updates(rounds, exchange, nesterov):
            alike: dict[int, list[RowUpdate]] = defaultdict(list)
            for part in parts:
                alike[max(params[part.parameter].shape[-2:])].append(part)
            for longest, group in alike.items():
                scale = 0.2 * longest**0.5  # the root mean square of a typical AdamW step
                rows = [weights[part.parameter][part.rows] for part in group]
                torch._foreach_add_(rows, [part.values for part in group], alpha=-lr * scale)

    def _divide(self, params: Sequence[Tensor]) -> tuple[Sequence[Round], Exchange]:
        """The blocks of each rank, and the exchange among the ranks."""
        first, shapes = params[0], tuple(tuple(p.shape) for p in params)
        empty = torch.empty(0, dtype=_dtype(first.device), device=first.device)
        if isinstance(first, DTensor):
            shards = Shards(first.device_mesh.get_group(), [shape[0] for shape in shapes], empty)
            size = first.device_mesh.size()
            return matrix_blocks.plan(shapes, size, sharded=True, limit=ROUND_ELEMENTS), shards
        size = self._group.size
        # Every rank receives the results of all.
        rounds = matrix_blocks.plan(shapes, size, sharded=False, limit=ROUND_ELEMENTS // size)
        return rounds, Replicas(self._group.rank, size, empty)


def _updates(rounds: Sequence[Round], exchange: Exchange, read: Read) -> Iterator[list[RowUpdate]]:
    """The orthogonalized updates of this rank's weights, round by round. A round is gathered while a device computes
    the one before."""
    gathered = exchange.gather(rounds[0], read)
    for blocks_of, following in zip_longest(rounds, rounds[1:]):
        blocks = gathered()
        if following:
            gathered = exchange.gather(following, read)
        yield exchange.scatter(blocks_of, _orthogonal_blocks(blocks))


def _orthogonal_blocks(blocks: Sequence[Tensor]) -> list[Tensor]:
    """`orthogonal` of matrices and stacks, those with matrices of the same shape at once."""
    alike: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        alike[tuple(block.shape[-2:])].append(i)
    results = [*blocks]
    for shape, places in alike.items():
        stacks = [blocks[i].reshape(-1, *shape) for i in places]
        found = torch.split(orthogonal(torch.cat(stacks)), [len(stack) for stack in stacks])
        for i, result in zip(places, found, strict=True):
            results[i] = result.view_as(blocks[i])
    return results


def _dtype(device: torch.device) -> torch.dtype:
    """What `orthogonal` computes in on a device."""
    return torch.bfloat16 if device.type == "cuda" else torch.float32


def orthogonal(matrices: Tensor) -> Tensor:
    """[B, m, n] -> [B, m, n]: about U V^T of each matrix's U S V^T, singular values within [0.7, 1.2]."""
    a, b, c = _COEFFICIENTS
    x = matrices.to(_dtype(matrices.device))
    tall = x.shape[1] > x.shape[2]
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(_ITERATIONS):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return (x.mT if tall else x).to(matrices.dtype)
