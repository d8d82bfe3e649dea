"""Batch k of a run: a pure function of the prepared data, the plan and k."""

from dataclasses import dataclass

import numpy as np

from instructgpt_cli.data.batch import Batch, collate
from instructgpt_cli.data.packing import Ints, Plan, Step, micro_batches
from instructgpt_cli.data.storage import Prepared


@dataclass(frozen=True, slots=True)
class StepBatch:
    """One optimizer step: its place in the run, its micro-batches, and how many targets they hold together."""

    step: Step
    micro_batches: list[Batch]
    targets: int
    tokens: int


def load_step(prepared: Prepared, plan: Plan, k: int, micro_batch_tokens: int) -> StepBatch:
    """Optimizer step k, counted from 0."""
    step = plan.step(k)
    parts = [load_batch(prepared, part) for part in micro_batches(step.sequences, prepared.lengths, micro_batch_tokens)]
    return StepBatch(step, parts, sum(b.targets for b in parts), sum(b.tokens for b in parts))


def load_all(prepared: Prepared, micro_batch_tokens: int) -> list[Ints]:
    """Every sequence once, in parts for `load_batch`: what a validation pass goes through."""
    return micro_batches(np.arange(len(prepared)), prepared.lengths, micro_batch_tokens)


def load_batch(prepared: Prepared, sequences: Ints) -> Batch:
    return collate([prepared.sequence(int(i)) for i in sequences], [int(i) for i in sequences])
