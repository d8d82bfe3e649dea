"""The scores of one model on every set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from instructgpt_cli.commands import provenance
from instructgpt_cli.commands.eval.answer_scores import AnswerScorer, sampling
from instructgpt_cli.commands.eval.loss_scores import LossScorer
from instructgpt_cli.commands.eval.references import References
from instructgpt_cli.commands.eval.saved import Part, Saved
from instructgpt_cli.commands.generate.loaded_model import LoadedModel
from instructgpt_cli.data.types import Row
from instructgpt_cli.evaluation.scored_rows import Prediction, ScoredRows, set_scores
from instructgpt_cli.model.self_checks import own_attention
from instructgpt_cli.plain_text import counted
from instructgpt_cli.recipe.schema import Eval, Generate, Model
from instructgpt_cli.run.eval_result import SetScores
from instructgpt_cli.terminal.console import Console


@dataclass(slots=True)
class Evaluation:
    """The scores of one model by set, and its predictions: one for each row, None for rows without a reference."""

    sets: dict[str, SetScores] = field(default_factory=dict)
    predictions: dict[str, list[Prediction | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Scores models on the same sets in the same way; `saved` has the answers and losses of an interrupted eval.

    Texts are measured in pieces of at most `max_length` tokens. `seed` is the recipe's.
    """

    sets: Mapping[str, Sequence[Row]]
    settings: Eval
    generate: Generate
    max_length: int
    seed: int
    saved: Saved
    console: Console

    def evaluate(self, loaded: LoadedModel, model: Model, key: str) -> Evaluation:
        """The scores of the model that `model` names, under `key`, its recipe key."""
        metrics, resamples = self.settings.metrics, self.settings.bootstrap
        losses = LossScorer(loaded, model, self.max_length, self.saved) if "loss" in metrics else None
        answers = self._answer_scorer(loaded) if set(metrics) - {"loss"} else None
        found = Evaluation()
        for name, rows in self.sets.items():
            part = Part(key, name, str(loaded.encoder.day or ""))
            scored = ScoredRows.of(rows)
            if answers:
                answers.score(part, rows, scored, self.console)
            if losses:
                with self.console.progress(f"measuring {name}", total=len(rows), unit="rows") as bar:
                    losses.score(part, rows, scored, bar.advance)
            found.sets[name] = set_scores(scored, metrics, resamples=resamples, seed=self.seed)
            found.predictions[name] = scored.predictions
            self._report_refused(name, scored, len(rows))
        return found

    def _answer_scorer(self, loaded: LoadedModel) -> AnswerScorer:
        with own_attention(loaded.model):
            settings = sampling(self.generate, loaded, list(self.sets.values()))
            decoder = loaded.decoder(settings, provenance.sampling_seed(self.generate, self.seed), self.console)
        references = References(loaded, decoder.stopping, self.settings.thoughts)
        return AnswerScorer(loaded, decoder, references, self.settings.metrics, self.saved)

    def _report_refused(self, name: str, scored: ScoredRows, rows: int) -> None:
        if scored.refused:
            reasons = ", ".join(f"{count:,} {reason}" for reason, count in scored.refused.most_common())
            lacking = f"{scored.refused.total():,} of {counted(rows, 'row')} lack a score"
            self.console.warn(f"{name}: {lacking}: {reasons}")
