"""Signals that ask a run to stop: the first is remembered, the second leaves at once."""

import os
import signal
import subprocess
import sys

import pytest

from instructgpt_cli.errors import SAME_SIGNAL_SECONDS, ExitCode
from instructgpt_cli.system.stop_request import StopRequest

PROGRAM = """
import os, signal, time
from instructgpt_cli.system.stop_request import StopRequest
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


@pytest.mark.parametrize("first", ["SIGTERM", "SIGINT"])
def test_the_first_signal_is_remembered_and_an_ignored_one_is_not(first: str) -> None:
    done = run(first, "pass")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{signal.Signals[first].name}\non\n", "")


def test_the_first_signal_is_told_of_at_once() -> None:
    """Where it comes amid a line that is being written, Python allows no other; that is no reason to fail."""
    told: list[str] = []

    def tell(name: str) -> None:
        told.append(name)
        raise RuntimeError("reentrant call inside")

    with StopRequest(tell) as stop:
        os.kill(os.getpid(), signal.SIGTERM)
    assert (stop.received, told) == ("SIGTERM", ["SIGTERM"])


def test_the_second_signal_leaves_at_once() -> None:
    done = run("SIGTERM", f"time.sleep({SAME_SIGNAL_SECONDS}); os.kill(os.getpid(), signal.SIGINT)")
    told = "a second signal: left at once, nothing more is saved\n"
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.INTERRUPTED, "SIGTERM\n", told)


def test_two_that_come_together_are_one() -> None:
    """As systemd's SendSIGHUP and GNU timeout send them."""
    done = run("SIGTERM", "os.kill(os.getpid(), signal.SIGINT)")
    assert (done.returncode, done.stdout, done.stderr) == (0, "SIGTERM\non\n", "")
