"""`eval`: scores of held-out rows, as tables, as JSON (see `run.eval_result`) and as a gate."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli.plain_text import counted, printable
from instructgpt_cli.recipe.schema import Metric, Model, Recipe, Source, Tokenizer
from instructgpt_cli.run import eval_result
from instructgpt_cli.run.eval_result import EvalResult, ModelScores, Score, SetScores, TaskScores
from instructgpt_cli.system import adapter_folder, offline, torchrun
from instructgpt_cli.system.lazy_imports import uncollected
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from instructgpt_cli.commands.eval.evaluator import Scored
    from instructgpt_cli.commands.eval.saved import Saved
    from instructgpt_cli.data.types import Row
    from instructgpt_cli.evaluation.metrics import RowScore

Prediction = dict[str, Any]
TOLD_OF_BEFORE = ("answer", "compared", "exact_match", "f1", "squad_f1", "rouge_l", "error")


def run(recipe: Recipe, *, json: bool, fail_under: list[str], quiet: bool) -> None:
    """Scores the recipe's model, and its baseline, on every set. Raises `GateError` where a gate is missed."""
    torchrun.refuse("eval")
    wanted = recipe.eval.sets or {"validation": recipe.data.validation}
    paths = [source.path for sources in wanted.values() for source in sources]
    models = map(adapter_folder.whole_model, (recipe.model.path, recipe.eval.baseline))
    offline.settle_network([*models, recipe.tokenizer.path, *paths])
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
        before, predicted_before = _score(baseline, sets, console, saved, "eval.baseline") if baseline else ({}, {})
        after, predicted = _score(recipe, sets, console, saved, "model.path")
        saved.publish(_predictions(predicted, predicted_before))
        result = EvalResult(
            model=recipe.model.path,
            seed=recipe.seed,
            sets=after,
            baseline=ModelScores(model=recipe.eval.baseline, sets=before) if baseline else None,
            predictions=atomic_files.sha256(path) if path and path.exists() else None,
        )
        if folder:
            eval_result.write(folder, result)
    if folder:
        console.message(f"scores: {folder / eval_result.NAME}")
    console.event(eval_result.as_json(result))
    for table in () if json else eval_result.tables(result):
        console.table(table.heading, table.columns, table.rows)
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
) -> tuple[dict[str, SetScores], dict[str, list[Prediction | None]]]:
    """({set: scores}, {set: predictions}) of the recipe's model, by whose `key` its answers are saved."""
    with uncollected():
        from instructgpt_cli.commands.eval.evaluator import Evaluator
    evaluator = Evaluator(recipe, list(sets.values()), console, saved, key)
    found: dict[str, SetScores] = {}
    predictions: dict[str, list[Prediction | None]] = {}
    for name, rows in sets.items():
        scored = evaluator.score(name, rows)
        found[name] = _set_scores(scored, recipe.eval.metrics, resamples=recipe.eval.bootstrap, seed=recipe.seed)
        predictions[name] = scored.predictions
        if scored.refused:
            reasons = ", ".join(f"{count:,} {reason}" for reason, count in scored.refused.most_common())
            console.warn(f"{name}: {scored.refused.total():,} of {counted(len(rows), 'row')} lack a score: {reasons}")
    return found, predictions


def _set_scores(scored: "Scored", metrics: Sequence[Metric], *, resamples: int, seed: int) -> SetScores:
    tasks: dict[str, list[RowScore]] = {}
    for score in scored.scores:
        if score.task is not None:
            tasks.setdefault(score.task, []).append(score)
    total = _scores(scored.scores, metrics, resamples, seed)
    return SetScores(
        rows=total.rows,
        targets=total.targets,
        bytes=total.bytes,
        metrics=total.metrics,
        refused=dict(scored.refused),
        tasks={name: _scores(rows, metrics, resamples, seed) for name, rows in sorted(tasks.items())},
    )


def _scores(rows: "Sequence[RowScore]", metrics: Sequence[Metric], resamples: int, seed: int) -> TaskScores:
    from instructgpt_cli.evaluation.metrics import summarize

    found = summarize(rows, resamples=resamples, seed=seed)
    if texts := [row.texts for row in rows if row.texts]:
        from instructgpt_cli.evaluation.bleu_chrf import corpus_scores

        found |= corpus_scores(texts, metrics, resamples=resamples, seed=seed)
    return TaskScores(
        rows=sum(not row.is_piece for row in rows),
        targets=sum(row.targets for row in rows),
        bytes=sum(row.bytes for row in rows),
        metrics={name: Score(**asdict(estimate)) for name, estimate in found.items()},
    )


def _predictions(
    predicted: Mapping[str, list[Prediction | None]], before: Mapping[str, list[Prediction | None]]
) -> Iterator[Prediction]:
    """The lines of predictions.jsonl; an eval without predictions leaves no file."""
    for name, rows in predicted.items():
        earlier = before.get(name) or [None] * len(rows)
        for prediction, old in zip(rows, earlier, strict=True):
            if prediction:
                told = {key: old[key] for key in TOLD_OF_BEFORE if key in old} if old else None
                yield {"set": name} | prediction | ({"before": told} if told else {})
