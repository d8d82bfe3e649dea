"""Tokenize rows once into memory-mapped files, cached under a fingerprint of everything they depend on.

    sources.rows -> chunks -> Encoder.encode -> token_store.make_chunk, on all cores -> token_store.Writer

A corpus may be larger than memory: each process holds one chunk of rows at a time. A cache folder is complete or
absent: it is written under another name, sealed and renamed, and verified before use.
"""

import errno
import fcntl
import hashlib
import json
import os
import secrets
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

from transformers import PreTrainedTokenizerFast

from instructgpt_cli.data import sources
from instructgpt_cli.data.types import ADVICE, OVERLONG, Row
from instructgpt_cli.dataset import worker_pool
from instructgpt_cli.dataset.token_store import (
    EXAMPLES_KEPT,
    RowCounts,
    TokenChunk,
    TokenizedDataset,
    Writer,
    make_chunk,
)
from instructgpt_cli.encoding import sandbox
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.errors import DataError, ResourceError
from instructgpt_cli.plain_text import counted
from instructgpt_cli.recipe.data_schema import Data, Source
from instructgpt_cli.system import atomic_files

# Raise it when the same rows of the same recipe give other token ids, targets or counts, or are stored differently, so
# that caches of older versions are not reused.
ENCODING_VERSION = 3

CHUNK_ROWS, CHUNK_CHARACTERS = 1024, 1 << 18
STAGING = ".building-"
STORAGE_ERRNOS = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS),
    *(errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY),
}
STORAGE_HINT = "Free some space, or set INSTRUCTGPT_CACHE=DIR (TMPDIR=DIR for a dry run) to store tokens elsewhere."
SECONDS_TO_LOCK = 60  # between creating a folder and locking it, with a wide margin

RowsRead = Callable[[int], None]


def tokenize_sources(
    wanted: Sequence[Source],
    data: Data,
    encoder: Encoder,
    encoding: str,
    rows: int | None,
    cache: Path,
    on_rows: RowsRead,
) -> TokenizedDataset:
    """Tokenize the first `rows` rows of each of the `wanted` sources into the folder `cache`, or find them there.

    `encoding` is the `encoding_fingerprint` of the encoder's tokenizer and template. `on_rows(n)` is called after every
    n rows. Raises `DataError` if a file is faulty, no rows are left to train on, or more rows are refused than allowed.
    """
    key = _fingerprint(wanted, data, encoding, rows)
    folder = cache / key
    try:
        built = atomic_files.verify(folder) != ""
        if built:
            with atomic_files.naming(folder):
                atomic_files.remove(folder)  # damaged or absent
                _build(folder, wanted, data.max_length, data.workers, encoder, rows, on_rows)
    except OSError as error:
        if error.errno not in STORAGE_ERRNOS:
            raise
        why = f"{error.filename2 or error.filename}: {os.strerror(error.errno)}"
        raise ResourceError(atomic_files.obstacle(cache) or why, STORAGE_HINT) from None
    if built and _fingerprint(wanted, data, encoding, rows) != key:
        shutil.rmtree(folder, ignore_errors=True)
        raise DataError(f"{', '.join(source.path for source in wanted)}: changed while being read", "Run it again.")
    dataset = TokenizedDataset(folder)
    _check_refused(dataset, data)
    return dataset


def encoding_fingerprint(
    tokenizer: PreTrainedTokenizerFast, template: str, day: date | None = None, tool_use: str | None = None
) -> str:
    """A digest of everything that turns text into ids.

    `day` is the date that the template writes, if any; `tool_use` is the separate template for rows with tools, if any.
    """
    dated = [] if day is None else [day.isoformat()]
    of_tools = [] if tool_use is None else ["tool_use", tool_use]
    parts = (tokenizer.backend_tokenizer.to_str(), str(tokenizer.special_tokens_map), template, *dated, *of_tools)
    return _digest(*parts)


def sources_fingerprints(wanted: Sequence[Source]) -> list[str]:
    """A digest of the contents of each source."""
    return [sources.fingerprint(source)[:32] for source in wanted]


def _build(
    folder: Path,
    wanted: Sequence[Source],
    max_length: int,
    workers: int | None,
    encoder: Encoder,
    rows: int | None,
    on_rows: RowsRead,
) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    _remove_stale(folder.parent)
    staging = folder.parent / f"{STAGING}{secrets.token_hex(8)}"
    staging.mkdir()  # with the umask's permissions: a cache may be shared
    lock = os.open(staging, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        with Writer(staging) as writer, worker_pool.infrequent_gc():
            for number, source in enumerate(wanted):
                writer.begin(source.path)
                work = partial(_token_chunks, source, number, max_length, encoder, rows)
                for token_chunk in worker_pool.striped(work, workers or _worker_count(source, rows)):
                    writer.add(token_chunk)
                    on_rows(token_chunk.counts.rows)
            writer.finish()
        atomic_files.seal(staging)
        try:
            staging.rename(folder)
        except OSError:
            if atomic_files.verify(folder):  # unless another run has just put the same folder there
                raise
    finally:
        os.close(lock)
        shutil.rmtree(staging, ignore_errors=True)


def _token_chunks(
    source: Source, number: int, max_length: int, encoder: Encoder, rows: int | None, worker: int, workers: int
) -> Iterator[TokenChunk]:
    """The encoded chunks of a source that this worker does: every `workers`-th one."""
    with sandbox.alarm():
        for chunk in islice(_chunks(_rows(source, rows)), worker, None, workers):
            yield make_chunk(RowCounts(source.path), number, chunk, encoder.encode(chunk), max_length)


def _worker_count(source: Source, rows: int | None) -> int:
    """One process for a single chunk, else one per core."""
    chunks = _chunks(_rows(source, rows))
    return worker_pool.cores() if next(chunks, None) and next(chunks, None) else 1


def _rows(source: Source, rows: int | None) -> Iterator[Row]:
    return sources.first(sources.rows(source, need_answers=True, left_out=True), rows)


def _remove_stale(cache: Path) -> None:
    """Remove what dead processes left unfinished; a live one holds a lock on its folder."""
    for stale in cache.glob(f"{STAGING}*"):
        with suppress(OSError):
            lock = os.open(stale, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if time.time() - stale.stat().st_mtime > SECONDS_TO_LOCK:
                    shutil.rmtree(stale, ignore_errors=True)
            finally:
                os.close(lock)


def _check_refused(dataset: TokenizedDataset, data: Data) -> None:
    row_counts = dataset.row_counts
    rows = sum(t.rows for t in row_counts)
    reasons = sum((Counter(t.refused) for t in row_counts), Counter[str]())
    overlong = reasons.pop(OVERLONG, 0)
    refused = reasons.total()
    read, verb = counted(rows, "row"), "is" if overlong == 1 else "are"
    shown = _examples(row_counts, list(reasons) or [OVERLONG])
    advice = ADVICE[next((reason for reason, _ in reasons.most_common(1)), OVERLONG)]
    if refused and refused / rows > data.max_refused:
        raise DataError(
            f"{refused} of {read} cannot be used, and data.max_refused allows {data.max_refused:g}:{shown}",
            f"{advice} `instructgpt inspect` shows each; data.max_refused sets the tolerated share.",
        )
    if overlong and (data.overlong == "error" or overlong / rows > data.max_overlong):
        limit = (
            "data.overlong is error"
            if data.overlong == "error"
            else f"more than data.max_overlong ({data.max_overlong:g}) allows"
        )
        raise DataError(
            f"{overlong} of {read} {verb} longer than data.max_length ({data.max_length} tokens); {limit}:"
            f"{_examples(row_counts, [OVERLONG])}",
            ADVICE[OVERLONG],
        )
    if not len(dataset):
        names = ", ".join(t.source for t in row_counts)
        raise DataError(f"{names}: nothing to train on in {read}{':' if shown else ''}{shown}", advice)


def _examples(row_counts: Sequence[RowCounts], reasons: Sequence[str]) -> str:
    """A few rows refused for these reasons, some of each, one per line."""
    each = -(-EXAMPLES_KEPT // len(reasons))
    found = [[line for t in row_counts for line in t.examples.get(reason, ())][:each] for reason in reasons]
    return "".join(f"\n  {line}" for lines in found for line in lines)


def _fingerprint(wanted: Sequence[Source], data: Data, encoding: str, rows: int | None) -> str:
    read = [(source.path, sources.fingerprint(source)) for source in wanted]
    settings = [read, rows, data.loss_on, data.max_length, data.overlong, data.empty_answers]
    return _digest(f"encoding {ENCODING_VERSION}", encoding, json.dumps(settings))


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "little") + raw)
    return digest.hexdigest()[:32]


def cache_folder() -> Path:
    """`$INSTRUCTGPT_CACHE`, else the user's cache folder, else a temporary one if the home is missing or read-only."""
    if named := os.environ.get("INSTRUCTGPT_CACHE"):
        return Path(named) / "tokens"
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "instructgpt" / "tokens"
        base.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return Path(tempfile.gettempdir()) / f"instructgpt-{os.getuid()}" / "tokens"
    return base if os.access(base, os.W_OK) else Path(tempfile.gettempdir()) / f"instructgpt-{os.getuid()}" / "tokens"


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Groups of rows, limited by their number and their text."""
    chunk: list[Row] = []
    size = 0
    for row in rows:
        chunk.append(row)
        size += len(row.text) if row.text is not None else sum([len(message.content) for message in row.messages])
        if len(chunk) == CHUNK_ROWS or size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
