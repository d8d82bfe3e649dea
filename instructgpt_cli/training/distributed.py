"""One run on several devices. torchrun starts a process for each: the first, which leads, runs the run as if alone and
has its files to itself; the others compute shares of its steps when it calls them.

A call goes to all, with the weights; what all computed is added up for the leader, who alone has an optimizer and takes
the step. As much is sent as if everyone kept an optimizer of their own, and nothing has to be agreed upon: a stop, a
time budget or a checkpoint are the leader's business. Of a sharded model (`training.sharding`) no weights are sent: all
take the step, each with its share, and there are calls for whatever else needs the shares of all.
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

Told = TypeVar("Told")

# Numbers that are sent at once: enough to use the line, little beside the weights.
SENT_AT_ONCE = 1 << 24
# The others wait while the leader tokenises. A process that died is noticed by torchrun, which ends the others.
PATIENCE = timedelta(days=7)


class Call(IntEnum):
    """What the leader asks for."""

    LEAVE = 0
    BEGIN = 1
    """The run folder and the data are ready; the number says which run it is."""
    STEP = 2
    """The gradient of the step of this number."""
    VALIDATE = 3
    UPDATE = 4
    """The optimizer's step, at the learning rate that the number is. This and the following are for a sharded model."""
    BLAME = 5
    """The losses of the rows of the step of this number, one by one."""
    SAVE = 6
    """All that a checkpoint holds."""
    LOAD = 7
    """The leader has read a checkpoint."""
    GATHER = 8
    """The whole model."""


class Team:
    """The processes of a run; this one is number `rank` of `size`."""

    def __init__(self, rank: int = 0, size: int = 1, device: torch.device | None = None) -> None:
        self.rank, self.size = rank, size
        self._device = device
        self.is_computing = False
        """Between a call and the adding up of what it asked for."""

    @property
    def leads(self) -> bool:
        return self.rank == 0

    def call(self, what: Call, number: float = 0, weights: Iterable[Tensor] = ()) -> None:
        """The leader's word to the others, with the weights to compute with."""
        if self.size > 1:
            self.is_computing = what not in (Call.LEAVE, Call.BEGIN)
            _exchange(dist.broadcast, torch.tensor([what, number], dtype=torch.float64, device=self._device))
            _in_parts(weights, dist.broadcast)

    def hear(self, weights: Sequence[Tensor] = ()) -> tuple[Call, float]:
        """What the leader calls for; the weights that come with it are put into `weights`."""
        said = torch.zeros(2, dtype=torch.float64, device=self._device)
        _exchange(dist.broadcast, said)
        what, number = said.tolist()
        self.is_computing = what not in (Call.LEAVE, Call.BEGIN)
        if self.is_computing:
            _in_parts(weights, dist.broadcast)
        return Call(what), number

    @contextmanager
    def asking(self, what: Call, number: float = 0) -> Iterator[None]:
        """The leader's call, around what it computes of it itself."""
        self.call(what, number)
        with self.together():
            yield

    @contextmanager
    def together(self) -> Iterator[None]:
        """Around what all compute in step: who leaves it before its end has left the team."""
        self.is_computing = self.size > 1
        with noticing_loss():
            yield
        self.is_computing = False

    @cached_property
    def mesh(self) -> DeviceMesh:
        """All of them, as torch groups them; when it is asked for first, by all."""
        assert self._device is not None
        return init_device_mesh(self._device.type, (self.size,))

    @contextmanager
    def in_turn(self) -> Iterator[None]:
        """Around what the processes of one machine do one after the other."""
        if self.size == 1:
            yield
            return
        turns = torch.tensor(int(os.environ["LOCAL_WORLD_SIZE"]), device=self._device)
        dist.all_reduce(turns, dist.ReduceOp.MAX)
        for turn in range(int(turns)):
            if turn == int(os.environ["LOCAL_RANK"]):
                yield
            dist.barrier()

    def tell(self, what: Told) -> Told:
        """What the leader says, to all."""
        said = [what]
        if self.size > 1:
            dist.broadcast_object_list(said, 0, device=self._device)
        return said[0]

    @torch.no_grad()
    def spread(self, tensor: Tensor, value: Tensor | None) -> None:
        """Puts the leader's `value` into everyone's `tensor`, or into everyone's share of it."""
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

    def add_up(self, tensors: Iterable[Tensor]) -> None:
        """The leader's `tensors` become the sums over all processes; the others' are undefined after it."""
        if self.size > 1:
            _in_parts(tensors, dist.reduce)
            self.is_computing = False

    def add_up_for_all(self, tensor: Tensor) -> None:
        """Everyone's `tensor` becomes the sum over all processes."""
        if self.size > 1:
            _exchange(lambda sent, _: dist.all_reduce(sent), tensor)

    def dismiss(self) -> None:
        """Lets the others go, unless they are computing: then they see the leader's end."""
        if self.size > 1 and self.leads and not self.is_computing:
            self.call(Call.LEAVE)


ALONE = Team()


@contextmanager
def join(device: torch.device) -> Iterator[Team]:
    """The team that torchrun started this process for, of one where it did not.

    A process whose team is gone raises `Interrupted`. Raises `UsageError` for a device that cannot take part.
    """
    if not torchrun.has_started():
        yield Team()
        return
    if device.type not in ("cpu", "cuda"):
        raise UsageError(f"device: {device.type} cannot work in a team", "Start it without torchrun.")
    if device.type == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    dist.init_process_group("nccl" if device.type == "cuda" else "gloo", timeout=PATIENCE)
    team = Team(dist.get_rank(), dist.get_world_size(), device)
    try:
        yield team
    finally:
        with suppress(Interrupted):  # nobody is left to be dismissed
            team.dismiss()
        if not team.is_computing:  # else it might wait for what never comes: the end of the process tells the others
            dist.destroy_process_group()


def whole(tensor: Tensor) -> Tensor:
    """All of a tensor of which every process has a share, and calls for the rest."""
    return tensor.full_tensor() if isinstance(tensor, DTensor) else tensor


def share_like(tensor: Tensor, value: Tensor) -> Tensor:
    """This process's share of `value`, which all have, where it has a share of `tensor`; else all of it."""
    if not isinstance(tensor, DTensor):
        return value
    return distribute_tensor(value, tensor.device_mesh, tensor.placements, src_data_rank=None)


@contextmanager
def noticing_loss() -> Iterator[None]:
    """Around what processes compute together. Raises `Interrupted` where one of them is gone."""
    try:
        yield
    except RuntimeError as error:
        if not isinstance(error, dist.DistError) and "gloo" not in str(error):
            raise
        raise _gone() from error


def _gone() -> Interrupted:
    return Interrupted("another process of this run is gone", "Its message says why; the same command continues.")


def _exchange(what: Callable[[Tensor, int], object], tensor: Tensor) -> None:
    """From the leader or to it."""
    try:
        what(tensor, 0)
    except RuntimeError as error:
        raise _gone() from error


@torch.no_grad()
def _in_parts(tensors: Iterable[Tensor], what: Callable[[Tensor, int], object]) -> None:
    """Exchanges tensors, several small ones side by side."""
    for part in _parts(tensors):
        if len(part) == 1 and part[0].is_contiguous():
            _exchange(what, part[0])
            continue
        flat = torch.cat([tensor.flatten() for tensor in part])
        _exchange(what, flat)
        for tensor, values in zip(part, torch.split(flat, [tensor.numel() for tensor in part]), strict=True):
            tensor.copy_(values.view_as(tensor))


def _parts(tensors: Iterable[Tensor]) -> Iterator[list[Tensor]]:
    part: list[Tensor] = []
    for tensor in tensors:
        much = sum(t.numel() for t in part) + tensor.numel() > SENT_AT_ONCE
        if part and (much or tensor.dtype != part[0].dtype):
            yield part
            part = []
        part.append(tensor)
    if part:
        yield part
