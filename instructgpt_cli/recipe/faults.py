"""What is wrong with a recipe, in the recipe's own words: file, line, key, value, and what was probably meant."""

import difflib
from collections.abc import Sequence
from typing import Any, NoReturn, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.recipe.yaml_tree import Fault, Path, Tree, dotted


def explain(tree: Tree, details: ErrorDetails) -> Fault:
    """One pydantic error in the recipe's own words."""
    path = _known_path(tree.value, details["loc"])
    message = _message(path, details)
    if path not in tree.lines and any(path[: len(key)] == key[: len(path)] for key in tree.given):
        message += " (given on the command line)"
    return Fault(line_of(tree, path), dotted(path), message)


def _message(path: Path, details: ErrorDetails) -> str:
    value = details["input"]
    match details["type"]:
        case "extra_forbidden":
            return "unknown key" + _did_you_mean(path)
        case "missing":
            return "is missing"
        case "value_error":
            return str(details["ctx"]["error"])
        case "string_too_short":
            return "is empty"
        case "literal_error":
            known = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            near = difflib.get_close_matches(str(value), known, 1)
            return f"{_short(value)} is not one of {', '.join(known)}" + (f". Did you mean {near[0]}?" if near else "")
    message = details["msg"].replace("Input should", "should").replace("tuple", "list").replace("dictionary", "mapping")
    return message if isinstance(value, dict | list) else f"{message}, not {_short(value)}"


def _known_path(value: Any, loc: tuple[str | int, ...]) -> Path:
    """The part of a pydantic location that names keys of the file (union branches add names of their own)."""
    path: list[str | int] = []
    for part in loc:
        inside = (isinstance(value, dict) and part in value) or (
            isinstance(value, list) and isinstance(part, int) and part < len(value)
        )
        if not inside and path and not isinstance(value, dict):
            break
        path.append(part)
        value = value[part] if inside else None
    return tuple(path)


def line_of(tree: Tree, path: Path) -> int:
    """The line of the key, or of the nearest enclosing key that the file has."""
    for end in range(len(path), 0, -1):
        if path[:end] in tree.lines:
            return tree.lines[path[:end]]
    return 0


def _did_you_mean(path: Path) -> str:
    """Suggests the nearest key of all sections; one that this section has too is named as this section's."""
    section = _section(path[:-1])
    places = {key: key for key in section.model_fields} if section is not None else {}
    for name in Recipe.model_fields:
        for key in found.model_fields if (found := _section((name,))) else ():
            places.setdefault(key, f"{name}.{key}")
    if near := difflib.get_close_matches(str(path[-1]), places, 1):
        return f". Did you mean {places[near[0]]}?"
    return f". Known keys here: {', '.join(section.model_fields)}" if section is not None else ""


def _section(path: Path) -> type[BaseModel] | None:
    """The schema class at a path of keys and list indices."""
    section: type[BaseModel] = Recipe
    for part in path:
        if isinstance(part, int) or part not in section.model_fields:
            continue
        found = _models_in(section.model_fields[part].annotation)
        if not found:
            return None
        section = found[0]
    return section


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]


def _short(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 80 else text[:77] + "..."


def refuse(path: str, faults: Sequence[Fault]) -> NoReturn:
    """Raises `UsageError` with a line for each fault, in the order of the file."""
    lines = []
    for fault in sorted(faults, key=lambda f: (f.line == 0, f.line)):
        place = f"{path}:{fault.line}" if fault.line else path
        lines.append(f"{place}: {fault.key + ': ' if fault.key else ''}{fault.message}")
    hint = f"{len(lines)} faults, all listed." if len(lines) > 1 else ""
    raise UsageError("\n".join(lines), hint)
