"""The ranks of a run: torchrun starts a process for each device, and all of them run the same program.

Each rank computes its share of a step. Gradients are all-reduced (`training.gradients`), so that every rank takes the
same optimizer step; the weights of a sharded model (`training.sharding`) are FSDP2's.

Rank 0 alone owns the run folder, the clock, the signals and the terminal. What depends on them is decided there and
broadcast over a gloo group (`ProcessGroup.decide`, `ProcessGroup.broadcast_numbers`), also where NCCL moves the
tensors. A rank that fails ends; the others find its connections closed and end too.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cached_property
from typing import TypeVar, cast

import torch
import torch.distributed as dist
from torch import Tensor
from torch.distributed.device_mesh import DeviceMesh, init_device_mesh
from torch.distributed.tensor import DTensor

from instructgpt_cli.errors import Interrupted, ModelError, UsageError
from instructgpt_cli.system import torchrun

T = TypeVar("T")

# The other ranks wait while rank 0 tokenizes. torchrun notices a process that died and ends the others.
TIMEOUT = timedelta(days=7)


class ProcessGroup:
    """The ranks of a run; this process is `rank` of `size`. Alone, nothing is sent."""

    def __init__(
        self,
        rank: int = 0,
        size: int = 1,
        device: torch.device | None = None,
        control: dist.ProcessGroup | None = None,
    ) -> None:
        """`control` is the gloo group for what is decided; None: the default group."""
        self.rank, self.size = rank, size
        self._device, self._control = device, control

    @property
    def is_main(self) -> bool:
        return self.rank == 0

    @cached_property
    def mesh(self) -> DeviceMesh:
        """All ranks as a device mesh; the first access is collective."""
        assert self._device is not None
        return init_device_mesh(self._device.type, (self.size,))

    def decide(self, choose: Callable[[], T]) -> T:
        """The result of `choose` on rank 0, broadcast to every rank; the others do not call it."""
        chosen = [choose() if self.is_main else None]
        if self.size > 1:
            dist.broadcast_object_list(chosen, 0, group=self._control)
        return cast(T, chosen[0])

    def broadcast_numbers(self, *numbers: float) -> list[float]:
        """Rank 0's `numbers`, on every rank: one small message, for what is decided at every step."""
        if self.size == 1:
            return [*numbers]
        sent = torch.tensor(numbers, dtype=torch.float64)
        dist.broadcast(sent, 0, group=self._control)
        received: list[float] = sent.tolist()
        return received

    def share(self, value: T) -> list[T]:
        """The `value` of each rank, on every rank: for a few facts, which are pickled."""
        if self.size == 1:
            return [value]
        found: list[T | None] = [None] * self.size
        dist.all_gather_object(found, value, group=self._control)
        return cast(list[T], found)

    def barrier(self) -> None:
        if self.size > 1:
            dist.barrier(group=self._control)

    @contextmanager
    def main_first(self) -> Iterator[None]:
        """Around what rank 0 does before the others: they find its cache filled, and do not begin where it fails."""
        if not self.is_main:
            self.barrier()
        yield
        if self.is_main:
            self.barrier()

    @contextmanager
    def in_turn(self) -> Iterator[None]:
        """Around what the ranks of one machine do one after another."""
        if self.size == 1:
            yield
            return
        turns = torch.tensor(int(os.environ["LOCAL_WORLD_SIZE"]))
        dist.all_reduce(turns, dist.ReduceOp.MAX, group=self._control)
        for turn in range(int(turns)):
            if turn == int(os.environ["LOCAL_RANK"]):
                yield
            self.barrier()

    @contextmanager
    def same_faults(self) -> Iterator[None]:
        """Around what finds the same faults of the model on every rank: rank 0 reports them."""
        try:
            yield
        except ModelError as fault:
            if self.is_main:
                raise
            raise Interrupted(fault.message, fault.hint) from None

    @torch.no_grad()
    def broadcast(self, tensor: Tensor, value: Tensor | None = None) -> None:
        """Copies rank 0's `value` (None: its `tensor`) into `tensor` on every rank."""
        if value is not None:
            tensor.copy_(value)
        if self.size > 1:
            sent = tensor.contiguous()
            dist.broadcast(sent, 0)
            if sent is not tensor:
                tensor.copy_(sent)

    def all_reduce(self, tensor: Tensor) -> None:
        """`tensor` becomes the sum over all ranks, on every rank."""
        if self.size > 1:
            dist.all_reduce(tensor)

    def all_gather(self, tensor: Tensor) -> list[Tensor]:
        """The `tensor` of each rank, on the CPU."""
        if self.size == 1:
            return [tensor.cpu()]
        found = [torch.empty_like(tensor, device="cpu") for _ in range(self.size)]
        dist.all_gather(found, tensor.cpu(), group=self._control)
        return found


SINGLE_PROCESS = ProcessGroup()


@contextmanager
def join(device: torch.device) -> Iterator[ProcessGroup]:
    """The process group that torchrun started this process for; a group of one without torchrun.

    Raises `Interrupted` where another process is gone, `UsageError` for a device that cannot take part.
    """
    if not torchrun.has_started():
        yield ProcessGroup()
        return
    if device.type not in ("cpu", "cuda"):
        raise UsageError(f"device: {device.type} does not work in several processes", "Start it without torchrun.")
    if device.type == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    with _detecting_lost_process():
        dist.init_process_group("nccl" if device.type == "cuda" else "gloo", timeout=TIMEOUT)
        control = dist.new_group(backend="gloo", timeout=TIMEOUT) if device.type == "cuda" else None
        group = ProcessGroup(dist.get_rank(), dist.get_world_size(), device, control)
        yield group
        # Not after a fault: to destroy the group might wait for the others, and the end of the process tells them.
        group.barrier()
        dist.destroy_process_group()


def full_tensor(tensor: Tensor) -> Tensor:
    """All of a sharded tensor, gathered from all ranks; any other tensor as it is."""
    return tensor.full_tensor() if isinstance(tensor, DTensor) else tensor


def shard_of(tensor: Tensor) -> Tensor:
    """This rank's shard of a sharded tensor; any other tensor as it is."""
    return tensor.to_local() if isinstance(tensor, DTensor) else tensor


def rows_of_shard(tensor: DTensor) -> slice:
    """The rows of the full tensor that this rank's shard holds."""
    mesh = tensor.device_mesh
    return rows_of_rank(tensor.shape[0], mesh.get_local_rank(), mesh.size())


def rows_of_rank(rows: int, rank: int, size: int) -> slice:
    """The rows of a tensor with `rows` rows in the shard of `rank`, of `size`, as FSDP2 divides it."""
    shard = -(-rows // size)
    start = min(rows, rank * shard)
    return slice(start, min(rows, start + shard))


@contextmanager
def _detecting_lost_process() -> Iterator[None]:
    """Around collectives. Raises `Interrupted` where another process is gone."""
    try:
        yield
    except RuntimeError as error:
        if not isinstance(error, dist.DistError) and "gloo" not in str(error):
            raise
        raise Interrupted(
            "another process of this run is gone", "Its message says why; the same command continues."
        ) from error
