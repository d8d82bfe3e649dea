"""One answer of a conversation: where it begins and ends in the rendering in which it is the last turn, and where it
stands once more turns follow.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from instructgpt_cli.data.types import OpeningRefusal, Refusal
from instructgpt_cli.encoding import answer_checks, markers
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError
from instructgpt_cli.encoding.skeleton import PLACEHOLDER, Skeleton

# No placeholders: parts of turns that are rendered only to see what stands around them.
_ANSWER, _NEXT = 'Zqa"qZ', 'Zqb"qZ'


@dataclass(frozen=True, slots=True)
class Span:
    """An answer in a rendering: [start, end), end marker included. `needs_eos`: it has none, so eos is appended."""

    turn: int
    start: int
    end: int
    needs_eos: bool
    trained: bool = True


class AnswerSpan:
    """The answer in one turn. `text` is the rendering in which it is the last turn, `prompt` the part of it that
    generation is fed, `own` its span there.

    Raises `Refusal` where the template does not show all of the answer, or `prompt` is not a prefix of `text`.
    """

    def __init__(self, template: ChatTemplate, skeleton: Skeleton, turn: int) -> None:
        self._template, self._tools, self._turn = template, skeleton.tools, turn
        self._before = skeleton.messages[:turn]
        self._lead = ""  # what the template writes after the prompt and before the words of a plain answer
        self._own = {number for number, (owner, _) in enumerate(skeleton.owners) if owner == turn}
        try:
            self.text = template.render(skeleton.messages[: turn + 1], skeleton.tools)
            self.notes = answer_checks.check_words(skeleton.owners, turn, self.text)
            self.prompt, self._tail = self._opening()
        except RenderError as error:
            raise Refusal("template", f"the template refuses the turns up to answer {turn + 1}: {error}") from None
        if not self.text.startswith(self.prompt):
            opening = self.prompt[_after_words(self.prompt) :]
            how = f"the template opens the answer in turn {turn + 1} differently from its generation prompt {opening!r}"
            raise OpeningRefusal("template", how)
        message, region = skeleton.messages[turn], self.text[len(self.prompt) :]
        content = message["content"] if isinstance(message.get("content"), str) else ""
        self.notes += answer_checks.check_constants(content, region, turn)
        answer_checks.check_tool_calls(message, region, turn, self._changes)
        self.own = self._span()

    def _render(self, *messages: dict[str, Any], prompt: bool = False) -> str | None:
        try:
            return self._template.render(messages, self._tools, prompt) if messages else None
        except RenderError:
            return None

    def _changes(self, message: dict[str, Any]) -> bool:
        return self._render(*self._before, message) != self.text

    def _opening(self) -> tuple[str, str | None]:
        """The prompt of the answer, and what the template writes after a plain last answer.

        The prompt ends with the opening: the common prefix of the template's generation prompt and a finished plain
        answer. Any server feeds it, or continues from it. An answer that does not begin with it could never be
        generated: it is refused. Where the two differ, as at a thought that only one of them opens, the rest belongs to
        the answer. Templates that ignore `add_generation_prompt` show the opening only in a finished conversation.
        """
        header = tail = None
        fault = RenderError("the template does not show the answer")
        try:
            whole = self._template.render([*self._before, _turn("assistant", _ANSWER)], self._tools)
            if whole.count(_ANSWER) == 1:
                header, tail = whole.split(_ANSWER)
        except RenderError as error:
            fault = error
        prompt, plain = self._render(*self._before, prompt=True), self._render(*self._before)
        if header is None:
            if prompt is None or prompt == plain:
                raise fault
            return prompt, None
        # Compared after the last words: templates may move a system text into the last question.
        if prompt is not None and _last_placeholder(prompt) == _last_placeholder(header):
            head, asked = _after_words(header), prompt[_after_words(prompt) :]
            rest = header[head:].removeprefix(asked)
            shared = asked if asked + rest == header[head:] else markers.common_prefix(asked, header[head:])
            # After an answer, `add_generation_prompt` may add only that answer's end marker.
            opens = prompt != plain and self._before[-1]["role"] != "assistant"
            whole_prompt = shared == asked and (opens or not rest.strip())
            if whole_prompt or len(shared.rstrip()) > len(self._closing(asked).rstrip()):
                self._lead = header[head + len(shared) :]
                return header[: head + len(shared)], tail
        return header, tail

    def _closing(self, asked: str) -> str:
        """The part of a generation prompt after its last words that closes the turn before; an opening follows it."""
        # Some templates refuse two questions in a row: then what the turn before ends with as the last one shows it.
        other = self._render(*self._before, _turn("user", _NEXT)) or self._render(*self._before)
        if other is None:
            return asked
        other = other.split(_NEXT)[0]
        return markers.common_prefix(asked, other[_after_words(other) :])

    @property
    def empty(self) -> bool:
        """Whether the template writes nothing in this answer that it does not write in every answer."""
        said = self.text[self.own.start : self.own.end].removesuffix(self.marker).removeprefix(self._lead)
        return not said.strip()

    def _placeholders(self, text: str) -> list[re.Match[str]]:
        return [match for match in PLACEHOLDER.finditer(text) if int(match[1]) in self._own]

    def _span(self) -> Span:
        text, start, own = self.text, len(self.prompt), self._placeholders(self.text)
        after = self._end_of_words(text, start)
        if after is None or (own and own[0].start() < start):
            raise Refusal("template", f"the template mixes the answer in turn {self._turn + 1} with other turns")
        tail = self._tail or ""
        if self._tail is not None and text.endswith(tail) and len(text) - len(tail) >= after:
            end = self._without_empty_turn(len(text) - len(tail), after)
            span = Span(self._turn, start, end + len(self.marker), not self.marker)
        else:
            beyond = tail[len(self.marker) :]  # written at the very end, whatever the answer
            end = max(len(text.removesuffix(beyond).rstrip()), after)
            span = Span(self._turn, start, end, not markers.ends_with_token(text[after:end]))
        header = self.prompt[_after_words(self.prompt) :].removeprefix(self.marker)
        # The end of one answer and the opening of the next: no single answer contains both.
        if self.marker and header.strip() and self.marker + header in text[start : span.end]:
            raise Refusal("template", f"the template writes the answer in turn {self._turn + 1} as several turns")
        return span

    def _without_empty_turn(self, end: int, after: int) -> int:
        """`end`, or the end of the turn before: some templates write the calls of an answer as one turn and its
        (absent) words as another."""
        opening = self.prompt[_after_words(self.prompt) :]
        before = end - len(opening)
        header = self.text[before - len(self.marker) : end]
        if opening.strip() and before >= after and header.endswith(opening):
            if header.startswith(self.marker):
                return before - len(self.marker)
            if opening.startswith(self.marker):
                return before
        return end

    def _end_of_words(self, text: str, start: int) -> int | None:
        """Where the last placeholder of this answer ends; None if placeholders of other turns stand before it."""
        own = self._placeholders(text)
        after = own[-1].end() if own else start
        within = [match for match in PLACEHOLDER.finditer(text) if start <= match.start() < after]
        return after if len(within) == sum(start <= match.start() for match in own) else None

    @cached_property
    def _between(self) -> str | None:
        """The text that the template writes between a plain answer here and the words of the next user turn."""
        text = self._render(*self._before, _turn("assistant", _ANSWER), _turn("user", _NEXT))
        return markers.between(text, _ANSWER, _NEXT)

    @cached_property
    def marker(self) -> str:
        """The end marker of a plain last answer, without the white space after it.

        It is what the template writes both at the end and when another turn follows; what it adds only at the very end
        (Phi-3's end of text), or writes to open each turn (Command R7B opens the next one at once), is not part of it.
        Nor are separators that stand between any two turns and before the first (WizardMath's `###`).
        """
        if self._tail is None or (markers.is_separator(self._tail) and self._before_user == ""):
            return ""
        if self._between is None or self._between.startswith(self._tail):
            return self._tail.rstrip()
        openers = frozenset(markers.tokens(markers.leading_tokens(self.text)))
        shared = markers.leading_tokens(markers.common_prefix(self._tail, self._between)).rstrip()
        closers = markers.without_openers(shared, openers)
        if self._tail.strip() == self.prompt[_after_words(self.prompt) :].strip():
            # The next answer is always opened at the end: what closes this one stands before a user's turn.
            return self._before_user or closers
        return closers or self._tail.rstrip()

    @cached_property
    def _middle_marker(self) -> str:
        """The end marker in the middle of a conversation where it differs from the one at the end: the token that also
        closes user turns, else the tokens before the user's header. Empty where there is none (GLM continues with the
        next header)."""
        between = self._between or ""
        text = self._render(*self._before[:-1], _turn("user", _NEXT), _turn("assistant", _ANSWER))
        shared = markers.common_prefix(between, markers.between(text, _NEXT, _ANSWER) or "")
        closer = markers.through_first_token(markers.leading_tokens(shared))
        if closer:
            return closer
        rest = self._before_user or ""
        return rest if markers.through_first_token(rest) and markers.leading_tokens(rest) == rest else ""

    @property
    def _before_user(self) -> str | None:
        """The text between this answer and the header of the next user turn, without trailing white space; None
        where the template does not show it."""
        first = self._render(_turn("user", _NEXT))
        if first is None or self._between is None:
            return None
        return markers.without_common_suffix(self._between, first.split(_NEXT)[0]).rstrip()

    def _start_in(self, whole: str) -> int | None:
        """Where the answer starts in the whole conversation; None if what precedes it is rendered differently there.

        The opening alone may differ: some templates open a thought only for the last answer.
        """
        if whole.startswith(self.prompt):
            return len(self.prompt)
        said = _after_words(self.prompt)
        opening = self._render(*self._before, _turn("assistant", _ANSWER), _turn("user", _NEXT))
        if opening is None or not said or not whole.startswith(self.prompt[:said]):
            return None
        opening = opening.split(_ANSWER)[0]
        if not whole.startswith(opening) or _after_words(opening) != said:
            return None
        return len(opening)

    def inside(self, whole: str) -> Span | None:
        """Its span in the whole conversation; None if its prompt or its words are rendered differently there."""
        start = self._start_in(whole)
        if start is None:
            return None
        if not self.own.needs_eos and whole.startswith(self.text[: self.own.end]):
            return self.own
        end = self._content_end_in(whole, start)
        if end is None:
            return None
        for marker in (self.marker, self._middle_marker):
            if marker and whole.startswith(marker, end):
                return Span(self._turn, start, end + len(marker), False)
        return Span(self._turn, start, end, False)

    def _content_end_in(self, whole: str, start: int) -> int | None:
        """Where the answer, which starts at `start`, ends in the whole conversation, end marker excluded."""
        ends_with_marker = self.text[: self.own.end].endswith(self.marker)
        content_end = self.own.end - len(self.marker) if ends_with_marker else self.own.end
        if whole.startswith(self.text[:content_end]):
            return content_end
        own, there = self._placeholders(self.text), self._placeholders(whole)
        if not own or [m[0] for m in there] != [m[0] for m in own] or there[0].start() < start:
            return None
        last = self._end_of_words(whole, start)
        if last is None:
            return None
        rest = self.text[own[-1].end() : content_end]
        if not whole.startswith(rest, last):
            rest = rest.rstrip()  # white space at the very end of a conversation
        return last + len(rest) if whole.startswith(rest, last) else None


def _last_placeholder(text: str) -> str:
    return next((match[0] for match in reversed(list(PLACEHOLDER.finditer(text)))), "")


def _after_words(text: str) -> int:
    """Where the last placeholder ends; 0 without one."""
    return max((match.end() for match in PLACEHOLDER.finditer(text)), default=0)


def _turn(role: str, content: str) -> dict[str, Any]:
    return {"role": role, "content": content}
