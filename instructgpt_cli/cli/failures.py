"""Exception -> message on stderr and exit code."""

import errno
import os
import re
import sys
import traceback
from collections.abc import Sequence

import typer

from instructgpt_cli.errors import ExitCode, Interrupted, PeerError, ResourceError, UsageError, UserError
from instructgpt_cli.system import torchrun
from instructgpt_cli.system.library_errors import first_line, is_out_of_memory, system_fault
from instructgpt_cli.system.streams import abandon
from instructgpt_cli.terminal.console import Console

READER_GONE = 141  # like a tool that SIGPIPE kills: `instructgpt inspect r.yaml | head`
REPORT_TO = "This is a bug in instructgpt, not a mistake of yours. Please report it with the lines above."

_NO_SPACE = "Make room, then run the same command again: finished work is not lost."
_NO_MEMORY = (
    "Close other programs, lower train.micro_batch_tokens or generate.batch_size (the result is the same), or use a "
    "smaller model."
)
_BAD_PATH = "Choose another path."
_NOT_ALLOWED = "Choose a path that you can write to, or change its permissions."
HINTS: dict[int | None, str] = {
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EFBIG: "The file system or `ulimit -f` allows no larger file.",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EIO: "The disk has an error; copy the folder elsewhere, and the same command continues there.",
    errno.ENAMETOOLONG: _BAD_PATH,
    errno.ELOOP: _BAD_PATH,
    errno.ENOTDIR: _BAD_PATH,
    errno.EISDIR: _BAD_PATH,
    errno.EEXIST: _BAD_PATH,
    errno.ENOENT: "It was removed in the meantime, or its folder does not accept new files.",
    errno.ESTALE: "The network file system lost it; the same command continues once it is back.",
    errno.EBUSY: _BAD_PATH,
    errno.EMFILE: "Raise the limit on open files: `ulimit -n 4096`.",
    errno.EAGAIN: "A limit is reached for now: of processes and threads (`ulimit -u`), or of a pipe that nobody reads.",
}


def report(error: BaseException) -> int:
    """Report an error and what to do about it; return the exit code."""
    if isinstance(error, SystemExit):
        raise error
    if isinstance(error, BrokenPipeError):
        abandon(sys.stdout)
        return READER_GONE
    console = Console()
    fault = as_user_error(error)
    if fault is None or os.environ.get("INSTRUCTGPT_DEBUG") == "1":
        traceback.print_exception(error)
    if fault is None:
        console.error(f"{type(error).__name__}: {error}", REPORT_TO)
        return ExitCode.BUG
    if _is_reported_elsewhere(fault):
        return fault.code
    console.error(fault.message, fault.hint)
    try:
        sys.stdout.flush()
    except OSError:
        abandon(sys.stdout)
    return fault.code


def _is_reported_elsewhere(fault: UserError) -> bool:
    """Whether another process of the run reports it: rank 0 does what every rank finds."""
    if isinstance(fault, PeerError):
        return fault.is_reported
    return not torchrun.is_first() and fault.code in (ExitCode.USAGE, ExitCode.NUMERICS, ExitCode.INTERRUPTED)


def as_user_error(error: BaseException) -> UserError | None:
    """The exception as an error that the user can fix; None if it is a bug of ours."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, KeyboardInterrupt):
        reason = f"stopped by {error}" if str(error) else "interrupted"
        return Interrupted(reason, "Finished work is not lost: run the same command again.")
    if isinstance(error, typer.TyperException):
        return _usage(error)
    if is_out_of_memory(error):
        return ResourceError(f"out of memory{_requested(error)}", _NO_MEMORY)
    if isinstance(error, OSError) and error.errno in HINTS:
        name = error.filename2 or error.filename  # filename2 is the target of a rename
        place = f"{name}: " if name else ""
        why = error.strerror or os.strerror(error.errno or 0)
        return ResourceError(f"{place}{why}", HINTS[error.errno])
    if (number := system_fault(error)) in HINTS:
        return ResourceError(first_line(error), HINTS[number])
    return None


def _requested(error: BaseException) -> str:
    """The amount of memory that was requested, if the message says so."""
    found = re.search(r"tried to allocate ([\d.]+) ?(\w+)", str(error), re.IGNORECASE)
    if found is None:
        return ""
    amount = f"{int(found[1]) / 2**20:,.1f} MiB" if found[2] == "bytes" else f"{found[1]} {found[2]}"
    return f": {amount} more were needed"


def _usage(error: typer.TyperException) -> UsageError:
    """Turn an error of Typer into ours. Its classes are private, so attributes tell them apart (a test pins those)."""
    message, context = error.format_message(), getattr(error, "ctx", None)
    hint = f"`{context.command_path} --help` lists its options." if context else ""
    if hasattr(error, "possibilities"):
        option: str = getattr(error, "option_name", "")
        message = f"{option}: no such option"
        hint = _instead(option, error.possibilities or ()) or hint
    return UsageError(message.rstrip("."), hint)


def _instead(option: str, near: Sequence[str]) -> str:
    """A hint for an unknown option: the recipe key of that name, here or in another trainer, or the similar options
    `near`; empty if there are none."""
    word = option.removeprefix("--")
    if "." in word:
        return f"An override has no dashes: {option.lstrip('-')}=VALUE"
    from instructgpt_cli.recipe.fault_text import values_by_name  # noqa: PLC0415
    from instructgpt_cli.recipe.other_trainers import INSTEAD  # noqa: PLC0415 - only mistakes need these

    name = word.lower().replace("-", "_")
    if key := values_by_name().get(name):
        return f"Did you mean {key}=VALUE? An override has no dashes."
    if name in INSTEAD:
        return INSTEAD[name]
    return f"Did you mean {' or '.join(near)}?" if near else ""
