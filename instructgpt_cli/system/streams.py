"""The standard streams: what they can show, and how to cope with closed and broken ones."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO


def is_terminal(stream: TextIO) -> bool:
    """Whether the stream is a terminal that can redraw lines."""
    try:
        return stream.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:  # closed
        return False


def shows_colors(stream: TextIO) -> bool:
    """Whether the stream is a terminal whose user wants colors (https://no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def terminal_width(stream: TextIO) -> int:
    """The columns of the stream's terminal; 0 if it has none or they are unknown."""
    if not is_terminal(stream):
        return 0
    if (columns := os.environ.get("COLUMNS", "")).isdecimal():
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


@contextlib.contextmanager
def naming_stdout() -> Iterator[None]:
    """Name standard output in system errors, such as a full disk behind it."""
    try:
        yield
    except OSError as error:
        error.filename = "standard output"
        raise


def abandon(stream: TextIO) -> None:
    """Redirect a broken stream to the null device, so that the final flush of the interpreter succeeds."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def open_standard_streams() -> None:
    """Make all three streams usable: open closed ones on the null device, as the next file would take their number, and
    escape text that the encoding lacks instead of failing."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def quiet_libraries() -> None:
    """Turn off the progress bars of Hugging Face libraries without a terminal, and the warnings that Transformers logs:
    those of loading are collected and shown by the console. Call before they are imported."""
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    if not is_terminal(sys.stderr):
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        os.environ.setdefault("HF_DATASETS_DISABLE_PROGRESS_BARS", "1")
