"""Words of the command line put into a recipe's tree: which key they set, and what is left of what was there."""

from pathlib import Path
from typing import Any

import pytest
from recipe_faults import VALID, faults

from instructgpt_cli.recipe import overrides
from instructgpt_cli.recipe.load import load
from instructgpt_cli.recipe.schema import Generate, Recipe
from instructgpt_cli.recipe.yaml_lines import Fault, Tree


def applied(value: Any, *words: str, sampling: bool = False) -> Any:
    tree = Tree(value)
    for word in words:
        overrides.apply(tree, word, sampling=sampling)
    assert tree.faults == []
    return tree.value


def fault(value: Any, word: str) -> Fault:
    tree = Tree(value)
    overrides.apply(tree, word, sampling=False)
    (found,) = tree.faults
    assert tree.value == value, "a wrong word changes nothing"
    assert found.line == 0
    return found


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        (None, "seed=3", {"seed": 3}),
        ({"seed": 1, "device": "cpu"}, "seed=3", {"seed": 3, "device": "cpu"}),
        ({"train": {"lr": 1.0, "clip": 2}}, "train.lr=3e-4", {"train": {"lr": 3e-4, "clip": 2}}),
        ({}, "train.lora.r=4", {"train": {"lora": {"r": 4}}}),
        ({"train": None}, "train.lr=1", {"train": {"lr": 1}}),
        ({"train": "text"}, "train.lr=1", {"train": {"lr": 1}}),
        ({"a": {"x": 1}}, "a={x: 2, y: [3]}", {"a": {"x": 2, "y": [3]}}),
        ({"train": {"lr": 1, "epochs": 2}}, "train={lr: 3}", {"train": {"lr": 3}}),
        ({"a": 1}, " a =b=c", {"a": "b=c"}),
        ({"a": 1}, "a=", {"a": None}),
        ({"a-b": 1}, "a-b.c_d=2", {"a-b": {"c_d": 2}}),
        ({"a": [1, 2, 3]}, "a.1=9", {"a": [1, 9, 3]}),
        ({"a": [1, 2, 3]}, "a[0]=9", {"a": [9, 2, 3]}),
        ({"a": [1, 2, 3]}, "a[2]=9", {"a": [1, 2, 9]}),
        ({"a": [1]}, "a[1]=9", {"a": [1, 9]}),
        ({"a": []}, "a[0].b=9", {"a": [{"b": 9}]}),
        ({"a": [{"b": 1, "c": 2}, {"b": 3}]}, "a[0].b=9", {"a": [{"b": 9, "c": 2}, {"b": 3}]}),
        ({"a": [[1, 2], 3]}, "a[0][1]=9", {"a": [[1, 9], 3]}),
        ({}, "a[0].b=9", {"a": [{"b": 9}]}),
        ({}, "a.0=9", {"a": [9]}),
        ({}, "a.1=9", {"a": {"1": 9}}),
        ({"a": {"0": 1}}, "a.0=9", {"a": {"0": 9}}),
        ({"a": [1]}, "a.b=9", {"a": {"b": 9}}),
    ],
)
def test_a_word_sets_one_key_and_leaves_the_others(before: Any, word: str, after: Any) -> None:
    assert applied(before, word) == after


def test_the_tree_that_was_read_is_not_changed_in_place() -> None:
    read = {"train": {"lr": 1.0}, "data": {"train": [{"path": "a"}]}}
    applied(read, "train.lr=2", "data.train[0].path=b", "data.train[1].path=c")
    assert read == {"train": {"lr": 1.0}, "data": {"train": [{"path": "a"}]}}


@pytest.mark.parametrize("word", ["lr", "=3", " =3", "", "seed"])
def test_a_word_without_a_key_and_an_equals_sign_is_refused_as_a_whole(word: str) -> None:
    found = fault({"a": 1}, word)
    assert found.key == word
    assert "dotted.key=value" in found.message


@pytest.mark.parametrize("key", ["a..b", ".a", "a.", "a b", "-a", "a[x]", "a[", "a[1", "[0]", "a[-1]", "a[0]b", "é!"])
def test_a_key_that_is_not_names_and_numbers_is_refused(key: str) -> None:
    found = fault({"a": 1}, f"{key}=3")
    assert found.key == key
    assert "such as train.lr" in found.message


def test_bytes_that_are_not_utf8_are_named() -> None:
    for word, key in (("a=b\udcff", "a"), ("a\udc80=1", "a\udc80"), ("\udce9", "\udce9")):
        found = fault({"a": 1}, word)
        assert found.key == key
        assert f"byte {ord(word[word.index(chr(max(map(ord, word))))]) - 0xDC00:#04x}" in found.message


def test_a_value_that_is_not_yaml_is_refused_under_its_key() -> None:
    found = fault({"a": 1}, "a=[1, ")
    assert found.key == "a"
    assert found.message


@pytest.mark.parametrize(
    ("value", "word", "size"), [({"a": [1, 2]}, "a[3]=1", 2), ({"a": []}, "a.1=1", 0), ({"a": [[1]]}, "a[0][2]=1", 1)]
)
def test_a_list_is_not_continued_with_a_gap(value: Any, word: str, size: int) -> None:
    found = fault(value, word)
    assert found.key == word.partition("=")[0]
    assert str(size) in found.message


def test_the_lines_of_what_was_replaced_are_forgotten() -> None:
    lines: dict[tuple[str | int, ...], int] = {
        ("train",): 1,
        ("train", "lora"): 2,
        ("train", "lora", "r"): 3,
        ("lora",): 4,
    }
    tree = Tree({"train": {"lora": {"r": 1}}, "lora": 1}, dict(lines))
    overrides.apply(tree, "train.lora={}", sampling=False)
    assert tree.lines == {("train",): 1, ("lora",): 4}
    assert tree.given == {("train", "lora")}


def test_sampling_keys_may_stand_alone_where_a_command_samples() -> None:
    alone = {"temperature": 0.5}
    assert applied({}, "temperature=0.5", sampling=True) == {"generate": alone}
    assert applied({}, "temperature=0.5", sampling=False) == alone
    assert applied({"generate": {"top_p": 1}}, "temperature=0.5", sampling=True) == {"generate": {"top_p": 1, **alone}}
    assert applied({}, "temperature.x=1", sampling=True) == {"temperature": {"x": 1}}
    assert applied({}, "odd=1", sampling=True) == {"odd": 1}
    both = Generate.model_fields.keys() & Recipe.model_fields.keys()
    assert both, "some keys are of the recipe and of its generate section"
    for key in both:
        assert applied({}, f"{key}=1", sampling=True) == {key: 1}


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ({"epochs": 2}, ["train.max_steps=3"], {"max_steps": 3}),
        ({"max_steps": 2, "budget": "1h", "lr": 1}, ["train.epochs=3"], {"epochs": 3, "lr": 1}),
        ({"epochs": 2}, ["train.max_steps=3", "train.budget=1h"], {"max_steps": 3, "budget": "1h"}),
        ({"epochs": 2}, ["train.epochs=3"], {"epochs": 3}),
        ({"epochs": 2}, ["train.lr=3"], {"epochs": 2, "lr": 3}),
        ({"epochs": 2}, ["other.max_steps=3"], {"epochs": 2}),
    ],
)
def test_one_length_of_a_run_replaces_another(before: dict[str, Any], words: list[str], after: dict[str, Any]) -> None:
    assert applied({"train": before, "seed": 1}, *words)["train"] == after
    assert applied({"train": before, "seed": 1}, *words)["seed"] == 1


@pytest.mark.parametrize("value", [None, [], {"train": None}, {"train": "text"}, {"seed": 1}])
def test_a_length_may_be_given_where_there_is_no_train_section(value: Any) -> None:
    assert applied(value, "train.epochs=1")["train"] == {"epochs": 1}


def test_the_last_override_of_a_recipe_wins(recipe: Path) -> None:
    words = ["train.lr=1", "train.lr=3e-4", "data.train.0.weight=2", "data.train[1].path=more.txt", "seed=08"]
    loaded = load("r.yaml", words, "finetune")
    assert (loaded.train.lr, loaded.seed) == (3e-4, 8)
    assert [(source.path, source.weight) for source in loaded.data.train] == [("rows.jsonl", 2), ("more.txt", 1)]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("train.lr", "train.lr: an override is dotted.key=value, such as train.lr=3e-4"),
        ("a b=1", "a b: not a valid key: expected names and numbers separated by dots, such as train.lr"),
        ("data.train.5.path=x", "data.train.5.path: no such entry: the list has 1, counted from 0"),
        ("seed=\udcff", "seed: is not UTF-8 text: byte 0xff (given on the command line)"),
        ("seed=!!int ''", "seed: not a plain value: tag:yaml.org,2002:int ''"),
    ],
)
def test_the_messages_about_wrong_words(recipe: Path, word: str, message: str) -> None:
    assert faults(VALID, word)[0] == f"r.yaml: {message}"
