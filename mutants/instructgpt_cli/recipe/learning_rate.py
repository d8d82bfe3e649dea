"""The peak learning rate where a recipe gives none: by what learns, and by the optimizer."""

from typing import Literal, get_args

from instructgpt_cli.recipe.schema import Recipe

Learning = Literal["random weights", "a model's own weights", "LoRA adapters"]
# Weights that hold something need a rate far below that of random ones; adapters begin as nothing and bear a higher one
# again. SGD, which divides by no gradient, needs rates of its own.
DEFAULTS: dict[Learning, dict[str, float]] = {
    "random weights": {"adamw": 1e-3, "muon": 1e-3, "sgd": 1e-1},
    "a model's own weights": {"adamw": 2e-5, "muon": 1e-4, "sgd": 1e-2},
    "LoRA adapters": {"adamw": 2e-4, "muon": 2e-4, "sgd": 1e-1},
}


def learning(recipe: Recipe) -> Learning:
    """What the recipe's training learns."""
    random, own, adapters = get_args(Learning)
    found: Learning = adapters if recipe.train.lora else own if recipe.model.path else random
    return found


def with_learning_rate(recipe: Recipe) -> Recipe:
    """The recipe with `train.lr` spelt out."""
    train = recipe.train
    if train.lr is not None:
        return recipe
    lr = DEFAULTS[learning(recipe)][train.optimizer]
    return recipe.model_copy(update={"train": train.model_copy(update={"lr": lr})})


def describe(recipe: Recipe) -> str:
    """The rate for people, and why it is that where the recipe does not say."""
    lr = with_learning_rate(recipe).train.lr
    why = "" if recipe.train.lr is not None else f", the default for {learning(recipe)} with {recipe.train.optimizer}"
    return f"{lr:g} at its peak{why}"
