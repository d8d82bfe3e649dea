"""The number of weights that a config describes, checked against free memory before anything is built."""

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
MOST_LAYERS = 10_000  # however narrow, a layer takes a millisecond to build and some 40 KB of Python objects
FIRST_LAYERS = 8  # long enough for an architecture's pattern of dense, expert, attention and recurrent layers
CGROUP = Path("/sys/fs/cgroup")


def refuse_too_large(keys: Mapping[str, Any], bytes_each: int, place: str) -> None:
    """Raise `ResourceError` if the weights described by the config `keys`, at `bytes_each` bytes each, need more than
    the free memory. `place` names the config in the message."""
    layers = keys.get(_layers_key(keys))
    if isinstance(layers, int) and layers > MOST_LAYERS:
        raise ResourceError(
            f"{place}: describes a model of {layers:,} layers; the limit is {MOST_LAYERS:,}",
            "Use a model with fewer layers.",
        )
    weights = at_least(keys)
    if weights is not None and weights * bytes_each > (free := free_memory()):
        raise ResourceError(
            f"{place}: describes a model of at least {weights:,} weights, which need "
            f"{_gigabytes(weights * bytes_each)}; {_gigabytes(free)} of memory are free",
            "Use a smaller model, or a machine with more memory.",
        )


def at_least(keys: Mapping[str, Any]) -> int | None:
    """Return a lower bound of the number of weights and buffer elements; None if the config does not build a model.

    Exact for up to `FIRST_LAYERS` layers; each further layer counts as the smallest of these.
    """
    name = _layers_key(keys)
    try:
        layers = keys[name] if name in keys else getattr(CONFIG_MAPPING[keys["model_type"]](), LAYERS, None)
        if not isinstance(layers, int) or isinstance(layers, bool) or layers < 1:
            return None
        counts = list(_counts({key: value for key, value in keys.items() if key != "auto_map"}, name, layers))
    except RuntimeError as error:
        return 2**63 if "overflow" in str(error) else None  # a single tensor has more elements than int64 can count
    except Exception:  # an architecture raises anything for wrong sizes or names; building the model reports it
        return None
    return counts[-1] + (layers - len(counts)) * min((b - a for a, b in pairwise(counts)), default=0)


def _layers_key(keys: Mapping[str, Any]) -> str:
    """The key for the number of layers: the architecture's own name for it if the config uses that."""
    kind = CONFIG_MAPPING[keys["model_type"]] if keys.get("model_type") in CONFIG_MAPPING else None
    own: str = getattr(kind, "attribute_map", {}).get(LAYERS, LAYERS)
    return own if own in keys else LAYERS


def _counts(keys: Mapping[str, Any], name: str, layers: int) -> Iterator[int]:
    """Yield the number of weights of the model cut to one layer, to two, and so on."""
    for count in range(1, min(layers, FIRST_LAYERS) + 1):
        shorter = {key: _first(value, count, layers) for key, value in keys.items()} | {name: count}
        config = AutoConfig.for_model(**shorter)
        with torch.device("meta"):
            model = AutoModelForCausalLM.from_config(config)
        yield sum(tensor.numel() for tensor in (*model.parameters(), *model.buffers()))


def _first(value: Any, count: int, layers: int) -> Any:
    """Cut a list that has one entry per layer to the first `count`."""
    return value[:count] if isinstance(value, list) and len(value) == layers else value


def free_memory() -> int:
    """Return the bytes still available to this process, on the machine or in its cgroup v2 container."""
    free: int = psutil.virtual_memory().available
    with suppress(OSError, ValueError):  # not in a cgroup v2, or one without a limit
        limit = int((CGROUP / "memory.max").read_text("ascii"))
        free = min(free, max(0, limit - int((CGROUP / "memory.current").read_text("ascii"))))
    return free


def _gigabytes(amount: int) -> str:
    return f"{amount / 1e9:,.1f} GB"
