"""The `where` condition of a source: one column, one comparison, one literal."""

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
    """A comparison of a column with a literal: a text, a number, true, false or null."""

    column: str
    operator: str
    literal: Any

    def holds(self, value: Any) -> bool:
        """Whether the comparison holds for the column's value.

        If the literal is a number, true or false, text is converted to one. Null, text that cannot be converted and
        values of another type are neither equal nor unequal to a literal other than null. Raises `TypeError` for a list
        or an object.
        """
        if isinstance(value, list | dict):
            raise TypeError("a list" if isinstance(value, list) else "an object")
        literal = self.literal
        if literal is None:
            return (value is None) is (self.operator == "==")
        value = _converted(literal, value)
        if value is None:
            return False
        return bool(_COMPARE[self.operator](value, literal))


def parse(text: str) -> Condition:
    """Parse a condition. Raises `ValueError`, with an example, if `text` is not one."""
    found = _FORM.fullmatch(text)
    if found is None or not found["operator"]:
        _refuse(f"{text!r} has no comparison")
    column, comparison, written = found["column"], found["operator"], found["literal"]
    if comparison == "=":
        _refuse("= does not compare: write ==")
    if len(column) > 1 and column[0] == column[-1] and column[0] in "'\"`":
        column = column[1:-1]
    if not column.strip():
        _refuse(f"no column before {comparison}")
    if "*" in column.split("."):
        _refuse(f"{column} selects several values, and a comparison needs one")
    literal = _literal(written, comparison)
    if comparison not in ("==", "!=") and (literal is None or isinstance(literal, bool)):
        _refuse(f"{written} has no order: {comparison} compares numbers or texts")
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
        _refuse("only one comparison is allowed")
    shown = written if len(written) <= 60 else written[:57] + "..."
    _refuse(f"{shown} is not a number, true, false or null, and text needs quotes")


def _converted(literal: Any, value: Any) -> Any:
    """The value converted to the literal's type; None if it cannot be."""
    if isinstance(literal, bool):
        return (
            {"true": True, "false": False}.get(value.strip().lower())
            if isinstance(value, str)
            else _if_instance(bool, value)
        )
    if isinstance(literal, str):
        return _if_instance(str, value)
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _if_instance(kind: type, value: Any) -> Any:
    return value if isinstance(value, kind) else None


def _refuse(fault: str) -> NoReturn:
    raise ValueError(f"{fault}; expected column, comparison, literal, {EXAMPLE}")
