"""torch.compile for the decoder layers: whether it pays, and what it is applied to."""

import os
import shutil
from importlib.util import find_spec

import torch
from torch import nn
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.model.self_checks import layers

# FLOPs from which a run gains more than compiling costs: about five minutes at 40 % of an A100's bfloat16 rate, where
# compiling takes about one.
LONG_RUN = 4e16
# Seconds from which a run with a time budget gains.
LONG_BUDGET = 600.0
# Oldest GPU that Triton generates code for, and oldest torch that compiles packed attention.
OLDEST, OLDEST_TORCH = (7, 0), "2.13"


def pays(device: torch.device, parameters: int, tokens: int | None, budget: float) -> bool:
    """Whether the device can compile, and a run is long enough to gain from it: one on `tokens` tokens, or of `budget`
    seconds where that is None.

    Depends only on the recipe, the data and the machine, so that a run that resumes makes the same choice.
    """
    if device.type != "cuda" or not _can_compile(device):
        return False
    return budget >= LONG_BUDGET if tokens is None else 6.0 * parameters * tokens >= LONG_RUN


def _can_compile(device: torch.device) -> bool:
    """Triton generates the kernels, and calls a C compiler for their launchers."""
    if torch.__version__ < OLDEST_TORCH:
        return False
    compiler = os.environ.get("CC") or shutil.which("gcc") or shutil.which("clang")
    return bool(compiler) and find_spec("triton") is not None and torch.cuda.get_device_capability(device) >= OLDEST


def refuse_nothing_to_compile(*, grouped: bool, checkpointing: bool) -> None:
    """Raise `UsageError` where each layer would run uncompiled, in silence: torch does not compile a checkpointed layer
    that has to leave the graph, as for attention in groups."""
    if grouped and checkpointing:
        raise UsageError(
            "train.compile: with train.gradient_checkpointing, nothing is compiled on this device in this precision, "
            "because attention has no single kernel",
            "Remove one of the keys.",
        )


def compile_layers(model: PreTrainedModel) -> None:
    """Compile each layer separately: they share their code, so it is compiled once. Raises `ModelError` if the
    architecture has no list of layers."""
    found: list[nn.Module] = list(layers(model))
    if not found:
        raise ModelError(f"train.compile: {model.config.model_type} has no list of layers", "Remove the key.")
    for layer in found:
        layer.compile(dynamic=True)
