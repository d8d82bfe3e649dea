"""CSV and TSV -> records; see readers.py for what a record and its number are."""

import csv
import itertools
from collections.abc import Iterator
from typing import Any

from instructgpt_cli.data.paths import MAX_ROW, lines
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.errors import DataError
from instructgpt_cli.recipe.schema import Source


def by_number(source: Source) -> bool:
    """Whether the source addresses its columns by number, from 0: then the file has no header."""
    return any(column.isdecimal() for column in source.columns.values())


def csv_records(path: str, delimiter: str, source: Source) -> Iterator[tuple[int, dict[str, Any] | RowFault]]:
    """A .csv or .tsv file: quoted fields may hold separators and line ends.

    Without a header the columns are "0", "1", ... A .tsv file without a header is plain: a quote is a character like
    any other there, as corpora write it; with a header it is quoted, as spreadsheets write it.
    """
    csv.field_size_limit(MAX_ROW)
    headless = by_number(source)
    text = lines(path)
    first = next(text, "")
    if delimiter == "," and ";" in first and "," not in first:
        delimiter = ";"
    plain = headless and delimiter == "\t"
    reader = csv.reader(
        (line + "\n" for line in itertools.chain([first], text)),
        delimiter=delimiter,
        quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL,
        strict=True,
    )
    header: list[str] = []
    line = 0
    try:
        for cells in reader:
            line, start = reader.line_num, line + 1
            if not cells or (cells == [""] and len(header) != 1):
                continue
            if not header:
                header = _header(cells, headless, f"{path}:{start}")
                if not headless:
                    continue
            if len(cells) != len(header):
                other = "the first row" if headless else "the header"
                hint = "" if plain else "A field that holds the separator stands in double quotes."
                yield start, RowFault(f"{len(cells)} fields, but {len(header)} in {other}", hint)
                continue
            yield start, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        hint = 'A quoted field looks like "this ""one""". For a .tsv without quoting, address the columns by number.'
        raise DataError(f"{path}:{line + 1}: not CSV: {error}", hint) from None


def _header(cells: list[str], headless: bool, place: str) -> list[str]:
    if headless:
        return [str(number) for number in range(len(cells))]
    names = [cell.strip() for cell in cells]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        hint = 'Without a header, address the columns by number: columns: {prompt: "0", completion: "1"}.'
        raise DataError(f"{place}: the header names the column {twice!r} twice", hint)
    return names
