"""Low-rank adapters (Hu et al., 2021, arXiv:2106.09685), by way of PEFT: the model's own weights stay as they are, and
each adapted matrix W [out, in] computes with W + alpha / rank * B A, of which B [out, rank] and A [rank, in] learn."""

import json
import warnings
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.recipe.schema import Lora

ADAPTER = "default"


def add(model: PreTrainedModel, lora: Lora, seed: int) -> None:
    """Puts fresh adapters into the model and freezes everything else; as new, they change nothing that it computes.

    Raises `ModelError` where a target is no module of the model, or one whose weights are used elsewhere too.
    """
    import peft  # noqa: PLC0415 - few runs need it

    named = [] if lora.targets == "all-linear" else list(lora.targets)
    known = _linear_layers(model)  # before there are adapters among them
    if unknown := [name for name in named if not _has(model, name)]:
        raise ModelError(
            f"train.lora.targets: the model has no {', '.join(unknown)}", f"{known}; or all-linear." if known else ""
        )
    config = peft.LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        target_modules=named or lora.targets,
        task_type="CAUSAL_LM",
        base_model_name_or_path=model.name_or_path or None,
    )
    torch.manual_seed(seed)
    tied = {id(p) for p in model.get_input_embeddings().parameters()}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of choices that it makes rightly, and of ties, which are refused below
            peft.inject_adapter_in_model(config, model, ADAPTER)
    except ValueError as error:
        raise ModelError(f"train.lora.targets: {str(error).splitlines()[0]}", f"{known}." if known else "") from None
    for name, module in _adapted(model):
        if any(id(p) in tied for p in module.base_layer.parameters()):
            raise ModelError(
                f"train.lora.targets: {name} shares its weights with the embeddings", "Name other modules: all-linear."
            )


class _Halved(nn.Linear):
    """A linear layer that does not learn, with weights in bfloat16 that stand for the same float32 numbers: autocast
    takes them as they are, everything else computes with those numbers."""

    def forward(self, input: Tensor) -> Tensor:
        kind = input.device.type
        weight = self.weight if torch.is_autocast_enabled(kind) else self.weight.to(input.dtype)
        return F.linear(input, weight, self.bias)


def halve(model: PreTrainedModel) -> None:
    """Keeps the own weights of the adapted linear layers in bfloat16 where that loses nothing, as with a model that was
    stored in it: half their memory, nothing to convert at each use, the same numbers wherever the model computes."""
    for _, module in _adapted(model):
        base = module.base_layer
        if type(base) is not nn.Linear:
            continue
        weight = base.weight.detach().bfloat16()
        if torch.equal(weight.float(), base.weight):
            halved = _Halved(base.in_features, base.out_features, device="meta")
            halved.weight, halved.bias = nn.Parameter(weight, requires_grad=False), base.bias
            module.base_layer = halved


def merged(model: PreTrainedModel) -> dict[str, Tensor] | None:
    """The weights of the model without adapters that computes the same, under its own names, float32 and on the CPU: a
    device that the adapted model fits may be too small for them. None where it has no adapters."""
    adapted = dict(_adapted(model))
    if not adapted:
        return None
    weights = {}
    for name, tensor in model.state_dict().items():
        owner = next((owner for owner in _parents(name) if owner in adapted), None)
        if owner is None:
            weights[name] = tensor.cpu()
        elif name.startswith(f"{owner}.base_layer."):
            field = name.removeprefix(f"{owner}.base_layer.")
            change = adapted[owner].get_delta_weight(ADAPTER).cpu() if field == "weight" else 0
            weights[f"{owner}.{field}"] = tensor.cpu() + change  # of a bfloat16 and a float32 tensor, float32
    return weights


def save(model: PreTrainedModel, folder: Path) -> None:
    """The adapters alone, as PEFT keeps them."""
    import peft  # noqa: PLC0415 - few runs need it

    folder.mkdir()
    own = peft.get_peft_model_state_dict(model, adapter_name=ADAPTER)
    weights = {f"base_model.model.{name}": tensor.contiguous() for name, tensor in own.items()}
    save_file(weights, folder / "adapter_model.safetensors", {"format": "pt"})
    config = {key: _plain(value) for key, value in model.peft_config[ADAPTER].to_dict().items()}
    (folder / "adapter_config.json").write_text(
        json.dumps({**config, "inference_mode": True}, indent=2, sort_keys=True) + "\n", encoding="utf-8"
    )


def _adapted(model: PreTrainedModel) -> list[tuple[str, Any]]:
    return [(name, module) for name, module in model.named_modules() if hasattr(module, "lora_A")]


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:i]) for i in range(1, len(parts))]


def _has(model: PreTrainedModel, target: str) -> bool:
    return any(name == target or name.endswith(f".{target}") for name, _ in model.named_modules())


def _linear_layers(model: PreTrainedModel) -> str:
    linear = {name.rpartition(".")[2] for name, module in model.named_modules() if isinstance(module, nn.Linear)}
    return f"The model's linear layers: {', '.join(sorted(linear))}" if linear else ""


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, set) else value
