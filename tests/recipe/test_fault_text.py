"""Messages about a wrong recipe: the key, the value, what was expected, and what was probably meant."""

from pathlib import Path
from typing import Any

import pytest
from recipe_faults import VALID, faults

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.fault_text import keys_by_name, models_in, refuse_faults, values_by_name
from instructgpt_cli.recipe.load import load
from instructgpt_cli.recipe.schema import Recipe, Train
from instructgpt_cli.recipe.section import keys_of
from instructgpt_cli.recipe.yaml_lines import Fault
from instructgpt_cli.suggest import FOREIGN_KEYS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            VALID.replace("lr: 1e-4", "optimizer: adam"),
            "r.yaml:7: train.optimizer: 'adam' is not one of adamw, sgd, muon. Did you mean adamw?",
        ),
        ('output_dir: ""\n', "r.yaml:1: output_dir: is empty"),
        (VALID + "eval: {sets: {held out: []}}\n", "r.yaml:9: eval.sets.held out: is empty"),
        (VALID + "eval: {metrics: []}\n", "r.yaml:9: eval.metrics: is empty"),
        (
            VALID.replace("epochs: 2", "threads: 100000"),
            "r.yaml:8: train.threads: should be less than or equal to 1024",
        ),
        (
            VALID.replace("epochs: 2", "warmup: 100"),
            "r.yaml:8: train.warmup: should be a fraction from 0 to 1, not 100",
        ),
        (VALID.replace("epochs: 2", "epochs: .nan"), "r.yaml:8: train.epochs: should be a finite number, not nan"),
        (
            VALID.replace("rows.jsonl}", "rows.jsonl, weight: 0}"),
            "r.yaml:5: data.train[0].weight: should be greater than 0, not 0",
        ),
        (
            VALID.replace("{path: base}", "base"),
            "r.yaml:2: model: should be keys with values, such as {path: ...}, not 'base'",
        ),
        (
            VALID.replace("{path: base}", "{path: base, config: {hidden_size: 3}}"),
            "r.yaml:2: model.config: contradicts model.path: random weights or existing ones, not both",
        ),
        (VALID.replace("rows.jsonl", "''"), "r.yaml:5: data.train[0].path: is empty"),
        (VALID + "  lora: {targets: []}\n", "r.yaml:9: train.lora.targets: is empty"),
        (VALID + "  lora: {lora_r: 8}\n", "r.yaml:9: train.lora.lora_r: unknown key. Did you mean train.lora.rank?"),
        (VALID + "  lora: {r: 8}\n", "r.yaml:9: train.lora.r: unknown key. Did you mean train.lora.rank?"),
        (VALID + "  seed: 8\n", "r.yaml:9: train.seed: unknown key. Did you mean seed?"),
        (VALID + "  dtype: bf16\n", "r.yaml:9: train.dtype: unknown key. Did you mean train.precision?"),
        (VALID + "generate: {dtype: bf16}\n", "r.yaml:9: generate.dtype: unknown key. Did you mean generate.precisi"),
        (VALID + "val_set_size: 8\n", "r.yaml:9: val_set_size: unknown key. Did you mean data.validation_share?"),
        (
            VALID + "tokenizer: {vocab_size: 8}\n",
            "r.yaml:9: tokenizer.vocab_size: unknown key. Did you mean tokenizer.train.vocab_size?",
        ),
        (VALID.replace("lr: 1e-4", "lr: abc"), "r.yaml:7: train.lr: should be a number, not 'abc'"),
        (VALID.replace("lr: 1e-4", "warmup:"), "r.yaml:7: train.warmup: should be a number, not null"),
        (VALID.replace("lr: 1e-4", "threads: 1.5"), "r.yaml:7: train.threads: should be a whole number, not 1.5"),
        (VALID.replace("lr: 1e-4", "shard: maybe"), "r.yaml:7: train.shard: should be true or false, not 'maybe'"),
        (
            VALID.replace("lr: 1e-4", "compile: maybe"),
            "r.yaml:7: train.compile: should be auto, true or false, not 'maybe'",
        ),
        (
            VALID + "  lora: {targets: all}\n",
            "r.yaml:9: train.lora.targets: should be all-linear or a list, such as [a, b], not 'all'",
        ),
        (VALID.replace("lr: 1e-4", "betas: [0.9]"), "r.yaml:7: train.betas: has too few values"),
        (VALID.replace("lr: 1e-4", "betas: [0, 0, 0]"), "r.yaml:7: train.betas: has 3 values instead of 2"),
        (
            VALID.replace("\n    - {path: rows.jsonl}", " x"),
            "r.yaml:4: data.train: should be a list, such as [{path: ...}], not 'x'",
        ),
        (
            VALID + "train.lr: 3\n",
            "r.yaml:9: train.lr: unknown key. In a file, keys are nested in their section: train: {lr: ...}",
        ),
        (VALID + "x: !!python/object/apply:os.system [ls]\n", "r.yaml:9: x: unknown key"),
    ],
)
def test_the_message_names_line_key_and_value(recipe: Path, text: str, expected: str) -> None:
    assert faults(text)[0].startswith(expected)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("temprature", "generate.temperature"),
        ("top-p", "generate.top_p"),
        ("train.temprature", "generate.temperature"),
        ("model.foo.lr", None),
        ("epoch", "train.epochs"),
        ("model.pth", "path"),
        ("sedd", "seed"),
        ("train.batch_size", "train.batch_tokens"),
        ("train.Learning_Rate", "train.lr"),
        ("train.LR", "lr"),
    ],
)
def test_a_misspelled_key_is_searched_in_every_section(word: str, meant: str | None, recipe: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load("r.yaml", [f"{word}=1"], "generate")
    hint = f"Did you mean {meant}? (given" if meant else "Known keys here: path, "
    assert hint in caught.value.message


@pytest.mark.parametrize(
    ("word", "hint"), [("train.frobnicate", "Known keys here: epochs, "), ("train.batch_token", "Did you mean batch_t")]
)
def test_an_unknown_key_gets_a_suggestion_or_the_known_keys(recipe: Path, word: str, hint: str) -> None:
    assert faults(VALID, f"{word}=1")[0].startswith(f"r.yaml: {word}: unknown key. {hint}")


def test_one_error_of_a_value_in_a_union_is_reported_once(recipe: Path) -> None:
    assert faults(VALID + "eval: {sets: {a: [{path: x, weight: b}]}}\n") == [
        "r.yaml:9: eval.sets.a[0].weight: should be a number, not 'b'"
    ]
    assert faults(VALID + "  lora: true\n") == [
        "r.yaml:9: train.lora: should be keys with values, such as {rank: ...}, not true"
    ]
    assert len(faults(VALID.replace("epochs: 2", "budget: .inf"))) == 1


def test_the_known_keys_are_listed_once(recipe: Path) -> None:
    assert [fault.count("Known keys here") for fault in faults("foo: 1\nqux: 2\n")[:2]] == [1, 0]


def test_errors_are_sorted_by_line_and_counted() -> None:
    with pytest.raises(UsageError) as caught:
        refuse_faults("r.yaml", [Fault(0, "c", "third"), Fault(9, "b", "second"), Fault(2, "", "first")])
    assert caught.value.message == "r.yaml:2: first\nr.yaml:9: b: second\nr.yaml: c: third"
    assert caught.value.hint == "3 errors in total."


def test_keys_by_their_last_part() -> None:
    found = keys_by_name(Train)
    assert (found["lr"], found["temperature"], found["path"]) == ("lr", "generate.temperature", "model.path")
    values = values_by_name()
    assert (values["lr"], values["learning_rate"], values["output_dir"]) == ("train.lr", "train.lr", "output_dir")
    assert "checkpoint" not in values  # a section


def test_every_name_of_another_trainer_leads_to_an_existing_key() -> None:
    for word, meant in FOREIGN_KEYS.items():
        section: Any = Recipe
        for key in meant.replace("[0]", "").split("."):
            assert key in keys_of(section), (word, meant)
            section = next(iter(models_in(keys_of(section)[key].annotation)), None)
