"""The rows of a set with their scores, and the scores of the set as eval.json has them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from instructgpt_cli.data.types import Row
from instructgpt_cli.evaluation.bleu_chrf import corpus_scores
from instructgpt_cli.evaluation.metrics import RowScore, summarize
from instructgpt_cli.recipe.schema import Metric
from instructgpt_cli.run.eval_result import Score, SetScores, TaskScores

Prediction = dict[str, Any]


@dataclass(slots=True)
class ScoredRows:
    """The scores and predictions of the rows of a set, in order.

    `scores` ends with those of the further pieces of long texts. A row without a reference has no prediction.
    `reasons`, by row, say why a row lacks a score.
    """

    scores: list[RowScore]
    predictions: list[Prediction | None]
    reasons: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "ScoredRows":
        """Rows without scores so far."""
        return cls([RowScore(row.task, row.group) for row in rows], [None] * len(rows))

    @property
    def refused(self) -> Counter[str]:
        """How many rows lack a score, by reason."""
        return Counter(self.reasons.values())


def set_scores(scored: ScoredRows, metrics: Sequence[Metric], *, resamples: int, seed: int) -> SetScores:
    """The scores of a set and of each task in it, with `resamples` behind the intervals."""
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


def _scores(rows: Sequence[RowScore], metrics: Sequence[Metric], resamples: int, seed: int) -> TaskScores:
    found = summarize(rows, resamples=resamples, seed=seed)
    if texts := [row.texts for row in rows if row.texts]:
        found |= corpus_scores(texts, metrics, resamples=resamples, seed=seed)
    return TaskScores(
        rows=sum(not row.is_piece for row in rows),
        targets=sum(row.targets for row in rows),
        bytes=sum(row.bytes for row in rows),
        metrics={name: Score(**asdict(estimate)) for name, estimate in found.items()},
    )
