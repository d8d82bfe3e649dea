"""Configs of random models: the recipe's keys, the tokenizer's vocabulary, and errors by key."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.errors import ModelError, ResourceError
from instructgpt_cli.model import load
from instructgpt_cli.model.config import make_config
from instructgpt_cli.recipe.schema import Model

Build = Callable[..., PreTrainedModel]
CPU = torch.device("cpu")


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))


def change_config(folder: Path, **keys: Any) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **keys}))


def refusal(path: Path | str) -> str:
    with pytest.raises(ModelError) as caught:
        load.load_pretrained(Model(path=str(path)), CPU)
    return f"{caught.value.message} | {caught.value.hint}"


@pytest.mark.parametrize(
    ("model_type", "said"),
    [
        ("qwen2_5_vl", "'qwen2_5_vl' is a vision-language model (images and text), not a causal language model"),
        ("clip", "'clip' is a vision model"),
        ("t5", "'t5' is an encoder-decoder"),
        ("distilbert", "'distilbert' is an encoder, "),
        ("wav2vec2", "'wav2vec2' is an audio model"),
    ],
)
def test_a_model_of_another_kind_is_named_by_its_kind(folder: Path, model_type: str, said: str) -> None:
    change_config(folder, model_type=model_type)
    assert said in refusal(folder)
    with pytest.raises(ModelError, match=r"model\.config\.model_type: ") as caught:
        load.check_named(Model(config={"model_type": model_type}))
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"model_type": "lama"}, "Did you mean llama"),
        ({"model_type": "llama", "hidden_sise": 32}, "Did you mean hidden_size"),
        ({"model_type": "llama", "hidden_size": 30, "num_attention_heads": 4}, "model.config"),
        ({"model_type": "llama", "hidden_size": 0}, "model.config.hidden_size: should be greater than 0, not 0"),
        ({"model_type": "llama", "hidden_act": "x"}, "model.config: 'x' is not known"),
        ({"model_type": "llama", "head_dim": 0}, "model.config: "),
        (
            {"model_type": "gpt2", "n_embd": 16, "n_head": 2, "n_layer": 1, "head_dim": 7},
            "head_dim: gpt2 ignores it",
        ),
        ({"model_type": "llama", "vocab_size": 10}, "vocab_size is 10, but the tokenizer has"),
    ],
)
def test_unusable_configs_are_refused(
    config: dict[str, Any], said: str, tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    with pytest.raises(ModelError) as caught:
        load.build_random(Model(config=config), tiny_tokenizer, 0)
    assert said in f"{caught.value.message} | {caught.value.hint}"


@pytest.mark.parametrize("architecture", ["qwen3_moe", "phi3", "llama"])
def test_head_dim_is_used_and_survives_saving(
    architecture: str, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    """Qwen3-30B-A3B's config names it, for which Transformers has a field in some architectures only."""
    sizes = {"hidden_size": 16, "intermediate_size": 32, "num_attention_heads": 4, "num_key_value_heads": 2}
    config = {"model_type": architecture, **sizes, "num_hidden_layers": 1, "head_dim": 8}
    model = load.build_random(Model(config=config), tiny_tokenizer, 0)
    assert {tuple(p.shape) for name, p in model.named_parameters() if name.endswith("o_proj.weight")} == {(16, 32)}
    model.save_pretrained(tmp_path / "model")
    again = load.load_pretrained(Model(path=str(tmp_path / "model")), CPU)
    ids = torch.arange(6)[None]
    torch.testing.assert_close(again(ids).logits, model.eval()(ids).logits)


def test_a_model_too_large_for_memory_is_refused_before_it_is_built(tiny_tokenizer: Any) -> None:
    with pytest.raises(ResourceError, match=r"model\.config: describes a model of 99,999 layers"):
        make_config({"model_type": "llama", "num_hidden_layers": 99_999}, tiny_tokenizer)
    with pytest.raises(ResourceError, match=r"model\.config: describes a model of at least [\d,]+ weights"):
        make_config({"model_type": "llama", "hidden_size": 10**8}, tiny_tokenizer)


def test_an_integer_is_accepted_for_a_float_field(tiny_tokenizer: Any) -> None:
    config = {"model_type": "mixtral", "router_aux_loss_coef": 50, "hidden_size": 32, "num_hidden_layers": 1}
    made = make_config(config, tiny_tokenizer)
    assert made.router_aux_loss_coef == 50.0
    assert type(made.router_aux_loss_coef) is float
    assert type(made.hidden_size) is int
