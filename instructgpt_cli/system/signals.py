"""Signals that stop a command, whatever it is doing."""

import os
import signal
import time
from threading import Timer
from types import FrameType

from instructgpt_cli.errors import StopSignal, leave_at_once

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def as_ctrl_c_does() -> None:
    """SIGTERM and SIGHUP unwind as Ctrl-C does, so that nothing is left half-written; a second signal leaves at once.
    nohup's choice stands."""
    heard = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    waiting, first = False, 0.0

    def leave(*_: object) -> None:
        leave_at_once(first)

    def again(number: int) -> None:
        nonlocal waiting
        waiting = False
        os.kill(os.getpid(), number)

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal waiting, first
        if waiting:
            leave()
            return
        first = first or time.monotonic()
        if _is_importing(frame):  # many a library swallows what is raised there, or takes it for a missing module
            waiting = True
            timer = Timer(0.02, again, (number,))
            timer.daemon = True
            timer.start()
            return
        for each in heard:
            signal.signal(each, leave)
        raise StopSignal(signal.Signals(number).name)

    for number in heard:
        signal.signal(number, stop)


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False


def no_more() -> None:
    """The result stands: a signal while the interpreter is taken down must not change the exit code."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
