"""One run on several devices. torchrun starts a process for each: the main process, rank 0, runs the run as if alone
and owns its files; the workers, all other ranks, compute their share of a step when it calls them.

A call broadcasts the weights; the gradients are reduced to the main process, which alone has an optimizer and takes the
step. That moves as many bytes as an optimizer on every rank would, and nothing has to be agreed upon: a stop, a time
budget and a checkpoint are up to the main process. The weights of a sharded model (`training.sharding`) are not
broadcast: every rank takes the step for its shard, and there are calls for whatever else needs all shards.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from enum import IntEnum
from functools import cached_property
from typing import TypeVar

import torch
import torch.distributed as dist
from torch import Tensor
from torch.distributed.device_mesh import DeviceMesh, init_device_mesh
from torch.distributed.tensor import DTensor, distribute_tensor

from instructgpt_cli.errors import Interrupted, UsageError
from instructgpt_cli.system import torchrun

T = TypeVar("T")

# Numbers in one collective: enough to use the bandwidth, little beside the weights.
BUCKET_NUMBERS = 1 << 24
# Workers wait while the main process tokenises. torchrun notices a process that died and ends the others.
TIMEOUT = timedelta(days=7)


class Call(IntEnum):
    """What the main process asks of the workers."""

    LEAVE = 0
    BEGIN = 1
    """The run folder and the data are ready; the number is a digest of the run's identity."""
    STEP = 2
    """The gradient of the step of this number."""
    VALIDATE = 3
    UPDATE = 4
    """The optimizer's step, at the learning rate that the number is. This and the following are for a sharded model."""
    NON_FINITE_ROWS = 5
    """The losses of the rows of the step of this number, one by one."""
    SAVE = 6
    """All that a checkpoint holds."""
    LOAD = 7
    """The main process has read a checkpoint."""
    GATHER = 8
    """The whole model."""


class ProcessGroup:
    """The processes of a run; this one has rank `rank` of `size`."""

    def __init__(self, rank: int = 0, size: int = 1, device: torch.device | None = None) -> None:
        self.rank, self.size = rank, size
        self._device = device
        self.is_computing = False
        """Between a call and the reduction of what it asked for."""

    @property
    def is_main(self) -> bool:
        return self.rank == 0

    def call(self, what: Call, number: float = 0, weights: Iterable[Tensor] = ()) -> None:
        """Sends the workers a call, with the weights to compute with."""
        if self.size > 1:
            self.is_computing = what not in (Call.LEAVE, Call.BEGIN)
            _exchange(dist.broadcast, torch.tensor([what, number], dtype=torch.float64, device=self._device))
            _in_buckets(weights, dist.broadcast)

    def hear(self, weights: Sequence[Tensor] = ()) -> tuple[Call, float]:
        """Waits for a call of the main process; the weights that come with it are put into `weights`."""
        said = torch.zeros(2, dtype=torch.float64, device=self._device)
        _exchange(dist.broadcast, said)
        what, number = said.tolist()
        self.is_computing = what not in (Call.LEAVE, Call.BEGIN)
        if self.is_computing:
            _in_buckets(weights, dist.broadcast)
        return Call(what), number

    @contextmanager
    def calling(self, what: Call, number: float = 0) -> Iterator[None]:
        """Sends a call, around the main process's own share of it."""
        self.call(what, number)
        with self.in_lockstep():
            yield

    @contextmanager
    def in_lockstep(self) -> Iterator[None]:
        """Around what all ranks compute in step: a process that leaves it early has left the group."""
        self.is_computing = self.size > 1
        with detecting_lost_process():
            yield
        self.is_computing = False

    @cached_property
    def mesh(self) -> DeviceMesh:
        """All ranks as torch's device mesh; the first access is collective."""
        assert self._device is not None
        return init_device_mesh(self._device.type, (self.size,))

    @contextmanager
    def in_turn(self) -> Iterator[None]:
        """Around what the processes of one machine do one after another."""
        if self.size == 1:
            yield
            return
        turns = torch.tensor(int(os.environ["LOCAL_WORLD_SIZE"]), device=self._device)
        dist.all_reduce(turns, dist.ReduceOp.MAX)
        for turn in range(int(turns)):
            if turn == int(os.environ["LOCAL_RANK"]):
                yield
            dist.barrier()

    def broadcast_object(self, what: T) -> T:
        """The main process's `what`, on every rank."""
        said = [what]
        if self.size > 1:
            dist.broadcast_object_list(said, 0, device=self._device)
        return said[0]

    @torch.no_grad()
    def broadcast(self, tensor: Tensor, value: Tensor | None) -> None:
        """Copies the main process's `value` into `tensor` on every rank, or into the rank's shard of it."""
        if isinstance(tensor, DTensor):
            local = tensor.to_local()
            empty = torch.empty(tensor.shape, dtype=tensor.dtype, device=local.device)
            sent = empty if value is None else empty.copy_(value)
            local.copy_(distribute_tensor(sent, tensor.device_mesh, tensor.placements).to_local())
            return
        if value is not None:
            tensor.copy_(value)
        if self.size > 1:
            dist.broadcast(tensor, 0)

    def reduce_to_main(self, tensors: Iterable[Tensor]) -> None:
        """`tensors` of the main process become the sums over all ranks; those of the workers are undefined
        afterwards."""
        if self.size > 1:
            _in_buckets(tensors, dist.reduce)
            self.is_computing = False

    def all_reduce(self, tensor: Tensor) -> None:
        """`tensor` becomes the sum over all ranks, on every rank."""
        if self.size > 1:
            _exchange(lambda sent, _: dist.all_reduce(sent), tensor)

    def release_workers(self) -> None:
        """Lets the workers exit, unless they are computing: then they notice the end of the main process."""
        if self.size > 1 and self.is_main and not self.is_computing:
            self.call(Call.LEAVE)


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
    dist.init_process_group("nccl" if device.type == "cuda" else "gloo", timeout=TIMEOUT)
    group = ProcessGroup(dist.get_rank(), dist.get_world_size(), device)
    try:
        yield group
    finally:
        with suppress(Interrupted):  # no worker is left
            group.release_workers()
        if not group.is_computing:  # else it might wait for what never comes: the end of the process tells the others
            dist.destroy_process_group()


def full_tensor(tensor: Tensor) -> Tensor:
    """The whole of a sharded tensor, gathered from all ranks; any other tensor as it is."""
    return tensor.full_tensor() if isinstance(tensor, DTensor) else tensor


def shard_like(tensor: Tensor, value: Tensor) -> Tensor:
    """This rank's shard of `value`, which every rank has whole, where `tensor` is sharded; else all of it."""
    if not isinstance(tensor, DTensor):
        return value
    return distribute_tensor(value, tensor.device_mesh, tensor.placements, src_data_rank=None)


@contextmanager
def detecting_lost_process() -> Iterator[None]:
    """Around collectives. Raises `Interrupted` where another process is gone."""
    try:
        yield
    except RuntimeError as error:
        if not isinstance(error, dist.DistError) and "gloo" not in str(error):
            raise
        raise _lost_process() from error


def _lost_process() -> Interrupted:
    return Interrupted("another process of this run is gone", "Its message says why; the same command continues.")


def _exchange(what: Callable[[Tensor, int], object], tensor: Tensor) -> None:
    """A collective with rank 0 as its source or destination."""
    try:
        what(tensor, 0)
    except RuntimeError as error:
        raise _lost_process() from error


@torch.no_grad()
def _in_buckets(tensors: Iterable[Tensor], what: Callable[[Tensor, int], object]) -> None:
    """Runs a collective over `tensors`, several small ones flattened into one bucket."""
    for part in _buckets(tensors):
        if len(part) == 1 and part[0].is_contiguous():
            _exchange(what, part[0])
            continue
        flat = torch.cat([tensor.flatten() for tensor in part])
        _exchange(what, flat)
        for tensor, values in zip(part, torch.split(flat, [tensor.numel() for tensor in part]), strict=True):
            tensor.copy_(values.view_as(tensor))


def _buckets(tensors: Iterable[Tensor]) -> Iterator[list[Tensor]]:
    part: list[Tensor] = []
    for tensor in tensors:
        much = sum(t.numel() for t in part) + tensor.numel() > BUCKET_NUMBERS
        if part and (much or tensor.dtype != part[0].dtype):
            yield part
            part = []
        part.append(tensor)
    if part:
        yield part
