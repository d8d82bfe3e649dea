"""A step in bf16: attention kernels are checked before the first one."""

import json
from functools import partialmethod
from pathlib import Path
from typing import Any

import kernels
import pytest
import torch
from processes import on_ranks

from instructgpt_cli.commands.text_pipeline import load_text_pipeline
from instructgpt_cli.commands.train.build import build_model, load_datasets, make_batch_plan, make_train_state
from instructgpt_cli.model import varlen_attention
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState, train_step, update

CPU = torch.device("cpu")
LORA = {"rank": 2, "targets": ["q_proj", "down_proj"]}
SHARDED: dict[str, dict[str, Any]] = {"eager": {}, "compiled LoRA": {"lora": LORA, "compile": True}}


@pytest.fixture(autouse=True)
def kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-in; layers are compiled with a backend that takes no C++ compiler."""
    monkeypatch.setattr(varlen_attention, "DEVICES", ("cpu",))
    monkeypatch.setattr(varlen_attention, "KERNEL", varlen_attention.Kernel(kernels.opaque_kernel))
    monkeypatch.setattr(torch.nn.Module, "compile", partialmethod(torch.nn.Module.compile, backend="aot_eager"))


@pytest.fixture
def folder(tiny_model_folder: Path, additions: Path) -> Path:
    (additions / "model").symlink_to(tiny_model_folder)
    return additions


def make_state(folder: Path, group: ProcessGroup = SINGLE_PROCESS, **settings: Any) -> TrainState:
    recipe = Recipe.model_validate(
        {
            "model": {"path": str(folder / "model")},
            "data": {"train": [{"path": str(folder / "rows.jsonl")}], "max_length": 128},
            "train": {"lr": 1e-2, "max_steps": 3, "batch_tokens": 400, "micro_batch_tokens": 200, **settings},
        }
    )
    text = load_text_pipeline(recipe)
    data = load_datasets(recipe.data, None, text, folder / "cache", Console(quiet=True))
    built = build_model(recipe.model, recipe.train, text.tokenizer, recipe.data.max_length, recipe.seed, CPU)
    plan, steps = make_batch_plan(recipe.train, recipe.data.train, recipe.seed, data[0])
    model = ShardedModel(built, CPU, group)
    return make_train_state(recipe.train, recipe.model, recipe.seed, model, data, plan, steps, group)[0]


def losses(folder: Path, group: ProcessGroup = SINGLE_PROCESS, **settings: Any) -> list[float]:
    """The losses of three steps, without results of earlier checks."""
    varlen_attention._check.cache_clear()
    state = make_state(folder, group, **settings)
    assert state.packed
    assert varlen_attention._check.cache_info().misses == (settings["precision"] == "bf16")
    found = []
    for k in range(3):
        loss, _, _ = train_step(state, state.batch(k), 1.0, k)
        update(state, 1e-2)
        found.append(float(loss))
    assert varlen_attention._check.cache_info().misses == (settings["precision"] == "bf16")
    return found


@pytest.mark.filterwarnings("ignore:The .grad attribute")  # which torch itself asks for and hides
@pytest.mark.filterwarnings("ignore:Guards may run slower")  # on the very first Python 3.13
@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("lora", [None, LORA])
def test_gradient_checkpointing_uses_the_kernel_from_the_first_step(folder: Path, lora: Any, compiled: bool) -> None:
    plain = losses(folder, precision="bf16", lora=lora)
    again = losses(folder, precision="bf16", lora=lora, gradient_checkpointing=True, compile=compiled)
    assert again == pytest.approx(plain, rel=2e-3)
    assert again == pytest.approx(losses(folder, precision="fp32", lora=lora), rel=2e-2)
    assert plain[2] < plain[0]


def compute_sharded(group: ProcessGroup, folder: Path) -> None:
    kernels.install()
    found = {}
    for name, settings in SHARDED.items():
        found[name] = losses(folder, group, precision="bf16", gradient_checkpointing=True, shard=True, **settings)
    if group.is_main:
        (folder / "losses.json").write_text(json.dumps(found))


def test_a_sharded_model_uses_the_kernel_from_the_first_step_too(folder: Path) -> None:
    assert on_ranks(compute_sharded, folder) == [0, 0]
    found = json.loads((folder / "losses.json").read_text())
    for name, settings in SHARDED.items():
        expected = losses(folder, precision="bf16", lora=settings.get("lora"))
        assert found[name] == pytest.approx(expected, rel=5e-3)
