"""Progress of counted work on stderr: a bar on a terminal, elsewhere a plain line every few seconds.

The console imports this module only when there is progress to show.
"""

import time
from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self

from instructgpt_cli import plain_text
from instructgpt_cli.terminal import bars
from instructgpt_cli.terminal.bars import Screen

SECONDS_BETWEEN_LINES = 5.0


class Progress(ABC):
    """Work that is counted in `unit`s, `total` of them if that is known."""

    def __init__(self, console: Screen, description: str, total: int | None, unit: str) -> None:
        self._console = console
        self._description = description
        self._total = total
        self._unit = unit
        self._note = ""
        self._completed = 0
        self._expected: float | None = None
        self._start = time.monotonic()

    def advance(self, count: int = 1) -> None:
        """Count `count` more units."""
        self.update(completed=self._completed + count)

    def expect(self, seconds: float | None) -> None:
        """Set the time left, if the caller knows it better than the average so far."""
        self._expected = seconds

    def update(self, completed: int | None = None, total: int | None = None, note: str | None = None) -> None:
        """Set the count, the total, or a note shown behind the numbers."""
        self._completed = self._completed if completed is None else completed
        self._total = self._total if total is None else total
        self._note = self._note if note is None else note
        self._refresh(time.monotonic())

    @abstractmethod
    def _refresh(self, now: float) -> None:
        """Show the state at the time `now`, unless it was shown a moment ago."""

    def __enter__(self) -> Self:
        return self

    @abstractmethod
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Show the final state."""


class PlainProgress(Progress):
    """A line every few seconds, and one at the end of work that took at least a second."""

    def __init__(self, console: Screen, description: str, total: int | None, unit: str) -> None:
        super().__init__(console, description, total, unit)
        self._last_line = self._start

    def _refresh(self, now: float) -> None:
        if now - self._last_line >= SECONDS_BETWEEN_LINES:
            self._last_line = now
            self._console.message(self._line(now - self._start))

    def _line(self, seconds: float) -> str:
        done = count_of(self._completed, self._total, self._unit, " of ")
        parts = [*([done] if done else []), plain_text.duration(seconds)]
        if (left := seconds_left(self._completed, self._total, seconds, self._expected)) is not None:
            parts.append(f"{plain_text.duration(left)} left")
        return f"{self._description}: " + ", ".join([*parts, self._note] if self._note else parts)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        seconds = time.monotonic() - self._start
        if kind is None and seconds >= 1:
            self._console.message(self._line(seconds))


class BarProgress(Progress):
    """A bar with the count, the time left and the note."""

    def __init__(self, console: Screen, description: str, total: int | None, unit: str) -> None:
        super().__init__(console, description, total, unit)
        self._bar = bars.new_bar()
        self._task = self._bar.add_task(description, total=total, text="")
        self._next_draw = 0.0

    def _refresh(self, now: float) -> None:
        if now >= self._next_draw:
            self._next_draw = now + bars.SECONDS_BETWEEN_DRAWS
            self._draw()

    def _draw(self) -> None:
        done = count_of(self._completed, self._total, self._unit, "/")
        seconds = time.monotonic() - self._start
        left = seconds_left(self._completed, self._total, seconds, self._expected) if seconds >= 1 else None
        pieces = [done, "" if left is None else f"{plain_text.duration(left)} left", plain_text.printable(self._note)]
        text = bars.fitting([piece for piece in pieces if piece], self._bar.console.width // 2)
        self._bar.update(self._task, completed=self._completed, total=self._total, text=text)

    def __enter__(self) -> Self:
        self._console.drawing = self._bar.console
        self._bar.start()
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._draw()
        bars.stop(self._bar)
        self._console.drawing = None


def count_of(completed: int, total: int | None, units: str, of: str) -> str:
    """`3 of 40 rows`; empty if nothing was counted and no total is known."""
    if not completed and not total:
        return ""
    unit = units.removesuffix("s") if (total or completed) == 1 else units
    return f"{completed:,}{f'{of}{total:,}' if total else ''} {unit}".rstrip()


def seconds_left(completed: int, total: int | None, seconds: float, expected: float | None) -> float | None:
    """`expected` if given, else an extrapolation of the `seconds` so far; None if neither is possible."""
    if not total or completed >= total:
        return None
    if expected is None and completed:
        return seconds / completed * (total - completed)
    return expected
