"""Values of the recipe that are checked or converted by rules of their own."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError
from recipe_faults import VALID, faults

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.fields import Duration, VariableName
from instructgpt_cli.recipe.load import load


@pytest.mark.parametrize(
    ("written", "seconds"), [("90s", 90), ("5m", 300), ("1.5h", 5400), (" 2 m", 120), ("90", 90), (0.5, 0.5)]
)
def test_a_duration_is_in_seconds(written: str | float, seconds: float) -> None:
    assert TypeAdapter(Duration).validate_python(written) == seconds


@pytest.mark.parametrize("written", ["5x", "", "m", "0s", "-3m", "inf", "nan", 0])
def test_what_is_not_a_duration(written: str | float) -> None:
    with pytest.raises(ValidationError, match=r"such as 90s, 5m or 1\.5h|greater than 0"):
        TypeAdapter(Duration).validate_python(written)


def test_a_template_variable_is_an_identifier() -> None:
    check = TypeAdapter(VariableName).validate_python
    assert check("enable_thinking") == "enable_thinking"
    with pytest.raises(ValidationError, match="is not a variable name"):
        check("enable-thinking")


def test_a_tilde_is_the_home_folder(recipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell does not expand it inside a recipe; without this, a folder named ~ would be made."""
    monkeypatch.setenv("HOME", "/home/me")
    loaded = load("r.yaml", ["output_dir=~/runs/a", "data.train.0.path=~/rows.jsonl"], "finetune")
    assert (loaded.output_dir, loaded.data.train[0].path) == ("/home/me/runs/a", "/home/me/rows.jsonl")
    assert faults(VALID, "output_dir=~nobody-here/runs") == [
        "r.yaml: output_dir: no home folder is known for '~nobody-here' (given on the command line)"
    ]


def test_an_empty_home_does_not_turn_a_tilde_into_the_root_folder(
    recipe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "")
    assert faults(VALID, "output_dir=~/runs", "model.path=~/m") == [
        f"r.yaml: {key}: no home folder is known for '~' (given on the command line)"
        for key in ("output_dir", "model.path")
    ]


@pytest.mark.parametrize("key", ["model.path", "tokenizer.path", "data.train[0].path", "eval.baseline"])
def test_a_password_in_a_path_is_refused_and_never_shown(recipe: Path, key: str) -> None:
    word = {"data.train[0].path": "data.train=[{path: '%s'}]"}.get(key, f"{key}=%s")
    with pytest.raises(UsageError) as caught:
        load(str(recipe), [word % "https://me:hf_secret@host/rows.jsonl"], "eval")
    assert key in caught.value.message
    assert "hf_secret" not in caught.value.message + caught.value.hint
