"""The division of matrices among ranks: each once, with balanced costs, in rounds of bounded size."""

from collections import Counter
from math import prod

import pytest

from instructgpt_cli.training.matrix_blocks import Block, plan

LAYER = ((64, 64), (16, 64), (16, 64), (64, 64), (172, 64), (172, 64), (64, 172))
STACKS = ((6, 32, 16), (6, 16, 16), (5, 2, 8, 8))
MANY = 1 << 20


def of_ranks(shapes: tuple[tuple[int, ...], ...], ranks: int, sharded: bool, limit: int = MANY) -> list[list[Block]]:
    rounds = plan(shapes, ranks, sharded, limit)
    return [[block for blocks_of in rounds for block in blocks_of[rank]] for rank in range(ranks)]


@pytest.mark.parametrize("sharded", [False, True])
@pytest.mark.parametrize("ranks", [1, 2, 3, 4, 8, 16])
@pytest.mark.parametrize("shapes", [LAYER, STACKS, LAYER * 3 + STACKS, ((7, 3),)])
@pytest.mark.parametrize("limit", [1, 3000, MANY])
def test_each_row_has_one_owner_and_rounds_are_bounded(
    shapes: tuple[tuple[int, ...], ...], ranks: int, sharded: bool, limit: int
) -> None:
    owned = of_ranks(shapes, ranks, sharded, limit)
    blocks = [block for own in owned for block in own]
    rows = Counter((block.parameter, row) for block in blocks for row in range(block.first, block.last))
    assert rows == {(i, row): 1 for i, shape in enumerate(shapes) for row in range(shape[0])}
    for block in blocks:
        shape = shapes[block.parameter]
        assert block.shape == (block.last - block.first, *shape[1:])
        assert len(shape) > 2 or block.shape == shape  # no matrix is divided
    for round_ in plan(shapes, ranks, sharded, limit):
        assert len(round_) == ranks
        assert any(round_)
        for own in round_:
            single = len(own) == 1 and (own[0].last - own[0].first == 1 or len(own[0].shape) == 2)
            assert single or sum(prod(block.shape) for block in own) <= limit


@pytest.mark.parametrize("sharded", [False, True])
@pytest.mark.parametrize("ranks", [2, 3, 4, 8])
@pytest.mark.parametrize("shapes", [LAYER * 8, LAYER * 3 + STACKS * 3])
def test_costs_are_balanced(shapes: tuple[tuple[int, ...], ...], ranks: int, sharded: bool) -> None:
    owned = of_ranks(shapes, ranks, sharded)
    costs = [sum(block.cost for block in own) for own in owned]
    assert sum(costs) == sum(prod(shape) * min(shape[-2:]) for shape in shapes)
    assert max(costs) - min(costs) <= max(block.cost for own in owned for block in own)


def test_experts_stay_where_they_are_sharded() -> None:
    for rank, own in enumerate(of_ranks(((6, 6), (8, 6, 4), (8, 4, 4)), 4, sharded=True)):
        stacks = [(block.first, block.last) for block in own if block.parameter]
        assert stacks == [(2 * rank, 2 * rank + 2)] * 2


def test_experts_move_from_ranks_that_have_too_many() -> None:
    """Five experts are two and two and one: the rank without any takes some."""
    costs = [sum(block.cost for block in own) for own in of_ranks(((5, 4, 4),) * 8, 4, sharded=True)]
    assert costs == [10 * 64] * 4


def test_the_rounds_of_all_ranks_have_similar_costs() -> None:
    rounds = plan(((64, 64), (8, 64)) * 8, 4, True, 64 * 64)
    assert [[[block.shape[0] for block in own] for own in round_] for round_ in rounds] == [
        [[64]] * 4,
        [[64]] * 4,
        [[8, 8]] * 4,
    ]
