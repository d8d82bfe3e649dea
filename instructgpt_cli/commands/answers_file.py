"""JSONL files that are there whole or not at all; and a long one that can be continued where it was cut short: for
`generate` the answers themselves, for `eval` what its scores are made from."""

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


class BegunOtherwise(UsageError):
    """What is to be continued depends on something else: `changed` says on what."""

    def __init__(self, path: Path, changed: str) -> None:
        super().__init__(
            f"{path}: the unfinished answers were begun otherwise: {changed}",
            "Undo the change, or leave --resume out to start over.",
        )
        self.changed = changed


def unfinished(path: Path) -> Path:
    """Where the records of `path` lie until it is complete. Raises `UsageError` for a folder."""
    if path.is_dir():
        raise UsageError(f"{path}: is a folder", "Name a file in it.")
    path = followed(path)
    return path.with_name(f".partial-{path.name}")


def followed(path: Path) -> Path:
    """Where a link leads: the file there is replaced, not the link. `/dev/stdout` and its like lead into /proc, to what
    a process has open."""
    for _ in range(MOST_LINKS):
        if not path.is_symlink() or path.is_relative_to("/proc"):
            break
        path = path.parent / path.readlink()
    return path


class AnswersFile:
    """A JSONL file on its way: records go to `.partial-NAME` beside it, which takes its place when the block ends well.

    With an `identity`, what its answers depend on, records are numbered by `index` and may come in any order: the file
    has them in theirs. Devices and pipes are written to as they are, in order too. An unfinished file stays for
    `resume` where it was stopped, or where there was no room for more, its identity in `.partial-NAME.json`; with any
    other fault it goes away. A kernel lock keeps a second writer out.
    """

    def __init__(self, path: Path, identity: Mapping[str, Any] | None = None, *, resume: bool = False) -> None:
        """Raises `UsageError` for a folder, `BegunOtherwise` where that is so of what is to be resumed; `ResourceError`
        where the file cannot be written, `Interrupted` where another process writes it. `answered` are the records that
        are there already, by index."""
        self._aside = unfinished(path)
        self._path = path = followed(path)
        self._in_place = path.is_relative_to("/proc") or (path.exists() and not path.is_file())
        if self._in_place:
            self._aside = path
        self._told = self._aside.with_name(f"{self._aside.name}.json")
        self._identity = None if self._in_place else identity
        self._ordered = InOrder(self._put) if self._in_place and identity is not None else self._put
        self._in_order = True
        self.answered: set[int] = set()
        self._count = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | (0 if self._in_place else os.O_NOFOLLOW)
            opened = os.open(self._aside, flags, 0o666)
            self._file = os.fdopen(opened, "a", encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise self._unwritable(error) from None
        if not self._in_place:
            try:
                self._begin(resume)
            except BaseException as error:
                self._file.close()
                raise self._unwritable(error) if isinstance(error, OSError) else error from None

    def _begin(self, resume: bool) -> None:
        self._hold()
        atomic_files.remove(self._sorted)
        if resume and self._identity is not None:
            self._continue()
        if self._identity is not None and not self.done:
            atomic_files.write_file(self._told, json.dumps(self._identity, ensure_ascii=False) + "\n")
        if not self.done:
            self._file.truncate(0)

    @property
    def done(self) -> int:
        """How many records are there."""
        return self._count

    @property
    def _sorted(self) -> Path:
        return self._aside.with_name(f"{self._aside.name}.sorted")

    def _unwritable(self, error: OSError) -> ResourceError:
        why = f"{self._path}: cannot be written: {os.strerror(error.errno or 0)}"
        return ResourceError(atomic_files.obstacle(self._path.parent) or why, "Make room there, or name another place.")

    def _hold(self) -> None:
        """The file that is locked must be the one that lies there: another writer may just have finished it."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            mine = os.path.samestat(os.fstat(self._file.fileno()), self._aside.stat())
        except (BlockingIOError, FileNotFoundError):
            mine = False
        if not mine:
            raise Interrupted(
                f"{self._path}: another process is writing this file", "Wait for it, or name another file."
            )

    def write(self, record: AnswerRecord) -> None:
        """One more line, out of this process's hands at once: not even SIGKILL takes it back."""
        self._ordered(record)

    def _put(self, record: AnswerRecord) -> None:
        with atomic_files.naming(self._path):
            self._file.write(json.dumps(record, ensure_ascii=False) + "\n")  # in one: a signal may come between two
            self._file.flush()
        self._note(record.get("index"))

    def _note(self, index: object) -> None:
        self._in_order = self._in_order and index == self._count
        self._count += 1
        if type(index) is int:
            self.answered.add(index)

    def publish(self) -> None:
        """The file is complete: it appears."""
        with atomic_files.naming(self._path), self._file:
            if self._in_place:
                return
            os.fsync(self._file.fileno())
            if self._identity is not None and not self._in_order:
                with self._copy() as copy:
                    self._sort_into(copy)
                    self._sorted.replace(self._aside)
                    self._settle()
            else:
                self._settle()

    def _settle(self) -> None:
        """Where it is killed amid this, the file is not there yet, or nothing else is."""
        if self._identity is not None:
            provenance.remember(self._aside, self._identity)
            self._told.unlink(missing_ok=True)
        self._aside.replace(self._path)

    @contextmanager
    def _copy(self) -> Iterator[BinaryIO]:
        """What takes the place of another file once all of it is there: locked until then, gone where that fails."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        copy = os.fdopen(os.open(self._sorted, flags, 0o666), "wb")
        try:
            fcntl.flock(copy, fcntl.LOCK_EX)
            yield copy
        except BaseException:
            copy.close()
            atomic_files.remove(self._sorted)
            raise
        copy.close()

    def _sort_into(self, copy: BinaryIO) -> None:
        """What was written as it came, in the order of the records."""
        with self._aside.open("rb") as lines:
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

    def saved(self) -> Iterator[AnswerRecord]:
        """The records that are there."""
        if self.done:
            with self._aside.open("rb") as lines:
                yield from filter(None, map(parsed, lines))

    def publish_instead(self, records: Iterable[AnswerRecord]) -> None:
        """Puts other records, made from those that are saved, in the place of the file, none of it where there are
        none. What is saved stays until `leave`."""
        with atomic_files.naming(self._path), self._copy() as copy:
            for record in records:
                copy.write((json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))
            copy.flush()
            os.fsync(copy.fileno())
            if copy.tell():
                self._sorted.replace(self._path)
            else:
                self._sorted.unlink()
                self._path.unlink(missing_ok=True)

    def leave(self, *, keep: bool) -> None:
        """The file is not complete, or what is saved has served its purpose."""
        if not self._in_place and not (keep and self._identity is not None and self.done):
            self._told.unlink(missing_ok=True)
            self._aside.unlink(missing_ok=True)  # still locked: nobody goes on with it
        with suppress(OSError):  # what is buffered may have no room; it is torn, and cut off by who goes on
            self._file.close()

    def _continue(self) -> None:
        """Checks what an earlier start left and cuts it back to the whole records that are there, each once."""
        try:
            before = json.loads(self._told.read_text(encoding="utf-8"))
            raw = self._aside.read_bytes()
        except (OSError, ValueError, RecursionError):
            return
        if not isinstance(before, dict):
            return
        assert self._identity is not None
        if changed := provenance.changes(before, self._identity):
            raise BegunOtherwise(self._path, changed)
        whole = 0
        for line in raw.split(b"\n")[:-1]:
            index = _index(line)
            if type(index) is not int or index < 0 or index in self.answered:  # damaged, or of no answer
                break
            self._note(index)
            whole += len(line) + 1
        os.truncate(self._aside, whole)


class InOrder:
    """Hands on records in the order of their index, each as soon as those before it are there."""

    def __init__(self, emit: Callable[[AnswerRecord], None]) -> None:
        self._emit, self._next = emit, 0
        self._waiting: dict[int, AnswerRecord] = {}

    def __call__(self, record: AnswerRecord) -> None:
        self._waiting[record["index"]] = record
        while self._next in self._waiting:
            self._emit(self._waiting.pop(self._next))
            self._next += 1


def leaves_answers(error: BaseException) -> bool:
    """Whether what is answered is worth keeping: the command was stopped, or there was no room for more."""
    stopped = isinstance(error, KeyboardInterrupt | Interrupted | OSError | ResourceError)
    return stopped or is_out_of_memory(error)


def _index(line: bytes) -> object:
    record = parsed(line)
    return None if record is None else record.get("index")


def parsed(line: bytes) -> AnswerRecord | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


@contextmanager
def appearing(path: Path, identity: Mapping[str, Any] | None = None, *, resume: bool = False) -> Iterator[AnswersFile]:
    """An `AnswersFile` that appears once the block has ended well."""
    file = AnswersFile(path, identity, resume=resume)
    try:
        yield file
        file.publish()
    except BaseException as error:
        file.leave(keep=leaves_answers(error))
        raise
