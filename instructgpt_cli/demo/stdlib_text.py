"""Text that comes with Python: the documentation topics of `help()` and the docstrings of the standard library.

Source files are parsed, not imported. Paragraphs that mostly repeat an earlier one are dropped, so that the training
text does not contain the held-out documents. A hash of each document decides on which side it is.
"""

import ast
import bz2
import hashlib
import lzma
import re
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from pydoc_data.topics import topics

HELD_OUT = 0.06
SHINGLE = 5
REPEATED = 0.3
# Tests, code tables and installed packages have little prose; newer Pythons lack distutils and lib2to3.
SKIPPED = {
    "__phello__", "__pycache__", "dist-packages", "distutils", "encodings", "ensurepip", "idle_test", "idlelib",
    "lib2to3", "msilib", "pydoc_data", "site-packages", "test", "tests", "turtledemo",
}  # fmt: skip
MAX_SOURCE_BYTES = 1_000_000
BZ2_BLOCK = 890_000  # bytes: 900,000 less a margin for the encoding of runs


@dataclass(frozen=True, slots=True)
class Corpus:
    """Training documents and held-out documents."""

    train: tuple[str, ...]
    valid: tuple[str, ...]


def corpus() -> Corpus:
    """The documentation of this Python without repetitions, split into training and held-out documents."""
    documents = list(without_repetitions([*topics.values(), *docstrings(Path(sysconfig.get_path("stdlib")))]))
    train = tuple(document for document in documents if not is_held_out(document))
    valid = tuple(document for document in documents if is_held_out(document))
    return Corpus(train, valid)


def docstrings(folder: Path) -> Iterator[str]:
    """The docstrings of all modules, classes and functions under `folder`, by path and line."""
    for path in sorted(folder.rglob("*.py")):
        if SKIPPED & set(path.relative_to(folder).parts) or path.stat().st_size > MAX_SOURCE_BYTES:
            continue
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue  # a template or a damaged file
        yield from _docstrings_in(tree)


def _docstrings_in(scope: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    text = ast.get_docstring(scope)
    if text:
        yield text
    for node in scope.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _docstrings_in(node)


def without_repetitions(documents: list[str]) -> Iterator[str]:
    """The documents without paragraphs that repeat: more than `REPEATED` of their shingles occurred before."""
    known: set[tuple[str, ...]] = set()
    for document in documents:
        kept = []
        for paragraph in re.split(r"\n\s*\n", document):
            runs = shingles(paragraph)
            if not runs or len(runs & known) > REPEATED * len(runs):
                continue
            known |= runs
            kept.append(paragraph.strip("\n"))
        if kept:
            yield "\n\n".join(kept)


def shingles(text: str) -> set[tuple[str, ...]]:
    """All sequences of `SHINGLE` consecutive words; a shorter text is one shingle, one without words has none."""
    words = re.findall(r"\w+", text.lower())
    if not words:
        return set()
    return {tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}


def is_held_out(document: str) -> bool:
    """Whether the hash of the document falls into the held-out fraction."""
    digest = hashlib.sha256(document.encode()).digest()
    return int.from_bytes(digest[:4]) < HELD_OUT * 2**32


def compressors(text: Corpus) -> dict[str, float]:
    """Bits per byte of the held-out documents with bz2 and xz, after the training text.

    That is C(training + held-out) - C(training), divided by the held-out bytes. xz uses its best preset and a window
    over everything. bz2 compresses blocks of 900,000 bytes independently, so it gets only the end of the training text,
    as much as fits into one block with the held-out text.
    """
    before = "\n\n".join(text.train).encode()
    after = ("\n\n" + "\n\n".join(text.valid)).encode()
    block = before[-max(1, BZ2_BLOCK - len(after)) :]
    size = sum(len(document.encode()) for document in text.valid)
    return {
        "bz2": (len(bz2.compress(block + after, 9)) - len(bz2.compress(block, 9))) * 8 / size,
        "xz": (_xz(before + after) - _xz(before)) * 8 / size,
    }


def _xz(data: bytes) -> int:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 26}]
    return len(lzma.compress(data, format=lzma.FORMAT_RAW, filters=filters))
