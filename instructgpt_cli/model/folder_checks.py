"""Checks of a model folder, before and after its weights are loaded: errors name the file or tensor."""

import errno
import math
import os
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from transformers import CONFIG_MAPPING, PreTrainedModel

from instructgpt_cli.errors import ModelError, NumericsError
from instructgpt_cli.model import generation_settings
from instructgpt_cli.model.config import known_type
from instructgpt_cli.model.hub_file import HubFileError, hub_file
from instructgpt_cli.suggest import nearest
from instructgpt_cli.system import adapter_folder, offline
from instructgpt_cli.system.json_object import MalformedJson, read_object
from instructgpt_cli.system.library_errors import first_line, is_out_of_memory

LARGEST_CONFIG = 10_000_000  # bytes
# Position tables and masks that older versions of Transformers stored with the weights.
BUFFERS = ("masked_bias", "position_ids", "inv_freq", "cos_cached", "sin_cached", "causal_mask", "embed_positions")


def existing(path: str, *, code_allowed: bool = False) -> str:
    """Return `path` if it is a complete model folder or a Hub id. Raises `ModelError` otherwise."""
    try:
        return _checked(path, code_allowed)
    except OSError as error:
        raise ModelError(f"{error.filename or path}: cannot be read: {os.strerror(error.errno or 0)}") from None


def check_hub_config(name: str, revision: str | None, *, code_allowed: bool) -> dict[str, Any]:
    """Return the config of a Hub model, checked like a folder's. Empty if it cannot be had: loading reports why."""
    try:
        file = hub_file(name, "config.json", revision)
    except HubFileError:
        return {}
    return _checked_config(file, code_allowed=code_allowed)


def read_config(path: str) -> dict[str, Any]:
    """Return the config.json of a local model folder, or of the base of an adapter folder."""
    return read_object(Path(str(adapter_folder.whole_model(existing(path)))) / "config.json", LARGEST_CONFIG)


def _checked(path: str, code_allowed: bool) -> str:
    folder = Path(path)
    if folder.is_dir():
        if adapter_folder.is_adapter(path):
            for adapter in adapter_folder.chain(path)[0]:
                _refuse_torn(adapter.path)
            _checked(str(adapter_folder.whole_model(path)), code_allowed)
            return str(folder)
        if not (folder / "config.json").is_file():
            run = (folder / "model" / "config.json").is_file() or adapter_folder.is_adapter(f"{path}/model")
            hint = "Name a model folder: config.json, model.safetensors, tokenizer.json."
            raise ModelError(f"{path}: has no config.json", f"Did you mean {folder / 'model'}?" if run else hint)
        _checked_config(folder / "config.json", code_allowed=code_allowed)
        settings = folder / "generation_config.json"
        if settings.is_file():
            generation_settings.refuse_odd(settings, _object(settings))
        _refuse_shards_elsewhere(folder)
        _refuse_torn(folder)
        return str(folder)
    if folder.exists():
        raise ModelError(f"{path}: is a file, not a model folder")
    if offline.is_local(path):
        raise ModelError(f"{path}: no such model folder", _near(path))
    return path


def _near(path: str) -> str:
    parent, name = Path(path).parent, Path(path).name
    if not parent.is_dir():
        return "Has it been trained yet?"
    if near := nearest(name, sorted(folder.name for folder in parent.glob("*/"))):
        return f"Did you mean {parent / near}?"
    if parent.name == "" or path != f"{parent.name}/{name}":
        return "Has it been trained yet?"
    return f"Has it been trained yet? The folder {parent} exists here, so this is not taken for a Hub id."


def adapter_alone(name: str) -> ModelError:
    """The error for an adapter on the Hub: Transformers would load any base that it names, pickled files too."""
    return ModelError(
        f"{name}: holds an adapter (adapter_config.json), not a full model",
        f"Run `hf download {name} --local-dir DIR` and name DIR: an adapter in a folder is merged into its base.",
    )


def _checked_config(file: Path, *, code_allowed: bool) -> dict[str, Any]:
    config = _object(file)
    if not isinstance(config.get("model_type"), str):
        raise ModelError(f"{file}: names no model_type", "Copy the file again.")
    if not code_allowed and (name := _foreign_kernel(config)):
        raise ModelError(
            f"{file}: asks to run code from the Hub: {name!r}",
            "model.trust_remote_code: true allows it; or remove the key.",
        )
    if "auto_map" not in config or (not code_allowed and config["model_type"] in CONFIG_MAPPING):
        known_type(config, f"{file}: model_type")
    return config


def _object(file: Path) -> dict[str, Any]:
    try:
        return read_object(file, LARGEST_CONFIG)
    except MalformedJson as error:
        raise ModelError(f"{file}: is damaged: {error}", "Copy the file again.") from None


def _foreign_kernel(config: object) -> str:
    """The Hub id of a kernel that Transformers would download and run for an `..._implementation` key; or ""."""
    if not isinstance(config, dict):
        return ""
    own = (str(value) for key, value in config.items() if str(key).endswith("_implementation") and "/" in str(value))
    return next(own, "") or next(filter(None, map(_foreign_kernel, config.values())), "")


def _refuse_torn(folder: Path) -> None:
    """Raise an error that names a safetensors file that is truncated (its header has the length) or unreadable."""
    for file in sorted(folder.glob("*.safetensors")):
        if not file.is_file():
            raise ModelError(f"{file}: not a file, or a broken link", "Copy or convert it again.")
        if not os.access(file, os.R_OK):  # the library would report that there is none
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        try:
            with safe_open(file, framework="pt"):
                pass
        except Exception as error:  # the library's own type, or an OSError
            if is_out_of_memory(error):
                raise
            raise ModelError(f"{file}: is damaged: {first_line(error)}", "Copy or convert it again.") from None


def _refuse_shards_elsewhere(folder: Path) -> None:
    """Raise `ModelError` if the shard index names files outside its folder, or missing ones."""
    index = folder / "model.safetensors.index.json"
    if not index.is_file():
        return
    listed = _object(index).get("weight_map")
    if not isinstance(listed, dict) or not all(isinstance(name, str) for name in listed.values()):
        raise ModelError(f"{index}: is damaged: weight_map does not map weights to files", "Copy it again.")
    shards = sorted(set(listed.values()))
    if outside := [name for name in shards if name != Path(name).name]:
        raise ModelError(f"{index}: names weights outside its folder: {outside[0]}")
    if absent := [name for name in shards if not (folder / name).is_file()] or ([] if shards else ["weights"]):
        raise ModelError(f"{folder}: has no {absent[0]}", f"{index.name} lists {len(shards)} files of weights.")


def refuse_incomplete(path: str, info: dict[str, Any]) -> list[str]:
    """Return warnings for buffers of older versions that were skipped. Raises `ModelError` if the weights do not match
    the config; `info` is the loading info of `from_pretrained`."""
    found = {
        kind: sorted(str(key[0] if isinstance(key, tuple) else key) for key in info.get(kind, ())) for kind in info
    }
    buffers = [name for name in found.get("unexpected_keys", ()) if name.rpartition(".")[2] in BUFFERS]
    found["unexpected_keys"] = [name for name in found.get("unexpected_keys", ()) if name not in buffers]
    for kind, what in (
        ("missing_keys", "lacks"),
        ("mismatched_keys", "has the wrong shape for"),
        ("unexpected_keys", "has unexpected"),
    ):
        if names := found.get(kind):
            raise ModelError(f"{path}: {what} {_first_few(names)}", "The weights and config.json do not match.")
    return [f"{_first_few(buffers)}: skipped; this version computes them itself"] if buffers else []


def _first_few(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def refuse_non_finite(path: str, model: PreTrainedModel) -> None:
    """Raise `NumericsError` for a weight with NaN or infinity. Dtypes other than fp32, fp16 and bf16 are not checked:
    a CPU has no `aminmax` for them."""
    for name, weights in model.named_parameters():
        known = weights.dtype in (torch.float32, torch.float16, torch.bfloat16) and weights.numel()
        if known and not all(map(math.isfinite, map(float, weights.detach().aminmax()))):
            raise non_finite(path, name)


def non_finite(path: str, name: str) -> NumericsError:
    return NumericsError(
        f"{path}: {name} holds values that are not finite (NaN or infinity)",
        "The model was damaged in training or conversion: use an earlier one.",
    )


def loading_hint(path: str, error: Exception) -> str:
    """Return what to do about an error of `from_pretrained`."""
    folder = Path(path)
    if folder.is_dir():
        names = {p.suffix for p in folder.iterdir()}
        if ".safetensors" not in names and names & {".bin", ".pt", ".pth"}:
            return "Only .safetensors weights are read: a pickled file can run code. Convert it first."
        if ".safetensors" not in names:
            return "The folder has no .safetensors weights."
        if "Validation error for field" in str(error):
            return "Correct the value in config.json, for example 50.0 instead of 50 where a float is expected."
        if "trust_remote_code" in str(error):
            return "The model needs its own Python code; model.trust_remote_code: true allows it."
        return "The folder may be incomplete, or was damaged in copying."
    return "Not in the cache, and the Hub has no such model or does not answer: check the name and the connection."
