"""`report`: the page of a run; what is on it is tested in `tests/run/test_report.py`."""

import json
from pathlib import Path

import pytest

from instructgpt_cli.cli import app
from instructgpt_cli.run import report as page


@pytest.fixture
def run_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(page, "write", lambda folder: folder / "report.html")
    return tmp_path


def test_the_path_of_the_page_is_the_result(run_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["report", str(run_dir)]) == 0
    assert capsys.readouterr() == (f"{run_dir / 'report.html'}\n", "")


def test_keys_of_a_newer_eval_are_warned_about(run_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (run_dir / "eval.json").write_text(json.dumps({"version": 99, "sets": {}, "surprise": 1}))
    assert app.run(["report", str(run_dir)]) == 0
    err = " ".join(capsys.readouterr().err.split())
    assert "eval.json: unknown keys, of a newer version, are not shown: surprise" in err


def test_a_folder_without_a_run_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["report", str(tmp_path / "gone")]) == 2
    assert str(tmp_path / "gone") in capsys.readouterr().err


def test_a_working_folder_that_is_gone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert app.run(["report", "run"]) == 5
    assert "the working folder" in capsys.readouterr().err
