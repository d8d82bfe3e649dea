"""The workers of a run, every rank but 0: they compute what the main process calls for."""

from collections import deque

from instructgpt_cli.training import checkpoint, optimizers
from instructgpt_cli.training.distributed import Call
from instructgpt_cli.training.step import (
    Job,
    computing,
    rows_to_blame,
    summed_gradient,
    train_step,
    update,
    validation_loss,
)


def follow(job: Job) -> None:
    """Computes until the main process lets this worker go."""
    while True:
        call, number = job.group.hear(job.replicated_parameters)
        if call == Call.LEAVE:
            return
        with computing(job, f"step {number + 1:.0f}" if call == Call.STEP else call.name.lower()):
            _compute(job, call, number)


def _compute(job: Job, call: Call, number: float) -> None:
    if call == Call.STEP and job.is_sharded:
        train_step(job, job.batch(int(number)), optimizers.clip_norm(job.train), int(number))
    elif call == Call.STEP:
        summed_gradient(job, job.batch(int(number)), int(number))
        job.model.zero_grad(set_to_none=True)
    elif call == Call.UPDATE:
        update(job, number)
    elif call == Call.VALIDATE:
        assert job.validation is not None
        validation_loss(job, job.validation, lambda: False)
    elif call == Call.BLAME:
        rows_to_blame(job, job.batch(int(number)))
    elif call == Call.SAVE:
        deque(checkpoint.gathered(job.model, job.optimizers), maxlen=0)
    elif call == Call.LOAD:
        checkpoint.receive(job.model, job.optimizers, job.group)
    elif call == Call.GATHER:
        job.sharded_model.full_state_dict()
