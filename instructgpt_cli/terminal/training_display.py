"""Progress of training on stderr: a bar on a terminal, elsewhere a plain line every few seconds."""

import time
from abc import ABC, abstractmethod
from dataclasses import asdict
from types import TracebackType
from typing import Any, ClassVar, Protocol, Self

from instructgpt_cli import plain_text
from instructgpt_cli.terminal import bars
from instructgpt_cli.terminal.bars import Screen
from instructgpt_cli.terminal.progress import SECONDS_BETWEEN_LINES


class StepMetricsLike(Protocol):
    """The metrics of an optimizer step that are shown. The `step` event has every field of the dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def step(self) -> int: ...
    @property
    def loss(self) -> float: ...
    @property
    def lr(self) -> float: ...


class StepTimingLike(Protocol):
    """The timing of a step that is shown. `progress` runs from 0 to 1."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def seconds_left(self) -> float: ...
    @property
    def progress(self) -> float: ...
    @property
    def targets_per_second(self) -> float: ...


class TrainingDisplay(ABC):
    """A listener of the training loop. It decides what is shown, and how often.

    Under `--json`, every step and every validation is also an event on stdout.
    """

    def __init__(self, console: Screen, title: str, total_steps: int | None) -> None:
        self._console = console
        self._title = title
        self._total_steps = total_steps

    def on_step(self, metrics: StepMetricsLike, timing: StepTimingLike) -> None:
        self._console.event({"event": "step", **asdict(metrics), **asdict(timing)})
        self._show(metrics, timing)

    def on_validation(self, step: int, loss: float) -> None:
        self._console.event({"event": "validation", "step": step, "loss": loss})
        self._console.message(f"step {step:,}: validation loss {loss:.4f}")

    @abstractmethod
    def _show(self, metrics: StepMetricsLike, timing: StepTimingLike) -> None:
        """Show a step, unless another was shown a moment ago."""

    def _pieces(self, metrics: StepMetricsLike, timing: StepTimingLike) -> list[str]:
        """The parts of a step's line, the most important first."""
        total = f"/{self._total_steps:,}" if self._total_steps else ""
        # After the last step the run still validates and saves; its end reports the time that it took.
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
        """Show the last step."""


class PlainTraining(TrainingDisplay):
    """A line for the first step, one every few seconds, and one for the last step."""

    def __init__(self, console: Screen, title: str, total_steps: int | None) -> None:
        super().__init__(console, title, total_steps)
        self._next_line = 0.0
        self._pending = ""

    def _show(self, metrics: StepMetricsLike, timing: StepTimingLike) -> None:
        self._pending = f"{self._title} {timing.progress:4.0%}  " + "  ".join(self._pieces(metrics, timing))
        now = time.monotonic()
        if now >= self._next_line:
            self._next_line = now + SECONDS_BETWEEN_LINES
            self._console.message(self._pending)
            self._pending = ""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pending:
            self._console.message(self._pending)


class BarTraining(TrainingDisplay):
    """A bar with as many numbers as the terminal is wide enough for."""

    def __init__(self, console: Screen, title: str, total_steps: int | None) -> None:
        super().__init__(console, title, total_steps)
        self._bar = bars.new_bar()
        self._task = self._bar.add_task(title, total=1.0, text="")
        self._next_draw = 0.0
        self._latest: tuple[StepMetricsLike, StepTimingLike] | None = None

    def _show(self, metrics: StepMetricsLike, timing: StepTimingLike) -> None:
        self._latest = metrics, timing
        now = time.monotonic()
        if now >= self._next_draw:
            self._next_draw = now + bars.SECONDS_BETWEEN_DRAWS
            self._draw()

    def _draw(self) -> None:
        if self._latest is not None:
            metrics, timing = self._latest
            text = bars.fitting(self._pieces(metrics, timing), self._bar.console.width - len(self._title) - 14)
            self._bar.update(self._task, completed=timing.progress, text=text)

    def __enter__(self) -> Self:
        self._console.drawing = self._bar.console
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._draw()
        bars.stop(self._bar)
        self._console.drawing = None
