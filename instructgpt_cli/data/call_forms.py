"""Tool calls in each form that templates expect: arguments as an object or as JSON text, missing content as empty text
or as null.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from instructgpt_cli.data.types import Message


def forms(messages: Sequence[Message], *, null_first: bool = False) -> Iterator[tuple[Message, ...]]:
    """The conversation in each form that its calls can take, the usual one first.

    The null content that OpenAI writes next to calls comes first if the template tests for it (`null_first`): other
    templates would write the word None. Last comes the conversation as given, with turns that are the JSON of a call
    as plain text.
    """
    given = tuple(messages)
    called = tuple(_with_calls(message) for message in given)
    if any(message.extra.get("tool_calls") for message in called):
        as_text = tuple(_with_text(message) for message in called)
        words = [called, as_text]
        null = [tuple(_with_null(m) if _only_calls(m) else m for m in form) for form in words]
        if null == words:
            yield from words
        else:
            yield from (*null, *words) if null_first else (*words, *null)
        if called == given:
            return
    yield given


def with_parsed_arguments(call: Any) -> Any:
    """The call with its arguments as an object, which most templates expect; OpenAI's wire format has JSON text."""
    if not isinstance(call, dict):
        return call
    if isinstance(call.get("function"), dict):
        return {**call, "function": with_parsed_arguments(call["function"])}
    if isinstance(call.get("arguments"), str):
        try:
            arguments = json.loads(call["arguments"])
        except (ValueError, RecursionError):
            return call
        return {**call, "arguments": arguments} if isinstance(arguments, dict) else call
    return call


def calls_in_text(text: str) -> list[Any]:
    """The calls of a `function_call` turn whose text is the JSON of one or of a list; empty for any other text."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    listed = value if isinstance(value, list) else [value]
    plain = all(
        isinstance(call, dict)
        and call.keys() == {"name", "arguments"}
        and isinstance(call["name"], str)
        and isinstance(call["arguments"], dict | str)
        for call in listed
    )
    return [{"type": "function", "function": call} for call in listed] if plain else []


def _with_calls(message: Message) -> Message:
    if not message.calls or message.extra.get("tool_calls"):
        return message
    calls = [with_parsed_arguments(call) for call in message.calls]
    return replace(message, content="", extra={**message.extra, "tool_calls": calls})


def argument_fault(calls: Sequence[Any], written: str) -> str:
    """The fault of a template that writes the arguments of a call, but not as JSON; empty without such a fault."""
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


def _only_calls(message: Message) -> bool:
    return bool(message.extra.get("tool_calls")) and not message.content.strip()


def _with_null(message: Message) -> Message:
    return replace(message, extra={**message.extra, "content": None})


def _with_text(message: Message) -> Message:
    """The message with arguments as the row's own JSON text, or else as Python's `json` writes them."""
    calls = message.extra.get("tool_calls")
    if not isinstance(calls, list):
        return message
    return replace(message, extra={**message.extra, "tool_calls": [_text_of(call) for call in message.calls or calls]})


def _text_of(call: Any) -> Any:
    if not isinstance(call, Mapping):
        return call
    if isinstance(call.get("function"), Mapping):
        return {**call, "function": _text_of(call["function"])}
    if isinstance(call.get("arguments"), Mapping):
        return {**call, "arguments": json.dumps(call["arguments"], ensure_ascii=False)}
    return call
