"""Why a run in several processes ends before its time, in words that all ranks share."""

import json
from collections.abc import Mapping, Sized
from dataclasses import asdict, dataclass

from instructgpt_cli.errors import ExitCode, PeerError, UserError
from instructgpt_cli.plain_text import duration
from instructgpt_cli.system.library_errors import is_out_of_memory, kind_and_first_line

CONTINUES = "The same command continues from the last checkpoint."


@dataclass(frozen=True, slots=True)
class Beat:
    """What a rank says of itself once a second."""

    count: int
    host: str
    pid: int
    activity: str
    """What its main thread does: `step 12`."""
    stop: str = ""
    """The stop signal that it has received."""
    lost: str = ""
    """Why it waits no longer for other ranks: their connection is `closed`, or its wait `timed out`."""

    @staticmethod
    def read(text: bytes) -> "Beat":
        return Beat(**json.loads(text))

    def write(self) -> str:
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why the run ends: `rank` has failed, is gone or is silent, as the rank `found_by` found."""

    rank: int
    found_by: int
    code: int
    message: str
    hint: str

    @staticmethod
    def read(text: bytes) -> "Verdict":
        return Verdict(**json.loads(text))

    def write(self) -> str:
        return json.dumps(asdict(self))

    @property
    def is_own(self) -> bool:
        """Whether the rank itself said why it fails."""
        return self.rank == self.found_by

    def error(self, rank: int) -> PeerError:
        """The error that ends `rank`. Rank 0 reports it; where rank 0 is the one that is gone, who found it does."""
        reporter = 0 if self.rank else self.found_by
        return PeerError(self.message, self.hint, ExitCode(self.code), is_reported=rank != reporter)


def failed(rank: int, beat: Beat, error: BaseException) -> Verdict:
    """`rank` ends with `error`, which it reports itself."""
    code, what = ExitCode.BUG, f"{beat.activity}: {kind_and_first_line(error)}"
    hint = "The traceback of that process says more."
    if isinstance(error, UserError):
        code, what, hint = error.code, error.message, error.hint
    elif isinstance(error, KeyboardInterrupt):
        code, what, hint = ExitCode.INTERRUPTED, f"stopped by {error or 'a signal'}", CONTINUES
    elif is_out_of_memory(error) or isinstance(error, OSError):
        code, hint = ExitCode.RESOURCES, "The message of that process says more."
        what = f"{beat.activity}: out of memory" if is_out_of_memory(error) else what
    return Verdict(rank, rank, code, f"{_name(rank, beat)}: {what}", hint)


def silent(beats: Mapping[int, Beat], activity: str, found_by: int, seconds: float) -> Verdict:
    """The ranks of `beats` have given no sign of life for that long; `found_by` was at `activity`."""
    (rank, beat), *others = beats.items()
    return Verdict(
        rank,
        found_by,
        ExitCode.INTERRUPTED,
        f"{activity}: no sign of life from {_name(rank, beat)}{_and(others)} for {duration(seconds)}: "
        "it was stopped, or its machine or network fails",
        f"{CONTINUES} INSTRUCTGPT_TIMEOUT=30m waits longer.",
    )


def gone(beats: Mapping[int, Beat], activity: str, found_by: int) -> Verdict:
    """The ranks of `beats` closed their connections and give no sign of life; `found_by` was at `activity`."""
    (rank, beat), *others = beats.items()
    return Verdict(
        rank,
        found_by,
        ExitCode.INTERRUPTED,
        f"{activity}: {_name(rank, beat)}{_and(others)} is gone, without a word: it was killed or crashed",
        f"{CONTINUES} If the kernel killed it for memory, `dmesg` there says so.",
    )


def late(beats: Mapping[int, Beat], activity: str, found_by: int, seconds: float) -> Verdict:
    """The ranks of `beats` live, and have not come to a collective for that long."""
    places = ", ".join(f"{_name(rank, beat)}, now at: {beat.activity}" for rank, beat in [*beats.items()][:4])
    return Verdict(
        next(iter(beats)),
        found_by,
        ExitCode.INTERRUPTED,
        f"{activity}: rank {found_by} has waited {duration(seconds)} for {places}{_and([*beats][4:])}",
        f"{CONTINUES} INSTRUCTGPT_TIMEOUT=30m waits longer.",
    )


def unreachable(server: str, rank: int, activity: str, seconds: float) -> Verdict:
    """The store that the beats go through does not answer `rank`."""
    return Verdict(
        0,
        rank,
        ExitCode.INTERRUPTED,
        f"{activity}: rank {rank} has had no answer from {server} and made no progress for {duration(seconds)}",
        f"{CONTINUES} INSTRUCTGPT_TIMEOUT=30m waits longer.",
    )


def _name(rank: int, beat: Beat) -> str:
    return f"rank {rank} (process {beat.pid} on {beat.host})"


def _and(others: Sized) -> str:
    return f" and {len(others)} more" if others else ""
