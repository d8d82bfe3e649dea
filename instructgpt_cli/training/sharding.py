"""A model on one device, or sharded over the ranks.

Sharding is torch's FSDP2 (https://docs.pytorch.org/docs/stable/distributed.fsdp.fully_shard.html): every rank keeps a
shard of weights, gradients and optimizer state, and the weights of a layer are gathered only while it computes. A run
in bfloat16 gathers them in it, without autocast, whose copies would live until the backward pass; shards, and sums of
gradients over ranks and micro-batches, are float32.
"""

import copy
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from typing import Any, Concatenate, ParamSpec, TypeVar

import torch
from torch import Tensor, nn
from torch.distributed.checkpoint.state_dict import StateDictOptions, get_model_state_dict
from torch.distributed.fsdp import MixedPrecisionPolicy, fully_shard
from torch.distributed.tensor import DTensor
from transformers import PreTrainedModel

from instructgpt_cli.errors import Interrupted, ModelError, UsageError
from instructgpt_cli.model import frozen
from instructgpt_cli.model.attention_name import attention_of
from instructgpt_cli.model.folder_checks import non_finite
from instructgpt_cli.model.self_checks import layers
from instructgpt_cli.model.tensor_files import TensorFiles
from instructgpt_cli.training import precision
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup, rows_of_shard

P = ParamSpec("P")
R = TypeVar("R")
FLOAT32 = MixedPrecisionPolicy()


class ShardedModel:
    """Moves `model` from the CPU to `device`, or shards it over the ranks of `group`, which all do this, at once or in
    turn. With `files` the weights of `model` are on the meta device, and each rank reads its shards: collective.

    Raises `ModelError` for an architecture whose layers share weights, `NumericsError` for weights in `files` that are
    not finite.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        device: torch.device,
        group: ProcessGroup = SINGLE_PROCESS,
        files: TensorFiles | None = None,
    ) -> None:
        self.device = device
        self.shard_group = group
        """The ranks that hold a shard of the weights: they run every forward and backward pass together."""
        self._root = _Root(model)
        if group.size == 1:
            model.to(device)
            return
        _refuse_common_weights(model)
        self._form = _without_weights(model)
        _shard(self._root, group, FLOAT32)
        if files is not None:
            _read_shards(self._root.model, files, device, group)

    @property
    def model(self) -> PreTrainedModel:
        """The model itself; its parameters are this rank's shards where it is sharded."""
        return self._root.model

    def __call__(
        self,
        function: Callable[Concatenate[PreTrainedModel, P], R],
        *args: P.args,
        **settings: P.kwargs,
    ) -> R:
        """`function(model, ...)`, while the weights of a sharded model that belong to no layer are gathered."""
        found: R = self._root(function, *args, **settings)
        return found

    def compute_in(self, dtype: torch.dtype) -> precision.Context:
        """Choose the dtype of matrix products, once, before the first step; returns the context of forward passes:
        autocast, or none for a sharded model, which computes in float32 before. `model` is another object then."""
        if self.shard_group.size == 1:
            return precision.autocast(dtype, self.device)
        if dtype != torch.float32:
            # FSDP2 cannot change the policy of a module: its shards move to a new one.
            root = _Root(copy.deepcopy(self._form))
            if attention_of(root.model) != attention_of(self.model):
                root.model.set_attn_implementation(attention_of(self.model))
            frozen.embed_in(root.model, dtype)
            _shard(root, self.shard_group, MixedPrecisionPolicy(param_dtype=dtype, reduce_dtype=torch.float32))
            _move_parameters(self._root, root)
            self._root = root
        return nullcontext

    def gather(self) -> PreTrainedModel:
        """The full model. Collective: rank 0 has a copy of a sharded one on its CPU, the other ranks have their
        shards."""
        if self.shard_group.size == 1:
            return self.model
        options = StateDictOptions(full_state_dict=True, cpu_offload=True)
        state = get_model_state_dict(self.model, options=options)  # empty on the other ranks
        if not self.shard_group.is_main:
            return self.model
        model = copy.deepcopy(self._form)
        model.load_state_dict(state, assign=True)
        model.tie_weights()
        return model


class _Root(nn.Module):
    """Runs any function of the model inside a forward pass: FSDP2 gathers weights in those of its modules."""

    def __init__(self, model: PreTrainedModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, function: Callable[..., Any], *args: Any, **settings: Any) -> Any:
        return function(self.model, *args, **settings)


def _shard(root: _Root, group: ProcessGroup, policy: MixedPrecisionPolicy) -> None:
    try:
        for layer in layers(root.model):
            fully_shard(layer, mesh=group.mesh, mp_policy=policy)
    except RuntimeError as error:
        if "floating point" not in str(error):
            raise
        raise UsageError(
            f"train.shard: torch {torch.__version__} shards no weights in 4 bits", "Update torch, or leave the key out."
        ) from None
    # Without resharding, weights stay gathered after a validation, and a checkpoint would take them for the shards.
    # The root's inputs are ids, in dataclasses that FSDP2 would rebuild to cast them.
    policy = replace(policy, cast_forward_inputs=False)
    fully_shard(root, mesh=group.mesh, mp_policy=policy, reshard_after_forward=True)


def _move_parameters(source: nn.Module, target: nn.Module) -> None:
    """Give `target` the parameters of `source`, a module of the same form."""
    found = dict(source.named_parameters())
    _replace_parameters(target, {name: found[name].detach() for name, _ in target.named_parameters()})


def _replace_parameters(module: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """Make parameters of `tensors`, one for each of the module's; those of tied ones stay tied."""
    named = [*module.named_parameters(remove_duplicate=False)]
    new = {
        id(old): nn.Parameter(tensors[name], requires_grad=old.requires_grad) for name, old in named if name in tensors
    }
    for name, old in named:
        owner, _, last = name.rpartition(".")
        setattr(module.get_submodule(owner), last, new[id(old)])


def _read_shards(model: PreTrainedModel, files: TensorFiles, device: torch.device, group: ProcessGroup) -> None:
    """Give `model` this rank's shards of the weights, and all of the persistent buffers, in `files`."""
    bad = ""
    shards: dict[str, Tensor] = {}
    for name, p in model.named_parameters(remove_duplicate=False):
        if name in shards or name not in files:
            continue
        assert isinstance(p, DTensor)
        rows = rows_of_shard(p)
        local = torch.empty_like(p.to_local(), device=device)
        local.copy_(files.rows(name, rows.start, rows.stop))
        if not bool(torch.isfinite(local).all()):
            bad = name
        shards[name] = DTensor.from_local(
            local, p.device_mesh, p.placements, run_check=False, shape=p.shape, stride=p.stride()
        )
    _replace_parameters(model, shards)
    for name, buffer in model.named_buffers():
        if name in files:
            buffer.copy_(files.tensor(name))
    if bad := next(filter(None, group.share(bad)), ""):
        if not group.is_main:
            raise Interrupted(f"{bad} is not finite", "Rank 0 reports it.")
        raise non_finite(str(model.config._name_or_path), bad)


def _refuse_common_weights(model: PreTrainedModel) -> None:
    seen: set[int] = set()
    for layer in layers(model):
        own = {id(p) for p in layer.parameters()}
        if seen & own:
            raise ModelError(
                f"train.shard: {model.config.model_type} cannot be sharded: its layers share weights",
                "Leave the key out.",
            )
        seen |= own


def _without_weights(model: PreTrainedModel) -> PreTrainedModel:
    """A copy with all weights on the meta device."""
    empty: dict[int, Any] = {}
    for p in model.parameters():
        empty[id(p)] = nn.Parameter(torch.empty_like(p, device="meta"), requires_grad=p.requires_grad)
    return copy.deepcopy(model, empty)
