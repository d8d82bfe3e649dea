"""A train state as a recipe builds it, on any rank: for tests that compute in processes of their own."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import torch
from conftest import TINY_CONFIGS

from instructgpt_cli.commands.text_pipeline import load_text_pipeline
from instructgpt_cli.commands.train.build import build_sharded_model, load_datasets, make_batch_plan, make_train_state
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup
from instructgpt_cli.training.step import TrainState

CPU = torch.device("cpu")
# Attention with dropout, or with one key for all heads, is torch's own composition in float32 on a CPU.
OVERRIDES: dict[str, dict[str, Any]] = {
    "falcon": {"multi_query": False, "intermediate_size": None},  # None: it has no such key
    "bert": {"is_decoder": True, "attention_probs_dropout_prob": 0.0},
}


def make_state(
    folder: Path,
    group: ProcessGroup = SINGLE_PROCESS,
    architecture: str = "",
    sizes: Mapping[str, Any] = MappingProxyType({}),
    **settings: Any,
) -> TrainState:
    keys = {"model_type": architecture, **TINY_CONFIGS.get(architecture, {}), **OVERRIDES.get(architecture, {})}
    config = {key: value for key, value in {**keys, **sizes}.items() if value is not None}
    recipe = Recipe.model_validate(
        {
            "model": {"config": config} if architecture else {"path": str(folder / "model")},
            "tokenizer": {"path": str(folder / "model")},
            "data": {"train": [{"path": str(folder / "rows.jsonl")}], "max_length": 128},
            "train": {"lr": 1e-2, "max_steps": 3, "batch_tokens": 400, "micro_batch_tokens": 200, **settings},
        }
    )
    text = load_text_pipeline(recipe.model, recipe.tokenizer, recipe.data)
    data = load_datasets(recipe.data, None, text, folder / "cache", Console(quiet=True))
    model = build_sharded_model(
        recipe.model, recipe.train, text.tokenizer, recipe.data.max_length, recipe.seed, CPU, group
    )
    plan, steps = make_batch_plan(recipe.train, recipe.data.train, recipe.seed, data[0])
    return make_train_state(recipe.train, recipe.model, recipe.seed, model, data, plan, steps, group)[0]
