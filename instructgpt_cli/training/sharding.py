"""A model on one device, or sharded over the ranks.

Sharding is torch's FSDP2 (https://docs.pytorch.org/docs/stable/distributed.fsdp.fully_shard.html): every rank keeps a
shard of weights, gradients and optimizer state, and the weights of a layer are gathered only while it computes.
"""

import copy
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

import torch
from torch import Tensor, nn
from torch.distributed.checkpoint.state_dict import StateDictOptions, get_model_state_dict
from torch.distributed.fsdp import FSDPModule, fully_shard
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.self_checks import layers
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup

P = ParamSpec("P")
R = TypeVar("R")


class ShardedModel(nn.Module):
    """Moves `model` from the CPU to `device`, or shards it over the ranks of `group`, which all do this, at once or in
    turn.

    Raises `ModelError` for an architecture whose layers share weights.
    """

    def __init__(self, model: PreTrainedModel, device: torch.device, group: ProcessGroup = SINGLE_PROCESS) -> None:
        super().__init__()
        self.model, self.device = model, device
        self.shard_group = group
        """The ranks that hold a shard of the weights: they run every forward and backward pass together."""
        self._forms: list[PreTrainedModel] = []
        if group.size == 1:
            model.to(device)
            return
        _refuse_common_weights(model)
        if group.is_main:
            self._forms.append(_without_weights(model))
        for layer in layers(model):
            fully_shard(layer, mesh=group.mesh)
        # Otherwise weights stay gathered after a validation, and a checkpoint would take them for the shards.
        fully_shard(self, mesh=group.mesh, reshard_after_forward=True)

    def forward(
        self,
        function: Callable[Concatenate[PreTrainedModel, P], R],
        *args: P.args,
        **settings: P.kwargs,
    ) -> R:
        """`function(model, ...)`, while the weights of a sharded model that belong to no layer are gathered."""
        return function(self.model, *args, **settings)

    def sync_gradients(self, wanted: bool) -> None:
        """Whether the next backward pass reduces the gradients of a sharded model over the ranks."""
        if isinstance(self, FSDPModule):
            self.set_requires_gradient_sync(wanted)

    def gather(self) -> PreTrainedModel:
        """The full model. Collective: rank 0 has a copy of a sharded one on its CPU, the other ranks have their
        shards."""
        if self.shard_group.size == 1:
            return self.model
        options = StateDictOptions(full_state_dict=True, cpu_offload=True)
        state = get_model_state_dict(self.model, options=options)  # empty on the other ranks
        if not self.shard_group.is_main:
            return self.model
        model = copy.deepcopy(self._forms[0])
        model.load_state_dict(state, assign=True)
        model.tie_weights()
        return model


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
    """A copy with all weights and buffers on the meta device."""
    empty: dict[int, Tensor] = {id(b): torch.empty_like(b, device="meta") for b in model.buffers()}
    for p in model.parameters():
        empty[id(p)] = nn.Parameter(torch.empty_like(p, device="meta"), requires_grad=p.requires_grad)
    return copy.deepcopy(model, empty)
