"""Progress of counted work: lines through a pipe, a bar on a terminal."""

import re
from typing import Any

import pytest

from instructgpt_cli.terminal import progress
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.terminal.progress import seconds_left


def test_progress_through_a_pipe(capsys: Any, monkeypatch: Any) -> None:
    clock = iter(range(0, 1000, 3))
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(clock)))
    with Console().progress("Tokenising", total=4, unit="rows") as bar:
        for _ in range(3):
            bar.advance()
        bar.update(completed=4, note="done")
    assert capsys.readouterr().err == (
        "Tokenising: 2 of 4 rows, 6.0s, 6.0s left\n"
        "Tokenising: 4 of 4 rows, 12s, done\n"
        "Tokenising: 4 of 4 rows, 15s, done\n"
    )


def test_progress_on_a_terminal(terminal: Any) -> None:
    screen = terminal("stderr")
    console = Console()
    with console.progress("Reading [x]", total=1000, unit="rows") as bar:
        for _ in range(1000):
            bar.advance()
        console.message("a line above the bar")
        with console.progress("inner") as inner:  # one bar at a time: the inner one is plain
            inner.advance()
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", screen.text())
    assert "1,000/1,000 rows" in shown
    assert "Reading [x]" in shown
    assert "a line above the bar" in shown
    assert console.drawing is None


@pytest.mark.parametrize(
    ("done", "total", "line"),
    [
        (0, None, "reading: 3.0s\n"),  # nothing was counted
        (1, None, "reading: 1 row, 3.0s\n"),
        (1, 1, "reading: 1 of 1 row, 3.0s\n"),
        (2, None, "reading: 2 rows, 3.0s\n"),
    ],
)
def test_the_unit_is_singular_for_one(done: int, total: int | None, line: str, capsys: Any, monkeypatch: Any) -> None:
    clock = iter([0.0, 1.0, 3.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    with Console().progress("reading", total=total, unit="rows") as bar:
        bar.update(completed=done)
    assert capsys.readouterr().err == line


@pytest.mark.parametrize(
    ("completed", "total", "expected", "left"),
    [
        (0, 10, None, None),  # nothing to extrapolate from
        (2, 10, None, 12.0),
        (2, 10, 5.0, 5.0),  # the caller knows better
        (0, 10, 5.0, 5.0),
        (10, 10, 5.0, None),
        (2, None, 5.0, None),
    ],
)
def test_the_time_left(completed: int, total: int | None, expected: float | None, left: float | None) -> None:
    assert seconds_left(completed, total, 3.0, expected) == left
