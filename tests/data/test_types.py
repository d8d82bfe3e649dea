"""Locations of rows for messages, and advice for each reason of refusal."""

import ast
from pathlib import Path

import instructgpt_cli
from instructgpt_cli.data.types import ADVICE, LEFT_OUT, Refusal, Row, place


def test_a_row_is_located_by_its_line_or_by_its_number() -> None:
    assert place("a.jsonl", 4, 7) == Row("a.jsonl", 4, line=7).place == "a.jsonl:7"
    assert place("a.json", 4, 0) == Row("a.json", 4).place == "a.json: row 4"


def test_a_refusal_has_a_reason_and_a_sentence() -> None:
    refusal = Refusal("empty answer", "the answer in turn 2 is empty", empty_turn=1)
    assert (refusal.reason, str(refusal), refusal.empty_turn) == ("empty answer", "the answer in turn 2 is empty", 1)


def test_there_is_advice_for_every_reason_that_the_package_gives() -> None:
    """Reasons are the first argument of refusals and the value of `refused=`."""
    given: set[object] = set()
    for file in Path(instructgpt_cli.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", "")
                first = node.args[:1] if name.endswith("Refusal") else []
                values = [*first, *(each.value for each in node.keywords if each.arg == "refused")]
                given |= {value.value for value in values if isinstance(value, ast.Constant)}
    assert {"template", "null", "malformed"} <= given
    assert given <= {*ADVICE, ""}
    assert LEFT_OUT not in ADVICE
