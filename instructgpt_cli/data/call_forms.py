"""Tool calls in each form that templates take: their arguments as an object or as JSON text, no words beside them as
empty text or as null.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from instructgpt_cli.data.types import Message


def forms(messages: Sequence[Message], *, null_first: bool = False) -> Iterator[tuple[Message, ...]]:
    """The conversation with its arguments as objects; then, where it has calls, in the other forms in turn. The null
    that OpenAI writes beside calls goes first where the template asks for it: others would write the word None."""
    given = tuple(messages)
    if not any(message.extra.get("tool_calls") for message in given):
        yield given
        return
    as_text = tuple(_with_text(message) for message in given)
    null = [
        tuple(_with_null(message) if _says_nothing(message) else message for message in m) for m in (given, as_text)
    ]
    words = [given, as_text]
    if null == words:
        yield from words
    else:
        yield from (*null, *words) if null_first else (*words, *null)


def misread(calls: Sequence[Any], written: str) -> str:
    """What a template does that writes the arguments of one of the calls, but no JSON; empty where all is well."""
    for number, call in enumerate(calls, 1):
        arguments = _function(call).get("arguments")
        text = json.dumps(arguments, ensure_ascii=False)
        if isinstance(arguments, Mapping) and str(arguments) != text and str(arguments) in written:
            return f"writes the arguments of tool call {number} as Python does, not as JSON"
        if isinstance(arguments, str) and text != f'"{arguments}"' and text[1:-1] in written:
            return f"puts the JSON text of the arguments of tool call {number} in quotes"
    return ""


def _function(call: Any) -> Mapping[str, Any]:
    inner = call.get("function", call) if isinstance(call, Mapping) else {}
    return inner if isinstance(inner, Mapping) else {}


def _says_nothing(message: Message) -> bool:
    return bool(message.extra.get("tool_calls")) and not message.content.strip()


def _with_null(message: Message) -> Message:
    return replace(message, extra={**message.extra, "content": None})


def _with_text(message: Message) -> Message:
    """With the arguments' own JSON text, else with what Python writes."""
    calls = message.extra.get("tool_calls")
    if not isinstance(calls, list):
        return message
    return replace(message, extra={**message.extra, "tool_calls": message.calls or [_text_of(call) for call in calls]})


def _text_of(call: Any) -> Any:
    if not isinstance(call, Mapping):
        return call
    if isinstance(call.get("function"), Mapping):
        return {**call, "function": _text_of(call["function"])}
    if isinstance(call.get("arguments"), Mapping):
        return {**call, "arguments": json.dumps(call["arguments"], ensure_ascii=False)}
    return call
