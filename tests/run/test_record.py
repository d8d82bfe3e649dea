"""run.json: one form, written and read in one place; of older versions, of newer ones, and damaged."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run import record
from instructgpt_cli.run.folder import as_begun
from instructgpt_cli.run.record import RunRecord, Tokenized

FROZEN = Path(__file__).parents[1] / "frozen"
BEGUN = RunRecord(
    identity={"command": "pretrain", "train.lr": 0.1},
    command="pretrain",
    versions={"instructgpt": "0.3.0"},
    notes=["a note"],
    validation=["abc", 1000],
    keep="last",
    epochs=2.5,
    text_frame=[1, None],
    tokenized=Tokenized(3, 100, 40),
    date=date(2026, 1, 2),
)
FINISHED = replace(
    BEGUN, state="finished", steps=7, seconds=1.5, best_validation_loss=None, best_step=3, budget=60.0, date=None
)


def change(folder: Path, **keys: Any) -> None:
    file = folder / record.NAME
    file.write_text(json.dumps({**json.loads(file.read_text()), **keys}))


@pytest.mark.parametrize("written", [BEGUN, FINISHED, RunRecord(identity={})])
def test_what_is_written_is_read(written: RunRecord, tmp_path: Path) -> None:
    record.write(tmp_path, written)
    assert record.read(tmp_path) == record.find(tmp_path) == written
    assert record.unknown_keys(tmp_path) == []


def test_keys_of_a_finished_run_are_absent_before(tmp_path: Path) -> None:
    record.write(tmp_path, BEGUN)
    under_way = json.loads((tmp_path / record.NAME).read_text())
    record.write(tmp_path, FINISHED)
    finished = json.loads((tmp_path / record.NAME).read_text())
    of_the_end = {"steps", "seconds", "best_validation_loss", "best_step", "budget"}
    earlier = {"best step", "best validation loss"}
    assert finished.keys() - under_way.keys() == of_the_end | earlier
    assert under_way["date"] == "2026-01-02"
    assert "date" not in finished
    assert record.outcome(FINISHED).keys() == {"state"} | of_the_end | earlier


@pytest.mark.parametrize("version", ["0.1.0", "0.2.0"])
def test_records_of_released_versions_are_read(version: str) -> None:
    files = sorted((FROZEN / version).glob("runs/*/run.json"))
    assert len(files) == 3
    for file in files:
        found = record.read(file.parent)
        assert found.text_frame is None
        assert found.tokenized is None
        assert "fingerprint.tokenizer" in found.identity
        assert record.unknown_keys(file.parent) == []


def test_a_key_of_a_newer_version_is_named_and_a_newer_format_refused(tmp_path: Path) -> None:
    record.write(tmp_path, BEGUN)
    sizes = json.loads((tmp_path / record.NAME).read_text())["tokenized"]
    change(tmp_path, of_tomorrow=1, tokenized={**sizes, "pairs": 2})
    assert record.read(tmp_path) == BEGUN
    assert record.unknown_keys(tmp_path) == ["of_tomorrow", "tokenized.pairs"]
    change(tmp_path, format=record.FORMAT + 1)
    with pytest.raises(UsageError, match=r"run\.json: has format 2; this version reads formats up to 1"):
        record.read(tmp_path)
    assert record.find(tmp_path) is None


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "{}", "[]", "null", '{"identity": 1}', '{"identity": "\\ud800"}', '{"a":' * 100_000, "[" * 100_000],
)
def test_a_damaged_record_is_refused_and_never_found(damaged: str, tmp_path: Path) -> None:
    (tmp_path / record.NAME).write_text(damaged)
    with pytest.raises(UsageError, match=r"run\.json: is damaged: "):
        record.read(tmp_path)
    assert record.find(tmp_path) is None
    recipe = Recipe(output_dir=str(tmp_path))
    assert as_begun(recipe) == recipe


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("steps", "3"),
        ("steps", None),
        ("steps", [1]),
        ("budget", "1s"),
        ("epochs", "2"),
        ("epochs", {}),
        ("state", "ended"),
        ("keep", 3),
        ("date", "yesterday"),
        ("validation", 3),
        ("versions", []),
        ("tokenized", {"sequences": 1}),
        ("text_frame", "<s>"),
        ("identity", []),
    ],
)
def test_a_value_of_another_type_is_refused_by_its_key(key: str, value: Any, tmp_path: Path) -> None:
    record.write(tmp_path, FINISHED)
    change(tmp_path, **{key: value})
    with pytest.raises(UsageError, match=rf"run\.json: is damaged: {key}[.:]"):
        record.read(tmp_path)


def test_a_missing_record_is_not_damaged(tmp_path: Path) -> None:
    assert record.find(tmp_path) is None
    with pytest.raises(FileNotFoundError):
        record.read(tmp_path)
