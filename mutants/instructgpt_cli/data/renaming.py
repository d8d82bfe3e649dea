"""A record of a file's columns -> records of the project's names, as a recipe's `columns` says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from instructgpt_cli.data.columns import REFERENCES, listed, plain
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import Record
from instructgpt_cli.suggest import nearest


def renamed(record: Record, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The record under the project's names, beside those of its columns that `columns` does not use.

    A dot reaches into an object or a list (`instances.0.output`). `*` stands for every element of a list and gives one
    record for each; columns that share the way to a `*` run through the list together. A `*` that only the references
    have gives them all to one record. White space around a name does not count where no column has it.
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
    """The steps from a record to a column: one, where a column is called so, dots and all."""
    return [column] if _key(record, column) is not None else column.split(".")


def value_at(record: Record, path: Sequence[str]) -> Any:
    """The value at the end of a path without `*`. Raises `RowFault` where there is none."""
    return _walk(record, list(path))[0]


def _key(record: Mapping[str, Any], name: str) -> str | None:
    """What a record calls the column `name`; None where it has none."""
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
        yield {**found, name: _gathered(node, path) or None}
        return
    elements = next(iter(waiting.values()))[0]
    if any(node is not elements for node, _ in waiting.values()):
        raise RowFault(f"the columns of {' and '.join(waiting)} run through different lists with `*`")
    for element in _elements(elements, " and ".join(waiting)):
        yield from _expanded({name: (element, path[1:]) for name, (_, path) in waiting.items()}, dict(found))


def _gathered(node: Any, path: list[str]) -> list[Any]:
    """The values at the ends of a path, whatever lists its `*` run through."""
    node, path = _walk(node, path)
    if not path:
        return [node]
    return [value for element in _elements(node, REFERENCES) for value in _gathered(element, path[1:])]


def _elements(node: Any, names: str) -> list[Any]:
    if not isinstance(node, list):
        raise RowFault(f"`*` in the column of {names} stands for no list")
    return node


def _walk(node: Any, path: list[str]) -> tuple[Any, list[str]]:
    """Follows the path to its end, or to the next `*`. An index past a list's end gives null: a list of no answers."""
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
    """The fault of a path whose step number `depth` leads to nothing, with the column that was perhaps meant."""
    message = f"no column `{'.'.join(path[: depth + 1])}`"
    if not isinstance(node, dict):
        return RowFault(message)
    keys = [str(key) for key in node]
    names = {plain(key): key.strip() for key in keys}
    near = nearest(plain(path[depth]), names)
    hint = f"Did you mean {'.'.join([*path[:depth], names[near]])}?" if near else ""
    return RowFault(f"{message}; there are {listed(keys)}" if keys else f"{message} in an empty object", hint)
