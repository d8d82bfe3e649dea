"""What can go wrong for a user, and the exit code each kind of fault ends with.

A user's mistake is a `UserError`: one message that names the place, and a hint that says what to do. Anything else that
escapes is a bug of ours. `cli.main` is the only place where either becomes an exit code.
"""

import errno
import os
import re
import time
from contextlib import suppress
from enum import IntEnum
from typing import ClassVar

_NO_MEMORY = (
    "can't allocate memory",
    "CUDA error: out of memory",
    "CUBLAS_STATUS_ALLOC_FAILED",
    "std::bad_alloc",
    "failed to map segment from shared object",  # a library that no address space is left for
)


class ExitCode(IntEnum):
    """The process exit codes. Scripts, cron jobs and CI rely on them: only ever add."""

    OK = 0
    BUG = 1
    USAGE = 2
    DATA = 3
    MODEL = 4
    RESOURCES = 5
    NUMERICS = 6
    GATE = 7
    INTERRUPTED = 75


# Who stops a process may send two signals at once, or one to it and one to its group: they count as one.
SAME_SIGNAL_SECONDS = 0.5


def leave_at_once(first: float) -> None:
    """For a second signal, amid whatever the process is doing; `first` is when the first came, by time.monotonic()."""
    if time.monotonic() - first <= SAME_SIGNAL_SECONDS:
        return
    with suppress(OSError):  # there may be nobody left to be told
        os.write(2, b"a second signal: left at once, nothing more is saved\n")
    os._exit(ExitCode.INTERRUPTED)


class StopSignal(KeyboardInterrupt):
    """A signal that asks to stop, by its name. Not `KeyboardInterrupt` itself: where that one leaves code that C has
    started, as in the middle of an import, Python later ends itself by SIGINT whatever the exit code."""


class UserError(Exception):
    """A fault that the user can mend. `message` says what and where, `hint` what to do about it."""

    code: ClassVar[ExitCode] = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(UserError):
    """Wrong usage of the command line, or a wrong recipe."""

    code = ExitCode.USAGE


class DataError(UserError):
    """Wrong data: the message names the file and the row."""

    code = ExitCode.DATA


class ModelError(UserError):
    """A model or tokenizer that cannot be loaded, or that do not fit together."""

    code = ExitCode.MODEL


class ResourceError(UserError):
    """Disk full, out of memory, output not writable."""

    code = ExitCode.RESOURCES


class NumericsError(UserError):
    """Loss or gradient not finite, beyond the recipe's tolerance."""

    code = ExitCode.NUMERICS


class GateError(UserError):
    """An `eval --fail-under` gate was missed."""

    code = ExitCode.GATE


class Interrupted(UserError):
    """Stopped by a signal, or the run folder is held by another run: the same command continues later."""

    code = ExitCode.INTERRUPTED


def is_out_of_memory(error: BaseException) -> bool:
    """Python's, torch's (known by name: torch may not be imported), cuBLAS's and the C++ allocator's ways to say so."""
    if isinstance(error, MemoryError):
        return True
    kind, text = type(error), str(error)
    if getattr(error, "errno", None) == errno.ENOMEM or f"(os error {errno.ENOMEM})" in text:
        return True
    if kind.__name__ == "OutOfMemoryError" and kind.__module__.split(".")[0] == "torch":
        return True
    return isinstance(error, RuntimeError | ImportError) and any(words in text for words in _NO_MEMORY)


def system_fault(error: BaseException) -> int | None:
    """The system's error number in the message of what is no OSError: libraries written in Rust (safetensors,
    tokenizers), and Python where it gets no thread."""
    if "can't start new thread" in str(error):
        return errno.EAGAIN
    found = re.search(r"\(os error (\d+)\)", str(error))
    return int(found[1]) if found else None


def first_line(error: BaseException) -> str:
    """The first line of what a library says went wrong, with the next where it ends in a colon."""
    if isinstance(error, KeyError):
        return f"{error} is not known"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if not lines:
        return type(error).__name__
    return (lines[0] if len(lines) == 1 or not lines[0].endswith(":") else f"{lines[0]} {lines[1]}")[:300]
