"""YAML with the line of every key: scalars of YAML 1.2, bounded input, and errors in plain words.

This is also what pins the parts of PyYAML that `yaml_lines` builds on: composed nodes with their marks, implicit
resolvers, and the fields of its errors.
"""

from pathlib import Path

import pytest
import yaml
from recipe_faults import VALID, faults

from instructgpt_cli.recipe.yaml_lines import dotted, dump, parse


def test_scalars_follow_yaml_1_2() -> None:
    tree = parse("a: no\nb: 1e-4\nc: 0o17\nd: 1_000\ne: ~\nf: 12:30\ng: 2026-01-01\nh: true\ni: .5\nj: 010\nk: .inf\n")
    assert tree.value == {
        "a": "no", "b": 1e-4, "c": "0o17", "d": 1000, "e": None, "f": "12:30", "g": "2026-01-01", "h": True, "i": 0.5,
        "j": 10, "k": float("inf"),
    }  # fmt: skip


def test_every_key_and_item_has_its_line() -> None:
    tree = parse("# comment\na: 1\nb:\n  - c: 2\n  -\n    d: 3\n")
    assert tree.lines == {
        (): 2, ("a",): 2, ("b",): 3, ("b", 0): 4, ("b", 0, "c"): 4, ("b", 1): 6, ("b", 1, "d"): 6,
    }  # fmt: skip
    assert dotted(("b", 1, "d")) == "b[1].d"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (VALID + "seed: 1\nseed: 2\n", "r.yaml:10: seed: duplicate key, first in line 9"),
        (VALID.replace("  lr", "\tlr"), "r.yaml:7: not valid YAML: a tab is used for indentation: YAML needs spaces"),
        (VALID + "a: [1, 2\n", "r.yaml:10: not valid YAML: expected ',' or ']', but got '<stream end>'"),
        (VALID + 'x: "open\n', "r.yaml:9: not valid YAML: the quote that starts here is never closed"),
        (VALID + "  x: 1\n a: b: c\n", "r.yaml:10: not valid YAML: "),
        (VALID + "x: a: b\n", "r.yaml:9: not valid YAML: a key is not allowed here: indent it like the keys around"),
        (VALID + "---\n" + VALID, "r.yaml:9: not valid YAML: a second document starts here (---)"),
        (VALID + "x: \x1b\n", "r.yaml:9: not valid YAML: the character U+001B is not allowed"),
        (VALID + "? [a, b]\n: 1\n", "r.yaml:9: a key must be a name"),
        (VALID + "seed: !!bool maybe\n", "r.yaml:9: seed: not a plain value: tag:yaml.org,2002:bool 'maybe'"),
        ("a: " + "[" * 3000 + "]" * 3000, "r.yaml:1: not valid YAML: nested too deeply"),
        ("a: [" + "1," * 400_000 + "]", "r.yaml:1: not valid YAML: too long for a recipe"),
    ],
)
def test_errors_name_the_line_and_the_cause(recipe: Path, text: str, expected: str) -> None:
    assert faults(text)[0].startswith(expected)


def test_the_expansion_of_aliases_is_bounded(recipe: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 9))
    for text in (bomb, "a: &a [*a]\n"):
        assert [f for f in faults(text) if "aliases expand to too many values" in f]


@pytest.mark.parametrize(
    "text", ["1e-4", "1e5", "010", "no", "0x1f", "1:30", "null", "2026-01-01", "~", "1_000", "true", "="]
)
def test_what_is_dumped_is_read_back(text: str) -> None:
    for value in (text, {text: [text]}):
        assert parse(dump(value)).value == value
        assert yaml.safe_load(dump(value)) == value
