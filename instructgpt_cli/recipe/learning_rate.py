"""The default peak learning rate: by what is trained, and by the optimizer."""

from typing import Literal

from instructgpt_cli.recipe.schema import Recipe

Trained = Literal["random weights", "pretrained weights", "LoRA adapters"]
# Pretrained weights are damaged by the rate that random weights need; adapters start at zero and tolerate a higher one.
# SGD does not normalize the gradient and needs other rates altogether.
DEFAULTS: dict[Trained, dict[str, float]] = {
    "random weights": {"adamw": 1e-3, "muon": 1e-3, "sgd": 1e-1},
    "pretrained weights": {"adamw": 2e-5, "muon": 1e-4, "sgd": 1e-2},
    "LoRA adapters": {"adamw": 2e-4, "muon": 2e-4, "sgd": 1e-1},
}


def trained(recipe: Recipe) -> Trained:
    """Which parameters the recipe trains."""
    if recipe.train.lora:
        return "LoRA adapters"
    return "pretrained weights" if recipe.model.path else "random weights"


def with_learning_rate(recipe: Recipe) -> Recipe:
    """The recipe with its default `train.lr` filled in."""
    train = recipe.train
    if train.lr is not None:
        return recipe
    lr = DEFAULTS[trained(recipe)][train.optimizer]
    return recipe.model_copy(update={"train": train.model_copy(update={"lr": lr})})


def describe(recipe: Recipe) -> str:
    """The rate as text, with the reason if it is a default."""
    lr = with_learning_rate(recipe).train.lr
    why = "" if recipe.train.lr is not None else f", the default for {trained(recipe)} with {recipe.train.optimizer}"
    return f"{lr:g} at its peak{why}"
