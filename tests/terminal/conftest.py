import sys
from collections.abc import Callable

import pytest
from pseudo_terminal import Terminal

from instructgpt_cli.run.metrics_log import StepMetrics, StepTiming


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Terminal]:
    """`terminal("stderr", columns=80)` replaces a stream by a pseudo-terminal."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR")

    def install(name: str, columns: int = 80) -> Terminal:
        made = Terminal(columns)
        monkeypatch.setattr(sys, name, made.stream)
        return made

    return install


@pytest.fixture
def step() -> Callable[..., tuple[StepMetrics, StepTiming]]:
    """`step(2, 8, loss=0.5)`: the metrics and timing of step 2 of 8."""

    def make(number: int, of: int, loss: float = 0.5) -> tuple[StepMetrics, StepTiming]:
        metrics = StepMetrics(number, number / of, loss, 1e-3, 1.25, targets=100, tokens=400)
        return metrics, StepTiming(number, 0.5 * number, number / of, 8000.0, 2000.0, seconds_left=0.5 * (of - number))

    return make
