"""The recipes that ship with the package, by their names: `tasks/questions` is tasks/questions.yaml of the gallery."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def home() -> Path:
    """The folder of recipes: inside an installed package, or beside it in a checkout."""
    installed = PACKAGE / "gallery"
    return installed if installed.is_dir() else PACKAGE.parent / "recipes"


def named() -> dict[str, Path]:
    """Every recipe by its name: the path in the gallery without its ending."""
    folder = home()
    return {path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.yaml"))}


def inside(folder: str) -> list[str]:
    """The names of the recipes in a folder of the gallery; empty where there is no such folder."""
    return [name for name in named() if name.startswith(folder.rstrip("/") + "/")]
