"""What one optimizer step reports, and the two files that keep it.

`metrics.jsonl` holds only what is a function of the recipe and the data, so that a resumed run writes the same bytes;
clock readings go to `timings.jsonl` beside it.
"""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from instructgpt_cli.errors import UsageError
from instructgpt_cli.run import publish


@dataclass(frozen=True, slots=True)
class StepMetrics:
    """One optimizer step. `loss` is in nats per target token; `step` counts from 1."""

    step: int
    epoch: float
    loss: float
    lr: float
    grad_norm: float
    targets: int
    tokens: int
    validation_loss: float | None = None


@dataclass(frozen=True, slots=True)
class StepTiming:
    """The clock of one step. `seconds` is training time so far, over all resumes; `progress` runs from 0 to 1."""

    step: int
    seconds: float
    progress: float
    tokens_per_second: float
    targets_per_second: float
    seconds_left: float


def read_metrics(path: Path) -> list[StepMetrics]:
    """Every whole line of a metrics file; a torn last line (a crash while writing) is left out."""
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n")[:-1], 1):
        try:
            found.append(StepMetrics(**json.loads(line)))
        except (ValueError, TypeError):
            raise UsageError(f"{path}:{number}: is damaged", "Remove the line: it only draws the curve.") from None
    return found


class MetricsLog:
    """Appends a line a step to `metrics.jsonl` and `timings.jsonl` of a run folder."""

    def __init__(self, folder: Path, resume_after: int) -> None:
        """Opens both files, cut back to the steps up to `resume_after`, which the run continues from."""
        self._path = folder / "metrics.jsonl"
        paths = [self._path, folder / "timings.jsonl"]
        kept = [_cut_back(path, resume_after) for path in paths]
        self.gap = (kept[0], resume_after) if kept[0] < resume_after else None
        """(last step that has a line, step that the run goes on from) where somebody damaged the file."""
        self._metrics, self._timings = (path.open("a", encoding="utf-8", newline="\n") for path in paths)
        self._last: StepMetrics | None = None

    def on_step(self, metrics: StepMetrics, timing: StepTiming) -> None:
        """Takes one step; its line is written when it can no longer get a validation loss."""
        self._write_last()
        self._last = metrics
        self._timings.write(json.dumps({key: round(value, 6) for key, value in asdict(timing).items()}) + "\n")

    def on_validation(self, step: int, loss: float) -> None:
        """Adds the validation loss to the line of the step before. That line is on disk already where the run was left
        in the middle of this validation and goes on from there."""
        if self._last is None:
            self._amend(loss)
            return
        assert self._last.step == step
        self._last = replace(self._last, validation_loss=loss)

    def flush(self) -> None:
        """Puts every step so far on disk: a checkpoint must not be newer than its metrics."""
        self._write_last()
        for file in (self._metrics, self._timings):
            file.flush()
            os.fsync(file.fileno())

    def close(self) -> None:
        self._write_last()
        self._metrics.close()
        self._timings.close()

    def _write_last(self) -> None:
        if self._last is not None:
            self._metrics.write(_line(self._last))
            self._last = None

    def _amend(self, loss: float) -> None:
        """Replaces the whole file at once: a kill must not cost the line that is mended."""
        self._metrics.close()
        *before, last = read_metrics(self._path)
        lines = [*before, replace(last, validation_loss=loss)]
        publish.write_file(self._path, "".join(map(_line, lines)))
        self._metrics = self._path.open("a", encoding="utf-8", newline="\n")


def _line(metrics: StepMetrics) -> str:
    return json.dumps({key: value for key, value in asdict(metrics).items() if value is not None}) + "\n"


def _cut_back(path: Path, last_step: int) -> int:
    """Keeps the lines of steps up to `last_step` and returns the last step kept; a torn line goes as well."""
    if not path.exists():
        return 0
    kept, end, last = 0, 0, 0
    raw = path.read_bytes()
    while (newline := raw.find(b"\n", end)) >= 0:
        try:
            step = json.loads(raw[end:newline])["step"]
        except (ValueError, KeyError, TypeError):
            break
        if step > last_step:
            break
        end = kept = newline + 1
        last = step
    if kept != len(raw):
        with path.open("r+b") as file:
            file.truncate(kept)
    return last
