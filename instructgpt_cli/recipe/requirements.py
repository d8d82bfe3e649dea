"""What a command requires of a recipe, beyond the types of its keys."""

from importlib.util import find_spec
from typing import Literal

from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.recipe.yaml_lines import KeyPath

Command = Literal["pretrain", "finetune", "generate", "eval", "inspect"]


def missing(recipe: Recipe, command: Command) -> list[tuple[KeyPath, str]]:
    """(key, message) for each key that `command` requires and the recipe lacks, and for each contradiction between
    sections."""
    model, tokenizer, data = recipe.model, recipe.tokenizer, recipe.data
    training, asking = command in ("pretrain", "finetune"), command in ("generate", "eval")
    has_tokenizer = tokenizer.path or tokenizer.train
    trains_model = "train" in recipe.model_fields_set and recipe.output_dir  # then `generate` and `eval` use RUN/model
    rules = (
        (
            model.path and model.config is not None,
            "model.config",
            "contradicts model.path: random weights or existing ones, not both",
        ),
        (
            not model.path and model.config is not None and "model_type" not in model.config,
            "model.config",
            "needs model_type, such as llama, gpt2 or qwen3",
        ),
        (
            tokenizer.path and tokenizer.train,
            "tokenizer.train",
            "contradicts tokenizer.path: train one or load one, not both",
        ),
        (training and not recipe.output_dir, "output_dir", "is missing: the folder that the run is written to"),
        (training and not data.train, "data.train", "is missing: at least one source such as {path: rows.jsonl}"),
        (
            data.validation and data.validation_share,
            "data.validation_share",
            "contradicts data.validation: hold out training rows or name other rows, not both",
        ),
        (
            data.validation_share and not data.train,
            "data.validation_share",
            "is a fraction of data.train, which is missing",
        ),
        (
            command == "finetune" and not model.path,
            "model.path",
            "is missing: the model folder or Hub id to finetune (`pretrain` starts from random weights)",
        ),
        (
            command == "pretrain" and not model.path and model.config is None,
            "model.config",
            "is missing: a Hugging Face config, or model.path to continue from weights",
        ),
        (
            training and model.path is None and model.config is not None and not has_tokenizer,
            "tokenizer",
            "is missing: random weights need tokenizer.path or tokenizer.train",
        ),
        (
            training and recipe.train.lora and not model.path,
            "train.lora",
            "needs model.path: adapters adapt pretrained weights",
        ),
        (
            training and recipe.train.lora and recipe.train.lora.base and find_spec("bitsandbytes") is None,
            "train.lora.base",
            "nf4 needs bitsandbytes, which is not installed (pip install bitsandbytes)",
        ),
        (
            command == "inspect" and not (data.train or data.validation),
            "data.train",
            "is missing: there is nothing to inspect",
        ),
        (
            command == "inspect" and not (has_tokenizer or model.path),
            "tokenizer.path",
            "is missing: name a tokenizer, or a model that has one",
        ),
        (
            asking and not (model.path or trains_model),
            "model.path",
            "is missing: the model folder or Hub id to use",
        ),
        (
            command == "eval" and not (recipe.eval.sets or data.validation or data.validation_share),
            "eval.sets",
            "is missing: name the rows to score here or in data.validation",
        ),
    )
    return [(tuple(key.split(".")), message) for applies, key, message in rules if applies]
