"""Attention in bfloat16 on a CPU: by matrix products whose shapes repeat."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.model import packed_attention, self_checks, shape_buckets
from instructgpt_cli.model.attention_support import Window
from instructgpt_cli.model.loss import summed_loss, target_losses
from instructgpt_cli.model.packed_attention import PackedLayout, runs_of_similar_length

Build = Callable[..., PreTrainedModel]
LENGTHS = (70, 66, 66, 40, 33, 32, 9, 12, 1)  # not all sorted; with `short` the first three are too long for products
PRODUCTS = {torch.ops.aten.mm.default, torch.ops.aten.bmm.default, torch.ops.aten.baddbmm.default}


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_attention, "LONGEST_BY_PRODUCTS", 64)


def by_hand(query: Tensor, key: Tensor, value: Tensor, scale: float, window: int | None) -> Tensor:
    """[N, H, D] in double precision, sequence by sequence."""
    shared = query.shape[1] // key.shape[1]
    outs = []
    for q, k, v in zip(*(torch.split(t, LENGTHS) for t in (query, key, value)), strict=True):
        k, v = (t.repeat_interleave(shared, 1) for t in (k, v))
        scores = torch.einsum("qhd,khd->hqk", q, k) * scale
        ones = torch.ones(scores.shape[1:], dtype=torch.bool)
        may = ones.tril() if window is None else ones.tril() & ones.triu(1 - window)
        outs.append(torch.einsum("hqk,khd->qhd", scores.masked_fill(~may, -torch.inf).softmax(-1), v))
    return torch.cat(outs)


def attend(inputs: list[Tensor], window: int | None, *, repeat: bool) -> Tensor:
    layout = PackedLayout(LENGTHS, torch.device("cpu"), repeat=repeat)
    q, k, v = (t.transpose(0, 1)[None] for t in inputs)
    mask = None if window is None else Window(window)
    out, _ = packed_attention.packed_attention(
        torch.nn.Module(), q, k, v, mask, scaling=0.3, sliding_window=window, packing=layout
    )
    return out[0]


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("window", [None, 7])
@pytest.mark.parametrize("shared", [1, 2, 4])
def test_products_are_as_accurate_as_torch_s_kernel(shared: int, window: int | None) -> None:
    generator = torch.Generator().manual_seed(0)
    shapes = [(sum(LENGTHS), heads, 16) for heads in (4, 4 // shared, 4 // shared)]
    leaves = [torch.randn(shape, generator=generator).bfloat16().requires_grad_() for shape in shapes]
    outer = torch.randn(shapes[0], generator=generator).bfloat16()
    exact = [leaf.detach().double().requires_grad_() for leaf in leaves]
    truth = by_hand(*exact, 0.3, window)
    truths = [truth.detach(), *torch.autograd.grad(truth, exact, outer.double())]
    errors = {}
    for repeat in (True, False):
        out = attend(leaves, window, repeat=repeat)
        found = [out.detach(), *torch.autograd.grad(out, leaves, outer)]
        errors[repeat] = [float((f - t).norm() / t.norm()) for f, t in zip(found, truths, strict=True)]
    assert max(errors[True]) < 0.01
    assert all(mine < 2.5 * theirs for mine, theirs in zip(errors[True], errors[False], strict=True)), errors


def test_runs_of_similar_length_begin_with_their_longest() -> None:
    def runs(*lengths: int) -> list[list[int]]:
        return [list(lengths[run]) for run in runs_of_similar_length(lengths, 0.8)]

    assert runs() == []
    assert runs(10, 10, 8, 7, 5, 6) == [[10, 10, 8], [7], [5], [6]]
    assert runs(3, 3) == [[3, 3]]


@pytest.mark.usefixtures("short")
def test_groups_have_sizes_that_come_again_and_miss_no_token() -> None:
    groups = PackedLayout(LENGTHS, torch.device("cpu"), repeat=True).groups
    found = [(group.count, group.longest, group.tokens) for group in groups]
    assert found == [(3, 70, 202), (2, 64, 73), (1, 32, 32), (1, 32, 9), (1, 32, 12), (1, 32, 1)]
    plain = [(g.count, g.longest, g.tokens) for g in PackedLayout(LENGTHS, torch.device("cpu")).groups]
    assert plain == [(3, 70, 202), (3, 40, 105), (1, 9, 9), (1, 12, 12), (1, 1, 1)]


def random_batches(count: int, seed: int) -> Iterator[Any]:
    generator = torch.Generator().manual_seed(seed)
    for _ in range(count):
        lengths = torch.randint(2, 90, (12,), generator=generator).sort(descending=True).values.tolist()
        rows = [torch.randint(0, 320, (n,), generator=generator).tolist() for n in lengths]
        yield collate((row, [int(i % 3 != 1) for i in range(len(row))]) for row in rows)


class Shapes(TorchDispatchMode):
    """Records the shapes of all matrix products."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[Any] = set()

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func in PRODUCTS:
            self.seen.add((func, *(tuple(t.shape) for t in args)))
        return func(*args, **(kwargs or {}))


def shapes_of(model: PreTrainedModel, batches: Iterator[Any], dtype: torch.dtype) -> set[Any]:
    with Shapes() as shapes:
        for batch in batches:
            with torch.autocast("cpu", dtype, enabled=dtype != torch.float32):
                loss = summed_loss(model, batch, packed=True, chunked=True)
            loss.backward()
    return shapes.seen


def test_in_bfloat16_the_shapes_of_products_repeat(tiny_model: Build) -> None:
    model = tiny_model("llama")
    assert self_checks.use_best_attention(model, "packed") == (True, "")
    first, later = (shapes_of(model, random_batches(60, seed), torch.bfloat16) for seed in (0, 1))
    assert len(later - first) < 0.1 * len(later)
    free = shapes_of(model, random_batches(60, 1), torch.float32)
    assert len(free) > 5 * len(later), (len(free), len(later))


def test_padding_a_stream_changes_no_loss(tiny_model: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    model = tiny_model("llama")
    assert self_checks.use_best_attention(model, "packed") == (True, "")
    batch = next(random_batches(1, 3))
    fed: list[int] = []
    model.get_input_embeddings().register_forward_hook(lambda _, given, __: fed.append(given[0].numel()))
    losses, gradients = [], []
    for step in (shape_buckets.STREAM, 1):
        monkeypatch.setattr(shape_buckets, "STREAM", step)
        with torch.autocast("cpu", torch.bfloat16):
            losses.append(target_losses(model, batch, packed=True, chunked=True))
            summed_loss(model, batch, packed=True, chunked=True).backward()
        gradients.append(torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None]))
        model.zero_grad()
    assert fed[:2] == [640, 640]
    assert fed[2:] == [len(batch.input_ids)] * 2
    torch.testing.assert_close(losses[0], losses[1], rtol=1e-2, atol=1e-2)
    assert F.cosine_similarity(*gradients, dim=0) > 0.9999
    exact = target_losses(model, batch, packed=True)
    torch.testing.assert_close(losses[0], exact.detach(), rtol=2e-2, atol=2e-2)
