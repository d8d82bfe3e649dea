"""A conversation's renderings to train on, cut into segments: once for each skeleton.

Every use of the segments is proved: filling the skeleton's rendering must give the conversation's real one.
"""

import contextlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from instructgpt_cli.data import call_forms
from instructgpt_cli.data.types import Message, Refusal, Row
from instructgpt_cli.encoding import control_tokens, spans, template_probe
from instructgpt_cli.encoding.chat_template import REASONING_KEYS, ChatTemplate, RenderError, as_dict
from instructgpt_cli.encoding.segments import Segment, SegmentCutter
from instructgpt_cli.encoding.skeleton import Skeleton, SkeletonBuilder, constants_pattern, fill, parts_of
from instructgpt_cli.encoding.spans import Rendering
from instructgpt_cli.encoding.text_encoder import TextEncoder
from instructgpt_cli.encoding.unread import UnreadKeys

MAX_SKELETONS = 20_000


@dataclass(frozen=True, slots=True)
class Segments:
    """The renderings of a skeleton, each with its segments, or why it is refused. `whole` are the parts of the last
    one, which is the whole conversation. `ends` are the control tokens that answers to train on end with, `inside`
    those that occur elsewhere in them."""

    renderings: tuple[tuple[Rendering, tuple[Segment, ...]], ...] = ()
    whole: tuple[str | int, ...] = ()
    ends: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Segmented:
    """The segments of a conversation, the words to fill them with, and its real rendering."""

    segments: Segments
    words: Sequence[str]
    text: str

    @property
    def is_complete(self) -> bool:
        """Whether all answers were located in the whole conversation."""
        return self.segments.renderings[-1][0].complete


class _NotRendered(Refusal):
    """The template fails on the conversation."""


class Segmenter:
    """Cuts conversations into segments for one template and tokenizer.

    `stop_ids`, `stop_texts`, `lead`, `day` and `notes` are those of `Encoder`; `end_ids` are appended to an answer
    whose end the template does not mark. Adds to `encoder` the control tokens that the template frames turns with.
    """

    def __init__(
        self,
        template: str,
        special_tokens: Mapping[str, Any],
        eos: int | None,
        encoder: TextEncoder,
        day: date | None = None,
    ) -> None:
        self._template = ChatTemplate(template, special_tokens, day)
        self.day = self._template.day
        self._segments: dict[tuple[int, tuple[int, ...], tuple[Any, ...]], Segments] = {}
        self._answers: spans.AnswerCache = {}
        skeleton, plain = template_probe.plain_round(self._template)
        rounds = template_probe.two_rounds(self._template, skeleton.tools) or plain
        encoder.add_control_tokens(control_tokens.turn_tokens(rounds, encoder.added))
        self._control, self._cutter = encoder.pattern, SegmentCutter(encoder)
        special = encoder.control.keys() - {name for name in special_tokens.values() if isinstance(name, str)}
        self._tags = template_probe.template_tags(self._template, skeleton, plain, rounds, special)
        named = self._template.names.union(REASONING_KEYS, ("content", "tool_calls"))  # these are never unread
        self.unread = UnreadKeys(self._template, named).of
        self._builders = self._skeleton_builders(named)
        found = template_probe.stops(self._template, plain, skeleton.tools, encoder, eos)
        self.stop_ids, self.stop_texts = found
        self.notes = tuple(template_probe.findings(self._template, skeleton, plain, self.stop_texts, self.day))
        self.lead = template_probe.around_words(plain)[0]
        self.end_ids: tuple[int, ...] = self.stop_ids[:1] if eos is None else (eos,)

    def _skeleton_builders(self, named: frozenset[str]) -> list[SkeletonBuilder]:
        """The builders to try in turn, until filling the skeleton's rendering gives the real one."""
        compared, constants = self._template.compared_constants, self._template.constants
        control, tags = self._control, self._tags
        usual = SkeletonBuilder(
            constants_pattern(compared, control), constants_pattern(compared, control, tags), control
        )
        return [
            # Keys that are not named are read only by the few templates that write, or iterate over, whole messages.
            replace(usual, keys=named),
            usual,
            replace(
                usual,
                kept=constants_pattern(constants, control),
                kept_in_answers=constants_pattern(constants, control, tags),
            ),
            replace(usual, kept_in_answers=constants_pattern(compared, None, tags)),
        ]

    def segment(self, row: Row, trained: tuple[int, ...]) -> Segmented:
        """The segments of a row, of which the answers in the turns `trained` are targets.

        Tool calls are tried in each form that templates take; the first in which the template shows all answers wins.
        Raises `Refusal` if none can be followed.
        """
        refusals: list[Refusal] = []
        best: Segmented | None = None
        for messages in call_forms.forms(row.messages, null_first=self._template.tests_null):
            try:
                found = self._segment(messages, row.tools, trained)
            except Refusal as refusal:
                refusals.append(refusal)
                continue
            if found.is_complete:
                return found
            best = best or found
        if best is not None:
            return best
        raise next((refusal for refusal in refusals if not isinstance(refusal, _NotRendered)), refusals[0])

    def prompt(self, messages: Sequence[Message], tools: Sequence[Any]) -> tuple[Sequence[Segment], Sequence[str]]:
        """The segments of the prompt for the next answer, and the words to fill them with."""
        row = Row("", 0, messages=(*messages, Message("assistant", "Answer.")), tools=tuple(tools))
        found = self.segment(row, (len(messages),))
        whole = found.segments.renderings[-1][0]
        context = tuple(replace(span, trained=False) for span in whole.spans[:-1])
        return self._cutter.segments(
            replace(whole, text=whole.text[: whole.spans[-1].start], spans=context)
        ), found.words

    def _segment(self, messages: Sequence[Message], tools: Sequence[Any], trained: tuple[int, ...]) -> Segmented:
        real = [as_dict(message.role, message.content, message.extra) for message in messages]
        try:
            text = self._template.render(real, tools)
        except RenderError as error:
            raise _NotRendered("template", self._why_refused(real, tools, error)) from None
        check_unicode(text)
        refusal: Refusal | None = None
        best: Segmented | None = None
        last: Skeleton | None = None
        for level, builder in enumerate(self._builders):
            skeleton = builder.build(messages, tools)
            if skeleton == last:
                continue
            last = skeleton
            segments = self._segments_of(level, skeleton, trained)
            if segments.refusal is not None:
                refusal = segments.refusal
            elif self._is_proved(segments, skeleton.words, real, tools, text):
                found = Segmented(segments, skeleton.words, text)
                # Answers that are context are separate segments too, as they are where they are targets.
                if found.is_complete:
                    return found
                best = best or found
        if best is not None:
            return best
        if refusal is not None:
            raise Refusal(refusal.reason, str(refusal), refusal.empty_turn)
        raise Refusal("template", "the template rewrites the words of the conversation")

    def _why_refused(self, real: list[dict[str, Any]], tools: Sequence[Any], error: RenderError) -> str:
        if not tools:
            with contextlib.suppress(RenderError):
                self._template.render(real, (template_probe.TOOL,))
                return "the template needs tools, and the row has none in a column `tools`"
        return f"the template refuses the conversation: {error}"

    def _segments_of(self, level: int, skeleton: Skeleton, trained: tuple[int, ...]) -> Segments:
        key = level, trained, skeleton.key
        found = self._segments.get(key)
        if found is None:
            if len(self._segments) >= MAX_SKELETONS:
                self._segments.clear()
                self._answers.clear()
            try:
                found = self._cut(skeleton, trained)
            except Refusal as refusal:
                found = Segments(refusal=refusal)
            self._segments[key] = found
        return found

    def _cut(self, skeleton: Skeleton, trained: Collection[int]) -> Segments:
        renderings = spans.find(self._template, skeleton, trained, self._answers)
        if self._control:
            control_tokens.check_answers(skeleton.messages, renderings, self._control, self._tags)
        whole = tuple(part for _, _, part in parts_of(renderings[-1].text))
        cut = tuple((rendering, tuple(self._cutter.segments(rendering))) for rendering in renderings)
        return Segments(cut, whole, *self._cutter.ends(segment for _, segments in cut for segment in segments))

    def _is_proved(
        self, found: Segments, words: Sequence[str], real: list[dict[str, Any]], tools: Sequence[Any], text: str
    ) -> bool:
        """Whether each rendering filled with the words equals the real one, character by character."""
        if "".join([fill(part, words) for part in found.whole]) != text:
            return False
        if len(found.renderings) == 1:
            return True
        try:
            return all(
                self._template.render(real[: rendering.turns], tools) == rendering.filled(words)
                for rendering, _ in found.renderings[:-1]
            )
        except RenderError:
            return False


def check_unicode(text: str) -> None:
    """Refuses text with a lone surrogate, which no tokenizer takes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise Refusal(
            "not unicode", f"character {error.start} of the text is the lone surrogate U+{code:04X}"
        ) from None
