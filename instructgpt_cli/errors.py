"""What can go wrong for a user, and the exit code each kind of fault ends with.

A user's mistake is a `UserError`: one message that names the place, and a hint that says what to do. Anything else that
escapes is a bug of ours. `cli.main` is the only place where either becomes an exit code.
"""

from enum import IntEnum
from typing import ClassVar


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
