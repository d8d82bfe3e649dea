"""Text to token ids without control tokens, proved by decoding."""

import contextlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tokenizers import Tokenizer

from instructgpt_cli.encoding.prefix_space import without_prefix

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

BATCH = 64  # texts encoded at once: the library's results for more of them do not fit into the CPU cache
_ANCHOR = "a"


@dataclass(slots=True)  # not frozen: that takes five times as long to construct
class EncodedText:
    """The ids of a text, and the `fault` found by decoding them; `unknown`: the tokenizer only lacks some characters.
    `spelled` are the control tokens that occur in the text: they are encoded as plain text."""

    ids: list[int]
    fault: str = ""
    unknown: bool = False
    spelled: tuple[str, ...] = ()


class TextEncoder:
    """Encodes texts with a fast tokenizer so that no control token comes from them.

    `control` maps the control tokens to their ids, `pattern` matches any of them (None: there are none), `tokens` has
    all added tokens by their text. `prefix_at_start_only`: the tokenizer puts a space only before the very first text,
    not after each special token.
    """

    def __init__(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self.tokens = {token.content: token for token in added.values()}
        self._not_special = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._not_special)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._no_prefix, self.prefix_at_start_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._is_lossless, self._underline_is_space = True, False
        underlined = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._underline_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(underlined, skip_special_tokens=False)
        self._is_lossless = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    @property
    def added(self) -> frozenset[str]:
        """All added tokens, marked as special or not."""
        return frozenset(self.tokens)

    def control_tokens_in(self, text: str) -> list[str]:
        """The control tokens that occur in a text, in order."""
        return self.pattern.findall(text) if self.pattern else []

    def add_control_tokens(self, frame: Collection[str]) -> None:
        """Also treats these added tokens as control tokens, though they may not be marked as special."""
        found = {text: number for text, number in self._not_special.items() if text in frame}
        if found:
            self.control |= found
            self._not_special = {text: number for text, number in self._not_special.items() if text not in found}
            self._tags = _alternatives(self._not_special)
            self._protect()
            self.pattern = _alternatives(self.control)

    def _protect(self) -> None:
        """Finds the control tokens that plain text yields unless it is cut: those not marked as special, and those that
        the model itself produces (Unigram has them in its vocabulary)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def encode(self, texts: Sequence[str], joined: bool) -> list[EncodedText]:
        """The ids of each text, proved by decoding; special tokens in it are split into plain ones.

        `joined` texts continue another one: no space is put before them. Equal texts, such as the instructions of many
        conversations, are encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._encode_proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def _encode_proved(self, texts: Sequence[str], joined: bool) -> list[EncodedText]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._no_prefix is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._no_prefix is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedText(one))
            else:
                back_text = decoded.removeprefix(self._anchor_text) if anchored else decoded
                encoded.append(self._diagnosed(text, back_text, one))
            if spelled := self.control_tokens_in(text):
                encoded[-1].spelled = tuple(dict.fromkeys(spelled))
        return encoded

    def _diagnosed(self, text: str, decoded: str, ids: list[int]) -> EncodedText:
        """The fault of ids that do not decode to their text: none if only the tokenizer's own normalizer changed it,
        such as by composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedText(ids, "the tokenizer has no token for some characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedText(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._no_prefix is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedText(ids)
        return EncodedText(ids, "decoding its tokens does not give the text back")

    def _normal(self, text: str) -> str:
        """The text without what this tokenizer does not preserve in any text."""
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._underline_is_space:
            text = text.replace("▁", " ")
        if self._no_prefix is not None:
            text = text.removeprefix(" ")
        return text if self._is_lossless else "".join(text.split())

    def _encode(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._configured(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def _breaks(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would yield, so that it cannot match, and after any other added token, where a tokenizer that puts a space
        before a text would add another one."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._no_prefix is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def _encode_broken(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    @contextlib.contextmanager
    def _configured(self, joined: bool) -> Iterator[None]:
        """Turns off truncation, padding and special tokens in text; the settings are restored afterwards."""
        backend = self._backend
        before = backend.encode_special_tokens, backend.truncation, backend.padding
        parts = backend.normalizer, backend.pre_tokenizer
        backend.encode_special_tokens = True
        backend.no_truncation()
        backend.no_padding()
        if joined and self._no_prefix is not None:
            backend.normalizer, backend.pre_tokenizer = self._no_prefix
        try:
            yield
        finally:
            backend.encode_special_tokens = before[0]
            if before[1]:
                backend.enable_truncation(**before[1])
            if before[2]:
                backend.enable_padding(**before[2])
            if joined and self._no_prefix is not None:
                backend.normalizer, backend.pre_tokenizer = parts


def _alternatives(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True))) if texts else None
