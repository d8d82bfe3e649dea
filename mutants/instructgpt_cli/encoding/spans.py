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


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_xǁRenderingǁfilled__mutmut: MutantDict = {}  # type: ignore


@dataclass(frozen=True, slots=True)
class Rendering:
    """The marked rendering of the first `turns` messages and the answers in it, in order; `complete`: all of them."""

    turns: int
    marked: str
    spans: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    complete: bool = True

    @_mutmut_mutated(mutants_xǁRenderingǁfilled__mutmut)
    def filled(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join([fill(part, pieces) for _, _, part in parts_of(self.marked)])

    def xǁRenderingǁfilled__mutmut_orig(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join([fill(part, pieces) for _, _, part in parts_of(self.marked)])

    def xǁRenderingǁfilled__mutmut_1(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join(None)

    def xǁRenderingǁfilled__mutmut_2(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join([fill(None, pieces) for _, _, part in parts_of(self.marked)])

    def xǁRenderingǁfilled__mutmut_3(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join([fill(part, None) for _, _, part in parts_of(self.marked)])

    def xǁRenderingǁfilled__mutmut_4(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join([fill(pieces) for _, _, part in parts_of(self.marked)])

    def xǁRenderingǁfilled__mutmut_5(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join([fill(part, ) for _, _, part in parts_of(self.marked)])

    def xǁRenderingǁfilled__mutmut_6(self, pieces: Sequence[str]) -> str:
        """The rendering of the conversation that has these pieces."""
        return "".join([fill(part, pieces) for _, _, part in parts_of(None)])

mutants_xǁRenderingǁfilled__mutmut['_mutmut_orig'] = Rendering.xǁRenderingǁfilled__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRenderingǁfilled__mutmut['xǁRenderingǁfilled__mutmut_1'] = Rendering.xǁRenderingǁfilled__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRenderingǁfilled__mutmut['xǁRenderingǁfilled__mutmut_2'] = Rendering.xǁRenderingǁfilled__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRenderingǁfilled__mutmut['xǁRenderingǁfilled__mutmut_3'] = Rendering.xǁRenderingǁfilled__mutmut_3 # type: ignore # mutmut generated
mutants_xǁRenderingǁfilled__mutmut['xǁRenderingǁfilled__mutmut_4'] = Rendering.xǁRenderingǁfilled__mutmut_4 # type: ignore # mutmut generated
mutants_xǁRenderingǁfilled__mutmut['xǁRenderingǁfilled__mutmut_5'] = Rendering.xǁRenderingǁfilled__mutmut_5 # type: ignore # mutmut generated
mutants_xǁRenderingǁfilled__mutmut['xǁRenderingǁfilled__mutmut_6'] = Rendering.xǁRenderingǁfilled__mutmut_6 # type: ignore # mutmut generated
mutants_x_find__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_find__mutmut)
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


def x_find__mutmut_orig(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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


def x_find__mutmut_1(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = None
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


def x_find__mutmut_2(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(None, shape.tools)
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


def x_find__mutmut_3(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.messages, None)
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


def x_find__mutmut_4(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.tools)
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


def x_find__mutmut_5(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.messages, )
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


def x_find__mutmut_6(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.messages, shape.tools)
    except RenderError as error:
        raise Refusal(None, f"the template refuses the conversation: {error}") from None
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


def x_find__mutmut_7(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.messages, shape.tools)
    except RenderError as error:
        raise Refusal("template", None) from None
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


def x_find__mutmut_8(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.messages, shape.tools)
    except RenderError as error:
        raise Refusal(f"the template refuses the conversation: {error}") from None
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


def x_find__mutmut_9(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.messages, shape.tools)
    except RenderError as error:
        raise Refusal("template", ) from None
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


def x_find__mutmut_10(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
    """The texts to train on for one shape: the whole conversation comes last, before it one text for each answer of
    `trained` that the template renders otherwise once more turns follow (it drops earlier reasoning, or moves tools).

    `known` holds the answers found before for this template: conversations that begin alike share those.

    Raises `Refusal` where an answer of `trained` cannot be located for certain.
    """
    try:
        whole = template.render(shape.messages, shape.tools)
    except RenderError as error:
        raise Refusal("template", f"the template refuses the conversation: {error}") from None
    apart: list[Rendering] = None
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


def x_find__mutmut_11(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    found: list[Span] = None
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


def x_find__mutmut_12(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = None
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


def x_find__mutmut_13(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(None, shape), *_dropped_tools(template, whole, shape)]
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


def x_find__mutmut_14(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(whole, None), *_dropped_tools(template, whole, shape)]
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


def x_find__mutmut_15(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(shape), *_dropped_tools(template, whole, shape)]
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


def x_find__mutmut_16(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(whole, ), *_dropped_tools(template, whole, shape)]
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


def x_find__mutmut_17(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(whole, shape), *_dropped_tools(None, whole, shape)]
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


def x_find__mutmut_18(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(whole, shape), *_dropped_tools(template, None, shape)]
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


def x_find__mutmut_19(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(whole, shape), *_dropped_tools(template, whole, None)]
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


def x_find__mutmut_20(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(whole, shape), *_dropped_tools(whole, shape)]
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


def x_find__mutmut_21(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(whole, shape), *_dropped_tools(template, shape)]
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


def x_find__mutmut_22(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    notes = [*_dropped_turns(whole, shape), *_dropped_tools(template, whole, )]
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


def x_find__mutmut_23(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    complete = None
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


def x_find__mutmut_24(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    complete = False
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


def x_find__mutmut_25(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    for turn in [index for index, message in enumerate(None) if message["role"] == "assistant"]:
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


def x_find__mutmut_26(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    for turn in [index for index, message in enumerate(shape.messages) if message["role"] != "assistant"]:
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


def x_find__mutmut_27(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = None
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


def x_find__mutmut_28(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(None, shape, turn, whole, known)
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


def x_find__mutmut_29(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(template, None, turn, whole, known)
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


def x_find__mutmut_30(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(template, shape, None, whole, known)
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


def x_find__mutmut_31(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(template, shape, turn, None, known)
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


def x_find__mutmut_32(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(template, shape, turn, whole, None)
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


def x_find__mutmut_33(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(shape, turn, whole, known)
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


def x_find__mutmut_34(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(template, turn, whole, known)
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


def x_find__mutmut_35(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(template, shape, whole, known)
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


def x_find__mutmut_36(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(template, shape, turn, known)
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


def x_find__mutmut_37(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            answer, span, opens = _located(template, shape, turn, whole, )
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


def x_find__mutmut_38(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            if answer.empty or turn in trained:
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


def x_find__mutmut_39(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            if answer.empty and turn not in trained:
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


def x_find__mutmut_40(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                raise Refusal(None, f"the template leaves nothing of the answer in turn {turn + 1}", turn)
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


def x_find__mutmut_41(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                raise Refusal("empty answer", None, turn)
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


def x_find__mutmut_42(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                raise Refusal("empty answer", f"the template leaves nothing of the answer in turn {turn + 1}", None)
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


def x_find__mutmut_43(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                raise Refusal(f"the template leaves nothing of the answer in turn {turn + 1}", turn)
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


def x_find__mutmut_44(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                raise Refusal("empty answer", turn)
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


def x_find__mutmut_45(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                raise Refusal("empty answer", f"the template leaves nothing of the answer in turn {turn + 1}", )
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


def x_find__mutmut_46(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                raise Refusal("empty answer", f"the template leaves nothing of the answer in turn {turn - 1}", turn)
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


def x_find__mutmut_47(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                raise Refusal("empty answer", f"the template leaves nothing of the answer in turn {turn + 2}", turn)
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


def x_find__mutmut_48(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            if turn not in trained:
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


def x_find__mutmut_49(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            complete = None  # an answer that is only context may be empty, or dropped
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


def x_find__mutmut_50(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            complete = True  # an answer that is only context may be empty, or dropped
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


def x_find__mutmut_51(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            break
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


def x_find__mutmut_52(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
        notes = answer.notes
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


def x_find__mutmut_53(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
        notes -= answer.notes
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


def x_find__mutmut_54(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
        if span is None:
            if not opens:
                notes.append(_OPENING_NOTE)
            found.append(replace(span, trained=turn in trained))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_55(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            if opens:
                notes.append(_OPENING_NOTE)
            found.append(replace(span, trained=turn in trained))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_56(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
                notes.append(None)
            found.append(replace(span, trained=turn in trained))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_57(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            found.append(None)
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_58(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            found.append(replace(None, trained=turn in trained))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_59(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            found.append(replace(span, trained=None))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_60(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            found.append(replace(trained=turn in trained))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_61(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            found.append(replace(span, ))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_62(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            found.append(replace(span, trained=turn not in trained))
        elif turn in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_63(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
        elif turn not in trained:
            apart.append(_alone(template, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_64(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(None)
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_65(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(_alone(None, shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_66(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(_alone(template, None, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_67(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(_alone(template, shape, None, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_68(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(_alone(template, shape, turn, None))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_69(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(_alone(shape, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_70(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(_alone(template, turn, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_71(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(_alone(template, shape, known))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_72(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            apart.append(_alone(template, shape, turn, ))
    for left, right in pairwise(found):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_73(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    for left, right in pairwise(None):
        if right.start < left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_74(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
        if right.start <= left.end:
            raise Refusal("template", "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_75(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            raise Refusal(None, "the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_76(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            raise Refusal("template", None)
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_77(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            raise Refusal("the template lets two answers overlap")
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_78(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
            raise Refusal("template", )
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_79(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(None, whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_80(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), None, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_81(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, None, tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_82(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), None, complete)]


def x_find__mutmut_83(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), None)]


def x_find__mutmut_84(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(whole, tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_85(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), tuple(found), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_86(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_87(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), complete)]


def x_find__mutmut_88(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(notes)), )]


def x_find__mutmut_89(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, tuple(None), tuple(dict.fromkeys(notes)), complete)]


def x_find__mutmut_90(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(None), complete)]


def x_find__mutmut_91(template: ChatTemplate, shape: Shape, trained: Collection[int], known: Known) -> list[Rendering]:
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
    return [*apart, Rendering(len(shape.messages), whole, tuple(found), tuple(dict.fromkeys(None)), complete)]

mutants_x_find__mutmut['_mutmut_orig'] = x_find__mutmut_orig # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_1'] = x_find__mutmut_1 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_2'] = x_find__mutmut_2 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_3'] = x_find__mutmut_3 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_4'] = x_find__mutmut_4 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_5'] = x_find__mutmut_5 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_6'] = x_find__mutmut_6 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_7'] = x_find__mutmut_7 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_8'] = x_find__mutmut_8 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_9'] = x_find__mutmut_9 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_10'] = x_find__mutmut_10 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_11'] = x_find__mutmut_11 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_12'] = x_find__mutmut_12 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_13'] = x_find__mutmut_13 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_14'] = x_find__mutmut_14 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_15'] = x_find__mutmut_15 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_16'] = x_find__mutmut_16 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_17'] = x_find__mutmut_17 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_18'] = x_find__mutmut_18 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_19'] = x_find__mutmut_19 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_20'] = x_find__mutmut_20 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_21'] = x_find__mutmut_21 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_22'] = x_find__mutmut_22 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_23'] = x_find__mutmut_23 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_24'] = x_find__mutmut_24 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_25'] = x_find__mutmut_25 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_26'] = x_find__mutmut_26 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_27'] = x_find__mutmut_27 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_28'] = x_find__mutmut_28 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_29'] = x_find__mutmut_29 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_30'] = x_find__mutmut_30 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_31'] = x_find__mutmut_31 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_32'] = x_find__mutmut_32 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_33'] = x_find__mutmut_33 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_34'] = x_find__mutmut_34 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_35'] = x_find__mutmut_35 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_36'] = x_find__mutmut_36 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_37'] = x_find__mutmut_37 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_38'] = x_find__mutmut_38 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_39'] = x_find__mutmut_39 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_40'] = x_find__mutmut_40 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_41'] = x_find__mutmut_41 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_42'] = x_find__mutmut_42 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_43'] = x_find__mutmut_43 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_44'] = x_find__mutmut_44 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_45'] = x_find__mutmut_45 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_46'] = x_find__mutmut_46 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_47'] = x_find__mutmut_47 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_48'] = x_find__mutmut_48 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_49'] = x_find__mutmut_49 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_50'] = x_find__mutmut_50 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_51'] = x_find__mutmut_51 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_52'] = x_find__mutmut_52 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_53'] = x_find__mutmut_53 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_54'] = x_find__mutmut_54 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_55'] = x_find__mutmut_55 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_56'] = x_find__mutmut_56 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_57'] = x_find__mutmut_57 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_58'] = x_find__mutmut_58 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_59'] = x_find__mutmut_59 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_60'] = x_find__mutmut_60 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_61'] = x_find__mutmut_61 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_62'] = x_find__mutmut_62 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_63'] = x_find__mutmut_63 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_64'] = x_find__mutmut_64 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_65'] = x_find__mutmut_65 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_66'] = x_find__mutmut_66 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_67'] = x_find__mutmut_67 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_68'] = x_find__mutmut_68 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_69'] = x_find__mutmut_69 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_70'] = x_find__mutmut_70 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_71'] = x_find__mutmut_71 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_72'] = x_find__mutmut_72 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_73'] = x_find__mutmut_73 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_74'] = x_find__mutmut_74 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_75'] = x_find__mutmut_75 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_76'] = x_find__mutmut_76 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_77'] = x_find__mutmut_77 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_78'] = x_find__mutmut_78 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_79'] = x_find__mutmut_79 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_80'] = x_find__mutmut_80 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_81'] = x_find__mutmut_81 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_82'] = x_find__mutmut_82 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_83'] = x_find__mutmut_83 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_84'] = x_find__mutmut_84 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_85'] = x_find__mutmut_85 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_86'] = x_find__mutmut_86 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_87'] = x_find__mutmut_87 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_88'] = x_find__mutmut_88 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_89'] = x_find__mutmut_89 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_90'] = x_find__mutmut_90 # type: ignore # mutmut generated
mutants_x_find__mutmut['x_find__mutmut_91'] = x_find__mutmut_91 # type: ignore # mutmut generated
mutants_x__located__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__located__mutmut)
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


def x__located__mutmut_orig(
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


def x__located__mutmut_1(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = None
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


def x__located__mutmut_2(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn != len(shape.messages) - 1
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


def x__located__mutmut_3(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) + 1
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


def x__located__mutmut_4(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 2
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


def x__located__mutmut_5(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = None
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


def x__located__mutmut_6(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last and any(message["role"] == "user" for message in shape.messages[:turn])
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


def x__located__mutmut_7(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(None)
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


def x__located__mutmut_8(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] != "user" for message in shape.messages[:turn])
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


def x__located__mutmut_9(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked or (found := leading_answer.find(template, shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_10(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 or not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_11(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn != 0 and not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_12(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 1 and not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_13(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and is_asked and (found := leading_answer.find(template, shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_14(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(None, shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_15(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(template, None, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_16(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(template, shape, None, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_17(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(template, shape, turn, None)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_18(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_19(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(template, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_20(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(template, shape, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_21(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.find(template, shape, turn, )):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_22(
    template: ChatTemplate, shape: Shape, turn: int, whole: str, known: Known
) -> tuple[AnswerSpan, Span | None, bool]:
    """The answer in one turn, where it stands in the whole conversation (None where it is rendered otherwise there),
    and whether it has the opening there that it has as the last one.

    What opens a conversation has no prompt to be told from, and some templates refuse a conversation until a user has
    spoken: such an answer is looked for in the whole.
    """
    is_last = turn == len(shape.messages) - 1
    is_asked = is_last or any(message["role"] == "user" for message in shape.messages[:turn])
    if turn == 0 and not is_asked and (found := leading_answer.rfind(template, shape, turn, whole)):
        return found
    try:
        answer = _answer(template, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_23(
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
        answer = None
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_24(
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
        answer = _answer(None, shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_25(
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
        answer = _answer(template, None, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_26(
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
        answer = _answer(template, shape, None, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_27(
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
        answer = _answer(template, shape, turn, None)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_28(
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
        answer = _answer(shape, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_29(
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
        answer = _answer(template, turn, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_30(
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
        answer = _answer(template, shape, known)
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_31(
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
        answer = _answer(template, shape, turn, )
    except Refusal:
        if not is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_32(
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
        if not is_asked or (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_33(
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
        if is_asked and (found := leading_answer.find(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_34(
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
        if not is_asked and (found := leading_answer.find(None, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_35(
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
        if not is_asked and (found := leading_answer.find(template, None, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_36(
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
        if not is_asked and (found := leading_answer.find(template, shape, None, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_37(
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
        if not is_asked and (found := leading_answer.find(template, shape, turn, None)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_38(
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
        if not is_asked and (found := leading_answer.find(shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_39(
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
        if not is_asked and (found := leading_answer.find(template, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_40(
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
        if not is_asked and (found := leading_answer.find(template, shape, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_41(
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
        if not is_asked and (found := leading_answer.find(template, shape, turn, )):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_42(
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
        if not is_asked and (found := leading_answer.rfind(template, shape, turn, whole)):
            return found
        raise
    span = answer.own if is_last else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_43(
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
    span = None
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_44(
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
    span = answer.own if (is_last) and False else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_45(
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
    span = answer.own if (is_last) or True else answer.inside(whole)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_46(
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
    span = answer.own if is_last else answer.inside(None)
    return answer, span, span is None or span.start == len(answer.prompt)


def x__located__mutmut_47(
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
    return answer, span, span is None and span.start == len(answer.prompt)


def x__located__mutmut_48(
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
    return answer, span, span is not None or span.start == len(answer.prompt)


def x__located__mutmut_49(
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
    return answer, span, span is None or span.start != len(answer.prompt)

mutants_x__located__mutmut['_mutmut_orig'] = x__located__mutmut_orig # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_1'] = x__located__mutmut_1 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_2'] = x__located__mutmut_2 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_3'] = x__located__mutmut_3 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_4'] = x__located__mutmut_4 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_5'] = x__located__mutmut_5 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_6'] = x__located__mutmut_6 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_7'] = x__located__mutmut_7 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_8'] = x__located__mutmut_8 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_9'] = x__located__mutmut_9 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_10'] = x__located__mutmut_10 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_11'] = x__located__mutmut_11 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_12'] = x__located__mutmut_12 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_13'] = x__located__mutmut_13 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_14'] = x__located__mutmut_14 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_15'] = x__located__mutmut_15 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_16'] = x__located__mutmut_16 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_17'] = x__located__mutmut_17 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_18'] = x__located__mutmut_18 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_19'] = x__located__mutmut_19 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_20'] = x__located__mutmut_20 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_21'] = x__located__mutmut_21 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_22'] = x__located__mutmut_22 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_23'] = x__located__mutmut_23 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_24'] = x__located__mutmut_24 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_25'] = x__located__mutmut_25 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_26'] = x__located__mutmut_26 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_27'] = x__located__mutmut_27 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_28'] = x__located__mutmut_28 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_29'] = x__located__mutmut_29 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_30'] = x__located__mutmut_30 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_31'] = x__located__mutmut_31 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_32'] = x__located__mutmut_32 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_33'] = x__located__mutmut_33 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_34'] = x__located__mutmut_34 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_35'] = x__located__mutmut_35 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_36'] = x__located__mutmut_36 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_37'] = x__located__mutmut_37 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_38'] = x__located__mutmut_38 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_39'] = x__located__mutmut_39 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_40'] = x__located__mutmut_40 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_41'] = x__located__mutmut_41 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_42'] = x__located__mutmut_42 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_43'] = x__located__mutmut_43 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_44'] = x__located__mutmut_44 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_45'] = x__located__mutmut_45 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_46'] = x__located__mutmut_46 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_47'] = x__located__mutmut_47 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_48'] = x__located__mutmut_48 # type: ignore # mutmut generated
mutants_x__located__mutmut['x__located__mutmut_49'] = x__located__mutmut_49 # type: ignore # mutmut generated
mutants_x__answer__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__answer__mutmut)
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


def x__answer__mutmut_orig(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
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


def x__answer__mutmut_1(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = None
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


def x__answer__mutmut_2(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(None)
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


def x__answer__mutmut_3(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn - 1)
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


def x__answer__mutmut_4(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 2)
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


def x__answer__mutmut_5(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = None
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


def x__answer__mutmut_6(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(None)
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


def x__answer__mutmut_7(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is not None:
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


def x__answer__mutmut_8(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = None
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_9(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(None, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_10(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, None, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_11(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, None)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_12(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_13(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_14(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, )
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_15(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = None
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_16(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(None, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_17(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, None)
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_18(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_19(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, )
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_20(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(None, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_21(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, None, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_22(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, None)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_23(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_24(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_25(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, )}")
        except Refusal as refusal:
            answer = refusal
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_26(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = None
        known[key] = answer
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_27(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
    key = shape.key_until(turn + 1)
    answer = known.get(key)
    if answer is None:
        try:
            answer = AnswerSpan(template, shape, turn)
        except OpeningRefusal as refusal:
            answer = Refusal(refusal.reason, f"{refusal}{_remedy(template, shape, turn)}")
        except Refusal as refusal:
            answer = refusal
        known[key] = None
    if isinstance(answer, Refusal):
        raise Refusal(answer.reason, str(answer))
    return answer


def x__answer__mutmut_28(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
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
        raise Refusal(None, str(answer))
    return answer


def x__answer__mutmut_29(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
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
        raise Refusal(answer.reason, None)
    return answer


def x__answer__mutmut_30(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
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
        raise Refusal(str(answer))
    return answer


def x__answer__mutmut_31(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
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
        raise Refusal(answer.reason, )
    return answer


def x__answer__mutmut_32(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> AnswerSpan:
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
        raise Refusal(answer.reason, str(None))
    return answer

mutants_x__answer__mutmut['_mutmut_orig'] = x__answer__mutmut_orig # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_1'] = x__answer__mutmut_1 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_2'] = x__answer__mutmut_2 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_3'] = x__answer__mutmut_3 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_4'] = x__answer__mutmut_4 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_5'] = x__answer__mutmut_5 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_6'] = x__answer__mutmut_6 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_7'] = x__answer__mutmut_7 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_8'] = x__answer__mutmut_8 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_9'] = x__answer__mutmut_9 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_10'] = x__answer__mutmut_10 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_11'] = x__answer__mutmut_11 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_12'] = x__answer__mutmut_12 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_13'] = x__answer__mutmut_13 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_14'] = x__answer__mutmut_14 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_15'] = x__answer__mutmut_15 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_16'] = x__answer__mutmut_16 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_17'] = x__answer__mutmut_17 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_18'] = x__answer__mutmut_18 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_19'] = x__answer__mutmut_19 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_20'] = x__answer__mutmut_20 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_21'] = x__answer__mutmut_21 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_22'] = x__answer__mutmut_22 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_23'] = x__answer__mutmut_23 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_24'] = x__answer__mutmut_24 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_25'] = x__answer__mutmut_25 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_26'] = x__answer__mutmut_26 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_27'] = x__answer__mutmut_27 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_28'] = x__answer__mutmut_28 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_29'] = x__answer__mutmut_29 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_30'] = x__answer__mutmut_30 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_31'] = x__answer__mutmut_31 # type: ignore # mutmut generated
mutants_x__answer__mutmut['x__answer__mutmut_32'] = x__answer__mutmut_32 # type: ignore # mutmut generated
mutants_x__remedy__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__remedy__mutmut)
def _remedy(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, turn)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_orig(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, turn)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_1(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(None):
            AnswerSpan(other, shape, turn)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_2(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(None, shape, turn)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_3(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, None, turn)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_4(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, None)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_5(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(shape, turn)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_6(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, turn)
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_7(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, )
            return f": {template_variables.agreeing(name, value)}"
    return ""


def x__remedy__mutmut_8(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, turn)
            return f": {template_variables.agreeing(None, value)}"
    return ""


def x__remedy__mutmut_9(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, turn)
            return f": {template_variables.agreeing(name, None)}"
    return ""


def x__remedy__mutmut_10(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, turn)
            return f": {template_variables.agreeing(value)}"
    return ""


def x__remedy__mutmut_11(template: ChatTemplate, shape: Shape, turn: int) -> str:
    """The variable of the template by which the answer would begin as its prompt ends, in words."""
    for name, value, other in template.others():
        with suppress(Refusal):
            AnswerSpan(other, shape, turn)
            return f": {template_variables.agreeing(name, )}"
    return ""

mutants_x__remedy__mutmut['_mutmut_orig'] = x__remedy__mutmut_orig # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_1'] = x__remedy__mutmut_1 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_2'] = x__remedy__mutmut_2 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_3'] = x__remedy__mutmut_3 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_4'] = x__remedy__mutmut_4 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_5'] = x__remedy__mutmut_5 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_6'] = x__remedy__mutmut_6 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_7'] = x__remedy__mutmut_7 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_8'] = x__remedy__mutmut_8 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_9'] = x__remedy__mutmut_9 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_10'] = x__remedy__mutmut_10 # type: ignore # mutmut generated
mutants_x__remedy__mutmut['x__remedy__mutmut_11'] = x__remedy__mutmut_11 # type: ignore # mutmut generated
mutants_x__alone__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__alone__mutmut)
def _alone(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_orig(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_1(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = None
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_2(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(None, shape.until(turn + 1), (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_3(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, None, (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_4(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), None, known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_5(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), None)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_6(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(shape.until(turn + 1), (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_7(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_8(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_9(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), )[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_10(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(None), (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_11(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn - 1), (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_12(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 2), (turn,), known)[-1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_13(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[+1]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_14(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[-2]
    return replace(text, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_15(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[-1]
    return replace(None, notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_16(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[-1]
    return replace(text, notes=None)


def x__alone__mutmut_17(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[-1]
    return replace(notes=(*text.notes, _SPLIT_NOTE))


def x__alone__mutmut_18(template: ChatTemplate, shape: Shape, turn: int, known: Known) -> Rendering:
    text = find(template, shape.until(turn + 1), (turn,), known)[-1]
    return replace(text, )

mutants_x__alone__mutmut['_mutmut_orig'] = x__alone__mutmut_orig # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_1'] = x__alone__mutmut_1 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_2'] = x__alone__mutmut_2 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_3'] = x__alone__mutmut_3 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_4'] = x__alone__mutmut_4 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_5'] = x__alone__mutmut_5 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_6'] = x__alone__mutmut_6 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_7'] = x__alone__mutmut_7 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_8'] = x__alone__mutmut_8 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_9'] = x__alone__mutmut_9 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_10'] = x__alone__mutmut_10 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_11'] = x__alone__mutmut_11 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_12'] = x__alone__mutmut_12 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_13'] = x__alone__mutmut_13 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_14'] = x__alone__mutmut_14 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_15'] = x__alone__mutmut_15 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_16'] = x__alone__mutmut_16 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_17'] = x__alone__mutmut_17 # type: ignore # mutmut generated
mutants_x__alone__mutmut['x__alone__mutmut_18'] = x__alone__mutmut_18 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__dropped_turns__mutmut)
def _dropped_turns(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_orig(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_1(whole: str, shape: Shape) -> list[str]:
    seen = None
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_2(whole: str, shape: Shape) -> list[str]:
    seen = {int(None) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_3(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[2]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_4(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(None)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_5(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = None
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_6(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(None) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_7(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") or n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_8(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key not in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_9(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_10(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = None
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_11(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(None) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_12(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index not in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role != "assistant"]


def x__dropped_turns__mutmut_13(whole: str, shape: Shape) -> list[str]:
    seen = {int(match[1]) for match in MARK.finditer(whole)}
    lost = {owner for n, (owner, key) in enumerate(shape.owners) if key in ("content", "text") and n not in seen}
    roles = [message["role"] for index, message in enumerate(shape.messages) if index in lost]
    return [f"the template leaves out the {role} turn" for role in roles if role == "assistant"]

mutants_x__dropped_turns__mutmut['_mutmut_orig'] = x__dropped_turns__mutmut_orig # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_1'] = x__dropped_turns__mutmut_1 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_2'] = x__dropped_turns__mutmut_2 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_3'] = x__dropped_turns__mutmut_3 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_4'] = x__dropped_turns__mutmut_4 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_5'] = x__dropped_turns__mutmut_5 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_6'] = x__dropped_turns__mutmut_6 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_7'] = x__dropped_turns__mutmut_7 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_8'] = x__dropped_turns__mutmut_8 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_9'] = x__dropped_turns__mutmut_9 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_10'] = x__dropped_turns__mutmut_10 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_11'] = x__dropped_turns__mutmut_11 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_12'] = x__dropped_turns__mutmut_12 # type: ignore # mutmut generated
mutants_x__dropped_turns__mutmut['x__dropped_turns__mutmut_13'] = x__dropped_turns__mutmut_13 # type: ignore # mutmut generated
mutants_x__dropped_tools__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__dropped_tools__mutmut)
def _dropped_tools(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if not shape.tools:
        return []
    try:
        without = template.render(shape.messages)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if without == whole else []


def x__dropped_tools__mutmut_orig(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if not shape.tools:
        return []
    try:
        without = template.render(shape.messages)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if without == whole else []


def x__dropped_tools__mutmut_1(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if shape.tools:
        return []
    try:
        without = template.render(shape.messages)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if without == whole else []


def x__dropped_tools__mutmut_2(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if not shape.tools:
        return []
    try:
        without = None
    except RenderError:
        return []
    return ["the template leaves out the tools"] if without == whole else []


def x__dropped_tools__mutmut_3(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if not shape.tools:
        return []
    try:
        without = template.render(None)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if without == whole else []


def x__dropped_tools__mutmut_4(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if not shape.tools:
        return []
    try:
        without = template.render(shape.messages)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if (without == whole) and False else []


def x__dropped_tools__mutmut_5(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if not shape.tools:
        return []
    try:
        without = template.render(shape.messages)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if (without == whole) or True else []


def x__dropped_tools__mutmut_6(template: ChatTemplate, whole: str, shape: Shape) -> list[str]:
    if not shape.tools:
        return []
    try:
        without = template.render(shape.messages)
    except RenderError:
        return []
    return ["the template leaves out the tools"] if without != whole else []

mutants_x__dropped_tools__mutmut['_mutmut_orig'] = x__dropped_tools__mutmut_orig # type: ignore # mutmut generated
mutants_x__dropped_tools__mutmut['x__dropped_tools__mutmut_1'] = x__dropped_tools__mutmut_1 # type: ignore # mutmut generated
mutants_x__dropped_tools__mutmut['x__dropped_tools__mutmut_2'] = x__dropped_tools__mutmut_2 # type: ignore # mutmut generated
mutants_x__dropped_tools__mutmut['x__dropped_tools__mutmut_3'] = x__dropped_tools__mutmut_3 # type: ignore # mutmut generated
mutants_x__dropped_tools__mutmut['x__dropped_tools__mutmut_4'] = x__dropped_tools__mutmut_4 # type: ignore # mutmut generated
mutants_x__dropped_tools__mutmut['x__dropped_tools__mutmut_5'] = x__dropped_tools__mutmut_5 # type: ignore # mutmut generated
mutants_x__dropped_tools__mutmut['x__dropped_tools__mutmut_6'] = x__dropped_tools__mutmut_6 # type: ignore # mutmut generated
mutants_x_generation_prompt__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_generation_prompt__mutmut)
def generation_prompt(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.messages, shape.tools, prompt=True)
    except RenderError:
        return None


def x_generation_prompt__mutmut_orig(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.messages, shape.tools, prompt=True)
    except RenderError:
        return None


def x_generation_prompt__mutmut_1(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(None, shape.tools, prompt=True)
    except RenderError:
        return None


def x_generation_prompt__mutmut_2(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.messages, None, prompt=True)
    except RenderError:
        return None


def x_generation_prompt__mutmut_3(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.messages, shape.tools, prompt=None)
    except RenderError:
        return None


def x_generation_prompt__mutmut_4(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.tools, prompt=True)
    except RenderError:
        return None


def x_generation_prompt__mutmut_5(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.messages, prompt=True)
    except RenderError:
        return None


def x_generation_prompt__mutmut_6(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.messages, shape.tools, )
    except RenderError:
        return None


def x_generation_prompt__mutmut_7(template: ChatTemplate, shape: Shape) -> str | None:
    """The template's own generation prompt for the whole shape; None where it refuses."""
    try:
        return template.render(shape.messages, shape.tools, prompt=False)
    except RenderError:
        return None

mutants_x_generation_prompt__mutmut['_mutmut_orig'] = x_generation_prompt__mutmut_orig # type: ignore # mutmut generated
mutants_x_generation_prompt__mutmut['x_generation_prompt__mutmut_1'] = x_generation_prompt__mutmut_1 # type: ignore # mutmut generated
mutants_x_generation_prompt__mutmut['x_generation_prompt__mutmut_2'] = x_generation_prompt__mutmut_2 # type: ignore # mutmut generated
mutants_x_generation_prompt__mutmut['x_generation_prompt__mutmut_3'] = x_generation_prompt__mutmut_3 # type: ignore # mutmut generated
mutants_x_generation_prompt__mutmut['x_generation_prompt__mutmut_4'] = x_generation_prompt__mutmut_4 # type: ignore # mutmut generated
mutants_x_generation_prompt__mutmut['x_generation_prompt__mutmut_5'] = x_generation_prompt__mutmut_5 # type: ignore # mutmut generated
mutants_x_generation_prompt__mutmut['x_generation_prompt__mutmut_6'] = x_generation_prompt__mutmut_6 # type: ignore # mutmut generated
mutants_x_generation_prompt__mutmut['x_generation_prompt__mutmut_7'] = x_generation_prompt__mutmut_7 # type: ignore # mutmut generated
