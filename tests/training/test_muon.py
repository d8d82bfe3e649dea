"""Muon: steps that are nearly orthogonal matrices, of the matrices that it takes, each computed by one rank."""

import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import torch
from processes import on_ranks
from torch.distributed.device_mesh import DeviceMesh
from torch.distributed.tensor import Shard, distribute_tensor
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedModel

from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.training import muon, optimizers
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup, full_tensor
from instructgpt_cli.training.muon import Muon, orthogonal
from instructgpt_cli.training.sharding import ShardedModel


@pytest.mark.parametrize("shape", [(3, 24, 16), (2, 16, 40), (1, 16, 16)])
def test_the_muon_update_is_nearly_orthogonal(shape: tuple[int, int, int]) -> None:
    torch.manual_seed(0)
    gradient = torch.randn(shape)
    values = torch.linalg.svdvals(orthogonal(gradient))
    assert values.min() > 0.3
    assert values.max() < 1.3
    u, _, v = torch.linalg.svd(gradient, full_matrices=False)
    assert cosine(orthogonal(gradient), u @ v) > 0.95


def cosine(a: torch.Tensor, b: torch.Tensor) -> float:
    return float((a * b).sum() / (a.norm() * b.norm()))


def test_muon_equals_torch_s_muon_at_higher_precision() -> None:
    torch.manual_seed(0)
    start = [torch.randn(32, 16), torch.randn(32, 16), torch.randn(16, 16)]
    gradients = [[torch.randn_like(p) for p in start] for _ in range(3)]

    def after(build: Callable[[list[torch.Tensor]], torch.optim.Optimizer]) -> torch.Tensor:
        params = [torch.nn.Parameter(p.clone()) for p in start]
        optimizer = build(list(params))
        for step in gradients:
            for p, g in zip(params, step, strict=True):
                p.grad = g.clone()
            optimizer.step()
        return torch.cat([p.detach().flatten() for p in params])

    ours = after(lambda params: Muon(params, lr=0.02, momentum=0.95, weight_decay=0.1))
    theirs = after(
        lambda params: torch.optim.Muon(
            params, lr=0.02, momentum=0.95, weight_decay=0.1, nesterov=True, adjust_lr_fn="match_rms_adamw"
        )
    )
    moved = torch.cat([p.flatten() for p in start])
    assert cosine(ours - moved, theirs - moved) > 0.999
    torch.testing.assert_close((ours - moved).norm(), (theirs - moved).norm(), rtol=0.01, atol=0)


def test_muon_takes_each_matrix_of_stacked_experts() -> None:
    torch.manual_seed(0)
    stack, gradient = torch.randn(3, 16, 24), torch.randn(3, 16, 24)
    together, alone = torch.nn.Parameter(stack.clone()), [torch.nn.Parameter(m.clone()) for m in stack]
    together.grad = gradient.clone()
    for p, g in zip(alone, gradient, strict=True):
        p.grad = g.clone()
    for params in ([together], alone):
        Muon(params, lr=0.02, momentum=0.95, weight_decay=0.1).step()
    torch.testing.assert_close(together.detach(), torch.stack([p.detach() for p in alone]), rtol=0, atol=0)
    assert not torch.equal(together.detach(), stack)


SHAPES = ((12, 8), (7, 9), (9, 7), (4, 4), (5, 6, 4))  # on 3 ranks, the shards of 4 rows are 2, 2 and none
Start = list[tuple[torch.Tensor, list[torch.Tensor]]]


def started(shapes: Sequence[tuple[int, ...]]) -> Start:
    """Each parameter with its gradients of three steps."""
    torch.manual_seed(0)
    return [(torch.randn(shape), list(torch.randn(3, *shape))) for shape in shapes]


def trained(start: Start, mesh: DeviceMesh | None = None, group: ProcessGroup = SINGLE_PROCESS) -> list[torch.Tensor]:
    def own(value: torch.Tensor) -> torch.Tensor:
        return value.clone() if mesh is None else distribute_tensor(value, mesh, [Shard(0)])

    params = [torch.nn.Parameter(own(value)) for value, _ in start]
    optimizer = Muon(params, lr=0.02, momentum=0.95, weight_decay=0.1, group=group)
    for step in range(3):
        for p, (_, gradients) in zip(params, start, strict=True):
            p.grad = own(gradients[step])
        optimizer.step()
        assert all(torch.equal(full_tensor(p.grad), g[step]) for p, (_, g) in zip(params, start, strict=True))
    return [full_tensor(p.detach()) for p in params]


def counted_matrices() -> list[int]:
    """Counts the matrices that this process orthogonalizes from now on."""
    counts: list[int] = []

    def counted(matrices: torch.Tensor) -> torch.Tensor:
        counts.append(len(matrices))
        return orthogonal(matrices)

    muon.orthogonal = counted
    return counts


def dividing(group: ProcessGroup, shapes: Sequence[tuple[int, ...]]) -> None:
    start = started(shapes)
    expected = trained(start)
    total = sum(math.prod(shape[:-2]) for shape in shapes)
    for muon.ROUND_ELEMENTS, mesh in itertools.product((1, 200, 1 << 20), (None, group.mesh)):
        counts = counted_matrices()
        found = trained(start, mesh, group)
        torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-6)
        each = [int(count) for count in group.all_gather(torch.tensor(sum(counts)))]
        assert sum(each) == 3 * total  # each matrix once a step
        assert max(each) < 3 * total or total == 1


@pytest.mark.parametrize("size", [2, 3, pytest.param(4, marks=pytest.mark.slow)])
def test_ranks_divide_the_matrices_and_take_the_steps_of_one_process(size: int) -> None:
    assert on_ranks(dividing, SHAPES, size=size) == [0] * size


def test_there_may_be_fewer_matrices_than_ranks() -> None:
    assert on_ranks(dividing, [(5, 3)], size=3) == [0, 0, 0]


def experts(group: ProcessGroup) -> tuple[PreTrainedModel, list[torch.optim.Optimizer]]:
    torch.manual_seed(0)
    sizes: dict[str, Any] = {"hidden_size": 16, "intermediate_size": 24, "num_attention_heads": 2, "vocab_size": 30}
    config = AutoConfig.for_model(
        "mixtral", num_hidden_layers=2, num_local_experts=3, tie_word_embeddings=True, num_key_value_heads=1, **sizes
    )
    built: PreTrainedModel = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
    model = ShardedModel(built, torch.device("cpu"), group).model
    return model, optimizers.build(model, Train(optimizer="muon", lr=0.01), group)


def dividing_experts(group: ProcessGroup) -> None:
    models = []
    for ranks in (SINGLE_PROCESS, group):
        counts = counted_matrices()
        model, (own, rest) = experts(ranks)
        optimizers.set_lr([own, rest], 0.01)
        torch.manual_seed(1)
        for _ in range(2):
            for p in model.parameters():
                p.grad = torch.randn(p.shape)
                if ranks.size > 1:
                    p.grad = distribute_tensor(p.grad, group.mesh, [Shard(0)])
            own.step()
            rest.step()
        models.append([full_tensor(p.detach()) for p in model.parameters()])
        done = int(sum(group.all_gather(torch.tensor(sum(counts)))))
        assert done == (group.size if ranks.size == 1 else 1) * 2 * 2 * (4 + 1 + 2 * 3)  # attention, router, experts
        assert model.lm_head.weight is model.model.embed_tokens.weight
    torch.testing.assert_close(*models, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("size", [2, pytest.param(4, marks=pytest.mark.slow)])
def test_ranks_divide_the_experts_of_a_sharded_model_but_not_its_tied_embeddings(size: int) -> None:
    assert on_ranks(dividing_experts, size=size) == [0] * size
