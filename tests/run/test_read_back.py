"""Files of a run: read in their form, or refused with the place of the fault."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from instructgpt_cli.errors import UsageError
from instructgpt_cli.run import read_back

FORM = TypeAdapter(dict[str, int])


def test_a_missing_file_has_no_value(tmp_path: Path) -> None:
    assert read_back.read(tmp_path / "a.json", FORM) is None
    assert read_back.read_lines(tmp_path / "a.jsonl", FORM) == []


def test_an_incomplete_last_line_is_ignored_and_a_damaged_one_named(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"a": 1}\n{"a": 2}\n{"a"')
    assert read_back.read_lines(file, FORM) == [{"a": 1}, {"a": 2}]
    file.write_text('{"a": 1}\n{"a"\n{"a": 2}\n')
    with pytest.raises(UsageError, match=r"a\.jsonl:2: is damaged \(not JSON\)") as caught:
        read_back.read_lines(file, FORM)
    assert caught.value.hint == "Remove the line: the report is made without it."


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("1" * 5000, "not JSON"),
        ("3", "Input should be a valid dictionary"),
        ('{"a": "x"}', "a: Input should be a valid integer, unable to parse string as an integer"),
    ],
)
def test_a_damaged_file_is_named_with_the_key(text: str, fault: str, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(text)
    with pytest.raises(UsageError) as caught:
        read_back.read(file, FORM)
    assert caught.value.message == f"{file}: is damaged ({fault})"
    assert caught.value.hint == "Remove the file: the report is made without it."
