"""The text pipeline of a recipe, and of a run that has begun."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import CHATML

from instructgpt_cli.commands.text_pipeline import load_text_pipeline, load_text_pipeline_of_run
from instructgpt_cli.recipe.data_schema import Data, Tokenizer
from instructgpt_cli.recipe.schema import Model, Recipe
from instructgpt_cli.run import record


@pytest.fixture
def recipe(tiny_tokenizer: Any, tmp_path: Path) -> dict[str, Any]:
    tiny_tokenizer.save_pretrained(tmp_path / "tokenizer")
    (tmp_path / "rows.jsonl").write_text(json.dumps({"prompt": "say a", "completion": "a"}) + "\n")
    return {
        "tokenizer": {"path": str(tmp_path / "tokenizer")},
        "data": {"train": [{"path": str(tmp_path / "rows.jsonl")}], "max_length": 40},
    }


def sections(recipe: dict[str, Any]) -> tuple[Model, Tokenizer, Data]:
    parsed = Recipe.model_validate(recipe)
    return parsed.model, parsed.tokenizer, parsed.data


def test_the_tokenizer_carries_the_template_that_the_recipe_names(recipe: dict[str, Any]) -> None:
    own = load_text_pipeline(*sections(recipe))
    recipe["tokenizer"]["chat_template"] = "vicuna"
    named = load_text_pipeline(*sections(recipe))
    assert "<|im_start|>" in str(own.tokenizer.chat_template)
    assert "USER:" in str(named.tokenizer.chat_template)
    assert own.fingerprint != named.fingerprint


def test_the_fingerprint_is_the_same_for_the_same_recipe(recipe: dict[str, Any]) -> None:
    first, again = (load_text_pipeline(*sections(recipe)).fingerprint for _ in range(2))
    assert first == again


def test_a_saved_tokenizer_replaces_training_one(recipe: dict[str, Any], tmp_path: Path) -> None:
    saved = Path(recipe["tokenizer"]["path"])
    recipe["tokenizer"] = {"train": {"vocab_size": 300}}
    trained = load_text_pipeline(*sections(recipe))
    assert len(load_text_pipeline(*sections(recipe), saved).tokenizer) == 320 != len(trained.tokenizer)
    again = load_text_pipeline(*sections(recipe), tmp_path / "gone")
    assert again.tokenizer.get_vocab() == trained.tokenizer.get_vocab()


def test_a_run_uses_the_tokenizer_and_date_of_its_record(
    recipe: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = tmp_path / "run"
    Path(recipe["tokenizer"]["path"]).rename(tmp_path / "kept")
    (tmp_path / "t.jinja").write_text("{{ strftime_now('%Y') }}" + CHATML)
    recipe |= {
        "tokenizer": {"train": {"vocab_size": 300}, "chat_template": str(tmp_path / "t.jinja")},
    }
    run.mkdir()
    (tmp_path / "kept").rename(run / "tokenizer")
    left_over = load_text_pipeline_of_run(*sections(recipe), str(run))
    assert len(left_over.tokenizer) < 320, "without a record, the saved tokenizer is of a killed start"

    class Begun:
        date, text_frame = date(2024, 5, 6), None

    monkeypatch.setattr(record, "find", lambda folder: Begun if folder == run else None)
    begun = load_text_pipeline_of_run(*sections(recipe), str(run))
    assert len(begun.tokenizer) == 320
    assert begun.encoder.day == date(2024, 5, 6)
