"""Stream the rows of a recipe's source, and fingerprint its contents."""

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
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.system.offline import is_local

ALWAYS_HASHED = ("format", "columns", "system", "document", "rows", "name", "split", "revision")
"""Keys of a source that are in every fingerprint. Newer keys are included only if set, so that older runs resume."""
BLOCK_CHARACTERS = 1 << 18
"""Most characters of raw text in one row; a longer document continues in the next row."""
MAX_LEADING_FAULTS = 100
"""If this many rows at the start of a file are all faulty, the recipe does not describe its layout."""


def rows(source: Source, *, need_answers: bool = False, strict: bool = False, left_out: bool = False) -> Iterator[Row]:
    """Stream the rows of a source, file by file, in constant memory.

    `row.source` is the file (or Hub dataset), `row.index` the row's number in it from 0; the blocks of one long text
    share their number. Prompts without answers have no assistant turn; with `need_answers` they are a fault. Faulty
    rows are refused rows, or raise with `strict`, which also fills `row.columns`. With `left_out`, rows that `where`
    leaves out are yielded too, empty and marked, to be counted.
    Raises `DataError` with file and line or row, `UsageError` for a wrong `columns` or a Hub-only key.
    """
    check_names(source.columns)
    _check_hub_keys(source)
    found = first(_all_rows(source, need_answers=need_answers, strict=strict), source.rows)
    if source.part is not None:
        found = _part(found, source, *source.part)
    return found if left_out or source.where is None else (row for row in found if row.refused != LEFT_OUT)


def first(found: Iterable[Row], most: int | None) -> Iterator[Row]:
    """The first `most` rows, not counting those left out."""
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
    """Refuse Hub-only keys of local files: an ignored `split` would evaluate on the training rows."""
    for key in ("name", "split", "revision"):
        value = getattr(source, key)
        if value != Source.model_fields[key].default and is_local(source.path):
            hint = "Set `path` to the files to read; `rows` limits the number of rows."
            raise UsageError(f"{source.path}: {key}: {value}: is only for Hub datasets", hint)


def _part(found: Iterable[Row], source: Source, first: float, last: float) -> Iterator[Row]:
    """The rows of one part; all blocks of a document go with the first."""
    empty, inside = True, False
    for row in found:
        if row.refused == LEFT_OUT:
            yield row
            continue
        if row.opens:
            inside = first <= _part_position(row) < last
        if inside:
            empty = False
            yield row
    if empty:
        hint = " Raw text in one file is one row; `document: paragraph` makes a row of each paragraph."
        raise DataError(
            f"{source.path}: none of its rows is in the part from {first:g} to {last:g}",
            f"Use a larger share, or a separate source.{hint if row.text is not None else ''}",
        )


def _part_position(row: Row) -> float:
    """A hash of the row in [0, 1), uniform over rows and independent of their order and neighbours."""
    content = row.text if row.text is not None else "\n".join(f"{turn.role} {turn.content}" for turn in row.messages)
    key = row.group or content or f"row {row.index}"
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest) >> 11) / 2**53


def fingerprint(source: Source) -> str:
    """Hex digest of a source's contents and of how they are read, regardless of file names: a cache key.

    Local files are hashed in full, at a gigabyte per second or more, once per process; a Hub dataset by its commit.
    """
    defaults = {name: field.default for name, field in Source.model_fields.items()}
    unset = {key for key, value in source if key not in ALWAYS_HASHED and value == defaults[key]}
    settings = source.model_dump(exclude={"path", "weight", *unset})
    digest = hashlib.sha256(json.dumps(settings, sort_keys=True).encode())
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
    """Size and times are part of the cache key, so that a file that changes meanwhile is hashed again."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _all_rows(source: Source, *, need_answers: bool, strict: bool) -> Iterator[Row]:
    kept = Filter(source.where) if source.where is not None else None
    for path in local_files(source) if is_local(source.path) else [source.path]:
        if is_local(path) and source.document == "file" and readers.is_document(path, source):
            if kept is not None:
                hint = "`document: line` or `paragraph` makes rows with a `text` column."
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
        raise DataError(f"{path}: has no rows")


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
                row = _checked(converter.row(record, index))
                row.line = line
                if strict and row.layout:
                    row.columns = {column: record[names.get(column, column)] for column in row.layout.unused}
                if need_answers and not good and not row.fault:
                    _require_answers(row, converter)
                good += not row.fault
                if row.text is not None and len(row.text) > BLOCK_CHARACTERS:
                    yield from _blocks(row, [row.text])
                else:
                    yield row
                index += 1
        except RowFault as fault:
            hint = fault.hint
            if converter.layout is None and local and kind(shown) in ("csv", "tsv"):
                hint += ' For a file without a header: columns: {prompt: "0", completion: "1"}.'
            error = DataError(f"{place(shown, number, line)}: {fault.message}", hint)
            if strict or fault.always or converter.layout is None:
                raise error from None
            bad, first_fault = bad + 1, first_fault or error
            if bad == MAX_LEADING_FAULTS and not good:
                raise first_fault from None
            sentence = f"{fault.message}. {fault.hint}" if fault.hint else fault.message
            yield Row(shown, index, refused="malformed", fault=sentence, line=line)
            index += 1
    if index == 0:
        raise DataError(f"{shown}: has no rows", "" if local else f"Is `split: {source.split}` the right one?")


def _checked(row: Row) -> Row:
    """The row, or an empty one whose fault describes an invalid character.

    Raises `RowFault` if the row is nested too deeply for a template, or if the invalid character is in a reference:
    references must not decide which rows are trained on.
    """
    words = [row.text or "", row.task or "", row.group or "", *(message.content for message in row.messages)]
    if row.tools or any(message.extra for message in row.messages):
        more = [row.tools, [message.extra for message in row.messages]]
        if _is_deep(more):
            raise RowFault(f"nested more than {MAX_DEPTH} levels deep")
        words.append(json.dumps(more, ensure_ascii=False, default=str))
    if broken := _surrogate_fault(row.references):
        raise ReferenceFault(f"a reference {broken}", ADVICE["not unicode"])
    if broken := _surrogate_fault(words):
        return Row(row.source, row.index, refused="not unicode", fault=broken, layout=row.layout)
    return row


def _surrogate_fault(texts: Iterable[str]) -> str:
    """The fault of an unpaired surrogate in the texts; empty if there is none."""
    try:
        for text in texts:
            if not text.isascii():
                text.encode()
    except UnicodeEncodeError as error:
        return f"contains U+{ord(error.object[error.start]):04X}, half of a surrogate pair"
    return ""


def _is_deep(value: Any) -> bool:
    """Whether a value is nested more than MAX_DEPTH levels deep."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for item in level
            if isinstance(item, list | tuple | dict)
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
    return bool(level)


def _require_answers(row: Row, converter: Converter) -> None:
    assert converter.layout is not None
    if converter.layout.references:  # a row may well have none
        return
    if row.text is None and row.messages and not any(message.role == "assistant" for message in row.messages):
        hint = "They are for `generate`. To train on or score them, set columns: {completion: COLUMN}."
        raise _NoAnswersFault(f"prompts without answers: {converter.layout}", hint)


class _NoAnswersFault(RowFault):
    """All rows of the file are prompts, not just this one."""

    always = True


def _blocks(document: Row, chunks: Iterable[str]) -> Iterator[Row]:
    """Split a document into rows of at most BLOCK_CHARACTERS, at line ends if possible, else at spaces.

    A document of white space gives no rows.
    """
    held, opens = "", True
    for chunk in chunks:
        held += chunk
        at = 0
        while len(held) - at > BLOCK_CHARACTERS:
            limit = at + BLOCK_CHARACTERS
            end = held.rfind("\n", at, limit) + 1 or held.rfind(" ", at, limit) + 1 or limit
            yield replace(document, text=held[at:end], opens=opens, closes=False)
            at, opens = end, False
        held = held[at:]
    if held.strip() or not opens:
        yield replace(document, text=held, opens=opens, closes=True)
