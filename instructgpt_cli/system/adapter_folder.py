"""PEFT adapter folders: the base model that an adapter belongs to, and how to merge it. Imports nothing heavy, because
paths are resolved before torch is imported."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from instructgpt_cli.errors import ModelError
from instructgpt_cli.system import offline
from instructgpt_cli.system.json_object import MalformedJson, read_object

CONFIG, WEIGHTS = "adapter_config.json", "adapter_model.safetensors"
# Settings that add other weights or another computation: only these values are supported.
SUPPORTED = {
    "peft_type": "LORA",
    "bias": "none",
    "lora_bias": False,
    "modules_to_save": None,
    "layer_replication": None,
    "trainable_token_indices": None,
    "alora_invocation_tokens": None,
    "arrow_config": None,
    "use_bdlora": None,
}
DEEPEST = 8  # adapters on adapters


@dataclass(frozen=True, slots=True)
class AdapterFolder:
    """A PEFT folder with LoRA adapters. `about` is the metadata of its weights, where this package stores how they were
    trained: `base` (nf4), `double_quantization`, `dtype` (of the merged model) and `base_fingerprint`."""

    path: Path
    config: dict[str, Any]
    base: str
    """Folder or Hub id of the base model."""
    revision: str | None
    about: dict[str, str]


def is_adapter(path: str | None) -> bool:
    """Whether `path` is a local folder with an adapter."""
    return bool(path) and (Path(str(path)) / CONFIG).is_file()


def read(path: str) -> AdapterFolder:
    """Read the adapter folder `path`. Raises `ModelError` if it is damaged, holds other weights than low-rank matrices,
    or its base model is not named or not found."""
    folder = Path(path)
    config = _config(folder)
    for key, supported in SUPPORTED.items():
        if (value := config.get(key, supported)) not in (supported, [], {}):
            raise ModelError(
                f"{folder / CONFIG}: {key}: {json.dumps(value)} is not supported, only {json.dumps(supported)}",
                "Merge it with PEFT (merge_and_unload), save the model, and use that folder.",
            )
    about = _metadata(folder)
    base = config.get("base_model_name_or_path")
    if not isinstance(base, str) or not base:
        raise ModelError(
            f"{folder / CONFIG}: base_model_name_or_path is missing", "Set it to the base model's folder or Hub id."
        )
    if offline.is_local(base) and not Path(base).is_dir():
        raise ModelError(
            f"{path}: its base model was not found: {base}",
            f"Put it back, or set base_model_name_or_path in {folder / CONFIG} to its new place.",
        )
    revision = config.get("revision")
    return AdapterFolder(folder, config, base, revision if isinstance(revision, str) else None, about)


def chain(path: str | None) -> tuple[list[AdapterFolder], str | None, str | None]:
    """(adapters from the outermost on, the whole model below them, its revision if an adapter names it); no adapters if
    `path` is a model. Raises `ModelError` for a cycle."""
    found: list[AdapterFolder] = []
    revision = None
    while is_adapter(path):
        found.append(read(str(path)))
        path, revision = found[-1].base, found[-1].revision
        if len(found) > DEEPEST:
            raise ModelError(f"{found[0].path}: more than {DEEPEST} adapters on top of each other")
    return found, path, revision


def whole_model(path: str | None) -> str | None:
    """The model at `path`, or the base model of the adapter there."""
    return chain(path)[1]


def text_folder(path: str | None, revision: str | None = None) -> tuple[str | None, str | None]:
    """(folder or Hub id, revision) of the tokenizer and generation settings of the model at `path`. For an adapter: its
    own folder, the merged model that contains it (RUN/model), or its base, whichever has them first."""
    while is_adapter(path):
        folder = Path(str(path))
        for place in (folder, folder.parent):
            if (place / "tokenizer.json").is_file() and (place is folder or is_model(place)):
                return str(place), None
        adapter = read(str(path))
        path, revision = adapter.base, adapter.revision
    return path, revision


def is_model(folder: Path) -> bool:
    return (folder / "config.json").is_file()


def _config(folder: Path) -> dict[str, Any]:
    try:
        return read_object(folder / CONFIG)
    except MalformedJson as error:
        raise ModelError(f"{folder / CONFIG}: is damaged: {error}", "Copy the file again.") from None


def _metadata(folder: Path) -> dict[str, str]:
    """The metadata in the header of the weights file."""
    file = folder / WEIGHTS
    if not file.is_file():
        pickled = (folder / "adapter_model.bin").is_file()
        hint = "Only .safetensors weights are read: a pickled file can run code. Convert it first."
        raise ModelError(f"{file}: file not found", hint if pickled else "Copy it again.")
    try:
        with file.open("rb") as stream:
            size = int.from_bytes(stream.read(8), "little")
            head = json.loads(stream.read(min(size, 100_000_000)))
        found = head.get("__metadata__", {})
        return {str(key): str(value) for key, value in found.items()}
    except (ValueError, AttributeError, RecursionError) as error:
        raise ModelError(f"{file}: is damaged: {error}", "Copy it again.") from None
