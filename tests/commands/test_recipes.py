"""The gallery commands, on the gallery itself and on a small one."""

import contextlib
import json
import shlex
from itertools import takewhile
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from instructgpt_cli.cli import app
from instructgpt_cli.errors import ModelError
from instructgpt_cli.recipe import gallery as shipped
from instructgpt_cli.recipe import yaml_lines
from instructgpt_cli.recipe.load import load
from instructgpt_cli.recipe.schema import Recipe


@pytest.fixture
def gallery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "gallery"
    (home / "quick").mkdir(parents=True)
    (home / "chat.yaml").write_text("# Talk.\n# More.\nseed: 1\n", encoding="utf-8")
    (home / "quick" / "pretrain.yaml").write_text("# First step.\nseed: 2\n", encoding="utf-8")
    (home / "quick" / "finetune.yaml").write_text("seed: 3\n", encoding="utf-8")
    (home / "quick" / "rows.jsonl").write_text("{}\n", encoding="utf-8")
    monkeypatch.setattr(shipped, "home", lambda: home)
    monkeypatch.chdir(tmp_path)
    return home


def test_list_prints_names_and_purposes(gallery: Path, capsys: Any) -> None:
    assert app.run(["recipes", "list"]) == 0
    assert capsys.readouterr().out == "chat            Talk.\nquick/finetune\nquick/pretrain  First step.\n"


@pytest.mark.parametrize("name", ["chat", "chat.yaml"])
def test_show_prints_the_file(name: str, gallery: Path, capsys: Any) -> None:
    assert app.run(["recipes", "show", name]) == 0
    assert capsys.readouterr().out == "# Talk.\n# More.\nseed: 1\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["show", "chta"], "error: chta: no such recipe\n  hint: Did you mean chat?\n"),
        (["copy", "quik"], "error: quik: no such recipe\n  hint: Did you mean quick?\n"),
        (["show", "../secret"], "error: ../secret: no such recipe\n"),
        (["show", "quick"], "hint: Show one of them: quick/finetune, quick/pretrain.\n"),
    ],
)
def test_an_unknown_name_gets_a_suggestion(words: list[str], message: str, gallery: Path, capsys: Any) -> None:
    assert app.run(["recipes", *words]) == 2
    assert message in capsys.readouterr().err


def test_copying_a_recipe_adds_the_schema(gallery: Path, tmp_path: Path, capsys: Any) -> None:
    assert app.run(["recipes", "copy", "quick/pretrain"]) == 0
    assert app.run(["recipes", "copy", "chat", "new/mine.yaml"]) == 0
    said = capsys.readouterr()
    assert said.out == "pretrain.yaml\nnew/mine.yaml\n"
    assert said.err.startswith("recipe.schema.json: the schema of recipes, for your editor\n")
    assert app.run(["recipes", "schema"]) == 0
    schema = capsys.readouterr().out
    assert [(tmp_path / place / "recipe.schema.json").read_text() for place in (".", "new")] == [schema, schema]
    assert (tmp_path / "pretrain.yaml").read_text() == "# First step.\nseed: 2\n"
    assert (tmp_path / "new" / "mine.yaml").read_text() == "# Talk.\n# More.\nseed: 1\n"


def test_copying_a_folder_copies_all_its_files(gallery: Path, tmp_path: Path, capsys: Any) -> None:
    assert app.run(["recipes", "copy", "quick"]) == 0
    assert capsys.readouterr().out == "quick/finetune.yaml\nquick/pretrain.yaml\n"
    assert (tmp_path / "quick" / "rows.jsonl").exists()
    assert (tmp_path / "quick" / "recipe.schema.json").exists()


def test_copy_never_overwrites(gallery: Path, tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "chat.yaml").write_text("mine", encoding="utf-8")
    assert app.run(["recipes", "copy", "chat"]) == 2
    assert "error: chat.yaml: already exists" in capsys.readouterr().err
    assert (tmp_path / "chat.yaml").read_text() == "mine"
    (tmp_path / "recipe.schema.json").write_text("mine", encoding="utf-8")
    assert app.run(["recipes", "copy", "quick/pretrain"]) == 0
    assert (tmp_path / "recipe.schema.json").read_text() == "mine"


def test_the_schema_describes_every_key(capsys: Any) -> None:
    assert app.run(["recipes", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert list(schema["properties"]) == list(Recipe.model_fields)
    undescribed = [
        f"{name}.{key}"
        for name, section in schema["$defs"].items()
        for key, described in section.get("properties", {}).items()  # a value of any form has none
        if "description" not in described and name != "Source"
    ]
    assert undescribed == []


def test_shipped_recipes_open_with_a_comment_and_are_valid() -> None:
    """Their values only: whether a command finds what it needs in them is the business of the recipe tests."""
    found = shipped.named().values()
    if not found:
        pytest.skip("the gallery is empty")
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# "), path
        tree = yaml_lines.parse(text)
        assert tree.faults == [], path
        Recipe.model_validate(tree.value)


@pytest.mark.parametrize("name", sorted(shipped.named()))
def test_the_commands_in_the_header_of_a_shipped_recipe_are_valid(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A recipe is called by its name, or by that of a copy that the line before makes."""
    monkeypatch.chdir(tmp_path)
    words = [shlex.split(line.lstrip("# "), comments=True) for line in _header(name)]
    commands = [line[line.index("-m") + 1 :] if line[0] == "torchrun" else line for line in words]
    ran = [line[1:] for line in commands if line[0] in ("instructgpt", "instructgpt_cli")]
    assert ran
    for command, recipe, *rest in ran:
        if command == "recipes":
            assert app.run([command, recipe, *rest]) == 0
        elif not recipe.startswith("runs/"):
            overrides = takewhile(lambda word: not word.startswith("--"), rest)
            with contextlib.suppress(ModelError):  # nothing has been trained here
                load(recipe, list(overrides), cast(Any, command))


def _header(name: str) -> list[str]:
    text = shipped.named()[name].read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.startswith("#   ")]


@pytest.mark.parametrize("name", sorted(shipped.named()))
def test_any_yaml_parser_reads_a_shipped_recipe_alike(name: str) -> None:
    """For PyYAML, `5e-5` is text; an editor finds the schema by the line that names it."""
    text = shipped.named()[name].read_text(encoding="utf-8")
    assert yaml.safe_load(text) == yaml_lines.parse(text).value
    assert "\n# yaml-language-server: $schema=recipe.schema.json\n" in text
