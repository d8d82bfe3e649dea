"""The entry point: what happens before the command line is imported."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from instructgpt_cli.errors import ExitCode


@pytest.mark.parametrize(
    "module", ["instructgpt_cli.cli.command_line", "instructgpt_cli.cli.app", "instructgpt_cli.errors", "typer"]
)
@pytest.mark.parametrize("early", ["SIGTERM", "SIGINT", "SIGHUP", "SIGUSR1"])
def test_a_signal_while_the_command_line_is_imported_exits_silently(early: str, module: str) -> None:
    code = f"""
import os, runpy, signal, sys
class Finder:
    def find_spec(name, *_):
        if name == "{module}":
            os.kill(os.getpid(), signal.{early})
sys.meta_path.insert(0, Finder)
sys.argv = ["instructgpt", "--help"]
runpy.run_module("instructgpt_cli", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.INTERRUPTED, "", "")


def test_the_console_script_starts_as_the_module_does() -> None:
    """If it started with `cli`, a signal during that import would show a traceback."""
    scripts = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert scripts["scripts"] == {"instructgpt": "instructgpt_cli.__main__:main"}


@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP", "SIGUSR1"])
def test_an_ignored_signal_stays_ignored(number: str) -> None:
    """As nohup does it."""
    code = f"""
import os, runpy, signal, sys
signal.signal(signal.{number}, signal.SIG_IGN)
class Finder:
    def find_spec(name, *_):
        if name == "typer":
            os.kill(os.getpid(), signal.{number})
sys.meta_path.insert(0, Finder)
sys.argv = ["instructgpt", "--help"]
runpy.run_module("instructgpt_cli", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage: instructgpt" in done.stdout
