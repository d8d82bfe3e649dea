"""The values that travel through the data room: a row as read, and a row as the model sees it.

Nobody changes them, yet they are not frozen: a frozen one takes five times as long to make, and a corpus has millions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
"""A row as a file has it: its columns by name."""

OVERLONG = "overlong"
MAX_DEPTH = 100
"""Rows that are nested deeper are refused: no template could follow."""
ADVICE = {
    "template": "Give another template with tokenizer.chat_template (chatml-tools knows tools and calls), or write the "
    "rows as this one takes them.",
    "tokenizer": "Give a tokenizer that keeps all characters: tokenizer.path, or tokenizer.train for one of your own.",
    "no answer": "Name the column of answers with `columns:`; a turn of the assistant without train: false is needed.",
    "empty answer": "Fill in or remove these rows; `columns:` names the column of answers where it is another one. "
    "data.empty_answers: skip takes an empty answer among others for context.",
    "empty text": "Remove these rows; `columns:` names the column of texts where it is another one.",
    "malformed": "Correct or remove these rows; `columns:` names the columns where they are other ones.",
    "no target": "Remove these rows, or give longer ones: nothing stands before their only token to predict it from.",
    "null": "Fill in or remove these rows; `columns:` names the columns where they are other ones.",
    "not unicode": "Write these rows anew from where they come from, with whole characters.",
    OVERLONG: "Raise data.max_length. data.overlong: cut_prompt keeps the newest turns, drop leaves a share out.",
}
"""Why rows are refused, by the names that they are counted under, and what to do about it."""
LEFT_OUT = "left out"
"""What a row is marked with that the `where` of its source leaves out: it is counted, and is no refused one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a row are taken for, in words; the columns that hold nothing that is read; and what is to be
    said of those."""

    words: str
    unused: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(slots=True)
class Message:
    """One turn. `extra` holds what a template may also read: tool_calls, reasoning_content, name, ...; the first
    `head` characters are an instruction, what it is about comes after them. `calls` are the tool_calls with the JSON
    text of their arguments as the row has it, where it has text; or those that `content` is the JSON of."""

    role: str
    content: str
    train: bool = True
    extra: Mapping[str, Any] = field(default_factory=dict)
    head: int = 0
    calls: Sequence[Any] = field(default=(), repr=False)


@dataclass(slots=True)
class Row:
    """One row of a source: raw text (`text`, every token a target) or a conversation (`messages`).

    A long text file is read in blocks: only its first block `opens` the document and only its last `closes` it.
    `index` counts the rows of the file from 0, `line` is where in it the row begins, from 1: 0 where rows have no line
    of their own. `task`, `group` and `references` (texts that are as right as the last answer) carry columns of that
    name for `eval`. A row with a `fault` is empty: what was read is null, is no text or turns, or has half of a
    surrogate pair in it, which no tokenizer and no file takes; `refused` is the key of `ADVICE` for it. `layout` is
    None where there are no columns, `notes` are findings that are no fault. `columns` are those that hold no part of
    the row, where they are asked for.
    """

    source: str
    index: int
    text: str | None = None
    messages: tuple[Message, ...] = ()
    tools: tuple[Any, ...] = ()
    task: str | None = None
    group: str | None = None
    references: tuple[str, ...] = ()
    opens: bool = True
    closes: bool = True
    refused: str = ""
    fault: str = ""
    line: int = 0
    layout: Layout | None = None
    notes: tuple[str, ...] = ()
    columns: Mapping[str, Any] | None = None

    @property
    def place(self) -> str:
        """What messages call the row."""
        return place(self.source, self.index, self.line)


def place(file: str, index: int, line: int) -> str:
    """What messages call row `index` of a file, from 0; `line` is 0 where its rows have none of their own."""
    return f"{file}:{line}" if line else f"{file}: row {index}"


@dataclass(slots=True)
class Encoded:
    """A row as token ids, unshifted and unpacked. `loss_mask[i]` is 1 when token i is a target.

    `refused` is empty, or the reason (a key of `ADVICE`) and `error` the sentence for people;
    a refused row has no targets. `cut` counts prompt tokens that `overlong: cut_prompt` took away. `notes` are things
    worth reporting that are no fault (white space stripped by the template, ...).

    `more` holds further sequences of the same row: earlier answers that the template renders otherwise once the
    conversation goes on are trained in a sequence of their own.

    `ends` are the control tokens that its answers end with, `inside` those that stand elsewhere in them; `unread` are
    the keys of turns that nothing reads.
    """

    input_ids: list[int]
    loss_mask: list[int]
    text: str = ""
    refused: str = ""
    error: str = ""
    cut: int = 0
    notes: tuple[str, ...] = ()
    more: "tuple[Encoded, ...]" = ()
    ends: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()


class Refusal(Exception):
    """A row that cannot be learnt from. `reason` is a key of `ADVICE`, the text a sentence; `empty_turn` is that of an
    empty answer, without which the row could be learnt from."""

    def __init__(self, reason: str, sentence: str, empty_turn: int | None = None) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.empty_turn = empty_turn


class OpeningRefusal(Refusal):
    """An answer that does not begin as its prompt ends."""
