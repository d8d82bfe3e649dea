"""Experts of a mixture in the number format of the run.

Transformers multiplies the stacked weights of experts by grouped matrix products, which have no autocast rule: under
autocast they compute in the weights' float32. Here they are cast first, as autocast casts those of linear layers.
"""

from collections.abc import Callable
from typing import Any

from torch import Tensor, nn
from transformers.integrations.moe import ALL_EXPERTS_FUNCTIONS

from instructgpt_cli.model import shape_buckets

# The implementations of Transformers that multiply stacked weights; `eager` uses linear layers.
STACKED = ("grouped_mm", "batched_mm")


class _Cast:
    """An experts module whose tensors are cast to autocast's dtype where it is on."""

    def __init__(self, experts: nn.Module) -> None:
        self._experts = experts

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._experts, name)
        if isinstance(value, Tensor) and value.is_floating_point():
            return value.to(shape_buckets.compute_type(value.device, value.dtype))
        return value


class _InAutocast:
    """An experts function of Transformers, called with cast weights."""

    def __init__(self, function: Callable[..., Tensor]) -> None:
        self.function = function

    def __call__(self, experts: nn.Module, *args: Tensor, **options: Any) -> Tensor:
        return self.function(_Cast(experts), *args, **options)


def follow_autocast() -> None:
    """Make Transformers' experts follow autocast, in this process; without autocast nothing changes."""
    for name in STACKED:
        function = ALL_EXPERTS_FUNCTIONS[name]
        if not isinstance(function, _InAutocast):
            ALL_EXPERTS_FUNCTIONS[name] = _InAutocast(function)
