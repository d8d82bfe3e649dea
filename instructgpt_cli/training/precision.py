"""Which number format to compute in, and the context that does it."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import torch

Context = Callable[[], AbstractContextManager[object]]


# On a CPU, converting the numbers of a smaller model costs more than its bfloat16 products save.
FEWEST_CPU_PARAMETERS = 4_000_000


def choose(name: str, device: torch.device, parameters: int) -> torch.dtype:
    """The compute type for `precision: auto | fp32 | bf16` of a model with so many parameters.

    `auto` takes bfloat16 where the device has units for it and the model is large enough to gain: a CPU without them
    does it many times slower than float32.
    """
    if name == "auto":
        fast = _has_bf16_units(device) and (device.type != "cpu" or parameters >= FEWEST_CPU_PARAMETERS)
        return torch.bfloat16 if fast else torch.float32
    return {"fp32": torch.float32, "bf16": torch.bfloat16}[name]


def autocast(dtype: torch.dtype, device: torch.device) -> Context:
    """A context factory: weights stay float32, matrix products are computed in `dtype`."""
    if dtype == torch.float32:
        return nullcontext
    return partial(torch.autocast, device.type, dtype=dtype)


def _has_bf16_units(device: torch.device) -> bool:
    if device.type == "cuda":
        return torch.cuda.get_device_capability(device) >= (8, 0)
    if device.type == "cpu":
        try:
            flags = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        except OSError:
            return False
        return "avx512_bf16" in flags or "amx_bf16" in flags
    return False
