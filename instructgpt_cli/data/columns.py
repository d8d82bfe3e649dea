"""Which columns of a record hold what: told from their names, or said by the recipe's `columns`.

The tuples below are the one table of names, for every format; upper and lower case are the same.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.errors import UsageError

Record = Mapping[str, Any]

HEAD = ("prompt", "instruction", "question", "query", "problem", "in")
BODY = ("input", "context", "source", "article", "document", "dialogue")
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
CHAT = ("messages", "conversations", "conversation")
TEXT = ("text", "content")
BESIDE = ("system", "tools", "task", "group", "history")
REFERENCES = "references"
"""Right answers. Only a mapping names them: a column that happens to be called so may hold what a text cites."""
PERHAPS_REFERENCES = (REFERENCES, "targets", "answers", "aliases")
NAMES = (*HEAD, *BODY, *ANSWER, *CHAT, *TEXT, *BESIDE, "turns", REFERENCES)

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

    def told(self, column: str) -> str:
        """What the file calls a column that the recipe gives another name."""
        return self.mapped.get(column, column)

    def unused(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the columns that hold no part of a row."""
        used = (self.head, self.body, self.answer, self.references, *(getattr(self, role) for role in BESIDE))
        return tuple(key for key in keys if key not in used)

    def told_unused(self, keys: Iterable[str]) -> str:
        """The unused columns for a message, with the mapping to write where one of them may hold references."""
        unused = self.unused(keys)
        perhaps = [key for key in unused if key.lower() in PERHAPS_REFERENCES]
        if not perhaps or self.references or self.kind == "text":
            return listed(unused)
        return f"{listed(unused)} (other right answers in `{perhaps[0]}`? columns: {{{REFERENCES}: {perhaps[0]}}})"

    def __str__(self) -> str:
        if self.kind == "text":
            return f"raw text in `{self.told(self.head)}`"
        head, body = self.told(self.head), self.told(self.body)
        prompt = f"`{head}` and `{body}`" if body else f"`{head}`"
        answer = "" if self.kind == "chat" or self.references else ", no answers"
        if self.answer:
            answer = f", the answer in `{self.told(self.answer)}`"
        if self.references:
            answer += f", references in `{self.told(self.references)}`"
            answer += "" if self.kind == "chat" or self.answer else ", the first of them the answer"
        return f"turns in {prompt}{answer}" if self.kind == "chat" else f"the prompt in {prompt}{answer}"


def check_names(columns: Mapping[str, str]) -> None:
    """Raises `UsageError` where a recipe's `columns` names something that no format has."""
    for name in columns:
        if name.lower() not in NAMES:
            near = difflib.get_close_matches(name.lower(), NAMES, 1, 0.6)
            hint = (
                f"Did you mean {near[0]}?"
                if near
                else "It reads `columns: {prompt: THEIR_NAME, completion: THEIR_NAME}`."
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
    if found and found.kind == "pair" and found.head.lower() in BODY and (head := names.one(HEAD)):
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
        for key in keys:
            if near := difflib.get_close_matches(key.lower(), ANSWER, 1, 0.8):
                raise RowFault(
                    f"no answer column, but `{key}`",
                    f"Did you mean {near[0]}? Else say columns: {{completion: {key}}}.",
                )
    beside = {role: names.one((role,)) for role in BESIDE} | {REFERENCES: references}
    return Binding(found.kind, found.head, found.body, found.answer, **beside, mapped=columns)


@dataclass(frozen=True, slots=True)
class _Names:
    keys: tuple[str, ...]
    mapped: frozenset[str]

    def one(self, aliases: tuple[str, ...]) -> str:
        """The column with one of the names; empty where there is none, a fault where there are two."""
        found = [key for key in self.keys if key.lower() in aliases]
        if len(found) > 1:
            found = [key for key in found if key in self.mapped] or found
        if len(found) > 1:
            both = " and ".join(f"`{key}`" for key in found)
            role = {HEAD: "prompt", BODY: "input", ANSWER: "completion"}.get(aliases, aliases[0])
            raise RowFault(f"{both} could each be the {role}", f"Say which: columns: {{{role}: {found[0]}}}.")
        return found[0] if found else ""

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
    head, body, answer = names.one(HEAD), names.one(BODY), names.one(ANSWER)
    text = names.one(TEXT) if format == "auto" else ""
    if text and answer and not head:
        hint = f"Raw text: format: text. A prompt and its answer: columns: {{prompt: {text}, completion: {answer}}}."
        raise RowFault(f"`{text}` beside `{answer}`: raw text, or a prompt and its answer?", hint)
    if text and not answer:
        return Binding("text", text)
    if not head:
        head, body = body, ""
    if head and (answer or names.references() or head.lower() in (*HEAD, "input")):
        return Binding("pair", head, body, answer)
    if answer.lower() == "chosen":
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
    if format == "text":
        return message, f"Say which is the text: columns: {{text: {keys[0] if keys else 'COLUMN'}}}."
    if format in ("messages", "sharegpt"):
        return message, "Say which holds the turns: columns: {messages: COLUMN}."
    needed = ("prompt",) if REFERENCES in map(str.lower, mapped) else ("prompt", "completion")
    roles = [role for role in needed if role not in mapped]
    left = [key for key in keys if key not in mapped]
    names = left if len(left) == len(roles) else ["COLUMN"] * len(roles)
    example = ", ".join(f"{role}: {name}" for role, name in zip(roles, names, strict=True))
    return message, f"Say which is {'which' if len(roles) > 1 else 'the other'}: columns: {{{example}}}."


def listed(keys: tuple[str, ...]) -> str:
    """Column names for a message, the first dozen of them."""
    shown = [f"`{key if len(key) <= 40 else key[:37] + '...'}`" for key in keys[:12]]
    return ", ".join(shown) + (f" and {len(keys) - 12} more" if len(keys) > 12 else "")


# --- renaming ---


def renamed(record: Record, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The record under the project's names, beside those of its columns that `columns` does not use.

    A dot reaches into an object or a list (`instances.0.output`). `*` stands for every element of a list and gives one
    record for each; columns that share the way to a `*` run through the list together. A `*` that only the references
    have gives them all to one record.
    """
    wanted: dict[str, tuple[Any, list[str]]] = {}
    used = set()
    for name, column in columns.items():
        path = [column] if column in record else column.split(".")
        used.add(path[0])
        wanted[name] = (record, path)
    rest = {key: value for key, value in record.items() if key not in used}
    for found in _expanded(wanted, {}):
        yield {**rest, **found}


def _expanded(wanted: Mapping[str, tuple[Any, list[str]]], found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = {}
    for name, (start, way) in wanted.items():
        node, path = _walk(start, way)
        if path:
            waiting[name] = (node, path)
        else:
            found[name] = node
    if not waiting:
        yield found
        return
    if [name.lower() for name in waiting] == [REFERENCES]:
        ((name, (node, path)),) = waiting.items()
        yield {**found, name: _gathered(node, path) or None}
        return
    elements = next(iter(waiting.values()))[0]
    if any(node is not elements for node, _ in waiting.values()):
        raise RowFault(f"the columns of {' and '.join(waiting)} run through different lists with `*`")
    for element in _elements(elements, " and ".join(waiting)):
        yield from _expanded({name: (element, path[1:]) for name, (_, path) in waiting.items()}, dict(found))


def _gathered(node: Any, path: list[str]) -> list[Any]:
    """The values at the ends of a path, whatever lists its `*` run through."""
    node, path = _walk(node, path)
    if not path:
        return [node]
    return [value for element in _elements(node, REFERENCES) for value in _gathered(element, path[1:])]


def _elements(node: Any, names: str) -> list[Any]:
    if not isinstance(node, list):
        raise RowFault(f"`*` in the column of {names} stands for no list")
    return node


def _walk(node: Any, path: list[str]) -> tuple[Any, list[str]]:
    """Follows the path to its end, or to the next `*`. An index past a list's end gives null: a list of no answers."""
    for depth, step in enumerate(path):
        if step == "*":
            return node, path[depth:]
        if node is None:
            return None, []
        if isinstance(node, dict) and step in node:
            node = node[step]
        elif isinstance(node, list) and step.isdecimal():
            node = node[int(step)] if int(step) < len(node) else None
        else:
            inside = f"; there are {listed(tuple(map(str, node)))}" if isinstance(node, dict) else ""
            raise RowFault(f"no column `{'.'.join(path[: depth + 1])}`{inside}")
    return node, []
