"""The all-reduce of gradients: the sum over ranks, in one order, whether or not it overlaps with backward."""

import pytest
import torch
from processes import on_ranks
from torch import nn

from instructgpt_cli.training import gradients
from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.gradients import GradientReducer


class Layers(nn.Module):
    """Two layers that share a weight, one that only some ranks reach, and one that none does."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.first, self.second, self.some, self.none = (nn.Linear(5, 5) for _ in range(4))
        self.second.weight = self.first.weight
        self.scale = nn.Parameter(torch.randn(5, dtype=torch.float64))

    def forward(self, x: torch.Tensor, rank: int) -> torch.Tensor:
        x = self.second(torch.tanh(self.first(x)))
        return ((self.some(x) if rank == 1 else x) * self.scale).square().sum()


def data(rank: int) -> list[torch.Tensor]:
    """The micro-batches of a rank: rank 0 has two, rank 1 one, rank 2 none."""
    return list(torch.randn(2 - rank, 3, 5, generator=torch.Generator().manual_seed(rank)))


def gradient(model: nn.Module) -> list[torch.Tensor]:
    return [torch.zeros_like(p) if p.grad is None else p.grad.clone() for p in model.parameters()]


def reducing(group: ProcessGroup, bucket_bytes: int) -> None:
    gradients.BUCKET_BYTES = bucket_bytes
    expected_of = Layers()
    for rank in range(group.size):
        for x in data(rank):
            expected_of(x, rank).backward()
    found = []
    for overlaps in (False, True):
        model = Layers()
        reducer = GradientReducer(list(model.parameters()), overlaps)
        for _ in range(2):  # a second step begins as the first did
            model.zero_grad()
            for place, x in enumerate(mine := data(group.rank), start=1):
                if place == len(mine):
                    reducer.expect_last_backward()
                model(x, group.rank).backward()
            reducer.finish()
            found.append(gradient(model))
    for ours, expected in zip(found[0], gradient(expected_of), strict=True):
        torch.testing.assert_close(ours, expected)
    for other in found[1:]:
        assert all(torch.equal(one, two) for one, two in zip(found[0], other, strict=True))
    for one in group.all_gather(torch.cat([g.double().flatten() for g in found[0]])):
        assert torch.equal(one, torch.cat([g.double().flatten() for g in found[0]]))


@pytest.mark.parametrize("bucket_bytes", [1, 200, 1 << 20])
def test_the_sum_over_ranks_is_the_same_bits_with_and_without_overlap(bucket_bytes: int) -> None:
    assert on_ranks(reducing, bucket_bytes, size=3) == [0, 0, 0]


def sending_early(group: ProcessGroup) -> None:
    gradients.BUCKET_BYTES = 1
    model = nn.Sequential(nn.Linear(5, 5, bias=False), nn.Linear(5, 5, bias=False))
    reducer = GradientReducer(list(model.parameters()), overlaps=True)
    sent: list[int] = []
    hidden = model[0](torch.ones(1, 5))
    hidden.register_hook(lambda _: sent.append(len(reducer._sent)))  # when backward reaches the first layer
    reducer.expect_last_backward()
    model[1](hidden).sum().backward()
    assert sent == [1]
    reducer.finish()


def test_a_bucket_is_sent_while_backward_goes_on() -> None:
    assert on_ranks(sending_early) == [0, 0]
