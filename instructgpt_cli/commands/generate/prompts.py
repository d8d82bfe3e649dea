"""The prompts of `generate`: the command line, a file, the recipe or standard input -> rows."""

import math
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from instructgpt_cli.data import listing, paths, sources
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.errors import DataError, UsageError
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.schema import Generate
from instructgpt_cli.system import atomic_files

STANDARD_INPUT = "standard input"


def read_prompts(settings: Generate, prompts: Sequence[str], path: str | None) -> list[Row]:
    """The rows to answer, from the first of: the command line (`prompts`, `path`), the recipe, standard input.

    A line of a text file is an instruction. A row of any other file has the format of training data: its last answer is
    ignored, and raw text is continued. Raises `UsageError` if there are no rows.
    """
    if prompts or path is not None:
        rows = _from(prompts, path)
    else:
        rows = _from(settings.prompts, settings.input)
        if not rows and not sys.stdin.isatty():
            rows = _from((), "-")
    if not rows:
        raise UsageError("no prompts", "Give --prompt TEXT or --input FILE, pipe prompts in, or use --chat.")
    return rows


def unread_prompt_files(settings: Generate, prompts: Sequence[str], path: str | None) -> str:
    """The files next to those with the prompts that are not read, for a message; empty if there are none."""
    named = path if prompts or path is not None else settings.input
    return listing.unread_files(_source(named)) if named and named != "-" else ""


def shown(row: Row) -> str:
    """The row's prompt for people: its last question, or its text."""
    if row.text is not None:
        return row.text
    return next((m.content for m in reversed(row.messages) if m.role == "user"), "")


def _from(prompts: Sequence[str], path: str | None) -> list[Row]:
    asked = [Row("--prompt", index, messages=(Message("user", text),)) for index, text in enumerate(prompts)]
    if path is None:
        return asked
    return asked + (_standard_input() if path == "-" else list(_file(path)))


def _source(path: str) -> Source:
    try:
        # Lines of a text file are prompts, whatever they look like; in a folder, the file names decide.
        return Source(path=path, document="line", format="text" if paths.kind(path) == "txt" else "auto")
    except ValidationError as error:
        raise UsageError(f"--input: {error.errors()[0]['msg'].removeprefix('Value error, ')}") from None


def _file(path: str) -> Iterator[Row]:
    source = _source(path)
    try:
        for row in _joined(sources.rows(source, strict=True)):
            row.columns = _as_json(row.columns)
            if row.text is not None and paths.kind(row.source) == "txt":
                row = replace(row, text=None, messages=(Message("user", row.text),))
            yield row
    except DataError as error:
        hint = "Name the column of prompts `prompt`, or give a text file with a prompt per line."
        raise DataError(error.message, hint if "columns:" in error.hint else error.hint) from None


def _as_json(value: Any) -> Any:
    """The value as JSON: other types (dates, decimals) as text, NaN as null."""
    if isinstance(value, Mapping):
        return {str(key): _as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, str | int) else str(value)


def _joined(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows with the blocks of a long text joined: training takes them one by one, a prompt is all of them."""
    held: Row | None = None
    for row in rows:
        if held is not None and not row.opens:
            held = replace(held, text=(held.text or "") + (row.text or ""), closes=row.closes)
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _standard_input() -> list[Row]:
    """The rows of standard input: JSON Lines if it begins with a brace, else a prompt per line."""
    with tempfile.TemporaryDirectory() as folder:
        spool = Path(folder) / "input"
        with atomic_files.naming(spool), spool.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        with spool.open("rb") as file:
            start = file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
        if not start:
            return []
        named = spool.rename(spool.with_suffix(".jsonl" if start.startswith(b"{") else ".txt"))
        try:
            return [replace(row, source=STANDARD_INPUT) for row in _file(str(named))]
        except DataError as error:
            raise DataError(error.message.replace(str(named), STANDARD_INPUT), error.hint) from None
