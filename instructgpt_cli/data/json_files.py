"""Read records from JSON Lines and JSON; readers.py says what a record and its number are.

Stricter than Python's parser: duplicate keys and NaN are faults. An unpaired surrogate stays in its text, so that the
row is refused and counted.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from instructgpt_cli.data.columns import NAMES, NESTED, Binding, bind
from instructgpt_cli.data.paths import MAX_ROW, lines, text_chunks
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import Record
from instructgpt_cli.errors import DataError

_WHITE = " \t\r\n"
_SPACES = re.compile(r"[ \t\r\n]*")


class _StrictError(ValueError):
    """JSON that Python parses but this reader does not accept."""


def _object(pairs: list[tuple[str, Any]]) -> Record:
    record = dict(pairs)
    if len(record) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _StrictError(f"duplicate key {json.dumps(twice, ensure_ascii=False)} in an object")
    return record


def _constant(name: str) -> None:
    raise _StrictError(f"{name} is not JSON; write null, or remove the row")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def parsed(text: str) -> Any:
    """The value of a JSON text. Raises `ValueError` with the reason if it is not JSON."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg[0].lower()}{error.msg[1:]} (column {error.pos + 1})") from None


def jsonl_records(path: str) -> Iterator[tuple[int, Record | RowFault]]:
    """One record or fault per line; or pretty-printed records, in sequence or as one list, if the first line begins
    one."""
    decode = _DECODER.raw_decode
    first = True
    for number, line in enumerate(lines(path), 1):
        text = line.strip(_WHITE)
        if not text:
            continue
        if first and _is_multiline(text, path, number):
            yield from _multiline_records(path)
            return
        first = False
        try:
            record, end = decode(text)
            if end != len(text):
                raise json.JSONDecodeError("extra text after the row", text, end)
        except (ValueError, RecursionError) as error:
            column = line.index(text[0]) + error.pos + 1 if isinstance(error, json.JSONDecodeError) else None
            yield number, _json_fault(error, column)
        else:
            yield number, _as_row(record)


def _as_row(value: Any) -> Record | RowFault:
    return value if type(value) is dict else RowFault(f"a row is an object of columns, not {_type_name(value)}")


def _is_multiline(text: str, path: str, number: int) -> bool:
    """Whether the first line of a .jsonl file, `text`, begins a list of rows or a row of several lines.

    A truncated line does not: the next row follows it.
    """
    if text[0] == "[":
        return text.lstrip("[ \t")[:1] in ("", "{")
    try:
        _DECODER.raw_decode(text)
    except json.JSONDecodeError as error:
        following = next((line for line in islice(lines(path), number, None) if line.strip(_WHITE)), "{")
        return text[0] == "{" and error.pos == len(text) and following.lstrip(_WHITE)[0] != "{"
    except (ValueError, RecursionError):
        pass
    return False


def _multiline_records(path: str) -> Iterator[tuple[int, Record | RowFault]]:
    cursor = _Cursor(path)
    values = cursor.elements() if cursor.peek() == "[" else cursor.values()
    for record in values:
        yield cursor.line, _as_row(record)


def _json_fault(error: Exception, column: int | None) -> RowFault:
    if isinstance(error, RecursionError):
        return RowFault("nested too deeply")
    if isinstance(error, _StrictError):
        return RowFault(str(error))
    if isinstance(error, json.JSONDecodeError):
        reason = f"{error.msg[0].lower()}{error.msg[1:]}"
        return RowFault(f"not JSON: {reason} (column {column})", "Write rows with a JSON library, not by hand.")
    return RowFault(str(error).partition(";")[0])  # a number with more digits than Python parses


def _type_name(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null", bytes: "bytes"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else f"a {type(value).__name__}")


class _Cursor:
    """A window over the text of a JSON file that advances value by value."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._chunks = text_chunks(path)
        self._text = ""
        self._at = 0
        self._line = 1  # at the window's start
        self._indent = 0  # characters of that line before the window
        self.line = 1
        """The line where the last value begins."""

    def peek(self) -> str:
        """The next character that is not white space; empty at the end of the file."""
        while True:
            if spaces := _SPACES.match(self._text, self._at):
                self._at = spaces.end()
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def value(self) -> Any:
        """Read the value that begins here."""
        while True:
            start = self._at
            try:
                value, end = _DECODER.raw_decode(self._text, start)
            except (ValueError, RecursionError) as error:
                # It may only be cut off by the window's end: retry with more text.
                unfinished = not isinstance(error, _StrictError) and len(self._text) - start < MAX_ROW
                if unfinished and self._more():
                    continue
                raise self._fault(error, error.pos if isinstance(error, json.JSONDecodeError) else start) from None
            if end == len(self._text) and isinstance(value, int | float) and self._more():
                continue
            self.line = self._position(start)[0]
            self._at = end
            return value

    def values(self) -> Iterator[Any]:
        """The values from here to the end of the file."""
        while self.peek():
            yield self.value()

    def elements(self) -> Iterator[Any]:
        """The values of the list that begins here. Nothing may follow the list."""
        self._at += 1
        if self.peek() != "]":
            yield self.value()
            while self.peek() == ",":
                self._at += 1
                self.peek()
                yield self.value()
        if self.peek() != "]":
            raise self._fault(json.JSONDecodeError("expecting `,` or `]`", "", 0), self._at)
        self._at += 1
        self.expect_end()

    def expect_end(self) -> None:
        if self.peek():
            raise self._fault(json.JSONDecodeError("extra text after the end", "", 0), self._at)

    def _more(self) -> bool:
        """Drop what has been read and append at least as much as is left, so that long values are rescanned rarely."""
        left = len(self._text) - self._at
        fresh: list[str] = []
        while sum(map(len, fresh)) <= left and (chunk := next(self._chunks, "")):
            fresh.append(chunk)
        if not fresh:
            return False
        self._line, self._indent = self._position(self._at)
        self._text = self._text[self._at :] + "".join(fresh)
        self._at = 0
        return True

    def _position(self, at: int) -> tuple[int, int]:
        """Line (from 1) and column (from 0) of an offset in the window."""
        breaks = self._text.count("\n", 0, at)
        return self._line + breaks, at - self._text.rfind("\n", 0, at) - 1 if breaks else at + self._indent

    def _fault(self, error: Exception, at: int) -> DataError:
        line, column = self._position(at)
        fault = _json_fault(error, column + 1)
        return DataError(f"{self._path}:{line}: {fault.message}", fault.hint)


def json_records(path: str, columns: Mapping[str, str], format: str) -> Iterator[tuple[int, Record | RowFault]]:
    """The records of a .json file: a list of rows, an object with one such list, a single row, or JSON Lines."""
    cursor = _Cursor(path)
    match cursor.peek():
        case "[":
            values = cursor.elements()
        case "{":
            values = _object_file(path, cursor, columns, format)
        case "":
            return
        case _:
            cursor.value()
            raise DataError(f"{path}: expected a list of rows, or an object that contains one list of rows")
    for number, record in enumerate(values):
        yield number, _as_row(record)


def _is_row(record: Record, lists: list[str], columns: Mapping[str, str], format: str) -> bool:
    """Whether an object that has `lists` of objects is itself a row, not a container of rows."""
    if columns:
        return any(column.split(".")[0] in record for column in columns.values())
    if any(name.lower() in NAMES or name in NESTED for name in lists):
        return True
    found = _binding(record, format)
    if found is None or found.answer:
        return found is not None
    return not any(_binding(record[name][0], format) for name in lists)


def _binding(record: Record, format: str) -> Binding | None:
    try:
        return bind(tuple(record), {}, format)
    except RowFault:
        return None


def _object_file(path: str, cursor: _Cursor, columns: Mapping[str, str], format: str) -> Iterator[Any]:
    first = cursor.value()
    if cursor.peek() == "{":
        yield first
        yield from cursor.values()
        return
    cursor.expect_end()
    lists = [name for name, value in first.items() if isinstance(value, list) and value and isinstance(value[0], dict)]
    if not lists or _is_row(first, lists, columns, format):
        yield first
    elif len(lists) == 1:
        yield from first[lists[0]]
    else:
        raise DataError(
            f"{path}: contains {len(lists)} lists of rows: {', '.join(lists)}", "Save each in a file of its own."
        )
