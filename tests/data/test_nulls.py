"""Nulls that Arrow added are removed, nulls that somebody wrote are kept."""

from typing import Any

from instructgpt_cli.data.nulls import Struct, with_structs, without_added_nulls

CALL = {"name": "f", "arguments": {"x": 1, "y": None}}
PADDED = [
    {"role": "user", "content": "a", "tool_calls": None},
    {"role": "assistant", "content": "b", "tool_calls": [CALL]},
]
WRITTEN = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b", "tool_calls": [CALL]}]


def tool(**properties: Any) -> dict[str, Any]:
    return {"type": "function", "function": {"name": "f", "parameters": {"properties": properties}}}


def test_null_fields_of_structs_are_removed_at_any_depth() -> None:
    value = Struct(a=None, b=[Struct(c=None, d=1), None], e=Struct(f=None))
    assert without_added_nulls(value) == {"b": [{"d": 1}, None], "e": {}}


def test_nulls_of_plain_objects_stay() -> None:
    value = {"a": None, "b": [{"c": None}]}
    assert without_added_nulls(value) == value
    assert without_added_nulls(Struct(x={"y": None})) == {"x": {"y": None}}


def test_turns_with_equal_keys_and_null_calls_come_from_arrow() -> None:
    record = with_structs({"messages": PADDED, "id": 1}, ("messages", ""), "")
    assert without_added_nulls(record["messages"]) == [
        {"role": "user", "content": "a"},
        {"role": "assistant", "content": "b", "tool_calls": [{"name": "f", "arguments": {"x": 1}}]},
    ]
    assert record["id"] == 1


def test_turns_with_keys_of_their_own_were_written_by_hand() -> None:
    for turns in (WRITTEN, [], "text", ["a", "b"], [{"role": "user", "content": None}] * 2):
        record = {"messages": turns}
        assert with_structs(record, ("messages",), "") is record


def test_a_null_content_alone_does_not_show_arrow() -> None:
    for turns in (
        [{"role": "assistant", "content": None, "name": "x"}, {"role": "user", "content": ["a"], "name": "y"}],
        [{"from": "gpt", "value": None}, {"from": "human", "value": ["a"]}],
    ):
        record = {"messages": turns}
        assert with_structs(record, ("messages",), "") is record


def test_a_null_parameter_of_a_tool_comes_from_arrow() -> None:
    record = {"prompt": "a", "tools": [tool(city={"type": "string"}, query=None)]}
    (found,) = without_added_nulls(with_structs(record, (), "tools")["tools"])
    assert found == tool(city={"type": "string"})
    inner = {"type": "object", "properties": {"x": None}}
    for schema in (inner, {"type": "array", "items": inner}):
        nested = {"tools": [tool(city=schema)]}
        assert with_structs(nested, (), "tools") is not nested


def test_a_null_default_of_a_parameter_was_written() -> None:
    record = {"tools": [tool(n={"type": "integer", "default": None})]}
    assert with_structs(record, (), "tools") is record
    assert with_structs(record, (), "") is record
