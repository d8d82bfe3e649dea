"""An answer before any question, such as a greeting.

Templates that require a user's turn refuse a conversation that ends with it, so it is located in the whole one.
"""

from dataclasses import replace

from instructgpt_cli.data.types import Refusal
from instructgpt_cli.encoding.answer_span import AnswerSpan, Span
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError
from instructgpt_cli.encoding.skeleton import PLACEHOLDER, Skeleton, placeholder


def find(template: ChatTemplate, skeleton: Skeleton, turn: int, whole: str) -> tuple[AnswerSpan, Span, bool] | None:
    """The answer, its span in `whole` (the rendering of `skeleton`), and whether it has the same opening there as when
    it comes last.

    Derived from the conversation with a question inserted before the answer; None unless everything from the answer on
    is rendered the same with and without it.
    """
    asked = _with_question(skeleton, turn)
    try:
        answer = AnswerSpan(template, asked, turn + 1)
        other = template.render(asked.messages, asked.tools)
    except (Refusal, RenderError):
        return None
    span = answer.inside(other)
    if span is None or not whole.endswith(other[span.start :]):
        return None
    shift = len(whole) - len(other)
    before = whole[: span.start + shift]
    if any(skeleton.owners[int(match[1])][0] >= turn for match in PLACEHOLDER.finditer(before)):
        return None
    has_opening = span.start == len(answer.prompt)
    return answer, replace(span, turn=turn, start=span.start + shift, end=span.end + shift), has_opening


def _with_question(skeleton: Skeleton, turn: int) -> Skeleton:
    question = {"role": "user", "content": placeholder(len(skeleton.words))}
    owners = [(owner + (owner >= turn), key) for owner, key in skeleton.owners]
    messages = [*skeleton.messages[:turn], question, *skeleton.messages[turn:]]
    owners.append((turn, "content"))
    return replace(skeleton, messages=messages, words=[*skeleton.words, "?"], owners=owners, key=())
