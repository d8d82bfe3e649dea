"""Rows -> token ids on disk, once: memory-mapped, cached under a fingerprint of everything they are made from.

    sources.rows -> Renderer.encode, in chunks -> pieces of at most max_length -> tokens.bin, mask.bin, index.npz

A corpus may be larger than memory: one chunk of rows is held at a time. A cache folder is whole or absent: it is
written aside, sealed and renamed, and verified before it is used.
"""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.data import sources
from instructgpt_cli.data.render import Renderer
from instructgpt_cli.data.types import ADVICE, OVERLONG, Encoded, Row
from instructgpt_cli.errors import DataError
from instructgpt_cli.recipe.schema import Data, Source
from instructgpt_cli.run import publish

CHUNK_ROWS = 2048
EXAMPLES_KEPT = 5
BUILDING = ".building-"
SECONDS_TO_LOCK = 60  # between making a folder and locking it, with much to spare

Progress = Callable[[int], None]


@dataclass(slots=True)
class Tally:
    """What became of the rows of one source: counts, and the first few refusals of each reason in words."""

    source: str
    rows: int = 0
    sequences: int = 0
    tokens: int = 0
    targets: int = 0
    cut: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    notes: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, row: Row, encoded: Encoded) -> None:
        if encoded.refused:
            self.refused[encoded.refused] = self.refused.get(encoded.refused, 0) + 1
            examples = self.examples.setdefault(encoded.refused, [])
            if len(examples) < EXAMPLES_KEPT:
                examples.append(f"{row.source}: row {row.index}: {encoded.error}")
        self.cut += bool(encoded.cut)
        for note in encoded.notes:
            self.notes[note] = self.notes.get(note, 0) + 1


class Prepared:
    """Sequences of token ids in memory-mapped files; S sequences.

    `lengths` [S] counts the tokens the model is fed (up to the last target), `targets` [S] those it must predict,
    `sources` [S] and `rows` [S] say where a sequence comes from, `tallies[s]` what became of the rows of source s.
    """

    def __init__(self, folder: Path) -> None:
        index = np.load(folder / "index.npz")
        self.starts: NDArray[np.int64] = index["starts"]
        self.lengths: NDArray[np.int64] = index["lengths"]
        self.targets: NDArray[np.int64] = index["targets"]
        self.sources: NDArray[np.int64] = index["sources"]
        self.rows: NDArray[np.int64] = index["rows"]
        self.tallies = [Tally(**tally) for tally in json.loads((folder / "tally.json").read_text("utf-8"))]
        self._tokens = _map(folder / "tokens.bin", np.uint32)
        self._mask = _map(folder / "mask.bin", np.uint8)

    def __len__(self) -> int:
        return len(self.lengths)

    def sequence(self, i: int) -> tuple[NDArray[Any], NDArray[Any]]:
        """(ids, loss mask) of sequence i."""
        span = slice(int(self.starts[i]), int(self.starts[i + 1]))
        return self._tokens[span], self._mask[span]


def prepare(
    wanted: Sequence[Source],
    data: Data,
    renderer: Renderer,
    coding: str,
    rows: int | None,
    cache: Path,
    progress: Progress,
) -> Prepared:
    """Tokenises the first `rows` rows of each of the `wanted` sources into the folder `cache`, or finds them there.

    `coding` is the `coding_fingerprint` of the renderer's tokenizer and template.
    `progress(n)` is told of each n rows done. Raises `DataError` where a file is wrong, where nothing is left to learn
    from, or where more rows are refused than the recipe allows.
    """
    key = _fingerprint(wanted, data, coding, rows)
    folder = cache / key
    if publish.verify(folder):
        shutil.rmtree(folder, ignore_errors=True)  # damaged, or not there
        _build(folder, wanted, data.max_length, renderer, rows, progress)
        if _fingerprint(wanted, data, coding, rows) != key:
            shutil.rmtree(folder, ignore_errors=True)
            raise DataError(f"{', '.join(source.path for source in wanted)}: changed while being read", "Run it again.")
    prepared = Prepared(folder)
    _refuse_bad(prepared, data)
    return prepared


def coding_fingerprint(tokenizer: PreTrainedTokenizerFast, template: str) -> str:
    """A digest of all that turns text into ids."""
    return _digest(tokenizer.backend_tokenizer.to_str(), str(tokenizer.special_tokens_map), template)


def sources_fingerprints(wanted: Sequence[Source]) -> list[str]:
    """A digest of the contents of each source."""
    return [sources.fingerprint(source)[:32] for source in wanted]


def pieces(ids: Sequence[int], mask: Sequence[int], max_length: int) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Cuts a long text into sequences of at most `max_length` ids. Neighbours share one token, which the later piece is
    given and does not predict, so that each token is predicted exactly once."""
    if len(ids) <= max_length:
        yield ids, mask
        return
    for start in range(0, len(ids) - 1, max_length - 1):
        part = slice(start, start + max_length)
        yield ids[part], [0, *mask[part][1:]]


def _build(
    folder: Path, wanted: Sequence[Source], max_length: int, renderer: Renderer, rows: int | None, progress: Progress
) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear(folder.parent)
    aside = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder.parent))
    held = os.open(aside, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    try:
        with _Writer(aside) as writer:
            for number, source in enumerate(wanted):
                tally = Tally(source.path)
                writer.tallies.append(tally)
                for chunk in _chunks(islice(sources.rows(source, need_answers=True), rows), CHUNK_ROWS):
                    for row, encoded in zip(chunk, renderer.encode(chunk), strict=True):
                        tally.rows += 1
                        for sequence in (encoded, *encoded.more):
                            writer.add(number, row, sequence, max_length, tally)
                    progress(len(chunk))
        writer.write_index()
        publish.seal(aside)
        with suppress(OSError):  # another run has just put the same folder there
            aside.rename(folder)
    finally:
        os.close(held)
        shutil.rmtree(aside, ignore_errors=True)


def _clear(cache: Path) -> None:
    """Removes what builders left that died; one that lives holds its folder by a lock."""
    for left in cache.glob(f"{BUILDING}*"):
        with suppress(OSError):
            held = os.open(left, os.O_RDONLY)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if time.time() - left.stat().st_mtime > SECONDS_TO_LOCK:
                    shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(held)


class _Writer:
    """Appends sequences to the files of a cache folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tokens = (folder / "tokens.bin").open("wb")
        self.mask = (folder / "mask.bin").open("wb")
        self.columns: dict[str, list[int]] = {name: [] for name in ("sizes", "lengths", "targets", "sources", "rows")}
        self.tallies: list[Tally] = []

    def add(self, source: int, row: Row, encoded: Encoded, max_length: int, tally: Tally) -> None:
        tally.add(row, encoded)
        if encoded.refused:
            return
        parts = (
            [(encoded.input_ids, encoded.loss_mask)]
            if row.text is None
            else pieces(encoded.input_ids, encoded.loss_mask, max_length)
        )
        for ids, mask in parts:
            places = np.flatnonzero(np.asarray(mask, np.uint8)[1:])
            if not len(places):
                continue
            self.tokens.write(np.asarray(ids, np.uint32).tobytes())
            self.mask.write(np.asarray(mask, np.uint8).tobytes())
            values = (len(ids), int(places[-1]) + 1, len(places), source, row.index)
            for column, value in zip(self.columns.values(), values, strict=True):
                column.append(value)
            tally.sequences += 1
            tally.tokens += len(ids)
            tally.targets += len(places)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in (self.tokens, self.mask):
            file.close()

    def write_index(self) -> None:
        (self.folder / "tally.json").write_text(json.dumps([asdict(tally) for tally in self.tallies]), "utf-8")
        columns = {name: np.asarray(values, np.int64) for name, values in self.columns.items()}
        starts = np.concatenate([[0], np.cumsum(columns.pop("sizes"))]).astype(np.int64)
        np.savez(self.folder / "index.npz", allow_pickle=False, starts=starts, **columns)


def _refuse_bad(prepared: Prepared, data: Data) -> None:
    tallies = prepared.tallies
    rows = sum(t.rows for t in tallies)
    reasons = sum((Counter(t.refused) for t in tallies), Counter[str]())
    overlong = reasons.pop(OVERLONG, 0)
    refused = reasons.total()
    shown = _examples(tallies, list(reasons) or [OVERLONG])
    advice = " ".join(ADVICE[reason] for reason, _ in reasons.most_common()) or ADVICE[OVERLONG]
    if refused > data.max_refused * rows:
        raise DataError(
            f"{refused} of {rows} rows cannot be learnt from, and data.max_refused allows {data.max_refused:g}:{shown}",
            f"{advice} `instructgpt inspect` shows each; data.max_refused allows a share of them.",
        )
    if overlong and (data.overlong == "error" or overlong > data.max_overlong * rows):
        limit = (
            "data.overlong is error"
            if data.overlong == "error"
            else f"more than data.max_overlong ({data.max_overlong:g}) allows"
        )
        raise DataError(
            f"{overlong} of {rows} rows are longer than data.max_length ({data.max_length} tokens); {limit}:"
            f"{_examples(tallies, [OVERLONG])}",
            ADVICE[OVERLONG],
        )
    if not len(prepared):
        names = ", ".join(t.source for t in tallies)
        raise DataError(f"{names}: nothing to learn from in {rows} rows{':' if shown else ''}{shown}", advice)


def _examples(tallies: Sequence[Tally], reasons: Sequence[str]) -> str:
    """A few rows refused for these reasons, some of each, a line each."""
    each = -(-EXAMPLES_KEPT // len(reasons))
    found = [[line for t in tallies for line in t.examples.get(reason, ())][:each] for reason in reasons]
    return "".join(f"\n  {line}" for lines in found for line in lines)


def _fingerprint(wanted: Sequence[Source], data: Data, coding: str, rows: int | None) -> str:
    read = [(source.path, sources.fingerprint(source)) for source in wanted]
    settings = [read, rows, data.loss_on, data.max_length, data.overlong]
    return _digest(_code_version(), coding, json.dumps(settings))


def _code_version() -> str:
    """A digest of the source of this room: an older version's cache is never taken for this one's."""
    return _digest(*(file.read_text("utf-8") for file in sorted(Path(__file__).parent.glob("*.py"))))


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "little") + raw)
    return digest.hexdigest()[:32]


def cache_folder() -> Path:
    """`$INSTRUCTGPT_CACHE`, else the user's cache folder, else the temporary folder (no home, read-only home)."""
    if named := os.environ.get("INSTRUCTGPT_CACHE"):
        return Path(named) / "tokens"
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "instructgpt" / "tokens"
        base.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return Path(tempfile.gettempdir()) / f"instructgpt-{os.getuid()}" / "tokens"
    return base if os.access(base, os.W_OK) else Path(tempfile.gettempdir()) / f"instructgpt-{os.getuid()}" / "tokens"


def _chunks(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, size)):
        yield chunk


def _map(path: Path, dtype: type) -> NDArray[Any]:
    return np.memmap(path, dtype, mode="r") if path.stat().st_size else np.zeros(0, dtype)
