"""The padded KV cache: appended in place, joined right-aligned."""

import torch
from torch import Tensor

from instructgpt_cli.inference.padded_cache import ROOM, GrowingCache, GrowingLayer


def states(rows: int, columns: int) -> Tensor:
    """Distinct values [rows, K=2, columns, D=3]."""
    return torch.arange(rows * 2 * columns * 3, dtype=torch.float32).reshape(rows, 2, columns, 3) + 1


def filled(rows: int, columns: int) -> GrowingLayer:
    layer = GrowingLayer()
    layer.update(states(rows, columns), -states(rows, columns))
    return layer


def test_columns_are_appended_in_place_until_the_buffer_is_full() -> None:
    layer = GrowingLayer()
    full = states(2, 5 + ROOM + 1)
    keys, values = layer.update(full[:, :, :5], -full[:, :, :5])
    first = keys.data_ptr()
    for column in range(5, 5 + ROOM):
        keys, values = layer.update(full[:, :, column : column + 1], -full[:, :, column : column + 1])
    assert keys.data_ptr() == first
    keys, values = layer.update(full[:, :, -1:], -full[:, :, -1:])
    assert keys.data_ptr() != first
    assert torch.equal(keys, full)
    assert torch.equal(values, -full)


def test_joined_rows_are_right_aligned_and_unused_columns_zero() -> None:
    long, short = filled(2, 6), filled(1, 2)
    parts = [(long, torch.tensor([1])), (short, torch.tensor([0, 0]))]
    joined = GrowingLayer.joined(parts, 4)
    assert joined.keys.shape == (3, 2, 4, 3)
    assert torch.equal(joined.keys[0], states(2, 6)[1, :, 2:])  # cut on its left
    for row in (1, 2):
        assert torch.equal(joined.values[row, :, 2:], -states(1, 2)[0])
        assert not joined.values[row, :, :2].any()
    joined.update(states(3, 1), states(3, 1))
    assert joined.keys.shape[2] == 5
    assert torch.equal(long.keys, states(2, 6))  # untouched


def test_a_joined_cache_has_the_layers_of_its_parts() -> None:
    cache = GrowingCache([filled(1, 2), filled(1, 3), GrowingLayer()])
    joined = GrowingCache.joined([(cache, torch.tensor([0, 0]))], 3)
    assert [len(layer.keys) for layer in joined.layers[:2]] == [2, 2]
    assert not joined.layers[2].is_initialized
