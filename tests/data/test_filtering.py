"""`where` of a source: which records are kept, and the message if none is."""

from typing import Any

import pytest

from instructgpt_cli.data.filtering import Filter
from instructgpt_cli.data.turns import RowFault


def kept(where: str, *records: dict[str, Any]) -> list[int]:
    source = Filter(where)
    return [number for number, record in enumerate(records) if source.keeps(record)]


def test_records_that_satisfy_the_condition_are_kept() -> None:
    labels = [{"label": label} for label in (True, False, None, 1, "true", "True")]
    assert kept("label == true", *labels, {}) == [0, 4, 5]
    assert kept("label == null", *labels, {}) == [2, 6]
    assert kept("n >= 4.5", {"n": 4}, {"n": "10"}, {"n": 4.5}, {"n": "x"}) == [1, 2]


def test_a_dot_reaches_into_a_column() -> None:
    records = [{"meta": {"lang": "en"}}, {"meta": {"lang": "fr"}}, {"meta": None}, {}, {"meta.lang": "en"}]
    assert kept("meta.lang == 'en'", *records) == [0, 4]


def test_found_is_true_once_a_record_was_kept() -> None:
    source = Filter("n == 1")
    assert not source.found
    source.keeps({"n": 1})
    source.keeps({"n": 2})
    assert source.found


def test_without_a_kept_record_the_values_of_the_column_are_shown() -> None:
    source = Filter("label == 'good'")
    for label in ("bad", "bad", "ugly", None, "worse"):
        assert not source.keeps({"label": label, "x": 1})
    assert source.nothing() == "none of its 5 rows satisfies where: label == 'good'"
    assert source.hint() == '`label` has values such as "bad", "ugly", null.'


def test_without_the_column_a_similar_one_is_suggested() -> None:
    source = Filter("labl == true")
    source.keeps({"prompt": "a", "label": True})
    assert source.nothing().endswith("; no row has the column `labl`")
    assert source.hint() == "Did you mean label?"
    other = Filter("zzz == true")
    other.keeps({"prompt": "a", "label": True})
    assert other.hint() == "The columns are `prompt`, `label`."


def test_a_list_cannot_be_compared_and_stops_the_file() -> None:
    with pytest.raises(RowFault) as caught:
        Filter("tags == 'a'").keeps({"tags": ["a"]})
    assert caught.value.message == "`tags` is a list, which where cannot compare"
    assert "tags.0" in caught.value.hint
    assert caught.value.always
