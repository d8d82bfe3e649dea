"""Files that are complete already, and files that hold something else."""

import json
from pathlib import Path
from typing import Any

import pytest
from generating import ask

from instructgpt_cli.commands.generate import finished_answers
from instructgpt_cli.errors import UsageError


def test_complete_answers_with_other_settings_are_refused(tiny_model_folder: Path, tmp_path: Path, capsys: Any) -> None:
    out = str(tmp_path / "out.jsonl")
    ask(tiny_model_folder, "a", "b", output=out)
    with pytest.raises(UsageError, match=r"is complete, but was generated differently: top_k was 0 and is now 3$"):
        ask(tiny_model_folder, "a", "b", output=out, resume=True, settings={"top_k": 3})
    ask(tiny_model_folder, "a", "b", output=out, resume=True)
    assert "already complete" in capsys.readouterr().err
    with pytest.raises(UsageError, match="does not hold the answers to these prompts"):
        ask(tiny_model_folder, "a", "c", output=out, resume=True)


def test_resume_does_not_take_another_file_for_answers(tiny_model_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.jsonl"
    for other in ("my notes\n", "", json.dumps({"index": 0, "prompt": "b"}) + "\n"):
        target.write_text(other)
        with pytest.raises(UsageError, match="does not hold the answers to these prompts"):
            ask(tiny_model_folder, "a", output=str(target), resume=True)
        assert target.read_text() == other
    ask(tiny_model_folder, "a", output=str(target))
    ask(tmp_path / "no model is needed", "a", output=str(target), resume=True)


def lines(*prompts: str) -> str:
    return "".join(json.dumps({"index": i, "prompt": prompt}) + "\n" for i, prompt in enumerate(prompts))


def test_a_file_answers_prompts_in_order_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    file.write_text(lines("a", "b"))
    assert finished_answers.answers_to(file, ["a", "b"])
    for others in (["a"], ["b", "a"], ["a", "b", "c"], []):
        assert not finished_answers.answers_to(file, others)


def test_complete_answers_of_a_killed_start_are_moved_into_place(tmp_path: Path) -> None:
    file, partial = tmp_path / "out.jsonl", tmp_path / ".partial-out.jsonl"
    partial.write_text(lines("a", "b"))
    identity = tmp_path / ".partial-out.jsonl.json"
    identity.touch()
    finished_answers.settle_left(file, ["a", "b"])
    assert not file.exists()  # with an identity, they are to be resumed
    identity.unlink()
    finished_answers.settle_left(file, ["a", "b", "c"])
    assert not file.exists()
    finished_answers.settle_left(file, ["a", "b"])
    assert file.read_text() == lines("a", "b")
