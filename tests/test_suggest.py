"""What an unknown word was meant to be: one rule for keys, options, columns, roles and files."""

from pathlib import Path

import pytest

from instructgpt_cli.suggest import misspelt, nearest


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
def test_a_guess_needs_likeness(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


def test_a_likeness_of_one_s_own_knows_no_beginnings() -> None:
    assert misspelt("answr", ["output", "answer"], 0.8) == "answer"
    assert misspelt("mode", ["code"], 0.8) is None
    assert misspelt("high", ["highlights"], 0.8) is None


def test_likeness_is_measured_in_one_module() -> None:
    package = Path(__file__).parents[1] / "instructgpt_cli"
    assert [path.name for path in package.rglob("*.py") if "difflib" in path.read_text("utf-8")] == ["suggest.py"]
