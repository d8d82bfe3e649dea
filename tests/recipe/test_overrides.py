"""Overrides: `dotted.key=value` words replace values of the recipe."""

import os
from pathlib import Path

import pytest
from recipe_faults import VALID, faults

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.load import load
from instructgpt_cli.recipe.overrides import apply
from instructgpt_cli.recipe.yaml_lines import Tree


def test_the_last_override_wins_and_numbers_index_lists(recipe: Path) -> None:
    words = ["train.lr=1", "train.lr=3e-4", "data.train.0.weight=2", "data.train[1].path=more.txt"]
    loaded = load("r.yaml", words, "finetune")
    assert loaded.train.lr == 3e-4
    assert [source.weight for source in loaded.data.train] == [2, 1]
    assert loaded.data.train[1].path == "more.txt"


def test_one_run_length_replaces_another(recipe: Path) -> None:
    train = load("r.yaml", ["train.max_steps=3"], "finetune").train
    assert (train.epochs, train.max_steps) == (None, 3)
    both = faults(VALID, "train.max_steps=3", "train.epochs=1")
    assert "epochs and max_steps contradict each other" in both[0]


def test_sampling_keys_need_no_prefix_only_in_generate() -> None:
    tree = Tree()
    apply(tree, "temperature=0.7", sampling=True)
    apply(tree, "seed=3", sampling=True)  # a key of the recipe itself
    apply(tree, "top_k=5", sampling=False)
    assert tree.value == {"generate": {"temperature": 0.7}, "seed": 3, "top_k": 5}
    assert tree.given == {("generate", "temperature"), ("seed",), ("top_k",)}


@pytest.mark.parametrize("text", ["train.lr", "=3", " =3", ""])
def test_a_word_without_key_or_value_is_refused(text: str) -> None:
    tree = Tree()
    apply(tree, text, sampling=False)
    assert [fault.message for fault in tree.faults] == ["an override is dotted.key=value, such as train.lr=3e-4"]


@pytest.mark.parametrize("word", ["data.train[0.path=x", "train..lr=3", ".lr=3", "train.lr.=3", "[0]=1", "a b=1"])
def test_an_invalid_key_is_refused(recipe: Path, word: str) -> None:
    with pytest.raises(UsageError, match="not a valid key: expected names and numbers separated by dots"):
        load("r.yaml", [word], "generate")


@pytest.mark.parametrize("word", ["train.\u00b2=1", "seed=!!bool maybe", "seed=!!int ''", "seed=!!float ''"])
def test_odd_values_are_errors_of_the_recipe(recipe: Path, word: str) -> None:
    with pytest.raises(UsageError):
        load("r.yaml", [word], "finetune")


@pytest.mark.parametrize(
    ("word", "key"), [(b"seed=\xff", "seed"), (b"output_dir=r\xc3\xa9\xff", "output_dir"), (b"s\xffd=1", "s\udcffd")]
)
def test_a_word_that_is_not_utf8_is_refused(recipe: Path, word: bytes, key: str) -> None:
    message = f"r.yaml: {key}: is not UTF-8 text: byte 0xff (given on the command line)"
    assert faults(VALID, os.fsdecode(word)) == [message]


def test_an_index_beyond_the_list_is_refused(recipe: Path) -> None:
    assert faults(VALID, "data.train.5.path=x") == [
        "r.yaml: data.train.5.path: no such entry: the list has 1, counted from 0"
    ]


def test_a_leading_zero_does_not_make_a_number_octal(recipe: Path) -> None:
    loaded = load("r.yaml", ["train.max_steps=010", "seed=08"], "finetune")
    assert (loaded.train.max_steps, loaded.seed) == (10, 8)
