"""What a training run is built from: the order of its rows and the number of its steps."""

import re
from typing import Any, cast

import numpy as np
import pytest

from instructgpt_cli.commands.train.build import make_batch_plan
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.schema import Recipe, Train


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
