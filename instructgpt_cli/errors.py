"""Errors that a user can fix, and their exit codes.

A `UserError` has a message that says what is wrong and where, and a hint that says what to do. Any other exception that
escapes is a bug of ours. `cli.app` is the only place where either becomes an exit code.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """Process exit codes. Scripts, cron jobs and CI rely on them: only add to them."""

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
    """An error that the user can fix. `message` says what is wrong and where, `hint` what to do about it."""

    code: ExitCode = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(UserError):
    """Wrong use of the command line, or an invalid recipe."""

    code = ExitCode.USAGE


class DataError(UserError):
    """Invalid data: the message names the file and the row."""

    code = ExitCode.DATA


class ModelError(UserError):
    """A model or tokenizer cannot be loaded, or they do not fit together."""

    code = ExitCode.MODEL


class ResourceError(UserError):
    """Disk full, out of memory, output not writable."""

    code = ExitCode.RESOURCES


class NumericsError(UserError):
    """The loss or the gradient is not finite."""

    code = ExitCode.NUMERICS


class GateError(UserError):
    """An `eval --fail-under` gate was missed."""

    code = ExitCode.GATE


class Interrupted(UserError):
    """Stopped by a signal, or the run folder is in use by another run: the same command continues later."""

    code = ExitCode.INTERRUPTED


class PeerError(Interrupted):
    """Another process of the run failed, with that exit code, is gone or does not answer. `is_reported`: by another
    process than this one."""

    def __init__(self, message: str, hint: str, code: ExitCode, is_reported: bool = False) -> None:
        super().__init__(message, hint)
        self.code = code
        self.is_reported = is_reported
