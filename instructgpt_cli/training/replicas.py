"""Proof that all ranks hold the same weights and optimizer state, where each holds all of them."""

from collections.abc import Mapping

import torch
from torch import Tensor

from instructgpt_cli.errors import NumericsError
from instructgpt_cli.training.distributed import ProcessGroup

CHUNK = 1 << 22  # elements whose products are in memory at once
_INTEGERS = {1: torch.int8, 2: torch.int16, 4: torch.int32, 8: torch.int64}


@torch.no_grad()
def digest(tensor: Tensor) -> Tensor:
    """int64 []: the sum of each element's bits times an odd number of its place, modulo 2**64, computed on the
    tensor's device. No change of a single element goes unnoticed, nor does an exchange of two."""
    bits = tensor.contiguous().flatten().view(_INTEGERS[tensor.element_size()])
    total = torch.zeros((), dtype=torch.int64, device=tensor.device)
    for start in range(0, len(bits), CHUNK):
        part = bits[start : start + CHUNK].long()
        total += (part * (2 * torch.arange(start, start + len(part), device=part.device) + 1)).sum()
    return total


def refuse_different(tensors: Mapping[str, Tensor], group: ProcessGroup, step: int) -> None:
    """Raises `NumericsError` on every rank where a rank's `tensors` differ from those of rank 0."""
    if group.size == 1 or not tensors:
        return
    digests = torch.stack([digest(tensor).cpu() for tensor in tensors.values()])
    first, *others = group.all_gather(digests)
    for rank, other in enumerate(others, start=1):
        if not torch.equal(first, other):
            name = next(name for name, one, two in zip(tensors, first, other, strict=True) if one != two)
            raise NumericsError(
                f"step {step}: rank {rank} has another {name} than rank 0",
                "All ranks must compute the same bits: give them the same hardware and the same versions. "
                "The same command continues from the last checkpoint.",
            )
