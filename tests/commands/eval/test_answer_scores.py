"""Answers scored against the best of their references, and their predictions."""

import json
from pathlib import Path
from typing import Any

import pytest
from scoring import FILES, KNOWN, score, write_references, write_rows

from instructgpt_cli.commands.eval.answer_scores import AnswerScorer
from instructgpt_cli.commands.generate.loaded_model import LoadedModel
from instructgpt_cli.errors import GateError


def test_metrics_for_translations_and_summaries(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    settings["eval"] |= {"metrics": ["bleu", "chrf", "rouge_l"]}
    score(settings, "known.chrf=99", "rouge_l=0", json=True)
    result = json.loads(capsys.readouterr().out)
    known, unknown, raw = (result["sets"][name] for name in FILES)
    assert list(known["metrics"]) == ["rouge_l", "bleu", "chrf"]
    assert known["metrics"]["rouge_l"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert known["metrics"]["chrf"]["value"] == pytest.approx(100)
    assert known["metrics"]["bleu"]["signature"].startswith("nrefs:1|")
    assert known["tasks"]["count"]["metrics"]["chrf"]["value"] == pytest.approx(100)
    assert unknown["metrics"]["rouge_l"]["value"] < 1
    assert raw["metrics"] == {}
    predictions = (Path(settings["output_dir"]) / "predictions.jsonl").read_text("utf-8").splitlines()
    assert json.loads(predictions[0])["rouge_l"] == 1
    score(settings)
    assert "chrF" in capsys.readouterr().out
    with pytest.raises(GateError, match="unknown: bleu is"):
        score(settings, "unknown.bleu=99")


def test_an_answer_is_compared_with_the_best_of_its_references(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_references(settings, tmp_path, ["nothing", "b a", "wrong"], "a b", None, ["你 好", "再见"])
    score(settings, json=True)
    found = json.loads(capsys.readouterr().out)["sets"]["asked"]["metrics"]
    # "b a" and "a b" are right, "Three." is not "wrong"; "你好" has the right characters, which F1 and ROUGE-L compare
    assert found["exact_match"]["value"] == 0.5
    assert found["f1"]["value"] == found["rouge_l"]["value"] == 0.75
    assert "nrefs:var" in found["bleu"]["signature"]
    assert "nrefs:var" in found["chrf"]["signature"]
    lines = (Path(settings["output_dir"]) / "predictions.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [each["reference"] for each in found] == ["wrong"] * 4
    assert [each.get("references") for each in found] == [
        ["wrong", "nothing", "b a"],
        ["wrong", "a b"],
        None,
        ["wrong", "你 好", "再见"],
    ]
    assert [each["exact_match"] for each in found] == [True, True, False, False]


def test_an_empty_answer_of_a_row_is_not_a_reference(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_references(settings, tmp_path, ["b a"], None)
    file = tmp_path / "right.jsonl"
    file.write_text(file.read_text().replace('"wrong"', '""'))
    settings["eval"]["metrics"] = ["exact_match"]
    score(settings, json=True)
    found = json.loads(capsys.readouterr().out)["sets"]["asked"]
    assert found["metrics"]["exact_match"]["value"] == 1.0
    assert found["refused"] == {"no answer to compare with": 1}


def test_an_answer_may_be_twice_as_long_as_the_longest_reference(
    settings: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[int | None] = []
    make = LoadedModel.decoder
    monkeypatch.setattr(
        LoadedModel,
        "decoder",
        lambda self, settings, *rest: given.append(settings.max_new_tokens) or make(self, settings, *rest),
    )
    monkeypatch.setattr(AnswerScorer, "score", lambda *_: None)
    write_rows(tmp_path / "known.jsonl", [("a", "word " * 400, None, None)])
    settings["eval"] = {"sets": {"known": [{"path": str(tmp_path / "known.jsonl")}]}, "metrics": ["f1"], "bootstrap": 0}
    score(settings, json=True)
    assert given[0] is not None
    assert given[0] > 2 * 400
    write_references(settings, tmp_path, ["a", "word " * 600])
    score(settings, json=True)
    assert given[1] is not None
    assert given[1] > 2 * 600


def test_rows_that_cannot_be_asked_count_as_wrong(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_rows(tmp_path / "known.jsonl", [KNOWN[0], ("x" * 5000, "y", "long", "g")])
    score(settings, json=True)
    out, err = capsys.readouterr()
    known = json.loads(out)["sets"]["known"]
    assert known["metrics"]["exact_match"]["value"] == 0.5
    assert known["refused"] == {"overlong": 1}
    assert "1 of 2 rows lack a score: 1 overlong" in err
