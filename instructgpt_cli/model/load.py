"""Models: from random weights, from a folder or from the hub; and back into a folder that anything can load."""

import difflib
import errno
import json
import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from transformers import (
    CONFIG_MAPPING,
    AutoConfig,
    AutoModelForCausalLM,
    PretrainedConfig,
    PreTrainedModel,
    PreTrainedTokenizerBase,
)
from transformers.utils import find_adapter_config_file
from transformers.utils import logging as transformers_logging

from instructgpt_cli import network
from instructgpt_cli.errors import ModelError, NumericsError, UsageError, is_out_of_memory
from instructgpt_cli.model import attention, lora
from instructgpt_cli.model.loss import is_head_plain, is_packing_exact
from instructgpt_cli.recipe.schema import Model

# Older names that Transformers still translates into the fields of today.
_TRANSLATED_KEYS = {
    "rope_theta",
    "rope_scaling",
    "rotary_pct",
    "rotary_emb_base",
    "partial_rotary_factor",
    "torch_dtype",
}
SIZES = {"hidden_size", "n_embd", "num_hidden_layers", "n_layer", "num_attention_heads", "n_head", "intermediate_size"}
LARGEST_CONFIG = 10_000_000  # bytes
NOT_EXCHANGEABLE = "its attention cannot be exchanged"
PACKING_WISHES = ("auto", "packed", "grouped")

transformers_logging.disable_progress_bar()  # the console is the only writer to the terminal


def choose_device(name: str) -> torch.device:
    """The device a recipe asks for; `auto` is the accelerator where there is one."""
    if name == "auto":
        accelerator = torch.accelerator.current_accelerator(check_available=True)
        return torch.device(accelerator.type if accelerator and accelerator.type in ("cuda", "mps") else "cpu")
    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if not available[name]:
        raise UsageError(
            f"device: {name} is not available here", "Use device: auto, or install the torch build for it."
        )
    return torch.device(name)


def build_random(model: Model, tokenizer: PreTrainedTokenizerBase, seed: int) -> PreTrainedModel:
    """A float32 model with random weights, a function of `seed` alone; vocabulary and special ids from the tokenizer.

    Raises `ModelError` for an unknown architecture, an unknown config key or sizes that do not fit together.
    """
    assert model.config is not None
    config = _config(model.config, tokenizer)
    torch.manual_seed(seed)
    try:
        built = AutoModelForCausalLM.from_config(
            config, dtype=torch.float32, attn_implementation=_implementation(model)
        )
    except Exception as error:  # whatever an architecture raises where its numbers or names are wrong
        if is_out_of_memory(error):
            raise
        raise ModelError(
            f"model.config: {_first_line(error)}", "What model.config says does not make a model."
        ) from error
    return _as_model(built)


def load_pretrained(model: Model, device: torch.device, dtype: torch.dtype | None = torch.float32) -> PreTrainedModel:
    """The weights at `model.path` (a folder or hub id), on `device`; dtype None keeps the stored one.

    Only safetensors are read. Raises `ModelError` naming what is missing, left over, misshapen or unreadable, and
    `NumericsError` for weights that are no numbers.
    """
    assert model.path is not None
    path = _existing(model.path, code_allowed=model.trust_remote_code)
    if network.is_hub_id(path) and find_adapter_config_file(path, revision=model.revision) is not None:
        raise _adapter_alone(path)
    quiet = transformers_logging.get_verbosity()
    transformers_logging.set_verbosity_error()
    try:
        loaded, info = AutoModelForCausalLM.from_pretrained(
            path,
            dtype=dtype or "auto",
            revision=model.revision or "main",
            trust_remote_code=model.trust_remote_code,
            use_safetensors=True,
            attn_implementation=_implementation(model),
            output_loading_info=True,
            ignore_mismatched_sizes=True,  # they are named below, like all that does not fit
        )
    except Exception as error:  # every library on the way raises its own kinds; each means that it cannot be loaded
        if is_out_of_memory(error):
            raise
        raise ModelError(f"{model.path}: cannot be loaded: {_first_line(error)}", _loading_hint(path, error)) from error
    finally:
        transformers_logging.set_verbosity(quiet)
    _refuse_incomplete(model.path, info)
    _refuse_no_numbers(model.path, loaded)
    return _as_model(loaded.to(device))


def check_named(model: Model) -> None:
    """Raises `ModelError` at once for what needs no weights to be found: an unknown architecture, no such folder."""
    if model.path:
        _existing(model.path, code_allowed=model.trust_remote_code)
    elif model.config is not None:
        _known_type(model.config)


def check_fit(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, max_length: int) -> None:
    """Raises `ModelError` where the tokenizer has ids, or the data positions, that the model has no weights for."""
    rows = model.get_input_embeddings().weight.shape[0]
    if len(tokenizer) > rows:
        raise ModelError(
            f"the tokenizer has {len(tokenizer)} tokens and the model's vocabulary only {rows}",
            "Use the tokenizer that the model was trained with.",
        )
    limit = getattr(model.config.get_text_config(), "max_position_embeddings", None)
    if isinstance(limit, int) and max_length > limit:
        raise ModelError(
            f"data.max_length is {max_length} and the model has positions for {limit} tokens",
            f"Set data.max_length to {limit} or less, or max_position_embeddings in model.config.",
        )


def use_best_attention(model: PreTrainedModel, wish: str) -> tuple[bool, str]:
    """Switches to packed attention where the recipe allows it and the model proves it exact: (packed, why not)."""
    if wish not in PACKING_WISHES:
        return False, ""
    name = attention.GROUPED if wish == "grouped" else attention.PACKED
    before = model.config._attn_implementation
    try:
        attention.register()
        model.set_attn_implementation(name)
        taken = model.config._attn_implementation == name
        packed, why = (
            is_packing_exact(model, model.get_input_embeddings().weight.shape[0])
            if taken
            else (False, NOT_EXCHANGEABLE)
        )
    except (ValueError, KeyError, ImportError) as error:
        packed, why = False, _first_line(error)
    if not packed:
        model.set_attn_implementation(before)
        if wish != "auto":
            raise ModelError(
                f"model.attention: {wish} is not right for this architecture: {why}", "Use attention: auto."
            )
    return packed, why


def use_chunked_head(model: PreTrainedModel, wish: str, *, packed: bool) -> bool:
    """Whether the loss is computed a few targets at a time: the recipe allows it, and the model proves it right."""
    if wish == "full":
        return False
    plain = is_head_plain(model, model.get_input_embeddings().weight.shape[0], packed=packed)
    if wish == "chunked" and not plain:
        raise ModelError(
            "model.head: chunked is not right for this architecture: its logits are not the head's alone",
            "Use head: auto.",
        )
    return plain


def save(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, stop_ids: tuple[int, ...], folder: Path) -> None:
    """Writes a Hugging Face model folder: safetensors, config, tokenizer with its chat template, generation settings.
    Adapters are merged into the weights, and lie alone in a folder of their own inside."""
    with own_attention(model):
        generation = model.generation_config
        if generation is not None:
            generation.eos_token_id = list(stop_ids) or tokenizer.eos_token_id
            generation.pad_token_id = tokenizer.pad_token_id
            generation.bos_token_id = tokenizer.bos_token_id
        weights = lora.merged(model)
        model.save_pretrained(folder, state_dict=weights)
        if weights is not None:
            lora.save(model, folder / "adapter")
        tokenizer.save_pretrained(folder)


@contextmanager
def own_attention(model: PreTrainedModel) -> Iterator[None]:
    """While entered, a model with packed attention computes with Transformers' own: for keys and values kept, and to
    save."""
    implementation = model.config._attn_implementation
    if implementation not in (attention.PACKED, attention.GROUPED):
        yield
        return
    model.set_attn_implementation("sdpa")
    try:
        yield
    finally:
        model.set_attn_implementation(implementation)


def _config(keys: dict[str, Any], tokenizer: PreTrainedTokenizerBase) -> PretrainedConfig:
    model_type = _known_type(keys)
    keys = {key: value for key, value in keys.items() if key != "model_type"}
    kind = CONFIG_MAPPING[model_type]
    known = set(kind().to_dict()) | set(kind.attribute_map) | _TRANSLATED_KEYS
    if unknown := [key for key in keys if key not in known]:
        near = difflib.get_close_matches(unknown[0], sorted(known), 1)
        raise ModelError(
            f"model.config.{unknown[0]}: {model_type} has no such key", f"Did you mean {near[0]}?" if near else ""
        )
    for key in SIZES & keys.keys():
        if isinstance(keys[key], int) and keys[key] < 1:
            raise ModelError(f"model.config.{key}: should be greater than 0, not {keys[key]}")
    size = len(tokenizer)
    if keys.setdefault("vocab_size", size) < size:
        raise ModelError(f"model.config.vocab_size is {keys['vocab_size']} and the tokenizer has {size} tokens")
    for name in ("bos_token_id", "eos_token_id", "pad_token_id"):
        keys.setdefault(name, getattr(tokenizer, name))
    try:
        return AutoConfig.for_model(model_type, **keys)
    except Exception as error:
        raise ModelError(f"model.config: {_first_line(error)}") from error


def _known_type(config: dict[str, Any], place: str = "model.config.model_type") -> str:
    model_type = str(config["model_type"])
    if model_type not in CONFIG_MAPPING:
        near = difflib.get_close_matches(model_type, list(CONFIG_MAPPING.keys()), 1)
        raise ModelError(
            f"{place}: {model_type!r} is not an architecture that Transformers knows",
            f"Did you mean {near[0]}?" if near else "Examples: llama, qwen3, gpt2, gpt_neox, gemma3_text.",
        )
    return model_type


def _implementation(model: Model) -> str | None:
    """Transformers' choice where packing is to be tried; a name where the recipe gives one."""
    return None if model.attention in PACKING_WISHES else model.attention


def _existing(path: str, *, code_allowed: bool = False) -> str:
    """The folder, or the hub's name, that `path` stands for. Raises `ModelError` where it is neither or not whole."""
    try:
        return _checked(path, code_allowed)
    except OSError as error:
        raise ModelError(f"{error.filename or path}: cannot be read: {os.strerror(error.errno or 0)}") from None


def _checked(path: str, code_allowed: bool) -> str:
    folder = Path(path)
    if folder.is_dir():
        if (folder / "adapter_config.json").is_file():
            raise _adapter_alone(path)
        if not (folder / "config.json").is_file():
            raise ModelError(
                f"{path}: has no config.json", "Name a model folder: config.json, model.safetensors, tokenizer.json."
            )
        _refuse_damaged_config(folder / "config.json", code_allowed=code_allowed)
        _refuse_shards_elsewhere(folder)
        _refuse_torn(folder)
        return str(folder)
    if folder.exists():
        raise ModelError(f"{path}: is a file, not a model folder")
    if not network.is_hub_id(path):
        near = (
            difflib.get_close_matches(folder.name, [p.name for p in folder.parent.glob("*/")], 1)
            if folder.parent.is_dir()
            else []
        )
        raise ModelError(
            f"{path}: no such model folder",
            f"Did you mean {folder.parent / near[0]}?" if near else "Has it been trained yet?",
        )
    return path


def _adapter_alone(path: str) -> ModelError:
    """Transformers would load it onto whatever base it names, from files of any kind."""
    return ModelError(
        f"{path}: holds an adapter (adapter_config.json), which is not a whole model",
        "Merge it into its base and name the merged model; `train.lora` learns a new adapter.",
    )


def _refuse_damaged_config(file: Path, *, code_allowed: bool) -> None:
    try:
        if (size := file.stat().st_size) > LARGEST_CONFIG:
            raise ModelError(f"{file}: {size:,} bytes are too many for a config", "Copy the file again.")
        config = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{file}: is damaged: {error}", "Copy the file again.") from None
    if not isinstance(config, dict) or not isinstance(config.get("model_type"), str):
        raise ModelError(f"{file}: names no model_type", "Copy the file again.")
    if not code_allowed and (name := _foreign_kernel(config)):
        raise ModelError(
            f"{file}: wants to run code of the hub, {name!r}",
            "model.trust_remote_code: true allows it; or remove the key.",
        )
    if config["model_type"] not in CONFIG_MAPPING and "auto_map" not in config:
        _known_type(config, f"{file}: model_type")


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
            raise ModelError(f"{file}: is damaged: {_first_line(error)}", "Copy or convert it again.") from None


def _refuse_shards_elsewhere(folder: Path) -> None:
    """A list of shards may name files of its own folder only."""
    index = folder / "model.safetensors.index.json"
    if not index.is_file():
        return
    try:
        shards = sorted(set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values()))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{index}: is damaged ({type(error).__name__})") from None
    if outside := [name for name in shards if name != Path(str(name)).name]:
        raise ModelError(f"{index}: names weights outside of its folder: {outside[0]}")
    if absent := [name for name in shards if not (folder / name).is_file()] or ([] if shards else ["weights"]):
        raise ModelError(f"{folder}: has no {absent[0]}", f"{index.name} names {len(shards)} files of weights.")


def _refuse_incomplete(path: str, info: dict[str, Any]) -> None:
    for kind, what in (
        ("missing_keys", "lacks"),
        ("mismatched_keys", "has the wrong shape for"),
        ("unexpected_keys", "has left-over"),
    ):
        if names := sorted(str(key[0] if isinstance(key, tuple) else key) for key in info.get(kind, ())):
            more = f" and {len(names) - 3} more" if len(names) > 3 else ""
            raise ModelError(
                f"{path}: {what} {', '.join(names[:3])}{more}", "The weights and config.json do not belong together."
            )


def _refuse_no_numbers(path: str, model: PreTrainedModel) -> None:
    """One look at each weight; of the types that a CPU has no such look for, none is stored by training."""
    for name, weights in model.named_parameters():
        known = weights.dtype in (torch.float32, torch.float16, torch.bfloat16) and weights.numel()
        if known and not all(map(math.isfinite, map(float, weights.detach().aminmax()))):
            raise NumericsError(
                f"{path}: {name} holds values that are not finite (NaN or infinity)",
                "The model was damaged while it was trained or converted: take an earlier one.",
            )


def _loading_hint(path: str, error: Exception) -> str:
    folder = Path(path)
    if folder.is_dir():
        names = {p.suffix for p in folder.iterdir()}
        if ".safetensors" not in names and names & {".bin", ".pt", ".pth"}:
            return "Only .safetensors weights are read: a pickled file can run code. Convert it first."
        if ".safetensors" not in names:
            return "The folder has no .safetensors weights."
        if "trust_remote_code" in str(error):
            return "The model wants to run its own Python code; model.trust_remote_code: true allows it."
        return "The folder may be incomplete, or damaged while copying."
    return (
        "Not in the local cache, and the hub has no such model or does not answer: check the name and the connection."
    )


def _first_line(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return f"{error} is not known"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if not lines:
        return type(error).__name__
    return (lines[0] if len(lines) == 1 or not lines[0].endswith(":") else f"{lines[0]} {lines[1]}")[:300]


def _as_model(model: Any) -> PreTrainedModel:
    assert isinstance(model, PreTrainedModel)
    return model


def read_config(path: str) -> dict[str, Any]:
    """The config.json of a local model folder."""
    config: dict[str, Any] = json.loads((Path(_existing(path)) / "config.json").read_text(encoding="utf-8"))
    return config
