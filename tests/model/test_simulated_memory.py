"""The simulated peak of a step is that of a real one, as torch's profiler counts the CPU's allocations."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import torch
from torch.profiler import ProfilerActivity, profile
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import Batch, collate
from instructgpt_cli.model import lora, self_checks
from instructgpt_cli.model.loss import summed_loss
from instructgpt_cli.model.simulated_memory import copy_without_data, peak_above_weights, without_data
from instructgpt_cli.recipe.schema import Lora

Build = Callable[..., PreTrainedModel]
SIZES = {"hidden_size": 128, "intermediate_size": 352, "num_attention_heads": 4, "num_key_value_heads": 2}


def batch(*lengths: int) -> Batch:
    return collate([([i % 300 for i in range(n + 1)], [1] * (n + 1)) for n in lengths])


MICRO_BATCHES = [batch(200, 190, 180, 90), batch(180, 170, 160, 100)]


def simulated(model: PreTrainedModel, micro_batches: list[Batch], packed: bool, **settings: Any) -> int:
    mode = without_data()
    fake = copy_without_data(model, mode)
    ways: dict[str, Any] = {"packed": packed, "chunked": True, "on_accelerator": False, **settings}
    return peak_above_weights(fake, mode, micro_batches, nullcontext, **ways)


def measured(model: PreTrainedModel, micro_batches: list[Batch], packed: bool, trace: Path) -> int:
    model.train()

    def step() -> None:
        for micro in micro_batches:
            summed_loss(model, micro, packed=packed, chunked=True).backward()  # type: ignore[no-untyped-call]

    step()  # what is allocated once
    model.zero_grad()
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as profiler:
        step()
    model.zero_grad()
    profiler.export_chrome_trace(str(trace))
    events = [event for event in json.loads(trace.read_text())["traceEvents"] if event.get("name") == "[memory]"]
    now = most = 0
    for event in sorted(events, key=lambda event: float(event["ts"])):
        now += event["args"]["Bytes"]
        most = max(most, now)
    return most


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::FutureWarning")  # the profiler's
@pytest.mark.parametrize("case", ["plain", "checkpointing", "lora", "padded", "gpt2"])
def test_it_is_within_15_percent_of_a_real_step(case: str, tiny_model: Build, tmp_path: Path) -> None:
    model = tiny_model("gpt2", n_embd=128, n_head=4) if case == "gpt2" else tiny_model("llama", **SIZES)
    packed, _ = self_checks.use_best_attention(model, "sdpa" if case == "padded" else "auto")
    if case == "lora":
        lora.add(model, Lora(rank=4), 0)
    if case == "checkpointing":
        self_checks.enable_gradient_checkpointing(model)
    real = measured(model, MICRO_BATCHES, packed, tmp_path / "trace.json")
    assert simulated(model, MICRO_BATCHES, packed) == pytest.approx(real, rel=0.15)


def test_it_grows_with_tokens_and_shrinks_with_checkpointing(tiny_model: Build) -> None:
    model = tiny_model("llama", **SIZES, num_hidden_layers=6)
    packed, _ = self_checks.use_best_attention(model, "auto")
    assert packed
    one, two = (simulated(model, [batch(*[200] * count)] * 2, packed) for count in (4, 8))
    assert 1.5 * one < two < 2.1 * one
    self_checks.enable_gradient_checkpointing(model)
    assert simulated(model, [batch(*[200] * 8)] * 2, packed) < 0.6 * two


def test_on_an_accelerator_chunks_of_the_head_are_larger(tiny_model: Build) -> None:
    model = tiny_model("llama")
    packed, _ = self_checks.use_best_attention(model, "auto")
    here = simulated(model, MICRO_BATCHES, packed)
    assert simulated(model, MICRO_BATCHES, packed, on_accelerator=True) > here + (1 << 27)
    assert simulated(model, MICRO_BATCHES, packed, on_accelerator=True, chunked=False) < here + (1 << 27)


def test_the_model_itself_is_not_touched(tiny_model: Build) -> None:
    model = tiny_model("llama").eval()
    self_checks.use_best_attention(model, "auto")
    before = [p.clone() for p in model.parameters()]
    simulated(model, MICRO_BATCHES, True)
    assert all(torch.equal(one, two) for one, two in zip(before, model.parameters(), strict=True))
    assert all(p.grad is None for p in model.parameters())
    assert not model.training
    assert summed_loss(model, MICRO_BATCHES[0], packed=True).isfinite()
