"""One model on every set: which metrics, which rows lack a score."""

import json
from pathlib import Path
from typing import Any

import pytest
from scoring import FILES, KNOWN, score


def test_scores_of_memorized_and_other_rows(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    score(settings, json=True)
    out, _ = capsys.readouterr()
    result = json.loads(out)
    run = Path(settings["output_dir"])
    assert json.loads((run / "eval.json").read_text("utf-8")) == result
    assert result["model"] == settings["model"]["path"]
    known, unknown, raw = (result["sets"][name] for name in FILES)
    assert list(known) == ["rows", "targets", "bytes", "metrics", "refused", "tasks"]
    for metric in ("exact_match", "exact_match_normalised", "f1", "contrast"):
        assert known["metrics"][metric] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert known["metrics"]["loss"]["value"] < 0.1
    assert known["rows"] == 4
    assert known["bytes"] == sum(len(answer.encode()) for _, answer, _, _ in KNOWN)
    assert {name: task["rows"] for name, task in known["tasks"].items()} == {"count": 2, "reverse": 1, "sort": 1}
    assert unknown["metrics"]["contrast"]["value"] == 0
    assert set(raw["metrics"]) == {"loss", "perplexity", "bits_per_byte"}
    before = result["baseline"]["sets"]
    assert before["known"]["metrics"]["exact_match"]["value"] == 0
    assert before["known"]["targets"] == known["targets"]


def test_only_the_chosen_metrics_are_computed(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    settings["eval"]["metrics"] = ["loss"]
    score(settings, json=True)
    known = json.loads(capsys.readouterr().out)["sets"]["known"]["metrics"]
    assert set(known) == {"loss", "perplexity", "bits_per_byte"}
    assert not (Path(settings["output_dir"]) / "predictions.jsonl").exists()
    settings["eval"]["metrics"] = ["exact_match"]
    score(settings, json=True)
    found = json.loads(capsys.readouterr().out)["sets"]
    assert set(found["known"]["metrics"]) == {"exact_match", "exact_match_normalised", "contrast"}
    assert found["raw"]["metrics"] == {}


def test_rows_that_lack_a_score_are_counted_and_reported(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"prompt": "a", "completion": "b"},
        {"prompt": "a", "completion": ""},
        {"prompt": "\ud83d", "completion": "b"},
    ]
    (tmp_path / "holes.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    sets = {"holes": [{"path": str(tmp_path / "holes.jsonl")}]}
    settings["eval"] = {"sets": sets, "metrics": ["exact_match"], "bootstrap": 0}
    score(settings, json=True)
    out, err = capsys.readouterr()
    assert json.loads(out)["sets"]["holes"]["refused"] == {"no answer to compare with": 2}
    assert "2 of 3 rows lack a score: 2 no answer to compare with" in err
    settings["eval"]["metrics"] = ["exact_match", "loss"]
    score(settings, json=True)
    out, err = capsys.readouterr()
    assert json.loads(out)["sets"]["holes"]["refused"] == {"empty answer": 1, "not unicode": 1}


def test_the_precision_is_that_of_answers_and_losses_and_is_recorded(settings: dict[str, Any]) -> None:
    run = Path(settings["output_dir"])
    written = {}
    for name, precision in (("exact", "auto"), ("first", "bf16"), ("second", "bf16")):
        score(settings | {"generate": {"precision": precision}})
        written[name] = [(run / file).read_bytes() for file in ("eval.json", "predictions.jsonl")]
    assert written["first"] == written["second"]
    exact, rounded = (json.loads(written[name][0]) for name in ("exact", "first"))
    for result, precision in ((exact, "fp32"), (rounded, "bf16")):
        assert result["precision"] == result["baseline"]["precision"] == precision
        assert result["sets"]["known"]["metrics"]["exact_match"]["value"] == 1.0
    was, now = (result["sets"]["raw"]["metrics"]["loss"]["value"] for result in (exact, rounded))
    assert now != was
    assert now == pytest.approx(was, rel=0.02)
