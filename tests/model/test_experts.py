"""Experts follow autocast, and compute as before without it."""

from collections.abc import Callable, Iterator

import pytest
import torch
from products import Products
from transformers import PreTrainedModel
from transformers.integrations.moe import ALL_EXPERTS_FUNCTIONS

from instructgpt_cli.model import experts

Build = Callable[..., PreTrainedModel]
IDS = torch.tensor([[(7 * i) % 320 for i in range(24)]])
ARCHITECTURES = ("mixtral", "qwen3_moe", "deepseek_v3", "gpt_oss")  # gates, biases, transposed weights


@pytest.fixture(autouse=True)
def own_functions() -> Iterator[None]:
    """Transformers' own functions before and after each test."""
    for name in experts.STACKED:
        if name in ALL_EXPERTS_FUNCTIONS._local_mapping:
            del ALL_EXPERTS_FUNCTIONS[name]
    yield
    experts.follow_autocast()


def loss_and_gradient(model: PreTrainedModel, dtype: torch.dtype) -> tuple[torch.Tensor, torch.Tensor, Products]:
    model.zero_grad()
    with Products() as products:
        with torch.autocast("cpu", dtype, enabled=dtype != torch.float32):
            loss = model(input_ids=IDS, labels=IDS).loss
        loss.backward()
    gradient = torch.cat([p.grad.flatten() for name, p in model.named_parameters() if "experts" in name])
    return loss.detach(), gradient, products


@pytest.mark.parametrize("implementation", experts.STACKED)
@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_experts_compute_in_the_dtype_of_autocast(tiny_model: Build, architecture: str, implementation: str) -> None:
    model = tiny_model(architecture)
    model.set_experts_implementation(implementation)
    model.set_attn_implementation("eager")  # torch composes its own in float32 for heads of two sizes
    exact_loss, exact, _ = loss_and_gradient(model, torch.float32)
    _, gradient_before, before = loss_and_gradient(model, torch.bfloat16)
    experts.follow_autocast()
    loss, gradient, after = loss_and_gradient(model, torch.bfloat16)
    if implementation == "grouped_mm":
        assert before.in_other_dtypes(torch.bfloat16) == ["_grouped_mm"]
    assert after.in_other_dtypes(torch.bfloat16) == []
    assert gradient.dtype == torch.float32
    assert loss == pytest.approx(float(exact_loss), rel=2e-3)
    errors = [float((found - exact).norm() / exact.norm()) for found in (gradient, gradient_before)]
    assert errors[0] < 1.5 * errors[1] + 0.01


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_without_autocast_nothing_changes(tiny_model: Build, architecture: str) -> None:
    model = tiny_model(architecture)
    before = loss_and_gradient(model, torch.float32)
    experts.follow_autocast()
    experts.follow_autocast()
    after = loss_and_gradient(model, torch.float32)
    assert torch.equal(before[0], after[0])
    assert torch.equal(before[1], after[1])


def test_transformers_has_the_functions_that_are_wrapped(tiny_model: Build) -> None:
    """The registry and the attribute access of its functions are not documented."""
    called: list[type] = []
    function = ALL_EXPERTS_FUNCTIONS["grouped_mm"]
    ALL_EXPERTS_FUNCTIONS["grouped_mm"] = lambda self, *args: called.append(type(self)) or function(self, *args)
    tiny_model("mixtral")(input_ids=IDS)
    del ALL_EXPERTS_FUNCTIONS["grouped_mm"]
    assert called
    assert ALL_EXPERTS_FUNCTIONS["grouped_mm"] is function
