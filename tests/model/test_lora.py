"""LoRA adapters: new ones change nothing, merged ones compute the same, base weights stay frozen."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.commands.text_pipeline import load_text_pipeline
from instructgpt_cli.commands.train.build import build_model
from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import adapter_files, frozen, load, lora, lora_check
from instructgpt_cli.model.adapter_layers import INITIAL, is_of_adapter, own_name
from instructgpt_cli.recipe.schema import Lora, Model, Recipe
from instructgpt_cli.training import checkpoint

Build = Callable[..., PreTrainedModel]
IDS = torch.tensor([[(7 * i) % 320 for i in range(30)]])
ARCHITECTURES = ("llama", "gpt2", "qwen3", "gemma3_text", "gpt_neox", "falcon", "mixtral", "qwen3_moe", "deepseek_v3")


def logits(model: PreTrainedModel) -> torch.Tensor:
    with torch.no_grad():
        found: torch.Tensor = model(input_ids=IDS).logits
        return found


def randomize_adapters(model: PreTrainedModel) -> None:
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.requires_grad:
                parameter += 0.3 * torch.randn(parameter.shape, generator=generator)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_new_adapters_change_nothing_and_only_they_are_trained(tiny_model: Build, architecture: str) -> None:
    model = tiny_model(architecture)
    before, own = logits(model), {name for name, _ in model.named_parameters()}
    lora.add(model, Lora(rank=3), seed=0)
    assert torch.equal(logits(model), before)
    trained = {name for name, p in model.named_parameters() if p.requires_grad}
    assert trained
    assert all(".lora_A." in name or ".lora_B." in name for name in trained)
    assert not trained & own


def test_initial_adapters_are_a_function_of_the_seed(tiny_model: Build) -> None:
    found = []
    for seed in (0, 0, 1):
        model = tiny_model("llama")
        torch.rand(seed + 3)
        lora.add(model, Lora(), seed)
        found.append(torch.cat([p.flatten() for p in model.parameters() if p.requires_grad]))
    assert torch.equal(found[0], found[1])
    assert not torch.equal(found[0], found[2])


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`")  # PEFT uses the older name
@pytest.mark.filterwarnings(
    "ignore:The following (rank|alpha)_pattern"
)  # PEFT looks for modules; experts are parameters
@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_a_saved_model_has_merged_weights_and_the_adapter_beside_them(
    tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path, architecture: str
) -> None:
    from peft import PeftModel

    tiny_model(architecture).save_pretrained(tmp_path / "base")
    model = tiny_model(architecture)
    lora.add(model, Lora(rank=4, alpha=8.0), seed=0)
    randomize_adapters(model)
    found = logits(model)
    load.save(model, tiny_tokenizer, (), tmp_path / "model")
    load.save(model, tiny_tokenizer, (), tmp_path / "half", torch.bfloat16)
    assert torch.equal(logits(model), found)  # saving changed nothing
    whole, half = (load_file(tmp_path / name / "model.safetensors") for name in ("model", "half"))
    assert all(torch.equal(tensor.bfloat16(), half[name]) for name, tensor in whole.items())

    merged, info = AutoModelForCausalLM.from_pretrained(tmp_path / "model", output_loading_info=True)
    assert not info["missing_keys"]
    assert not info["unexpected_keys"]
    torch.testing.assert_close(logits(merged.eval()), found, rtol=1e-4, atol=1e-4)
    assert not torch.allclose(found, logits(tiny_model(architecture)), atol=1e-2)

    base = AutoModelForCausalLM.from_pretrained(tmp_path / "base")
    with_adapter = PeftModel.from_pretrained(base, str(tmp_path / "model" / "adapter"))
    torch.testing.assert_close(logits(with_adapter.eval()), found, rtol=1e-4, atol=1e-4)


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`")
def test_a_saved_adapter_finds_its_base_from_any_working_folder(
    tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peft import AutoPeftModelForCausalLM

    monkeypatch.chdir(tmp_path)
    tiny_model("llama").save_pretrained("base")
    model = load.load_pretrained(Model(path="base"), torch.device("cpu"))
    lora.add(model, Lora(), seed=0)
    randomize_adapters(model)
    load.save(model, tiny_tokenizer, (), tmp_path / "model")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    again = AutoPeftModelForCausalLM.from_pretrained("../model/adapter")
    torch.testing.assert_close(logits(again.eval()), logits(model.eval()), rtol=1e-4, atol=1e-4)


VARIANTS: list[dict[str, Any]] = [
    {"init": "gaussian"},
    {"init": "orthogonal"},
    {"init": "olora"},
    {"init": "pissa"},
    {"init": "pissa_niter_4", "rslora": True},
    {"rslora": True},
    {"dora": True},
]


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`")
@pytest.mark.parametrize("architecture", ["llama", "gpt2"])
@pytest.mark.parametrize("keys", VARIANTS, ids=str)
def test_variants_start_as_the_base_and_are_merged_and_exported(
    tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path, keys: dict[str, Any], architecture: str
) -> None:
    from peft import PeftModel

    if architecture == "gpt2" and keys.get("init") == "olora":
        pytest.skip("its layers are transposed, which PEFT's olora does not support")
    model = tiny_model(architecture)
    before, own = logits(model), {name: p.clone() for name, p in model.named_parameters()}
    model.save_pretrained(tmp_path / "base")
    lora.add(model, Lora.model_validate({"rank": 4, "alpha": 6.0, **keys}), seed=0)
    lora_check.refuse_bypassed(model)
    torch.testing.assert_close(logits(model), before, rtol=0, atol=1e-6)
    base = {own_name(name): p for name, p in model.named_parameters() if not is_of_adapter(name)}
    assert all(torch.equal(base[name], p) for name, p in own.items())
    randomize_adapters(model)
    found = logits(model)
    assert not torch.allclose(found, before, atol=1e-2)
    load.save(model, tiny_tokenizer, (), tmp_path / "model")
    assert torch.equal(logits(model), found)  # saving changed nothing
    merged = AutoModelForCausalLM.from_pretrained(tmp_path / "model")
    torch.testing.assert_close(logits(merged.eval()), found, rtol=1e-4, atol=1e-4)
    plain = AutoModelForCausalLM.from_pretrained(tmp_path / "base")
    with_adapter = PeftModel.from_pretrained(plain, str(tmp_path / "model" / "adapter"))
    torch.testing.assert_close(logits(with_adapter.eval()), found, rtol=1e-4, atol=1e-4)


def test_what_an_initialization_subtracts_is_part_of_the_checkpoint(tiny_model: Build, tmp_path: Path) -> None:
    """Each start computes it again, on another machine perhaps with other bits."""
    models = [tiny_model("llama") for _ in range(2)]
    for model in models:
        lora.add(model, Lora(init="pissa", rank=4), seed=0)
    randomize_adapters(models[0])
    with torch.no_grad():
        for name, p in models[0].named_parameters():
            if f".{INITIAL}." in name:
                p *= 2
    checkpoint.save(tmp_path, models[0], [], checkpoint.RunState(step=1))
    checkpoint.load(tmp_path / "step-1", models[1], [])
    assert torch.equal(logits(models[0]), logits(models[1]))
    assert sum(p.requires_grad for p in models[0].parameters()) == 28


@pytest.mark.parametrize(
    ("architecture", "keys", "message"),
    [
        ("gpt2", {"init": "olora"}, r"train\.lora\.init: olora does not support .*, which is transposed"),
        ("mixtral", {"init": "pissa", "rank": 2}, r"train\.lora\.init: pissa needs linear layers; .* is not one"),
        ("llama", {"init": "pissa", "rank": 17}, r"train\.lora\.rank: 17 is too large for init: pissa: .*k_proj"),
        ("mixtral", {"dora": True}, r"train\.lora\.dora: not supported by the adapters of experts and routers"),
    ],
)
def test_what_a_variant_does_not_support_is_reported(
    tiny_model: Build, architecture: str, keys: dict[str, Any], message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        lora.add(tiny_model(architecture), Lora.model_validate(keys), seed=0)


def test_named_targets_alone_are_adapted(tiny_model: Build) -> None:
    model = tiny_model("llama")
    lora.add(model, Lora(targets=("q_proj", "v_proj")), seed=0)
    adapted = {name.rpartition(".")[2] for name, module in model.named_modules() if hasattr(module, "lora_A")}
    assert adapted == {"q_proj", "v_proj"}
    for targets in (("c_attn",), ("q_proj", "c_attn")):  # PEFT ignores the second silently
        with pytest.raises(ModelError, match=r"the model has no c_attn$") as caught:
            lora.add(tiny_model("llama"), Lora(targets=targets), seed=0)
        assert "q_proj" in caught.value.hint
    with pytest.raises(ModelError, match=r"train\.lora\.targets: .*not supported"):
        lora.add(tiny_model("llama"), Lora(targets=("norm",)), seed=0)


def test_a_layer_that_cannot_be_adapted_is_refused_with_the_others_named(tiny_model: Build) -> None:
    with pytest.raises(ModelError, match="'out_proj' is incompatible with Mamba") as caught:
        lora.add(tiny_model("mamba"), Lora(), seed=0)
    assert caught.value.hint == "The model's linear layers: dt_proj, in_proj, lm_head, out_proj, x_proj."
    lora.add(tiny_model("mamba"), Lora(targets=("in_proj",)), seed=0)


@pytest.mark.parametrize("target", ["lm_head", "embed_tokens"])
def test_tied_weights_take_no_adapter(tiny_model: Build, target: str) -> None:
    others = {"lm_head": "lm_head shares its weights with model.embed_tokens"}
    with pytest.raises(ModelError, match=others.get(target, "model.embed_tokens shares its weights with lm_head")):
        lora.add(tiny_model("llama", tie_word_embeddings=True), Lora(targets=(target,)), seed=0)


@pytest.mark.parametrize(
    ("architecture", "targets", "left"),
    [
        ("llama", ("embed_tokens", "lm_head"), ""),
        ("gpt_oss", "all-linear", "experts.down_proj, experts.gate_up_proj"),
        ("gpt_oss", ("q_proj", "experts.gate_up_proj", "down_proj"), ""),
        ("phimoe", "all-linear", "experts.down_proj, experts.gate_up_proj, mlp.router"),
    ],
)
def test_adapters_are_merged_and_weights_without_one_are_named(
    tiny_model: Build,
    tiny_tokenizer: PreTrainedTokenizerFast,
    tmp_path: Path,
    architecture: str,
    targets: Any,
    left: str,
) -> None:
    model = tiny_model(architecture)
    before = logits(model)
    lora.add(model, Lora(rank=4, targets=targets), seed=0)
    lora_check.refuse_bypassed(model)
    assert torch.equal(logits(model), before)
    assert lora.without_adapter(model) == left
    randomize_adapters(model)
    load.save(model, tiny_tokenizer, (), tmp_path)
    merged = load.load_pretrained(Model(path=str(tmp_path)), torch.device("cpu"))
    torch.testing.assert_close(logits(merged.eval()), logits(model), rtol=1e-4, atol=1e-4)
    assert not torch.allclose(logits(model), before, atol=1e-2)


def test_a_router_is_not_a_linear_layer(tiny_model: Build) -> None:
    with pytest.raises(ModelError, match=r"train\.lora\.targets: router is not a plain linear layer"):
        lora.add(tiny_model("phimoe"), Lora(targets=("router",)), seed=0)


def test_dropout_of_expert_adapters_is_refused(tiny_model: Build) -> None:
    with pytest.raises(ModelError, match=r"train\.lora\.dropout: not supported by the adapters of experts and routers"):
        lora.add(tiny_model("mixtral"), Lora(dropout=0.1), seed=0)
    lora.add(tiny_model("mixtral"), Lora(dropout=0.1, targets=("q_proj",)), seed=0)


def test_a_checkpoint_holds_the_trained_parameters_only(tiny_model: Build, tmp_path: Path) -> None:
    models = [tiny_model("llama") for _ in range(2)]
    for model in models:
        lora.add(model, Lora(), seed=0)
    randomize_adapters(models[0])
    checkpoint.save(tmp_path, models[0], [], checkpoint.RunState(step=1))
    whole = sum(p.numel() * 4 for p in models[0].parameters())
    trained = sum(p.numel() * 4 for p in models[0].parameters() if p.requires_grad)
    assert trained < (tmp_path / "step-1" / "model.safetensors").stat().st_size < whole
    checkpoint.load(tmp_path / "step-1", models[1], [])
    assert torch.equal(logits(models[0]), logits(models[1]))


@pytest.mark.filterwarnings("ignore:Could not find a config file in some/base")  # there is no network
@pytest.mark.parametrize("name", ["some/base", ""])
def test_an_adapter_names_its_base_by_hub_id(tiny_model: Build, tmp_path: Path, name: str) -> None:
    model = tiny_model("llama")
    model.name_or_path = name
    lora.add(model, Lora(rank=5), seed=0)
    adapter_files.save(model, tmp_path / "adapter", {})
    config = json.loads((tmp_path / "adapter" / "adapter_config.json").read_text())
    assert config["base_model_name_or_path"] == (name or None)
    assert (config["r"], config["peft_type"]) == (5, "LORA")


def test_base_weights_stored_in_bfloat16_give_identical_results(
    tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    models = [tiny_model("llama", attention_bias=True) for _ in range(2)]
    for model in models:
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.copy_(parameter.bfloat16().float())
        lora.add(model, Lora(rank=3), seed=0)
        randomize_adapters(model)
    halved = models[1]
    frozen.store_in_16_bits(halved)
    kept = {name for name, p in halved.named_parameters() if p.dtype == torch.bfloat16}
    adapted = {name for name, _ in halved.named_parameters() if name.endswith("base_layer.weight")}
    assert kept == adapted | {"lm_head.weight", "model.embed_tokens.weight"}
    assert len(adapted) == 14

    for autocast in (True, False):
        found = []
        for model in models:
            model.zero_grad()
            with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
                loss = model(input_ids=IDS, labels=IDS).loss
            loss.backward()
            gradients = [p.grad for p in model.parameters() if p.requires_grad]
            found.append([loss.detach(), *gradients])
        assert all(torch.equal(ours, theirs) for ours, theirs in zip(*found, strict=True))

    for model, place in zip(models, ("whole", "halved"), strict=True):
        load.save(model, tiny_tokenizer, (), tmp_path / place)
    for file in ("model.safetensors", "config.json", "adapter/adapter_model.safetensors"):
        assert (tmp_path / "halved" / file).read_bytes() == (tmp_path / "whole" / file).read_bytes()


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_base_weights_are_stored_in_bfloat16_only_by_a_bf16_run(
    tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path, precision: str
) -> None:
    tiny_model("llama").bfloat16().save_pretrained(tmp_path)
    tiny_tokenizer.save_pretrained(tmp_path)
    recipe = Recipe.model_validate(
        {
            "model": {"path": str(tmp_path)},
            "data": {"train": [{"path": "rows.jsonl"}]},
            "train": {"lora": {"rank": 2}, "precision": precision},
        }
    )
    tokenizer = load_text_pipeline(recipe.model, recipe.tokenizer, recipe.data).tokenizer
    model = build_model(recipe.model, recipe.train, tokenizer, 128, 0, torch.device("cpu"))
    halved = any(p.dtype == torch.bfloat16 for p in model.parameters())
    assert halved == (precision == "bf16")


def test_base_weights_that_bfloat16_would_round_stay_in_float32(tiny_model: Build) -> None:
    model = tiny_model("llama")
    lora.add(model, Lora(), seed=0)
    own = {name: p for name, p in model.named_parameters() if name.endswith("base_layer.weight")}
    with torch.no_grad():
        first = next(iter(own.values()))
        first.copy_(first.bfloat16().float())
    frozen.store_in_16_bits(model)
    halved = [name for name, p in model.named_parameters() if p.dtype != torch.float32]
    assert halved == [next(iter(own))]
