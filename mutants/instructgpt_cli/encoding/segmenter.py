"""The texts to train on of a conversation, cut into segments: made once for each shape of conversation.

Every use of the segments is proved: the conversation's real rendering must be the one recomposed from the shape.
"""

import contextlib
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

from instructgpt_cli.data import call_forms
from instructgpt_cli.data.types import Message, Refusal, Row
from instructgpt_cli.encoding import frames, spans, template_variables
from instructgpt_cli.encoding.chat_template import REASONING_KEYS, ChatTemplate, RenderError, as_dict, names
from instructgpt_cli.encoding.segments import Segment, SegmentEncoder
from instructgpt_cli.encoding.skeleton import MARK, Marker, Shape, fill, parts_of
from instructgpt_cli.encoding.spans import Rendering
from instructgpt_cli.encoding.unread import UnreadKeys
from instructgpt_cli.errors import ModelError

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

MAX_SHAPES = 20_000
_QUESTION = (Message("user", "One?"), Message("assistant", "Two."))
_TOOL = {
    "type": "function",
    "function": {"name": "f", "description": "f", "parameters": {"type": "object", "properties": {}, "required": []}},
}


@dataclass(frozen=True, slots=True)
class Segments:
    """What is known of a shape: its texts cut into segments, or why it is refused. `whole` are the parts of the last
    text, which is the whole conversation. `ends` are the control tokens that answers to train on end with, `inside`
    those that stand elsewhere in them."""

    texts: tuple[tuple[Rendering, tuple[Segment, ...]], ...] = ()
    whole: tuple[str | int, ...] = ()
    ends: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()
    refusal: Refusal | None = None


class _NotRendered(Refusal):
    """The template fails on the conversation."""


class Segmenter:
    """Cuts conversations into segments for one template and tokenizer. The attributes without an underscore are what
    `Encoder` says of them."""

    def __init__(
        self,
        tokenizer: "PreTrainedTokenizerFast",
        template: str,
        segment_encoder: SegmentEncoder,
        day: date | None = None,
    ) -> None:
        self._template = ChatTemplate(template, tokenizer.special_tokens_map, day)
        self.day = self._template.day
        self._segment_encoder = segment_encoder
        self._eos: int | None = tokenizer.eos_token_id
        self._names = frozenset(name for name in tokenizer.special_tokens_map.values() if isinstance(name, str))
        self._segmented: dict[tuple[int, tuple[int, ...], tuple[Any, ...]], Segments] = {}
        self._answers: spans.Known = {}
        self._named = self._template.names.union(REASONING_KEYS, ("content", "tool_calls"))  # nor dropped unsaid
        self.unread = UnreadKeys(self._template, self._named).of
        first, text = self._learn()
        self.stop_ids, self.stop_texts = self._stops(first, text)
        self.notes: tuple[str, ...] = tuple(self._findings(first, text))
        self.lead = _around_words(text)[0]
        self.end_ids: tuple[int, ...] = self.stop_ids[:1] if self._eos is None else (self._eos,)
        """What is put after an answer that the template leaves open."""

    def segment(self, row: Row, trained: tuple[int, ...]) -> tuple[Shape, Segments, str]:
        """The row's shape, its segments and its real rendering, which is proved to be the one that they stand for; in
        the first form of its tool calls in which the template shows all answers."""
        refusals: list[Refusal] = []
        best: tuple[Shape, Segments, str] | None = None
        for messages in call_forms.forms(row.messages, null_first=self._template.tests_null):
            try:
                found = self._segment(replace(row, messages=messages), trained)
            except Refusal as refusal:
                refusals.append(refusal)
                continue
            if found[1].texts[-1][0].complete:
                return found
            best = best or found
        if best is not None:
            return best
        raise next((refusal for refusal in refusals if not isinstance(refusal, _NotRendered)), refusals[0])

    def _segment(self, row: Row, trained: tuple[int, ...]) -> tuple[Shape, Segments, str]:
        real = [as_dict(message.role, message.content, message.extra) for message in row.messages]
        try:
            whole = self._template.render(real, row.tools)
        except RenderError as error:
            raise _NotRendered("template", self._why_refused(real, row.tools, error)) from None
        check_unicode(whole)
        refusal: Refusal | None = None
        best: tuple[Shape, Segments, str] | None = None
        last: Shape | None = None
        for level, marker in enumerate(self._markers):
            shape = marker.shape(row.messages, row.tools)
            if shape == last:
                continue
            last = shape
            segmented = self._segment_shape(level, shape, trained)
            if segmented.refusal is not None:
                refusal = segmented.refusal
            elif self._holds(segmented, shape, real, row.tools, whole):
                # Answers that are context are cut from their prompts too, as they are where they are targets.
                if segmented.texts[-1][0].complete:
                    return shape, segmented, whole
                best = best or (shape, segmented, whole)
        if best is not None:
            return best
        if refusal is not None:
            raise Refusal(refusal.reason, str(refusal), refusal.empty_turn)
        raise Refusal("template", "the template rewrites the words of the conversation")

    def _why_refused(self, real: list[dict[str, Any]], tools: Sequence[Any], error: RenderError) -> str:
        if not tools:
            with contextlib.suppress(RenderError):
                self._template.render(real, (_TOOL,))
                return "the template needs tools, and the row has none: they are its column `tools`"
        return f"the template refuses the conversation: {error}"

    def _segment_shape(self, level: int, shape: Shape, trained: tuple[int, ...]) -> Segments:
        key = level, trained, shape.key
        known = self._segmented.get(key)
        if known is None:
            if len(self._segmented) >= MAX_SHAPES:
                self._segmented.clear()
                self._answers.clear()
            try:
                texts = spans.find(self._template, shape, trained, self._answers)
                if self._segment_encoder.pattern:
                    frames.check_control(shape, texts, self._segment_encoder.pattern, self._tags)
                whole = tuple(part for _, _, part in parts_of(texts[-1].marked))
                cut = tuple((text, tuple(self._segment_encoder.segments(text))) for text in texts)
                known = Segments(
                    cut, whole, *self._segment_encoder.ends(segment for _, segments in cut for segment in segments)
                )
            except Refusal as refusal:
                known = Segments(refusal=refusal)
            self._segmented[key] = known
        return known

    def _holds(
        self, segmented: Segments, shape: Shape, real: list[dict[str, Any]], tools: Sequence[Any], whole: str
    ) -> bool:
        """Whether each real rendering is the one recomposed from the shape, character by character."""
        if "".join([fill(part, shape.pieces) for part in segmented.whole]) != whole:
            return False
        if len(segmented.texts) == 1:
            return True
        try:
            return all(
                self._template.render(real[: text.turns], tools) == text.filled(shape.pieces)
                for text, _ in segmented.texts[:-1]
            )
        except RenderError:
            return False

    def _learn(self) -> tuple[Shape, Rendering]:
        """Renders a plain conversation to learn which tokens structure it; sets the markers that make shapes."""
        try:
            shape, text = self._first_text()
        except Refusal as refusal:
            raise ModelError(
                f"the chat template cannot be used: {refusal}",
                f"Set tokenizer.chat_template to another: {', '.join(names())}, or a file.",
            ) from None
        rounds = self._rounds(shape) or text
        self._segment_encoder.control_too(frames.framing(rounds, self._segment_encoder.added))
        control, self._tags = self._segment_encoder.pattern, self._shown_tags(shape, text, rounds)
        tags = self._tags
        decisive, constants = self._template.decisive, self._template.constants
        usual = Marker(_splitter(decisive, control), _splitter(decisive, control, tags), control)
        # What is not named is looked at by a template that writes whole messages, or goes through them: never by most.
        self._markers = [
            replace(usual, keys=self._named),
            usual,
            replace(usual, kept=_splitter(constants, control), kept_in_answers=_splitter(constants, control, tags)),
            replace(usual, kept_in_answers=_splitter(decisive, None, tags)),
        ]
        return shape, text

    def _rounds(self, first: Shape) -> Rendering | None:
        """A plain conversation of two rounds, with a system turn if the template takes one."""
        for system in ((Message("system", "Three."),), ()):
            shape = Marker(None, None, None).shape((*system, *_QUESTION, *_QUESTION), first.tools)
            turns = [index for index, message in enumerate(shape.messages) if message["role"] == "assistant"]
            with contextlib.suppress(Refusal):
                text = spans.find(self._template, shape, (), {})[-1]
                if [span.turn for span in text.spans] == turns:
                    return text
        return None

    def _shown_tags(self, shape: Shape, text: Rendering, rounds: Rendering) -> frozenset[str]:
        """Special tokens that are tags: named for a thought, or written by the template before an answer, around a
        thought or in its system text."""
        thought = ""
        with contextlib.suppress(RenderError):
            answer = {**shape.messages[1], **dict.fromkeys(REASONING_KEYS, "Three.")}
            thought = self._template.render([shape.messages[0], answer], shape.tools)
        prompt = spans.generation_prompt(self._template, shape.until(1)) or ""
        special = self._segment_encoder.control.keys() - self._names
        return frames.tags(special, frames.framing(rounds, special), (text.marked, thought, prompt))

    def _first_text(self) -> tuple[Shape, Rendering]:
        """A plain conversation; templates of vision models take a content as a list of parts, and some templates for
        tool calls fail without a tool."""
        first: Refusal | None = None
        for parts, tools in product((False, True), ((), (_TOOL,))):
            self._template.parts = parts
            shape = Marker(None, None, None).shape(_QUESTION, tools)
            try:
                return shape, spans.find(self._template, shape, (1,), {})[-1]
            except Refusal as refusal:
                first = first or refusal
        assert first is not None
        raise first

    def _agreeing(self, shape: Shape) -> str:
        """The variable of the template under which the generation prompt is where an answer begins, in words."""
        for name, value, other in self._template.others():
            with contextlib.suppress(Refusal):
                text = spans.find(other, shape, (1,), {})[-1]
                if spans.generation_prompt(other, shape.until(1)) == text.marked[: text.spans[-1].start]:
                    return f"; {template_variables.agreeing(name, value)}"
        return ""

    def _findings(self, shape: Shape, text: Rendering) -> Iterator[str]:
        span = text.spans[-1]
        prompt = text.marked[: span.start]
        own = spans.generation_prompt(self._template, shape.until(1))
        if own is not None and own != prompt and own.startswith(prompt):
            extra = own[len(prompt) :]
            yield (
                f"the generation prompt ends with {extra!r}, which a finished conversation lacks: it is not fed"
                f"{self._agreeing(shape)}"
            )
        if span.bare:
            yield "the template writes no end marker: the eos token is appended to the last answer"
        for marker in self.stop_texts:
            yield f"the end marker {marker!r} is no token of the tokenizer: not every program stops an answer there"
        if self.day is not None:
            yield f"the template writes the date: {self.day}"
        yield from text.notes

    def _stops(self, shape: Shape, text: Rendering) -> tuple[tuple[int, ...], tuple[str, ...]]:
        ends = () if self._eos is None else (self._eos,)
        lead, marker = _around_words(text)
        if not marker:  # some templates end only those answers that another turn follows
            with contextlib.suppress(Refusal):
                twice = Marker(None, None, None).shape(_QUESTION * 2, shape.tools)
                lead, marker = _around_words(spans.find(self._template, twice, (1,), {})[-1])
        tokens = self._segment_encoder.pattern.findall(marker) if self._segment_encoder.pattern else []
        if tokens:
            # What stands before the words as well (it closes a thought, say) does not tell that the answer is over.
            stop = next((token for token in tokens if token not in lead), tokens[-1])
            return tuple(dict.fromkeys((self._segment_encoder.control[stop], *ends))), ()
        if not ends and (not marker or text.spans[-1].bare):
            raise ModelError(
                "nothing ends an answer: the chat template writes no end marker and the tokenizer has no eos token",
                "Set tokenizer.chat_template to one that writes an end marker.",
            )
        return ends, (marker,) if marker else ()


def check_unicode(text: str) -> None:
    """Refuses text that no tokenizer takes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise Refusal(
            "not unicode", f"character {error.start} of the text is the lone surrogate U+{code:04X}"
        ) from None


def _around_words(text: Rendering) -> tuple[str, str]:
    """What stands before and after the words in the first answer to train on."""
    span = next(span for span in text.spans if span.trained)
    words = [match.span() for match in MARK.finditer(text.marked, span.start, span.end)]
    return text.marked[span.start : words[0][0]], text.marked[words[-1][1] : span.end]


def _splitter(
    texts: Collection[str], control: re.Pattern[str] | None, tags: Collection[str] = ()
) -> re.Pattern[str] | None:
    """Matches the constants that stay readable to the template inside words, the longest first, and `tags`.

    A constant with a control token in it does not: there, what looks like a control token is text. With no `control`,
    every constant is kept, for templates that take an answer apart at a control token.
    """
    kept = [
        text for text in texts if not text.isspace() and (control is None or set(tags) >= set(control.findall(text)))
    ]
    pattern = "|".join(re.escape(text) for text in sorted({*kept, *tags}, key=len, reverse=True))
    return re.compile(f"({pattern})") if pattern else None
