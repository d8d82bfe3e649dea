"""A KV cache of padded rows: keys and values of the tokens seen so far, in buffers that grow in place.

Transformers' own dynamic cache copies everything it holds for every token; here a token is written into room kept at
the end. Rows are right-aligned: a shorter row has unused columns on its left, which the attention mask hides, so rows
of any length can be put together at any time. Shapes: B rows, H key-value heads, L columns, D head size.
"""

from collections.abc import Sequence
from typing import Any

from torch import Tensor
from transformers.cache_utils import Cache, DynamicLayer

# Columns kept free at the end of a new buffer; a full one grows by half, so that copying stays linear in the answer.
ROOM = 32


class GrowingLayer(DynamicLayer):  # type: ignore[misc]  # Transformers has no types
    """One layer: `keys` and `values` [B, H, L, D] are views of buffers with room for more columns.

    Layers with a sliding window also keep every column: their mask, counted from the right, hides the old ones.
    """

    def __init__(self) -> None:
        super().__init__()
        self._buffers: tuple[Tensor, Tensor] | None = None
        self._end = 0

    def update(self, key_states: Tensor, value_states: Tensor, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
        """Appends the [B, H, new, D] states; returns all keys and values."""
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
        """The chosen rows of several layers, each cut or zero-padded on its left to `width` columns."""
        layer = cls()
        layer._take_columns(parts, width)
        return layer

    def _take_columns(self, parts: Sequence[tuple["GrowingLayer", Tensor]], width: int) -> None:
        chosen = [(part.keys, part.values, rows) for part, rows in parts if part.is_initialized]
        if chosen:
            keys = _right_aligned([(keys, rows) for keys, _, rows in chosen], width)
            values = _right_aligned([(values, rows) for _, values, rows in chosen], width)
            self._adopt(keys, values, width)


class GrowingCache(Cache):  # type: ignore[misc]
    """The given layers, of kinds that can be joined; without any, as many growing ones as the model uses."""

    def __init__(self, layers: Sequence[Any] = ()) -> None:
        if layers:
            super().__init__(layers=list(layers))
        else:
            super().__init__(layer_class_to_replicate=GrowingLayer)

    @classmethod
    def joined(cls, parts: Sequence[tuple["GrowingCache", Tensor]], width: int) -> "GrowingCache":
        """The chosen rows of several caches of one model; see `GrowingLayer.joined`."""
        return cls(
            [
                layer.joined([(cache.layers[i], rows) for cache, rows in parts], width)
                if hasattr(layer, "joined")
                else layer  # keeps nothing
                for i, layer in enumerate(parts[0][0].layers)
            ]
        )


def _buffer(like: Tensor, columns: int) -> Tensor:
    """An uninitialised [B, H, columns, D]."""
    return like.new_empty((*like.shape[:2], columns, like.shape[-1]))


def _right_aligned(parts: Sequence[tuple[Tensor, Tensor]], width: int) -> Tensor:
    """Buffer [sum of rows, H, width + ROOM, D]; unused columns are zero, as a masked NaN would still spoil a sum."""
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
