"""Overrides: `dotted.key=value` words from the command line, applied to the content of a recipe file."""

import re
from typing import Any

from instructgpt_cli.recipe import yaml_lines
from instructgpt_cli.recipe.schema import Generate, Recipe
from instructgpt_cli.recipe.yaml_lines import Fault, KeyPath, Tree

_KEY = re.compile(r"\w[\w-]*(\.\w[\w-]*|\[\d+\])*")
_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # how Python represents such bytes of an argument
RUN_LENGTHS = ("epochs", "max_steps", "budget")


def apply(tree: Tree, word: str, *, sampling: bool) -> None:
    """Apply one `dotted.key=value` word to the tree. The value is YAML, and numbers in the key index lists.

    With `sampling`, keys of the `generate` section need no prefix (`temperature=0.7`). Errors are added to the tree's
    faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NOT_UTF8.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(
            Fault(0, key, "not a valid key: expected names and numbers separated by dots, such as train.lr")
        )
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = yaml_lines.parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _drop_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, str(error)))


def _path(key: str) -> KeyPath:
    parts = key.replace("[", ".").replace("]", "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def _drop_other_lengths(tree: Tree) -> None:
    """Let one length replace another: `train.max_steps=3` on a recipe with `epochs: 2` means three steps."""
    train = tree.value.get("train") if isinstance(tree.value, dict) else None
    if isinstance(train, dict):
        dropped = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in dropped}}


def _set(node: Any, path: KeyPath, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"no such entry: the list has {len(node)}, counted from 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # the schema reports a wrong type under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping
