"""The scores of a set and of its tasks from those of its rows."""

import pytest

from instructgpt_cli.data.types import Row
from instructgpt_cli.evaluation.metrics import RowScore
from instructgpt_cli.evaluation.scored_rows import ScoredRows, set_scores

ROWS = [
    RowScore("sort", nats=2.0, targets=4, bytes=8, f1=1.0),
    RowScore("add", nats=3.0, targets=1, bytes=2, f1=0.5),
    RowScore("sort", f1=0.0),
    RowScore(nats=1.0, targets=5, bytes=10, is_piece=True),
]


def test_rows_begin_without_scores() -> None:
    scored = ScoredRows.of([Row("f", 0, text="a", task="t", group="g"), Row("f", 1)])
    assert scored.scores == [RowScore("t", "g"), RowScore()]
    assert scored.predictions == [None, None]
    assert scored.refused == {}


def test_the_scores_of_a_set_and_of_each_task_in_order() -> None:
    scored = ScoredRows(list(ROWS), [None] * 3, {2: "overlong", 5: "overlong", 6: "empty answer"})
    found = set_scores(scored, ["loss", "f1"], resamples=0, seed=0)
    assert (found.rows, found.targets, found.bytes) == (3, 10, 20)  # a further piece is not a row
    assert found.metrics["loss"].value == pytest.approx(6 / 10)
    assert found.metrics["f1"].value == pytest.approx(0.5)
    assert found.refused == {"overlong": 2, "empty answer": 1}
    assert list(found.tasks) == ["add", "sort"]
    assert (found.tasks["sort"].rows, found.tasks["sort"].metrics["f1"].value) == (2, 0.5)


def test_corpus_metrics_have_a_signature() -> None:
    scored = ScoredRows([RowScore(texts=("a b c d", ("a b c d",)))], [None])
    found = set_scores(scored, ["chrf"], resamples=0, seed=0).metrics
    assert list(found) == ["chrf"]
    assert found["chrf"].value == pytest.approx(100)
    assert found["chrf"].signature.startswith("nrefs:1|")
