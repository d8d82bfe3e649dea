"""Adapters in PEFT's format: saved, and loaded into a model that has them."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError, NumericsError
from instructgpt_cli.model.adapter_layers import ADAPTER, INITIAL
from instructgpt_cli.model.optional_libraries import import_peft
from instructgpt_cli.system.adapter_folder import CONFIG, WEIGHTS
from instructgpt_cli.system.library_errors import first_line

PREFIX = "base_model.model."


def save(model: PreTrainedModel, folder: Path, about: Mapping[str, str]) -> None:
    """Save the adapters alone, in PEFT's format, with `about` as metadata of their weights.

    Adapters that were initialized with a part B0 A0 of the base weights are saved as ordinary ones of twice the rank
    for the unchanged base: B A - B0 A0 = [B, -B0] [A; A0].
    """
    folder.mkdir(parents=True, exist_ok=True)
    weights = _tensors(model, ADAPTER)
    config = {key: _plain(value) for key, value in model.peft_config[ADAPTER].to_dict().items()}
    if INITIAL in model.peft_config:
        initial = _tensors(model, INITIAL)
        weights = {
            name: torch.cat((t, -initial[name]), 1) if ".lora_B." in name else torch.cat((t, initial[name]), 0)
            for name, t in weights.items()
        }
        config |= _of_twice_the_rank(config)
    config |= {"base_model_name_or_path": _base(model.name_or_path), "inference_mode": True}
    if config["base_model_name_or_path"] == model.name_or_path:  # a Hub id, which may come to mean other weights
        config["revision"] = getattr(model.config, "_commit_hash", None) or config.get("revision")
    save_file({f"{PREFIX}{name}": t for name, t in weights.items()}, folder / WEIGHTS, {"format": "pt", **about})
    _sort_metadata(folder / WEIGHTS)
    (folder / CONFIG).write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def load(model: PreTrainedModel, folder: Path) -> None:
    """Load the weights in `folder` into the model's adapters. Raises `ModelError` if they do not fit, `NumericsError`
    if they are not finite."""
    file = folder / WEIGHTS
    try:
        weights = load_file(file)
    except Exception as error:  # the library's own kind, and whatever the system says
        raise ModelError(f"{file}: is damaged: {first_line(error)}", "Copy it again.") from None
    weights = {name.removeprefix(PREFIX): tensor for name, tensor in weights.items()}
    own = _tensors(model, ADAPTER)
    if odd := sorted(own.keys() ^ weights.keys()):
        which = "lacks" if odd[0] in own else "has left-over"
        raise ModelError(f"{file}: {which} {odd[0]}", "The adapter belongs to another model.")
    for name, tensor in weights.items():
        if tensor.shape != own[name].shape:
            raise ModelError(
                f"{file}: {name} has the shape {list(tensor.shape)}, and the model needs {list(own[name].shape)}",
                "The adapter belongs to another model.",
            )
        if not torch.isfinite(tensor).all():
            raise NumericsError(f"{file}: {name} holds values that are not finite (NaN or infinity)")
    import_peft().set_peft_model_state_dict(model, weights, ADAPTER)


def _sort_metadata(file: Path) -> None:
    """Sort the metadata in the header: safetensors writes it in random order, and equal runs have equal files."""
    with file.open("r+b") as stream:
        size = int.from_bytes(stream.read(8), "little")
        header = json.loads(stream.read(size))
        header["__metadata__"] = dict(sorted(header["__metadata__"].items()))
        stream.seek(8)
        stream.write(json.dumps(header, separators=(",", ":")).encode().ljust(size))


def _tensors(model: PreTrainedModel, adapter: str) -> dict[str, Tensor]:
    found = import_peft().get_peft_model_state_dict(model, adapter_name=adapter, save_embedding_layers=False)
    return {name: tensor.contiguous() for name, tensor in found.items()}


def _of_twice_the_rank(config: Mapping[str, Any]) -> dict[str, Any]:
    """The config of an adapter with twice the rank and the same scaling: alpha / rank, or alpha / sqrt(rank)."""
    more = math.sqrt(2) if config["use_rslora"] else 2
    return {
        "r": 2 * config["r"],
        "lora_alpha": more * config["lora_alpha"],
        "rank_pattern": {name: 2 * rank for name, rank in config["rank_pattern"].items()},
        "alpha_pattern": {name: more * alpha for name, alpha in config["alpha_pattern"].items()},
        "init_lora_weights": True,
    }


def _base(name: str) -> str | None:
    """The base model's hub id, or the absolute path of its folder: PEFT may load the adapter from anywhere."""
    return str(Path(name).resolve()) if name and Path(name).is_dir() else name or None


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, set) else value
