"""Which rank orthogonalizes which matrices, and in which rounds: a function of the shapes alone, so that all ranks find
the same.

Shards are consecutive rows of a parameter's first dimension, as FSDP2 makes them: rows of a matrix, or whole matrices
of a stack.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from instructgpt_cli.training.distributed import rows_of_rank


class Block(NamedTuple):
    """What one rank orthogonalizes together: a matrix, or rows `first` to `last` of a stack of matrices."""

    parameter: int
    """Its place among the parameters."""
    first: int
    last: int
    shape: tuple[int, ...]
    """The block's own shape; its first dimension has the rows `first` to `last`."""

    @property
    def elements(self) -> int:
        return math.prod(self.shape)

    @property
    def cost(self) -> int:
        """Proportional to the operations."""
        return self.elements * min(self.shape[-2:])


Round = Sequence[Sequence[Block]]
"""The blocks of each rank."""


@cache
def plan(shapes: tuple[tuple[int, ...], ...], ranks: int, sharded: bool, limit: int) -> Sequence[Round]:
    """The rounds in which `ranks` ranks orthogonalize parameters of `shapes`: each matrix on one rank, once. A rank has
    at most `limit` elements in a round, or a single matrix.

    Costs are balanced over the ranks, and the blocks of a round have similar costs.
    """
    blocks = [block for i, shape in enumerate(shapes) for block in _cut(i, shape, ranks, limit)]
    found = [list(_in_rounds(own, limit)) for own in _owned(blocks, shapes, ranks, sharded)]
    count = max(len(own) for own in found)
    return [[own[k] if k < len(own) else [] for own in found] for k in range(count)]


def _cut(parameter: int, shape: tuple[int, ...], ranks: int, limit: int) -> Iterator[Block]:
    """A matrix is one block; a stack is cut where its shards end, and into blocks of at most `limit` elements."""
    if len(shape) == 2:
        yield Block(parameter, 0, shape[0], shape)
        return
    most = max(1, limit // math.prod(shape[1:]))
    for rank in range(ranks):
        rows = rows_of_rank(shape[0], rank, ranks)
        for first in range(rows.start, rows.stop, most):
            last = min(first + most, rows.stop)
            yield Block(parameter, first, last, (last - first, *shape[1:]))


def _owned(blocks: Sequence[Block], shapes: Sequence[Sequence[int]], ranks: int, sharded: bool) -> list[list[Block]]:
    """The blocks of each rank, the most expensive first. A rank keeps what its shards hold in full, up to its fair
    share of the cost; each other block goes to the rank with the lowest cost."""
    owned: list[list[Block]] = [[] for _ in range(ranks)]
    costs = [0] * ranks
    total = sum(block.cost for block in blocks)
    others = []
    for block in blocks:
        holder = _holder(block, shapes[block.parameter][0], ranks) if sharded else None
        if holder is not None and (costs[holder] + block.cost) * ranks <= total:
            owned[holder].append(block)
            costs[holder] += block.cost
        else:
            others.append(block)
    for block in sorted(others, key=_most_expensive_first):
        rank = costs.index(min(costs))
        owned[rank].append(block)
        costs[rank] += block.cost
    return [sorted(own, key=_most_expensive_first) for own in owned]


def _most_expensive_first(block: Block) -> tuple[int, int, int]:
    return -block.cost, block.parameter, block.first


def _holder(block: Block, rows: int, ranks: int) -> int | None:
    """The rank whose shard has the full block, if any."""
    rank = block.first // -(-rows // ranks)
    return rank if block.last <= rows_of_rank(rows, rank, ranks).stop else None


def _in_rounds(blocks: Sequence[Block], limit: int) -> Iterator[list[Block]]:
    found: list[Block] = []
    for block in blocks:
        if found and sum(b.elements for b in found) + block.elements > limit:
            yield found
            found = []
        found.append(block)
    if found:
        yield found
