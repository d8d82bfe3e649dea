"""Prompts: from the command line, files, the recipe and standard input."""

import json
from pathlib import Path

import pytest
from generating import feed, recipe

from instructgpt_cli.commands.generate import prompts
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.errors import DataError, UsageError
from instructgpt_cli.recipe.schema import Recipe


@pytest.mark.parametrize(("path", "said"), [("", "at least 1 char"), ("https://me:secret@x/y.jsonl", "password")])
def test_an_impossible_input_path_is_reported(path: str, said: str) -> None:
    with pytest.raises(UsageError, match=f"--input: .*{said}") as caught:
        prompts.read_prompts(recipe(Path()).generate, (), path)
    assert "secret" not in caught.value.message


def test_unknown_columns_get_the_hint_to_name_one_prompt(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("en,fr\nHello,Bonjour\n")
    with pytest.raises(DataError) as caught:
        prompts.read_prompts(recipe(Path()).generate, (), str(tmp_path / "a.csv"))
    assert caught.value.hint.startswith("Name the column of prompts `prompt`")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first line\n\n第二行\n", ["first line", "第二行"]),
        ('{"prompt": "a"}\n{"prompt": "b"}\n', ["a", "b"]),
        ('\ufeff{"messages": [{"role": "user", "content": "hi"}]}\n', ["hi"]),
    ],
)
def test_standard_input_is_text_lines_or_json_lines(
    monkeypatch: pytest.MonkeyPatch, text: str, expected: list[str]
) -> None:
    feed(monkeypatch, text)
    rows = prompts.read_prompts(recipe(Path()).generate, (), None)
    assert [prompts.shown(row) for row in rows] == expected
    assert all(row.messages for row in rows)


def test_errors_in_standard_input_name_it_and_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, '{"prompt": "a"}\n{"prompt": \n')
    with pytest.raises(DataError, match=r"^standard input:2"):
        prompts.read_prompts(recipe(Path()).generate, (), "-")


def test_the_command_line_precedes_the_recipe_and_that_standard_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    feed(monkeypatch, "piped")
    settings = recipe(Path(), prompts=["from the recipe"]).generate
    assert [prompts.shown(r) for r in prompts.read_prompts(settings, ["typed"], None)] == ["typed"]
    assert [prompts.shown(r) for r in prompts.read_prompts(settings, [], None)] == ["from the recipe"]
    assert [prompts.shown(r) for r in prompts.read_prompts(recipe(Path()).generate, [], None)] == ["piped"]
    feed(monkeypatch, "")
    with pytest.raises(UsageError, match="no prompts"):
        prompts.read_prompts(recipe(Path()).generate, [], None)


def test_a_line_is_one_prompt_and_so_is_a_long_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "INPUT: sort b a OUTPUT:\nTell me a joke\n")
    asked = prompts.read_prompts(Recipe().generate, [], "-")
    assert [prompts.shown(row) for row in asked] == ["INPUT: sort b a OUTPUT:", "Tell me a joke"]
    long = "word " * 60_000
    (tmp_path / "long.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in (long, "short")))
    assert [row.text for row in prompts.read_prompts(Recipe().generate, [], str(tmp_path / "long.jsonl"))] == [
        long,
        "short",
    ]


def test_empty_standard_input_has_no_prompts(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "")
    with pytest.raises(UsageError, match="no prompts"):
        prompts.read_prompts(recipe(Path(), prompts=["the recipe's own"]).generate, [], "-")


def test_the_prompt_for_people_is_the_last_question_or_the_text() -> None:
    turns = (Message("user", "one"), Message("assistant", "two"), Message("user", "three"))
    assert prompts.shown(Row("f", 0, messages=turns)) == "three"
    assert prompts.shown(Row("f", 0, messages=(*turns, Message("assistant", "four")))) == "three"
    assert prompts.shown(Row("f", 0, text="once")) == "once"
    assert prompts.shown(Row("f", 0)) == ""


def test_files_next_to_the_prompts_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"prompt": "a"}\n')
    (tmp_path / "notes.xyz").touch()
    settings = recipe(Path()).generate
    assert "notes.xyz" in prompts.unread_prompt_files(settings, (), str(tmp_path))
    assert (
        prompts.unread_prompt_files(settings, ["typed"], None) == prompts.unread_prompt_files(settings, (), "-") == ""
    )
