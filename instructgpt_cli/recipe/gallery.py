"""Recipes shipped with the package. Their names are paths without the ending: `tasks/questions`."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def home() -> Path:
    """The folder of recipes: inside the installed package, or beside the package in a checkout."""
    installed = PACKAGE / "gallery"
    return installed if installed.is_dir() else PACKAGE.parent / "recipes"


def named() -> dict[str, Path]:
    """Map the name of every recipe to its file."""
    folder = home()
    return {path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.yaml"))}


def inside(folder: str) -> list[str]:
    """The names of the recipes in a folder; empty if there is no such folder."""
    return [name for name in named() if name.startswith(folder.rstrip("/") + "/")]
