"""End tokens from the settings of a model that is not loaded."""

import json
from pathlib import Path

import pytest

from instructgpt_cli.model import endings


@pytest.mark.parametrize(
    ("eos_token_id", "expected"),
    [
        (7, (7,)),
        ([9, 7, 9], (9, 7)),
        ([7, 3], (7,)),
        (3, ()),
        (None, ()),
        ("7", ()),
        (True, ()),
        ([7, None, "x"], (7,)),
    ],
)
def test_only_added_tokens_end_answers(eos_token_id: object, expected: tuple[int, ...]) -> None:
    assert endings.own_ends(eos_token_id, {1, 7, 9}) == expected


def test_generation_config_comes_before_config(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"eos_token_id": 2}))
    assert endings.declared(str(tmp_path)) == 2
    (tmp_path / "generation_config.json").write_text(json.dumps({"eos_token_id": [5, 6]}))
    assert endings.declared(str(tmp_path)) == [5, 6]
    (tmp_path / "generation_config.json").write_text(json.dumps({"eos_token_id": None}))
    assert endings.declared(str(tmp_path)) == 2


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, "\xff"])
def test_files_that_cannot_be_read_declare_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "generation_config.json").write_bytes(text.encode("latin-1"))
    assert endings.declared(str(tmp_path)) is None
    assert endings.declared(str(tmp_path / "gone")) is None
    assert endings.declared(None) is None


def test_the_settings_of_a_hub_model_come_from_its_cached_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    snapshot = tmp_path / "hub" / "models--somebody--tiny" / "snapshots" / "a"
    snapshot.mkdir(parents=True)
    (snapshot / "config.json").write_text(json.dumps({"eos_token_id": 4}))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    (snapshot.parents[1] / "refs").mkdir()
    (snapshot.parents[1] / "refs" / "main").write_text("a")
    assert endings.declared("somebody/tiny") == 4
    assert endings.declared("somebody/other") is None
