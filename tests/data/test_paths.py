"""File types by suffix, decompression, strict UTF-8 and the lines of a file."""

import gzip
from pathlib import Path

import pytest
import zstandard

from instructgpt_cli.data import paths
from instructgpt_cli.data.paths import byte_chunks, kind, lines, text_chunks, unix_line_ends
from instructgpt_cli.errors import DataError

TEXT = "1+1\n引用,逗号\r\nend"


def write(path: Path, content: str | bytes) -> str:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def fault(path: str) -> str:
    with pytest.raises(DataError) as caught:
        list(lines(path))
    return caught.value.message.removeprefix(path)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.jsonl", "jsonl"),
        ("a.ndjson.gz", "jsonl"),
        ("a.JSON.Zst", "json"),
        ("a.b.csv", "csv"),
        ("a.tsv", "tsv"),
        ("a.parquet", "parquet"),
        ("a.arrow", "arrow"),
        ("a.txt", "txt"),
        ("a.md", None),
        ("jsonl", None),
        ("a.gz", None),
    ],
)
def test_the_suffix_is_the_file_type(name: str, found: str | None) -> None:
    assert kind(name) == found


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_files_are_decompressed_in_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    raw = TEXT.encode() * 1000
    packed = {"": raw, ".gz": gzip.compress(raw), ".zst": zstandard.compress(raw)}[suffix]
    monkeypatch.setattr(paths, "CHUNK", 100)
    path = write(tmp_path / f"a.txt{suffix}", packed)
    assert b"".join(byte_chunks(path)) == raw
    assert "".join(text_chunks(path)) == TEXT * 1000


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_archives_that_are_truncated_or_not_archives_are_refused(tmp_path: Path, suffix: str) -> None:
    raw = TEXT.encode() * 1000
    packed = gzip.compress(raw) if suffix == ".gz" else zstandard.compress(raw)
    assert fault(write(tmp_path / f"a.txt{suffix}", packed[:-5])) == ": the compressed file is truncated"
    assert fault(write(tmp_path / f"a.txt{suffix}", raw)).startswith(": cannot be decompressed: ")


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_concatenated_archives_are_read_to_the_end(tmp_path: Path, suffix: str) -> None:
    """As `cat a.gz b.gz` makes them."""
    packed = gzip.compress(b"a\n") if suffix == ".gz" else zstandard.compress(b"a\n")
    assert list(lines(write(tmp_path / f"a.txt{suffix}", packed + packed))) == ["a", "a"]


def test_a_missing_file_is_a_data_error(tmp_path: Path) -> None:
    assert fault(str(tmp_path / "gone.txt")) == ": cannot be read: No such file or directory"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a\n".encode("utf-16-le"), ":1: a NUL byte"),
        ("a\né\n".encode("latin-1"), ":2: not UTF-8 text (byte 0xe9)"),
        (b"a\nb\n" + "中".encode()[:2], ":3: not UTF-8 text (byte 0xe4)"),
        (b"a\nb\x00\n", ":2: a NUL byte"),
    ],
)
@pytest.mark.parametrize("chunk", [1, 1 << 20])
def test_text_that_is_not_utf8_is_refused_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, message: str, chunk: int
) -> None:
    monkeypatch.setattr(paths, "CHUNK", chunk)
    assert fault(write(tmp_path / "a.txt", content)) == message


def test_utf16_is_recognized_by_its_byte_order_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert fault(write(tmp_path / "a.txt", "\ufeffé\n".encode(encoding))) == ": is UTF-16 text"


def test_characters_and_lines_across_chunks_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", b"\xef\xbb\xbf" + TEXT.encode())
    for chunk in (1, 2, 5, 1 << 20):
        monkeypatch.setattr(paths, "CHUNK", chunk)
        assert list(lines(path)) == ["1+1", "引用,逗号\r", "end"]


def test_the_last_line_may_end_with_or_without_a_line_end(tmp_path: Path) -> None:
    assert (
        list(lines(write(tmp_path / "a.txt", "a\nb"))) == list(lines(write(tmp_path / "b.txt", "a\nb\n"))) == ["a", "b"]
    )
    assert list(lines(write(tmp_path / "c.txt", ""))) == []
    assert list(lines(write(tmp_path / "d.txt", "\n"))) == [""]


def test_a_line_beyond_the_limit_is_refused_with_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "MAX_ROW", 1000)
    monkeypatch.setattr(paths, "CHUNK", 100)
    assert len(list(lines(write(tmp_path / "a.txt", "x" * 900 + "\n" + "y" * 900)))) == 2
    assert fault(write(tmp_path / "b.txt", "a\n" + "x" * 2000)) == ":2: the line is longer than 1,000 characters"


def test_line_ends_become_newlines_across_chunks() -> None:
    assert "".join(unix_line_ends(iter(["a\r", "\nb\rc", "\n\r"]))) == "a\nb\nc\n\n"
