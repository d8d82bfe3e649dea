"""Errors of a rank: its own faults, and those that mean that another rank is gone or does not come."""

from dataclasses import replace
from typing import Any

import pytest
import torch
from torch.distributed import DistBackendError, DistNetworkError, DistStoreError

from instructgpt_cli.errors import DataError, ExitCode, Interrupted, PeerError, ResourceError
from instructgpt_cli.system import signals
from instructgpt_cli.system.signals import StopSignal
from instructgpt_cli.training import rank_errors, verdict
from instructgpt_cli.training.verdict import Beat, Verdict

CLOSED = RuntimeError("[/third_party/gloo/gloo/transport/tcp/pair.cc:547] Connection closed by peer")
CUDA_ASSERT = RuntimeError("CUDA error: device-side assert triggered\nCompile with ...")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (CLOSED, "closed"),
        (RuntimeError("[gloo/transport/tcp/unbound_buffer.cc:78] Timed out waiting 3000ms for recv"), "timed out"),
        (DistNetworkError("Failed to recv, got 0 bytes"), "closed"),
        (DistStoreError("wait timeout after 3000ms, keys: /end"), "timed out"),
        (DistBackendError("ncclRemoteError: A call failed possibly due to a network error"), "closed"),
        (DistBackendError("Watchdog caught collective operation timeout: WorkNCCL(SeqNum=3)"), "timed out"),
        (DistBackendError("NCCL error\nCuda failure 2 'out of memory'"), ""),
        (DistBackendError("ncclInvalidUsage: Duplicate GPU detected"), ""),
        (torch.OutOfMemoryError("CUDA out of memory"), ""),
        (CUDA_ASSERT, ""),
        (OSError("/data/gloo/rows.jsonl"), ""),
    ],
)
def test_errors_of_this_rank_are_not_taken_for_a_lost_connection(error: BaseException, why: str) -> None:
    assert rank_errors.lost(error) == why


class Beats:
    """Stands for a heartbeat that knows `found`, if anything, and keeps what is posted."""

    rank, beat = 1, Beat(7, "node3", 41, "step 12")

    def __init__(self, found: Verdict | None = None) -> None:
        self.found = found
        self.posted: list[Verdict] = []
        self.asked: list[str] = []

    def ask(self) -> Verdict | None:
        return self.found

    def explain(self, lost: str) -> Verdict | None:
        self.asked.append(lost)
        return self.found

    def post(self, found: Verdict) -> None:
        self.posted.append(found)


@pytest.fixture(autouse=True)
def signals_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "ignore_signals", lambda: None)


def explained(error: BaseException, beats: Any) -> Any:
    return rank_errors.explained(error, beats)


FOUND = verdict.failed(2, replace(Beats.beat, pid=43), DataError("rows.jsonl:3: no answer"))


@pytest.mark.parametrize("error", [CLOSED, StopSignal("SIGTERM"), Interrupted("another process could not save")])
def test_what_follows_from_another_rank_s_fault_is_replaced_by_it(error: BaseException) -> None:
    """torchrun sends SIGTERM to those that are left."""
    told = explained(error, beats := Beats(FOUND))
    assert isinstance(told, PeerError)
    assert (told.message, told.code) == ("rank 2 (process 43 on node3): rows.jsonl:3: no answer", ExitCode.DATA)
    assert beats.posted == []


def test_a_lost_connection_that_nobody_can_explain_is_said_to_be_one() -> None:
    told = explained(CLOSED, beats := Beats())
    assert (told.message, told.code) == ("another process of this run is gone", ExitCode.INTERRUPTED)
    assert (beats.asked, beats.posted) == (["closed"], [])
    early = explained(DistStoreError("wait timeout after 600000ms, keys: /0"), None)
    assert early.message.endswith("processes of this run have started: wait timeout after 600000ms, keys: /0")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (DataError("no answer"), ExitCode.DATA),
        (CUDA_ASSERT, ExitCode.BUG),
        (StopSignal("SIGHUP"), ExitCode.INTERRUPTED),
    ],
)
def test_a_fault_of_its_own_is_kept_and_posted(error: BaseException, code: ExitCode) -> None:
    assert explained(error, beats := Beats()) is error
    assert [each.code for each in beats.posted] == [code]
    assert explained(DataError("no answer"), Beats(FOUND)).message == "no answer"
    assert explained(error, None) is error


def test_nccl_that_does_not_work_is_no_bug() -> None:
    told = explained(DistBackendError("ncclInvalidUsage: Duplicate GPU detected\nmore"), beats := Beats())
    assert isinstance(told, ResourceError)
    assert told.message == "NCCL: ncclInvalidUsage: Duplicate GPU detected"
    assert [each.code for each in beats.posted] == [ExitCode.RESOURCES]
