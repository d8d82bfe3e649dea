"""The files that a source's path stands for, and the text inside a file.

Text is UTF-8 and read strictly: a fault names the line. Nothing here touches the network.
"""

import codecs
import difflib
import errno
import glob
import gzip
import io
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from instructgpt_cli.errors import DataError

KINDS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".txt": "txt",
}
PACKED = (".gz", ".zst")
SUPPORTED = ".jsonl .json .csv .tsv .parquet .arrow .txt, each also .gz or .zst"
CHUNK = 1 << 20
MAX_ROW = 1 << 28
"""Longest line, and longest value of a JSON file, in characters: a guard of the memory, far above any real row."""

_ZSTD_FEED = 4096  # bytes decoded at once: what a hostile file can expand them to stays bounded


def kind(path: str) -> str | None:
    """jsonl, json, csv, tsv, parquet, arrow or txt, told from the file's name; None for any other name."""
    name = Path(path)
    if name.suffix.lower() in PACKED:
        name = name.with_suffix("")
    return KINDS.get(name.suffix.lower())


def local_files(path: str) -> list[str]:
    """The files that a local path stands for, in the order they are read: itself, a folder's or a glob's, sorted.

    Raises `DataError` where there is none.
    """
    try:
        return _local_files(path)
    except OSError as error:
        where = error.filename if isinstance(error.filename, str) else path
        shown = where if len(where) <= 100 else where[:97] + "..."
        raise DataError(f"{shown}: cannot be read: {os.strerror(error.errno or 0)}") from None


def _local_files(path: str) -> list[str]:
    if Path(path).is_dir():
        found = sorted(str(f) for f in Path(path).iterdir() if f.is_file() and f.name[0] != "." and kind(f.name))
        if not found:
            inside = next((f for f in sorted(Path(path).rglob("*")) if f.is_file() and kind(f.name)), None)
            hint = f"For the files of its subfolders: {path.rstrip('/')}/**/*{inside.suffix}" if inside else ""
            raise DataError(f"{path}: the folder holds no {SUPPORTED}", hint)
        return found
    if not os.path.lexists(path) and glob.has_magic(path):
        # `Path.glob` has no absolute patterns.
        _refuse_unreadable(Path(path).parent)
        matches = sorted(m for m in glob.iglob(path, recursive=True) if Path(m).is_file())  # noqa: PTH207
        if found := [m for m in matches if kind(m)]:
            return found
        what = f"matches {len(matches)} files, none of them {SUPPORTED}" if matches else "matches no file"
        raise DataError(f"{path}: {what}")
    if not Path(path).exists():
        raise DataError(f"{path}: {_absence(Path(path))}", _near(Path(path)))
    if not Path(path).is_file():
        raise DataError(f"{path}: is a pipe or a device, which cannot be read twice", "Write it into a file first.")
    if kind(path) is None:
        raise DataError(f"{path}: cannot tell from the name how to read it", f"Supported: {SUPPORTED}.")
    return [path]


def _refuse_unreadable(pattern: Path) -> None:
    """Raises `OSError` for a folder that `pattern`, or a part of it, matches and that cannot be read: a glob would pass
    over what is in it."""
    if glob.has_magic(str(pattern.parent)):
        _refuse_unreadable(pattern.parent)
    for folder in glob.iglob(str(pattern), recursive=True):  # noqa: PTH207
        if Path(folder).is_dir():
            os.scandir(folder).close()


def byte_chunks(path: str) -> Iterator[bytes]:
    """The bytes of a file, unpacked, about a megabyte at a time. Raises `DataError` where they cannot be read."""
    import zstandard

    suffix = Path(path).suffix.lower()
    try:
        with Path(path).open("rb") as file:
            if suffix == ".zst":
                yield from _unpack_zstd(file, zstandard.ZstdDecompressor())
                return
            stream = gzip.GzipFile(fileobj=file) if suffix == ".gz" else file
            while chunk := stream.read(CHUNK):
                yield chunk
    except EOFError:
        raise DataError(f"{path}: the compressed file ends too early", "Make or copy it again.") from None
    except (gzip.BadGzipFile, zlib.error, zstandard.ZstdError) as error:
        raise DataError(f"{path}: cannot be unpacked: {error}", "Make or copy it again.") from None
    except OSError as error:
        if error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM):
            raise  # not the file's fault
        raise DataError(f"{path}: cannot be read: {os.strerror(error.errno or 0)}") from None


def _unpack_zstd(file: BinaryIO, unpacker: "zstandard.ZstdDecompressor") -> Iterator[bytes]:  # type: ignore[name-defined] # noqa: F821
    """Frame after frame; the library's own reader takes a truncated file for a whole one."""
    frame = None
    while feed := file.read(_ZSTD_FEED):
        while feed:
            frame = frame or unpacker.decompressobj()
            if chunk := frame.decompress(feed):
                yield chunk
            feed, frame = (frame.unused_data, None) if frame.eof else (b"", frame)
    if frame is not None:
        raise EOFError


def text_chunks(path: str) -> Iterator[str]:
    """The text of a file, about a megabyte at a time, without its byte order mark; line ends stay as they are.

    Raises `DataError` naming the line where it is not UTF-8 or holds a NUL.
    """
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    line, first = 1, True
    for chunk in byte_chunks(path):
        if first and chunk[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise DataError(f"{path}: is UTF-16 text", "Save it as UTF-8.")
        first = False
        text = _decode(decoder, chunk, path, line)
        if "\0" in text:
            line += text.count("\n", 0, text.index("\0"))
            raise DataError(f"{path}:{line}: a NUL byte", "The file is damaged, or it is not text in UTF-8.")
        line += text.count("\n")
        yield text
    _decode(decoder, b"", path, line)


def _decode(decoder: codecs.IncrementalDecoder, chunk: bytes, path: str, line: int) -> str:
    """`line` is where the chunk begins; an empty chunk ends the text."""
    try:
        return decoder.decode(chunk, final=not chunk)
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        where = f"byte {error.object[error.start]:#04x}"
        raise DataError(f"{path}:{line}: not UTF-8 text ({where})", "Save the file as UTF-8.") from None


def lines(path: str) -> Iterator[str]:
    r"""The lines of a text file without their `\n` (a `\r` before it stays); a file may end with or without one."""
    parts: list[str] = []
    size, number = 0, 1
    for chunk in text_chunks(path):
        first, *others = chunk.split("\n")
        parts.append(first)
        size += len(first)
        if size > MAX_ROW:
            raise DataError(
                f"{path}:{number}: the line is longer than {MAX_ROW:,} characters", "Is this one row a line?"
            )
        if others:
            number += len(others)
            last = others.pop()
            yield "".join(parts)
            yield from others
            parts, size = [last], len(last)
    if size:
        yield "".join(parts)


def unix_line_ends(chunks: Iterator[str]) -> Iterator[str]:
    r"""The same text with `\n` for every `\r\n` and `\r`."""
    decoder = io.IncrementalNewlineDecoder(None, translate=True)
    for chunk in chunks:
        yield decoder.decode(chunk)
    yield decoder.decode("", final=True)


def _absence(path: Path) -> str:
    return "is a link to a file that does not exist" if path.is_symlink() else "no such file or folder"


def _near(path: Path) -> str:
    """A suggestion from the folder where the missing file would lie."""
    folder = path.parent
    if not folder.is_dir():
        return f"The folder {folder} does not exist either; the working folder is {Path.cwd()}."
    names = [f.name for f in folder.iterdir() if f.exists() and (f.is_dir() or kind(f.name))]
    near = difflib.get_close_matches(path.name, names, 1, 0.5)
    return f"Did you mean {folder / near[0]}?" if near else f"Nothing like it is in {folder.resolve()}."
