"""The config of a model with random weights, from the keys that a recipe gives."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from transformers import CONFIG_MAPPING, AutoConfig, PretrainedConfig, PreTrainedModel, PreTrainedTokenizerBase
from transformers.models.auto import modeling_auto

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import size
from instructgpt_cli.suggest import nearest
from instructgpt_cli.system.library_errors import first_line

# Older names that Transformers still translates into the fields of today, and one that models read without a field.
_KEYS_WITHOUT_FIELD = {
    "head_dim",
    "rope_theta",
    "rope_scaling",
    "rotary_pct",
    "rotary_emb_base",
    "partial_rotary_factor",
    "torch_dtype",
}
SIZES = {"hidden_size", "n_embd", "num_hidden_layers", "n_layer", "num_attention_heads", "n_head", "intermediate_size"}


def make_config(keys: dict[str, Any], tokenizer: PreTrainedTokenizerBase) -> PretrainedConfig:
    """The config; vocabulary size and special token ids come from the tokenizer where the keys do not say.

    Raises `ModelError` for an unknown architecture or key, or for sizes that cannot be."""
    model_type = known_type(keys)
    keys = {key: value for key, value in keys.items() if key != "model_type"}
    kind = CONFIG_MAPPING[model_type]
    known = set(kind().to_dict()) | set(kind.attribute_map) | _KEYS_WITHOUT_FIELD
    if unknown := [key for key in keys if key not in known]:
        near = nearest(unknown[0], sorted(known))
        raise ModelError(
            f"model.config.{unknown[0]}: {model_type} has no such key", f"Did you mean {near}?" if near else ""
        )
    for key in SIZES & keys.keys():
        if isinstance(keys[key], int) and keys[key] < 1:
            raise ModelError(f"model.config.{key}: should be greater than 0, not {keys[key]}")
    tokens = len(tokenizer)
    wanted = keys.setdefault("vocab_size", tokens)
    if wanted < tokens:
        raise ModelError(f"model.config.vocab_size is {wanted} and the tokenizer has {tokens} tokens")
    keys = _as_floats(kind, keys)
    size.refuse_too_large({"model_type": model_type, **keys}, 4, "model.config")
    return _transformers_config(model_type, {**_token_ids(tokenizer), **keys}, "model.config")


def loaded_config(keys: dict[str, Any], tokenizer: PreTrainedTokenizerBase, place: str) -> PretrainedConfig:
    """The config that Transformers makes of a config.json with these keys, for this tokenizer: what an architecture has
    no field for is kept, and means nothing. A model of several parts speaks with its `text_config`.

    Raises `ModelError` for an unknown architecture or sizes that cannot be."""
    # Without such a token, the architecture's own number: some take no other.
    ids = {name: number for name, number in _token_ids(tokenizer).items() if number is not None}
    speaks = {"pad_token_id": None, **ids, "vocab_size": len(tokenizer)}
    if isinstance(keys.get("text_config"), dict):
        speaks = {**speaks, "text_config": {**keys["text_config"], **speaks}}
    own = {key: value for key, value in {**keys, **speaks}.items() if key != "model_type"}
    return _transformers_config(known_type(keys, f"{place}: model_type"), own, place)


def _token_ids(tokenizer: PreTrainedTokenizerBase) -> dict[str, Any]:
    return {name: getattr(tokenizer, name) for name in ("bos_token_id", "eos_token_id", "pad_token_id")}


def _as_floats(kind: type[PretrainedConfig], keys: dict[str, Any]) -> dict[str, Any]:
    """`50` in YAML is a whole number; a config whose field is a float takes nothing but 50.0."""
    # By the words of the types: some name classes that are imported for type checkers alone.
    takes = {one.name: set(re.findall(r"\w+", str(one.type))) for one in fields(kind)} if is_dataclass(kind) else {}
    wants_float = {name for name, words in takes.items() if "float" in words and "int" not in words}
    return {key: float(value) if key in wants_float and type(value) is int else value for key, value in keys.items()}


def _transformers_config(model_type: str, keys: dict[str, Any], place: str) -> PretrainedConfig:
    try:
        return AutoConfig.for_model(model_type, **keys)
    except Exception as error:
        raise ModelError(f"{place}: {first_line(error)}") from error


def check_head_size(keys: Mapping[str, Any], model: PreTrainedModel) -> None:
    """Raises `ModelError` where a recipe's keys name a size of the heads and the model was built with another: many
    architectures read it though their config has no such field, others ignore it."""
    size = keys.get("head_dim")
    if size is None or "head_dim" in type(model.config)().to_dict():
        return
    if not any(getattr(module, "head_dim", None) == size for module in model.modules()):
        raise ModelError(
            f"model.config.head_dim: the heads of {model.config.model_type} cannot have a size of their own",
            "Leave the key out: their size is hidden_size / num_attention_heads.",
        )


# What Transformers has that is no causal language model, the more telling kinds first.
_OTHER_KINDS: tuple[tuple[Mapping[str, Any], str], ...] = (
    (modeling_auto.MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES, "a vision-language model (images and text)"),
    (modeling_auto.MODEL_FOR_SPEECH_SEQ_2_SEQ_MAPPING_NAMES, "a speech model"),
    (modeling_auto.MODEL_FOR_AUDIO_CLASSIFICATION_MAPPING_NAMES, "an audio model"),
    (modeling_auto.MODEL_FOR_IMAGE_MAPPING_NAMES, "a vision model"),
    (modeling_auto.MODEL_FOR_ZERO_SHOT_IMAGE_CLASSIFICATION_MAPPING_NAMES, "a vision model"),
    (modeling_auto.MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING_NAMES, "an encoder-decoder"),
    (modeling_auto.MODEL_FOR_MASKED_LM_MAPPING_NAMES, "an encoder"),
)


def known_type(config: dict[str, Any], place: str = "model.config.model_type") -> str:
    """The architecture that a config names. Raises `ModelError` where Transformers has none of that name, or one that
    does not continue text."""
    model_type = str(config["model_type"])
    if model_type not in CONFIG_MAPPING:
        near = nearest(model_type, CONFIG_MAPPING.keys())
        raise ModelError(
            f"{place}: {model_type!r} is not an architecture that Transformers knows",
            f"Did you mean {near}?" if near else "Examples: llama, qwen3, gpt2, gpt_neox, gemma3_text.",
        )
    if model_type not in modeling_auto.MODEL_FOR_CAUSAL_LM_MAPPING_NAMES:
        kind = next((what for names, what in _OTHER_KINDS if model_type in names), "another kind of model")
        raise ModelError(
            f"{place}: {model_type!r} is {kind}, not a causal language model",
            "Name a model that continues text; the text part of a larger one may be published by itself.",
        )
    return model_type
