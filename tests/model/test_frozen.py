"""Frozen weights in 16 bits: only where that is lossless and the model computes the same."""

from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.model import frozen, lora
from instructgpt_cli.model.frozen import HalfEmbedding, HalfLinear
from instructgpt_cli.recipe.schema import Lora

Build = Callable[..., PreTrainedModel]
IDS = torch.tensor([[(7 * i) % 320 for i in range(30)]])


def stored_in(model: PreTrainedModel, dtype: torch.dtype) -> PreTrainedModel:
    with torch.no_grad():
        for p in model.parameters():
            p.copy_(p.to(dtype).float())
    lora.add(model, Lora(targets=("q_proj",)), seed=0)
    return model


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("tied", [False, True])
def test_all_frozen_layers_keep_their_stored_format_and_the_logits(
    tiny_model: Build, dtype: torch.dtype, tied: bool
) -> None:
    model = stored_in(tiny_model("llama", tie_word_embeddings=tied), dtype)
    expected = model(input_ids=IDS).logits
    frozen.store_in_16_bits(model)
    assert torch.equal(model(input_ids=IDS).logits, expected)
    halves = [module for module in model.modules() if isinstance(module, HalfLinear | HalfEmbedding)]
    assert len(halves) == 2 * 7 + 2
    assert {module.weight.dtype for module in halves} == {dtype}
    assert frozen.format_of(model) == torch.float32
    assert (model.get_input_embeddings().weight is model.get_output_embeddings().weight) == tied


def test_it_is_undone_where_a_model_reads_weights_past_their_layer(tiny_model: Build) -> None:
    model = stored_in(tiny_model("llama"), torch.bfloat16)

    def through_the_weights(self: nn.Module, hidden: Tensor) -> Tensor:
        return torch.nn.functional.linear(hidden, model.model.layers[0].mlp.up_proj.weight)

    model.model.layers[0].mlp.up_proj.register_forward_hook(lambda *_: None)
    type_of_mlp = type(model.model.layers[0].mlp)
    original = type_of_mlp.forward

    def forward(self: nn.Module, hidden: Tensor) -> Tensor:
        return original(self, hidden) + 0 * through_the_weights(self, hidden).mean()

    model.model.layers[0].mlp.forward = forward.__get__(model.model.layers[0].mlp)
    frozen.store_in_16_bits(model)
    assert {name for name, m in model.named_modules() if isinstance(m, HalfLinear | HalfEmbedding)} == {
        f"model.layers.{n}.self_attn.q_proj.base_layer" for n in (0, 1)
    }
    model(input_ids=IDS)


def test_without_autocast_embeddings_return_the_dtype_that_the_model_computes_in(tiny_model: Build) -> None:
    model = stored_in(tiny_model("llama"), torch.bfloat16)
    frozen.store_in_16_bits(model)
    embeddings, ids = model.get_input_embeddings(), torch.arange(5)
    assert (embeddings(ids).dtype, frozen.format_of(model)) == (torch.float32, torch.float32)
    frozen.embed_in(model, torch.bfloat16)
    assert (embeddings(ids).dtype, frozen.format_of(model)) == (torch.bfloat16, torch.bfloat16)


def test_an_embedding_that_scales_stays_as_it_is(tiny_model: Build) -> None:
    model = stored_in(tiny_model("gemma3_text"), torch.bfloat16)
    frozen.store_in_16_bits(model)
    assert model.get_input_embeddings().weight.dtype == torch.float32
