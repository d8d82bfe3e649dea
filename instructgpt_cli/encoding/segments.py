"""Text to token ids and back, segment by segment, with each segment proved by decoding it.

A text is cut at its control tokens and at the edges of its answers; the segments between are encoded apart, with
special tokens split. So a control token is there if and only if the template wrote it, and the prompt of an answer has
the same ids in training as when it is fed to generate. Apart from these cuts the ids are the tokenizer's own.
"""

import contextlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from tokenizers import AddedToken, Tokenizer

from instructgpt_cli.encoding.answer_span import Span
from instructgpt_cli.encoding.prefix_space import without_prefix
from instructgpt_cli.encoding.skeleton import fill, parts_of
from instructgpt_cli.encoding.spans import Rendering

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

BATCH = 64  # texts encoded at once: what the library makes of more of them does not stay in the processor's cache
MAX_LITERALS = 10_000  # few, but where tools differ from row to row
_ANCHOR = "a"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text between two cuts: fixed `ids`, or `parts` (literals and piece numbers) to fill and encode.

    `target` segments belong to answers to train on, `left_out` ones to other answers. `joined` segments stand in the
    middle of a text: a tokenizer that puts a space before a text must not do so there.
    """

    parts: tuple[str | int, ...]
    target: bool
    left_out: bool
    joined: bool
    ids: tuple[int, ...] | None = None

    def text(self, pieces: Sequence[str]) -> str:
        return "".join([fill(part, pieces) for part in self.parts])


@dataclass(slots=True)  # frozen, it takes five times as long to make
class EncodedSegment:
    """The ids of one segment, and the fault that was found when they were decoded again. `unknown`: it is only that
    the tokenizer lacks some characters. `split` are the control tokens that the text spells: plain ids stand there."""

    ids: list[int]
    fault: str = ""
    unknown: bool = False
    split: tuple[str, ...] = ()


class SegmentEncoder:
    """A fast tokenizer with control over what its special tokens may come from."""

    def __init__(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    @property
    def added(self) -> frozenset[str]:
        """All tokens that stand in a text as a whole, marked as special or not."""
        return frozenset(self._flags)

    def control_too(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def _protect(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def segments(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def ends(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def _fixed(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def _atoms(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def encode(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def _proved(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def _examined(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def _normal(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def _encode(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def _breaks(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def _encode_broken(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    @contextlib.contextmanager
    def _plain(self, joined: bool) -> Iterator[None]:
        """The tokenizer as it is needed here; its own settings come back afterwards."""
        backend = self._backend
        before = backend.encode_special_tokens, backend.truncation, backend.padding
        parts = backend.normalizer, backend.pre_tokenizer
        backend.encode_special_tokens = True
        backend.no_truncation()
        backend.no_padding()
        if joined and self._apart is not None:
            backend.normalizer, backend.pre_tokenizer = self._apart
        try:
            yield
        finally:
            backend.encode_special_tokens = before[0]
            if before[1]:
                backend.enable_truncation(**before[1])
            if before[2]:
                backend.enable_padding(**before[2])
            if joined and self._apart is not None:
                backend.normalizer, backend.pre_tokenizer = parts


def _segment(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is not None and not span.trained, joined)


def _alternatives(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True))) if texts else None
