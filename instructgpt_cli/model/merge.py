"""Merging adapters into the weights that they adapt: by PEFT, one layer at a time, on the CPU."""

import copy
import math
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.model.adapter_layers import ADAPTER, INITIAL, adapted_layers, is_of_adapter, own_name, weight_of
from instructgpt_cli.model.frozen import HalfEmbedding, HalfLinear
from instructgpt_cli.model.nf4 import Nf4Linear


@torch.no_grad()
def merged(model: PreTrainedModel) -> dict[str, Tensor] | None:
    """The state dict with the adapters merged, under the base model's names, in float32 on the CPU: the device may
    have no room for it. Weights in fewer bits (`frozen`, `nf4`) are float32 too. None if the model has no adapters."""
    adapted = adapted_layers(model)
    if not adapted:
        return None
    quantized = [(name, module) for name, module in model.named_modules() if isinstance(module, Nf4Linear)]
    inside = tuple(f"{name}.{part}" for name, _ in quantized for part in ("packed", "scales", "offset", "outer_scales"))
    halves = {id(m.weight) for m in model.modules() if isinstance(m, HalfLinear | HalfEmbedding)}
    whole: dict[int, Tensor] = {}  # one tensor for each weight: an embedding and a head may share theirs
    weights = {}
    for name, tensor in model.state_dict(keep_vars=True).items():
        if is_of_adapter(name) or name in inside:
            continue
        if id(tensor) not in whole:
            found = tensor.detach().cpu()
            whole[id(tensor)] = found.float() if id(tensor) in halves else found
        weights[own_name(name)] = whole[id(tensor)]
    outer = {name for name, _ in adapted}
    for name, module in quantized:
        if name.removesuffix(".base_layer") not in outer:
            weights[own_name(f"{name}.weight")] = module.weight.cpu()
    for name, layer in adapted:
        if name.removesuffix(".base_layer") == name:  # else merged with the wrapper around it
            for parameter, weight in _merged_weights(layer).items():
                weights[own_name(f"{name}.{parameter}")] = weight
    return weights


@torch.no_grad()
def filled(model: PreTrainedModel, weights: Mapping[str, Tensor]) -> PreTrainedModel:
    """`model` with these weights, each rounded to the dtype that the model has it in."""
    for name, tensor in model.state_dict().items():
        tensor.copy_(weights[name])
    return model


def _merged_weights(layer: Any) -> dict[str, Tensor]:
    """The adapted parameters of a layer, with their adapters merged."""
    twin = copy.deepcopy(layer)
    inner = [part for part in twin.modules() if hasattr(part, "lora_A")]
    base = twin.get_base_layer()
    if isinstance(base, nn.Linear | Nf4Linear):
        plain = nn.Linear(base.in_features, base.out_features, device="meta")
        plain.weight, plain.bias = nn.Parameter(base.weight.detach(), requires_grad=False), base.bias
        inner[-1].base_layer = plain
    twin.to("cpu").float()
    for part in inner:
        if INITIAL in part.lora_A:
            _join_initial(part)
        part.merge()
    base = twin.get_base_layer()
    return {name: getattr(base, name).detach() for name in map(weight_of, inner)}


def _join_initial(layer: Any) -> None:
    """Join the two adapters of a layer to one of twice the rank, as it is saved: the saved one merges to the same
    bits."""
    first, second = (matrix[ADAPTER] for matrix in (layer.lora_A, layer.lora_B))
    first.weight.data = torch.cat((first.weight, layer.lora_A[INITIAL].weight), 0)
    second.weight.data = torch.cat((second.weight, -layer.lora_B[INITIAL].weight), 1)
    rank, alpha = layer.r[ADAPTER], layer.lora_alpha[ADAPTER]
    scaled, root = (math.sqrt(2) * alpha, math.sqrt(2 * rank)) if layer.use_rslora[ADAPTER] else (2 * alpha, 2 * rank)
    layer.scaling[ADAPTER] = scaled / root
    layer.set_adapter([ADAPTER])
