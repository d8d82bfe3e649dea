"""The run folder: its files, its lock, and the record of an earlier start.

recipe.yaml   the resolved recipe        metrics.jsonl, timings.jsonl   one line per step
run.json      versions, data, state      checkpoints/                   step-N, complete or absent
model/        the finished model         samples.jsonl, report.html
"""

import fcntl
import os
import platform
import time
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from instructgpt_cli import __version__
from instructgpt_cli.errors import Interrupted, ResourceError, UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run import record
from instructgpt_cli.run.identity import began_as, continued
from instructgpt_cli.run.record import RunRecord
from instructgpt_cli.system import atomic_files

LIBRARIES = ("torch", "transformers", "tokenizers", "safetensors", "numpy")

# Everything that a run writes into its folder. Other files there are the user's and are left alone.
OWN = (
    "recipe.yaml",
    "run.json",
    "metrics.jsonl",
    "timings.jsonl",
    "checkpoints",
    "tokenizer",
    "model",
    "model-best",
    "model-last",
    "samples.jsonl",
    "report.html",
    "eval.json",
    "predictions.jsonl",
    "smoke",
)
OF_EVAL = ("eval.json", "predictions.jsonl")
# Written only after run.json: without it, they belong to something else.
LATER = ("metrics.jsonl", "timings.jsonl", "model", "model-best", "model-last", "samples.jsonl")
# A link in place of one of these is refused; in place of another file, the link is replaced.
WRITTEN_IN_PLACE = ("checkpoints", "metrics.jsonl", "timings.jsonl")
MOVING, LOCK = ".moving-", ".lock"


class RunFolder:
    """A run folder, locked by a kernel lock while entered: a process that died blocks nobody."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.checkpoints = path / "checkpoints"
        self.model = path / "model"
        self.report = path / "report.html"
        self.samples = path / "samples.jsonl"
        self._lock: int | None = None

    def __enter__(self) -> Self:
        """Create and lock the folder.

        Raises `Interrupted` if another run holds it, `ResourceError` if it is not writable.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            flags = (
                os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
            )  # the target of a link belongs to something else
            self._lock = os.open(self.path / LOCK, flags, 0o644)
        except OSError as error:
            raise self._unwritable(error) from None
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._lock, 200, 0).decode("utf-8", "replace").strip()
            os.close(self._lock)
            raise Interrupted(
                f"{self.path}: another run holds this folder ({holder or 'just starting'})",
                "Wait for it, stop it, or choose another output_dir.",
            ) from None
        except OSError as error:
            os.close(self._lock)
            raise self._unwritable(error) from None
        try:
            os.ftruncate(self._lock, 0)
            os.pwrite(self._lock, f"process {os.getpid()}, since {time.strftime('%Y-%m-%d %H:%M:%S')}".encode(), 0)
            for name in (*WRITTEN_IN_PLACE, *(path.name for path in self.path.glob(f"{MOVING}*"))):
                atomic_files.refuse_link(self.path / name)
            self._finish_setting_aside()
            self.checkpoints.mkdir(exist_ok=True)
            # `eval` and `generate` may be writing into the folder, or have left answers to resume.
            atomic_files.recover(self.path, lambda name: name in OWN and name not in OF_EVAL)
            atomic_files.recover(self.checkpoints)
        except (OSError, ResourceError) as error:
            os.close(self._lock)
            raise self._unwritable(error) if isinstance(error, OSError) else error from None
        return self

    def _unwritable(self, error: OSError) -> ResourceError:
        why = f"{error.filename or self.path}: cannot be written: {os.strerror(error.errno or 0)}"
        return ResourceError(atomic_files.obstacle(self.path) or why, "Choose another output_dir.")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def check_held(self) -> None:
        """Raise `ResourceError` if the folder has been moved, removed or replaced since it was entered: files would be
        written elsewhere, and another run may hold the path."""
        assert self._lock is not None
        try:
            held = os.path.samestat(os.fstat(self._lock), (self.path / LOCK).stat())
        except OSError:
            held = False
        if not held:
            raise ResourceError(
                f"{self.path}: was moved, removed or replaced while this run was writing to it",
                "Put it back, then run the same command again: it resumes from the last checkpoint in it.",
            )

    def record(self) -> RunRecord | None:
        """The record of an earlier start; None if there was none.

        Raises `UsageError` if run.json is damaged, or missing next to files of a run.
        """
        try:
            return record.read(self.path)
        except FileNotFoundError:
            pass
        path = self.path / record.NAME
        if any(self.checkpoints.iterdir()):
            raise UsageError(f"{path}: not found, but there are checkpoints, which it identifies", record.FRESH)
        if foreign := [name for name in LATER if os.path.lexists(self.path / name)]:
            raise UsageError(
                f"{self.path}: holds {', '.join(foreign)}, which a run would overwrite, and no run.json",
                "Name another output_dir, or use --fresh, which moves them into a folder of their own.",
            )
        return None

    def set_aside(self) -> Path | None:
        """Move the files of an earlier run into `previous-N` and return its path; None if there are none."""
        if not any(p for p in self._own() if p != self.checkpoints or any(p.iterdir())):
            return None
        number = 1
        while os.path.lexists(target := self.path / f"previous-{number}"):
            number += 1
        (self.path / f"{MOVING}{target.name}").mkdir()
        self._finish_setting_aside()
        self.checkpoints.mkdir()
        return target

    def _own(self) -> list[Path]:
        return [path for name in OWN if os.path.lexists(path := self.path / name)]

    def _finish_setting_aside(self) -> None:
        """Complete an interrupted move of an earlier run, which must not stay in two halves."""
        for moving in self.path.glob(f"{MOVING}*"):
            for path in self._own():
                path.rename(moving / path.name)
            moving.rename(self.path / moving.name.removeprefix(MOVING))


def as_begun(recipe: Recipe) -> Recipe:
    """The recipe, with absent keys as the run in its folder began with them, if there is a readable one."""
    if recipe.output_dir is None:
        return recipe
    folder = Path(recipe.output_dir)
    begun = record.find(folder)
    try:
        return continued(recipe, began_as(begun.identity, folder)) if begun else recipe
    except UsageError:
        return recipe


def refuse_own(folder: Path, named: Mapping[str, str | None]) -> None:
    """Raise `UsageError` if an input of the run in `folder` lies where the run writes its output.

    `named` are the paths by recipe key.
    """
    for key, name in named.items():
        place = Path(name).resolve() if name else None
        if place and any(place.is_relative_to(folder.resolve() / own) for own in OWN):
            raise UsageError(
                f"{key}: {name} is in output_dir, where this run would overwrite it", "Name another output_dir."
            )


def versions() -> dict[str, str]:
    """The versions of everything that a result depends on."""
    found = {
        "instructgpt": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }
    return found | {name: version(name) for name in LIBRARIES}
