"""Stop signals: the first is raised or recorded, the second exits at once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from instructgpt_cli.errors import ExitCode
from instructgpt_cli.system.signals import SAME_SIGNAL_SECONDS, StopRequest

PROGRAM = """
import os, signal, time
from instructgpt_cli.system.signals import StopRequest
signal.signal(signal.SIGHUP, signal.SIG_IGN)
with StopRequest() as stop:
    os.kill(os.getpid(), signal.SIGHUP)
    assert not stop.received
    os.kill(os.getpid(), signal.{first})
    print(stop.received, flush=True)
    {second}
print("on", flush=True)
"""


def run(first: str, second: str) -> subprocess.CompletedProcess[str]:
    text = PROGRAM.format(first=first, second=second)
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("first", ["SIGTERM", "SIGINT", "SIGUSR1"])
def test_the_first_signal_is_recorded_unless_it_was_ignored(first: str) -> None:
    done = run(first, "pass")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{signal.Signals[first].name}\non\n", "")


def test_the_callback_runs_at_once_and_may_fail() -> None:
    """If the signal interrupts a write, Python forbids another one to the same stream."""
    names: list[str] = []

    def tell(name: str) -> None:
        names.append(name)
        raise RuntimeError("reentrant call inside")

    with StopRequest(tell) as stop:
        os.kill(os.getpid(), signal.SIGTERM)
    assert (stop.received, names) == ("SIGTERM", ["SIGTERM"])


def test_a_second_signal_ends_a_run_at_once() -> None:
    done = run("SIGTERM", f"time.sleep({SAME_SIGNAL_SECONDS}); os.kill(os.getpid(), signal.SIGINT)")
    message = "second signal: exiting now, nothing more is saved\n"
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.INTERRUPTED, "SIGTERM\n", message)


def test_two_signals_in_quick_succession_count_as_one() -> None:
    """As systemd's SendSIGHUP and GNU timeout send them."""
    done = run("SIGTERM", "os.kill(os.getpid(), signal.SIGINT)")
    assert (done.returncode, done.stdout, done.stderr) == (0, "SIGTERM\non\n", "")


@pytest.mark.parametrize("second", ["SIGTERM", "SIGINT", "SIGHUP", "SIGUSR1"])
def test_a_second_signal_ends_a_command_at_once(second: str) -> None:
    code = f"""
import os, signal, time
from instructgpt_cli.system import signals as stopping
stopping.install_handlers()
try:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(9)
except KeyboardInterrupt as stopped:
    assert str(stopped) == "SIGTERM"
    os.kill(os.getpid(), signal.{second})  # with the first
    time.sleep({SAME_SIGNAL_SECONDS})
    print("saved", flush=True)
    os.kill(os.getpid(), signal.{second})
    time.sleep(9)
"""
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (ExitCode.INTERRUPTED, "saved\n")
    assert done.stderr == "second signal: exiting now, nothing more is saved\n"
    assert time.monotonic() - began < 9


@pytest.mark.parametrize("twice", [False, True])
def test_a_signal_during_an_import_is_raised_after_it(tmp_path: Path, twice: bool) -> None:
    again = f"    time.sleep({SAME_SIGNAL_SECONDS})\n    os.kill(os.getpid(), signal.SIGTERM)\n"
    (tmp_path / "greedy.py").write_text(
        "import os, signal, time\n"
        "try:\n" + "    os.kill(os.getpid(), signal.SIGTERM)\n" + again * twice + "    print('imported')\n"
        "except BaseException:\n"
        "    print('swallowed')\n"
    )
    code = """
import sys, time
from instructgpt_cli.system import signals as stopping
stopping.install_handlers()
try:
    import greedy
    time.sleep(9)
except KeyboardInterrupt:
    sys.exit(75)
"""
    words, began = [sys.executable, "-uc", code], time.monotonic()
    done = subprocess.run(words, check=False, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (75, "" if twice else "imported\n")
    assert time.monotonic() - began < 9


def test_a_signal_below_c_code_keeps_the_exit_code(tmp_path: Path) -> None:
    code = """
import ctypes, os, signal, sys
from instructgpt_cli.system import signals as stopping
stopping.install_handlers()
start = ctypes.pythonapi.PyRun_String
start.restype, start.argtypes = ctypes.py_object, [ctypes.c_char_p, ctypes.c_int, ctypes.py_object, ctypes.py_object]
script = b"import os, signal, time; os.kill(os.getpid(), signal.SIGTERM); time.sleep(9)"
try:
    start(script, 257, {"__builtins__": __builtins__}, {})  # 257: a file's worth of statements
except KeyboardInterrupt:
    sys.exit(75)
"""
    (tmp_path / "started.py").write_text(code)
    assert subprocess.run([sys.executable, "-m", "started"], check=False, cwd=tmp_path).returncode == 75


def output_of(code: str) -> str:
    return subprocess.run([sys.executable, "-uc", code], check=True, capture_output=True, text=True).stdout


def test_a_thread_stops_its_process_with_a_reason_unless_a_signal_has_come() -> None:
    code = """
import os, signal, time
from threading import Thread
from instructgpt_cli.system.signals import StopRequest, request_stop
with StopRequest(print) as stop:
    for reason in ("SIGTERM on rank 1", "SIGTERM on rank 2"):
        thread = Thread(target=request_stop, args=(reason,))
        thread.start(), thread.join(), time.sleep({apart})
    print(stop.received, "in time")
"""
    assert output_of(code.format(apart=SAME_SIGNAL_SECONDS)) == "SIGTERM on rank 1\nSIGTERM on rank 1 in time\n"


def test_signals_are_passed_on_once_and_do_not_stop() -> None:
    code = f"""
import os, signal, time
from instructgpt_cli.system.signals import pass_on
signal.signal(signal.SIGHUP, signal.SIG_IGN)
pass_on(print)
for number in (signal.SIGHUP, signal.SIGUSR1, signal.SIGTERM):
    os.kill(os.getpid(), number)
    time.sleep({SAME_SIGNAL_SECONDS})
print("goes on")
"""
    assert output_of(code) == "SIGUSR1\ngoes on\n"
