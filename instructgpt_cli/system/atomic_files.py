"""Write files and folders atomically, complete or not at all, and verify that a folder is complete.

A folder is written beside its destination, its files are fsynced, a manifest with their hashes is written last, and
then it is renamed into place.
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
    """Add `path` to system errors that name no file, such as those of a full disk. Errors of libraries in Rust
    (safetensors, tokenizers), which are not an OSError, become one."""
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
    info: Mapping[str, object] | None = None,
    known: Hashes = NO_HASHES,
) -> None:
    """Publish what `write(staging)` writes to a staging folder as `folder`, replacing an older one. `published_info`
    returns `info`; `known` are hashes of files that need not be read."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    remove(staging)
    staging.mkdir()
    try:
        with naming(folder):
            write(staging)
            seal(staging, info, known)
            replace(staging, folder)
    except BaseException:
        remove(staging)
        raise


def amend(folder: Path, name: str, text: str) -> None:
    """Replace one text file of a published folder without subfolders. The other files are linked, not rewritten."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    info = {key: value for key, value in manifest.items() if key != "files"}
    known = {file: entry for file, entry in manifest["files"].items() if file != name}

    def write(staging: Path) -> None:
        for file in known:
            link_or_copy(str(folder / file), str(staging / file))
        (staging / name).write_text(text, encoding="utf-8")

    publish(folder, write, info, known)


def link_or_copy(source: str, target: str) -> None:
    """Hard-link `source` as `target`, or copy it where the file system has no hard links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def seal(folder: Path, info: Mapping[str, object] | None = None, known: Hashes = NO_HASHES) -> None:
    """Fsync the files of `folder`, make them readable for whoever can read the folder, and write the manifest last.

    `known` are manifest entries of files that need not be read.
    """
    inside = sorted(folder.rglob("*"))
    files = [path for path in inside if path.is_file()]
    usual = folder.stat().st_mode & 0o666
    for path in files:  # some libraries create files for their owner only, whatever the umask
        if (mode := path.stat().st_mode) & usual != usual:
            path.chmod(mode | usual)
    for path in inside:
        _sync(path)
    names = {str(path.relative_to(folder)): path for path in files}
    hashes = {name: known.get(name) or _entry(path) for name, path in names.items()}
    manifest = folder / MANIFEST
    manifest.write_text(json.dumps({"files": hashes, **(info or {})}, indent=1), encoding="utf-8")
    _sync(manifest)
    _sync(folder)


def replace(source: Path, target: Path) -> None:
    """Move the published folder `source` to `target`, replacing what is there; of a link, the link itself. If that
    fails, the old one is restored."""
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


def published_info(folder: Path) -> Mapping[str, object]:
    """The `info` that a folder was published with; empty if the manifest cannot be read."""
    try:
        return {key: value for key, value in read_object(folder / MANIFEST).items() if key != "files"}
    except (OSError, MalformedJson):
        return {}


def verify(folder: Path, suffix: str = "") -> str:
    """The fault of a published folder, or with its files that end in `suffix`; empty if it is complete.

    Raises `PermissionError` if a file cannot be read: it may be intact.
    """
    try:
        files = read_object(folder / MANIFEST)["files"]
        if not files:
            return f"{MANIFEST} is damaged (it lists no file)"
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
    """Raise `ModelError` if `path` is a model that was published here and its weights have changed since. Its other
    files may be edited."""
    fault = ""
    with contextlib.suppress(PermissionError):  # loading the model reports it
        fault = verify(Path(path), ".safetensors")
    if fault and not fault.startswith(MANIFEST):  # without a manifest, or with another kind, it was not published here
        raise ModelError(
            f"{path}: {fault}",
            "Move it away and run the training command again: it is rebuilt from the checkpoint. If you changed it "
            f"yourself, remove {MANIFEST}.",
        )


def discard(folder: Path) -> None:
    """Remove a published folder, ignoring errors. If it is killed, no incomplete folder is left in place."""
    aside = folder.with_name(f"{_ASIDE}{folder.name}")
    with contextlib.suppress(OSError):
        remove(aside)
        folder.rename(aside)
        remove(aside)


def write_file(path: Path, text: str) -> None:
    """Write a text file atomically."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    remove(aside)  # it may be a link
    try:
        # A lone surrogate is written as its escape, which JSON and quoted YAML read back.
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
    """Raise `ResourceError` if a part of a run folder that is written in place is a link."""
    if path.is_symlink():
        raise ResourceError(
            f"{path}: is a link, and a run does not write through links in its folder",
            "Remove it. The run folder itself may be a link.",
        )


def drop_link(path: Path) -> None:
    """Remove a link in place of a file of a run folder, but not what it points to."""
    if path.is_symlink():
        path.unlink()


def append_to_own(path: Path) -> TextIO:
    """Open a text file of a run folder for appending. Raises `OSError` if it is a link."""

    def own(name: str, flags: int) -> int:
        return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)

    return open(path, "a", encoding="utf-8", newline="\n", opener=own)


def recover(folder: Path, is_own: Callable[[str], bool] = lambda name: True) -> None:
    """Clean up after interrupted writers in `folder`, for names that are `is_own`: remove staging files and folders,
    and restore a folder that was being replaced."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if not is_own(target.name):
            continue
        if left.name.endswith(_OLD) and not os.path.lexists(target):
            left.rename(target)
        else:
            remove(left)


def obstacle(path: Path) -> str:
    """The obstacle to creating a folder at `path`: a file or a dangling link at or above it; empty if none."""
    with contextlib.suppress(OSError):  # a path that cannot be queried
        place = next(place for place in (path, *path.parents) if os.path.lexists(place))
        if not place.exists():
            return f"{place}: is a link to {place.readlink()}, which does not exist"
        if not place.is_dir():
            return f"{place}: is a file, not a folder"
    return ""


def remove(path: Path) -> None:
    """Remove a file, link or folder, ignoring errors. Links are not followed."""
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
    """Hex digest of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
