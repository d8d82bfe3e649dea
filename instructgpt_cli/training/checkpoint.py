"""Checkpoints: all state of a run between two steps, which is weights, optimizer state and a few numbers.

The data order is a function of the step, and every random draw of a step is seeded by it, so there is no generator
state to keep. Tensors go into safetensors files; a folder is whole or it is not there (`atomic_files.publish`).
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType

import torch
from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.distributed.tensor import DTensor

from instructgpt_cli.errors import ModelError, ResourceError
from instructgpt_cli.model.adapter_layers import is_of_adapter
from instructgpt_cli.system import atomic_files
from instructgpt_cli.training import replicas
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup, full_tensor

PREFIX = "step-"
NONE: Mapping[str, Tensor] = MappingProxyType({})
WEIGHTS, OPTIMIZER, STATE = FILES = ("model.safetensors", "optimizer.safetensors", "state.json")


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
    """The limit for micro-batches that the run asks for, and the one that it keeps to since memory ran out."""

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
    """Writes checkpoint `step-N` under `folder`, atomically: the same files for a sharded model. Collective: every rank
    sends its shards, rank 0 writes.

    Raises `NumericsError` where the ranks of `group` do not hold the same weights.
    """
    files: dict[str, dict[str, Tensor]] = {WEIGHTS: {}, OPTIMIZER: {}}
    tensors = {WEIGHTS: _model_tensors(model), OPTIMIZER: _optimizer_tensors(model, optimizers)}
    replicated = {name: t for part in tensors.values() for name, t in part.items() if not isinstance(t, DTensor)}
    replicas.refuse_different(replicated, group, run_state.step)
    for file, part in tensors.items():
        for name, tensor in part.items():
            gathered = full_tensor(tensor)
            if group.is_main:
                files[file][name] = gathered.cpu() if gathered is not tensor else tensor.contiguous()
    if not group.is_main:
        return

    def write(staging: Path) -> None:
        for file, tensors in files.items():
            save_file(tensors, staging / file)
        (staging / STATE).write_text(_stated(run_state), encoding="utf-8")

    atomic_files.publish(folder / f"{PREFIX}{run_state.step}", write)


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
        fault = fault or next((f"{name} is missing" for name in FILES if not (path / name).exists()), "")
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
    for tensor in _model_tensors(model).values():
        if not isinstance(tensor, DTensor):
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
    """Loads a verified checkpoint into the model and the optimizers of every rank; rank 0 reads it."""
    weights, state = _read_tensors(path, model, optimizers) if group.is_main else (NONE, NONE)
    for name, tensor in _model_tensors(model).items():
        group.broadcast(tensor, weights.get(name))
    parameters = dict(model.named_parameters())
    for key, shape, dtype in group.decide(lambda: [(k, t.shape, t.dtype) for k, t in state.items()]):
        number, field, name = key.split("/", 2)
        parameter = parameters[name]
        alike = shape == parameter.shape
        own = torch.zeros_like(parameter) if alike else torch.empty(shape, dtype=dtype, device=parameter.device)
        group.broadcast(own, state.get(key))
        optimizers[int(number)].state[parameter][field] = own
    return group.decide(lambda: _read_run_state(path))


def _read_tensors(
    path: Path, model: nn.Module, optimizers: Sequence[torch.optim.Optimizer]
) -> tuple[Mapping[str, Tensor], Mapping[str, Tensor]]:
    """Weights and optimizer state of a checkpoint. Raises `ModelError` if they do not fit the model or optimizers."""
    weights, state = (load_file(path / name) for name in (WEIGHTS, OPTIMIZER))
    own = _model_tensors(model)
    if weights.keys() != own.keys() or any(weights[name].shape != own[name].shape for name in own):
        raise ModelError(f"{path}: holds another model's weights", "Use --fresh to start over.")
    if stray := _strays(model, optimizers, state):
        raise ModelError(
            f"{path}: holds optimizer state of {stray} for another optimizer than the one that trains it now",
            "It was written by another version. Use --fresh to start over, or continue with that version.",
        )
    return weights, state


def _strays(model: nn.Module, optimizers: Sequence[torch.optim.Optimizer], state: Mapping[str, Tensor]) -> str:
    """A parameter whose saved state is not for the optimizer that trains it; empty without one."""
    has = [{id(p) for group in optimizer.param_groups for p in group["params"]} for optimizer in optimizers]
    parameters = dict(model.named_parameters())
    for key in state:
        number, _, name = key.split("/", 2)
        if int(number) >= len(has) or name not in parameters or id(parameters[name]) not in has[int(number)]:
            return name
    return ""


def _model_tensors(model: nn.Module) -> dict[str, Tensor]:
    """Trainable weights, all weights of adapters, and persistent buffers, tied ones once. Other frozen weights are
    loaded again from the recipe's model by every start."""
    parameters = {name: p for name, p in model.named_parameters() if p.requires_grad or is_of_adapter(name)}
    persistent = model.state_dict(keep_vars=True)
    buffers = {name: b for name, b in model.named_buffers() if name in persistent}
    return {name: tensor.detach() for name, tensor in {**parameters, **buffers}.items()}


def _optimizer_tensors(model: nn.Module, optimizers: Sequence[torch.optim.Optimizer]) -> dict[str, Tensor]:
    """`number/field/parameter` -> tensor: the state of the optimizers."""
    return {
        f"{number}/{field}/{name}": value.detach()
        for name, parameter in model.named_parameters()
        for number, optimizer in enumerate(optimizers)
        if parameter in optimizer.state
        for field, value in optimizer.state[parameter].items()
    }
