"""Compute dtype, autocast, and deterministic algorithms."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial

import torch

from instructgpt_cli.errors import UsageError
from instructgpt_cli.model import dtypes

Context = Callable[[], AbstractContextManager[object]]


# A model of 0.3 million weights would be 1.05 times as fast in bfloat16 on a CPU: small ones keep float32.
FEWEST_CPU_PARAMETERS = 1_000_000


def choose(name: str, device: torch.device, parameters: int) -> torch.dtype:
    """The compute dtype for `precision: auto | fp32 | bf16` of a model with `parameters` weights.

    `auto` takes bfloat16 where the device is faster in it and the model is large enough to gain: elsewhere it may cost
    half of float32's speed.
    """
    if name == "auto":
        fast = dtypes.is_faster_in_bf16(device) and (device.type != "cpu" or parameters >= FEWEST_CPU_PARAMETERS)
        return torch.bfloat16 if fast else torch.float32
    return dtypes.FORMATS[name]


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
