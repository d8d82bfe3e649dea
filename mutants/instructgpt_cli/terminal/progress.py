"""Progress on stderr: bars drawn by rich on a terminal, a plain line every few seconds elsewhere.

This is the half of the console that is imported only when there is progress to show; rich only when a bar is drawn.
"""

import contextlib
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import asdict
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from instructgpt_cli import plain_text

if TYPE_CHECKING:
    import rich.progress

    from instructgpt_cli.terminal.console import Console

SECONDS_BETWEEN_LINES = 5.0
SECONDS_BETWEEN_DRAWS = 0.1


class StepMetrics(Protocol):
    """What is shown of an optimizer step: a dataclass, of which the `step` event has every field."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def step(self) -> int: ...
    @property
    def loss(self) -> float: ...
    @property
    def lr(self) -> float: ...


class StepTiming(Protocol):
    """What is shown of its clock. `progress` runs from 0 to 1."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def seconds_left(self) -> float: ...
    @property
    def progress(self) -> float: ...
    @property
    def targets_per_second(self) -> float: ...


class Progress(Protocol):
    """Work that is counted."""

    def advance(self, count: int = 1) -> None:
        """`count` more units are done."""

    def update(self, completed: int | None = None, total: int | None = None, note: str | None = None) -> None:
        """Sets what is done, how much there is, or the words shown behind the numbers."""

    def expect(self, seconds: float | None) -> None:
        """How long the rest takes, where that is known better than by what is done."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class PlainProgress:
    """A line every few seconds, and one at the end of anything that took a second."""

    def __init__(self, console: "Console", description: str, total: int | None, unit: str) -> None:
        self._console = console
        self._description = description
        self._total = total
        self._unit = unit
        self._note = ""
        self._done = 0
        self._left: float | None = None
        self._start = self._last_line = time.monotonic()

    def advance(self, count: int = 1) -> None:
        self.update(completed=self._done + count)

    def expect(self, seconds: float | None) -> None:
        self._left = seconds

    def update(self, completed: int | None = None, total: int | None = None, note: str | None = None) -> None:
        self._done = self._done if completed is None else completed
        self._total = self._total if total is None else total
        self._note = self._note if note is None else note
        now = time.monotonic()
        if now - self._last_line >= SECONDS_BETWEEN_LINES:
            self._last_line = now
            self._console.message(self._line(now - self._start))

    def _line(self, seconds: float) -> str:
        done = _done(self._done, self._total, self._unit, " of ")
        parts = [*([done] if done else []), plain_text.duration(seconds)]
        if (left := seconds_left(self._done, self._total, seconds, self._left)) is not None:
            parts.append(f"{plain_text.duration(left)} left")
        return f"{self._description}: " + ", ".join([*parts, self._note] if self._note else parts)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        seconds = time.monotonic() - self._start
        if kind is None and seconds >= 1:
            self._console.message(self._line(seconds))


def _done(done: int, total: int | None, units: str, of: str) -> str:
    """`3 of 40 rows`; nothing where it is not known how many there will be and none is done."""
    if not done and not total:
        return ""
    unit = units.removesuffix("s") if (total or done) == 1 else units
    return f"{done:,}{f'{of}{total:,}' if total else ''} {unit}".rstrip()


class BarProgress:
    """One bar of rich's, with a count, the time left and a note."""

    def __init__(self, console: "Console", description: str, total: int | None, unit: str) -> None:
        self._console = console
        self._unit = unit
        self._bar = _bars()
        self._task = self._bar.add_task(description, total=total, text="")
        self._done = 0
        self._total = total
        self._note = ""
        self._left: float | None = None
        self._start = time.monotonic()
        self._next_draw = 0.0

    def advance(self, count: int = 1) -> None:
        self.update(completed=self._done + count)

    def expect(self, seconds: float | None) -> None:
        self._left = seconds

    def update(self, completed: int | None = None, total: int | None = None, note: str | None = None) -> None:
        self._done = self._done if completed is None else completed
        self._total = self._total if total is None else total
        self._note = self._note if note is None else note
        now = time.monotonic()
        if now >= self._next_draw:
            self._next_draw = now + SECONDS_BETWEEN_DRAWS
            self._draw()

    def _draw(self) -> None:
        done = _done(self._done, self._total, self._unit, "/")
        seconds = time.monotonic() - self._start
        left = seconds_left(self._done, self._total, seconds, self._left) if seconds >= 1 else None
        pieces = [done, "" if left is None else f"{plain_text.duration(left)} left", plain_text.printable(self._note)]
        text = fitting([piece for piece in pieces if piece], self._bar.console.width // 2)
        self._bar.update(self._task, completed=self._done, total=self._total, text=text)

    def __enter__(self) -> Self:
        self._console.drawing = self._bar.console
        self._bar.start()
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._draw()
        _stop(self._bar)
        self._console.drawing = None


def seconds_left(done: int, total: int | None, seconds: float, told: float | None) -> float | None:
    """As `told`, else by how long what is done took; None where neither says."""
    if not total or done >= total:
        return None
    if told is None and done:
        return seconds / done * (total - done)
    return told


class TrainingDisplay(ABC):
    """A run's progress. The loop tells it what happened; what is shown, and how often, is decided here.

    Under `--json` every step and validation also becomes an event on stdout.
    """

    def __init__(self, console: "Console", title: str, total_steps: int | None) -> None:
        self._console = console
        self._title = title
        self._total = total_steps

    def on_step(self, metrics: StepMetrics, timing: StepTiming) -> None:
        self._console.event({"event": "step", **asdict(metrics), **asdict(timing)})
        self._show(metrics, timing)

    def on_validation(self, step: int, loss: float) -> None:
        self._console.event({"event": "validation", "step": step, "loss": loss})
        self._console.message(f"step {step:,}: validation loss {loss:.4f}")

    @abstractmethod
    def _show(self, metrics: StepMetrics, timing: StepTiming) -> None:
        """Shows a step, or waits for a later one to show."""

    def _pieces(self, metrics: StepMetrics, timing: StepTiming) -> list[str]:
        """What is worth showing of a step, the most important first."""
        total = f"/{self._total:,}" if self._total else ""
        # After the last step the run still validates and saves: how long it took is said at its end.
        left = [f"{plain_text.duration(timing.seconds_left)} left"] if timing.progress < 1 else []
        return [
            f"step {metrics.step:,}{total}",
            f"loss {metrics.loss:.4f}",
            *left,
            f"{plain_text.count(timing.targets_per_second)} targets/s",
            f"lr {metrics.lr:.2e}",
        ]

    def __enter__(self) -> Self:
        return self

    @abstractmethod
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Shows the last step."""


class PlainTraining(TrainingDisplay):
    """A line for the first step, one every few seconds, and one for the last."""

    def __init__(self, console: "Console", title: str, total_steps: int | None) -> None:
        super().__init__(console, title, total_steps)
        self._next_line = 0.0
        self._unsaid = ""

    def _show(self, metrics: StepMetrics, timing: StepTiming) -> None:
        line = f"{self._title} {timing.progress:4.0%}  " + "  ".join(self._pieces(metrics, timing))
        now = time.monotonic()
        self._unsaid = line
        if now >= self._next_line:
            self._next_line = now + SECONDS_BETWEEN_LINES
            self._unsaid = ""
            self._console.message(line)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._unsaid:
            self._console.message(self._unsaid)


class BarTraining(TrainingDisplay):
    """A bar that fits the terminal: on a narrow one the less important numbers go first."""

    def __init__(self, console: "Console", title: str, total_steps: int | None) -> None:
        super().__init__(console, title, total_steps)
        self._bar = _bars()
        self._task = self._bar.add_task(title, total=1.0, text="")
        self._next_draw = 0.0
        self._latest: tuple[StepMetrics, StepTiming] | None = None

    def _show(self, metrics: StepMetrics, timing: StepTiming) -> None:
        self._latest = metrics, timing
        now = time.monotonic()
        if now >= self._next_draw:
            self._next_draw = now + SECONDS_BETWEEN_DRAWS
            self._draw()

    def _draw(self) -> None:
        if self._latest is not None:
            metrics, timing = self._latest
            text = fitting(self._pieces(metrics, timing), self._bar.console.width - len(self._title) - 14)
            self._bar.update(self._task, completed=timing.progress, text=text)

    def __enter__(self) -> Self:
        self._console.drawing = self._bar.console
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._draw()
        _stop(self._bar)
        self._console.drawing = None


def fitting(pieces: Sequence[str], room: int) -> str:
    """As many of `pieces` as fit into `room` columns, always the first one."""
    text = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        if plain_text.width(text) + 2 + plain_text.width(piece) > room:
            break
        text += "  " + piece
    return text


def _bars() -> "rich.progress.Progress":
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=None),
        TextColumn("{task.fields[text]}", markup=False),
        console=RichConsole(file=sys.stderr, highlight=False),
        redirect_stdout=False,  # stdout may be a file; on a terminal the console itself prints above the bar
        expand=True,
        refresh_per_second=10,
    )


def _stop(bar: "rich.progress.Progress") -> None:
    """Ends the drawing; a terminal that was closed meanwhile is no reason to fail."""
    with contextlib.suppress(OSError):
        bar.stop()
