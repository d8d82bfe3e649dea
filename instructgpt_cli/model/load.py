"""Load models, from random weights, a folder or the Hub, and save them as Hugging Face model folders."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from transformers import (
    AutoModelForCausalLM,
    GenerationConfig,
    PretrainedConfig,
    PreTrainedModel,
    PreTrainedTokenizerBase,
)
from transformers.utils import find_adapter_config_file
from transformers.utils import logging as transformers_logging

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import (
    adapter_files,
    generation_settings,
    library_warnings,
    lora,
    merge,
    nf4,
    self_checks,
    size,
)
from instructgpt_cli.model.adapter_layers import adapted_layers
from instructgpt_cli.model.config import check_head_size, known_type, make_config
from instructgpt_cli.model.fingerprint import model_fingerprint
from instructgpt_cli.model.folder_checks import (
    adapter_alone,
    check_hub_config,
    existing,
    loading_hint,
    read_config,
    refuse_incomplete,
    refuse_non_finite,
)
from instructgpt_cli.model.positions import position_limit
from instructgpt_cli.recipe.schema import AdapterSaving, Model
from instructgpt_cli.system import adapter_folder, offline
from instructgpt_cli.system.library_errors import first_line, is_out_of_memory

HALVES = {"bfloat16": torch.bfloat16, "float16": torch.float16}
DTYPES = {**HALVES, "float32": torch.float32}
ADAPTER_FOLDER = "adapter"  # in a folder with the merged model

transformers_logging.disable_progress_bar()  # the console is the only writer to the terminal


def build_random(model: Model, tokenizer: PreTrainedTokenizerBase, seed: int) -> PreTrainedModel:
    """Build a float32 model from `model.config` with random weights, a function of `seed` alone; vocabulary size and
    special token ids default to the tokenizer's.

    Raises `ModelError` for an unknown architecture or config key, or sizes that do not work together.
    """
    assert model.config is not None
    built = build_from(make_config(model.config, tokenizer), seed, implementation(model), "model.config")
    check_head_size(model.config, built)
    return built


def build_from(config: PretrainedConfig, seed: int, attention: str | None = None, place: str = "") -> PreTrainedModel:
    """Build the same from a complete config. Raises `ModelError`, naming `place`, if the config is not usable."""
    torch.manual_seed(seed)
    try:
        return _as_model(AutoModelForCausalLM.from_config(config, dtype=torch.float32, attn_implementation=attention))
    except Exception as error:  # architectures raise anything for wrong sizes or names
        if is_out_of_memory(error):
            raise
        raise ModelError(f"{place}: {first_line(error)}", f"Correct the values in {place}.") from error


def load_pretrained(
    model: Model,
    device: torch.device,
    dtype: torch.dtype | None = torch.float32,
    warn: Callable[[str], None] = lambda _: None,
) -> PreTrainedModel:
    """Load the weights at `model.path` (a folder or Hub id) onto `device`; dtype None keeps the stored one. An
    adapter is merged into its base. `warn` gets Transformers' warnings and what was skipped.

    Only safetensors are read. Raises `ModelError` naming the weights that are missing, unexpected, of the wrong shape
    or unreadable, and `NumericsError` for weights that are not finite.
    """
    assert model.path is not None
    path = existing(model.path, code_allowed=model.trust_remote_code)
    if adapter_folder.is_adapter(path):
        return _load_merged(model, device, dtype, warn)
    config = _config_of(model, path)
    if offline.is_hub_id(path) and find_adapter_config_file(path, revision=model.revision) is not None:
        raise adapter_alone(path)
    size.refuse_too_large(config, 4 if dtype == torch.float32 else 2, f"{model.path}/config.json")
    try:
        with library_warnings.collected() as warnings:
            loaded, info = AutoModelForCausalLM.from_pretrained(
                path,
                dtype=dtype or "auto",
                revision=model.revision or "main",
                trust_remote_code=model.trust_remote_code,
                use_safetensors=True,
                attn_implementation=implementation(model),
                output_loading_info=True,
                ignore_mismatched_sizes=True,  # reported below with everything else that does not match
            )
    except Exception as error:  # each library involved has its own types; all mean that the model cannot be loaded
        if is_out_of_memory(error):
            raise
        raise ModelError(f"{model.path}: cannot be loaded: {first_line(error)}", loading_hint(path, error)) from error
    warnings += refuse_incomplete(model.path, info)
    refuse_non_finite(model.path, loaded)
    generation_settings.settle(loaded.generation_config, model.path)
    warnings += untie(loaded)
    for text in warnings:
        warn(f"{model.path}: {text}")
    return _as_model(loaded.to(device))


def _load_merged(
    model: Model, device: torch.device, dtype: torch.dtype | None, warn: Callable[[str], None]
) -> PreTrainedModel:
    """The base of an adapter with the adapter merged as in the run that trained it: in float32, then rounded to the
    dtype of its RUN/model."""
    adapter = adapter_folder.read(str(model.path))
    base = model.model_copy(update={"path": adapter.base, "revision": adapter.revision})
    if (known := adapter.about.get("base_fingerprint")) and known != model_fingerprint(adapter.base, adapter.revision):
        warn(f"{model.path}: its base {adapter.base} has changed since the adapter was trained")
    stored, cpu = stored_dtype(model), torch.device("cpu")
    adapted = load_pretrained(base, cpu, torch.float32, warn)
    lora.add_saved(adapted, adapter)
    if adapter.about.get("base") == "nf4":
        nf4.quantize(adapted, double_quantization=adapter.about.get("double_quantization") == "true")
    weights = merge.merged(adapted)
    del adapted
    found = merge.filled(load_pretrained(base, cpu, stored), weights or {})
    if dtype in HALVES.values() and dtype != stored:
        found = merge.filled(load_pretrained(base, cpu, dtype), found.state_dict())
    folder, revision = adapter_folder.text_folder(model.path)
    if (Path(str(folder)) / "generation_config.json").is_file():
        found.generation_config = GenerationConfig.from_pretrained(str(folder), revision=revision)
        generation_settings.settle(found.generation_config, str(folder))
    found.name_or_path = found.config._name_or_path = str(model.path)
    if dtype is not None:
        found.config.dtype = dtype
    return _as_model(found.to(device, dtype if dtype == torch.float32 else None))


def stored_dtype(model: Model) -> torch.dtype:
    """Return the dtype in the config.json of `model.path`: bfloat16, float16, or float32 for anything else. For an
    adapter, that of the merged model it was saved with, else of its base."""
    assert model.path is not None
    if adapter_folder.is_adapter(model.path):
        adapter = adapter_folder.read(model.path)
        if (named := adapter.about.get("dtype", "")) in DTYPES:
            return DTYPES[named]
        around = adapter.path.parent if adapter_folder.is_model(adapter.path.parent) else None
        path, revision = (str(around), None) if around else (adapter.base, adapter.revision)
        return stored_dtype(model.model_copy(update={"path": path, "revision": revision}))
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
    """Clear `tie_word_embeddings` where the file has a head that differs from the embeddings: what is saved then loads
    the same way in every version of Transformers. Returns a warning if so."""
    config, head = model.config.get_text_config(), model.get_output_embeddings()
    weight = getattr(head, "weight", None)
    if not config.tie_word_embeddings or weight is None or weight is model.get_input_embeddings().weight:
        return []
    config.tie_word_embeddings = model.config.tie_word_embeddings = False
    return ["config.json ties the head to the embeddings, but the stored weights differ: they are kept separate"]


def check_named(model: Model) -> None:
    """Raise `ModelError` for what can be checked without weights: an unknown architecture, an incomplete folder."""
    if model.path:
        existing(model.path, code_allowed=model.trust_remote_code)
    elif model.config is not None:
        known_type(model.config)


def check_fit(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, max_length: int) -> None:
    """Raise `ModelError` if a token id exceeds the model's vocabulary, or `max_length` its positions."""
    rows = model.get_input_embeddings().weight.shape[0]
    # Ids may have gaps, and an added token any id at all.
    token, number = max(tokenizer.get_vocab().items(), key=lambda entry: entry[1], default=("", -1))
    if number >= rows:
        sizes = f"the tokenizer has {len(tokenizer)} tokens, but the model's vocabulary only {rows}"
        raise ModelError(
            sizes if len(tokenizer) > rows else f"{sizes}: {token!r} has the id {number}",
            "Use the tokenizer that the model was trained with.",
        )
    limit = position_limit(model.config)
    if limit is not None and max_length > limit:
        raise ModelError(
            f"data.max_length is {max_length}, but the model has positions for {limit} tokens",
            f"Set data.max_length to at most {limit}, or raise max_position_embeddings in model.config.",
        )


def save(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    stop_ids: tuple[int, ...],
    folder: Path,
    dtype: torch.dtype = torch.float32,
    adapters: AdapterSaving = "merged",
    base_fingerprint: str = "",
) -> None:
    """Write a Hugging Face model folder: safetensors in `dtype`, config, generation settings, tokenizer with its chat
    template.

    `adapters` says how LoRA adapters are saved: `merged` into the weights, and alone in the subfolder `adapter`;
    `both`, with tokenizer and generation settings in that subfolder too; or as an `adapter` in place of the weights.
    """
    with self_checks.own_attention(model):
        generation = model.generation_config
        if generation is not None:
            generation.eos_token_id = list(stop_ids) or tokenizer.eos_token_id
            generation.pad_token_id = tokenizer.pad_token_id
            generation.bos_token_id = tokenizer.bos_token_id
        adapted = bool(adapted_layers(model))
        if not adapted or adapters != "adapter":
            _save_whole(model, merge.merged(model), folder, dtype)
            tokenizer.save_pretrained(folder)
        if adapted:
            inside = folder if adapters == "adapter" else folder / ADAPTER_FOLDER
            adapter_files.save(model, inside, _about_adapter(model, dtype, base_fingerprint))
            if adapters != "merged":
                tokenizer.save_pretrained(inside)
                if generation is not None:
                    generation.save_pretrained(inside)


def _save_whole(
    model: PreTrainedModel, weights: Mapping[str, torch.Tensor] | None, folder: Path, dtype: torch.dtype
) -> None:
    in_float32 = folder if dtype == torch.float32 else folder / "float32"
    model.save_pretrained(in_float32, state_dict=weights)
    if weights is not None:  # Transformers writes the dtype of the first weight, which may be a frozen one
        model.config.dtype = torch.float32
        model.config.save_pretrained(in_float32)
    if in_float32 != folder:
        # Converted by loading: Transformers knows which weights stay float32, and their names on disk.
        type(model).from_pretrained(in_float32, dtype=dtype, use_safetensors=True).save_pretrained(folder)
        shutil.rmtree(in_float32)


def _about_adapter(model: PreTrainedModel, dtype: torch.dtype, base_fingerprint: str) -> dict[str, str]:
    """Metadata that lets another run merge the adapter exactly as this one does."""
    about = {"dtype": str(dtype).removeprefix("torch.")}
    if base_fingerprint:
        about["base_fingerprint"] = base_fingerprint
    quantized = next((module for module in model.modules() if isinstance(module, nf4.Nf4Linear)), None)
    if quantized is not None:
        about |= {"base": "nf4", "double_quantization": "false" if quantized.offset is None else "true"}
    return about


def implementation(model: Model) -> str | None:
    """The attention to load with: Transformers' default where packing is checked later, else the recipe's."""
    return None if model.attention in self_checks.PACKING_SETTINGS else model.attention


def _as_model(model: Any) -> PreTrainedModel:
    assert isinstance(model, PreTrainedModel)
    return model
