"""A row -> token ids with the answers marked as targets, for any chat template and fast tokenizer, proved row by row.

    Row -> plan (shape -> spans -> segments, once for each shape; the real rendering compared for each row)
        -> sections (segments -> ids, decoded again for each row) -> Encoded

A row for which a comparison fails is refused with the reason.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from instructgpt_cli.data.types import OVERLONG, Encoded, Message, Refusal, Row
from instructgpt_cli.encoding.chat_template import DEFAULT, Templates
from instructgpt_cli.encoding.segmenter import Segmenter, check_unicode
from instructgpt_cli.encoding.segments import EncodedSegment, Segment, SegmentEncoder
from instructgpt_cli.encoding.spans import Rendering
from instructgpt_cli.encoding.text_frame import TextFrame, frame_of
from instructgpt_cli.encoding.truncation import with_shorter_question, without_oldest

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

_SKIP_NOTE = "an empty answer is context, not a target"
_SPLIT_NOTE = "{} in a row's own text is encoded as letters: only the template writes it as a control token"


@dataclass(slots=True)  # frozen, it takes five times as long to make
class _Assembly:
    """One text on its way to ids. `before` and `after` are ids around it, `bare` asks for eos after the last answer,
    `whole` makes every token a target that no answer left out holds; `raw` text is no conversation;
    `ends` and `inside` are those of `Segments`."""

    text: str
    segments: Sequence[Segment]
    pieces: Sequence[str]
    notes: tuple[str, ...] = ()
    bare: bool = False
    raw: bool = False
    whole: bool = False
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()


class Encoder:
    """Encodes rows for one tokenizer and template. Rows of the same shape share all work but that on their words.

    `stop_ids` are the tokens that end an answer; `stop_texts` end markers that are no single token; `lead` is what each
    answer begins with before its words (an empty thought); `day` is the date that the template writes, None where it
    writes none. `notes` are findings about the template worth reporting.
    """

    def __init__(
        self,
        tokenizer: "PreTrainedTokenizerFast",
        template: str | Templates,
        *,
        loss_on: Literal["answers", "last", "all"] = "answers",
        max_length: int = 1024,
        overlong: Literal["drop", "cut_prompt", "error"] = "drop",
        empty_answers: Literal["refuse", "skip"] = "refuse",
        day: date | None = None,
        text_frame: TextFrame | None = None,
    ) -> None:
        """`day` is what the template takes for today, by default today; `text_frame` what stands around raw text, by
        default what the tokenizer has for it.

        Raises `ModelError` when the template cannot render a question and an answer, or nothing ends an answer.
        """
        self.loss_on, self.max_length, self.overlong = loss_on, max_length, overlong
        self.empty_answers = empty_answers
        chosen = template if isinstance(template, Templates) else Templates({DEFAULT: template})
        self._segment_encoder = SegmentEncoder(tokenizer)
        self._segmenter = Segmenter(tokenizer, chosen.default, self._segment_encoder, day)
        self.day = self._segmenter.day
        self.text_frame = text_frame or frame_of(tokenizer)
        self.notes, self.lead = self._segmenter.notes, self._segmenter.lead
        self.stop_ids, self.stop_texts = self._segmenter.stop_ids, self._segmenter.stop_texts
        self._for_tools: Encoder | None = None
        if chosen.tool_use is not None:
            settings: dict[str, Any] = {"loss_on": loss_on, "max_length": max_length, "overlong": overlong}
            settings["empty_answers"] = empty_answers
            self._add_tool_use(Encoder(tokenizer, chosen.tool_use, **settings, day=day))

    def _add_tool_use(self, other: "Encoder") -> None:
        """Rows with tools have a template of their own."""
        self._for_tools = other
        self.day = self.day or other.day
        self.notes += tuple(f"rows with tools: {note}" for note in other.notes if note not in self.notes)
        self.stop_ids = tuple(dict.fromkeys((*self.stop_ids, *other.stop_ids)))
        self.stop_texts = tuple(dict.fromkeys((*self.stop_texts, *other.stop_texts)))

    def encode(self, rows: Sequence[Row]) -> list[Encoded]:
        """One `Encoded` for each row, refused rows included. Raw text is not limited to `max_length`."""
        if self._for_tools is None:
            return self._encode(rows)
        with_tools = iter(self._for_tools.encode([row for row in rows if row.tools]))
        without = iter(self._encode([row for row in rows if not row.tools]))
        return [next(with_tools if row.tools else without) for row in rows]

    def _encode(self, rows: Sequence[Row]) -> list[Encoded]:
        prepared = [self._prepare(row) for row in rows]
        done = iter(
            self._finish(
                [assembly for assemblies in prepared if isinstance(assemblies, list) for assembly in assemblies]
            )
        )
        return [
            self._with_unread(row, self._fit(row, [next(done) for _ in assemblies]))
            if isinstance(assemblies, list)
            else assemblies
            for row, assemblies in zip(rows, prepared, strict=True)
        ]

    def _with_unread(self, row: Row, encoded: Encoded) -> Encoded:
        if any(message.extra for message in row.messages):
            encoded.unread = self._segmenter.unread(row)
        return encoded

    def prompt_ids(self, messages: Sequence[Message], tools: Sequence[Any] = ()) -> list[int]:
        """The ids to feed for the next answer: a prefix of those trained on for the same conversation.

        Raises `Refusal` where the template refuses the messages or cannot be followed.
        """
        if tools and self._for_tools is not None:
            return self._for_tools.prompt_ids(messages, tools)
        row = Row("", 0, messages=(*messages, Message("assistant", "Answer.")), tools=tuple(tools))
        shape, segmented, _ = self._segmenter.segment(row, (len(messages),))
        text = segmented.texts[-1][0]
        start = text.spans[-1].start
        prompt = replace(
            text, marked=text.marked[:start], spans=tuple(replace(s, trained=False) for s in text.spans[:-1])
        )
        encoded = self._finish([_Assembly("", self._segment_encoder.segments(prompt), shape.pieces)])[0]
        if encoded.refused:
            raise Refusal(encoded.refused, encoded.error)
        return encoded.input_ids

    def answer_ids(self, rows: Sequence[Row]) -> list[list[int]]:
        """Of each row, whose last turn is an answer, the ids of that answer as it is learnt, its end marker included;
        none where the row is refused."""
        if self._for_tools is not None:
            apart = [self._for_tools if row.tools else None for row in rows]
            return [(other or self)._answer_ids([row])[0] for row, other in zip(rows, apart, strict=True)]
        return self._answer_ids(rows)

    def _answer_ids(self, rows: Sequence[Row]) -> list[list[int]]:
        assemblies: list[_Assembly | None] = []
        for row in rows:
            try:
                shape, segmented, _ = self._segmenter.segment(row, (len(row.messages) - 1,))
            except Refusal:
                assemblies.append(None)
                continue
            text, segments = segmented.texts[-1]
            own = [segment for segment in segments if segment.target]
            assemblies.append(
                _Assembly("", own, shape.pieces, bare=any(span.bare and span.trained for span in text.spans))
            )
        done = iter(self._finish([assembly for assembly in assemblies if assembly]))
        return [next(done).input_ids if assembly else [] for assembly in assemblies]

    def _prepare(self, row: Row) -> "list[_Assembly] | Encoded":
        try:
            if row.fault:
                raise Refusal(row.refused, row.fault)
            return [self._raw_assembly(row, row.text)] if row.text is not None else self._assemblies(row)
        except Refusal as refusal:
            return Encoded([], [], refused=refusal.reason, error=str(refusal))

    def _raw_assembly(self, row: Row, text: str) -> _Assembly:
        if not text:
            raise Refusal("empty text", "the text is empty")
        check_unicode(text)
        start, end = self.text_frame
        before = (start,) if row.opens and start is not None else ()
        after = (end,) if row.closes and end is not None else ()
        return _Assembly(
            text,
            (Segment((0,), True, False, not row.opens),),
            (text,),
            raw=True,
            before=before,
            after=after,
            ends=after,
        )

    def _assemblies(self, row: Row) -> list[_Assembly]:
        skipped: list[int] = []
        while True:
            trained = self._trained(row.messages, skipped)
            try:
                shape, segmented, whole = self._segmenter.segment(row, trained)
                break
            except Refusal as refusal:
                if self.empty_answers == "refuse" or refusal.empty_turn is None:
                    raise
                skipped.append(refusal.empty_turn)
        assemblies = []
        for text, segments in segmented.texts:
            shown = whole if text is segmented.texts[-1][0] else text.filled(shape.pieces)
            bare = any(span.bare and span.trained for span in text.spans)
            all_tokens = self.loss_on == "all" and text is segmented.texts[-1][0]
            if all_tokens:
                _check_left_out(row.messages, text, skipped)
            notes = (*text.notes, _SKIP_NOTE) if skipped else text.notes
            assembly = _Assembly(shown, segments, shape.pieces, notes, bare, whole=all_tokens)
            assembly.ends, assembly.inside = segmented.ends, segmented.inside
            assemblies.append(assembly)
        return assemblies

    def _trained(self, messages: Sequence[Message], skipped: list[int]) -> tuple[int, ...]:
        """The turns whose answers are targets. `skipped` ones are known to be empty, and those found here join them."""
        answers = [index for index, message in enumerate(messages) if message.role == "assistant" and message.train]
        if self.loss_on == "last":
            answers = answers[-1:]
        if not answers and self.loss_on != "all":
            raise Refusal("no answer", "the conversation has no answer to train on")
        for index in answers:
            if not messages[index].content.strip() and not any(messages[index].extra.values()):
                if self.empty_answers == "refuse":
                    raise Refusal("empty answer", f"the answer in turn {index + 1} is empty")
                skipped += [] if index in skipped else [index]
        left = tuple(index for index in answers if index not in skipped)
        if skipped and not left:
            which = f"the answer in turn {skipped[0] + 1} is" if len(skipped) == 1 else "all answers are"
            raise Refusal("empty answer", f"{which} empty")
        return left

    def _finish(self, assemblies: Sequence[_Assembly]) -> list[Encoded]:
        """Encodes the open segments of all texts in two batches and puts the ids together."""
        encoded_segments: dict[bool, Iterator[EncodedSegment]] = {}
        for joined in (False, True):
            texts = [
                s.text(assembly.pieces)
                for assembly in assemblies
                for s in assembly.segments
                if s.ids is None and s.joined is joined
            ]
            encoded_segments[joined] = iter(self._segment_encoder.encode(texts, joined))
        return [self._assemble(assembly, encoded_segments) for assembly in assemblies]

    def _assemble(self, assembly: _Assembly, encoded_segments: Mapping[bool, Iterator[EncodedSegment]]) -> Encoded:
        ids, mask = list(assembly.before), [0] * len(assembly.before)
        faults: list[str] = []
        notes = assembly.notes
        for segment in assembly.segments:
            one = None if segment.ids is not None else next(encoded_segments[segment.joined])
            found = one.ids if one is not None else segment.ids or ()
            ids += found
            mask += [int(segment.target or (assembly.whole and not segment.left_out))] * len(found)
            if one is not None and one.split:
                notes = (*notes, *(_SPLIT_NOTE.format(token) for token in one.split))
            if one is not None and one.fault:
                fault = f"{'answer' if segment.target else 'prompt'}: {one.fault}"
                if assembly.raw or (one.unknown and not segment.target):
                    notes = (*notes, fault.removeprefix("answer: ") if assembly.raw else fault)
                else:
                    faults.append(fault)
        if faults:
            return Encoded([], [], assembly.text, "tokenizer", faults[0])
        if assembly.bare:
            end = max((index for index, value in enumerate(mask) if value), default=-1) + 1
            closing = self._segmenter.end_ids
            ids[end:end], mask[end:end] = closing, [1] * len(closing)
        ids += assembly.after
        mask += [1] * len(assembly.after)
        if assembly.whole and mask:
            mask[0] = 0  # nothing stands before it
        return Encoded(
            ids, mask, assembly.text, notes=tuple(dict.fromkeys(notes)), ends=assembly.ends, inside=assembly.inside
        )

    def _fit(self, row: Row, texts: Sequence[Encoded]) -> Encoded:
        """The sequences of a row as one `Encoded`, within `max_length` or refused."""
        for one in texts:
            if one.refused:
                return replace(one, text=texts[-1].text)
        encoded = texts[-1]
        if len(texts) > 1:
            notes = dict.fromkeys(note for one in texts for note in one.notes)
            encoded = replace(encoded, more=tuple(texts[:-1]), notes=tuple(notes))
        length = _longest(row, texts)
        if row.text is not None or length <= self.max_length:
            return encoded
        if self.overlong == "cut_prompt" and (cut := self._cut(row)) is not None:
            return replace(cut, cut=len(encoded.input_ids) - len(cut.input_ids))
        error = f"{length} tokens, more than data.max_length ({self.max_length})"
        if self.overlong == "cut_prompt":
            error += ", and no part of the prompt can be cut to make it fit"
        return Encoded([], [], encoded.text, OVERLONG, error)

    def _cut(self, row: Row) -> Encoded | None:
        """The row without its oldest turns, then without the beginning of its longest question; None if that is not
        enough."""
        kept = row
        for messages in without_oldest(row.messages):
            candidate = replace(row, messages=messages)
            texts = self._unlimited(candidate)
            if texts is None:
                continue
            if _longest(candidate, texts) <= self.max_length:
                return self._fit(candidate, texts)
            kept = candidate
        texts = self._unlimited(kept)
        while texts is not None:
            length = _longest(kept, texts)
            excess = length - self.max_length
            if excess <= 0:
                return self._fit(kept, texts)
            messages = with_shorter_question(kept.messages, excess, length)
            kept = replace(kept, messages=messages)
            texts = self._unlimited(kept) if messages else None
        return None

    def _unlimited(self, row: Row) -> list[Encoded] | None:
        """The sequences of a conversation, however long; None where it is refused."""
        assemblies = self._prepare(row)
        texts = self._finish(assemblies) if isinstance(assemblies, list) else [assemblies]
        return None if any(one.refused for one in texts) else texts


def _check_left_out(messages: Sequence[Message], text: Rendering, skipped: Collection[int]) -> None:
    """Refuses, where every token is a target, an answer left out of them that was not found in the text."""
    found = {span.turn for span in text.spans}
    for index, message in enumerate(messages):
        left_out = message.role == "assistant" and not message.train and message.content.strip()
        if (left_out or index in skipped) and index not in found:
            raise Refusal("template", f"the answer left out in turn {index + 1} cannot be found in the rendering")


def _longest(row: Row, texts: Sequence[Encoded]) -> int:
    """Tokens of the longest text, without the turns that follow the last answer: they are never computed."""
    if not row.messages or (row.messages[-1].role == "assistant" and row.messages[-1].train):
        return max(len(one.input_ids) for one in texts)
    return max(len(one.input_ids) - (one.loss_mask[::-1].index(1) if 1 in one.loss_mask else 0) for one in texts)
