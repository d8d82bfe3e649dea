"""The roles of a record's columns: detected from the column names, or set by the recipe's `columns`.

The tuples below are the one table of names, for every format. Case and surrounding white space are ignored.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.errors import UsageError
from instructgpt_cli.suggest import misspelt, nearest

PROMPT = ("prompt", "instruction", "question", "query", "problem", "in")
INPUT = ("input", "context", "article", "document", "dialogue", "passage")
SOURCE = "source"
"""The prompt only next to a `target` without another prompt, or if mapped; otherwise it names a row's origin."""
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
ANSWER_SIMILARITY = 0.8  # similarity of names; `mode` and `node` have 0.75 with `code`
CHAT = ("messages", "conversations", "conversation")
TEXT = ("text", "content")
BESIDE = ("system", "tools", "task", "group", "history")
ALIASES = {"system": ("system", "system_prompt")}
REFERENCES = "references"
"""Correct answers. Used only if mapped: a column that happens to have this name may hold what a text cites."""
REFERENCE_LIKE = (REFERENCES, "targets", "answers", "aliases")
CHOICES = ("choices", "options")
LABELS = ("label", "kto_tag")
"""Whether an answer is good, in KTO datasets."""
NAMES = (*PROMPT, *INPUT, SOURCE, *ANSWER, *CHAT, *TEXT, *BESIDE, "turns", REFERENCES)

MULTIPLE_CHOICE = (
    "Put the choices into the prompt and the text of the right one into the answer: its number or letter says nothing."
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
"""`columns` of known nested layouts, by the column that identifies each: self-instruct and SQuAD."""


@dataclass(frozen=True, slots=True)
class Binding:
    """The column that holds each part of a row; empty for an absent part.

    `head` is the raw text, the turns, or the prompt, which `input` follows; a chat's `answer` is the last turn.
    """

    kind: Literal["text", "pair", "chat"]
    head: str
    input: str = ""
    answer: str = ""
    system: str = ""
    tools: str = ""
    task: str = ""
    group: str = ""
    history: str = ""
    references: str = ""
    mapped: Mapping[str, str] = field(default_factory=dict)

    def column_name(self, column: str) -> str:
        """The file's name of a column that the recipe renames."""
        return self.mapped.get(column, column)

    def unused(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The columns that hold no part of a row, by the file's names."""
        used = (self.head, self.input, self.answer, self.references, *(getattr(self, role) for role in BESIDE))
        return tuple(self.column_name(key) for key in keys if key not in used)

    def advice(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Advice about unused columns that seem to hold answers."""
        unused = {normalized(key): key for key in reversed(self.unused(keys))}
        found = []
        if "rejected" in unused and self.answer:
            found.append("rejected answers are not trained on")
        column = next((unused[name] for name in unused if name in REFERENCE_LIKE), "")
        if column and not self.references and self.kind != "text":
            found.append(f"more correct answers in `{column}`? columns: {{{REFERENCES}: {as_yaml(column)}}}")
        return tuple(found)

    def first_unused(self, keys: Iterable[str], names: tuple[str, ...]) -> str:
        """The first unused column with one of the names; empty if there is none."""
        return next((key for key in self.unused(keys) if normalized(key) in names), "")

    def __str__(self) -> str:
        if self.kind == "text":
            return f"raw text in `{self.column_name(self.head)}`"
        head, input = self.column_name(self.head), self.column_name(self.input)
        prompt = f"`{head}` and `{input}`" if input else f"`{head}`"
        answer = "" if self.kind == "chat" or self.references else ", no answers"
        if self.answer:
            answer = f", the answer in `{self.column_name(self.answer)}`"
        if self.references:
            answer += f", references in `{self.column_name(self.references)}`"
            answer += "" if self.kind == "chat" or self.answer else ", the first of them the answer"
        return f"turns in {prompt}{answer}" if self.kind == "chat" else f"the prompt in {prompt}{answer}"


def check_names(columns: Mapping[str, str]) -> None:
    """Raises `UsageError` if a recipe's `columns` has a key that no format has."""
    for name in columns:
        if name.lower() not in NAMES:
            near = nearest(name.lower(), NAMES)
            hint = f"Did you mean {near}?" if near else "Write `columns: {prompt: THEIR_NAME, completion: THEIR_NAME}`."
            raise UsageError(f"columns: {name}: is not a part of a row", hint)


def bind(keys: tuple[str, ...], columns: Mapping[str, str], format: str) -> Binding:
    """Finds the columns of `format` among `keys`; mapped columns take precedence over those that happen to exist.

    Raises `RowFault`, with the mapping to write, if the layout cannot be determined.
    """
    found, mapped = None, frozenset(columns)
    if mapped.difference(BESIDE):
        found = _match(_Names(tuple(key for key in keys if key in mapped), mapped), format)
        found = found if found and (found.kind != "pair" or found.answer) else None
    names = _Names(keys, mapped)
    if found and found.kind == "pair" and normalized(found.head) in (*INPUT, SOURCE) and (head := names.one(PROMPT)):
        found = replace(found, head=head, input=found.head)  # only the input is mapped, not the prompt
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
        _refuse_misspelt_answer(names)
    beside = {role: names.one(ALIASES.get(role, (role,))) for role in BESIDE} | {REFERENCES: references}
    return Binding(found.kind, found.head, found.input, found.answer, **beside, mapped=columns)


def _refuse_misspelt_answer(names: "_Names") -> None:
    """Refuses a prompt without an answer if another column's name is close to that of an answer."""
    for key in names.keys:
        if near := misspelt(normalized(key), ANSWER, ANSWER_SIMILARITY):
            choices = next((f"`{name}`" for name in names.keys if normalized(name) in CHOICES), "")
            if choices:
                raise RowFault(f"no answer column, but `{key}` and {choices}", MULTIPLE_CHOICE)
            raise RowFault(
                f"no answer column, but `{key}`",
                f"Did you mean {near}? Otherwise set columns: {{completion: {as_yaml(key)}}}.",
            )


@dataclass(frozen=True, slots=True)
class _Names:
    keys: tuple[str, ...]
    mapped: frozenset[str]

    def one(self, aliases: tuple[str, ...]) -> str:
        """The column with one of the names; empty if there is none, a fault if there are two."""
        found = [key for key in self.keys if normalized(key) in aliases]
        if len(found) > 1:
            found = [key for key in found if key in self.mapped] or found
        if len(found) > 1:
            both = " and ".join(f"`{key}`" for key in found)
            role = {PROMPT: "prompt", INPUT: "input", ANSWER: "completion"}.get(aliases, aliases[0])
            raise RowFault(f"{both} could each be the {role}", f"Choose one: columns: {{{role}: {as_yaml(found[0])}}}.")
        return found[0] if found else ""

    def input(self, answer: str) -> str:
        """The column of the input that follows a prompt."""
        if any(normalized(key) == SOURCE for key in self.mapped):
            return self.one((*INPUT, SOURCE))
        found = self.one(INPUT)
        paired = not found and normalized(answer) == "target" and not self.one(PROMPT)
        return self.one((SOURCE,)) if paired else found

    def references(self) -> str:
        """The mapped column of correct answers; empty if there is none."""
        return next((key for key in self.keys if key.lower() == REFERENCES and key in self.mapped), "")


def _match(names: _Names, format: str) -> Binding | None:
    if format == "text":
        text = names.one(TEXT)
        return Binding("text", text) if text else None
    chat = names.one(CHAT) if format in ("auto", "messages", "sharegpt") else ""
    if chat or format in ("messages", "sharegpt"):
        return Binding("chat", chat, answer=names.one(("chosen",))) if chat else None
    head, answer = names.one(PROMPT), names.one(ANSWER)
    input = names.input(answer)
    text = names.one(TEXT) if format == "auto" else ""
    if text and answer and not head:
        pair = f"{{prompt: {as_yaml(text)}, completion: {as_yaml(answer)}}}"
        hint = f"Raw text: format: text. A prompt and its answer: columns: {pair}."
        raise RowFault(f"`{text}` next to `{answer}`: raw text, or a prompt and its answer?", hint)
    if text and not answer:
        if role := names.one(("role",)):
            hint = "Put all turns of a conversation into one row, as `messages`. For raw text: format: text."
            raise RowFault(f"`{text}` next to `{role}`: a row is one turn, not a conversation", hint)
        return Binding("text", text)
    if not head:
        head, input = input, ""
    if head and (answer or names.references() or normalized(head) in (*PROMPT, "input")):
        return Binding("pair", head, input, answer)
    if normalized(answer) == "chosen":
        return Binding("chat", answer)
    turns = names.one(("turns",))
    return Binding("chat", turns) if turns else None


def _unknown(keys: tuple[str, ...], format: str, mapped: frozenset[str]) -> tuple[str, str]:
    """Message and hint for columns that fit no format; `mapped` are those already named by the recipe."""
    if format == "auto":
        message = f"cannot tell what the columns {listed(keys)} hold" if keys else "the row has no columns"
    else:
        message = f"no columns of format: {format} among {listed(keys)}"
    named = [key for key in keys if key.strip()]
    if format == "text":
        return message, f"Name the text column: columns: {{text: {as_yaml(named[0]) if named else 'COLUMN'}}}."
    if format in ("messages", "sharegpt"):
        return message, "Name the column of turns: columns: {messages: COLUMN}."
    needed = ("prompt",) if REFERENCES in map(str.lower, mapped) else ("prompt", "completion")
    roles = [role for role in needed if role not in mapped]
    left = [key for key in named if key not in mapped]
    columns = [as_yaml(key) for key in left] if len(left) == len(roles) else ["COLUMN"] * len(roles)
    example = ", ".join(f"{role}: {column}" for role, column in zip(roles, columns, strict=True))
    return message, f"Name {'them' if len(roles) > 1 else 'the other one too'}: columns: {{{example}}}."


def normalized(key: str) -> str:
    """A column's name as in the tables above: stripped, in lower case."""
    return key.strip().lower()


def as_yaml(column: str) -> str:
    """A column's name as YAML, for a recipe's `columns`."""
    return column if _PLAIN_SCALAR.fullmatch(column) else json.dumps(column, ensure_ascii=False)


def listed(keys: Sequence[str], behind: Mapping[str, str] | None = None) -> str:
    """The first dozen column names for a message, some followed by their text in `behind`."""
    shown = [f"{_shown(key)}{(behind or {}).get(key, '')}" for key in keys[:12]]
    return ", ".join(shown) + (f" and {len(keys) - 12} more" if len(keys) > 12 else "")


def _shown(key: str) -> str:
    if not key.strip():
        return "a column without a name"
    return f"`{key if len(key) <= 40 else key[:37] + '...'}`"
