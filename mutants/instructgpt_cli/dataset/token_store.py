"""Sequences of token ids in memory-mapped files: made chunk by chunk, mapped as a whole.

    rows, encoded -> make_chunk (arrays) -> Writer (appends to files) -> TokenizedDataset (maps them)

Nothing here grows with the number of rows but the files.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from instructgpt_cli.data.reading import Reading
from instructgpt_cli.data.types import LEFT_OUT, Encoded, Row, place

EXAMPLES_KEPT = 5
NO_TARGET = "no target", "a single token, which nothing predicts"
ROW_COUNTS = "tally.json"
FILES: dict[str, type] = {
    "tokens": np.uint32,
    "mask": np.uint8,
    "starts": np.int64,
    "lengths": np.int64,
    "targets": np.int64,
    "sources": np.int64,
    "rows": np.int64,
    "lines": np.int64,
    "files": np.int64,
}
"""What each file holds: two of them a value for each token, the others one for each sequence."""


@dataclass(slots=True)
class RowCounts:
    """What became of the rows of one source: counts, and the first few refusals of each reason in words; the control
    tokens that answers end with (`ends`), and those that stand elsewhere in answers (`inside`); the files that its
    sequences come from. Rows that `where` leaves out are counted in `left_out` and nowhere else."""

    source: str
    rows: int = 0
    sequences: int = 0
    tokens: int = 0
    targets: int = 0
    cut: int = 0
    left_out: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    notes: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)
    texts: int = 0
    ends: list[int] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    reading: Reading = field(default_factory=Reading)

    def note(self, row: Row, encoded: Encoded) -> None:
        """Counts a row, and what is to be said of it."""
        self.rows += 1
        self.reading.note(row.layout, encoded.unread)
        if encoded.refused:
            self.refuse(row, encoded.refused, encoded.error)
        else:
            _join(self.ends, encoded.ends)
            _join(self.inside, encoded.inside)
        self.cut += bool(encoded.cut)
        for note in (*row.notes, *encoded.notes):
            self.notes[note] = self.notes.get(note, 0) + 1

    def file(self, name: str) -> int:
        """The number of a file among those of the source."""
        if name not in self.files[-1:]:  # rows come file after file
            self.files.append(name)
        return len(self.files) - 1

    def refuse(self, row: Row, reason: str, error: str) -> None:
        """Counts a row that nothing is learnt from."""
        self.refused[reason] = self.refused.get(reason, 0) + 1
        examples = self.examples.setdefault(reason, [])
        if len(examples) < EXAMPLES_KEPT:
            examples.append(f"{row.place}: {error}")

    def add(self, later: "RowCounts") -> None:
        """Adds the counts of the rows that follow."""
        self.reading.add(later.reading)
        for name in ("rows", "sequences", "tokens", "targets", "cut", "left_out", "texts"):
            setattr(self, name, getattr(self, name) + getattr(later, name))
        for counts, more in ((self.refused, later.refused), (self.notes, later.notes)):
            for key, count in more.items():
                counts[key] = counts.get(key, 0) + count
        for reason, examples in later.examples.items():
            self.examples[reason] = (self.examples.get(reason, []) + examples)[:EXAMPLES_KEPT]
        _join(self.ends, later.ends)
        _join(self.inside, later.inside)


def _join(known: list[int], more: Iterable[int]) -> None:
    known += [number for number in more if number not in known]


def ends_seen(row_counts: Iterable[RowCounts]) -> tuple[int, ...]:
    """The tokens that end answers of these rows, those left out that also stand in the middle of one."""
    found = [(counts.ends, set(counts.inside)) for counts in row_counts]
    inside = set().union(*(numbers for _, numbers in found))
    return tuple(dict.fromkeys(number for ends, _ in found for number in ends if number not in inside))


@dataclass(frozen=True, slots=True)
class TokenChunk:
    """The sequences of a chunk of rows, as they go into the files, and what became of its rows."""

    arrays: dict[str, NDArray[Any]]
    counts: RowCounts


def make_chunk(
    counts: RowCounts, source: int, rows: Sequence[Row], encoded: Sequence[Encoded], max_length: int
) -> TokenChunk:
    """The chunk of `rows` of source number `source`; those refused, and sequences without a target, hold nothing.
    `counts` is the chunk's own and still empty."""
    ids, mask = array("I"), bytearray()
    sizes, numbers, lines, files = array("q"), array("q"), array("q"), array("q")
    for row, whole in zip(rows, encoded, strict=True):
        if row.refused == LEFT_OUT:
            counts.left_out += 1
            continue
        counts.note(row, whole)
        counts.texts += row.text is not None
        before = len(sizes)
        for part_ids, part_mask in sequences(row, whole, max_length):
            if 1 in part_mask[1:]:
                ids.extend(part_ids)
                mask.extend(part_mask)
                sizes.append(len(part_ids))
                numbers.append(row.index)
                lines.append(row.line)
                files.append(counts.file(row.source))
        if len(sizes) == before and not whole.refused:
            counts.refuse(row, *NO_TARGET)
    ends = np.cumsum(np.asarray(sizes, np.int64))
    lengths, targets = _measured(np.frombuffer(mask, np.uint8), ends, np.asarray(sizes, np.int64))
    counts.sequences, counts.tokens, counts.targets = len(sizes), len(ids), int(targets.sum())
    arrays: dict[str, NDArray[Any]] = {
        "tokens": np.asarray(ids, np.uint32),
        "mask": np.frombuffer(mask, np.uint8),
        "starts": ends,
        "lengths": lengths,
        "targets": targets,
        "sources": np.full(len(sizes), source, np.int64),
        "rows": np.asarray(numbers, np.int64),
        "lines": np.asarray(lines, np.int64),
        "files": np.asarray(files, np.int64),
    }
    return TokenChunk(arrays, counts)


def _measured(
    mask: NDArray[np.uint8], ends: NDArray[np.int64], sizes: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of each sequence the number of tokens before its last target, and the number of its targets. Its first token is
    none: nothing stands before it."""
    if not len(ends):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = ends - sizes
    marked = mask.astype(np.int64)
    marked[starts] = 0
    places = marked * (np.arange(len(mask)) - np.repeat(starts, sizes))
    return np.maximum.reduceat(places, starts), np.add.reduceat(marked, starts)


def sequences(row: Row, encoded: Encoded, max_length: int) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """(ids, mask) of each sequence that a row goes through a model as: a long text in pieces."""
    for one in (encoded, *encoded.more):
        if row.text is None:
            yield one.input_ids, one.loss_mask
        else:
            yield from pieces(one.input_ids, one.loss_mask, max_length)


def pieces(ids: Sequence[int], mask: Sequence[int], max_length: int) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Cuts a long text into sequences of at most `max_length` ids. Neighbours share one token, which the later piece is
    given and does not predict, so that each token is predicted exactly once."""
    if len(ids) <= max_length:
        yield ids, mask
        return
    for start in range(0, len(ids) - 1, max_length - 1):
        part = slice(start, start + max_length)
        yield ids[part], [0, *mask[part][1:]]


class Writer:
    """Appends chunks to the files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._files = {name: self._stack.enter_context(_file(folder, name).open("wb")) for name in FILES}
        self._tokens = 0
        self._row_counts: list[RowCounts] = []
        self._files["starts"].write(np.zeros(1, np.int64).tobytes())

    def begin(self, source: str) -> None:
        """What is added from here on comes from `source`."""
        self._row_counts.append(RowCounts(source))

    def add(self, chunk: TokenChunk) -> None:
        counts = self._row_counts[-1]
        files = np.asarray([counts.file(name) for name in chunk.counts.files], np.int64)
        for name, values in chunk.arrays.items():
            moved = values + self._tokens if name == "starts" else files[values] if name == "files" else values
            self._files[name].write(moved.data)
        self._tokens += len(chunk.arrays["tokens"])
        counts.add(chunk.counts)

    def finish(self) -> None:
        (self._folder / ROW_COUNTS).write_text(json.dumps([asdict(counts) for counts in self._row_counts]), "utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()


class TokenizedDataset:
    """Sequences of token ids in memory-mapped files; S sequences.

    `lengths` [S] counts the tokens the model is fed (up to the last target), `targets` [S] those it must predict,
    `sources` [S] says where a sequence comes from, `row_counts[s]` what became of the rows of source s.
    """

    def __init__(self, folder: Path) -> None:
        maps = {name: _map(_file(folder, name), kind) for name, kind in FILES.items()}
        self.starts: NDArray[np.int64] = maps["starts"]
        self.lengths: NDArray[np.int64] = maps["lengths"]
        self.targets: NDArray[np.int64] = maps["targets"]
        self.sources: NDArray[np.int64] = maps["sources"]
        stored = json.loads((folder / ROW_COUNTS).read_text("utf-8"))
        self.row_counts = [RowCounts(**(counts | {"reading": Reading(**counts["reading"])})) for counts in stored]
        self._tokens, self._mask = maps["tokens"], maps["mask"]
        self._rows, self._lines, self._files = maps["rows"], maps["lines"], maps["files"]

    def __len__(self) -> int:
        return len(self.lengths)

    def sequence(self, i: int) -> tuple[NDArray[Any], NDArray[Any]]:
        """(ids, loss mask) of sequence i."""
        span = slice(int(self.starts[i]), int(self.starts[i + 1]))
        return self._tokens[span], self._mask[span]

    def place(self, i: int) -> str:
        """What messages call the row that sequence i is of."""
        file = self.row_counts[int(self.sources[i])].files[int(self._files[i])]
        return place(file, int(self._rows[i]), int(self._lines[i]))


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.bin"


def _map(path: Path, kind: type) -> NDArray[Any]:
    # Seen as a plain array: numpy's own class for maps makes each slice ten times as slow.
    return np.memmap(path, kind, mode="r").view(np.ndarray) if path.stat().st_size else np.zeros(0, kind)
