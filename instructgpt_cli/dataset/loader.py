"""Load batch k of a run: a pure function of the tokenized data, the plan and k."""

from dataclasses import dataclass

import numpy as np

from instructgpt_cli.dataset.batch import Batch, collate
from instructgpt_cli.dataset.batch_plan import BatchPlan, Ints, Step, micro_batches, rank_share
from instructgpt_cli.dataset.token_store import TokenizedDataset

NO_SEQUENCES: Ints = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class StepBatch:
    """One optimizer step: its position in the run, its targets and tokens, and this rank's micro-batches."""

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
    world_size: int = 1,
    equal_counts: bool = False,
    border: int | None = None,
) -> StepBatch:
    """Optimizer step k, counted from 0, with the micro-batches of rank `rank` of `world_size`.

    With `equal_counts` all ranks have the same number of micro-batches, some of which may be empty.
    """
    step = plan.step(k)

    def split(rank: int) -> list[Ints]:
        mine = rank_share(step.sequences, dataset.lengths, rank, world_size)
        return micro_batches(mine, dataset.lengths, micro_batch_tokens, padded=padded, border=border)

    parts = split(rank)
    if equal_counts:
        most = max((len(split(other)) for other in range(world_size) if other != rank), default=0)
        parts += [NO_SEQUENCES] * (most - len(parts))
    targets, tokens = (int(table[step.sequences].sum()) for table in (dataset.targets, dataset.lengths))
    return StepBatch(step, [load_batch(dataset, part) for part in parts], targets, tokens)


def load_all(
    dataset: TokenizedDataset, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Every sequence once, in micro-batches for `load_batch`: a validation pass."""
    return micro_batches(np.arange(len(dataset)), dataset.lengths, micro_batch_tokens, padded=padded, border=border)


def load_batch(dataset: TokenizedDataset, sequences: Ints) -> Batch:
    """The sequences as a batch; without sequences, one token without a target: the empty micro-batch of a rank that has
    fewer than others."""
    if not len(sequences):
        return collate([([0], [0])])
    return collate([dataset.sequence(int(i)) for i in sequences], [int(i) for i in sequences])
