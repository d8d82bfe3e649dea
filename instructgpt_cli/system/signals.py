"""Stop signals: the first stops a command, or a run after its step is saved; a second one exits at once.

SIGUSR1 is one of them: Slurm's usual warning before a time limit (`--signal=USR1@120`).
"""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from types import FrameType, TracebackType
from typing import Self

from instructgpt_cli.errors import ExitCode

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1)
# Two signals in quick succession, or one to the process and one to its group, count as one.
SAME_SIGNAL_SECONDS = 0.5

Handler = Callable[[int, FrameType | None], object] | int | signal.Handlers | None


class _Stop:
    """Whether this process has received a stop signal, and why if it sent the signal itself."""

    def __init__(self) -> None:  # not a dataclass, whose import would slow every start down
        self.has_come = False
        self.reason = ""


_stop = _Stop()


class StopSignal(KeyboardInterrupt):
    """A stop signal, by name. Not a plain `KeyboardInterrupt`: if that one passes through C code, as during an import,
    Python later kills itself with SIGINT, whatever the exit code."""


def install_handlers() -> None:
    """Make SIGTERM, SIGHUP, SIGUSR1 and Ctrl-C raise `StopSignal`, so that nothing is left half-written.

    A second signal exits at once. Ignored signals (nohup) stay ignored.
    """
    handled = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    waiting, first = False, 0.0

    def exit_now(*_: object) -> None:
        _exit_now(first)

    def again(number: int) -> None:
        nonlocal waiting
        waiting = False
        os.kill(os.getpid(), number)

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal waiting, first
        if waiting:
            exit_now()
            return
        first, _stop.has_come = first or time.monotonic(), True
        if _is_importing(frame):  # libraries swallow exceptions there, or take them for a missing module
            waiting = True
            timer = Timer(0.02, again, (number,))
            timer.daemon = True
            timer.start()
            return
        for each in handled:
            signal.signal(each, exit_now)
        raise StopSignal(_name(number))

    for number in handled:
        signal.signal(number, stop)


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False


class StopRequest:
    """Context in which the first stop signal is recorded in `received` and passed to `on_first`, by name, instead of
    being raised; a second one exits at once."""

    def __init__(self, on_first: Callable[[str], None] = lambda name: None) -> None:
        self.received, self._first = "", 0.0
        self._on_first = on_first
        self._before: dict[signal.Signals, Handler] = {}

    def __enter__(self) -> Self:
        for number in SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:  # nohup: the user wants it ignored
                self._before[number] = signal.signal(number, self._receive)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _receive(self, number: int, frame: FrameType | None) -> None:
        if self.received:
            _exit_now(self._first)
            return
        self.received, self._first, _stop.has_come = _name(number), time.monotonic(), True
        with suppress(RuntimeError):  # it interrupted a write to the same stream, which cannot be re-entered
            self._on_first(self.received)


def request_stop(reason: str) -> None:
    """Stop this process as a first stop signal would, with `reason` in place of its name. Without effect after a signal
    has come. Any thread may call it."""
    if not _stop.has_come:
        _stop.reason = reason
        os.kill(os.getpid(), signal.SIGTERM)


def pass_on(on_first: Callable[[str], None]) -> None:
    """Do not stop at stop signals: `on_first` is called with the name of the first one, the others are ignored."""

    def receive(number: int, frame: FrameType | None) -> None:
        for each in SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        on_first(_name(number))

    for number in SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, receive)


def _name(number: int) -> str:
    return _stop.reason or signal.Signals(number).name


def _exit_now(first: float) -> None:
    """Exit at a second signal, whatever the process is doing. `first` is the time.monotonic() of the first one."""
    if time.monotonic() - first <= SAME_SIGNAL_SECONDS:
        return
    with suppress(OSError):  # stderr may be closed
        os.write(2, b"second signal: exiting now, nothing more is saved\n")
    os._exit(ExitCode.INTERRUPTED)


def ignore_signals() -> None:
    """Ignore stop signals: in a process that is done, so that one during interpreter shutdown does not change the exit
    code, and in workers, which the main process stops."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
