"""Running a command line: exit codes, broken streams, signals and odd environments."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli import errors
from instructgpt_cli.cli import app, failures


def test_out_of_memory_while_an_error_is_reported(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def report(_: BaseException) -> int:
        raise MemoryError

    monkeypatch.setattr(failures, "report", report)
    assert app.run(["finetune", "none.yaml"]) == 5
    assert capfd.readouterr().err == "error: out of memory\n"


def test_a_wrong_recipe_is_reported_before_torch_is_imported(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("output_dirr: x\ntrain: {lr: fast}\n", encoding="utf-8")
    program = (
        "import sys; from instructgpt_cli.cli.app import run; code = run(['finetune', 'r.yaml']);"
        "print(code, [m for m in ('torch', 'transformers', 'datasets', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout == "2 []\n"
    assert "r.yaml:1: output_dirr: unknown key. Did you mean output_dir?" in done.stderr
    assert "r.yaml:2: train.lr:" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["pretrain", "r.yaml"],
        ["finetune", "{recipe}", "--dry-run"],
        ["eval", "{recipe}"],
        ["inspect", "{recipe}"],
        ["generate", "{recipe}"],
        ["generate", "some-org/some-model"],
        ["report", "run"],
        ["recipes", "copy", "quickstart"],
    ],
    ids=" ".join,
)
def test_a_removed_working_folder_is_reported(words: list[str], nowhere: str, stand_in: Any, capsys: Any) -> None:
    """Before torch is imported, which would abort the process."""
    calls = [stand_in(name) for name in ("train", "eval", "inspect", "generate")]
    assert app.run([word.format(recipe=nowhere) for word in words]) == errors.ExitCode.RESOURCES
    printed = capsys.readouterr()
    assert printed.err.startswith("error: the working folder was removed")
    assert (printed.out, calls) == ("", [[], [], [], []])


def test_commands_that_need_no_working_folder_work_without_one(nowhere: str) -> None:
    for words in (["--help"], ["finetune", "-h"], ["--version"], ["recipes", "list"], ["recipes", "show", "lora"]):
        assert app.run(words) == 0
    assert app.run(["recipes", "copy", "lora", str(Path(nowhere).parent)]) == 0


def test_a_closed_pipe_ends_the_command_quietly() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "instructgpt_cli", "recipes", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    printed = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), printed) == (failures.READER_GONE, b"")


def test_a_closed_stderr_stops_nothing() -> None:
    """Not even a library that writes there later."""
    program = (
        "import sys; from instructgpt_cli.terminal.console import Console; Console().message('a'); "
        "sys.stderr.write('b'); sys.stderr.flush(); print('finished')"
    )
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=writer)
    os.close(writer)
    assert (done.returncode, done.stdout) == (0, b"finished\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_an_error() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "instructgpt_cli", "recipes", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert (done.returncode, done.stderr.split("\n")[0]) == (5, "error: standard output: No space left on device")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_not_stop_a_command(closed: str, tmp_path: Path) -> None:
    command = f'exec "{sys.executable}" -m instructgpt_cli recipes copy NAME {closed}'
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("error: NAME: no such recipe") or "2>&-" in closed
    assert list(tmp_path.iterdir()) == []


def test_a_bare_environment_is_enough(tmp_path: Path) -> None:
    """No HOME, the C locale, and text that is not ASCII."""
    (tmp_path / "r.yaml").write_text("模型: 1\n", encoding="utf-8")
    for locale in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}):
        done = subprocess.run(
            [sys.executable, "-m", "instructgpt_cli", "finetune", "r.yaml"],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], **locale},
            capture_output=True,
        )
        assert done.returncode == 2
        assert b"r.yaml:1: " in done.stderr
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("late", ["SIGTERM", "SIGINT", "SIGHUP", "SIGUSR1"])
def test_a_signal_during_shutdown_does_not_change_the_exit_code(late: str) -> None:
    code = f"""
import atexit, os, signal, sys
from instructgpt_cli.cli import app as cli
atexit.register(os.kill, os.getpid(), signal.{late})
sys.argv = ["instructgpt", "recipes", "list"]
cli.main()
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("late", ["SIGTERM", "SIGINT", "SIGHUP", "SIGUSR1"])
def test_a_signal_while_an_error_is_reported_shows_no_traceback(late: str) -> None:
    code = f"""
import os, signal, sys, time
from instructgpt_cli.cli import app as cli; from instructgpt_cli.cli import failures as faults
def report(error):
    os.kill(os.getpid(), signal.{late})
    time.sleep(9)
faults.report = report
sys.argv = ["instructgpt", "finetune", "missing.yaml"]
cli.main()
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (75, "")


def test_python_without_docstrings_is_refused() -> None:
    """Transformers reads its own docstrings during import; help does not need it."""
    command = [sys.executable, "-OO", "-m", "instructgpt_cli"]
    done = subprocess.run([*command, "generate", "somewhere"], capture_output=True, text=True)
    assert done.returncode == errors.ExitCode.USAGE
    assert "Python runs without docstrings (-OO, PYTHONOPTIMIZE=2)" in done.stderr
    assert subprocess.run([*command, "--help"], capture_output=True).returncode == errors.ExitCode.OK
