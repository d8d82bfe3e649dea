"""The three standard streams: what they can show, and how to live with closed and broken ones."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO


def is_terminal(stream: TextIO) -> bool:
    """Whether lines on this stream can be redrawn."""
    try:
        return stream.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:  # closed
        return False


def shows_colours(stream: TextIO) -> bool:
    """Whether this stream is a terminal whose user wants colours (https://no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def terminal_width(stream: TextIO) -> int:
    """How many columns the terminal behind this stream has; 0 where there is none, or none that says so."""
    if not is_terminal(stream):
        return 0
    if (told := os.environ.get("COLUMNS", "")).isdecimal():
        return int(told)
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


@contextlib.contextmanager
def naming_stdout() -> Iterator[None]:
    """A full disk behind stdout is told as such."""
    try:
        yield
    except OSError as error:
        error.filename = "standard output"
        raise


def abandon(stream: TextIO) -> None:
    """Points a stream that can no longer be written to at nothing, so that the interpreter's last flush succeeds."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def open_standard_streams() -> None:
    """Makes all three streams usable: a closed one is opened on nothing, lest the next file takes its number, and text
    that the terminal's encoding lacks is spelt out instead of failing."""
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


def quieten_libraries() -> None:
    """Keeps the download bars of the Hugging Face libraries to terminals; call before they are imported."""
    if not is_terminal(sys.stderr):
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        os.environ.setdefault("HF_DATASETS_DISABLE_PROGRESS_BARS", "1")
