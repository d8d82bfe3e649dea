"""Conversations made shorter: oldest turns first, then the beginning of the longest question. Answers are never cut."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from instructgpt_cli.data.types import Message

_INSTRUCTIONS = ("system", "developer")


def without_oldest(messages: Sequence[Message]) -> Iterator[tuple[Message, ...]]:
    """The conversation without its first turns, from one question fewer down to the last; its instructions stay."""
    head = next((i for i, message in enumerate(messages) if message.role not in _INSTRUCTIONS), len(messages))
    questions = [i for i, message in enumerate(messages) if message.role == "user" and i > head]
    for start in questions:
        yield (*messages[:head], *messages[start:])


def with_shorter_question(messages: Sequence[Message], excess: int, tokens: int) -> tuple[Message, ...]:
    """The conversation with its longest plain question cut at the front by about `excess` of all `tokens`: behind its
    instruction, as long as something is there. Nothing where no question is left to cut."""
    questions = [i for i, message in enumerate(messages) if message.role == "user" and len(message.content) > 1]
    if not questions:
        return ()
    longest = max(questions, key=lambda i: len(messages[i].content))
    words, head = messages[longest].content, messages[longest].head
    if len(words) - head <= 1:
        head = 0
    characters = sum(len(message.content) for message in messages)
    cut = min(max(1, excess * characters // max(tokens, 1)), len(words) - head - 1)
    shorter = replace(messages[longest], content=words[:head] + words[head + cut :], head=head)
    return (*messages[:longest], shorter, *messages[longest + 1 :])
