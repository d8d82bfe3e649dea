"""The training loop, the same on every rank: steps, learning rates, validations, metrics for listeners."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

import torch

from instructgpt_cli.dataset.loader import StepBatch
from instructgpt_cli.errors import NumericsError
from instructgpt_cli.run.metrics_log import StepMetrics, StepTiming
from instructgpt_cli.training import optimizers
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.non_finite import not_finite
from instructgpt_cli.training.step import TrainState, computing, train_step, update, with_smaller_micro_batches
from instructgpt_cli.training.validation import validation_loss

VALIDATIONS_A_RUN = 4
SPEED_WINDOW = 20


class Listener(Protocol):
    """Receives the metrics of a run, on rank 0."""

    def on_step(self, metrics: StepMetrics, timing: StepTiming) -> None: ...
    def on_validation(self, step: int, loss: float) -> None: ...


class Trainer:
    """Trains from `run_state` on, on every rank.

    Between two steps, the model, the optimizers and `run_state` are all of the run's state. `run_state` is the same on
    all ranks, because its clock is rank 0's.
    """

    def __init__(self, state: TrainState, run_state: RunState, listeners: Sequence[Listener]) -> None:
        self.state = state
        self.run_state = run_state
        self._listeners = listeners
        self._clip = optimizers.clip_norm(state.train)
        self._ahead: StepBatch | None = None  # the batch of the step to come
        self._on_halved: Callable[[int, int], None] = lambda before, now: None
        self._speed: list[tuple[float, int, int]] = []
        self._validating = 0.0  # seconds of the last validation: one more comes at the end
        self._clock = time.perf_counter()

    def run(
        self,
        *,
        should_stop: Callable[[RunState], bool],
        after_step: Callable[[RunState, bool], bool] = lambda run_state, stopping: False,
        is_leaving: Callable[[], bool] = lambda: False,
        on_validating: Callable[[], None] = lambda: None,
        on_validated: Callable[[bool], None] = lambda is_best: None,
        on_halved: Callable[[int, int], None] = lambda before, now: None,
    ) -> bool:
        """Trains to the end; False where it stopped before.

        Rank 0 alone is asked `should_stop` after every step, and `is_leaving` before every micro-batch of a validation,
        which is then computed when the run continues. The others are called on every rank: `after_step` with whether
        the run stops here, which returns whether it took time; `on_validating` before every validation, so that
        nothing is lost where it is left; `on_validated` after it, with whether its loss is the lowest so far; and
        `on_halved` where a step is repeated with smaller micro-batches, because memory ran out, with the limits in
        tokens before and now.

        Raises `NumericsError` before an update whose loss or gradient is not finite, `ResourceError` where the device
        runs out of memory.
        """

        def validate() -> bool:
            return not self._validation_due() or self._validate(on_validating, on_validated, is_leaving)

        self._on_halved = on_halved
        self._clock = time.perf_counter()
        if not validate():
            return False
        while not self._is_last():
            stopping = self._step(should_stop)
            if not validate():
                return False
            if after_step(self.run_state, stopping):
                self._tick()
            if stopping and not self._is_last():
                return False
        if not validate():  # a checkpoint took the last of a time budget
            return False
        self.run_state = replace(self.run_state, ended=self._budget)
        return True

    def _step(self, should_stop: Callable[[RunState], bool]) -> bool:
        """Takes one optimizer step; returns whether the run stops after it."""
        k = self.run_state.step
        lr = self._lr(k)
        batch, loss, norm, balance = self._gradient(k)
        state = self.state
        with computing(state, f"step {k + 1}"):
            if not (math.isfinite(loss) and math.isfinite(norm)):
                raise not_finite(state, batch, k, loss, norm)
            update(state, lr)
        self.run_state = replace(self.run_state, step=k + 1)
        seconds, stopping = self._tick(lambda: should_stop(self.run_state))
        self._speed = [*self._speed[1 - SPEED_WINDOW :], (seconds, batch.tokens, batch.targets)]
        epoch = batch.step.epoch + (batch.step.index + 1) / batch.step.steps_in_epoch
        metrics = StepMetrics(k + 1, round(epoch, 6), loss, lr, norm, batch.targets, batch.tokens)
        if state.router_aux_loss_coef:
            metrics = replace(metrics, router_loss=balance)
        timing = self._timing()
        for listener in self._listeners:
            listener.on_step(metrics, timing)
        return stopping

    def _gradient(self, k: int) -> tuple[StepBatch, float, float, float]:
        """Computes the gradient of step k; halves its micro-batches until they fit into memory. Returns the batch, the
        loss, the norm and the load-balancing loss of experts."""
        while True:
            state = self.state
            batch = self._ahead or state.batch(k)
            with computing(state, f"step {k + 1}"):
                result = train_step(state, batch, self._clip, k)
                self._ahead = state.batch(k + 1) if k + 1 != state.total_steps else None  # while a GPU computes
                loss, norm, balance, lacking = torch.stack([x.to(result.loss.dtype) for x in result[:4]]).tolist()
            if not lacking:
                return batch, loss, norm, balance
            self.state, self._ahead = with_smaller_micro_batches(state, result, k), None
            limit = (state.wanted_micro_batch_tokens, self.state.micro_batch_tokens)
            environment = self.state.environment
            self.run_state = replace(self.run_state, environment=environment, micro_batch_tokens=limit)
            self._on_halved(state.micro_batch_tokens, self.state.micro_batch_tokens)

    def _validate(
        self, on_validating: Callable[[], None], on_validated: Callable[[bool], None], is_leaving: Callable[[], bool]
    ) -> bool:
        """Validates; returns False if it was left before its end."""
        state, step = self.state, self.run_state.step
        assert state.validation is not None
        on_validating()
        with computing(state, f"validating after step {step}"):
            loss = validation_loss(state, state.validation, is_leaving)
        if loss is None:
            return False
        if not math.isfinite(loss):
            raise NumericsError(
                f"after step {step}: the validation loss is {loss}",
                "Score the rows one by one with `instructgpt eval`; lower train.lr, or try train.precision: fp32.",
            )
        for listener in self._listeners:
            listener.on_validation(step, loss)
        best = self.run_state.best_loss
        is_best = best is None or loss < best
        if is_best:
            self.run_state = replace(self.run_state, best_loss=loss, best_step=step)
        computed, _ = self._tick()
        self.run_state = replace(self.run_state, validated=step, validated_at=self.run_state.seconds)
        on_validated(is_best)
        kept, _ = self._tick()
        self._validating = computed + kept
        return True

    def _tick(self, ask: Callable[[], bool] = lambda: False) -> tuple[float, bool]:
        """Counts the time since the last tick as rank 0's clock has it: a time budget pays for steps, validations and
        checkpoints alike. Returns it, and rank 0's answer to `ask`: this is what the ranks agree on between steps."""
        group, now = self.state.group, time.perf_counter()
        seconds, answer = group.broadcast_numbers(now - self._clock, group.is_main and ask())
        self._clock = now
        self.run_state = replace(self.run_state, seconds=self.run_state.seconds + seconds)
        return seconds, bool(answer)

    def _is_last(self) -> bool:
        """Whether no step follows: all are done, or a time budget has no time for another one and its validation."""
        total, budget, here = self.state.total_steps, self._budget, self.run_state
        if total is not None or here.is_complete(total, budget):
            return here.is_complete(total, budget)
        last = self._speed[-1][0] if self._speed else 0.0
        return here.seconds + last + self._validating > budget

    @property
    def _budget(self) -> float:
        """Seconds; 0 where steps end the run."""
        return float(self.state.train.budget or 0)

    def _share_done(self, step: int) -> float:
        if self.state.total_steps is not None:
            return step / self.state.total_steps
        # The schedule ends with the last step, before the last validation.
        return min(1.0, self.run_state.seconds / max(self._budget - self._validating, 1e-9))

    def _lr(self, k: int) -> float:
        train = self.state.train
        if self.state.total_steps is not None:
            return optimizers.lr_of_step(train, k, self.state.total_steps)
        share = self._share_done(k)
        return optimizers.lr_at(train, share, max(share, 1e-3) / train.warmup if share < train.warmup else 1.0)

    def _validation_due(self) -> bool:
        done, every = self.run_state.step, self.state.train.validate_every
        if self.state.validation is None or done in (0, self.run_state.validated):
            return False
        if self._is_last():
            return True
        if every is None and self.state.total_steps is None:
            return self.run_state.seconds - self.run_state.validated_at >= self._budget / VALIDATIONS_A_RUN
        every = every or max(1, math.ceil((self.state.total_steps or 0) / VALIDATIONS_A_RUN))
        return done % every == 0

    def _timing(self) -> StepTiming:
        here = self.run_state
        window, tokens, targets = (sum(column) for column in zip(*self._speed, strict=True))
        if self.state.total_steps is not None:
            left = (self.state.total_steps - here.step) * window / len(self._speed)
        else:
            left = max(0.0, self._budget - here.seconds)
        return StepTiming(here.step, here.seconds, self._share_done(here.step), tokens / window, targets / window, left)
