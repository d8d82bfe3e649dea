"""`--smoke`: the recipe on a tiny random model and a few rows, from tokenizer to report, in seconds and offline.

It begins, is stopped half-way, continues from its checkpoint, and ends with a model, samples and a report under
RUN/smoke.
"""

import math
import tempfile
from pathlib import Path
from typing import Any

import torch
from transformers import CONFIG_MAPPING

from instructgpt_cli.commands.text_pipeline import load_text_pipeline_of_run
from instructgpt_cli.commands.train.build import build_model
from instructgpt_cli.commands.train.run import train
from instructgpt_cli.data import hub
from instructgpt_cli.encoding.tokenizer import load_tokenizer
from instructgpt_cli.errors import Interrupted, ModelError
from instructgpt_cli.model import adapter_files, load, lora
from instructgpt_cli.model.config import loaded_config
from instructgpt_cli.model.folder_checks import existing, read_config
from instructgpt_cli.recipe.continued_adapter import with_adapter
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.schema import Lora, Model, Recipe
from instructgpt_cli.system import adapter_folder, atomic_files, offline, torchrun
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import checkpoint, optimizers

ROWS = 48
STEPS = 4
MAX_LENGTH = 4096
BATCH_TOKENS = 2048
DECOMPOSED_RANK = 8  # at most what a tiny layer has singular values
# Tolerances relative to the largest logit: between two implementations, and between weights and their bfloat16.
SAME, SAME_ROUNDED = 1e-4, 0.1

# The sizes of a tiny model, under the names that different architectures use.
TINY: dict[str, Any] = {
    "hidden_size": 64,
    "n_embd": 64,
    "n_embed": 64,
    "d_model": 64,
    "word_embed_proj_dim": 64,
    "intermediate_size": 128,
    "n_inner": 128,
    "ffn_dim": 128,
    "block_ff_dim": 128,
    "intermediate_size_mlp": 128,
    "shared_intermediate_size": 128,
    "num_hidden_layers": 2,
    "n_layer": 2,
    "num_layers": 2,
    "attention_types": [[["global", "local"], 1]],
    "num_attention_heads": 4,
    "n_head": 4,
    "num_key_value_heads": 2,
    "num_kv_heads": 2,
    "head_dim": 16,
    "num_local_experts": 4,
    "num_experts": 4,
    "num_experts_per_tok": 2,
    "moe_intermediate_size": 64,
    "shared_expert_intermediate_size": 64,
    # Latent attention, and rotary positions of a part of each head.
    "qk_rope_head_dim": 16,
    "qk_nope_head_dim": 16,
    "v_head_dim": 16,
    "q_lora_rank": 32,
    "kv_lora_rank": 32,
    "rotary_dim": 8,
    "n_routed_experts": 4,
    "n_group": 1,
    "topk_group": 1,
    # Recurrent states: twice the hidden size in 8 heads of 16.
    "num_heads": 8,
    "mamba_n_heads": 8,
    "mamba_d_head": 16,
    "mamba_d_ssm": 128,
    "mamba_d_state": 16,
    "mamba_n_groups": 1,
    "mamba_chunk_size": 64,
    "state_size": 16,
    "n_groups": 1,
    "chunk_size": 64,
    "linear_num_key_heads": 4,
    "linear_num_value_heads": 4,
    "linear_key_head_dim": 16,
    "linear_value_head_dim": 16,
}
# Derived from the sizes above, or about weights that a smoke test does not load.
DERIVED = (
    "layer_types",
    "architectures",
    "_name_or_path",
    "transformers_version",
    "dtype",
    "torch_dtype",
    "quantization_config",
)
LAYERS = ("num_hidden_layers", "n_layer", "num_layers")
TOKEN_IDS = ("vocab_size", "bos_token_id", "eos_token_id", "pad_token_id")


def run(recipe: Recipe, command: str, console: Console) -> None:
    """Trains the shrunk recipe in two starts: to its middle, and from there to its end."""
    atomic_files.refuse_link(Path(recipe.output_dir or "") / "smoke")
    with tempfile.TemporaryDirectory(prefix="instructgpt-") as scratch:
        small = shrink(recipe, Path(scratch))
        kind = config_of(recipe.model).get("model_type")
        console.message(f"smoke test in {small.output_dir}: {STEPS} steps of a tiny {kind}, stopped halfway")
        try:
            train(small, command, console, fresh=True, stop_at=STEPS // 2)
            train(small, command, console, fresh=False)
        except Interrupted as stop:
            raise Interrupted(stop.message.partition(";")[0], "A smoke test starts over.") from None
        if torchrun.is_first():
            console.message(f"{compare(small)} loads, and its logits are those of the trained model")


@torch.no_grad()
def compare(recipe: Recipe) -> Path:
    """The model folder of a run's last step. Raises `ModelError` where its logits differ from those of the last
    checkpoint with its adapters."""
    assert recipe.output_dir is not None
    run = Path(recipe.output_dir)
    cpu = torch.device("cpu")
    tokenizer = load_text_pipeline_of_run(recipe.model, recipe.tokenizer, recipe.data, recipe.output_dir).tokenizer
    trained = build_model(recipe.model, recipe.train, tokenizer, recipe.data.max_length, recipe.seed, cpu)
    checkpoint.resume(run / "checkpoints", trained, optimizers.build(trained, recipe.train))
    folder = next(place for name in ("model-last", "model") if (place := run / name).exists())
    stored = load.load_pretrained(Model(path=str(folder)), cpu, None)
    same = SAME if stored.dtype == torch.float32 else SAME_ROUNDED
    ids = torch.randint(
        0, len(trained.get_input_embeddings().weight), (2, 9), generator=torch.Generator().manual_seed(0)
    )
    expected, found = (m.eval().float()(input_ids=ids, use_cache=False).logits for m in (trained, stored))
    if (difference := float((found - expected).abs().max())) > same * float(expected.abs().max()):
        raise ModelError(
            f"{folder}: has other logits than the trained model: they differ by {difference:.2g}",
            "A real run of this recipe would be lost: train other weights (train.lora.targets), and report this.",
        )
    return folder


def shrink(recipe: Recipe, scratch: Path) -> Recipe:
    """The recipe with few rows, short lengths, few steps and a tiny model. A pretrained model is replaced by a random
    one of the same architecture, saved in `scratch`."""
    assert recipe.output_dir is not None
    data = recipe.data
    limited = {
        split: tuple(source.model_copy(update={"rows": _few(source)}) for source in getattr(data, split))
        for split in ("train", "validation")
    }
    length = min(data.max_length, MAX_LENGTH)
    small_data = data.model_copy(
        update={
            **limited,
            "max_length": length,
            "max_overlong": 1.0,
            "overlong": "drop" if data.overlong == "error" else data.overlong,
        }
    )
    train = recipe.train.model_copy(
        update={
            "epochs": None,
            "budget": None,
            "max_steps": STEPS,
            "batch_tokens": max(length, min(recipe.train.batch_tokens, BATCH_TOKENS)),
            "micro_batch_tokens": None,
            "compile": False,
        }
    )
    small = recipe.model_copy(
        update={
            "output_dir": str(Path(recipe.output_dir) / "smoke"),
            "data": small_data,
            "train": train,
            "generate": recipe.generate.model_copy(update={"max_new_tokens": 16, "max_length": None}),
        }
    )
    config = tiny_config(config_of(recipe.model))
    if recipe.model.path is None:
        return small.model_copy(update={"model": recipe.model.model_copy(update={"config": config})})
    tokenizer = load_tokenizer(recipe.tokenizer, recipe.model, data.train)
    folder, file = scratch / "model", f"{recipe.model.path}: config.json"
    load.save(load.build_from(loaded_config(config, tokenizer, file), recipe.seed, place=file), tokenizer, (), folder)
    model = recipe.model.model_copy(update={"path": str(folder), "revision": None})
    settings = with_adapter(recipe).train.lora
    own = _shrink_adapter(settings, model, recipe.seed, scratch) if settings else None
    return small.model_copy(update={"model": model, "train": train.model_copy(update={"lora": own})})


def _shrink_adapter(settings: Lora, tiny: Model, seed: int, scratch: Path) -> Lora:
    """The adapter settings for the `tiny` model; in place of an adapter to continue a new one, in `scratch`, with the
    settings of that."""
    if settings.init in ("olora", "pissa") or settings.init.startswith("pissa_"):
        settings = settings.model_copy(update={"rank": min(settings.rank, DECOMPOSED_RANK)})
    if settings.from_ is None:
        return settings
    model = load.load_pretrained(tiny, torch.device("cpu"))
    lora.add(model, settings.model_copy(update={"from_": None}), seed)
    adapter_files.save(model, scratch / "adapter", {})
    return settings.model_copy(update={"from_": str(scratch / "adapter")})


def _few(source: Source) -> int:
    """The number of rows to read of a source: more for a small `part`, which has few among the first."""
    first, last = source.part or (0.0, 1.0)
    few = math.ceil(ROWS / (last - first))
    return min(source.rows or few, few)


def tiny_config(config: dict[str, Any]) -> dict[str, Any]:
    """A config with its sizes replaced, also those that it leaves to the architecture's defaults."""
    kind = str(config.get("model_type"))
    defaults = CONFIG_MAPPING[kind]() if kind in CONFIG_MAPPING else None
    layers = {config.get(key) for key in LAYERS} - {None}
    kept = {
        key: value
        for key, value in config.items()
        if key not in DERIVED
        and key not in TOKEN_IDS
        and value is not None
        and not (isinstance(value, list) and len(value) in layers)  # one value per layer
    }
    own_names = defaults.to_dict() if defaults else {}
    tiny = {key: size for key, size in TINY.items() if key in kept or key in own_names}
    if "kv_lora_rank" in tiny:  # latent attention has as many keys as queries
        tiny["num_key_value_heads"] = tiny["num_attention_heads"]
    for key, rope in kept.items():
        if key in ("rope_scaling", "rope_parameters") and isinstance(rope, dict):
            tiny[key] = _tiny_rope(rope, kept)
    for key in getattr(defaults, "sub_configs", ()):  # a model of several parts, such as a vision tower
        own, part = kept.get(key), getattr(defaults, key, None)
        named = {**({"model_type": part.model_type} if part else {}), **(own if isinstance(own, dict) else {})}
        if "model_type" in named:  # otherwise the model does not have this part
            tiny[key] = tiny_config(named)
    return {**kept, **tiny}


def _tiny_rope(rope: dict[str, Any], config: dict[str, Any]) -> dict[str, Any]:
    """Rope parameters with as many factors as a small head has angles."""
    share = rope.get("partial_rotary_factor", config.get("partial_rotary_factor", 1.0))
    angles = int(TINY["head_dim"] * share) // 2
    return {
        key: value[:angles] if key.endswith("_factor") and isinstance(value, list) else value
        for key, value in rope.items()
    }


def config_of(model: Model) -> dict[str, Any]:
    """The keys of the config of a recipe's model, without its weights."""
    if model.config is not None:
        return model.config
    assert model.path is not None
    path = str(adapter_folder.whole_model(existing(model.path)))
    if offline.is_hub_id(path):
        path = str(hub.tokenizer_folder(path, model.revision, code=False))
    return read_config(path)
