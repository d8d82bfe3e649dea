"""eval.json: the scores of an eval, written and read here only, and the tables that show them.

`EvalResult` has the keys of the file. Its sets and their tasks are named by the recipe and the rows; a metric is there
if the rows can give it.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from instructgpt_cli.errors import UsageError
from instructgpt_cli.plain_text import counted
from instructgpt_cli.run import read_back
from instructgpt_cli.system import atomic_files
from instructgpt_cli.system.json_object import finite

NAME = "eval.json"
FORMAT = 1

# Metric, as eval.json and gates name it -> its label.
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
# The columns of a table by task. Perplexity and the normalized match say much the same as their neighbors.
TASK_METRICS = (
    "exact_match",
    "contrast",
    "f1",
    "squad_f1",
    "rouge_l",
    "bleu",
    "chrf",
    "loss",
    "bits_per_byte",
)


@dataclass(frozen=True, slots=True)
class Score:
    """A score with its 95 % confidence interval, if there is one. `value` is null in the file if it is not finite.

    `signature` is how sacrebleu computed BLEU or chrF.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskScores:
    """The scores of some rows: `targets` tokens are predicted, which spell `bytes` bytes of UTF-8."""

    rows: int
    targets: int
    bytes: int = 0
    metrics: Mapping[str, Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetScores(TaskScores):
    """The scores of a set; `refused` counts the rows that lack one, by reason."""

    refused: Mapping[str, int] = field(default_factory=dict)
    tasks: Mapping[str, TaskScores] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelScores:
    """The scores of the model at the path or hub name `model`, computed in `precision`: fp32, bf16 or fp16."""

    model: str | None = None
    precision: str = ""
    sets: Mapping[str, SetScores] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvalResult:
    """The contents of eval.json. Keys that an older version did not write have their defaults."""

    format: int = FORMAT
    model: str | None = None
    precision: str = ""
    """What answers and losses were computed in: fp32, bf16 or fp16; empty if an older version did not record it."""
    seed: int = 0
    sets: Mapping[str, SetScores] = field(default_factory=dict)
    baseline: ModelScores | None = None
    predictions: str | None = None
    """The sha256 of the predictions.jsonl of this eval; one with another hash belongs to another eval."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts; the first column names the row."""

    title: str
    remark: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    @property
    def heading(self) -> str:
        """Title and remark on one line."""
        return f"{self.title}: {self.remark}" if self.remark else self.title


_FORM = TypeAdapter(EvalResult)
_OBJECT = TypeAdapter(dict[str, Any])


def write(folder: Path, result: EvalResult) -> None:
    """Replaces eval.json in `folder`."""
    atomic_files.write_file(folder / NAME, json.dumps(as_json(result), indent=1) + "\n")


def as_json(result: EvalResult) -> dict[str, Any]:
    """The object that eval.json holds. Numbers that are not finite become null."""
    found: dict[str, Any] = finite(asdict(result, dict_factory=_without_empty_signature))
    return found


def read(folder: Path) -> EvalResult:
    """The result in `folder`; an empty one if there is no eval.json.

    Raises `UsageError` if the file is damaged or has a newer format.
    """
    return _parsed(folder / NAME)[0]


def unknown_keys(folder: Path) -> list[str]:
    """The keys that this version ignores: a newer one has written them."""
    return _parsed(folder / NAME)[1]


def tables(result: EvalResult) -> list[Table]:
    """For each set its metrics, then its metrics by task; next to those of the baseline, if there is one."""
    found = []
    for name, scores in result.sets.items():
        before = result.baseline.sets.get(name) if result.baseline else None
        found.append(_by_metric(name, scores, before))
        if scores.tasks:
            found.append(_by_task(name, scores.tasks, before.tasks if before else {}))
    return found


def _without_empty_signature(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: value for key, value in pairs if (key, value) != ("signature", "")}


def _parsed(path: Path) -> tuple[EvalResult, list[str]]:
    if not path.exists():
        return EvalResult(), []
    text = path.read_text(encoding="utf-8", errors="replace")
    values = read_back.parse(text, _OBJECT, str(path), "file")
    if isinstance(values.get("format"), int) and values["format"] > FORMAT:
        raise UsageError(
            f"{path}: has format {values['format']}; this version reads formats up to {FORMAT}",
            "Use the version that wrote it, or remove the file.",
        )
    result = read_back.parse(text, _FORM, str(path), "file")
    return result, sorted(set(_dropped(values, asdict(result))))


def _dropped(values: Any, kept: Any) -> Iterator[str]:
    """The keys at any depth of `values` that `kept` lacks."""
    if isinstance(values, Mapping) and isinstance(kept, Mapping):
        for key, value in values.items():
            if key in kept:
                yield from _dropped(value, kept[key])
            else:
                yield key


def _by_metric(name: str, scores: SetScores, before: SetScores | None) -> Table:
    rows = []
    for metric, score in scores.metrics.items():
        old = [_value(before.metrics.get(metric))] if before else []
        rows.append([METRICS.get(metric, metric), *old, _value(score), _interval(score)])
    amount = f"{counted(scores.rows, 'row')}, {scores.targets:,} target tokens, {scores.bytes:,} bytes"
    columns = ["", "before", "after", "95 % interval of after"] if before else ["", "score", "95 % interval"]
    return Table(name, amount, columns, rows)


def _by_task(name: str, tasks: Mapping[str, TaskScores], before: Mapping[str, TaskScores]) -> Table:
    metrics = [metric for metric in TASK_METRICS if any(metric in task.metrics for task in tasks.values())]
    rows = []
    for task, scores in tasks.items():
        cells = [_value(scores.metrics.get(metric)) for metric in metrics]
        if task in before:
            old = [_value(before[task].metrics.get(metric)) for metric in metrics]
            cells = [f"{was} → {now}" for was, now in zip(old, cells, strict=True)]
        rows.append([task, f"{scores.rows:,}", *cells])
    title = f"{name} by task" + (" (before → after)" if before else "")
    return Table(title, "", ["task", "rows", *(METRICS[metric] for metric in metrics)], rows)


def _value(score: Score | None) -> str:
    return "-" if score is None else _number(score.value)


def _number(value: float | None) -> str:
    """Three decimals; one from 100 on, and three significant digits from a million on."""
    if value is None or not math.isfinite(value):
        return "not finite"
    if abs(value) >= 1e6:
        return f"{value:.3g}"
    return f"{value:,.1f}" if abs(value) >= 100 else f"{value:.3f}"


def _interval(score: Score) -> str:
    return "-" if score.low is None or score.high is None else f"{_number(score.low)} - {_number(score.high)}"
