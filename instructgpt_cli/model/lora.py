"""Low-rank adapters (Hu et al., 2021, arXiv:2106.09685) by way of PEFT.

The base weights are frozen. Each adapted matrix W [out, in] computes with W + alpha / rank * B A, where only
B [out, rank] and A [rank, in] are trained.
"""

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
    """Add new adapters and freeze all other weights. B starts at zero, so the output does not change.

    Raises `ModelError` if a target is not a module or weight of the model, or shares its weights with another module.
    """
    import peft  # noqa: PLC0415 - few runs need it

    named = [] if lora.targets == "all-linear" else list(lora.targets)
    known = _linear_layers(model)  # before adapters are among them
    weights = [name for name in named if not _is_module(model, name) and _is_weight(model, name)]
    modules = [name for name in named if name not in weights]
    if unknown := [name for name in modules if not _is_module(model, name)]:
        raise ModelError(
            f"train.lora.targets: the model has no {', '.join(unknown)}", f"{known}; or all-linear." if known else ""
        )
    if odd := sorted({_last(name) for name in _odd_layers(model)} & {_last(name) for name in modules}):
        raise ModelError(f"train.lora.targets: {odd[0]} is not a plain linear layer", f"{known}.")
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
            warnings.simplefilter("ignore")  # about defaults that are right here, and ties, which are refused below
            peft.inject_adapter_in_model(config, model, ADAPTER)
    except ValueError as error:
        if "lora_dropout" in str(error):
            raise ModelError(
                "train.lora.dropout: not supported by the adapters of experts and routers",
                f"Remove it, or name the layers to adapt. {known}.",
            ) from None
        raise ModelError(f"train.lora.targets: {first_line(error)}", f"{known}." if known else "") from None
    for name, module in adapted_layers(model):
        users = {user for p in module.base_layer.parameters() for user in shared.get(id(p), ())} - {name}
        if users:
            raise ModelError(
                f"train.lora.targets: {name} shares its weights with {min(users)}", "Name other modules: all-linear."
            )


def without_adapter(model: PreTrainedModel) -> str:
    """The weights of experts and routers that `all-linear` gives no adapter, comma-separated; or ""."""
    adapted = {own_name(f"{name}.{weight_of(module)}") for name, module in adapted_layers(model)}
    own = {own_name(name): p for name, p in model.named_parameters() if not _is_of_adapter(name)}
    stacks = [name for name, p in own.items() if _is_stack(p)]
    weights = [name for name in (*stacks, *(f"{name}.weight" for name in _odd_layers(model))) if name not in adapted]
    return ", ".join(sorted({".".join(name.removesuffix(".weight").split(".")[-2:]) for name in weights}))


class _FrozenBf16Linear(nn.Linear):
    """A frozen linear layer whose bfloat16 weights equal the float32 ones. Autocast uses them without a cast; outside
    of it they are cast to the input's dtype."""

    def forward(self, input: Tensor) -> Tensor:
        kind = input.device.type
        weight = self.weight if torch.is_autocast_enabled(kind) else self.weight.to(input.dtype)
        return F.linear(input, weight, self.bias)


def store_base_in_bf16(model: PreTrainedModel) -> None:
    """Store the base weights of adapted linear layers in bfloat16 where that is lossless, as for a model that was saved
    in it: half the memory, no cast at each use, bit-identical results."""
    for _, module in adapted_layers(model):
        base = module.base_layer
        if type(base) is not nn.Linear:
            continue
        weight = base.weight.detach().bfloat16()
        if torch.equal(weight.float(), base.weight):
            frozen = _FrozenBf16Linear(base.in_features, base.out_features, device="meta")
            frozen.weight, frozen.bias = nn.Parameter(weight, requires_grad=False), base.bias
            module.base_layer = frozen


def merged(model: PreTrainedModel) -> dict[str, Tensor] | None:
    """The state dict with the adapters merged, under the base model's names, in float32 on the CPU: the device may
    have no room for it. None if the model has no adapters."""
    adapted = adapted_layers(model)
    if not adapted:
        return None
    weights = {own_name(name): t.cpu() for name, t in model.state_dict().items() if not _is_of_adapter(name)}
    for name, module in adapted:
        weight = own_name(f"{name}.{weight_of(module)}")
        weights[weight] = weights[weight] + module.get_delta_weight(ADAPTER).cpu()  # bf16 + fp32 gives fp32
    return weights


def save(model: PreTrainedModel, folder: Path) -> None:
    """Save the adapters alone, in PEFT's format."""
    import peft  # noqa: PLC0415 - few runs need it

    folder.mkdir()
    own = peft.get_peft_model_state_dict(model, adapter_name=ADAPTER, save_embedding_layers=False)
    weights = {f"base_model.model.{name}": tensor.contiguous() for name, tensor in own.items()}
    save_file(weights, folder / "adapter_model.safetensors", {"format": "pt"})
    config = {key: _plain(value) for key, value in model.peft_config[ADAPTER].to_dict().items()}
    config |= {"base_model_name_or_path": _base(model.name_or_path), "inference_mode": True}
    (folder / "adapter_config.json").write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _base(name: str) -> str | None:
    """The base model's hub id, or the absolute path of its folder: PEFT may load the adapter from anywhere."""
    return str(Path(name).resolve()) if name and Path(name).is_dir() else name or None


def adapted_layers(model: PreTrainedModel) -> list[tuple[str, Any]]:
    return [(name, module) for name, module in model.named_modules() if hasattr(module, "lora_A")]


def weight_of(module: Any) -> str:
    """The name of the parameter that an adapter wraps. PEFT nests one wrapper for each parameter of experts."""
    return str(getattr(module, "parameter_name", "weight"))


def own_name(name: str) -> str:
    """A parameter's name in the base model."""
    return name.replace(".base_layer", "")


def _is_of_adapter(name: str) -> bool:
    return ".lora_" in name


def _is_module(model: PreTrainedModel, target: str) -> bool:
    return any(name == target or name.endswith(f".{target}") for name, _ in model.named_modules())


def _is_weight(model: PreTrainedModel, target: str) -> bool:
    return any(f".{name}".endswith(f".{target}") and _is_stack(p) for name, p in model.named_parameters())


def _is_stack(p: Tensor) -> bool:
    """Whether `p` is a stack of matrices [E, out, in], as experts have; a convolution's weight is not."""
    return p.ndim == 3 and min(p.shape[-2:]) > 1


def _odd_layers(model: PreTrainedModel) -> list[str]:
    """Names of linear layers whose forward is not a plain product, such as routers that also choose."""
    return [
        own_name(name)
        for name, module in model.named_modules()
        if isinstance(module, nn.Linear) and not _is_plain(module)
    ]


@torch.no_grad()
def _is_plain(module: nn.Linear) -> bool:
    """Checked on an input: Falcon overrides `forward` and computes the same product."""
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
    """`id(parameter)` -> the modules that share it, for parameters of more than one module."""
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
