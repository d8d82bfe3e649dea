"""A KV cache of padded rows in buffers that grow in place.

Transformers' dynamic cache copies all keys and values for every token; here a token is written into free columns at the
end. Rows are right-aligned: the attention mask hides the unused columns on the left of a shorter row, so that rows of
any length can be joined at any time.

Shapes: B rows, K key-value heads, L columns, D head size.
"""

from collections.abc import Sequence
from typing import Any

from torch import Tensor
from transformers.cache_utils import Cache, DynamicLayer

# Free columns at the end of a new buffer. A full one grows by half: copying stays linear in the length of the answer.
ROOM = 32


class GrowingLayer(DynamicLayer):  # type: ignore[misc]  # Transformers has no types
    """One layer: `keys` and `values` [B, K, L, D] are views of buffers with free columns.

    A layer with a sliding window keeps every column too; its mask hides the old ones.
    """

    def __init__(self) -> None:
        super().__init__()
        self._buffers: tuple[Tensor, Tensor] | None = None
        self._end = 0

    def update(self, key_states: Tensor, value_states: Tensor, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
        """Appends states [B, K, new, D] and returns all keys and values."""
        new = key_states.shape[-2]
        if self._buffers is None:
            self._adopt(_buffer(key_states, new + ROOM), _buffer(value_states, new + ROOM), 0)
        assert self._buffers is not None
        if self._end + new > self._buffers[0].shape[-2]:
            capacity = (self._end + new) * 3 // 2 + ROOM
            grown = tuple(_buffer(b, capacity) for b in self._buffers)
            for old, buffer in zip(self._buffers, grown, strict=True):
                buffer[:, :, : self._end] = old[:, :, : self._end]
            self._adopt(grown[0], grown[1], self._end)
        for buffer, states in zip(self._buffers, (key_states, value_states), strict=True):
            buffer[:, :, self._end : self._end + new] = states
        self._adopt(*self._buffers, self._end + new)
        return self.keys, self.values

    def _adopt(self, keys: Tensor, values: Tensor, end: int) -> None:
        self._buffers, self._end = (keys, values), end
        self.keys, self.values = keys[:, :, :end], values[:, :, :end]
        self.dtype, self.device, self.is_initialized = keys.dtype, keys.device, True

    @classmethod
    def joined(cls, parts: Sequence[tuple["GrowingLayer", Tensor]], width: int) -> "GrowingLayer":
        """The selected rows of several layers, each cut or zero-padded on its left to `width` columns."""
        layer = cls()
        layer._take_columns(parts, width)
        return layer

    def _take_columns(self, parts: Sequence[tuple["GrowingLayer", Tensor]], width: int) -> None:
        filled = [(part.keys, part.values, rows) for part, rows in parts if part.is_initialized]
        if filled:
            keys = _right_aligned([(keys, rows) for keys, _, rows in filled], width)
            values = _right_aligned([(values, rows) for _, values, rows in filled], width)
            self._adopt(keys, values, width)


class GrowingCache(Cache):  # type: ignore[misc]
    """The given layers; without any, as many growing layers as the model has."""

    def __init__(self, layers: Sequence[Any] = ()) -> None:
        if layers:
            super().__init__(layers=list(layers))
        else:
            super().__init__(layer_class_to_replicate=GrowingLayer)

    @classmethod
    def joined(cls, parts: Sequence[tuple["GrowingCache", Tensor]], width: int) -> "GrowingCache":
        """The selected rows of several caches of one model, each of `width` columns."""
        return cls(
            [
                layer.joined([(cache.layers[i], rows) for cache, rows in parts], width)
                if hasattr(layer, "joined")
                else layer  # holds nothing
                for i, layer in enumerate(parts[0][0].layers)
            ]
        )


def _buffer(like: Tensor, columns: int) -> Tensor:
    """An uninitialized buffer [B, K, columns, D]."""
    return like.new_empty((*like.shape[:2], columns, like.shape[-1]))


def _right_aligned(parts: Sequence[tuple[Tensor, Tensor]], width: int) -> Tensor:
    """A buffer [all rows, K, width + ROOM, D]. Unused columns are zero: a NaN spoils a sum even where it is masked."""
    first = parts[0][0]
    count = sum(len(rows) for _, rows in parts)
    buffer = first.new_empty((count, first.shape[1], width + ROOM, first.shape[3]))
    start = 0
    for states, rows in parts:
        used = min(width, states.shape[2])
        block = buffer[start : start + len(rows)]
        block[:, :, : width - used] = 0
        block[:, :, width - used : width] = states[:, :, states.shape[2] - used :].index_select(0, rows)
        start += len(rows)
    return buffer
