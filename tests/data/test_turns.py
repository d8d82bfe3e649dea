"""Messages, flags, tools and references of a row: what is read, and which column and turn a fault names."""

import json
from typing import Any

import pytest

from instructgpt_cli.data.turns import TRAIN_FLAGS, RowFault, messages, references_of, text_of, tools_of

USER = {"role": "user", "content": "hi"}
ANSWER = {"role": "assistant", "content": "ho"}
BARE = {"name": "f", "parameters": {}}
WRAPPED = {"type": "function", "function": BARE}
CALL = {"type": "function", "function": {"name": "f", "arguments": {"x": 1}}}


def fault(turns: Any) -> RowFault:
    with pytest.raises(RowFault) as caught:
        messages(turns, "messages")
    return caught.value


@pytest.mark.parametrize(("value", "text"), [("a", "a"), (3, "3"), (0.5, "0.5"), (True, "True"), (None, "")])
def test_numbers_booleans_and_null_become_text(value: Any, text: str) -> None:
    assert text_of(value, "answer") == text


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        (["b"], "`answer` is a list, not text", "columns: {completion: answer.0}"),
        ({"": 1, "x": "b"}, "`answer` is an object, not text", "columns: {completion: answer.x}"),
        (float("nan"), "`answer` is nan, not text", ""),
        (b"b", "`answer` is bytes, not text", ""),
    ],
)
def test_other_values_are_not_text(value: Any, message: str, hint: str) -> None:
    with pytest.raises(RowFault) as caught:
        text_of(value, "answer")
    assert caught.value.message == message
    assert hint in caught.value.hint


def test_messages_keep_what_templates_read() -> None:
    call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": '{"x": 1}'}}
    turns = [
        {"role": "System", "content": "s"},
        {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}], "name": "Ann"},
        {"role": "assistant", "content": None, "tool_calls": [call], "reasoning_content": "hm"},
        {"role": "tool", "content": "9", "tool_call_id": "1", "name": None},
        {"role": "assistant", "content": "c", "train": False},
        {"role": "assistant", "content": "e", "weight": 1},
    ]
    found = messages(turns, "messages")
    assert [m.role for m in found] == ["system", "user", "assistant", "tool", "assistant", "assistant"]
    assert [m.content for m in found] == ["s", "ab", "", "9", "c", "e"]
    assert [m.train for m in found] == [True, True, True, True, False, True]
    assert found[1].extra == {"name": "Ann"}
    assert found[2].extra["tool_calls"][0]["function"] == {"name": "f", "arguments": {"x": 1}}
    assert found[2].calls == [call]
    assert found[2].extra["reasoning_content"] == "hm"
    assert found[3].extra == {"tool_call_id": "1"}


def test_sharegpt_speakers_become_roles() -> None:
    speakers = ["human", "function_call", "observation", "gpt"]
    found = messages([{"from": who, "value": who[0]} for who in speakers], "conversations")
    assert [(m.role, m.content) for m in found] == [
        ("user", "h"),
        ("assistant", "f"),
        ("tool", "o"),
        ("assistant", "g"),
    ]


def test_texts_alternate_between_user_and_assistant() -> None:
    assert [(m.role, m.content) for m in messages(["a", "b", "c"], "turns")] == [
        ("user", "a"),
        ("assistant", "b"),
        ("user", "c"),
    ]
    assert messages([], "turns") == ()


def test_turns_may_be_json_text_as_in_a_csv_cell() -> None:
    assert messages(json.dumps([USER]), "messages") == messages([USER], "messages")


@pytest.mark.parametrize(
    ("flags", "is_target"),
    [
        ({}, True),
        *[({name: value}, bool(value)) for name in TRAIN_FLAGS for value in (True, False, 1, 0)],
        ({"masked": True}, False),
        ({"masked": 0}, True),
        ({"mask": True}, False),
        ({"mask": False}, True),
        ({"weight": 1.0, "loss": None}, True),
        ({"weight": 0.0}, False),
        ({"train": True, "masked": True}, False),
        ({"masked": True, "train": True}, False),
    ],
)
@pytest.mark.parametrize("keys", [("role", "content"), ("from", "value")])
def test_a_flag_excludes_an_answer_from_the_targets(
    flags: dict[str, Any], is_target: bool, keys: tuple[str, str]
) -> None:
    role, content = keys
    _, answer = messages([{role: "user", content: "hi"}, {role: "assistant", content: "ho", **flags}], "turns")
    assert answer.train is is_target
    assert answer.extra == {}


def test_a_flag_that_asks_to_train_on_a_question_is_kept_as_an_unread_key() -> None:
    found = messages([{**USER, "train": True, "loss": False}, {**ANSWER, "train": True}], "messages")
    assert [dict(message.extra) for message in found] == [{"train": True}, {}]


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        ("hi", "`messages` is not a list of turns"),
        ([USER, "hi"], "`messages.1` is not a turn"),
        ([{"content": "hi"}], "`messages.0` has no role"),
        ([{"role": "user"}], "`messages.0` has no content"),
        ([{"role": "asistant", "content": "a"}], "unknown role 'asistant'"),
        ([{"role": 3, "content": "a"}], "unknown role 3"),
        ([{"role": ["a"], "content": "a"}], "unknown role"),
        ([USER, {"role": "assistant", "content": {"a": 1}}], "`messages.1.content` is an object"),
        ([{"role": "user", "content": [{"type": "image_url", "image_url": "x"}]}], "has a part of type image_url"),
        ([USER, {**ANSWER, "train": "no"}], "`messages.1.train` is 'no'"),
        ([USER, {**ANSWER, "weight": 0.5}], "`messages.1.weight` is 0.5"),
        ([USER, {**ANSWER, "loss": "false"}], "`messages.1.loss` is 'false', not true or false, 1 or 0"),
        ([USER, {**ANSWER, "loss_mask": [1, 1]}], "`messages.1.loss_mask` is [1, 1]"),
        ([USER, {**ANSWER, "mask": 1}], "`messages.1.mask` is 1, not true or false"),
        ([USER, {**ANSWER, "tool_calls": "{"}], "`messages.1.tool_calls` is text but not JSON"),
    ],
)
def test_a_faulty_turn_is_named(turns: Any, words: str) -> None:
    assert words in fault(turns).message


def test_a_similar_role_is_suggested() -> None:
    assert fault([{"role": "asistant", "content": "a"}]).hint == "Did you mean assistant?"


@pytest.mark.parametrize(
    ("value", "tools"),
    [
        *((blank, ()) for blank in (None, "", " ", "\n", "null", "{}", "[]", " [ ] ", [], {})),
        (BARE, (WRAPPED,)),
        (json.dumps(BARE), (WRAPPED,)),
        ([BARE, WRAPPED], (WRAPPED, WRAPPED)),
        (json.dumps([WRAPPED]), (WRAPPED,)),
        ([json.dumps(BARE), json.dumps(WRAPPED)], (WRAPPED, WRAPPED)),
        (json.dumps([json.dumps(BARE)]), (WRAPPED,)),
    ],
)
def test_tools_are_read_in_each_form(value: Any, tools: tuple[Any, ...]) -> None:
    assert tools_of(value) == tools


@pytest.mark.parametrize("value", [5, True, "5", '"f"', "[f", [1], [None], [" "], [{}], [["f"]]])
def test_values_that_are_not_tools_are_refused(value: Any) -> None:
    with pytest.raises(RowFault, match="`tools` is "):
        tools_of(value)


@pytest.mark.parametrize(
    ("value", "calls"),
    [
        *((blank, None) for blank in (None, "", " ", "null", "{}", "[]", [], {})),
        *((value, [CALL]) for value in (CALL, [CALL], json.dumps(CALL), json.dumps([CALL]), [json.dumps(CALL)])),
    ],
)
def test_tool_calls_are_read_in_each_form(value: Any, calls: Any) -> None:
    (message,) = messages([{**ANSWER, "tool_calls": value}], "messages")
    assert message.extra.get("tool_calls") == calls


@pytest.mark.parametrize("value", [5, "5", "[f", [1], [None], [["f"]]])
def test_values_that_are_not_tool_calls_are_refused(value: Any) -> None:
    assert fault([{**ANSWER, "tool_calls": value}]).message.startswith("`messages.0.tool_calls` is ")


def test_references_are_a_text_or_a_list_of_texts() -> None:
    assert references_of("a", "right") == ("a",)
    assert references_of(["a", "b", "a"], "right") == ("a", "b", "a")
    assert references_of(None, "right") == ()


@pytest.mark.parametrize(
    ("value", "words", "hint"),
    [
        (42, "`right` is 42, not text", "put it in quotes"),
        (True, "`right` is True, not text", "put it in quotes"),
        ([], "`right` is an empty list", "columns: {references: right.*}"),
        ("", "`right` is empty", "give a text"),
        (["a", " "], "`right.1` is empty", "Remove it"),
        (["a", None], "`right.1` is null", "Remove it"),
        (["a", 3], "`right.1` is 3, not text", "put it in quotes"),
        ({"text": ["a"]}, "`right` is an object", "columns: {references: right.text}"),
        ({"": 1, "x": "b"}, "`right` is an object", "columns: {references: right.x}"),
        ([{"answer_start": 3, "text": "a"}], "`right.0` is an object", "columns: {references: right.*.text}"),
        ([["a"], ["b"]], "`right.0` is a list", "columns: {references: right.*.*}"),
    ],
)
def test_faulty_references_stop_the_file_and_name_the_column(value: Any, words: str, hint: str) -> None:
    with pytest.raises(RowFault) as caught:
        references_of(value, "right")
    assert caught.value.message.startswith(words)
    assert hint in caught.value.hint
    assert caught.value.always
