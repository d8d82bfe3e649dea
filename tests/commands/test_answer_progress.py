"""Progress of generating answers."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from instructgpt_cli.commands import answer_progress
from instructgpt_cli.inference.sequences import Completion


class Bar:
    """Records the estimates."""

    def __init__(self) -> None:
        self.left: list[float | None] = []

    def expect(self, seconds: float | None) -> None:
        self.left.append(seconds)

    def update(self, **told: Any) -> None:
        pass

    def advance(self, count: int = 1) -> None:
        pass


def test_the_time_left_is_estimated_from_the_first_token_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """512 prompts, 64 at once, at most 100 tokens each, 20 for all but one of the first; a second a step."""
    now = 0.0
    monkeypatch.setattr(answer_progress.time, "monotonic", lambda: now)
    bar = Bar()
    progress = answer_progress.AnswerProgress(cast(Any, bar), 512, 1, 100)
    assert progress.seconds_left() is None
    unfinished = cast(Any, SimpleNamespace(finish=None))
    for _ in range(20):
        now += 1
        for _ in range(64):
            progress.on_token(unfinished)
    assert bar.left[-1] == pytest.approx((512 * 100 - 64 * 20) / 64)  # none is finished: each may reach the limit
    for _ in range(63):
        progress.on_row([Completion("", 20, "stop")])
    assert bar.left[-1] == pytest.approx(449 * (64 * 20 / 63) / 64)
    progress.on_row("no room")
    assert bar.left[-1] == pytest.approx(448 * (64 * 20 / 63) / 64)


def test_a_stop_token_is_not_counted() -> None:
    progress = answer_progress.AnswerProgress(cast(Any, Bar()), 1, 1, 9)
    for finish in (None, "length", "stop"):
        progress.on_token(cast(Any, SimpleNamespace(finish=finish)))
    assert progress.tokens == 2


def test_an_engine_without_token_events_counts_by_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(answer_progress.time, "monotonic", lambda: now)
    bar = Bar()
    progress = answer_progress.AnswerProgress(cast(Any, bar), 3, 2, 50)
    now = 110.0
    progress.on_row([Completion("", 15, "stop"), Completion("", 5, "stop")])
    assert progress.tokens == 20
    assert bar.left[-1] == pytest.approx(4 * 10 * 10 / 20)  # four answers of ten tokens, at two tokens a second
