"""Why a run in several processes ends, in words that all ranks share."""

import pytest
import torch

from instructgpt_cli.errors import DataError, ExitCode, PeerError
from instructgpt_cli.system.signals import StopSignal
from instructgpt_cli.training import verdict
from instructgpt_cli.training.verdict import Beat, Verdict

BEAT = Beat(7, "node3", 41, "step 12", stop="SIGTERM", lost="closed")
BEATS = {1: BEAT, 5: Beat(9, "node4", 43, "step 11")}


def test_what_goes_through_the_store_comes_back_equal() -> None:
    assert Beat.read(BEAT.write().encode()) == BEAT
    found = verdict.gone(BEATS, "step 12", 0)
    assert Verdict.read(found.write().encode()) == found


@pytest.mark.parametrize(
    ("error", "code", "message", "hint"),
    [
        (DataError("a.jsonl:3: no answer", "Name it."), ExitCode.DATA, "a.jsonl:3: no answer", "Name it."),
        (torch.OutOfMemoryError("CUDA out of memory."), ExitCode.RESOURCES, "step 12: out of memory", "message of"),
        (OSError(28, "No space left"), ExitCode.RESOURCES, "step 12: OSError: [Errno 28] No space left", "message of"),
        (StopSignal("SIGHUP"), ExitCode.INTERRUPTED, "stopped by SIGHUP", "The same command continues"),
        (
            RuntimeError("CUDA error: device-side assert triggered\nmore"),
            ExitCode.BUG,
            "step 12: RuntimeError: CUDA error: device-side assert triggered",
            "traceback of that process",
        ),
    ],
)
def test_a_rank_that_fails_says_why_with_its_exit_code(
    error: BaseException, code: ExitCode, message: str, hint: str
) -> None:
    found = verdict.failed(1, BEAT, error)
    assert (found.code, found.message) == (code, f"rank 1 (process 41 on node3): {message}")
    assert hint in found.hint
    assert found.is_own
    told = found.error(0)
    assert (told.code, told.message, told.hint) == (code, found.message, found.hint)


def test_ranks_are_named_with_host_process_and_step() -> None:
    assert verdict.silent({1: BEAT}, "step 13", 0, 600).message == (
        "step 13: no sign of life from rank 1 (process 41 on node3) for 10m 00s: it was stopped, or its machine or "
        "network fails"
    )
    assert "rank 1 (process 41 on node3) and 1 more for" in verdict.silent(BEATS, "step 13", 0, 600).message
    assert verdict.gone(BEATS, "step 13", 0).message.startswith(
        "step 13: rank 1 (process 41 on node3) and 1 more is gone"
    )
    assert verdict.late(BEATS, "step 13", 0, 90).message == (
        "step 13: rank 0 has waited 1m 30s for rank 1 (process 41 on node3), now at: step 12, "
        "rank 5 (process 43 on node4), now at: step 11"
    )
    many = verdict.late(dict.fromkeys(range(1, 9), BEAT), "step 13", 0, 90).message
    assert (many.count("process 41"), many[-11:]) == (4, " and 4 more")
    assert "step 13: rank 3 has had no answer from torchrun on node0" in (
        verdict.unreachable("torchrun on node0", 3, "step 13", 90).message
    )


@pytest.mark.parametrize(
    ("rank", "found_by", "reporting"),
    [(1, 1, [0]), (1, 2, [0]), (0, 2, [2]), (0, 0, [0])],
    ids=["rank 1 failed", "rank 2 found rank 1 gone", "rank 2 found rank 0 gone", "rank 0 failed"],
)
def test_one_rank_reports_it(rank: int, found_by: int, reporting: list[int]) -> None:
    found = Verdict(rank, found_by, ExitCode.DATA, "what", "hint")
    errors = [found.error(each) for each in range(4)]
    assert all(isinstance(error, PeerError) for error in errors)
    assert [each for each, error in enumerate(errors) if not error.is_reported] == reporting
