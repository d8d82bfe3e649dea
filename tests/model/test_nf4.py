"""NF4 base weights: what the adapted model computes, trains, saves and merges to."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from adapters import move_trainable
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import frozen, load, lora, nf4, self_checks
from instructgpt_cli.model.adapter_layers import own_name
from instructgpt_cli.model.nf4 import Nf4Linear
from instructgpt_cli.recipe.schema import Lora, Model

pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")

Build = Callable[..., PreTrainedModel]
IDS = torch.tensor([[(7 * i) % 320 for i in range(30)]])
# Between the trained model (dequantized weights, plus adapters computed separately) and its merge, relative to the
# largest logit, in float32.
SAME = 1e-5


def logits(model: PreTrainedModel) -> torch.Tensor:
    with torch.no_grad():
        found: torch.Tensor = model(input_ids=IDS).logits
        return found


def with_adapters(model: PreTrainedModel, **keys: object) -> PreTrainedModel:
    """Quantized, with adapters that are no longer zero."""
    settings = Lora.model_validate({"rank": 4, **keys})
    lora.add(model, settings, seed=0)
    nf4.quantize(model, double_quantization=settings.double_quantization)
    move_trainable(model)
    return model


def dense_twin(model: PreTrainedModel, twin: PreTrainedModel) -> PreTrainedModel:
    """A model with the dequantized weights as ordinary ones, and the same adapters."""
    lora.add(twin, Lora(rank=4), seed=0)
    layers = dict(model.named_modules())
    with torch.no_grad():
        for name, parameter in twin.named_parameters():
            layer = layers[name.rpartition(".")[0]]
            parameter.copy_(getattr(layer, name.rpartition(".")[2]))
    return twin


@pytest.mark.parametrize("double_quantization", [True, False])
def test_casting_a_model_does_not_round_its_scales(double_quantization: bool) -> None:
    layer = Nf4Linear(torch.nn.Linear(192, 40), double_quantization=double_quantization)
    weight = layer.weight
    assert not any(p.is_floating_point() for p in layer.parameters() if p is not layer.bias)
    assert torch.equal(layer.bfloat16().weight, weight)


@pytest.mark.parametrize("double_quantization", [True, False])
def test_each_weight_becomes_the_nearest_level_of_its_block(double_quantization: bool) -> None:
    generator = torch.Generator().manual_seed(0)
    linear = torch.nn.Linear(192, 40)
    linear.weight.data = torch.randn(40, 192, generator=generator)
    blocks = linear.weight.detach().view(-1, 64)
    layer = Nf4Linear(linear, double_quantization=double_quantization)
    found = layer.weight.view(-1, 64)
    # The widest gap between two levels is 0.304 of a block's largest absolute value.
    scale = blocks.abs().amax(1, keepdim=True)
    assert float(((found - blocks).abs() / scale).max()) < 0.153 + (0.05 if double_quantization else 0)
    assert max(len(block.unique()) for block in found) <= 16
    stored = sum(p.numel() * p.element_size() for p in layer.parameters() if p is not layer.bias)
    assert stored * 8 / blocks.numel() < (4.2 if double_quantization else 4.51)
    assert torch.equal(nf4.dequantized(layer.stored, (40, 192), torch.bfloat16), layer.weight.bfloat16())


def test_quantized_weights_do_not_depend_on_the_number_of_threads() -> None:
    linear = torch.nn.Linear(2048, 2048, bias=False)
    threads = torch.get_num_threads()
    try:
        found = []
        for count in (1, 2):
            torch.set_num_threads(count)
            found.append(Nf4Linear(linear, double_quantization=True).weight)
    finally:
        torch.set_num_threads(threads)
    assert torch.equal(*found)


@pytest.mark.parametrize("architecture", ["llama", "falcon", "qwen3_moe"])
def test_all_linear_layers_but_the_head_are_quantized_and_only_adapters_train(
    tiny_model: Build, architecture: str
) -> None:
    model = tiny_model(architecture)
    weights = sum(p.numel() for p in model.parameters())
    lora.add(model, Lora(rank=4, targets=("o_proj",) if architecture != "falcon" else ("dense",)), seed=0)
    adapters = sum(p.numel() for p in model.parameters() if p.requires_grad)
    nf4.quantize(model, double_quantization=True)
    layers = [module for module in model.modules() if isinstance(module, Nf4Linear)]
    assert len(layers) >= 2 * (6 if architecture == "llama" else 4)
    assert type(model.get_output_embeddings()) is torch.nn.Linear
    assert not any(p.requires_grad for layer in layers for p in layer.parameters())
    assert nf4.count_weights(model) == weights + adapters


@pytest.mark.parametrize("autocast", [False, True])
def test_loss_and_gradients_are_bit_identical_to_those_of_the_dequantized_weights(
    tiny_model: Build, autocast: bool
) -> None:
    model = with_adapters(tiny_model("llama", attention_bias=True))
    models = [model, dense_twin(model, tiny_model("llama", attention_bias=True))]
    again = with_adapters(tiny_model("llama", attention_bias=True))
    self_checks.enable_gradient_checkpointing(again)
    found = []
    for each in [*models, again.train()]:
        with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            loss = each(input_ids=IDS, labels=IDS, use_cache=False).loss
        loss.backward()
        found.append([loss.detach(), *(p.grad for p in each.parameters() if p.requires_grad)])
    for other in found[1:]:
        assert all(torch.equal(ours, theirs) for ours, theirs in zip(found[0], other, strict=True))


@pytest.mark.parametrize(
    "keys", [{}, {"dora": True}, {"init": "pissa"}, {"targets": ["q_proj"]}, {"double_quantization": False}], ids=str
)
@pytest.mark.parametrize("architecture", ["llama", "falcon"])
def test_the_merged_model_has_the_logits_of_the_quantized_one(
    tiny_model: Build,
    tiny_tokenizer: PreTrainedTokenizerFast,
    tmp_path: Path,
    architecture: str,
    keys: dict[str, object],
) -> None:
    if architecture == "falcon" and "targets" in keys:
        keys = {"targets": ["dense"]}
    model = with_adapters(tiny_model(architecture), **keys)
    frozen.store_in_16_bits(model)
    expected = logits(model)
    load.save(model, tiny_tokenizer, (), tmp_path)
    found = logits(load.load_pretrained(Model(path=str(tmp_path)), torch.device("cpu")).eval())
    assert float((found - expected).abs().max()) < SAME * float(expected.abs().max())


def test_frozen_weights_that_are_not_quantized_keep_their_stored_format(tiny_model: Build) -> None:
    model = tiny_model("llama", tie_word_embeddings=True)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(parameter.bfloat16().float())
    model = with_adapters(model)
    expected = logits(model)
    frozen.store_in_16_bits(model)
    assert torch.equal(logits(model), expected)
    assert model.get_input_embeddings().weight is model.get_output_embeddings().weight
    in_16_bits = {own_name(name) for name, p in model.named_parameters() if p.dtype == torch.bfloat16}
    assert in_16_bits == {"model.embed_tokens.weight"}


def test_a_model_without_linear_layers_is_refused(tiny_model: Build) -> None:
    model = tiny_model("gpt2")
    lora.add(model, Lora(), seed=0)
    with pytest.raises(ModelError, match="nf4 quantizes linear layers, and gpt2 has none"):
        nf4.quantize(model, double_quantization=True)


PEER = """
import sys, torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, BitsAndBytesConfig
base, adapter, out = sys.argv[1:]
config = BitsAndBytesConfig(
    load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype=torch.float32
)
model = AutoModelForCausalLM.from_pretrained(base, quantization_config=config, dtype=torch.float32, device_map="cpu")
model = PeftModel.from_pretrained(model, adapter).train()
ids = torch.tensor([[(7 * i) % 320 for i in range(30)]])
torch.save(model(input_ids=ids).logits.detach(), out)
"""


@pytest.mark.e2e
def test_peft_on_a_base_quantized_by_transformers_gives_the_same_logits(
    tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast, tiny_model_folder: Path, tmp_path: Path
) -> None:
    model = load.load_pretrained(Model(path=str(tiny_model_folder)), torch.device("cpu"))
    expected = logits(with_adapters(model).eval())
    load.save(model, tiny_tokenizer, (), tmp_path / "model", adapters="adapter")
    words = [str(tiny_model_folder), str(tmp_path / "model"), str(tmp_path / "logits")]
    done = subprocess.run([sys.executable, "-c", PEER, *words], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = torch.load(tmp_path / "logits")
    assert float((found - expected).abs().max()) < SAME * float(expected.abs().max())
