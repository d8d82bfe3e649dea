"""Tokens' heads go to the ranks that compute them, and back; so do gradients."""

from pathlib import Path

import torch
import torch.distributed as dist
from processes import on_ranks

from instructgpt_cli.model.head_exchange import HeadExchange
from instructgpt_cli.training.distributed import ProcessGroup

TOKENS, HEADS, SIZE = 6, 4, 2


def values(heads: int = HEADS) -> torch.Tensor:
    """A different number for each token, head and element [N, H, D]."""
    return torch.arange(TOKENS * heads * SIZE, dtype=torch.float64).view(TOKENS, heads, SIZE)


def exchanging(group: ProcessGroup, place: Path) -> None:
    assert dist.group.WORLD is not None
    exchange = HeadExchange(dist.group.WORLD, group.rank, group.size)
    tokens = slice(group.rank * 3, group.rank * 3 + 3)
    heads = slice(group.rank * 2, group.rank * 2 + 2)
    part = values()[tokens].clone().requires_grad_()
    stream = exchange.to_heads(part)
    assert torch.equal(stream, values()[:, heads])
    again = exchange.to_tokens(stream)
    assert torch.equal(again, values()[tokens])
    (again * values()[tokens]).sum().backward()
    assert part.grad is not None
    assert torch.equal(part.grad, values()[tokens])

    one = values(1)[tokens].clone().requires_grad_()
    stream = exchange.to_heads(one)  # each rank has the head, and its gradients add up
    assert torch.equal(stream, values(1))
    (stream * (group.rank + 1)).sum().backward()
    assert one.grad is not None
    assert torch.equal(one.grad, torch.full_like(one, 3.0))
    (place / f"{group.rank}").touch()


def test_every_rank_has_all_tokens_of_its_heads_and_then_all_heads_of_its_tokens(tmp_path: Path) -> None:
    assert on_ranks(exchanging, tmp_path) == [0, 0]
    assert {path.name for path in tmp_path.iterdir()} == {"0", "1"}


def dividing_three(group: ProcessGroup) -> None:
    assert dist.group.WORLD is not None
    HeadExchange(dist.group.WORLD, group.rank, group.size).to_heads(torch.zeros(4, 3, 2))


def test_heads_that_cannot_be_divided_evenly_are_refused() -> None:
    assert on_ranks(dividing_three) == [4, 4]
