"""Convert conversations as datasets write them (OpenAI `messages`, ShareGPT `conversations`) to `Message`s."""

import json
import math
from collections.abc import Mapping
from typing import Any

from instructgpt_cli.data.call_forms import calls_in_text, with_parsed_arguments
from instructgpt_cli.data.nulls import without_added_nulls
from instructgpt_cli.data.types import Message
from instructgpt_cli.suggest import nearest

ROLES = {
    "system": "system",
    "developer": "developer",
    "user": "user",
    "human": "user",
    "assistant": "assistant",
    "gpt": "assistant",
    "chatgpt": "assistant",
    "bot": "assistant",
    "model": "assistant",
    "function_call": "assistant",
    "tool_call": "assistant",
    "tool": "tool",
    "observation": "tool",
    "function": "tool",
    "function_response": "tool",
    "tool_response": "tool",
    "ipython": "tool",
}
_CALLERS = frozenset({"function_call", "tool_call"})
TRAIN_FLAGS = ("train", "training", "trainable", "loss", "loss_mask", "loss_weight", "weight")
"""Names that trainers give the flag of a turn that is a target if true or 1."""
MASK_FLAGS = ("mask", "masked")
"""Names of the flag of a turn that is a target if false or 0."""
FLAGS = frozenset((*TRAIN_FLAGS, *MASK_FLAGS))
_OWN_KEYS = frozenset({"role", "from", "content", "value", *FLAGS})


class RowFault(Exception):
    """A fault of one row. The caller, who knows its location, refuses the row or raises a `DataError`; with `always` it
    never just refuses the row."""

    always = False

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def text_of(value: Any, name: str, role: str = "completion") -> str:
    """The text of a value: a number or boolean as Python writes it, null as empty text.

    `name` is the column, `role` its key in the recipe's `columns`.
    """
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value)):
        return str(value)
    if isinstance(value, list | dict):
        what = "a list" if isinstance(value, list) else "an object"
        step = "0" if isinstance(value, list) else _first_key(value)
        raise RowFault(
            f"`{name}` is {what}, not text", f"A dot reaches inside, such as columns: {{{role}: {name}.{step}}}."
        )
    raise RowFault(f"`{name}` is {value if isinstance(value, float) else type(value).__name__}, not text")


def _first_key(value: Mapping[str, Any]) -> str:
    return next((key for key in value if key.strip()), "key")


class ReferenceFault(RowFault):
    """A fault in the references of a row. They do not affect training, so they never refuse just the row."""

    always = True


def references_of(value: Any, name: str) -> tuple[str, ...]:
    """The right answers of a row: text, or a list of texts; none of null. `name` is their column. Raises
    `ReferenceFault`."""
    if value is None:
        return ()
    if value == []:
        hint = f"Take the row out, or say columns: {{references: {name}.*}}: it takes none of an empty list."
        raise ReferenceFault(f"`{name}` is an empty list: no answer would be right", hint)
    if not isinstance(value, list):
        return (_reference(value, name, name),)
    return tuple(_reference(text, f"{name}.{place}", f"{name}.*") for place, text in enumerate(value))


def _reference(value: Any, name: str, way: str) -> str:
    """One correct answer; `name` is its column, `way` that of all elements of its list."""
    if isinstance(value, str) and value.strip():
        return value
    if value is None or isinstance(value, str):
        nothing = "null" if value is None else "empty"
        raise ReferenceFault(f"`{name}` is {nothing}: no answer can be compared with it", "Remove it, or give a text.")
    if isinstance(value, list | dict):
        what, inside = "a list", "*"
        if isinstance(value, dict):
            what, inside = "an object", "text" if "text" in value else _first_key(value)
        hint = f"A dot reaches inside, such as columns: {{references: {way}.{inside}}}."
        raise ReferenceFault(f"`{name}` is {what}, not text", hint)
    written = value if isinstance(value, bool | int | float) else type(value).__name__
    hint = "References are a text or a list of texts; put it in quotes."
    raise ReferenceFault(f"`{name}` is {written}, not text", hint)


def messages(turns: Any, name: str) -> tuple[Message, ...]:
    """The turns of a conversation: `role`/`content` or `from`/`value` objects, or texts that alternate between user and
    assistant. `name` is their column.

    A flag such as `train: false`, `weight: 0` or `masked: true` excludes an answer from the targets. Other keys of a
    turn (`tool_calls`, `reasoning_content`, `name`, ...) go to `extra`, for the template.
    """
    if isinstance(turns, str) and turns.lstrip()[:1] == "[":
        turns = _json(turns, name)
    if not isinstance(turns, list):
        raise RowFault(f"`{name}` is not a list of turns")
    if turns and all(isinstance(turn, str) for turn in turns):
        return tuple(Message("assistant" if i % 2 else "user", text) for i, text in enumerate(turns))
    return tuple(_message(turn, f"{name}.{i}") for i, turn in enumerate(turns))


def _message(turn: Any, name: str) -> Message:
    if not isinstance(turn, dict):
        raise RowFault(f"`{name}` is not a turn: an object with role and content, or from and value")
    speaker = turn.get("role", turn.get("from"))
    role = ROLES.get(speaker) or ROLES.get(speaker.strip().lower()) if isinstance(speaker, str) else None
    if role is None:
        raise _unknown_role(turn, speaker, name)
    if "content" in turn:
        content = turn["content"]
    elif "value" in turn:
        content = turn["value"]
    elif turn.get("tool_calls"):
        content = None
    else:
        raise RowFault(f"`{name}` has no content (keys: {', '.join(turn)})")
    if type(content) is not str:
        content = _content_text(content, f"{name}.content")
    train = True if FLAGS.isdisjoint(turn) else _trained(turn, name)
    extra = {
        key: without_added_nulls(value) for key, value in turn.items() if key not in _OWN_KEYS and value is not None
    }
    if role != "assistant":  # only answers are targets: a flag that asks for more is reported as unread
        extra |= {key: turn[key] for key in turn if key in FLAGS and turn[key] and key not in MASK_FLAGS}
    if "tool_calls" not in extra:
        calls = calls_in_text(content) if str(speaker).strip().lower() in _CALLERS else ()
        return Message(role, content, train, extra, calls=calls)
    given = _tool_calls(extra.pop("tool_calls"), f"{name}.tool_calls")
    if not given:  # as some servers write a plain answer
        return Message(role, content, train, extra)
    extra["tool_calls"] = parsed = [with_parsed_arguments(call) for call in given]
    return Message(role, content, train, extra, calls=given if parsed != given else ())


def _unknown_role(turn: dict[str, Any], speaker: Any, name: str) -> RowFault:
    if speaker is None:
        return RowFault(f"`{name}` has no role (keys: {', '.join(turn)})")
    near = nearest(str(speaker).lower(), ROLES)
    hint = f"Did you mean {near}?" if near else f"Known: {', '.join(ROLES)}."
    return RowFault(f"`{name}` has the unknown role {speaker!r}", hint)


def _content_text(content: Any, name: str) -> str:
    """The text of a content that is not a string: null, a number, or a list of text parts."""
    if not isinstance(content, list):
        return text_of(content, name)
    texts = []
    for part in content:
        text = part.get("text") if isinstance(part, dict) else part
        if not isinstance(text, str) or (isinstance(part, dict) and part.get("type", "text") != "text"):
            kind = part.get("type", "other") if isinstance(part, dict) else type(part).__name__
            raise RowFault(f"`{name}` has a part of type {kind}", "Only text is supported.")
        texts.append(text)
    return "".join(texts)


def _trained(turn: dict[str, Any], name: str) -> bool:
    """Whether an answer is a target: it is, unless a flag of the turn excludes it."""
    train = True
    for key, value in turn.items():
        if key not in FLAGS or value is None:
            continue
        if key == "mask" and type(value) is not bool:
            hint = "Use `masked`, where 1 excludes a turn, or `loss_mask`, where 1 trains on it."
            raise RowFault(f"`{name}.mask` is {value!r}, not true or false", hint)
        if value not in (0, 1) or isinstance(value, str):
            raise RowFault(f"`{name}.{key}` is {value!r}, not true or false, 1 or 0")
        train = train and bool(value) is (key not in MASK_FLAGS)
    return train


def _tool_calls(calls: Any, name: str) -> list[Any]:
    """The tool calls of the row, without null fields."""
    calls = _objects(calls, name, "calls")
    return [
        {k: v for k, v in call.items() if v is not None} if isinstance(call.get("function"), dict) else call
        for call in calls
    ]


def tools_of(value: Any) -> tuple[Any, ...]:
    """The functions of the `tools` column; bare ones are wrapped in OpenAI's format."""
    tools = [without_added_nulls(tool) for tool in _objects(value, "tools", "functions")]
    return tuple(
        tool if "function" in tool or "name" not in tool else {"type": "function", "function": tool} for tool in tools
    )


def _objects(value: Any, name: str, what: str) -> list[dict[str, Any]]:
    """A list of objects or a single one, possibly as JSON text; empty for null, `{}` and blank text."""
    value = _parsed_text(value, name)
    found = [_parsed_text(item, name) for item in (value if isinstance(value, list) else [value])]
    if value is None or value == {}:
        return []
    if not all(isinstance(item, dict) and item for item in found):
        raise RowFault(f"`{name}` is not a list of {what}")
    return found


def _parsed_text(value: Any, name: str) -> Any:
    if not isinstance(value, str):
        return value
    return _json(value, name) if value.strip() else None


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise RowFault(f"`{name}` is text but not JSON") from None
