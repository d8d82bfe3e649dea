"""Adapter folders: what is saved, continued, and merged on loading."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from adapters import move_trainable
from safetensors.torch import load_file, save_file
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.errors import ModelError, NumericsError
from instructgpt_cli.model import adapter_files, load, lora
from instructgpt_cli.model.fingerprint import model_fingerprint, tokenizer_fingerprint
from instructgpt_cli.recipe.schema import AdapterSaving, Lora, Model
from instructgpt_cli.system import adapter_folder

Build = Callable[..., PreTrainedModel]
CPU = torch.device("cpu")


def trained(base: Path, **keys: Any) -> PreTrainedModel:
    model = load.load_pretrained(Model(path=str(base)), CPU)
    lora.add(model, Lora.model_validate({"rank": 4, **keys}), seed=0)
    move_trainable(model)
    return model


def equal(a: Path, b: Path, dtype: torch.dtype | None = torch.float32) -> bool:
    first, second = (load.load_pretrained(Model(path=str(path)), CPU, dtype) for path in (a, b))
    assert first.config.dtype == second.config.dtype
    assert first.generation_config.to_dict() == second.generation_config.to_dict()
    states = [model.state_dict() for model in (first, second)]
    assert states[0].keys() == states[1].keys()
    return all(t.dtype == states[1][name].dtype and torch.equal(t, states[1][name]) for name, t in states[0].items())


@pytest.mark.parametrize("stored", [torch.float32, torch.bfloat16, torch.float16])
@pytest.mark.parametrize(
    "keys", [{}, {"dora": True}, {"init": "pissa", "rslora": True}, {"init": "olora"}], ids=lambda keys: str(keys)
)
def test_an_adapter_merged_on_loading_equals_the_merged_model_to_the_bit(
    tiny_model_folder: Path,
    tiny_tokenizer: PreTrainedTokenizerFast,
    tmp_path: Path,
    stored: torch.dtype,
    keys: dict[str, Any],
) -> None:
    model = trained(tiny_model_folder, **keys)
    for saving in ("merged", "adapter", "both"):
        load.save(model, tiny_tokenizer, (2,), tmp_path / saving, stored, saving)
    assert {path.name for path in (tmp_path / "adapter").iterdir()} == {
        path.name for path in (tmp_path / "both" / "adapter").iterdir()
    }
    for folder in ("adapter", "merged/adapter", "both/adapter", "both"):
        assert equal(tmp_path / folder, tmp_path / "merged")
        assert equal(tmp_path / folder, tmp_path / "merged", dtype=None)
        assert equal(tmp_path / folder, tmp_path / "merged", dtype=torch.bfloat16)
    assert not (tmp_path / "adapter" / "config.json").exists()
    assert not (tmp_path / "merged" / "adapter" / "tokenizer.json").exists()


def test_equal_adapters_have_equal_files(tiny_model_folder: Path, tmp_path: Path) -> None:
    about = {letter: letter for letter in "dfabecgh"}
    for place in ("first", "second"):
        adapter_files.save(trained(tiny_model_folder), tmp_path / place, about)
    assert adapter_folder.read(str(tmp_path / "first")).about == {**about, "format": "pt"}
    for name in ("adapter_model.safetensors", "adapter_config.json"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


@pytest.mark.parametrize("architecture", ["mixtral", "gpt2", "gemma3_text"])
def test_adapters_of_other_architectures_are_merged_on_loading_too(
    tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path, architecture: str
) -> None:
    tiny_model(architecture).bfloat16().save_pretrained(tmp_path / "base")
    load.save(trained(tmp_path / "base"), tiny_tokenizer, (2,), tmp_path / "model", torch.bfloat16)
    assert equal(tmp_path / "model" / "adapter", tmp_path / "model", dtype=None)


def test_weights_that_stay_float32_do_so_when_an_adapter_is_merged_into_bfloat16(
    tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    """Transformers keeps the correction bias of a router in float32."""
    tiny_model("deepseek_v3").save_pretrained(tmp_path / "base")
    load.save(trained(tmp_path / "base", targets=["o_proj"]), tiny_tokenizer, (2,), tmp_path / "model")
    adapter = Model(path=str(tmp_path / "model" / "adapter"))
    kinds = {t.dtype for t in load.load_pretrained(adapter, CPU, torch.bfloat16).state_dict().values()}
    assert kinds == {torch.float32, torch.bfloat16}
    assert equal(tmp_path / "model" / "adapter", tmp_path / "model", dtype=torch.bfloat16)


@pytest.mark.parametrize("double_quantization", [True, False])
def test_an_adapter_of_a_quantized_base_is_merged_into_the_dequantized_weights(
    tiny_model_folder: Path, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path, double_quantization: bool
) -> None:
    pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    from instructgpt_cli.model import nf4

    model = trained(tiny_model_folder, targets=["q_proj", "up_proj"])
    nf4.quantize(model, double_quantization=double_quantization)
    load.save(model, tiny_tokenizer, (2,), tmp_path / "model", torch.bfloat16)
    for dtype in (None, torch.bfloat16):
        assert equal(tmp_path / "model" / "adapter", tmp_path / "model", dtype=dtype)


@pytest.mark.parametrize("keys", [{}, {"dora": True, "rslora": True}, {"init": "pissa"}], ids=lambda keys: str(keys))
def test_an_adapter_is_continued_from_its_folder(
    tiny_model_folder: Path, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path, keys: dict[str, Any]
) -> None:
    model = trained(tiny_model_folder, **keys)
    load.save(model, tiny_tokenizer, (), tmp_path / "model")
    again = load.load_pretrained(Model(path=str(tiny_model_folder)), CPU)
    lora.add(again, Lora.model_validate({"from": str(tmp_path / "model" / "adapter"), "dropout": 0.5}), seed=5)
    ids = torch.tensor([[(7 * i) % 320 for i in range(30)]])
    with torch.no_grad():
        found, expected = (each.eval()(input_ids=ids).logits for each in (again, model))
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-5)
    names = {name for name, p in again.named_parameters() if p.requires_grad}
    assert names == {name for name, p in model.named_parameters() if p.requires_grad}
    assert any(isinstance(m, torch.nn.Dropout) and m.p == 0.5 for m in again.modules())


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`")  # PEFT asks Transformers in an older way
@pytest.mark.filterwarnings("ignore:.*modifies the model's weights")
@pytest.mark.parametrize("init", ["pissa", "olora"])
def test_a_peft_adapter_relative_to_a_remainder_is_merged_as_peft_does(
    tiny_model_folder: Path, tmp_path: Path, init: str
) -> None:
    import peft
    from transformers import AutoModelForCausalLM

    def base() -> PreTrainedModel:
        return AutoModelForCausalLM.from_pretrained(tiny_model_folder)

    config = peft.LoraConfig(r=4, init_lora_weights=init, target_modules=["q_proj", "down_proj"], task_type="CAUSAL_LM")
    model = peft.get_peft_model(base(), config)
    with torch.no_grad():
        for p in model.parameters():
            if p.requires_grad:
                p += 0.1
    model.save_pretrained(tmp_path / "adapter")
    merged = peft.PeftModel.from_pretrained(base(), str(tmp_path / "adapter")).merge_and_unload()
    found = load.load_pretrained(Model(path=str(tmp_path / "adapter")), CPU)
    for name, tensor in merged.state_dict().items():
        torch.testing.assert_close(found.state_dict()[name], tensor, rtol=1e-5, atol=1e-6)


def test_an_adapter_on_an_adapter_is_merged_in_turn(
    tiny_model_folder: Path, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    for saving in ("adapter", "merged"):
        place: AdapterSaving = "adapter" if saving == "adapter" else "merged"
        load.save(trained(tiny_model_folder), tiny_tokenizer, (2,), tmp_path / saving / "first", adapters=place)
        model = trained(tmp_path / saving / "first", targets=["v_proj"])
        load.save(model, tiny_tokenizer, (2,), tmp_path / saving / "second", adapters=place)
    config = json.loads((tmp_path / "adapter" / "second" / "adapter_config.json").read_text())
    assert config["base_model_name_or_path"] == str(tmp_path / "adapter" / "first")
    assert equal(tmp_path / "adapter" / "second", tmp_path / "merged" / "second")


def test_fingerprints_cover_the_adapter_and_its_base(
    tiny_model_folder: Path, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    shutil.copytree(tiny_model_folder, base)
    load.save(trained(base), tiny_tokenizer, (), tmp_path / "model", base_fingerprint=model_fingerprint(str(base)))
    adapter = str(tmp_path / "model" / "adapter")
    warnings: list[str] = []
    before = model_fingerprint(adapter)
    load.load_pretrained(Model(path=adapter), CPU, warn=warnings.append)
    assert warnings == []
    weights = load_file(base / "model.safetensors")
    save_file({name: 2 * t for name, t in weights.items()}, base / "model.safetensors", {"format": "pt"})
    assert model_fingerprint(adapter) != before
    load.load_pretrained(Model(path=adapter), CPU, warn=warnings.append)
    assert warnings == [f"{adapter}: its base {base} has changed since the adapter was trained"]
    assert tokenizer_fingerprint(adapter) == tokenizer_fingerprint(str(tmp_path / "model"))


@pytest.mark.parametrize(
    ("change", "kind", "message"),
    [
        (lambda w: w.pop(next(iter(w))), ModelError, r"adapter_model\.safetensors: lacks model\.layers"),
        (lambda w: w.update({"base_model.model.x": torch.ones(1)}), ModelError, "has left-over x"),
        (lambda w: w.update({k: t[:1].clone() for k, t in w.items()}), ModelError, r"has the shape \[1, .*needs \[4"),
        (lambda w: w.update({k: t * torch.nan for k, t in w.items()}), NumericsError, "not finite"),
    ],
)
def test_weights_that_do_not_fit_are_named(
    tiny_model_folder: Path,
    tiny_tokenizer: PreTrainedTokenizerFast,
    tmp_path: Path,
    change: Callable[[dict[str, torch.Tensor]], object],
    kind: type[Exception],
    message: str,
) -> None:
    load.save(trained(tiny_model_folder), tiny_tokenizer, (), tmp_path, adapters="adapter")
    weights = load_file(tmp_path / "adapter_model.safetensors")
    change(weights)
    save_file(weights, tmp_path / "adapter_model.safetensors", {"format": "pt"})
    with pytest.raises(kind, match=message):
        load.load_pretrained(Model(path=str(tmp_path)), CPU)
