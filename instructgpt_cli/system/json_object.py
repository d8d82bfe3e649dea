"""JSON files that hold one object, as people and other programs leave them: read whole, or refused with the reason."""

import json
from pathlib import Path
from typing import Any

LARGEST = 100_000_000  # bytes


class MalformedJson(ValueError):
    """A file that does not hold one JSON object. The text says why, for a message that names the file."""


def read_object(path: Path, largest: int = LARGEST) -> dict[str, Any]:
    """The object in a JSON file of at most `largest` bytes.

    Raises `MalformedJson` for anything else that the file holds, `OSError` where it cannot be read.
    """
    with path.open("rb") as file:
        raw = file.read(largest + 1)
    if len(raw) > largest:
        raise MalformedJson(f"it has more than {largest:,} bytes")
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MalformedJson(f"byte {error.start} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise MalformedJson(f"line {error.lineno}, column {error.colno}: {error.msg}") from None
    except ValueError as error:  # an integer of more digits than Python converts
        raise MalformedJson(str(error)) from None
    except RecursionError:
        raise MalformedJson("it is nested too deeply") from None
    if not isinstance(value, dict):
        raise MalformedJson("it holds no JSON object")
    return value
