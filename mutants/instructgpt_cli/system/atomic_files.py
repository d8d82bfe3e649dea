"""One way to put a folder or file on disk, whole or absent, and one way to tell whether it is whole.

A folder is written aside, its files synced, a manifest of their hashes written last, and the lot renamed into place.
"""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from instructgpt_cli.errors import ModelError, ResourceError
from instructgpt_cli.system.json_object import MalformedJson, read_object
from instructgpt_cli.system.library_errors import system_fault

MANIFEST = "manifest.json"
_ASIDE = ".partial-"
_OLD = ".old"
Hashes = Mapping[str, Mapping[str, object]]
NO_HASHES: Hashes = {}


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


@contextlib.contextmanager
def naming(path: Path) -> Iterator[None]:
    """Faults of the system that name no file, as when a disk is full, are told with `path`. So are those of libraries
    written in Rust (safetensors, tokenizers), whose exceptions are no OSError."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
    except Exception as error:
        if (number := system_fault(error)) is None:
            raise
        raise OSError(number, os.strerror(number), str(path)) from error
mutants_x_publish__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_publish__mutmut)
def publish(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_orig(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_1(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=None, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_2(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=None)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_3(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_4(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, )
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_5(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=False, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_6(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=False)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_7(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = None
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_8(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(None)
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_9(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(None)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_10(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(None):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_11(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(None)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_12(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(None, told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_13(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, None, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_14(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, None)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_15(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(told, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_16(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_17(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, )
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_18(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(None, folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_19(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, None)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_20(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(folder)
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_21(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, )
    except BaseException:
        remove(staging)
        raise


def x_publish__mutmut_22(
    folder: Path,
    write: Callable[[Path], object],
    told: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one.
    `about` gives back what is `told` of it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, told, known)
            replace(staging, folder)
    except BaseException:
        remove(None)
        raise

mutants_x_publish__mutmut['_mutmut_orig'] = x_publish__mutmut_orig # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_1'] = x_publish__mutmut_1 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_2'] = x_publish__mutmut_2 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_3'] = x_publish__mutmut_3 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_4'] = x_publish__mutmut_4 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_5'] = x_publish__mutmut_5 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_6'] = x_publish__mutmut_6 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_7'] = x_publish__mutmut_7 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_8'] = x_publish__mutmut_8 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_9'] = x_publish__mutmut_9 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_10'] = x_publish__mutmut_10 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_11'] = x_publish__mutmut_11 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_12'] = x_publish__mutmut_12 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_13'] = x_publish__mutmut_13 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_14'] = x_publish__mutmut_14 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_15'] = x_publish__mutmut_15 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_16'] = x_publish__mutmut_16 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_17'] = x_publish__mutmut_17 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_18'] = x_publish__mutmut_18 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_19'] = x_publish__mutmut_19 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_20'] = x_publish__mutmut_20 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_21'] = x_publish__mutmut_21 # type: ignore # mutmut generated
mutants_x_publish__mutmut['x_publish__mutmut_22'] = x_publish__mutmut_22 # type: ignore # mutmut generated
mutants_x_amend__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_amend__mutmut)
def amend(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_orig(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_1(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = None
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_2(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads(None)
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_3(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding=None))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_4(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder * MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_5(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = None
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_6(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key == "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_7(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = None

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_8(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file == name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_9(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(None, str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_10(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), None)
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_11(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_12(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), )
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_13(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(None), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_14(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder * file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_15(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(None))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_16(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging * file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_17(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(None, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_18(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding=None)

    publish(folder, write, told, known)


def x_amend__mutmut_19(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_20(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, )

    publish(folder, write, told, known)


def x_amend__mutmut_21(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging * name).write_text(text, encoding="utf-8")

    publish(folder, write, told, known)


def x_amend__mutmut_22(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(None, write, told, known)


def x_amend__mutmut_23(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, None, told, known)


def x_amend__mutmut_24(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, None, known)


def x_amend__mutmut_25(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, None)


def x_amend__mutmut_26(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(write, told, known)


def x_amend__mutmut_27(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, told, known)


def x_amend__mutmut_28(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, known)


def x_amend__mutmut_29(folder: Path, name: str, text: str) -> None:
    """Replaces a text file of a published folder that has no folders in it; its other files are not written again."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, told, )

mutants_x_amend__mutmut['_mutmut_orig'] = x_amend__mutmut_orig # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_1'] = x_amend__mutmut_1 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_2'] = x_amend__mutmut_2 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_3'] = x_amend__mutmut_3 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_4'] = x_amend__mutmut_4 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_5'] = x_amend__mutmut_5 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_6'] = x_amend__mutmut_6 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_7'] = x_amend__mutmut_7 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_8'] = x_amend__mutmut_8 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_9'] = x_amend__mutmut_9 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_10'] = x_amend__mutmut_10 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_11'] = x_amend__mutmut_11 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_12'] = x_amend__mutmut_12 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_13'] = x_amend__mutmut_13 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_14'] = x_amend__mutmut_14 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_15'] = x_amend__mutmut_15 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_16'] = x_amend__mutmut_16 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_17'] = x_amend__mutmut_17 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_18'] = x_amend__mutmut_18 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_19'] = x_amend__mutmut_19 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_20'] = x_amend__mutmut_20 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_21'] = x_amend__mutmut_21 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_22'] = x_amend__mutmut_22 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_23'] = x_amend__mutmut_23 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_24'] = x_amend__mutmut_24 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_25'] = x_amend__mutmut_25 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_26'] = x_amend__mutmut_26 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_27'] = x_amend__mutmut_27 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_28'] = x_amend__mutmut_28 # type: ignore # mutmut generated
mutants_x_amend__mutmut['x_amend__mutmut_29'] = x_amend__mutmut_29 # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_link_or_copy__mutmut)
def link_or_copy(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def x_link_or_copy__mutmut_orig(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def x_link_or_copy__mutmut_1(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(None, target)
    except OSError:
        shutil.copy2(source, target)


def x_link_or_copy__mutmut_2(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, None)
    except OSError:
        shutil.copy2(source, target)


def x_link_or_copy__mutmut_3(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(target)
    except OSError:
        shutil.copy2(source, target)


def x_link_or_copy__mutmut_4(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, )
    except OSError:
        shutil.copy2(source, target)


def x_link_or_copy__mutmut_5(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(None, target)


def x_link_or_copy__mutmut_6(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, None)


def x_link_or_copy__mutmut_7(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(target)


def x_link_or_copy__mutmut_8(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, )

mutants_x_link_or_copy__mutmut['_mutmut_orig'] = x_link_or_copy__mutmut_orig # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut['x_link_or_copy__mutmut_1'] = x_link_or_copy__mutmut_1 # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut['x_link_or_copy__mutmut_2'] = x_link_or_copy__mutmut_2 # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut['x_link_or_copy__mutmut_3'] = x_link_or_copy__mutmut_3 # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut['x_link_or_copy__mutmut_4'] = x_link_or_copy__mutmut_4 # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut['x_link_or_copy__mutmut_5'] = x_link_or_copy__mutmut_5 # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut['x_link_or_copy__mutmut_6'] = x_link_or_copy__mutmut_6 # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut['x_link_or_copy__mutmut_7'] = x_link_or_copy__mutmut_7 # type: ignore # mutmut generated
mutants_x_link_or_copy__mutmut['x_link_or_copy__mutmut_8'] = x_link_or_copy__mutmut_8 # type: ignore # mutmut generated
mutants_x_seal__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_seal__mutmut)
def seal(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_orig(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_1(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = None
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_2(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(None)
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_3(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob(None))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_4(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = None
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_5(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = None
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_6(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode | 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_7(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 439
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_8(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) | usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_9(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual == usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_10(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(None)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_11(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode & usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_12(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(None)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_13(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = None
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_14(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(None): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_15(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(None)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_16(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = None
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_17(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) and _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_18(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(None) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_19(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(None) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_20(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = None
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_21(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder * MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_22(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(None, encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_23(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding=None)
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_24(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_25(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), )
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_26(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps(None, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_27(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=None), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_28(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps(indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_29(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, ), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_30(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told and {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_31(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=2), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def x_seal__mutmut_32(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(None)
    _sync(folder)


def x_seal__mutmut_33(folder: Path, told: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Puts what lies in `folder` on the disk, for whom the folder is, and the manifest by which it can be told to be
    whole after it. `known` are entries of the manifest that need no reading."""
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries make a file for its owner alone, whatever the umask allows
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(told or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(None)

mutants_x_seal__mutmut['_mutmut_orig'] = x_seal__mutmut_orig # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_1'] = x_seal__mutmut_1 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_2'] = x_seal__mutmut_2 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_3'] = x_seal__mutmut_3 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_4'] = x_seal__mutmut_4 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_5'] = x_seal__mutmut_5 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_6'] = x_seal__mutmut_6 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_7'] = x_seal__mutmut_7 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_8'] = x_seal__mutmut_8 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_9'] = x_seal__mutmut_9 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_10'] = x_seal__mutmut_10 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_11'] = x_seal__mutmut_11 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_12'] = x_seal__mutmut_12 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_13'] = x_seal__mutmut_13 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_14'] = x_seal__mutmut_14 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_15'] = x_seal__mutmut_15 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_16'] = x_seal__mutmut_16 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_17'] = x_seal__mutmut_17 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_18'] = x_seal__mutmut_18 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_19'] = x_seal__mutmut_19 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_20'] = x_seal__mutmut_20 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_21'] = x_seal__mutmut_21 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_22'] = x_seal__mutmut_22 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_23'] = x_seal__mutmut_23 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_24'] = x_seal__mutmut_24 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_25'] = x_seal__mutmut_25 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_26'] = x_seal__mutmut_26 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_27'] = x_seal__mutmut_27 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_28'] = x_seal__mutmut_28 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_29'] = x_seal__mutmut_29 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_30'] = x_seal__mutmut_30 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_31'] = x_seal__mutmut_31 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_32'] = x_seal__mutmut_32 # type: ignore # mutmut generated
mutants_x_seal__mutmut['x_seal__mutmut_33'] = x_seal__mutmut_33 # type: ignore # mutmut generated
mutants_x_replace__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_replace__mutmut)
def replace(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_orig(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_1(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = None
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_2(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(None)
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_3(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(None):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_4(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(None)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_5(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(None)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_6(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(None)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_7(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(None)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_8(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) or not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_9(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(None) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_10(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and os.path.lexists(target):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_11(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(None):
            old.rename(target)
        raise
    remove(old)


def x_replace__mutmut_12(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(None)
        raise
    remove(old)


def x_replace__mutmut_13(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`, which may be a link: the link goes, not what it
    points to. Where that fails the old one is back."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    if os.path.lexists(target):
        remove(old)
        target.rename(old)
    try:
        source.rename(target)
        _sync(target.parent)
    except BaseException:
        if os.path.lexists(old) and not os.path.lexists(target):
            old.rename(target)
        raise
    remove(None)

mutants_x_replace__mutmut['_mutmut_orig'] = x_replace__mutmut_orig # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_1'] = x_replace__mutmut_1 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_2'] = x_replace__mutmut_2 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_3'] = x_replace__mutmut_3 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_4'] = x_replace__mutmut_4 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_5'] = x_replace__mutmut_5 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_6'] = x_replace__mutmut_6 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_7'] = x_replace__mutmut_7 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_8'] = x_replace__mutmut_8 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_9'] = x_replace__mutmut_9 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_10'] = x_replace__mutmut_10 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_11'] = x_replace__mutmut_11 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_12'] = x_replace__mutmut_12 # type: ignore # mutmut generated
mutants_x_replace__mutmut['x_replace__mutmut_13'] = x_replace__mutmut_13 # type: ignore # mutmut generated
mutants_x_about__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_about__mutmut)
def about(folder: Path) -> Mapping[str, object]:
    """What was told of a published folder; empty where that cannot be read."""
    try:
        return {key: value for key, value in read_object(folder / MANIFEST).items() if key != "files"}
    except (OSError, MalformedJson):
        return {}


def x_about__mutmut_orig(folder: Path) -> Mapping[str, object]:
    """What was told of a published folder; empty where that cannot be read."""
    try:
        return {key: value for key, value in read_object(folder / MANIFEST).items() if key != "files"}
    except (OSError, MalformedJson):
        return {}


def x_about__mutmut_1(folder: Path) -> Mapping[str, object]:
    """What was told of a published folder; empty where that cannot be read."""
    try:
        return {key: value for key, value in read_object(None).items() if key != "files"}
    except (OSError, MalformedJson):
        return {}


def x_about__mutmut_2(folder: Path) -> Mapping[str, object]:
    """What was told of a published folder; empty where that cannot be read."""
    try:
        return {key: value for key, value in read_object(folder * MANIFEST).items() if key != "files"}
    except (OSError, MalformedJson):
        return {}


def x_about__mutmut_3(folder: Path) -> Mapping[str, object]:
    """What was told of a published folder; empty where that cannot be read."""
    try:
        return {key: value for key, value in read_object(folder / MANIFEST).items() if key == "files"}
    except (OSError, MalformedJson):
        return {}

mutants_x_about__mutmut['_mutmut_orig'] = x_about__mutmut_orig # type: ignore # mutmut generated
mutants_x_about__mutmut['x_about__mutmut_1'] = x_about__mutmut_1 # type: ignore # mutmut generated
mutants_x_about__mutmut['x_about__mutmut_2'] = x_about__mutmut_2 # type: ignore # mutmut generated
mutants_x_about__mutmut['x_about__mutmut_3'] = x_about__mutmut_3 # type: ignore # mutmut generated
mutants_x_verify__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_verify__mutmut)
def verify(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_orig(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_1(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = None
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_2(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(None)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_3(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder * MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_4(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_5(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_6(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(None):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_7(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                break
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_8(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = None
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_9(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder * name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_10(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_11(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] and sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_12(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size == expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_13(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(None) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_14(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) == expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def x_verify__mutmut_15(folder: Path, suffix: str = "") -> str:
    """Empty when the folder is whole, or those of its files that end in `suffix`; otherwise what is wrong with it.

    Raises `PermissionError` for what may not be looked at: it may be whole.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it names no file)"
        for name, expected in files.items():
            if not name.endswith(suffix):
                continue
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except PermissionError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(None).__name__})"
    return ""

mutants_x_verify__mutmut['_mutmut_orig'] = x_verify__mutmut_orig # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_1'] = x_verify__mutmut_1 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_2'] = x_verify__mutmut_2 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_3'] = x_verify__mutmut_3 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_4'] = x_verify__mutmut_4 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_5'] = x_verify__mutmut_5 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_6'] = x_verify__mutmut_6 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_7'] = x_verify__mutmut_7 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_8'] = x_verify__mutmut_8 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_9'] = x_verify__mutmut_9 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_10'] = x_verify__mutmut_10 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_11'] = x_verify__mutmut_11 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_12'] = x_verify__mutmut_12 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_13'] = x_verify__mutmut_13 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_14'] = x_verify__mutmut_14 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_15'] = x_verify__mutmut_15 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_refuse_other_weights__mutmut)
def refuse_other_weights(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_orig(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_1(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = None
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_2(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(None):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_3(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = None
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_4(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(None, ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_5(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), None)
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_6(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_7(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), )
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_8(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(None), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_9(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault or not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_10(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_11(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        None
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_12(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            None,
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_13(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            None,
        )


def x_refuse_other_weights__mutmut_14(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            "Move it away and run the training command again: it is made from the checkpoint. Where you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def x_refuse_other_weights__mutmut_15(path: str) -> None:
    """Raises `ModelError` where `path` is a model that was published here and its weights are no longer the same. The
    other files of it are for people to edit."""
    fault = ""
    with contextlib.suppress(PermissionError):  # reading the model will tell
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(
        MANIFEST
    ):  # without a manifest, or with one of another kind, it is somebody else's
        raise ModelError(
            f"{path}: {fault}",
            )

mutants_x_refuse_other_weights__mutmut['_mutmut_orig'] = x_refuse_other_weights__mutmut_orig # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_1'] = x_refuse_other_weights__mutmut_1 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_2'] = x_refuse_other_weights__mutmut_2 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_3'] = x_refuse_other_weights__mutmut_3 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_4'] = x_refuse_other_weights__mutmut_4 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_5'] = x_refuse_other_weights__mutmut_5 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_6'] = x_refuse_other_weights__mutmut_6 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_7'] = x_refuse_other_weights__mutmut_7 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_8'] = x_refuse_other_weights__mutmut_8 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_9'] = x_refuse_other_weights__mutmut_9 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_10'] = x_refuse_other_weights__mutmut_10 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_11'] = x_refuse_other_weights__mutmut_11 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_12'] = x_refuse_other_weights__mutmut_12 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_13'] = x_refuse_other_weights__mutmut_13 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_14'] = x_refuse_other_weights__mutmut_14 # type: ignore # mutmut generated
mutants_x_refuse_other_weights__mutmut['x_refuse_other_weights__mutmut_15'] = x_refuse_other_weights__mutmut_15 # type: ignore # mutmut generated
mutants_x_discard__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_discard__mutmut)
def discard(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = folder.with_name(f"{_ASIDE}{folder.name}")
    with contextlib.suppress(OSError):
        remove(aside)
        folder.rename(aside)
        remove(aside)


def x_discard__mutmut_orig(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = folder.with_name(f"{_ASIDE}{folder.name}")
    with contextlib.suppress(OSError):
        remove(aside)
        folder.rename(aside)
        remove(aside)


def x_discard__mutmut_1(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = None
    with contextlib.suppress(OSError):
        remove(aside)
        folder.rename(aside)
        remove(aside)


def x_discard__mutmut_2(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = folder.with_name(None)
    with contextlib.suppress(OSError):
        remove(aside)
        folder.rename(aside)
        remove(aside)


def x_discard__mutmut_3(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = folder.with_name(f"{_ASIDE}{folder.name}")
    with contextlib.suppress(None):
        remove(aside)
        folder.rename(aside)
        remove(aside)


def x_discard__mutmut_4(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = folder.with_name(f"{_ASIDE}{folder.name}")
    with contextlib.suppress(OSError):
        remove(None)
        folder.rename(aside)
        remove(aside)


def x_discard__mutmut_5(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = folder.with_name(f"{_ASIDE}{folder.name}")
    with contextlib.suppress(OSError):
        remove(aside)
        folder.rename(None)
        remove(aside)


def x_discard__mutmut_6(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = folder.with_name(f"{_ASIDE}{folder.name}")
    with contextlib.suppress(OSError):
        remove(aside)
        folder.rename(aside)
        remove(None)

mutants_x_discard__mutmut['_mutmut_orig'] = x_discard__mutmut_orig # type: ignore # mutmut generated
mutants_x_discard__mutmut['x_discard__mutmut_1'] = x_discard__mutmut_1 # type: ignore # mutmut generated
mutants_x_discard__mutmut['x_discard__mutmut_2'] = x_discard__mutmut_2 # type: ignore # mutmut generated
mutants_x_discard__mutmut['x_discard__mutmut_3'] = x_discard__mutmut_3 # type: ignore # mutmut generated
mutants_x_discard__mutmut['x_discard__mutmut_4'] = x_discard__mutmut_4 # type: ignore # mutmut generated
mutants_x_discard__mutmut['x_discard__mutmut_5'] = x_discard__mutmut_5 # type: ignore # mutmut generated
mutants_x_discard__mutmut['x_discard__mutmut_6'] = x_discard__mutmut_6 # type: ignore # mutmut generated
mutants_x_write_file__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_write_file__mutmut)
def write_file(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_orig(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_1(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = None
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_2(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(None)
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_3(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(None)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_4(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(None), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_5(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open(None, encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_6(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding=None, errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_7(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors=None, newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_8(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline=None) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_9(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open(encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_10(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_11(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_12(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", ) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_13(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(None)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_14(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(None)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_15(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(None)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def x_write_file__mutmut_16(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=None)
        raise
    _sync(path.parent)


def x_write_file__mutmut_17(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=False)
        raise
    _sync(path.parent)


def x_write_file__mutmut_18(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # Half a character pair is spelt out: in JSON and in YAML's quotes that is what stands for it.
        with naming(path), aside.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(None)

mutants_x_write_file__mutmut['_mutmut_orig'] = x_write_file__mutmut_orig # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_1'] = x_write_file__mutmut_1 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_2'] = x_write_file__mutmut_2 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_3'] = x_write_file__mutmut_3 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_4'] = x_write_file__mutmut_4 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_5'] = x_write_file__mutmut_5 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_6'] = x_write_file__mutmut_6 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_7'] = x_write_file__mutmut_7 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_8'] = x_write_file__mutmut_8 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_9'] = x_write_file__mutmut_9 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_10'] = x_write_file__mutmut_10 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_11'] = x_write_file__mutmut_11 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_12'] = x_write_file__mutmut_12 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_13'] = x_write_file__mutmut_13 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_14'] = x_write_file__mutmut_14 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_15'] = x_write_file__mutmut_15 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_16'] = x_write_file__mutmut_16 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_17'] = x_write_file__mutmut_17 # type: ignore # mutmut generated
mutants_x_write_file__mutmut['x_write_file__mutmut_18'] = x_write_file__mutmut_18 # type: ignore # mutmut generated
mutants_x_refuse_link__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_refuse_link__mutmut)
def refuse_link(path: Path) -> None:
    """Raises `ResourceError` for a link in the place of a part of a run folder that is not simply replaced."""
    if path.is_symlink():
        raise ResourceError(
            f"{path}: is a link, and what it points to is somebody else's: a run writes through none in its folder",
            "Remove it. A link to the run folder as a whole is followed.",
        )


def x_refuse_link__mutmut_orig(path: Path) -> None:
    """Raises `ResourceError` for a link in the place of a part of a run folder that is not simply replaced."""
    if path.is_symlink():
        raise ResourceError(
            f"{path}: is a link, and what it points to is somebody else's: a run writes through none in its folder",
            "Remove it. A link to the run folder as a whole is followed.",
        )


def x_refuse_link__mutmut_1(path: Path) -> None:
    """Raises `ResourceError` for a link in the place of a part of a run folder that is not simply replaced."""
    if path.is_symlink():
        raise ResourceError(
            None,
            "Remove it. A link to the run folder as a whole is followed.",
        )


def x_refuse_link__mutmut_2(path: Path) -> None:
    """Raises `ResourceError` for a link in the place of a part of a run folder that is not simply replaced."""
    if path.is_symlink():
        raise ResourceError(
            f"{path}: is a link, and what it points to is somebody else's: a run writes through none in its folder",
            None,
        )


def x_refuse_link__mutmut_3(path: Path) -> None:
    """Raises `ResourceError` for a link in the place of a part of a run folder that is not simply replaced."""
    if path.is_symlink():
        raise ResourceError(
            "Remove it. A link to the run folder as a whole is followed.",
        )


def x_refuse_link__mutmut_4(path: Path) -> None:
    """Raises `ResourceError` for a link in the place of a part of a run folder that is not simply replaced."""
    if path.is_symlink():
        raise ResourceError(
            f"{path}: is a link, and what it points to is somebody else's: a run writes through none in its folder",
            )

mutants_x_refuse_link__mutmut['_mutmut_orig'] = x_refuse_link__mutmut_orig # type: ignore # mutmut generated
mutants_x_refuse_link__mutmut['x_refuse_link__mutmut_1'] = x_refuse_link__mutmut_1 # type: ignore # mutmut generated
mutants_x_refuse_link__mutmut['x_refuse_link__mutmut_2'] = x_refuse_link__mutmut_2 # type: ignore # mutmut generated
mutants_x_refuse_link__mutmut['x_refuse_link__mutmut_3'] = x_refuse_link__mutmut_3 # type: ignore # mutmut generated
mutants_x_refuse_link__mutmut['x_refuse_link__mutmut_4'] = x_refuse_link__mutmut_4 # type: ignore # mutmut generated


def drop_link(path: Path) -> None:
    """Makes room for a file of a run folder: a link in its place goes, not what it points to."""
    if path.is_symlink():
        path.unlink()
mutants_x_append_to_own__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_append_to_own__mutmut)
def append_to_own(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_orig(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_1(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(None, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_2(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, None, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_3(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, None)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_4(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_5(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_6(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, )

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_7(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW & os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_8(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags & os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_9(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 439)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_10(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(None, "a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_11(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, None, encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_12(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding=None, newline="\n", opener=own)


def x_append_to_own__mutmut_13(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline=None, opener=own)


def x_append_to_own__mutmut_14(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=None)


def x_append_to_own__mutmut_15(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open("a", encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_16(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, encoding="utf-8", newline="\n", opener=own)


def x_append_to_own__mutmut_17(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", newline="\n", opener=own)


def x_append_to_own__mutmut_18(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", opener=own)


def x_append_to_own__mutmut_19(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", )

mutants_x_append_to_own__mutmut['_mutmut_orig'] = x_append_to_own__mutmut_orig # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_1'] = x_append_to_own__mutmut_1 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_2'] = x_append_to_own__mutmut_2 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_3'] = x_append_to_own__mutmut_3 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_4'] = x_append_to_own__mutmut_4 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_5'] = x_append_to_own__mutmut_5 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_6'] = x_append_to_own__mutmut_6 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_7'] = x_append_to_own__mutmut_7 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_8'] = x_append_to_own__mutmut_8 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_9'] = x_append_to_own__mutmut_9 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_10'] = x_append_to_own__mutmut_10 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_11'] = x_append_to_own__mutmut_11 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_12'] = x_append_to_own__mutmut_12 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_13'] = x_append_to_own__mutmut_13 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_14'] = x_append_to_own__mutmut_14 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_15'] = x_append_to_own__mutmut_15 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_16'] = x_append_to_own__mutmut_16 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_17'] = x_append_to_own__mutmut_17 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_18'] = x_append_to_own__mutmut_18 # type: ignore # mutmut generated
mutants_x_append_to_own__mutmut['x_append_to_own__mutmut_19'] = x_append_to_own__mutmut_19 # type: ignore # mutmut generated
mutants_x_recover__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_recover__mutmut)
def recover(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_orig(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_1(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(None):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_2(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(None)):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_3(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = None
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_4(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder * left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_5(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(None)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_6(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removeprefix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_7(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(None).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_8(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removesuffix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_9(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_10(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(None):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_11(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            break
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_12(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) or not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_13(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(None) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_14(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_15(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(None):
            left.rename(target)
        else:
            remove(left)


def x_recover__mutmut_16(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(None)
        else:
            remove(left)


def x_recover__mutmut_17(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clears what interrupted writers of files and folders whose name `is_own` left in `folder`; a folder that was on
    its way out with nothing in its place yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(None)

mutants_x_recover__mutmut['_mutmut_orig'] = x_recover__mutmut_orig # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_1'] = x_recover__mutmut_1 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_2'] = x_recover__mutmut_2 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_3'] = x_recover__mutmut_3 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_4'] = x_recover__mutmut_4 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_5'] = x_recover__mutmut_5 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_6'] = x_recover__mutmut_6 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_7'] = x_recover__mutmut_7 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_8'] = x_recover__mutmut_8 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_9'] = x_recover__mutmut_9 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_10'] = x_recover__mutmut_10 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_11'] = x_recover__mutmut_11 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_12'] = x_recover__mutmut_12 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_13'] = x_recover__mutmut_13 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_14'] = x_recover__mutmut_14 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_15'] = x_recover__mutmut_15 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_16'] = x_recover__mutmut_16 # type: ignore # mutmut generated
mutants_x_recover__mutmut['x_recover__mutmut_17'] = x_recover__mutmut_17 # type: ignore # mutmut generated
mutants_x_obstacle__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_obstacle__mutmut)
def obstacle(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(OSError):  # what cannot even be asked about
        place = next(place for place in (path, *path.parents) if os.path.lexists(place))
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def x_obstacle__mutmut_orig(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(OSError):  # what cannot even be asked about
        place = next(place for place in (path, *path.parents) if os.path.lexists(place))
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def x_obstacle__mutmut_1(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(None):  # what cannot even be asked about
        place = next(place for place in (path, *path.parents) if os.path.lexists(place))
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def x_obstacle__mutmut_2(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(OSError):  # what cannot even be asked about
        place = None
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def x_obstacle__mutmut_3(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(OSError):  # what cannot even be asked about
        place = next(None)
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def x_obstacle__mutmut_4(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(OSError):  # what cannot even be asked about
        place = next(place for place in (path, *path.parents) if os.path.lexists(None))
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def x_obstacle__mutmut_5(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(OSError):  # what cannot even be asked about
        place = next(place for place in (path, *path.parents) if os.path.lexists(place))
        if place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def x_obstacle__mutmut_6(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(OSError):  # what cannot even be asked about
        place = next(place for place in (path, *path.parents) if os.path.lexists(place))
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""

mutants_x_obstacle__mutmut['_mutmut_orig'] = x_obstacle__mutmut_orig # type: ignore # mutmut generated
mutants_x_obstacle__mutmut['x_obstacle__mutmut_1'] = x_obstacle__mutmut_1 # type: ignore # mutmut generated
mutants_x_obstacle__mutmut['x_obstacle__mutmut_2'] = x_obstacle__mutmut_2 # type: ignore # mutmut generated
mutants_x_obstacle__mutmut['x_obstacle__mutmut_3'] = x_obstacle__mutmut_3 # type: ignore # mutmut generated
mutants_x_obstacle__mutmut['x_obstacle__mutmut_4'] = x_obstacle__mutmut_4 # type: ignore # mutmut generated
mutants_x_obstacle__mutmut['x_obstacle__mutmut_5'] = x_obstacle__mutmut_5 # type: ignore # mutmut generated
mutants_x_obstacle__mutmut['x_obstacle__mutmut_6'] = x_obstacle__mutmut_6 # type: ignore # mutmut generated
mutants_x_remove__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_remove__mutmut)
def remove(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_orig(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_1(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() or not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_2(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_3(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(None, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_4(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=None)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_5(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_6(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, )
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_7(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=False)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def x_remove__mutmut_8(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(None):
            path.unlink()

mutants_x_remove__mutmut['_mutmut_orig'] = x_remove__mutmut_orig # type: ignore # mutmut generated
mutants_x_remove__mutmut['x_remove__mutmut_1'] = x_remove__mutmut_1 # type: ignore # mutmut generated
mutants_x_remove__mutmut['x_remove__mutmut_2'] = x_remove__mutmut_2 # type: ignore # mutmut generated
mutants_x_remove__mutmut['x_remove__mutmut_3'] = x_remove__mutmut_3 # type: ignore # mutmut generated
mutants_x_remove__mutmut['x_remove__mutmut_4'] = x_remove__mutmut_4 # type: ignore # mutmut generated
mutants_x_remove__mutmut['x_remove__mutmut_5'] = x_remove__mutmut_5 # type: ignore # mutmut generated
mutants_x_remove__mutmut['x_remove__mutmut_6'] = x_remove__mutmut_6 # type: ignore # mutmut generated
mutants_x_remove__mutmut['x_remove__mutmut_7'] = x_remove__mutmut_7 # type: ignore # mutmut generated
mutants_x_remove__mutmut['x_remove__mutmut_8'] = x_remove__mutmut_8 # type: ignore # mutmut generated
mutants_x__sync__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__sync__mutmut)
def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def x__sync__mutmut_orig(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def x__sync__mutmut_1(path: Path) -> None:
    handle = None
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def x__sync__mutmut_2(path: Path) -> None:
    handle = os.open(None, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def x__sync__mutmut_3(path: Path) -> None:
    handle = os.open(path, None)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def x__sync__mutmut_4(path: Path) -> None:
    handle = os.open(os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def x__sync__mutmut_5(path: Path) -> None:
    handle = os.open(path, )
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def x__sync__mutmut_6(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(None)
    finally:
        os.close(handle)


def x__sync__mutmut_7(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(None)

mutants_x__sync__mutmut['_mutmut_orig'] = x__sync__mutmut_orig # type: ignore # mutmut generated
mutants_x__sync__mutmut['x__sync__mutmut_1'] = x__sync__mutmut_1 # type: ignore # mutmut generated
mutants_x__sync__mutmut['x__sync__mutmut_2'] = x__sync__mutmut_2 # type: ignore # mutmut generated
mutants_x__sync__mutmut['x__sync__mutmut_3'] = x__sync__mutmut_3 # type: ignore # mutmut generated
mutants_x__sync__mutmut['x__sync__mutmut_4'] = x__sync__mutmut_4 # type: ignore # mutmut generated
mutants_x__sync__mutmut['x__sync__mutmut_5'] = x__sync__mutmut_5 # type: ignore # mutmut generated
mutants_x__sync__mutmut['x__sync__mutmut_6'] = x__sync__mutmut_6 # type: ignore # mutmut generated
mutants_x__sync__mutmut['x__sync__mutmut_7'] = x__sync__mutmut_7 # type: ignore # mutmut generated
mutants_x__entry__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__entry__mutmut)
def _entry(path: Path) -> dict[str, object]:
    return {"sha256": sha256(path), "bytes": path.stat().st_size}


def x__entry__mutmut_orig(path: Path) -> dict[str, object]:
    return {"sha256": sha256(path), "bytes": path.stat().st_size}


def x__entry__mutmut_1(path: Path) -> dict[str, object]:
    return {"sha256": sha256(None), "bytes": path.stat().st_size}

mutants_x__entry__mutmut['_mutmut_orig'] = x__entry__mutmut_orig # type: ignore # mutmut generated
mutants_x__entry__mutmut['x__entry__mutmut_1'] = x__entry__mutmut_1 # type: ignore # mutmut generated
mutants_x_sha256__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_sha256__mutmut)
def sha256(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def x_sha256__mutmut_orig(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def x_sha256__mutmut_1(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits."""
    with path.open(None) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def x_sha256__mutmut_2(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(None, "sha256").hexdigest()


def x_sha256__mutmut_3(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, None).hexdigest()


def x_sha256__mutmut_4(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest("sha256").hexdigest()


def x_sha256__mutmut_5(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, ).hexdigest()

mutants_x_sha256__mutmut['_mutmut_orig'] = x_sha256__mutmut_orig # type: ignore # mutmut generated
mutants_x_sha256__mutmut['x_sha256__mutmut_1'] = x_sha256__mutmut_1 # type: ignore # mutmut generated
mutants_x_sha256__mutmut['x_sha256__mutmut_2'] = x_sha256__mutmut_2 # type: ignore # mutmut generated
mutants_x_sha256__mutmut['x_sha256__mutmut_3'] = x_sha256__mutmut_3 # type: ignore # mutmut generated
mutants_x_sha256__mutmut['x_sha256__mutmut_4'] = x_sha256__mutmut_4 # type: ignore # mutmut generated
mutants_x_sha256__mutmut['x_sha256__mutmut_5'] = x_sha256__mutmut_5 # type: ignore # mutmut generated
