"""Check that merging the adapters does not change what a model computes.

Some architectures read a layer's weight directly and bypass its adapter: the adapter would get no gradient, and merging
it would change the model.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.adapter_layers import ADAPTER, adapted_layers, own_name, weight_of

# The adapter's update is scaled to this many times the norm of the layer's weights, so that it shows in the logits.
UPDATE_SCALE = 10.0


@torch.no_grad()
def refuse_bypassed(model: PreTrainedModel) -> None:
    """Raise `ModelError` naming the layers if merging the adapters changes the logits. Checked on a few tokens, with
    the first layer of each name; the model is left unchanged."""
    generator = torch.Generator().manual_seed(0)
    ids = torch.randint(0, model.get_input_embeddings().weight.shape[0], (1, 9), generator=generator)
    layers = _first_of_each_name(model)
    added = {name: _lora_b(layer) for name, layer in layers.items()}
    weights = {name: getattr(layer.get_base_layer(), weight_of(layer)) for name, layer in layers.items()}
    before = [(p, p.data) for p in (*weights.values(), *added.values())]
    was_training = model.training
    model.eval()
    try:
        for name, p in added.items():
            p.data = torch.randn(p.shape, generator=generator)
            p.data *= UPDATE_SCALE * weights[name].norm() / (layers[name].get_delta_weight(ADAPTER).norm() + 1e-12)
        if bypassed := _bypassed(lambda: model(input_ids=ids, use_cache=False).logits, layers, weights, added):
            raise ModelError(
                f"train.lora.targets: {model.config.model_type} bypasses the adapters of {', '.join(bypassed)}",
                f"Name other layers, such as [{', '.join(sorted(layers.keys() - set(bypassed)))}].",
            )
    finally:
        for p, data in before:
            p.data = data
        model.train(was_training)


def _bypassed(
    logits: Callable[[], Tensor], layers: dict[str, Any], weights: dict[str, Tensor], added: dict[str, Tensor]
) -> list[str]:
    """The layers whose adapters do not affect the logits; empty if the merged weights give the same logits."""
    adapted = logits()
    kept = {name: (weights[name].data, p.data) for name, p in added.items()}
    for name, layer in layers.items():
        weights[name].data = weights[name].data.clone()
        layer.merge()
    merged = logits()
    for name, layer in layers.items():
        layer.merged_adapters.clear()
        weights[name].data = kept[name][0]
    if torch.allclose(adapted, merged, rtol=0, atol=1e-3 * float(merged.abs().max())):
        return []
    bypassed = []
    for name, p in added.items():
        p.data = torch.zeros_like(p)
        if torch.equal(logits(), adapted):
            bypassed.append(name)
        p.data = kept[name][1]
    return bypassed or list(added)


def _first_of_each_name(model: PreTrainedModel) -> dict[str, Any]:
    first: dict[str, Any] = {}
    for name, layer in adapted_layers(model):
        weight = weight_of(layer)
        first.setdefault(weight if weight != "weight" else own_name(name).rpartition(".")[2], layer)
    return first


def _lora_b(layer: Any) -> Tensor:
    """The matrix B, which is zero in a new adapter."""
    found: Tensor = layer.lora_B[ADAPTER].weight if ADAPTER in layer.lora_B else layer.lora_embedding_B[ADAPTER]
    return found
