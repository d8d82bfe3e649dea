"""Compute dtype, autocast, and deterministic algorithms."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path

import torch

from instructgpt_cli.errors import UsageError

FORMATS = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}
Context = Callable[[], AbstractContextManager[object]]


# A model of 0.3 million weights would be 1.05 times as fast in bfloat16 on a CPU: small ones keep float32.
FEWEST_CPU_PARAMETERS = 1_000_000


def choose(name: str, device: torch.device, parameters: int) -> torch.dtype:
    """The compute dtype for `precision: auto | fp32 | bf16` of a model with `parameters` weights.

    `auto` takes bfloat16 where the device is faster in it and the model is large enough to gain: elsewhere it may cost
    half of float32's speed.
    """
    if name == "auto":
        fast = _is_faster_in_bf16(device) and (device.type != "cpu" or parameters >= FEWEST_CPU_PARAMETERS)
        return torch.bfloat16 if fast else torch.float32
    return FORMATS[name]


def autocast(dtype: torch.dtype, device: torch.device) -> Context:
    """A context factory: weights stay float32, matrix products are computed in `dtype`."""
    if dtype == torch.float32:
        return nullcontext
    return partial(torch.autocast, device.type, dtype=dtype)


def prepare_fixed_order() -> None:
    """Call it before the first matrix product of a deterministic run: cuBLAS reads its environment once."""
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]  # a check that costs time


@contextmanager
def fixed_order(wanted: bool) -> Iterator[None]:
    """A context with deterministic algorithms, if `wanted`. Raises `UsageError` naming an operation that has none on
    the device."""
    if not wanted:
        yield
        return
    torch.use_deterministic_algorithms(True)
    try:
        yield
    except RuntimeError as error:
        name, found, _ = str(error).partition(" does not have a deterministic implementation")
        if not found:
            raise
        raise UsageError(
            f"train.deterministic: {name} has no deterministic implementation on this device",
            "Leave the key out, or compute on a CPU.",
        ) from error
    finally:
        torch.use_deterministic_algorithms(False)


def _is_faster_in_bf16(device: torch.device) -> bool:
    """Intel's AVX-512 multiplies bfloat16 no faster than float32, and oneDNN at half the rate; AMX and AMD's AVX-512
    are faster."""
    if device.type == "cuda":
        return torch.cuda.get_device_capability(device) >= (8, 0)
    if device.type == "cpu":
        try:
            facts = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        except OSError:
            return False
        return "amx_bf16" in facts or ("avx512_bf16" in facts and "AuthenticAMD" in facts)
    return False
