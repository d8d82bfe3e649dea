"""The metrics and timings of optimizer steps, and the files that log them.

`metrics.jsonl` holds only what is a function of recipe and data, so that a resumed run writes the same bytes. Timings
go to `timings.jsonl`.
"""

import hashlib
import json
import math
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from pydantic import TypeAdapter

from instructgpt_cli.errors import UsageError
from instructgpt_cli.run import read_back
from instructgpt_cli.system import atomic_files


@dataclass(frozen=True, slots=True)
class StepMetrics:
    """The metrics of one optimizer step, counted from 1. `loss` is in nats per target token.

    `router_loss` is the load-balancing loss of experts, unweighted, if it is trained; `loss` does not include it.
    """

    step: int
    epoch: float
    loss: float
    lr: float
    grad_norm: float
    targets: int
    tokens: int
    validation_loss: float | None = None
    router_loss: float | None = None


@dataclass(frozen=True, slots=True)
class StepTiming:
    """The timing of one step. `seconds` is the training time so far, resumes included; `progress` goes from 0 to 1."""

    step: int
    seconds: float
    progress: float
    tokens_per_second: float
    targets_per_second: float
    seconds_left: float


_METRICS, _TIMING = TypeAdapter(StepMetrics), TypeAdapter(StepTiming)


def read_metrics(path: Path) -> list[StepMetrics]:
    """The complete lines of `metrics.jsonl`. Raises `UsageError` for a damaged one."""
    return read_back.read_lines(path, _METRICS)


def read_timings(path: Path) -> list[StepTiming]:
    """The complete lines of `timings.jsonl`. Raises `UsageError` for a damaged one."""
    return read_back.read_lines(path, _TIMING)


class MetricsLog:
    """Appends a line per step to `metrics.jsonl` and `timings.jsonl` in a run folder."""

    def __init__(self, folder: Path, resume_after: int, written: str = "") -> None:
        """Open both files, truncated to the steps up to `resume_after`.

        `written` is the `digest` at that step; empty if unknown.
        """
        self._path = folder / "metrics.jsonl"
        kept = _cut_back(self._path, _METRICS, resume_after)
        _cut_back(folder / "timings.jsonl", _TIMING, resume_after)
        self._metrics, self._timings = map(_appending, (self._path, folder / "timings.jsonl"))
        raw = self._path.read_bytes()
        self._tail = raw[raw.rfind(b"\n", 0, -1) + 1 :]  # the last line
        self._head = hashlib.sha256(raw[: len(raw) - len(self._tail)])
        self.fault = ""
        """How the lines of earlier steps differ from what the run wrote; empty if they do not."""
        if kept != resume_after:
            self.fault = f"has {kept:,} complete lines for the {resume_after:,} steps before"
        elif written not in ("", self.digest, hashlib.sha256(raw).hexdigest()):  # the last form is that of 0.2
            self.fault = f"is not what this run wrote up to step {resume_after:,}"
        self._last: StepMetrics | None = None

    @property
    def digest(self) -> str:
        """The sha256 of metrics.jsonl at the last flush, without a validation loss in its last line: a run resumes from
        the same state whether or not that has been computed."""
        digest = self._head.copy()
        digest.update(_unvalidated(self._tail))
        return digest.hexdigest()

    def on_step(self, metrics: StepMetrics, timing: StepTiming) -> None:
        """Log one step; its line is written once it can no longer get a validation loss."""
        self._write_last()
        self._last = metrics
        line = json.dumps({key: round(value, 6) for key, value in asdict(timing).items()}) + "\n"
        with atomic_files.naming(Path(self._timings.name)):
            self._timings.write(line)

    def on_validation(self, step: int, loss: float) -> None:
        """Add the validation loss to the line of the last step.

        The line is on disk already if a checkpoint was saved before the validation.
        """
        if self._last is None:
            self._amend(step, loss)
            return
        assert self._last.step == step
        self._last = replace(self._last, validation_loss=loss)

    def flush(self) -> None:
        """Write all steps so far to disk: a checkpoint must not be newer than its metrics."""
        self._write_last()
        for file in (self._metrics, self._timings):
            with atomic_files.naming(Path(file.name)):
                file.flush()
                os.fsync(file.fileno())

    def close(self) -> None:
        self._write_last()
        for file in (self._metrics, self._timings):
            with atomic_files.naming(Path(file.name)):
                file.close()

    def _write_last(self) -> None:
        if self._last is not None:
            line, self._last = _line(self._last), None
            self._head.update(self._tail)
            self._tail = line.encode()
            with atomic_files.naming(self._path):
                self._metrics.write(line)

    def _amend(self, step: int, loss: float) -> None:
        """Replace the file atomically: a kill must not lose the line that changes."""
        if _step(self._tail, _METRICS) != step:  # it has been removed
            return
        self._metrics.close()
        raw = self._path.read_bytes()
        line = _line(replace(_METRICS.validate_json(self._tail), validation_loss=loss))
        atomic_files.write_file(self._path, raw[: len(raw) - len(self._tail)].decode() + line)
        self._tail = line.encode()
        self._metrics = _appending(self._path)


def _appending(path: Path) -> TextIO:
    return atomic_files.append_to_own(path)


def _unvalidated(line: bytes) -> bytes:
    if not line:
        return line
    return _line(replace(_METRICS.validate_json(line), validation_loss=None)).encode()


def _line(metrics: StepMetrics) -> str:
    return json.dumps({key: value for key, value in asdict(metrics).items() if value is not None}) + "\n"


def _cut_back(path: Path, form: TypeAdapter[Any], last_step: int) -> int:
    """Truncate the file to the complete lines of steps up to `last_step`; return their number."""
    with atomic_files.append_to_own(path) as file:
        raw = path.read_bytes()
        kept = [line for line in raw.split(b"\n")[:-1] if _step(line, form) <= last_step]
        left = b"".join(line + b"\n" for line in kept)
        if raw.startswith(left):
            file.truncate(len(left))
    if not raw.startswith(left):
        atomic_files.write_file(path, left.decode())
    return len(kept)


def _step(line: bytes, form: TypeAdapter[Any]) -> float:
    """The step of a line; infinity if the line is damaged."""
    try:
        found: StepMetrics | StepTiming = read_back.parse(line.decode("utf-8", "replace"), form, "", "line")
    except UsageError:
        return math.inf
    return found.step


AVERAGED = 10


def loss_course(steps: Sequence[StepMetrics]) -> tuple[float, float, str]:
    """The training loss at the beginning and end of a run, and over what: ten steps each, or one if those overlap."""
    count = AVERAGED if len(steps) >= 2 * AVERAGED else 1
    return mean_loss(steps[:count]), mean_loss(steps[-count:]), "ten steps" if count > 1 else "step"


def mean_loss(steps: Sequence[StepMetrics]) -> float:
    """The mean loss over all targets of these steps."""
    targets = sum(m.targets for m in steps)
    return sum(m.loss * m.targets for m in steps) / targets if targets else float("nan")
