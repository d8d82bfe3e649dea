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

from instructgpt_cli.recipe import data_schema, schema
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.recipe.section import Section, keys_of
from instructgpt_cli.recipe.yaml_lines import parse

SECTIONS = {
    value
    for module in (schema, data_schema)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, Section)
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (VALID + "  max_steps: 3\n", "r.yaml:6: train: epochs and max_steps contradict each other: give one of"),
        (VALID.replace("epochs: 2", "budget: 5x"), "r.yaml:8: train.budget: should be a number followed by s, m or h"),
        (VALID + "  optimizer: sgd\n  weight_decay: 0.1\n", "r.yaml:6: train: weight_decay contradicts optimizer: sgd"),
        (VALID + "  micro_batch_tokens: 9000\n", "r.yaml:6: train: micro_batch_tokens (9000) is greater than batch_"),
        (VALID + "generate: {num_return_sequences: 2}\n", "r.yaml:9: generate: num_return_sequences above 1 needs a"),
        (VALID + "generate: {max_model_len: 9}\n", "r.yaml:9: generate: max_model_len is a setting of vLLM: it needs"),
        (
            VALID + "generate: {tensor_parallel_size: 2}\n",
            "r.yaml:9: generate: tensor_parallel_size is a setting of vLLM: it needs engine: vllm",
        ),
        (
            VALID.replace("{path: base}", "{config: {model_type: llama, vocab_size: '9'}}"),
            "r.yaml:2: model.config: vocab_size should be a whole number, not '9'",
        ),
    ],
)
def test_values_that_a_section_refuses(recipe: Path, text: str, expected: str) -> None:
    assert faults(text)[0].startswith(expected)


def test_every_default_is_valid() -> None:
    for section in SECTIONS:
        for key, field in keys_of(section).items():
            if not field.is_required():
                section.model_validate({key: field.default, **({"path": "x"} if section is data_schema.Source else {})})


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
