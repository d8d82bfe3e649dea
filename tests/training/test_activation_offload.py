"""Activations in host memory: the same bits, and only what a layer begins with."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch

from instructgpt_cli.training import activation_offload
from instructgpt_cli.training.step import TrainState, train_step

MakeTrainState = Callable[..., TrainState]


def gradient(state: TrainState) -> tuple[float, torch.Tensor]:
    result = train_step(state, state.batch(0), 1.0)
    return float(result.loss), torch.cat([p.grad.flatten() for p in state.model.parameters() if p.grad is not None])


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> list[torch.Size]:
    """The shapes that are copied to host memory."""
    found: list[torch.Size] = []
    store = activation_offload._store

    def keep(smallest_bytes: int, saved: torch.Tensor) -> Any:
        result = store(smallest_bytes, saved)
        if result is not saved:
            found.append(saved.shape)
        return result

    monkeypatch.setattr(activation_offload, "_store", keep)
    return found


@pytest.mark.parametrize("settings", [{}, {"lora": {"rank": 2}}, {"precision": "bf16"}], ids=["fp32", "LoRA", "bf16"])
def test_the_gradient_has_the_same_bits(
    train_state: MakeTrainState, stored: list[torch.Size], settings: dict[str, Any]
) -> None:
    loss, expected = gradient(train_state(gradient_checkpointing=True, **settings))
    with activation_offload.offloading(smallest_bytes=0):
        found = gradient(train_state(gradient_checkpointing=True, **settings))
    assert found[0] == loss
    assert torch.equal(found[1], expected)
    assert stored


def test_a_step_offloads_the_inputs_of_its_layers(
    train_state: MakeTrainState, stored: list[torch.Size], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activation_offload, "SMALLEST_BYTES", 0)
    state = train_state(gradient_checkpointing=True)
    gradient(state)
    assert not stored
    batch = state.batch(0)
    train_step(replace(state, offloads=True), batch, 1.0)
    hidden = torch.Size([1, batch.tokens, 32])
    layers = state.model.config.num_hidden_layers
    assert stored.count(hidden) >= layers * len(batch.micro_batches)


def test_parameters_and_small_tensors_stay(stored: list[torch.Size]) -> None:
    weight = torch.nn.Parameter(torch.randn(40, 30))
    x = torch.randn(50, 30, requires_grad=True)
    with activation_offload.offloading(smallest_bytes=1000):
        y = torch.nn.functional.linear(x.sin(), weight)  # saves x, sin(x), and a transposed weight
        small = y[:2, :2].exp()
    assert stored == [torch.Size([50, 30])] * 2
    (y.sum() + small.sum()).backward()
    assert x.grad is not None
    assert torch.isfinite(x.grad).all()
