"""Shared parts of terminal bars: rich's bar on stderr, and text that fits beside it."""

import contextlib
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from instructgpt_cli import plain_text

if TYPE_CHECKING:
    import rich.console
    import rich.progress

SECONDS_BETWEEN_DRAWS = 0.1


class Screen(Protocol):
    """What progress is shown on: the console, which knows the kinds of progress."""

    drawing: "rich.console.Console | None"

    def message(self, text: str) -> None: ...
    def event(self, fields: Mapping[str, Any]) -> None: ...


def new_bar() -> "rich.progress.Progress":
    """A bar on stderr with a description before it and `text` behind it. rich is imported only here."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=None),
        TextColumn("{task.fields[text]}", markup=False),
        console=Console(file=sys.stderr, highlight=False),
        redirect_stdout=False,  # stdout may be a file; on a terminal, our console prints above the bar
        expand=True,
        refresh_per_second=10,
    )


def stop(bar: "rich.progress.Progress") -> None:
    """Stop drawing. A terminal that has been closed is not an error."""
    with contextlib.suppress(OSError):
        bar.stop()


def fitting(pieces: Sequence[str], columns: int) -> str:
    """As many of `pieces` as fit into `columns`, but at least the first."""
    text = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        if plain_text.width(text) + 2 + plain_text.width(piece) > columns:
            break
        text += "  " + piece
    return text
