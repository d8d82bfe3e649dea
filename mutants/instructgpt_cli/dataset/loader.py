"""Batch k of a run: a pure function of the tokenized data, the plan and k."""

from dataclasses import dataclass

import numpy as np

from instructgpt_cli.dataset.batch import Batch, collate
from instructgpt_cli.dataset.batch_plan import BatchPlan, Ints, Step, micro_batches, share
from instructgpt_cli.dataset.token_store import TokenizedDataset

NOTHING: Ints = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class StepBatch:
    """One optimizer step: its place in the run, how many targets and tokens it has, and the micro-batches of it (or of
    one process's share) to compute."""

    step: Step
    micro_batches: list[Batch]
    targets: int
    tokens: int


def load_step(
    dataset: TokenizedDataset,
    plan: BatchPlan,
    k: int,
    micro_batch_tokens: int,
    *,
    padded: bool = False,
    rank: int = 0,
    size: int = 1,
    in_step: bool = False,
    border: int | None = None,
) -> StepBatch:
    """Optimizer step k, counted from 0; the micro-batches (`packing.micro_batches`) are the share of process `rank` of
    `size`, with `in_step` as many for each, of which some may be idle."""
    step = plan.step(k)

    def split(rank: int) -> list[Ints]:
        mine = share(step.sequences, dataset.lengths, rank, size)
        return micro_batches(mine, dataset.lengths, micro_batch_tokens, padded=padded, border=border)

    parts = split(rank)
    if in_step:
        most = max((len(split(other)) for other in range(size) if other != rank), default=0)
        parts += [NOTHING] * (most - len(parts))
    targets, tokens = (int(table[step.sequences].sum()) for table in (dataset.targets, dataset.lengths))
    return StepBatch(step, [load_batch(dataset, part) for part in parts], targets, tokens)


def load_all(
    dataset: TokenizedDataset, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Every sequence once, in parts for `load_batch`: what a validation pass goes through."""
    return micro_batches(np.arange(len(dataset)), dataset.lengths, micro_batch_tokens, padded=padded, border=border)


def load_batch(dataset: TokenizedDataset, sequences: Ints) -> Batch:
    """The sequences as a batch; for none of them an idle one, a token that nothing is asked of: what a process computes
    when only others have something left to do."""
    if not len(sequences):
        return collate([([0], [0])])
    return collate([dataset.sequence(int(i)) for i in sequences], [int(i) for i in sequences])
