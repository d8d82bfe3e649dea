"""The ranks of a run: torchrun starts a process for each device, and all of them run the same program.

Each rank computes its share of a step. Gradients are all-reduced (`training.gradients`), so that every rank takes the
same optimizer step; the weights of a sharded model (`training.sharding`) are FSDP2's.

Rank 0 alone owns the run folder, the clock, the signals and the terminal. What depends on them is decided there and
broadcast over a gloo group of its own (`ProcessGroup.decide`, `ProcessGroup.broadcast_numbers`), also where NCCL moves
the tensors. There the others wait for as long as rank 0 lives. In a collective of tensors no rank waits longer than
`INSTRUCTGPT_TIMEOUT`: all of them come to it at about the same time, after a `barrier` where rank 0 had more to do.
Why a run ends that a rank has left is known from its heartbeat (`training.heartbeat`).
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
from torch.distributed.distributed_c10d import PrefixStore, Store
from torch.distributed.tensor import DTensor

from instructgpt_cli.errors import ModelError, PeerError, UsageError
from instructgpt_cli.system import torchrun
from instructgpt_cli.training import heartbeat, rank_errors
from instructgpt_cli.training.heartbeat import Heartbeat, Report

T = TypeVar("T")

# Of what rank 0 decides: the others wait while it tokenizes or writes a checkpoint. Their heartbeats notice a rank 0
# that is stopped or gone.
UNLIMITED = timedelta(days=7)
# torch's default, which is required here: at a time-out, 0 goes on waiting, and 2 goes on with sums that are wrong. 1
# first cleans up, which can hang, too.
NCCL_ERRORS, NCCL_ENDS_PROCESS = "TORCH_NCCL_ASYNC_ERROR_HANDLING", "3"


class ProcessGroup:
    """The ranks of a run; this process is `rank` of `size`. Alone, nothing is sent."""

    def __init__(
        self,
        rank: int = 0,
        size: int = 1,
        device: torch.device | None = None,
        control: dist.ProcessGroup | None = None,
        heartbeat: Heartbeat | None = None,
    ) -> None:
        """`control` is the gloo group for what is decided; None: the default group."""
        self.rank, self.size = rank, size
        self._device, self._control, self._heartbeat = device, control, heartbeat

    @property
    def is_main(self) -> bool:
        return self.rank == 0

    @cached_property
    def mesh(self) -> DeviceMesh:
        """All ranks as a device mesh; the first access is collective."""
        assert self._device is not None
        return init_device_mesh(self._device.type, (self.size,))

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """Around what this rank does next: errors that another rank causes name it."""
        if self._heartbeat is None:
            yield
            return
        before, self._heartbeat.activity = self._heartbeat.activity, what
        yield
        self._heartbeat.activity = before  # not after a fault: the error still names it

    def pass_on(self, signal: str) -> None:
        """Tell rank 0 to stop the run because this rank has received `signal`."""
        if self._heartbeat:
            self._heartbeat.stop_signal = signal

    def _move_on(self) -> None:
        if self._heartbeat:
            self._heartbeat.progress += 1

    def decide(self, choose: Callable[[], T]) -> T:
        """The result of `choose` on rank 0, broadcast to every rank; the others do not call it."""
        chosen = [choose() if self.is_main else None]
        self._move_on()
        if self.size > 1:
            dist.broadcast_object_list(chosen, 0, group=self._control)
        return cast(T, chosen[0])

    def broadcast_numbers(self, *numbers: float) -> list[float]:
        """Rank 0's `numbers`, on every rank: one small message, for what is decided at every step."""
        if self.size == 1:
            return [*numbers]
        self._move_on()
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
        """Waits for the others, for as long as they live."""
        self._move_on()
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
            raise PeerError(fault.message, fault.hint, fault.code, is_reported=True) from None

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
def join(device: torch.device, report: Report, warn: Report) -> Iterator[ProcessGroup]:
    """The process group that torchrun started this process for; a group of one without torchrun.

    `report` shows the error that ends a process whose main thread waits in vain, `warn` announces it.

    Raises `PeerError` where another process failed or is gone, `Interrupted` where that is all that is known of it,
    `UsageError` for a device that cannot take part, `ResourceError` where NCCL does not work.
    """
    if not torchrun.has_started():
        yield ProcessGroup()
        return
    if device.type not in ("cpu", "cuda"):
        raise UsageError(f"device: {device.type} does not work in several processes", "Start it without torchrun.")
    limit = timedelta(seconds=heartbeat.time_limit())
    beats: Heartbeat | None = None
    try:
        dist.init_process_group(_prepare(device), timeout=limit)
        rank, size = dist.get_rank(), dist.get_world_size()
        warns = device.type == "cuda" and rank == 0  # gloo's time-outs are exceptions, which `report` explains
        beats = Heartbeat(_connect(limit), rank, size, limit, _server(), report, warn if warns else None)
        beats.start()
        group = ProcessGroup(rank, size, device, dist.new_group(backend="gloo", timeout=UNLIMITED), beats)
        yield group
        group.barrier()
    except BaseException as error:
        if (explained := rank_errors.explained(error, beats)) is error:
            raise
        raise explained from error
    finally:
        if beats:
            beats.stop()
    # Not after a fault: to destroy the group might wait for the others, and the end of the process tells them.
    dist.destroy_process_group()


def _prepare(device: torch.device) -> str:
    """The backend for the tensors of `device`."""
    if device.type != "cuda":
        return "gloo"
    torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    if os.environ.get(NCCL_ERRORS) != "1":
        os.environ[NCCL_ERRORS] = NCCL_ENDS_PROCESS
    return "nccl"


def _connect(limit: timedelta) -> Store:
    """A connection of its own to the store, which another thread can use. A restarted run has other keys there."""
    address, port = os.environ["MASTER_ADDR"], int(os.environ["MASTER_PORT"])
    store = dist.TCPStore(address, port, wait_for_workers=False, timeout=limit)  # type: ignore[attr-defined]
    start = os.environ.get("TORCHELASTIC_RESTART_COUNT", "0")
    return PrefixStore(f"instructgpt/{os.environ['TORCHELASTIC_RUN_ID']}/{start}", store)


def _server() -> str:
    """Who serves the store."""
    is_torchrun = os.environ.get("TORCHELASTIC_USE_AGENT_STORE") == "True"
    return f"{'torchrun' if is_torchrun else 'rank 0'} on {os.environ['MASTER_ADDR']}"


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
