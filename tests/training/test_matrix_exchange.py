"""The messages of a round: the owner has full matrices, every rank its results, and no rank receives much more."""

from collections.abc import Sequence
from typing import Any

import pytest
import torch
import torch.distributed as dist
from processes import on_ranks
from torch import Tensor

from instructgpt_cli.training.distributed import ProcessGroup, rows_of_rank
from instructgpt_cli.training.matrix_blocks import plan
from instructgpt_cli.training.matrix_exchange import Exchange, Replicas, Shards

# Rows that no number of ranks divides, fewer rows than ranks, stacks.
SHAPES = ((7, 3), (1, 4), (12, 5), (5, 3, 4), (2, 2, 3, 3))
LIMIT = 60


def passing_on(group: ProcessGroup, exchange: Exchange, sharded: bool) -> None:
    torch.manual_seed(0)
    full = [torch.randn(shape) for shape in SHAPES]
    own = [value[rows_of_rank(len(value), group.rank, group.size)] if sharded else value for value in full]
    found = [torch.zeros_like(value) for value in own]
    for round_ in plan(SHAPES, group.size, sharded, LIMIT):
        gathered = exchange.gather(round_, lambda parameter, rows: own[parameter][rows])
        blocks = gathered()
        for block, value in zip(round_[group.rank], blocks, strict=True):
            assert torch.equal(value, full[block.parameter][block.first : block.last])
        for part in exchange.scatter(round_, [block.mT.contiguous().mT * 2 for block in blocks]):
            found[part.parameter][part.rows] += part.values
    assert all(torch.equal(ours, value * 2) for ours, value in zip(found, own, strict=True))


def passing_on_shards_and_results(group: ProcessGroup) -> None:
    assert dist.group.WORLD is not None
    passing_on(group, Shards(dist.group.WORLD, [shape[0] for shape in SHAPES], torch.empty(0)), sharded=True)
    passing_on(group, Replicas(group.rank, group.size, torch.empty(0)), sharded=False)


@pytest.mark.parametrize("size", [2, 3, pytest.param(4, marks=pytest.mark.slow)])
def test_owners_have_full_matrices_and_each_rank_its_results(size: int) -> None:
    assert on_ranks(passing_on_shards_and_results, size=size) == [0] * size


def test_alone_results_are_one_s_own() -> None:
    passing_on(ProcessGroup(), Replicas(0, 1, torch.empty(0)), sharded=False)


def counting_what_arrives(group: ProcessGroup) -> None:
    arrived = 0
    send = dist.all_to_all_single

    def counted(received: Tensor, sent: Tensor, from_: Sequence[int], *args: Any, **settings: Any) -> Any:
        nonlocal arrived
        arrived += sum(count for rank, count in enumerate(from_) if rank != group.rank)
        return send(received, sent, from_, *args, **settings)

    dist.all_to_all_single = counted
    shapes = ((24, 8),) * 9
    assert dist.group.WORLD is not None
    exchange = Shards(dist.group.WORLD, [24] * 9, torch.empty(0))
    own = [torch.ones(8, 8)] * 9
    for round_ in plan(shapes, group.size, True, 24 * 8):
        exchange.scatter(round_, exchange.gather(round_, lambda parameter, rows: own[parameter][rows])())
    # Two thirds of its three matrices, and a third of the six others; all-gathers would bring two thirds of all nine.
    assert arrived == (2 * 3 + 1 * 6) * 64
    stacks = ((6, 4, 4),) * 2
    exchange, arrived = Shards(dist.group.WORLD, [6] * 2, torch.empty(0)), 0
    for round_ in plan(stacks, group.size, True, 1000):
        exchange.scatter(round_, exchange.gather(round_, lambda parameter, rows: torch.ones(2, 4, 4)[rows])())
    assert arrived == 0  # each rank has its experts


def test_a_rank_receives_its_own_matrices_and_its_shards_of_the_others() -> None:
    assert on_ranks(counting_what_arrives, size=3) == [0, 0, 0]
