"""Architectures that bypass an adapter are refused before training."""

from collections.abc import Callable

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import lora, lora_check
from instructgpt_cli.recipe.schema import Lora

Build = Callable[..., PreTrainedModel]


def test_a_layer_whose_weight_is_read_directly_is_refused_and_the_model_unchanged(tiny_model: Build) -> None:
    """Jamba multiplies by `dt_proj.weight`: its adapter would get no gradient, but merging would change the model."""
    model = tiny_model("jamba")
    lora.add(model, Lora(), seed=0)
    own = {name: p.clone() for name, p in model.named_parameters()}
    with pytest.raises(ModelError, match=r"jamba bypasses the adapters of dt_proj$") as caught:
        lora_check.refuse_bypassed(model)
    assert "in_proj" in caught.value.hint
    assert all(torch.equal(p, own[name]) for name, p in model.named_parameters())


@pytest.mark.parametrize("architecture", ["llama", "gpt2", "qwen3_moe"])
def test_an_architecture_that_uses_its_adapters_passes_unchanged(tiny_model: Build, architecture: str) -> None:
    model = tiny_model(architecture).train()
    lora.add(model, Lora(), seed=0)
    before = {name: p.clone() for name, p in model.named_parameters()}
    lora_check.refuse_bypassed(model)
    assert model.training
    assert all(torch.equal(p, before[name]) for name, p in model.named_parameters())
