"""A recipe's source -> rows, one at a time, and the fingerprint of what they are made of."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from instructgpt_cli.data import hub, readers
from instructgpt_cli.data.columns import check_names
from instructgpt_cli.data.convert import Converter
from instructgpt_cli.data.filtering import Filter
from instructgpt_cli.data.listing import local_files
from instructgpt_cli.data.paths import kind, text_chunks, unix_line_ends
from instructgpt_cli.data.readers import NUMBERED_BY_ROW
from instructgpt_cli.data.turns import ReferenceFault, RowFault
from instructgpt_cli.data.types import ADVICE, LEFT_OUT, MAX_DEPTH, Record, Row, place
from instructgpt_cli.errors import DataError, UsageError
from instructgpt_cli.recipe.schema import Source
from instructgpt_cli.system.offline import is_local

FIRST_KEYS = ("format", "columns", "system", "document", "rows", "name", "split", "revision")
"""Of the keys of a source those that are in every fingerprint; younger ones are where they say something, so that runs
begun before them go on."""
BLOCK = 1 << 18
"""Characters of raw text that one row holds at most; a longer document goes on in the next row."""
HOPELESS = 100
"""Where the first so many rows of a file are all faulty, it is laid out otherwise than the recipe says."""


def rows(source: Source, *, need_answers: bool = False, strict: bool = False, left_out: bool = False) -> Iterator[Row]:
    """Streams the rows of a source, file after file; memory stays flat.

    `row.source` is the file (or hub data set), `row.index` the row's number in it from 0; the blocks of one long text
    share their number. Rows that hold only prompts have no assistant turn; with `need_answers` they are a fault. A row
    that is none is a refused one, with `strict` a fault; `strict` also fills `row.columns`. With `left_out` the rows
    that `where` leaves out come too, empty and marked so: to be counted.
    Raises `DataError` naming file and line or row, `UsageError` for a wrong `columns`, or what only the hub has.
    """
    check_names(source.columns)
    _check_hub_keys(source)
    found = first(_all_rows(source, need_answers=need_answers, strict=strict), source.rows)
    if source.part is not None:
        found = _part(found, source, *source.part)
    return found if left_out or source.where is None else (row for row in found if row.refused != LEFT_OUT)


def first(found: Iterable[Row], most: int | None) -> Iterator[Row]:
    """The first so many rows, those that are left out not counted."""
    if most is None:
        yield from found
        return
    left = most
    for row in found:
        left -= row.refused != LEFT_OUT
        if left < 0:
            return
        yield row
        if left == 0:
            return


def _check_hub_keys(source: Source) -> None:
    """A split that nobody looks for would give the rows to learn from once more, to be scored on."""
    for key in ("name", "split", "revision"):
        value = getattr(source, key)
        if value != Source.model_fields[key].default and is_local(source.path):
            hint = "Name the files to read as its path; `rows` takes the first so many of them."
            raise UsageError(f"{source.path}: {key}: {value}: is for data sets of the hub", hint)


def _part(found: Iterable[Row], source: Source, first: float, last: float) -> Iterator[Row]:
    """The rows of one part; a document in blocks goes with its first."""
    empty, inside = True, False
    for row in found:
        if row.refused == LEFT_OUT:
            yield row
            continue
        if row.opens:
            inside = first <= _place(row) < last
        if inside:
            empty = False
            yield row
    if empty:
        whole = " Raw text in one file is one row; `document: paragraph` makes one of each block."
        raise DataError(
            f"{source.path}: none of its rows is in the part from {first:g} to {last:g}",
            f"Take a greater share, or rows of their own.{whole if row.text is not None else ''}",
        )


def _place(row: Row) -> float:
    """From 0 up to 1, evenly over rows, and the same wherever a row stands and whatever stands beside it."""
    said = row.text if row.text is not None else "\n".join(f"{turn.role} {turn.content}" for turn in row.messages)
    words = row.group or said or f"row {row.index}"
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest) >> 11) / 2**53


def fingerprint(source: Source) -> str:
    """Hex digest of a source's contents and of how they are read, whatever the files are called: a cache key.

    Local files are hashed whole, at a gigabyte a second or more, once a process; a hub data set counts by its commit.
    """
    defaults = {name: field.default for name, field in Source.model_fields.items()}
    apart = {"path", "weight", *(key for key, value in source if key not in FIRST_KEYS and value == defaults[key])}
    digest = hashlib.sha256(json.dumps(source.model_dump(exclude=apart), sort_keys=True).encode())
    if is_local(source.path):
        for path in local_files(source):
            try:
                stat = Path(path).stat()
                content = _content_digest(path, stat.st_ino, stat.st_size, stat.st_mtime_ns)
            except OSError as error:
                raise DataError(f"{path}: cannot be read: {error.strerror}") from None
            digest.update(f"{kind(path) or 'txt'} {content}\n".encode())
    else:
        digest.update(f"{source.path} {hub.commit(source)}".encode())
    return digest.hexdigest()


@lru_cache(maxsize=4096)
def _content_digest(path: str, inode: int, size: int, mtime_ns: int) -> str:
    """The file's state is part of the key, so that a file that changes while the process runs is hashed again."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _all_rows(source: Source, *, need_answers: bool, strict: bool) -> Iterator[Row]:
    kept = Filter(source.where) if source.where is not None else None
    for path in local_files(source) if is_local(source.path) else [source.path]:
        if is_local(path) and source.document == "file" and readers.is_document(path, source):
            if kept is not None:
                hint = "`document: line` or `paragraph` makes rows with the column `text`."
                raise UsageError(f"{path}: where: {source.where}: raw text has no columns", hint)
            yield from _document_rows(path)
        else:
            yield from _records_rows(source, path, kept, need_answers=need_answers, strict=strict)
    if kept is not None and not kept.found:
        raise DataError(f"{source.path}: {kept.nothing()}", kept.hint())


def _document_rows(path: str) -> Iterator[Row]:
    empty = True
    for row in _blocks(Row(path, 0, "", line=1), unix_line_ends(text_chunks(path))):
        empty = False
        yield row
    if empty:
        raise DataError(f"{path}: no rows in it")


def _records_rows(
    source: Source, shown: str, kept: Filter | None, *, need_answers: bool, strict: bool
) -> Iterator[Row]:
    local = is_local(source.path)
    records: Iterator[tuple[int, Record | RowFault]] = readers.records(shown, source) if local else hub.records(source)
    by_line = local and kind(shown) not in NUMBERED_BY_ROW
    converter = Converter(source, shown)
    names = {column: name for name, column in source.columns.items()}
    index = good = bad = 0
    first_fault: DataError | None = None
    for number, raw in records:
        line = number if by_line else 0
        try:
            if isinstance(raw, RowFault):
                raise raw
            if kept is not None and not kept.keeps(raw):
                yield Row(shown, index, refused=LEFT_OUT, fault=LEFT_OUT, line=line)
                index += 1
                continue
            for record in converter.records(raw):
                row = _sound(converter.row(record, index))
                row.line = line
                if strict and row.layout:
                    row.columns = {column: record[names.get(column, column)] for column in row.layout.unused}
                if need_answers and not good and not row.fault:
                    _expect_answers(row, converter)
                good += not row.fault
                if row.text is not None and len(row.text) > BLOCK:
                    yield from _blocks(row, [row.text])
                else:
                    yield row
                index += 1
        except RowFault as fault:
            hint = fault.hint
            if converter.layout is None and local and kind(shown) in ("csv", "tsv"):
                hint += ' A file without a header: columns: {prompt: "0", completion: "1"}.'
            error = DataError(f"{place(shown, number, line)}: {fault.message}", hint)
            if strict or fault.always or converter.layout is None:
                raise error from None
            bad, first_fault = bad + 1, first_fault or error
            if bad == HOPELESS and not good:
                raise first_fault from None
            sentence = f"{fault.message}. {fault.hint}" if fault.hint else fault.message
            yield Row(shown, index, refused="malformed", fault=sentence, line=line)
            index += 1
    if index == 0:
        raise DataError(f"{shown}: no rows in it", "" if local else f"Is `split: {source.split}` the one you mean?")


def _sound(row: Row) -> Row:
    """The row, or an empty one in its place that says what is wrong with its characters. Raises `RowFault` where its
    structure is too deep for a template, or where it is a reference's characters: what is learnt must not depend on
    them."""
    words = [row.text or "", row.task or "", row.group or "", *(message.content for message in row.messages)]
    if row.tools or any(message.extra for message in row.messages):
        more = [row.tools, [message.extra for message in row.messages]]
        if _is_deep(more):
            raise RowFault(f"nested more than {MAX_DEPTH} levels deep")
        words.append(json.dumps(more, ensure_ascii=False, default=str))
    if broken := _no_character(row.references):
        raise ReferenceFault(f"a reference: {broken}", ADVICE["not unicode"])
    if broken := _no_character(words):
        return Row(row.source, row.index, refused="not unicode", fault=broken, layout=row.layout)
    return row


def _no_character(texts: Iterable[str]) -> str:
    """What in them is half of a surrogate pair; empty where nothing is."""
    try:
        for text in texts:
            if not text.isascii():
                text.encode()
    except UnicodeEncodeError as error:
        return f"U+{ord(error.object[error.start]):04X} in it is half of a surrogate pair: no character"
    return ""


def _is_deep(value: Any) -> bool:
    """Whether a value is nested deeper than what a template does with it could follow."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for item in level
            if isinstance(item, list | tuple | dict)
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
    return bool(level)


def _expect_answers(row: Row, converter: Converter) -> None:
    assert converter.layout is not None
    if converter.layout.references:  # a row may well have none
        return
    if row.text is None and row.messages and not any(message.role == "assistant" for message in row.messages):
        hint = "They serve `generate`. To learn from them or score them, say columns: {completion: COLUMN}."
        raise _NoAnswersFault(f"prompts without answers: {converter.layout}", hint)


class _NoAnswersFault(RowFault):
    """All rows of the file are prompts, not this one alone."""

    always = True


def _blocks(document: Row, chunks: Iterable[str]) -> Iterator[Row]:
    """Cuts a document into rows of at most BLOCK characters, at line ends where there are any, else at spaces.

    Nothing but white space is no document.
    """
    held, opens = "", True
    for chunk in chunks:
        held += chunk
        at = 0
        while len(held) - at > BLOCK:
            end = held.rfind("\n", at, at + BLOCK) + 1 or held.rfind(" ", at, at + BLOCK) + 1 or at + BLOCK
            yield replace(document, text=held[at:end], opens=opens, closes=False)
            at, opens = end, False
        held = held[at:]
    if held.strip() or not opens:
        yield replace(document, text=held, opens=opens, closes=True)
