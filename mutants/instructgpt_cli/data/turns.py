"""Conversations as data sets write them - OpenAI `messages`, ShareGPT `conversations` - -> `Message`s."""

import json
import math
from collections.abc import Mapping
from typing import Any

from instructgpt_cli.data.call_forms import spoken, with_object
from instructgpt_cli.data.nulls import without_padding
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
LEARNT = ("train", "training", "trainable", "loss", "loss_mask", "loss_weight", "weight")
"""What trainers call the flag of a turn that is learnt (true, 1) or is not (false, 0)."""
MASKED = ("mask", "masked")
"""The same the other way round."""
FLAGS = frozenset((*LEARNT, *MASKED))
_OWN_KEYS = frozenset({"role", "from", "content", "value", *FLAGS})


class RowFault(Exception):
    """What is wrong with one row; whoever knows the place refuses the row, or makes a `DataError` of it. With `always`
    it is never the row alone that is wrong."""

    always = False

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def text_of(value: Any, name: str, role: str = "completion") -> str:
    """Text as it is; a number or boolean as Python writes it; null as empty text. `name` is the column, `role` what the
    recipe calls it."""
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
    """What is wrong with the references of a row: they decide nothing of what is learnt, so they refuse no row."""

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
    """One right answer, of the column `name`; `way` is the column of it and its like."""
    if isinstance(value, str) and value.strip():
        return value
    if value is None or isinstance(value, str):
        nothing = "null" if value is None else "empty"
        raise ReferenceFault(
            f"`{name}` is {nothing}: no answer can be compared with it", "Take it out, or give a text."
        )
    if isinstance(value, list | dict):
        what, inside = "a list", "*"
        if isinstance(value, dict):
            what, inside = "an object", "text" if "text" in value else _first_key(value)
        hint = f"A dot reaches inside, such as columns: {{references: {way}.{inside}}}."
        raise ReferenceFault(f"`{name}` is {what}, not text", hint)
    written = value if isinstance(value, bool | int | float) else type(value).__name__
    hint = "References are a text or a list of texts: write it in quotes."
    raise ReferenceFault(f"`{name}` is {written}, not text", hint)


def messages(turns: Any, name: str) -> tuple[Message, ...]:
    """The turns of a conversation: `role`/`content` or `from`/`value` objects, or texts of user and assistant in turn;
    none of an empty one. `name` is their column.

    A flag such as `train: false`, `weight: 0` or `masked: true` takes an answer out of the targets. What else a turn
    has (`tool_calls`, `reasoning_content`, `name`, ...) goes to `extra`, for the template.
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
        content = _joined(content, f"{name}.content")
    train = True if FLAGS.isdisjoint(turn) else _trained(turn, name)
    extra = {key: without_padding(value) for key, value in turn.items() if key not in _OWN_KEYS and value is not None}
    if role != "assistant":  # only answers are learnt: a flag that asks for more is one that nobody reads
        extra |= {key: turn[key] for key in turn if key in FLAGS and turn[key] and key not in MASKED}
    if "tool_calls" not in extra:
        calls = spoken(content) if str(speaker).strip().lower() in _CALLERS else ()
        return Message(role, content, train, extra, calls=calls)
    given = _tool_calls(extra.pop("tool_calls"), f"{name}.tool_calls")
    if not given:  # as some servers write a plain answer
        return Message(role, content, train, extra)
    extra["tool_calls"] = parsed = [with_object(call) for call in given]
    return Message(role, content, train, extra, calls=given if parsed != given else ())


def _unknown_role(turn: dict[str, Any], speaker: Any, name: str) -> RowFault:
    if speaker is None:
        return RowFault(f"`{name}` has no role (keys: {', '.join(turn)})")
    near = nearest(str(speaker).lower(), ROLES)
    hint = f"Did you mean {near}?" if near else f"Known: {', '.join(ROLES)}."
    return RowFault(f"`{name}` has the unknown role {speaker!r}", hint)


def _joined(content: Any, name: str) -> str:
    """The text of a content that is no plain text: null, a number, or a list of text parts."""
    if not isinstance(content, list):
        return text_of(content, name)
    texts = []
    for part in content:
        text = part.get("text") if isinstance(part, dict) else part
        if not isinstance(text, str) or (isinstance(part, dict) and part.get("type", "text") != "text"):
            kind = part.get("type", "other") if isinstance(part, dict) else type(part).__name__
            raise RowFault(f"`{name}` holds a part of type {kind}", "Only text can be learnt from.")
        texts.append(text)
    return "".join(texts)


def _trained(turn: dict[str, Any], name: str) -> bool:
    """Whether an answer is a target: it is where no flag of the turn says that it is not."""
    train = True
    for key, value in turn.items():
        if key not in FLAGS or value is None:
            continue
        if key == "mask" and type(value) is not bool:
            hint = "Say `masked` or `loss_mask`: one calls a 1 left out, the other calls it learnt."
            raise RowFault(f"`{name}.mask` is {value!r}, not true or false", hint)
        if value not in (0, 1) or isinstance(value, str):
            raise RowFault(f"`{name}.{key}` is {value!r}, not true or false, 1 or 0")
        train = train and bool(value) is (key not in MASKED)
    return train


def _tool_calls(calls: Any, name: str) -> list[Any]:
    """Calls as the row has them, without nulls."""
    calls = _objects(calls, name, "calls")
    return [
        {k: v for k, v in call.items() if v is not None} if isinstance(call.get("function"), dict) else call
        for call in calls
    ]


def tools_of(value: Any) -> tuple[Any, ...]:
    """The functions of the `tools` column. A bare one is wrapped as OpenAI writes it."""
    tools = [without_padding(tool) for tool in _objects(value, "tools", "functions")]
    return tuple(
        tool if "function" in tool or "name" not in tool else {"type": "function", "function": tool} for tool in tools
    )


def _objects(value: Any, name: str, what: str) -> list[dict[str, Any]]:
    """A list of objects or a single one, each of them or all as JSON text too; null, empty and blank are none."""
    value = _unquoted(value, name)
    found = [_unquoted(item, name) for item in (value if isinstance(value, list) else [value])]
    if value is None or value == {}:
        return []
    if not all(isinstance(item, dict) and item for item in found):
        raise RowFault(f"`{name}` is not a list of {what}")
    return found


def _unquoted(value: Any, name: str) -> Any:
    if not isinstance(value, str):
        return value
    return _json(value, name) if value.strip() else None


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise RowFault(f"`{name}` is text that is not JSON") from None
