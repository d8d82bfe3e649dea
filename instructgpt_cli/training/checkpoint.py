"""Checkpoints: all state of a run between two steps, which is weights, optimizer state and a few numbers.

The data order is a function of the step, and every random draw of a step is seeded by it, so there is no generator
state to keep. Tensors go into safetensors files; a folder is whole or it is not there (`atomic_files.publish`).
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from torch import nn

from instructgpt_cli.errors import ModelError, ResourceError
from instructgpt_cli.system import atomic_files
from instructgpt_cli.training import replicas, state_tensors
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup

PREFIX = "step-"
STATE = "state.json"
RANKS = "ranks"  # in the manifest: how many ranks have written shards, each to files of its own


@with_config(ConfigDict(extra="forbid", strict=True))
@dataclass(frozen=True, slots=True)
class RunState:
    """The progress of a run: steps, seconds of training, and the best validation loss with its step."""

    step: int = 0
    seconds: float = 0.0
    best_loss: float | None = None
    best_step: int = 0
    validated: int = 0
    """The step of the last validation."""
    validated_at: float = 0.0
    """The seconds of training at the last validation."""
    environment: str = ""
    metrics: str = ""
    """A digest of metrics.jsonl up to this step."""
    ended: float = 0.0
    """The time budget that is used up, in seconds; 0 before."""
    micro_batch_tokens: tuple[int, int] | None = None
    """The limit for micro-batches that the run asks for, and the lower one that fits into memory."""

    def is_complete(self, total_steps: int | None, budget: float | None) -> bool:
        """Whether a run of `total_steps`, or of a time `budget` in seconds, has nothing left to do."""
        return self.step >= total_steps if total_steps is not None else self.ended >= (budget or 0)


_RUN_STATE = TypeAdapter(RunState)


def save(
    folder: Path,
    model: nn.Module,
    optimizers: Sequence[torch.optim.Optimizer],
    run_state: RunState,
    group: ProcessGroup = SINGLE_PROCESS,
) -> None:
    """Writes checkpoint `step-N` under `folder`, atomically. Collective: where weights are sharded, each rank writes
    its shards to files of its own, and rank 0 publishes all; else rank 0 writes alone.

    Raises `NumericsError` where the ranks of `group` do not hold the same replicated weights.
    """
    tensors = state_tensors.of(model, optimizers)
    replicas.refuse_different(state_tensors.replicated(tensors), group, run_state.step)
    writers = group if state_tensors.is_sharded(model) else SINGLE_PROCESS
    entries: dict[str, Mapping[str, object]] = {}

    def write(staging: Path) -> None:
        entries.update(state_tensors.write(writers.decide(lambda: staging), tensors, writers))
        (staging / STATE).write_text(_stated(run_state), encoding="utf-8")

    if group.is_main:
        info = {RANKS: writers.size} if writers.size > 1 else None
        atomic_files.publish(folder / f"{PREFIX}{run_state.step}", write, info, entries)
    elif writers.size > 1:
        state_tensors.write(writers.decide(Path), tensors, writers)
    group.barrier()  # else the others wait for rank 0 in the next step


def save_run_state(folder: Path, run_state: RunState) -> None:
    """Replaces the run state in the checkpoint of that step, whose weights and optimizer state are unchanged."""
    atomic_files.amend(folder / f"{PREFIX}{run_state.step}", STATE, _stated(run_state))


def _stated(run_state: RunState) -> str:
    return json.dumps(asdict(run_state))


def rotate(folder: Path, keep: int, newest: int) -> None:
    """Removes all but `keep` checkpoints: that of step `newest`, which has just been written, and those before it.
    Later ones are damaged, or the run would have continued from them, so they do not count."""
    found = steps(folder)
    before = [step for step in found if step < newest]
    kept = before[::-1][: keep - 1]
    for step in {*found} - {newest, *kept}:
        atomic_files.discard(folder / f"{PREFIX}{step}")


def steps(folder: Path) -> list[int]:
    """The steps of the checkpoints under `folder`, oldest first, whole or not.

    Raises `OSError` for a folder that cannot be read: `Path.glob` would take it for an empty one.
    """
    try:
        found = [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        found = []
    names = [name.removeprefix(PREFIX) for name in found if name.startswith(PREFIX)]
    return sorted(int(name) for name in names if name.isascii() and name.isdigit() and name == str(int(name)))


def newest_whole(folder: Path) -> tuple[Path | None, list[str]]:
    """The newest whole checkpoint, and the faults of newer ones.

    Raises `ResourceError` for one that cannot be read: it may be whole, and to continue from an earlier one would undo
    its steps.
    """
    faults: list[str] = []
    for step in reversed(steps(folder)):
        path = folder / f"{PREFIX}{step}"
        try:
            fault = atomic_files.verify(path)
        except PermissionError as error:
            raise ResourceError(
                f"{error.filename}: {os.strerror(error.errno or 0)}: this checkpoint cannot be verified",
                "Nothing was changed. Make it readable for the user who runs this, then run the same command again.",
            ) from None
        if not fault:
            weights, optimizer = state_tensors.files(path, _ranks(path))
            files = [path / STATE, *weights, *optimizer]
            fault = next((f"{file.name} is missing" for file in files if not file.exists()), "")
        if not fault:
            return path, faults
        faults.append(f"{path.name}: {fault}")
    return None, faults


def latest(folder: Path) -> RunState:
    """The run state of the newest readable checkpoint; that of a new run where there is none."""
    for step in reversed(steps(folder)):
        try:
            return _read_run_state(folder / f"{PREFIX}{step}")
        except ModelError:
            continue
    return RunState()


def resume(
    folder: Path,
    model: nn.Module,
    optimizers: Sequence[torch.optim.Optimizer],
    group: ProcessGroup = SINGLE_PROCESS,
) -> tuple[RunState | None, list[str]]:
    """Loads the newest whole checkpoint under `folder`; returns its run state (None without a checkpoint) and the
    faults of newer ones. Collective: rank 0 reads it and broadcasts it, or the initial weights where there is none.

    Raises `ModelError` where there are checkpoints and none is whole, `ResourceError` where one cannot be read.
    """
    newest, faults = group.decide(lambda: _newest_of(folder))
    if newest is not None:
        return load(newest, model, optimizers, group), faults
    for tensor in state_tensors.replicated(state_tensors.of(model, [])).values():
        group.broadcast(tensor)
    return None, faults


def _newest_of(folder: Path) -> tuple[Path | None, list[str]]:
    newest, faults = newest_whole(folder)
    if newest is None and faults:
        raise ModelError(
            f"{folder}: no checkpoint is whole: {'; '.join(faults)}",
            "Nothing was deleted. --fresh starts over and keeps the old run beside the new one.",
        )
    return newest, faults


def _read_run_state(path: Path) -> RunState:
    """Raises `ModelError` for a state that this version does not write."""
    file, hint = path / STATE, "Continue with the version that wrote it, or use --fresh to start over."
    try:
        return _RUN_STATE.validate_json(file.read_bytes())
    except OSError as error:
        raise ModelError(f"{file}: cannot be read: {os.strerror(error.errno or 0)}", hint) from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        if first["type"] == "unexpected_keyword_argument":
            raise ModelError(f"{file}: unknown key {key}, of another version", hint) from None
        raise ModelError(f"{file}: is damaged: {f'{key}: ' if key else ''}{first['msg']}", hint) from None


def load(
    path: Path,
    model: nn.Module,
    optimizers: Sequence[torch.optim.Optimizer],
    group: ProcessGroup = SINGLE_PROCESS,
) -> RunState:
    """Loads a verified checkpoint into the model and the optimizers of every rank, whichever number of ranks wrote it.

    Raises `ModelError` if it does not fit them.
    """
    state_tensors.load(path, group.decide(lambda: _ranks(path)), model, optimizers, group)
    group.barrier()  # else those that are first wait for the others in the next step
    return group.decide(lambda: _read_run_state(path))


def _ranks(path: Path) -> int:
    """The number of ranks that have written tensor files."""
    ranks = atomic_files.published_info(path).get(RANKS, 1)
    assert isinstance(ranks, int)
    return ranks
