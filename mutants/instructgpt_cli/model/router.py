"""The load-balancing loss of a mixture of experts (Fedus et al., 2021, arXiv:2101.03961), as Transformers computes it:
E * sum over the E experts of f_e * P_e, of all layers together. f_e is how often expert e is among those chosen for a
token, P_e the mean of the router's probabilities for it.

A product of two means depends on which tokens they are taken over. Here these are all of an optimizer step, where
Transformers takes those of a micro-batch: f_e, which has no gradient, is counted beforehand, and P_e is a sum. Shapes:
N tokens, E experts.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import torch
from torch import Tensor
from transformers import PreTrainedConfig, PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.loss import TargetBatch, summed_loss, target_hidden, token_indices


class Routing(NamedTuple):
    """What the routers of all layers did with the tokens of a batch."""

    counted: Tensor
    """[E + 1] how often each expert was chosen, and by how many tokens, each counted once a layer."""
    probability: Tensor
    """[E] sums of the routers' probabilities, with their gradient."""


def coefficient(config: PreTrainedConfig, wish: float | None, named: bool) -> float:
    """The weight of the loss in what is learnt. `wish` is the recipe's; without it the config is heard where it asks
    as Transformers trains, or where the recipe itself has `named` the key there."""
    if wish is not None:
        return wish
    return own_coefficient(config) if named or getattr(config.get_text_config(), "output_router_logits", False) else 0.0


def own_coefficient(config: PreTrainedConfig) -> float:
    return float(getattr(config.get_text_config(), "router_aux_loss_coef", None) or 0.0)


def refuse_unbalanced(model: PreTrainedModel) -> None:
    """Raises `ModelError` where Transformers has no such loss for the architecture, or none can be computed."""
    if not _can_balance(model):
        raise ModelError(
            f"train.router_aux_loss_coef: {model.config.model_type} has no load-balancing loss",
            "Set it to 0: the model has no experts, or balances them in its own way.",
        )


def routed_loss(
    model: PreTrainedModel, batch: TargetBatch, *, packed: bool, chunked: bool = False
) -> tuple[Tensor, Routing]:
    """The sum of the target losses, and the routing on the way."""
    with _recorded(model) as logits:
        loss = summed_loss(model, batch, packed=packed, chunked=chunked)
    return loss, _routing(model, batch, logits, packed)


def routing(model: PreTrainedModel, batch: TargetBatch, *, packed: bool) -> Routing:
    """The routing alone: the head computes nothing."""
    with _recorded(model) as logits:
        target_hidden(model, batch, packed=packed)
    return _routing(model, batch, logits, packed)


def balancing_loss(counted: Tensor, probability: Tensor) -> Tensor:
    """A batch's share of the loss of all that is `counted`."""
    rows = counted[-1]
    return len(probability) * (counted[:-1] / rows) @ (probability / rows)


def _routing(model: PreTrainedModel, batch: TargetBatch, logits: Sequence[Tensor], packed: bool) -> Routing:
    indices = token_indices(model, batch, packed=packed)
    of_layers = [torch.softmax(layer.flatten(0, -2).index_select(0, indices).float(), -1) for layer in logits]
    experts, chosen = of_layers[0].shape[1], model.config.get_text_config().num_experts_per_tok
    best = torch.cat([layer.detach().topk(chosen, -1).indices.flatten() for layer in of_layers])
    counts = torch.bincount(best, minlength=experts).float()
    rows = counts.new_tensor([len(of_layers) * len(indices)])
    return Routing(torch.cat((counts, rows)), torch.stack([layer.sum(0) for layer in of_layers]).sum(0))


@contextmanager
def _recorded(model: PreTrainedModel) -> Iterator[list[Tensor]]:
    """Within, the routers' logits of what the model computes go to the list, a tensor for each layer."""
    logits: list[Tensor] = []

    def ask(_: Any, args: Any, given: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        return args, {**given, "output_router_logits": True}

    def take(_: Any, args: Any, output: Any) -> None:
        logits.extend(getattr(output, "router_logits", None) or ())

    base = model.base_model
    hooks = (base.register_forward_pre_hook(ask, with_kwargs=True), base.register_forward_hook(take))
    try:
        yield logits
    finally:
        for hook in hooks:
            hook.remove()


def _can_balance(model: PreTrainedModel) -> bool:
    if not hasattr(model, "router_aux_loss_coef"):  # others choose otherwise than by the largest probabilities
        return False
    was_training = model.training
    model.eval()
    try:
        with torch.no_grad(), _recorded(model) as logits:
            model(input_ids=torch.zeros((1, 3), dtype=torch.long, device=model.device), use_cache=False)
    except (TypeError, ValueError, RuntimeError):
        return False
    finally:
        model.train(was_training)
    return bool(logits) and hasattr(model.config.get_text_config(), "num_experts_per_tok")
