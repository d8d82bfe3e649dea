"""`eval`: scores of held-out rows, as tables, as JSON and as a gate.

The result, on stdout with --json and in RUN/eval.json:

    {"model": path, "seed": n, "sets": {NAME: SET}, "baseline": null | {"model": path, "sets": {NAME: SET}},
     "predictions": null | the sha256 of the predictions.jsonl beside eval.json: any other is of another eval}
    SET    {"rows": n, "targets": tokens, "bytes": n, "refused": {reason: n}, "metrics": METRICS, "tasks": {NAME: TASK}}
    TASK   {"rows": n, "targets": tokens, "bytes": n, "metrics": METRICS}
    METRICS  {"loss" | "perplexity" | "bits_per_byte" | "exact_match" | "exact_match_normalised" | "f1" | "contrast" |
              "squad_f1" | "rouge_l" | "bleu" | "chrf": {"value": x, "low": x, "high": x}}, those that the rows can
              give, with their 95 % intervals; BLEU and chrF also have a "signature": how sacrebleu computed them
"""

import json as json_module
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli.plain_text import counted, printable
from instructgpt_cli.recipe.schema import Model, Recipe, Source, Tokenizer
from instructgpt_cli.run.eval_result import METRICS
from instructgpt_cli.system import offline, torchrun
from instructgpt_cli.system.json_object import finite
from instructgpt_cli.system.lazy_imports import uncollected
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from instructgpt_cli.commands.eval.evaluator import Scored
    from instructgpt_cli.commands.eval.saved import Saved
    from instructgpt_cli.data.types import Row
    from instructgpt_cli.evaluation.metrics import RowScore

Result = dict[str, Any]
TASK_COLUMNS = ("exact_match", "f1", "squad_f1", "rouge_l", "bleu", "chrf", "loss", "bits_per_byte")
TOLD_OF_BEFORE = ("answer", "compared", "exact_match", "f1", "squad_f1", "rouge_l", "error")


def run(recipe: Recipe, *, json: bool, fail_under: list[str], quiet: bool) -> None:
    """Scores the recipe's model, and its baseline, on every set. Raises `GateError` where a gate is missed."""
    torchrun.refuse("eval")
    wanted = recipe.eval.sets or {"validation": recipe.data.validation}
    paths = [source.path for sources in wanted.values() for source in sources]
    offline.settle_network([recipe.model.path, recipe.tokenizer.path, recipe.eval.baseline, *paths])
    from instructgpt_cli.commands.eval import gates
    from instructgpt_cli.system import atomic_files

    bounds = gates.parse(fail_under, list(wanted), recipe.eval.metrics)
    console = Console(json=json, quiet=quiet)
    folder = Path(recipe.output_dir) if recipe.output_dir else None
    path = folder / "predictions.jsonl" if folder else None
    if path:
        atomic_files.drop_link(path)
    sets = {name: _rows(name, sources, recipe.eval.rows, console) for name, sources in wanted.items()}
    baseline = _baseline(recipe) if recipe.eval.baseline else None
    with uncollected():
        from instructgpt_cli.commands.eval.saved import saving
    # Opened before anything is computed: the folder takes files, and nobody else writes these.
    with saving(path, recipe, baseline, sets, console) as saved:
        before, predicted_before = _score(baseline, sets, console, saved, "eval.baseline") if baseline else (None, {})
        after, predicted = _score(recipe, sets, console, saved, "model.path")
        result: Result = {"model": recipe.model.path, "seed": recipe.seed, "sets": after}
        result["baseline"] = {"model": recipe.eval.baseline, "sets": before} if before else None
        saved.publish(_predictions(predicted, predicted_before))
        result["predictions"] = atomic_files.sha256(path) if path and path.exists() else None
        if folder:
            atomic_files.write_file(folder / "eval.json", json_module.dumps(finite(result), indent=1) + "\n")
    if folder:
        console.message(f"scores: {folder / 'eval.json'}")
    if json:
        console.event(result)
    else:
        for name, found in after.items():
            _show(name, found, before[name] if before else None, console)
    gates.check(bounds, after)


def _rows(name: str, sources: Sequence[Source], most: int | None, console: Console) -> "list[Row]":
    """The rows of a set. What `where` leaves out is told, files beside them, and columns that nobody reads: there
    may be right answers in them."""
    from instructgpt_cli.data.listing import unread_files
    from instructgpt_cli.data.reading import reading_of
    from instructgpt_cli.data.sources import first, rows
    from instructgpt_cli.data.types import LEFT_OUT

    kept: list[Row] = []
    for source in sources:
        left = None if most is None else most - len(kept)
        if left == 0:
            break
        found = list(first(rows(source, need_answers=True, strict=True, left_out=True), left))
        own = [row for row in found if row.refused != LEFT_OUT]
        kept += own
        place = f"{name}: {source.path}"
        if len(own) < len(found):
            told = f"{len(found) - len(own):,} rows left out (where: {source.where})"
            console.message(printable(f"{place}: {told}"))
        if beside := unread_files(source):
            console.message(printable(f"{place}: {beside}"))
        reading = reading_of(own)
        if unused := reading.not_used():
            console.message(printable(f"{place}: {reading.layout()}; not used: {unused}"))
        for note, count in Counter(note for row in own for note in row.notes).items():
            console.message(printable(f"{place}: {count:,} rows: {note}"))
    return kept


def _baseline(recipe: Recipe) -> Recipe:
    """The same recipe for the other model, with a tokenizer and template of its own."""
    model = Model(path=recipe.eval.baseline, attention=recipe.model.attention)
    return recipe.model_copy(update={"model": model, "tokenizer": Tokenizer()})


def _score(
    recipe: Recipe, sets: "Mapping[str, list[Row]]", console: Console, saved: "Saved", key: str
) -> tuple[dict[str, Result], dict[str, list[Result | None]]]:
    """({set: result}, {set: predictions}) of the recipe's model, by whose `key` its answers are saved."""
    with uncollected():
        from instructgpt_cli.commands.eval.evaluator import Evaluator
    evaluator = Evaluator(recipe, list(sets.values()), console, saved, key)
    results: dict[str, Result] = {}
    predictions: dict[str, list[Result | None]] = {}
    for name, rows in sets.items():
        scored = evaluator.score(name, rows)
        results[name] = _set_result(scored, recipe)
        predictions[name] = scored.predictions
        if scored.refused:
            reasons = ", ".join(f"{count:,} {reason}" for reason, count in scored.refused.most_common())
            console.warn(f"{name}: {scored.refused.total():,} of {counted(len(rows), 'row')} lack a score: {reasons}")
    return results, predictions


def _set_result(scored: "Scored", recipe: Recipe) -> Result:
    tasks: dict[str, list[RowScore]] = {}
    for score in scored.scores:
        if score.task is not None:
            tasks.setdefault(score.task, []).append(score)
    result = _summary(scored.scores, recipe) | {"refused": dict(scored.refused)}
    return result | {"tasks": {task: _summary(scores, recipe) for task, scores in sorted(tasks.items())}}


def _summary(scores: "Sequence[RowScore]", recipe: Recipe) -> Result:
    from instructgpt_cli.evaluation.metrics import summarise

    found = summarise(scores, resamples=recipe.eval.bootstrap, seed=recipe.seed)
    if texts := [score.texts for score in scores if score.texts]:
        from instructgpt_cli.evaluation.bleu_chrf import corpus_scores

        found |= corpus_scores(texts, recipe.eval.metrics, resamples=recipe.eval.bootstrap, seed=recipe.seed)
    return {
        "rows": sum(not score.is_piece for score in scores),
        "targets": sum(score.targets for score in scores),
        "bytes": sum(score.bytes for score in scores),
        "metrics": {name: {k: v for k, v in asdict(each).items() if v != ""} for name, each in found.items()},
    }


def _predictions(
    predicted: Mapping[str, list[Result | None]], before: Mapping[str, list[Result | None]]
) -> Iterator[Result]:
    """The lines of predictions.jsonl; an eval without predictions leaves no file."""
    for name, rows in predicted.items():
        earlier = before.get(name) or [None] * len(rows)
        for prediction, old in zip(rows, earlier, strict=True):
            if prediction:
                told = {key: old[key] for key in TOLD_OF_BEFORE if key in old} if old else None
                yield {"set": name} | prediction | ({"before": told} if told else {})


def _show(name: str, found: Result, before: Result | None, console: Console) -> None:
    amount = f"{counted(found['rows'], 'row')}, {found['targets']:,} target tokens, {found['bytes']:,} bytes"
    columns = ["", "before", "after", "95 % interval of after"] if before else ["", "score", "95 % interval"]
    lines = []
    for metric, estimate in found["metrics"].items():
        old = [_number(before["metrics"].get(metric))] if before else []
        lines.append([METRICS[metric], *old, _number(estimate), _interval(estimate)])
    console.table(f"{name}: {amount}", columns, lines)
    if found["tasks"]:
        metrics = [m for m in TASK_COLUMNS if any(m in task["metrics"] for task in found["tasks"].values())]
        table = [_task_line(task, found, before, metrics) for task in found["tasks"]]
        arrow = " (before → after)" if before else ""
        console.table(f"{name} by task{arrow}", ["task", "rows", *(METRICS[m] for m in metrics)], table)


def _task_line(task: str, found: Result, before: Result | None, metrics: Sequence[str]) -> list[str | int]:
    here = found["tasks"][task]
    cells = [_number(here["metrics"].get(metric)) for metric in metrics]
    if before:
        old = [_number(before["tasks"][task]["metrics"].get(metric)) for metric in metrics]
        cells = [f"{a} → {b}" for a, b in zip(old, cells, strict=True)]
    return [task, here["rows"], *cells]


def _number(estimate: Mapping[str, float] | None) -> str:
    if estimate is None:
        return "-"
    return f"{estimate['value']:,.1f}" if estimate["value"] >= 100 else f"{estimate['value']:.3f}"


def _interval(estimate: Mapping[str, float | None]) -> str:
    low, high = estimate["low"], estimate["high"]
    return "-" if low is None or high is None else f"{_number({'value': low})} - {_number({'value': high})}"
