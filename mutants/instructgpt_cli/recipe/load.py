"""A recipe file and its overrides -> a typed `Recipe`, or every fault at once with file, line, key and value."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from instructgpt_cli.errors import ModelError, ResourceError, UsageError
from instructgpt_cli.recipe import gallery, yaml_lines
from instructgpt_cli.recipe import overrides as words
from instructgpt_cli.recipe.fault_text import explain, line_of, refuse
from instructgpt_cli.recipe.requirements import Command, missing
from instructgpt_cli.recipe.schema import Data, Recipe, Tokenizer
from instructgpt_cli.recipe.yaml_lines import Fault, Tree, dotted, parse
from instructgpt_cli.suggest import nearest
from instructgpt_cli.system.offline import is_hub_id

MAX_FILE_BYTES = 1_000_000
RUN_MODEL = "model"  # in a run folder: the finished model
# Files that are given in the place of a recipe: their endings -> what they are, and what to do.
OTHER_FILES = {
    ".gguf": (
        "a GGUF file, which llama.cpp and its kin read, not a recipe",
        "Name the Hugging Face folder or hub id that it was made from, as model.path or after `generate`.",
    ),
    ".safetensors .bin .pt .pth": (
        "a file of weights, not a recipe",
        "Name the folder that it lies in, as model.path or after `generate`.",
    ),
    ".jsonl .csv .tsv .parquet .arrow .txt .gz .zst": (
        "a file of rows, not a recipe",
        "`instructgpt recipes copy tasks/questions mine.yaml` makes one: write this path into its data.train.",
    ),
}


def load(path: str, overrides: Sequence[str], command: Command) -> Recipe:
    """Reads and checks the recipe at `path`, or the shipped one of that name, for `command`.

    `overrides` are `dotted.key=value` words whose values are YAML; the last one wins. Raises `UsageError` listing every
    fault, one a line: `file:line: key: what is wrong`, and `ResourceError` where the working folder is gone.
    """
    tree = _read(path)
    trains = _is_training(tree.value)
    recipe = _validated(path, tree, overrides, command)
    if faults := [Fault(line_of(tree, key), dotted(key), message) for key, message in missing(recipe, command)]:
        refuse(path, faults)
    recipe = recipe.model_copy(update={"data": _with_validation(recipe.data)})
    return _served(recipe, tree, trains) if command in ("generate", "eval") else recipe


def of_model(path: str, overrides: Sequence[str]) -> Recipe:
    """The recipe that `generate MODEL_FOLDER` stands for; a run folder stands for the model in it."""
    made = Path(path) / RUN_MODEL
    inside = (made / "config.json").is_file() and not (Path(path) / "config.json").exists()
    return _validated(path, Tree(value={"model": {"path": str(made) if inside else path}}), overrides, "generate")


def recipe_or_model(word: str, overrides: Sequence[str]) -> Recipe:
    """What `generate` is given: a recipe file or a shipped recipe's name, else a model folder or a hub id."""
    path = Path(word)
    refuse_nowhere(word)
    try:
        if path.is_dir():
            return of_model(word, overrides)
    except OSError as error:
        raise ModelError(f"{word}: cannot be read: {os.strerror(error.errno or 0)}") from None
    if path.exists() or path.suffix in (".yaml", ".yml") or word in gallery.named():
        return load(word, overrides, "generate")
    if "/" in word and is_hub_id(word):  # one word alone is likelier a recipe or folder that is not there
        return of_model(word, overrides)
    raise UsageError(
        f"{word}: no such recipe file and no such model folder",
        "A finished run keeps its model in RUN/model; `instructgpt recipes list` shows the recipes that ship.",
    )


def _validated(path: str, tree: Tree, overrides: Sequence[str], command: Command) -> Recipe:
    for word in overrides:
        words.apply(tree, word, sampling=command == "generate")
    if not isinstance(tree.value, dict):
        mapping = Fault(1, "", "a recipe is a mapping of keys to values, such as `output_dir: runs/first`")
        refuse(path, tree.faults or [mapping])
    try:
        recipe = Recipe.model_validate(tree.value)
    except ValidationError as error:
        # A list whose items are at fault counts as too short beside them.
        wrong = [details for details in error.errors() if details["type"] != "too_short" or not details["input"]]
        told = {fault.key: fault for fault in (explain(tree, details) for details in wrong)}
        refuse(path, [*tree.faults, *told.values()])  # of one key's branches the last
    if tree.faults:
        refuse(path, tree.faults)
    return recipe


def dump(recipe: Recipe) -> str:
    """The resolved recipe as YAML, every default written out: what RUN/recipe.yaml holds."""
    return yaml_lines.dump(recipe.model_dump(mode="json"))


def _with_validation(data: Data) -> Data:
    """With `data.validation_share` spelt out: each training source is read in two parts."""
    share = data.validation_share
    if share is None:
        return data
    learnt, kept = [], []
    for source in data.train:
        first, last = source.part or (0.0, 1.0)
        border = first + share * (last - first)
        kept.append(source.model_copy(update={"part": (first, border)}))
        learnt.append(source.model_copy(update={"part": (border, last)}))
    return data.model_copy(update={"train": tuple(learnt), "validation": tuple(kept), "validation_share": None})


def _is_training(value: Any) -> bool:
    """Whether a file says how to train, and on what. Words of the command line do not make it one that does."""
    data = value.get("data") if isinstance(value, dict) else None
    return isinstance(data, dict) and bool(data.get("train")) and "train" in value


def _served(recipe: Recipe, tree: Tree, trains: bool) -> Recipe:
    """The recipe with `model.path` on the model to use: the one that the file names, or the command line; of a file
    that `trains`, or names none, the one that its run has made, tokenizer and template included. Raises `ModelError`
    where the run has made none yet.
    """
    tokenizer = recipe.tokenizer.model_copy(update={"train": None})
    named = recipe.model.path and (not trains or ("model", "path") in tree.given)
    if named or "train" not in recipe.model_fields_set or recipe.output_dir is None:
        return recipe.model_copy(update={"tokenizer": tokenizer})
    made = Path(recipe.output_dir) / RUN_MODEL
    if not made.is_dir():
        raise ModelError(
            f"{made}: no such model: the run in {recipe.output_dir} has not finished",
            "Train with this recipe first, or name a model: model.path=FOLDER",
        )
    model = recipe.model.model_copy(update={"path": str(made), "config": None, "revision": None})
    # The made template has the recipe's variables; what the command line says about them goes before those.
    told = any(path[:2] == ("tokenizer", "template_variables") for path in tree.given)
    tokenizer = Tokenizer(template_variables=recipe.tokenizer.template_variables if told else None)
    return recipe.model_copy(update={"model": model, "tokenizer": tokenizer})


def _read(path: str) -> Tree:
    file = Path(path)
    refuse_nowhere(path)
    try:
        if file.is_dir():
            raise UsageError(f"{path}: is a folder, not a recipe file", "Name the YAML file in it.")
        if file.is_file():
            _refuse_other(file)
        with file.open("rb") as stream:
            raw = stream.read(MAX_FILE_BYTES + 1)  # it may be a device without an end
        if len(raw) > MAX_FILE_BYTES:
            raise UsageError(f"{path}: more than {MAX_FILE_BYTES:,} bytes are too many for a recipe")
    except FileNotFoundError:
        if shipped := gallery.named().get(path):
            return _read(str(shipped))
        raise UsageError(f"{path}: no such recipe file", _meant(file)) from None
    except OSError as error:
        shown = path if len(path) <= 100 else path[:97] + "..."
        raise UsageError(f"{shown}: cannot be read: {os.strerror(error.errno or 0)}") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UsageError(f"{path}:{line}: not UTF-8 text (byte {raw[error.start]:#04x})") from None
    if not text.strip():
        raise UsageError(f"{path}: the file is empty", "`instructgpt recipes show NAME` prints one to start from.")
    return parse(text)


def refuse_nowhere(name: str) -> None:
    """Raises `UsageError` for an empty name, which would stand for the working folder, and `ResourceError` where that
    folder is gone: no relative name leads anywhere then, and what torch is built on ends the process in its own words.
    """
    if not name:
        raise UsageError("an empty name was given for a file or folder", "Is a variable of the shell not set?")
    try:
        Path.cwd()
    except FileNotFoundError:
        raise ResourceError(
            "the working folder was removed, and nothing can be read or written from it",
            "Change to a folder that is there (a new one of the same name is another), then run the same command.",
        ) from None


def _refuse_other(file: Path) -> None:
    for endings, (what, instead) in OTHER_FILES.items():
        if file.suffix.lower() in endings.split():
            raise UsageError(f"{file}: is {what}", instead)


def _meant(file: Path) -> str:
    """What was meant by a recipe file that is not there: a neighbour, or a shipped recipe."""
    folder, name = file.parent, file.with_suffix("").as_posix()
    beside = {p.stem: p for p in folder.glob("*.y*ml") if p.exists()} if folder.is_dir() else {}
    if near := nearest(file.stem, beside):
        return f"Did you mean {beside[near]}?"
    if inside := gallery.inside(name):
        return f"Shipped recipes of that folder: {', '.join(inside)}."
    if found := nearest(name, gallery.named()):
        return f"Did you mean {found}, a recipe that ships?"
    return "`instructgpt recipes list` shows those that ship."
