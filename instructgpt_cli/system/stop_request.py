"""Signals that ask a run to stop: the current step is finished and saved; a second signal leaves at once."""

import signal
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Self

from instructgpt_cli.errors import leave_at_once

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


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
            leave_at_once(self._first)
            return
        self.received, self._first = signal.Signals(number).name, time.monotonic()
        with suppress(RuntimeError):  # it came amid a line that was being written: one more cannot be
            self._on_first(self.received)


def ignore_signals() -> None:
    """For a worker: the main process handles signals, and lets it go."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
