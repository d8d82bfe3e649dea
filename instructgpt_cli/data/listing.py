"""The local files of a source's path, and what is left out of the same folder or glob."""

import glob
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from instructgpt_cli.data.paths import SUPPORTED, kind
from instructgpt_cli.errors import DataError
from instructgpt_cli.plain_text import counted
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.suggest import nearest
from instructgpt_cli.system.json_object import MalformedJson, read_object
from instructgpt_cli.system.offline import is_local

TEXT_HINT = "To read other files as raw text, set format: text in the source."
NAMES_SHOWN = 3
SAVED_SPLITS = "dataset_dict.json"
ARROW_METADATA = ("dataset_info.json", "state.json", SAVED_SPLITS)
"""Metadata that `datasets` writes next to its .arrow files."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files in reading order, and the names of what is left out of the same folder or glob."""

    files: list[str]
    folders_left: Sequence[str] = ()
    files_left: Sequence[str] = ()


def local_files(source: Source) -> list[str]:
    """The files of a local source in reading order: itself, or those of a folder or glob, sorted.

    Raises `DataError` if there are none.
    """
    return _listed(source).files


def unread_files(source: Source) -> str:
    """The files in a local source's folder, or matched by its glob, that are not read; "" if none or unreadable."""
    try:
        found = _listed(source) if is_local(source.path) else Listing([])
    except DataError:
        return ""
    left = filter(None, (_named(found.folders_left, "subfolder"), _named(found.files_left, "other file")))
    if not (left_out := " and ".join(left)):
        return ""
    read = f"{counted(len(found.files), 'file')} read, {left_out} left out"
    if not found.folders_left:
        return read
    endings = {Path(file).suffix for file in found.files}
    return f"{read}; {source.path.rstrip('/')}/**/*{endings.pop() if len(endings) == 1 else ''} reads subfolders too"


def _named(names: Sequence[str], what: str) -> str:
    if not names:
        return ""
    more = f" and {len(names) - NAMES_SHOWN:,} more" if len(names) > NAMES_SHOWN else ""
    return f"{counted(len(names), what)} ({', '.join(names[:NAMES_SHOWN])}{more})"


def _listed(source: Source) -> Listing:
    path = source.path
    try:
        if Path(path).is_dir():
            return _folder_listing(Path(path), source.format == "text")
        if not os.path.lexists(path) and glob.has_magic(path):
            return _glob_listing(path, source.format == "text")
        _check_file(path, source.format == "text")
    except OSError as error:
        where = error.filename if isinstance(error.filename, str) else path
        shown = where if len(where) <= 100 else where[:97] + "..."
        raise DataError(f"{shown}: cannot be read: {os.strerror(error.errno or 0)}") from None
    return Listing([path])


def _folder_listing(folder: Path, text: bool) -> Listing:
    entries = sorted(str(entry) for entry in folder.iterdir() if entry.name[0] != ".")
    saved = _saved_dataset_files(folder)
    files = saved or _readable([entry for entry in entries if Path(entry).is_file()], text)
    if not files:
        if (folder / SAVED_SPLITS).is_file():
            splits = [Path(entry).name for entry in entries if (Path(entry) / "state.json").is_file()]
            split = splits[0] if splits and "train" not in splits else "train"
            raise DataError(
                f"{folder}: contains the splits {', '.join(splits)} of a saved dataset",
                f"Choose one of them: {folder / split}.",
            )
        inside = next((f for f in sorted(folder.rglob("*")) if f.is_file() and (kind(f.name) or text)), None)
        hint = f"To read the files in its subfolders: {folder}/**/*{inside.suffix}" if inside else TEXT_HINT
        raise DataError(f"{folder}: the folder has no supported files ({SUPPORTED})", hint)
    known = {*files, *(str(folder / name) for name in ARROW_METADATA if saved)}
    left = [Path(entry) for entry in entries if entry not in known]
    return Listing(files, [e.name for e in left if e.is_dir()], [e.name for e in left if not e.is_dir()])


def _glob_listing(pattern: str, text: bool) -> Listing:
    _check_readable(Path(pattern).parent)
    # `Path.glob` has no absolute patterns.
    matches = sorted(m for m in glob.iglob(pattern, recursive=True) if Path(m).is_file())  # noqa: PTH207
    files = _readable(matches, text)
    if not files:
        what = f"matches {len(matches)} files, none of them supported ({SUPPORTED})" if matches else "matches no file"
        raise DataError(f"{pattern}: {what}", TEXT_HINT if matches else "")
    return Listing(files, files_left=[match for match in matches if match not in set(files)])


def _readable(files: list[str], text: bool) -> list[str]:
    """The files with a supported suffix; if none has one, all of them with `text`."""
    known = [file for file in files if kind(file)]
    if any(kind(file) == "arrow" or Path(file).name == SAVED_SPLITS for file in known):
        known = [file for file in known if Path(file).name not in ARROW_METADATA]
    return known or (files if text else [])


def _saved_dataset_files(folder: Path) -> list[str]:
    """The files of a dataset written by `save_to_disk`, without its cache files; empty for any other folder."""
    state = folder / "state.json"
    if not state.is_file():
        return []
    try:
        saved = read_object(state)
    except MalformedJson as error:
        raise DataError(f"{state}: is damaged: {error}", "Save the dataset again.") from None
    listed = saved.get("_data_files")
    if not isinstance(listed, list):
        return []
    if saved.get("_indices_files") or saved.get("_indices_data_files"):
        raise DataError(f"{folder}: only some rows of its files were saved", "Save it again with a newer `datasets`.")
    names = [str(each.get("filename")) if isinstance(each, dict) else str(each) for each in listed]
    for name in names:
        if name != Path(name).name or not (folder / name).is_file():
            raise DataError(f"{state}: names {name}, which is not in its folder", "Copy the whole folder again.")
    return [str(folder / name) for name in names]


def _check_file(path: str, text: bool) -> None:
    if not Path(path).exists():
        raise DataError(f"{path}: {_absence(Path(path))}", _suggestion(Path(path)))
    if not Path(path).is_file():
        raise DataError(f"{path}: is a pipe or a device, which cannot be read twice", "Save it to a file first.")
    if kind(path) is None and not text:
        raise DataError(f"{path}: unknown file type", f"Supported: {SUPPORTED}. {TEXT_HINT}")


def _check_readable(pattern: Path) -> None:
    """Raises `OSError` if `pattern` or its parent matches an unreadable folder, which a glob would silently skip."""
    if glob.has_magic(str(pattern.parent)):
        _check_readable(pattern.parent)
    for folder in glob.iglob(str(pattern), recursive=True):  # noqa: PTH207
        if Path(folder).is_dir():
            os.scandir(folder).close()


def _absence(path: Path) -> str:
    return "broken link: its target does not exist" if path.is_symlink() else "no such file or folder"


def _suggestion(path: Path) -> str:
    """A suggestion from the folder that should contain the missing file."""
    folder = path.parent
    if not folder.is_dir():
        return f"The folder {folder} does not exist either; the working directory is {Path.cwd()}."
    near = nearest(path.name, sorted(f.name for f in folder.iterdir() if f.exists() and (f.is_dir() or kind(f.name))))
    return f"Did you mean {folder / near}?" if near else f"Nothing with a similar name is in {folder.resolve()}."
