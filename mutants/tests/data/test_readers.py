"""Strict reading of every file type: what is odd but good works, what is wrong names file and line."""

import csv
import gzip
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from instructgpt_cli.data import json_files, paths, readers
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import place
from instructgpt_cli.errors import DataError
from instructgpt_cli.recipe.schema import Source

ROWS = [{"prompt": "1+1", "completion": "2"}, {"prompt": "引用,逗号", "completion": 'a "b"\nc'}]


def read(path: Path, **options: Any) -> list[dict[str, Any]]:
    return [record for _, record in numbered(path, **options)]


def numbered(path: Path, **options: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records with their numbers; a row that cannot be read is a fault."""
    for number, record in readers.records(str(path), Source(path=str(path), **options)):
        if isinstance(record, RowFault):
            row = place(str(path), number, 0 if paths.kind(str(path)) == "json" else number)
            raise DataError(f"{row}: {record.message}", record.hint)
        yield number, record


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def fault(path: Path, **options: Any) -> str:
    with pytest.raises(DataError) as caught:
        read(path, **options)
    return caught.value.message


def as_jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(rows: list[dict[str, Any]], folder: Path, delimiter: str) -> bytes:
    with (folder / "made").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return (folder / "made").read_bytes()


@pytest.mark.parametrize("packing", ["", ".gz", ".zst"])
@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv", ".tsv", ".parquet", ".JSONL"])
def test_every_file_type_gives_the_same_rows(tmp_path: Path, suffix: str, packing: str) -> None:
    match suffix:
        case ".jsonl" | ".JSONL":
            raw = as_jsonl(ROWS)
        case ".json":
            raw = json.dumps(ROWS, indent=2).encode()
        case ".parquet":
            pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "made")
            raw = (tmp_path / "made").read_bytes()
        case _:
            raw = as_csv(ROWS, tmp_path, "," if suffix == ".csv" else "\t")
    packed = {"": raw, ".gz": gzip.compress(raw), ".zst": zstandard.compress(raw)}[packing]
    assert read(write(tmp_path / f"日本 rows{suffix}{packing}", packed)) == ROWS


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + as_jsonl(ROWS),
        as_jsonl(ROWS).replace(b"\n", b"\r\n"),
        as_jsonl(ROWS) + b"\n  \n",
        as_jsonl(ROWS).rstrip(b"\n"),
        as_jsonl(ROWS).replace(b"\n", b"\n\n"),
        b" " + as_jsonl(ROWS),
    ],
    ids=["byte order mark", "crlf", "blank end", "no line end", "blank lines", "indented"],
)
def test_odd_but_good_jsonl_works(tmp_path: Path, content: bytes) -> None:
    assert read(write(tmp_path / "rows.jsonl", content)) == ROWS


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"prompt": "a", }', "not JSON"),
        (b"{'prompt': 'a'}", "not JSON"),
        (b'{"prompt": "a"', "not JSON"),
        (b'{"prompt": "a"} x', "more text after the row (column 16)"),
        (b'{"prompt": "a", "prompt": "b"}', 'the key "prompt" stands twice'),
        (b'{"turn": {"a": 1, "a": 2}}', 'the key "a" stands twice'),
        (b'["a", "b"]', "not a list"),
        (b'"a"', "not text"),
        (b"1", "not a number"),
        (b"null", "not null"),
        (b'{"prompt": NaN}', "NaN is not JSON"),
        (b'{"prompt": "a\xff"}', "not UTF-8 text (byte 0xff)"),
        (b'{"prompt": "a\x00"}', "a NUL byte"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 5000 + b"}", "digits"),
    ],
)
def test_bad_jsonl_names_file_and_line(tmp_path: Path, line: bytes, reason: str) -> None:
    good = as_jsonl(ROWS)
    path = write(tmp_path / "rows.jsonl", good + line + b"\n" + good)
    message = fault(path)
    assert message.startswith(f"{path}:3: ")
    assert reason in message


def test_escaped_characters_beyond_the_basic_plane_are_whole(tmp_path: Path) -> None:
    assert read(write(tmp_path / "rows.jsonl", r'{"prompt": "\ud83d\ude00 \u0000 \\ud83d"}')) == [
        {"prompt": "😀 \0 \\ud83d"}
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1"])
def test_other_encodings_are_refused(tmp_path: Path, encoding: str) -> None:
    message = fault(write(tmp_path / "rows.jsonl", '{"prompt": "é"}\n'.encode(encoding)))
    assert "UTF-16" in message or "NUL" in message or ":1: not UTF-8" in message


def test_a_multibyte_character_cut_off_at_the_end_is_a_fault(tmp_path: Path) -> None:
    assert ":2: not UTF-8" in fault(write(tmp_path / "rows.jsonl", as_jsonl(ROWS[:1]) + "中".encode()[:2]))


def test_characters_across_chunks_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "CHUNK", 5)
    assert read(write(tmp_path / "rows.jsonl", as_jsonl(ROWS))) == ROWS
    assert read(write(tmp_path / "rows.json", json.dumps(ROWS, indent=2, ensure_ascii=False))) == ROWS
    assert ":4: not UTF-8" in fault(write(tmp_path / "bad.jsonl", as_jsonl(ROWS) + b"\n\xff"))


def test_one_line_of_many_megabytes_is_read_and_an_endless_one_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "rows.jsonl", json.dumps({"text": "x" * 20_000_000}))
    assert len(read(path)[0]["text"]) == 20_000_000
    monkeypatch.setattr(paths, "MAX_ROW", 2_000_000)
    assert f"{path}:1: the line is longer than" in fault(path)


def test_memory_is_flat(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.json", "[" + ",\n".join([json.dumps({"text": "y" * 1000})] * 20_000) + "]")
    tracemalloc.start()
    assert sum(1 for _ in readers.records(str(path), Source(path=str(path)))) == 20_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000  # of 20 MB


# --- JSON ---


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"canary": "x", "examples": ROWS}),
        json.dumps({"version": 1, "tags": ["a"], "data": ROWS}),
        "\n".join(map(json.dumps, ROWS)),
        "\n" + json.dumps(ROWS) + "\n",
        "\ufeff" + json.dumps(ROWS),
    ],
    ids=["object with examples", "object with data", "JSON Lines", "blank start", "byte order mark"],
)
def test_json_layouts(tmp_path: Path, content: str) -> None:
    assert read(write(tmp_path / "rows.json", content)) == ROWS


def test_a_single_conversation_is_a_row(tmp_path: Path) -> None:
    row = {"messages": [{"role": "user", "content": "hi"}]}
    assert read(write(tmp_path / "rows.json", json.dumps(row))) == [row]


@pytest.mark.parametrize(
    "row",
    [
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


def test_an_object_that_holds_rows_may_have_a_text_and_a_code(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.json", json.dumps({"text": "about", "code": 200, "data": ROWS}))) == ROWS


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[\n  {"a": 1},\n  {"a": 2,}\n]', ":3: not JSON"),
        ('[\n  {"a": 1}\n  {"a": 2}\n]', ":3: not JSON: expecting `,` or `]` (column 3)"),
        ('[{"a": 1}', ":1: not JSON: expecting `,` or `]`"),
        ('[{"a": 1},\n]', ":2: not JSON"),
        ('[{"a": 1}]\n\n x', ":3: not JSON: more text after the end (column 2)"),
        ('[\n{"a": 1, "a": 1}]', ':2: the key "a" stands twice'),
        ('[{"a": 1}, 2]', ": row 1: a row is an object of columns, not a number"),
        ('{"train": [{"a": 1}], "test": [{"a": 1}]}', ": holds 2 lists of rows: train, test"),
        ("7", ": a JSON file holds a list of rows"),
        ("[" * 50_000, ":1: nested too deeply"),
    ],
)
def test_bad_json_names_line_and_column(tmp_path: Path, content: str, reason: str) -> None:
    path = write(tmp_path / "rows.json", content)
    assert reason in fault(path).removeprefix(str(path))


def test_json_positions_hold_across_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "CHUNK", 64)
    rows = ",\n".join(f'{{"n": {i}, "text": "{"z" * (i % 90)}"}}' for i in range(300))
    path = write(tmp_path / "rows.json", f"[{rows}]")
    assert [row["n"] for row in read(path)] == list(range(300))
    bad = write(tmp_path / "bad.json", f"[{rows},\n  oops]")
    assert f"{bad}:301: not JSON: expecting value (column 3)" in fault(bad)


def test_a_broken_giant_value_stops_at_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_files, "MAX_ROW", 100_000)
    monkeypatch.setattr(paths, "CHUNK", 10_000)
    assert ":1: not JSON" in fault(write(tmp_path / "rows.json", '[{"a": "' + "x" * 1_000_000))


SPREAD = ["\n".join(json.dumps(row, indent=2, ensure_ascii=False) for row in ROWS), json.dumps(ROWS, indent=2)]


@pytest.mark.parametrize("packing", ["", ".gz"])
@pytest.mark.parametrize(
    ("content", "places"),
    [
        (SPREAD[0], [1, 5]),
        ("\ufeff\r\n" + SPREAD[0].replace("\n", "\r\n") + "\r\n", [2, 6]),
        (SPREAD[0].replace("{\n ", "{"), [1, 4]),
        (SPREAD[1], [2, 6]),
        (json.dumps(ROWS), [1, 1]),
        ("[" + ",\n".join(map(json.dumps, ROWS)) + "\n]\n", [1, 2]),
    ],
    ids=["one after the other", "crlf", "begun on the brace's line", "a list", "a list on one line", "a row a line"],
)
def test_pretty_printed_rows_of_a_jsonl_file_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, places: list[int], packing: str
) -> None:
    monkeypatch.setattr(paths, "CHUNK", 16)
    raw = content.encode()
    path = str(write(tmp_path / f"rows.jsonl{packing}", gzip.compress(raw) if packing else raw))
    assert list(readers.records(path, Source(path=path))) == list(zip(places, ROWS, strict=True))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"prompt": "a"\n{"prompt": "b"}\n', ":1: not JSON: expecting ',' delimiter (column 15)"),
        ('{"prompt": "a",', ":1: not JSON"),
        ('{\n "prompt": "a"\n}\n{\n "prompt": "b",\n}\n', ":6: not JSON"),
        ('{\n "prompt": "a"\n}\n7\n', ":4: a row is an object of columns, not a number"),
        ('[\n{"prompt": "a"},\n[]\n]', ":3: a row is an object of columns, not a list"),
        ('["a", "b"]\n["c", "d"]\n', ":1: a row is an object of columns, not a list"),
        ('[{"prompt": "a"}]\n[{"prompt": "b"}]\n', ":2: not JSON: more text after the end"),
    ],
)
def test_spread_rows_are_told_by_their_lines(tmp_path: Path, content: str, reason: str) -> None:
    path = write(tmp_path / "rows.jsonl", content)
    assert fault(path).removeprefix(str(path)).startswith(reason)


# --- CSV and TSV ---


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("prompt,completion\na,b\nc\n", ":3: 1 fields, but 2 in the header"),
        ("prompt,completion\na,b,c\n", ":2: 3 fields, but 2 in the header"),
        ("prompt,prompt\na,b\n", ":1: the header names the column 'prompt' twice"),
        ('prompt,completion\n"a\nb",c\n"x"y,z\n', ":4: not CSV"),
        ('prompt,completion\na,"open\n', ":2: not CSV"),
        ("prompt,completion\na,\x00\n", ":2: a NUL byte"),
    ],
)
def test_bad_csv_names_the_line(tmp_path: Path, content: str, reason: str) -> None:
    path = write(tmp_path / "rows.csv", content)
    assert reason in fault(path).removeprefix(str(path))


def test_csv_oddities_work(tmp_path: Path) -> None:
    table = '\ufeffprompt;completion\r\n"a;b";"c\r\nd"\r\n\r\n'
    assert read(write(tmp_path / "rows.csv", table)) == [{"prompt": "a;b", "completion": "c\r\nd"}]
    big = "x" * 300_000  # beyond the csv module's own limit
    assert read(write(tmp_path / "big.csv", f"prompt,completion\n{big},y\n"))[0]["prompt"] == big


def test_a_table_without_header_is_addressed_by_number(tmp_path: Path) -> None:
    columns = {"prompt": "0", "completion": "1"}
    path = write(tmp_path / "pairs.tsv", '"Stop!" he said.\t"Arrêtez !"\tme\nGo.\tVa !\tme\n')
    assert read(path, columns=columns)[0] == {"0": '"Stop!" he said.', "1": '"Arrêtez !"', "2": "me"}
    assert read(write(tmp_path / "pairs.txt", path.read_bytes()), columns=columns)[1]["1"] == "Va !"
    ragged = write(tmp_path / "ragged.tsv", "a\tb\nc\n")
    assert fault(ragged, columns=columns) == f"{ragged}:2: 1 fields, but 2 in the first row"


# --- Parquet and compression ---


def test_times_that_python_has_no_value_for_are_text(tmp_path: Path) -> None:
    far = {
        "at": pa.array([10**18], pa.timestamp("us")),
        "zoned": pa.array([0], pa.timestamp("s", tz="No/Where")),
        "day": pa.array([10**8], pa.date32()),
        "took": pa.array([10**15], pa.duration("s")),
    }
    pq.write_table(pa.table({"prompt": ["a"], "completion": ["b"], **far}), tmp_path / "rows.parquet")
    (row,) = read(tmp_path / "rows.parquet")
    assert (row["prompt"], row["completion"], row["zoned"][:19]) == ("a", "b", "1970-01-01 00:00:00")
    assert all(isinstance(row[name], str) for name in ("at", "day"))
    assert row["took"] == str(10**15)


def test_a_truncated_parquet_file_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(ROWS * 100), tmp_path / "whole.parquet")
    whole = (tmp_path / "whole.parquet").read_bytes()
    for raw in (whole[:-20], whole[: len(whole) // 2], b"", b"PAR1"):
        path = write(tmp_path / "cut.parquet", raw)
        assert fault(path).startswith(f"{path}: not a whole parquet file")


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_truncated_and_false_archives_are_refused(tmp_path: Path, suffix: str) -> None:
    raw = as_jsonl(ROWS * 1000)
    packed = gzip.compress(raw) if suffix == ".gz" else zstandard.compress(raw)
    assert "ends too early" in fault(write(tmp_path / f"rows.jsonl{suffix}", packed[:-5]))
    assert "cannot be unpacked" in fault(write(tmp_path / f"rows.jsonl{suffix}", raw))
    assert len(read(write(tmp_path / f"two.jsonl{suffix}", packed + packed))) == 4000  # as `cat a.gz b.gz` makes it


# --- text ---


def test_documents_of_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "text.txt", "\ufeffa\r\nb\r\n\r\n \r\nc\r\n")
    assert read(path, document="line") == [{"text": "a"}, {"text": "b"}, {"text": "c"}]
    assert read(path, document="paragraph") == [{"text": "a\nb"}, {"text": "c"}]
    numbered = readers.records(str(path), Source(path=str(path), document="paragraph"))
    assert [number for number, _ in numbered] == [1, 5]


def test_labelled_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "scan.txt", "IN: jump OUT: I_JUMP\nIN: walk IN OUT: WALK\n\n")
    assert read(path) == [{"IN": "jump", "OUT": "I_JUMP"}, {"IN": "walk IN", "OUT": "WALK"}]
    assert readers.is_document(str(path), Source(path=str(path), format="text"))
    play = write(tmp_path / "play.txt", "ROMEO: Hi JULIET: Ho\n")
    assert readers.is_document(str(play), Source(path=str(play)))
    quiz = write(tmp_path / "quiz.txt", "Q: 1+1 A: 2\nQ: 2+2\n")
    spelled = read(write(tmp_path / "one.txt", "Q: 1+1 A: 2\n"), columns={"prompt": "Q:", "completion": "A"})
    assert spelled == [{"Q:": "1+1", "A": "2"}]
    message = fault(quiz, columns={"prompt": "Q", "completion": "A"})
    assert message == f"{quiz}:2: the line has not the labels Q: A: in this order"


def test_an_empty_field_of_a_single_column_is_a_row(tmp_path: Path) -> None:
    assert read(write(tmp_path / "a.csv", 'text\n""\n\nfoo\n')) == [{"text": ""}, {"text": "foo"}]
