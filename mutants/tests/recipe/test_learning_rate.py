"""The learning rate where a recipe gives none: a pretrained model is not wrecked by what random weights need."""

import re
from typing import Any

import pytest

from instructgpt_cli.recipe.learning_rate import DEFAULTS, describe, with_learning_rate
from instructgpt_cli.recipe.schema import Recipe, Train

RANDOM = {"config": {"model_type": "llama"}}
OWN = {"path": "m"}


@pytest.mark.parametrize(
    ("model", "train", "lr"),
    [
        (RANDOM, {}, 1e-3),
        (OWN, {}, 2e-5),
        (OWN, {"lora": {}}, 2e-4),
        (OWN, {"optimizer": "muon"}, 1e-4),
        (RANDOM, {"optimizer": "sgd"}, 0.1),
        (OWN, {"optimizer": "sgd"}, 0.01),
        (OWN, {"optimizer": "sgd", "lora": {}}, 0.1),
        (OWN, {"lr": 5e-4}, 5e-4),
        (OWN, {"lr": None}, 2e-5),
    ],
)
def test_the_default_is_by_what_learns_and_by_the_optimizer(
    model: dict[str, Any], train: dict[str, Any], lr: float
) -> None:
    recipe = Recipe.model_validate({"model": model, "train": train})
    assert with_learning_rate(recipe).train.lr == lr
    assert with_learning_rate(with_learning_rate(recipe)) == with_learning_rate(recipe)


def test_it_is_told_with_its_reason() -> None:
    recipe = Recipe.model_validate({"model": OWN})
    assert describe(recipe) == "2e-05 at its peak, the default for a model's own weights with adamw"
    assert describe(with_learning_rate(recipe)) == "2e-05 at its peak"


def test_the_reference_text_names_every_default() -> None:
    """The schema's docstring is what people read."""
    text = Train.model_fields["lr"].description or ""
    written = {float(number) for number in re.findall(r"\d[\d.]*(?:e-\d+)?", text.replace("0.1.", "0.1"))}
    assert written == {lr for by_optimizer in DEFAULTS.values() for lr in by_optimizer.values()}
