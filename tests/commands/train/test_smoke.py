"""`--smoke`: shrinking any model, and comparing the saved one with the trained one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.commands.train import smoke
from instructgpt_cli.commands.train.smoke import shrink, tiny_config
from instructgpt_cli.data import hub
from instructgpt_cli.errors import Interrupted, ModelError, ResourceError
from instructgpt_cli.model import merge, self_checks
from instructgpt_cli.model.config import loaded_config
from instructgpt_cli.model.load import build_from, build_random
from instructgpt_cli.recipe.schema import Model, Recipe
from instructgpt_cli.terminal.console import Console

FULL_SIZES = [
    {"model_type": "llama"},
    {"model_type": "llama", "hidden_size": 4096, "num_key_value_heads": 8, "rope_theta": 5e5},
    {"model_type": "gpt2"},
    {"model_type": "gpt2", "hidden_size": 1600, "num_hidden_layers": 48},
    {"model_type": "qwen3"},
    {"model_type": "qwen3_moe"},
    {"model_type": "gpt_neox"},
    {"model_type": "gemma3_text"},
    {"model_type": "opt"},
    {"model_type": "deepseek_v2"},
    {"model_type": "deepseek_v3"},
    {"model_type": "gptj"},
    {"model_type": "codegen"},
    {"model_type": "mamba2"},
    {"model_type": "bamba"},
    {"model_type": "falcon_h1"},
    {"model_type": "granitemoehybrid"},
    {"model_type": "mistral", "architectures": ["MistralForCausalLM"], "vocab_size": 32000},
]


@pytest.mark.parametrize("config", FULL_SIZES, ids=lambda c: f"{c['model_type']}-{len(c)}")
def test_every_architecture_shrinks(config: dict[str, Any], tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    tiny = tiny_config(config)
    assert tiny["model_type"] == config["model_type"]
    assert tiny.get("rope_theta") == config.get("rope_theta")
    model = build_random(Model(config=tiny), tiny_tokenizer, 0)
    assert model.num_parameters() < 1_000_000
    assert model.config.num_hidden_layers == 2
    self_checks.refuse_unusable(model)


HUB = json.loads((Path(__file__).parents[2] / "hub_configs.json").read_text())


@pytest.mark.filterwarnings("ignore::UserWarning")  # of what the configs of older versions say
@pytest.mark.parametrize("name", HUB)
def test_hub_configs_shrink(name: str, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    """They have unknown keys, lists with a value per layer, and models of several parts."""
    config = loaded_config(tiny_config(HUB[name]), tiny_tokenizer, name)
    model = build_from(config, 0, place=name)
    assert model.num_parameters() < 2_500_000
    assert model.config.get_text_config().num_hidden_layers == 2
    self_checks.refuse_unusable(model)


def test_absent_parts_of_an_architecture_stay_absent() -> None:
    tiny = tiny_config({"model_type": "gemma4", "text_config": {"num_hidden_layers": 40, "hidden_size": 2560}})
    assert (tiny["text_config"]["hidden_size"], "audio_config" in tiny) == (64, False)
    assert tiny_config({"model_type": "gemma4"}).get("vision_config") is None


def test_a_config_that_requires_every_special_token_shrinks(tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    assert tiny_tokenizer.bos_token_id is None
    config = loaded_config(tiny_config({"model_type": "modernbert-decoder"}), tiny_tokenizer, "config.json")
    assert config.eos_token_id == tiny_tokenizer.eos_token_id


def test_a_wrong_config_key_is_still_an_error(tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    config = {"model_type": "llama", "is_llama_config": True}
    with pytest.raises(ModelError, match=r"model\.config\.is_llama_config: unknown key for llama"):
        build_random(Model(config=config), tiny_tokenizer, 0)
    assert loaded_config(config, tiny_tokenizer, "config.json").vocab_size == len(tiny_tokenizer)


@pytest.fixture
def smoked(additions: Path, tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def run(**train: Any) -> None:
        monkeypatch.chdir(additions)
        recipe = Recipe.model_validate(
            {
                "output_dir": "run",
                "model": {"path": str(tiny_model_folder)},
                "data": {"train": [{"path": "rows.jsonl"}], "max_length": 128},
                "train": {"lr": 0.01, "batch_tokens": 512, **train},
            }
        )
        smoke.run(recipe, "finetune", Console(quiet=True))

    return run


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_the_smoke_test_compares_the_logits_of_its_saved_model(
    precision: str, smoked: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    smoked(save_precision=precision)
    smoked(save_precision=precision, lora={"rank": 2})

    def forgotten(model: PreTrainedModel) -> dict[str, torch.Tensor] | None:
        found = merged(model)
        return found and {name: torch.zeros_like(weights) for name, weights in found.items()}

    merged = merge.merged
    monkeypatch.setattr(merge, "merged", forgotten)
    with pytest.raises(ModelError, match="has other logits than the trained model"):
        smoked(save_precision=precision, lora={"rank": 2})


def test_the_smoke_test_uses_the_default_learning_rate(smoked: Callable[..., None]) -> None:
    smoked(lr=None)


def test_a_stopped_smoke_test_does_not_promise_to_continue(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any, **__: Any) -> None:
        raise Interrupted("stopped by SIGTERM after step 3; the checkpoint is on disk", "The same command continues.")

    recipe = Recipe(output_dir="run", model=Model(config={"model_type": "llama"}))
    monkeypatch.setattr(smoke, "train", stopped)
    with pytest.raises(Interrupted) as told:
        smoke.run(recipe, "pretrain", Console(quiet=True))
    assert (told.value.message, told.value.hint) == ("stopped by SIGTERM after step 3", "A smoke test starts over.")


def test_a_link_in_place_of_the_smoke_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "smoke").symlink_to(tmp_path / "mine")
    recipe = Recipe.model_validate({"output_dir": str(tmp_path / "run"), "model": {"config": {"model_type": "llama"}}})
    with pytest.raises(ResourceError, match="smoke: is a link"):
        smoke.run(recipe, "pretrain", Console(quiet=True))
    assert list((tmp_path / "mine").iterdir()) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("runs/not/yet", "runs/not/yet: no such model folder"),
        ("owner/name", "owner/name: no such folder, and as a Hub model: it does not answer"),
    ],
)
def test_a_missing_model_is_the_same_error_with_and_without_smoke(
    path: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_: object) -> None:
        raise hub.HubError("it does not answer")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(hub, "ask", silent)
    with pytest.raises(ModelError) as told:
        shrink(Recipe(output_dir="run", model=Model(path=path)), tmp_path)
    assert message in told.value.message


def test_a_small_part_gives_as_many_rows_as_a_full_source(tmp_path: Path) -> None:
    """A small part may have none of the first 48 rows."""
    sources = [{"path": "a"}, {"path": "a", "part": [0, 0.05]}, {"path": "a", "part": [0, 0.05], "rows": 100}]
    recipe = Recipe.model_validate(
        {"output_dir": "run", "model": {"config": {"model_type": "llama"}}, "data": {"validation": sources}}
    )
    assert [source.rows for source in shrink(recipe, tmp_path).data.validation] == [48, 960, 100]


@pytest.mark.parametrize(
    "lora",
    [
        {"base": "nf4", "dora": True},
        {"base": "nf4", "init": "pissa_niter_4", "rank": 64, "save": "adapter"},
        {"init": "olora", "save": "both"},
        {"save": "adapter"},
    ],
    ids=str,
)
def test_adapters_of_each_kind_pass_a_smoke_test(
    lora: dict[str, Any], smoked: Callable[..., None], additions: Path
) -> None:
    if "base" in lora:
        pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    smoked(lora={"rank": 2, **lora})
    model = additions / "run" / "smoke" / "model"
    assert (model / "model.safetensors").exists() == (lora.get("save") != "adapter")
    assert (model / "tokenizer.json").exists()


def test_an_adapter_to_continue_is_shrunk_to_a_new_one(
    smoked: Callable[..., None], additions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    adapter = additions / "adapter"
    adapter.mkdir()
    config = {"peft_type": "LORA", "base_model_name_or_path": str(additions), "r": 300, "target_modules": ["q_proj"]}
    (adapter / "adapter_config.json").write_text(json.dumps(config))
    (adapter / "adapter_model.safetensors").write_bytes((2).to_bytes(8, "little") + b"{}")
    smoked(lora={"from": str(adapter)})
    saved = json.loads((additions / "run/smoke/model/adapter/adapter_config.json").read_text())
    assert (saved["r"], saved["target_modules"]) == (300, ["q_proj"])
