"""Signs of life between the ranks of a run: none waits for long for a process that is stopped or gone.

A thread of each rank writes a `Beat` once a second into the TCP store that torchrun serves, whatever the main thread
computes. Rank 0 watches all others, and they watch rank 0. A rank that fails for a reason of its own, or finds another
one silent for `INSTRUCTGPT_TIMEOUT`, posts a `Verdict` there; it ends all ranks, with the same message and exit code.
A main thread that waits in a collective cannot be interrupted, so a second thread then ends the process.

A wait for a rank that is alive is not limited here: the others may wait for hours while rank 0 tokenizes. Collectives
of a step have the time-out of their process group (`training.distributed`).
"""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from socket import gethostname
from threading import Event, Thread

from torch.distributed.distributed_c10d import Store

from instructgpt_cli.errors import UsageError
from instructgpt_cli.plain_text import duration
from instructgpt_cli.recipe.fields import duration_seconds
from instructgpt_cli.system import signals
from instructgpt_cli.training import verdict
from instructgpt_cli.training.verdict import Beat, Verdict

VARIABLE, DEFAULT = "INSTRUCTGPT_TIMEOUT", "10m"
INTERVAL = 1.0  # seconds between two beats
NO_BEAT = 5 * INTERVAL  # a process whose connections are closed and that gives no beat for so long is gone
# A process that knows of a failure elsewhere has so long to end by itself, as in writing a checkpoint. torchrun kills
# it 30 s after the failure; its message comes before.
GRACE = 20.0
END = "end"
TORCHRUN_ENDED = "the end of torchrun"

Report = Callable[[str, str], None]


def time_limit() -> float:
    """Seconds that a rank waits for another one. Raises `UsageError` for a value that is not a duration."""
    given = os.environ.get(VARIABLE) or DEFAULT
    try:
        return duration_seconds(given)
    except ValueError as fault:
        raise UsageError(f"{VARIABLE}={given}: {fault}") from None


@dataclass(slots=True)
class Peer:
    """Another rank: its last beat, and the seconds since."""

    beat: Beat
    silence: float = 0.0

    def hear(self, beat: Beat, seconds: float) -> None:
        """Takes the `beat` that is now in the store, `seconds` after the one before was read."""
        self.silence = self.silence + seconds if beat.count == self.beat.count else 0.0
        self.beat = beat


class Heartbeat:
    """The beats of `rank`, and what it knows of the others. `activity` and `progress` are written by the main thread.

    `server` names who serves the store, `report` shows the error that ends this process. `warn`, if given, is told
    when rank 0 makes no progress for as long as a collective may wait.
    """

    def __init__(
        self,
        store: Store,
        rank: int,
        size: int,
        limit: timedelta,
        server: str,
        report: Report,
        warn: Report | None = None,
    ) -> None:
        self.activity, self.progress, self.stop_signal = "the start", 0, ""
        self.verdict: Verdict | None = None
        self.rank, self._size, self._limit = rank, size, limit.total_seconds()
        self._store, self._server, self._report, self._warn = store, server, report, warn
        self._peers: dict[int, Peer] = {}
        self._watched: Iterable[int] = range(1, size) if rank == 0 else (0,)
        self._count, self._lost = 0, ""
        self._posting: Verdict | None = None
        self._store_silence, self._store_is_lost = 0.0, False
        self._last, self._unchanged = (self.activity, self.progress), 0.0  # how long the main thread has been there
        self._parent = os.getppid()
        self._wake, self._known, self._left = Event(), Event(), Event()
        self._threads = [Thread(target=run, daemon=True) for run in (self._beat_on, self._watch_on)]

    def start(self) -> None:
        """Waits until every rank has given a beat. Raises `DistError` where one does not in time."""
        if self.rank == 0:
            self._store.set(END, "")
        self._store.set(str(self.rank), self.beat.write())
        for rank in range(self._size):
            self._peers[rank] = Peer(Beat.read(self._store.get(str(rank))))
        del self._peers[self.rank]
        self._store.get(END)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._left.set()
        self._wake.set()
        for thread in self._threads:
            thread.join(INTERVAL)  # it may be waiting for a store that does not answer

    @property
    def beat(self) -> Beat:
        return Beat(self._count, gethostname(), os.getpid(), self.activity, self.stop_signal, self._lost)

    def post(self, found: Verdict) -> None:
        """Ends all ranks with `found`, unless another rank was first; returns when they can know."""
        self._posting = self._posting or found
        self._wake.set()
        self._known.wait(NO_BEAT)

    def ask(self) -> Verdict | None:
        """The verdict, if there is one by now."""
        self._wake.set()
        self._known.wait(INTERVAL / 2)
        return self.verdict

    def explain(self, lost: str) -> Verdict | None:
        """Why a collective failed: the connection is `closed`, or it `timed out`. None if nobody knows."""
        self._lost, self._watched = lost, [*self._peers]
        for _ in range(2):  # the first to find it may be another rank
            self._wake.set()
            if self._known.wait(NO_BEAT) or self._store_is_lost:
                break
            if found := self._judge():
                self.post(found)
                break
        return self.verdict

    def _judge(self) -> Verdict | None:
        """Who is at fault, among the ranks that do not wait for another one themselves."""
        suspects = {rank: peer for rank, peer in self._peers.items() if not peer.beat.lost}
        if gone := {rank: peer.beat for rank, peer in suspects.items() if peer.silence > NO_BEAT - 1.5 * INTERVAL}:
            return verdict.gone(gone, self.activity, self.rank)
        has_timed_out = "timed out" in (self._lost, *(peer.beat.lost for peer in self._peers.values()))
        if has_timed_out and suspects:
            beats = {rank: peer.beat for rank, peer in suspects.items()}
            return verdict.late(beats, self.activity, self.rank, self._limit)
        return None

    def _beat_on(self) -> None:
        """The thread that uses the store. A store whose process is stopped keeps it waiting."""
        before = time.monotonic()
        while not self._left.is_set():
            now = time.monotonic()
            try:
                self._exchange(min(now - before, 2 * INTERVAL))  # not the time that this process was stopped itself
            except RuntimeError:  # torch's DistError
                self._store_is_lost = True
                self._known.set()
                return
            before = now
            self._wake.wait(INTERVAL)
            self._wake.clear()

    def _exchange(self, seconds: float) -> None:
        self._count += 1
        self._store.set(str(self.rank), self.beat.write())
        watched = [*self._watched]
        end, *beats = self._store.multi_get([END, *map(str, watched)])
        self._store_silence = 0.0
        for rank, text in zip(watched, beats, strict=True):
            self._peers[rank].hear(Beat.read(text), seconds)
        if not end and (found := self._posting or self._silent(watched)):
            end = self._store.compare_set(END, "", found.write())
        if end and not self.verdict:
            self.verdict = Verdict.read(end)
            self._known.set()
        for rank in watched if self.rank == 0 else ():
            if stop := self._peers[rank].beat.stop:
                signals.request_stop(f"{stop} on rank {rank}")

    def _silent(self, watched: Iterable[int]) -> Verdict | None:
        beats = {rank: self._peers[rank].beat for rank in watched if self._peers[rank].silence >= self._limit}
        return verdict.silent(beats, self.activity, self.rank, self._limit) if beats else None

    def _watch_on(self) -> None:
        """The thread that ends the process where its main thread does not. It waits for nobody."""
        before, knows = time.monotonic(), 0.0
        while not self._left.wait(INTERVAL):
            now = time.monotonic()
            seconds, before = min(now - before, 2 * INTERVAL), now
            self._store_silence += seconds
            self._watch_progress(seconds)
            if os.getppid() != self._parent:
                self._stop(TORCHRUN_ENDED)
            if self.verdict:
                knows += seconds
                if knows >= (GRACE if self.verdict.is_own else 2 * INTERVAL):  # the others read it, too
                    self._leave(self.verdict)
            elif min(self._store_silence, self._unchanged) >= self._limit:
                self._leave(verdict.unreachable(self._server, self.rank, self.activity, self._limit))

    def _watch_progress(self, seconds: float) -> None:
        now = (self.activity, self.progress)
        if now != self._last:
            self._last, self._unchanged = now, 0.0
            return
        if self._warn and self._unchanged < self._limit <= self._unchanged + seconds:
            self._warn(*self._stalled())
        self._unchanged += seconds

    def _stop(self, reason: str) -> None:
        if self.rank == 0:
            signals.request_stop(reason)
        else:
            self.stop_signal = self.stop_signal or reason

    def _stalled(self) -> tuple[str, str]:
        others = {rank: peer.beat.activity for rank, peer in self._peers.items() if peer.beat.activity != self.activity}
        where = ", ".join(f"rank {rank} at: {activity}" for rank, activity in [*others.items()][:4])
        return (
            f"{self.activity}: no progress for {duration(self._limit)}{f'; {where}' if where else ''}",
            f"NCCL ends a process whose collective has waited that long for another rank. {VARIABLE}=30m waits longer.",
        )

    def _leave(self, why: Verdict) -> None:
        """Ends the process, whose main thread waits for others."""
        error = why.error(self.rank)
        if self._left.is_set():
            return
        self._left.set()
        if not error.is_reported:
            self._report(error.message, error.hint)
        os._exit(error.code)
