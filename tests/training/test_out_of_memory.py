"""Out of memory in a micro-batch: the step is computed again with smaller ones, and the run is as if it began so."""

import json
import os
import signal
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch
from processes import SERVER, on_ranks
from torch import Tensor
from train_states import make_state
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import Batch, collate
from instructgpt_cli.errors import ExitCode, ResourceError
from instructgpt_cli.model.loss import summed_loss
from instructgpt_cli.model.router import routing
from instructgpt_cli.training import step
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup
from instructgpt_cli.training.gradients import GradientReducer
from instructgpt_cli.training.out_of_memory import MemoryGuard, agree_on_limit
from instructgpt_cli.training.step import TrainState
from instructgpt_cli.training.trainer import Trainer

MakeTrainState = Callable[..., TrainState]
FULL = torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")


class Full(torch.autograd.Function):
    """The identity, whose backward pass runs out of memory."""

    @staticmethod
    def forward(ctx: Any, loss: Tensor) -> Tensor:
        return loss.clone()

    @staticmethod
    def backward(ctx: Any, *_: Tensor) -> Tensor:
        raise FULL


def limit_memory(tokens: int, where: str = "forward") -> None:
    """The training passes of more than so many tokens run out of memory."""

    def limited(model: PreTrainedModel, micro: Batch, **ways: bool) -> Tensor:
        loss = summed_loss(model, micro, **ways)
        if micro.tokens <= tokens or not model.training:
            return loss
        if where == "backward":
            return Full.apply(loss)  # type: ignore[no-any-return]
        raise FULL

    step.summed_loss = limited  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Restores what `limit_memory` replaces."""
    monkeypatch.setattr(step, "summed_loss", summed_loss)


def train(state: TrainState) -> tuple[Trainer, list[tuple[int, int]], Tensor]:
    """The trainer, the limits before and after each halving, and the weights at the end."""
    halved: list[tuple[int, int]] = []
    trainer = Trainer(state, RunState(), [])
    trainer.run(should_stop=lambda _: False, on_halved=lambda *limits: halved.append(limits))
    return trainer, halved, torch.cat([p.detach().flatten() for p in state.model.parameters()])


def batch(*lengths: int) -> Batch:
    return collate([([1] * (n + 1), [1] * (n + 1)) for n in lengths])


@pytest.mark.parametrize("where", ["forward", "backward"])
@pytest.mark.parametrize(
    "changes",
    [{}, {"architecture": "gpt2", "config": {"resid_pdrop": 0.2}}, {"attention": "sdpa"}],
    ids=["packed", "dropout", "padded"],
)
def test_the_run_is_the_same_as_one_that_begins_with_the_smaller_micro_batches(
    where: str, changes: dict[str, Any], train_state: MakeTrainState
) -> None:
    limit_memory(120, where)
    trainer, halved, weights = train(train_state(max_steps=4, micro_batch_tokens=400, **changes))
    limits = [400, *(now for _, now in halved)]
    assert halved == list(pairwise(limits))
    assert 30 < limits[-1] <= 120
    assert trainer.run_state.micro_batch_tokens == (400, limits[-1])
    small = train_state(max_steps=4, micro_batch_tokens=limits[-1], **changes)
    assert trainer.run_state.environment == small.environment
    _, none, expected = train(small)
    assert none == []
    assert torch.equal(weights, expected)


def test_memory_that_runs_out_in_a_later_step_halves_there(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []
    load = TrainState.batch
    monkeypatch.setattr(
        TrainState, "batch", lambda state, k: asked.append((k, state.micro_batch_tokens)) or load(state, k)
    )
    state = train_state(max_steps=4, micro_batch_tokens=400)
    trainer = Trainer(state, RunState(), [])
    trainer.run(should_stop=lambda now: limit_memory(250) if now.step == 2 else None)  # type: ignore[func-returns-value]
    small = trainer.state.micro_batch_tokens
    assert small <= 200
    # The batch that was loaded ahead is loaded again.
    assert asked == [(0, 400), (1, 400), (2, 400), (3, 400), (2, small), (3, small)]


def test_the_load_balancing_loss_is_counted_over_all_smaller_micro_batches(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limited(model: PreTrainedModel, micro: Batch, **ways: bool) -> Any:
        if micro.tokens > 120:
            raise FULL
        return routing(model, micro, **ways)

    monkeypatch.setattr(step, "routing", limited)
    state = train_state("mixtral", max_steps=3, micro_batch_tokens=200, router_aux_loss_coef=0.5)
    assert len(state.batch(0).micro_batches) > 1
    trainer, halved, weights = train(state)
    assert [now for _, now in halved] == [trainer.state.micro_batch_tokens]
    small = train_state("mixtral", max_steps=3, micro_batch_tokens=halved[0][1], router_aux_loss_coef=0.5)
    assert torch.equal(weights, train(small)[2])


def test_one_sequence_that_does_not_fit_is_an_error(train_state: MakeTrainState) -> None:
    limit_memory(5)
    state = train_state()
    longest = max(int(state.dataset.lengths[i]) for i in state.batch(0).step.sequences)
    with pytest.raises(ResourceError) as told:
        train(state)
    assert told.value.message == (f"step 1: out of memory with a micro-batch of one sequence of {longest:,} tokens")
    assert "train.gradient_checkpointing=true" in told.value.hint


def test_other_errors_and_those_of_sharded_models_pass_the_guard() -> None:
    guard = MemoryGuard(is_fatal=False)
    with guard(batch(3)):
        pass
    assert guard.too_large is None
    with pytest.raises(RuntimeError, match="shapes"), guard(batch(3)):
        raise RuntimeError("shapes do not match")
    with pytest.raises(KeyboardInterrupt), guard(batch(3)):
        raise KeyboardInterrupt
    assert guard.too_large is None
    with pytest.raises(torch.OutOfMemoryError), MemoryGuard(is_fatal=True)(batch(3)):
        raise FULL
    with guard(batch(3)):
        raise FULL
    assert guard.too_large is not None
    assert guard.too_large.tokens == 3


def test_half_of_what_did_not_fit_is_the_limit() -> None:
    assert agree_on_limit(1000, batch(300, 200), False, SINGLE_PROCESS, 0) == 250
    assert agree_on_limit(1000, batch(300, 200), True, SINGLE_PROCESS, 0) == 300  # padding counts
    assert agree_on_limit(100, batch(300, 200), False, SINGLE_PROCESS, 0) == 50


def computing_in_two(group: ProcessGroup, make: str, folder: Path) -> None:
    """Trains where only rank 1 runs out of memory, at first and in the backward pass, and where none does."""
    settings: dict[str, Any] = {"precision": "fp32", "batch_tokens": 400}
    found = []
    for overlaps in (False, True):
        small = 0
        for limit in (400, 0):
            state = make_state(folder, group, **settings, micro_batch_tokens=limit or small)
            parameters = [p for p in state.model.parameters() if p.requires_grad]
            object.__setattr__(state, "reducer", GradientReducer(parameters, overlaps))
            if limit and group.rank == 1:
                limit_memory(100, make)
            else:
                step.summed_loss = summed_loss  # type: ignore[attr-defined]
            trainer, halved, weights = train(state)
            small = trainer.state.micro_batch_tokens
            assert [now for _, now in halved][-1:] == ([small] if limit else [])
            assert small <= 200
            assert {int(other) for other in group.all_gather(torch.tensor([small]))} == {small}
            found.append(weights)
    assert all(torch.equal(found[0], other) for other in found[1:])
    for other in group.all_gather(found[0]):
        assert torch.equal(other, found[0])


@pytest.mark.parametrize("where", ["forward", "backward"])
def test_a_rank_that_runs_out_of_memory_halves_the_micro_batches_of_all(
    where: str, additions: Path, tiny_model_folder: Path
) -> None:
    (additions / "model").symlink_to(tiny_model_folder)
    assert on_ranks(computing_in_two, where, additions) == [0, 0]


def failing_alone(group: ProcessGroup, folder: Path, shard: bool) -> None:
    limit_memory(5)
    train(make_state(folder, group, precision="fp32", shard=shard))


@pytest.mark.parametrize("shard", [False, True])
def test_rank_0_reports_what_fits_on_no_rank(shard: bool, additions: Path, tiny_model_folder: Path) -> None:
    (additions / "model").symlink_to(tiny_model_folder)
    assert on_ranks(failing_alone, additions, shard) == [ExitCode.RESOURCES] * 2


RECIPE = """\
output_dir: run
model:
  config: {model_type: llama, hidden_size: 32, intermediate_size: 64, num_hidden_layers: 2, num_attention_heads: 2}
tokenizer: {train: {vocab_size: 320}}
data: {train: [{path: rows.jsonl}], validation: [{path: rows.jsonl, rows: 9}], max_length: 128}
train: {max_steps: 12, batch_tokens: 512, lr: 1e-2, precision: fp32, validate_every: 4}
checkpoint: {every: 2}
"""


def pretrain(place: Path, kill_after: int) -> None:
    """The command in its own process, which is killed after that many steps; memory runs out in the fifth."""
    os.chdir(place)
    os.environ["INSTRUCTGPT_CACHE"] = str(place / "cache")
    log = os.open(place / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 2)
    update = step.update
    from instructgpt_cli.cli import app
    from instructgpt_cli.training import trainer

    done = int(max(Path("run").glob("checkpoints/step-*"), key=_number).name[5:]) if Path("run").exists() else 0

    def counting(state: TrainState, lr: float) -> None:
        nonlocal done
        update(state, lr)
        done += 1
        if done == 4:
            limit_memory(200)
        if done == kill_after:
            os.kill(os.getpid(), signal.SIGKILL)

    if done >= 4:
        limit_memory(200)
    trainer.update = counting  # type: ignore[attr-defined]
    sys.argv = ["instructgpt", "pretrain", "recipe.yaml"]
    app.main()


def _number(path: Path) -> int:
    return int(path.name.removeprefix("step-"))


def start(place: Path, kill_after: int = 0) -> int | None:
    process = SERVER.Process(target=pretrain, args=(place, kill_after), daemon=True)
    process.start()
    process.join(120)
    return process.exitcode


def test_killed_before_and_after_the_halving_the_run_ends_in_the_same_bytes(tmp_path: Path, additions: Path) -> None:
    places = [tmp_path / "whole", tmp_path / "killed"]
    for place in places:
        place.mkdir()
        (place / "rows.jsonl").write_bytes((additions / "rows.jsonl").read_bytes())
        (place / "recipe.yaml").write_text(RECIPE)
    assert start(places[0]) == 0
    for step_of_kill in (3, 5, 9):
        assert start(places[1], step_of_kill) == -signal.SIGKILL
    assert start(places[1]) == 0
    said = (places[1] / "log.txt").read_text()
    assert said.count("step 5: out of memory with micro-batches of up to 640 tokens") == 2  # the first was not saved
    assert "not bit-exact" not in said
    for name in ("metrics.jsonl", "model/model.safetensors", "checkpoints/step-12/optimizer.safetensors"):
        assert (places[0] / "run" / name).read_bytes() == (places[1] / "run" / name).read_bytes(), name
    kept = json.loads((places[0] / "run/checkpoints/step-12/state.json").read_text())["micro_batch_tokens"]
    assert kept[0] == 640
    assert kept[1] <= 300
