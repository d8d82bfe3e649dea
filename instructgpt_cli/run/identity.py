"""The identity of a run, and whether a later start may continue it.

run.json holds it flat: `command`, each binding key of the recipe (`train.lr`, `data.train[0].path`), and the
`fingerprint.KEY` of what is read. A key that a later start omits has the value that the run began with, whatever the
default is by then.
"""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from instructgpt_cli import __version__
from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.recipe.section import Section, keys_of

FINGERPRINT = "fingerprint."
# The names of fingerprints in run.json up to 0.2.0.
_SENTENCES = {"tokenizer (fingerprint)": f"{FINGERPRINT}tokenizer", "model (fingerprint)": f"{FINGERPRINT}model"}
_CONTENTS = re.compile(r"contents of (.*) \(fingerprint\)", re.DOTALL)
_PARTS = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def binding(recipe: Recipe, command: str) -> dict[str, Any]:
    """The command and the binding keys of a recipe, flat."""
    return {"command": command, **_flatten(_bound(Recipe, recipe.model_dump(mode="json")), "")}


def fingerprints(data: Sequence[str], tokenizer: str, base: str, adapter: str = "") -> dict[str, str]:
    """The fingerprints of each training source, of the tokenizer with its template, of the initial model, and of the
    adapter that the run continues, if any."""
    sources = {f"{FINGERPRINT}data.train[{place}]": digest for place, digest in enumerate(data)}
    own = {f"{FINGERPRINT}tokenizer": tokenizer, f"{FINGERPRINT}model": base}
    return {**sources, **own, **({f"{FINGERPRINT}train.lora.from": adapter} if adapter else {})}


def began_as(begun: Mapping[str, Any], folder: Path) -> Recipe:
    """The binding keys that the run in `folder` began with; keys that its version did not have get their defaults.

    Raises `UsageError` if run.json is damaged.
    """
    try:
        return Recipe.model_validate(_filled(Recipe, _nested(begun), _nested(begun)))
    except ValidationError as error:
        key = ".".join(map(str, error.errors()[0]["loc"]))
        raise UsageError(
            f"{folder / 'run.json'}: is damaged: {key}: {error.errors()[0]['msg']}",
            "Use --fresh to start over; the old run is kept next to it.",
        ) from None


def continued(recipe: Recipe, began: Recipe) -> Recipe:
    """The recipe, with each binding key that it omits as the run began with it."""
    given = recipe.model_dump(exclude_unset=True)
    try:
        return Recipe.model_validate(_filled(Recipe, given, began.model_dump()))
    except ValidationError:  # a given key contradicts one of the run; `refuse_changes` names it
        return recipe


def kept(recipe: Recipe, continued: Recipe) -> dict[str, Any]:
    """The keys of `continued` that come from its run and would differ in a new one."""
    here, there = binding(recipe, ""), binding(continued, "")
    return {key: there.get(key) for key in sorted(here.keys() | there.keys()) if here.get(key) != there.get(key)}


def refuse_changes(begun: Mapping[str, Any], recipe: Recipe, command: str, folder: Path) -> None:
    """Raise `UsageError` naming each key of the recipe that differs from what the run in `folder` began with."""
    old = binding(began_as(begun, folder), str(begun.get("command")))
    now = binding(recipe, command)
    changes = [
        f"{key} was {_short(old.get(key))} and is now {_short(now.get(key))}"
        for key in sorted(old.keys() | now.keys())
        if old.get(key) != now.get(key)
    ]
    changes += [
        f"{key} was {_short(value)}, a key that this version ({__version__}) does not have"
        for key, value in begun.items()
        if value is not None and not (key == "command" or key.startswith(FINGERPRINT) or _is_known(key))
    ]
    if changes:
        raise UsageError(
            f"{folder}: holds a run that began with another recipe:\n" + "\n".join(changes),
            "Undo the change, choose another output_dir, or start over with --fresh (the old run is kept next to it).",
        )


def refuse_other_contents(
    begun: Mapping[str, Any], now: Mapping[str, str], data: Sequence[Source], model: str | None, folder: Path
) -> None:
    """Raise `UsageError` naming everything that the run in `folder` reads and that has changed since it began.

    `data` are its training sources, `model` is the path of its initial weights.
    """
    names = {f"{FINGERPRINT}data.train[{place}]": source.path for place, source in enumerate(data)}
    names[f"{FINGERPRINT}tokenizer"] = "the tokenizer or its chat template"
    names[f"{FINGERPRINT}model"] = f"the weights or the config of {model}"
    names[f"{FINGERPRINT}train.lora.from"] = "the adapter of train.lora.from"
    changed = [name for key, name in names.items() if key in now and begun.get(key, now[key]) != now[key]]
    if changed:
        raise UsageError(
            f"{folder}: holds a run that began with other contents of:\n" + "\n".join(changed),
            "Put the old contents back, choose another output_dir, or start over with --fresh (the old run is kept "
            "beside it).",
        )


def by_ids(begun: Mapping[str, Any]) -> dict[str, Any]:
    """The identity in a run.json of any version, in today's form."""
    found: dict[str, Any] = {}
    for key, value in begun.items():
        if (contents := _CONTENTS.fullmatch(key)) is None:
            found[_SENTENCES.get(key, key)] = value
            continue
        # For a file that is named twice, the fingerprint is the last source's.
        places = [k for k, path in begun.items() if k.startswith("data.train[") and k.endswith("].path")]
        named = [k for k in places if begun[k] == contents[1]]
        if named:
            found[FINGERPRINT + named[-1].removesuffix(".path")] = value
    return found


def _may_change(field: FieldInfo) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("may_change"))


def _section_in(annotation: Any) -> type[Section] | None:
    """The section that a field holds, directly or in a list or mapping."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    return next(filter(None, map(_section_in, get_args(annotation))), None)


def _is_known(key: str) -> bool:
    section: type[Section] | None = Recipe
    for name in (name for _, name in _PARTS.findall(key) if name):
        if section is None:  # in a mapping with the user's own keys
            return True
        if name not in keys_of(section):
            return False
        section = _section_in(keys_of(section)[name].annotation)
    return True


def _bound(section: type[Section], values: Mapping[str, Any]) -> dict[str, Any]:
    bound: dict[str, Any] = {}
    for name, value in values.items():
        field = keys_of(section)[name]
        inner = _section_in(field.annotation)
        if _may_change(field):
            continue
        if inner and isinstance(value, dict):
            bound[name] = _bound(inner, value)
        elif inner and isinstance(value, list):
            bound[name] = [_bound(inner, item) for item in value]
        else:
            bound[name] = value
    return bound


def _filled(section: type[Section], given: Mapping[str, Any], begun: Mapping[str, Any]) -> dict[str, Any]:
    """`given`, with the binding keys of `section` that only `begun` has."""
    filled = {name: given[name] for name in keys_of(section) if name in given}
    for name, field in keys_of(section).items():
        if name in begun and not _may_change(field):
            filled[name] = _merged(_section_in(field.annotation), filled.get(name, begun[name]), begun[name])
    return filled


def _merged(section: type[Section] | None, now: Any, begun: Any) -> Any:
    if section and isinstance(now, Mapping) and isinstance(begun, Mapping):
        is_other = "path" in now and now["path"] != begun.get("path")  # nothing is copied from another source
        return now if is_other else _filled(section, now, begun)
    if section and isinstance(now, list | tuple) and isinstance(begun, list | tuple):
        absent: Mapping[str, Any] = {}
        return [_merged(section, a, b) for a, b in zip_longest(now, begun[: len(now)], fillvalue=absent)]
    return now


def _flatten(value: Any, prefix: str) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    if isinstance(value, dict) and value:
        for key, item in value.items():
            flat |= _flatten(item, f"{prefix}.{key}" if prefix else str(key))
        return flat
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for place, item in enumerate(value):
            flat |= _flatten(item, f"{prefix}[{place}]")
        return flat
    return {prefix: value}


def _nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of `_flatten`."""
    tree: dict[str | int, Any] = {}
    for key, value in flat.items():
        *outer, last = [int(place) if place else name for place, name in _PARTS.findall(key)] or [key]
        here = tree
        for part in outer:
            if not isinstance(here.get(part), dict):
                here[part] = {}
            here = here[part]
        here[last] = value
    return {str(key): _with_lists(value) for key, value in tree.items()}


def _with_lists(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    if tree and all(isinstance(key, int) for key in tree):
        return [_with_lists(tree[place]) for place in sorted(tree)]
    return {str(key): _with_lists(value) for key, value in tree.items()}


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 200 else text[:197] + "..."
