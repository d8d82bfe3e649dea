"""How long a run takes: the measured costs of steps, validations, checkpoints and samples, times their numbers."""

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from instructgpt_cli.dataset.loader import load_all
from instructgpt_cli.model import nf4
from instructgpt_cli.plain_text import counted, duration
from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.system import atomic_files
from instructgpt_cli.training.step import TrainState, computing
from instructgpt_cli.training.trainer import VALIDATIONS_A_RUN
from instructgpt_cli.training.validation import validation_loss

PARTS_TRIED = 5
PROBE_BYTES = 1 << 26


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds for a step, a validation (0 without), a checkpoint, a published model, and the samples at the end."""

    step: float
    validation: float
    checkpoint: float
    model: float
    samples: float


@dataclass(frozen=True, slots=True)
class RunEstimate:
    """The numbers of steps, validations and checkpoints of a run, and the seconds from its first step to its end."""

    steps: int
    validations: int
    checkpoints: int
    seconds: float

    def describe(self, costs: Costs, device: str) -> str:
        parts = [f"{counted(self.steps, 'step')} of {costs.step:.2f} s"]
        if self.validations:
            parts.append(f"{counted(self.validations, 'validation')} of {duration(costs.validation)}")
        parts.append(f"{counted(self.checkpoints, 'checkpoint')} of {duration(costs.checkpoint)}")
        parts.append(f"{duration(costs.model + costs.samples)} for the model and samples at the end")
        return f"about {duration(self.seconds)} on {device}: {', '.join(parts)}"


def estimate(train: Train, every: int, total_steps: int | None, costs: Costs, validates: bool) -> RunEstimate:
    """The estimate of a run of `total_steps`, or of a time budget where that is None, with a checkpoint `every` so many
    steps. Each validation is assumed to be the best so far, which costs a checkpoint and a published model."""
    best = costs.validation + costs.checkpoint + costs.model
    end = costs.model + costs.samples
    if total_steps is None:
        budget = float(train.budget or 0)
        each = train.validate_every
        step = costs.step + costs.checkpoint / every + (best / each if validates and each else 0)
        validations = VALIDATIONS_A_RUN if validates and not each else 0
        steps = max(1, int((budget - validations * best) / step))
        validations = math.ceil(steps / each) if validates and each else validations
        return RunEstimate(steps, validations, validations + steps // every, budget + end)
    gap = train.validate_every or max(1, math.ceil(total_steps / VALIDATIONS_A_RUN))
    validated = {*range(gap, total_steps + 1, gap), total_steps} if validates else set[int]()
    saved = {*range(every, total_steps + 1, every), *validated, total_steps}
    seconds = total_steps * costs.step + len(validated) * (costs.validation + costs.model)
    return RunEstimate(total_steps, len(validated), len(saved), seconds + len(saved) * costs.checkpoint + end)


def measure(state: TrainState, stored: torch.dtype, step: float, samples: Callable[[], object], scratch: Path) -> Costs:
    """Measures the costs beside those of a `step`: part of a validation, bytes written to `scratch`, and `samples`.
    `stored` is the number format of RUN/model."""
    rate = _bytes_a_second(scratch)
    trainable = [p for p in state.model.parameters() if p.requires_grad]
    states = [
        value
        for optimizer in state.optimizers
        for values in optimizer.state.values()
        for value in values.values()
        if hasattr(value, "nbytes")
    ]
    lora = state.train.lora
    if lora and lora.save == "adapter":
        whole = sum(p.numel() * p.element_size() for p in trainable)
    else:
        whole = nf4.count_weights(state.model) * stored.itemsize
    began = time.perf_counter()
    samples()
    answering = time.perf_counter() - began
    kept = sum(tensor.nbytes for tensor in (*trainable, *states))
    return Costs(step, _validation(state), kept / rate, whole / rate, answering)


def _validation(state: TrainState) -> float:
    """Seconds of a validation, from a few micro-batches of it: the first warms up, and does not count."""
    if state.validation is None:
        return 0.0
    parts = len(load_all(state.validation, state.micro_batch_tokens, padded=not state.packed, border=state.border))
    marks: list[float] = []

    def is_leaving() -> bool:
        marks.append(time.perf_counter())
        return len(marks) > PARTS_TRIED

    with computing(state, "validating"):
        validation_loss(state, state.validation, is_leaving)
    marks.append(time.perf_counter())
    if len(marks) <= PARTS_TRIED:
        return marks[-1] - marks[0]
    return parts * (marks[PARTS_TRIED] - marks[1]) / (PARTS_TRIED - 1)


def _bytes_a_second(scratch: Path) -> float:
    """The rate at which a checkpoint is written, synced, hashed and renamed."""
    data = os.urandom(PROBE_BYTES)
    began = time.perf_counter()
    atomic_files.publish(scratch / "probe", lambda staging: (staging / "bytes").write_bytes(data))
    return PROBE_BYTES / (time.perf_counter() - began)
