"""Muon: steps that are nearly orthogonal matrices, of the matrices that it takes."""

from collections.abc import Callable

import pytest
import torch

from instructgpt_cli.training.muon import Muon, orthogonal


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
