"""How long a run takes: the measured cost of a step, a validation, a checkpoint and the samples, times how often."""

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from instructgpt_cli.commands.train.running import stored_in
from instructgpt_cli.dataset.loader import load_all
from instructgpt_cli.plain_text import counted, duration
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.system import atomic_files
from instructgpt_cli.training.step import TrainState, computing, validation_loss
from instructgpt_cli.training.trainer import VALIDATIONS_A_RUN

PARTS_TRIED = 5
PROBE_BYTES = 1 << 26


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds that each takes: a step, a validation (0 without), a checkpoint, RUN/model or another like it, and the
    samples at the end."""

    step: float
    validation: float
    checkpoint: float
    model: float
    samples: float


@dataclass(frozen=True, slots=True)
class RunEstimate:
    """How much of each a run has, and the seconds of all together, from its first step to its last word."""

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


def estimate(recipe: Recipe, total_steps: int | None, costs: Costs, validates: bool) -> RunEstimate:
    """Of a run of `total_steps`, or of a time budget where that is None. Each validation is taken for the best so far:
    it is saved then, and its weights are published."""
    train, every = recipe.train, recipe.checkpoint.every
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


def measure(state: TrainState, recipe: Recipe, step: float, samples: Callable[[], object], scratch: Path) -> Costs:
    """What things cost here beside a `step`: a part of a validation, so many bytes on disk, and the `samples`."""
    rate = _bytes_a_second(scratch)
    learning = [p for p in state.model.parameters() if p.requires_grad]
    states = [
        value
        for optimizer in state.optimizers
        for values in optimizer.state.values()
        for value in values.values()
        if hasattr(value, "nbytes")
    ]
    whole = sum(p.numel() for p in state.model.parameters()) * stored_in(recipe).itemsize
    began = time.perf_counter()
    samples()
    answering = time.perf_counter() - began
    kept = sum(tensor.nbytes for tensor in (*learning, *states))
    return Costs(step, _validation(state), kept / rate, whole / rate, answering)


def _validation(state: TrainState) -> float:
    """Seconds of a validation, by some of its parts: those after the first, which warms up."""
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
    """How fast a checkpoint gets to disk: written, synced, hashed and renamed."""
    data = os.urandom(PROBE_BYTES)
    began = time.perf_counter()
    atomic_files.publish(scratch / "probe", lambda staging: (staging / "bytes").write_bytes(data))
    return PROBE_BYTES / (time.perf_counter() - began)
