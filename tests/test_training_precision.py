"""Number formats and the order of sums."""

from collections.abc import Callable, Iterator

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.data.batch import collate
from instructgpt_cli.model.loss import summed_loss
from instructgpt_cli.training import precision


@pytest.fixture
def restored(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("CUBLAS_WORKSPACE_CONFIG", raising=False)
    yield
    torch.use_deterministic_algorithms(False)


def test_in_a_fixed_order_a_step_computes_the_same(
    restored: None, tiny_model: Callable[..., PreTrainedModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has no deterministic form would fail here; the head must not need any such operation."""
    found = []
    for fixed in (False, True):
        if fixed:
            precision.compute_in_fixed_order()
        model = tiny_model("llama")
        batch = collate([(list(range(2, 20)), [1] * 18), (list(range(5)), [0, 1, 1, 0, 1])])
        summed_loss(model, batch, packed=False, chunked=True).backward()
        found.append(torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None]))
    assert torch.are_deterministic_algorithms_enabled()
    assert torch.equal(*found)


def test_bf16_is_a_choice_of_the_recipe_and_auto_asks_the_device(monkeypatch: pytest.MonkeyPatch) -> None:
    cpu, large = torch.device("cpu"), precision.FEWEST_CPU_PARAMETERS
    for fast, expected in ((True, torch.bfloat16), (False, torch.float32)):
        monkeypatch.setattr(precision, "_is_faster_in_bf16", lambda _, fast=fast: fast)
        assert precision.choose("auto", cpu, large) == expected
        assert precision.choose("auto", cpu, large - 1) == torch.float32
        assert precision.choose("bf16", cpu, 1) == torch.bfloat16
        assert precision.choose("fp32", cpu, large) == torch.float32
