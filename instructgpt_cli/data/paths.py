"""File types by suffix, and the text of files: decompressed, decoded, split into lines.

Text must be valid UTF-8; a fault names the line. Nothing here uses the network.
"""

import codecs
import errno
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
COMPRESSED = (".gz", ".zst")
SUPPORTED = ".jsonl .json .csv .tsv .parquet .arrow .txt, each also .gz or .zst"
CHUNK = 1 << 20
MAX_ROW = 1 << 28
"""Longest line or JSON value, in characters: a memory limit far above any real row."""

_ZSTD_FEED = 4096  # bytes decompressed at once, which bounds the memory that a hostile file can take


def kind(path: str) -> str | None:
    """The file type by suffix: jsonl, json, csv, tsv, parquet, arrow or txt; None for any other."""
    name = Path(path)
    if name.suffix.lower() in COMPRESSED:
        name = name.with_suffix("")
    return KINDS.get(name.suffix.lower())


def byte_chunks(path: str) -> Iterator[bytes]:
    """The decompressed bytes of a file in chunks of about a megabyte. Raises `DataError` if it cannot be read."""
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
        raise DataError(f"{path}: the compressed file is truncated", "Create or copy it again.") from None
    except (gzip.BadGzipFile, zlib.error, zstandard.ZstdError) as error:
        raise DataError(f"{path}: cannot be decompressed: {error}", "Create or copy it again.") from None
    except OSError as error:
        if error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM):
            raise  # not the file's fault
        raise DataError(f"{path}: cannot be read: {os.strerror(error.errno or 0)}") from None


def _unpack_zstd(file: BinaryIO, unpacker: "zstandard.ZstdDecompressor") -> Iterator[bytes]:  # type: ignore[name-defined] # noqa: F821
    """Decompress frame by frame; the library's own reader accepts a truncated file."""
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
    """The text of a file in chunks of about a megabyte, without a byte order mark; line endings are kept.

    Raises `DataError` with the line of invalid UTF-8 or a NUL byte.
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
            raise DataError(f"{path}:{line}: a NUL byte", "The file is damaged, or it is not UTF-8 text.")
        line += text.count("\n")
        yield text
    _decode(decoder, b"", path, line)


def _decode(decoder: codecs.IncrementalDecoder, chunk: bytes, path: str, line: int) -> str:
    """Decode a chunk that begins in `line`; an empty chunk ends the text."""
    try:
        return decoder.decode(chunk, final=not chunk)
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        where = f"byte {error.object[error.start]:#04x}"
        raise DataError(f"{path}:{line}: not UTF-8 text ({where})", "Save the file as UTF-8.") from None


def lines(path: str) -> Iterator[str]:
    r"""The lines of a text file without their `\n` (a `\r` before it is kept). A final `\n` is optional."""
    parts: list[str] = []
    size, number = 0, 1
    for chunk in text_chunks(path):
        first, *others = chunk.split("\n")
        parts.append(first)
        size += len(first)
        if size > MAX_ROW:
            raise DataError(
                f"{path}:{number}: the line is longer than {MAX_ROW:,} characters", "Is it one row per line?"
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
    r"""The text with every `\r\n` and `\r` replaced by `\n`."""
    decoder = io.IncrementalNewlineDecoder(None, translate=True)
    for chunk in chunks:
        yield decoder.decode(chunk)
    yield decoder.decode("", final=True)
