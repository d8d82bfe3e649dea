"""Context parallelism: which part of a micro-batch's tokens a rank computes.

The ranks of a run form groups of `train.context_parallel` neighbors. A group has one share of a step's sequences, and
each of its ranks the same number of consecutive tokens of every micro-batch. Losses are sums over targets and gradients
are summed over all ranks, so that a step does not depend on this split either.
"""

from dataclasses import dataclass
from datetime import timedelta

import torch.distributed as dist
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import Batch
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.model import shape_buckets
from instructgpt_cli.model.head_exchange import HeadExchange
from instructgpt_cli.model.positions import border_of
from instructgpt_cli.training import heartbeat
from instructgpt_cli.training.distributed import ProcessGroup


@dataclass(frozen=True, slots=True)
class PartialBatch(Batch):
    """This rank's part of a micro-batch: the ids, positions and targets of its tokens; `lengths` are those of all
    sequences."""

    part_tokens: int = 0
    """Tokens of each rank; the last ones may be padding, which `input_ids` lack."""
    exchange: HeadExchange | None = None


@dataclass(frozen=True, slots=True)
class ContextParallel:
    """The division of the ranks: group `data_rank` of `data_size`. Without `exchange` each rank is a group."""

    data_rank: int = 0
    data_size: int = 1
    exchange: HeadExchange | None = None

    def part_of(self, batch: Batch) -> Batch:
        """This rank's part of a micro-batch that is not yet on the device."""
        if self.exchange is None:
            return batch
        size, rank = self.exchange.size, self.exchange.rank
        tokens = -(-batch.tokens // (size * shape_buckets.STREAM)) * shape_buckets.STREAM
        here = slice(rank * tokens, (rank + 1) * tokens)
        inside = (batch.target_positions >= here.start) & (batch.target_positions < here.stop)
        return PartialBatch(
            input_ids=batch.input_ids[here],
            position_ids=batch.position_ids[here],
            target_positions=batch.target_positions[inside] - here.start,
            target_ids=batch.target_ids[inside],
            lengths=batch.lengths,
            target_counts=batch.target_counts,
            rows=batch.rows,
            part_tokens=tokens,
            exchange=self.exchange,
        )


def refuse_context_parallel(model: PreTrainedModel, packed: bool, why: str) -> None:
    """Raise `ModelError` for a model that cannot be packed, which is `why`, or whose positions in one part of a
    sequence depend on its length."""
    if not packed:
        raise ModelError(
            f"train.context_parallel: {model.config.model_type} cannot be packed{why and f': {why}'}", "Leave it out."
        )
    if border_of(model) is not None:
        raise ModelError(
            f"train.context_parallel: the rotary frequencies of {model.config.model_type} depend on the length of a "
            "sequence, which its parts do not show",
            "Leave it out.",
        )


def divide(group: ProcessGroup, size: int) -> ContextParallel:
    """Divide the ranks of `group` into groups of `size`. Collective.

    Raises `UsageError` where they cannot be divided evenly.
    """
    if group.size == 1 or size == 1:
        return ContextParallel(group.rank, group.size)
    if group.size % size:
        raise UsageError(
            f"train.context_parallel: {size} does not divide the {group.size} processes of this run",
            "Start a multiple of it with torchrun, or lower it.",
        )
    limit = timedelta(seconds=heartbeat.time_limit())
    groups = [dist.new_group([*range(first, first + size)], limit) for first in range(0, group.size, size)]
    data_rank, rank = divmod(group.rank, size)
    return ContextParallel(data_rank, group.size // size, HeadExchange(groups[data_rank], rank, size))
