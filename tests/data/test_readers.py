"""Every file type gives the same records, in constant memory; text files as lines, paragraphs or labelled fields."""

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

from instructgpt_cli.data import paths, readers
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import place
from instructgpt_cli.errors import DataError
from instructgpt_cli.recipe.data_schema import Source

ROWS = [{"prompt": "1+1", "completion": "2"}, {"prompt": "引用,逗号", "completion": 'a "b"\nc'}]


def read(path: Path, **options: Any) -> list[dict[str, Any]]:
    return [record for _, record in numbered(path, **options)]


def numbered(path: Path, **options: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records with their numbers; a faulty row raises."""
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


def test_a_line_of_many_megabytes_is_read_and_one_beyond_the_limit_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "rows.jsonl", json.dumps({"text": "x" * 20_000_000}))
    assert len(read(path)[0]["text"]) == 20_000_000
    monkeypatch.setattr(paths, "MAX_ROW", 2_000_000)
    assert f"{path}:1: the line is longer than" in fault(path)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.json", "[" + ",\n".join([json.dumps({"text": "y" * 1000})] * 8_000) + "]")
    tracemalloc.start()
    assert sum(1 for _ in readers.records(str(path), Source(path=str(path)))) == 8_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6_000_000  # of 8 MB


# --- CSV and TSV ---


def test_tables_without_a_header_are_read_by_number(tmp_path: Path) -> None:
    columns = {"prompt": "0", "completion": "1"}
    path = write(tmp_path / "pairs.tsv", '"Stop!" he said.\t"Arrêtez !"\tme\nGo.\tVa !\tme\n')
    assert read(path, columns=columns)[0] == {"0": '"Stop!" he said.', "1": '"Arrêtez !"', "2": "me"}
    assert read(write(tmp_path / "pairs.txt", path.read_bytes()), columns=columns)[1]["1"] == "Va !"
    ragged = write(tmp_path / "ragged.tsv", "a\tb\nc\n")
    assert fault(ragged, columns=columns) == f"{ragged}:2: 1 fields, but 2 in the first row"


# --- Parquet and compression ---


def test_a_truncated_parquet_file_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(ROWS * 100), tmp_path / "whole.parquet")
    whole = (tmp_path / "whole.parquet").read_bytes()
    for raw in (whole[:-20], whole[: len(whole) // 2], b"", b"PAR1"):
        path = write(tmp_path / "cut.parquet", raw)
        assert fault(path).startswith(f"{path}: not a complete parquet file")


# --- text ---


def test_lines_and_paragraphs_of_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "text.txt", "\ufeffa\r\nb\r\n\r\n \r\nc\r\n")
    assert read(path, document="line") == [{"text": "a"}, {"text": "b"}, {"text": "c"}]
    assert read(path, document="paragraph") == [{"text": "a\nb"}, {"text": "c"}]
    numbered = readers.records(str(path), Source(path=str(path), document="paragraph"))
    assert [number for number, _ in numbered] == [1, 5]


def test_labelled_lines_are_records(tmp_path: Path) -> None:
    path = write(tmp_path / "scan.txt", "IN: jump OUT: I_JUMP\nIN: walk IN OUT: WALK\n\n")
    assert read(path) == [{"IN": "jump", "OUT": "I_JUMP"}, {"IN": "walk IN", "OUT": "WALK"}]
    assert readers.is_document(str(path), Source(path=str(path), format="text"))
    play = write(tmp_path / "play.txt", "ROMEO: Hi JULIET: Ho\n")
    assert readers.is_document(str(play), Source(path=str(play)))
    quiz = write(tmp_path / "quiz.txt", "Q: 1+1 A: 2\nQ: 2+2\n")
    spelled = read(write(tmp_path / "one.txt", "Q: 1+1 A: 2\n"), columns={"prompt": "Q:", "completion": "A"})
    assert spelled == [{"Q:": "1+1", "A": "2"}]
    message = fault(quiz, columns={"prompt": "Q", "completion": "A"})
    assert message == f"{quiz}:2: the line does not have the labels Q: A: in this order"
