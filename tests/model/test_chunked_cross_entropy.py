"""Chunked cross-entropy against the plain loss of all logits."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch.utils._python_dispatch import TorchDispatchMode
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.model import chunked_cross_entropy, self_checks
from instructgpt_cli.model.loss import summed_loss, target_losses

Build = Callable[..., PreTrainedModel]
ARCHITECTURES = ("llama", "gpt2", "qwen3", "gemma3_text", "gpt_neox")
SEQUENCES = [[(7 * i + 3 * n) % 320 for i in range(n)] for n in (30, 22, 22, 9, 2)]
MASKS = [[int(i % 3 != 1) for i in range(len(s))] for s in SEQUENCES]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(chunked_cross_entropy.CHUNK_NUMBERS, "cpu", 1)
    monkeypatch.setattr(chunked_cross_entropy, "SMALLEST_CHUNK", 7)
    monkeypatch.setattr(chunked_cross_entropy, "TRAINED_BYTES", 1)
    monkeypatch.setitem(chunked_cross_entropy.BLOCK_NUMBERS, "cpu", 3 * 320)


PEAK = """
import resource
import torch
from instructgpt_cli.system import allocator
from instructgpt_cli.model.chunked_cross_entropy import chunked_losses

def peak(targets):
    chunked_losses(torch.randn(targets, 8), weight, None, torch.randint(0, 50304, (targets,)))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

allocator.keep_freed_memory()
weight = torch.randn(50304, 8)
print(-peak(64) + peak(3000))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss in KiB, and glibc's allocator")
def test_losses_of_many_targets_take_the_memory_of_a_chunk() -> None:
    """The logits of 64 targets take 12.3 MiB, of 3,000 they would take 576."""
    found = subprocess.run([sys.executable, "-c", PEAK], capture_output=True, text=True, check=True)
    assert int(found.stdout) < 100 * 1024


class Logits(TorchDispatchMode):
    """Records the number of targets of each product with a vocabulary dimension."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.vocabulary, self.seen = vocabulary, list[int]()

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        found = func(*args, **(kwargs or {}))
        if func is torch.ops.aten.mm.default and found.shape[1] == self.vocabulary:
            self.seen.append(len(found))
        return found


@pytest.mark.parametrize(("vocabulary", "most"), [(8192, 600), (32768, 512), (50304, 320), (1 << 18, 64)])
def test_chunks_have_the_size_that_was_fastest(vocabulary: int, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """See benchmarks/RESULTS.md: each chunk adds to the gradient of the full weight."""
    monkeypatch.undo()
    weight, hidden = torch.randn(vocabulary, 2, requires_grad=True), torch.randn(600, 2, requires_grad=True)
    with Logits(vocabulary) as logits:
        chunked_cross_entropy.chunked_cross_entropy(hidden, weight, None, torch.zeros(600, dtype=torch.long))
    assert logits.seen[0] == most
    assert sum(logits.seen) == 600


def gradient(model: PreTrainedModel, *, packed: bool, chunked: bool) -> tuple[float, torch.Tensor]:
    loss = summed_loss(model, collate(zip(SEQUENCES, MASKS, strict=True)), packed=packed, chunked=chunked)
    (loss / 50).backward()
    return loss.item(), torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None])


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_loss_and_gradient_equal_those_of_all_logits(tiny_model: Build, architecture: str, packed: bool) -> None:
    found, expected = [], []
    for chunked, numbers in ((True, found), (False, expected)):
        model = tiny_model(architecture)
        assert self_checks.use_best_attention(model, "packed" if packed else "sdpa")[0] == packed
        assert self_checks.use_chunked_head(model, "auto", packed=packed)
        numbers += gradient(model, packed=packed, chunked=chunked)
    assert found[0] == pytest.approx(expected[0], rel=1e-6)
    torch.testing.assert_close(found[1], expected[1], rtol=1e-4, atol=1e-6)


def test_losses_equal_those_of_all_logits(tiny_model: Build) -> None:
    model = tiny_model("llama")
    batch = collate(zip(SEQUENCES, MASKS, strict=True))
    expected = target_losses(model, batch, packed=False)
    found = target_losses(model, batch, packed=False, chunked=True)
    torch.testing.assert_close(found, expected.detach(), rtol=1e-5, atol=1e-6)
    assert expected.shape == (batch.targets,)


def test_a_target_whose_probability_underflows_has_a_finite_loss() -> None:
    """exp(-200) underflows in float32."""
    hidden, weight = torch.tensor([[200.0], [-200.0]]), torch.tensor([[1.0], [0.0]], requires_grad=True)
    loss = chunked_cross_entropy.chunked_cross_entropy(hidden, weight, None, torch.tensor([1, 1]))
    loss.backward()
    assert loss.item() == 200
    assert weight.grad is not None
    assert weight.grad.tolist() == [[200.0], [-200.0]]


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_loss_and_gradient_of_a_head_with_a_bias(dtype: torch.dtype) -> None:
    torch.manual_seed(0)
    hidden, weight, bias = torch.randn(20, 8), torch.randn(50, 8), torch.randn(50)
    ids = torch.randint(0, 50, (20,))
    grads = []
    for compute in (
        lambda h, w, b: chunked_cross_entropy.chunked_cross_entropy(h, w, b, ids),
        lambda h, w, b: F.cross_entropy(h @ w.T + b, ids, reduction="sum"),
    ):
        leaves = [t.clone().requires_grad_() for t in (hidden, weight, bias)]
        with torch.autocast("cpu", dtype, enabled=not grads and dtype != torch.float32):
            loss = compute(*leaves)
        (3 * loss).backward()
        grads.append([leaf.grad for leaf in leaves])
    for found, expected in zip(*grads, strict=True):
        if dtype == torch.float32:
            torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-5)
        assert (found - expected).norm() < 0.02 * expected.norm()


def test_in_bfloat16_it_is_as_accurate_as_all_logits(tiny_model: Build) -> None:
    losses = {}
    for chunked in (True, False):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses[chunked], grad = gradient(tiny_model("llama"), packed=False, chunked=chunked)
        assert bool(torch.isfinite(grad).all())
    exact, _ = gradient(tiny_model("llama"), packed=False, chunked=False)
    assert abs(losses[True] - exact) < 2 * abs(losses[False] - exact) + 1e-3 * exact


def test_without_targets_the_loss_is_a_zero_with_a_graph(tiny_model: Build) -> None:
    model = tiny_model("llama")
    loss = summed_loss(model, collate([([1, 2, 3], [0, 0, 0])]), packed=False, chunked=True)
    loss.backward()
    assert loss.item() == 0.0
    assert model.lm_head.weight.grad is not None  # as for other batches: sharded gradients are summed over ranks
    assert all(p.grad is None or not p.grad.any() for p in model.parameters())


def test_a_frozen_head_gets_no_gradient() -> None:
    generator = torch.Generator().manual_seed(0)
    weight, ids = torch.randn(50, 8, generator=generator), torch.arange(9)
    bias = torch.randn(50, generator=generator)
    gradients = []
    for trained in (True, False):
        hidden = torch.randn(9, 8, generator=torch.Generator().manual_seed(1)).requires_grad_()
        own = [t.clone().requires_grad_(trained) for t in (weight, bias)]
        chunked_cross_entropy.chunked_cross_entropy(hidden, *own, ids).backward()
        gradients.append(hidden.grad)
        assert all((t.grad is not None) == trained for t in own)
    torch.testing.assert_close(*gradients)
