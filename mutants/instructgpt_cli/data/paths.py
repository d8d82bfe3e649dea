"""What a file is by its name, and the text inside it.

Text is UTF-8 and read strictly: a fault names the line. Nothing here touches the network.
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
"""Longest line, and longest value of a JSON file, in characters: a guard of the memory, far above any real row."""

_ZSTD_FEED = 4096  # bytes decoded at once: what a hostile file can expand them to stays bounded


def kind(path: str) -> str | None:
    """jsonl, json, csv, tsv, parquet, arrow or txt, told from the file's name; None for any other name."""
    name = Path(path)
    if name.suffix.lower() in COMPRESSED:
        name = name.with_suffix("")
    return KINDS.get(name.suffix.lower())


def byte_chunks(path: str) -> Iterator[bytes]:
    """The bytes of a file, decompressed, about a megabyte at a time. Raises `DataError` where they cannot be read."""
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
