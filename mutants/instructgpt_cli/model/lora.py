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
from instructgpt_cli.system.library_errors import first_line

ADAPTER = "default"


def add(model: PreTrainedModel, lora: Lora, seed: int) -> None:
    """Puts fresh adapters into the model and freezes everything else; as new, they change nothing that it computes.

    Raises `ModelError` where a target is no module or weight of the model, or one whose weights are used elsewhere too.
    """
    import peft  # noqa: PLC0415 - few runs need it

    named = [] if lora.targets == "all-linear" else list(lora.targets)
    known = _linear_layers(model)  # before there are adapters among them
    weights = [name for name in named if not _is_module(model, name) and _is_weight(model, name)]
    modules = [name for name in named if name not in weights]
    if unknown := [name for name in modules if not _is_module(model, name)]:
        raise ModelError(
            f"train.lora.targets: the model has no {', '.join(unknown)}", f"{known}; or all-linear." if known else ""
        )
    if odd := sorted({_last(name) for name in _odd_layers(model)} & {_last(name) for name in modules}):
        raise ModelError(f"train.lora.targets: {odd[0]} is no plain linear layer", f"{known}.")
    config = peft.LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        target_modules=modules if named else lora.targets,
        target_parameters=weights or None,
        exclude_modules=None if named else _odd_layers(model) or None,
        task_type="CAUSAL_LM",
        base_model_name_or_path=model.name_or_path or None,
    )
    torch.manual_seed(seed)
    shared = _shared(model)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of choices that it makes rightly, and of ties, which are refused below
            peft.inject_adapter_in_model(config, model, ADAPTER)
    except ValueError as error:
        if "lora_dropout" in str(error):
            raise ModelError(
                "train.lora.dropout: the adapters of experts and routers have none",
                f"Leave it out, or name the layers to adapt. {known}.",
            ) from None
        raise ModelError(f"train.lora.targets: {first_line(error)}", f"{known}." if known else "") from None
    for name, module in adapted_layers(model):
        users = {user for p in module.base_layer.parameters() for user in shared.get(id(p), ())} - {name}
        if users:
            raise ModelError(
                f"train.lora.targets: {name} shares its weights with {min(users)}", "Name other modules: all-linear."
            )


def left_out(model: PreTrainedModel) -> str:
    """Which matrices of layers, though `all-linear` is asked for, have no adapters; empty where there are none such."""
    adapted = {own_name(f"{name}.{weight_of(module)}") for name, module in adapted_layers(model)}
    own = {own_name(name): p for name, p in model.named_parameters() if not _is_of_adapter(name)}
    stacks = [name for name, p in own.items() if _is_stack(p)]
    weights = [name for name in (*stacks, *(f"{name}.weight" for name in _odd_layers(model))) if name not in adapted]
    return ", ".join(sorted({".".join(name.removesuffix(".weight").split(".")[-2:]) for name in weights}))


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
    for _, module in adapted_layers(model):
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
    adapted = adapted_layers(model)
    if not adapted:
        return None
    weights = {own_name(name): t.cpu() for name, t in model.state_dict().items() if not _is_of_adapter(name)}
    for name, module in adapted:
        weight = own_name(f"{name}.{weight_of(module)}")
        # Of a bfloat16 and a float32 tensor, float32.
        weights[weight] = weights[weight] + module.get_delta_weight(ADAPTER).cpu()
    return weights


def save(model: PreTrainedModel, folder: Path) -> None:
    """The adapters alone, as PEFT keeps them."""
    import peft  # noqa: PLC0415 - few runs need it

    folder.mkdir()
    own = peft.get_peft_model_state_dict(model, adapter_name=ADAPTER, save_embedding_layers=False)
    weights = {f"base_model.model.{name}": tensor.contiguous() for name, tensor in own.items()}
    save_file(weights, folder / "adapter_model.safetensors", {"format": "pt"})
    config = {key: _plain(value) for key, value in model.peft_config[ADAPTER].to_dict().items()}
    config |= {"base_model_name_or_path": _base(model.name_or_path), "inference_mode": True}
    (folder / "adapter_config.json").write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _base(name: str) -> str | None:
    """The base's name of the hub, or its folder by the whole path, for PEFT may be called from anywhere."""
    return str(Path(name).resolve()) if name and Path(name).is_dir() else name or None


def adapted_layers(model: PreTrainedModel) -> list[tuple[str, Any]]:
    return [(name, module) for name, module in model.named_modules() if hasattr(module, "lora_A")]


def weight_of(module: Any) -> str:
    """The parameter that an adapter is for: PEFT wraps each of a module's own once more, an expert's two so."""
    return str(getattr(module, "parameter_name", "weight"))


def own_name(name: str) -> str:
    """A parameter's name as it was before adapters were put around its module."""
    return name.replace(".base_layer", "")


def _is_of_adapter(name: str) -> bool:
    return ".lora_" in name


def _is_module(model: PreTrainedModel, target: str) -> bool:
    return any(name == target or name.endswith(f".{target}") for name, _ in model.named_modules())


def _is_weight(model: PreTrainedModel, target: str) -> bool:
    return any(f".{name}".endswith(f".{target}") and _is_stack(p) for name, p in model.named_parameters())


def _is_stack(p: Tensor) -> bool:
    """Of matrices side by side, as experts have them, which are no modules of their own; a convolution's are none."""
    return p.ndim == 3 and min(p.shape[-2:]) > 1


def _odd_layers(model: PreTrainedModel) -> list[str]:
    """Linear layers that compute something else: routers, which choose too."""
    return [
        own_name(name)
        for name, module in model.named_modules()
        if isinstance(module, nn.Linear) and not _is_plain(module)
    ]


@torch.no_grad()
def _is_plain(module: nn.Linear) -> bool:
    """Proved by trying: Falcon's layers write the product in their own way."""
    if type(module).forward is nn.Linear.forward:
        return True
    ones = module.weight.new_ones(1, module.in_features)
    try:
        found: Any = module(ones)
    except (RuntimeError, ValueError, IndexError):
        return False
    expected = F.linear(ones, module.weight, module.bias)
    return isinstance(found, Tensor) and found.shape == expected.shape and torch.allclose(found, expected, atol=1e-5)


def _shared(model: PreTrainedModel) -> dict[int, list[str]]:
    """By its id, the modules of each weight that several have."""
    users: dict[int, list[str]] = {}
    for name, p in model.named_parameters(remove_duplicate=False):
        users.setdefault(id(p), []).append(name.rpartition(".")[0])
    return {key: names for key, names in users.items() if len(names) > 1}


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _linear_layers(model: PreTrainedModel) -> str:
    linear = {name.rpartition(".")[2] for name, module in model.named_modules() if isinstance(module, nn.Linear)}
    return f"The model's linear layers: {', '.join(sorted(linear))}" if linear else ""


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, set) else value
