"""Tokens divided among ranks give the loss and gradient of one rank."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
import torch
import torch.distributed as dist
from processes import on_ranks
from train_states import make_state

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.model.head_exchange import HeadExchange
from instructgpt_cli.training.context_parallel import (
    ContextParallel,
    PartialBatch,
    divide,
    refuse_context_parallel,
)
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup, full_tensor
from instructgpt_cli.training.step import train_step
from instructgpt_cli.training.validation import validation_loss

CASES: dict[str, dict[str, Any]] = {
    "llama": {"architecture": "llama"},  # one key head for two ranks
    "windows": {"architecture": "gemma3_text", "gradient_checkpointing": True},
    "experts, sharded": {"architecture": "mixtral", "shard": True, "router_aux_loss_coef": 0.1},
    "LoRA": {"architecture": "llama", "lora": {"rank": 2}},
}


@pytest.fixture
def folder(tiny_model_folder: Path, additions: Path) -> Path:
    (additions / "model").symlink_to(tiny_model_folder)
    return additions


def parts(batch: Any, size: int) -> list[PartialBatch]:
    group = cast(dist.ProcessGroup, None)
    return [
        cast(PartialBatch, ContextParallel(0, 1, HeadExchange(group, rank, size)).part_of(batch))
        for rank in range(size)
    ]


@pytest.mark.parametrize(("lengths", "size"), [((300, 200, 13), 2), ((700,), 3), ((2,), 2)])
def test_the_parts_of_a_batch_have_all_its_tokens_and_targets(lengths: tuple[int, ...], size: int) -> None:
    sequences = [([7 * n + i for i in range(n)], [int(i % 3 != 1) for i in range(n)]) for n in lengths]
    batch = collate(sequences, range(len(lengths)))
    found = parts(batch, size)
    assert torch.equal(torch.cat([part.input_ids for part in found]), batch.input_ids)
    assert torch.equal(torch.cat([part.position_ids for part in found]), batch.position_ids)
    assert torch.equal(torch.cat([part.target_ids for part in found]), batch.target_ids)
    starts = [part.part_tokens * rank for rank, part in enumerate(found)]
    positions = [part.target_positions + start for part, start in zip(found, starts, strict=True)]
    assert torch.equal(torch.cat(positions), batch.target_positions)
    assert {part.part_tokens for part in found} == {found[0].part_tokens}
    assert found[0].part_tokens % 128 == 0
    assert 0 <= size * found[0].part_tokens - batch.tokens < size * 128
    assert {part.lengths for part in found} == {batch.lengths}


def test_a_process_alone_has_the_whole_batch() -> None:
    batch = collate([([1, 2], [0, 1])])
    assert divide(SINGLE_PROCESS, 4).part_of(batch) is batch


def test_a_group_size_that_does_not_divide_the_processes_is_refused() -> None:
    with pytest.raises(UsageError, match=r"train\.context_parallel: 2 does not divide the 3 processes of this run"):
        divide(ProcessGroup(0, 3), 2)
    assert divide(ProcessGroup(1, 3), 1) == ContextParallel(1, 3)


def test_models_whose_parts_need_the_whole_sequence_are_refused(tiny_model: Any) -> None:
    with pytest.raises(ModelError, match=r"train\.context_parallel: mamba cannot be packed: it mixes"):
        refuse_context_parallel(tiny_model("mamba"), packed=False, why="it mixes")
    with pytest.raises(ModelError, match=r"the rotary frequencies of phi3 depend on the length"):
        refuse_context_parallel(tiny_model("phi3"), packed=True, why="")


def results(folder: Path, group: ProcessGroup = SINGLE_PROCESS, **settings: Any) -> dict[str, Any]:
    """Loss, norm, balancing loss and gradient of a step, and a validation loss."""
    state = make_state(folder, group, precision="fp32", **settings)
    found = train_step(state, state.batch(0), 1e9, 0)
    gradient = {n: full_tensor(p.grad).tolist() for n, p in state.model.named_parameters() if p.grad is not None}
    numbers = [float(found.loss), float(found.norm), float(found.balance)]
    state.model.zero_grad()
    validation = validation_loss(state, state.dataset, lambda: False)
    return {"numbers": [*numbers, validation], "gradient": gradient}


def compute(group: ProcessGroup, folder: Path) -> None:
    found = {}
    for name, settings in CASES.items():
        found[name] = results(folder, group, context_parallel=2, **settings)
    (folder / f"results-{group.rank}.json").write_text(json.dumps(found))


def assert_equal_to_one_process(folder: Path, ranks: int) -> None:
    for name, settings in CASES.items():
        expected = results(folder, **settings)
        for rank in range(ranks):
            found = json.loads((folder / f"results-{rank}.json").read_text())[name]
            assert found["numbers"] == pytest.approx(expected["numbers"], rel=2e-6)
            assert found["gradient"].keys() == expected["gradient"].keys()
            for parameter, gradient in expected["gradient"].items():
                ours = torch.tensor(found["gradient"][parameter])
                torch.testing.assert_close(ours, torch.tensor(gradient), rtol=1e-4, atol=1e-6)


def test_two_ranks_compute_the_step_of_one(folder: Path) -> None:
    assert on_ranks(compute, folder) == [0, 0]
    assert_equal_to_one_process(folder, 2)


@pytest.mark.slow
def test_two_groups_of_two_ranks_compute_the_step_of_one(folder: Path) -> None:
    assert on_ranks(compute, folder, size=4) == [0, 0, 0, 0]
    assert_equal_to_one_process(folder, 4)
