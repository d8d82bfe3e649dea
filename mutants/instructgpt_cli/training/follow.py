"""The workers of a run, every rank but 0: they compute what the main process calls for."""

from collections import deque

from instructgpt_cli.training import checkpoint, optimizers
from instructgpt_cli.training.distributed import Call
from instructgpt_cli.training.step import (
    TrainState,
    computing,
    non_finite_rows,
    summed_gradient,
    train_step,
    update,
    validation_loss,
)


def follow(state: TrainState) -> None:
    """Computes until the main process lets this worker go."""
    while True:
        call, number = state.group.hear(state.replicated_parameters)
        if call == Call.LEAVE:
            return
        with computing(state, f"step {number + 1:.0f}" if call == Call.STEP else call.name.lower().replace("_", " ")):
            _compute(state, call, number)


def _compute(state: TrainState, call: Call, number: float) -> None:
    if call == Call.STEP and state.is_sharded:
        train_step(state, state.batch(int(number)), optimizers.clip_norm(state.train), int(number))
    elif call == Call.STEP:
        summed_gradient(state, state.batch(int(number)), int(number))
        state.model.zero_grad(set_to_none=True)
    elif call == Call.UPDATE:
        update(state, number)
    elif call == Call.VALIDATE:
        assert state.validation is not None
        validation_loss(state, state.validation, lambda: False)
    elif call == Call.NON_FINITE_ROWS:
        non_finite_rows(state, state.batch(int(number)))
    elif call == Call.SAVE:
        deque(checkpoint.gathered(state.model, state.optimizers), maxlen=0)
    elif call == Call.LOAD:
        checkpoint.receive(state.model, state.optimizers, state.group)
    elif call == Call.GATHER:
        state.sharded_model.full_state_dict()
