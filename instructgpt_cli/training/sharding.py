"""Where a model's weights are: all of them on this process's device, or a share of each in every process of a team.

Sharing is torch's FSDP2 (https://docs.pytorch.org/docs/stable/distributed.fsdp.fully_shard.html): of weights, gradients
and optimizer state every process keeps its share, and a layer's weights are together only while it computes.
"""

import copy
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

import torch
from torch import Tensor, nn
from torch.distributed.checkpoint.state_dict import StateDictOptions, get_model_state_dict
from torch.distributed.fsdp import FSDPModule, fully_shard
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.self_checks import layers
from instructgpt_cli.training.distributed import ALONE, Call, Team

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Placement(nn.Module):
    """Puts `model`, which is on the CPU, on `device`, or shares it with the others of `sharing`, who do the same, at
    once or in turn.

    Raises `ModelError` for an architecture whose layers have weights in common.
    """

    def __init__(self, model: PreTrainedModel, device: torch.device, sharing: Team = ALONE) -> None:
        super().__init__()
        self.model, self.device = model, device
        self.sharing = sharing
        """Who has a share of the weights: whatever is computed with them is computed by all, in step."""
        self._forms: list[PreTrainedModel] = []
        if sharing.size == 1:
            model.to(device)
            return
        _refuse_common_weights(model)
        if sharing.leads:
            self._forms.append(_without_weights(model))
        for layer in layers(model):
            fully_shard(layer, mesh=sharing.mesh)
        # Else they would stay together after a validation, and be taken for the shares by whoever looks at them then.
        fully_shard(self, mesh=sharing.mesh, reshard_after_forward=True)

    def forward(
        self,
        function: Callable[Concatenate[PreTrainedModel, Arguments], Result],
        *args: Arguments.args,
        **settings: Arguments.kwargs,
    ) -> Result:
        """`function` of the model; of a shared one while those weights are together that belong to no layer."""
        return function(self.model, *args, **settings)

    def add_up_gradients(self, wanted: bool) -> None:
        """Whether the backward pass to come adds up what the processes have of a gradient."""
        if isinstance(self, FSDPModule):
            self.set_requires_gradient_sync(wanted)

    def gather(self) -> PreTrainedModel:
        """The model as one process has it: itself, or a copy on the CPU, which the leader calls for."""
        if self.sharing.size == 1:
            return self.model
        with self.sharing.asking(Call.GATHER):
            state = self.whole_state()
        model = copy.deepcopy(self._forms[0])
        model.load_state_dict(state, assign=True)
        model.tie_weights()
        return model

    def whole_state(self) -> dict[str, Any]:
        """The weights and persistent buffers, on the CPU; none of them where another process leads: there they are only
        sent."""
        return get_model_state_dict(self.model, options=StateDictOptions(full_state_dict=True, cpu_offload=True))


def _refuse_common_weights(model: PreTrainedModel) -> None:
    seen: set[int] = set()
    for layer in layers(model):
        own = {id(p) for p in layer.parameters()}
        if seen & own:
            raise ModelError(
                f"train.shard: {model.config.model_type} cannot be shared: its layers have weights in common",
                "Leave the key out.",
            )
        seen |= own


def _without_weights(model: PreTrainedModel) -> PreTrainedModel:
    """A copy whose weights and buffers have a shape and nothing else."""
    empty: dict[int, Tensor] = {id(b): torch.empty_like(b, device="meta") for b in model.buffers()}
    for p in model.parameters():
        empty[id(p)] = nn.Parameter(torch.empty_like(p, device="meta"), requires_grad=p.requires_grad)
    return copy.deepcopy(model, empty)
