"""Activations that the backward pass needs, kept in host memory until then.

With gradient checkpointing these are the inputs of the layers: 2 D bytes per token and layer in bfloat16, for a hidden
size of D. Copies are asynchronous and in the order of the GPU's queue, so that the host never waits for one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import torch
from torch import Tensor, nn
from torch.autograd.graph import saved_tensors_hooks

# Smaller tensors stay where they are: they cost a copy and free next to nothing.
SMALLEST_BYTES = 1 << 16

_Stored = tuple[torch.device, Tensor]


@contextmanager
def offloading(smallest_bytes: int | None = None) -> Iterator[None]:
    """Within the context, autograd keeps what it saves for the backward pass in host memory, parameters excepted."""
    least = SMALLEST_BYTES if smallest_bytes is None else smallest_bytes
    with saved_tensors_hooks(partial(_store, least), _restore):
        yield


def _store(smallest_bytes: int, saved: Tensor) -> _Stored | Tensor:
    if isinstance(saved, nn.Parameter) or saved.nbytes < smallest_bytes or _is_part_of_parameter(saved):
        return saved
    host = torch.empty(saved.shape, dtype=saved.dtype, pin_memory=saved.is_cuda)
    return saved.device, host.copy_(saved, non_blocking=True)


def _is_part_of_parameter(saved: Tensor) -> bool:
    """Whether it is a view of a parameter, such as a transposed weight."""
    return isinstance(saved._base, nn.Parameter)


def _restore(stored: _Stored | Tensor) -> Tensor:
    if isinstance(stored, Tensor):
        return stored
    device, host = stored
    return host.to(device, non_blocking=True)
