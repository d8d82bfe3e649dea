"""Messages for what is wrong with a recipe: file, line, key, value, and what was probably meant."""

from collections.abc import Sequence
from typing import Any, NoReturn, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.other_trainers import INSTEAD
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.recipe.section import keys_of
from instructgpt_cli.recipe.yaml_lines import Fault, KeyPath, Tree, dotted
from instructgpt_cli.suggest import FOREIGN_KEYS, nearest

KNOWN = ". Known keys here: "
WANTED = {
    ("float_type", "float_parsing"): "a number",
    ("int_type", "int_parsing", "int_from_float"): "a whole number",
    ("bool_type", "bool_parsing"): "true or false",
    ("string_type",): "text (put a number or true in quotes)",
    ("tuple_type", "list_type"): "a list, such as [a, b]",
    ("model_type", "model_attributes_type", "dict_type"): "keys with values, such as {key: value}",
}


def explain(tree: Tree, errors: Sequence[ErrorDetails]) -> list[Fault]:
    """Turn pydantic errors into messages, one for each key of the recipe. The branches of a union have an error each:
    the message is the last one's, with the literal values that are allowed too."""
    literals: dict[KeyPath, str] = {}
    faults: dict[KeyPath, Fault] = {}
    for details in errors:
        path = _known_path(tree.value, details["loc"])
        faults[path] = _fault(tree, path, _message(path, details, literals.get(path, "")))
        if details["type"] == "literal_error":
            literals[path] = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    return list(faults.values())


def _fault(tree: Tree, path: KeyPath, message: str) -> Fault:
    if path not in tree.lines and any(path[: len(key)] == key[: len(path)] for key in tree.given):
        return Fault(0, dotted(path), f"{message} (given on the command line)")
    return Fault(line_of(tree, path), dotted(path), message)


def _message(path: KeyPath, details: ErrorDetails, literals: str) -> str:
    value, kind = details["input"], details["type"]
    match kind:
        case "extra_forbidden":
            return "unknown key" + _did_you_mean(path)
        case "missing":
            return "has too few values" if isinstance(details["loc"][-1], int) else "is missing"
        case "too_long":
            return f"has {details['ctx']['actual_length']} values instead of {details['ctx']['max_length']}"
        case "value_error":
            return str(details["ctx"]["error"])
        case "string_too_short" | "too_short":
            return "is empty"
        case "literal_error":
            known = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            near = nearest(str(value), known)
            return f"{_short(value)} is not one of {', '.join(known)}" + (f". Did you mean {near}?" if near else "")
    wanted = next((words for names, words in WANTED.items() if kind in names), "")
    if kind == "less_than_equal" and details["ctx"]["le"] == 1:
        wanted = "a fraction from 0 to 1"
    if kind != "dict_type" and (section := _section(path)):
        example = f"{{{next(iter(keys_of(section)))}: ...}}"
        wanted = wanted.replace("[a, b]", f"[{example}]").replace("{key: value}", example)
    if literals and wanted:
        wanted = f"{literals}{',' if ' or ' in wanted else ' or'} {wanted}"
    message = f"should be {wanted}" if wanted else details["msg"].replace("Input should", "should")
    return message if isinstance(value, dict | list) else f"{message}, not {_short(value)}"


def _known_path(value: Any, loc: tuple[str | int, ...]) -> KeyPath:
    """The part of a pydantic location that names keys of the file; union branches add names that are not keys."""
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


def line_of(tree: Tree, path: KeyPath) -> int:
    """The line of a key, or of the nearest enclosing key that is in the file; 0 if none is."""
    for end in range(len(path), 0, -1):
        if path[:end] in tree.lines:
            return tree.lines[path[:end]]
    return 0


def _did_you_mean(path: KeyPath) -> str:
    """Suggest the most similar key of any section, preferring this section's own."""
    word = str(path[-1]).lower()
    section = _section(path[:-1])
    if section is Recipe and "." in word:
        head, _, rest = word.partition(".")
        return f". In a file, keys are nested in their section: {head}: {{{rest}: ...}}"
    places = keys_by_name(section)
    meant = FOREIGN_KEYS.get(word) if word not in (keys_of(section) if section else ()) else None
    if not meant and word not in places and word in INSTEAD:
        return f". {INSTEAD[word]}"
    if meant and section and (own := meant.rpartition(".")[2]) in keys_of(section):
        meant = dotted((*path[:-1], own))  # sections may have a key of the same name
    if not meant and (near := nearest(word, places)):
        meant = places[near]
    if meant:
        return f". Did you mean {meant}?"
    return f"{KNOWN}{', '.join(keys_of(section))}" if section is not None else ""


def keys_by_name(section: type[BaseModel] | None) -> dict[str, str]:
    """Map the last part of every key to the full key: `lr` -> `train.lr`. Keys of `section` map to themselves."""
    places = {key: key for key in keys_of(section)} if section is not None else {}
    for name in Recipe.model_fields:
        places.setdefault(name, name)
        for key in keys_of(found) if (found := _section((name,))) else ():
            places.setdefault(key, f"{name}.{key}")
    return places


def values_by_name() -> dict[str, str]:
    """Map the last part of every key that is not a section, and its names in other trainers, to the full key."""
    own = {name: key for name, key in keys_by_name(Recipe).items() if _section(tuple(key.split("."))) is None}
    return {**own, **FOREIGN_KEYS}


def _section(path: KeyPath) -> type[BaseModel] | None:
    """The schema class at a path of keys and list indices; None if it is a plain value."""
    section: type[BaseModel] = Recipe
    for part in path:
        if isinstance(part, int) or part not in keys_of(section):
            continue
        found = models_in(keys_of(section)[part].annotation)
        if not found:
            return None
        section = found[0]
    return section


def models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in models_in(argument)]


def _short(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    if value is None or isinstance(value, bool):
        text = "null" if value is None else text.lower()
    return text if len(text) <= 80 else text[:77] + "..."


def refuse_faults(path: str, faults: Sequence[Fault]) -> NoReturn:
    """Raise `UsageError` with one line per fault, in the order of the file."""
    lines: list[str] = []
    listed: set[str] = set()
    for fault in sorted(faults, key=lambda f: (f.line == 0, f.line)):
        place = f"{path}:{fault.line}" if fault.line else path
        message, _, known = fault.message.partition(KNOWN)
        if known and known not in listed:
            listed.add(known)
            message = fault.message
        lines.append(f"{place}: {fault.key + ': ' if fault.key else ''}{message}")
    hint = f"{len(lines)} errors in total." if len(lines) > 1 else ""
    raise UsageError("\n".join(lines), hint)
