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


def link_or_copy(source: str, target: str) -> None:
    """Another name of the same file, which takes no room, where the file system has such; else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


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


def about(folder: Path) -> Mapping[str, object]:
    """What was told of a published folder; empty where that cannot be read."""
    try:
        return {key: value for key, value in read_object(folder / MANIFEST).items() if key != "files"}
    except (OSError, MalformedJson):
        return {}


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


def discard(folder: Path) -> None:
    """Removes a published folder, as far as that can be: a kill leaves none that is no longer whole."""
    aside = folder.with_name(f"{_ASIDE}{folder.name}")
    with contextlib.suppress(OSError):
        remove(aside)
        folder.rename(aside)
        remove(aside)


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


def refuse_link(path: Path) -> None:
    """Raises `ResourceError` for a link in the place of a part of a run folder that is not simply replaced."""
    if path.is_symlink():
        raise ResourceError(
            f"{path}: is a link, and what it points to is somebody else's: a run writes through none in its folder",
            "Remove it. A link to the run folder as a whole is followed.",
        )


def drop_link(path: Path) -> None:
    """Makes room for a file of a run folder: a link in its place goes, not what it points to."""
    if path.is_symlink():
        path.unlink()


def append_to_own(path: Path) -> TextIO:
    """A text file of a run folder, opened to be written at its end. Raises `OSError` for a link in its place: what that
    points to is somebody else's."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


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


def obstacle(path: Path) -> str:
    """What stands where `path`, or a folder on the way to it, would be a folder; empty where nothing does."""
    with contextlib.suppress(OSError):  # what cannot even be asked about
        place = next(place for place in (path, *path.parents) if os.path.lexists(place))
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def remove(path: Path) -> None:
    """Whatever it is and as far as that can be: never through a link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _entry(path: Path) -> dict[str, object]:
    return {"sha256": sha256(path), "bytes": path.stat().st_size}


def sha256(path: Path) -> str:
    """Of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
