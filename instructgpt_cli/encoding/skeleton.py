"""The skeleton of a conversation: its messages with unique placeholders instead of words.

Conversations with equal skeletons are rendered alike, so what is found for one holds for all of them.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from instructgpt_cli.data.types import Message
from instructgpt_cli.encoding.chat_template import as_dict

# The quote shows whether a template writes a content verbatim or as JSON (which puts a backslash before it).
PLACEHOLDER = re.compile(r'Zq(\d+)(\\?)"qZ')
_TEXT_KEYS = frozenset(("content", "text", "reasoning_content", "thinking", "reasoning"))


def placeholder(number: int) -> str:
    """The placeholder of text `number` of a skeleton's `words`."""
    return f'Zq{number}"qZ'


def parts_of(text: str) -> list[tuple[int, int, str | int]]:
    """(start, end, literal or number) in order; placeholder n is n, or ~n where the template writes it as JSON."""
    found: list[tuple[int, int, str | int]] = []
    at = 0
    for match in PLACEHOLDER.finditer(text):
        if at < match.start():
            found.append((at, match.start(), text[at : match.start()]))
        number = int(match[1])
        found.append((match.start(), match.end(), ~number if match[2] else number))
        at = match.end()
    if at < len(text):
        found.append((at, len(text), text[at:]))
    return found


def fill(part: str | int, words: Sequence[str]) -> str:
    """The text of one part of `parts_of`."""
    if isinstance(part, str):
        return part
    return words[part] if part >= 0 else json.dumps(words[~part], ensure_ascii=False)[1:-1]


@dataclass(slots=True)
class Skeleton:
    """A conversation with placeholders for its words; equal skeletons are rendered alike.

    White space at either end of a content and constants that the template compares with stay as they are, so that
    a template which strips, splits or tests a content treats the skeleton the same way.
    """

    messages: list[dict[str, Any]] = field(default_factory=list)
    tools: list[Any] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """What the placeholders stand for, by their numbers."""
    owners: list[tuple[int, str]] = field(default_factory=list)
    """The origin of each of `words`: index of the message (-1: the tools), key in it."""
    key: tuple[Any, ...] = ()

    def key_until(self, turn: int) -> tuple[Any, ...]:
        """Equal for skeletons with the same tools whose first `turn` messages are rendered alike."""
        return self.key[:turn], self.key[len(self.messages) :]

    def until(self, turn: int) -> "Skeleton":
        """The first `turn` messages."""
        return replace(self, messages=self.messages[:turn], key=(*self.key[:turn], *self.key[len(self.messages) :]))


@dataclass(frozen=True, slots=True)
class SkeletonBuilder:
    """Replaces words by placeholders.

    `kept` and `kept_in_answers` match template constants that stay readable, `control` matches control tokens. `keys`
    are the keys of a message that the template distinguishes (None: all); others, such as an id, are left out.
    """

    kept: re.Pattern[str] | None = None
    kept_in_answers: re.Pattern[str] | None = None
    control: re.Pattern[str] | None = None
    keys: frozenset[str] | None = None

    def build(self, messages: Sequence[Message], tools: Sequence[Any]) -> Skeleton:
        """The skeleton of a conversation."""
        skeleton = Skeleton()
        key: list[Any] = []
        for index, message in enumerate(messages):
            kept = self.kept_in_answers if message.role == "assistant" else self.kept
            extra = message.extra
            if extra and self.keys is not None:
                extra = {k: v for k, v in extra.items() if k in self.keys}
            if extra:
                whole = as_dict(message.role, message.content, extra)
                replaced = {k: self._value(skeleton, index, k, v, kept) for k, v in whole.items()}
                key.append((message.train, json.dumps(replaced, ensure_ascii=False, default=str)))
            else:
                content = self._text(skeleton, index, "content", message.content, kept)
                replaced = {"role": message.role, "content": content}
                key.append((message.train, message.role, content))
            skeleton.messages.append(replaced)
        skeleton.tools = [self._value(skeleton, -1, "tools", tool, None) for tool in tools]
        if tools:
            key.append(json.dumps(skeleton.tools, ensure_ascii=False, default=str))
        skeleton.key = tuple(key)
        return skeleton

    def _value(self, skeleton: Skeleton, index: int, key: str, value: Any, kept: re.Pattern[str] | None) -> Any:
        if isinstance(value, str):
            if key in _TEXT_KEYS:
                return self._text(skeleton, index, key, value, kept)
            return self._structured(skeleton, index, key, value) if key != "role" else value
        if isinstance(value, Mapping):
            inner = {k: ("text" if key == "content" and k == "text" else "value") for k in value}
            return {
                self._structured(skeleton, index, key, k) if isinstance(k, str) else k: self._value(
                    skeleton, index, inner[k], v, kept
                )
                for k, v in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._value(skeleton, index, key, item, kept) for item in value]
        return value

    def _text(self, skeleton: Skeleton, index: int, key: str, text: str, kept: re.Pattern[str] | None) -> str:
        if kept is None or not kept.search(text):
            return _replaced(skeleton, index, key, text)
        parts = kept.split(text)  # with one group: words and constants alternate
        if self._spells_control_token(parts):
            return _replaced(skeleton, index, key, text)
        return "".join(part if i % 2 else _replaced(skeleton, index, key, part) for i, part in enumerate(parts))

    def _spells_control_token(self, parts: Sequence[str]) -> bool:
        """Whether adjacent constants together spell a control token that none of them contains."""
        if self.control is None:
            return False
        readable = "".join(part if i % 2 or not part.strip() else "\0" for i, part in enumerate(parts))
        return self.control.findall(readable) != [token for part in parts[1::2] for token in self.control.findall(part)]

    def _structured(self, skeleton: Skeleton, index: int, key: str, text: str) -> str:
        """Structured values stay readable to the template; only what looks like a control token is replaced."""
        if self.control is None:
            return text
        return self.control.sub(lambda match: _replaced(skeleton, index, key, match[0]), text)


def constants_pattern(
    texts: Collection[str], control: re.Pattern[str] | None, tags: Collection[str] = ()
) -> re.Pattern[str] | None:
    """Matches the constants that stay readable to the template inside words, longest first, and `tags`.

    Constants that contain a control token are left out: in words, what looks like a control token is text. Without
    `control` every constant is kept, for templates that split an answer at a control token.
    """
    kept = [
        text for text in texts if not text.isspace() and (control is None or set(tags) >= set(control.findall(text)))
    ]
    pattern = "|".join(re.escape(text) for text in sorted({*kept, *tags}, key=len, reverse=True))
    return re.compile(f"({pattern})") if pattern else None


def _replaced(skeleton: Skeleton, index: int, key: str, text: str) -> str:
    """`text` as a placeholder; white space at its ends stays."""
    core = text.strip()
    if not core:
        return text
    skeleton.words.append(core)
    skeleton.owners.append((index, key))
    name = placeholder(len(skeleton.words) - 1)
    if len(core) == len(text):
        return name
    at = text.index(core)
    return text[:at] + name + text[at + len(core) :]
