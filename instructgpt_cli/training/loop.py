"""The training loop: batch -> summed loss -> divided once -> backward -> clip -> step -> metrics to whoever listens.

One step's gradient does not depend on how its sequences are split into micro-batches: losses are summed over targets
and divided by the step's target count, which the plan knows beforehand. Everything random in a step is seeded by the
step.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Protocol

import torch
from torch import nn
from transformers import PreTrainedModel

from instructgpt_cli.data.batch import Batch
from instructgpt_cli.data.loader import StepBatch, load_all, load_batch, load_step
from instructgpt_cli.data.packing import Plan
from instructgpt_cli.data.storage import Prepared
from instructgpt_cli.errors import NumericsError, ResourceError, is_out_of_memory
from instructgpt_cli.model.loss import summed_loss, target_losses
from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.run.metrics import StepMetrics, StepTiming
from instructgpt_cli.training import optim
from instructgpt_cli.training.checkpoint import Progress
from instructgpt_cli.training.precision import Context

VALIDATIONS_A_RUN = 4
SPEED_WINDOW = 20


class Listener(Protocol):
    """Whoever wants to know how the run goes."""

    def on_step(self, metrics: StepMetrics, timing: StepTiming) -> None: ...
    def on_validation(self, step: int, loss: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Job:
    """All that a run computes with; nothing here changes but the weights and the optimizer state."""

    model: PreTrainedModel
    packed: bool
    chunked: bool
    """Whether sequences lie side by side without padding, and whether the head computes a few targets at a time."""
    optimizers: Sequence[torch.optim.Optimizer]
    prepared: Prepared
    validation: Prepared | None
    plan: Plan
    train: Train
    total_steps: int | None
    """None where a time budget ends the run."""
    seed: int
    device: torch.device
    precision: str
    """What `autocast` computes in: fp32 or bf16."""
    autocast: Context
    micro_batch_tokens: int


class Trainer:
    """Runs a job from `progress` on. Between two calls of `step`, the model, the optimizers and `progress` are the
    whole state of the run."""

    def __init__(self, job: Job, progress: Progress, listeners: Sequence[Listener]) -> None:
        self.job = job
        self.progress = progress
        self._listeners = listeners
        self._clip = optim.clip_norm(job.train)
        self._speed: list[tuple[float, int, int]] = []
        self._validating = 0.0  # seconds of the last validation: one more comes at the end

    def run(
        self,
        *,
        on_best: Callable[[], None],
        should_stop: Callable[[Progress], bool],
        is_leaving: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Trains to the end; False where `should_stop`, asked after every step, stopped it before, or `is_leaving`,
        asked now and then during a validation, which is then computed when the run goes on.

        `on_best` is called, between steps, when the validation loss is the lowest so far. Raises `NumericsError`
        before a step whose loss or gradient is not finite, `ResourceError` where the device has no memory left.
        """
        if not self._validate_if_due(on_best, is_leaving):
            return False
        while not self._finished():
            self.step()
            if not self._validate_if_due(on_best, is_leaving):
                return False
            began = time.perf_counter()
            leaving = should_stop(self.progress)
            self._spend(time.perf_counter() - began)
            if leaving and not self._finished():
                return False
        self.progress = replace(self.progress, ended=float(self.job.train.budget or 0))
        return True

    def step(self) -> StepMetrics:
        """One optimizer step."""
        began = time.perf_counter()
        job, k = self.job, self.progress.step
        batch = load_step(job.prepared, job.plan, k, job.micro_batch_tokens)
        lr = self._lr(k)
        optim.set_lr(job.optimizers, lr)
        torch.manual_seed(_mix(job.seed, k))
        with _memory_for(f"step {k + 1}", job.micro_batch_tokens):
            loss, norm = train_step(job, batch, self._clip)
            if not (math.isfinite(loss) and math.isfinite(norm)):
                raise _not_finite(job, batch, k, loss, norm)
            for optimizer in job.optimizers:
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
        seconds = self.progress.seconds + time.perf_counter() - began
        self.progress = replace(self.progress, step=k + 1, seconds=seconds)
        epoch = batch.step.epoch + (batch.step.index + 1) / batch.step.steps_in_epoch
        metrics = StepMetrics(k + 1, round(epoch, 6), loss, lr, norm, batch.targets, batch.tokens)
        timing = self._timing(time.perf_counter() - began, batch)
        for listener in self._listeners:
            listener.on_step(metrics, timing)
        return metrics

    def _validate_if_due(self, on_best: Callable[[], None], is_leaving: Callable[[], bool]) -> bool:
        """False where it was due and left before its end."""
        job, step = self.job, self.progress.step
        if job.validation is None or not self._validation_due():
            return True
        began = time.perf_counter()
        with _memory_for(f"validating after step {step}", job.micro_batch_tokens):
            loss = validation_loss(job, job.validation, is_leaving)
        if loss is None:
            return False
        if not math.isfinite(loss):
            raise NumericsError(
                f"after step {step}: the validation loss is {loss}",
                "Score the rows one by one with `instructgpt eval`; lower train.lr, or try train.precision: fp32.",
            )
        for listener in self._listeners:
            listener.on_validation(step, loss)
        self.progress = replace(self.progress, validated=step)
        best = self.progress.best_loss
        if best is None or loss < best:
            self.progress = replace(self.progress, best_loss=loss, best_step=step)
            on_best()
        self._validating = time.perf_counter() - began
        self._spend(self._validating)
        return True

    def _spend(self, seconds: float) -> None:
        """Validations and checkpoints are paid for by a time budget too."""
        self.progress = replace(self.progress, seconds=self.progress.seconds + seconds)

    def _finished(self) -> bool:
        if self.job.total_steps is not None:
            return self.progress.step >= self.job.total_steps
        assert isinstance(self.job.train.budget, float)
        last = self._speed[-1][0] if self._speed else 0.0
        return self.progress.seconds + last + self._validating > self.job.train.budget

    def _share_done(self, step: int) -> float:
        if self.job.total_steps is not None:
            return step / self.job.total_steps
        assert isinstance(self.job.train.budget, float)
        return min(1.0, self.progress.seconds / self.job.train.budget)

    def _lr(self, k: int) -> float:
        train = self.job.train
        if self.job.total_steps is not None:
            return optim.lr_of_step(train, k, self.job.total_steps)
        share = self._share_done(k)
        return optim.lr_at(train, share, max(share, 1e-3) / train.warmup if share < train.warmup else 1.0)

    def _validation_due(self) -> bool:
        done, every = self.progress.step, self.job.train.validate_every
        if done in (0, self.progress.validated):
            return False
        if every is None:
            total = self.job.total_steps
            every = max(1, math.ceil(total / VALIDATIONS_A_RUN)) if total else self.job.plan.steps_in_epoch(0)
        return done % every == 0 or self._finished()

    def _timing(self, seconds: float, batch: StepBatch) -> StepTiming:
        self._speed = [*self._speed[1 - SPEED_WINDOW :], (seconds, batch.tokens, batch.targets)]
        window, tokens, targets = (sum(column) for column in zip(*self._speed, strict=True))
        share = self._share_done(self.progress.step)
        if self.job.total_steps is not None:
            left = (self.job.total_steps - self.progress.step) * window / len(self._speed)
        else:
            assert isinstance(self.job.train.budget, float)
            left = max(0.0, self.job.train.budget - self.progress.seconds)
        return StepTiming(self.progress.step, self.progress.seconds, share, tokens / window, targets / window, left)


def train_step(job: Job, batch: StepBatch, clip: float) -> tuple[float, float]:
    """Forward and backward of one step: (mean loss a target in nats, norm of the gradient). The clipped gradient is
    left on the parameters."""
    job.model.train()
    total = torch.zeros((), dtype=torch.float64 if job.device.type != "mps" else torch.float32, device=job.device)
    for micro in batch.micro_batches:
        with job.autocast():
            loss = summed_loss(job.model, micro.to(job.device), packed=job.packed, chunked=job.chunked)
        (loss / batch.targets).backward()  # type: ignore[no-untyped-call]
        total += loss.detach()
    norm = nn.utils.clip_grad_norm_((p for p in job.model.parameters() if p.grad is not None), clip)
    return float(total) / batch.targets, float(norm)


@torch.no_grad()
def validation_loss(job: Job, prepared: Prepared, is_leaving: Callable[[], bool]) -> float | None:
    """Mean loss a target, in nats, over all of `prepared`; None where `is_leaving` said so before the end."""
    job.model.eval()
    total, targets = 0.0, 0
    for part in load_all(prepared, job.micro_batch_tokens):
        if is_leaving():
            return None
        batch = load_batch(prepared, part)
        with job.autocast():
            total += float(summed_loss(job.model, batch.to(job.device), packed=job.packed, chunked=job.chunked))
        targets += batch.targets
    return total / targets


def _mix(seed: int, step: int) -> int:
    """A seed for step `step`: neighbouring steps and seeds share nothing."""
    return ((seed + 1) * 0x9E3779B97F4A7C15 + (step + 1) * 0xBF58476D1CE4E5B9) % 2**63


@torch.no_grad()
def _not_finite(job: Job, batch: StepBatch, k: int, loss: float, norm: float) -> NumericsError:
    """Says which rows it was, where single rows are to blame."""
    bad: list[str] = []
    job.model.eval()
    for micro in batch.micro_batches:
        with job.autocast():
            losses = target_losses(job.model, micro.to(job.device), packed=job.packed, chunked=job.chunked)
        bad += _bad_rows(job.prepared, micro, torch.split(losses, list(micro.target_counts)))
    what = f"the loss is {loss}" if not math.isfinite(loss) else f"the norm of the gradient is {norm}"
    everything = len(bad) == len(batch.step.sequences)
    rows = f"; {'all its rows, the first ' if everything else 'rows '}{', '.join(bad[:5])}" if bad else ""
    return NumericsError(
        f"step {k + 1}: {what}{rows}",
        "The weights were not touched. Lower train.lr, raise train.warmup, or try train.precision: fp32.",
    )


def _bad_rows(prepared: Prepared, micro: Batch, losses: Sequence[torch.Tensor]) -> list[str]:
    return [
        f"{prepared.tallies[int(prepared.sources[i])].source}: row {int(prepared.rows[i])}"
        for i, each in zip(micro.rows, losses, strict=True)
        if not bool(torch.isfinite(each).all())
    ]


@contextmanager
def _memory_for(what: str, tokens: int) -> Iterator[None]:
    """Says of what there was too much where the memory does not suffice for the block."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise ResourceError(
            f"{what}: out of memory with micro-batches of up to {tokens:,} tokens",
            f"The result is the same with train.micro_batch_tokens={max(1, tokens // 2)} or "
            "train.gradient_checkpointing=true; the same command then continues from the last checkpoint.",
        ) from None
