"""The messages of a round (`training.matrix_blocks`): what a rank needs of its blocks, and the results that it sends.

All ranks call these functions for the same rounds in the same order. A rank sends a round's blocks in one message to
each rank, and waits on the device, not on the host.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

import torch
import torch.distributed as dist
from torch import Tensor

from instructgpt_cli.training.distributed import rows_of_rank
from instructgpt_cli.training.matrix_blocks import Block, Round

Read = Callable[[int, slice], Tensor]
"""(parameter, rows of this rank's tensor) -> their values."""


class RowUpdate(NamedTuple):
    """Results for `rows` of this rank's tensor of a parameter."""

    parameter: int
    rows: slice
    values: Tensor


class Exchange(Protocol):
    def gather(self, blocks_of: Round, read: Read) -> Callable[[], list[Tensor]]:
        """Begin to gather this rank's blocks of a round; the function returned waits for them."""
        ...

    def scatter(self, blocks_of: Round, results: Sequence[Tensor]) -> list[RowUpdate]:
        """Send the results for this rank's blocks; returns those for its own tensors, from all ranks."""
        ...


class Replicas:
    """Every rank has all rows: nothing is gathered, and every rank receives all results."""

    def __init__(self, rank: int, size: int, empty: Tensor) -> None:
        """`empty` is a tensor of the dtype and on the device of all values."""
        self._rank, self._size, self._empty = rank, size, empty

    def gather(self, blocks_of: Round, read: Read) -> Callable[[], list[Tensor]]:
        return lambda: [read(block.parameter, slice(block.first, block.last)) for block in blocks_of[self._rank]]

    def scatter(self, blocks_of: Round, results: Sequence[Tensor]) -> list[RowUpdate]:
        if self._size == 1:
            every: Iterable[Tensor] = results
        else:
            counts = [[block.elements for block in blocks] for blocks in blocks_of]
            longest = max(sum(own) for own in counts)  # messages of all ranks have the same length
            sent = torch.cat([*(result.flatten() for result in results), self._empty])
            sent = torch.nn.functional.pad(sent, (0, longest - len(sent)))
            received = self._empty.new_empty(self._size * longest)
            dist.all_gather_into_tensor(received, sent)
            every = [
                values
                for message, own in zip(received.view(self._size, longest), counts, strict=True)
                for values in torch.split(message[: sum(own)], own)
            ]
        blocks = [block for own in blocks_of for block in own]
        return [
            RowUpdate(block.parameter, slice(block.first, block.last), values.view(block.shape))
            for block, values in zip(blocks, every, strict=True)
        ]


class Shards:
    """Each rank has a shard of each parameter: a block's owner gathers its rows, and no other rank does."""

    def __init__(self, group: dist.ProcessGroup, lengths: Sequence[int], empty: Tensor) -> None:
        """`lengths` are the rows of the full parameters."""
        self._group, self._lengths, self._empty = group, lengths, empty
        self._rank, self._size = group.rank(), group.size()

    def gather(self, blocks_of: Round, read: Read) -> Callable[[], list[Tensor]]:
        own = blocks_of[self._rank]
        parts = [read(block.parameter, self._here(block)) for blocks in blocks_of for block in blocks]
        wait = self._send(parts, self._for_each_owner(blocks_of), self._from_each_holder(own))

        def blocks() -> list[Tensor]:
            sizes = [self._elements(block, rank) for rank in range(self._size) for block in own]
            pieces = torch.split(wait(), sizes)
            return [torch.cat(pieces[i :: len(own)]).view(block.shape) for i, block in enumerate(own)]

        return blocks

    def scatter(self, blocks_of: Round, results: Sequence[Tensor]) -> list[RowUpdate]:
        own = blocks_of[self._rank]
        parts = []
        for rank in range(self._size):
            for block, result in zip(own, results, strict=True):
                held = self._held(block, rank)
                parts.append(result.view(block.shape)[held.start - block.first : held.stop - block.first])
        received = self._send(parts, self._from_each_holder(own), self._for_each_owner(blocks_of))()
        blocks = [block for of_rank in blocks_of for block in of_rank]
        pieces = torch.split(received, [self._elements(block, self._rank) for block in blocks])
        return [
            RowUpdate(block.parameter, self._here(block), values.view(-1, *self._row(block)))
            for block, values in zip(blocks, pieces, strict=True)
            if len(values)
        ]

    def _send(self, parts: Sequence[Tensor], to: Sequence[int], from_: Sequence[int]) -> Callable[[], Tensor]:
        """Begin to send `parts`, `to[r]` elements of them to rank r; the function returned waits for what arrives,
        `from_[r]` elements from rank r."""
        sent = torch.cat([self._empty, *(part.flatten() for part in parts)])
        received = self._empty.new_empty(sum(from_))
        work = dist.all_to_all_single(received, sent, [*from_], [*to], group=self._group, async_op=True)

        def wait() -> Tensor:
            assert sent is not None  # it lives until it is sent
            work.wait()
            return received

        return wait

    def _for_each_owner(self, blocks_of: Round) -> list[int]:
        """Elements that this rank holds of each rank's blocks."""
        return [sum(self._elements(block, self._rank) for block in blocks) for blocks in blocks_of]

    def _from_each_holder(self, own: Sequence[Block]) -> list[int]:
        """Elements of this rank's blocks that each rank holds."""
        return [sum(self._elements(block, rank) for block in own) for rank in range(self._size)]

    def _elements(self, block: Block, rank: int) -> int:
        return len(self._held(block, rank)) * math.prod(self._row(block))

    def _row(self, block: Block) -> tuple[int, ...]:
        return block.shape[1:]

    def _here(self, block: Block) -> slice:
        """The block's rows in this rank's shard."""
        held, shard = self._held(block, self._rank), self._shard(block, self._rank)
        return slice(held.start - shard.start, held.stop - shard.start)

    def _held(self, block: Block, rank: int) -> range:
        """The block's rows that a rank has."""
        shard = self._shard(block, rank)
        first = max(block.first, shard.start)
        return range(first, max(first, min(block.last, shard.stop)))

    def _shard(self, block: Block, rank: int) -> slice:
        return rows_of_rank(self._lengths[block.parameter], rank, self._size)
