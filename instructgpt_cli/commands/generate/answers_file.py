"""JSONL files that are there whole or not at all; and a long one that can be continued where it was cut short."""

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from instructgpt_cli.commands.generate import made_with
from instructgpt_cli.errors import Interrupted, ResourceError, UsageError
from instructgpt_cli.system import atomic_files

AnswerRecord = dict[str, Any]
FINGERPRINTS = ("list of prompts", "model", "tokenizer", "chat template")
MOST_LINKS = 40


def unfinished(path: Path) -> Path:
    """Where the records of `path` lie until it is complete. Raises `UsageError` for a folder."""
    if path.is_dir():
        raise UsageError(f"{path}: is a folder", "Name a file in it.")
    path = _followed(path)
    return path.with_name(f".partial-{path.name}")


def answers_to(path: Path, prompts: Sequence[str]) -> bool:
    """Whether the finished file `path` holds a record for each of the prompts, in order."""
    count = 0
    with path.open("rb") as lines:
        for line in lines:
            record = _record(line)
            if record is None or count == len(prompts):
                return False
            if record.get("index") != count or record.get("prompt") != prompts[count]:
                return False
            count += 1
    return count == len(prompts)


def _followed(path: Path) -> Path:
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
        """Raises `UsageError` for a folder, or where what is to be resumed began otherwise; `ResourceError` where the
        file cannot be written, `Interrupted` where another process writes it. `answered` are the records that are there
        already, by index."""
        self._aside = unfinished(path)
        self._path = path = _followed(path)
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
                with self._sort():  # locked until it is in its place
                    self._settle()
            else:
                self._settle()

    def _settle(self) -> None:
        """Where it is killed amid this, the file is not there yet, or nothing else is."""
        if self._identity is not None:
            made_with.remember(self._aside, self._identity)
            self._told.unlink(missing_ok=True)
        self._aside.replace(self._path)

    def _sort(self) -> BinaryIO:
        """Puts a copy in the order of the records in the place of what was written as they came."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        copy = os.fdopen(os.open(self._sorted, flags, 0o666), "wb")
        try:
            fcntl.flock(copy, fcntl.LOCK_EX)
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
            self._sorted.replace(self._aside)
        except BaseException:
            copy.close()
            atomic_files.remove(self._sorted)
            raise
        return copy

    def leave(self, *, keep: bool) -> None:
        """The file is not complete."""
        with suppress(OSError):  # what is buffered may have no room; it is torn, and cut off by who goes on
            self._file.close()
        if not self._in_place and not (keep and self._identity is not None and self.done):
            self._aside.unlink(missing_ok=True)
            self._told.unlink(missing_ok=True)

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
        if changed := changes(before, self._identity):
            raise UsageError(
                f"{self._path}: the unfinished answers were begun otherwise: {changed}",
                "Undo the change, or leave --resume out to start over.",
            )
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


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What of what answers depend on is another than before; empty where nothing is."""
    now = json.loads(json.dumps(now))
    return "; ".join(_change(key, before.get(key), now[key]) for key in now if before.get(key) != now[key])


def settle_left(path: Path, prompts: Sequence[str]) -> None:
    """Puts complete answers in their place where an earlier start was killed just before it did."""
    aside = unfinished(path)
    if aside.is_file() and not aside.with_name(f"{aside.name}.json").exists() and answers_to(aside, prompts):
        aside.replace(_followed(path))


def is_complete(path: Path, prompts: Sequence[str], identity: dict[str, Any]) -> bool:
    """Whether the answers to the prompts are there already. Raises `UsageError` where the file holds others, or was
    made with other settings, as far as that is known: a model that is no longer there is not compared."""
    settle_left(path, prompts)
    if unfinished(path).exists() or not path.is_file():
        return False
    hint = "Name another file; without --resume it is written over."
    if not answers_to(path, prompts):
        raise UsageError(f"{path}: holds something else than the answers to these prompts", hint)
    before = made_with.recall(path) or identity
    if changed := changes(before, {key: value for key, value in identity.items() if value != ""}):
        raise UsageError(f"{path}: is complete, and was made otherwise: {changed}", hint)
    return True


def _change(key: str, before: object, now: object) -> str:
    return f"the {key} is another" if key in FINGERPRINTS else f"{key} was {before!r} and is now {now!r}"


def _index(line: bytes) -> object:
    record = _record(line)
    return None if record is None else record.get("index")


def _record(line: bytes) -> AnswerRecord | None:
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
        file.leave(keep=isinstance(error, KeyboardInterrupt | Interrupted | OSError | MemoryError | ResourceError))
        raise
