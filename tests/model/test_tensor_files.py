"""Safetensors files, written tensor by tensor and read by rows."""

import hashlib
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from instructgpt_cli.model import tensor_files
from instructgpt_cli.model.tensor_files import TensorFiles


def tensors_of_every_dtype() -> dict[str, Tensor]:
    torch.manual_seed(0)
    found = {f"b.{dtype}".replace("torch.", ""): (10 * torch.randn(3, 5)).to(dtype) for dtype in tensor_files.DTYPES}
    odd = {"a.scalar": torch.tensor(7.0), "a.empty": torch.zeros(0, 4), "über": torch.ones(1), "c.half": torch.ones(3)}
    return {**found, **odd, "c.half": torch.ones(3, dtype=torch.float16), "transposed": torch.randn(4, 6).T}


def test_a_file_has_the_bytes_of_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tensor_files, "CHUNK", 7)
    tensors = tensors_of_every_dtype()
    entry = tensor_files.write(tmp_path / "own", tensors)
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, tmp_path / "library")
    written = (tmp_path / "own").read_bytes()
    assert written == (tmp_path / "library").read_bytes()
    assert entry == {"sha256": hashlib.sha256(written).hexdigest(), "bytes": len(written)}
    with pytest.raises(FileExistsError):
        tensor_files.write(tmp_path / "own", tensors)


def test_tensors_are_fetched_one_by_one_in_the_order_of_the_file(tmp_path: Path) -> None:
    tensors = {"a": torch.ones(2), "b": torch.ones(3, dtype=torch.int64), "c": torch.ones(1)}
    fetched = []

    def fetch(tensor: Tensor) -> Tensor:
        fetched.append(len(tensor))
        return 2 * tensor

    tensor_files.write(tmp_path / "file", tensors, fetch)
    assert fetched == [3, 2, 1] == [len(tensors[name]) for name in tensor_files.in_file_order(tensors)]
    assert load_file(tmp_path / "file")["b"].tolist() == [2, 2, 2]


def test_a_file_is_read_as_a_whole_and_by_rows(tmp_path: Path) -> None:
    tensors = tensors_of_every_dtype()
    tensor_files.write(tmp_path / "file", tensors)
    files = TensorFiles([tmp_path / "file"])
    assert {*files} == {*tensors}
    for name, tensor in tensors.items():
        assert (files.shape(name), files.dtype(name)) == (tensor.shape, tensor.dtype)
        assert torch.equal(files.tensor(name), tensor)
    assert torch.equal(files.rows("b.float32", 1, 3), tensors["b.float32"][1:3])
    assert files.rows("b.float32", 2, 2).shape == (0, 5)


@pytest.mark.parametrize("rows", [[3, 3, 1], [1, 0, 0], [0, 4]])
def test_rows_lie_in_the_files_of_several_ranks(tmp_path: Path, rows: list[int]) -> None:
    whole, paths = torch.randn(sum(rows), 2), []
    for rank, part in enumerate(torch.split(whole, rows)):
        paths.append(tmp_path / f"{rank}")
        own = {"buffer": torch.arange(4), "step": torch.tensor(3.0)} if rank == 0 else {}
        tensor_files.write(paths[-1], {"sharded": part, **own})
    files = TensorFiles(paths)
    assert {*files} == {"sharded", "buffer", "step"}
    assert (files.shape("sharded"), files.shape("buffer"), files.shape("step")) == (whole.shape, (4,), ())
    assert torch.equal(files.tensor("sharded"), whole)
    assert files.tensor("step") == 3
    assert files.tensor("buffer").tolist() == [0, 1, 2, 3]
    for start in range(len(whole) + 1):
        for stop in range(start, len(whole) + 1):
            assert torch.equal(files.rows("sharded", start, stop), whole[start:stop])
