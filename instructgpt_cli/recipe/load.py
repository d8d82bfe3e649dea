"""Recipe file and overrides -> a typed `Recipe`, or every error at once with file, line, key and value."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from instructgpt_cli.errors import ModelError, ResourceError, UsageError
from instructgpt_cli.recipe import gallery, overrides, yaml_lines
from instructgpt_cli.recipe.data_schema import Data, Tokenizer
from instructgpt_cli.recipe.fault_text import explain, line_of, refuse_faults
from instructgpt_cli.recipe.requirements import Command, missing
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.recipe.yaml_lines import Fault, Tree, dotted
from instructgpt_cli.suggest import nearest
from instructgpt_cli.system.adapter_folder import is_adapter
from instructgpt_cli.system.offline import is_hub_id

MAX_FILE_BYTES = 1_000_000
RUN_MODEL = "model"  # the finished model in a run folder
# Other kinds of file that may be given in place of a recipe: their endings -> (what they are, hint).
OTHER_FILES = {
    ".gguf": (
        "a GGUF file (a format of llama.cpp), not a recipe",
        "Give the Hugging Face folder or Hub id that it was made from, as model.path or after `generate`.",
    ),
    ".safetensors .bin .pt .pth": (
        "a file of model weights, not a recipe",
        "Give the folder that contains it, as model.path or after `generate`.",
    ),
    ".jsonl .csv .tsv .parquet .arrow .txt .gz .zst": (
        "a data file, not a recipe",
        "`instructgpt recipes copy tasks/questions mine.yaml` gives you one: put this path into its data.train.",
    ),
}


def load(path: str, words: Sequence[str], command: Command) -> Recipe:
    """Read the recipe at `path`, or the shipped recipe of that name, and check it for `command`.

    `words` are overrides, `dotted.key=value` with a value in YAML; the last one wins. Raises `UsageError` with one line
    per error, `file:line: key: what is wrong`, and `ResourceError` if the working folder was removed.
    """
    tree = _read(path)
    trains = _is_training(tree.value)
    recipe = _validated(path, tree, words, command)
    if faults := [Fault(line_of(tree, key), dotted(key), message) for key, message in missing(recipe, command)]:
        refuse_faults(path, faults)
    recipe = recipe.model_copy(update={"data": _with_validation(recipe.data)})
    return _with_model_to_use(recipe, tree, trains) if command in ("generate", "eval") else recipe


def of_model(path: str, words: Sequence[str]) -> Recipe:
    """The recipe of `generate MODEL`: a model folder or Hub id, or a run folder, whose finished model is used."""
    made = Path(path) / RUN_MODEL
    finished = (made / "config.json").is_file() or is_adapter(str(made))
    inside = finished and not (Path(path) / "config.json").exists() and not is_adapter(path)
    return _validated(path, Tree(value={"model": {"path": str(made) if inside else path}}), words, "generate")


def recipe_or_model(word: str, words: Sequence[str]) -> Recipe:
    """The recipe of `generate WORD`: a recipe file or the name of a shipped one, else a model folder or a Hub id."""
    path = Path(word)
    check_path(word)
    try:
        if path.is_dir():
            return of_model(word, words)
    except OSError as error:
        raise ModelError(f"{word}: cannot be read: {os.strerror(error.errno or 0)}") from None
    if path.exists() or path.suffix in (".yaml", ".yml") or word in gallery.named():
        return load(word, words, "generate")
    if "/" in word and is_hub_id(word):  # a single word is more likely a mistyped recipe or folder
        return of_model(word, words)
    raise UsageError(
        f"{word}: no such recipe file and no such model folder",
        "The model of a finished run is in RUN/model; `instructgpt recipes list` shows the shipped recipes.",
    )


def _validated(path: str, tree: Tree, words: Sequence[str], command: Command) -> Recipe:
    for word in words:
        overrides.apply(tree, word, sampling=command == "generate")
    if not isinstance(tree.value, dict):
        mapping = Fault(1, "", "a recipe is a mapping of keys to values, such as `output_dir: runs/first`")
        refuse_faults(path, tree.faults or [mapping])
    try:
        recipe = Recipe.model_validate(tree.value)
    except ValidationError as error:
        # Pydantic also calls a list too short if its items are invalid; report those only.
        wrong = [details for details in error.errors() if details["type"] != "too_short" or not details["input"]]
        refuse_faults(path, [*tree.faults, *explain(tree, wrong)])
    if tree.faults:
        refuse_faults(path, tree.faults)
    return recipe


def dump_recipe(recipe: Recipe) -> str:
    """The resolved recipe as YAML, with every default written out: the content of RUN/recipe.yaml."""
    return yaml_lines.dump(recipe.model_dump(mode="json"))


def _with_validation(data: Data) -> Data:
    """Resolve `validation_share`: split each training source into a training part and a validation part."""
    share = data.validation_share
    if share is None:
        return data
    train, validation = [], []
    for source in data.train:
        first, last = source.part or (0.0, 1.0)
        border = first + share * (last - first)
        validation.append(source.model_copy(update={"part": (first, border)}))
        train.append(source.model_copy(update={"part": (border, last)}))
    return data.model_copy(update={"train": tuple(train), "validation": tuple(validation), "validation_share": None})


def _is_training(value: Any) -> bool:
    """Whether the file itself, without overrides, is a training recipe: it has a `train` section and training data."""
    data = value.get("data") if isinstance(value, dict) else None
    return isinstance(data, dict) and bool(data.get("train")) and "train" in value


def _with_model_to_use(recipe: Recipe, tree: Tree, trains: bool) -> Recipe:
    """The recipe with `model.path` set to the model that `generate` and `eval` use.

    That is a model given on the command line, or the `model.path` of a recipe that does not train; otherwise the
    finished model of the recipe's run, with its tokenizer and template. Raises `ModelError` if there is none yet.
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
    # The saved template has the variables that it was trained with; those of the command line take precedence.
    given = any(path[:2] == ("tokenizer", "template_variables") for path in tree.given)
    tokenizer = Tokenizer(template_variables=recipe.tokenizer.template_variables if given else None)
    return recipe.model_copy(update={"model": model, "tokenizer": tokenizer})


def _read(path: str) -> Tree:
    file = Path(path)
    check_path(path)
    try:
        if file.is_dir():
            raise UsageError(f"{path}: is a folder, not a recipe file", "Give the YAML file in it.")
        if file.is_file():
            _refuse_other(file)
        with file.open("rb") as stream:
            raw = stream.read(MAX_FILE_BYTES + 1)  # bounded: it may be an endless device
        if len(raw) > MAX_FILE_BYTES:
            raise UsageError(f"{path}: too large for a recipe: more than {MAX_FILE_BYTES:,} bytes")
    except FileNotFoundError:
        if shipped := gallery.named().get(path):
            return _read(str(shipped))
        raise UsageError(f"{path}: no such recipe file", _suggestion(file)) from None
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
    return yaml_lines.parse(text)


def check_path(name: str) -> None:
    """Raise `UsageError` if a path is empty, as it would mean the working folder, and `ResourceError` if the working
    folder was removed: relative paths lead nowhere then, and importing torch would abort the process.
    """
    if not name:
        raise UsageError("an empty file or folder name was given", "Is a shell variable not set?")
    try:
        Path.cwd()
    except FileNotFoundError:
        raise ResourceError(
            "the working folder was removed: no relative path can be read or written",
            "Change to an existing folder (if it was made anew, `cd` into it again), then run the same command.",
        ) from None


def _refuse_other(file: Path) -> None:
    for endings, (what, instead) in OTHER_FILES.items():
        if file.suffix.lower() in endings.split():
            raise UsageError(f"{file}: is {what}", instead)


def _suggestion(file: Path) -> str:
    """A hint for a recipe file that does not exist: a similar file beside it, or a shipped recipe."""
    folder, name = file.parent, file.with_suffix("").as_posix()
    beside = {p.stem: p for p in folder.glob("*.y*ml") if p.exists()} if folder.is_dir() else {}
    if near := nearest(file.stem, beside):
        return f"Did you mean {beside[near]}?"
    if inside := gallery.inside(name):
        return f"Shipped recipes in that folder: {', '.join(inside)}."
    if found := nearest(name, gallery.named()):
        return f"Did you mean the shipped recipe {found}?"
    return "`instructgpt recipes list` shows the shipped recipes."
