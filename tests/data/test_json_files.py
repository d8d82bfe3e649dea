"""JSON and JSON Lines: each layout of a file, strictness, and the line and column of a fault."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.data import json_files, paths
from instructgpt_cli.data.json_files import json_records, jsonl_records, parsed
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.errors import DataError

ROWS = [{"prompt": "1+1", "completion": "2"}, {"prompt": "引用,逗号", "completion": 'a "b"\nc'}]
JSONL = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
PRETTY = "\n".join(json.dumps(row, indent=2, ensure_ascii=False) for row in ROWS)


def write(path: Path, content: str | bytes) -> str:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def read(path: str, **columns: str) -> list[Any]:
    """The records of a file, faults of rows among them."""
    return [record for _, record in json_records(path, columns, "auto")]


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff" + JSONL,
        JSONL.replace("\n", "\r\n"),
        JSONL + "\n  \n",
        JSONL.rstrip("\n"),
        JSONL.replace("\n", "\n\n"),
        " " + JSONL,
    ],
    ids=["byte order mark", "crlf", "blank end", "no line end", "blank lines", "indented"],
)
def test_unusual_but_valid_jsonl_is_read(tmp_path: Path, content: str) -> None:
    assert [record for _, record in jsonl_records(write(tmp_path / "rows.jsonl", content))] == ROWS


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"prompt": "a", }', "not JSON: "),
        ("{'prompt': 'a'}", "not JSON: expecting property name"),
        ('{"prompt": "a"', "not JSON: expecting ',' delimiter (column 15)"),
        ('{"prompt": "a"} x', "not JSON: extra text after the row (column 16)"),
        ('{"prompt": "a", "prompt": "b"}', 'duplicate key "prompt" in an object'),
        ('{"turn": {"a": 1, "a": 2}}', 'duplicate key "a" in an object'),
        ('["a", "b"]', "a row is an object of columns, not a list"),
        ('"a"', "a row is an object of columns, not text"),
        ("1", "a row is an object of columns, not a number"),
        ("true", "a row is an object of columns, not true or false"),
        ("null", "a row is an object of columns, not null"),
        ('{"prompt": NaN}', "NaN is not JSON; write null, or remove the row"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "Exceeds the limit (4300 digits)"),
    ],
)
def test_a_faulty_line_is_a_fault_of_its_row_alone(tmp_path: Path, line: str, reason: str) -> None:
    found = list(jsonl_records(write(tmp_path / "rows.jsonl", JSONL + line + "\n" + JSONL)))
    assert [number for number, _ in found] == [1, 2, 3, 4, 5]
    assert [record for _, record in found[:2] + found[3:]] == ROWS * 2
    fault = found[2][1]
    assert isinstance(fault, RowFault)
    assert fault.message.startswith(reason)


def test_a_faulty_first_line_does_not_make_the_file_pretty_printed(tmp_path: Path) -> None:
    found = [record for _, record in jsonl_records(write(tmp_path / "a.jsonl", '{"prompt": 1 x\n7\n' + JSONL))]
    assert [type(record) for record in found] == [RowFault, RowFault, dict, dict]


def test_an_escaped_pair_of_surrogates_is_one_character(tmp_path: Path) -> None:
    ((_, record),) = jsonl_records(write(tmp_path / "rows.jsonl", r'{"prompt": "\ud83d\ude00 \u0000 \\ud83d"}'))
    assert record == {"prompt": "😀 \0 \\ud83d"}


@pytest.mark.parametrize("packing", ["", ".gz"])
@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (PRETTY, [1, 5]),
        ("\ufeff\r\n" + PRETTY.replace("\n", "\r\n") + "\r\n", [2, 6]),
        (PRETTY.replace("{\n ", "{"), [1, 4]),
        (json.dumps(ROWS, indent=2), [2, 6]),
        (json.dumps(ROWS), [1, 1]),
        ("[" + ",\n".join(map(json.dumps, ROWS)) + "\n]\n", [1, 2]),
    ],
    ids=["in sequence", "crlf", "begun on the brace's line", "a list", "a list on one line", "a row per line"],
)
def test_pretty_printed_rows_of_a_jsonl_file_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, lines: list[int], packing: str
) -> None:
    monkeypatch.setattr(paths, "CHUNK", 16)
    raw = content.encode()
    path = write(tmp_path / f"rows.jsonl{packing}", gzip.compress(raw) if packing else raw)
    assert list(jsonl_records(path)) == list(zip(lines, ROWS, strict=True))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"prompt": "a"\n{"prompt": "b"}\n', ":1: not JSON: expecting ',' delimiter (column 15)"),
        ('{"prompt": "a",', ":1: not JSON"),
        ('{\n "prompt": "a"\n}\n{\n "prompt": "b",\n}\n', ":6: not JSON"),
        ('{\n "prompt": "a"\n}\n7\n', ":4: a row is an object of columns, not a number"),
        ('[\n{"prompt": "a"},\n[]\n]', ":3: a row is an object of columns, not a list"),
        ('["a", "b"]\n["c", "d"]\n', ":1: a row is an object of columns, not a list"),
        ('[{"prompt": "a"}]\n[{"prompt": "b"}]\n', ":2: not JSON: extra text after the end"),
    ],
)
def test_faults_of_pretty_printed_rows_have_their_line(tmp_path: Path, content: str, reason: str) -> None:
    path = write(tmp_path / "rows.jsonl", content)

    def first_fault() -> str:
        try:
            faults = (f"{path}:{line}: {each.message}" for line, each in jsonl_records(path) if type(each) is RowFault)
            return next(faults)
        except DataError as error:
            return error.message

    assert first_fault().removeprefix(path).startswith(reason)


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(ROWS, indent=2, ensure_ascii=False),
        json.dumps({"canary": "x", "examples": ROWS}),
        json.dumps({"version": 1, "tags": ["a"], "data": ROWS}),
        json.dumps({"text": "about", "code": 200, "data": ROWS}),
        JSONL,
        "\n" + json.dumps(ROWS) + "\n",
        "\ufeff" + json.dumps(ROWS),
    ],
    ids=["a list", "examples", "data", "data next to a text", "JSON Lines", "blank start", "byte order mark"],
)
def test_each_layout_of_a_json_file_is_read(tmp_path: Path, content: str) -> None:
    path = write(tmp_path / "rows.json", content)
    assert list(json_records(path, {}, "auto")) == list(enumerate(ROWS))


@pytest.mark.parametrize(
    "row",
    [
        {"messages": [{"role": "user", "content": "hi"}]},
        {"prompt": [{"role": "user", "content": "hi"}], "completion": "ho"},
        {"prompt": "hi", "completion": "ho", "meta": [{"content": "no"}]},
        {"prompt": "hi", "tools": [{"name": "f", "parameters": {}}]},
        {"prompt": "hi", "chosen": [{"role": "assistant", "content": "ho"}]},
        {"turns": [{"role": "user", "content": "hi"}]},
        {"instruction": "add", "instances": [{"input": "1", "output": "2"}]},
        {"text": "hi", "links": [{"url": "x"}], "tags": [{"name": "y"}]},
    ],
)
def test_an_object_that_is_a_row_is_not_taken_apart(tmp_path: Path, row: dict[str, object]) -> None:
    assert read(write(tmp_path / "row.json", json.dumps(row))) == [row]


def test_mapped_columns_decide_whether_an_object_is_a_row(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps({"data": [{"q": "a"}], "name": "x"}))
    assert read(path) == read(path, prompt="q") == [{"q": "a"}]
    assert read(path, messages="data") == [{"data": [{"q": "a"}], "name": "x"}]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[\n  {"a": 1},\n  {"a": 2,}\n]', ":3: not JSON"),
        ('[\n  {"a": 1}\n  {"a": 2}\n]', ":3: not JSON: expecting `,` or `]` (column 3)"),
        ('[{"a": 1}', ":1: not JSON: expecting `,` or `]`"),
        ('[{"a": 1},\n]', ":2: not JSON"),
        ('[{"a": 1}]\n\n x', ":3: not JSON: extra text after the end (column 2)"),
        ('[\n{"a": 1, "a": 1}]', ':2: duplicate key "a" in an object'),
        ('{"train": [{"a": 1}], "test": [{"a": 1}]}', ": contains 2 lists of rows: train, test"),
        ("7", ": expected a list of rows"),
        ("[" * 50_000, ":1: nested too deeply"),
    ],
)
def test_a_fault_of_a_json_file_stops_it_with_line_and_column(tmp_path: Path, content: str, reason: str) -> None:
    path = write(tmp_path / "rows.json", content)
    with pytest.raises(DataError) as caught:
        read(path)
    assert caught.value.message.removeprefix(path).startswith(reason)


def test_an_element_that_is_not_an_object_is_a_fault_of_its_row(tmp_path: Path) -> None:
    first, second = read(write(tmp_path / "rows.json", '[{"a": 1}, 2]'))
    assert first == {"a": 1}
    assert second.message == "a row is an object of columns, not a number"


def test_lines_and_columns_are_right_across_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "CHUNK", 64)
    rows = ",\n".join(f'{{"n": {i}, "text": "{"z" * (i % 90)}"}}' for i in range(300))
    assert [row["n"] for row in read(write(tmp_path / "rows.json", f"[{rows}]"))] == list(range(300))
    bad = write(tmp_path / "bad.json", f"[{rows},\n  oops]")
    with pytest.raises(DataError) as caught:
        read(bad)
    assert caught.value.message == f"{bad}:301: not JSON: expecting value (column 3)"


def test_a_number_at_the_end_of_the_window_is_read_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "CHUNK", 3)
    (fault,) = read(write(tmp_path / "a.json", "[1234567]"))
    assert "not a number" in fault.message


def test_an_unfinished_giant_value_is_given_up_at_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def chunks(path: str) -> Iterator[str]:
        yield '[{"a": "'
        for _ in range(30):
            yield "x" * 10_000
        raise AssertionError("the file is read beyond the limit")

    monkeypatch.setattr(json_files, "MAX_ROW", 100_000)
    monkeypatch.setattr(json_files, "text_chunks", chunks)
    with pytest.raises(DataError, match=":1: not JSON"):
        read(str(tmp_path / "rows.json"))


def test_a_text_is_parsed_strictly() -> None:
    assert parsed(' {"a": [1, null]} ') == {"a": [1, None]}
    for text, reason in (("{", "not JSON: "), ('{"a": 1, "a": 2}', "duplicate key"), ("NaN", "NaN is not JSON")):
        with pytest.raises(ValueError, match=reason):
            parsed(text)
