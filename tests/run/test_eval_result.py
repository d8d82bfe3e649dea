"""eval.json: what is written is read, whatever version wrote it; and one set of tables for terminal and page."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.run import eval_result
from instructgpt_cli.run.eval_result import EvalResult, ModelScores, Score, SetScores, TaskScores

LOSS = {"value": 0.5, "low": 0.25, "high": 0.75}
BLEU = {"value": 31.2, "low": None, "high": None, "signature": "nrefs:1|tok:13a"}
# As 0.2.0 wrote it.
EARLIER = {
    "model": "runs/a/model",
    "seed": 3,
    "sets": {
        "validation": {
            "rows": 2,
            "targets": 9,
            "bytes": 20,
            "metrics": {"loss": LOSS, "bleu": BLEU},
            "refused": {"overlong": 1},
            "tasks": {"sort": {"rows": 1, "targets": 4, "bytes": 8, "metrics": {"loss": LOSS}}},
        }
    },
    "baseline": None,
    "predictions": "abc",
}


def scores(tasks: dict[str, TaskScores] | None = None, **values: float) -> SetScores:
    metrics = {name: Score(value, 0.1, 0.95) for name, value in values.items()}
    return SetScores(rows=12000, targets=500, bytes=900, metrics=metrics, tasks=tasks or {})


def put(folder: Path, value: Any) -> Path:
    (folder / "eval.json").write_text(value if isinstance(value, str) else json.dumps(value))
    return folder


def test_the_keys_of_the_file_are_those_of_earlier_versions_and_what_was_added(tmp_path: Path) -> None:
    result = eval_result.read(put(tmp_path, EARLIER))
    assert result.sets["validation"].metrics["bleu"] == Score(31.2, signature="nrefs:1|tok:13a")
    eval_result.write(tmp_path, result)
    text = (tmp_path / "eval.json").read_text()
    added = {"format": 1, "model": EARLIER["model"], "precision": ""}
    assert text == json.dumps(added | EARLIER, indent=1) + "\n"
    assert eval_result.read(tmp_path) == result
    assert eval_result.as_json(result) == json.loads(text)


def test_numbers_that_are_not_finite_become_null(tmp_path: Path) -> None:
    metrics = {"loss": Score(math.nan), "perplexity": Score(math.inf, 2.0, math.inf)}
    eval_result.write(tmp_path, EvalResult(sets={"a": SetScores(rows=1, targets=1, metrics=metrics)}))
    found = eval_result.read(tmp_path).sets["a"].metrics
    assert found == {"loss": Score(None), "perplexity": Score(None, 2.0, None)}


def test_absent_keys_have_their_defaults(tmp_path: Path) -> None:
    assert eval_result.read(tmp_path) == eval_result.read(put(tmp_path, {})) == EvalResult()
    bare = {"rows": 1, "targets": 2, "metrics": {"f1": {"value": 1}}}
    found = eval_result.read(put(tmp_path, {"sets": {"a": bare}, "baseline": {}}))
    assert found.sets["a"] == SetScores(rows=1, targets=2, bytes=0, metrics={"f1": Score(1.0)}, refused={}, tasks={})
    assert found.baseline == ModelScores(model=None, sets={})


def test_unknown_keys_at_any_depth_are_named_and_do_no_harm(tmp_path: Path) -> None:
    newer = json.loads(json.dumps(EARLIER))
    newer["date"] = "2027-01-01"
    newer["sets"]["validation"]["metrics"]["loss"]["median"] = 0.4
    newer["sets"]["validation"]["tasks"]["sort"]["refused"] = {}
    assert eval_result.read(put(tmp_path.parent, EARLIER)) == eval_result.read(put(tmp_path, newer))
    assert eval_result.unknown_keys(tmp_path.parent) == []
    assert eval_result.unknown_keys(tmp_path) == ["date", "median", "refused"]


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    put(tmp_path, EARLIER | {"format": eval_result.FORMAT + 1, "sets": "in another form"})
    with pytest.raises(UsageError, match=r"eval\.json: has format 2; this version reads formats up to 1"):
        eval_result.read(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("null", "Input should be"),
        ('{"sets": {"a": 3}}', "sets.a: Input should be"),
        ('{"sets": {"a": {"rows": 1, "targets": 2}}}', "sets.a.metrics: Field req"),
        ('{"sets": {"a": {"rows": 1, "targets": 2, "metrics": {"x": 1}}}}', "sets.a.metrics.x: Input should be"),
        ('{"sets": {}, "baseline": {"sets": {"a": {"metrics": {}}}}}', "baseline.sets.a.rows: Field req"),
    ],
)
def test_a_damaged_file_is_refused_with_the_place(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        eval_result.read(put(tmp_path, text))
    assert f"{tmp_path}/eval.json: is damaged ({said}" in caught.value.message


def test_a_table_by_metric_keeps_the_order_of_the_result() -> None:
    (table,) = eval_result.tables(EvalResult(sets={"a": scores(perplexity=1199.46, f1=0.91, loss=99.9996)}))
    assert table.heading == "a: 12,000 rows, 500 target tokens, 900 bytes"
    assert table.columns == ["", "score", "95 % interval"]
    assert table.rows == [
        ["perplexity", "1,199.5", "0.100 - 0.950"],
        ["token F1", "0.910", "0.100 - 0.950"],
        ["loss", "100.000", "0.100 - 0.950"],
    ]


def test_scores_stand_next_to_those_of_the_baseline() -> None:
    after = scores({"sort": scores(exact_match=0.9), "new": scores(exact_match=1)}, exact_match=0.9, f1=0.5)
    before = ModelScores(sets={"a": scores({"sort": scores(exact_match=0.2)}, exact_match=0.2)})
    by_metric, by_task = eval_result.tables(EvalResult(sets={"a": after}, baseline=before))
    assert by_metric.columns == ["", "before", "after", "95 % interval of after"]
    assert by_metric.rows[0] == ["exact match", "0.200", "0.900", "0.100 - 0.950"]
    assert by_metric.rows[1] == ["token F1", "-", "0.500", "0.100 - 0.950"]
    assert by_task.heading == "a by task (before → after)"
    assert by_task.rows == [["sort", "12,000", "0.200 → 0.900"], ["new", "12,000", "1.000"]]


def test_the_columns_of_a_table_by_task_are_in_one_order() -> None:
    tasks = {"x": scores(loss=1, perplexity=2, bits_per_byte=3), "y": scores(contrast=0.5, exact_match=1, chrf=40)}
    _, table = eval_result.tables(EvalResult(sets={"a": scores(tasks)}))
    assert table.columns == ["task", "rows", "exact match", "contrast", "chrF", "loss", "bits per byte"]
    assert table.rows == [
        ["x", "12,000", "-", "-", "-", "1.000", "3.000"],
        ["y", "12,000", "1.000", "0.500", "40.000", "-", "-"],
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.000"),
        (-0.5, "-0.500"),
        (99.9, "99.900"),
        (100, "100.0"),
        (1199.46, "1,199.5"),
        (3e6, "3e+06"),
        (1.234e30, "1.23e+30"),
        (None, "not finite"),
        (math.inf, "not finite"),
    ],
)
def test_a_number_is_rounded_by_its_size(value: float | None, text: str) -> None:
    score = SetScores(rows=1, targets=1, metrics={"loss": Score(value)})
    (table,) = eval_result.tables(EvalResult(sets={"a": score}))
    assert table.rows == [["loss", text, "-"]]


@pytest.mark.parametrize("empty", [{}, {"sets": {}}, {"sets": {}, "baseline": None}])
def test_a_result_without_sets_has_no_tables(tmp_path: Path, empty: dict[str, Any]) -> None:
    assert eval_result.tables(eval_result.read(put(tmp_path, empty))) == []


def test_every_metric_of_a_task_table_has_a_label() -> None:
    assert set(eval_result.TASK_METRICS) < set(eval_result.METRICS)
