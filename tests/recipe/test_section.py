"""What every section refuses, and the keys of a section."""

from pathlib import Path

import pytest
from pydantic import ValidationError
from recipe_faults import VALID, faults

from instructgpt_cli.recipe.schema import Lora, Recipe
from instructgpt_cli.recipe.section import MAX_INT, keys_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('output_dir: "a\\0b"\n', "r.yaml:1: output_dir: contains a NUL character"),
        (VALID.replace("lr: 1e-4", "lr: true"), "r.yaml:7: train.lr: should be a number, not true"),
        (VALID.replace("lr: 1e-4", "betas: [true, 0.9]"), "r.yaml:7: train.betas: should be a number, not true"),
        (
            VALID.replace("lr: 1e-4", "batch_tokens: false"),
            "r.yaml:7: train.batch_tokens: should be a number, not false",
        ),
        (VALID.replace("epochs: 2", "budget: true"), "r.yaml:8: train.budget: should be a number, not true"),
        (VALID + "seed: 99999999999999999999\n", "r.yaml:9: seed: should be at most 2**53, not 99999999999999999999"),
    ],
)
def test_values_that_no_section_accepts(recipe: Path, text: str, expected: str) -> None:
    assert faults(text)[0].startswith(expected)


def test_integers_are_accepted_up_to_the_limit() -> None:
    assert Recipe(seed=MAX_INT).seed == 2**53
    with pytest.raises(ValidationError, match=r"at most 2\*\*53"):
        Recipe(seed=MAX_INT + 1)


def test_a_section_is_strict_and_frozen() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Recipe.model_validate({"sead": 1})
    with pytest.raises(ValidationError, match="frozen"):
        Recipe().seed = 1


def test_keys_are_those_of_the_recipe_file() -> None:
    keys = keys_of(Lora)
    assert "from" in keys
    assert "from_" not in keys
    assert next(iter(keys)) == "rank"
    assert Lora.model_validate({"from": "adapter"}).model_dump(exclude_unset=True) == {"from": "adapter"}
