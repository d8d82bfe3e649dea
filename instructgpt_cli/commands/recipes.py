"""`recipes`: the gallery that is shipped with the package."""

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
"""Where the shipped recipes tell an editor to find what a recipe may hold: beside them."""


def list_all() -> None:
    """Prints the name of every recipe and the first line of its comment."""
    Console().table("", ["", ""], [(name, _purpose(path)) for name, path in gallery.named().items()])


def show(name: str) -> None:
    """Prints one recipe as it is."""
    path = _find(name)
    if path.is_dir():
        inside = ", ".join(gallery.inside(path.name))
        raise UsageError(f"{name}: is a folder of recipes", f"Show one of them: {inside}.")
    Console().result(path.read_text(encoding="utf-8").rstrip("\n"))


def copy(name: str, dest: str | None) -> None:
    """Copies a recipe or a folder of them to `dest`, a folder or a new name, and puts the schema that they name for
    editors beside them. Raises UsageError rather than write over a file that is there, ResourceError where `dest` is
    relative to a working folder that is gone."""
    source = _find(name)
    target = Path(dest) if dest else Path()
    if not target.is_absolute():
        check_path(str(target))
    if target.is_dir():
        target /= source.name
    if target.exists() or target.is_symlink():
        raise UsageError(f"{target}: is there already", "Name another place: instructgpt recipes copy NAME DEST")
    target.parent.mkdir(parents=True, exist_ok=True)
    described = (target if source.is_dir() else target.parent) / SCHEMA
    copies = {path: target / path.relative_to(source) for path in (source, *source.rglob("*"))}
    try:
        for path, to in copies.items():
            to.mkdir() if path.is_dir() else shutil.copyfile(path, to)
        if is_new := not os.path.lexists(described):
            described.write_text(_schema() + "\n", encoding="utf-8")
    except BaseException:  # whole or not at all
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        raise
    console = Console()
    for path in sorted(target.rglob("*.yaml")) if target.is_dir() else [target]:
        console.result(str(path))
    if is_new:
        console.message(f"{described}: what a recipe may hold, for your editor")


def schema() -> None:
    """Prints the JSON Schema of a recipe, each key with its default and its reference text."""
    Console().result(_schema())


def _schema() -> str:
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Recipe.model_json_schema()}
    return json.dumps(described, indent=2, ensure_ascii=False)


def _find(name: str) -> Path:
    """The file or folder called `name`, with or without its ending. Raises UsageError where there is none."""
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
        f"{name}: no such recipe", f"Did you mean {near}?" if near else "`instructgpt recipes list` shows them all."
    )


def _purpose(path: Path) -> str:
    """The first line of the comment that a recipe opens with."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    return first.lstrip("# ").rstrip() if first.startswith("#") else ""
