"""How many weights a config describes, and whether there is memory for them: known before anything is built."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil
import torch
from transformers import CONFIG_MAPPING, AutoConfig, AutoModelForCausalLM

from instructgpt_cli.errors import ResourceError

LAYERS = "num_hidden_layers"
MOST_LAYERS = 10_000  # however narrow, each costs a millisecond to build and some 40 KB of Python's objects
FIRST_LAYERS = 8  # architectures repeat a pattern of dense, expert, attention and recurrent layers within so many
CGROUP = Path("/sys/fs/cgroup")


def refuse_too_large(keys: Mapping[str, Any], bytes_each: int, place: str) -> None:
    """Raises `ResourceError` where the weights that the config `keys` describe, of `bytes_each` bytes each, need more
    memory than is free. `place` is what the message calls the config."""
    layers = keys.get(_layers_key(keys))
    if isinstance(layers, int) and layers > MOST_LAYERS:
        raise ResourceError(
            f"{place}: describes a model of {layers:,} layers, and more than {MOST_LAYERS:,} are not built",
            "Take a model of fewer layers.",
        )
    weights = at_least(keys)
    if weights is not None and weights * bytes_each > (free := free_memory()):
        raise ResourceError(
            f"{place}: describes a model of {weights:,} weights or more, which take {_gigabytes(weights * bytes_each)};"
            f" {_gigabytes(free)} of memory are free",
            "Take a smaller model, or a machine with more memory.",
        )


def at_least(keys: Mapping[str, Any]) -> int | None:
    """A lower bound of the number of weights and of numbers in buffers: exact for few layers, and beyond those as many
    times the smallest of the first ones. None where the config is not one that can be counted."""
    name = _layers_key(keys)
    try:
        layers = keys[name] if name in keys else getattr(CONFIG_MAPPING[keys["model_type"]](), LAYERS, None)
        if not isinstance(layers, int) or isinstance(layers, bool) or layers < 1:
            return None
        counts = list(_counts({key: value for key, value in keys.items() if key != "auto_map"}, name, layers))
    except RuntimeError as error:
        return 2**63 if "overflow" in str(error) else None  # one tensor has more numbers than can be counted
    except Exception:  # whatever an architecture raises where its numbers or names are wrong: building it says so
        return None
    return counts[-1] + (layers - len(counts)) * min((b - a for a, b in pairwise(counts)), default=0)


def _layers_key(keys: Mapping[str, Any]) -> str:
    """Where a config says how many layers there are: under the name that its architecture has for it, or all have."""
    kind = CONFIG_MAPPING[keys["model_type"]] if keys.get("model_type") in CONFIG_MAPPING else None
    own: str = getattr(kind, "attribute_map", {}).get(LAYERS, LAYERS)
    return own if own in keys else LAYERS


def _counts(keys: Mapping[str, Any], name: str, layers: int) -> Iterator[int]:
    """Of the model cut off after its first layer, after two, and so on."""
    for count in range(1, min(layers, FIRST_LAYERS) + 1):
        shorter = {key: _first(value, count, layers) for key, value in keys.items()} | {name: count}
        config = AutoConfig.for_model(**shorter)
        with torch.device("meta"):
            model = AutoModelForCausalLM.from_config(config)
        yield sum(tensor.numel() for tensor in (*model.parameters(), *model.buffers()))


def _first(value: Any, count: int, layers: int) -> Any:
    """Of a list with an entry for each layer, those of the first ones."""
    return value[:count] if isinstance(value, list) and len(value) == layers else value


def free_memory() -> int:
    """Bytes that this process may still take: of the machine, or of the container it is in."""
    free: int = psutil.virtual_memory().available
    with suppress(OSError, ValueError):  # no container of version 2, or one without a limit
        limit = int((CGROUP / "memory.max").read_text("ascii"))
        free = min(free, max(0, limit - int((CGROUP / "memory.current").read_text("ascii"))))
    return free


def _gigabytes(amount: int) -> str:
    return f"{amount / 1e9:,.1f} GB"
