"""What a run left, read back: each file in the form that it was written in, or refused by name."""

import json
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from instructgpt_cli.errors import UsageError

T = TypeVar("T")


def read(path: Path, form: TypeAdapter[T]) -> T | None:
    """A JSON file; None where there is none. Raises `UsageError` saying where it has another form."""
    if not path.exists():
        return None
    return parse(path.read_text(encoding="utf-8", errors="replace"), form, str(path), "file")


def read_lines(path: Path, form: TypeAdapter[T]) -> list[T]:
    """Every whole line of a JSONL file; a torn last line (a crash while writing) is left out. Raises `UsageError` for
    a line of another form."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
    return [parse(line, form, f"{path}:{number}", "line") for number, line in enumerate(lines, 1)]


def parse(text: str, form: TypeAdapter[T], place: str, what: str) -> T:
    """One JSON value. Raises `UsageError` naming its `place` where it has another form; `what` is to be removed."""
    try:
        value: Any = json.loads(text)
        return form.validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        within = ".".join(map(str, first["loc"]))
        fault = f"{within}: {first['msg']}" if within else first["msg"]
    except (ValueError, RecursionError):
        fault = "no JSON"
    raise UsageError(f"{place}: is damaged ({fault})", f"Remove the {what}: the rest of the page is made without it.")
