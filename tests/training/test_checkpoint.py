"""Checkpoints: all state of a run, whole or absent, and the same on every rank."""

import errno
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from processes import on_ranks
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError, NumericsError, ResourceError
from instructgpt_cli.model import tensor_files
from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.system import atomic_files
from instructgpt_cli.training import checkpoint, state_tensors
from instructgpt_cli.training import optimizers as optim
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.state_tensors import OPTIMIZER, WEIGHTS

Build = Callable[..., PreTrainedModel]


def train_a_little(model: PreTrainedModel, optimizers: list[torch.optim.Optimizer], seed: int, steps: int = 2) -> None:
    torch.manual_seed(seed)
    for _ in range(steps):
        for p in model.parameters():
            p.grad = torch.randn_like(p)
        for optimizer in optimizers:
            optimizer.step()


@pytest.mark.parametrize("name", ["adamw", "muon", "sgd"])
@pytest.mark.parametrize("architecture", ["llama", "gpt2"])  # gpt2 ties its head to its embeddings
def test_continuing_from_a_checkpoint_is_bit_identical(
    tiny_model: Build, tmp_path: Path, name: str, architecture: str
) -> None:
    train = Train.model_validate({"optimizer": name, "lr": 0.01})
    model = tiny_model(architecture)
    optimizers = optim.build(model, train)
    train_a_little(model, optimizers, seed=1)
    run_state = RunState(step=2, seconds=1.5, best_loss=2.25, best_step=1, environment="here")
    checkpoint.save(tmp_path, model, optimizers, run_state)
    train_a_little(model, optimizers, seed=2)

    other = tiny_model(architecture, seed=9)
    fresh = optim.build(other, train)
    assert checkpoint.resume(tmp_path, other, fresh) == (run_state, [])
    train_a_little(other, fresh, seed=2)
    for (key, a), (_, b) in zip(model.state_dict().items(), other.state_dict().items(), strict=True):
        assert torch.equal(a, b), key


def test_state_of_another_optimizer_is_refused(tiny_model: Build, tmp_path: Path) -> None:
    """A version that assigns parameters to other optimizers would continue with part of the state."""
    model = tiny_model("llama")
    muon, adamw = optim.build(model, Train(optimizer="muon"))
    train_a_little(model, [muon, adamw], seed=1)
    checkpoint.save(tmp_path, model, [muon, adamw], RunState(step=1))
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    for others in (optim.build(model, Train()), [adamw, muon]):
        with pytest.raises(ModelError, match=r"step-1: holds optimizer state of (lm_head|model)"):
            checkpoint.resume(tmp_path, model, others)
    assert all(torch.equal(tensor, before[name]) for name, tensor in model.state_dict().items())


def test_the_newest_whole_checkpoint_is_loaded_and_faults_of_newer_ones_are_reported(
    tiny_model: Build, tmp_path: Path
) -> None:
    model = tiny_model("llama")
    optimizers = optim.build(model, Train())
    for step in (1, 2, 3):
        train_a_little(model, optimizers, seed=step)
        checkpoint.save(tmp_path, model, optimizers, RunState(step=step))
    weights = tmp_path / "step-3" / "model.safetensors"
    raw = bytearray(weights.read_bytes())
    raw[-5] ^= 64
    weights.write_bytes(raw)
    shutil.rmtree(tmp_path / "step-2" / "optimizer.safetensors", ignore_errors=True)
    run_state, faults = checkpoint.resume(tmp_path, model, optimizers)
    assert run_state == RunState(step=2)
    assert faults == ["step-3: model.safetensors is damaged"]
    for step in (1, 2):
        (tmp_path / f"step-{step}" / "state.json").unlink()
    with pytest.raises(ModelError, match="no checkpoint is whole: step-3"):
        checkpoint.resume(tmp_path, model, optimizers)
    assert checkpoint.steps(tmp_path) == [1, 2, 3]


def test_an_unreadable_folder_is_not_an_empty_one(tmp_path: Path) -> None:
    assert checkpoint.steps(tmp_path / "none") == []
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="Not a directory"):
        checkpoint.steps(tmp_path / "file")


@pytest.mark.parametrize("name", [atomic_files.MANIFEST, checkpoint.STATE, WEIGHTS, OPTIMIZER])
def test_an_unreadable_checkpoint_is_not_skipped(
    tiny_model: Build, tmp_path: Path, name: str, forbid: Callable[[Path], None]
) -> None:
    """It may be whole: to continue from the one before would undo its steps."""
    model = tiny_model("llama")
    for step in (1, 2):
        checkpoint.save(tmp_path, model, [], RunState(step=step))
    forbid(tmp_path / "step-2" / name)
    with pytest.raises(
        ResourceError, match=f"step-2/{name}: Permission denied: this checkpoint cannot be verified"
    ) as e:
        checkpoint.resume(tmp_path, model, [])
    assert e.value.hint.startswith("Nothing was changed. Make it readable")
    assert checkpoint.steps(tmp_path) == [1, 2]


def test_rotation_keeps_the_newest(tiny_model: Build, tmp_path: Path) -> None:
    model = tiny_model("llama")
    for step in (9, 10, 100):
        checkpoint.save(tmp_path, model, [], RunState(step=step))
    checkpoint.rotate(tmp_path, keep=2, newest=100)
    assert checkpoint.steps(tmp_path) == [10, 100]
    assert checkpoint.latest(tmp_path).step == 100
    checkpoint.rotate(tmp_path, keep=1, newest=100)
    assert checkpoint.steps(tmp_path) == [100]


@pytest.mark.parametrize("keep", [1, 2, 3])
def test_damaged_newer_checkpoints_never_push_out_a_whole_one(tiny_model: Build, tmp_path: Path, keep: int) -> None:
    model = tiny_model("llama")
    for step in (10, 20, 30):
        checkpoint.save(tmp_path, model, [], RunState(step=step))
    for step in (20, 30):
        (tmp_path / f"step-{step}" / "model.safetensors").write_bytes(b"torn")
    checkpoint.save(tmp_path, model, [], RunState(step=15))
    checkpoint.rotate(tmp_path, keep, newest=15)
    assert checkpoint.steps(tmp_path) == [10, 15][-keep:]
    assert checkpoint.newest_whole(tmp_path) == (tmp_path / "step-15", [])


def test_other_files_are_left_alone(tiny_model: Build, tmp_path: Path) -> None:
    for name in ("step-", "step-007", "step-²", "step-٣", "step-1.old", "stepped"):
        (tmp_path / name).mkdir()
    checkpoint.save(tmp_path, tiny_model("llama"), [], RunState(step=8))
    checkpoint.rotate(tmp_path, keep=1, newest=8)
    assert checkpoint.steps(tmp_path) == [8]
    assert len(list(tmp_path.iterdir())) == 7


def test_a_checkpoint_of_another_model_is_refused(tiny_model: Build, tmp_path: Path) -> None:
    checkpoint.save(tmp_path, tiny_model("llama"), [], RunState(step=1))
    with pytest.raises(ModelError, match="another model"):
        checkpoint.resume(tmp_path, tiny_model("llama", hidden_size=16), [])


CALLS: tuple[tuple[Any, str], ...] = (
    (tensor_files, "write"),
    (os, "fsync"),
    (os, "open"),
    (Path, "mkdir"),
    (Path, "rename"),
    (Path, "write_text"),
    (Path, "unlink"),
    (shutil, "rmtree"),
)


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
@pytest.mark.parametrize("again", [False, True], ids=["first", "again"])
def test_a_whole_checkpoint_stays_whichever_system_call_of_a_save_fails(
    tiny_model: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int, again: bool
) -> None:
    """Every write, sync, rename and removal in turn; `again` rewrites a damaged checkpoint of the same step."""
    model = tiny_model("llama")
    optimizers = optim.build(model, Train())
    train_a_little(model, optimizers, seed=1)
    step = failures = 0
    fails_at = 1
    while True:
        step += 10
        checkpoint.save(tmp_path, model, optimizers, RunState(step=step))
        checkpoint.rotate(tmp_path, 1, step)
        if again:
            (tmp_path / f"step-{step + 5}").mkdir()
            (tmp_path / f"step-{step + 5}" / "state.json").write_text("torn")
        calls = 0

        def failing(original: Any, fails_at: int = fails_at) -> Any:
            def call(*args: Any, **kwargs: Any) -> Any:
                nonlocal calls
                calls += 1
                if calls == fails_at:
                    raise OSError(fault, os.strerror(fault))
                return original(*args, **kwargs)

            return call

        failed = False
        with monkeypatch.context() as patch:
            for owner, name in CALLS:
                patch.setattr(owner, name, failing(getattr(owner, name)))
            try:
                checkpoint.save(tmp_path, model, optimizers, RunState(step=step + 5))
                checkpoint.rotate(tmp_path, 1, step + 5)
            except OSError as error:
                failed = error.errno == fault
        atomic_files.recover(tmp_path)
        newest, _ = checkpoint.newest_whole(tmp_path)
        assert newest is not None
        assert newest.name in (f"step-{step}", f"step-{step + 5}")
        assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("step-")] == []
        failures += failed
        if calls < fails_at:
            break
        fails_at += 1
        step += 10
    assert failures > 15
    checkpoint.resume(tmp_path, model, optimizers)


@pytest.mark.parametrize("keep", [1, 2, 3, 4, 9])
def test_rotation_keeps_the_given_number(tmp_path: Path, keep: int) -> None:
    for step in range(1, 6):
        (tmp_path / f"step-{step}").mkdir()
        checkpoint.rotate(tmp_path, keep, step)
        assert checkpoint.steps(tmp_path) == list(range(max(1, step - keep + 1), step + 1))


def sharing_weights(group: ProcessGroup, folder: Path) -> None:
    """Each rank begins with other weights: rank 0's are sent, saved, refused where they drift, and read again."""
    torch.manual_seed(group.rank)
    model = torch.nn.Linear(3, 2)
    optimizer = torch.optim.AdamW(model.parameters())
    assert checkpoint.resume(folder, model, [optimizer], group) == (None, [])
    begun = model.weight.detach().clone()
    model(torch.ones(1, 3)).sum().backward()
    optimizer.step()
    checkpoint.save(folder, model, [optimizer], RunState(step=1), group)
    saved = model.weight.detach().clone()
    assert not torch.equal(saved, begun)
    if group.rank == 1:
        optimizer.state[model.weight]["exp_avg"] += 1
    with pytest.raises(NumericsError, match=r"step 2: rank 1 has another 0/exp_avg/weight than rank 0"):
        checkpoint.save(folder, model, [optimizer], RunState(step=2), group)
    assert checkpoint.steps(folder) == [1]
    other = torch.nn.Linear(3, 2)
    fresh = torch.optim.AdamW(other.parameters())
    assert checkpoint.resume(folder, other, [fresh], group) == (RunState(step=1), [])
    assert torch.equal(other.weight, saved)
    checkpoint.save(folder, other, [fresh], RunState(step=2), group)  # their optimizer state is the same, too


def test_all_ranks_have_the_weights_and_the_optimizer_state_of_rank_0(tmp_path: Path) -> None:
    assert on_ranks(sharing_weights, tmp_path) == [0, 0]


def saving_slowly(group: ProcessGroup, folder: Path) -> None:
    """Rank 0 takes its time to write and to read."""
    publish, load = atomic_files.publish, state_tensors.load

    def publish_slowly(*args: Any) -> None:
        time.sleep(1)
        publish(*args)

    def load_slowly(*args: Any) -> None:
        load(*args)
        if group.is_main:
            time.sleep(1)
            (folder / "loaded").touch()

    atomic_files.publish, state_tensors.load = publish_slowly, load_slowly
    model = torch.nn.Linear(2, 2)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.fill_(1)
    checkpoint.save(folder, model, [], RunState(step=1), group)
    assert checkpoint.steps(folder) == [1]
    checkpoint.load(folder / "step-1", model, [], group)
    assert (folder / "loaded").exists()


def test_no_rank_waits_in_a_collective_while_rank_0_writes_or_reads_files(tmp_path: Path) -> None:
    """A collective waits for a set time only, and the files of a large model take longer."""
    assert on_ranks(saving_slowly, tmp_path) == [0, 0]
