"""One stream of results computed by several processes, in the order in which one process would give them.

Each process goes through the whole input and does every n-th part of the work: nothing is handed out, so nothing waits
for a distributor, and what is in memory is one part for each process.
"""

import ctypes
import gc
import os
import pickle
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from instructgpt_cli.errors import ResourceError, UserError

T = TypeVar("T")
Work = Callable[[int, int], Iterator[T]]

MOST = 8
_RARELY = 200_000
_PR_SET_PDEATHSIG = 1  # Linux: the signal that a process is sent when its parent dies


def cores() -> int:
    """How many processes pay here; 1 where a process cannot be forked with what it has loaded."""
    return min(len(os.sched_getaffinity(0)), MOST) if sys.platform == "linux" else 1


def striped(work: "Work[T]", workers: int) -> Iterator[T]:
    """All results of `work(0, 1)`, where `work(i, n)` gives results i, i + n, i + 2n, ... of them.

    A fault of a worker is raised where its result would have come. Workers end with this process, however that ends.
    """
    if workers < 2:
        yield from work(0, 1)
        return
    processes, ends = [], []
    try:
        for number in range(workers):
            here, there = get_context("fork").Pipe(duplex=False)
            ends.append(here)
            todo = (work, number, workers, there, ends, os.getpid())
            process = get_context("fork").Process(target=_serve, args=todo, daemon=True)
            with _quiet_fork():
                process.start()
            processes.append(process)
            there.close()
        yield from _in_turn(ends)
    finally:
        for process in processes:
            process.kill()
            process.join()
        for end in ends:
            end.close()


def _in_turn(ends: list[Connection]) -> Iterator[T]:
    while True:
        for end in ends:
            try:
                kind, value = pickle.loads(end.recv_bytes())
            except (EOFError, OSError):
                raise ResourceError(
                    "a process that tokenises was ended from outside",
                    "Is there enough memory? data.workers=1 needs less.",
                ) from None
            if kind == "end":
                return
            if kind == "fault":
                raise value
            yield value


def _serve(work: "Work[T]", number: int, workers: int, out: Connection, foreign: list[Connection], parent: int) -> None:
    """The life of a worker."""
    # What it has inherited - locks, ends of pipes - must not outlive the parent.
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        return
    for heard in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(heard, signal.SIG_IGN)  # it is for the parent to decide
    for end in foreign:
        end.close()
    try:
        try:
            for value in work(number, workers):
                out.send_bytes(pickle.dumps(("value", value), pickle.HIGHEST_PROTOCOL))
            out.send_bytes(pickle.dumps(("end", None)))
        except BrokenPipeError:
            raise
        except BaseException as fault:
            if not isinstance(fault, UserError):
                fault.add_note("".join(traceback.format_exception(fault)))  # its own is lost on the way
            out.send_bytes(pickle.dumps(("fault", fault)))
    except BrokenPipeError:
        return  # the parent is gone, or wants no more


@contextmanager
def _quiet_fork() -> Iterator[None]:
    """Forks without remarks on threads: those of the tokenizer library and of the progress bar hold nothing that the
    workers use. The library is told that the workers tokenise in one thread each."""
    before = os.environ.get("TOKENIZERS_PARALLELISM")
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        if before is None:
            del os.environ["TOKENIZERS_PARALLELISM"]
        else:
            os.environ["TOKENIZERS_PARALLELISM"] = before


@contextmanager
def rare_collections() -> Iterator[None]:
    """Garbage is collected rarely meanwhile: a chunk of rows is a hundred thousand objects, and nearly none of them is
    part of a cycle."""
    before = gc.get_threshold()
    gc.set_threshold(_RARELY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
