"""Rename and unnest the columns of a record, as a recipe's `columns` maps them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from instructgpt_cli.data.columns import REFERENCES, listed, normalized
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import Record
from instructgpt_cli.suggest import nearest


def renamed(record: Record, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The record with the mapped columns renamed and all others unchanged.

    A dot reaches into an object or a list (`instances.0.output`). `*` yields one record per element of a list; columns
    with the same path to a `*` iterate together. A `*` only in the references collects all elements in one record.
    White space around a name is ignored unless a column has it.
    """
    wanted: dict[str, tuple[Any, list[str]]] = {}
    used = set()
    for name, column in columns.items():
        path = path_to(column, record)
        used.add(_key(record, path[0]))
        wanted[name] = (record, path)
    rest = {key: value for key, value in record.items() if key not in used}
    for found in _expanded(wanted, {}):
        yield {**rest, **found}


def path_to(column: str, record: Record) -> list[str]:
    """The steps from a record to a column; a single one if a column has this name, dots included."""
    return [column] if _key(record, column) is not None else column.split(".")


def value_at(record: Record, path: Sequence[str]) -> Any:
    """The value at the end of a path without `*`. Raises `RowFault` if there is none."""
    return _walk(record, list(path))[0]


def _key(record: Mapping[str, Any], name: str) -> str | None:
    """The record's own name of the column `name`; None if it has no such column."""
    if name in record:
        return name
    return next((key for key in record if key.strip() == name.strip()), None)


def _expanded(wanted: Mapping[str, tuple[Any, list[str]]], found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = {}
    for name, (start, way) in wanted.items():
        node, path = _walk(start, way)
        if path:
            waiting[name] = (node, path)
        else:
            found[name] = node
    if not waiting:
        yield found
        return
    if [name.lower() for name in waiting] == [REFERENCES]:
        ((name, (node, path)),) = waiting.items()
        yield {**found, name: _collected(node, path) or None}
        return
    elements = next(iter(waiting.values()))[0]
    if any(node is not elements for node, _ in waiting.values()):
        raise RowFault(f"the `*` of {' and '.join(waiting)} iterate over different lists")
    for element in _elements(elements, " and ".join(waiting)):
        yield from _expanded({name: (element, path[1:]) for name, (_, path) in waiting.items()}, dict(found))


def _collected(node: Any, path: list[str]) -> list[Any]:
    """All values that a path with `*` leads to."""
    node, path = _walk(node, path)
    if not path:
        return [node]
    return [value for element in _elements(node, REFERENCES) for value in _collected(element, path[1:])]


def _elements(node: Any, names: str) -> list[Any]:
    if not isinstance(node, list):
        raise RowFault(f"`*` in the column of {names} is not a list")
    return node


def _walk(node: Any, path: list[str]) -> tuple[Any, list[str]]:
    """Follow the path to its end or the next `*`. An index past the end of a list gives null: there are no answers."""
    for depth, step in enumerate(path):
        if step == "*":
            return node, path[depth:]
        if node is None:
            return None, []
        key = _key(node, step) if isinstance(node, dict) else None
        if key is not None:
            node = node[key]
        elif isinstance(node, list) and step.strip().isdecimal():
            node = node[int(step)] if int(step) < len(node) else None
        else:
            raise _no_column(path, depth, node)
    return node, []


def _no_column(path: Sequence[str], depth: int, node: Any) -> RowFault:
    """The fault of a path whose step `depth` does not exist, with a similar column name."""
    message = f"no column `{'.'.join(path[: depth + 1])}`"
    if not isinstance(node, dict):
        return RowFault(message)
    keys = [str(key) for key in node]
    names = {normalized(key): key.strip() for key in keys}
    near = nearest(normalized(path[depth]), names)
    hint = f"Did you mean {'.'.join([*path[:depth], names[near]])}?" if near else ""
    return RowFault(f"{message}; there are {listed(keys)}" if keys else f"{message} in an empty object", hint)
