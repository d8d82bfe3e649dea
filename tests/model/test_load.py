"""Loading, checking against a tokenizer, and saving."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM, PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import load
from instructgpt_cli.recipe.schema import Model

CPU = torch.device("cpu")


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))


def change_weights(folder: Path, change: Callable[[dict[str, torch.Tensor]], Any]) -> None:
    weights = load_file(folder / "model.safetensors")
    change(weights)
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def change_config(folder: Path, **keys: Any) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **keys}))


def refusal(path: Path | str) -> str:
    with pytest.raises(ModelError) as caught:
        load.load_pretrained(Model(path=str(path)), CPU)
    return f"{caught.value.message} | {caught.value.hint}"


LAST = "model.layers.1.mlp.down_proj.weight"


def test_a_model_loads_with_its_stored_weights(folder: Path) -> None:
    loaded = load.load_pretrained(Model(path=str(folder)), CPU)
    torch.testing.assert_close(loaded.state_dict()[LAST], load_file(folder / "model.safetensors")[LAST])


def load_with_warnings(folder: Path) -> tuple[PreTrainedModel, list[str]]:
    warnings: list[str] = []
    return load.load_pretrained(Model(path=str(folder)), CPU, warn=warnings.append).eval(), warnings


def logits(model: PreTrainedModel) -> torch.Tensor:
    with torch.no_grad():
        found: torch.Tensor = model(torch.arange(20)[None]).logits
        return found


def test_a_complete_model_loads_without_warnings(folder: Path) -> None:
    assert load_with_warnings(folder)[1] == []


def test_an_untied_head_stays_untied_with_a_warning_if_the_config_ties_it(
    folder: Path, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    """Transformers 5 loads both with a warning, 4 would use the embeddings as the head."""
    change_config(folder, tie_word_embeddings=True)
    model, warnings = load_with_warnings(folder)
    assert warnings == [
        f"{folder}: config.json ties the head to the embeddings, but the stored weights differ: they are kept separate"
    ]
    assert torch.equal(logits(model), logits(AutoModelForCausalLM.from_pretrained(folder)))
    load.save(model, tiny_tokenizer, (), tmp_path / "again")
    assert json.loads((tmp_path / "again" / "config.json").read_text())["tie_word_embeddings"] is False
    again, warnings = load_with_warnings(tmp_path / "again")
    assert warnings == []
    assert torch.equal(logits(again), logits(model))


def test_a_stored_copy_of_a_tied_head_is_tied(folder: Path) -> None:
    change_config(folder, tie_word_embeddings=True)
    change_weights(folder, lambda w: w.update({"lm_head.weight": w["model.embed_tokens.weight"].clone()}))
    model, warnings = load_with_warnings(folder)
    assert model.get_output_embeddings().weight is model.get_input_embeddings().weight
    assert warnings == []


def test_buffers_of_older_files_are_skipped_with_a_warning(folder: Path) -> None:
    before = logits(load_with_warnings(folder)[0])
    names = [f"model.layers.{i}.self_attn.{name}" for i in (0, 1) for name in ("masked_bias", "position_ids")]
    change_weights(folder, lambda w: w.update({name: torch.ones(3) for name in names}))
    model, warnings = load_with_warnings(folder)
    assert warnings == [f"{folder}: {', '.join(names[:3])} and 1 more: skipped; this version computes them itself"]
    assert torch.equal(logits(model), before)


def test_a_tokenizer_larger_than_the_vocabulary_is_refused(
    tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    model = tiny_model("llama", vocab_size=len(tiny_tokenizer) - 1)
    with pytest.raises(ModelError, match=f"has {len(tiny_tokenizer)} tokens, but the model's vocabulary only"):
        load.check_fit(model, tiny_tokenizer, 8)


def test_rows_longer_than_the_positions_are_refused(
    tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    with pytest.raises(ModelError, match="positions for 64 tokens"):
        load.check_fit(tiny_model("gpt2", n_positions=64), tiny_tokenizer, 65)


def test_random_weights_are_a_function_of_the_seed(tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    model = Model(config={"model_type": "llama", "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1,
                          "num_attention_heads": 2, "num_key_value_heads": 2})  # fmt: skip
    torch.rand(3)
    first, again, other = (load.build_random(model, tiny_tokenizer, seed).state_dict() for seed in (1, 1, 2))
    name = "model.layers.0.mlp.up_proj.weight"
    assert torch.equal(first[name], again[name])
    assert not torch.equal(first[name], other[name])


ROUTED = {
    **{"n_routed_experts": 4, "num_experts_per_tok": 2, "n_group": 1, "topk_group": 1, "moe_intermediate_size": 16},
    **{"first_k_dense_replace": 1, "q_lora_rank": 8, "kv_lora_rank": 8, "qk_nope_head_dim": 8, "qk_rope_head_dim": 8},
    **{"v_head_dim": 8, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 2},
}


@pytest.mark.parametrize("tied", [True, False])
def test_saved_in_bfloat16_each_weight_is_rounded_once(
    tied: bool, tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    model = tiny_model("llama", tie_word_embeddings=tied)
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    load.save(model, tiny_tokenizer, (7,), tmp_path / "model", torch.bfloat16)
    assert all(torch.equal(tensor, before[name]) for name, tensor in model.state_dict().items())
    stored = load_file(tmp_path / "model" / "model.safetensors")
    assert stored.keys() == before.keys() - ({"lm_head.weight"} if tied else set())
    assert all(torch.equal(tensor, before[name].bfloat16()) for name, tensor in stored.items())
    again = load.load_pretrained(Model(path=str(tmp_path / "model")), CPU, None)
    assert again.dtype == torch.bfloat16
    assert again.generation_config is not None
    assert again.generation_config.eos_token_id == [7]


def test_weights_that_an_architecture_keeps_in_float32_are_saved_in_float32(
    tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    config = Model.model_validate({"config": {"model_type": "deepseek_v3", **ROUTED}})
    load.save(load.build_random(config, tiny_tokenizer, 0), tiny_tokenizer, (), tmp_path, torch.bfloat16)
    kinds = {name: tensor.dtype for name, tensor in load_file(tmp_path / "model.safetensors").items()}
    assert kinds.pop("model.layers.1.mlp.gate.e_score_correction_bias") == torch.float32
    assert set(kinds.values()) == {torch.bfloat16}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"dtype": "bfloat16"}, torch.bfloat16),
        ({"dtype": None, "torch_dtype": "float16"}, torch.float16),
        ({"dtype": None, "text_config": {"torch_dtype": "bfloat16"}}, torch.bfloat16),
        ({"dtype": "float32"}, torch.float32),
        ({"dtype": "auto"}, torch.float32),
        ({"dtype": None}, torch.float32),
    ],
)
def test_the_stored_dtype_of_a_base_model(folder: Path, keys: dict[str, Any], expected: torch.dtype) -> None:
    change_config(folder, **keys)
    assert load.stored_dtype(Model(path=str(folder))) == expected


def test_out_of_memory_is_not_reported_as_a_model_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes.")

    monkeypatch.setattr(load.AutoModelForCausalLM, "from_pretrained", fails)
    with pytest.raises(RuntimeError, match="can't allocate memory"):
        load.load_pretrained(Model(path=str(folder)), torch.device("cpu"))
