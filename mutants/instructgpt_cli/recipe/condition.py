"""`where` of a source: one column, one comparison, one literal."""

import json
import math
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

EXAMPLE = """such as where: "label == true", "score >= 4.5" or "language == 'en'\""""

_FORM = re.compile(r"\s*(?P<column>[^=!<>]*?)\s*(?P<operator>[=!<>]=|[=<>]|$)\s*(?P<literal>.*?)\s*", re.DOTALL)
_WORDS = {"True": True, "False": False, "None": None, "true": True, "false": False, "null": None}
_JOINED = re.compile(r"\s(and|or|&&|\|\|)\s")

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must fulfil. `literal` is a text, a number, true, false or null."""

    column: str
    operator: str
    literal: Any

    def holds(self, value: Any) -> bool:
        """Whether the value of the column fulfils it: text is read as a number, or as true or false, where the literal
        is one. Null, text that cannot be read so, and another kind of value are neither equal nor unequal to a literal
        that is not null. Raises `TypeError` for a list or an object."""
        if isinstance(value, list | dict):
            raise TypeError("a list" if isinstance(value, list) else "an object")
        literal = self.literal
        if literal is None:
            return (value is None) is (self.operator == "==")
        value = _as(literal, value)
        if value is None:
            return False
        return bool(_COMPARE[self.operator](value, literal))


def parse(text: str) -> Condition:
    """Raises `ValueError`, with an example, for what is no condition."""
    found = _FORM.fullmatch(text)
    if found is None or not found["operator"]:
        _refuse(f"{text!r} has no comparison")
    column, comparison, written = found["column"], found["operator"], found["literal"]
    if comparison == "=":
        _refuse("= is no comparison: == compares")
    if len(column) > 1 and column[0] == column[-1] and column[0] in "'\"`":
        column = column[1:-1]
    if not column.strip():
        _refuse(f"no column before {comparison}")
    if "*" in column.split("."):
        _refuse(f"{column} stands for several values: a row is compared by one")
    literal = _literal(written, comparison)
    if comparison not in ("==", "!=") and (literal is None or isinstance(literal, bool)):
        _refuse(f"{written} has no order: {comparison} compares numbers and texts")
    return Condition(column, comparison, literal)


def _literal(written: str, comparison: str) -> Any:
    if not written:
        _refuse(f"nothing after {comparison}")
    if written in _WORDS:
        return _WORDS[written]
    if len(written) > 1 and written[0] == written[-1] == "'" and "'" not in written[1:-1]:
        return written[1:-1]
    try:
        literal = json.loads(written)
    except (ValueError, RecursionError):
        literal = ...
    if isinstance(literal, str | int) or (isinstance(literal, float) and math.isfinite(literal)):
        return literal
    if _JOINED.search(f"{written} "):
        _refuse("one comparison, and no more")
    shown = written if len(written) <= 60 else written[:57] + "..."
    _refuse(f"{shown} is no number, true, false or null, and text stands in quotes")


def _as(literal: Any, value: Any) -> Any:
    """The value as what it is compared with is; None where it is nothing of the kind."""
    if isinstance(literal, bool):
        return (
            {"true": True, "false": False}.get(value.strip().lower()) if isinstance(value, str) else _only(bool, value)
        )
    if isinstance(literal, str):
        return _only(str, value)
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _only(kind: type, value: Any) -> Any:
    return value if isinstance(value, kind) else None


def _refuse(fault: str) -> NoReturn:
    raise ValueError(f"{fault}; it reads column, comparison, literal, {EXAMPLE}")
