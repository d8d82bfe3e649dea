"""An answer before any question, such as a greeting: templates that look for a user's turn refuse what ends with it, so
it is found in the whole conversation instead."""

from dataclasses import replace

from instructgpt_cli.data.types import Refusal
from instructgpt_cli.encoding.answer_span import AnswerSpan, Span
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError
from instructgpt_cli.encoding.skeleton import MARK, Shape


def find(template: ChatTemplate, shape: Shape, turn: int, whole: str) -> tuple[AnswerSpan, Span, bool] | None:
    """The answer, where it stands in the rendering of `shape`, and whether it has the opening there that it has as the
    last one: told by a question put before it, where all from its beginning on stays the same, else None."""
    asked = _with_question(shape, turn)
    try:
        answer = AnswerSpan(template, asked, turn + 1)
        other = template.render(asked.messages, asked.tools)
    except (Refusal, RenderError):
        return None
    span = answer.inside(other)
    if span is None or not whole.endswith(other[span.start :]):
        return None
    moved = len(whole) - len(other)
    before = whole[: span.start + moved]
    if any(shape.owners[int(match[1])][0] >= turn for match in MARK.finditer(before)):
        return None
    opens = span.start == len(answer.prompt)
    return answer, replace(span, turn=turn, start=span.start + moved, end=span.end + moved), opens


def _with_question(shape: Shape, turn: int) -> Shape:
    question = {"role": "user", "content": f'Zq{len(shape.pieces)}"qZ'}
    owners = [(owner + (owner >= turn), key) for owner, key in shape.owners]
    messages = [*shape.messages[:turn], question, *shape.messages[turn:]]
    return replace(shape, messages=messages, pieces=[*shape.pieces, "?"], owners=[*owners, (turn, "content")], key=())
