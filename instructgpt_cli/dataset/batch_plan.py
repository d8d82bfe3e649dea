"""Which sequences make up optimizer step k: pure functions of (lengths, weights, seed, k).

    source weights --epoch_order--> sequence ids of one epoch --cut_steps--> steps --micro_batches--> micro-batches

Since no state is kept, a run resumes exactly from three integers, and ranks agree without communication.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# Default tokens per micro-batch. More are no faster on a CPU and take more memory.
CPU_MICRO_BATCH, ACCELERATOR_MICRO_BATCH = 2048, 16384
SLACK = 1.25


@dataclass(frozen=True, slots=True)
class Step:
    """One optimizer step: the ids of its sequences in the order of the plan."""

    epoch: int
    index: int
    steps_in_epoch: int
    sequences: Ints


class BatchPlan:
    """The order of a run over sequences with `lengths` input tokens each, grouped by source.

    `sources[i]` is the source of sequence i, and `weights[s]` the number of passes over source s per epoch. A
    fractional pass continues where the previous epoch stopped: a source of weight 0.5 is complete every second epoch.
    """

    def __init__(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._first_steps = [0]  # the first step of each epoch so far; counting steps takes the epoch's order

    def rows_in_epoch(self) -> float:
        """The average number of sequences per epoch."""
        return sum(weight * len(members) for weight, members in zip(self.weights, self._members, strict=True))

    def epoch_steps(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def total_steps(self, epochs: float) -> int:
        """The number of steps in `epochs`; a fractional epoch consists of its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._first_step(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def steps_in_epoch(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._first_step(epoch + 1) - self._first_step(epoch)

    def step(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._first_steps[-1]:
                self._first_step(len(self._first_steps))
            epoch = bisect_right(self._first_steps, k) - 1
            index = k - self._first_steps[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def _first_step(self, epoch: int) -> int:
        """The first step of an epoch."""
        while len(self._first_steps) <= epoch:
            self._first_steps.append(self._first_steps[-1] + len(self.epoch_steps(len(self._first_steps) - 1)))
        return self._first_steps[epoch]

    def _is_uniform(self) -> bool:
        """Whether every epoch has the same sequences."""
        return all(float(weight).is_integer() for weight in self.weights)


def epoch_order(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids of an epoch, shuffled.

    Each source is an endless stream of passes, each shuffled separately; epoch e takes passes e * weight to
    (e + 1) * weight of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def step_count(tokens: int, batch_tokens: int) -> int:
    return max(1, round(tokens / batch_tokens))


def cut_steps(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Split an epoch into steps of equal token count (to within a sequence), as close to `batch_tokens` as possible.

    No epoch ends in a small, noisy step.
    """
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def _split(order: Ints, bounds: Ints) -> list[Ints]:
    """Split `order` at the bounds, moved where long sequences would leave a step empty."""
    steps = min(len(bounds) + 1, len(order))
    starts = [0]
    for i in range(1, steps):
        starts.append(min(max(int(bounds[i - 1]), starts[-1] + 1), len(order) - (steps - i)))
    return np.split(order, starts[1:])


def rank_share(sequences: Ints, lengths: Ints, rank: int, world_size: int) -> Ints:
    """The sequences of a step that rank `rank` of `world_size` computes.

    They are dealt out by length in alternating directions, so that all ranks have about the same number of tokens.
    """
    if world_size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * world_size)
    mine: Ints = ordered[np.minimum(turn, 2 * world_size - 1 - turn) == rank]
    return mine


def default_limit(batch_tokens: int, most: int) -> int:
    """The limit of a micro-batch of about `most` tokens, where the recipe gives none.

    Steps have `batch_tokens` to within a sequence: the slack avoids a separate micro-batch for that sequence.
    """
    return int(min(batch_tokens, most) * SLACK)


def micro_batches(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Split a step into as few micro-batches of at most `micro_batch_tokens` (counted with padding if `padded`) as its
    order allows, of about equal size.

    A longer sequence gets its own micro-batch. None mixes sequences of up to `border` tokens with longer ones.
    Sequences are sorted by length, longest first, ties in plan order, so that attention can group similar lengths.
    """
    ordered = _longest_first(sequences, lengths)
    longer = 0 if border is None else int(np.count_nonzero(lengths[ordered] > border))
    groups = [group for group in np.split(ordered, [longer]) if len(group)]
    return [part for group in groups for part in _even_parts(group, lengths[group], micro_batch_tokens, padded)]


def _even_parts(ordered: Ints, lengths: Ints, limit: int, padded: bool) -> list[Ints]:
    """Split sequences with these `lengths`, longest first, into the fewest consecutive parts within `limit`.

    Each part ends as close as possible to an equal share of the tokens that are left.
    """
    ends = [0, *np.cumsum(lengths).tolist()]
    last = len(ordered)

    def is_within(start: int, end: int) -> bool:
        return (int(lengths[start]) * (end - start) if padded else ends[end] - ends[start]) <= limit

    earliest = [last]  # where each part has to start at the earliest, so that those after it suffice: last part first
    while (end := earliest[-1]) > 0:
        earliest.append(bisect_left(range(end - 1), True, key=lambda start: is_within(start, end)))
    starts = [0]
    for left in range(len(earliest) - 1, 1, -1):
        start = starts[-1]
        target = ends[start] + (ends[-1] - ends[start]) / left
        even = bisect_right(range(last), target, key=lambda i: (ends[i] + ends[i + 1]) / 2)
        latest = start + 1 + bisect_left(range(start + 2, last + 1), True, key=lambda end: not is_within(start, end))
        starts.append(min(max(even, earliest[left - 1]), latest))
    return np.split(ordered, starts[1:])


def _longest_first(sequences: Ints, lengths: Ints) -> Ints:
    """Sorted by length; ties stay in plan order."""
    ordered: Ints = sequences[np.argsort(-lengths[sequences], kind="stable")]
    return ordered


def _generator(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(np.random.SeedSequence(key)))
