"""Whether a model with adapters computes what it does with them merged, proved by trying: some architectures read the
weights of a layer past its adapter, which then learns nothing and changes the merged model."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.lora import ADAPTER, adapted_layers, own_name, weight_of

# As many times as large as a layer's weights, what its adapter adds is seen in the logits.
LOUD = 10.0


@torch.no_grad()
def refuse_unseen(model: PreTrainedModel) -> None:
    """Raises `ModelError` where merging the adapters would change what the model computes, naming the layers. Tried on
    the first layer of each name, on a few tokens; the model stays as it is."""
    generator = torch.Generator().manual_seed(0)
    ids = torch.randint(0, model.get_input_embeddings().weight.shape[0], (1, 9), generator=generator)
    layers = _first_of_each_name(model)
    added = {name: _second_matrix(layer) for name, layer in layers.items()}
    weights = {name: getattr(layer.get_base_layer(), weight_of(layer)) for name, layer in layers.items()}
    before = [(p, p.data) for p in (*weights.values(), *added.values())]
    was_training = model.training
    model.eval()
    try:
        for name, p in added.items():
            p.data = torch.randn(p.shape, generator=generator)
            p.data *= LOUD * weights[name].norm() / (layers[name].get_delta_weight(ADAPTER).norm() + 1e-12)
        if unseen := _unseen(lambda: model(input_ids=ids, use_cache=False).logits, layers, weights, added):
            raise ModelError(
                f"train.lora.targets: {model.config.model_type} reads weights past their adapters: {', '.join(unseen)}",
                f"Name other layers, such as [{', '.join(sorted(layers.keys() - set(unseen)))}].",
            )
    finally:
        for p, data in before:
            p.data = data
        model.train(was_training)


def _unseen(
    logits: Callable[[], Tensor], layers: dict[str, Any], weights: dict[str, Tensor], added: dict[str, Tensor]
) -> list[str]:
    """The layers whose adapters do not change the logits, where those are not the merged weights'."""
    apart = logits()
    kept = {name: (weights[name].data, p.data) for name, p in added.items()}
    for name, p in added.items():
        weights[name].data = weights[name] + layers[name].get_delta_weight(ADAPTER)
        p.data = torch.zeros_like(p)
    merged = logits()
    if torch.allclose(apart, merged, rtol=0, atol=1e-3 * float(merged.abs().max())):
        return []
    for name, p in added.items():
        weights[name].data, p.data = kept[name]
    unseen = []
    for name, p in added.items():
        p.data = torch.zeros_like(p)
        if torch.equal(logits(), apart):
            unseen.append(name)
        p.data = kept[name][1]
    return unseen or list(added)


def _first_of_each_name(model: PreTrainedModel) -> dict[str, Any]:
    first: dict[str, Any] = {}
    for name, layer in adapted_layers(model):
        weight = weight_of(layer)
        first.setdefault(weight if weight != "weight" else own_name(name).rpartition(".")[2], layer)
    return first


def _second_matrix(layer: Any) -> Tensor:
    """The one that is zero in a new adapter."""
    found: Tensor = layer.lora_B[ADAPTER].weight if ADAPTER in layer.lora_B else layer.lora_embedding_B[ADAPTER]
    return found
