"""Micro-batches of a run that fit into the free memory of its GPU."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from processes import on_ranks
from train_states import make_state

from instructgpt_cli.training import micro_batch
from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.step import TrainState

MakeTrainState = Callable[..., TrainState]
GPU = torch.device("cuda")


def test_on_a_gpu_the_free_memory_decides(train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch) -> None:
    state = train_state(batch_tokens=4000, micro_batch_tokens=4000)
    assert micro_batch.fitting(state) == 4000  # on a CPU
    on_gpu = replace(state, device=GPU)
    memory = micro_batch.of_step(on_gpu)
    assert memory is not None
    above = memory.total - memory.weights
    for free, kept, expected in ((2 * above, 0, 4000), (above // 2, 2 * above, 4000)):
        monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _, free=free: (free, 1 << 40))
        monkeypatch.setattr(torch.cuda, "memory_reserved", lambda _, kept=kept: kept + 5)
        monkeypatch.setattr(torch.cuda, "memory_allocated", lambda _: 5)
        assert micro_batch.fitting(on_gpu) == expected
    less = micro_batch.of_step(on_gpu, 1000)
    assert less is not None
    monkeypatch.setattr(torch.cuda, "memory_reserved", lambda _: 5)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (int((less.total - less.weights) / 0.9), 1 << 40))
    assert 512 <= micro_batch.fitting(on_gpu) <= 1500  # a step here has about 1,500 tokens


def test_a_model_that_cannot_be_simulated_keeps_the_limit(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("its shapes depend on values")

    monkeypatch.setattr(micro_batch, "simulate", fails)
    monkeypatch.setattr(micro_batch, "free_memory", lambda _: 1000)
    state = replace(train_state(), device=GPU)
    assert micro_batch.of_step(state) is None
    assert micro_batch.fitting(state) == state.micro_batch_tokens


def test_a_small_model_on_a_large_gpu_is_not_simulated(
    train_state: MakeTrainState, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = replace(train_state(batch_tokens=4000, micro_batch_tokens=4000), device=GPU)
    memory = micro_batch.of_step(state)
    assert memory is not None
    asked: list[TrainState] = []
    monkeypatch.setattr(micro_batch, "of_step", lambda state, tokens=None: asked.append(state))
    monkeypatch.setattr(micro_batch, "free_memory", lambda _: 40 * memory.total + 2 * micro_batch.AMPLE_REST)
    assert micro_batch.fitting(state) == 4000
    assert not asked
    monkeypatch.setattr(micro_batch, "free_memory", lambda _: memory.total)
    micro_batch.fitting(state)
    assert asked
    experts = replace(train_state("mixtral", batch_tokens=4000), device=GPU)
    monkeypatch.setattr(micro_batch, "free_memory", lambda _: 1 << 40)
    micro_batch.fitting(experts)
    assert asked[-1] is experts  # the width of its MLP says little


def with_little_memory(group: ProcessGroup, folder: Path) -> None:
    state = replace(make_state(folder, group, batch_tokens=4000, micro_batch_tokens=4000), device=GPU)
    micro_batch.free_memory = lambda _: 1 << (40 if group.is_main else 10)  # type: ignore[assignment]
    assert micro_batch.fitting(state) == 512


def test_ranks_take_the_smallest_limit(additions: Path, tiny_model_folder: Path) -> None:
    (additions / "model").symlink_to(tiny_model_folder)
    assert on_ranks(with_little_memory, additions) == [0, 0]
