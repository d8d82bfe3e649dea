"""The loop, compared number by number: split = whole, resumed = uninterrupted; faults stop it before the weights."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
import torch
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.commands.train.build import make_batch_plan, make_train_state
from instructgpt_cli.dataset.batch import Batch
from instructgpt_cli.dataset.loader import load_step
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.dataset.tokenize import tokenize_sources
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.errors import NumericsError, ResourceError, UsageError
from instructgpt_cli.model import self_checks
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.metrics_log import MetricsLog, StepMetrics, StepTiming, read_metrics
from instructgpt_cli.training import checkpoint
from instructgpt_cli.training import trainer as loop
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState, train_step
from instructgpt_cli.training.trainer import Trainer

Build = Callable[..., PreTrainedModel]
MakeTrainState = Callable[..., TrainState]


class Recorder:
    """Keeps what a run tells its listeners."""

    def __init__(self) -> None:
        self.steps: list[StepMetrics] = []
        self.timings: list[StepTiming] = []
        self.validations: list[tuple[int, float]] = []

    def on_step(self, metrics: StepMetrics, timing: StepTiming) -> None:
        self.steps.append(metrics)
        self.timings.append(timing)

    def on_validation(self, step: int, loss: float) -> None:
        self.validations.append((step, loss))


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory, tiny_tokenizer: PreTrainedTokenizerFast) -> TokenizedDataset:
    folder = tmp_path_factory.mktemp("rows")
    rows = [
        {"prompt": f"Say {i} times {'la ' * (i % 7)}", "completion": f"{'ha ' * (1 + i % 5)}{i}"} for i in range(60)
    ]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    data = Recipe.model_validate({"data": {"train": [{"path": str(folder / "rows.jsonl")}]}}).data
    encoder = Encoder(tiny_tokenizer, chat_template.resolve(None, tiny_tokenizer), max_length=data.max_length)
    return tokenize_sources(data.train, data, encoder, "tiny", None, folder / "cache", lambda _: None)


@pytest.fixture
def train_state(tiny_model: Build, dataset: TokenizedDataset) -> MakeTrainState:
    def make(
        architecture: str = "llama",
        config: dict[str, Any] | None = None,
        attention: str = "packed",
        validate: bool = False,
        head: str = "auto",
        **train: Any,
    ) -> TrainState:
        settings = {"batch_tokens": 400, "max_steps": 12, "lr": 0.01, "precision": "fp32", **train}
        recipe = Recipe.model_validate(
            {
                "model": {"attention": attention, "head": head},
                "data": {"train": [{"path": "rows.jsonl"}]},
                "train": settings,
            }
        )
        plan, total = make_batch_plan(recipe, dataset)
        both = (dataset, dataset if validate else None)
        model = tiny_model(architecture, **(config or {}))
        if recipe.train.gradient_checkpointing:
            self_checks.enable_gradient_checkpointing(model)
        made, _ = make_train_state(recipe, ShardedModel(model, torch.device("cpu")), both, plan, total)
        assert made.packed == (attention in ("packed", "grouped"))
        assert made.chunked == (head != "full")
        return made

    return make


def run(train_state: TrainState, start: RunState | None = None, stop_at: int | None = None) -> tuple[Trainer, Recorder]:
    recorder = Recorder()
    trainer = Trainer(train_state, start or RunState(), [recorder])
    trainer.run(on_validated=lambda is_best: None, should_stop=lambda run_state: run_state.step == stop_at)
    return trainer, recorder


def weights(train_state: TrainState) -> torch.Tensor:
    return torch.cat([p.detach().flatten() for p in train_state.model.parameters()])


def test_it_learns_and_says_so(train_state: MakeTrainState) -> None:
    _, told = run(train_state(max_steps=30, validate=True))
    assert [m.step for m in told.steps] == list(range(1, 31))
    assert told.steps[-1].loss < 0.6 * told.steps[0].loss
    assert [step for step, _ in told.validations] == [8, 16, 24, 30]
    assert told.validations[-1][1] < told.validations[0][1]
    assert told.timings[-1].progress == 1.0
    assert told.timings[-1].seconds_left == 0.0


@pytest.mark.parametrize(
    ("weight", "train", "told"),
    [
        (1e-9, {"max_steps": 3}, "an epoch shows 6e-08 sequences"),
        (1e308, {"max_steps": 3}, "an epoch shows inf sequences"),
        (1e9, {"budget": "5m"}, "an epoch shows 6e+10 sequences"),
    ],
)
def test_weights_by_which_there_is_nothing_to_learn_or_far_too_much(
    dataset: TokenizedDataset, weight: float, train: dict[str, Any], told: str
) -> None:
    source = {"path": "rows.jsonl", "weight": weight}
    recipe = Recipe.model_validate({"data": {"train": [source]}, "train": {"batch_tokens": 400, **train}})
    with pytest.raises(UsageError, match=re.escape(told)):
        make_batch_plan(recipe, dataset)


def test_a_first_epoch_by_whose_weights_no_row_is_due() -> None:
    two = cast(TokenizedDataset, SimpleNamespace(lengths=np.full(2, 9), sources=np.arange(2)))
    data = {"train": [{"path": "a.jsonl", "weight": 0.6}, {"path": "b.jsonl", "weight": 0.6}]}
    with pytest.raises(UsageError, match="nothing to learn in so few epochs"):
        make_batch_plan(Recipe.model_validate({"data": data}), two)
    _, steps = make_batch_plan(Recipe.model_validate({"data": data, "train": {"epochs": 2}}), two)
    assert steps


@pytest.mark.parametrize("architecture", ["llama", "gpt2", "phi3"])
def test_the_gradient_of_a_step_does_not_depend_on_split_or_packing(
    train_state: MakeTrainState, architecture: str
) -> None:
    numbers = []
    for attention, room in (("packed", 400), ("packed", 150), ("packed", 30), ("sdpa", 400), ("sdpa", 90)):
        made = train_state(architecture, {"initializer_range": 0.1}, attention=attention)
        batch = load_step(made.dataset, made.plan, 0, room, border=made.border)
        numbers.append((len(batch.micro_batches), *map(float, train_step(made, batch, float("inf"))[:2])))
    splits = [parts for parts, _, _ in numbers[:3]]
    assert splits == sorted(set(splits))
    for _, loss, norm in numbers[1:]:
        assert (loss, norm) == pytest.approx(numbers[0][1:], rel=2e-6)


@pytest.mark.parametrize("architecture", ["mixtral", "qwen3_moe", "gpt_oss"])
def test_nor_does_the_load_balancing_loss_of_experts(train_state: MakeTrainState, architecture: str) -> None:
    """Of which a mean over micro-batches would: it is a product of two means."""
    numbers, gradients = [], []
    ways = [("sdpa", 400), ("sdpa", 90)] + ([("packed", 400), ("packed", 30)] if architecture != "gpt_oss" else [])
    for attention, room in ways:
        made = train_state(architecture, {"initializer_range": 0.5}, attention=attention, router_aux_loss_coef=50.0)
        batch = load_step(made.dataset, made.plan, 0, room, border=made.border)
        numbers.append(tuple(map(float, train_step(made, batch, float("inf")))))
        gradients.append(torch.cat([p.grad.flatten() for p in made.model.parameters() if p.grad is not None]))
    for found, gradient in zip(numbers[1:], gradients[1:], strict=True):
        assert found == pytest.approx(numbers[0], rel=2e-6)
        torch.testing.assert_close(gradient, gradients[0], rtol=1e-4, atol=2e-6 * float(gradients[0].abs().max()))


def test_the_load_balancing_loss_is_that_of_transformers_over_the_whole_step(train_state: MakeTrainState) -> None:
    made = train_state("mixtral", attention="sdpa", head="full", router_aux_loss_coef=0.5)
    batch = load_step(made.dataset, made.plan, 0, 100, border=made.border)
    assert len(batch.micro_batches) > 1
    loss, norm, balance = train_step(made, batch, float("inf"))
    at_once = load_step(made.dataset, made.plan, 0, 10_000, padded=True).micro_batches[0]
    model = made.model.__class__(made.model.config)
    model.load_state_dict(made.model.state_dict())
    rows = torch.nn.utils.rnn.pad_sequence(at_once.input_ids.split(at_once.lengths), batch_first=True)
    mask = (torch.arange(rows.shape[1]) < torch.tensor(at_once.lengths)[:, None]).long()
    outputs = model(input_ids=rows, attention_mask=mask, output_router_logits=True)
    logits = outputs.logits[mask.bool()][at_once.target_positions]
    mean = torch.nn.functional.cross_entropy(logits, at_once.target_ids)
    (mean + 0.5 * outputs.aux_loss).backward()
    theirs = torch.nn.utils.get_total_norm([p.grad for p in model.parameters() if p.grad is not None])
    assert float(balance) == pytest.approx(outputs.aux_loss.item(), rel=1e-6)
    assert float(loss) == pytest.approx(mean.item(), rel=1e-6)
    assert float(norm) == pytest.approx(float(theirs), rel=1e-5)


def test_the_load_balancing_loss_is_logged_where_it_is_learnt(train_state: MakeTrainState) -> None:
    _, told = run(train_state("mixtral", max_steps=2, router_aux_loss_coef=0.1))
    assert all(m.router_loss and m.router_loss >= 0.9 for m in told.steps)
    _, told = run(train_state("mixtral", max_steps=2))
    assert [m.router_loss for m in told.steps] == [None, None]


def test_what_bits_depend_on_is_told_by_the_environment(train_state: MakeTrainState) -> None:
    plain = train_state()
    told = {
        made.environment
        for made in (
            plain,
            train_state(attention="sdpa"),
            train_state(precision="bf16"),
            train_state(micro_batch_tokens=100),
        )
    }
    for change in ({"compile": True}, {"deterministic": True}):
        told.add(replace(plain, train=plain.train.model_copy(update=change)).environment)
    told.add(replace(plain, group=ProcessGroup(0, 2)).environment)
    told.add(replace(plain, chunked=False).environment)
    assert len(told) == 8


def test_padding_counts_in_micro_batches_of_padded_rows(train_state: MakeTrainState) -> None:
    for made in (train_state(attention="sdpa", micro_batch_tokens=200), train_state(micro_batch_tokens=200)):
        batches = [micro for k in range(6) for micro in made.batch(k).micro_batches]
        sizes = [len(b.lengths) * max(b.lengths) for b in batches if len(b.lengths) > 1]
        assert (max(sizes) <= 200) == (not made.packed)


def test_each_batch_is_made_once_and_none_after_the_last(
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


def test_the_loss_is_the_mean_over_the_targets_of_the_whole_step(train_state: MakeTrainState) -> None:
    made = train_state()
    batch = load_step(made.dataset, made.plan, 3, 150)
    loss, _, _ = train_step(made, batch, float("inf"))
    total, seen = 0.0, 0
    with torch.no_grad():
        for sequence in batch.step.sequences:
            ids, mask = made.dataset.sequence(int(sequence))
            row = torch.tensor(ids.astype("int64"))[None]
            labels = torch.where(torch.tensor(mask.astype("int64"))[None] == 1, row, -100)
            targets = int((labels[:, 1:] != -100).sum())
            with_labels = made.model.__class__(made.model.config).eval()
            with_labels.load_state_dict(made.model.state_dict())
            with_labels.set_attn_implementation("eager")
            total += float(with_labels(input_ids=row, labels=labels).loss) * targets
            seen += targets
    assert loss == pytest.approx(total / seen, rel=1e-5)
    assert seen == batch.targets


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


def test_dropout_differs_from_step_to_step(train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_a_loss_that_is_no_number_stops_before_the_weights_and_names_the_row(train_state: MakeTrainState) -> None:
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


def test_a_gradient_that_is_no_number_stops_before_the_weights(train_state: MakeTrainState) -> None:
    made = train_state()
    made.model.get_input_embeddings().weight.register_hook(lambda gradient: gradient * float("nan"))
    before = weights(made)
    with pytest.raises(NumericsError, match=r"^step 1: the norm of the gradient is nan$"):
        run(made)
    assert torch.equal(weights(made), before)


def test_where_every_row_is_to_blame_one_is_named(train_state: MakeTrainState) -> None:
    made = train_state()
    with torch.no_grad():
        made.model.get_input_embeddings().weight[:] = float("inf")
    with pytest.raises(NumericsError, match=r"step 1: the loss is nan; all its rows, the first .*rows.jsonl:\d+"):
        run(made)


def test_a_validation_loss_that_is_no_number_is_never_the_best(
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
def test_too_little_memory_is_told_with_the_step_and_what_to_lower(
    fault: Exception, train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise fault

    monkeypatch.setattr(loop, "train_step", fails)
    with pytest.raises(ResourceError, match=r"^step 1: out of memory with micro-batches of up to 400 tokens$") as told:
        run(train_state())
    assert "train.micro_batch_tokens=200 or train.gradient_checkpointing=true" in told.value.hint
    monkeypatch.undo()
    monkeypatch.setattr(loop, "validation_loss", fails)
    with pytest.raises(ResourceError, match=r"^validating after step \d+: out of memory"):
        run(train_state(validate=True))


def test_any_other_fault_of_a_step_is_no_matter_of_memory(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise RuntimeError("shapes do not match")

    monkeypatch.setattr(loop, "train_step", fails)
    with pytest.raises(RuntimeError, match="shapes do not match"):
        run(train_state())


def micro_rows(micro: Batch) -> list[list[int]]:
    return [part.tolist() for part in micro.input_ids.split(list(micro.lengths))]


def test_a_time_budget_ends_on_time_with_its_schedule_done(
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


def test_a_time_budget_validates_as_often_as_steps_do(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count()
    monkeypatch.setattr(loop.time, "perf_counter", lambda: next(ticks) * 0.06)
    _, told = run(train_state(max_steps=None, budget="4s", validate=True))
    assert [step for step, _ in told.validations][-1] == told.steps[-1].step
    assert len(told.validations) == 4


def test_the_schedule_of_a_time_budget_is_done_before_a_slow_validation(
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


def test_a_validation_that_was_left_is_computed_when_the_run_goes_on(
    train_state: MakeTrainState, tmp_path: Path
) -> None:
    """The weights stay as they are between the two halves: a checkpoint is taken where the first one leaves."""

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


def test_what_was_learnt_is_kept_before_every_validation(
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
def test_each_fast_way_has_a_key_that_turns_it_off_and_learns_the_same(
    train_state: MakeTrainState, architecture: str
) -> None:
    def losses(**keys: Any) -> list[float]:
        _, told = run(train_state(architecture, max_steps=5, optimizer="sgd", lr=0.05, validate=True, **keys))
        return [*(m.loss for m in told.steps), told.validations[-1][1]]

    fast = losses()
    assert fast[4] < fast[0]
    for slow in SLOW_WAYS:
        assert losses(**slow) == pytest.approx(fast, rel=3e-6), slow
