"""What a command needs of a recipe beyond the types of its keys."""

from typing import Literal

from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.recipe.yaml_tree import Path

Command = Literal["pretrain", "finetune", "generate", "eval", "inspect"]


def missing(recipe: Recipe, command: Command) -> list[tuple[Path, str]]:
    """What `command` needs and the recipe does not say, and what contradicts itself across sections."""
    faults: list[tuple[Path, str]] = []
    model, tokenizer, data = recipe.model, recipe.tokenizer, recipe.data
    training = command in ("pretrain", "finetune")
    if model.path and model.config:
        faults.append((("model", "config"), "contradicts model.path: random weights or existing ones, not both"))
    if model.config is not None and "model_type" not in model.config:
        faults.append((("model", "config"), "needs model_type, such as llama, gpt2 or qwen3"))
    if tokenizer.path and tokenizer.train:
        faults.append((("tokenizer", "train"), "contradicts tokenizer.path: train one or load one, not both"))
    if training:
        if not recipe.output_dir:
            faults.append((("output_dir",), "is missing: the folder that the run writes to"))
        if not data.train:
            faults.append((("data", "train"), "is missing: at least one source such as {path: rows.jsonl}"))
    if command == "finetune" and not model.path:
        faults.append(
            (
                ("model", "path"),
                "is missing: the model folder or hub id to adapt (`pretrain` starts from random weights)",
            )
        )
    if command == "pretrain" and not model.path and model.config is None:
        faults.append(
            (("model", "config"), "is missing: a Hugging Face config, or model.path to continue from weights")
        )
    if training and model.path is None and model.config is not None and not tokenizer.path and not tokenizer.train:
        faults.append((("tokenizer",), "is missing: random weights need tokenizer.path or tokenizer.train"))
    if training and recipe.train.lora and not model.path:
        faults.append((("train", "lora"), "needs model.path: random weights that stay as they are learn nothing"))
    if command == "inspect" and not (data.train or data.validation):
        faults.append((("data", "train"), "is missing: there is nothing to inspect"))
    if command == "inspect" and not (tokenizer.path or tokenizer.train or model.path):
        faults.append((("tokenizer", "path"), "is missing: name a tokenizer, or a model that has one"))
    if (
        command in ("generate", "eval")
        and not model.path
        and not ("train" in recipe.model_fields_set and recipe.output_dir)
    ):
        faults.append((("model", "path"), "is missing: the model folder or hub id to use"))
    if command == "eval" and not recipe.eval.sets and not data.validation:
        faults.append((("eval", "sets"), "is missing: name rows to score here or in data.validation"))
    return faults
