"""A row -> token ids with the answers as targets, for any chat template and fast tokenizer, proved row by row.

    Row -> segmenter (skeleton -> spans -> segments, once for each skeleton; compared with each row's real rendering)
        -> assembly (segments -> ids, proved by decoding for each row) -> Encoded

A row for which a comparison fails is refused with the reason.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from instructgpt_cli.data.types import OVERLONG, Encoded, Message, Refusal, Row
from instructgpt_cli.encoding.assembly import Assembly, assemble
from instructgpt_cli.encoding.chat_template import DEFAULT, Templates
from instructgpt_cli.encoding.segmenter import Segmented, Segmenter, check_unicode
from instructgpt_cli.encoding.segments import Segment
from instructgpt_cli.encoding.spans import Rendering
from instructgpt_cli.encoding.text_encoder import TextEncoder
from instructgpt_cli.encoding.text_frame import TextFrame, frame_of
from instructgpt_cli.encoding.truncation import computed_length, cut_prompt

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

_SKIP_NOTE = "an empty answer is context, not a target"


class Encoder:
    """Encodes rows for one tokenizer and template. Rows with the same skeleton share all work except on their words.

    `stop_ids` are the tokens that end an answer, `stop_texts` end markers that are not a single token. `lead` is what
    every answer begins with before its words (an empty thought). `day` is the date that the template writes, None if it
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
        """`max_length` is in tokens. `day` is the date given to the template, by default today; `text_frame` the tokens
        around raw text, by default those of the tokenizer.

        Raises `ModelError` if the template cannot render a question and an answer, or nothing ends an answer.
        """
        self.loss_on, self.max_length, self.overlong = loss_on, max_length, overlong
        self.empty_answers = empty_answers
        chosen = template if isinstance(template, Templates) else Templates({DEFAULT: template})
        self._text_encoder = TextEncoder(tokenizer)
        self._segmenter = Segmenter(
            chosen.default, tokenizer.special_tokens_map, tokenizer.eos_token_id, self._text_encoder, day
        )
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
        """Uses `other` for rows with tools."""
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

    def prompt_ids(self, messages: Sequence[Message], tools: Sequence[Any] = ()) -> list[int]:
        """The ids to feed for the next answer: a prefix of those trained on for the same conversation.

        Raises `Refusal` if the template refuses the messages or cannot be followed.
        """
        if tools and self._for_tools is not None:
            return self._for_tools.prompt_ids(messages, tools)
        segments, words = self._segmenter.prompt(messages, tools)
        encoded = assemble([Assembly("", segments, words)], self._text_encoder)[0]
        if encoded.refused:
            raise Refusal(encoded.refused, encoded.error)
        return encoded.input_ids

    def answer_ids(self, rows: Sequence[Row]) -> list[list[int]]:
        """The target ids of the answer in each row's last turn, end marker included; empty if the row is refused."""
        if self._for_tools is not None:
            chosen = [self._for_tools if row.tools else None for row in rows]
            return [(other or self)._answer_ids([row])[0] for row, other in zip(rows, chosen, strict=True)]
        return self._answer_ids(rows)

    def _answer_ids(self, rows: Sequence[Row]) -> list[list[int]]:
        assemblies: list[Assembly | None] = []
        for row in rows:
            try:
                found = self._segmenter.segment(row, (len(row.messages) - 1,))
            except Refusal:
                assemblies.append(None)
                continue
            rendering, segments = found.segments.renderings[-1]
            targets = [segment for segment in segments if segment.target]
            assemblies.append(Assembly("", targets, found.words, closing=self._closing(rendering)))
        encoded = iter(assemble([assembly for assembly in assemblies if assembly], self._text_encoder))
        return [next(encoded).input_ids if assembly else [] for assembly in assemblies]

    def _encode(self, rows: Sequence[Row]) -> list[Encoded]:
        prepared = [self._prepare(row) for row in rows]
        waiting = [assembly for assemblies in prepared if isinstance(assemblies, list) for assembly in assemblies]
        sequences = iter(assemble(waiting, self._text_encoder))
        return [
            self._with_unread(row, self._within_length(row, [next(sequences) for _ in assemblies]))
            if isinstance(assemblies, list)
            else assemblies
            for row, assemblies in zip(rows, prepared, strict=True)
        ]

    def _with_unread(self, row: Row, encoded: Encoded) -> Encoded:
        if any(message.extra for message in row.messages):
            encoded.unread = self._segmenter.unread(row)
        return encoded

    def _prepare(self, row: Row) -> list[Assembly] | Encoded:
        """The sequences of a row to assemble, or the row refused."""
        try:
            if row.fault:
                raise Refusal(row.refused, row.fault)
            return [self._raw_assembly(row, row.text)] if row.text is not None else self._assemblies(row)
        except Refusal as refusal:
            return Encoded([], [], refused=refusal.reason, error=str(refusal))

    def _raw_assembly(self, row: Row, text: str) -> Assembly:
        if not text:
            raise Refusal("empty text", "the text is empty")
        check_unicode(text)
        start, end = self.text_frame
        before = (start,) if row.opens and start is not None else ()
        after = (end,) if row.closes and end is not None else ()
        segment = Segment((0,), target=True, untrained=False, joined=not row.opens)
        return Assembly(text, (segment,), (text,), raw=True, before=before, after=after, ends=after)

    def _assemblies(self, row: Row) -> list[Assembly]:
        found, skipped = self._segmented(row)
        last = found.segments.renderings[-1][0]
        assemblies = []
        for rendering, segments in found.segments.renderings:
            all_tokens = self.loss_on == "all" and rendering is last
            if all_tokens:
                _check_untrained(row.messages, rendering, skipped)
            assembly = Assembly(
                found.text if rendering is last else rendering.filled(found.words), segments, found.words
            )
            assembly.notes = (*rendering.notes, _SKIP_NOTE) if skipped else rendering.notes
            assembly.closing, assembly.all_tokens = self._closing(rendering), all_tokens
            assembly.ends, assembly.inside = found.segments.ends, found.segments.inside
            assemblies.append(assembly)
        return assemblies

    def _segmented(self, row: Row) -> tuple[Segmented, list[int]]:
        """The segments of a row, and the turns whose answers are empty and skipped."""
        skipped: list[int] = []
        while True:
            trained = self._trained(row.messages, skipped)
            try:
                return self._segmenter.segment(row, trained), skipped
            except Refusal as refusal:
                if self.empty_answers == "refuse" or refusal.empty_turn is None:
                    raise
                skipped.append(refusal.empty_turn)

    def _trained(self, messages: Sequence[Message], skipped: list[int]) -> tuple[int, ...]:
        """The turns whose answers are targets. `skipped` ones are known to be empty; those found here are added."""
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

    def _closing(self, rendering: Rendering) -> tuple[int, ...]:
        """The ids to append to the last answer to train on, where the template writes no end marker."""
        needs_eos = any(span.needs_eos and span.trained for span in rendering.spans)
        return self._segmenter.end_ids if needs_eos else ()

    def _within_length(self, row: Row, sequences: Sequence[Encoded]) -> Encoded:
        """The sequences of a row as one `Encoded`, cut to `max_length` or refused if they are longer."""
        encoded = _merged(sequences)
        if encoded.refused or row.text is not None:
            return encoded
        length = computed_length(row, sequences)
        if length <= self.max_length:
            return encoded
        error = f"{length} tokens, more than data.max_length ({self.max_length})"
        if self.overlong == "cut_prompt":
            shorter = cut_prompt(row, self.max_length, self._unlimited)
            if shorter is not None:
                cut = _merged(shorter)
                return replace(cut, cut=len(encoded.input_ids) - len(cut.input_ids))
            error += ", and no part of the prompt can be cut to make it fit"
        return Encoded([], [], encoded.text, OVERLONG, error)

    def _unlimited(self, row: Row) -> list[Encoded] | None:
        """The sequences of a conversation, however long; None if it is refused."""
        assemblies = self._prepare(row)
        if isinstance(assemblies, Encoded):
            return None
        sequences = assemble(assemblies, self._text_encoder)
        return None if any(one.refused for one in sequences) else sequences


def _merged(sequences: Sequence[Encoded]) -> Encoded:
    """The sequences of a row as one `Encoded`; the first refusal among them refuses it."""
    whole = sequences[-1]
    for one in sequences:
        if one.refused:
            return replace(one, text=whole.text)
    if len(sequences) == 1:
        return whole
    notes = dict.fromkeys(note for one in sequences for note in one.notes)
    return replace(whole, more=tuple(sequences[:-1]), notes=tuple(notes))


def _check_untrained(messages: Sequence[Message], rendering: Rendering, skipped: Collection[int]) -> None:
    """Refuses, where every token is a target, an untrained answer that was not located."""
    found = {span.turn for span in rendering.spans}
    for index, message in enumerate(messages):
        untrained = message.role == "assistant" and not message.train and message.content.strip()
        if (untrained or index in skipped) and index not in found:
            raise Refusal("template", f"the untrained answer in turn {index + 1} cannot be located in the rendering")
