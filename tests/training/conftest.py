"""A train state on a tiny model and a few rows."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.commands.train.build import make_batch_plan, make_train_state
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.dataset.tokenize import tokenize_sources
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.model import self_checks
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState

Build = Callable[..., PreTrainedModel]

MakeTrainState = Callable[..., TrainState]


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory, tiny_tokenizer: PreTrainedTokenizerFast) -> TokenizedDataset:
    folder = tmp_path_factory.mktemp("rows")
    rows = [
        {"prompt": f"Say {i} times {'la ' * (i % 7)}", "completion": f"{'ha ' * (1 + i % 5)}{i}"} for i in range(60)
    ]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    data = Recipe.model_validate({"data": {"train": [{"path": str(folder / "rows.jsonl")}]}}).data
    encoder = Encoder(tiny_tokenizer, chat_template.resolve(None, tiny_tokenizer), max_length=data.max_length)
    return tokenize_sources(data.train, data, encoder, "tiny", None, folder / "cache", lambda _: None)


@pytest.fixture
def train_state(tiny_model: Build, dataset: TokenizedDataset) -> MakeTrainState:
    def make(
        architecture: str = "llama",
        config: dict[str, Any] | None = None,
        attention: str = "packed",
        validate: bool = False,
        head: str = "auto",
        **train: Any,
    ) -> TrainState:
        settings = {"batch_tokens": 400, "max_steps": 12, "lr": 0.01, "precision": "fp32", **train}
        recipe = Recipe.model_validate(
            {
                "model": {"attention": attention, "head": head},
                "data": {"train": [{"path": "rows.jsonl"}]},
                "train": settings,
            }
        )
        plan, total = make_batch_plan(recipe.train, recipe.data.train, 0, dataset)
        both = (dataset, dataset if validate else None)
        model = tiny_model(architecture, **(config or {}))
        if recipe.train.gradient_checkpointing:
            self_checks.enable_gradient_checkpointing(model)
        made, _ = make_train_state(
            recipe.train, recipe.model, recipe.seed, ShardedModel(model, torch.device("cpu")), both, plan, total
        )
        assert made.packed == (attention in ("packed", "grouped"))
        assert made.chunked == (head != "full")
        return made

    return make
