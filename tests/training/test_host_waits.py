"""A step reads nothing back from a GPU but its loss, norm and load-balancing loss, together."""

from collections.abc import Callable
from typing import Any

import pytest
from host_waits import HostWaits

from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.step import TrainState
from instructgpt_cli.training.trainer import Trainer

MakeTrainState = Callable[..., TrainState]

# Transformers masks padding itself, and reads whether there is any.
PACKED = ("llama", "qwen3", "gemma3_text", "phi3", "mixtral", "qwen3_moe")
SETTINGS: list[dict[str, Any]] = [{}, {"lora": {"rank": 2}}, {"optimizer": "muon"}, {"gradient_checkpointing": True}]


def waits(train_state: MakeTrainState, architecture: str, **settings: Any) -> list[str]:
    state = train_state(architecture, max_steps=3, batch_tokens=400, micro_batch_tokens=200, **settings)
    assert state.packed
    assert len(state.batch(0).micro_batches) > 1
    with HostWaits() as waits:
        Trainer(state, RunState(), []).run(should_stop=lambda run_state: False)
    return waits.seen


@pytest.mark.parametrize("architecture", PACKED)
def test_no_operator_of_a_step_waits(train_state: MakeTrainState, architecture: str) -> None:
    coefficient = 0.1 if architecture in ("mixtral", "qwen3_moe") else None
    assert waits(train_state, architecture, precision="bf16", router_aux_loss_coef=coefficient) == []


@pytest.mark.parametrize("settings", SETTINGS, ids=lambda settings: "".join(settings) or "plain")
def test_nor_with_these_settings(train_state: MakeTrainState, settings: dict[str, Any]) -> None:
    assert waits(train_state, "llama", precision="fp32", **settings) == []


def test_reading_one_value_counts(train_state: MakeTrainState) -> None:
    state = train_state("llama", max_steps=1)
    with HostWaits() as waits:
        float(next(state.model.parameters()).detach().sum())
    assert len(waits.seen) == 1
