"""JSON objects: read whole from files that people and other programs leave, and written without NaN and infinities."""

import json
import math
from collections.abc import Mapping
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


def finite(value: Any) -> Any:
    """The value with null in place of NaN and infinities, which JSON does not have."""
    if isinstance(value, Mapping):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
