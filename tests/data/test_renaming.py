"""Renaming and unnesting columns: dots, indices, `*`, white space, and the messages of paths that lead nowhere."""

from typing import Any

import pytest

from instructgpt_cli.data.renaming import path_to, renamed, value_at
from instructgpt_cli.data.turns import RowFault


def read(record: dict[str, Any], **columns: str) -> list[dict[str, Any]]:
    return list(renamed(record, columns))


def fault(record: dict[str, Any], **columns: str) -> RowFault:
    with pytest.raises(RowFault) as caught:
        read(record, **columns)
    return caught.value


def test_mapped_columns_are_renamed_and_others_kept() -> None:
    assert read({"en": "a", "fr": "b", "id": 1}, prompt="en", completion="fr") == [
        {"id": 1, "prompt": "a", "completion": "b"}
    ]
    assert read({"input": "a", "output": "b"}, prompt="input") == [{"output": "b", "prompt": "a"}]


def test_a_dot_reaches_into_objects_and_lists() -> None:
    record = {"q": {"t": "a"}, "a": [{"t": "b"}]}
    assert read(record, prompt="q.t", completion="a.0.t") == [{"prompt": "a", "completion": "b"}]
    assert read({"a.b": "a"}, prompt="a.b") == [{"prompt": "a"}]  # a column with a dot in its name
    assert read({"a": None}, prompt="a.b") == [{"prompt": None}]
    for past_the_end in ("a.1", "a.7"):
        assert read({"a": ["x"]}, prompt=past_the_end) == [{"prompt": None}]


def test_a_star_yields_a_record_per_element() -> None:
    record = {"paragraphs": [{"c": "x", "qas": [{"q": 1}, {"q": 2}]}, {"c": "y", "qas": [{"q": 3}]}]}
    found = read(record, question="paragraphs.*.qas.*.q", context="paragraphs.*.c")
    assert [(each["question"], each["context"]) for each in found] == [(1, "x"), (2, "x"), (3, "y")]
    assert read({"list": []}, prompt="list.*") == []


def test_a_star_only_in_references_collects_them_in_one_record() -> None:
    deep = {"by": [{"said": ["a", "b"]}, {"said": ["c"]}], "q": "q"}
    assert read(deep, references="by.*.said.*") == [{"q": "q", "references": ["a", "b", "c"]}]
    assert read({"by": []}, references="by.*") == [{"references": None}]


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"prompt": "q", "completion": "a.b"}, "no column `a.b`; there are `c`"),
        ({"prompt": "z", "completion": "a"}, "no column `z`; there are `q`, `a`, `l`, `m`, `e`"),
        ({"prompt": "q", "completion": "m.x"}, "no column `m.x`"),
        ({"prompt": "e.x"}, "no column `e.x` in an empty object"),
        ({"prompt": "q.*.x", "completion": "a"}, "`*` in the column of prompt is not a list"),
        ({"references": "q.*"}, "`*` in the column of references is not a list"),
        ({"prompt": "l.*", "completion": "m.*"}, "the `*` of prompt and completion iterate over different lists"),
    ],
)
def test_a_path_that_leads_nowhere_is_a_fault(columns: dict[str, str], words: str) -> None:
    assert fault({"q": "x", "a": {"c": 1}, "l": ["1"], "m": ["2"], "e": {}}, **columns).message == words


@pytest.mark.parametrize(
    ("columns", "hint"),
    [
        ({"prompt": "quesiton", "completion": "answer.text"}, "Did you mean Question?"),
        ({"prompt": "question", "completion": "answer.text"}, "Did you mean Question?"),
        ({"prompt": "Question", "completion": "answer.txt"}, "Did you mean answer.text?"),
        ({"prompt": "Question", "completion": "zzz"}, ""),
    ],
)
def test_a_similar_column_is_suggested(columns: dict[str, str], hint: str) -> None:
    assert fault({"Question": "a", "answer": {"text": "b"}, "": "", " ": ""}, **columns).hint == hint


def test_white_space_around_a_name_is_ignored_unless_a_column_has_it() -> None:
    for key, column in (("en ", "en "), ("en ", "en"), ("en", " en ")):
        assert read({key: "a", "fr": {"x ": "b"}}, prompt=column, completion="fr.x") == [
            {"prompt": "a", "completion": "b"}
        ]
    assert read({"en": "a", "en ": "no"}, prompt="en") == [{"en ": "no", "prompt": "a"}]


def test_a_value_is_found_by_its_path() -> None:
    record = {"meta": {"tags": ["x", "y"]}, "a.b": 1}
    assert path_to("meta.tags.1", record) == ["meta", "tags", "1"]
    assert path_to("a.b", record) == ["a.b"]
    assert value_at(record, ["meta", "tags", "1"]) == "y"
    with pytest.raises(RowFault, match=r"no column `meta\.z`"):
        value_at(record, ["meta", "z"])
