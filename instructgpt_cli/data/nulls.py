"""Null fields that Arrow added.

Arrow gives each object of a column every field that any of them has, null if absent. If these stayed, each tool call
would be trained with the arguments of all other tools. Objects from Arrow are `Struct`s; JSON that was written from
Arrow is recognized by its shape.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from instructgpt_cli.data.types import MAX_DEPTH


class Struct(dict[str, Any]):
    """An object from Arrow: its null fields count as absent."""


def without_added_nulls(value: Any, depth: int = 0) -> Any:
    """The value without the null fields of `Struct`s, at any depth. Other objects keep their nulls, which were written
    as such in JSON."""
    if depth > MAX_DEPTH:
        return value
    if type(value) is Struct:
        return {key: without_added_nulls(field, depth + 1) for key, field in value.items() if field is not None}
    if type(value) is list and any(isinstance(item, Struct | list) for item in value):
        return [without_added_nulls(item, depth + 1) for item in value]
    return value


def with_structs(record: Mapping[str, Any], turns: Iterable[str], tools: str) -> Mapping[str, Any]:
    """The record, with its objects as `Struct`s if the `turns` or `tools` columns show that the JSON was written from
    Arrow."""
    if any(_turns_from_arrow(record[column]) for column in turns if column) or (
        tools and _tools_from_arrow(record[tools])
    ):
        return {key: _as_structs(value) for key, value in record.items()}
    return record


def _turns_from_arrow(turns: Any) -> bool:
    """Whether all turns have the same keys, with nulls for absent calls and the like. Hand-written rows do
    not have them."""
    if type(turns) is not list or not turns or type(turns[0]) is not dict:
        return False
    keys = turns[0].keys()
    if len(keys) <= 2 or not all(type(turn) is dict and turn.keys() == keys for turn in turns):  # a role and a content
        return False
    nested = {key for turn in turns for key, value in turn.items() if isinstance(value, dict | list)}
    return any(turn[key] is None for turn in turns for key in nested - {"content"})


def _tools_from_arrow(tools: Any) -> bool:
    """Whether a tool has a null parameter, which belongs to another tool."""
    if type(tools) is not list or not all(type(tool) is dict for tool in tools):
        return False
    functions = [tool.get("function", tool) for tool in tools]
    return any(type(function) is dict and _null_property(function.get("parameters")) for function in functions)


def _null_property(schema: Any, depth: int = 0) -> bool:
    if type(schema) is not dict or depth > MAX_DEPTH:
        return False
    properties = schema.get("properties")
    inside = list(properties.values()) if type(properties) is dict else []
    return None in inside or any(_null_property(each, depth + 1) for each in (*inside, schema.get("items")))


def _as_structs(value: Any, depth: int = 0) -> Any:
    if depth <= MAX_DEPTH and type(value) is dict:
        return Struct({key: _as_structs(field, depth + 1) for key, field in value.items()})
    if depth <= MAX_DEPTH and type(value) is list:
        return [_as_structs(item, depth + 1) for item in value]
    return value
