"""Compute a stream of results in several processes, in the order of a single one.

Each of n processes reads the whole input and does every n-th part of the work: there is no distributor to wait for, and
each process holds one part in memory.
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
from instructgpt_cli.system.signals import ignore_signals

T = TypeVar("T")
Work = Callable[[int, int], Iterator[T]]

MAX_WORKERS = 8
_GC_THRESHOLD = 200_000
_PR_SET_PDEATHSIG = 1  # Linux: the signal that a process is sent when its parent dies


def cores() -> int:
    """The number of worker processes to use; 1 if the platform cannot fork safely."""
    return min(len(os.sched_getaffinity(0)), MAX_WORKERS) if sys.platform == "linux" else 1


def striped(work: "Work[T]", workers: int) -> Iterator[T]:
    """All results of `work(0, 1)`, where `work(i, n)` yields results i, i + n, i + 2n, ... of them.

    An exception in a worker is raised in place of its result. Workers end with this process, however that ends.
    """
    if workers < 2:
        yield from work(0, 1)
        return
    processes, connections = [], []
    try:
        for number in range(workers):
            receiver, sender = get_context("fork").Pipe(duplex=False)
            connections.append(receiver)
            arguments = (work, number, workers, sender, connections, os.getpid())
            process = get_context("fork").Process(target=_serve, args=arguments, daemon=True)
            with _quiet_fork():
                process.start()
            processes.append(process)
            sender.close()
        yield from _in_turn(connections)
    finally:
        for process in processes:
            process.kill()
            process.join()
        for connection in connections:
            connection.close()


def _in_turn(connections: list[Connection]) -> Iterator[T]:
    while True:
        for connection in connections:
            try:
                kind, value = pickle.loads(connection.recv_bytes())
            except (EOFError, OSError):
                raise ResourceError(
                    "a tokenizing process was killed",
                    "Is there enough memory? data.workers=1 needs less.",
                ) from None
            if kind == "end":
                return
            if kind == "fault":
                raise value
            yield value


def _serve(
    work: "Work[T]", number: int, workers: int, out: Connection, inherited: list[Connection], parent: int
) -> None:
    """Run a worker: send its results, then the end or its exception."""
    # Inherited locks and pipes must not outlive the parent.
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        return
    ignore_signals()  # the parent decides
    for connection in inherited:
        connection.close()
    try:
        try:
            for value in work(number, workers):
                out.send_bytes(pickle.dumps(("value", value), pickle.HIGHEST_PROTOCOL))
            out.send_bytes(pickle.dumps(("end", None)))
        except BrokenPipeError:
            raise
        except BaseException as fault:
            if not isinstance(fault, UserError):
                fault.add_note("".join(traceback.format_exception(fault)))  # pickling loses the traceback
            out.send_bytes(pickle.dumps(("fault", fault)))
    except BrokenPipeError:
        return  # the parent is gone or has stopped reading


@contextmanager
def _quiet_fork() -> Iterator[None]:
    """Silence Python's warning about forking with threads: those of the tokenizer library and the progress bar hold
    nothing that workers use. Workers tokenize in one thread each."""
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
def infrequent_gc() -> Iterator[None]:
    """Run the garbage collector rarely: a chunk of rows is a hundred thousand objects, almost none in a cycle."""
    before = gc.get_threshold()
    gc.set_threshold(_GC_THRESHOLD, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
