"""One answer of a conversation: where it begins and ends in the rendering in which it is the last turn, and where it
stands once more turns follow.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from instructgpt_cli.data import call_forms
from instructgpt_cli.data.types import OpeningRefusal, Refusal
from instructgpt_cli.encoding import markers
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError
from instructgpt_cli.encoding.skeleton import MARK, Shape

_ANSWER, _NEXT = 'Zqa"qZ', 'Zqb"qZ'


@dataclass(frozen=True, slots=True)
class Span:
    """An answer in a marked text: [start, end) with its end marker. `bare`: it has none, and eos must be put there."""

    turn: int
    start: int
    end: int
    bare: bool
    trained: bool = True


class AnswerSpan:
    """The answer at one turn, in the rendering in which it is the last turn (`text`): this is how it was written."""

    def __init__(self, template: ChatTemplate, shape: Shape, turn: int) -> None:
        self._template, self._shape, self._turn = template, shape, turn
        self._before = shape.messages[:turn]
        self._lead = ""  # what the template writes after the prompt and before the words of a plain answer
        self._own = {number for number, (owner, _) in enumerate(shape.owners) if owner == turn}
        self.notes: list[str] = []
        try:
            self.text = template.render(shape.messages[: turn + 1], shape.tools)
            self._check_words()
            self.prompt, self._tail = self._opening()
        except RenderError as error:
            raise Refusal("template", f"the template refuses the turns up to answer {turn + 1}: {error}") from None
        if not self.text.startswith(self.prompt):
            opening = self.prompt[_after_words(self.prompt) :]
            how = f"the template opens the answer in turn {turn + 1} unlike its generation prompt {opening!r}"
            raise OpeningRefusal("template", how)
        self._check_rest()
        self.own = self._span()

    def _render(self, *messages: dict[str, Any], prompt: bool = False) -> str | None:
        try:
            return self._template.render(messages, self._shape.tools, prompt) if messages else None
        except RenderError:
            return None

    def _opening(self) -> tuple[str, str | None]:
        """The prompt of the answer, and what the template writes after a plain last answer in its place.

        The prompt ends with the opening: what the template's generation prompt and a finished plain answer begin with
        alike. Any server feeds it, or goes on from it, and an answer that does not begin with it could not be given: it
        is refused. Where they part, as at a thought that only one of the two opens, what follows is the answer's own.
        Templates that ignore `add_generation_prompt` show the opening only in a finished conversation.
        """
        header = tail = None
        fault = RenderError("the template does not show the answer")
        try:
            whole = self._template.render([*self._before, _say("assistant", _ANSWER)], self._shape.tools)
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
        if prompt is not None and _last_mark(prompt) == _last_mark(header):
            head, asked = _after_words(header), prompt[_after_words(prompt) :]
            rest = header[head:].removeprefix(asked)
            shared = asked if asked + rest == header[head:] else markers.common(asked, header[head:])
            # After an answer, what `add_generation_prompt` adds may be no more than that answer's end marker.
            opens = prompt != plain and self._before[-1]["role"] != "assistant"
            whole_prompt = shared == asked and (opens or not rest.strip())
            if whole_prompt or len(shared.rstrip()) > len(self._closing(asked).rstrip()):
                self._lead = header[head + len(shared) :]
                return header[: head + len(shared)], tail
        return header, tail

    def _closing(self, asked: str) -> str:
        """The part of a generation prompt, after its last words, that closes the turn before: an opening holds more."""
        # Some templates refuse two questions in a row: there, what the turn before ends with as the last one tells.
        other = self._render(*self._before, _say("user", _NEXT)) or self._render(*self._before)
        if other is None:
            return asked
        other = other.split(_NEXT)[0]
        return markers.common(asked, other[_after_words(other) :])

    @property
    def empty(self) -> bool:
        """Whether the template writes nothing in this answer that it does not write in any."""
        said = self.text[self.own.start : self.own.end].removesuffix(self.marker).removeprefix(self._lead)
        return not said.strip()

    def _marks(self, marked: str) -> list[re.Match[str]]:
        return [match for match in MARK.finditer(marked) if int(match[1]) in self._own]

    def _check_words(self) -> None:
        """Refuses an answer of which words are missing in its own rendering, or stand there twice."""
        seen = [int(match[1]) for match in MARK.finditer(self.text)]
        own = [(n, key) for n, (owner, key) in enumerate(self._shape.owners) if owner == self._turn]
        thought = [n for n, key in own if key in ("reasoning_content", "thinking", "reasoning")]
        if thought and not any(n in seen for n in thought):
            self.notes.append("the template leaves out reasoning_content")
        words = [n for n, key in own if key in ("content", "text")]
        if words and not self._own.intersection(seen):
            raise Refusal("template", f"the template drops the message in turn {self._turn + 1}")
        for number in words:
            if number not in seen:
                raise Refusal("template", f"the template drops words of the answer in turn {self._turn + 1}")
            if seen.count(number) > 1:
                raise Refusal("template", f"the template writes the answer in turn {self._turn + 1} more than once")

    def _check_rest(self) -> None:
        """Refuses an answer of which the template rewrites what stays readable, or drops tool calls."""
        message = self._shape.messages[self._turn]
        self._check_rewriting(message["content"] if isinstance(message.get("content"), str) else "")
        if message.get("tool_calls"):
            self._check_tool_calls(message)

    def _check_tool_calls(self, message: dict[str, Any]) -> None:
        """Refuses calls that the template does not render, all of them or one of several."""
        without = {key: value for key, value in message.items() if key != "tool_calls"}
        if self._render(*self._before, without) == self.text:
            raise Refusal("template", f"the template drops the tool calls of turn {self._turn + 1}")
        calls = message["tool_calls"]
        if how := call_forms.misread(calls, self.text[len(self.prompt) :]):
            raise Refusal("template", f"the template {how} (turn {self._turn + 1})")
        for index in range(len(calls)) if len(calls) > 1 else ():
            fewer = {**message, "tool_calls": [*calls[:index], *calls[index + 1 :]]}
            if self._render(*self._before, fewer) == self.text:
                raise Refusal("template", f"the template drops tool call {index + 1} of turn {self._turn + 1}")

    def _check_rewriting(self, content: str) -> None:
        """Constants inside the answer may not change, but for white space (noted) and tags, as around a thought."""
        region = self.text[len(self.prompt) :]
        if content in region or '\\"qZ' in region:
            return
        if markers.bare_words(content) not in markers.bare_words(region):
            raise Refusal("template", f"the template rewrites the answer in turn {self._turn + 1}")
        self.notes.append("the template changes white space or tags in the answer")

    def _span(self) -> Span:
        text, start, marks = self.text, len(self.prompt), self._marks(self.text)
        after = self._last_word(text, start)
        if after is None or (marks and marks[0].start() < start):
            raise Refusal("template", f"the template mixes the answer in turn {self._turn + 1} with other turns")
        tail = self._tail or ""
        if self._tail is not None and text.endswith(tail) and len(text) - len(tail) >= after:
            end = self._without_empty_turn(len(text) - len(tail), after)
            span = Span(self._turn, start, end + len(self.marker), not self.marker)
        else:
            beyond = tail[len(self.marker) :]  # written at the very end, whatever the answer
            end = max(len(text.removesuffix(beyond).rstrip()), after)
            span = Span(self._turn, start, end, not markers.ends_in_token(text[after:end]))
        header = self.prompt[_after_words(self.prompt) :].removeprefix(self.marker)
        # What stops an answer and opens the next: no answer has both.
        if self.marker and header.strip() and self.marker + header in text[start : span.end]:
            raise Refusal("template", f"the template writes the answer in turn {self._turn + 1} as several turns")
        return span

    def _without_empty_turn(self, end: int, after: int) -> int:
        """`end`, or that of the turn before: some templates write the calls of an answer as one turn, and its words,
        of which there are none, as another."""
        opening = self.prompt[_after_words(self.prompt) :]
        before = end - len(opening)
        header = self.text[before - len(self.marker) : end]
        if opening.strip() and before >= after and header.endswith(opening):
            if header.startswith(self.marker):
                return before - len(self.marker)
            if opening.startswith(self.marker):
                return before
        return end

    def _last_word(self, marked: str, start: int) -> int | None:
        """Where the last mark of this answer ends; None where marks of other turns stand before it."""
        marks = self._marks(marked)
        after = marks[-1].end() if marks else start
        between = [match for match in MARK.finditer(marked) if start <= match.start() < after]
        return after if len(between) == sum(start <= match.start() for match in marks) else None

    @cached_property
    def _between(self) -> str | None:
        """What the template writes between a plain answer here and the words of a user after it."""
        text = self._render(*self._before, _say("assistant", _ANSWER), _say("user", _NEXT))
        return markers.between(text, _ANSWER, _NEXT)

    @cached_property
    def marker(self) -> str:
        """The end marker of a plain last answer, without the white space after it.

        What the template also writes when another turn follows is the marker; what it adds only at the very end
        (Phi-3's end of text), or opens each turn with (Command R7B opens the next one at once), is not. Nor are signs
        that stand between any two turns and before the first (WizardMath's `###`): they end no answer.
        """
        if self._tail is None or (markers.only_signs(self._tail) and self._before_user == ""):
            return ""
        if self._between is None or self._between.startswith(self._tail):
            return self._tail.rstrip()
        openers = frozenset(markers.tokens(markers.tokens_first(self.text)))
        shared = markers.tokens_first(markers.common(self._tail, self._between)).rstrip()
        closers = markers.without_openers(shared, openers)
        if self._tail.strip() == self.prompt[_after_words(self.prompt) :].strip():
            # The next answer is opened at the end, asked for or not: what closes this one stands before a user's turn.
            return self._before_user or closers
        return closers or self._tail.rstrip()

    @cached_property
    def _middle_marker(self) -> str:
        """The marker in the middle of a conversation where it is not the one at the end: the one token that closes user
        turns as well, else the tokens before the header of the user. Empty where there is none (GLM goes on with the
        next header)."""
        between = self._between or ""
        text = self._render(*self._before[:-1], _say("user", _NEXT), _say("assistant", _ANSWER))
        closer = markers.first_token(
            markers.tokens_first(markers.common(between, markers.between(text, _NEXT, _ANSWER) or ""))
        )
        if closer:
            return closer
        rest = self._before_user or ""
        return rest if markers.first_token(rest) and markers.tokens_first(rest) == rest else ""

    @property
    def _before_user(self) -> str | None:
        """What stands between this answer and the header of a user after it, but for white space at its end; None where
        the template does not tell."""
        first = self._render(_say("user", _NEXT))
        if first is None or self._between is None:
            return None
        return markers.without_common_end(self._between, first.split(_NEXT)[0]).rstrip()

    def _start_in(self, whole: str) -> int | None:
        """Where the answer starts in the whole conversation; None where what precedes it is rendered otherwise there.

        The opening alone may differ: some templates open a thought only for the last answer.
        """
        if whole.startswith(self.prompt):
            return len(self.prompt)
        said = _after_words(self.prompt)
        opening = self._render(*self._before, _say("assistant", _ANSWER), _say("user", _NEXT))
        if opening is None or not said or not whole.startswith(self.prompt[:said]):
            return None
        opening = opening.split(_ANSWER)[0]
        if not whole.startswith(opening) or _after_words(opening) != said:
            return None
        return len(opening)

    def inside(self, whole: str) -> Span | None:
        """Its span in the whole conversation; None where its prompt or its words stand there otherwise."""
        start = self._start_in(whole)
        if start is None:
            return None
        if not self.own.bare and whole.startswith(self.text[: self.own.end]):
            return self.own
        ends_plainly = self.text[: self.own.end].endswith(self.marker)
        content_end = self.own.end - len(self.marker) if ends_plainly else self.own.end
        marks = self._marks(self.text)
        if whole.startswith(self.text[:content_end]):
            end = content_end
        else:
            there = self._marks(whole)
            if not marks or [m[0] for m in there] != [m[0] for m in marks] or there[0].start() < start:
                return None
            last = self._last_word(whole, start)
            if last is None:
                return None
            rest = self.text[marks[-1].end() : content_end]
            if not whole.startswith(rest, last):
                rest = rest.rstrip()  # white space at the very end of a conversation
            if not whole.startswith(rest, last):
                return None
            end = last + len(rest)
        for marker in (self.marker, self._middle_marker):
            if marker and whole.startswith(marker, end):
                return Span(self._turn, start, end + len(marker), False)
        return Span(self._turn, start, end, False)


def _last_mark(marked: str) -> str:
    """The last mark of a text, empty without marks."""
    return next((match[0] for match in reversed(list(MARK.finditer(marked)))), "")


def _after_words(marked: str) -> int:
    """Where the last mark ends; 0 without marks."""
    return max((match.end() for match in MARK.finditer(marked)), default=0)


def _say(role: str, words: str) -> dict[str, Any]:
    return {"role": role, "content": words}
