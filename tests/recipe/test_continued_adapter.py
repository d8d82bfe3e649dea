"""The keys that `train.lora.from` defines."""

import json
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.continued_adapter import with_adapter
from instructgpt_cli.recipe.schema import Recipe


def recipe(folder: Path, **keys: Any) -> Recipe:
    config = {
        "peft_type": "LORA",
        "base_model_name_or_path": str(folder),
        "r": 8,
        "lora_alpha": 24,
        "use_rslora": True,
        "target_modules": ["model.layers.0.v_proj", "model.layers.1.v_proj", "q_proj"],
    }
    (folder / "adapter_config.json").write_text(json.dumps(config))
    (folder / "adapter_model.safetensors").write_bytes((2).to_bytes(8, "little") + b"{}")
    return Recipe.model_validate({"train": {"lora": {"from": str(folder), "dropout": 0.1, **keys}}})


def test_rank_and_targets_are_those_of_the_adapter(tmp_path: Path) -> None:
    lora = with_adapter(recipe(tmp_path)).train.lora
    assert lora is not None
    assert (lora.rank, lora.alpha, lora.rslora, lora.dora, lora.dropout) == (8, 24.0, True, False, 0.1)
    assert lora.targets == ("q_proj", "v_proj")
    assert lora.model_dump()["from"] == str(tmp_path)


def test_the_same_values_may_be_given_and_others_are_refused(tmp_path: Path) -> None:
    with_adapter(recipe(tmp_path, rank=8, targets=["q_proj", "v_proj"]))
    with pytest.raises(UsageError, match=r"train\.lora: the adapter in .* has rank: 8, dora: False") as caught:
        with_adapter(recipe(tmp_path, rank=16, dora=True, rslora=True))
    assert caught.value.hint.startswith("Remove rank, dora")


def test_an_adapter_of_a_quantized_base_is_continued_on_one(tmp_path: Path) -> None:
    plain = recipe(tmp_path)
    head = json.dumps({"__metadata__": {"base": "nf4", "double_quantization": "false"}}).encode()
    (tmp_path / "adapter_model.safetensors").write_bytes(len(head).to_bytes(8, "little") + head)
    lora = with_adapter(plain).train.lora
    assert lora is not None
    assert (lora.base, lora.double_quantization) == ("nf4", False)


def test_other_recipes_stay_as_they_are() -> None:
    for train in ({}, {"lora": {}}):
        plain = Recipe.model_validate({"train": train})
        assert with_adapter(plain) is plain
