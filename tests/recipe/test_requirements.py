"""What each command requires of a recipe."""

import sys
from typing import Any

import pytest

from instructgpt_cli.recipe.requirements import Command, missing
from instructgpt_cli.recipe.schema import Recipe

RANDOM = {"model": {"config": {"model_type": "llama"}}, "output_dir": "run", "data": {"train": [{"path": "a.jsonl"}]}}
TRAINED = {"tokenizer": {"train": {"vocab_size": 320}}}


@pytest.mark.parametrize(
    ("command", "recipe", "expected"),
    [
        ("pretrain", {**RANDOM, **TRAINED}, []),
        ("pretrain", RANDOM, ["tokenizer is missing: random weights need tokenizer.path"]),
        ("pretrain", {**RANDOM, "model": {}, **TRAINED}, ["model.config is missing: a Hugging Face config, or model"]),
        (
            "pretrain",
            {"model": {"path": "m", "config": {}}, "tokenizer": {"path": "t", "train": {"vocab_size": 320}}},
            [
                "model.config contradicts model.path",
                "tokenizer.train contradicts tokenizer.path",
                "output_dir is missing",
                "data.train is missing: at least one source",
            ],
        ),
        ("pretrain", {}, ["output_dir is missing", "data.train is missing", "model.config is missing"]),
        ("pretrain", {**RANDOM, **TRAINED, "model": {"config": {"n": 1}}}, ["model.config needs model_type"]),
        ("pretrain", {**RANDOM, **TRAINED, "train": {"lora": {}}}, ["train.lora needs model.path"]),
        ("finetune", {}, ["output_dir is missing", "data.train is missing", "model.path is missing"]),
        ("finetune", {**RANDOM, **TRAINED}, ["model.path is missing: the model folder or Hub id to finetune"]),
        ("inspect", {}, ["data.train is missing: there is nothing to inspect", "tokenizer.path is missing"]),
        ("inspect", {"data": {"validation": [{"path": "a.jsonl"}]}, "model": {"path": "m"}}, []),
        (
            "inspect",
            {"model": {"path": "m"}, "data": {"validation_share": 0.1, "validation": [{"path": "a.jsonl"}]}},
            ["data.validation_share contradicts data.validation", "data.validation_share is a fraction of data.train"],
        ),
        ("generate", {}, ["model.path is missing: the model folder or Hub id to use"]),
        ("generate", {"train": {}}, ["model.path is missing"]),
        ("generate", {"train": {}, "output_dir": "run"}, []),
        ("eval", {}, ["model.path is missing", "eval.sets is missing"]),
        ("eval", {"model": {"path": "m"}}, ["eval.sets is missing: name the rows to score"]),
        ("eval", {"model": {"path": "m"}, "data": {"validation_share": 0.1, "train": [{"path": "a.jsonl"}]}}, []),
        ("eval", {"model": {"path": "m"}, "eval": {"sets": {"a": [{"path": "a.jsonl"}]}}}, []),
    ],
)
def test_what_a_command_requires(command: Command, recipe: dict[str, Any], expected: list[str]) -> None:
    found = [f"{'.'.join(map(str, key))} {message}" for key, message in missing(Recipe.model_validate(recipe), command)]
    assert len(found) == len(expected), found
    for one, beginning in zip(found, expected, strict=True):
        assert one.startswith(beginning)


def test_nf4_without_bitsandbytes_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = Recipe.model_validate({**RANDOM, "model": {"path": "m"}, "train": {"lora": {"base": "nf4"}}})
    monkeypatch.setitem(sys.modules, "bitsandbytes", None)
    found = [(".".join(map(str, key)), message) for key, message in missing(recipe, "finetune")]
    assert found == [("train.lora.base", "nf4 needs bitsandbytes, which is not installed (pip install bitsandbytes)")]
    assert missing(recipe, "generate") == []
