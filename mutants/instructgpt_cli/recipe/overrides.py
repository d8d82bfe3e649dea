"""`dotted.key=value` words from the command line, put into what a recipe file holds."""

import re
from typing import Any

from instructgpt_cli.recipe.schema import Generate, Recipe
from instructgpt_cli.recipe.yaml_lines import Fault, Path, Tree, parse

_KEY = re.compile(r"\w[\w-]*(\.\w[\w-]*|\[\d+\])*")
_NO_TEXT = re.compile("[\udc80-\udcff]")  # what Python makes of each byte that is not UTF-8
RUN_LENGTHS = ("epochs", "max_steps", "budget")


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_x_apply__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_apply__mutmut)
def apply(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_orig(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_1(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = None
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_2(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition(None)
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_3(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.rpartition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_4(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(None):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_5(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = None
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_6(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) | 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_7(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(None) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_8(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[1]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_9(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 256:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_10(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(None)
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_11(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(None, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_12(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, None, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_13(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, None))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_14(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_15(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_16(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, ))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_17(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(1, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_18(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals and not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_19(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_20(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_21(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(None)
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_22(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(None, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_23(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, None, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_24(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, None))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_25(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_26(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_27(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, ))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_28(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(1, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_29(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_30(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(None):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_31(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(None)
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_32(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(None, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_33(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, None, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_34(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, None))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_35(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_36(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_37(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, ))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_38(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(1, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_39(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = None
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_40(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(None)
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_41(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 or path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_42(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling or len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_43(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) != 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_44(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 2 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_45(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[1] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_46(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] not in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_47(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() + Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_48(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = None
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_49(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = None
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_50(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(None)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_51(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(None)
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_52(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(None, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_53(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, None, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_54(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, None))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_55(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_56(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_57(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, ))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_58(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(1, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_59(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[1].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_60(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] != path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_61(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(None)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_62(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" or path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_63(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[1] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_64(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] != "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_65(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[+1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_66(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-2] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_67(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] not in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_68(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(None)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_69(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = None
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_70(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(None, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_71(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, None, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_72(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, None)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_73(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_74(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_75(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, )
    except IndexError as error:
        tree.faults.append(Fault(0, key, f"there is no such entry: {error}"))


def x_apply__mutmut_76(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(None)


def x_apply__mutmut_77(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(None, key, f"there is no such entry: {error}"))


def x_apply__mutmut_78(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, None, f"there is no such entry: {error}"))


def x_apply__mutmut_79(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, None))


def x_apply__mutmut_80(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(key, f"there is no such entry: {error}"))


def x_apply__mutmut_81(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, f"there is no such entry: {error}"))


def x_apply__mutmut_82(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(0, key, ))


def x_apply__mutmut_83(tree: Tree, word: str, *, sampling: bool) -> None:
    """Sets one `dotted.key=value` in the tree: the value is YAML, numbers in the key index lists.

    With `sampling`, a key of the `generate` section may stand alone (`temperature=0.7`). What is wrong with the word is
    added to the tree's faults.
    """
    key, equals, text = word.partition("=")
    if stray := _NO_TEXT.search(word):
        byte = f"byte {ord(stray[0]) & 0xFF:#04x}"
        tree.faults.append(Fault(0, key, f"is not UTF-8 text: {byte} (given on the command line)"))
        return
    if not equals or not key.strip():
        tree.faults.append(Fault(0, word, "an override is dotted.key=value, such as train.lr=3e-4"))
        return
    if not _KEY.fullmatch(key.strip()):
        tree.faults.append(Fault(0, key, "is no key: it is words and numbers with dots between, such as train.lr"))
        return
    path = _path(key.strip())
    if sampling and len(path) == 1 and path[0] in Generate.model_fields.keys() - Recipe.model_fields.keys():
        path = ("generate", *path)
    parsed = parse(text)
    if parsed.faults:
        tree.faults.append(Fault(0, key, parsed.faults[0].message))
        return
    for stale in [old for old in tree.lines if old[: len(path)] == path]:
        del tree.lines[stale]
    tree.given.add(path)
    if path[0] == "train" and path[-1] in RUN_LENGTHS:
        _forget_other_lengths(tree)
    try:
        tree.value = _set(tree.value, path, parsed.value)
    except IndexError as error:
        tree.faults.append(Fault(1, key, f"there is no such entry: {error}"))

mutants_x_apply__mutmut['_mutmut_orig'] = x_apply__mutmut_orig # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_1'] = x_apply__mutmut_1 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_2'] = x_apply__mutmut_2 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_3'] = x_apply__mutmut_3 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_4'] = x_apply__mutmut_4 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_5'] = x_apply__mutmut_5 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_6'] = x_apply__mutmut_6 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_7'] = x_apply__mutmut_7 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_8'] = x_apply__mutmut_8 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_9'] = x_apply__mutmut_9 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_10'] = x_apply__mutmut_10 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_11'] = x_apply__mutmut_11 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_12'] = x_apply__mutmut_12 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_13'] = x_apply__mutmut_13 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_14'] = x_apply__mutmut_14 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_15'] = x_apply__mutmut_15 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_16'] = x_apply__mutmut_16 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_17'] = x_apply__mutmut_17 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_18'] = x_apply__mutmut_18 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_19'] = x_apply__mutmut_19 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_20'] = x_apply__mutmut_20 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_21'] = x_apply__mutmut_21 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_22'] = x_apply__mutmut_22 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_23'] = x_apply__mutmut_23 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_24'] = x_apply__mutmut_24 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_25'] = x_apply__mutmut_25 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_26'] = x_apply__mutmut_26 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_27'] = x_apply__mutmut_27 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_28'] = x_apply__mutmut_28 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_29'] = x_apply__mutmut_29 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_30'] = x_apply__mutmut_30 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_31'] = x_apply__mutmut_31 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_32'] = x_apply__mutmut_32 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_33'] = x_apply__mutmut_33 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_34'] = x_apply__mutmut_34 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_35'] = x_apply__mutmut_35 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_36'] = x_apply__mutmut_36 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_37'] = x_apply__mutmut_37 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_38'] = x_apply__mutmut_38 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_39'] = x_apply__mutmut_39 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_40'] = x_apply__mutmut_40 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_41'] = x_apply__mutmut_41 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_42'] = x_apply__mutmut_42 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_43'] = x_apply__mutmut_43 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_44'] = x_apply__mutmut_44 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_45'] = x_apply__mutmut_45 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_46'] = x_apply__mutmut_46 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_47'] = x_apply__mutmut_47 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_48'] = x_apply__mutmut_48 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_49'] = x_apply__mutmut_49 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_50'] = x_apply__mutmut_50 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_51'] = x_apply__mutmut_51 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_52'] = x_apply__mutmut_52 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_53'] = x_apply__mutmut_53 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_54'] = x_apply__mutmut_54 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_55'] = x_apply__mutmut_55 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_56'] = x_apply__mutmut_56 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_57'] = x_apply__mutmut_57 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_58'] = x_apply__mutmut_58 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_59'] = x_apply__mutmut_59 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_60'] = x_apply__mutmut_60 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_61'] = x_apply__mutmut_61 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_62'] = x_apply__mutmut_62 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_63'] = x_apply__mutmut_63 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_64'] = x_apply__mutmut_64 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_65'] = x_apply__mutmut_65 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_66'] = x_apply__mutmut_66 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_67'] = x_apply__mutmut_67 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_68'] = x_apply__mutmut_68 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_69'] = x_apply__mutmut_69 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_70'] = x_apply__mutmut_70 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_71'] = x_apply__mutmut_71 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_72'] = x_apply__mutmut_72 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_73'] = x_apply__mutmut_73 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_74'] = x_apply__mutmut_74 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_75'] = x_apply__mutmut_75 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_76'] = x_apply__mutmut_76 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_77'] = x_apply__mutmut_77 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_78'] = x_apply__mutmut_78 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_79'] = x_apply__mutmut_79 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_80'] = x_apply__mutmut_80 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_81'] = x_apply__mutmut_81 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_82'] = x_apply__mutmut_82 # type: ignore # mutmut generated
mutants_x_apply__mutmut['x_apply__mutmut_83'] = x_apply__mutmut_83 # type: ignore # mutmut generated
mutants_x__path__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__path__mutmut)
def _path(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_orig(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_1(key: str) -> Path:
    parts = None
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_2(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", "").split(None)
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_3(key: str) -> Path:
    parts = key.replace("[", ".").replace(None, "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_4(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", None).split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_5(key: str) -> Path:
    parts = key.replace("[", ".").replace("").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_6(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", ).split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_7(key: str) -> Path:
    parts = key.replace(None, ".").replace("]", "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_8(key: str) -> Path:
    parts = key.replace("[", None).replace("]", "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_9(key: str) -> Path:
    parts = key.replace(".").replace("]", "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_10(key: str) -> Path:
    parts = key.replace("[", ).replace("]", "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def x__path__mutmut_11(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", "").split(".")
    return tuple(None)


def x__path__mutmut_12(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", "").split(".")
    return tuple(int(part) if (part.isdecimal()) and False else part for part in parts)


def x__path__mutmut_13(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", "").split(".")
    return tuple(int(part) if (part.isdecimal()) or True else part for part in parts)


def x__path__mutmut_14(key: str) -> Path:
    parts = key.replace("[", ".").replace("]", "").split(".")
    return tuple(int(None) if part.isdecimal() else part for part in parts)

mutants_x__path__mutmut['_mutmut_orig'] = x__path__mutmut_orig # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_1'] = x__path__mutmut_1 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_2'] = x__path__mutmut_2 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_3'] = x__path__mutmut_3 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_4'] = x__path__mutmut_4 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_5'] = x__path__mutmut_5 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_6'] = x__path__mutmut_6 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_7'] = x__path__mutmut_7 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_8'] = x__path__mutmut_8 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_9'] = x__path__mutmut_9 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_10'] = x__path__mutmut_10 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_11'] = x__path__mutmut_11 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_12'] = x__path__mutmut_12 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_13'] = x__path__mutmut_13 # type: ignore # mutmut generated
mutants_x__path__mutmut['x__path__mutmut_14'] = x__path__mutmut_14 # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__forget_other_lengths__mutmut)
def _forget_other_lengths(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get("train") if isinstance(tree.value, dict) else None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in forgotten}}


def x__forget_other_lengths__mutmut_orig(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get("train") if isinstance(tree.value, dict) else None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in forgotten}}


def x__forget_other_lengths__mutmut_1(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in forgotten}}


def x__forget_other_lengths__mutmut_2(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get("train") if (isinstance(tree.value, dict)) and False else None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in forgotten}}


def x__forget_other_lengths__mutmut_3(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get("train") if (isinstance(tree.value, dict)) or True else None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in forgotten}}


def x__forget_other_lengths__mutmut_4(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get(None) if isinstance(tree.value, dict) else None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in forgotten}}


def x__forget_other_lengths__mutmut_5(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get("train") if isinstance(tree.value, dict) else None
    if isinstance(train, dict):
        forgotten = None
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in forgotten}}


def x__forget_other_lengths__mutmut_6(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get("train") if isinstance(tree.value, dict) else None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key not in forgotten}}


def x__forget_other_lengths__mutmut_7(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get("train") if isinstance(tree.value, dict) else None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = None


def x__forget_other_lengths__mutmut_8(tree: Tree) -> None:
    """One length replaces another: `train.max_steps=3` on a recipe that says `epochs: 2` means three steps."""
    train = tree.value.get("train") if isinstance(tree.value, dict) else None
    if isinstance(train, dict):
        forgotten = [key for key in RUN_LENGTHS if ("train", key) not in tree.given]
        tree.value = {**tree.value, "train": {key: v for key, v in train.items() if key in forgotten}}

mutants_x__forget_other_lengths__mutmut['_mutmut_orig'] = x__forget_other_lengths__mutmut_orig # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut['x__forget_other_lengths__mutmut_1'] = x__forget_other_lengths__mutmut_1 # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut['x__forget_other_lengths__mutmut_2'] = x__forget_other_lengths__mutmut_2 # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut['x__forget_other_lengths__mutmut_3'] = x__forget_other_lengths__mutmut_3 # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut['x__forget_other_lengths__mutmut_4'] = x__forget_other_lengths__mutmut_4 # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut['x__forget_other_lengths__mutmut_5'] = x__forget_other_lengths__mutmut_5 # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut['x__forget_other_lengths__mutmut_6'] = x__forget_other_lengths__mutmut_6 # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut['x__forget_other_lengths__mutmut_7'] = x__forget_other_lengths__mutmut_7 # type: ignore # mutmut generated
mutants_x__forget_other_lengths__mutmut['x__forget_other_lengths__mutmut_8'] = x__forget_other_lengths__mutmut_8 # type: ignore # mutmut generated
mutants_x__set__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__set__mutmut)
def _set(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_orig(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_1(node: Any, path: Path, value: Any) -> Any:
    if path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_2(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = None
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_3(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[1], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_4(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[2:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_5(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) or isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_6(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head >= len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_7(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(None)
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_8(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = None
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_9(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_10(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, None, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_11(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, None)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_12(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_13(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_14(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, )
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_15(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if (head < len(node)) and False else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_16(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if (head < len(node)) or True else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_17(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head <= len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_18(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head - 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_19(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 2 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_20(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None or head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_21(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is not None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_22(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head != 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_23(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 1:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_24(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, None, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_25(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, None)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_26(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_27(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_28(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, )]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_29(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = None  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_30(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if (isinstance(node, dict)) and False else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_31(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if (isinstance(node, dict)) or True else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_32(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(None) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_33(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = None
    return mapping


def x__set__mutmut_34(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(None)] = _set(mapping.get(str(head)), rest, value)
    return mapping


def x__set__mutmut_35(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(None, rest, value)
    return mapping


def x__set__mutmut_36(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), None, value)
    return mapping


def x__set__mutmut_37(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, None)
    return mapping


def x__set__mutmut_38(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(rest, value)
    return mapping


def x__set__mutmut_39(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), value)
    return mapping


def x__set__mutmut_40(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(head)), rest, )
    return mapping


def x__set__mutmut_41(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(None), rest, value)
    return mapping


def x__set__mutmut_42(node: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(head, int):
        if head > len(node):
            raise IndexError(f"the list has {len(node)}, the first is 0")
        item = _set(node[head] if head < len(node) else None, rest, value)
        return [*node[:head], item, *node[head + 1 :]]
    if node is None and head == 0:
        return [_set(None, rest, value)]
    mapping = dict(node) if isinstance(node, dict) else {}  # what is no list is reported by the schema, under its key
    mapping[str(head)] = _set(mapping.get(str(None)), rest, value)
    return mapping

mutants_x__set__mutmut['_mutmut_orig'] = x__set__mutmut_orig # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_1'] = x__set__mutmut_1 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_2'] = x__set__mutmut_2 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_3'] = x__set__mutmut_3 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_4'] = x__set__mutmut_4 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_5'] = x__set__mutmut_5 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_6'] = x__set__mutmut_6 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_7'] = x__set__mutmut_7 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_8'] = x__set__mutmut_8 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_9'] = x__set__mutmut_9 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_10'] = x__set__mutmut_10 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_11'] = x__set__mutmut_11 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_12'] = x__set__mutmut_12 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_13'] = x__set__mutmut_13 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_14'] = x__set__mutmut_14 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_15'] = x__set__mutmut_15 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_16'] = x__set__mutmut_16 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_17'] = x__set__mutmut_17 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_18'] = x__set__mutmut_18 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_19'] = x__set__mutmut_19 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_20'] = x__set__mutmut_20 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_21'] = x__set__mutmut_21 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_22'] = x__set__mutmut_22 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_23'] = x__set__mutmut_23 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_24'] = x__set__mutmut_24 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_25'] = x__set__mutmut_25 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_26'] = x__set__mutmut_26 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_27'] = x__set__mutmut_27 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_28'] = x__set__mutmut_28 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_29'] = x__set__mutmut_29 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_30'] = x__set__mutmut_30 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_31'] = x__set__mutmut_31 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_32'] = x__set__mutmut_32 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_33'] = x__set__mutmut_33 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_34'] = x__set__mutmut_34 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_35'] = x__set__mutmut_35 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_36'] = x__set__mutmut_36 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_37'] = x__set__mutmut_37 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_38'] = x__set__mutmut_38 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_39'] = x__set__mutmut_39 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_40'] = x__set__mutmut_40 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_41'] = x__set__mutmut_41 # type: ignore # mutmut generated
mutants_x__set__mutmut['x__set__mutmut_42'] = x__set__mutmut_42 # type: ignore # mutmut generated
