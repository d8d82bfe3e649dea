"""Which columns hold what, and the conversations that come of them."""

import json
from typing import Any

import pytest
import yaml

from instructgpt_cli.data.columns import check_names
from instructgpt_cli.data.convert import Converter
from instructgpt_cli.data.turns import LEARNT, RowFault
from instructgpt_cli.data.types import Row
from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.schema import Source

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
    ("prompt", "answer"),
    [
        ("prompt", "completion"),
        ("prompt", "response"),
        ("prompt", "code"),
        ("prompt", "canonical_solution"),
        ("question", "answer"),
        ("Question", "Answer"),
        ("problem", "solution"),
        ("instruction", "output"),
        ("instruction", "response"),
        ("query", "response"),
        ("context", "continuation"),
        ("input", "target"),
        ("input", "output"),
        ("source", "target"),
        ("article", "highlights"),
        ("document", "summary"),
        ("IN", "OUT"),
    ],
)
def test_pairs_by_their_names(prompt: str, answer: str) -> None:
    assert turns({"id": 7, prompt: "a", answer: "b", "label": True}) == [("user", "a"), ("assistant", "b")]


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
def test_alpaca_joins_instruction_and_input(record: dict[str, Any], prompt: str) -> None:
    assert turns(record) == [("user", prompt), ("assistant", "3")]


def test_an_instruction_is_told_from_what_it_is_about() -> None:
    (row,) = rows({"instruction": "Who?", "context": "Ann ran.", "response": "3"})
    asked = row.messages[0]
    assert (asked.content[: asked.head], asked.content[asked.head :]) == ("Who?\n", "Ann ran.")
    (row,) = rows({"instruction": "Hi", "input": "", "output": "3"})
    assert row.messages[0].head == 0


def test_an_input_that_comes_later_is_not_lost() -> None:
    records = {"instruction": "a", "output": "b"}, {"instruction": "a", "input": "i", "output": "b"}
    assert turns(*records) == [("user", "a\ni"), ("assistant", "b")]


def test_alpaca_history_comes_first() -> None:
    record = {"instruction": "c", "input": "", "output": "d", "history": [["a", "b"]]}
    assert turns(record) == [("user", "a"), ("assistant", "b"), ("user", "c"), ("assistant", "d")]


@pytest.mark.parametrize("column", ["text", "content"])
def test_raw_text(column: str) -> None:
    (row,) = rows({column: "abc", "meta": {}, "source": "web"})
    assert (row.text, row.messages) == ("abc", ())


@pytest.mark.parametrize(("value", "text"), [(3, "3"), (0.5, "0.5"), (True, "True"), (None, "")])
def test_harmless_answers_become_text(value: Any, text: str) -> None:
    assert turns({"question": "a", "answer": value})[-1] == ("assistant", text)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"question": "a", "answer": ["b"]}, "`answer` is a list"),
        ({"question": "a", "answer": {"text": "b"}}, "`answer` is an object"),
        ({"question": "a", "answer": float("nan")}, "`answer` is nan"),
        ({"question": "a", "answer": b"b"}, "`answer` is bytes"),
        ({"text": 5}, "`text` is int"),
        ({"question": "a", "answer": "b", "response": "c"}, "`answer` and `response` could each be the completion"),
        ({"text": "a", "code": "b"}, "raw text, or a prompt and its answer?"),
        ({"prompt": "a", "compltion": "b"}, "no answer column, but `compltion`"),
        ({"en": "a", "fr": "b"}, "cannot tell what the columns `en`, `fr` hold"),
        ({}, "cannot tell"),
    ],
)
def test_what_cannot_be_told_is_said(record: dict[str, Any], words: str) -> None:
    assert words in fault(record).message


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
def test_a_null_costs_its_row_alone(record: dict[str, Any], options: dict[str, Any], told: str) -> None:
    """Sets from the hub have a few among a million rows."""
    good = {key: [USER, ANSWER] if key == "messages" else "a" for key in record}
    found = rows(good, record, good, **options)
    assert [(row.refused, row.fault) for row in found] == [("", ""), ("null", told), ("", "")]
    assert (found[1].index, found[1].text, found[1].messages) == (1, None, ())
    assert rows(record, **options)[0].fault == told  # the first row as well


def test_the_hint_is_the_mapping_to_write() -> None:
    assert "columns: {prompt: en, completion: fr}" in fault({"en": "a", "fr": "b"}).hint
    assert "columns: {completion: answers.0}" in fault({"question": "a", "target": ["x"]}).hint.replace(
        "target", "answers"
    )


def test_the_hint_names_what_is_still_to_be_mapped() -> None:
    assert "columns: {prompt: q}" in fault({"q": "1", "a": "2"}, columns={"completion": "a"}).hint
    assert "columns: {text: text.0}" in fault({"text": ["a"]}).hint
    assert "columns: {prompt: prompt.en}" in fault({"prompt": {"en": "a"}, "completion": "b"}).hint


def test_no_tool_calls_are_none() -> None:
    (row,) = rows({"messages": [USER, {**ANSWER, "tool_calls": []}]})
    assert row.messages[-1].extra == {}


def test_a_later_row_must_have_what_the_first_had() -> None:
    first = {"prompt": "a", "completion": "b"}
    assert fault(first, {"prompt": "a"}).message == "`completion` is missing; the row has `prompt`"
    assert fault(first, {}).message == "`prompt`, `completion` is missing; the row has no columns"
    assert "another way" in fault(first, {**first, "messages": [USER, ANSWER]}).message


# --- columns ---


def test_mapping() -> None:
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


def test_what_is_mapped_beside_a_known_prompt_does_not_replace_it() -> None:
    """As SciQ and BoolQ have it: the question would be gone in silence."""
    asked = {"question": "Which gas?", "support": "Plants ...", "correct": "oxygen"}
    pair = [("user", "Which gas?\nPlants ..."), ("assistant", "oxygen")]
    assert turns(asked, columns={"completion": "correct", "input": "support"}) == pair
    assert turns(asked, columns={"prompt": "support", "completion": "correct"})[0] == ("user", "Plants ...")
    bool_q = {"question": "Is it?", "passage": "It is.", "answer": True}
    assert turns(bool_q, columns={"input": "passage"}) == [("user", "Is it?\nIt is."), ("assistant", "True")]


def test_an_empty_conversation_is_a_row_without_answer() -> None:
    """One of them in a dump must not stop all others."""
    full = {"messages": [USER, ANSWER]}
    assert [len(row.messages) for row in rows(full, {"messages": []}, system="S")] == [3, 0]
    assert "`prompt` is an empty list" in fault({"prompt": [], "completion": "a"}).message


def test_hints_lead_from_one_to_the_next() -> None:
    """They name the file's own columns, as HF's SQuAD has them, not those of this project."""
    squad = {"question": "q", "context": "c", "answers": {"text": ["a"], "answer_start": [3]}}
    for path in ("answers", "answers.text"):
        told = fault(squad, columns={"completion": path})
        assert told.message.startswith(f"`{path}` is a")
    assert told.hint == "A dot reaches inside, such as columns: {completion: answers.text.0}."
    assert turns(squad, columns={"completion": "answers.text.0"}) == [("user", "q\nc"), ("assistant", "a")]
    assert "columns: {input: about.x}" in fault({"prompt": "p", "about": {"x": "y"}}, columns={"input": "about"}).hint


def test_mapped_labels() -> None:
    (row,) = rows({"prompt": "a", "completion": "b", "kind": 3, "who": None}, columns={"task": "kind", "group": "who"})
    assert (row.task, row.group) == ("3", None)


def test_a_star_gives_a_row_for_each_element() -> None:
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


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"prompt": "q", "completion": "a.b"}, "no column `a.b`; there are `c`"),
        ({"prompt": "z", "completion": "a"}, "no column `z`; there are `q`, `a`, `l`, `m`"),
        ({"prompt": "q", "completion": "m.x"}, "no column `m.x`"),
        ({"prompt": "q.*.x", "completion": "a"}, "stands for no list"),
        ({"prompt": "l.*", "completion": "m.*"}, "different lists"),
    ],
)
def test_bad_paths(columns: dict[str, str], words: str) -> None:
    assert words in fault({"q": "x", "a": {"c": 1}, "l": ["1"], "m": ["2"]}, columns=columns).message


@pytest.mark.parametrize(
    ("columns", "hint"),
    [
        ({"prompt": "quesiton", "completion": "answer.text"}, "Did you mean Question?"),
        ({"prompt": "question", "completion": "answer.text"}, "Did you mean Question?"),
        ({"prompt": "Question", "completion": "answer.txt"}, "Did you mean answer.text?"),
        ({"prompt": "Question", "completion": "zzz"}, ""),
    ],
)
def test_a_wrong_column_is_told_which_was_perhaps_meant(columns: dict[str, str], hint: str) -> None:
    assert fault({"Question": "a", "answer": {"text": "b"}, "": "", " ": ""}, columns=columns).hint == hint


def test_white_space_around_a_name_does_not_count() -> None:
    pair = [("user", "a"), ("assistant", "b")]
    for key, column in (("en ", "en "), ("en ", "en"), ("en", " en ")):
        assert turns({key: "a", "fr": {"x ": "b"}}, columns={"prompt": column, "completion": "fr.x"}) == pair
    assert turns({"en": "a", "en ": "no", "fr": "b"}, columns={"prompt": "en", "completion": "fr"}) == pair
    assert turns({" Question": "a", "Answer ": "b"}) == pair


def test_no_hint_names_a_column_without_a_name() -> None:
    """As the index that pandas writes first."""
    told = fault({"": 0, "en": "a", "fr": "b"})
    assert "columns: {prompt: en, completion: fr}" in told.hint
    assert told.message.endswith("a column without a name, `en`, `fr` hold")
    assert "columns: {text: COLUMN}" in fault({"": 0}, format="text").hint
    assert "columns: {completion: answer.x}" in fault({"question": "a", "answer": {"": 1, "x": "b"}}).hint
    assert (
        "columns: {references: right.x}"
        in fault({"prompt": "a", "right": {"": 1, "x": "b"}}, columns={"references": "right"}).hint
    )


def test_a_hint_is_yaml_that_can_be_copied() -> None:
    for key in ("a: b", "0", "no", "#x", "x'y", "{x}"):
        hint = fault({key: "a", "fr": "b"}).hint
        found = yaml.safe_load(hint.removeprefix("Say which is which: ").removesuffix("."))
        assert found == {"columns": {"prompt": key, "completion": "fr"}}


def test_unknown_names_are_a_fault_of_the_recipe() -> None:
    with pytest.raises(UsageError, match="promt") as caught:
        check_names({"promt": "x"})
    assert caught.value.hint == "Did you mean prompt?"


@pytest.mark.parametrize(
    ("format", "record", "good"),
    [
        ("text", {"text": "a", "prompt": "b", "completion": "c"}, True),
        ("text", {"prompt": "b"}, False),
        ("alpaca", {"instruction": "a", "output": "b", "messages": [USER]}, True),
        ("prompt/completion", {"text": "a"}, False),
        ("messages", {"messages": [USER, ANSWER]}, True),
        ("sharegpt", {"prompt": "b", "completion": "c"}, False),
    ],
)
def test_named_formats(format: str, record: dict[str, Any], good: bool) -> None:
    if good:
        assert rows(record, format=format)
    else:
        assert f"no columns of format: {format}" in fault(record, format=format).message


# --- references ---


SQUAD = {"question": "q", "context": "c", "answers": {"text": ["a", "the a", "a"], "answer_start": [3, 0, 3]}}


def test_references_stand_beside_the_answer() -> None:
    columns = {"completion": "answers.text.0", "references": "answers.text"}
    (row,) = rows(SQUAD, columns=columns)
    assert (row.messages[-1].content, row.references) == ("a", ("a", "the a", "a"))
    (row,) = rows({"q": "1+1", "right": "two", "answer": 2}, columns={"prompt": "q", "references": "right"})
    assert (row.messages[-1].content, row.references) == ("2", ("two",))
    (row,) = rows({"prompt": "q", "completion": "a", "more": None}, columns={"references": "more"})
    assert row.references == ()


def test_without_an_answer_the_first_reference_is_learnt() -> None:
    pair = [("user", "q"), ("assistant", "a")]
    assert turns({"question": "q", "answer": ["a", "b"]}, columns={"references": "answer"}) == pair
    assert turns({"en": "q", "fr": ["a", "b"]}, columns={"source": "en", "references": "fr"}) == pair
    assert turns({"messages": [{"role": "user", "content": "q"}], "r": ["a"]}, columns={"references": "r"}) == pair
    assert turns({"q": "q", "r": None}, columns={"prompt": "q", "references": "r"}) == [("user", "q")]
    (row,) = rows({"prompt": [USER, ANSWER, USER], "r": "a"}, columns={"references": "r"})
    assert [m.train for m in row.messages if m.role == "assistant"] == [False, True]


def test_an_answer_that_is_null_is_not_replaced() -> None:
    """It is refused and counted as ever: a reference mapped or not makes no difference to what is learnt."""
    columns = {"prompt": "q", "completion": "a", "references": "r"}
    assert turns({"q": "q", "a": None, "r": ["b"]}, columns=columns) == [("user", "q"), ("assistant", "")]
    talk = {"q": "q", "a": [ANSWER, USER], "r": ["b"]}
    assert turns(talk, columns=columns) == [("user", "q"), ("assistant", "ho"), ("user", "hi")]


def test_references_of_a_conversation_leave_its_answers_alone() -> None:
    said = [USER, ANSWER, USER, {"role": "assistant", "content": "last"}]
    (row,) = rows({"messages": said, "also": ["final", "end"]}, columns={"references": "also"})
    assert [m.content for m in row.messages] == ["hi", "ho", "hi", "last"]
    assert row.references == ("final", "end")


def test_a_column_that_is_only_called_references_is_not_read() -> None:
    (row,) = rows({"prompt": "q", "completion": "a", "references": [{"title": "On Things", "year": 1999}]})
    assert row.references == ()


def test_a_star_of_their_own_gives_all_references_to_one_row() -> None:
    listed = {"question": "q", "answers": [{"text": "a", "by": 1}, {"text": "b", "by": 2}]}
    columns = {"completion": "answers.0.text", "references": "answers.*.text"}
    (row,) = rows(listed, columns=columns)
    assert (row.messages[-1].content, row.references) == ("a", ("a", "b"))
    assert rows({**listed, "answers": []}, columns=columns)[0].references == ()
    deep = {"question": "q", "answer": "a", "by": [{"said": ["a", "b"]}, {"said": ["c"]}]}
    assert rows(deep, columns={"references": "by.*.said.*"})[0].references == ("a", "b", "c")
    assert "stands for no list" in fault(deep, columns={"references": "answer.*"}).message


def test_nested_squad_has_its_references() -> None:
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


@pytest.mark.parametrize(
    ("value", "words", "hint"),
    [
        (42, "`right` is 42, not text", "write it in quotes"),
        (True, "`right` is True, not text", "write it in quotes"),
        ([], "`right` is an empty list", "columns: {references: right.*}"),
        ("", "`right` is empty", "give a text"),
        (["a", " "], "`right.1` is empty", "Take it out"),
        (["a", None], "`right.1` is null", "Take it out"),
        (["a", 3], "`right.1` is 3, not text", "write it in quotes"),
        ({"text": ["a"]}, "`right` is an object", "columns: {references: right.text}"),
        ([{"answer_start": 3, "text": "a"}], "`right.0` is an object", "columns: {references: right.*.text}"),
        ([["a"], ["b"]], "`right.0` is a list", "columns: {references: right.*.*}"),
    ],
)
def test_bad_references_name_the_column_of_the_file(value: Any, words: str, hint: str) -> None:
    told = fault(
        {"q": "a", "a": "b", "right": value}, columns={"prompt": "q", "completion": "a", "references": "right"}
    )
    assert told.message.startswith(words)
    assert hint in told.hint


def test_the_hints_for_references_lead_to_rows() -> None:
    for value in ([], {"text": ["a"]}, [{"answer_start": 3, "text": "a"}], [["a"], ["b"]]):
        record = {"question": "q", "answer": "a", "right": value}
        way = fault(record, columns={"references": "right"}).hint.split("{references: ")[1].split("}")[0]
        assert rows(record, columns={"references": way})


def test_references_need_a_prompt() -> None:
    told = fault({"text": "t", "right": ["a"]}, columns={"references": "right"})
    assert told.message == "raw text in `text` has no answer, and `right` is mapped to references"
    assert "columns: {prompt: text}" in told.hint
    assert "columns: {prompt: q}" in fault({"q": "1", "a": ["2"]}, columns={"references": "a"}).hint


# --- conversations ---


def test_messages_keep_what_templates_read() -> None:
    call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": '{"x": 1}'}}
    record = {
        "messages": [
            {"role": "System", "content": "s"},
            {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}], "name": "Ann"},
            {"role": "assistant", "content": None, "tool_calls": [call], "reasoning_content": "hm"},
            {"role": "tool", "content": "9", "tool_call_id": "1", "name": None},
            {"role": "assistant", "content": "c", "train": False},
            {"role": "user", "content": "d"},
            {"role": "assistant", "content": "e", "weight": 0},
            {"role": "assistant", "content": "f", "weight": 1},
        ],
        "tools": '[{"name": "f", "parameters": {}}]',
    }
    (row,) = rows(record)
    assert [m.role for m in row.messages] == ["system", "user", "assistant", "tool"] + ["assistant", "user"] + [
        "assistant"
    ] * 2
    assert [m.content for m in row.messages] == ["s", "ab", "", "9", "c", "d", "e", "f"]
    assert [m.train for m in row.messages] == [True, True, True, True, False, True, False, True]
    assert row.messages[1].extra == {"name": "Ann"}
    assert row.messages[2].extra["tool_calls"][0]["function"] == {"name": "f", "arguments": {"x": 1}}
    assert row.messages[2].extra["reasoning_content"] == "hm"
    assert row.messages[3].extra == {"tool_call_id": "1"}
    assert row.tools == ({"type": "function", "function": {"name": "f", "parameters": {}}},)


BARE = {"name": "f", "parameters": {}}
WRAPPED = {"type": "function", "function": BARE}


@pytest.mark.parametrize(
    ("value", "tools"),
    [
        *((blank, ()) for blank in (None, "", " ", "\n", "null", "{}", "[]", " [ ] ", [], {})),
        (BARE, (WRAPPED,)),
        (json.dumps(BARE), (WRAPPED,)),
        ([BARE, WRAPPED], (WRAPPED, WRAPPED)),
        (json.dumps([WRAPPED]), (WRAPPED,)),
        ([json.dumps(BARE), json.dumps(WRAPPED)], (WRAPPED, WRAPPED)),
        (json.dumps([json.dumps(BARE)]), (WRAPPED,)),
    ],
)
def test_tools_mean_what_they_say(value: Any, tools: tuple[Any, ...]) -> None:
    (row,) = rows({"messages": [{"role": "user", "content": "a"}], "tools": value})
    assert row.tools == tools


CALL = {"type": "function", "function": {"name": "f", "arguments": {"x": 1}}}


@pytest.mark.parametrize(
    ("value", "calls"),
    [
        *((blank, None) for blank in (None, "", " ", "null", "{}", "[]", [], {})),
        *((value, [CALL]) for value in (CALL, [CALL], json.dumps(CALL), json.dumps([CALL]), [json.dumps(CALL)])),
    ],
)
def test_tool_calls_mean_what_they_say(value: Any, calls: Any) -> None:
    (row,) = rows(
        {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"} | {"tool_calls": value}]}
    )
    assert row.messages[1].extra.get("tool_calls") == calls


@pytest.mark.parametrize("value", [5, "5", "[f", [1], [None], [["f"]]])
def test_tool_calls_that_are_none_are_told(value: Any) -> None:
    told = fault({"messages": [{"role": "assistant", "content": "b", "tool_calls": value}]})
    assert told.message.startswith("`messages.0.tool_calls` is ")


@pytest.mark.parametrize("value", [5, True, "5", '"f"', "[f", [1], [None], [" "], [{}], [["f"]]])
def test_tools_that_are_none_are_told(value: Any) -> None:
    told = fault({"messages": [{"role": "user", "content": "a"}], "tools": value})
    assert told.message.startswith("`tools` is ")


@pytest.mark.parametrize(
    ("flags", "learnt"),
    [
        ({}, True),
        *[({name: yes}, bool(yes)) for name in LEARNT for yes in (True, False, 1, 0)],
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
def test_the_flags_of_a_turn_say_whether_it_is_learnt(
    flags: dict[str, Any], learnt: bool, keys: tuple[str, str, str]
) -> None:
    who, what, column = keys
    (row,) = rows({column: [{who: "user", what: "hi"}, {who: "assistant", what: "ho", **flags}]})
    assert row.messages[1].train is learnt
    assert row.messages[1].extra == {}
    (row,) = rows({"prompt": "hi", "completion": [{who: "assistant", what: "ho", **flags}]})
    assert row.messages[1].train is learnt


def test_a_flag_that_asks_for_a_question_is_kept_to_be_told() -> None:
    (row,) = rows({"messages": [{**USER, "train": True, "loss": False}, {**ANSWER, "train": True}]})
    assert [dict(message.extra) for message in row.messages] == [{"train": True}, {}]


def test_sharegpt_roles_and_columns() -> None:
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
def test_preference_rows_give_the_chosen_answer(record: dict[str, Any]) -> None:
    assert turns(record) == [("user", "hi"), ("assistant", "ho")]


def test_turns_of_a_prompt_are_no_targets() -> None:
    (row,) = rows({"prompt": [USER, ANSWER, USER], "completion": [ANSWER]})
    assert [m.train for m in row.messages if m.role == "assistant"] == [False, True]


def test_prompts_without_answers() -> None:
    assert turns({"turns": ["a", "b"], "category": "x"}) == [("user", "a"), ("user", "b")]
    assert (
        turns({"prompt": "a"}) == turns({"instruction": "a", "input": ""}) == turns({"input": "a"}) == [("user", "a")]
    )


def test_the_system_turn() -> None:
    pair = {"prompt": "a", "completion": "b"}
    assert turns(pair, system="S")[0] == ("system", "S")
    assert turns({**pair, "system": "own"}, system="S")[0] == ("system", "own")
    assert turns({**pair, "system": None}, system="S")[0] == ("system", "S")
    said = {"messages": [{"role": "system", "content": "first"}, USER, ANSWER]}
    assert turns(said, system="S")[:2] == [("system", "first"), ("user", "hi")]
    assert rows({"text": "a"}, system="S")[0].messages == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("hi", "not a list of turns"),
        ([USER, "hi"], "`messages.1` is not a turn"),
        ([{"content": "hi"}], "`messages.0` has no role"),
        ([{"role": "user"}], "`messages.0` has no content"),
        ([{"role": "asistant", "content": "a"}], "unknown role 'asistant'"),
        ([{"role": 3, "content": "a"}], "unknown role 3"),
        ([{"role": ["a"], "content": "a"}], "unknown role"),
        ([USER, {"role": "assistant", "content": {"a": 1}}], "`messages.1.content` is an object"),
        ([{"role": "user", "content": [{"type": "image_url", "image_url": "x"}]}], "a part of type image_url"),
        ([USER, {**ANSWER, "train": "no"}], "`messages.1.train` is 'no'"),
        ([USER, {**ANSWER, "weight": 0.5}], "`messages.1.weight` is 0.5"),
        ([USER, {**ANSWER, "loss": "false"}], "`messages.1.loss` is 'false', not true or false, 1 or 0"),
        ([USER, {**ANSWER, "loss_mask": [1, 1]}], "`messages.1.loss_mask` is [1, 1]"),
        ([USER, {**ANSWER, "mask": 1}], "`messages.1.mask` is 1, not true or false"),
        ([USER, {**ANSWER, "tool_calls": "{"}], "text that is not JSON"),
    ],
)
def test_bad_turns_are_named(value: Any, words: str) -> None:
    assert words in fault({"messages": value}).message


def test_a_file_of_columns_is_told_what_rows_are() -> None:
    told = fault({"prompt": ["a", "b"], "completion": ["c", "d"]})
    assert told.message == "`prompt` is a list of 2 texts, not one"
    assert "one a line" in told.hint


def test_turns_may_be_json_text_as_in_a_csv_cell() -> None:
    assert turns({"messages": '[{"role": "user", "content": "hi"}]'}) == [("user", "hi")]
