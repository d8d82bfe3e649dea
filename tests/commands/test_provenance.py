"""What answers depend on besides their prompts."""

import re
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.commands import provenance
from instructgpt_cli.recipe.schema import Recipe


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSTRUCTGPT_CACHE", str(tmp_path / "cache"))


def identity(model: Path, **sections: Any) -> dict[str, Any]:
    recipe = Recipe.model_validate({"model": {"path": str(model)}, **sections})
    settings, precision = recipe.generate, "bf16" if recipe.generate.precision == "bf16" else "fp32"
    return provenance.identity(recipe.model, recipe.tokenizer, settings, recipe.seed, recipe.device, precision)


@pytest.mark.parametrize(
    ("sections", "changes"),
    [
        ({}, ""),
        ({"generate": {"batch_size": 3, "prompts": ["hi"]}}, ""),
        ({"generate": {"temperature": 0.5}}, "temperature was 0.0 and is now 0.5"),
        ({"seed": 5}, "seed was 0 and is now 5"),
        ({"generate": {"seed": 7}}, "seed was 0 and is now 7"),
        ({"tokenizer": {"chat_template": "chatml"}}, "the chat template has changed"),
        ({"device": "cpu"}, "device was 'auto' and is now 'cpu'"),
        ({"generate": {"precision": "fp32"}}, ""),
        ({"generate": {"precision": "bf16"}}, "precision was 'fp32' and is now 'bf16'"),
    ],
)
def test_what_changes_answers_changes_it(sections: dict[str, Any], changes: str, tiny_model_folder: Path) -> None:
    before = identity(tiny_model_folder)
    assert provenance.changes(before, identity(tiny_model_folder, **sections)) == changes


def test_a_version_that_did_not_record_the_precision_computed_in_float32(tiny_model_folder: Path) -> None:
    before = identity(tiny_model_folder)
    del before["precision"]
    assert provenance.changes(before, identity(tiny_model_folder)) == ""
    now = identity(tiny_model_folder, generate={"precision": "bf16"})
    assert provenance.changes(before, now) == "precision was 'fp32' and is now 'bf16'"


def test_other_files_change_it(tiny_model_folder: Path, tmp_path: Path) -> None:
    import shutil

    before = identity(tiny_model_folder)
    copy = Path(shutil.copytree(tiny_model_folder, tmp_path / "copy"))
    assert provenance.changes(before, identity(copy)) == ""
    (copy / "chat_template.jinja").write_text("{{ messages }}")
    assert provenance.changes(before, identity(copy)) == "the tokenizer has changed"


def test_that_of_a_finished_file_is_recalled_until_the_file_changes(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text("{}\n")
    assert provenance.recall(file) is None
    provenance.remember(file, {"model": "abc"})
    assert provenance.recall(file) == {"model": "abc"}
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["answers.jsonl"]
    file.write_text("{} \n")
    assert provenance.recall(file) is None
    assert provenance.recall(tmp_path / "gone") is None


def test_a_named_template_is_known_by_its_text(tmp_path: Path) -> None:
    text = "{% for m in messages %}{{ m.role }}: {{ m.content }}<|im_end|>{% endfor %}"
    (tmp_path / "t.jinja").write_text(text)
    before = provenance.template_fingerprint(str(tmp_path / "t.jinja"))
    (tmp_path / "t.jinja").write_text(text + "\n")
    assert provenance.template_fingerprint(str(tmp_path / "t.jinja")) != before
    assert provenance.template_fingerprint(None) is None


def test_it_is_stored_by_keys_not_by_sentences(tiny_model_folder: Path) -> None:
    assert [key for key in identity(tiny_model_folder) if not re.fullmatch(r"[a-z0-9_.]+", key)] == []


def test_that_of_an_earlier_version_is_read(tiny_model_folder: Path) -> None:
    """Up to 0.2.0 its keys were words."""
    now = identity(tiny_model_folder) | {"fingerprint.sets.my set": "a", "versions.torch": "2"}
    words = {
        "fingerprint.model": "model",
        "fingerprint.tokenizer": "tokenizer",
        "fingerprint.chat_template": "chat template",
        "tokenizer.template_variables": "template variables",
        "fingerprint.sets.my set": "set my set",
        "versions.torch": "version of torch",
    }
    before = {words.get(key, key): value for key, value in now.items()}
    assert before.keys() != now.keys()
    assert provenance.changes(before, now) == ""
    assert provenance.changes(before | {"set my set": "b"}, now) == "the set my set has changed"
    assert provenance.changes(before | {"version of torch": "1"}, now) == "versions.torch was '1' and is now '2'"


def test_a_key_of_a_newer_version_is_named_unless_it_is_null(tiny_model_folder: Path) -> None:
    now = identity(tiny_model_folder)
    newer = now | {"min_p": 0.1, "swing": None, "fingerprint.sets.gone": "a", "versions.jax": "1"}
    assert re.fullmatch(r"min_p was 0\.1, a key that this version \(.+\) does not have", provenance.changes(newer, now))
