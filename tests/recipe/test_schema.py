"""The schema: contradictions inside a section are refused, and every key is documented."""

import contextlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from recipe_faults import VALID, faults

from instructgpt_cli.recipe import schema
from instructgpt_cli.recipe.load import load
from instructgpt_cli.recipe.schema import Recipe, Section, keys_of
from instructgpt_cli.recipe.yaml_lines import parse

SECTIONS = [value for value in vars(schema).values() if isinstance(value, type) and issubclass(value, Section)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (VALID + "  max_steps: 3\n", "r.yaml:6: train: epochs and max_steps contradict each other: give one of"),
        (VALID.replace("epochs: 2", "budget: 5x"), "r.yaml:8: train.budget: should be a number followed by s, m or h"),
        ('output_dir: "a\\0b"\n', "r.yaml:1: output_dir: contains a NUL character"),
        (VALID + "  optimizer: sgd\n  weight_decay: 0.1\n", "r.yaml:6: train: weight_decay contradicts optimizer: sgd"),
        (VALID + "  micro_batch_tokens: 9000\n", "r.yaml:6: train: micro_batch_tokens (9000) is greater than batch_"),
        (VALID + "generate: {num_return_sequences: 2}\n", "r.yaml:9: generate: num_return_sequences above 1 needs a"),
        (VALID.replace("lr: 1e-4", "lr: true"), "r.yaml:7: train.lr: should be a number, not true"),
        (VALID.replace("lr: 1e-4", "betas: [true, 0.9]"), "r.yaml:7: train.betas: should be a number, not true"),
        (
            VALID.replace("lr: 1e-4", "batch_tokens: false"),
            "r.yaml:7: train.batch_tokens: should be a number, not false",
        ),
        (VALID.replace("epochs: 2", "budget: true"), "r.yaml:8: train.budget: should be a number, not true"),
        (VALID + "seed: 99999999999999999999\n", "r.yaml:9: seed: should be at most 2**53, not 99999999999999999999"),
        (
            VALID.replace("{path: base}", "{config: {model_type: llama, vocab_size: '9'}}"),
            "r.yaml:2: model.config: vocab_size should be a whole number, not '9'",
        ),
    ],
)
def test_values_that_a_section_refuses(recipe: Path, text: str, expected: str) -> None:
    assert faults(text)[0].startswith(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["validation_share=1"], "data.validation_share: should be less than 1, not 1"),
        (
            ["validation=0.1"],
            "data.validation: should be a list of sources; to hold out a fraction of the training rows: validation_s",
        ),
        (["train.0.part=[0.5, 0.5]"], "data.train[0].part: should go from a smaller fraction to a greater one"),
        (["train.0.where=label = true"], "data.train[0].where: = does not compare: write =="),
    ],
)
def test_values_that_data_refuses(recipe: Path, words: list[str], expected: str) -> None:
    found = faults(VALID, *(f"data.{word}" for word in words), command="inspect")
    assert any(expected in fault for fault in found), found


def test_where_needs_no_quotes_around_the_whole_comparison(recipe: Path) -> None:
    for written in ("label == true", "'label == true'", '"label == true"'):
        recipe.write_text(VALID.replace("{path: rows.jsonl}", f"path: rows.jsonl\n      where: {written}"))
        assert load("r.yaml", [], "finetune").data.train[0].where == "label == true"
    assert load("r.yaml", ["data.train.0.where=n >= 2"], "finetune").data.train[0].where == "n >= 2"
    (fault,) = faults(VALID.replace("rows.jsonl}", "rows.jsonl, where: true}"))
    assert "data.train[0].where: should be text" in fault


def test_every_default_is_valid() -> None:
    for section in SECTIONS:
        for key, field in keys_of(section).items():
            if not field.is_required():
                section.model_validate({key: field.default, **({"path": "x"} if section is schema.Source else {})})


def test_every_key_has_reference_documentation() -> None:
    for section in SECTIONS:
        for key, field in keys_of(section).items():
            text = field.description or ""
            assert text.endswith("."), f"{section.__name__}.{key}: {text!r}"


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12))
def test_validation_never_crashes(value: Any) -> None:
    tree = parse(yaml.safe_dump({"train": value, "data": value}))
    if not tree.faults:
        with contextlib.suppress(ValidationError):
            Recipe.model_validate(tree.value)
