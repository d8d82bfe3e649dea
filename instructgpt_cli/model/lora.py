"""Low-rank adapters (Hu et al., 2021, arXiv:2106.09685) by way of PEFT.

The base weights are frozen. Each adapted matrix W [out, in] computes with W + alpha / rank * B A, where only
B [out, rank] and A [rank, in] are trained.
"""

import warnings
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import adapter_files
from instructgpt_cli.model.adapter_layers import (
    ADAPTER,
    INITIAL,
    adapted_layers,
    is_of_adapter,
    is_plain,
    own_name,
    users_of_weights,
    weight_of,
)
from instructgpt_cli.model.optional_libraries import import_peft
from instructgpt_cli.recipe.schema import Lora
from instructgpt_cli.system import adapter_folder
from instructgpt_cli.system.adapter_folder import AdapterFolder
from instructgpt_cli.system.library_errors import first_line

# PEFT's initializations with a part of the base weights.
DECOMPOSITIONS = ("pissa", "olora")


def add(model: PreTrainedModel, lora: Lora, seed: int) -> None:
    """Add adapters and freeze all other weights: new ones, which leave the output unchanged, or those in `lora.from_`.

    Raises `ModelError` if a target is not a module or weight of the model, or shares its weights with another module.
    """
    if lora.from_ is not None:
        add_saved(model, adapter_folder.read(lora.from_), dropout=lora.dropout)
        return
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
    decomposes = lora.init.startswith(DECOMPOSITIONS)
    config = import_peft().LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        use_dora=lora.dora,
        use_rslora=lora.rslora,
        init_lora_weights=True if decomposes or lora.init == "default" else lora.init,
        target_modules=modules if named else lora.targets,
        target_parameters=weights or None,
        exclude_modules=None if named else _odd_layers(model) or None,
        task_type="CAUSAL_LM",
        base_model_name_or_path=model.name_or_path or None,
    )
    torch.manual_seed(seed)
    _inject(model, config)
    if decomposes:
        _decompose(model, config, lora.init)


def add_saved(model: PreTrainedModel, folder: AdapterFolder, *, dropout: float = 0.0) -> None:
    """Add the adapter of a PEFT folder and freeze all other weights. Raises `ModelError` if it does not fit."""
    config = import_peft().LoraConfig.from_pretrained(str(folder.path))
    init = config.init_lora_weights
    config.lora_dropout, config.inference_mode, config.init_lora_weights = dropout, False, True
    config.base_model_name_or_path = model.name_or_path or None
    _inject(model, config)
    if isinstance(init, str) and init.startswith(DECOMPOSITIONS):  # PEFT's adapter is relative to the remainder
        _decompose(model, config, init)
    adapter_files.load(model, folder.path)


def _inject(model: PreTrainedModel, config: Any) -> None:
    """Have PEFT add its layers; its errors are reported by the recipe's keys."""
    known = _linear_layers(model)
    shared = {key: users for key, users in users_of_weights(model).items() if len(users) > 1}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about defaults that are right here, and ties, which are refused below
            import_peft().inject_adapter_in_model(config, model, ADAPTER)
    except ValueError as error:
        if "lora_dropout" in str(error):
            raise ModelError(
                "train.lora.dropout: not supported by the adapters of experts and routers",
                f"Remove it, or name the layers to adapt. {known}.",
            ) from None
        if "use_dora" in str(error):
            raise ModelError(
                "train.lora.dora: not supported by the adapters of experts and routers",
                f"Remove it, or name the layers to adapt. {known}.",
            ) from None
        raise ModelError(f"train.lora.targets: {first_line(error)}", f"{known}." if known else "") from None
    for name, module in adapted_layers(model):
        users = {user for p in module.base_layer.parameters() for user in shared.get(id(p), ())} - {name}
        if users:
            raise ModelError(
                f"train.lora.targets: {name} shares its weights with {min(users)}", "Name other modules: all-linear."
            )


@torch.no_grad()
def _decompose(model: PreTrainedModel, config: Any, init: str) -> None:
    """Initialize the adapters with a part B0 A0 of the weights W that they adapt.

    PEFT subtracts that part from W. Here W stays unchanged and a second, frozen adapter subtracts it: W can then be
    stored in its own format or in 4 bits, and an adapter of twice the rank gives the same output on the original base.
    """
    _check_decomposable(model, init)
    for _, layer in adapted_layers(model):
        base = layer.get_base_layer()
        own = base.weight.data.clone()
        if init == "olora":
            layer.olora_init(ADAPTER)
        else:
            layer.pissa_init(ADAPTER, init)
        base.weight.data = own
        for matrix in (layer.lora_A, layer.lora_B):
            matrix[ADAPTER].weight.data = matrix[ADAPTER].weight.data.contiguous()
    frozen = type(config).from_peft_type(**{**config.to_dict(), "init_lora_weights": True, "lora_dropout": 0.0})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as in `_inject`
        import_peft().inject_adapter_in_model(frozen, model, INITIAL)
    for _, layer in adapted_layers(model):
        layer.scaling[INITIAL] = -layer.scaling[ADAPTER]
        layer.set_adapter([ADAPTER, INITIAL])
        for matrix in (layer.lora_A, layer.lora_B):
            matrix[INITIAL].weight.data.copy_(matrix[ADAPTER].weight.data)
            matrix[INITIAL].requires_grad_(False)


def _check_decomposable(model: PreTrainedModel, init: str) -> None:
    """Raise `ModelError` unless each adapted layer has one matrix, as large as the rank at least."""
    hint = "Name the layers to adapt (train.lora.targets), or use another init."
    for name, layer in adapted_layers(model):
        shape, rank = getattr(layer.get_base_layer(), weight_of(layer)).shape, layer.r[ADAPTER]
        if ADAPTER not in layer.lora_A or len(shape) != 2:
            raise ModelError(f"train.lora.init: {init} needs linear layers; {own_name(name)} is not one", hint)
        if init == "olora" and layer.fan_in_fan_out:
            raise ModelError(f"train.lora.init: olora does not support {own_name(name)}, which is transposed", hint)
        if rank > min(shape):
            raise ModelError(
                f"train.lora.rank: {rank} is too large for init: {init}: {own_name(name)} has the shape {list(shape)}",
                f"Lower it to {min(shape)}, or name other layers to adapt (train.lora.targets).",
            )


def without_adapter(model: PreTrainedModel) -> str:
    """The weights of experts and routers that `all-linear` gives no adapter, comma-separated; or ""."""
    adapted = {own_name(f"{name}.{weight_of(module)}") for name, module in adapted_layers(model)}
    own = {own_name(name): p for name, p in model.named_parameters() if not is_of_adapter(name)}
    stacks = [name for name, p in own.items() if _is_stack(p)]
    weights = [name for name in (*stacks, *(f"{name}.weight" for name in _odd_layers(model))) if name not in adapted]
    return ", ".join(sorted({".".join(name.removesuffix(".weight").split(".")[-2:]) for name in weights}))


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
        if isinstance(module, nn.Linear) and not is_plain(module)
    ]


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _linear_layers(model: PreTrainedModel) -> str:
    linear = {name.rpartition(".")[2] for name, module in model.named_modules() if isinstance(module, nn.Linear)}
    return f"The model's linear layers: {', '.join(sorted(linear))}" if linear else ""
