"""The shape of a conversation: its messages with unique marks in the place of the words.

Conversations of equal shape are rendered alike, so what is found for one holds for all of them.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from instructgpt_cli.data.types import Message
from instructgpt_cli.encoding.chat_template import as_dict

# The quote shows whether a template writes a content as it is or as JSON (then a backslash precedes it).
MARK = re.compile(r'Zq(\d+)(\\?)"qZ')
_WORDS = frozenset(("content", "text", "reasoning_content", "thinking", "reasoning"))


def parts_of(marked: str) -> list[tuple[int, int, str | int]]:
    """(start, end, literal or piece) in order; piece n is n, or ~n where the template writes it as JSON."""
    found: list[tuple[int, int, str | int]] = []
    at = 0
    for match in MARK.finditer(marked):
        if at < match.start():
            found.append((at, match.start(), marked[at : match.start()]))
        number = int(match[1])
        found.append((match.start(), match.end(), ~number if match[2] else number))
        at = match.end()
    if at < len(marked):
        found.append((at, len(marked), marked[at:]))
    return found


def fill(part: str | int, pieces: Sequence[str]) -> str:
    """The text of one part of `parts_of`."""
    if isinstance(part, str):
        return part
    return pieces[part] if part >= 0 else json.dumps(pieces[~part], ensure_ascii=False)[1:-1]


@dataclass(slots=True)
class Shape:
    """A conversation with marks in the place of its words: equal shapes are rendered alike.

    White space at either end of a content and the constants that the template looks for stay as they are, so that
    templates which strip, split or test a content do the same to the marked one.
    """

    messages: list[dict[str, Any]] = field(default_factory=list)
    tools: list[Any] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    owners: list[tuple[int, str]] = field(default_factory=list)  # of each piece: message index, key of the message
    key: tuple[Any, ...] = ()

    def key_until(self, turn: int) -> tuple[Any, ...]:
        """Equal for shapes whose first `turn` messages, and tools, are rendered alike."""
        return self.key[:turn], self.key[len(self.messages) :]

    def until(self, turn: int) -> "Shape":
        """The first `turn` messages."""
        return replace(self, messages=self.messages[:turn], key=(*self.key[:turn], *self.key[len(self.messages) :]))


@dataclass(frozen=True, slots=True)
class Marker:
    """Makes shapes. `kept` matches template constants, `control` the texts of control tokens in words; `keys` are those
    of a message that the template can tell apart, None for all: others, such as an id, make no shape of their own."""

    kept: re.Pattern[str] | None
    kept_in_answers: re.Pattern[str] | None
    control: re.Pattern[str] | None
    keys: frozenset[str] | None = None

    def shape(self, messages: Sequence[Message], tools: Sequence[Any]) -> Shape:
        shape = Shape()
        key: list[Any] = []
        for index, message in enumerate(messages):
            kept = self.kept_in_answers if message.role == "assistant" else self.kept
            extra = message.extra
            if extra and self.keys is not None:
                extra = {k: v for k, v in extra.items() if k in self.keys}
            if extra:
                whole = as_dict(message.role, message.content, extra)
                marked = {k: self._value(shape, index, k, v, kept) for k, v in whole.items()}
                key.append((message.train, json.dumps(marked, ensure_ascii=False, default=str)))
            else:
                content = self._words(shape, index, "content", message.content, kept)
                marked = {"role": message.role, "content": content}
                key.append((message.train, message.role, content))
            shape.messages.append(marked)
        shape.tools = [self._value(shape, -1, "tools", tool, None) for tool in tools]
        if tools:
            key.append(json.dumps(shape.tools, ensure_ascii=False, default=str))
        shape.key = tuple(key)
        return shape

    def _value(self, shape: Shape, index: int, key: str, value: Any, kept: re.Pattern[str] | None) -> Any:
        if isinstance(value, str):
            if key in _WORDS:
                return self._words(shape, index, key, value, kept)
            return self._guard(shape, index, key, value) if key != "role" else value
        if isinstance(value, Mapping):
            inner = {k: ("text" if key == "content" and k == "text" else "value") for k in value}
            return {
                self._guard(shape, index, key, k) if isinstance(k, str) else k: self._value(
                    shape, index, inner[k], v, kept
                )
                for k, v in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._value(shape, index, key, item, kept) for item in value]
        return value

    def _words(self, shape: Shape, index: int, key: str, text: str, kept: re.Pattern[str] | None) -> str:
        if kept is None or not kept.search(text):
            return self._mark(shape, index, key, text)
        parts = kept.split(text)  # with one group: words and constants in turn
        if self._spells_more(parts):
            return self._mark(shape, index, key, text)
        return "".join(part if i % 2 else self._mark(shape, index, key, part) for i, part in enumerate(parts))

    def _spells_more(self, parts: Sequence[str]) -> bool:
        """Whether constants side by side spell a control token that none of them holds."""
        if self.control is None:
            return False
        readable = "".join(part if i % 2 or not part.strip() else "\0" for i, part in enumerate(parts))
        return self.control.findall(readable) != [token for part in parts[1::2] for token in self.control.findall(part)]

    def _mark(self, shape: Shape, index: int, key: str, text: str) -> str:
        core = text.strip()
        if not core:
            return text
        shape.pieces.append(core)
        shape.owners.append((index, key))
        mark = f'Zq{len(shape.pieces) - 1}"qZ'
        if len(core) == len(text):
            return mark
        at = text.index(core)
        return text[:at] + mark + text[at + len(core) :]

    def _guard(self, shape: Shape, index: int, key: str, text: str) -> str:
        """Structured values stay readable to the template; only what looks like a control token is marked."""
        if self.control is None:
            return text
        return self.control.sub(lambda match: self._mark(shape, index, key, match[0]), text)
