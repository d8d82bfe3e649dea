"""The layers that PEFT has wrapped with adapters, and the names of their parameters."""

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import PreTrainedModel

# The adapter that is trained, and the frozen one that subtracts its initial value if that is not zero.
ADAPTER, INITIAL = "default", "initial"


def adapted_layers(model: PreTrainedModel) -> list[tuple[str, Any]]:
    return [(name, module) for name, module in model.named_modules() if hasattr(module, "lora_A")]


def users_of_weights(model: PreTrainedModel) -> dict[int, list[str]]:
    """`id(parameter)` -> the names of the modules that have it: more than one where weights are tied."""
    users: dict[int, list[str]] = {}
    for name, p in model.named_parameters(remove_duplicate=False):
        users.setdefault(id(p), []).append(name.rpartition(".")[0])
    return users


def weight_of(module: Any) -> str:
    """The name of the parameter that an adapter wraps. PEFT nests one wrapper for each parameter of experts."""
    return str(getattr(module, "parameter_name", "weight"))


def own_name(name: str) -> str:
    """A parameter's name in the base model."""
    return name.replace(".base_layer", "")


def is_of_adapter(name: str) -> bool:
    return ".lora_" in name


@torch.no_grad()
def is_plain(module: nn.Linear) -> bool:
    """Whether a linear layer computes a plain product; a router also chooses. Checked on an input: Falcon overrides
    `forward` and computes the same product."""
    if type(module).forward is nn.Linear.forward:
        return True
    ones = module.weight.new_ones(1, module.in_features)
    try:
        found: Any = module(ones)
    except (RuntimeError, ValueError, IndexError):
        return False
    expected = F.linear(ones, module.weight, module.bias)
    return isinstance(found, Tensor) and found.shape == expected.shape and torch.allclose(found, expected, atol=1e-5)
