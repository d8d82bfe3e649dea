"""Runs the command line: the one place where an exception becomes a message and an exit code."""

import os
import sys
from collections.abc import Sequence

from instructgpt_cli.errors import ExitCode, UsageError
from instructgpt_cli.system import signals
from instructgpt_cli.system.lazy_imports import light_imports
from instructgpt_cli.system.streams import naming_stdout, open_standard_streams, quiet_libraries

with light_imports():
    import typer

    from instructgpt_cli.cli import command_line

COMPLETE_VARIABLE = "_INSTRUCTGPT_COMPLETE"


def main() -> None:
    """Run the command line of this process and exit."""
    try:
        code = run(sys.argv[1:])
        signals.ignore_signals()
    except KeyboardInterrupt:  # while an error was reported
        code = ExitCode.INTERRUPTED
    sys.exit(code)


def run(words: Sequence[str]) -> int:
    """Run one command line and return its exit code; errors are reported on stderr."""
    open_standard_streams()
    quiet_libraries()
    try:
        signals.install_handlers()
        commands = command_line.group()
        if os.environ.get(COMPLETE_VARIABLE):
            commands.main([], prog_name="instructgpt")  # answers the shell and exits
        with commands.make_context("instructgpt", list(words)) as context:
            _require_docstrings()
            commands.invoke(context)
        with naming_stdout():
            sys.stdout.flush()
    except typer.Exit as leave:
        return leave.exit_code
    except BaseException as error:
        try:
            from instructgpt_cli.cli import failures  # noqa: PLC0415 - only errors need it

            return failures.report(error)
        except MemoryError:
            os.write(2, b"error: out of memory\n")
            return ExitCode.RESOURCES
    return ExitCode.OK


def _require_docstrings() -> None:
    if sys.flags.optimize > 1:
        raise UsageError(
            "Python runs without docstrings (-OO, PYTHONOPTIMIZE=2), and Transformers cannot be imported without them",
            "Use -O or PYTHONOPTIMIZE=1 at most.",
        )
