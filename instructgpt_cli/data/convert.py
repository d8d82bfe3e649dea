"""Convert a record to a `Row`. columns.py finds the columns, turns.py reads turns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from instructgpt_cli.data.columns import (
    CHOICES,
    LABELS,
    MULTIPLE_CHOICE,
    NESTED,
    Binding,
    as_yaml,
    bind,
    listed,
    normalized,
)
from instructgpt_cli.data.nulls import with_structs
from instructgpt_cli.data.renaming import renamed
from instructgpt_cli.data.turns import RowFault, messages, references_of, text_of, tools_of
from instructgpt_cli.data.types import Layout, Message, Record, Row
from instructgpt_cli.recipe import condition
from instructgpt_cli.recipe.data_schema import Source

MAX_BINDINGS = 1000
LABEL_NOT_USED = '`{0}` is false, but the answer is trained on: where: "{0} == true" leaves such rows out'
_NO_EXTRA: Mapping[str, Any] = {}  # shared: creating a dict for each of a million messages takes time


@dataclass(frozen=True, slots=True)
class _Bound:
    """The binding that all rows with the same columns share.

    `label` is an unused column that may mark an answer as bad, `choices` one that an answer is chosen from; each is
    empty if there is none.
    """

    binding: Binding
    layout: Layout
    label: str
    choices: str


class Converter:
    """Makes the rows of one file, called `shown` in messages. The first record determines the layout of all."""

    def __init__(self, source: Source, shown: str) -> None:
        self._source = source
        self._shown = shown
        self._columns: Mapping[str, str] | None = None
        self._compared = condition.parse(source.where).column if source.where is not None else None
        self._bound: dict[tuple[str, ...], _Bound] = {}
        self.layout: Binding | None = None

    def records(self, record: Record) -> Iterable[Record]:
        """The record with its columns renamed by `columns`; several records if that has a `*`."""
        if self._columns is None:
            known = (columns for key, columns in NESTED.items() if key in record)
            self._columns = self._source.columns or next(known, {})
        return renamed(record, self._columns) if self._columns else (record,)

    def row(self, record: Record, index: int) -> Row:
        """The row of a record, or one with a fault if the column that is read is null. Raises `RowFault`."""
        keys = tuple(record)
        bound = self._bound.get(keys) or self._bind(keys)
        if bound.choices and _is_choice_number(record[bound.binding.answer]):
            answer = bound.binding.answer
            raise RowFault(f"`{answer}` is {record[answer]!r}, one of `{bound.choices}`", MULTIPLE_CHOICE)
        row = self._row(record, index, bound.binding)
        row.layout = bound.layout
        if bound.label and _is_false(record[bound.label]):
            row.notes = (LABEL_NOT_USED.format(bound.label),)
        return row

    def _row(self, record: Record, index: int, binding: Binding) -> Row:
        if record[binding.head] is None:
            return Row(self._shown, index, refused="null", fault=f"`{binding.column_name(binding.head)}` is null")
        task = _optional_text(record, binding, "task") if binding.task else None
        group = _optional_text(record, binding, "group") if binding.group else None
        if binding.kind == "text":
            return Row(self._shown, index, _raw_text(record, binding), (), (), task, group)
        record = with_structs(record, (binding.head, binding.answer), binding.tools)
        turns = _pair(binding, record) if binding.kind == "pair" else _chat(binding, record)
        column = binding.references
        references = references_of(record[column], binding.column_name(column)) if column else ()
        if references and not binding.answer and turns and turns[-1].role != "assistant":
            turns = (*turns, Message("assistant", references[0]))
        system = (
            text_of(record[binding.system], binding.column_name(binding.system), "system") if binding.system else ""
        )
        system = system or self._source.system or ""
        if system and turns and turns[0].role not in ("system", "developer"):
            turns = (Message("system", system), *turns)
        tools = tools_of(record[binding.tools]) if binding.tools else ()
        return Row(self._shown, index, None, turns, tools, task, group, references)

    def _bind(self, keys: tuple[str, ...]) -> _Bound:
        first = self.layout
        if first and (missing := [column for column in (first.head, first.answer) if column and column not in keys]):
            raise RowFault(f"{listed(tuple(missing))} is missing; the row has {listed(keys) or 'no columns'}")
        binding = bind(keys, self._columns or {}, self._source.format)
        if first and binding.kind != first.kind:
            raise RowFault(f"the columns {listed(keys)} have another layout than the rows before")
        if len(self._bound) >= MAX_BINDINGS:
            self._bound.clear()
        self.layout = first or binding
        unused = tuple(key for key in binding.unused(keys) if not self._compares(key))
        layout = Layout(str(binding), unused, binding.advice(keys))
        answers = binding.kind != "text"
        choices = (
            binding.first_unused(keys, CHOICES)
            if binding.answer and binding.answer not in (self._columns or {})
            else ""
        )
        bound = _Bound(binding, layout, binding.first_unused(keys, LABELS) if answers else "", choices)
        self._bound[keys] = bound
        return bound

    def _compares(self, key: str) -> bool:
        """Whether `where` reads the column or a value inside it."""
        column = self._compared
        return column is not None and key.strip() in (column.strip(), column.split(".")[0].strip())


def _is_choice_number(answer: Any) -> bool:
    """Whether an answer is the number or the letter of a choice."""
    if isinstance(answer, str):
        return len(answer.strip()) == 1
    return isinstance(answer, int) and not isinstance(answer, bool)


def _is_false(label: Any) -> bool:
    return label is False or (isinstance(label, str) and label.strip().lower() == "false")


def _raw_text(record: Record, binding: Binding) -> str:
    text = record[binding.head]
    if not isinstance(text, str):
        column = binding.column_name(binding.head)
        text_of(text, column, "text")
        raise RowFault(f"`{column}` is {type(text).__name__}, not text")
    return text


def _pair(binding: Binding, record: Record) -> tuple[Message, ...]:
    """A prompt and its answer. Either may be a list of turns; then only those of the answer are targets."""
    prompt = record[binding.head]
    if type(prompt) is not str:
        head = binding.column_name(binding.head)
        if isinstance(prompt, list):
            if not prompt:
                raise RowFault(f"`{head}` is an empty list: the row has no prompt")
            if all(isinstance(text, str) for text in prompt):
                raise RowFault(
                    f"`{head}` is a list of {len(prompt):,} texts, not one text",
                    "Is it a file of columns? Write each row as an object, one per line.",
                )
            context = messages(prompt, head)
            turns = tuple(Message(m.role, m.content, m.train and m.role != "assistant", m.extra) for m in context)
            if binding.answer:
                return _answered(turns, record, binding)
            return turns if binding.references else context
        prompt = text_of(prompt, head, "prompt")
    instruction = 0
    if binding.input and (input := _input(record, binding)):
        instruction = len(prompt) + 1 if prompt else 0
        prompt = f"{prompt}\n{input}" if prompt else input
    user = Message("user", prompt, True, _NO_EXTRA, instruction)
    before = _history(record[binding.history]) if binding.history else ()
    if not binding.answer:
        return (*before, user)
    answer = record[binding.answer]
    if type(answer) is str and not before:
        return user, Message("assistant", answer, True, _NO_EXTRA)
    return _answered((*before, user), record, binding)


def _input(record: Record, binding: Binding) -> str:
    column = binding.column_name(binding.input)
    try:
        return text_of(record[binding.input], column, "input")
    except RowFault as fault:
        if not binding.answer or column != binding.input:
            raise
        pair = {"prompt": binding.column_name(binding.head), "completion": binding.column_name(binding.answer)}
        without = ", ".join(f"{role}: {as_yaml(name)}" for role, name in pair.items())
        raise RowFault(fault.message, f"{fault.hint} To ignore it: columns: {{{without}}}.") from None


def _chat(binding: Binding, record: Record) -> tuple[Message, ...]:
    """A list of turns. If it ends with a question, a preference row's `chosen` is the answer."""
    value = record[binding.head]
    if (
        normalized(binding.head) == "turns"
        and isinstance(value, list)
        and value
        and all(isinstance(turn, str) for turn in value)
    ):
        return tuple(Message("user", turn) for turn in value)
    turns = messages(value, binding.column_name(binding.head))
    if binding.answer and turns and turns[-1].role != "assistant":
        return _answered(turns, record, binding)
    return turns


def _answered(turns: tuple[Message, ...], record: Record, binding: Binding) -> tuple[Message, ...]:
    """The turns and their answer, which is text, one turn, a list of turns, or the whole conversation repeated."""
    answer, column = record[binding.answer], binding.column_name(binding.answer)
    spoken = answer if isinstance(answer, list) else [answer]
    if not spoken or not all(isinstance(turn, dict) and ("role" in turn or "from" in turn) for turn in spoken):
        return (*turns, Message("assistant", text_of(answer, column)))
    given = messages(spoken, column)
    return (*turns, *given) if given[0].role in ("assistant", "tool") else given


def _history(pairs: Any) -> tuple[Message, ...]:
    """Earlier turns, given as a list of [question, answer]."""
    if not pairs:
        return ()
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise RowFault("`history` is not a list of [question, answer] pairs")
    texts = [text_of(text, f"history.{i}") for i, pair in enumerate(pairs) for text in pair]
    return tuple(Message("assistant" if i % 2 else "user", text) for i, text in enumerate(texts))


def _optional_text(record: Record, binding: Binding, role: str) -> str | None:
    value, column = record[getattr(binding, role)], binding.column_name(getattr(binding, role))
    return None if value is None else text_of(value, column, role)
