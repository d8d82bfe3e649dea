"""Which sequences make up optimizer step k: pure functions of (lengths, weights, seed, k), no state, no clock.

    source weights --epoch_order--> sequence ids of one epoch --cut_steps--> steps --micro_batches--> what goes
    through at once

Because nothing here remembers anything, a run continues exactly from three integers, and two ranks agree without
talking.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# Tokens that go through the model at once, where a recipe does not say. More gain no speed on a CPU, and cost memory.
CPU_MICRO_BATCH, ACCELERATOR_MICRO_BATCH = 2048, 16384


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


@dataclass(frozen=True, slots=True)
class Step:
    """One optimizer step: its sequences (ids into the table) in the order of the plan."""

    epoch: int
    index: int
    steps_in_epoch: int
    sequences: Ints
mutants_xǁBatchPlanǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁBatchPlanǁrows_in_epoch__mutmut: MutantDict = {}  # type: ignore
mutants_xǁBatchPlanǁepoch_steps__mutmut: MutantDict = {}  # type: ignore
mutants_xǁBatchPlanǁtotal_steps__mutmut: MutantDict = {}  # type: ignore
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut: MutantDict = {}  # type: ignore
mutants_xǁBatchPlanǁstep__mutmut: MutantDict = {}  # type: ignore
mutants_xǁBatchPlanǁ_begin__mutmut: MutantDict = {}  # type: ignore
mutants_xǁBatchPlanǁ_is_uniform__mutmut: MutantDict = {}  # type: ignore


class BatchPlan:
    """The order of a run over sequences of `lengths` tokens (what the model is fed), grouped by source.

    `sources[i]` is the source of sequence i and `weights[s]` how many times an epoch shows source s; a share of a pass
    goes on where the last epoch stopped, so that half-weight sources are seen whole every second epoch.
    """

    @_mutmut_mutated(mutants_xǁBatchPlanǁ__init____mutmut)
    def __init__(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_orig(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_1(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = None
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_2(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = None
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_3(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(None)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_4(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = None
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_5(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = None
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_6(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = None
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_7(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(None) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_8(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources != s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_9(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(None)]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_10(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = None
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_11(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(None) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_12(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = ""
        self._begins = [0]  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_13(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = None  # of each epoch its first step, as far as asked: an order is made to count its steps

    def xǁBatchPlanǁ__init____mutmut_14(self, lengths: Ints, sources: Ints, weights: Sequence[float], seed: int, batch_tokens: int) -> None:
        self.lengths = lengths
        self.weights = list(weights)
        self.seed = seed
        self.batch_tokens = batch_tokens
        self._members = [np.flatnonzero(sources == s) for s in range(len(weights))]
        self._tokens = [int(lengths[members].sum()) for members in self._members]
        self._cached: tuple[int, list[Ints]] | None = None
        self._begins = [1]  # of each epoch its first step, as far as asked: an order is made to count its steps

    @_mutmut_mutated(mutants_xǁBatchPlanǁrows_in_epoch__mutmut)
    def rows_in_epoch(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(self.weights, self._members, strict=True))

    def xǁBatchPlanǁrows_in_epoch__mutmut_orig(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(self.weights, self._members, strict=True))

    def xǁBatchPlanǁrows_in_epoch__mutmut_1(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(None)

    def xǁBatchPlanǁrows_in_epoch__mutmut_2(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight / len(members) for weight, members in zip(self.weights, self._members, strict=True))

    def xǁBatchPlanǁrows_in_epoch__mutmut_3(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(None, self._members, strict=True))

    def xǁBatchPlanǁrows_in_epoch__mutmut_4(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(self.weights, None, strict=True))

    def xǁBatchPlanǁrows_in_epoch__mutmut_5(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(self.weights, self._members, strict=None))

    def xǁBatchPlanǁrows_in_epoch__mutmut_6(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(self._members, strict=True))

    def xǁBatchPlanǁrows_in_epoch__mutmut_7(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(self.weights, strict=True))

    def xǁBatchPlanǁrows_in_epoch__mutmut_8(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(self.weights, self._members, ))

    def xǁBatchPlanǁrows_in_epoch__mutmut_9(self) -> float:
        """How many sequences an epoch shows, on average."""
        return sum(weight * len(members) for weight, members in zip(self.weights, self._members, strict=False))

    @_mutmut_mutated(mutants_xǁBatchPlanǁepoch_steps__mutmut)
    def epoch_steps(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_orig(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_1(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None and self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_2(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is not None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_3(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[1] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_4(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] == epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_5(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = None
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_6(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(None, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_7(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, None, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_8(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, None, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_9(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, None)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_10(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_11(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_12(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_13(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, )
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_14(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = None
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_15(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(None, self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_16(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, None, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_17(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, None))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_18(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(self.lengths, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_19(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.batch_tokens))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_20(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, ))
        return self._cached[1]

    def xǁBatchPlanǁepoch_steps__mutmut_21(self, epoch: int) -> list[Ints]:
        """The steps of one epoch, each an array of sequence ids."""
        if self._cached is None or self._cached[0] != epoch:
            order = epoch_order(self._members, self.weights, self.seed, epoch)
            self._cached = (epoch, cut_steps(order, self.lengths, self.batch_tokens))
        return self._cached[2]

    @_mutmut_mutated(mutants_xǁBatchPlanǁtotal_steps__mutmut)
    def total_steps(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_orig(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_1(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = None
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_2(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(None)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_3(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = None
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_4(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if (self._is_uniform()) and False else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_5(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if (self._is_uniform()) or True else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_6(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole / self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_7(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(None) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_8(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(1) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_9(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(None)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_10(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs >= whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_11(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps = max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_12(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps -= max(1, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_13(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(None, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_14(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, None)
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_15(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_16(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, )
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_17(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(2, round((epochs - whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_18(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round(None))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_19(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) / self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_20(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs + whole) * self.steps_in_epoch(whole)))
        return steps

    def xǁBatchPlanǁtotal_steps__mutmut_21(self, epochs: float) -> int:
        """Steps in `epochs` passes; a fraction of an epoch is its first steps."""
        whole = int(epochs)
        steps = whole * self.steps_in_epoch(0) if self._is_uniform() else self._begin(whole)
        if epochs > whole:
            steps += max(1, round((epochs - whole) * self.steps_in_epoch(None)))
        return steps

    @_mutmut_mutated(mutants_xǁBatchPlanǁsteps_in_epoch__mutmut)
    def steps_in_epoch(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_orig(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_1(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = None
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_2(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(None)
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_3(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) / n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_4(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(None) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_5(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(None, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_6(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, None, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_7(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=None))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_8(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_9(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_10(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, ))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_11(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=False))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_12(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = None
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_13(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(None)
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_14(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) / len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_15(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(None) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_16(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(None, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_17(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, None, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_18(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=None))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_19(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_20(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_21(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, ))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_22(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=False))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_23(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(None, sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_24(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), None)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_25(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_26(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), )
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_27(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(None, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_28(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, None), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_29(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_30(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, ), sequences)
        return self._begin(epoch + 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_31(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) + self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_32(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(None) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_33(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch - 1) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_34(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 2) - self._begin(epoch)

    def xǁBatchPlanǁsteps_in_epoch__mutmut_35(self, epoch: int) -> int:
        if self._is_uniform():
            tokens = sum(int(w) * n for w, n in zip(self.weights, self._tokens, strict=True))
            sequences = sum(int(w) * len(m) for w, m in zip(self.weights, self._members, strict=True))
            return min(step_count(tokens, self.batch_tokens), sequences)
        return self._begin(epoch + 1) - self._begin(None)

    @_mutmut_mutated(mutants_xǁBatchPlanǁstep__mutmut)
    def step(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_orig(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_1(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = None
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_2(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(None, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_3(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, None)
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_4(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_5(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, )
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_6(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(None))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_7(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(1))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_8(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k > self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_9(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[+1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_10(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-2]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_11(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(None)
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_12(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = None
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_13(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) + 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_14(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(None, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_15(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, None) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_16(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_17(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, ) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_18(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 2
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_19(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = None
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_20(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k + self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_21(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(None, index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_22(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, None, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_23(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, None, self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_24(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), None)

    def xǁBatchPlanǁstep__mutmut_25(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(index, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_26(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, self.steps_in_epoch(epoch), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_27(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_28(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), )

    def xǁBatchPlanǁstep__mutmut_29(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(None), self.epoch_steps(epoch)[index])

    def xǁBatchPlanǁstep__mutmut_30(self, k: int) -> Step:
        """Optimizer step k, counted from 0 over all epochs."""
        if self._is_uniform():
            epoch, index = divmod(k, self.steps_in_epoch(0))
        else:
            while k >= self._begins[-1]:
                self._begin(len(self._begins))
            epoch = bisect_right(self._begins, k) - 1
            index = k - self._begins[epoch]
        return Step(epoch, index, self.steps_in_epoch(epoch), self.epoch_steps(None)[index])

    @_mutmut_mutated(mutants_xǁBatchPlanǁ_begin__mutmut)
    def _begin(self, epoch: int) -> int:
        """The first step of an epoch."""
        while len(self._begins) <= epoch:
            self._begins.append(self._begins[-1] + len(self.epoch_steps(len(self._begins) - 1)))
        return self._begins[epoch]

    def xǁBatchPlanǁ_begin__mutmut_orig(self, epoch: int) -> int:
        """The first step of an epoch."""
        while len(self._begins) <= epoch:
            self._begins.append(self._begins[-1] + len(self.epoch_steps(len(self._begins) - 1)))
        return self._begins[epoch]

    def xǁBatchPlanǁ_begin__mutmut_1(self, epoch: int) -> int:
        """The first step of an epoch."""
        while len(self._begins) < epoch:
            self._begins.append(self._begins[-1] + len(self.epoch_steps(len(self._begins) - 1)))
        return self._begins[epoch]

    def xǁBatchPlanǁ_begin__mutmut_2(self, epoch: int) -> int:
        """The first step of an epoch."""
        while len(self._begins) <= epoch:
            self._begins.append(None)
        return self._begins[epoch]

    def xǁBatchPlanǁ_begin__mutmut_3(self, epoch: int) -> int:
        """The first step of an epoch."""
        while len(self._begins) <= epoch:
            self._begins.append(self._begins[-1] - len(self.epoch_steps(len(self._begins) - 1)))
        return self._begins[epoch]

    def xǁBatchPlanǁ_begin__mutmut_4(self, epoch: int) -> int:
        """The first step of an epoch."""
        while len(self._begins) <= epoch:
            self._begins.append(self._begins[+1] + len(self.epoch_steps(len(self._begins) - 1)))
        return self._begins[epoch]

    def xǁBatchPlanǁ_begin__mutmut_5(self, epoch: int) -> int:
        """The first step of an epoch."""
        while len(self._begins) <= epoch:
            self._begins.append(self._begins[-2] + len(self.epoch_steps(len(self._begins) - 1)))
        return self._begins[epoch]

    @_mutmut_mutated(mutants_xǁBatchPlanǁ_is_uniform__mutmut)
    def _is_uniform(self) -> bool:
        """Whether every epoch holds the same sequences."""
        return all(float(weight).is_integer() for weight in self.weights)

    def xǁBatchPlanǁ_is_uniform__mutmut_orig(self) -> bool:
        """Whether every epoch holds the same sequences."""
        return all(float(weight).is_integer() for weight in self.weights)

    def xǁBatchPlanǁ_is_uniform__mutmut_1(self) -> bool:
        """Whether every epoch holds the same sequences."""
        return all(None)

    def xǁBatchPlanǁ_is_uniform__mutmut_2(self) -> bool:
        """Whether every epoch holds the same sequences."""
        return all(float(None).is_integer() for weight in self.weights)

mutants_xǁBatchPlanǁ__init____mutmut['_mutmut_orig'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_1'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_2'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_3'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_4'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_5'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_6'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_7'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_8'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_9'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_10'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_11'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_11 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_12'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_12 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_13'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_13 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ__init____mutmut['xǁBatchPlanǁ__init____mutmut_14'] = BatchPlan.xǁBatchPlanǁ__init____mutmut_14 # type: ignore # mutmut generated

mutants_xǁBatchPlanǁrows_in_epoch__mutmut['_mutmut_orig'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_orig # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_1'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_1 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_2'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_2 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_3'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_3 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_4'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_4 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_5'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_5 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_6'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_6 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_7'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_7 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_8'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_8 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁrows_in_epoch__mutmut['xǁBatchPlanǁrows_in_epoch__mutmut_9'] = BatchPlan.xǁBatchPlanǁrows_in_epoch__mutmut_9 # type: ignore # mutmut generated

mutants_xǁBatchPlanǁepoch_steps__mutmut['_mutmut_orig'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_orig # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_1'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_1 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_2'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_2 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_3'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_3 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_4'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_4 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_5'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_5 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_6'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_6 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_7'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_7 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_8'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_8 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_9'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_9 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_10'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_10 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_11'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_11 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_12'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_12 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_13'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_13 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_14'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_14 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_15'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_15 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_16'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_16 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_17'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_17 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_18'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_18 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_19'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_19 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_20'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_20 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁepoch_steps__mutmut['xǁBatchPlanǁepoch_steps__mutmut_21'] = BatchPlan.xǁBatchPlanǁepoch_steps__mutmut_21 # type: ignore # mutmut generated

mutants_xǁBatchPlanǁtotal_steps__mutmut['_mutmut_orig'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_orig # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_1'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_1 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_2'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_2 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_3'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_3 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_4'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_4 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_5'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_5 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_6'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_6 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_7'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_7 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_8'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_8 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_9'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_9 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_10'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_10 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_11'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_11 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_12'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_12 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_13'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_13 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_14'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_14 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_15'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_15 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_16'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_16 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_17'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_17 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_18'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_18 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_19'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_19 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_20'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_20 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁtotal_steps__mutmut['xǁBatchPlanǁtotal_steps__mutmut_21'] = BatchPlan.xǁBatchPlanǁtotal_steps__mutmut_21 # type: ignore # mutmut generated

mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['_mutmut_orig'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_orig # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_1'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_1 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_2'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_2 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_3'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_3 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_4'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_4 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_5'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_5 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_6'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_6 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_7'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_7 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_8'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_8 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_9'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_9 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_10'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_10 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_11'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_11 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_12'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_12 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_13'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_13 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_14'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_14 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_15'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_15 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_16'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_16 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_17'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_17 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_18'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_18 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_19'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_19 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_20'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_20 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_21'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_21 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_22'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_22 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_23'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_23 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_24'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_24 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_25'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_25 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_26'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_26 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_27'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_27 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_28'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_28 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_29'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_29 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_30'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_30 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_31'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_31 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_32'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_32 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_33'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_33 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_34'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_34 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁsteps_in_epoch__mutmut['xǁBatchPlanǁsteps_in_epoch__mutmut_35'] = BatchPlan.xǁBatchPlanǁsteps_in_epoch__mutmut_35 # type: ignore # mutmut generated

mutants_xǁBatchPlanǁstep__mutmut['_mutmut_orig'] = BatchPlan.xǁBatchPlanǁstep__mutmut_orig # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_1'] = BatchPlan.xǁBatchPlanǁstep__mutmut_1 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_2'] = BatchPlan.xǁBatchPlanǁstep__mutmut_2 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_3'] = BatchPlan.xǁBatchPlanǁstep__mutmut_3 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_4'] = BatchPlan.xǁBatchPlanǁstep__mutmut_4 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_5'] = BatchPlan.xǁBatchPlanǁstep__mutmut_5 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_6'] = BatchPlan.xǁBatchPlanǁstep__mutmut_6 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_7'] = BatchPlan.xǁBatchPlanǁstep__mutmut_7 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_8'] = BatchPlan.xǁBatchPlanǁstep__mutmut_8 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_9'] = BatchPlan.xǁBatchPlanǁstep__mutmut_9 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_10'] = BatchPlan.xǁBatchPlanǁstep__mutmut_10 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_11'] = BatchPlan.xǁBatchPlanǁstep__mutmut_11 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_12'] = BatchPlan.xǁBatchPlanǁstep__mutmut_12 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_13'] = BatchPlan.xǁBatchPlanǁstep__mutmut_13 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_14'] = BatchPlan.xǁBatchPlanǁstep__mutmut_14 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_15'] = BatchPlan.xǁBatchPlanǁstep__mutmut_15 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_16'] = BatchPlan.xǁBatchPlanǁstep__mutmut_16 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_17'] = BatchPlan.xǁBatchPlanǁstep__mutmut_17 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_18'] = BatchPlan.xǁBatchPlanǁstep__mutmut_18 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_19'] = BatchPlan.xǁBatchPlanǁstep__mutmut_19 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_20'] = BatchPlan.xǁBatchPlanǁstep__mutmut_20 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_21'] = BatchPlan.xǁBatchPlanǁstep__mutmut_21 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_22'] = BatchPlan.xǁBatchPlanǁstep__mutmut_22 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_23'] = BatchPlan.xǁBatchPlanǁstep__mutmut_23 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_24'] = BatchPlan.xǁBatchPlanǁstep__mutmut_24 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_25'] = BatchPlan.xǁBatchPlanǁstep__mutmut_25 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_26'] = BatchPlan.xǁBatchPlanǁstep__mutmut_26 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_27'] = BatchPlan.xǁBatchPlanǁstep__mutmut_27 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_28'] = BatchPlan.xǁBatchPlanǁstep__mutmut_28 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_29'] = BatchPlan.xǁBatchPlanǁstep__mutmut_29 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁstep__mutmut['xǁBatchPlanǁstep__mutmut_30'] = BatchPlan.xǁBatchPlanǁstep__mutmut_30 # type: ignore # mutmut generated

mutants_xǁBatchPlanǁ_begin__mutmut['_mutmut_orig'] = BatchPlan.xǁBatchPlanǁ_begin__mutmut_orig # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ_begin__mutmut['xǁBatchPlanǁ_begin__mutmut_1'] = BatchPlan.xǁBatchPlanǁ_begin__mutmut_1 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ_begin__mutmut['xǁBatchPlanǁ_begin__mutmut_2'] = BatchPlan.xǁBatchPlanǁ_begin__mutmut_2 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ_begin__mutmut['xǁBatchPlanǁ_begin__mutmut_3'] = BatchPlan.xǁBatchPlanǁ_begin__mutmut_3 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ_begin__mutmut['xǁBatchPlanǁ_begin__mutmut_4'] = BatchPlan.xǁBatchPlanǁ_begin__mutmut_4 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ_begin__mutmut['xǁBatchPlanǁ_begin__mutmut_5'] = BatchPlan.xǁBatchPlanǁ_begin__mutmut_5 # type: ignore # mutmut generated

mutants_xǁBatchPlanǁ_is_uniform__mutmut['_mutmut_orig'] = BatchPlan.xǁBatchPlanǁ_is_uniform__mutmut_orig # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ_is_uniform__mutmut['xǁBatchPlanǁ_is_uniform__mutmut_1'] = BatchPlan.xǁBatchPlanǁ_is_uniform__mutmut_1 # type: ignore # mutmut generated
mutants_xǁBatchPlanǁ_is_uniform__mutmut['xǁBatchPlanǁ_is_uniform__mutmut_2'] = BatchPlan.xǁBatchPlanǁ_is_uniform__mutmut_2 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_epoch_order__mutmut)
def epoch_order(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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


def x_epoch_order__mutmut_orig(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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


def x_epoch_order__mutmut_1(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = None
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


def x_epoch_order__mutmut_2(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(None):
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


def x_epoch_order__mutmut_3(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(None, weights, strict=True)):
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


def x_epoch_order__mutmut_4(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, None, strict=True)):
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


def x_epoch_order__mutmut_5(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=None)):
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


def x_epoch_order__mutmut_6(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(weights, strict=True)):
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


def x_epoch_order__mutmut_7(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, strict=True)):
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


def x_epoch_order__mutmut_8(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, )):
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


def x_epoch_order__mutmut_9(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=False)):
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


def x_epoch_order__mutmut_10(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = None
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_11(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(None), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_12(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight / len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_13(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch / weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_14(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int(None)
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_15(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight / len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_16(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) / weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_17(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch - 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_18(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 2) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_19(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position <= end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_20(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = None
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_21(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(None, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_22(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, None)
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_23(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_24(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, )
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_25(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = None
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_26(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(None)]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_27(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(None, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_28(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, None, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_29(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, None, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_30(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, None).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_31(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_32(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_33(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_34(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, ).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_35(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 2, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_36(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(None)
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_37(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end + position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_38(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset - end - position])
            position += len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_39(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position = len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_40(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position -= len(chosen[-1])
    if not chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_41(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
    """
    chosen: list[Ints] = []
    for source, (ids, weight) in enumerate(zip(members, weights, strict=True)):
        position, end = int(epoch * weight * len(ids)), int((epoch + 1) * weight * len(ids))
        while position < end:
            turn, offset = divmod(position, len(ids))
            shuffled = ids[_generator(seed, 1, source, turn).permutation(len(ids))]
            chosen.append(shuffled[offset : offset + end - position])
            position += len(chosen[-1])
    if chosen:
        return np.zeros(0, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_42(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
        return np.zeros(None, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_43(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
        return np.zeros(0, None)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_44(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
        return np.zeros(np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_45(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
        return np.zeros(0, )
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_46(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
        return np.zeros(1, np.int64)
    order = np.concatenate(chosen)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_47(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    order = None
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_48(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    order = np.concatenate(None)
    return order[_generator(seed, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_49(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    return order[_generator(seed, 2, epoch).permutation(None)]


def x_epoch_order__mutmut_50(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    return order[_generator(None, 2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_51(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    return order[_generator(seed, None, epoch).permutation(len(order))]


def x_epoch_order__mutmut_52(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    return order[_generator(seed, 2, None).permutation(len(order))]


def x_epoch_order__mutmut_53(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    return order[_generator(2, epoch).permutation(len(order))]


def x_epoch_order__mutmut_54(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    return order[_generator(seed, epoch).permutation(len(order))]


def x_epoch_order__mutmut_55(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    return order[_generator(seed, 2, ).permutation(len(order))]


def x_epoch_order__mutmut_56(members: Sequence[Ints], weights: Sequence[float], seed: int, epoch: int) -> Ints:
    """The sequence ids that `epoch` shows, shuffled.

    Each source is an endless stream of passes, each pass shuffled anew; epoch e takes the stretch from e * weight to
    (e + 1) * weight passes of it.
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
    return order[_generator(seed, 3, epoch).permutation(len(order))]

mutants_x_epoch_order__mutmut['_mutmut_orig'] = x_epoch_order__mutmut_orig # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_1'] = x_epoch_order__mutmut_1 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_2'] = x_epoch_order__mutmut_2 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_3'] = x_epoch_order__mutmut_3 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_4'] = x_epoch_order__mutmut_4 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_5'] = x_epoch_order__mutmut_5 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_6'] = x_epoch_order__mutmut_6 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_7'] = x_epoch_order__mutmut_7 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_8'] = x_epoch_order__mutmut_8 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_9'] = x_epoch_order__mutmut_9 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_10'] = x_epoch_order__mutmut_10 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_11'] = x_epoch_order__mutmut_11 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_12'] = x_epoch_order__mutmut_12 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_13'] = x_epoch_order__mutmut_13 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_14'] = x_epoch_order__mutmut_14 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_15'] = x_epoch_order__mutmut_15 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_16'] = x_epoch_order__mutmut_16 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_17'] = x_epoch_order__mutmut_17 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_18'] = x_epoch_order__mutmut_18 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_19'] = x_epoch_order__mutmut_19 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_20'] = x_epoch_order__mutmut_20 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_21'] = x_epoch_order__mutmut_21 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_22'] = x_epoch_order__mutmut_22 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_23'] = x_epoch_order__mutmut_23 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_24'] = x_epoch_order__mutmut_24 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_25'] = x_epoch_order__mutmut_25 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_26'] = x_epoch_order__mutmut_26 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_27'] = x_epoch_order__mutmut_27 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_28'] = x_epoch_order__mutmut_28 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_29'] = x_epoch_order__mutmut_29 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_30'] = x_epoch_order__mutmut_30 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_31'] = x_epoch_order__mutmut_31 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_32'] = x_epoch_order__mutmut_32 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_33'] = x_epoch_order__mutmut_33 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_34'] = x_epoch_order__mutmut_34 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_35'] = x_epoch_order__mutmut_35 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_36'] = x_epoch_order__mutmut_36 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_37'] = x_epoch_order__mutmut_37 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_38'] = x_epoch_order__mutmut_38 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_39'] = x_epoch_order__mutmut_39 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_40'] = x_epoch_order__mutmut_40 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_41'] = x_epoch_order__mutmut_41 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_42'] = x_epoch_order__mutmut_42 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_43'] = x_epoch_order__mutmut_43 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_44'] = x_epoch_order__mutmut_44 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_45'] = x_epoch_order__mutmut_45 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_46'] = x_epoch_order__mutmut_46 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_47'] = x_epoch_order__mutmut_47 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_48'] = x_epoch_order__mutmut_48 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_49'] = x_epoch_order__mutmut_49 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_50'] = x_epoch_order__mutmut_50 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_51'] = x_epoch_order__mutmut_51 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_52'] = x_epoch_order__mutmut_52 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_53'] = x_epoch_order__mutmut_53 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_54'] = x_epoch_order__mutmut_54 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_55'] = x_epoch_order__mutmut_55 # type: ignore # mutmut generated
mutants_x_epoch_order__mutmut['x_epoch_order__mutmut_56'] = x_epoch_order__mutmut_56 # type: ignore # mutmut generated
mutants_x_step_count__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_step_count__mutmut)
def step_count(tokens: int, batch_tokens: int) -> int:
    return max(1, round(tokens / batch_tokens))


def x_step_count__mutmut_orig(tokens: int, batch_tokens: int) -> int:
    return max(1, round(tokens / batch_tokens))


def x_step_count__mutmut_1(tokens: int, batch_tokens: int) -> int:
    return max(None, round(tokens / batch_tokens))


def x_step_count__mutmut_2(tokens: int, batch_tokens: int) -> int:
    return max(1, None)


def x_step_count__mutmut_3(tokens: int, batch_tokens: int) -> int:
    return max(round(tokens / batch_tokens))


def x_step_count__mutmut_4(tokens: int, batch_tokens: int) -> int:
    return max(1, )


def x_step_count__mutmut_5(tokens: int, batch_tokens: int) -> int:
    return max(2, round(tokens / batch_tokens))


def x_step_count__mutmut_6(tokens: int, batch_tokens: int) -> int:
    return max(1, round(None))


def x_step_count__mutmut_7(tokens: int, batch_tokens: int) -> int:
    return max(1, round(tokens * batch_tokens))

mutants_x_step_count__mutmut['_mutmut_orig'] = x_step_count__mutmut_orig # type: ignore # mutmut generated
mutants_x_step_count__mutmut['x_step_count__mutmut_1'] = x_step_count__mutmut_1 # type: ignore # mutmut generated
mutants_x_step_count__mutmut['x_step_count__mutmut_2'] = x_step_count__mutmut_2 # type: ignore # mutmut generated
mutants_x_step_count__mutmut['x_step_count__mutmut_3'] = x_step_count__mutmut_3 # type: ignore # mutmut generated
mutants_x_step_count__mutmut['x_step_count__mutmut_4'] = x_step_count__mutmut_4 # type: ignore # mutmut generated
mutants_x_step_count__mutmut['x_step_count__mutmut_5'] = x_step_count__mutmut_5 # type: ignore # mutmut generated
mutants_x_step_count__mutmut['x_step_count__mutmut_6'] = x_step_count__mutmut_6 # type: ignore # mutmut generated
mutants_x_step_count__mutmut['x_step_count__mutmut_7'] = x_step_count__mutmut_7 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_cut_steps__mutmut)
def cut_steps(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_orig(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_1(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_2(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = None
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_3(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(None)
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_4(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = None
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_5(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(None, batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_6(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), None)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_7(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_8(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), )
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_9(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(None), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_10(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[+1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_11(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-2]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_12(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = None
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_13(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends + lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_14(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] * 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_15(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 3
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_16(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = None
    return _split(order, bounds)


def x_cut_steps__mutmut_17(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(None, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_18(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, None)
    return _split(order, bounds)


def x_cut_steps__mutmut_19(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_20(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, )
    return _split(order, bounds)


def x_cut_steps__mutmut_21(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) / (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_22(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(None, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_23(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, None) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_24(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_25(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, ) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_26(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(2, steps) * (ends[-1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_27(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] * steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_28(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[+1] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_29(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-2] / steps))
    return _split(order, bounds)


def x_cut_steps__mutmut_30(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(None, bounds)


def x_cut_steps__mutmut_31(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, None)


def x_cut_steps__mutmut_32(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(bounds)


def x_cut_steps__mutmut_33(order: Ints, lengths: Ints, batch_tokens: int) -> list[Ints]:
    """Cuts the stream of sequences into steps of equal token count (to within a sequence), as near `batch_tokens` as
    whole steps allow: no epoch ends in a small, noisy step."""
    if not len(order):
        return []
    ends = np.cumsum(lengths[order])
    steps = step_count(int(ends[-1]), batch_tokens)
    middles = ends - lengths[order] / 2
    bounds = np.searchsorted(middles, np.arange(1, steps) * (ends[-1] / steps))
    return _split(order, )

mutants_x_cut_steps__mutmut['_mutmut_orig'] = x_cut_steps__mutmut_orig # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_1'] = x_cut_steps__mutmut_1 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_2'] = x_cut_steps__mutmut_2 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_3'] = x_cut_steps__mutmut_3 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_4'] = x_cut_steps__mutmut_4 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_5'] = x_cut_steps__mutmut_5 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_6'] = x_cut_steps__mutmut_6 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_7'] = x_cut_steps__mutmut_7 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_8'] = x_cut_steps__mutmut_8 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_9'] = x_cut_steps__mutmut_9 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_10'] = x_cut_steps__mutmut_10 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_11'] = x_cut_steps__mutmut_11 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_12'] = x_cut_steps__mutmut_12 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_13'] = x_cut_steps__mutmut_13 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_14'] = x_cut_steps__mutmut_14 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_15'] = x_cut_steps__mutmut_15 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_16'] = x_cut_steps__mutmut_16 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_17'] = x_cut_steps__mutmut_17 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_18'] = x_cut_steps__mutmut_18 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_19'] = x_cut_steps__mutmut_19 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_20'] = x_cut_steps__mutmut_20 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_21'] = x_cut_steps__mutmut_21 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_22'] = x_cut_steps__mutmut_22 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_23'] = x_cut_steps__mutmut_23 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_24'] = x_cut_steps__mutmut_24 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_25'] = x_cut_steps__mutmut_25 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_26'] = x_cut_steps__mutmut_26 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_27'] = x_cut_steps__mutmut_27 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_28'] = x_cut_steps__mutmut_28 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_29'] = x_cut_steps__mutmut_29 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_30'] = x_cut_steps__mutmut_30 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_31'] = x_cut_steps__mutmut_31 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_32'] = x_cut_steps__mutmut_32 # type: ignore # mutmut generated
mutants_x_cut_steps__mutmut['x_cut_steps__mutmut_33'] = x_cut_steps__mutmut_33 # type: ignore # mutmut generated
mutants_x__split__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__split__mutmut)
def _split(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_orig(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_1(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = None
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_2(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(None, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_3(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, None)
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_4(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_5(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, )
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_6(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) - 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_7(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 2, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_8(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = None
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_9(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [1]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_10(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(None, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_11(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, None):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_12(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_13(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, ):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_14(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(2, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_15(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(None)
    return np.split(order, moved[1:])


def x__split__mutmut_16(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(None, len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_17(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), None))
    return np.split(order, moved[1:])


def x__split__mutmut_18(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_19(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), ))
    return np.split(order, moved[1:])


def x__split__mutmut_20(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(None, moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_21(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), None), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_22(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_23(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), ), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_24(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(None), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_25(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i + 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_26(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 2]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_27(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] - 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_28(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[+1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_29(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-2] + 1), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_30(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 2), len(order) - (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_31(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) + (steps - i)))
    return np.split(order, moved[1:])


def x__split__mutmut_32(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps + i)))
    return np.split(order, moved[1:])


def x__split__mutmut_33(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(None, moved[1:])


def x__split__mutmut_34(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, None)


def x__split__mutmut_35(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(moved[1:])


def x__split__mutmut_36(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, )


def x__split__mutmut_37(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.rsplit(order, moved[1:])


def x__split__mutmut_38(order: Ints, bounds: Ints) -> list[Ints]:
    """Splits `order` at the bounds; where a long sequence would leave a step empty, the bounds move apart."""
    steps = min(len(bounds) + 1, len(order))
    moved = [0]
    for i in range(1, steps):
        moved.append(min(max(int(bounds[i - 1]), moved[-1] + 1), len(order) - (steps - i)))
    return np.split(order, moved[2:])

mutants_x__split__mutmut['_mutmut_orig'] = x__split__mutmut_orig # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_1'] = x__split__mutmut_1 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_2'] = x__split__mutmut_2 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_3'] = x__split__mutmut_3 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_4'] = x__split__mutmut_4 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_5'] = x__split__mutmut_5 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_6'] = x__split__mutmut_6 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_7'] = x__split__mutmut_7 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_8'] = x__split__mutmut_8 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_9'] = x__split__mutmut_9 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_10'] = x__split__mutmut_10 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_11'] = x__split__mutmut_11 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_12'] = x__split__mutmut_12 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_13'] = x__split__mutmut_13 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_14'] = x__split__mutmut_14 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_15'] = x__split__mutmut_15 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_16'] = x__split__mutmut_16 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_17'] = x__split__mutmut_17 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_18'] = x__split__mutmut_18 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_19'] = x__split__mutmut_19 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_20'] = x__split__mutmut_20 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_21'] = x__split__mutmut_21 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_22'] = x__split__mutmut_22 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_23'] = x__split__mutmut_23 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_24'] = x__split__mutmut_24 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_25'] = x__split__mutmut_25 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_26'] = x__split__mutmut_26 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_27'] = x__split__mutmut_27 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_28'] = x__split__mutmut_28 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_29'] = x__split__mutmut_29 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_30'] = x__split__mutmut_30 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_31'] = x__split__mutmut_31 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_32'] = x__split__mutmut_32 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_33'] = x__split__mutmut_33 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_34'] = x__split__mutmut_34 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_35'] = x__split__mutmut_35 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_36'] = x__split__mutmut_36 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_37'] = x__split__mutmut_37 # type: ignore # mutmut generated
mutants_x__split__mutmut['x__split__mutmut_38'] = x__split__mutmut_38 # type: ignore # mutmut generated
mutants_x_share__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_share__mutmut)
def share(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_orig(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_1(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size != 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_2(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 2:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_3(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = None
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_4(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(None, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_5(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, None)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_6(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_7(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, )
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_8(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = None
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_9(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) / (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_10(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(None) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_11(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 / size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_12(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (3 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_13(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = None
    return mine


def x_share__mutmut_14(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(None, 2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_15(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, None) == rank]
    return mine


def x_share__mutmut_16(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(2 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_17(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, ) == rank]
    return mine


def x_share__mutmut_18(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 + turn) == rank]
    return mine


def x_share__mutmut_19(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size + 1 - turn) == rank]
    return mine


def x_share__mutmut_20(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 / size - 1 - turn) == rank]
    return mine


def x_share__mutmut_21(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 3 * size - 1 - turn) == rank]
    return mine


def x_share__mutmut_22(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 2 - turn) == rank]
    return mine


def x_share__mutmut_23(sequences: Ints, lengths: Ints, rank: int, size: int) -> Ints:
    """Those of a step's sequences that process `rank` of `size` computes: dealt out by length, to and fro, so that all
    have about as many tokens."""
    if size == 1:
        return sequences
    ordered = _longest_first(sequences, lengths)
    turn = np.arange(len(ordered)) % (2 * size)
    mine: Ints = ordered[np.minimum(turn, 2 * size - 1 - turn) != rank]
    return mine

mutants_x_share__mutmut['_mutmut_orig'] = x_share__mutmut_orig # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_1'] = x_share__mutmut_1 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_2'] = x_share__mutmut_2 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_3'] = x_share__mutmut_3 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_4'] = x_share__mutmut_4 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_5'] = x_share__mutmut_5 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_6'] = x_share__mutmut_6 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_7'] = x_share__mutmut_7 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_8'] = x_share__mutmut_8 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_9'] = x_share__mutmut_9 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_10'] = x_share__mutmut_10 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_11'] = x_share__mutmut_11 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_12'] = x_share__mutmut_12 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_13'] = x_share__mutmut_13 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_14'] = x_share__mutmut_14 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_15'] = x_share__mutmut_15 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_16'] = x_share__mutmut_16 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_17'] = x_share__mutmut_17 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_18'] = x_share__mutmut_18 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_19'] = x_share__mutmut_19 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_20'] = x_share__mutmut_20 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_21'] = x_share__mutmut_21 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_22'] = x_share__mutmut_22 # type: ignore # mutmut generated
mutants_x_share__mutmut['x_share__mutmut_23'] = x_share__mutmut_23 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_micro_batches__mutmut)
def micro_batches(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_orig(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_1(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = True, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_2(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = None
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_3(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(None, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_4(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, None)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_5(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_6(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, )
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_7(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = None
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_8(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = None
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_9(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 1
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_10(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = None
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_11(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(None)
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_12(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = None
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_13(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if (padded) and False else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_14(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if (padded) or True else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_15(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = None
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_16(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None or length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_17(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_18(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length < border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_19(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border <= longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_20(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room and is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_21(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts and cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_22(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_23(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost >= room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_24(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append(None)
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_25(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = None
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_26(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(None)
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_27(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[+1].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_28(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-2].append(int(sequence))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_29(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(None))
        room -= cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_30(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room = cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_31(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room += cost
    return [np.array(part, np.int64) for part in parts]


def x_micro_batches__mutmut_32(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(None, np.int64) for part in parts]


def x_micro_batches__mutmut_33(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, None) for part in parts]


def x_micro_batches__mutmut_34(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(np.int64) for part in parts]


def x_micro_batches__mutmut_35(
    sequences: Ints, lengths: Ints, micro_batch_tokens: int, *, padded: bool = False, border: int | None = None
) -> list[Ints]:
    """Splits one step into parts of at most `micro_batch_tokens`, with `padded` those of the rectangle around them (a
    longer sequence is a part of its own). No part has sequences both of up to `border` tokens and of more.

    Sorted by length, longest first, ties in plan order: neighbours then waste nothing when attention groups them.
    """
    ordered = _longest_first(sequences, lengths)
    parts: list[list[int]] = []
    room = longest = 0
    for sequence in ordered:
        length = int(lengths[sequence])
        cost = longest if padded else length
        is_other = border is not None and length <= border < longest
        if not parts or cost > room or is_other:
            parts.append([])
            room, longest, cost = micro_batch_tokens, length, length
        parts[-1].append(int(sequence))
        room -= cost
    return [np.array(part, ) for part in parts]

mutants_x_micro_batches__mutmut['_mutmut_orig'] = x_micro_batches__mutmut_orig # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_1'] = x_micro_batches__mutmut_1 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_2'] = x_micro_batches__mutmut_2 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_3'] = x_micro_batches__mutmut_3 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_4'] = x_micro_batches__mutmut_4 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_5'] = x_micro_batches__mutmut_5 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_6'] = x_micro_batches__mutmut_6 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_7'] = x_micro_batches__mutmut_7 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_8'] = x_micro_batches__mutmut_8 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_9'] = x_micro_batches__mutmut_9 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_10'] = x_micro_batches__mutmut_10 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_11'] = x_micro_batches__mutmut_11 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_12'] = x_micro_batches__mutmut_12 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_13'] = x_micro_batches__mutmut_13 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_14'] = x_micro_batches__mutmut_14 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_15'] = x_micro_batches__mutmut_15 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_16'] = x_micro_batches__mutmut_16 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_17'] = x_micro_batches__mutmut_17 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_18'] = x_micro_batches__mutmut_18 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_19'] = x_micro_batches__mutmut_19 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_20'] = x_micro_batches__mutmut_20 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_21'] = x_micro_batches__mutmut_21 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_22'] = x_micro_batches__mutmut_22 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_23'] = x_micro_batches__mutmut_23 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_24'] = x_micro_batches__mutmut_24 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_25'] = x_micro_batches__mutmut_25 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_26'] = x_micro_batches__mutmut_26 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_27'] = x_micro_batches__mutmut_27 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_28'] = x_micro_batches__mutmut_28 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_29'] = x_micro_batches__mutmut_29 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_30'] = x_micro_batches__mutmut_30 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_31'] = x_micro_batches__mutmut_31 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_32'] = x_micro_batches__mutmut_32 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_33'] = x_micro_batches__mutmut_33 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_34'] = x_micro_batches__mutmut_34 # type: ignore # mutmut generated
mutants_x_micro_batches__mutmut['x_micro_batches__mutmut_35'] = x_micro_batches__mutmut_35 # type: ignore # mutmut generated
mutants_x__longest_first__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__longest_first__mutmut)
def _longest_first(sequences: Ints, lengths: Ints) -> Ints:
    """Ties stay in plan order."""
    ordered: Ints = sequences[np.argsort(-lengths[sequences], kind="stable")]
    return ordered


def x__longest_first__mutmut_orig(sequences: Ints, lengths: Ints) -> Ints:
    """Ties stay in plan order."""
    ordered: Ints = sequences[np.argsort(-lengths[sequences], kind="stable")]
    return ordered


def x__longest_first__mutmut_1(sequences: Ints, lengths: Ints) -> Ints:
    """Ties stay in plan order."""
    ordered: Ints = None
    return ordered


def x__longest_first__mutmut_2(sequences: Ints, lengths: Ints) -> Ints:
    """Ties stay in plan order."""
    ordered: Ints = sequences[np.argsort(None, kind="stable")]
    return ordered


def x__longest_first__mutmut_3(sequences: Ints, lengths: Ints) -> Ints:
    """Ties stay in plan order."""
    ordered: Ints = sequences[np.argsort(-lengths[sequences], kind=None)]
    return ordered


def x__longest_first__mutmut_4(sequences: Ints, lengths: Ints) -> Ints:
    """Ties stay in plan order."""
    ordered: Ints = sequences[np.argsort(kind="stable")]
    return ordered


def x__longest_first__mutmut_5(sequences: Ints, lengths: Ints) -> Ints:
    """Ties stay in plan order."""
    ordered: Ints = sequences[np.argsort(-lengths[sequences], )]
    return ordered


def x__longest_first__mutmut_6(sequences: Ints, lengths: Ints) -> Ints:
    """Ties stay in plan order."""
    ordered: Ints = sequences[np.argsort(+lengths[sequences], kind="stable")]
    return ordered

mutants_x__longest_first__mutmut['_mutmut_orig'] = x__longest_first__mutmut_orig # type: ignore # mutmut generated
mutants_x__longest_first__mutmut['x__longest_first__mutmut_1'] = x__longest_first__mutmut_1 # type: ignore # mutmut generated
mutants_x__longest_first__mutmut['x__longest_first__mutmut_2'] = x__longest_first__mutmut_2 # type: ignore # mutmut generated
mutants_x__longest_first__mutmut['x__longest_first__mutmut_3'] = x__longest_first__mutmut_3 # type: ignore # mutmut generated
mutants_x__longest_first__mutmut['x__longest_first__mutmut_4'] = x__longest_first__mutmut_4 # type: ignore # mutmut generated
mutants_x__longest_first__mutmut['x__longest_first__mutmut_5'] = x__longest_first__mutmut_5 # type: ignore # mutmut generated
mutants_x__longest_first__mutmut['x__longest_first__mutmut_6'] = x__longest_first__mutmut_6 # type: ignore # mutmut generated
mutants_x__generator__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__generator__mutmut)
def _generator(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(np.random.SeedSequence(key)))


def x__generator__mutmut_orig(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(np.random.SeedSequence(key)))


def x__generator__mutmut_1(*key: int) -> np.random.Generator:
    return np.random.Generator(None)


def x__generator__mutmut_2(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(None))


def x__generator__mutmut_3(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(np.random.SeedSequence(None)))

mutants_x__generator__mutmut['_mutmut_orig'] = x__generator__mutmut_orig # type: ignore # mutmut generated
mutants_x__generator__mutmut['x__generator__mutmut_1'] = x__generator__mutmut_1 # type: ignore # mutmut generated
mutants_x__generator__mutmut['x__generator__mutmut_2'] = x__generator__mutmut_2 # type: ignore # mutmut generated
mutants_x__generator__mutmut['x__generator__mutmut_3'] = x__generator__mutmut_3 # type: ignore # mutmut generated
