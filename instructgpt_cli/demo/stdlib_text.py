"""Real text that every Python has: the documentation topics of `help()` and the standard library's docstrings.

Sources are parsed, never imported. A paragraph that mostly repeats an earlier one is dropped, so that the held-out
documents are not already in the training text; documents go to one side or the other by a hash of their words.
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
# Tests, code tables and installed packages have little prose; newer Pythons have no distutils and no lib2to3.
SKIPPED = {
    "__phello__", "__pycache__", "dist-packages", "distutils", "encodings", "ensurepip", "idle_test", "idlelib",
    "lib2to3", "msilib", "pydoc_data", "site-packages", "test", "tests", "turtledemo",
}  # fmt: skip
MAX_SOURCE_BYTES = 1_000_000
BZ2_BLOCK = 890_000  # 900,000 less what runs of equal bytes may add


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents to learn from and held-out documents."""

    train: tuple[str, ...]
    valid: tuple[str, ...]


def corpus() -> Corpus:
    """This Python's documentation, without repetitions, split by a hash of each document."""
    documents = list(without_repetitions([*topics.values(), *docstrings(Path(sysconfig.get_path("stdlib")))]))
    train = tuple(document for document in documents if not is_held_out(document))
    valid = tuple(document for document in documents if is_held_out(document))
    return Corpus(train, valid)


def docstrings(folder: Path) -> Iterator[str]:
    """The docstrings of all modules, classes and functions under `folder`, in the order of paths and lines."""
    for path in sorted(folder.rglob("*.py")):
        if SKIPPED & set(path.relative_to(folder).parts) or path.stat().st_size > MAX_SOURCE_BYTES:
            continue
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue  # a template or a broken file of the installation
        yield from _docstrings_in(tree)


def _docstrings_in(scope: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    text = ast.get_docstring(scope)
    if text:
        yield text
    for node in scope.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _docstrings_in(node)


def without_repetitions(documents: list[str]) -> Iterator[str]:
    """The documents less each paragraph of which over `REPEATED` of the runs of `SHINGLE` words came before."""
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
    """All runs of `SHINGLE` words; of a shorter text the one run there is; of a text without words none."""
    words = re.findall(r"\w+", text.lower())
    if not words:
        return set()
    return {tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}


def is_held_out(document: str) -> bool:
    digest = hashlib.sha256(document.encode()).digest()
    return int.from_bytes(digest[:4]) < HELD_OUT * 2**32


def compressors(text: Corpus) -> dict[str, float]:
    """Bits per byte of the held-out documents under bz2 and xz, each given the training text first.

    C(training + held-out) - C(training), over the held-out bytes. xz at its best preset, its window over everything.
    bz2 sorts blocks of 900,000 bytes and knows nothing beyond: it is given the end of the training text, as much as
    fills one block together with the held-out text.
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
