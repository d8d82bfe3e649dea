"""Files of a run, read and validated."""

import json
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from instructgpt_cli.errors import UsageError

T = TypeVar("T")


def read(path: Path, form: TypeAdapter[T]) -> T | None:
    """The value of a JSON file; None if there is no file. Raises `UsageError` if it does not have the form."""
    if not path.exists():
        return None
    return parse(path.read_text(encoding="utf-8", errors="replace"), form, str(path), "file")


def read_lines(path: Path, form: TypeAdapter[T]) -> list[T]:
    """The value of every complete line of a JSON Lines file; an incomplete last line, left by a crash, is ignored.

    Raises `UsageError` for a line that does not have the form.
    """
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
    return [parse(line, form, f"{path}:{number}", "line") for number, line in enumerate(lines, 1)]


def parse(text: str, form: TypeAdapter[T], place: str, what: str) -> T:
    """The value of a JSON text.

    Raises `UsageError` if it does not have the form: the message names its `place`, the hint `what` to remove.
    """
    try:
        value: Any = json.loads(text)
        return form.validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        within = ".".join(map(str, first["loc"]))
        fault = f"{within}: {first['msg']}" if within else first["msg"]
    except (ValueError, RecursionError):
        fault = "not JSON"
    raise UsageError(f"{place}: is damaged ({fault})", f"Remove the {what}: the report is made without it.")
