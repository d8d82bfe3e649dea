"""Null fields that nobody wrote.

Arrow gives each object of a column every field that any of them has, null where it has not. Left in, the arguments of
one tool's call would be learnt with those of all others. Where the columns' types are known, such objects come as
`Struct`s; where JSON was written from them, its own shape shows it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from instructgpt_cli.data.types import MAX_DEPTH


class Struct(dict[str, Any]):
    """An object of Arrow: a null field of it is as good as none."""


def without_padding(value: Any, depth: int = 0) -> Any:
    """The value without the null fields of `Struct`s, at any depth. What is no `Struct` keeps its nulls: it wrote them
    itself, as JSON."""
    if depth > MAX_DEPTH:
        return value
    if type(value) is Struct:
        return {key: without_padding(field, depth + 1) for key, field in value.items() if field is not None}
    if type(value) is list and any(isinstance(item, Struct | list) for item in value):
        return [without_padding(item, depth + 1) for item in value]
    return value


def marked(record: Mapping[str, Any], turns: Iterable[str], tools: str) -> Mapping[str, Any]:
    """The record, with `Struct`s for its objects where one of its columns of `turns`, or that of `tools`, shows that it
    is JSON that was written from Arrow."""
    if any(_padded_turns(record[column]) for column in turns if column) or (tools and _padded_tools(record[tools])):
        return {key: _as_structs(value) for key, value in record.items()}
    return record


def _padded_turns(turns: Any) -> bool:
    """Whether all turns have the same keys, null where a turn has no calls or the like: no turn by hand has such a
    key."""
    if type(turns) is not list or not turns or type(turns[0]) is not dict:
        return False
    keys = turns[0].keys()
    if len(keys) <= 2 or not all(type(turn) is dict and turn.keys() == keys for turn in turns):  # a role and a content
        return False
    nested = {key for turn in turns for key, value in turn.items() if isinstance(value, dict | list)}
    return any(turn[key] is None for turn in turns for key in nested - {"content"})


def _padded_tools(tools: Any) -> bool:
    """Whether a tool has a parameter that is null: one that another tool has."""
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
