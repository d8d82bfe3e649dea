"""The training loop: step after step, the rate of each, what listeners are told, and when validation is due."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from instructgpt_cli.dataset.loader import StepBatch
from instructgpt_cli.errors import NumericsError
from instructgpt_cli.run.metrics_log import StepMetrics, StepTiming
from instructgpt_cli.training import optimizers
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import Call
from instructgpt_cli.training.step import TrainState, computing, not_finite, train_step, update, validation_loss

VALIDATIONS_A_RUN = 4
SPEED_WINDOW = 20


class Listener(Protocol):
    """Whoever wants to know how the run goes."""

    def on_step(self, metrics: StepMetrics, timing: StepTiming) -> None: ...
    def on_validation(self, step: int, loss: float) -> None: ...


class Trainer:
    """Trains from `run_state` on. Between two calls of `step`, the model, the optimizers and `run_state` are the
    whole state of the run."""

    def __init__(self, state: TrainState, run_state: RunState, listeners: Sequence[Listener]) -> None:
        self.state = state
        self.run_state = run_state
        self._listeners = listeners
        self._clip = optimizers.clip_norm(state.train)
        self._ahead: StepBatch | None = None  # the batch of the step to come
        self._speed: list[tuple[float, int, int]] = []
        self._validating = 0.0  # seconds of the last validation: one more comes at the end

    def run(
        self,
        *,
        on_validated: Callable[[bool], None],
        should_stop: Callable[[RunState], bool],
        is_leaving: Callable[[], bool] = lambda: False,
        on_validating: Callable[[], None] = lambda: None,
    ) -> bool:
        """Trains to the end; False where `should_stop`, asked after every step, stopped it before, or `is_leaving`,
        asked now and then during a validation, which is then computed when the run goes on.

        `on_validating` is called before every validation, so that nothing is lost where it does not come to its end,
        and `on_validated` after it, with whether its loss is the lowest so far. Raises `NumericsError` before a step
        whose loss or gradient is not finite, `ResourceError` where the device has no memory left.
        """
        if not self._validate_if_due(on_validating, on_validated, is_leaving):
            return False
        while not self._finished():
            self.step()
            if not self._validate_if_due(on_validating, on_validated, is_leaving):
                return False
            began = time.perf_counter()
            leaving = should_stop(self.run_state)
            self._spend(time.perf_counter() - began)
            if leaving and not self._finished():
                return False
        if not self._validate_if_due(
            on_validating, on_validated, is_leaving
        ):  # where a checkpoint took the last of a time budget
            return False
        self.run_state = replace(self.run_state, ended=float(self.state.train.budget or 0))
        return True

    def step(self) -> StepMetrics:
        """One optimizer step."""
        began = time.perf_counter()
        state, k = self.state, self.run_state.step
        batch = self._ahead or state.batch(k)
        lr = self._lr(k)
        state.group.call(Call.STEP, k, state.replicated_parameters)
        with computing(state, f"step {k + 1}"):
            results = train_step(state, batch, self._clip, k)
            self._ahead = state.batch(k + 1) if k + 1 != state.total_steps else None  # while a GPU computes
            loss, norm, balance = map(float, results)
            if not (math.isfinite(loss) and math.isfinite(norm)):
                raise not_finite(state, batch, k, loss, norm)
            with state.sharded_model.shard_group.calling(Call.UPDATE, lr):
                update(state, lr)
        seconds = self.run_state.seconds + time.perf_counter() - began
        self.run_state = replace(self.run_state, step=k + 1, seconds=seconds)
        epoch = batch.step.epoch + (batch.step.index + 1) / batch.step.steps_in_epoch
        metrics = StepMetrics(k + 1, round(epoch, 6), loss, lr, norm, batch.targets, batch.tokens)
        if state.router_aux_loss_coef:
            metrics = replace(metrics, router_loss=balance)
        timing = self._timing(time.perf_counter() - began, batch)
        for listener in self._listeners:
            listener.on_step(metrics, timing)
        return metrics

    def _validate_if_due(
        self, on_validating: Callable[[], None], on_validated: Callable[[bool], None], is_leaving: Callable[[], bool]
    ) -> bool:
        """False where it was due and left before its end."""
        state, step = self.state, self.run_state.step
        if state.validation is None or not self._validation_due():
            return True
        began = time.perf_counter()
        on_validating()
        state.group.call(Call.VALIDATE, step, state.replicated_parameters)
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
        self.run_state = replace(self.run_state, validated=step)
        best = self.run_state.best_loss
        is_best = best is None or loss < best
        if is_best:
            self.run_state = replace(self.run_state, best_loss=loss, best_step=step)
        spent = self.run_state.seconds + time.perf_counter() - began
        self.run_state = replace(self.run_state, seconds=spent, validated_at=spent)
        told = time.perf_counter()
        on_validated(is_best)
        self._spend(time.perf_counter() - told)
        self._validating = time.perf_counter() - began
        return True

    def _spend(self, seconds: float) -> None:
        """Validations and checkpoints are paid for by a time budget too."""
        self.run_state = replace(self.run_state, seconds=self.run_state.seconds + seconds)

    def _finished(self) -> bool:
        if self.state.total_steps is not None:
            return self.run_state.step >= self.state.total_steps
        assert isinstance(self.state.train.budget, float)
        last = self._speed[-1][0] if self._speed else 0.0
        return self.run_state.seconds + last + self._validating > self.state.train.budget

    def _share_done(self, step: int) -> float:
        if self.state.total_steps is not None:
            return step / self.state.total_steps
        assert isinstance(self.state.train.budget, float)
        # The schedule ends with the last step, before the last validation.
        return min(1.0, self.run_state.seconds / max(self.state.train.budget - self._validating, 1e-9))

    def _lr(self, k: int) -> float:
        train = self.state.train
        if self.state.total_steps is not None:
            return optimizers.lr_of_step(train, k, self.state.total_steps)
        share = self._share_done(k)
        return optimizers.lr_at(train, share, max(share, 1e-3) / train.warmup if share < train.warmup else 1.0)

    def _validation_due(self) -> bool:
        done, every = self.run_state.step, self.state.train.validate_every
        if done in (0, self.run_state.validated):
            return False
        if self._finished():
            return True
        if every is None and self.state.total_steps is None:
            assert isinstance(self.state.train.budget, float)
            return self.run_state.seconds - self.run_state.validated_at >= self.state.train.budget / VALIDATIONS_A_RUN
        every = every or max(1, math.ceil((self.state.total_steps or 0) / VALIDATIONS_A_RUN))
        return done % every == 0

    def _timing(self, seconds: float, batch: StepBatch) -> StepTiming:
        self._speed = [*self._speed[1 - SPEED_WINDOW :], (seconds, batch.tokens, batch.targets)]
        window, tokens, targets = (sum(column) for column in zip(*self._speed, strict=True))
        share = self._share_done(self.run_state.step)
        if self.state.total_steps is not None:
            left = (self.state.total_steps - self.run_state.step) * window / len(self._speed)
        else:
            assert isinstance(self.state.train.budget, float)
            left = max(0.0, self.state.train.budget - self.run_state.seconds)
        return StepTiming(self.run_state.step, self.run_state.seconds, share, tokens / window, targets / window, left)
