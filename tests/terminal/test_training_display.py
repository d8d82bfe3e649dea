"""Progress of training: lines through a pipe, events with --json, a bar on a terminal."""

import json
import re
from typing import Any

import pytest

from instructgpt_cli.terminal import training_display
from instructgpt_cli.terminal.console import Console


def test_training_through_a_pipe(step: Any, capsys: Any, monkeypatch: Any) -> None:
    clock = iter(range(0, 1000, 2))
    monkeypatch.setattr(training_display.time, "monotonic", lambda: float(next(clock)))
    with Console().training("finetune", 8) as display:
        for number in range(1, 9):
            display.on_step(*step(number, 8))
            if number == 4:
                display.on_validation(4, 0.25)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        "finetune  12%  step 1/8  loss 0.5000  3.5s left  2.00k targets/s  lr 1.00e-03\n"
        "finetune  50%  step 4/8  loss 0.5000  2.0s left  2.00k targets/s  lr 1.00e-03\n"
        "step 4: validation loss 0.2500\n"
        "finetune  88%  step 7/8  loss 0.5000  0.5s left  2.00k targets/s  lr 1.00e-03\n"
        "finetune 100%  step 8/8  loss 0.5000  2.00k targets/s  lr 1.00e-03\n"
    )


def test_training_as_events(step: Any, capsys: Any) -> None:
    with Console(json=True, quiet=True).training("finetune") as display:
        display.on_step(*step(1, 2, loss=float("nan")))
        display.on_validation(1, 0.25)
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events] == ["step", "validation"]
    assert events[0]["loss"] is None
    assert events[0]["targets_per_second"] == 2000.0


@pytest.mark.parametrize("columns", [120, 60, 30, 10])
def test_training_on_a_terminal(columns: int, step: Any, terminal: Any) -> None:
    screen = terminal("stderr", columns)
    console = Console()
    with console.training("finetune", 2) as display:
        display.on_step(*step(1, 2))
        display.on_validation(1, 0.25)
        console.message("a checkpoint")
        display.on_step(*step(2, 2))
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", screen.text())
    words = " ".join(shown.split())  # lines above the bar are folded to the terminal
    assert "step 1: validation loss 0.2500" in words
    assert "a checkpoint" in words
    assert ("lr 1.00e-03" in shown) is (columns == 120)
    if columns >= 30:
        assert "step 2/2" in shown


def test_the_last_step_is_shown_once(step: Any, capsys: Any) -> None:
    with Console().training("finetune", 1) as display:
        display.on_step(*step(1, 1))
    assert capsys.readouterr().err.count("step 1/1") == 1


def test_the_step_metrics_of_a_run_have_what_is_shown(step: Any) -> None:
    """The protocols name fields of dataclasses that this room does not import."""
    metrics, timing = step(1, 2)
    shown = (training_display.StepMetricsLike, metrics), (training_display.StepTimingLike, timing)
    for protocol, found in shown:
        names = [name for name, value in vars(protocol).items() if isinstance(value, property)]
        assert names
        assert set(names) <= found.__dataclass_fields__.keys()
