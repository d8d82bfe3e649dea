"""A step in bf16: attention kernels are checked before the first one, and every matrix product has bf16 operands."""

import json
from collections.abc import Callable
from functools import partialmethod
from importlib.metadata import version
from pathlib import Path
from typing import Any

import kernels
import pytest
import torch
from conftest import TINY_CONFIGS
from live_memory import LiveMemory
from processes import on_ranks
from products import Products
from train_states import make_state
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.dataset.batch import Batch
from instructgpt_cli.model import varlen_attention
from instructgpt_cli.training import step
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup
from instructgpt_cli.training.step import TrainState, train_step, update

LORA = {"rank": 2, "targets": ["q_proj", "down_proj"]}
SLOW = pytest.mark.slow
# Compiled LoRA, the case with the most parts, is quick enough to be tested always.
SHARDED = [(None, False), (LORA, False), pytest.param(None, True, marks=SLOW), (LORA, True)]
BALANCED: dict[str, Any] = {"architecture": "qwen3_moe", "router_aux_loss_coef": 0.5, "precision": "fp32"}


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-in; layers are compiled with a backend that takes no C++ compiler."""
    monkeypatch.setattr(varlen_attention, "DEVICES", ("cpu",))
    monkeypatch.setattr(varlen_attention, "KERNEL", varlen_attention.Kernel(kernels.opaque_kernel))
    monkeypatch.setattr(torch.nn.Module, "compile", partialmethod(torch.nn.Module.compile, backend="aot_eager"))


@pytest.fixture
def folder(tiny_model_folder: Path, additions: Path) -> Path:
    (additions / "model").symlink_to(tiny_model_folder)
    return additions


def losses(folder: Path, group: ProcessGroup = SINGLE_PROCESS, **settings: Any) -> list[tuple[float, float]]:
    """The loss and the load-balancing loss of three steps, without results of earlier checks."""
    varlen_attention._check.cache_clear()
    state = make_state(folder, group, **settings)
    assert state.packed
    assert varlen_attention._check.cache_info().misses == (settings["precision"] == "bf16")
    found = []
    for k in range(3):
        loss, _, balance, *_ = train_step(state, state.batch(k), 1.0, k)
        update(state, 1e-2)
        found.append((float(loss), float(balance)))
    assert varlen_attention._check.cache_info().misses == (settings["precision"] == "bf16")
    return found


@pytest.mark.usefixtures("kernel")
@pytest.mark.filterwarnings("ignore:The .grad attribute")  # which torch itself asks for and hides
@pytest.mark.filterwarnings("ignore:Guards may run slower")  # on the very first Python 3.13
@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize("lora", [None, LORA])
def test_gradient_checkpointing_uses_the_kernel_from_the_first_step(folder: Path, lora: Any, compiled: bool) -> None:
    plain = losses(folder, precision="bf16", lora=lora)
    again = losses(folder, precision="bf16", lora=lora, gradient_checkpointing=True, compile=compiled)
    exact = losses(folder, precision="fp32", lora=lora)
    for k in range(3):
        assert again[k] == pytest.approx(plain[k], rel=2e-3)
        assert again[k] == pytest.approx(exact[k], rel=2e-2)
    assert plain[2] < plain[0]


@pytest.mark.parametrize("architecture", TINY_CONFIGS)
def test_every_product_of_a_step_has_bf16_operands(folder: Path, architecture: str) -> None:
    state = make_state(folder, architecture=architecture, precision="bf16")
    with Products() as products:
        train_step(state, state.batch(0), 1.0, 0)
    assert products.seen
    assert products.in_other_dtypes(torch.bfloat16) == []


@pytest.mark.parametrize(
    ("architecture", "targets", "exceptions"),
    [
        ("llama", "all-linear", []),
        ("mixtral", ["q_proj", "v_proj"], []),
        ("mixtral", "all-linear", ["baddbmm", "bmm"]),  # PEFT adds the update to stacked weights in their own dtype
    ],
)
def test_so_it_is_with_adapters(folder: Path, architecture: str, targets: Any, exceptions: list[str]) -> None:
    lora = {"rank": 2, "targets": targets}
    state = make_state(folder, architecture=architecture, precision="bf16", lora=lora)
    with Products() as products:
        train_step(state, state.batch(0), 1.0, 0)
    casts = version("peft") < "0.21"  # PEFT 0.20 casts the update first
    assert products.in_other_dtypes(torch.bfloat16) == ([] if casts else exceptions)


def compute_balanced(group: ProcessGroup, folder: Path, compiled: bool) -> None:
    kernels.install()
    found = losses(folder, group, shard=True, compile=compiled, **BALANCED)
    if group.is_main:
        (folder / "losses.json").write_text(json.dumps(found))


@pytest.mark.parametrize("compiled", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_the_load_balancing_loss_is_the_same_accumulated_and_sharded(folder: Path, compiled: bool) -> None:
    expected = losses(folder, **BALANCED)
    assert all(balance > 0.9 for _, balance in expected)
    whole = losses(folder, **BALANCED, micro_batch_tokens=400)
    assert [pytest.approx(step, rel=1e-5) for step in expected] == whole
    assert on_ranks(compute_balanced, folder, compiled) == [0, 0]
    found = json.loads((folder / "losses.json").read_text())
    assert [pytest.approx(step, rel=1e-5) for step in expected] == [tuple(step) for step in found]


def compute_sharded(group: ProcessGroup, folder: Path, settings: dict[str, Any]) -> None:
    kernels.install()
    found = losses(folder, group, precision="bf16", gradient_checkpointing=True, shard=True, **settings)
    assert len(kernels.graphs) == settings["compile"]
    if group.is_main:
        (folder / "losses.json").write_text(json.dumps(found))


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(("lora", "compiled"), SHARDED)
def test_a_sharded_model_uses_the_kernel_from_the_first_step_too(folder: Path, lora: Any, compiled: bool) -> None:
    expected = losses(folder, precision="bf16", lora=lora)
    assert on_ranks(compute_sharded, folder, {"lora": lora, "compile": compiled}) == [0, 0]
    found = json.loads((folder / "losses.json").read_text())
    assert [pytest.approx(step, rel=5e-3) for step in expected] == [tuple(step) for step in found]


# What a sharded model in bf16 may stumble over: tied weights, experts, adapters over weights in 16 or 4 bits.
VARIANTS: dict[str, dict[str, Any]] = {
    "tied": {"architecture": "gpt2"},
    "experts": {**BALANCED, "precision": "bf16"},
    "stacked adapters": {"architecture": "mixtral", "lora": {**LORA, "targets": "all-linear"}},
    "half": {"base": "half", "lora": LORA},
    "nf4": {"base": "half", "lora": {**LORA, "base": "nf4"}},
}


def compute_variant(folder: Path, name: str, group: ProcessGroup = SINGLE_PROCESS, **settings: Any) -> list[float]:
    # eps: else AdamW takes a full step where rounding determines the sign of a gradient near 0.
    settings = {"precision": "bf16", "eps": 1e-3, **VARIANTS[name], **settings}
    state = make_state(folder / settings.pop("base", "."), group, **settings)
    loss, norm, balance, *_ = train_step(state, state.batch(0), 1.0, 0)
    update(state, 1e-2)
    return [float(each) for each in (loss, norm, balance, train_step(state, state.batch(1), 1.0, 1)[0])]


def compute_variants(group: ProcessGroup, folder: Path) -> None:
    found = {name: compute_variant(folder, name, group, shard=True) for name in VARIANTS}
    if group.is_main:
        (folder / "losses.json").write_text(json.dumps(found))


@pytest.mark.skipif(torch.__version__ < "2.13", reason="torch 2.11 refuses to shard integers")
def test_sharded_in_bf16_the_steps_are_those_of_one_process(
    folder: Path, tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    half = folder / "half"
    tiny_model("llama").bfloat16().save_pretrained(half / "model")
    tiny_tokenizer.save_pretrained(half / "model")
    (half / "rows.jsonl").symlink_to(folder / "rows.jsonl")
    assert on_ranks(compute_variants, folder) == [0, 0]
    found = json.loads((folder / "losses.json").read_text())
    for name in VARIANTS:
        assert found[name] == pytest.approx(compute_variant(folder, name), rel=1e-2), name


WIDE = {"hidden_size": 256, "intermediate_size": 512, "num_hidden_layers": 3}


def measure_memory(group: ProcessGroup, folder: Path) -> None:
    """The bytes alive per weight of the whole model, besides this rank's shards of weights and gradients."""
    settings = {"precision": "bf16", "gradient_checkpointing": True, "batch_tokens": 600, "micro_batch_tokens": 50}
    state = make_state(folder, group, "llama", sizes=WIDE, shard=True, **settings)
    parameters, seen, compute = [*state.model.parameters()], [], step._losses
    weights = sum(p.numel() for p in parameters)

    def measured(state: TrainState, micro: Batch) -> Any:
        shards = [p.grad.to_local() for p in parameters if p.grad is not None]
        seen.append(("between micro-batches", memory.bytes(*shards) / weights))
        found = compute(state, micro)
        seen.append(("after a forward pass", memory.bytes(*shards) / weights))
        return found

    step._losses = measured
    batch = state.batch(0)
    assert len(batch.micro_batches) > 2
    with LiveMemory() as memory:
        train_step(state, batch, 1.0, 0)
    assert len(seen) == 2 * len(batch.micro_batches)
    assert all(each < 1 for _, each in seen), seen


def test_a_rank_holds_little_more_than_its_shards(folder: Path) -> None:
    assert on_ranks(measure_memory, folder, size=4) == [0] * 4
