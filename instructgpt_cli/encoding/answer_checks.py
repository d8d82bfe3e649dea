"""Checks that a template shows all of an answer: templates drop, repeat or rewrite words and tool calls.

Each raises `Refusal`, or returns notes on what is not shown and may be missing.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from instructgpt_cli.data import call_forms
from instructgpt_cli.data.types import Refusal
from instructgpt_cli.encoding import markers
from instructgpt_cli.encoding.chat_template import REASONING_KEYS
from instructgpt_cli.encoding.skeleton import PLACEHOLDER


def check_words(owners: Sequence[tuple[int, str]], turn: int, text: str) -> list[str]:
    """Refuses an answer whose words are missing from its rendering `text`, or occur twice.

    `owners` are those of the skeleton.
    """
    shown = [int(match[1]) for match in PLACEHOLDER.finditer(text)]
    own = {number: key for number, (owner, key) in enumerate(owners) if owner == turn}
    words = [number for number, key in own.items() if key in ("content", "text")]
    if words and own.keys().isdisjoint(shown):
        raise Refusal("template", f"the template drops the message in turn {turn + 1}")
    for number in words:
        if number not in shown:
            raise Refusal("template", f"the template drops words of the answer in turn {turn + 1}")
        if shown.count(number) > 1:
            raise Refusal("template", f"the template writes the answer in turn {turn + 1} more than once")
    reasoning = {number for number, key in own.items() if key in REASONING_KEYS}
    dropped = reasoning and reasoning.isdisjoint(shown)
    return ["the template leaves out reasoning_content"] if dropped else []


def check_constants(content: str, region: str, turn: int) -> list[str]:
    """Refuses an answer of which the template rewrites text that stays readable to it.

    `region` is what the template writes for the answer. White space and tags, as around reasoning, may change: noted.
    """
    if content in region or '\\"qZ' in region:
        return []
    if markers.words_only(content) not in markers.words_only(region):
        raise Refusal("template", f"the template rewrites the answer in turn {turn + 1}")
    return ["the template changes white space or tags in the answer"]


def check_tool_calls(
    message: Mapping[str, Any], region: str, turn: int, changes: Callable[[dict[str, Any]], bool]
) -> None:
    """Refuses an answer of whose `tool_calls` the template drops one or all, or writes the arguments wrongly.

    `region` is what the template writes for `message`; `changes` tells whether it renders another message differently.
    """
    calls = message.get("tool_calls")
    if not calls:
        return
    if not changes({key: value for key, value in message.items() if key != "tool_calls"}):
        raise Refusal("template", f"the template drops the tool calls of turn {turn + 1}")
    if how := call_forms.argument_fault(calls, region):
        raise Refusal("template", f"the template {how} (turn {turn + 1})")
    for index in range(len(calls)) if len(calls) > 1 else ():
        if not changes({**message, "tool_calls": [*calls[:index], *calls[index + 1 :]]}):
            raise Refusal("template", f"the template drops tool call {index + 1} of turn {turn + 1}")
