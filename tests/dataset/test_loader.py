"""The batches of step k: all its sequences once, over micro-batches and ranks."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from instructgpt_cli.dataset.batch import Batch
from instructgpt_cli.dataset.batch_plan import BatchPlan
from instructgpt_cli.dataset.loader import load_all, load_batch, load_step


class Tokens:
    """Stands for a `TokenizedDataset`: sequence i has `lengths[i]` + 1 ids, all i, the last one a target."""

    def __init__(self, lengths: list[int]) -> None:
        self.lengths = np.array(lengths)
        self.targets = np.ones(len(lengths), np.int64)

    def __len__(self) -> int:
        return len(self.lengths)

    def sequence(self, i: int) -> tuple[NDArray[Any], NDArray[Any]]:
        mask = np.zeros(self.lengths[i] + 1, np.uint8)
        mask[-1] = 1
        return np.full(self.lengths[i] + 1, i, np.uint32), mask


LENGTHS = [int(n) for n in np.random.default_rng(1).integers(1, 40, 60)]
DATASET: Any = Tokens(LENGTHS)
PLAN = BatchPlan(DATASET.lengths, np.zeros(60, np.int64), [1.0], 0, 200)


def rows(batches: list[Batch]) -> list[int]:
    return [row for batch in batches for row in batch.rows]


@pytest.mark.parametrize("k", [0, 3, 9])
def test_a_step_has_all_its_sequences_in_micro_batches(k: int) -> None:
    step = load_step(DATASET, PLAN, k, 64)
    assert sorted(rows(step.micro_batches)) == sorted(PLAN.step(k).sequences.tolist())
    assert all(batch.tokens <= 64 for batch in step.micro_batches)
    assert step.tokens == sum(batch.tokens for batch in step.micro_batches)
    assert step.targets == sum(batch.targets for batch in step.micro_batches)
    assert (step.step.epoch, step.step.index) == divmod(k, PLAN.steps_in_epoch(0))


@pytest.mark.parametrize("size", [2, 3])
@pytest.mark.parametrize("room", [32, 1000])
def test_ranks_divide_a_step_and_know_its_total(size: int, room: int) -> None:
    whole = load_step(DATASET, PLAN, 1, room)
    shares = [load_step(DATASET, PLAN, 1, room, rank=rank, world_size=size) for rank in range(size)]
    assert sorted(row for part in shares for row in rows(part.micro_batches)) == sorted(rows(whole.micro_batches))
    assert {(part.targets, part.tokens) for part in shares} == {(whole.targets, whole.tokens)}


def test_the_number_of_micro_batches_is_equal_on_all_ranks_if_asked_for() -> None:
    lengths = [39, 3, 3, 3]
    dataset: Any = Tokens(lengths)
    plan = BatchPlan(dataset.lengths, np.zeros(4, np.int64), [1.0], 0, 1000)
    free = [load_step(dataset, plan, 0, 6, rank=rank, world_size=2).micro_batches for rank in range(2)]
    assert len(free[0]) != len(free[1])
    equal = [
        load_step(dataset, plan, 0, 6, rank=rank, world_size=2, equal_counts=True).micro_batches for rank in range(2)
    ]
    assert len(equal[0]) == len(equal[1]) == max(map(len, free))
    assert sorted(rows(equal[0]) + rows(equal[1])) == [0, 1, 2, 3]
    assert sum(batch.targets for batch in equal[0] + equal[1]) == 4


def test_padding_and_the_length_border_reach_the_micro_batches() -> None:
    padded = load_step(DATASET, PLAN, 0, 64, padded=True).micro_batches
    assert all(max(batch.lengths) * len(batch.lengths) <= 64 for batch in padded)
    apart = load_step(DATASET, PLAN, 0, 1000, border=20).micro_batches
    assert len(apart) == 2
    assert all(len({length > 20 for length in batch.lengths}) == 1 for batch in apart)


def test_validation_goes_through_every_sequence_once() -> None:
    parts = load_all(DATASET, 100)
    assert sorted(int(i) for part in parts for i in part) == list(range(60))
    assert all(DATASET.lengths[part].sum() <= 100 for part in parts)


def test_a_batch_holds_the_given_sequences() -> None:
    batch = load_batch(DATASET, np.array([7, 2]))
    assert batch.rows == (7, 2)
    assert batch.target_ids.tolist() == [7, 2]
    assert batch.lengths == (LENGTHS[7], LENGTHS[2])


def test_an_empty_micro_batch_is_one_token_without_a_target() -> None:
    batch = load_batch(DATASET, np.zeros(0, np.int64))
    assert (batch.tokens, batch.targets, batch.rows) == (1, 0, ())
