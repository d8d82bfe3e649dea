"""The `where` of a source: which records it keeps."""

import json
from typing import Any

from instructgpt_cli.data.columns import listed, normalized
from instructgpt_cli.data.renaming import path_to, value_at
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import Record
from instructgpt_cli.recipe import condition
from instructgpt_cli.suggest import nearest

VALUES_KEPT = 3
_MISSING = object()


class Filter:
    """The filter of all files of a source; `found` is true once it has kept a record."""

    def __init__(self, where: str) -> None:
        self._where, self._condition = where, condition.parse(where)
        self._records = 0
        self._columns: tuple[str, ...] = ()
        self._values: list[Any] = []
        self.found = False

    def keeps(self, record: Record) -> bool:
        """Whether the record satisfies the condition. Raises `RowFault` if the value cannot be compared."""
        value = self._value(record)
        try:
            kept = self._condition.holds(None if value is _MISSING else value)
        except TypeError as error:
            column = self._condition.column
            hint = f"where compares texts, numbers, true, false and null; a dot reaches inside: {column}.0."
            raise _NoValueFault(f"`{column}` is {error}, which where cannot compare", hint) from None
        if not self.found:
            self._remember(record, value)
            self.found = kept
        return kept

    def nothing(self) -> str:
        """The message if no record was kept."""
        message = f"none of its {self._records:,} rows satisfies where: {self._where}"
        return message if self._values else f"{message}; no row has the column `{self._condition.column}`"

    def hint(self) -> str:
        """The hint if no record was kept: a similar column name, or values of the column."""
        if self._values:
            values = ", ".join(json.dumps(value, ensure_ascii=False, default=str)[:40] for value in self._values)
            return f"`{self._condition.column}` has values such as {values}."
        names = {normalized(name): name for name in self._columns if name.strip()}
        near = nearest(normalized(self._condition.column), names)
        return f"Did you mean {names[near]}?" if near else f"The columns are {listed(self._columns)}."

    def _value(self, record: Record) -> Any:
        try:
            return value_at(record, path_to(self._condition.column, record))
        except RowFault:
            return _MISSING

    def _remember(self, record: Record, value: Any) -> None:
        self._records += 1
        self._columns = self._columns or tuple(record)
        if value is not _MISSING and len(self._values) < VALUES_KEPT and value not in self._values:
            self._values.append(value)


class _NoValueFault(RowFault):
    """It is unknown whether the row is wanted, so it cannot just be refused."""

    always = True
