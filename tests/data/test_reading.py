"""How rows are interpreted and which columns are not used, summed over the rows of a source."""

import json
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.data import reading, sources
from instructgpt_cli.data.reading import Reading, reading_of
from instructgpt_cli.data.types import Layout, Row
from instructgpt_cli.recipe.data_schema import Source


def summary(path: Path, *records: dict[str, Any], **options: Any) -> tuple[str, str]:
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    found = reading_of(sources.rows(Source(path=str(path), **options)))
    return found.layout(), found.not_used()


def test_one_layout_is_described_without_counts() -> None:
    counts = reading_of([Row("a", i, layout=Layout("pairs", ("id",))) for i in range(3)])
    assert (counts.rows, counts.layout(), counts.not_used()) == (3, "pairs", "`id`")


def test_several_layouts_and_rare_columns_come_with_counts() -> None:
    rows = [Row("a", 0, layout=Layout("pairs")), Row("a", 1, layout=Layout("text", ("id",)))]
    counts = reading_of([*rows, rows[0]])
    assert counts.layout() == "pairs (2 rows); text (1 row)"
    assert counts.not_used() == "`id` (1 row)"


def test_rows_without_columns_are_not_counted() -> None:
    counts = reading_of([Row("a", 0, "text")])
    assert (counts.rows, counts.layout(), counts.not_used()) == (0, "", "")


def test_unread_keys_of_turns_and_advice_are_listed() -> None:
    counts = Reading()
    counts.note(Layout("turns", ("rejected",), ("rejected answers are not trained on",)), ("name",))
    assert counts.not_used() == "`rejected` (rejected answers are not trained on); of the turns `name`"


def test_counts_of_later_rows_are_added() -> None:
    first, later = Reading(), Reading()
    first.note(Layout("pairs", ("id",)))
    later.note(Layout("pairs", ("id", "n")), ("name",))
    first.add(later)
    assert first == Reading(2, {"pairs": 2}, {"id": 2, "n": 1}, {"name": 1})


def test_the_number_of_names_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row may have columns of its own."""
    monkeypatch.setattr(reading, "MOST_NAMES", 3)
    counts, later = Reading(), Reading()
    counts.note(Layout("pairs", ("a", "b", "c", "d", "a")))
    later.note(Layout("pairs", ("e", "a")))
    counts.add(later)
    assert counts.unused == {"a": 3, "b": 1, "c": 1}


def test_layout_and_unused_columns_of_files(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    orca = {"id": 1, "system_prompt": "s", "question": "q", "response": "r", "model": "m"}
    pair = "the prompt in `question`, the answer in `response`"
    assert summary(path, orca) == (pair, "`id`, `model`")
    assert summary(path, orca, columns={"group": "model", "task": "id"}) == (pair, "")
    mapped = summary(path, {"q": 1, "a": 2}, columns={"prompt": "q", "output": "a"})
    assert mapped == ("the prompt in `q`, the answer in `a`", "")
    assert summary(path, {"text": "a", "label": 1}) == ("raw text in `text`", "`label`")
    right = {"question": "q", "response": "r", "targets": ["r", "s"]}
    advice = "`targets` (more correct answers in `targets`? columns: {references: targets})"
    assert summary(path, right) == (pair, advice)
    assert summary(path, right, columns={"references": "targets"}) == (f"{pair}, references in `targets`", "")
    first = "the prompt in `question`, references in `response`, the first of them the answer"
    assert summary(path, right, columns={"references": "response"}) == (first, "`targets`")
    talk = {"messages": [{"role": "user", "content": "q"}], "targets": ["r"]}
    chat = summary(path, talk, columns={"references": "targets"})
    assert chat == ("turns in `messages`, references in `targets`", "")


def test_a_column_that_where_compares_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = {"id": 1, "question": "q", "response": "r", "meta": {"lang": "en"}}
    assert summary(path, record, where="meta.lang == 'en'")[1] == "`id`"
    assert summary(path, record, where="id == 1")[1] == "`meta`"


def test_a_column_that_appears_late_is_reported_like_the_others(tmp_path: Path) -> None:
    early = {"problem": "p", "solution": "s", "id": 1}
    late = {**early, "source": "cn_k12", "context": "c"}
    layout, unused = summary(tmp_path / "a.jsonl", *[early] * 10, late)
    pair = "the prompt in `problem`{}, the answer in `solution` ({})"
    assert layout == "; ".join((pair.format("", "10 rows"), pair.format(" and `context`", "1 row")))
    assert unused == "`id`, `source` (1 row)"
