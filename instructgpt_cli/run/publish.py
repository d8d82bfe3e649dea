"""One way to put a folder or file on disk, whole or absent, and one way to tell whether it is whole.

A folder is written aside, its files synced, a manifest of their hashes written last, and the lot renamed into place.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

MANIFEST = "manifest.json"
_ASIDE = ".partial-"
_OLD = ".old"


def publish(folder: Path, write: Callable[[Path], object]) -> None:
    """Makes `folder` hold what `write(staging)` writes into the staging folder it is given; replaces an older one."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = folder.with_name(f"{_ASIDE}{folder.name}")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    try:
        write(staging)
        files = sorted(p for p in staging.rglob("*") if p.is_file())
        for file in files:
            _sync(file)
        hashes = {str(p.relative_to(staging)): {"sha256": _sha256(p), "bytes": p.stat().st_size} for p in files}
        manifest = staging / MANIFEST
        manifest.write_text(json.dumps({"files": hashes}, indent=1), encoding="utf-8")
        _sync(manifest)
        _sync(staging)
        replace(staging, folder)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def replace(source: Path, target: Path) -> None:
    """Puts the published folder `source` in the place of `target`."""
    old = target.with_name(f"{_ASIDE}{target.name}{_OLD}")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    source.rename(target)
    _sync(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def verify(folder: Path) -> str:
    """Empty when the folder is whole; otherwise what is wrong with it."""
    try:
        files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        for name, expected in files.items():
            path = folder / name
            if not path.is_file():
                return f"{name} is missing"
            if path.stat().st_size != expected["bytes"] or _sha256(path) != expected["sha256"]:
                return f"{name} is damaged"
    except FileNotFoundError:
        return f"{MANIFEST} is missing"
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST} is damaged ({type(error).__name__})"
    return ""


def write_file(path: Path, text: str) -> None:
    """Replaces a text file in one step."""
    aside = path.with_name(f"{_ASIDE}{path.name}")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def recover(folder: Path) -> None:
    """Clears what interrupted writers left in `folder`; a folder that was on its way out with nothing in its place
    yet is put back."""
    for left in sorted(folder.glob(f"{_ASIDE}*")):
        target = folder / left.name.removeprefix(_ASIDE).removesuffix(_OLD)
        if left.name.endswith(_OLD) and not target.exists():
            left.rename(target)
        elif left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
