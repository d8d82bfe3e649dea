"""`recipes`: the gallery that ships with the package."""

import json
import os
import shutil
from pathlib import Path

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe import gallery
from instructgpt_cli.recipe.load import check_path
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.suggest import nearest
from instructgpt_cli.terminal.console import Console

SCHEMA = "recipe.schema.json"
"""The schema file that shipped recipes name for editors, in their own folder."""


def list_all() -> None:
    """Print the name of every recipe and the first line of its comment."""
    Console().table("", ["", ""], [(name, _purpose(path)) for name, path in gallery.named().items()])


def show(name: str) -> None:
    """Print one recipe."""
    path = _find(name)
    if path.is_dir():
        inside = ", ".join(gallery.inside(path.name))
        raise UsageError(f"{name}: is a folder of recipes", f"Show one of them: {inside}.")
    Console().result(path.read_text(encoding="utf-8").rstrip("\n"))


def copy(name: str, dest: str | None) -> None:
    """Copy a recipe or a folder of them to `dest`, a folder or a new name, with the schema for editors beside it.

    Raises `UsageError` instead of overwriting a file, `ResourceError` if the working folder no longer exists.
    """
    source = _find(name)
    target = Path(dest) if dest else Path()
    if not target.is_absolute():
        check_path(str(target))
    if target.is_dir():
        target /= source.name
    if target.exists() or target.is_symlink():
        raise UsageError(f"{target}: already exists", "Choose another place: instructgpt recipes copy NAME DEST")
    target.parent.mkdir(parents=True, exist_ok=True)
    described = (target if source.is_dir() else target.parent) / SCHEMA
    copies = {path: target / path.relative_to(source) for path in (source, *source.rglob("*"))}
    try:
        for path, to in copies.items():
            to.mkdir() if path.is_dir() else shutil.copyfile(path, to)
        if is_new := not os.path.lexists(described):
            described.write_text(_schema() + "\n", encoding="utf-8")
    except BaseException:  # all files or none
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        raise
    console = Console()
    for path in sorted(target.rglob("*.yaml")) if target.is_dir() else [target]:
        console.result(str(path))
    if is_new:
        console.message(f"{described}: the schema of recipes, for your editor")


def schema() -> None:
    """Print the JSON Schema of a recipe: each key with its default and description."""
    Console().result(_schema())


def _schema() -> str:
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Recipe.model_json_schema()}
    return json.dumps(described, indent=2, ensure_ascii=False)


def _find(name: str) -> Path:
    """The file or folder of a recipe `name`, with or without `.yaml`. Raises `UsageError` if there is none."""
    wanted = name.strip("/").removesuffix(".yaml")
    known = gallery.named()
    folders = {
        parent.relative_to(gallery.home()).as_posix(): parent for path in known.values() for parent in path.parents[:1]
    }
    folders.pop(".", None)
    if path := known.get(wanted) or folders.get(wanted):
        return path
    near = nearest(wanted, [*known, *folders])
    raise UsageError(
        f"{name}: no such recipe", f"Did you mean {near}?" if near else "`instructgpt recipes list` shows all of them."
    )


def _purpose(path: Path) -> str:
    """The first line of a recipe's opening comment."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    return first.lstrip("# ").rstrip() if first.startswith("#") else ""
