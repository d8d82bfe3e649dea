"""eval.json -> the tables of the report page. The layout of the file is described in commands/eval.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from instructgpt_cli.run.curves import number

METRICS = {
    "loss": "loss",
    "perplexity": "perplexity",
    "bits_per_byte": "bits per byte",
    "exact_match": "exact match",
    "exact_match_normalised": "exact match, normalised",
    "f1": "token F1",
    "contrast": "contrast",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Texts; the first column names the row."""

    title: str
    remark: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def tables(scores: Any) -> list[Table]:
    """For each set its metrics, then its metrics by task; beside those of the baseline where there is one."""
    if not isinstance(scores, Mapping):
        return []
    baseline = scores.get("baseline") or {}
    found = []
    for name, scored in scores.get("sets", {}).items():
        before = baseline.get("sets", {}).get(name)
        found.append(_by_metric(name, scored, before))
        if scored.get("tasks"):
            found.append(_by_task(name, scored["tasks"], before["tasks"] if before else {}))
    return found


def _by_metric(name: str, scored: Mapping[str, Any], before: Mapping[str, Any] | None) -> Table:
    rows = []
    for metric, estimate in scored["metrics"].items():
        old = [_value(before["metrics"].get(metric))] if before else []
        rows.append([METRICS.get(metric, metric), *old, _value(estimate), _interval(estimate)])
    columns = ["", *(["before"] if before else []), "after" if before else "score", "95 % interval"]
    return Table(name, f"{scored['rows']:,} rows, {scored['targets']:,} target tokens", columns, rows)


def _by_task(name: str, tasks: Mapping[str, Any], before: Mapping[str, Any]) -> Table:
    metrics = [metric for metric in METRICS if any(metric in task["metrics"] for task in tasks.values())]
    rows = []
    for task, scored in tasks.items():
        cells = [_value(scored["metrics"].get(metric)) for metric in metrics]
        if task in before:
            old = [_value(before[task]["metrics"].get(metric)) for metric in metrics]
            cells = [f"{was} → {now}" for was, now in zip(old, cells, strict=True)]
        rows.append([task, f"{scored['rows']:,}", *cells])
    return Table(
        f"{name} by task", "before → after" if before else "", ["", "rows", *map(METRICS.__getitem__, metrics)], rows
    )


def _value(estimate: Mapping[str, Any] | None) -> str:
    value = estimate["value"] if estimate else None
    if value is None:
        return "-"
    return f"{value:.3f}" if abs(value) < 100 else number(value)


def _interval(estimate: Mapping[str, Any]) -> str:
    low, high = estimate.get("low"), estimate.get("high")
    return "" if low is None or high is None else f"{_value({'value': low})} to {_value({'value': high})}"
