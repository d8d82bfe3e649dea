"""Models: from random weights, from a folder or from the hub; and back into a folder that anything can load."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM, PretrainedConfig, PreTrainedModel, PreTrainedTokenizerBase
from transformers.utils import find_adapter_config_file
from transformers.utils import logging as transformers_logging

from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.model import generation_settings, library_warnings, lora, self_checks, size
from instructgpt_cli.model.config import check_head_size, known_type, make_config
from instructgpt_cli.model.folder_checks import (
    adapter_alone,
    check_hub_config,
    existing,
    loading_hint,
    read_config,
    refuse_incomplete,
    refuse_no_numbers,
)
from instructgpt_cli.model.positions import position_limit
from instructgpt_cli.recipe.schema import Model
from instructgpt_cli.system import allocator, offline
from instructgpt_cli.system.library_errors import first_line, is_out_of_memory

HALVES = {"bfloat16": torch.bfloat16, "float16": torch.float16}

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


def prepare_cpu(device: torch.device, threads: int | None) -> None:
    """Before a model is opened: `threads` where the recipe names them, and memory that is kept where `device` is the
    CPU."""
    if device.type == "cpu":
        allocator.keep_freed_memory()
    if threads:
        torch.set_num_threads(threads)


def build_random(model: Model, tokenizer: PreTrainedTokenizerBase, seed: int) -> PreTrainedModel:
    """A float32 model with random weights, a function of `seed` alone; vocabulary and special ids from the tokenizer.

    Raises `ModelError` for an unknown architecture, an unknown config key or sizes that do not fit together.
    """
    assert model.config is not None
    built = build_from(make_config(model.config, tokenizer), seed, _implementation(model), "model.config")
    check_head_size(model.config, built)
    return built


def build_from(config: PretrainedConfig, seed: int, attention: str | None = None, place: str = "") -> PreTrainedModel:
    """The same of a whole config. Raises `ModelError`, which names `place`, where it makes no model."""
    torch.manual_seed(seed)
    try:
        return _as_model(AutoModelForCausalLM.from_config(config, dtype=torch.float32, attn_implementation=attention))
    except Exception as error:  # whatever an architecture raises where its numbers or names are wrong
        if is_out_of_memory(error):
            raise
        raise ModelError(f"{place}: {first_line(error)}", f"What {place} says does not make a model.") from error


def load_pretrained(
    model: Model,
    device: torch.device,
    dtype: torch.dtype | None = torch.float32,
    warn: Callable[[str], None] = lambda _: None,
) -> PreTrainedModel:
    """The weights at `model.path` (a folder or hub id), on `device`; dtype None keeps the stored one. `warn` is told
    what Transformers warns of, and what was left out.

    Only safetensors are read. Raises `ModelError` naming what is missing, left over, misshapen or unreadable, and
    `NumericsError` for weights that are no numbers.
    """
    assert model.path is not None
    path = existing(model.path, code_allowed=model.trust_remote_code)
    config = _config_of(model, path)
    if offline.is_hub_id(path) and find_adapter_config_file(path, revision=model.revision) is not None:
        raise adapter_alone(path)
    size.refuse_too_large(config, 4 if dtype == torch.float32 else 2, f"{model.path}/config.json")
    try:
        with library_warnings.collected() as said:
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
        raise ModelError(f"{model.path}: cannot be loaded: {first_line(error)}", loading_hint(path, error)) from error
    said += refuse_incomplete(model.path, info)
    refuse_no_numbers(model.path, loaded)
    generation_settings.settle(loaded.generation_config, model.path)
    said += untie(loaded)
    for text in said:
        warn(f"{model.path}: {text}")
    return _as_model(loaded.to(device))


def stored_dtype(model: Model) -> torch.dtype:
    """The number format that the config.json of `model.path` names; float32 where it names none that is computed in."""
    assert model.path is not None
    config = _config_of(model, existing(model.path, code_allowed=model.trust_remote_code))
    text = config.get("text_config")
    for keys in (config, text if isinstance(text, dict) else {}):
        named = str(keys.get("dtype") or keys.get("torch_dtype") or "").removeprefix("torch.")
        if named in HALVES:
            return HALVES[named]
    return torch.float32


def _config_of(model: Model, path: str) -> dict[str, Any]:
    if not offline.is_hub_id(path):
        return read_config(path)
    return check_hub_config(path, model.revision, code_allowed=model.trust_remote_code)


def untie(model: PreTrainedModel) -> list[str]:
    """Where the config ties the head to the embeddings and the file has two different ones, the config comes to say so:
    what is saved then loads alike in every version of Transformers."""
    config, head = model.config.get_text_config(), model.get_output_embeddings()
    weight = getattr(head, "weight", None)
    if not config.tie_word_embeddings or weight is None or weight is model.get_input_embeddings().weight:
        return []
    config.tie_word_embeddings = model.config.tie_word_embeddings = False
    return ["config.json ties the head to the embeddings, and the weights have two different ones: they stay two"]


def check_named(model: Model) -> None:
    """Raises `ModelError` at once for what needs no weights to be found: an unknown architecture, no such folder."""
    if model.path:
        existing(model.path, code_allowed=model.trust_remote_code)
    elif model.config is not None:
        known_type(model.config)


def check_fit(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, max_length: int) -> None:
    """Raises `ModelError` where the tokenizer has ids, or the data positions, that the model has no weights for."""
    rows = model.get_input_embeddings().weight.shape[0]
    # Ids may have gaps, and an added token any id at all.
    token, number = max(tokenizer.get_vocab().items(), key=lambda entry: entry[1], default=("", -1))
    if number >= rows:
        several = f"the tokenizer has {len(tokenizer)} tokens and the model's vocabulary only {rows}"
        raise ModelError(
            several if len(tokenizer) > rows else f"{several}: {token!r} has the id {number}",
            "Use the tokenizer that the model was trained with.",
        )
    limit = position_limit(model.config)
    if limit is not None and max_length > limit:
        raise ModelError(
            f"data.max_length is {max_length} and the model has positions for {limit} tokens",
            f"Set data.max_length to {limit} or less, or max_position_embeddings in model.config.",
        )


def save(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    stop_ids: tuple[int, ...],
    folder: Path,
    dtype: torch.dtype = torch.float32,
) -> None:
    """Writes a Hugging Face model folder: safetensors, config, tokenizer with its chat template, generation settings.
    Adapters are merged into the weights, and lie alone in a folder of their own inside. `dtype` is float32 or
    half of it."""
    with self_checks.own_attention(model):
        generation = model.generation_config
        if generation is not None:
            generation.eos_token_id = list(stop_ids) or tokenizer.eos_token_id
            generation.pad_token_id = tokenizer.pad_token_id
            generation.bos_token_id = tokenizer.bos_token_id
        weights = lora.merged(model)
        whole = folder if dtype == torch.float32 else folder / "whole"
        model.save_pretrained(whole, state_dict=weights)
        if whole != folder:
            # Loaded in `dtype`: Transformers knows which weights stay float32, and what each is called on disk.
            type(model).from_pretrained(whole, dtype=dtype, use_safetensors=True).save_pretrained(folder)
            shutil.rmtree(whole)
        if weights is not None:
            lora.save(model, folder / "adapter")
        tokenizer.save_pretrained(folder)


def _implementation(model: Model) -> str | None:
    """Transformers' choice where packing is to be tried; a name where the recipe gives one."""
    return None if model.attention in self_checks.PACKING_WISHES else model.attention


def _as_model(model: Any) -> PreTrainedModel:
    assert isinstance(model, PreTrainedModel)
    return model
