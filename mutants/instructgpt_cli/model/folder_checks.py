"""What is wrong with a model folder, told by the name of the file or tensor: before its weights are read, and after."""

import errno
import math
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from transformers import CONFIG_MAPPING, PreTrainedModel

from instructgpt_cli.errors import ModelError, NumericsError
from instructgpt_cli.model import generation_settings
from instructgpt_cli.model.config import known_type
from instructgpt_cli.suggest import nearest
from instructgpt_cli.system import offline
from instructgpt_cli.system.json_object import MalformedJson, read_object
from instructgpt_cli.system.library_errors import first_line, is_out_of_memory

LARGEST_CONFIG = 10_000_000  # bytes
# Tables of positions and masks that older versions of Transformers stored beside the weights.
BUFFERS = ("masked_bias", "position_ids", "inv_freq", "cos_cached", "sin_cached", "causal_mask", "embed_positions")


def existing(path: str, *, code_allowed: bool = False) -> str:
    """The folder, or the hub's name, that `path` stands for. Raises `ModelError` where it is neither or not whole."""
    try:
        return _checked(path, code_allowed)
    except OSError as error:
        raise ModelError(f"{error.filename or path}: cannot be read: {os.strerror(error.errno or 0)}") from None


def check_hub_config(name: str, revision: str | None, *, code_allowed: bool) -> dict[str, Any]:
    """The config of a hub model, of which the same is asked as of a folder's. Empty where the hub does not give it:
    loading says why."""
    from huggingface_hub import hf_hub_download  # noqa: PLC0415 - a local folder does without

    try:
        file = hf_hub_download(name, "config.json", revision=revision)
    except Exception:  # every kind of refusal and of network fault
        return {}
    return _checked_config(Path(file), code_allowed=code_allowed)


def read_config(path: str) -> dict[str, Any]:
    """The config.json of a local model folder."""
    return read_object(Path(existing(path)) / "config.json", LARGEST_CONFIG)


def _checked(path: str, code_allowed: bool) -> str:
    folder = Path(path)
    if folder.is_dir():
        if (folder / "adapter_config.json").is_file():
            raise adapter_alone(path)
        if not (folder / "config.json").is_file():
            run = (folder / "model" / "config.json").is_file()
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
    return f"Has it been trained yet? The folder {parent} is here, so that this is no name of the hub."


def adapter_alone(path: str) -> ModelError:
    """Transformers would load it onto whatever base it names, from files of any kind."""
    base = ""
    with suppress(OSError, MalformedJson):  # of the hub, or damaged
        name = read_object(Path(path) / "adapter_config.json").get("base_model_name_or_path")
        base = f", {name}," if isinstance(name, str) else ""
    return ModelError(
        f"{path}: holds an adapter (adapter_config.json), which is not a whole model",
        f"Merge it into its base{base} and name the merged model; `train.lora` learns a new adapter.",
    )


def _checked_config(file: Path, *, code_allowed: bool) -> dict[str, Any]:
    config = _object(file)
    if not isinstance(config.get("model_type"), str):
        raise ModelError(f"{file}: names no model_type", "Copy the file again.")
    if not code_allowed and (name := _foreign_kernel(config)):
        raise ModelError(
            f"{file}: wants to run code of the hub, {name!r}",
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
    """What Transformers would fetch and run for an attention or other part that is named `owner/name`."""
    if not isinstance(config, dict):
        return ""
    own = (str(value) for key, value in config.items() if str(key).endswith("_implementation") and "/" in str(value))
    return next(own, "") or next(filter(None, map(_foreign_kernel, config.values())), "")


def _refuse_torn(folder: Path) -> None:
    """By the heads of the files, which say how long each must be: a fault is told with the file's name."""
    for file in sorted(folder.glob("*.safetensors")):
        if not file.is_file():
            raise ModelError(f"{file}: is a link to nothing, or no file", "Copy or convert it again.")
        if not os.access(file, os.R_OK):  # the library would say that there is none
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        try:
            with safe_open(file, framework="pt"):
                pass
        except Exception as error:  # the library's own kind, and whatever the system says
            if is_out_of_memory(error):
                raise
            raise ModelError(f"{file}: is damaged: {first_line(error)}", "Copy or convert it again.") from None


def _refuse_shards_elsewhere(folder: Path) -> None:
    """A list of shards may name files of its own folder only."""
    index = folder / "model.safetensors.index.json"
    if not index.is_file():
        return
    listed = _object(index).get("weight_map")
    if not isinstance(listed, dict) or not all(isinstance(name, str) for name in listed.values()):
        raise ModelError(f"{index}: is damaged: weight_map does not say which file each weight is in", "Copy it again.")
    shards = sorted(set(listed.values()))
    if outside := [name for name in shards if name != Path(name).name]:
        raise ModelError(f"{index}: names weights outside of its folder: {outside[0]}")
    if absent := [name for name in shards if not (folder / name).is_file()] or ([] if shards else ["weights"]):
        raise ModelError(f"{folder}: has no {absent[0]}", f"{index.name} names {len(shards)} files of weights.")


def refuse_incomplete(path: str, info: dict[str, Any]) -> list[str]:
    """What was left out of the file because it holds nothing that was learnt, as older versions stored it. Raises
    `ModelError` where the weights are not the config's."""
    found = {
        kind: sorted(str(key[0] if isinstance(key, tuple) else key) for key in info.get(kind, ())) for kind in info
    }
    buffers = [name for name in found.get("unexpected_keys", ()) if name.rpartition(".")[2] in BUFFERS]
    found["unexpected_keys"] = [name for name in found.get("unexpected_keys", ()) if name not in buffers]
    for kind, what in (
        ("missing_keys", "lacks"),
        ("mismatched_keys", "has the wrong shape for"),
        ("unexpected_keys", "has left-over"),
    ):
        if names := found.get(kind):
            raise ModelError(f"{path}: {what} {_some(names)}", "The weights and config.json do not belong together.")
    return [f"{_some(buffers)}: left out; this version computes them itself"] if buffers else []


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def refuse_no_numbers(path: str, model: PreTrainedModel) -> None:
    """One look at each weight; of the types that a CPU has no such look for, none is stored by training."""
    for name, weights in model.named_parameters():
        known = weights.dtype in (torch.float32, torch.float16, torch.bfloat16) and weights.numel()
        if known and not all(map(math.isfinite, map(float, weights.detach().aminmax()))):
            raise NumericsError(
                f"{path}: {name} holds values that are not finite (NaN or infinity)",
                "The model was damaged while it was trained or converted: take an earlier one.",
            )


def loading_hint(path: str, error: Exception) -> str:
    folder = Path(path)
    if folder.is_dir():
        names = {p.suffix for p in folder.iterdir()}
        if ".safetensors" not in names and names & {".bin", ".pt", ".pth"}:
            return "Only .safetensors weights are read: a pickled file can run code. Convert it first."
        if ".safetensors" not in names:
            return "The folder has no .safetensors weights."
        if "Validation error for field" in str(error):
            return "Mend the value in config.json, for example 50.0 where a float is expected and 50 stands."
        if "trust_remote_code" in str(error):
            return "The model wants to run its own Python code; model.trust_remote_code: true allows it."
        return "The folder may be incomplete, or damaged while copying."
    return (
        "Not in the local cache, and the hub has no such model or does not answer: check the name and the connection."
    )
