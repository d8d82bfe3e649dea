"""A rendering cut into segments, at its control tokens and at the edges of its answers.

The segments are encoded separately, with special tokens in them split. So the ids contain a control token if and only
if the template wrote it, and a prompt has the same ids in training and in generation. Apart from these cuts, the ids
are the tokenizer's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from tokenizers import AddedToken

from instructgpt_cli.encoding.answer_span import Span
from instructgpt_cli.encoding.skeleton import fill, parts_of
from instructgpt_cli.encoding.spans import Rendering
from instructgpt_cli.encoding.text_encoder import TextEncoder

MAX_LITERALS = 10_000  # only tools that differ from row to row need many


@dataclass(frozen=True, slots=True)
class Segment:
    """The text between two cuts: fixed `ids`, or `parts` (literals and numbers of placeholders) to fill and encode.

    `target` segments belong to answers to train on, `untrained` ones to other answers. `joined` segments continue a
    text: a tokenizer that puts a space before a text must not do so there.
    """

    parts: tuple[str | int, ...]
    target: bool
    untrained: bool
    joined: bool
    ids: tuple[int, ...] | None = None

    def text(self, words: Sequence[str]) -> str:
        """The text, with `words` in the place of the placeholders."""
        return "".join([fill(part, words) for part in self.parts])


class SegmentCutter:
    """Cuts renderings; segments that contain no words get their ids at once.

    All control tokens must have been added to `encoder` before.
    """

    def __init__(self, encoder: TextEncoder) -> None:
        self._encoder = encoder
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}

    def segments(self, rendering: Rendering) -> list[Segment]:
        """The segments of a rendering. White space that control tokens strip is left out, except inside an answer:
        there the model has to generate it."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(rendering):
            span = next((span for span in rendering.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                control = (self._encoder.control[atom.content],)
                segments.append(replace(_segment((atom.content,), span, False), ids=control))
                joined, strip = self._encoder.prefix_at_start_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(rendering.text))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "the segments must contain all of the text"
        return segments

    def ends(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that answers to train on end with, and those that occur elsewhere in them."""
        numbers = frozenset(self._encoder.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def _fixed(self, segment: Segment) -> Segment:
        """The segment with its ids, if it contains no words."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self._encoder.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def _atoms(self, rendering: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, atom) in order: a literal, the number of a placeholder, a control token, or None for an edge of an
        answer."""
        text, pattern = rendering.text, self._encoder.pattern
        edges = {edge for span in rendering.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in pattern.finditer(text, at, stop) if pattern else ():
                    if at < match.start():
                        yield at, text[at : match.start()]
                    yield match.start(), self._encoder.tokens[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text[at:stop]


def _segment(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is not None and not span.trained, joined)
