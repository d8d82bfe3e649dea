"""The scores of one model on every set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from instructgpt_cli.commands import provenance
from instructgpt_cli.commands.eval.answer_scores import AnswerScorer, sampling
from instructgpt_cli.commands.eval.loss_scores import LossScorer
from instructgpt_cli.commands.eval.references import References
from instructgpt_cli.commands.eval.saved import Part, Saved
from instructgpt_cli.commands.generate.loaded_model import LoadedModel, open_model
from instructgpt_cli.data.types import Row
from instructgpt_cli.evaluation.scored_rows import Prediction, ScoredRows, set_scores
from instructgpt_cli.model.self_checks import own_attention
from instructgpt_cli.plain_text import counted
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.eval_result import SetScores
from instructgpt_cli.terminal.console import Console


@dataclass(slots=True)
class Evaluation:
    """The scores of one model by set, and its predictions: one for each row, None for rows without a reference."""

    sets: dict[str, SetScores] = field(default_factory=dict)
    predictions: dict[str, list[Prediction | None]] = field(default_factory=dict)


def evaluate(
    recipe: Recipe, sets: Mapping[str, Sequence[Row]], console: Console, saved: Saved, key: str = "model.path"
) -> Evaluation:
    """Loads the model of `recipe` and scores it on `sets`; `saved` has its answers under `key`, its recipe key."""
    metrics, bootstrap, seed = recipe.eval.metrics, recipe.eval.bootstrap, recipe.seed
    loaded = open_model(recipe, console)
    losses = LossScorer(loaded, recipe.model, recipe.data.max_length, saved) if "loss" in metrics else None
    answers = _answer_scorer(recipe, loaded, list(sets.values()), console, saved) if set(metrics) - {"loss"} else None
    found = Evaluation()
    for name, rows in sets.items():
        part = Part(key, name, str(loaded.encoder.day or ""))
        scored = ScoredRows.of(rows)
        if answers:
            answers.score(part, rows, scored, console)
        if losses:
            with console.progress(f"measuring {name}", total=len(rows), unit="rows") as bar:
                losses.score(part, rows, scored, bar.advance)
        found.sets[name] = set_scores(scored, metrics, resamples=bootstrap, seed=seed)
        found.predictions[name] = scored.predictions
        if scored.refused:
            reasons = ", ".join(f"{count:,} {reason}" for reason, count in scored.refused.most_common())
            console.warn(f"{name}: {scored.refused.total():,} of {counted(len(rows), 'row')} lack a score: {reasons}")
    return found


def _answer_scorer(
    recipe: Recipe, loaded: LoadedModel, sets: Sequence[Sequence[Row]], console: Console, saved: Saved
) -> AnswerScorer:
    with own_attention(loaded.model):
        settings = sampling(recipe.generate, loaded, sets)
        decoder = loaded.decoder(settings, provenance.seed(recipe), console)
    references = References(loaded, decoder.stopping, recipe.eval.thoughts)
    return AnswerScorer(loaded, decoder, references, recipe.eval.metrics, saved)
