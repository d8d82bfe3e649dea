"""Safetensors files: written tensor by tensor and hashed on the way, and read by rows from the files of several ranks.

The library's writer takes all tensors at once, and a manifest would have to read its file again. Format:
https://huggingface.co/docs/safetensors/index#format; the bytes are the library's.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor

# In the library's order: it writes wider numbers first, which aligns them.
DTYPES = {
    torch.bool: "BOOL",
    torch.uint8: "U8",
    torch.int8: "I8",
    torch.int16: "I16",
    torch.float16: "F16",
    torch.bfloat16: "BF16",
    torch.int32: "I32",
    torch.float32: "F32",
    torch.float64: "F64",
    torch.int64: "I64",
}
CHUNK = 1 << 24  # bytes that are hashed and written at once


def write(
    path: Path, tensors: Mapping[str, Tensor], fetch: Callable[[Tensor], Tensor] = torch.Tensor.detach
) -> dict[str, object]:
    """Write a new file and fsync it. Returns its entry in a manifest: SHA-256 and size in bytes.

    `fetch` is called on one tensor after another, in the order of `in_file_order`, and returns what is written: a
    tensor of the same shape and dtype, on any device.
    """
    digest, size = hashlib.sha256(), 0
    with path.open("xb") as file:
        for part in _parts(tensors, fetch):
            digest.update(part)
            size += file.write(part)
        file.flush()
        os.fsync(file.fileno())
    return {"sha256": digest.hexdigest(), "bytes": size}


def in_file_order(tensors: Mapping[str, Tensor]) -> list[str]:
    """The names of `tensors` in the order in which `write` fetches them."""
    places = {dtype: place for place, dtype in enumerate(DTYPES)}
    return sorted(tensors, key=lambda name: (-places[tensors[name].dtype], name))


def _parts(tensors: Mapping[str, Tensor], fetch: Callable[[Tensor], Tensor]) -> Iterator[memoryview]:
    names = in_file_order(tensors)
    header, end = {}, 0
    for name in names:
        tensor = tensors[name]
        start, end = end, end + tensor.numel() * tensor.element_size()
        header[name] = {"dtype": DTYPES[tensor.dtype], "shape": [*tensor.shape], "data_offsets": [start, end]}
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    yield memoryview(len(text).to_bytes(8, "little") + text)
    for name in names:
        flat = fetch(tensors[name]).detach().cpu().contiguous().flatten()
        data = memoryview(flat.view(torch.uint8).numpy())  # type: ignore[arg-type]  # numpy's type lacks the protocol
        for start in range(0, len(data), CHUNK):
            yield data[start : start + CHUNK]


class TensorFiles:
    """The tensors of one file, or of one file per rank: a tensor that several have is the concatenation of their rows,
    any other is whole."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._files: list[Any] = [safe_open(path, framework="pt") for path in paths]
        self._holders: dict[str, list[int]] = {}
        for number, file in enumerate(self._files):
            for name in file.keys():  # noqa: SIM118  # it is not iterable
                self._holders.setdefault(name, []).append(number)

    def __iter__(self) -> Iterator[str]:
        return iter(self._holders)

    def shape(self, name: str) -> torch.Size:
        shapes = [self._slice(name, holder).get_shape() for holder in self._holders[name]]
        return torch.Size([sum(shape[0] for shape in shapes), *shapes[0][1:]] if shapes[0] else [])

    def dtype(self, name: str) -> torch.dtype:
        stored = self._slice(name, self._holders[name][0]).get_dtype()
        return next(dtype for dtype, known in DTYPES.items() if known == stored)

    def tensor(self, name: str) -> Tensor:
        """The full tensor."""
        shape = self.shape(name)
        if not shape:
            found: Tensor = self._files[self._holders[name][0]].get_tensor(name)
            return found
        return self.rows(name, 0, shape[0])

    def rows(self, name: str, start: int, stop: int) -> Tensor:
        """Rows `start` to `stop` of a tensor with at least one dimension; only they are read."""
        parts, first = [], 0
        for holder in self._holders[name]:
            part = self._slice(name, holder)
            count = part.get_shape()[0]
            here = slice(max(start - first, 0), min(stop - first, count))
            if here.start < here.stop:
                parts.append(part[here])
            first += count
        if not parts:
            return torch.empty((0, *self.shape(name)[1:]), dtype=self.dtype(name))
        return parts[0] if len(parts) == 1 else torch.cat(parts)

    def _slice(self, name: str, holder: int) -> Any:
        return self._files[holder].get_slice(name)
