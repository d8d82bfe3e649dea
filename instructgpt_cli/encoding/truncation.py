"""Truncation of conversations: oldest turns first, then the beginning of the longest question, never an answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from instructgpt_cli.data.types import Encoded, Message, Row

_INSTRUCTION_ROLES = ("system", "developer")


def computed_length(row: Row, sequences: Sequence[Encoded]) -> int:
    """Tokens of the longest sequence of a row, without turns after the last answer: these are never computed."""
    if not row.messages or (row.messages[-1].role == "assistant" and row.messages[-1].train):
        return max(len(one.input_ids) for one in sequences)
    return max(len(one.input_ids) - (one.loss_mask[::-1].index(1) if 1 in one.loss_mask else 0) for one in sequences)


def cut_prompt(row: Row, max_length: int, encode: Callable[[Row], list[Encoded] | None]) -> list[Encoded] | None:
    """The sequences of a row whose prompt is cut until they fit into `max_length` tokens; None if they cannot.

    `encode` gives the sequences of a row, however long, or None where it is refused.
    """
    kept = row
    for messages in without_oldest(row.messages):
        candidate = replace(row, messages=messages)
        sequences = encode(candidate)
        if sequences is None:
            continue
        if computed_length(candidate, sequences) <= max_length:
            return sequences
        kept = candidate
    sequences = encode(kept)
    while sequences is not None:
        length = computed_length(kept, sequences)
        if length <= max_length:
            return sequences
        messages = with_shorter_question(kept.messages, length - max_length, length)
        kept = replace(kept, messages=messages)
        sequences = encode(kept) if messages else None
    return None


def without_oldest(messages: Sequence[Message]) -> Iterator[tuple[Message, ...]]:
    """The conversation without its oldest turns, from one question fewer to the last question alone; its instructions
    stay."""
    head = next((i for i, message in enumerate(messages) if message.role not in _INSTRUCTION_ROLES), len(messages))
    questions = [i for i, message in enumerate(messages) if message.role == "user" and i > head]
    for start in questions:
        yield (*messages[:head], *messages[start:])


def with_shorter_question(messages: Sequence[Message], excess: int, tokens: int) -> tuple[Message, ...]:
    """The conversation with its longest question cut at the front by about `excess` of all `tokens`: after the
    instruction in it, as long as anything follows that. Empty if no question is left to cut."""
    questions = [i for i, message in enumerate(messages) if message.role == "user" and len(message.content) > 1]
    if not questions:
        return ()
    longest = max(questions, key=lambda i: len(messages[i].content))
    words, head = messages[longest].content, messages[longest].instruction_length
    if len(words) - head <= 1:
        head = 0
    characters = sum(len(message.content) for message in messages)
    cut = min(max(1, excess * characters // max(tokens, 1)), len(words) - head - 1)
    shorter = replace(messages[longest], content=words[:head] + words[head + cut :], instruction_length=head)
    return (*messages[:longest], shorter, *messages[longest + 1 :])
