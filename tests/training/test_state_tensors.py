"""Shards of weights and optimizer state: each rank writes its own, and any number of ranks reads them."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from processes import on_ranks
from torch import Tensor
from torch.distributed.tensor import DTensor
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedModel

from instructgpt_cli.errors import Interrupted, ResourceError
from instructgpt_cli.model import tensor_files
from instructgpt_cli.model.tensor_files import TensorFiles
from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.system import atomic_files
from instructgpt_cli.training import checkpoint, optimizers, state_tensors
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup, full_tensor, rows_of_shard
from instructgpt_cli.training.sharding import ShardedModel

Optimizers = Sequence[torch.optim.Optimizer]
CPU = torch.device("cpu")
WRITERS = 3  # so that rows are uneven, and one rank has none of the norms' last


def build(group: ProcessGroup, seed: int) -> tuple[PreTrainedModel, Optimizers]:
    torch.manual_seed(seed)
    sizes: dict[str, Any] = {"hidden_size": 16, "intermediate_size": 32, "num_attention_heads": 2, "vocab_size": 31}
    config = AutoConfig.for_model("llama", num_hidden_layers=2, tie_word_embeddings=True, **sizes)
    built: PreTrainedModel = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
    model = ShardedModel(built, CPU, group).model
    return model, optimizers.build(model, Train(optimizer="muon"))


def trained(group: ProcessGroup, seed: int) -> tuple[PreTrainedModel, Optimizers]:
    model, both = build(group, seed)
    for p in model.parameters():
        p.grad = torch.ones_like(p)
    for optimizer in both:
        optimizer.step()
    return model, both


def all_in_full(model: PreTrainedModel, both: Optimizers) -> dict[str, Tensor]:
    parts = state_tensors.of(model, both).values()
    return {name: full_tensor(t) for part in parts for name, t in part.items()}


def write_shards(group: ProcessGroup, folder: Path) -> None:
    model, both = trained(group, seed=0)
    expected = all_in_full(model, both)
    if group.is_main:
        tensor_files.write(folder / "expected", expected)
    read = atomic_files.sha256

    def hash_small(path: Path) -> str:
        assert path.suffix != ".safetensors", "it was hashed on the way"
        return read(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DTensor, "full_tensor", None)  # no rank gathers
        patch.setattr(atomic_files, "sha256", hash_small)
        checkpoint.save(folder / "checkpoints", model, both, RunState(step=4), group)
    group.barrier()
    own = TensorFiles([path[group.rank] for path in state_tensors.files(folder / "checkpoints/step-4", group.size)])
    assert "0/momentum/model.layers.0.mlp.up_proj.weight" in own
    assert ("1/step/model.norm.weight" in own) == group.is_main
    assert sum(own.tensor(name).numel() for name in own) < 0.4 * sum(t.numel() for t in expected.values())
    for part in state_tensors.of(model, both).values():
        for name, tensor in part.items():
            if isinstance(tensor, DTensor):
                rows = rows_of_shard(tensor)
                assert torch.equal(tensor.to_local(), expected[name][rows])


def read_shards(group: ProcessGroup, folder: Path) -> None:
    model, both = build(group, seed=1)
    assert checkpoint.resume(folder / "checkpoints", model, both, group) == (RunState(step=4), [])
    found, expected = all_in_full(model, both), TensorFiles([folder / "expected"])
    assert found.keys() == {*expected}
    for name, tensor in found.items():
        assert torch.equal(tensor, expected.tensor(name)), name


def test_any_number_of_ranks_reads_what_each_rank_has_written(tmp_path: Path) -> None:
    assert on_ranks(write_shards, tmp_path, size=WRITERS) == [0] * WRITERS
    step = tmp_path / "checkpoints" / "step-4"
    assert atomic_files.verify(step) == ""
    assert sorted(path.name for path in step.glob("model*")) == [
        "model-00001-of-00003.safetensors",
        "model-00002-of-00003.safetensors",
        "model-00003-of-00003.safetensors",
    ]
    read_shards(SINGLE_PROCESS, tmp_path)
    assert on_ranks(read_shards, tmp_path) == [0, 0]
    checkpoint.save_run_state(tmp_path / "checkpoints", RunState(step=4, validated=4))
    assert checkpoint.newest_whole(tmp_path / "checkpoints") == (step, [])
    (step / "optimizer-00002-of-00003.safetensors").unlink()
    _, faults = checkpoint.newest_whole(tmp_path / "checkpoints")
    assert faults == ["step-4: optimizer-00002-of-00003.safetensors is missing"]


def failing(group: ProcessGroup, folder: Path) -> None:
    model, both = trained(group, seed=0)
    checkpoint.save(folder, model, both, RunState(step=1), group)

    def full(*args: Any) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    faults: tuple[tuple[Any, str, Any, type[Exception], str], ...] = (
        (tensor_files, "write", full, OSError, "No space left"),
        (Path, "is_dir", lambda path: False, ResourceError, "rank 1 does not see "),
    )
    for owner, name, failing, kind, text in faults:
        if group.rank == 1:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(owner, name, failing)
                with pytest.raises(kind, match=text):
                    checkpoint.save(folder, model, both, RunState(step=2), group)
        else:
            with pytest.raises(Interrupted, match="another process could not save its shards"):
                checkpoint.save(folder, model, both, RunState(step=2), group)
            assert [path.name for path in folder.iterdir()] == ["step-1"]
        group.barrier()
    checkpoint.save(folder, model, both, RunState(step=2), group)
    assert not group.is_main or checkpoint.newest_whole(folder) == (folder / "step-2", [])


def test_where_a_rank_cannot_write_there_is_no_checkpoint(tmp_path: Path) -> None:
    assert on_ranks(failing, tmp_path) == [0, 0]
