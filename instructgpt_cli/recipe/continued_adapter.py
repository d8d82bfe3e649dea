"""The recipe keys that an adapter to continue defines."""

from typing import Any

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.schema import Lora, Recipe
from instructgpt_cli.system import adapter_folder
from instructgpt_cli.system.adapter_folder import AdapterFolder


def with_adapter(recipe: Recipe) -> Recipe:
    """The recipe with rank, alpha, dora, rslora and targets of the adapter in `train.lora.from`, and its 4-bit base if
    it has one. Raises `UsageError` if the recipe sets one of them to another value."""
    lora = recipe.train.lora
    if lora is None or lora.from_ is None:
        return recipe
    found = _keys(adapter_folder.read(lora.from_))
    given = {key: getattr(lora, key) for key in found if key in lora.model_fields_set}
    if others := [key for key, value in given.items() if not _same(value, found[key])]:
        values = ", ".join(f"{key}: {found[key]}" for key in others)
        raise UsageError(
            f"train.lora: the adapter in {lora.from_} has {values}",
            f"Remove {', '.join(others)}, or start a new adapter without `from`.",
        )
    own = Lora.model_validate({**lora.model_dump(exclude_unset=True), **found})
    return recipe.model_copy(update={"train": recipe.train.model_copy(update={"lora": own})})


def _keys(adapter: AdapterFolder) -> dict[str, Any]:
    config, about = adapter.config, adapter.about
    quantized = {"base": "nf4", "double_quantization": about.get("double_quantization") == "true"}
    names = config.get("target_modules")
    # PEFT writes a module of each layer by its full name.
    modules = sorted({name.rpartition(".")[2] for name in names}) if isinstance(names, list) else []
    return {
        "rank": config.get("r", 8),
        "alpha": float(config.get("lora_alpha", 8)),
        "dora": bool(config.get("use_dora")),
        "rslora": bool(config.get("use_rslora")),
        "targets": [*modules, *sorted(config.get("target_parameters") or [])] or "all-linear",
        **(quantized if about.get("base") == "nf4" else {}),
    }


def _same(given: Any, found: Any) -> bool:
    return sorted(given) == sorted(found) if isinstance(given, tuple) and isinstance(found, list) else given == found
