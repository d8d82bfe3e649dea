"""Recipes: what is right loads typed and frozen; what is wrong is told with file, line, key and value, all at once."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.recipe import yaml_lines
from instructgpt_cli.recipe.fault_text import _models_in, keys_by_name
from instructgpt_cli.recipe.load import dump, load, of_model, recipe_or_model
from instructgpt_cli.recipe.other_trainers import INSTEAD
from instructgpt_cli.recipe.requirements import Command, missing
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.recipe.yaml_lines import parse
from instructgpt_cli.suggest import FOREIGN_KEYS

GOOD = """\
output_dir: runs/a
model: {path: base}
data:
  train:
    - {path: rows.jsonl}
train:
  lr: 1e-4
  epochs: 2
"""


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("r.yaml")
    path.write_text(GOOD)
    return path


def faults(text: str, *overrides: str, command: Command = "finetune") -> list[str]:
    Path("r.yaml").write_text(text)
    with pytest.raises(UsageError) as caught:
        load("r.yaml", overrides, command)
    return caught.value.message.split("\n")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("label = true", "= is no comparison: == compares"),
        ("label == good", "good is no number, true, false or null, and text stands in quotes"),
        ("a == 1 and b == 2", "one comparison, and no more"),
    ],
)
def test_where_that_is_no_comparison_is_told_with_an_example(recipe: Path, written: str, told: str) -> None:
    text = GOOD.replace("{path: rows.jsonl}", f"path: rows.jsonl\n      where: {written}")
    (fault,) = faults(text)
    assert fault.startswith(f"r.yaml:6: data.train[0].where: {told}")
    assert """such as where: "label == true\"""" in fault
    (fault,) = faults(GOOD, f"data.train.0.where={written}")
    assert fault.startswith(f"r.yaml: data.train[0].where: {told}")


def test_where_is_read_as_it_stands(recipe: Path) -> None:
    for written in ("label == true", "'label == true'", '"label == true"'):
        recipe.write_text(GOOD.replace("{path: rows.jsonl}", f"path: rows.jsonl\n      where: {written}"))
        assert load("r.yaml", [], "finetune").data.train[0].where == "label == true"
    assert load("r.yaml", ["data.train.0.where=n >= 2"], "finetune").data.train[0].where == "n >= 2"
    (fault,) = faults(GOOD.replace("rows.jsonl}", "rows.jsonl, where: true}"))
    assert "data.train[0].where: should be text" in fault


def test_a_good_recipe_is_typed_and_frozen(recipe: Path) -> None:
    loaded = load("r.yaml", [], "finetune")
    assert loaded.train.lr == 1e-4  # a string in YAML 1.1
    assert loaded.data.train[0].path == "rows.jsonl"
    with pytest.raises(ValidationError):
        loaded.train.lr = 1.0  # type: ignore[misc]


RANDOM = {"model": {"config": {"model_type": "llama"}}, "output_dir": "run", "data": {"train": [{"path": "a.jsonl"}]}}
TRAINED = {"tokenizer": {"train": {"vocab_size": 320}}}


@pytest.mark.parametrize(
    ("command", "recipe", "told"),
    [
        ("pretrain", {**RANDOM, **TRAINED}, []),
        ("pretrain", RANDOM, ["tokenizer is missing: random weights need tokenizer.path"]),
        ("pretrain", {**RANDOM, "model": {}, **TRAINED}, ["model.config is missing: a Hugging Face config, or model"]),
        (
            "pretrain",
            {"model": {"path": "m", "config": {}}, "tokenizer": {"path": "t", "train": {"vocab_size": 320}}},
            [
                "model.config contradicts model.path",
                "tokenizer.train contradicts tokenizer.path",
                "output_dir is missing",
                "data.train is missing: at least one source",
            ],
        ),
        ("pretrain", {**RANDOM, **TRAINED, "model": {"config": {"n": 1}}}, ["model.config needs model_type"]),
        ("pretrain", {**RANDOM, **TRAINED, "train": {"lora": {}}}, ["train.lora needs model.path"]),
        ("finetune", {**RANDOM, **TRAINED}, ["model.path is missing: the model folder or hub id to adapt"]),
        ("inspect", {}, ["data.train is missing: there is nothing to inspect", "tokenizer.path is missing"]),
        ("inspect", {"data": {"validation": [{"path": "a.jsonl"}]}, "model": {"path": "m"}}, []),
        ("generate", {}, ["model.path is missing: the model folder or hub id to use"]),
        ("generate", {"train": {}}, ["model.path is missing"]),
        ("generate", {"train": {}, "output_dir": "run"}, []),
        ("eval", {"model": {"path": "m"}}, ["eval.sets is missing: name rows to score"]),
        ("eval", {"model": {"path": "m"}, "data": {"validation_share": 0.1, "train": [{"path": "a.jsonl"}]}}, []),
        ("eval", {"model": {"path": "m"}, "eval": {"sets": {"a": [{"path": "a.jsonl"}]}}}, []),
    ],
)
def test_what_a_command_needs_beyond_types(command: Command, recipe: dict[str, Any], told: list[str]) -> None:
    found = [f"{'.'.join(path)} {said}" for path, said in missing(Recipe.model_validate(recipe), command)]
    assert len(found) == len(told), found
    for one, beginning in zip(found, told, strict=True):
        assert one.startswith(beginning)


def test_overrides_are_one_resolver_and_the_last_one_wins(recipe: Path) -> None:
    words = ["train.lr=1", "train.lr=3e-4", "data.train.0.weight=2", "data.train.1.path=more.txt", "train.max_steps=3"]
    loaded = load("r.yaml", words, "finetune")
    assert loaded.train.lr == 3e-4
    assert [s.weight for s in loaded.data.train] == [2, 1]
    assert loaded.data.train[1].path == "more.txt"
    assert (loaded.train.epochs, loaded.train.max_steps) == (None, 3)


def test_every_fault_at_once_in_the_order_of_the_file(recipe: Path) -> None:
    text = (
        GOOD.replace("path: base", "pth: base").replace("1e-4", "-1").replace("epochs", "epochz") + "sedd: 1\nlr: 3\n"
    )
    assert faults(text, "foo.bar=1", "train.clip=nan", "oops") == [
        "r.yaml:2: model.pth: unknown key. Did you mean path?",
        "r.yaml:7: train.lr: should be greater than 0, not -1",
        "r.yaml:8: train.epochz: unknown key. Did you mean epochs?",
        "r.yaml:9: sedd: unknown key. Did you mean seed?",
        "r.yaml:10: lr: unknown key. Did you mean train.lr?",
        "r.yaml: oops: an override is dotted.key=value, such as train.lr=3e-4",
        "r.yaml: train.clip: should be a finite number, not 'nan' (given on the command line)",
        "r.yaml: foo: unknown key. Known keys here: output_dir, seed, device, model, tokenizer, data, train, "
        "checkpoint, generate, eval (given on the command line)",
    ]


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
def test_a_misspelt_key_is_looked_for_in_every_section(word: str, meant: str | None, recipe: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load("r.yaml", [f"{word}=1"], "generate")
    said = f"Did you mean {meant}? (given" if meant else "Known keys here: path, "
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD + "seed: 1\nseed: 2\n", "r.yaml:10: seed: written twice, first in line 9"),
        (GOOD.replace("  lr", "\tlr"), "r.yaml:7: not valid YAML: a tab is used for indentation: YAML wants spaces"),
        (GOOD + "a: [1, 2\n", "r.yaml:10: not valid YAML: expected ',' or ']', but got '<stream end>'"),
        ("- 1\n", "r.yaml:1: a recipe is a mapping of keys to values, such as `output_dir: runs/first`"),
        (
            GOOD.replace("lr: 1e-4", "optimizer: adam"),
            "r.yaml:7: train.optimizer: 'adam' is not one of adamw, sgd, muon. Did you mean adamw?",
        ),
        (GOOD + "  max_steps: 3\n", "r.yaml:6: train: epochs and max_steps contradict each other: give one of"),
        (
            GOOD.replace("epochs: 2", "budget: 5x"),
            "r.yaml:8: train.budget: a duration is a number with s, m or h after",
        ),
        ('output_dir: ""\n', "r.yaml:1: output_dir: is empty"),
        (GOOD + "eval: {sets: {held out: []}}\n", "r.yaml:9: eval.sets.held out: is empty"),
        (GOOD + "eval: {metrics: []}\n", "r.yaml:9: eval.metrics: is empty"),
        ('output_dir: "a\\0b"\n', "r.yaml:1: output_dir: holds a NUL character"),
        (GOOD.replace("epochs: 2", "threads: 100000"), "r.yaml:8: train.threads: should be less than or equal to 1024"),
        (GOOD.replace("epochs: 2", "warmup: 100"), "r.yaml:8: train.warmup: should be a share from 0 to 1, not 100"),
        (GOOD.replace("epochs: 2", "epochs: .nan"), "r.yaml:8: train.epochs: should be a finite number, not nan"),
        (GOOD + "  optimizer: sgd\n  weight_decay: 0.1\n", "r.yaml:6: train: weight_decay contradicts optimizer: sgd"),
        (
            GOOD.replace("rows.jsonl}", "rows.jsonl, weight: 0}"),
            "r.yaml:5: data.train[0].weight: should be greater than 0, not 0",
        ),
        (
            GOOD.replace("{path: base}", "base"),
            "r.yaml:2: model: should be keys with values, such as {path: ...}, not 'base'",
        ),
        (
            GOOD.replace("{path: base}", "{path: base, config: {hidden_size: 3}}"),
            "r.yaml:2: model.config: contradicts model.path: random weights or existing ones, not both",
        ),
        (GOOD.replace("lr: 1e-4", "lr: true"), "r.yaml:7: train.lr: should be a number, not true"),
        (GOOD.replace("lr: 1e-4", "betas: [true, 0.9]"), "r.yaml:7: train.betas: should be a number, not true"),
        (
            GOOD.replace("lr: 1e-4", "batch_tokens: false"),
            "r.yaml:7: train.batch_tokens: should be a number, not false",
        ),
        (GOOD.replace("epochs: 2", "budget: true"), "r.yaml:8: train.budget: should be a number, not true"),
        (GOOD + "seed: 99999999999999999999\n", "r.yaml:9: seed: should be at most 2**53, not 99999999999999999999"),
        (GOOD.replace("rows.jsonl", "''"), "r.yaml:5: data.train[0].path: is empty"),
        (GOOD + "  lora: {targets: []}\n", "r.yaml:9: train.lora.targets: is empty"),
        (GOOD + "  lora: {lora_r: 8}\n", "r.yaml:9: train.lora.lora_r: unknown key. Did you mean train.lora.rank?"),
        (GOOD + "  lora: {r: 8}\n", "r.yaml:9: train.lora.r: unknown key. Did you mean train.lora.rank?"),
        (GOOD + "  seed: 8\n", "r.yaml:9: train.seed: unknown key. Did you mean seed?"),
        (GOOD + "val_set_size: 8\n", "r.yaml:9: val_set_size: unknown key. Did you mean data.validation_share?"),
        (
            GOOD + "tokenizer: {vocab_size: 8}\n",
            "r.yaml:9: tokenizer.vocab_size: unknown key. Did you mean tokenizer.train.vocab_size?",
        ),
        (GOOD.replace("lr: 1e-4", "lr: abc"), "r.yaml:7: train.lr: should be a number, not 'abc'"),
        (GOOD.replace("lr: 1e-4", "warmup:"), "r.yaml:7: train.warmup: should be a number, not null"),
        (GOOD.replace("lr: 1e-4", "threads: 1.5"), "r.yaml:7: train.threads: should be a whole number, not 1.5"),
        (GOOD.replace("lr: 1e-4", "compile: maybe"), "r.yaml:7: train.compile: should be true or false, not 'maybe'"),
        (GOOD.replace("lr: 1e-4", "betas: [0.9]"), "r.yaml:7: train.betas: has too few values"),
        (GOOD.replace("lr: 1e-4", "betas: [0, 0, 0]"), "r.yaml:7: train.betas: has 3 values instead of 2"),
        (
            GOOD.replace("\n    - {path: rows.jsonl}", " x"),
            "r.yaml:4: data.train: should be a list, such as [{path: ...}], not 'x'",
        ),
        (GOOD + "train.lr: 3\n", "r.yaml:9: train.lr: unknown key. In the file a section holds its keys: train: {lr: "),
        (GOOD + 'x: "open\n', "r.yaml:9: not valid YAML: the quote that opens here does not close"),
        (GOOD + "  x: 1\n a: b: c\n", "r.yaml:10: not valid YAML: "),
        (GOOD + "x: a: b\n", "r.yaml:9: not valid YAML: a key cannot stand here: indent it like its neighbours, or "),
        (GOOD + "---\n" + GOOD, "r.yaml:9: not valid YAML: a second document begins here"),
        (GOOD + "x: \x1b\n", "r.yaml:9: not valid YAML: the character U+001B"),
        ("a: " + "[" * 3000 + "]" * 3000, "r.yaml:1: not valid YAML: nested too deeply"),
        ("a: [" + "1," * 400_000 + "]", "r.yaml:1: not valid YAML: too long for a recipe"),
        (GOOD + "x: !!python/object/apply:os.system [ls]\n", "r.yaml:9: x: unknown key"),
    ],
)
def test_faults_in_words(recipe: Path, text: str, expected: str) -> None:
    assert faults(text)[0].startswith(expected)


def test_one_fault_is_told_once(recipe: Path) -> None:
    assert faults(GOOD + "eval: {sets: {a: [{path: x, weight: b}]}}\n") == [
        "r.yaml:9: eval.sets.a[0].weight: should be a number, not 'b'"
    ]
    assert faults(GOOD + "  lora: true\n") == [
        "r.yaml:9: train.lora: should be keys with values, such as {rank: ...}, not true"
    ]


def test_a_home_folder_is_named_in_full(recipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No shell looks into a recipe: a folder called ~ would be made."""
    monkeypatch.setenv("HOME", "/home/me")
    made = load("r.yaml", ["output_dir=~/runs/a", "data.train.0.path=~/rows.jsonl"], "finetune")
    assert (made.output_dir, made.data.train[0].path) == ("/home/me/runs/a", "/home/me/rows.jsonl")
    assert faults(GOOD, "output_dir=~nobody-here/runs") == [
        "r.yaml: output_dir: '~nobody-here' stands for a home folder that is not known here (given on the command line)"
    ]


def test_an_empty_home_is_no_home(recipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would make `~` the root folder."""
    monkeypatch.setenv("HOME", "")
    assert faults(GOOD, "output_dir=~/runs", "model.path=~/m") == [
        f"r.yaml: {key}: '~' stands for a home folder that is not known here (given on the command line)"
        for key in ("output_dir", "model.path")
    ]


def test_what_is_wrong_is_said_once(recipe: Path) -> None:
    said = faults("foo: 1\nqux: 2\n")
    assert [fault.count("Known keys here") for fault in said[:2]] == [1, 0]
    assert len(faults(GOOD.replace("epochs: 2", "budget: .inf"))) == 1


def test_an_entry_that_no_list_has_is_told(recipe: Path) -> None:
    assert faults(GOOD, "data.train.5.path=x") == [
        "r.yaml: data.train.5.path: there is no such entry: the list has 1, the first is 0"
    ]


def test_what_a_command_needs(recipe: Path) -> None:
    assert [f.split(": ")[1] for f in faults("seed: 1\n", command="pretrain")] == [
        "output_dir",
        "data.train",
        "model.config",
    ]
    assert [f.split(": ")[1] for f in faults("seed: 1\n", command="finetune")] == [
        "output_dir",
        "data.train",
        "model.path",
    ]
    assert [f.split(": ")[1] for f in faults("seed: 1\n", command="eval")] == ["model.path", "eval.sets"]
    assert [f.split(": ")[1] for f in faults("seed: 1\n", command="inspect")] == ["data.train", "tokenizer.path"]


def test_files_that_are_no_recipes(recipe: Path) -> None:
    for name, raw, expected in [
        ("empty.yaml", b" \n", "empty.yaml: the file is empty"),
        ("latin.yaml", b"a: 1\nb: \xe9\n", "latin.yaml:2: not UTF-8 text (byte 0xe9)"),
        ("nul.yaml", b"b: 1\na: \x00\n", "nul.yaml:2: not valid YAML: the character U+0000"),
    ]:
        Path(name).write_bytes(raw)
        with pytest.raises(UsageError) as caught:
            load(name, [], "finetune")
        assert caught.value.message.startswith(expected)
    Path("folder").mkdir()
    for name, expected in [
        ("folder", "folder: is a folder, not a recipe file"),
        ("", "an empty name was given for a file or folder"),
        ("/dev/zero", "/dev/zero: more than 1,000,000 bytes are too many for a recipe"),
    ]:
        with pytest.raises(UsageError, match=expected):
            load(name, [], "finetune")
    Path("eval.yaml").touch()  # like it in its ending alone
    with pytest.raises(UsageError, match=r"mine.yaml: no such recipe file") as caught:
        load("mine.yaml", [], "finetune")
    assert caught.value.hint == "`instructgpt recipes list` shows those that ship."
    Path("tune.yaml").touch()
    with pytest.raises(UsageError, match=r"tunne.yaml: no such recipe file") as caught:
        load("tunne.yaml", [], "finetune")
    assert caught.value.hint == "Did you mean tune.yaml?"


def test_odd_but_good(recipe: Path) -> None:
    Path("r.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load("r.yaml", [], "finetune").train.epochs == 2


def test_aliases_cannot_blow_up(recipe: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 9))
    assert any("unfolds to too many values" in fault for fault in faults(bomb))
    assert any("too many values" in fault for fault in faults("a: &a [*a]\n"))


def test_the_resolved_recipe_says_the_same(recipe: Path) -> None:
    loaded = load("r.yaml", [], "finetune")
    again = Recipe.model_validate(yaml.safe_load(dump(loaded)))
    assert again.model_dump() == loaded.model_dump()
    Path("again.yaml").write_text(dump(loaded))
    assert load("again.yaml", [], "finetune").model_dump() == loaded.model_dump()


def test_a_share_for_validation_is_two_parts_of_each_source(recipe: Path) -> None:
    text = GOOD.replace("    - {path: rows.jsonl}", "    - {path: a.jsonl, part: [0.5, 1]}\n    - {path: b, weight: 2}")
    Path("r.yaml").write_text(text)
    data = load("r.yaml", ["data.validation_share=0.2"], "finetune").data
    assert [(s.path, s.part, s.weight) for s in data.train] == [("a.jsonl", (0.6, 1.0), 1), ("b", (0.2, 1.0), 2)]
    assert [(s.path, s.part) for s in data.validation] == [("a.jsonl", (0.5, 0.6)), ("b", (0.0, 0.2))]
    assert load("r.yaml", ["data.validation_share=0.2"], "inspect").data == data
    Path("again.yaml").write_text(dump(load("r.yaml", ["data.validation_share=0.2"], "finetune")))
    assert load("again.yaml", [], "finetune").data == data


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["validation_share=1"], "data.validation_share: should be less than 1, not 1"),
        (
            ["validation=0.1"],
            "data.validation: should be a list of sources; a share of the training rows is validation_s",
        ),
        (["validation_share=0.1", "validation=[{path: x}]"], "data.validation_share: contradicts data.validation"),
        (["validation_share=0.1", "train=[]"], "data.validation_share: is a share of data.train, which is missing"),
        (["train.0.part=[0.5, 0.5]"], "data.train[0].part: goes from one share to a greater one, such as [0, 0.05]"),
    ],
)
def test_shares_that_are_none(recipe: Path, words: list[str], expected: str) -> None:
    found = faults(GOOD, *(f"data.{word}" for word in words), command="inspect")
    assert any(expected in fault for fault in found), found


def test_the_model_to_serve_is_the_one_that_the_recipe_made(recipe: Path) -> None:
    text = GOOD + "eval: {sets: {a: [{path: rows.jsonl}]}}\n"
    Path("r.yaml").write_text(text)
    with pytest.raises(ModelError, match=r"runs/a/model: no such model"):
        load("r.yaml", [], "eval")
    assert load("r.yaml", ["model.path=other"], "eval").model.path == "other"
    Path("runs/a/model").mkdir(parents=True)
    assert load("r.yaml", [], "eval").model.path == "runs/a/model"
    assert load("r.yaml", ["train.threads=1"], "eval").model.path == "runs/a/model"
    # A file that trains nothing means the model that it names, whatever else it says, or the words after it.
    named = "output_dir: runs/a\nmodel: {path: base}\neval: {sets: {a: [{path: rows.jsonl}]}}\n"
    for rest, words in (("", ["train.threads=1"]), ("train: {threads: 1}\n", []), ("", ["train={}"])):
        Path("s.yaml").write_text(named + rest)
        for command in ("eval", "generate"):
            assert load("s.yaml", words, command).model.path == "base"
    Path("s.yaml").write_text("model: {path: base}\n")
    assert load("s.yaml", ["temperature=0.7"], "generate").model.path == "base"
    assert of_model("base", ["temperature=0.7", "generate.top_k=5"]).generate.temperature == 0.7


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12))
def test_no_value_breaks_the_loader(value: Any) -> None:
    tree = parse(yaml.safe_dump({"train": value, "data": value}))
    if not tree.faults:
        with contextlib.suppress(ValidationError):
            Recipe.model_validate(tree.value)


def test_scalars_follow_yaml_1_2() -> None:
    tree = parse("a: no\nb: 1e-4\nc: 0o17\nd: 1_000\ne: ~\nf: 12:30\ng: 2026-01-01\nh: true\ni: .5\n")
    assert tree.value == {
        "a": "no", "b": 1e-4, "c": "0o17", "d": 1000, "e": None, "f": "12:30", "g": "2026-01-01", "h": True, "i": 0.5,
    }  # fmt: skip
    assert tree.lines[("c",)] == 3


def test_a_wrong_recipe_is_told_before_torch_is_imported(recipe: Path) -> None:
    code = (
        "import sys\nfrom instructgpt_cli.recipe.load import load\n"
        "try:\n    load('r.yaml', ['train.lr=no'], 'finetune')\nexcept Exception:\n    pass\n"
        "print(sorted({'torch', 'transformers', 'datasets', 'numpy', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("word", ["data.train[0.path=x", "train..lr=3", ".lr=3", "train.lr.=3", "[0]=1", "a b=1"])
def test_an_override_whose_key_is_no_key_is_refused(recipe: Path, word: str) -> None:
    with pytest.raises(UsageError, match="is no key: it is words and numbers with dots between"):
        load("r.yaml", [word], "generate")


@pytest.mark.parametrize(
    ("word", "key"), [(b"seed=\xff", "seed"), (b"output_dir=r\xc3\xa9\xff", "output_dir"), (b"s\xffd=1", "s\udcffd")]
)
def test_an_override_that_is_no_text_is_told_as_such(recipe: Path, word: bytes, key: str) -> None:
    told = f"r.yaml: {key}: is not UTF-8 text: byte 0xff (given on the command line)"
    assert faults(GOOD, os.fsdecode(word)) == [told]


@pytest.mark.parametrize("name", ["x" * 300 + ".yaml", "x" * 5000])
def test_a_name_that_no_file_can_have_is_told(recipe: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be read: File name too long"):
        load(name, [], "pretrain")


@pytest.mark.parametrize("key", ["model.path", "tokenizer.path", "data.train[0].path", "eval.baseline"])
def test_a_password_in_a_path_is_refused_and_never_shown(recipe: Path, key: str) -> None:
    where = {"data.train[0].path": "data.train=[{path: '%s'}]"}.get(key, f"{key}=%s")
    with pytest.raises(UsageError) as told:
        load(str(recipe), [where % "https://me:hf_secret@host/rows.jsonl"], "eval")
    assert key in told.value.message
    assert "hf_secret" not in told.value.message + told.value.hint


@pytest.mark.parametrize(
    "text", ["1e-4", "1e5", "010", "no", "0x1f", "1:30", "null", "2026-01-01", "~", "1_000", "true", "="]
)
def test_what_is_dumped_is_read_again(text: str) -> None:
    for value in (text, {text: [text]}):
        assert parse(yaml_lines.dump(value)).value == value
        assert yaml.safe_load(yaml_lines.dump(value)) == value


def test_a_leading_nought_makes_no_octal_number(recipe: Path) -> None:
    loaded = load("r.yaml", ["train.max_steps=010", "seed=08"], "finetune")
    assert (loaded.train.max_steps, loaded.seed) == (10, 8)


@pytest.mark.parametrize("word", ["train.\u00b2=1", "seed=!!bool maybe", "seed=!!int ''", "seed=!!float ''"])
def test_odd_words_are_faults_of_the_recipe(recipe: Path, word: str) -> None:
    with pytest.raises(UsageError):
        load("r.yaml", [word], "finetune")


def test_what_other_trainers_call_a_key_leads_to_one_that_is_there() -> None:
    for word, meant in FOREIGN_KEYS.items():
        section: Any = Recipe
        for key in meant.replace("[0]", "").split("."):
            assert key in section.model_fields, (word, meant)
            section = next(iter(_models_in(section.model_fields[key].annotation)), None)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("tokenizer.add_tokens", ". Not here: a tokenizer that exists keeps its tokens."),
        ("eval.tasks", ". eval.sets names files of rows."),
        ("generate.min_p", ". Not here: temperature, top_p, top_k and repetition_penalty shape the draws."),
        ("data.streaming", ". Rows are always read a chunk at a time"),
        ("data.packing", ". Packing is always on"),
        ("train.report_to", ". Not here: RUN/metrics.jsonl has a line a step"),
        ("model.load_in_4bit", ". Not here: train.lora learns adapters"),
        ("min_new_tokens", ". Not here: only the longest answer has a limit"),
        ("generate.top_a", ". Not here: temperature, top_p"),
        ("train.frobnicate", ". Known keys here: epochs, "),  # like none
        ("train.batch_token", ". Did you mean batch_tokens?"),
    ],
)
def test_an_unknown_key_leads_to_what_is_really_meant(recipe: Path, word: str, told: str) -> None:
    assert faults(GOOD, f"{word}=1")[0].startswith(f"r.yaml: {word}: unknown key{told}")


def test_what_is_done_elsewhere_is_no_key_here() -> None:
    for word in INSTEAD:
        assert word not in keys_by_name(Recipe), word
        assert word not in FOREIGN_KEYS, word


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("m.gguf", "m.gguf: is a GGUF file"),
        ("model.safetensors", "model.safetensors: is a file of weights, not a recipe"),
        ("rows.jsonl", "rows.jsonl: is a file of rows, not a recipe"),
    ],
)
def test_another_kind_of_file_is_told_as_what_it_is(recipe: Path, name: str, told: str) -> None:
    Path(name).write_bytes(b"GGUF\x03\xff")
    for read in (lambda: load(name, [], "finetune"), lambda: recipe_or_model(name, [])):
        with pytest.raises(UsageError) as caught:
            read()
        assert caught.value.message.startswith(told)


def test_a_shipped_recipe_is_meant_by_its_name_where_no_such_file_lies_here(recipe: Path) -> None:
    assert load("tasks/questions", ["train.lr=3e-4"], "finetune").output_dir == "runs/questions"
    assert recipe_or_model("quickstart/generate", []).generate.max_new_tokens == 32
    Path("tasks").mkdir()
    Path("tasks/questions").write_text(GOOD)
    assert load("tasks/questions", [], "finetune").output_dir == "runs/a"
    with pytest.raises(UsageError) as caught:
        load("tasks/question", [], "finetune")
    assert caught.value.hint == "Did you mean tasks/questions, a recipe that ships?"
    with pytest.raises(UsageError) as caught:
        load("quickstart", [], "finetune")
    assert caught.value.hint.startswith("Shipped recipes of that folder: quickstart/eval, ")
