"""Suggestions for unknown words: one rule for keys, options, columns, roles and files."""

import re
from pathlib import Path

import pytest

from instructgpt_cli.suggest import COMMANDS_ELSEWHERE, FOREIGN_COMMANDS, misspelt, nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("sedd", ["seed", "device"], "seed"),
        ("valid", ["train", "validation"], "validation"),
        ("min_p", ["min_lr", "clip"], None),
        ("tasks", ["betas", "sets"], None),
        ("add_tokens", ["batch_tokens"], None),
        ("streaming", ["train", "every"], None),
        ("", ["train"], None),
    ],
)
def test_a_suggestion_needs_similarity(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


def test_misspelt_suggests_no_completions() -> None:
    assert misspelt("answr", ["output", "answer"], 0.8) == "answer"
    assert misspelt("mode", ["code"], 0.8) is None
    assert misspelt("high", ["highlights"], 0.8) is None


def test_only_this_module_measures_similarity() -> None:
    package = Path(__file__).parents[1] / "instructgpt_cli"
    assert [path.name for path in package.rglob("*.py") if "difflib" in path.read_text("utf-8")] == ["suggest.py"]


def test_commands_of_other_tools_lead_to_commands_that_exist() -> None:
    from instructgpt_cli.cli import command_line

    commands = set(command_line.group().commands) | {"--version"}
    for word, meant in FOREIGN_COMMANDS.items():
        assert {one.split()[0] for one in re.split(r",? or ", meant)} <= commands, word
        assert word not in commands
    assert commands & COMMANDS_ELSEWHERE.keys() == set()
