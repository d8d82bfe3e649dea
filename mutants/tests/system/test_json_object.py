"""JSON objects that are read from files, and numbers that JSON does not have."""

import json
from pathlib import Path

import pytest

from instructgpt_cli.system.json_object import MalformedJson, finite, read_object


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"a": ', "line 1, column 7"),
        (b"[1]", "it holds no JSON object"),
        (b'{"a": "\xff"}', "byte 7 is not UTF-8"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b'{"a": 1' + b" " * 99 + b"}", "it has more than 99 bytes"),
    ],
)
def test_a_file_without_an_object_says_why(raw: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(raw)
    with pytest.raises(MalformedJson, match=reason):
        read_object(path, 99 if b"  " in raw else 1_000_000)


def test_a_byte_order_mark_is_no_part_of_the_object(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert read_object(tmp_path / "a.json") == {"a": 1}


def test_numbers_that_json_does_not_have_become_null() -> None:
    value = {"a": float("nan"), "b": [1.5, float("-inf"), (float("inf"), "x")], "c": {"d": 10**400, "e": True}}
    plain = {"a": None, "b": [1.5, None, [None, "x"]], "c": {"d": 10**400, "e": True}}
    assert finite(value) == plain
    json.dumps(finite(value), allow_nan=False)
