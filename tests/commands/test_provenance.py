"""What answers depend on besides their prompts."""

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
    return provenance.identity(recipe.model, recipe.tokenizer, recipe.generate, recipe.seed, recipe.device)


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
    ],
)
def test_what_changes_answers_changes_it(sections: dict[str, Any], changes: str, tiny_model_folder: Path) -> None:
    before = identity(tiny_model_folder)
    assert provenance.changes(before, identity(tiny_model_folder, **sections)) == changes


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
