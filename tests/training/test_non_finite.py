"""Errors of a step whose loss or gradient is not finite name the rows that caused it."""

from collections.abc import Callable

import torch

from instructgpt_cli.training.non_finite import non_finite_rows, not_finite
from instructgpt_cli.training.step import TrainState

MakeTrainState = Callable[..., TrainState]


def test_rows_are_named_by_file_and_line(train_state: MakeTrainState) -> None:
    state = train_state()
    batch = state.batch(0)
    assert non_finite_rows(state, batch) == []
    error = not_finite(state, batch, 0, 1.5, float("inf"))
    assert error.message == "step 1: the norm of the gradient is inf"
    with torch.no_grad():
        state.model.get_input_embeddings().weight[:] = float("nan")
    assert sorted(non_finite_rows(state, batch)) == sorted(state.dataset.place(int(i)) for i in batch.step.sequences)
    error = not_finite(state, batch, 4, float("nan"), 1.0)
    assert error.message.startswith("step 5: the loss is nan; all its rows, the first ")
    assert error.message.count("rows.jsonl:") == 5
    assert "train.lr" in error.hint
