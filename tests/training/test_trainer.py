"""The training loop: resumed equals uninterrupted, time budgets, validations, errors before an update."""

from collections import Counter
from collections.abc import Callable
from functools import partialmethod
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import Batch
from instructgpt_cli.dataset.loader import load_step
from instructgpt_cli.errors import NumericsError, ResourceError, UsageError
from instructgpt_cli.run.metrics_log import MetricsLog, StepMetrics, StepTiming, read_metrics
from instructgpt_cli.training import checkpoint
from instructgpt_cli.training import trainer as loop
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.step import TrainState
from instructgpt_cli.training.trainer import Trainer

MakeTrainState = Callable[..., TrainState]


class Recorder:
    """A listener that keeps everything."""

    def __init__(self) -> None:
        self.steps: list[StepMetrics] = []
        self.timings: list[StepTiming] = []
        self.validations: list[tuple[int, float]] = []

    def on_step(self, metrics: StepMetrics, timing: StepTiming) -> None:
        self.steps.append(metrics)
        self.timings.append(timing)

    def on_validation(self, step: int, loss: float) -> None:
        self.validations.append((step, loss))


def run(train_state: TrainState, start: RunState | None = None, stop_at: int | None = None) -> tuple[Trainer, Recorder]:
    recorder = Recorder()
    trainer = Trainer(train_state, start or RunState(), [recorder])
    trainer.run(on_validated=lambda is_best: None, should_stop=lambda run_state: run_state.step == stop_at)
    return trainer, recorder


def weights(train_state: TrainState) -> torch.Tensor:
    return torch.cat([p.detach().flatten() for p in train_state.model.parameters()])


def test_training_lowers_the_loss_and_reports_it(train_state: MakeTrainState) -> None:
    _, told = run(train_state(max_steps=30, validate=True))
    assert [m.step for m in told.steps] == list(range(1, 31))
    assert told.steps[-1].loss < 0.6 * told.steps[0].loss
    assert [step for step, _ in told.validations] == [8, 16, 24, 30]
    assert told.validations[-1][1] < told.validations[0][1]
    assert told.timings[-1].progress == 1.0
    assert told.timings[-1].seconds_left == 0.0


def test_the_load_balancing_loss_is_logged_if_it_is_trained(train_state: MakeTrainState) -> None:
    _, told = run(train_state("mixtral", max_steps=2, router_aux_loss_coef=0.1))
    assert all(m.router_loss and m.router_loss >= 0.9 for m in told.steps)
    _, told = run(train_state("mixtral", max_steps=2))
    assert [m.router_loss for m in told.steps] == [None, None]


def test_each_batch_is_loaded_once_and_none_after_the_last(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, asked = train_state(max_steps=5), []
    load = TrainState.batch
    monkeypatch.setattr(TrainState, "batch", lambda self, k: asked.append(k) or load(self, k))
    _, told = run(made, stop_at=3)
    assert asked == [0, 1, 2, 3]
    run(made, RunState(3))
    assert asked == [0, 1, 2, 3, 3, 4]
    assert [m.targets for m in told.steps] == [load(made, k).targets for k in range(3)]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"optimizer": "muon"},
        {"optimizer": "sgd", "lr": 0.1},
        {"micro_batch_tokens": 120},
        {"precision": "bf16"},
        {"architecture": "gpt2", "config": {"resid_pdrop": 0.2, "embd_pdrop": 0.2, "attn_pdrop": 0.2}},
    ],
    ids=["adamw", "muon", "sgd", "accumulation", "bf16", "dropout"],
)
def test_resumed_is_bit_identical_to_uninterrupted(
    train_state: MakeTrainState, tmp_path: Path, changes: dict[str, Any]
) -> None:
    whole = train_state(**changes, validate=True)
    _, told = run(whole)
    first = train_state(**changes, validate=True)
    trainer, before = run(first, stop_at=5)
    checkpoint.save(tmp_path, first.model, first.optimizers, trainer.run_state)
    torch.manual_seed(12345)  # whatever else the process draws must not matter
    second = train_state(**changes, validate=True)
    run_state, _ = checkpoint.resume(tmp_path, second.model, second.optimizers)
    _, after = run(second, run_state)
    assert torch.equal(weights(second), weights(whole))
    assert [*before.steps, *after.steps] == told.steps
    assert [*before.validations, *after.validations] == told.validations


def test_dropout_differs_between_steps(train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the same rows and weights in each step, so that nothing else can differ."""
    monkeypatch.setattr(
        TrainState,
        "batch",
        lambda train_state, k: load_step(train_state.dataset, train_state.plan, 0, train_state.micro_batch_tokens),
    )
    made = train_state(
        "gpt2", {"resid_pdrop": 0.5, "embd_pdrop": 0.5, "attn_pdrop": 0.5}, lr=1e-30, schedule="constant", warmup=0
    )
    _, told = run(made)
    assert len({m.loss for m in told.steps}) == len(told.steps)


def test_a_non_finite_validation_loss_stops_the_run(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "validation_loss", lambda *_: float("nan"))
    with pytest.raises(NumericsError, match=r"after step \d+: the validation loss is nan"):
        run(train_state(validate=True))


@pytest.mark.parametrize(
    "fault",
    [
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."),
        RuntimeError("[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate memory: ..."),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
        MemoryError(),
    ],
)
def test_out_of_memory_names_the_step_and_the_keys_to_change(
    fault: Exception, train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise fault

    monkeypatch.setattr(loop, "train_step", fails)
    with pytest.raises(ResourceError, match=r"^step 1: out of memory with micro-batches of up to 400 tokens$") as told:
        run(train_state(micro_batch_tokens=400))
    assert "train.micro_batch_tokens=200 or train.gradient_checkpointing=true" in told.value.hint
    monkeypatch.undo()
    monkeypatch.setattr(loop, "validation_loss", fails)
    with pytest.raises(ResourceError, match=r"^validating after step \d+: out of memory"):
        run(train_state(validate=True))


@pytest.mark.filterwarnings("ignore:The .grad attribute")  # which torch itself asks for and hides
def test_a_failed_compilation_names_the_key(train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> None:
        raise OSError("no compiler here")

    monkeypatch.setattr(torch.nn.Module, "compile", partialmethod(torch.nn.Module.compile, backend=fails))
    with pytest.raises(UsageError, match=r"^step 1: torch\.compile failed: .*") as caught:
        run(train_state(compile=True))
    assert "no compiler here" in str(caught.value)
    assert caught.value.hint == "Set train.compile: false."


def test_other_errors_of_a_step_are_not_out_of_memory(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise RuntimeError("shapes do not match")

    monkeypatch.setattr(loop, "train_step", fails)
    with pytest.raises(RuntimeError, match="shapes do not match"):
        run(train_state())


def test_a_time_budget_ends_on_time_with_its_schedule_complete(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count()
    monkeypatch.setattr(loop.time, "perf_counter", lambda: next(ticks) * 0.06)  # a step reads the clock once
    trainer, told = run(train_state(max_steps=None, budget="2s", schedule="linear", warmup=0.1))
    assert 1.9 < trainer.run_state.seconds <= 2.0
    assert trainer.run_state.ended
    rates = [m.lr for m in told.steps]
    assert rates.index(max(rates)) == pytest.approx(0.1 * len(rates), abs=2)
    assert rates[-1] < 0.05 * max(rates)


def test_a_time_budget_has_as_many_validations_as_a_run_of_steps(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count()
    monkeypatch.setattr(loop.time, "perf_counter", lambda: next(ticks) * 0.06)
    _, told = run(train_state(max_steps=None, budget="4s", validate=True))
    assert [step for step, _ in told.validations][-1] == told.steps[-1].step
    assert len(told.validations) == 4


def test_the_schedule_of_a_time_budget_completes_before_the_last_validation(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count()
    monkeypatch.setattr(loop.time, "perf_counter", lambda: next(ticks) * 0.02)

    def slow(*_: Any) -> float:
        return sum(0.0 * next(ticks) for _ in range(40))  # 0.8 s of 4

    monkeypatch.setattr(loop, "validation_loss", slow)
    trainer, told = run(
        train_state(max_steps=None, budget="4s", schedule="linear", warmup=0.1, validate=True, validate_every=30)
    )
    rates = [m.lr for m in told.steps]
    assert rates[-1] < 0.1 * max(rates)
    assert trainer.run_state.seconds <= 4.1


def test_a_validation_left_early_is_computed_when_the_run_continues(
    train_state: MakeTrainState, tmp_path: Path
) -> None:
    """The weights do not change in between: a checkpoint is saved where the validation is left."""

    def go_on(folder: Path, made: TrainState, start: RunState, leave_at: int | None) -> RunState:
        folder.mkdir(exist_ok=True)
        log = MetricsLog(folder, start.step)
        trainer = Trainer(made, start, [log])
        trainer.run(
            on_validated=lambda is_best: None,
            should_stop=lambda run_state: False,
            is_leaving=lambda: trainer.run_state.step == leave_at,
        )
        log.close()
        return trainer.run_state

    whole = go_on(tmp_path / "whole", train_state(validate=True), RunState(), None)
    made = train_state(validate=True)
    left = go_on(tmp_path / "left", made, RunState(), 6)
    assert (left.step, left.validated, left.ended) == (6, 3, False)
    assert read_metrics(tmp_path / "left" / "metrics.jsonl")[-1].validation_loss is None
    end = go_on(tmp_path / "left", made, left, None)
    assert (end.step, end.best_loss, end.best_step) == (whole.step, whole.best_loss, whole.best_step)
    assert (tmp_path / "left" / "metrics.jsonl").read_bytes() == (tmp_path / "whole" / "metrics.jsonl").read_bytes()


def test_the_callback_before_a_validation_precedes_every_one(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int]] = []
    trainer = Trainer(train_state(max_steps=5, validate=True, validate_every=2), RunState(), [])
    validate = loop.validation_loss

    def validation_loss(*words: Any) -> float | None:
        told.append(("validating", trainer.run_state.step))
        return validate(*words)

    monkeypatch.setattr(loop, "validation_loss", validation_loss)
    trainer.run(
        on_validating=lambda: told.append(("before", trainer.run_state.step)),
        on_validated=lambda is_best: told.append(("after", trainer.run_state.step)),
        should_stop=lambda run_state: False,
    )
    assert told == [(when, step) for step in (2, 4, 5) for when in ("before", "validating", "after")]


SLOW_WAYS: list[dict[str, Any]] = [
    {"attention": "grouped"},
    {"attention": "sdpa"},
    {"attention": "eager"},
    {"head": "full"},
    {"gradient_checkpointing": True},
    {"attention": "eager", "head": "full", "gradient_checkpointing": True},
]


@pytest.mark.parametrize("architecture", ["llama", "gemma3_text"])  # one of them with windows and a capped context
def test_each_fast_path_can_be_turned_off_and_trains_the_same(train_state: MakeTrainState, architecture: str) -> None:
    def losses(**keys: Any) -> list[float]:
        _, told = run(train_state(architecture, max_steps=5, optimizer="sgd", lr=0.05, validate=True, **keys))
        return [*(m.loss for m in told.steps), told.validations[-1][1]]

    fast = losses()
    assert fast[4] < fast[0]
    for slow in SLOW_WAYS:
        assert losses(**slow) == pytest.approx(fast, rel=3e-6), slow


Build = Callable[..., PreTrainedModel]


def test_a_non_finite_loss_stops_before_the_update_and_names_the_row(train_state: MakeTrainState) -> None:
    made = train_state()
    batch = load_step(made.dataset, made.plan, 0, 400)
    counts = Counter(token for micro in batch.micro_batches for ids in micro_rows(micro) for token in set(ids))
    rare = next(token for token, rows in counts.items() if rows == 1)
    with torch.no_grad():
        made.model.get_input_embeddings().weight[rare] = float("nan")
    before = weights(made).nan_to_num(7.0)
    with pytest.raises(NumericsError, match=r"step 1: the loss is nan; rows .*rows.jsonl:\d+$"):
        run(made)
    assert torch.equal(weights(made).nan_to_num(7.0), before)


def test_a_non_finite_gradient_stops_before_the_update(train_state: MakeTrainState) -> None:
    made = train_state()
    made.model.get_input_embeddings().weight.register_hook(lambda gradient: gradient * float("nan"))
    before = weights(made)
    with pytest.raises(NumericsError, match=r"^step 1: the norm of the gradient is nan$"):
        run(made)
    assert torch.equal(weights(made), before)


def test_the_first_row_is_named_if_all_losses_are_non_finite(train_state: MakeTrainState) -> None:
    made = train_state()
    with torch.no_grad():
        made.model.get_input_embeddings().weight[:] = float("inf")
    with pytest.raises(NumericsError, match=r"step 1: the loss is nan; all its rows, the first .*rows.jsonl:\d+"):
        run(made)


def micro_rows(micro: Batch) -> list[list[int]]:
    return [part.tolist() for part in micro.input_ids.split(list(micro.lengths))]
