"""Which of a tokenizer's added tokens a template frames turns with, and which are tags inside answers (`<think>`)."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from instructgpt_cli.data.types import Refusal
from instructgpt_cli.encoding import markers
from instructgpt_cli.encoding.skeleton import PLACEHOLDER, parts_of
from instructgpt_cli.encoding.spans import Rendering

_LETTER = re.compile(r"[^\W\d_]")
_REASONING = re.compile(r"think|thought|reason", re.IGNORECASE)


def turn_tokens(rendering: Rendering, added: Collection[str]) -> frozenset[str]:
    """The added tokens that a template frames turns with: control tokens, whether or not they are marked as special.

    `rendering` is that of a plain conversation. With two rounds, the text of the system turn does not count as a frame,
    nor does a tag that the template opens at the start of an answer.
    """
    outer, opening = _around(rendering)
    found = {token for token in added if token in outer}
    return frozenset(found | {token for token in added if token in opening and _partner(token, added) in {"", *found}})


def tag_tokens(added: Collection[str], frame: Collection[str], shown: Iterable[str]) -> frozenset[str]:
    """The pairs of added tokens, such as <think> and </think>, that are not in `frame` and either occur in the `shown`
    texts or are named after reasoning."""
    text = "\n".join(shown)
    pairs = {token: partner for token in added if (partner := _partner(token, added))}
    return frozenset(
        token
        for token, partner in pairs.items()
        if not {token, partner} & set(frame) and (token in text or partner in text or _REASONING.search(token))
    )


def check_answers(
    messages: Sequence[Mapping[str, Any]],
    renderings: Iterable[Rendering],
    control: re.Pattern[str],
    kept: Collection[str],
) -> None:
    """Refuses an answer in which the template looks for a control token, not one of `kept`, and leaves the words around
    it unchanged: the token in them would pass for one that the template writes. `messages` are those of a skeleton.
    """
    spans = [(rendering.text, span) for rendering in renderings for span in rendering.spans]
    for turn, token, words in _looked_for(messages, control):
        for text, span in spans:
            own = text[span.start : span.end].replace('\\"', '"')
            shown = own if span.needs_eos else _without_end(own, control)
            if span.turn == turn and token not in kept and words in shown:
                raise Refusal(
                    "template",
                    f"the answer in turn {turn + 1} contains {token}, which the template looks for: it could be text "
                    "or a control token",
                )


def _around(rendering: Rendering) -> tuple[str, str]:
    """The text around turns, and the text before answers. Text between the generation prompt and an answer's words is
    omitted."""
    text, spans = rendering.text, rendering.spans
    asked = max((match.start() for match in PLACEHOLDER.finditer(text, 0, spans[0].start)), default=0)
    outer, opening = [], []
    for start, end, part in parts_of(text):
        if not isinstance(part, str):
            continue
        begun = next((span.start for span in spans if start <= span.start <= end), None)
        if begun is not None:
            opening.append(part[: begun - start])
        elif start < asked and len(spans) > 1:
            outer.append(markers.leading_tokens(part))  # the system text follows
        else:
            outer.append(part)
    return "\n".join(outer), "\n".join(opening)


def _partner(token: str, added: Collection[str]) -> str:
    """The token that closes or opens what this one opens or closes; empty if there is none."""
    letter = _LETTER.search(token)
    if letter is None:
        return ""
    at = letter.start()
    other = token[: at - 1] + token[at:] if token[at - 1 : at] == "/" else f"{token[:at]}/{token[at:]}"
    return other if other in added else ""


def _looked_for(messages: Sequence[Mapping[str, Any]], control: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """(turn, token, the words around it up to the next placeholders) for control tokens left readable in answers."""
    for turn, message in enumerate(messages):
        for words in message.values() if message["role"] == "assistant" else ():
            for match in control.finditer(words) if isinstance(words, str) else ():
                marks = list(PLACEHOLDER.finditer(words))
                start = max((mark.start() for mark in marks if mark.end() <= match.start()), default=0)
                end = min((mark.end() for mark in marks if mark.start() >= match.end()), default=len(words))
                yield turn, match[0], words[start:end].strip()


def _without_end(answer: str, control: re.Pattern[str]) -> str:
    """An answer without the control token that ends it."""
    ends = [match for match in control.finditer(answer) if not answer[match.end() :].strip()]
    return answer[: ends[-1].start()] if ends else answer
