"""Work in several processes: the results and exceptions of one, in its order, and no worker left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing import active_children
from pathlib import Path

import pytest

from instructgpt_cli.dataset import worker_pool
from instructgpt_cli.errors import DataError, ResourceError

pytestmark = pytest.mark.skipif(worker_pool.cores() < 2, reason="needs two cores and fork")


def squares(count: int, faulty: int = -1, deadly: int = -1) -> "worker_pool.Work[int]":
    """A worker's part of the first `count` squares; reading fails at number `faulty`, the worker dies at `deadly`."""

    def read() -> Iterator[int]:
        for number in range(count):
            if number == faulty:
                raise DataError(f"row {number}", "Mend it.")
            yield number

    def work(worker: int, workers: int) -> Iterator[int]:
        for number in islice(read(), worker, None, workers):
            if number == deadly:
                os.kill(os.getpid(), signal.SIGKILL)
            yield number**2

    return work


@pytest.mark.parametrize("count", [0, 1, 2, 3, 100])
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_a_single_process(count: int, workers: int) -> None:
    assert list(worker_pool.striped(squares(count), workers)) == [n**2 for n in range(count)]


@pytest.mark.parametrize("faulty", [0, 1, 7])
def test_an_exception_comes_in_place_of_its_result(faulty: int) -> None:
    before = []
    with pytest.raises(DataError, match=f"row {faulty}") as caught:
        before.extend(worker_pool.striped(squares(20, faulty), 3))
    assert caught.value.hint == "Mend it."
    assert before == [n**2 for n in range(faulty)]


def test_an_exception_of_a_worker_keeps_its_traceback() -> None:
    def work(worker: int, workers: int) -> Iterator[int]:
        yield 1 // worker

    with pytest.raises(ZeroDivisionError) as caught:
        list(worker_pool.striped(work, 2))
    assert "yield 1 // worker" in "".join(caught.value.__notes__)


def test_a_killed_worker_is_a_resource_error() -> None:
    with pytest.raises(ResourceError, match="tokenizing process was killed"):
        list(worker_pool.striped(squares(20, deadly=5), 2))


def test_workers_end_when_their_results_are_no_longer_read() -> None:
    results = worker_pool.striped(squares(10**9), 2)
    assert [next(results), next(results)] == [0, 1]
    assert len(active_children()) == 2
    del results
    assert active_children() == []


ORPHANS = """
import os, time
from instructgpt_cli.dataset.worker_pool import striped

def work(worker, workers):
    yield os.getpid()
    time.sleep(60)

results = striped(work, 2)
print(next(results), next(results), flush=True)
time.sleep(60)
"""


def test_no_worker_outlives_a_killed_parent() -> None:
    """They hold its locks."""
    with subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        workers = [Path("/proc", pid) for pid in parent.stdout.readline().split()]
        assert len(workers) == 2
        assert all(worker.exists() for worker in workers)
        parent.kill()
    deadline = time.monotonic() + 10
    while any(worker.exists() for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(worker.exists() for worker in workers)
