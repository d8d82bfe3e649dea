"""CSV, TSV and Parquet -> records; see readers.py for what a record and its number are."""

import csv
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli.data.files import MAX_ROW, byte_chunks, lines
from instructgpt_cli.errors import DataError, first_line
from instructgpt_cli.recipe.schema import Source

if TYPE_CHECKING:
    import pyarrow as pa

PARQUET_ROWS = 1024


def by_number(source: Source) -> bool:
    """Whether the source addresses its columns by number, from 0: then the file has no header."""
    return any(column.isdecimal() for column in source.columns.values())


def csv_records(path: str, delimiter: str, source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
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
                raise DataError(f"{path}:{start}: {len(cells)} fields, but {len(header)} in {other}", hint)
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


def parquet_records(path: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """A .parquet file, a thousand rows at a time; one packed again as .gz or .zst is unpacked to memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    packed = Path(path).suffix.lower() != ".parquet"
    number = 0
    try:
        with pq.ParquetFile(pa.BufferReader(b"".join(byte_chunks(path))) if packed else path) as file:
            names = file.schema_arrow.names
            if len(set(names)) != len(names):
                raise DataError(f"{path}: two columns have the same name: {', '.join(names)}")
            for batch in file.iter_batches(batch_size=PARQUET_ROWS):
                for record in _with_times_as_text(batch).to_pylist():
                    yield number, record
                    number += 1
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0][:200]
        raise DataError(f"{path}: not a whole parquet file: {reason}", "Make or copy it again.") from None
    except UnicodeDecodeError:
        raise DataError(f"{path}: after row {number}: text that is not UTF-8") from None
    except (ValueError, OverflowError) as error:  # what Python has no value for, as a time in the year 30000
        raise DataError(f"{path}: after row {number}: {first_line(error)}", "Leave the column out.") from None


def _with_times_as_text(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Arrow knows times that Python does not; time zones are dropped, so that no data base of them is needed."""
    import pyarrow as pa

    for place, field in enumerate(batch.schema):
        kind = field.type
        if not pa.types.is_temporal(kind):
            continue
        column = batch.column(place)
        if pa.types.is_timestamp(kind):
            column = column.cast(pa.timestamp(kind.unit))
        if pa.types.is_interval(kind):
            continue
        if pa.types.is_duration(kind):
            column = column.cast(pa.int64())
        batch = batch.set_column(place, field.name, column.cast(pa.string()))
    return batch
