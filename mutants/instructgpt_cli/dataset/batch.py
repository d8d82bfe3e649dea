"""A micro-batch as tensors: a flat stream of whole sequences, without padding.

Shapes: N tokens of the stream, S sequences, T targets.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """N tokens of S sequences side by side, T of them with a target.

    `input_ids` and `position_ids` are [N], each sequence without its last token and counted from 0; `lengths` are the S
    sequence lengths; `target_positions` [T] are the places in the stream whose next token is a target, `target_ids` [T]
    that token; `target_counts` the number of targets of each sequence; `rows` what the caller knows the sequences by.
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
        """On `device`; a GPU is not waited for."""
        if device.type == "cpu":
            return self
        tensors = {n: getattr(self, n) for n in ("input_ids", "position_ids", "target_positions", "target_ids")}
        if device.type == "cuda":  # out of ordinary memory a copy would wait for all that the GPU still has to do
            tensors = {name: tensor.pin_memory() for name, tensor in tensors.items()}
        return replace(self, **{name: tensor.to(device, non_blocking=True) for name, tensor in tensors.items()})


def fed_tokens(mask: Sequence[int] | NDArray[Any]) -> int:
    """How many tokens of a sequence the model is given: those before its last target, one where it has none."""
    places = np.flatnonzero(np.asarray(mask)[1:])
    return int(places[-1]) + 1 if len(places) else 1


def collate(
    sequences: Iterable[tuple[Sequence[int] | NDArray[Any], Sequence[int] | NDArray[Any]]], rows: Sequence[int] = ()
) -> Batch:
    """Lays (ids, loss mask) pairs side by side. Token i of a sequence is predicted from tokens before it, so the last
    token is only ever a target and the first never is; what follows the last target is left out: nothing depends on it.
    """
    inputs: list[NDArray[Any]] = []
    targets: list[NDArray[Any]] = []
    places: list[NDArray[Any]] = []
    lengths: list[int] = []
    start = 0
    for ids, mask in sequences:
        ids = np.asarray(ids)
        places_here = np.flatnonzero(np.asarray(mask)[1:])
        length = fed_tokens(mask)
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
