"""CSV and TSV: quoting, separators, headers and columns by number, and the line of a fault."""

from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.data.tables import by_number, csv_records
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.errors import DataError

BY_NUMBER = {"prompt": "0", "completion": "1"}


def write(path: Path, content: str) -> str:
    path.write_bytes(content.encode())
    return str(path)


def read(path: str, **columns: str) -> list[tuple[int, Any]]:
    return list(csv_records(path, "\t" if path.endswith(".tsv") else ",", columns))


def test_rows_are_numbered_by_the_line_where_they_begin(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'prompt,completion\n"a\nb",c\n\nd,e\n')
    assert read(path) == [(2, {"prompt": "a\nb", "completion": "c"}), (5, {"prompt": "d", "completion": "e"})]


def test_a_semicolon_in_the_header_is_the_separator(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", '\ufeffprompt;completion\r\n"a;b";"c\r\nd"\r\n\r\n')
    assert read(path) == [(2, {"prompt": "a;b", "completion": "c\r\nd"})]
    path = write(tmp_path / "b.csv", "prompt,a;b\nc,d\n")
    assert read(path) == [(2, {"prompt": "c", "a;b": "d"})]


def test_a_field_may_be_longer_than_the_limit_of_the_csv_module(tmp_path: Path) -> None:
    long = "x" * 300_000
    assert read(write(tmp_path / "a.csv", f"prompt,completion\n{long},y\n")) == [
        (2, {"prompt": long, "completion": "y"})
    ]


def test_header_names_are_stripped(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.csv", " prompt , completion\na,b\n")) == [(2, {"prompt": "a", "completion": "b"})]


def test_an_empty_field_of_a_single_column_is_a_row(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.csv", 'text\n""\n\nfoo\n')) == [(2, {"text": ""}), (4, {"text": "foo"})]


def test_columns_are_named_by_number_without_a_header(tmp_path: Path) -> None:
    assert by_number(BY_NUMBER)
    assert not by_number({"prompt": "q"})
    assert not by_number({})
    assert read(write(tmp_path / "a.csv", 'a,"b,c"\n'), **BY_NUMBER) == [(1, {"0": "a", "1": "b,c"})]


def test_a_quote_is_an_ordinary_character_only_in_a_tsv_without_header(tmp_path: Path) -> None:
    path = write(tmp_path / "pairs.tsv", '"Stop!" he said.\t"Arrêtez !"\tme\n')
    assert read(path, **BY_NUMBER) == [(1, {"0": '"Stop!" he said.', "1": '"Arrêtez !"', "2": "me"})]
    assert read(write(tmp_path / "a.tsv", 'x\ty\n"a\tb"\tc\n')) == [(2, {"x": "a\tb", "y": "c"})]


@pytest.mark.parametrize(
    ("name", "content", "columns", "line", "message"),
    [
        ("a.csv", "x,y\na,b\nc\n", {}, 3, "1 fields, but 2 in the header"),
        ("a.csv", "x,y\na,b,c\n", {}, 2, "3 fields, but 2 in the header"),
        ("a.tsv", "a\tb\nc\n", BY_NUMBER, 2, "1 fields, but 2 in the first row"),
    ],
)
def test_a_row_with_another_number_of_fields_is_a_fault_of_its_own(
    tmp_path: Path, name: str, content: str, columns: dict[str, str], line: int, message: str
) -> None:
    number, fault = read(write(tmp_path / name, content), **columns)[-1]
    assert isinstance(fault, RowFault)
    assert (number, fault.message) == (line, message)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("prompt,prompt\na,b\n", ":1: the header names the column 'prompt' twice"),
        ('prompt,completion\n"a\nb",c\n"x"y,z\n', ":4: not CSV"),
        ('prompt,completion\na,"open\n', ":2: not CSV"),
        ("prompt,completion\na,\x00\n", ":2: a NUL byte"),
    ],
)
def test_a_fault_of_the_file_stops_it_with_its_line(tmp_path: Path, content: str, reason: str) -> None:
    path = write(tmp_path / "rows.csv", content)
    with pytest.raises(DataError) as caught:
        read(path)
    assert caught.value.message.removeprefix(path).startswith(reason)
