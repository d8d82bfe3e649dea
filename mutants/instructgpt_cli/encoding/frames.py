"""What a template makes of a tokenizer's added tokens: those that frame turns, and tags inside answers (`<think>`)."""

import re
from collections.abc import Collection, Iterable, Iterator

from instructgpt_cli.data.types import Refusal
from instructgpt_cli.encoding import markers
from instructgpt_cli.encoding.skeleton import MARK, Shape, parts_of
from instructgpt_cli.encoding.spans import Rendering

_LETTER = re.compile(r"[^\W\d_]")
_THOUGHT = re.compile(r"think|thought|reason", re.IGNORECASE)


def framing(text: Rendering, added: Collection[str]) -> frozenset[str]:
    """The added tokens that a template builds turns from: control tokens, whether or not they are marked as special.

    `text` is a plain conversation. Where it has two rounds, words of the system text are no part of any frame, nor is a
    tag that the template opens for an answer.
    """
    outer, opening = _around(text)
    found = {token for token in added if token in outer}
    return frozenset(found | {token for token in added if token in opening and _partner(token, added) in {"", *found}})


def tags(added: Collection[str], frame: Collection[str], shown: Iterable[str]) -> frozenset[str]:
    """The pairs of added tokens that frame no turn and stand in the `shown` texts, or are named for a thought, such as
    <think> and </think>."""
    seen = "\n".join(shown)
    pairs = {token: partner for token in added if (partner := _partner(token, added))}
    return frozenset(
        token
        for token, partner in pairs.items()
        if not {token, partner} & set(frame) and (token in seen or partner in seen or _THOUGHT.search(token))
    )


def check_control(shape: Shape, texts: Iterable[Rendering], control: re.Pattern[str], kept: Collection[str]) -> None:
    """Refuses an answer in which the template looks for a control token, not one of `kept`, where its words then stand
    in the rendering as they are: the token in them would pass for one that the template writes."""
    spans = [(text.marked, span) for text in texts for span in text.spans]
    for turn, token, words in _looked_for(shape, control):
        for marked, span in spans:
            own = marked[span.start : span.end].replace('\\"', '"')
            if span.turn == turn and token not in kept and words in (own if span.bare else _without_end(own, control)):
                raise Refusal(
                    "template",
                    f"the template looks for {token} in the answer in turn {turn + 1}, which holds it: whether that is "
                    "text or a control token cannot be told",
                )


def _around(text: Rendering) -> tuple[str, str]:
    """What stands around turns, and before answers; what stands between a prompt and an answer's words is left out."""
    asked = max((match.start() for match in MARK.finditer(text.marked, 0, text.spans[0].start)), default=0)
    outer, opening = [], []
    for start, end, part in parts_of(text.marked):
        if not isinstance(part, str):
            continue
        begun = next((span.start for span in text.spans if start <= span.start <= end), None)
        if begun is not None:
            opening.append(part[: begun - start])
        elif start < asked and len(text.spans) > 1:
            outer.append(markers.tokens_first(part))  # the system text follows
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


def _looked_for(shape: Shape, control: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """(turn, control token, the words around it up to the next marks) for control tokens left readable in answers."""
    for turn, message in enumerate(shape.messages):
        for words in message.values() if message["role"] == "assistant" else ():
            for match in control.finditer(words) if isinstance(words, str) else ():
                marks = list(MARK.finditer(words))
                start = max((mark.start() for mark in marks if mark.end() <= match.start()), default=0)
                end = min((mark.end() for mark in marks if mark.start() >= match.end()), default=len(words))
                yield turn, match[0], words[start:end].strip()


def _without_end(answer: str, control: re.Pattern[str]) -> str:
    """An answer without the control token that ends it."""
    ends = [match for match in control.finditer(answer) if not answer[match.end() :].strip()]
    return answer[: ends[-1].start()] if ends else answer
