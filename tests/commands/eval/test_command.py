"""`eval`: its files, tables and gates, and what it reports about the rows."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from scoring import KNOWN, score

from instructgpt_cli.commands.answers_file import writing
from instructgpt_cli.errors import DataError, GateError, Interrupted, ResourceError, UsageError
from instructgpt_cli.run import eval_result, report


def test_links_in_the_run_folder_are_not_followed(settings: dict[str, Any], tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    for name in ("predictions.jsonl", "eval.json"):
        (tmp_path / f"my {name}").write_text("precious")
        (run / name).symlink_to(tmp_path / f"my {name}")
    score(settings | {"eval": {"sets": {"known": settings["eval"]["sets"]["known"]}, "metrics": ["exact_match"]}})
    for name in ("predictions.jsonl", "eval.json"):
        assert (tmp_path / f"my {name}").read_text() == "precious"
        assert not (run / name).is_symlink()
        assert (run / name).stat().st_size > 100


def test_unused_columns_that_may_hold_references_are_reported(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "known.jsonl").write_text('{"prompt": "a", "completion": "b", "references": ["c"]}\n')
    settings["eval"] = {"sets": {"known": settings["eval"]["sets"]["known"]}, "metrics": ["f1"], "bootstrap": 0}
    score(settings)
    said = "the answer in `completion`; not used: `references` (more correct answers in `references`?"
    assert said in capsys.readouterr().err


def test_rows_excluded_by_where_are_reported_and_not_scored(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "known.jsonl"
    path.write_text("".join(json.dumps({"prompt": "a", "completion": "b", "label": i < 3}) + "\n" for i in range(5)))
    for source, scored, expected in (
        ({"path": str(path), "where": "label == true"}, 3, f"known: {path}: 2 rows left out (where: label == true)"),
        ({"path": str(path)}, 5, f"known: {path}: 2 rows: `label` is false, but the answer is trained on"),
    ):
        settings["eval"] = {"sets": {"known": [source]}, "metrics": ["loss"], "bootstrap": 0}
        score(settings)
        said = capsys.readouterr()
        assert f"known: {scored} rows" in said.out
        assert expected in said.err
    settings["eval"]["rows"] = 2
    settings["eval"]["sets"] = {"known": [{"path": str(path), "where": "label == false"}]}
    score(settings)
    assert "known: 2 rows" in capsys.readouterr().out


def test_predictions_have_the_answers_of_model_and_baseline(settings: dict[str, Any]) -> None:
    score(settings)
    lines = (Path(settings["output_dir"]) / "predictions.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [(r["set"], r["row"]) for r in found] == [("known", i) for i in range(4)] + [
        ("unknown", i) for i in range(2)
    ]
    assert [(r["prompt"], r["answer"], r["task"], r["group"]) for r in found[:4]] == KNOWN
    assert all(r["exact_match"] and r["finish"] == "stop" and r["f1"] == 1 for r in found[:4])
    assert not any(r["before"]["exact_match"] for r in found)


def test_eval_json_names_its_predictions_by_digest(settings: dict[str, Any]) -> None:
    run = Path(settings["output_dir"])
    score(settings)
    named = json.loads((run / "eval.json").read_text("utf-8"))["predictions"]
    assert named == hashlib.sha256((run / "predictions.jsonl").read_bytes()).hexdigest()
    settings["eval"]["metrics"] = ["loss"]
    score(settings)
    assert json.loads((run / "eval.json").read_text("utf-8"))["predictions"] is None
    assert sorted(path.name for path in run.iterdir()) == ["eval.json"]


def test_a_folder_that_is_not_writable_is_reported_before_the_model_is_loaded(settings: dict[str, Any]) -> None:
    settings["model"] = {"path": "no/such/model"}
    settings["output_dir"] = "/proc/nowhere"
    with pytest.raises(ResourceError, match=r"/proc/nowhere/predictions.jsonl: cannot be written"):
        score(settings)


def test_a_second_eval_in_the_same_folder_is_refused(settings: dict[str, Any]) -> None:
    settings["model"] = {"path": "no/such/model"}
    with (
        writing(Path(settings["output_dir"]) / "predictions.jsonl"),
        pytest.raises(Interrupted, match="another process is writing this file"),
    ):
        score(settings)


def test_tables_are_printed(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    score(settings)
    out, err = capsys.readouterr()
    assert "known: 4 rows" in out
    assert "before" in out
    assert "0.000 → 1.000" in out
    assert "raw: 1 row," in out
    assert str(Path(settings["output_dir"]) / "eval.json") in err


def test_the_terminal_and_the_report_page_show_the_same_tables(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    run = Path(settings["output_dir"])
    score(settings)
    (run / "recipe.yaml").write_text("seed: 0")
    screen = capsys.readouterr().out.split()
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", report.build(run)))
    tables = eval_result.tables(eval_result.read(run))
    assert len(tables) == 5  # two sets with tasks, one without
    for table in tables:
        for cells in (table.columns, *table.rows):
            words = " ".join(cells).split()
            assert " ".join(words) in page
            assert any(screen[place : place + len(words)] == words for place in range(len(screen))), words


def test_a_missed_gate_is_raised_after_the_scores_are_written(settings: dict[str, Any]) -> None:
    with pytest.raises(GateError, match=r"unknown: exact_match is 0\.0000, under 0\.9"):
        score(settings, "exact_match=0.9", "raw.bits_per_byte=100")
    assert (Path(settings["output_dir"]) / "eval.json").exists()
    score(settings, "known/sort.exact_match=1", "known.loss=0.1")


def test_a_malformed_gate_is_reported_before_the_model_is_loaded(settings: dict[str, Any]) -> None:
    settings["model"]["path"] = "/nowhere"
    with pytest.raises(UsageError, match="unknown metric"):
        score(settings, "accuracy=1")


def test_rows_without_answers_are_an_error(settings: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "known.jsonl").write_text('{"prompt": "a"}\n', encoding="utf-8")
    with pytest.raises(DataError, match="prompts without answers"):
        score(settings)


def test_eval_rows_limits_each_set(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    settings["eval"]["rows"] = 2
    score(settings, json=True)
    assert [s["rows"] for s in json.loads(capsys.readouterr().out)["sets"].values()] == [2, 2, 1]


def test_tables_label_metrics_and_whose_interval_it_is(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    settings["eval"] |= {"metrics": ["f1", "squad_f1"]}
    score(settings, "known.squad_f1=100")
    known, *_ = capsys.readouterr().out.partition("unknown:")
    head = next(line for line in known.splitlines() if "interval" in line)
    assert head.split(maxsplit=2) == ["before", "after", "95 % interval of after"]
    assert {line.split("  ")[0] for line in known.splitlines()} >= {"token F1", "SQuAD F1"}
    del settings["eval"]["baseline"]
    score(settings)
    assert "score  95 % interval\n" in capsys.readouterr().out
