"""Rows -> answers: their order, their records, rows that cannot be answered."""

import json
from pathlib import Path
from typing import Any

import pytest
from generating import LONG, ask, records

from instructgpt_cli.commands.generate import answer_rows
from instructgpt_cli.errors import DataError


def test_rows_are_answered_in_order_and_their_own_answers_ignored(
    tiny_model_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["z" * 30, "a", "middle one", "b"]
    rows = [{"prompt": text, "completion": "ignored", "task": f"t{i}"} for i, text in enumerate(asked)]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    bare = tmp_path / "bare.jsonl"
    bare.write_text("\n".join(json.dumps({"prompt": text}) for text in asked), encoding="utf-8")
    ask(tiny_model_folder, input=str(file), settings={"batch_size": 2})
    found = records(capsys.readouterr().out)
    assert [(r["index"], r["prompt"], r["task"]) for r in found] == [(i, t, f"t{i}") for i, t in enumerate(asked)]
    ask(tiny_model_folder, input=str(bare))
    assert [r["answer"] for r in records(capsys.readouterr().out)] == [r["answer"] for r in found]
    ask(tiny_model_folder, *asked)
    assert [r["answer"] for r in records(capsys.readouterr().out)] == [r["answer"] for r in found]


def test_windows_do_not_change_order_or_answers(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["a" * n for n in (9, 1, 5, 3, 7)]
    settings = {"temperature": 1.5, "num_return_sequences": 2}
    ask(tiny_model_folder, *words, settings=settings)
    whole = capsys.readouterr().out
    monkeypatch.setattr(answer_rows, "WINDOW", 2)
    ask(tiny_model_folder, *words, settings=settings)
    assert capsys.readouterr().out == whole
    assert [len(r["answers"]) for r in records(whole)] == [2] * 5


def test_a_row_without_room_has_an_error_and_the_others_answers(
    tiny_model_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(tiny_model_folder, "short", LONG)
    out, err = capsys.readouterr()
    first, second = records(out)
    assert first["tokens"] == 6
    assert "answer" not in second
    assert "leaves no room" in second["error"]
    assert "1 of 2 prompts could not be answered" in err
    for words in ([LONG], [LONG, LONG]):
        with pytest.raises(DataError, match="leaves no room"):
            ask(tiny_model_folder, *words)


def test_unused_columns_of_the_input_are_in_the_output(tiny_model_folder: Path, tmp_path: Path, capsys: Any) -> None:
    pytest.importorskip("pyarrow")
    import datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [
        {"id": "q7", "prompt": "a", "meta": {"n": [1, 2.5]}, "day": datetime.date(2026, 1, 2), "tokens": 3, "x": None},
        {"id": "q8", "prompt": "b", "meta": {"n": [float("nan")]}, "day": None, "tokens": 4, "x": 1},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "rows.parquet")
    ask(tiny_model_folder, input=str(tmp_path / "rows.parquet"))
    out, err = capsys.readouterr()
    first, second = records(out)
    assert (first["id"], first["meta"], first["day"], first["x"]) == ("q7", {"n": [1.0, 2.5]}, "2026-01-02", None)
    assert (second["id"], second["meta"]) == ("q8", {"n": [None]})
    assert first["tokens"] == 6
    assert "input columns `tokens` are not in the output" in err


def test_a_prompt_that_is_not_unicode_has_an_error(tiny_model_folder: Path, tmp_path: Path) -> None:
    ask(tiny_model_folder, "a", "a\udcff", output=str(tmp_path / "out.jsonl"))
    good, bad = records((tmp_path / "out.jsonl").read_text("utf-8"))
    assert "answer" in good
    assert bad["prompt"] == "a\udcff"
    assert "lone surrogate U+DCFF" in bad["error"]
