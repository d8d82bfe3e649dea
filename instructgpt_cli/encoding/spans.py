"""Where the answers are in a rendered conversation, for any template.

The words of a conversation are replaced by placeholders (`skeleton`) and the result is rendered: the placeholders show
which text comes from which turn. An answer begins after the opening that the template's generation prompt shares with a
finished plain answer, and ends after the end marker that the template writes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from instructgpt_cli.data.types import OpeningRefusal, Refusal
from instructgpt_cli.encoding import leading_answer
from instructgpt_cli.encoding.answer_span import AnswerSpan, Span
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError
from instructgpt_cli.encoding.skeleton import PLACEHOLDER, Skeleton, fill, parts_of

_SPLIT_NOTE = "an earlier answer is rendered differently once more turns follow: it is trained in a sequence of its own"
_OPENING_NOTE = "an earlier answer lacks the opening that the last one has"

AnswerCache = dict[tuple[Any, ...], AnswerSpan | Refusal]
"""Answers by the part of the skeleton that ends with them: conversations that begin alike share them."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The rendering of the first `turns` messages of a skeleton and the spans of the answers in it, in order.

    `complete`: no answer is missing from `spans`.
    """

    turns: int
    text: str
    spans: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    complete: bool = True

    def filled(self, words: Sequence[str]) -> str:
        """The rendering of the conversation with these words."""
        return "".join([fill(part, words) for _, _, part in parts_of(self.text)])


def find(template: ChatTemplate, skeleton: Skeleton, trained: Collection[int], cache: AnswerCache) -> list[Rendering]:
    """The renderings to train on: the whole conversation last, before it one for each answer in the turns `trained`
    that the template renders differently once more turns follow (it drops earlier reasoning, or moves tools).

    Raises `Refusal` if an answer of `trained` cannot be located with certainty.
    """
    try:
        whole = template.render(skeleton.messages, skeleton.tools)
    except RenderError as error:
        raise Refusal("template", f"the template refuses the conversation: {error}") from None
    separate: list[Rendering] = []
    found: list[Span] = []
    notes = [*_dropped_turns(whole, skeleton), *_dropped_tools(template, whole, skeleton)]
    complete = True
    for turn in [index for index, message in enumerate(skeleton.messages) if message["role"] == "assistant"]:
        try:
            answer, span, has_opening = _located(template, skeleton, turn, whole, cache)
            if answer.empty and turn in trained:
                raise Refusal("empty answer", f"the template shows nothing of the answer in turn {turn + 1}", turn)
        except Refusal:
            if turn in trained:
                raise
            complete = False  # an answer that is only context may be empty, or dropped
            continue
        notes += answer.notes
        if span is not None:
            if not has_opening:
                notes.append(_OPENING_NOTE)
            found.append(replace(span, trained=turn in trained))
        elif turn in trained:
            separate.append(_separate(template, skeleton, turn, cache))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "two answers overlap in what the template writes")
    return [*separate, Rendering(len(skeleton.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def _located(
    template: ChatTemplate, skeleton: Skeleton, turn: int, whole: str, cache: AnswerCache
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, its span in the whole conversation (None if it is rendered differently there), and
    whether it has the same opening there as when it comes last.

    The first turn has no prompt to derive it from, and some templates refuse a conversation before the first user turn:
    such an answer is located in the whole conversation.
    """
    is_last = turn == len(skeleton.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in skeleton.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(template, skeleton, turn, whole)):
        return found
    try:
        answer = _answer(template, skeleton, turn, cache)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, skeleton, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def _answer(template: ChatTemplate, skeleton: Skeleton, turn: int, cache: AnswerCache) -> AnswerSpan:
    key = skeleton.key_until(turn + 1)
    answer = cache.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, skeleton, turn)
        except OpeningRefusal as refusal:
            setting = template.agreeing_setting(lambda other: _can_locate(other, skeleton, turn))
            answer = Refusal(refusal.reason, f"{refusal}: {setting}" if setting else str(refusal))
        except Refusal as refusal:
            answer = refusal
        cache[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def _can_locate(template: ChatTemplate, skeleton: Skeleton, turn: int) -> bool:
    AnswerSpan(template, skeleton, turn)  # raises Refusal where it cannot
    return True


def _separate(template: ChatTemplate, skeleton: Skeleton, turn: int, cache: AnswerCache) -> Rendering:
    rendering = find(template, skeleton.until(turn + 1), (turn,), cache)[-1]
    return replace(rendering, notes=(*rendering.notes, _SPLIT_NOTE))


def _dropped_turns(whole: str, skeleton: Skeleton) -> list[str]:
    shown = {int(match[1]) for match in PLACEHOLDER.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(skeleton.owners) if key in ("content", "text") and n not in shown}
    roles = [message["role"] for index, message in enumerate(skeleton.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def _dropped_tools(template: ChatTemplate, whole: str, skeleton: Skeleton) -> list[str]:
    if not skeleton.tools:
        return []
    try:
        without = template.render(skeleton.messages)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if without == whole else []


def generation_prompt(template: ChatTemplate, skeleton: Skeleton) -> str | None:
    """The template's own generation prompt for the whole skeleton; None where it refuses."""
    try:
        return template.render(skeleton.messages, skeleton.tools, prompt=True)
    except RenderError:
        return None
