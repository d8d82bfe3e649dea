"""Signals that stop a command at once, or a run when its step is finished and saved; a second one always at once."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from types import FrameType, TracebackType
from typing import Self

from instructgpt_cli.errors import ExitCode

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
# Who stops a process may send two signals at once, or one to it and one to its group: they count as one.
SAME_SIGNAL_SECONDS = 0.5


class StopSignal(KeyboardInterrupt):
    """A signal that asks to stop, by its name. Not `KeyboardInterrupt` itself: where that one leaves code that C has
    started, as in the middle of an import, Python later ends itself by SIGINT whatever the exit code."""


def as_ctrl_c_does() -> None:
    """SIGTERM and SIGHUP unwind as Ctrl-C does, so that nothing is left half-written; a second signal leaves at once.
    nohup's choice stands."""
    heard = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    waiting, first = False, 0.0

    def leave(*_: object) -> None:
        _leave_at_once(first)

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


class StopRequest:
    """While entered, remembers the name of the first signal in `received`, and tells `on_first` of it; every checkpoint
    on disk stays whole."""

    def __init__(self, on_first: Callable[[str], None] = lambda name: None) -> None:
        self.received, self._first = "", 0.0
        self._on_first = on_first
        self._before: dict[signal.Signals, signal._HANDLER] = {}

    def __enter__(self) -> Self:
        for number in SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:  # nohup: the user wants to survive that one
                self._before[number] = signal.signal(number, self._receive)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _receive(self, number: int, frame: FrameType | None) -> None:
        if self.received:
            _leave_at_once(self._first)
            return
        self.received, self._first = signal.Signals(number).name, time.monotonic()
        with suppress(RuntimeError):  # it came amid a line that was being written: one more cannot be
            self._on_first(self.received)


def _leave_at_once(first: float) -> None:
    """For a second signal, amid whatever the process is doing; `first` is when the first came, by time.monotonic()."""
    if time.monotonic() - first <= SAME_SIGNAL_SECONDS:
        return
    with suppress(OSError):  # there may be nobody left to be told
        os.write(2, b"a second signal: left at once, nothing more is saved\n")
    os._exit(ExitCode.INTERRUPTED)


def ignore_signals() -> None:
    """For a process whose result stands, as a signal while the interpreter is taken down must not change the exit code;
    and for a worker: the main process handles signals, and lets it go."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
