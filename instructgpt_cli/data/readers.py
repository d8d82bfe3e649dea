"""Read the records of a file one at a time, as pairs `(number, record)`.

`record` is a dict of columns, or the `RowFault` of a row that cannot be read though later ones can. `number` locates it
in messages: the line from 1 in .jsonl, .csv, .tsv and .txt, else the row from 0. Memory use is about one row and a
megabyte, whatever the file's size. Faults of the file are `DataError`s with their location.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from instructgpt_cli.data.arrow import arrow_records
from instructgpt_cli.data.columns import ANSWER, INPUT, PROMPT, SOURCE
from instructgpt_cli.data.json_files import json_records, jsonl_records
from instructgpt_cli.data.paths import kind, lines
from instructgpt_cli.data.tables import by_number, csv_records
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import Record
from instructgpt_cli.errors import DataError
from instructgpt_cli.recipe.data_schema import Source

NUMBERED_BY_ROW = frozenset({"json", "parquet", "arrow"})

_LABEL = re.compile(r"(?:^|(?<=\s))([A-Z]{2,12}):(?=\s|$)")


def records(path: str, source: Source) -> Iterator[tuple[int, Record | RowFault]]:
    """The records of one local file, by its suffix."""
    match kind(path):
        case "jsonl":
            return jsonl_records(path)
        case "json":
            return json_records(path, source.columns, source.format)
        case "csv":
            return csv_records(path, ",", source.columns)
        case "tsv":
            return csv_records(path, "\t", source.columns)
        case "parquet" | "arrow":
            return arrow_records(path)
        case _:
            return _text_records(path, source)


def is_document(path: str, source: Source) -> bool:
    """Whether a text file is raw text; otherwise its lines are records with labelled or tab-separated fields."""
    if kind(path) not in ("txt", None) or source.columns or source.format not in ("auto", "text"):
        return False
    return source.format == "text" or not _known_labels(next(lines(path), ""))


def _text_records(path: str, source: Source) -> Iterator[tuple[int, Record | RowFault]]:
    if is_document(path, source):
        by_line = source.document == "line"
        yield from _line_documents(path) if by_line else _paragraphs(path)
    elif by_number(source.columns):
        yield from csv_records(path, "\t", source.columns)
    else:
        yield from _labelled(path, source.columns)


def _line_documents(path: str) -> Iterator[tuple[int, Record]]:
    for number, line in enumerate(lines(path), 1):
        if line.strip():
            yield number, {"text": line.rstrip("\r")}


def _paragraphs(path: str) -> Iterator[tuple[int, Record]]:
    block: list[str] = []
    number = 0
    for number, line in enumerate(lines(path), 1):
        if line.strip():
            block.append(line.rstrip("\r"))
        elif block:
            yield number - len(block), {"text": "\n".join(block)}
            block = []
    if block:
        yield number - len(block) + 1, {"text": "\n".join(block)}


def _known_labels(line: str) -> list[str]:
    """The labels of a line such as `IN: jump twice OUT: I_JUMP I_JUMP`, if they name a prompt and an answer."""
    labels = [name for name in _LABEL.findall(line) if name.lower() in (*PROMPT, *INPUT, SOURCE, *ANSWER)]
    first = bool(labels) and line.startswith(f"{labels[0]}:")
    answers = sum(name.lower() in ANSWER for name in labels)
    return labels if first and len(labels) == len(set(labels)) > answers == 1 else []


def _labelled(path: str, columns: Mapping[str, str]) -> Iterator[tuple[int, Record | RowFault]]:
    """Records of labelled lines. The labels are those of the recipe's `columns`, else those of the first line."""
    named = {column.strip().rstrip(":"): column for column in columns.values()}
    labels: list[str] = []
    for number, line in enumerate(lines(path), 1):
        if not line.strip():
            continue
        padded = " " + line
        labels = labels or sorted(named, key=lambda name: padded.find(f" {name}:")) or _known_labels(line)
        if not labels:
            hint = 'For raw text: format: text. For tab-separated fields: columns: {prompt: "0", completion: "1"}.'
            raise DataError(f"{path}:{number}: no labelled fields, as in `IN: ... OUT: ...`", hint)
        values = _labelled_values(padded, labels)
        if values is None:
            order = " ".join(f"{name}:" for name in labels)
            yield number, RowFault(f"the line does not have the labels {order} in this order")
        else:
            yield number, dict(zip([named.get(label, label) for label in labels], values, strict=True))


def _labelled_values(line: str, labels: Sequence[str]) -> list[str] | None:
    """The text after each label; None if the labels are not in this order."""
    values, rest = [], line
    for label in labels:
        value, found, rest = rest.partition(f" {label}:")
        if not found:
            return None
        values.append(value.strip())
    return [*values[1:], rest.strip()]
