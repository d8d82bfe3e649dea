"""Loading a recipe: a valid one is typed and frozen; for others the message names the file and what to do."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError
from recipe_faults import VALID, faults

from instructgpt_cli.errors import ModelError, ResourceError, UsageError
from instructgpt_cli.recipe.load import check_path, dump_recipe, load, of_model, recipe_or_model
from instructgpt_cli.recipe.schema import Recipe


def test_a_valid_recipe_is_typed_and_frozen(recipe: Path) -> None:
    loaded = load("r.yaml", [], "finetune")
    assert loaded.train.lr == 1e-4  # a string in YAML 1.1
    assert loaded.data.train[0].path == "rows.jsonl"
    with pytest.raises(ValidationError):
        loaded.train.lr = 1.0  # type: ignore[misc]


def test_all_errors_are_reported_in_the_order_of_the_file(recipe: Path) -> None:
    text = (
        VALID.replace("path: base", "pth: base").replace("1e-4", "-1").replace("epochs", "epochz") + "sedd: 1\nlr: 3\n"
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


def test_errors_are_reported_before_torch_is_imported(recipe: Path) -> None:
    code = (
        "import sys\nfrom instructgpt_cli.recipe.load import load\n"
        "try:\n    load('r.yaml', ['train.lr=no'], 'finetune')\nexcept Exception:\n    pass\n"
        "print(sorted({'torch', 'transformers', 'datasets', 'numpy', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("empty.yaml", b" \n", "empty.yaml: the file is empty"),
        ("latin.yaml", b"a: 1\nb: \xe9\n", "latin.yaml:2: not UTF-8 text (byte 0xe9)"),
        ("nul.yaml", b"b: 1\na: \x00\n", "nul.yaml:2: not valid YAML: the character U+0000 is not allowed"),
        ("list.yaml", b"- 1\n", "list.yaml:1: a recipe is a mapping of keys to values, such as `output_dir: runs/"),
    ],
)
def test_files_without_a_recipe(recipe: Path, name: str, raw: bytes, expected: str) -> None:
    Path(name).write_bytes(raw)
    with pytest.raises(UsageError) as caught:
        load(name, [], "finetune")
    assert caught.value.message.startswith(expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("folder", "folder: is a folder, not a recipe file"),
        ("", "an empty file or folder name was given"),
        ("/dev/zero", "/dev/zero: too large for a recipe: more than 1,000,000 bytes"),
        ("x" * 300 + ".yaml", "cannot be read: File name too long"),
        ("x" * 5000, "cannot be read: File name too long"),
    ],
)
def test_paths_that_cannot_be_read(recipe: Path, name: str, expected: str) -> None:
    Path("folder").mkdir()
    with pytest.raises(UsageError, match=expected):
        load(name, [], "finetune")


@pytest.mark.parametrize(
    ("beside", "name", "hint"),
    [
        ("eval.yaml", "mine.yaml", "`instructgpt recipes list` shows the shipped recipes."),  # only the ending is equal
        ("tune.yaml", "tunne.yaml", "Did you mean tune.yaml?"),
        ("x", "tasks/question", "Did you mean the shipped recipe tasks/questions?"),
        (
            "x",
            "quickstart",
            "Shipped recipes in that folder: quickstart/eval, quickstart/finetune, ",
        ),
    ],
)
def test_the_hint_for_a_missing_recipe_file(recipe: Path, beside: str, name: str, hint: str) -> None:
    Path(beside).touch()
    with pytest.raises(UsageError, match=f"{name}: no such recipe file") as caught:
        load(name, [], "finetune")
    assert caught.value.hint.startswith(hint)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(recipe: Path) -> None:
    recipe.write_bytes(b"\xef\xbb\xbf" + VALID.replace("\n", "\r\n").encode())
    assert load("r.yaml", [], "finetune").train.epochs == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("m.gguf", "m.gguf: is a GGUF file"),
        ("model.safetensors", "model.safetensors: is a file of model weights, not a recipe"),
        ("rows.jsonl", "rows.jsonl: is a data file, not a recipe"),
    ],
)
def test_another_kind_of_file_is_named_as_what_it_is(recipe: Path, name: str, message: str) -> None:
    Path(name).write_bytes(b"GGUF\x03\xff")
    for read in (lambda: load(name, [], "finetune"), lambda: recipe_or_model(name, [])):
        with pytest.raises(UsageError) as caught:
            read()
        assert caught.value.message.startswith(message)


def test_a_removed_working_folder_is_a_resource_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(ResourceError, match="the working folder was removed"):
        check_path("r.yaml")


def test_the_dumped_recipe_loads_as_the_same_recipe(recipe: Path) -> None:
    loaded = load("r.yaml", [], "finetune")
    again = Recipe.model_validate(yaml.safe_load(dump_recipe(loaded)))
    assert again.model_dump() == loaded.model_dump()
    Path("again.yaml").write_text(dump_recipe(loaded))
    assert load("again.yaml", [], "finetune").model_dump() == loaded.model_dump()


def test_validation_share_splits_each_source_in_two(recipe: Path) -> None:
    text = VALID.replace(
        "    - {path: rows.jsonl}", "    - {path: a.jsonl, part: [0.5, 1]}\n    - {path: b, weight: 2}"
    )
    recipe.write_text(text)
    data = load("r.yaml", ["data.validation_share=0.2"], "finetune").data
    assert [(s.path, s.part, s.weight) for s in data.train] == [("a.jsonl", (0.6, 1.0), 1), ("b", (0.2, 1.0), 2)]
    assert [(s.path, s.part) for s in data.validation] == [("a.jsonl", (0.5, 0.6)), ("b", (0.0, 0.2))]
    assert load("r.yaml", ["data.validation_share=0.2"], "inspect").data == data
    Path("again.yaml").write_text(dump_recipe(load("r.yaml", ["data.validation_share=0.2"], "finetune")))
    assert load("again.yaml", [], "finetune").data == data


def test_eval_uses_the_model_that_the_recipe_trained(recipe: Path) -> None:
    recipe.write_text(VALID + "eval: {sets: {a: [{path: rows.jsonl}]}}\n")
    with pytest.raises(ModelError, match=r"runs/a/model: no such model"):
        load("r.yaml", [], "eval")
    assert load("r.yaml", ["model.path=other"], "eval").model.path == "other"
    Path("runs/a/model").mkdir(parents=True)
    assert load("r.yaml", [], "eval").model.path == "runs/a/model"
    assert load("r.yaml", ["train.threads=1"], "eval").model.path == "runs/a/model"


@pytest.mark.parametrize(
    ("rest", "words"), [("", ["train.threads=1"]), ("train: {threads: 1}\n", []), ("", ["train={}"])]
)
def test_a_recipe_without_training_data_uses_the_model_that_it_names(recipe: Path, rest: str, words: list[str]) -> None:
    Path("runs/a/model").mkdir(parents=True)
    named = "output_dir: runs/a\nmodel: {path: base}\neval: {sets: {a: [{path: rows.jsonl}]}}\n"
    recipe.write_text(named + rest)
    assert load("r.yaml", words, "eval").model.path == "base"
    assert load("r.yaml", words, "generate").model.path == "base"


def test_the_trained_model_brings_its_own_tokenizer_and_template(recipe: Path) -> None:
    Path("runs/a/model").mkdir(parents=True)
    recipe.write_text(VALID + "tokenizer: {chat_template: chatml, template_variables: {a: 1}}\n")
    tokenizer = load("r.yaml", [], "generate").tokenizer
    assert (tokenizer.chat_template, tokenizer.template_variables) == (None, None)
    given = load("r.yaml", ["tokenizer.template_variables.a=2"], "generate").tokenizer
    assert given.template_variables == {"a": 2}


def test_generate_takes_a_model_folder_or_a_run_folder(recipe: Path) -> None:
    assert of_model("base", ["temperature=0.7", "generate.top_k=5"]).generate.temperature == 0.7
    Path("run/model").mkdir(parents=True)
    Path("run/model/config.json").touch()
    assert recipe_or_model("run", []).model.path == "run/model"
    assert recipe_or_model("run/model", []).model.path == "run/model"
    assert recipe_or_model("some-org/some-model", []).model.path == "some-org/some-model"


def test_a_shipped_recipe_is_found_by_name_unless_a_file_has_it(recipe: Path) -> None:
    assert load("tasks/questions", ["train.lr=3e-4"], "finetune").output_dir == "runs/questions"
    assert recipe_or_model("quickstart/generate", []).generate.max_new_tokens == 32
    Path("tasks").mkdir()
    Path("tasks/questions").write_text(VALID)
    assert load("tasks/questions", [], "finetune").output_dir == "runs/a"
