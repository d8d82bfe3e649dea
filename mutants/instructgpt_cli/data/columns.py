"""Which columns of a record hold what: told from their names, or said by the recipe's `columns`.

The tuples below are the one table of names, for every format; upper and lower case are the same, and so are names with
white space around them.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.errors import UsageError
from instructgpt_cli.suggest import misspelt, nearest

HEAD = ("prompt", "instruction", "question", "query", "problem", "in")
BODY = ("input", "context", "article", "document", "dialogue", "passage")
SOURCE = "source"
"""Text only beside a `target`, where nothing else is the prompt, or where it is mapped: else it says where a row comes
from."""
ANSWER: tuple[str, ...] = (
    "completion",
    "output",
    "response",
    "answer",
    "continuation",
    "target",
    "solution",
    "canonical_solution",
    "code",
)
ANSWER += ("summary", "highlights", "chosen", "out")
NEARLY_AN_ANSWER = 0.8  # likeness; columns such as `mode` and `node` are as like `code` as 0.75
CHAT = ("messages", "conversations", "conversation")
TEXT = ("text", "content")
BESIDE = ("system", "tools", "task", "group", "history")
ALIASES = {"system": ("system", "system_prompt")}
REFERENCES = "references"
"""Right answers. Only a mapping names them: a column that happens to be called so may hold what a text cites."""
PERHAPS_REFERENCES = (REFERENCES, "targets", "answers", "aliases")
CHOICES = ("choices", "options")
VERDICTS = ("label", "kto_tag")
"""Whether an answer is a good one, in sets for KTO."""
NAMES = (*HEAD, *BODY, SOURCE, *ANSWER, *CHAT, *TEXT, *BESIDE, "turns", REFERENCES)

MULTIPLE_CHOICE = (
    "Write the choices into the prompt and the right one into the answer: its number or letter says nothing."
)
_PLAIN_SCALAR = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[^\W\d][\w.*/-]*(?: [\w.*/-]+)*", re.IGNORECASE)

NESTED = {
    "instances": {"instruction": "instruction", "input": "instances.*.input", "output": "instances.*.output"},
    "paragraphs": {
        "question": "paragraphs.*.qas.*.question",
        "context": "paragraphs.*.context",
        "answer": "paragraphs.*.qas.*.answers.0.text",
        REFERENCES: "paragraphs.*.qas.*.answers.*.text",
    },
}
"""`columns` of well-known nested layouts, by the column that gives each away: self-instruct and SQuAD."""


@dataclass(frozen=True, slots=True)
class Binding:
    """The columns that hold each part of a row; an absent part is empty.

    `head` is the raw text, the turns, or the prompt, which `body` follows; a chat's `answer` is the last turn.
    """

    kind: Literal["text", "pair", "chat"]
    head: str
    body: str = ""
    answer: str = ""
    system: str = ""
    tools: str = ""
    task: str = ""
    group: str = ""
    history: str = ""
    references: str = ""
    mapped: Mapping[str, str] = field(default_factory=dict)

    def column_name(self, column: str) -> str:
        """What the file calls a column that the recipe gives another name."""
        return self.mapped.get(column, column)

    def unused(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the columns that hold no part of a row, as the file calls them."""
        used = (self.head, self.body, self.answer, self.references, *(getattr(self, role) for role in BESIDE))
        return tuple(self.column_name(key) for key in keys if key not in used)

    def advice(self, keys: Iterable[str]) -> tuple[str, ...]:
        """What is to be said of columns that are not used though they seem to hold answers."""
        unused = {plain(key): key for key in reversed(self.unused(keys))}
        found = []
        if "rejected" in unused and self.answer:
            found.append("a rejected answer is not learnt from")
        perhaps = next((unused[name] for name in unused if name in PERHAPS_REFERENCES), "")
        if perhaps and not self.references and self.kind != "text":
            found.append(f"other right answers in `{perhaps}`? columns: {{{REFERENCES}: {written(perhaps)}}}")
        return tuple(found)

    def unused_one(self, keys: Iterable[str], names: tuple[str, ...]) -> str:
        """The unused column of one of the names; empty where there is none."""
        return next((key for key in self.unused(keys) if plain(key) in names), "")

    def __str__(self) -> str:
        if self.kind == "text":
            return f"raw text in `{self.column_name(self.head)}`"
        head, body = self.column_name(self.head), self.column_name(self.body)
        prompt = f"`{head}` and `{body}`" if body else f"`{head}`"
        answer = "" if self.kind == "chat" or self.references else ", no answers"
        if self.answer:
            answer = f", the answer in `{self.column_name(self.answer)}`"
        if self.references:
            answer += f", references in `{self.column_name(self.references)}`"
            answer += "" if self.kind == "chat" or self.answer else ", the first of them the answer"
        return f"turns in {prompt}{answer}" if self.kind == "chat" else f"the prompt in {prompt}{answer}"


def check_names(columns: Mapping[str, str]) -> None:
    """Raises `UsageError` where a recipe's `columns` names something that no format has."""
    for name in columns:
        if name.lower() not in NAMES:
            near = nearest(name.lower(), NAMES)
            hint = (
                f"Did you mean {near}?" if near else "It reads `columns: {prompt: THEIR_NAME, completion: THEIR_NAME}`."
            )
            raise UsageError(f"columns: {name}: is not a name of this project", hint)


def bind(keys: tuple[str, ...], columns: Mapping[str, str], format: str) -> Binding:
    """Finds the columns of `format` among `keys`; those that `columns` maps go before those that happen to be there.

    Raises `RowFault` where that cannot be told, with the mapping to write.
    """
    found, mapped = None, frozenset(columns)
    if mapped.difference(BESIDE):
        found = _match(_Names(tuple(key for key in keys if key in mapped), mapped), format)
        found = found if found and (found.kind != "pair" or found.answer) else None
    names = _Names(keys, mapped)
    if found and found.kind == "pair" and plain(found.head) in (*BODY, SOURCE) and (head := names.one(HEAD)):
        found = replace(found, head=head, body=found.head)  # mapped is what a prompt is about, not all of it
    found = found or _match(names, format)
    if found is None:
        raise RowFault(*_unknown(keys, format, mapped))
    references = names.references()
    if references and found.kind == "text":
        head, right = (columns.get(name, name) for name in (found.head, references))
        raise RowFault(
            f"raw text in `{head}` has no answer, and `{right}` is mapped to references",
            f"Name the prompt too, such as columns: {{prompt: {head}}}; or take references out of columns.",
        )
    if found.kind == "pair" and not found.answer and not references:
        _refuse_near_answer(names)
    beside = {role: names.one(ALIASES.get(role, (role,))) for role in BESIDE} | {REFERENCES: references}
    return Binding(found.kind, found.head, found.body, found.answer, **beside, mapped=columns)


def _refuse_near_answer(names: "_Names") -> None:
    """A prompt alone is asked and not learnt from: a column that is nearly called an answer is one more likely."""
    for key in names.keys:
        if near := misspelt(plain(key), ANSWER, NEARLY_AN_ANSWER):
            choices = next((f"`{name}`" for name in names.keys if plain(name) in CHOICES), "")
            if choices:
                raise RowFault(f"no answer column, but `{key}` and {choices}", MULTIPLE_CHOICE)
            raise RowFault(
                f"no answer column, but `{key}`",
                f"Did you mean {near}? Else say columns: {{completion: {written(key)}}}.",
            )


@dataclass(frozen=True, slots=True)
class _Names:
    keys: tuple[str, ...]
    mapped: frozenset[str]

    def one(self, aliases: tuple[str, ...]) -> str:
        """The column with one of the names; empty where there is none, a fault where there are two."""
        found = [key for key in self.keys if plain(key) in aliases]
        if len(found) > 1:
            found = [key for key in found if key in self.mapped] or found
        if len(found) > 1:
            both = " and ".join(f"`{key}`" for key in found)
            role = {HEAD: "prompt", BODY: "input", ANSWER: "completion"}.get(aliases, aliases[0])
            raise RowFault(f"{both} could each be the {role}", f"Say which: columns: {{{role}: {written(found[0])}}}.")
        return found[0] if found else ""

    def body(self, answer: str) -> str:
        """What a prompt is about."""
        if any(plain(key) == SOURCE for key in self.mapped):
            return self.one((*BODY, SOURCE))
        found = self.one(BODY)
        paired = not found and plain(answer) == "target" and not self.one(HEAD)
        return self.one((SOURCE,)) if paired else found

    def references(self) -> str:
        """The mapped column of right answers; empty where there is none."""
        return next((key for key in self.keys if key.lower() == REFERENCES and key in self.mapped), "")


def _match(names: _Names, format: str) -> Binding | None:
    if format == "text":
        text = names.one(TEXT)
        return Binding("text", text) if text else None
    chat = names.one(CHAT) if format in ("auto", "messages", "sharegpt") else ""
    if chat or format in ("messages", "sharegpt"):
        return Binding("chat", chat, answer=names.one(("chosen",))) if chat else None
    head, answer = names.one(HEAD), names.one(ANSWER)
    body = names.body(answer)
    text = names.one(TEXT) if format == "auto" else ""
    if text and answer and not head:
        pair = f"{{prompt: {written(text)}, completion: {written(answer)}}}"
        hint = f"Raw text: format: text. A prompt and its answer: columns: {pair}."
        raise RowFault(f"`{text}` beside `{answer}`: raw text, or a prompt and its answer?", hint)
    if text and not answer:
        if role := names.one(("role",)):
            hint = "Put the turns of a conversation into one row, as `messages`. Raw text all the same: format: text."
            raise RowFault(f"`{text}` beside `{role}`: a row is one turn, not a conversation", hint)
        return Binding("text", text)
    if not head:
        head, body = body, ""
    if head and (answer or names.references() or plain(head) in (*HEAD, "input")):
        return Binding("pair", head, body, answer)
    if plain(answer) == "chosen":
        return Binding("chat", answer)
    turns = names.one(("turns",))
    return Binding("chat", turns) if turns else None


def _unknown(keys: tuple[str, ...], format: str, mapped: frozenset[str]) -> tuple[str, str]:
    """Message and hint for columns that fit no format; `mapped` are those that the recipe has named already."""
    if format == "auto":
        message = (
            f"cannot tell what the columns {listed(keys)} hold" if keys else "cannot tell what it holds: no columns"
        )
    else:
        message = f"no columns of format: {format} among {listed(keys)}"
    named = [key for key in keys if key.strip()]
    if format == "text":
        return message, f"Say which is the text: columns: {{text: {written(named[0]) if named else 'COLUMN'}}}."
    if format in ("messages", "sharegpt"):
        return message, "Say which holds the turns: columns: {messages: COLUMN}."
    needed = ("prompt",) if REFERENCES in map(str.lower, mapped) else ("prompt", "completion")
    roles = [role for role in needed if role not in mapped]
    left = [key for key in named if key not in mapped]
    columns = [written(key) for key in left] if len(left) == len(roles) else ["COLUMN"] * len(roles)
    example = ", ".join(f"{role}: {column}" for role, column in zip(roles, columns, strict=True))
    return message, f"Say which is {'which' if len(roles) > 1 else 'the other'}: columns: {{{example}}}."


def plain(key: str) -> str:
    """A column's name as the tables of names have it."""
    return key.strip().lower()


def written(column: str) -> str:
    """A column's name as it stands in a recipe's `columns`."""
    return column if _PLAIN_SCALAR.fullmatch(column) else json.dumps(column, ensure_ascii=False)


def listed(keys: Sequence[str], behind: Mapping[str, str] | None = None) -> str:
    """Column names for a message, the first dozen of them, some with more `behind` them."""
    shown = [f"{_shown(key)}{(behind or {}).get(key, '')}" for key in keys[:12]]
    return ", ".join(shown) + (f" and {len(keys) - 12} more" if len(keys) > 12 else "")


def _shown(key: str) -> str:
    if not key.strip():
        return "a column without a name"
    return f"`{key if len(key) <= 40 else key[:37] + '...'}`"
