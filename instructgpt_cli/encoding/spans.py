"""Where the answers stand in a rendered conversation, found for any template.

The words of a conversation are replaced by marks (`shape`), the marked conversation is rendered, and the marks tell
which text comes from whom. An answer begins where the opening ends that the template's generation prompt shares with a
finished plain answer, and ends after the end marker that the template writes.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from instructgpt_cli.data.types import OpeningRefusal, Refusal
from instructgpt_cli.encoding import leading_answer, template_variables
from instructgpt_cli.encoding.answer_span import AnswerSpan, Span
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError
from instructgpt_cli.encoding.skeleton import MARK, Shape, fill, parts_of

_SPLIT_NOTE = (
    "an earlier answer is rendered otherwise once the conversation goes on: it is trained in a sequence of its own"
)
_OPENING_NOTE = "an earlier answer lacks the opening that the last one has"

Known = dict[tuple[Any, ...], AnswerSpan | Refusal]


@dataclass(frozen=True, slots=True)
class Rendering:
    """The marked rendering of the first `turns` messages and the answers in it, in order; `complete`: all of them."""

    turns: int
    marked: str
    spans: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    complete: bool = True

    def filled(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join([fill(part, pieces) for _, _, part in parts_of(self.marked)])


def find(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.messages, shape.tools)
    except RenderError as error:
        raise Refusal("template", f"the template refuses the conversation: {error}") from None
    apart: list[Rendering] = []
    found: list[Span] = []
    notes = [*_dropped_turns(whole, shape), *_dropped_tools(template, whole, shape)]
    complete = True
    for turn in [index for index, message in enumerate(shape.messages) if message["role"] == "assistant"]:
        try:
            answer, span, opens = _located(template, shape, turn, whole, known)
            if answer.empty and turn in trained:
                raise Refusal("empty answer", f"the template leaves nothing of the answer in turn {turn + 1}", turn)
        except Refusal:
            if turn in trained:
                raise
            complete = False  # an answer that is only context may be empty, or dropped
            continue
        notes += answer.notes
        if span is not None:
            if not opens:
                notes.append(_OPENING_NOTE)
            found.append(replace(span, trained=turn in trained))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def _located(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def _answer(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def _remedy(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, turn)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def _alone(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def _dropped_turns(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def _dropped_tools(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if not shape.tools:
        return []
    try:
        without = template.render(shape.messages)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if without == whole else []


def generation_prompt(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.messages, shape.tools, prompt=True)
    except RenderError:
        return None
