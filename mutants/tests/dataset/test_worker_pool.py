"""Work done by several processes: the results and faults of one, in its order; nothing is left of the workers."""

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

pytestmark = pytest.mark.skipif(worker_pool.cores() < 2, reason="one core, or processes that cannot be forked")


def squares(count: int, faulty: int = -1, deadly: int = -1) -> "worker_pool.Work[int]":
    """A worker's share of the first so many squares; reading fails at number `faulty`, computing at `deadly`."""

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
def test_the_results_come_in_the_order_of_one_process(count: int, workers: int) -> None:
    assert list(worker_pool.striped(squares(count), workers)) == [n**2 for n in range(count)]


@pytest.mark.parametrize("faulty", [0, 1, 7])
def test_a_fault_comes_where_its_result_would_have(faulty: int) -> None:
    before = []
    with pytest.raises(DataError, match=f"row {faulty}") as caught:
        before.extend(worker_pool.striped(squares(20, faulty), 3))
    assert caught.value.hint == "Mend it."
    assert before == [n**2 for n in range(faulty)]


def test_a_bug_in_a_worker_keeps_its_traceback() -> None:
    def work(worker: int, workers: int) -> Iterator[int]:
        yield 1 // worker

    with pytest.raises(ZeroDivisionError) as caught:
        list(worker_pool.striped(work, 2))
    assert "yield 1 // worker" in "".join(caught.value.__notes__)


def test_a_worker_that_is_killed_is_a_lack_of_resources() -> None:
    with pytest.raises(ResourceError, match="ended from outside"):
        list(worker_pool.striped(squares(20, deadly=5), 2))


def test_no_worker_stays_when_its_results_are_no_longer_wanted() -> None:
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


def test_no_worker_outlives_a_parent_that_is_killed() -> None:
    """They hold the locks that it held."""
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
