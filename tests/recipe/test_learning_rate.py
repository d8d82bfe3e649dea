"""The default learning rate: the rate of random weights would wreck a pretrained model."""

import re
from typing import Any

import pytest

from instructgpt_cli.recipe.learning_rate import DEFAULTS, describe, with_learning_rate
from instructgpt_cli.recipe.schema import Recipe, Train

RANDOM = {"config": {"model_type": "llama"}}
PRETRAINED = {"path": "m"}


@pytest.mark.parametrize(
    ("model", "train", "lr"),
    [
        (RANDOM, {}, 1e-3),
        (PRETRAINED, {}, 2e-5),
        (PRETRAINED, {"lora": {}}, 2e-4),
        (PRETRAINED, {"optimizer": "muon"}, 1e-4),
        (RANDOM, {"optimizer": "sgd"}, 0.1),
        (PRETRAINED, {"optimizer": "sgd"}, 0.01),
        (PRETRAINED, {"optimizer": "sgd", "lora": {}}, 0.1),
        (PRETRAINED, {"lr": 5e-4}, 5e-4),
        (PRETRAINED, {"lr": None}, 2e-5),
    ],
)
def test_the_default_depends_on_what_is_trained_and_on_the_optimizer(
    model: dict[str, Any], train: dict[str, Any], lr: float
) -> None:
    recipe = Recipe.model_validate({"model": model, "train": train})
    assert with_learning_rate(recipe).train.lr == lr
    assert with_learning_rate(with_learning_rate(recipe)) == with_learning_rate(recipe)


def test_a_default_is_described_with_its_reason() -> None:
    recipe = Recipe.model_validate({"model": PRETRAINED})
    assert describe(recipe) == "2e-05 at its peak, the default for pretrained weights with adamw"
    assert describe(with_learning_rate(recipe)) == "2e-05 at its peak"


def test_the_documentation_of_lr_lists_every_default() -> None:
    text = Train.model_fields["lr"].description or ""
    written = {float(number) for number in re.findall(r"\d[\d.]*(?:e-\d+)?", text.replace("0.1.", "0.1"))}
    assert written == {lr for by_optimizer in DEFAULTS.values() for lr in by_optimizer.values()}
