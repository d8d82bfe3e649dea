"""What a training run is built from: the order of its rows and the number of its steps."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import torch
from live_memory import LiveMemory
from processes import on_ranks
from train_states import CPU, make_state
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.commands.train.build import build_sharded_model, make_batch_plan
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.errors import Interrupted, NumericsError, UsageError
from instructgpt_cli.model import load
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.schema import Model, Recipe, Train
from instructgpt_cli.training.distributed import ProcessGroup, rows_of_shard, shard_of


class Rows:
    """`count` sequences of 9 tokens, one after the other of each source."""

    def __init__(self, count: int, sources: int) -> None:
        self.lengths = np.full(count, 9)
        self.sources = np.arange(count) % sources

    def __len__(self) -> int:
        return len(self.lengths)


def rows(count: int, sources: int) -> TokenizedDataset:
    return cast(TokenizedDataset, Rows(count, sources))


def test_a_row_longer_than_a_step_is_refused() -> None:
    message = "train.batch_tokens is 8 and the longest row has 9 tokens"
    with pytest.raises(UsageError, match=message):
        make_batch_plan(Train(batch_tokens=8), [Source(path="rows.jsonl")], 0, rows(3, sources=1))


def test_steps_are_counted_unless_a_time_budget_ends_the_run() -> None:
    sources = [Source(path="rows.jsonl")]
    for train, expected in (({"max_steps": 7}, 7), ({"budget": "5m"}, None), ({"epochs": 2}, 20)):
        _, steps = make_batch_plan(Train(batch_tokens=18, **train), sources, 0, rows(20, sources=1))
        assert steps == expected


@pytest.mark.parametrize(
    ("weight", "train", "message"),
    [
        (1e-9, {"max_steps": 3}, "an epoch has 6e-08 sequences"),
        (1e308, {"max_steps": 3}, "an epoch has inf sequences"),
        (1e9, {"budget": "5m"}, "an epoch has 6e+10 sequences"),
    ],
)
def test_source_weights_that_leave_almost_no_sequences_or_far_too_many_are_refused(
    weight: float, train: dict[str, Any], message: str
) -> None:
    source = {"path": "rows.jsonl", "weight": weight}
    recipe = Recipe.model_validate({"data": {"train": [source]}, "train": {"batch_tokens": 400, **train}})
    with pytest.raises(UsageError, match=re.escape(message)):
        make_batch_plan(recipe.train, recipe.data.train, 0, rows(60, sources=1))


def test_an_epoch_too_short_for_any_sequence_is_refused() -> None:
    two = rows(2, sources=2)
    sources = [Source(path=name, weight=0.6) for name in ("a.jsonl", "b.jsonl")]
    with pytest.raises(UsageError, match="so few epochs have no sequence"):
        make_batch_plan(Train(), sources, 0, two)
    _, steps = make_batch_plan(Train(epochs=2), sources, 0, two)
    assert steps


# So many layers that two of them are little beside a shard.
DEEP = {"hidden_size": 128, "intermediate_size": 128, "num_hidden_layers": 44}


def starting(group: ProcessGroup, folder: Path) -> None:
    """Up to the first forward passes in both formats."""
    wanted, ids = Model(path=str(folder / "model")), torch.arange(8)[None]
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder / "model")
    with LiveMemory() as memory, torch.no_grad():
        sharded = build_sharded_model(wanted, Train(shard=True), tokenizer, 64, 0, CPU, group)
        sharded(lambda model: model(input_ids=ids))
        sharded.compute_in(torch.bfloat16)
        sharded(lambda model: model(input_ids=ids))
    shard = 4 * sum(p.numel() for p in sharded.model.parameters()) / group.size
    assert shard <= memory.peak < 1.5 * shard, memory.peak / shard
    expected = load.load_pretrained(wanted, CPU)
    for (name, ours), (_, theirs) in zip(sharded.model.named_parameters(), expected.named_parameters(), strict=True):
        assert torch.equal(shard_of(ours), theirs[rows_of_shard(ours)]), name
    for ours, theirs in zip(sharded.model.buffers(), expected.buffers(), strict=True):
        assert torch.equal(ours, theirs)


@pytest.mark.parametrize("size", [4, pytest.param(2, marks=pytest.mark.slow)])
def test_a_rank_that_shards_reads_its_shards_and_never_holds_much_more(
    additions: Path, tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast, size: int
) -> None:
    tiny_model("llama", **DEEP).bfloat16().save_pretrained(additions / "model")
    tiny_tokenizer.save_pretrained(additions / "model")
    assert on_ranks(starting, additions, size=size) == [0] * size


def reading(group: ProcessGroup, folder: Path, words: str) -> None:
    with pytest.raises(NumericsError if group.is_main else Interrupted, match=words):
        make_state(folder, group, shard=True)


def test_weights_that_are_not_finite_are_named_whichever_rank_reads_them(
    additions: Path, tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    model = tiny_model("llama")
    with torch.no_grad():
        model.lm_head.weight[-1, 0] = torch.nan
    model.save_pretrained(additions / "model")
    tiny_tokenizer.save_pretrained(additions / "model")
    assert on_ranks(reading, additions, "lm_head.weight") == [0, 0]
