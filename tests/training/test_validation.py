"""The validation loss: the mean over all targets, whatever the micro-batches, on every rank."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from processes import on_ranks
from train_states import make_state

from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.step import TrainState
from instructgpt_cli.training.validation import validation_loss

MakeTrainState = Callable[..., TrainState]


def test_it_does_not_depend_on_micro_batches_and_can_be_left(train_state: MakeTrainState) -> None:
    state = train_state(validate=True)
    found = {
        limit: validation_loss(replace(state, micro_batch_tokens=limit), state.dataset, lambda: False)
        for limit in (60, 200, 100_000)
    }
    assert found[60] == pytest.approx(found[100_000], rel=1e-6)
    assert found[200] == pytest.approx(found[100_000], rel=1e-6)
    assert validation_loss(state, state.dataset, lambda: True) is None


def validating(group: ProcessGroup, folder: Path, expected: float) -> None:
    state = make_state(folder, group, precision="fp32", micro_batch_tokens=150)
    assert validation_loss(state, state.dataset, lambda: False) == pytest.approx(expected, rel=1e-6)
    asked: list[int] = []
    assert validation_loss(state, state.dataset, lambda: bool(asked.append(1))) is not None
    assert bool(asked) == group.is_main


def test_ranks_share_it_and_rank_0_is_asked(additions: Path, tiny_model_folder: Path) -> None:
    (additions / "model").symlink_to(tiny_model_folder)
    alone = make_state(additions, precision="fp32")
    expected = validation_loss(alone, alone.dataset, lambda: False)
    assert on_ranks(validating, additions, expected) == [0, 0]
