"""eval.json -> the tables of the report page. The layout of the file is described in commands/eval.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from instructgpt_cli import plain_text
from instructgpt_cli.run import read_back
from instructgpt_cli.run.charts import number

# The name of each metric in eval.json and in a gate -> on a screen.
METRICS = {
    "loss": "loss",
    "perplexity": "perplexity",
    "bits_per_byte": "bits per byte",
    "exact_match": "exact match",
    "exact_match_normalised": "exact match, normalised",
    "f1": "token F1",
    "squad_f1": "SQuAD F1",
    "rouge_l": "ROUGE-L",
    "bleu": "BLEU",
    "chrf": "chrF",
    "contrast": "contrast",
}


@dataclass(frozen=True, slots=True)
class StoredEstimate:
    """None stands for what is no number."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class SetScores:
    """What was scored together: a set, or its rows of one task."""

    rows: int
    targets: int
    metrics: Mapping[str, StoredEstimate]
    tasks: Mapping[str, "SetScores"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ModelScores:
    sets: Mapping[str, SetScores] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EvalResult(ModelScores):
    baseline: ModelScores | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Texts; the first column names the row."""

    title: str
    remark: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def read(path: Path) -> EvalResult:
    """Raises `UsageError` where the file has another form."""
    return read_back.read(path, TypeAdapter(EvalResult)) or EvalResult()


def tables(scores: EvalResult) -> list[Table]:
    """For each set its metrics, then its metrics by task; beside those of the baseline where there is one."""
    found = []
    for name, scored in scores.sets.items():
        before = scores.baseline.sets.get(name) if scores.baseline else None
        found.append(_by_metric(name, scored, before))
        if scored.tasks:
            found.append(_by_task(name, scored.tasks, before.tasks if before else {}))
    return found


def _by_metric(name: str, scored: SetScores, before: SetScores | None) -> Table:
    rows = []
    for metric, estimate in scored.metrics.items():
        old = [_value(before.metrics.get(metric))] if before else []
        rows.append([METRICS.get(metric, metric), *old, _value(estimate), _interval(estimate)])
    columns = ["", "before", "after", "95 % interval of after"] if before else ["", "score", "95 % interval"]
    return Table(name, f"{plain_text.counted(scored.rows, 'row')}, {scored.targets:,} target tokens", columns, rows)


def _by_task(name: str, tasks: Mapping[str, SetScores], before: Mapping[str, SetScores]) -> Table:
    metrics = [metric for metric in METRICS if any(metric in task.metrics for task in tasks.values())]
    rows = []
    for task, scored in tasks.items():
        cells = [_value(scored.metrics.get(metric)) for metric in metrics]
        if task in before:
            old = [_value(before[task].metrics.get(metric)) for metric in metrics]
            cells = [f"{was} → {now}" for was, now in zip(old, cells, strict=True)]
        rows.append([task, f"{scored.rows:,}", *cells])
    return Table(
        f"{name} by task", "before → after" if before else "", ["", "rows", *map(METRICS.__getitem__, metrics)], rows
    )


def _value(estimate: StoredEstimate | None) -> str:
    return "-" if estimate is None else _shown(estimate.value)


def _shown(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if abs(value) < 100 else number(value)


def _interval(estimate: StoredEstimate) -> str:
    if estimate.low is None or estimate.high is None:
        return ""
    return f"{_shown(estimate.low)} to {_shown(estimate.high)}"
