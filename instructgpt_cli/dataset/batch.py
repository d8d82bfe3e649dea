"""A micro-batch as tensors: whole sequences concatenated, without padding.

Shapes: N tokens, S sequences, T targets.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from instructgpt_cli.system.device_copy import copy_to


@dataclass(frozen=True, slots=True)
class Batch:
    """N tokens of S concatenated sequences, T of which predict a target.

    `input_ids` and `position_ids` are [N], positions counted from 0 in each sequence; `lengths` are the S sequence
    lengths. `target_positions` [T] are the indices into the N tokens whose next token is a target, `target_ids` [T] are
    those next tokens, and `target_counts` the number of targets of each sequence. `rows` are the caller's ids of the
    sequences.
    """

    input_ids: Tensor
    position_ids: Tensor
    target_positions: Tensor
    target_ids: Tensor
    lengths: tuple[int, ...]
    target_counts: tuple[int, ...]
    rows: tuple[int, ...] = ()

    @property
    def tokens(self) -> int:
        return sum(self.lengths)

    @property
    def targets(self) -> int:
        return sum(self.target_counts)

    def to(self, device: torch.device) -> "Batch":
        """The batch on `device`; copies to a GPU are asynchronous."""
        if device.type == "cpu":
            return self
        return replace(
            self,
            input_ids=copy_to(self.input_ids, device),
            position_ids=copy_to(self.position_ids, device),
            target_positions=copy_to(self.target_positions, device),
            target_ids=copy_to(self.target_ids, device),
        )


def input_length(mask: Sequence[int] | NDArray[Any]) -> int:
    """The number of input tokens of a sequence: those before its last target, 1 if it has none."""
    places = np.flatnonzero(np.asarray(mask)[1:])
    return int(places[-1]) + 1 if len(places) else 1


def collate(
    sequences: Iterable[tuple[Sequence[int] | NDArray[Any], Sequence[int] | NDArray[Any]]], rows: Sequence[int] = ()
) -> Batch:
    """Concatenate sequences, given as pairs of ids and loss mask.

    Token i is predicted from the tokens before it: the first token is never a target, and the last target is never an
    input. Tokens after the last target are dropped, since nothing depends on them.
    """
    inputs: list[NDArray[Any]] = []
    targets: list[NDArray[Any]] = []
    places: list[NDArray[Any]] = []
    lengths: list[int] = []
    start = 0
    for ids, mask in sequences:
        ids = np.asarray(ids)
        places_here = np.flatnonzero(np.asarray(mask)[1:])
        length = input_length(mask)
        inputs.append(ids[:length])
        targets.append(ids[places_here + 1])
        places.append(places_here + start)
        lengths.append(length)
        start += length
    return Batch(
        _tensor(inputs),
        _tensor([np.arange(n) for n in lengths]),
        _tensor(places),
        _tensor(targets),
        tuple(lengths),
        tuple(len(p) for p in places),
        tuple(rows),
    )


def _tensor(parts: list[NDArray[Any]]) -> Tensor:
    return torch.from_numpy(np.concatenate(parts).astype(np.int64)) if parts else torch.zeros(0, dtype=torch.long)
