"""Micro-batches are concatenated sequences without padding, cut after the last target."""

import numpy as np
import pytest
import torch

from instructgpt_cli.dataset.batch import collate, input_length


@pytest.mark.parametrize(
    ("mask", "length"),
    [
        ([0, 0, 1, 1], 3),
        ([0, 1, 0, 0], 1),
        ([1, 0, 0, 1, 0], 3),
        ([1, 1], 1),
        ([1, 0, 0], 1),  # the first token is never a target
        ([0, 0, 0], 1),
        ([0], 1),
    ],
)
def test_the_input_ends_before_the_last_target(mask: list[int], length: int) -> None:
    assert input_length(mask) == input_length(np.array(mask, np.uint8)) == length


def test_sequences_are_concatenated_with_their_targets() -> None:
    batch = collate([([5, 6, 7, 8, 9], [0, 0, 1, 0, 0]), ([1, 2, 3, 4], [0, 1, 1, 1])], [30, 40])
    assert batch.input_ids.tolist() == [5, 6, 1, 2, 3]
    assert batch.position_ids.tolist() == [0, 1, 0, 1, 2]
    assert batch.target_positions.tolist() == [1, 2, 3, 4]
    assert batch.target_ids.tolist() == [7, 2, 3, 4]
    assert (batch.lengths, batch.target_counts, batch.rows) == ((2, 3), (1, 3), (30, 40))
    assert (batch.tokens, batch.targets) == (5, 4)
    assert batch.input_ids.dtype == batch.target_ids.dtype == torch.int64


def test_each_target_is_the_token_after_its_position() -> None:
    generator = np.random.default_rng(0)
    sequences = [(generator.integers(0, 99, n), generator.integers(0, 2, n)) for n in (2, 9, 17, 40)]
    batch = collate(sequences)
    starts = np.cumsum([0, *batch.lengths[:-1]])
    expected = [
        (start + i - 1, ids[i])
        for start, (ids, mask) in zip(starts, sequences, strict=True)
        for i in range(1, len(ids))
        if mask[i]
    ]
    assert list(zip(batch.target_positions.tolist(), batch.target_ids.tolist(), strict=True)) == expected


def test_an_empty_batch_has_empty_tensors() -> None:
    batch = collate([])
    assert (batch.tokens, batch.targets) == (0, 0)
    assert batch.input_ids.shape == batch.target_positions.shape == (0,)
    assert batch.input_ids.dtype == torch.int64


def test_a_sequence_without_a_target_is_one_token() -> None:
    batch = collate([([7, 8, 9], [1, 0, 0])])
    assert (batch.input_ids.tolist(), batch.targets, batch.tokens) == ([7], 0, 1)


def test_a_batch_moves_to_a_device_with_all_its_tensors() -> None:
    batch = collate([([1, 2], [0, 1])], [3])
    assert batch.to(torch.device("cpu")) is batch
    moved = batch.to(torch.device("meta"))
    tensors = (moved.input_ids, moved.position_ids, moved.target_positions, moved.target_ids)
    assert {tensor.device.type for tensor in tensors} == {"meta"}
    assert (moved.lengths, moved.rows) == ((1,), (3,))
