"""JSON Lines and JSON -> records; see readers.py for what a record and its number are.

Strict where Python's own parser is not: a key that stands twice and NaN are faults. Half a surrogate pair is left in
its text, so that the row is refused and counted.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from instructgpt_cli.data.columns import NAMES, NESTED, Binding, bind
from instructgpt_cli.data.paths import MAX_ROW, lines, text_chunks
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import Record
from instructgpt_cli.errors import DataError
from instructgpt_cli.recipe.schema import Source

_WHITE = " \t\r\n"
_SPACES = re.compile(r"[ \t\r\n]*")


class _Refused(ValueError):
    """Well-formed enough to parse, and still not acceptable."""


def _object(pairs: list[tuple[str, Any]]) -> Record:
    record = dict(pairs)
    if len(record) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Refused(f"the key {json.dumps(twice, ensure_ascii=False)} stands twice in one object")
    return record


def _constant(name: str) -> None:
    raise _Refused(f"{name} is not JSON; write null, or leave the row out")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def parsed(text: str) -> Any:
    """The value that JSON text holds. Raises `ValueError` with the reason where it is none."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg[0].lower()}{error.msg[1:]} (column {error.pos + 1})") from None


def jsonl_records(path: str) -> Iterator[tuple[int, Record | RowFault]]:
    """A row a line, or what is wrong with it; or pretty-printed, one after the other or as one list, which the first
    line shows."""
    decode = _DECODER.raw_decode
    first = True
    for number, line in enumerate(lines(path), 1):
        text = line.strip(_WHITE)
        if not text:
            continue
        if first and _is_spread(text, path, number):
            yield from _spread_records(path)
            return
        first = False
        try:
            record, end = decode(text)
            if end != len(text):
                raise json.JSONDecodeError("more text after the row", text, end)
        except (ValueError, RecursionError) as error:
            column = line.index(text[0]) + error.pos + 1 if isinstance(error, json.JSONDecodeError) else None
            yield number, _bad_json(error, column)
        else:
            yield number, _as_row(record)


def _as_row(value: Any) -> Record | RowFault:
    return value if type(value) is dict else RowFault(f"a row is an object of columns, not {_type_name(value)}")


def _is_spread(text: str, path: str, number: int) -> bool:
    """Whether the first line of a .jsonl file, which is `text`, is the beginning of a row of several, or of a list of
    rows. A line cut off is followed by the next row."""
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


def _spread_records(path: str) -> Iterator[tuple[int, Record | RowFault]]:
    cursor = _Cursor(path)
    values = cursor.elements() if cursor.peek() == "[" else cursor.values()
    for record in values:
        yield cursor.line, _as_row(record)


def _bad_json(error: Exception, column: int | None) -> RowFault:
    if isinstance(error, RecursionError):
        return RowFault("nested too deeply")
    if isinstance(error, _Refused):
        return RowFault(str(error))
    if isinstance(error, json.JSONDecodeError):
        reason = f"{error.msg[0].lower()}{error.msg[1:]}"
        return RowFault(f"not JSON: {reason} (column {column})", "Rows are written by a JSON library, not by hand.")
    return RowFault(str(error).partition(";")[0])  # a number of more digits than Python reads


def _type_name(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null", bytes: "bytes"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else f"a {type(value).__name__}")


class _Cursor:
    """A window over the text of a JSON file that moves on value by value."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._chunks = text_chunks(path)
        self._text = ""
        self._at = 0
        self._line = 1  # of the window's start
        self._indent = 0  # characters of that line before the window
        self.line = 1
        """Where the last value begins."""

    def peek(self) -> str:
        """The next character that is no white space; empty at the end of the file."""
        while True:
            if spaces := _SPACES.match(self._text, self._at):
                self._at = spaces.end()
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def value(self) -> Any:
        """Reads the value that begins here."""
        while True:
            start = self._at
            try:
                value, end = _DECODER.raw_decode(self._text, start)
            except (ValueError, RecursionError) as error:
                # It may only be cut by the window's edge: look again with more text.
                unfinished = not isinstance(error, _Refused) and len(self._text) - start < MAX_ROW
                if unfinished and self._more():
                    continue
                raise self._fault(error, error.pos if isinstance(error, json.JSONDecodeError) else start) from None
            if end == len(self._text) and isinstance(value, int | float) and self._more():
                continue
            self.line = self._position(start)[0]
            self._at = end
            return value

    def values(self) -> Iterator[Any]:
        """The values from here to the end of the file, one after the other."""
        while self.peek():
            yield self.value()

    def elements(self) -> Iterator[Any]:
        """The values of the list that begins here, which must be all that is left in the file."""
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
            raise self._fault(json.JSONDecodeError("more text after the end", "", 0), self._at)

    def _more(self) -> bool:
        """Drops what has been read and takes in at least as much as is left, so that a long value is not rescanned."""
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
        """Line from 1 and column from 0 of a place in the window."""
        breaks = self._text.count("\n", 0, at)
        return self._line + breaks, at - self._text.rfind("\n", 0, at) - 1 if breaks else at + self._indent

    def _fault(self, error: Exception, at: int) -> DataError:
        line, column = self._position(at)
        fault = _bad_json(error, column + 1)
        return DataError(f"{self._path}:{line}: {fault.message}", fault.hint)


def json_records(path: str, source: Source) -> Iterator[tuple[int, Record | RowFault]]:
    """A list of rows, an object with one list of rows in it, a single row, or JSON Lines under the name .json."""
    cursor = _Cursor(path)
    match cursor.peek():
        case "[":
            values = cursor.elements()
        case "{":
            values = _object_file(path, cursor, source)
        case "":
            return
        case _:
            cursor.value()
            raise DataError(f"{path}: a JSON file holds a list of rows, or an object with one list of rows in it")
    for number, record in enumerate(values):
        yield number, _as_row(record)


def _is_row(record: Record, lists: list[str], source: Source) -> bool:
    """Whether an object with `lists` of objects is itself a row, rather than what holds the rows."""
    if source.columns:
        return any(column.split(".")[0] in record for column in source.columns.values())
    if any(name.lower() in NAMES or name in NESTED for name in lists):
        return True
    found = _binding(record, source)
    if found is None or found.answer:
        return found is not None
    return not any(_binding(record[name][0], source) for name in lists)


def _binding(record: Record, source: Source) -> Binding | None:
    try:
        return bind(tuple(record), {}, source.format)
    except RowFault:
        return None


def _object_file(path: str, cursor: _Cursor, source: Source) -> Iterator[Any]:
    first = cursor.value()
    if cursor.peek() == "{":
        yield first
        yield from cursor.values()
        return
    cursor.expect_end()
    lists = [name for name, value in first.items() if isinstance(value, list) and value and isinstance(value[0], dict)]
    if not lists or _is_row(first, lists, source):
        yield first
    elif len(lists) == 1:
        yield from first[lists[0]]
    else:
        raise DataError(
            f"{path}: holds {len(lists)} lists of rows: {', '.join(lists)}", "Save each in a file of its own."
        )
