"""Records become rows: prompts and answers, conversations, references, system turns."""

from typing import Any

import pytest

from instructgpt_cli.data import convert
from instructgpt_cli.data.convert import LABEL_NOT_USED, Converter
from instructgpt_cli.data.turns import TRAIN_FLAGS, RowFault
from instructgpt_cli.data.types import Row
from instructgpt_cli.recipe.data_schema import Source

USER = {"role": "user", "content": "hi"}
ANSWER = {"role": "assistant", "content": "ho"}


def rows(*records: dict[str, Any], **options: Any) -> list[Row]:
    converter = Converter(Source(path="x.jsonl", **options), "x.jsonl")
    found: list[Row] = []
    for raw in records:
        for record in converter.records(raw):
            found.append(converter.row(record, len(found)))
    return found


def turns(*records: dict[str, Any], **options: Any) -> list[tuple[str, str]]:
    return [(message.role, message.content) for message in rows(*records, **options)[-1].messages]


def fault(*records: dict[str, Any], **options: Any) -> RowFault:
    with pytest.raises(RowFault) as caught:
        rows(*records, **options)
    return caught.value


@pytest.mark.parametrize(
    ("record", "prompt"),
    [
        ({"instruction": "Add", "input": "1 2", "output": "3"}, "Add\n1 2"),
        ({"instruction": "Hi", "input": "", "output": "3"}, "Hi"),
        ({"instruction": "Hi", "input": None, "output": "3"}, "Hi"),
        ({"instruction": "Hi", "output": "3"}, "Hi"),
        ({"instruction": "Who?", "context": "Ann ran.", "response": "3", "category": "qa"}, "Who?\nAnn ran."),
        ({"question": "Who?", "context": "Ann ran.", "answer": "3"}, "Who?\nAnn ran."),
    ],
)
def test_instruction_and_input_are_joined_by_a_newline(record: dict[str, Any], prompt: str) -> None:
    assert turns(record) == [("user", prompt), ("assistant", "3")]


def test_the_length_of_the_instruction_is_kept() -> None:
    (row,) = rows({"instruction": "Who?", "context": "Ann ran.", "response": "3"})
    asked = row.messages[0]
    assert (asked.content[: asked.instruction_length], asked.content[asked.instruction_length :]) == (
        "Who?\n",
        "Ann ran.",
    )
    (row,) = rows({"instruction": "Hi", "input": "", "output": "3"})
    assert row.messages[0].instruction_length == 0


def test_an_input_that_only_later_rows_have_is_read() -> None:
    records = {"instruction": "a", "output": "b"}, {"instruction": "a", "input": "i", "output": "b"}
    assert turns(*records) == [("user", "a\ni"), ("assistant", "b")]


def test_history_comes_before_the_prompt() -> None:
    record = {"instruction": "c", "input": "", "output": "d", "history": [["a", "b"]]}
    assert turns(record) == [("user", "a"), ("assistant", "b"), ("user", "c"), ("assistant", "d")]


@pytest.mark.parametrize("column", ["text", "content"])
def test_a_text_column_is_raw_text(column: str) -> None:
    (row,) = rows({column: "abc", "meta": {}, "source": "web"})
    assert (row.text, row.messages) == ("abc", ())


@pytest.mark.parametrize(
    ("record", "options", "told"),
    [
        ({"question": None, "answer": "b"}, {}, "`question` is null"),
        ({"instruction": None, "input": "a", "output": "b"}, {}, "`instruction` is null"),
        ({"question": None}, {}, "`question` is null"),
        ({"text": None}, {}, "`text` is null"),
        ({"messages": None}, {}, "`messages` is null"),
        ({"q": None, "a": "b"}, {"columns": {"prompt": "q", "completion": "a"}}, "`q` is null"),
    ],
)
def test_a_null_refuses_only_its_row(record: dict[str, Any], options: dict[str, Any], told: str) -> None:
    """Datasets of the Hub have a few among a million rows."""
    good = {key: [USER, ANSWER] if key == "messages" else "a" for key in record}
    found = rows(good, record, good, **options)
    assert [(row.refused, row.fault) for row in found] == [("", ""), ("null", told), ("", "")]
    assert (found[1].index, found[1].text, found[1].messages) == (1, None, ())
    assert rows(record, **options)[0].fault == told  # the first row as well


def test_later_rows_must_have_the_columns_of_the_first() -> None:
    first = {"prompt": "a", "completion": "b"}
    assert fault(first, {"prompt": "a"}).message == "`completion` is missing; the row has `prompt`"
    assert fault(first, {}).message == "`prompt`, `completion` is missing; the row has no columns"
    assert "another layout" in fault(first, {**first, "messages": [USER, ANSWER]}).message


# --- columns ---


def test_mapped_columns_become_turns() -> None:
    pair = [("user", "a"), ("assistant", "b")]
    assert turns({"en": "a", "fr": "b"}, columns={"prompt": "en", "completion": "fr"}) == pair
    assert turns({"q": {"t": "a"}, "a": [{"t": "b"}]}, columns={"question": "q.t", "answer": "a.0.t"}) == pair
    assert turns({"a.b": "a", "c": "b"}, columns={"prompt": "a.b", "completion": "c"}) == pair
    assert turns({"input": "a", "output": "b"}, columns={"prompt": "input"}) == pair
    crowded = {"instruction": "x", "input": "y", "output": "z", "question": "a", "answer": "b"}
    assert turns(crowded, columns={"prompt": "question", "completion": "answer"}) == pair
    lemma = {"0": "go", "1": "went", "2": "V;PST"}
    mapped = turns(lemma, columns={"instruction": "2", "input": "0", "output": "1"})
    assert mapped == [("user", "V;PST\ngo"), ("assistant", "went")]


def test_a_mapped_input_does_not_replace_the_prompt() -> None:
    """As in SciQ and BoolQ: the question would be lost silently."""
    asked = {"question": "Which gas?", "support": "Plants ...", "correct": "oxygen"}
    pair = [("user", "Which gas?\nPlants ..."), ("assistant", "oxygen")]
    assert turns(asked, columns={"completion": "correct", "input": "support"}) == pair
    assert turns(asked, columns={"prompt": "support", "completion": "correct"})[0] == ("user", "Plants ...")
    bool_q = {"question": "Is it?", "passage": "It is.", "answer": True}
    assert turns(bool_q, columns={"input": "passage"}) == [("user", "Is it?\nIt is."), ("assistant", "True")]


def test_an_empty_conversation_is_a_row_without_an_answer() -> None:
    """A single one must not stop the file."""
    full = {"messages": [USER, ANSWER]}
    assert [len(row.messages) for row in rows(full, {"messages": []}, system="S")] == [3, 0]
    assert "`prompt` is an empty list" in fault({"prompt": [], "completion": "a"}).message


def test_raw_text_must_be_text() -> None:
    assert fault({"text": 5}).message == "`text` is int, not text"
    assert "columns: {text: text.0}" in fault({"text": ["a"]}).hint


def test_the_number_of_a_choice_is_not_an_answer() -> None:
    for answer in (2, "B", " C "):
        told = fault({"question": "q", "answer": answer, "choices": ["x", "y", "z"]})
        assert told.message == f"`answer` is {answer!r}, one of `choices`"
        assert told.hint.startswith("Put the choices into the prompt")
    assert turns({"question": "q", "answer": True, "choices": ["x"]})[-1] == ("assistant", "True")
    mapped = turns({"question": "q", "right": 2, "choices": ["x"]}, columns={"completion": "right"})
    assert mapped[-1] == ("assistant", "2")


def test_an_answer_that_is_labelled_false_comes_with_a_note() -> None:
    labels = (True, False, "False ", None, 0)
    found = rows(*({"prompt": "q", "completion": "a", "label": label} for label in labels))
    note = LABEL_NOT_USED.format("label")
    assert [row.notes for row in found] == [(), (note,), (note,), (), ()]
    (row,) = rows({"prompt": "q", "completion": "a", "label": False}, columns={"task": "label"})
    assert row.notes == ()


def test_the_columns_of_many_layouts_are_not_all_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "MAX_BINDINGS", 2)
    converter = Converter(Source(path="x.jsonl"), "x.jsonl")
    for i in range(7):
        row = converter.row({"prompt": "q", "completion": "a", f"x{i}": 1}, i)
        assert row.layout is not None
        assert row.layout.unused == (f"x{i}",)
        assert len(converter._bound) <= 2


def test_following_the_hints_leads_to_a_row() -> None:
    """The hints use the names of the file, here those of SQuAD on the Hub."""
    squad = {"question": "q", "context": "c", "answers": {"text": ["a"], "answer_start": [3]}}
    for path in ("answers", "answers.text"):
        told = fault(squad, columns={"completion": path})
        assert told.message.startswith(f"`{path}` is a")
    assert told.hint == "A dot reaches inside, such as columns: {completion: answers.text.0}."
    assert turns(squad, columns={"completion": "answers.text.0"}) == [("user", "q\nc"), ("assistant", "a")]
    assert "columns: {input: about.x}" in fault({"prompt": "p", "about": {"x": "y"}}, columns={"input": "about"}).hint


def test_task_and_group_are_mapped() -> None:
    (row,) = rows({"prompt": "a", "completion": "b", "kind": 3, "who": None}, columns={"task": "kind", "group": "who"})
    assert (row.task, row.group) == ("3", None)


def test_nested_layouts_give_a_row_per_element() -> None:
    record = {
        "paragraphs": [
            {"context": "c", "qas": [{"question": "p", "answers": [{"text": "1"}]}, {"question": "q", "answers": []}]},
            {"context": "d", "qas": [{"question": "r", "answers": [{"text": "3"}]}]},
        ]
    }
    found = [(row.messages[0].content, row.messages[1].content, row.index) for row in rows(record)]
    assert found == [("p\nc", "1", 0), ("q\nc", "", 1), ("r\nd", "3", 2)]
    seed = {"instruction": "x", "instances": [{"input": "", "output": "1"}, {"input": "y", "output": "2"}]}
    assert [row.messages[0].content for row in rows(seed)] == ["x", "x\ny"]


# --- references ---


SQUAD = {"question": "q", "context": "c", "answers": {"text": ["a", "the a", "a"], "answer_start": [3, 0, 3]}}


def test_references_are_kept_next_to_the_answer() -> None:
    columns = {"completion": "answers.text.0", "references": "answers.text"}
    (row,) = rows(SQUAD, columns=columns)
    assert (row.messages[-1].content, row.references) == ("a", ("a", "the a", "a"))
    (row,) = rows({"q": "1+1", "right": "two", "answer": 2}, columns={"prompt": "q", "references": "right"})
    assert (row.messages[-1].content, row.references) == ("2", ("two",))
    (row,) = rows({"prompt": "q", "completion": "a", "more": None}, columns={"references": "more"})
    assert row.references == ()


def test_without_an_answer_the_first_reference_is_the_answer() -> None:
    pair = [("user", "q"), ("assistant", "a")]
    assert turns({"question": "q", "answer": ["a", "b"]}, columns={"references": "answer"}) == pair
    assert turns({"en": "q", "fr": ["a", "b"]}, columns={"source": "en", "references": "fr"}) == pair
    assert turns({"messages": [{"role": "user", "content": "q"}], "r": ["a"]}, columns={"references": "r"}) == pair
    assert turns({"q": "q", "r": None}, columns={"prompt": "q", "references": "r"}) == [("user", "q")]
    (row,) = rows({"prompt": [USER, ANSWER, USER], "r": "a"}, columns={"references": "r"})
    assert [m.train for m in row.messages if m.role == "assistant"] == [False, True]


def test_a_null_answer_is_not_replaced_by_a_reference() -> None:
    """It is refused and counted with or without references, which never change the targets."""
    columns = {"prompt": "q", "completion": "a", "references": "r"}
    assert turns({"q": "q", "a": None, "r": ["b"]}, columns=columns) == [("user", "q"), ("assistant", "")]
    talk = {"q": "q", "a": [ANSWER, USER], "r": ["b"]}
    assert turns(talk, columns=columns) == [("user", "q"), ("assistant", "ho"), ("user", "hi")]


def test_references_do_not_change_a_conversation_that_ends_with_an_answer() -> None:
    said = [USER, ANSWER, USER, {"role": "assistant", "content": "last"}]
    (row,) = rows({"messages": said, "also": ["final", "end"]}, columns={"references": "also"})
    assert [m.content for m in row.messages] == ["hi", "ho", "hi", "last"]
    assert row.references == ("final", "end")


def test_a_references_column_is_read_only_if_mapped() -> None:
    (row,) = rows({"prompt": "q", "completion": "a", "references": [{"title": "On Things", "year": 1999}]})
    assert row.references == ()


def test_a_star_only_in_references_gives_all_of_them_to_one_row() -> None:
    listed = {"question": "q", "answers": [{"text": "a", "by": 1}, {"text": "b", "by": 2}]}
    columns = {"completion": "answers.0.text", "references": "answers.*.text"}
    (row,) = rows(listed, columns=columns)
    assert (row.messages[-1].content, row.references) == ("a", ("a", "b"))
    assert rows({**listed, "answers": []}, columns=columns)[0].references == ()
    deep = {"question": "q", "answer": "a", "by": [{"said": ["a", "b"]}, {"said": ["c"]}]}
    assert rows(deep, columns={"references": "by.*.said.*"})[0].references == ("a", "b", "c")
    assert "is not a list" in fault(deep, columns={"references": "answer.*"}).message


def test_answers_of_nested_squad_are_references() -> None:
    asked = [
        {"question": "p", "answers": [{"text": "1"}, {"text": "one"}]},
        {"question": "q", "answers": []},
        {"question": "r", "answers": [{"text": "3"}]},
    ]
    found = rows({"paragraphs": [{"context": "c", "qas": asked[:2]}, {"context": "d", "qas": asked[2:]}]})
    assert [(row.messages[1].content, row.references) for row in found] == [
        ("1", ("1", "one")),
        ("", ()),
        ("3", ("3",)),
    ]


def test_following_the_hint_for_references_leads_to_a_row() -> None:
    for value in ([], {"text": ["a"]}, [{"answer_start": 3, "text": "a"}], [["a"], ["b"]]):
        record = {"question": "q", "answer": "a", "right": value}
        way = fault(record, columns={"references": "right"}).hint.split("{references: ")[1].split("}")[0]
        assert rows(record, columns={"references": way})


# --- conversations ---


@pytest.mark.parametrize(
    ("flags", "learnt"),
    [
        ({}, True),
        *[({name: yes}, bool(yes)) for name in TRAIN_FLAGS for yes in (True, False, 1, 0)],
        ({"masked": True}, False),
        ({"masked": 0}, True),
        ({"mask": True}, False),
        ({"mask": False}, True),
        ({"weight": 1.0, "loss": None}, True),
        ({"weight": 0.0}, False),
        ({"train": True, "masked": True}, False),
    ],
)
@pytest.mark.parametrize("keys", [("role", "content", "messages"), ("from", "value", "conversations")])
def test_flags_of_turns_are_read_in_every_layout(
    flags: dict[str, Any], learnt: bool, keys: tuple[str, str, str]
) -> None:
    who, what, column = keys
    (row,) = rows({column: [{who: "user", what: "hi"}, {who: "assistant", what: "ho", **flags}]})
    assert row.messages[1].train is learnt
    assert row.messages[1].extra == {}
    (row,) = rows({"prompt": "hi", "completion": [{who: "assistant", what: "ho", **flags}]})
    assert row.messages[1].train is learnt


def test_sharegpt_columns() -> None:
    speakers = ["human", "function_call", "observation", "gpt"]
    record = {"conversations": [{"from": who, "value": who[0]} for who in speakers], "system": "s", "tools": ""}
    roles = [("system", "s"), ("user", "h"), ("assistant", "f"), ("tool", "o"), ("assistant", "g")]
    assert turns(record) == roles


@pytest.mark.parametrize(
    "record",
    [
        {"conversations": [{"from": "human", "value": "hi"}], "chosen": {"from": "gpt", "value": "ho"}, "rejected": {}},
        {"conversations": [USER], "chosen": "ho", "rejected": "no"},
        {"messages": [USER, ANSWER], "chosen": [USER, ANSWER], "rejected": [USER]},
        {"prompt": "hi", "chosen": "ho", "rejected": "no"},
        {"prompt": "hi", "chosen": [USER, ANSWER], "rejected": [USER]},
        {"prompt": [USER], "chosen": [ANSWER], "rejected": [ANSWER]},
        {"prompt": [USER], "completion": [ANSWER]},
        {"chosen": [USER, ANSWER], "rejected": [USER, ANSWER]},
    ],
)
def test_the_chosen_answer_of_a_preference_row_is_the_answer(record: dict[str, Any]) -> None:
    assert turns(record) == [("user", "hi"), ("assistant", "ho")]


def test_answers_inside_a_prompt_are_not_targets() -> None:
    (row,) = rows({"prompt": [USER, ANSWER, USER], "completion": [ANSWER]})
    assert [m.train for m in row.messages if m.role == "assistant"] == [False, True]


def test_prompts_may_have_no_answer() -> None:
    assert turns({"turns": ["a", "b"], "category": "x"}) == [("user", "a"), ("user", "b")]
    assert (
        turns({"prompt": "a"}) == turns({"instruction": "a", "input": ""}) == turns({"input": "a"}) == [("user", "a")]
    )


def test_the_system_turn_comes_from_the_row_or_the_source() -> None:
    pair = {"prompt": "a", "completion": "b"}
    assert turns(pair, system="S")[0] == ("system", "S")
    assert turns({**pair, "system": "own"}, system="S")[0] == ("system", "own")
    assert turns({**pair, "system": None}, system="S")[0] == ("system", "S")
    said = {"messages": [{"role": "system", "content": "first"}, USER, ANSWER]}
    assert turns(said, system="S")[:2] == [("system", "first"), ("user", "hi")]
    assert rows({"text": "a"}, system="S")[0].messages == ()


def test_a_file_of_columns_is_refused_with_what_to_write() -> None:
    told = fault({"prompt": ["a", "b"], "completion": ["c", "d"]})
    assert told.message == "`prompt` is a list of 2 texts, not one text"
    assert "one per line" in told.hint
