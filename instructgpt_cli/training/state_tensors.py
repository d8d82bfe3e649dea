"""The tensors of a run's state, weights and optimizer state: which they are, written by the ranks, and read again.

A rank writes its shards to files of its own; what is not sharded is written by rank 0. The shards of a tensor are its
rows in the order of the ranks, so that any number of ranks can read them.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.distributed.tensor import DTensor

from instructgpt_cli.errors import Interrupted, ModelError, ResourceError
from instructgpt_cli.model import tensor_files
from instructgpt_cli.model.adapter_layers import is_of_adapter
from instructgpt_cli.model.tensor_files import TensorFiles
from instructgpt_cli.system import atomic_files
from instructgpt_cli.training.distributed import ProcessGroup, rows_of_shard, shard_of

WEIGHTS, OPTIMIZER = "model.safetensors", "optimizer.safetensors"
StateTensors = Mapping[str, Mapping[str, Tensor]]
"""File -> name -> tensor, on this rank."""


def of(model: nn.Module, optimizers: Sequence[torch.optim.Optimizer]) -> StateTensors:
    return {WEIGHTS: _model_tensors(model), OPTIMIZER: _optimizer_tensors(model, optimizers)}


def replicated(tensors: StateTensors) -> dict[str, Tensor]:
    """The tensors that every rank holds in full."""
    return {name: t for part in tensors.values() for name, t in part.items() if not isinstance(t, DTensor)}


def is_sharded(model: nn.Module) -> bool:
    return any(isinstance(parameter, DTensor) for parameter in model.parameters())


def files(path: Path, ranks: int) -> tuple[list[Path], list[Path]]:
    """The files of a checkpoint that `ranks` ranks have written: of the weights, and of the optimizer state."""
    weights, state = ([path / _file_of(file, rank, ranks) for rank in range(ranks)] for file in (WEIGHTS, OPTIMIZER))
    return weights, state


def _file_of(file: str, rank: int, ranks: int) -> str:
    """The name of a rank's file: model-00001-of-00004.safetensors."""
    stem, dot, suffix = file.partition(".")
    return f"{stem}-{rank + 1:05}-of-{ranks:05}{dot}{suffix}" if ranks > 1 else file


def write(staging: Path, tensors: StateTensors, group: ProcessGroup) -> dict[str, Mapping[str, object]]:
    """Writes this rank's shards, and on rank 0 replicated tensors, to files in `staging`. Collective: returns the
    manifest entries of all ranks' files.

    Raises `ResourceError` on a rank that does not see the folder, `Interrupted` where another rank could not write.
    """
    entries: dict[str, Mapping[str, object]] = {}
    fault: Exception | None = None
    try:
        if not staging.is_dir():
            raise ResourceError(
                f"rank {group.rank} does not see {staging}, where each rank saves its shards",
                "Put output_dir on a file system that all machines share.",
            )
        with atomic_files.naming(staging):
            for file, part in tensors.items():
                own = {name: t for name, t in part.items() if isinstance(t, DTensor) or group.is_main}
                name = _file_of(file, group.rank, group.size)
                entries[name] = tensor_files.write(staging / name, {key: shard_of(t) for key, t in own.items()})
    except (OSError, ResourceError) as error:
        fault = error
    found = group.share(None if fault else entries)
    if fault:
        raise fault
    if None in found:
        raise Interrupted("another process could not save its shards", "Its message says why.")
    return {name: entry for own in found if own is not None for name, entry in own.items()}


@torch.no_grad()
def load(
    path: Path, ranks: int, model: nn.Module, optimizers: Sequence[torch.optim.Optimizer], group: ProcessGroup
) -> None:
    """Loads the files in `path` of `ranks` ranks into the model and the optimizers of every rank of `group`. A rank
    reads its shards of sharded tensors; rank 0 reads the others and broadcasts them.

    Raises `ModelError` on rank 0 if they do not fit.
    """
    own = _model_tensors(model)
    reads = group.is_main or is_sharded(model)
    weights, state = (TensorFiles(each if reads else []) for each in files(path, ranks))
    group.decide(lambda: _refuse_other(path, model, optimizers, weights, state))
    for name, tensor in own.items():
        _read_into(tensor, name, weights, group)
    parameters = dict(model.named_parameters())
    for key, shape, dtype in group.decide(lambda: [(name, state.shape(name), state.dtype(name)) for name in state]):
        number, field, name = key.split("/", 2)
        parameter = parameters[name]
        alike = shape == parameter.shape
        value = torch.zeros_like(parameter) if alike else torch.empty(shape, dtype=dtype, device=parameter.device)
        _read_into(value, key, state, group)
        optimizers[int(number)].state[parameter][field] = value


def _read_into(tensor: Tensor, name: str, files: TensorFiles, group: ProcessGroup) -> None:
    if isinstance(tensor, DTensor):
        rows = rows_of_shard(tensor)
        tensor.to_local().copy_(files.rows(name, rows.start, rows.stop))
    else:
        group.broadcast(tensor, files.tensor(name) if group.is_main else None)


def _refuse_other(
    path: Path,
    model: nn.Module,
    optimizers: Sequence[torch.optim.Optimizer],
    weights: TensorFiles,
    state: TensorFiles,
) -> None:
    """Raises `ModelError` if the tensors of a checkpoint do not fit the model or the optimizers."""
    own = _model_tensors(model)
    if {*weights} != own.keys() or any(weights.shape(name) != own[name].shape for name in own):
        raise ModelError(f"{path}: holds another model's weights", "Use --fresh to start over.")
    if stray := _strays(model, optimizers, state):
        raise ModelError(
            f"{path}: holds optimizer state of {stray} for another optimizer than the one that trains it now",
            "It was written by another version. Use --fresh to start over, or continue with that version.",
        )


def _strays(model: nn.Module, optimizers: Sequence[torch.optim.Optimizer], state: Iterable[str]) -> str:
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
