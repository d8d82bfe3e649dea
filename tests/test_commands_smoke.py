"""`--smoke` shrinks any model, whether the recipe gives its sizes or leaves them to the architecture."""

from pathlib import Path
from typing import Any

import pytest
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.commands import smoke
from instructgpt_cli.commands.smoke import shrink, tiny_config
from instructgpt_cli.console import Console
from instructgpt_cli.data import hub
from instructgpt_cli.errors import Interrupted, ModelError
from instructgpt_cli.model import trials
from instructgpt_cli.model.load import build_random
from instructgpt_cli.recipe.schema import Model, Recipe

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
def test_every_architecture_becomes_tiny(config: dict[str, Any], tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    tiny = tiny_config(config)
    assert tiny["model_type"] == config["model_type"]
    assert tiny.get("rope_theta") == config.get("rope_theta")
    model = build_random(Model(config=tiny), tiny_tokenizer, 0)
    assert model.num_parameters() < 1_000_000
    assert model.config.num_hidden_layers == 2
    trials.refuse_unusable(model)


def test_a_smoke_test_that_is_stopped_does_not_promise_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any, **__: Any) -> None:
        raise Interrupted("stopped by SIGTERM after step 3; the checkpoint is on disk", "The same command continues.")

    recipe = Recipe(output_dir="run", model=Model(config={"model_type": "llama"}))
    monkeypatch.setattr(smoke, "train", stopped)
    with pytest.raises(Interrupted) as told:
        smoke.run(recipe, "pretrain", Console(quiet=True))
    assert (told.value.message, told.value.hint) == ("stopped by SIGTERM after step 3", "A smoke test starts over.")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("runs/not/yet", "runs/not/yet: no such model folder"),
        ("owner/name", "owner/name: there is no such folder, and as a model of the hub: it does not answer"),
    ],
)
def test_a_model_that_is_not_there_is_told_as_without_smoke(
    path: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_: object) -> None:
        raise hub.Unanswered("it does not answer")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(hub, "ask", silent)
    with pytest.raises(ModelError) as told:
        shrink(Recipe(output_dir="run", model=Model(path=path)), tmp_path)
    assert message in told.value.message


def test_of_a_small_part_as_many_rows_are_read_as_of_a_whole_source(tmp_path: Path) -> None:
    """Of the first 48 rows none may be in it."""
    sources = [{"path": "a"}, {"path": "a", "part": [0, 0.05]}, {"path": "a", "part": [0, 0.05], "rows": 100}]
    recipe = Recipe.model_validate(
        {"output_dir": "run", "model": {"config": {"model_type": "llama"}}, "data": {"validation": sources}}
    )
    assert [source.rows for source in shrink(recipe, tmp_path).data.validation] == [48, 960, 100]
