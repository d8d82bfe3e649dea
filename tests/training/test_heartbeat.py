"""Signs of life: who is stopped, gone or late, and what ends a process that waits for it.

The ranks are threads of this process here; tests/training/test_distributed.py has real ones.
"""

import os
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import torch.distributed as dist
from torch.distributed.distributed_c10d import Store

from instructgpt_cli.errors import DataError, ExitCode, UsageError
from instructgpt_cli.system import signals
from instructgpt_cli.training import heartbeat, verdict
from instructgpt_cli.training.heartbeat import Heartbeat, Peer, time_limit
from instructgpt_cli.training.verdict import Beat, Verdict

Started = Callable[..., list[Heartbeat]]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in {"INTERVAL": 0.1, "NO_BEAT": 0.8, "GRACE": 0.5}.items():
        monkeypatch.setattr(heartbeat, name, seconds)


@pytest.fixture
def reports() -> list[str]:
    return []


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The exit codes of processes that were ended."""
    codes: list[int] = []
    monkeypatch.setattr(os, "_exit", codes.append)
    return codes


@pytest.fixture
def started(reports: list[str]) -> Iterator[Started]:
    """Starts that many ranks; with `silent`, the last one gives a single beat."""
    server = dist.TCPStore("127.0.0.1", 0, is_master=True, wait_for_workers=False)  # type: ignore[attr-defined]
    ranks: list[Heartbeat] = []

    def connect() -> Store:
        return dist.TCPStore("127.0.0.1", server.port, wait_for_workers=False)  # type: ignore[attr-defined,no-any-return]

    def start(size: int, limit: float = 60, silent: bool = False) -> list[Heartbeat]:
        def say(message: str, hint: str) -> None:
            reports.append(message)

        for rank in reversed(range(size)):
            one = Heartbeat(connect(), rank, size, timedelta(seconds=limit), "torchrun on here", say, say)
            one.activity = f"step {rank + 1}"
            ranks.insert(0, one)
            one._store.set(str(rank), one.beat.write())
        ranks[0]._store.set(heartbeat.END, "")
        for one in ranks[: size - 1] if silent else ranks:
            one.start()
        return ranks

    yield start
    for one in ranks:
        one._left.set()


def until(is_so: Callable[[], object], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_the_time_limit_is_a_duration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INSTRUCTGPT_TIMEOUT", raising=False)
    assert time_limit() == 600
    monkeypatch.setenv("INSTRUCTGPT_TIMEOUT", "90s")
    assert time_limit() == 90
    for wrong in ("soon", "0"):
        monkeypatch.setenv("INSTRUCTGPT_TIMEOUT", wrong)
        with pytest.raises(UsageError, match=f"INSTRUCTGPT_TIMEOUT={wrong}: .*duration|number followed by"):
            time_limit()


def test_silence_is_the_time_without_a_new_beat() -> None:
    peer = Peer(Beat(1, "here", 1, "step 1"))
    peer.hear(peer.beat, 2)
    peer.hear(peer.beat, 3)
    assert peer.silence == 5
    peer.hear(Beat(2, "here", 1, "step 2"), 1)
    assert (peer.silence, peer.beat.activity) == (0, "step 2")


def test_ranks_that_live_wait_for_each_other(started: Started, left: list[int]) -> None:
    """However long one of them takes for what it does."""
    ranks = started(3, limit=0.5)
    until(lambda: all(one._count > 12 for one in ranks))
    assert [one.verdict for one in ranks] == [None] * 3
    assert left == []


@pytest.mark.parametrize("size", [2, 3])
def test_a_silent_rank_ends_the_others_with_its_name(
    started: Started, left: list[int], reports: list[str], size: int
) -> None:
    others = started(size, limit=0.6, silent=True)[: size - 1]
    until(lambda: len(left) == len(others))
    assert left == [ExitCode.INTERRUPTED] * len(others)
    (message,) = [each for each in reports if "no progress" not in each]
    assert message.startswith(f"step 1: no sign of life from rank {size - 1} (process {os.getpid()} on ")
    assert "for 0.6s" in message


def test_a_failure_is_known_to_all_and_ends_those_that_do_not_end_by_themselves(
    started: Started, left: list[int], reports: list[str]
) -> None:
    ranks = started(3)
    ranks[1].post(verdict.failed(1, ranks[1].beat, DataError("rows.jsonl:3: no answer")))
    until(lambda: all(one.verdict for one in ranks))
    assert left == []  # they have time to end
    ranks[1].stop()
    until(lambda: len(left) == 2)
    assert left == [ExitCode.DATA] * 2
    assert reports == [f"rank 1 (process {os.getpid()} on {ranks[1].beat.host}): rows.jsonl:3: no answer"]


def test_the_first_verdict_stays(started: Started, left: list[int]) -> None:
    ranks = started(2)
    for one in ranks:
        one.post(verdict.failed(one.rank, one.beat, DataError("no answer")))
    until(lambda: all(one.verdict for one in ranks))
    assert ranks[0].verdict == ranks[1].verdict
    assert ranks[1].verdict is not None
    assert ranks[1].verdict.rank == 0


def found(one: Heartbeat, lost: str) -> Verdict:
    answer = one.explain(lost)
    assert answer is not None
    one.stop()
    return answer


def test_a_closed_connection_is_explained_by_the_rank_whose_beats_end(started: Started, left: list[int]) -> None:
    """Also by a rank that watched only rank 0 until then."""
    ranks = started(3)
    ranks[2].stop()
    answer = found(ranks[1], "closed")
    assert (answer.rank, answer.found_by, answer.code) == (2, 1, ExitCode.INTERRUPTED)
    assert answer.message.startswith("step 2: rank 2 (process ")


def test_a_wait_that_was_too_long_is_explained_by_the_ranks_that_wait_for_none(
    started: Started, left: list[int]
) -> None:
    ranks = started(3, limit=60)
    ranks[1]._lost = "timed out"
    until(lambda: ranks[0]._peers[1].beat.lost)
    answer = found(ranks[0], "timed out")
    assert answer.rank == 2
    assert answer.message.startswith("step 1: rank 0 has waited 1m 00s for rank 2 (process ")
    assert "now at: step 3" in answer.message


def test_a_stop_signal_of_any_rank_and_the_end_of_torchrun_reach_rank_0(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(signals, "request_stop", asked.append)
    ranks = started(2)
    ranks[1].stop_signal = "SIGUSR1"
    until(lambda: asked)
    assert set(asked) == {"SIGUSR1 on rank 1"}
    ranks[1].stop_signal = ""
    monkeypatch.setattr(os, "getppid", lambda: 1)
    until(lambda: "the end of torchrun" in asked)
    until(lambda: "the end of torchrun on rank 1" in asked)


def test_a_store_that_does_not_answer_ends_a_rank_without_progress(
    started: Started, left: list[int], reports: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = started(2, limit=1.0)
    for each in (one, other):
        monkeypatch.setattr(each, "_exchange", lambda seconds: time.sleep(60))
    deadline = time.monotonic() + 2.5
    while time.monotonic() < deadline:
        other.progress += 1
        time.sleep(0.02)
    assert left == [ExitCode.INTERRUPTED]
    assert "step 1: rank 0 has had no answer from torchrun on here and made no progress for 1.0s" in reports


def test_no_progress_is_announced_once_with_where_the_others_are(
    started: Started, reports: list[str], left: list[int]
) -> None:
    """NCCL ends a process without naming the step."""
    rank, _ = started(2, limit=0.5)
    until(lambda: rank._unchanged > 1.2)
    assert [each for each in reports if each.startswith("step 1")] == [
        "step 1: no progress for 0.5s; rank 1 at: step 2"
    ]
    rank.activity = "step 9"
    until(lambda: any(each.startswith("step 9: no progress") for each in reports))
