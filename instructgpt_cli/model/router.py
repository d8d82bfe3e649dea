"""The load-balancing auxiliary loss of mixture-of-experts routers (Fedus et al., 2021, arXiv:2101.03961).

E * sum over the E experts of f_e * P_e, over all layers together, as Transformers computes it. f_e is the mean number
of times that expert e is chosen for a token, P_e the router's mean probability for it.

A product of two means depends on the tokens that they are taken over. Transformers takes those of a micro-batch; here
it is all tokens of an optimizer step, so that the loss does not depend on gradient accumulation: f_e, which has no
gradient, is counted first, and P_e is accumulated as a sum.

Shapes: N tokens of a batch, R rows of a router's logits (padding included), E experts.
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
    """Expert choices and router probabilities of a batch, summed over tokens and layers."""

    counted: Tensor
    """[E + 1] how often each expert was chosen, then the number of tokens times layers."""
    probability: Tensor
    """[E] sums of the routers' probabilities, with gradient."""


def coefficient(config: PreTrainedConfig, setting: float | None, named: bool) -> float:
    """Return the weight of the auxiliary loss: the recipe's `setting` if given; else the config's coefficient if it
    requests router logits, as in Transformers, or if the recipe's own config has the key (`named`); else 0."""
    if setting is not None:
        return setting
    return own_coefficient(config) if named or getattr(config.get_text_config(), "output_router_logits", False) else 0.0


def own_coefficient(config: PreTrainedConfig) -> float:
    """Return the coefficient in the model's config, 0 if it has none."""
    return float(getattr(config.get_text_config(), "router_aux_loss_coef", None) or 0.0)


def refuse_unbalanced(model: PreTrainedModel) -> None:
    """Raise `ModelError` if the architecture has no load-balancing loss, or does not return its router logits."""
    if not _can_balance(model):
        raise ModelError(
            f"train.router_aux_loss_coef: {model.config.model_type} has no load-balancing loss",
            "Set it to 0: the model has no experts, or balances them another way.",
        )


def routed_loss(
    model: PreTrainedModel, batch: TargetBatch, *, packed: bool, chunked: bool = False
) -> tuple[Tensor, Routing]:
    """Return the sum of the target losses, and the routing of the same forward pass."""
    with _recorded(model) as logits:
        loss = summed_loss(model, batch, packed=packed, chunked=chunked)
    return loss, _routing(model, batch, logits, packed)


def routing(model: PreTrainedModel, batch: TargetBatch, *, packed: bool) -> Routing:
    """Return the routing alone, without computing the head."""
    with _recorded(model) as logits:
        target_hidden(model, batch, packed=packed)
    return _routing(model, batch, logits, packed)


def balancing_loss(counted: Tensor, probability: Tensor) -> Tensor:
    """Return the share of the auxiliary loss of a batch with these sums of probabilities [E], where `counted` [E + 1]
    is of the whole optimizer step."""
    tokens = counted[-1]
    return len(probability) * (counted[:-1] / tokens) @ (probability / tokens)


def _routing(model: PreTrainedModel, batch: TargetBatch, logits: Sequence[Tensor], packed: bool) -> Routing:
    indices = token_indices(model, batch, packed=packed)
    layers_NE = [torch.softmax(layer_RE.flatten(0, -2).index_select(0, indices).float(), -1) for layer_RE in logits]
    experts, chosen = layers_NE[0].shape[1], model.config.get_text_config().num_experts_per_tok
    best = torch.cat([layer_NE.detach().topk(chosen, -1).indices.flatten() for layer_NE in layers_NE])
    counts_E = torch.bincount(best, minlength=experts).float()
    tokens = counts_E.new_tensor([len(layers_NE) * len(indices)])
    return Routing(torch.cat((counts_E, tokens)), torch.stack([layer_NE.sum(0) for layer_NE in layers_NE]).sum(0))


@contextmanager
def _recorded(model: PreTrainedModel) -> Iterator[list[Tensor]]:
    """Collect the router logits of the forward passes inside: a tensor [R, E] per layer, into the yielded list."""
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
    if not hasattr(model, "router_aux_loss_coef"):  # other architectures do not choose by the largest probabilities
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
