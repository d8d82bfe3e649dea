"""Data types of this package: a row as read from a source, and a row as token ids.

They are never modified, yet not frozen: creating a frozen dataclass takes five times as long, and a corpus has millions
of rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]
"""A row as the file has it: column name -> value."""

OVERLONG = "overlong"
MAX_DEPTH = 100
"""Rows nested deeper than this are refused: no template could handle them."""
ADVICE = {
    "template": "Choose another template with tokenizer.chat_template (chatml-tools supports tools and calls), or "
    "change the rows to a form that this one accepts.",
    "tokenizer": "Use a tokenizer that keeps all characters: tokenizer.path, or tokenizer.train for one of your own.",
    "no answer": "Name the answer column with `columns:`; a conversation needs an assistant turn without train: false.",
    "empty answer": "Fill in or remove these rows, or name another answer column with `columns:`. "
    "data.empty_answers: skip treats an empty answer among others as context.",
    "empty text": "Remove these rows, or name another text column with `columns:`.",
    "malformed": "Fix or remove these rows, or name other columns with `columns:`.",
    "no target": "Remove these rows, or use longer ones: their only token has no context to predict it from.",
    "null": "Fill in or remove these rows, or name other columns with `columns:`.",
    "not unicode": "Export these rows again from their origin, with whole characters.",
    OVERLONG: "Raise data.max_length. data.overlong: cut_prompt keeps the newest turns, drop leaves such rows out.",
}
"""Reasons why rows are refused, by the names they are counted under, and what to do about each."""
LEFT_OUT = "left out"
"""Marks a row that the `where` of its source leaves out: it is counted, but not as refused."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the columns of a row are interpreted, in words; the columns that are not used; and advice about those."""

    words: str
    unused: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(slots=True)
class Message:
    """One turn of a conversation.

    `extra` holds what else a template may read: tool_calls, reasoning_content, name, ... The first `instruction_length`
    characters of `content` are an instruction, its input follows. `calls` are the tool_calls with their arguments as
    the row's own JSON text, if it has text; or the calls that `content` is the JSON of.
    """

    role: str
    content: str
    train: bool = True
    extra: Mapping[str, Any] = field(default_factory=dict)
    instruction_length: int = 0
    calls: Sequence[Any] = field(default=(), repr=False)


@dataclass(slots=True)
class Row:
    """One row of a source: raw text (`text`, every token a target) or a conversation (`messages`).

    A long text file is read in blocks: only its first block `opens` the document and only its last `closes` it.
    `index` is the row's number in the file, from 0; `line` is the line where it begins, from 1, or 0 if rows have no
    line of their own. `task`, `group` and `references` (texts as correct as the last answer) hold the columns of that
    name, for `eval`. A row with a `fault` is empty: it is null, neither text nor turns, or contains an unpaired
    surrogate, which no tokenizer and no file accepts; `refused` is its key in `ADVICE`. `layout` is None if there are
    no columns, `notes` are remarks that do not refuse the row. `columns` holds the unused columns, if requested.
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
        """The row's location for messages."""
        return place(self.source, self.index, self.line)


def place(file: str, index: int, line: int) -> str:
    """The location of a row for messages: `file:line`, or `file: row index` if `line` is 0 (rows without lines)."""
    return f"{file}:{line}" if line else f"{file}: row {index}"


@dataclass(slots=True)
class Encoded:
    """A row as token ids, unshifted and unpacked. `loss_mask[i]` is 1 when token i is a target.

    `refused` is empty, or the reason (a key of `ADVICE`) with `error` as the message; a refused row has no targets.
    `cut` counts the prompt tokens removed by `overlong: cut_prompt`. `notes` are remarks that do not refuse the row
    (white space stripped by the template, ...).

    `more` holds further sequences of the same row: earlier answers that the template renders differently once the
    conversation continues are trained in a sequence of their own.

    `ends` are the control tokens that answers end with, `inside` those elsewhere in answers; `unread` are keys of turns
    that the template does not read.
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
    """A row that cannot be trained on.

    `reason` is a key of `ADVICE`, the text a sentence; `empty_turn` is the index of an empty answer without which the
    row could be trained on.
    """

    def __init__(self, reason: str, sentence: str, empty_turn: int | None = None) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.empty_turn = empty_turn


class OpeningRefusal(Refusal):
    """An answer that does not begin the way its prompt ends."""
