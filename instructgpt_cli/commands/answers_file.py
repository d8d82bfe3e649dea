"""JSON Lines files that are complete or absent, and that an interrupted command can resume.

`generate` writes its answers to one, `eval` the answers and losses that its scores are computed from.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from instructgpt_cli.commands import provenance
from instructgpt_cli.errors import Interrupted, ResourceError, UsageError
from instructgpt_cli.system import atomic_files
from instructgpt_cli.system.library_errors import is_out_of_memory

AnswerRecord = dict[str, Any]
MOST_LINKS = 40


class IdentityChanged(UsageError):
    """The answers to resume depend on something that has changed since: `changes` says what."""

    def __init__(self, path: Path, changes: str) -> None:
        super().__init__(
            f"{path}: cannot resume the unfinished answers: {changes}",
            "Undo the change, or omit --resume to start over.",
        )
        self.changes = changes


def partial_path(path: Path) -> Path:
    """Where the records of `path` are until it is complete. Raises `UsageError` for a folder."""
    if path.is_dir():
        raise UsageError(f"{path}: is a folder", "Name a file in it.")
    path = followed(path)
    return path.with_name(f".partial-{path.name}")


def followed(path: Path) -> Path:
    """The target of a link: the file there is replaced, not the link. `/dev/stdout` leads into /proc, to a file that a
    process has open."""
    for _ in range(MOST_LINKS):
        if not path.is_symlink() or path.is_relative_to("/proc"):
            break
        path = path.parent / path.readlink()
    return path


class AnswersFile:
    """A JSON Lines file in progress: records go to `.partial-NAME` beside it, which `publish` moves into its place.

    With an `identity`, what its answers depend on, records are numbered by `index` and may come in any order;
    `publish` sorts them. Devices and pipes are written directly, in order. A partial file stays for `resume` if the
    command was stopped or ran out of space or memory, with its identity in `.partial-NAME.json`; any other error
    removes it. A kernel lock keeps out a second writer.
    """

    def __init__(self, path: Path, identity: Mapping[str, Any] | None = None, *, resume: bool = False) -> None:
        """Opens and locks the partial file; `answered` are the indices of the records in it.

        Raises `UsageError` for a folder, `IdentityChanged` if the identity differs from that of the records to resume,
        `ResourceError` if the file cannot be written, `Interrupted` if another process writes it.
        """
        self._partial = partial_path(path)
        self._path = path = followed(path)
        self._in_place = path.is_relative_to("/proc") or (path.exists() and not path.is_file())
        if self._in_place:
            self._partial = path
        self._identity_path = self._partial.with_name(f"{self._partial.name}.json")
        self._sorted_path = self._partial.with_name(f"{self._partial.name}.sorted")
        self._identity = None if self._in_place else identity
        self._emit = InOrder(self._append) if self._in_place and identity is not None else self._append
        self._is_sorted = True
        self.answered: set[int] = set()
        self._count = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | (0 if self._in_place else os.O_NOFOLLOW)
            opened = os.open(self._partial, flags, 0o666)
            self._file = os.fdopen(opened, "a", encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise self._not_writable(error) from None
        if not self._in_place:
            try:
                self._begin(resume)
            except BaseException as error:
                self._file.close()
                raise self._not_writable(error) if isinstance(error, OSError) else error from None

    @property
    def done(self) -> int:
        """The number of records in the file."""
        return self._count

    def write(self, record: AnswerRecord) -> None:
        """Appends a record and flushes it, so that even SIGKILL does not lose it."""
        self._emit(record)

    def saved(self) -> Iterator[AnswerRecord]:
        """The records in the file."""
        if self.done:
            with self._partial.open("rb") as lines:
                yield from filter(None, map(parsed_record, lines))

    def publish(self) -> None:
        """Moves the complete file into its place, its records sorted."""
        with atomic_files.naming(self._path), self._file:
            if self._in_place:
                return
            os.fsync(self._file.fileno())
            if self._identity is not None and not self._is_sorted:
                with self._copy() as copy:
                    self._write_sorted(copy)
                    self._sorted_path.replace(self._partial)
                    self._move()
            else:
                self._move()

    def publish_instead(self, records: Iterable[AnswerRecord]) -> None:
        """Puts other records, made from the saved ones, into the file's place; removes the file if there are none. The
        saved records stay until `close`."""
        with atomic_files.naming(self._path), self._copy() as copy:
            for record in records:
                copy.write((json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))
            copy.flush()
            os.fsync(copy.fileno())
            if copy.tell():
                self._sorted_path.replace(self._path)
            else:
                self._sorted_path.unlink()
                self._path.unlink(missing_ok=True)

    def close(self, *, keep: bool) -> None:
        """Closes a file that is not published; `keep` leaves its records, if any, for a later `resume`."""
        if not self._in_place and not (keep and self._identity is not None and self.done):
            self._identity_path.unlink(missing_ok=True)
            self._partial.unlink(missing_ok=True)  # still locked: no other process resumes it
        with suppress(OSError):  # the buffer may not fit on the disk; resuming cuts off an incomplete line
            self._file.close()

    def _begin(self, resume: bool) -> None:
        self._lock()
        atomic_files.remove(self._sorted_path)
        if resume and self._identity is not None:
            self._resume(self._identity)
        if self._identity is not None and not self.done:
            atomic_files.write_file(self._identity_path, json.dumps(self._identity, ensure_ascii=False) + "\n")
        if not self.done:
            self._file.truncate(0)

    def _not_writable(self, error: OSError) -> ResourceError:
        why = f"{self._path}: cannot be written: {os.strerror(error.errno or 0)}"
        return ResourceError(atomic_files.obstacle(self._path.parent) or why, "Free some space, or name another place.")

    def _lock(self) -> None:
        """Locks the partial file. The locked file must still be the one at its path: another writer may just have
        published it."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            locked = os.path.samestat(os.fstat(self._file.fileno()), self._partial.stat())
        except (BlockingIOError, FileNotFoundError):
            locked = False
        if not locked:
            raise Interrupted(
                f"{self._path}: another process is writing this file", "Wait for it, or name another file."
            )

    def _append(self, record: AnswerRecord) -> None:
        with atomic_files.naming(self._path):
            self._file.write(json.dumps(record, ensure_ascii=False) + "\n")  # one write: a signal may come between two
            self._file.flush()
        self._note(record.get("index"))

    def _note(self, index: object) -> None:
        self._is_sorted = self._is_sorted and index == self._count
        self._count += 1
        if type(index) is int:
            self.answered.add(index)

    def _move(self) -> None:
        """Killed at any point, this leaves no file at its place, or no partial one."""
        if self._identity is not None:
            provenance.remember(self._partial, self._identity)
            self._identity_path.unlink(missing_ok=True)
        self._partial.replace(self._path)

    @contextmanager
    def _copy(self) -> Iterator[BinaryIO]:
        """A file to replace another with once it is complete: locked, and removed on an error."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        copy = os.fdopen(os.open(self._sorted_path, flags, 0o666), "wb")
        try:
            fcntl.flock(copy, fcntl.LOCK_EX)
            yield copy
        except BaseException:
            copy.close()
            atomic_files.remove(self._sorted_path)
            raise
        copy.close()

    def _write_sorted(self, copy: BinaryIO) -> None:
        """Copies the records in the order of their indices."""
        with self._partial.open("rb") as lines:
            places: list[tuple[int, int, int]] = []
            start = 0
            for line in lines:
                places.append((int(str(_index(line))), start, len(line)))
                start += len(line)
            for _, start, size in sorted(places):
                lines.seek(start)
                copy.write(lines.read(size))
        copy.flush()
        os.fsync(copy.fileno())

    def _resume(self, identity: Mapping[str, Any]) -> None:
        """Checks what an earlier start has left and cuts it back to the complete records, each once."""
        try:
            before = json.loads(self._identity_path.read_text(encoding="utf-8"))
            raw = self._partial.read_bytes()
        except (OSError, ValueError, RecursionError):
            return
        if not isinstance(before, dict):
            return
        if changes := provenance.changes(before, identity):
            raise IdentityChanged(self._path, changes)
        size = 0
        for line in raw.split(b"\n")[:-1]:
            index = _index(line)
            if type(index) is not int or index < 0 or index in self.answered:  # damaged, or not an answer
                break
            self._note(index)
            size += len(line) + 1
        os.truncate(self._partial, size)


class InOrder:
    """Passes records on in the order of their indices, each as soon as all before it are there."""

    def __init__(self, emit: Callable[[AnswerRecord], None]) -> None:
        self._emit, self._next = emit, 0
        self._waiting: dict[int, AnswerRecord] = {}

    def __call__(self, record: AnswerRecord) -> None:
        self._waiting[record["index"]] = record
        while self._next in self._waiting:
            self._emit(self._waiting.pop(self._next))
            self._next += 1


def is_resumable(error: BaseException) -> bool:
    """Whether the answers so far are kept after this error: the command was stopped, or ran out of space or memory."""
    stopped = isinstance(error, KeyboardInterrupt | Interrupted | OSError | ResourceError)
    return stopped or is_out_of_memory(error)


def parsed_record(line: bytes) -> AnswerRecord | None:
    """The record in a line; None if the line is damaged."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _index(line: bytes) -> object:
    record = parsed_record(line)
    return None if record is None else record.get("index")


@contextmanager
def writing(path: Path, identity: Mapping[str, Any] | None = None, *, resume: bool = False) -> Iterator[AnswersFile]:
    """An `AnswersFile` that is published when the block ends without an error."""
    file = AnswersFile(path, identity, resume=resume)
    try:
        yield file
        file.publish()
    except BaseException as error:
        file.close(keep=is_resumable(error))
        raise
