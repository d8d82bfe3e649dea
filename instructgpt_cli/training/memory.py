"""The memory of a training step by part, and the largest micro-batch that fits.

weights + optimizer state + the peak of forward and backward, which is simulated (`model.simulated_memory`): gradients
accumulate beside the activations of all but the first micro-batch.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial

import torch
from torch import nn
from torch._subclasses.fake_tensor import FakeTensorMode
from transformers import PreTrainedModel

from instructgpt_cli.model import simulated_memory
from instructgpt_cli.model.loss import TargetBatch
from instructgpt_cli.training.muon import Muon

SIMULATED = 2  # micro-batches of a step: further ones repeat the second
# Not used for micro-batches: fragments, kernels' workspaces, and what the simulation does not see.
RESERVE = 0.1
MULTIPLE = 64  # tokens of a limit
FEWEST = 512  # tokens: smaller micro-batches save little, and cost much time


@dataclass(frozen=True, slots=True)
class StepMemory:
    """Bytes at the peak of a training step."""

    weights: int
    optimizer: int
    gradients: int
    activations: int
    """Everything else: activations, logits of a chunk, weights cast to the compute dtype."""

    @property
    def total(self) -> int:
        return self.weights + self.optimizer + self.gradients + self.activations

    def describe(self) -> str:
        parts = {
            "weights": self.weights,
            "optimizer": self.optimizer,
            "gradients": self.gradients,
            "activations": self.activations,
        }
        return ", ".join(f"{mebibytes(size)} {name}" for name, size in parts.items() if size)


def mebibytes(size: float) -> str:
    return f"{size / 2**20:,.0f} MiB"


def simulate(
    model: PreTrainedModel,
    mode: FakeTensorMode,
    optimizers: Sequence[torch.optim.Optimizer],
    micro_batches: Sequence[TargetBatch],
    dtype: torch.dtype,
    *,
    packed: bool,
    chunked: bool,
    on_accelerator: bool,
) -> StepMemory:
    """The memory of a step of these micro-batches that computes in `dtype`. `model` has no data."""
    autocast: Callable[[], AbstractContextManager[object]] = nullcontext
    if dtype != torch.float32:
        autocast = partial(torch.autocast, "cpu", dtype=torch.bfloat16)
    peak = simulated_memory.peak_above_weights(
        model,
        mode,
        micro_batches[:SIMULATED],
        autocast,
        packed=packed,
        chunked=chunked,
        on_accelerator=on_accelerator,
    )
    gradients = min(peak, _bytes(p for p in model.parameters() if p.requires_grad))
    state = sum(state_bytes(optimizer) for optimizer in optimizers)
    return StepMemory(_bytes((*model.parameters(), *model.buffers())), state, gradients, peak - gradients)


def state_bytes(optimizer: torch.optim.Optimizer) -> int:
    """What the state of an optimizer takes: two moments in AdamW, one in Muon, none in SGD."""
    moments = {torch.optim.AdamW: 2, Muon: 1}.get(type(optimizer), 0)
    return moments * _bytes(p for group in optimizer.param_groups for p in group["params"])


def fitting_limit(wanted: int, memory_at: Callable[[int], int], free: int) -> int:
    """The most tokens of a micro-batch, up to `wanted`, for which `memory_at`, nearly linear in them, stays within the
    `free` bytes less a reserve."""
    room = int(free * (1 - RESERVE))
    at_most = memory_at(wanted)
    if at_most <= room or wanted <= FEWEST:
        return wanted
    at_half = memory_at(wanted // 2)
    each = max(at_most - at_half, 1) / (wanted - wanted // 2)
    limit = int(wanted // 2 + (room - at_half) / each) // MULTIPLE * MULTIPLE
    return min(wanted, max(FEWEST, limit))


def _bytes(tensors: Iterable[torch.Tensor | nn.Parameter]) -> int:
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors)
