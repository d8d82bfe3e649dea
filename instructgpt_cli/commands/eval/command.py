"""`eval`: scores of held-out rows, as tables, as JSON (see `run.eval_result`) and as a gate."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli.commands import provenance
from instructgpt_cli.plain_text import printable
from instructgpt_cli.recipe.data_schema import Source, Tokenizer
from instructgpt_cli.recipe.schema import Model, Recipe
from instructgpt_cli.run import eval_result
from instructgpt_cli.run.eval_result import EvalResult, ModelScores
from instructgpt_cli.system import adapter_folder, offline, torchrun
from instructgpt_cli.system.lazy_imports import uncollected
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from instructgpt_cli.data.types import Row
    from instructgpt_cli.evaluation.scored_rows import Prediction

# What a record of predictions.jsonl repeats of the baseline's answer, under `before`.
BEFORE_KEYS = ("answer", "compared", "exact_match", "f1", "squad_f1", "rouge_l", "error")


def run(recipe: Recipe, *, json: bool, fail_under: list[str], quiet: bool) -> None:
    """Scores the recipe's model, and its baseline, on every set. Raises `GateError` if a gate is missed."""
    torchrun.refuse("eval")
    sources = recipe.eval.sets or {"validation": recipe.data.validation}
    paths = [source.path for named in sources.values() for source in named]
    models = map(adapter_folder.whole_model, (recipe.model.path, recipe.eval.baseline))
    offline.settle_network([*models, recipe.tokenizer.path, *paths])
    from instructgpt_cli.commands.eval import gates
    from instructgpt_cli.system import atomic_files

    bounds = gates.parse(fail_under, list(sources), recipe.eval.metrics)
    console = Console(json=json, quiet=quiet)
    folder = Path(recipe.output_dir) if recipe.output_dir else None
    path = folder / "predictions.jsonl" if folder else None
    if path:
        atomic_files.drop_link(path)
    sets = {name: _rows(name, named, recipe.eval.rows, console) for name, named in sources.items()}
    result = _evaluate(recipe, sets, path, console)
    if folder:
        console.message(f"scores: {folder / eval_result.NAME}")
    console.event(eval_result.as_json(result))
    for table in () if json else eval_result.tables(result):
        console.table(table.heading, table.columns, table.rows)
    gates.check(bounds, result.sets)


def _evaluate(recipe: Recipe, sets: "Mapping[str, Sequence[Row]]", path: Path | None, console: Console) -> EvalResult:
    """The scores, also written to eval.json beside the predictions at `path`."""
    from instructgpt_cli.system import atomic_files

    with uncollected():
        from instructgpt_cli.commands.eval.evaluator import Evaluator
        from instructgpt_cli.commands.eval.saved import eval_identity, saving
        from instructgpt_cli.commands.generate import loaded_model
        from instructgpt_cli.model.device import choose_device

    # The baseline is evaluated with its own tokenizer and template.
    baseline = Model(path=recipe.eval.baseline, attention=recipe.model.attention) if recipe.eval.baseline else None

    wanted, device = recipe.generate.precision, choose_device(recipe.device)
    precision = loaded_model.precision_of(recipe.model, wanted, device)
    before_precision = loaded_model.precision_of(baseline, wanted, device) if baseline else None

    def opened(model: Model, tokenizer: Tokenizer) -> loaded_model.LoadedModel:
        threads = recipe.train.threads
        return loaded_model.open_model(model, tokenizer, recipe.device, threads, console, recipe.data, wanted)

    binding: dict[str, Any] = {}
    if path:
        settings, seed = recipe.generate, recipe.seed
        answers = provenance.identity(recipe.model, recipe.tokenizer, settings, seed, str(device), precision)
        binding = eval_identity(
            answers, recipe.model, baseline, before_precision, recipe.data, recipe.eval.thoughts, sets
        )
    # Opened before anything is computed, to fail early if the folder is not writable or another eval writes to it.
    with saving(path, binding, console) as saved:
        length = recipe.data.max_length
        evaluator = Evaluator(sets, recipe.eval, recipe.generate, length, recipe.seed, saved, console)
        before = evaluator.evaluate(opened(baseline, Tokenizer()), baseline, "eval.baseline") if baseline else None
        after = evaluator.evaluate(opened(recipe.model, recipe.tokenizer), recipe.model, "model.path")
        saved.publish(_predictions(after.predictions, before.predictions if before else {}))
        result = EvalResult(
            model=recipe.model.path,
            precision=precision,
            seed=recipe.seed,
            sets=after.sets,
            baseline=ModelScores(model=recipe.eval.baseline, precision=before_precision or "", sets=before.sets)
            if before
            else None,
            predictions=atomic_files.sha256(path) if path and path.exists() else None,
        )
        if path:
            eval_result.write(path.parent, result)
    return result


def _rows(name: str, sources: Sequence[Source], most: int | None, console: Console) -> "list[Row]":
    """The rows of a set, at most `most`. Reports what is not read: rows excluded by `where`, other files, and unused
    columns, which may hold references."""
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
            excluded = f"{len(found) - len(own):,} rows left out (where: {source.where})"
            console.message(printable(f"{place}: {excluded}"))
        if beside := unread_files(source):
            console.message(printable(f"{place}: {beside}"))
        reading = reading_of(own)
        if unused := reading.not_used():
            console.message(printable(f"{place}: {reading.layout()}; not used: {unused}"))
        for note, count in Counter(note for row in own for note in row.notes).items():
            console.message(printable(f"{place}: {count:,} rows: {note}"))
    return kept


def _predictions(
    predicted: "Mapping[str, list[Prediction | None]]", before: "Mapping[str, list[Prediction | None]]"
) -> "Iterator[Prediction]":
    """The records of predictions.jsonl; an eval without predictions leaves no file."""
    for name, rows in predicted.items():
        earlier = before.get(name) or [None] * len(rows)
        for prediction, old in zip(rows, earlier, strict=True):
            if prediction:
                repeated: dict[str, Any] = {key: old[key] for key in BEFORE_KEYS if key in old} if old else {}
                yield {"set": name} | prediction | ({"before": repeated} if repeated else {})
