"""The memory of a step by part, and the largest micro-batch that fits."""

from collections.abc import Callable

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.model import self_checks
from instructgpt_cli.model.simulated_memory import copy_without_data, without_data
from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.training import optimizers
from instructgpt_cli.training.memory import RESERVE, StepMemory, fitting_limit, simulate, state_bytes

Build = Callable[..., PreTrainedModel]


def test_parts_add_up_and_are_described() -> None:
    memory = StepMemory(weights=4 << 20, optimizer=8 << 20, gradients=0, activations=1 << 20)
    assert memory.total == 13 << 20
    assert memory.describe() == "4 MiB weights, 8 MiB optimizer, 1 MiB activations"


@pytest.mark.parametrize("name", ["adamw", "sgd", "muon"])
def test_the_state_of_an_optimizer_takes_what_a_step_allocates(name: str, tiny_model: Build) -> None:
    model = tiny_model("llama")
    built = optimizers.build(model, Train.model_validate({"optimizer": name, "lr": 0.1}))
    for p in model.parameters():
        p.grad = torch.ones_like(p)
    expected = sum(state_bytes(optimizer) for optimizer in built)
    for optimizer in built:
        optimizer.step()
    real = sum(v.nbytes for o in built for s in o.state.values() for v in s.values() if torch.is_tensor(v) and v.ndim)
    assert real == expected
    assert (expected > 0) == (name != "sgd")


def test_a_step_by_part(tiny_model: Build) -> None:
    model = tiny_model("llama")
    packed, _ = self_checks.use_best_attention(model, "auto")
    weights = sum(p.nbytes for p in model.parameters())
    mode = without_data()
    micro = collate([([1] * 101, [1] * 101)])
    fake = copy_without_data(model, mode)
    built = optimizers.build(fake, Train(lr=0.1))
    ways = {"packed": packed, "chunked": True, "on_accelerator": False}
    memory = simulate(fake, mode, built, [micro, micro], torch.float32, **ways)
    assert (memory.gradients, memory.optimizer) == (weights, 2 * weights)
    assert weights <= memory.weights < 1.1 * weights  # buffers are among them
    assert memory.activations > 100 * 4 * 64
    again = simulate(fake, mode, built, [micro] * 9, torch.float32, **ways)
    assert again == memory  # further micro-batches take no more
    in_bf16 = simulate(fake, mode, built, [micro, micro], torch.bfloat16, **ways)
    assert in_bf16.activations != memory.activations


def test_the_largest_micro_batch_stays_within_the_room() -> None:
    def memory(tokens: int) -> int:
        return 10_000_000 + 1_000 * tokens

    assert fitting_limit(20_480, memory, 1 << 40) == 20_480
    for free in (20_000_000, 25_000_000, 31_000_000):
        limit = fitting_limit(20_480, memory, free)
        assert limit % 64 == 0
        assert memory(limit) <= free * (1 - RESERVE) < memory(limit + 64)
    assert fitting_limit(20_480, memory, 1_000_000) == 512  # nothing fits: halving will not help either
    assert fitting_limit(300, memory, 1_000_000) == 300
