"""Any exception -> what is said about it on stderr, and the exit code."""

import errno
import os
import re
import sys
import traceback
from collections.abc import Sequence

import typer

from instructgpt_cli.errors import ExitCode, Interrupted, ResourceError, UsageError, UserError
from instructgpt_cli.system import torchrun
from instructgpt_cli.system.library_errors import first_line, is_out_of_memory, system_fault
from instructgpt_cli.system.streams import abandon
from instructgpt_cli.terminal.console import Console

READER_GONE = 141  # what a shell reports for a tool that SIGPIPE ends: `instructgpt inspect r.yaml | head`
REPORT_TO = "This is a bug in instructgpt, not a mistake of yours. Please report it with the lines above."

_NO_ROOM = "Make room, then run the same command again: nothing that was finished is lost."
_NO_MEMORY = (
    "Close other programs, or take a smaller model; train.micro_batch_tokens and generate.batch_size say how much is "
    "computed at once."
)
_NO_PLACE = "Name another place."
_NOT_ALLOWED = "Choose a place that you may write to, or change its permissions."
FULL_OR_FORBIDDEN: dict[int | None, str] = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: "The file system or `ulimit -f` allows no larger file.",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EIO: "The disk has a fault; the same command continues elsewhere from a copy of the folder.",
    errno.ENAMETOOLONG: _NO_PLACE,
    errno.ELOOP: _NO_PLACE,
    errno.ENOTDIR: _NO_PLACE,
    errno.EISDIR: _NO_PLACE,
    errno.EEXIST: _NO_PLACE,
    errno.ENOENT: "It was removed meanwhile, or is a place that takes no new files.",
    errno.ESTALE: "The file system lost it; the same command continues when it is back.",
    errno.EBUSY: _NO_PLACE,
    errno.EMFILE: "Raise the limit on open files: `ulimit -n 4096`.",
    errno.EAGAIN: "Nothing is free for now: processes and threads (`ulimit -u`), or room in a pipe that nobody reads.",
}


def report(error: BaseException) -> int:
    """Says what went wrong and what to do about it; returns the exit code."""
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
    if not torchrun.is_first() and fault.code in (ExitCode.USAGE, ExitCode.NUMERICS, ExitCode.INTERRUPTED):
        return fault.code  # every rank finds the same, and rank 0 reports it
    console.error(fault.message, fault.hint)
    try:
        sys.stdout.flush()
    except OSError:
        abandon(sys.stdout)
    return fault.code


def as_user_error(error: BaseException) -> UserError | None:
    """The user's side of an exception; None for a bug of ours."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, KeyboardInterrupt):
        by = f"stopped by {error}" if str(error) else "interrupted"
        return Interrupted(by, "Nothing that was finished is lost; the same command starts again.")
    if isinstance(error, typer.TyperException):
        return _usage(error)
    if is_out_of_memory(error):
        return ResourceError(f"out of memory{_asked_for(error)}", _NO_MEMORY)
    if isinstance(error, OSError) and error.errno in FULL_OR_FORBIDDEN:
        name = error.filename2 or error.filename  # of a rename: what was to be there
        place = f"{name}: " if name else ""
        why = error.strerror or os.strerror(error.errno or 0)
        return ResourceError(f"{place}{why}", FULL_OR_FORBIDDEN[error.errno])
    if (number := system_fault(error)) in FULL_OR_FORBIDDEN:
        return ResourceError(first_line(error), FULL_OR_FORBIDDEN[number])
    return None


def _asked_for(error: BaseException) -> str:
    """How much it was that there was no room for, where the message says so."""
    found = re.search(r"tried to allocate ([\d.]+) ?(\w+)", str(error), re.IGNORECASE)
    if found is None:
        return ""
    amount = f"{int(found[1]) / 2**20:,.1f} MiB" if found[2] == "bytes" else f"{found[1]} {found[2]}"
    return f" where {amount} more were needed"


def _usage(complaint: typer.TyperException) -> UsageError:
    """Typer's complaint in our form. Its kinds have no public names, so their attributes tell them apart."""
    message, context = complaint.format_message(), getattr(complaint, "ctx", None)
    hint = f"`{context.command_path} --help` shows what it takes." if context else ""
    if hasattr(complaint, "possibilities"):
        option: str = getattr(complaint, "option_name", "")
        message = f"{option}: no such option"
        hint = _instead(option, complaint.possibilities or ()) or hint
    return UsageError(message.rstrip("."), hint)


def _instead(option: str, near: Sequence[str]) -> str:
    """What to write instead of an unknown option that is a key of the recipe, by our name or by another trainer's, or
    is like the options that are `near`; empty where nobody knows."""
    word = option.removeprefix("--")
    if "." in word:
        return f"An override has no dashes: {option.lstrip('-')}=VALUE"
    from instructgpt_cli.recipe.fault_text import values_by_name  # noqa: PLC0415
    from instructgpt_cli.recipe.other_trainers import INSTEAD  # noqa: PLC0415 - only a mistake needs these

    name = word.lower().replace("-", "_")
    if key := values_by_name().get(name):
        return f"Did you mean {key}=VALUE? An override has no dashes."
    if name in INSTEAD:
        return INSTEAD[name]
    return f"Did you mean {' or '.join(near)}?" if near else ""
