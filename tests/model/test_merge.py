"""Merged weights: W + alpha / rank * B A, under the names of the base model."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.model import frozen, lora, merge
from instructgpt_cli.model.adapter_layers import ADAPTER, INITIAL
from instructgpt_cli.recipe.schema import Lora

Build = Callable[..., PreTrainedModel]
IDS = torch.tensor([[(7 * i) % 320 for i in range(30)]])
Q_PROJ = "model.layers.0.self_attn.q_proj"


def adapted(model: PreTrainedModel, **keys: Any) -> PreTrainedModel:
    """With adapters that are no longer as initialized."""
    lora.add(model, Lora.model_validate({"rank": 4, **keys}), seed=0)
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for p in model.parameters():
            if p.requires_grad:
                p += 0.1 * torch.randn(p.shape, generator=generator)
    return model


def merged(model: PreTrainedModel) -> dict[str, torch.Tensor]:
    weights = merge.merged(model)
    assert weights is not None
    return weights


def product(layer: Any, adapter: str = ADAPTER) -> torch.Tensor:
    found: torch.Tensor = layer.lora_B[adapter].weight @ layer.lora_A[adapter].weight
    return found.detach()


def test_a_model_without_adapters_has_nothing_to_merge(tiny_model: Build) -> None:
    assert merge.merged(tiny_model("llama")) is None


@pytest.mark.parametrize(("rslora", "scaling"), [(False, 6 / 4), (True, 6 / 2)])
def test_a_merged_weight_is_the_base_plus_the_scaled_product_and_others_are_unchanged(
    tiny_model: Build, rslora: bool, scaling: float
) -> None:
    base = tiny_model("llama").state_dict()
    model = adapted(tiny_model("llama"), alpha=6.0, rslora=rslora, targets=("q_proj",))
    weights = merged(model)
    assert weights.keys() == base.keys()
    for name, own in base.items():
        expected = own
        if name.endswith("q_proj.weight"):
            expected = own + scaling * product(model.get_submodule(name.removesuffix(".weight")))
            assert not torch.allclose(own, expected, atol=1e-2)
        torch.testing.assert_close(weights[name], expected, rtol=0, atol=1e-6)


def test_merging_changes_nothing_in_the_model(tiny_model: Build) -> None:
    model = adapted(tiny_model("llama"), init="pissa")
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    merged(model)
    after = model.state_dict()
    assert before.keys() == after.keys()
    assert all(torch.equal(tensor, after[name]) for name, tensor in before.items())
    assert model.get_submodule(Q_PROJ).active_adapters == [ADAPTER, INITIAL]


@pytest.mark.parametrize(("rslora", "scaling"), [(False, 6 / 4), (True, 6 / 2)])
def test_the_initial_value_of_an_adapter_is_subtracted(tiny_model: Build, rslora: bool, scaling: float) -> None:
    model = adapted(tiny_model("llama"), alpha=6.0, rslora=rslora, init="pissa")
    layer = model.get_submodule(Q_PROJ)
    own = tiny_model("llama").get_submodule(Q_PROJ).weight
    expected = own + scaling * (product(layer) - product(layer, INITIAL))
    torch.testing.assert_close(merged(model)[f"{Q_PROJ}.weight"], expected, rtol=0, atol=1e-5)


@pytest.mark.parametrize(
    ("architecture", "keys"),
    [
        ("llama", {"dora": True}),
        ("gpt2", {}),  # its layers are transposed
        ("mixtral", {}),  # adapters of experts, one wrapper within another
        ("mixtral", {"targets": ("experts.gate_up_proj", "experts.down_proj")}),
    ],
    ids=str,
)
def test_the_base_model_computes_the_same_with_the_merged_weights(
    tiny_model: Build, architecture: str, keys: dict[str, Any]
) -> None:
    model, plain = adapted(tiny_model(architecture), **keys), tiny_model(architecture)
    with torch.no_grad():
        before, expected = plain(input_ids=IDS).logits, model(input_ids=IDS).logits
        plain.load_state_dict(merged(model))
        torch.testing.assert_close(plain(input_ids=IDS).logits, expected, rtol=1e-4, atol=1e-5)
    assert not torch.allclose(before, expected, atol=1e-3)


def test_tied_weights_stay_one_tensor(tiny_model: Build) -> None:
    weights = merged(adapted(tiny_model("llama", tie_word_embeddings=True)))
    assert weights["lm_head.weight"] is weights["model.embed_tokens.weight"]


def test_frozen_weights_in_16_bits_merge_to_the_same_bits_in_float32(tiny_model: Build) -> None:
    models = [tiny_model("llama"), tiny_model("llama")]
    for model in models:
        with torch.no_grad():
            for p in model.parameters():
                p.copy_(p.bfloat16().float())
        adapted(model, targets=("q_proj",))
    frozen.store_in_16_bits(models[1])
    assert any(p.dtype == torch.bfloat16 for p in models[1].parameters())
    whole, halved = map(merged, models)
    assert whole.keys() == halved.keys()
    assert {tensor.dtype for tensor in halved.values()} == {torch.float32}
    assert all(torch.equal(tensor, halved[name]) for name, tensor in whole.items())


def test_nf4_weights_are_dequantized_with_an_adapter_or_without(tiny_model: Build) -> None:
    pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    from instructgpt_cli.model import nf4

    model = adapted(tiny_model("llama"), alpha=6.0, targets=("q_proj",))
    nf4.quantize(model, double_quantization=True)
    weights = merged(model)
    assert weights.keys() == tiny_model("llama").state_dict().keys()
    layer: Any = model.get_submodule(Q_PROJ)
    expected = layer.base_layer.weight + 6 / 4 * product(layer)
    torch.testing.assert_close(weights[f"{Q_PROJ}.weight"], expected, rtol=0, atol=1e-6)
    k_proj = Q_PROJ.replace("q_proj", "k_proj")
    assert torch.equal(weights[f"{k_proj}.weight"], model.get_submodule(k_proj).weight)
