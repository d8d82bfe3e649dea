"""Compute dtypes and deterministic algorithms."""

import os
from collections.abc import Callable

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.errors import UsageError
from instructgpt_cli.model import dtypes
from instructgpt_cli.model.loss import summed_loss
from instructgpt_cli.training import precision


def test_a_deterministic_step_computes_the_same(tiny_model: Callable[..., PreTrainedModel]) -> None:
    """An operation without a deterministic implementation fails here; the head must not need one."""
    found = []
    for fixed in (False, True):
        model = tiny_model("llama")
        batch = collate([(list(range(2, 20)), [1] * 18), (list(range(5)), [0, 1, 1, 0, 1])])
        with precision.fixed_order(fixed):
            assert torch.are_deterministic_algorithms_enabled() == fixed
            summed_loss(model, batch, packed=False, chunked=True).backward()
        found.append(torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None]))
    assert not torch.are_deterministic_algorithms_enabled()
    assert torch.equal(*found)


def test_an_operation_without_a_deterministic_implementation_is_named() -> None:
    place = torch.tensor([0])
    with (
        pytest.raises(UsageError, match="deterministic: put_ has no deterministic implementation"),
        precision.fixed_order(True),
    ):
        torch.zeros(3).put_(place, torch.ones(1))
    assert not torch.are_deterministic_algorithms_enabled()
    with pytest.raises(RuntimeError, match="shape"), precision.fixed_order(True):
        torch.zeros(3) @ torch.zeros(4, 4)
    torch.zeros(3).put_(place, torch.ones(1))


def test_cublas_is_configured_before_its_first_product(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CUBLAS_WORKSPACE_CONFIG", raising=False)
    precision.prepare_fixed_order()
    assert os.environ["CUBLAS_WORKSPACE_CONFIG"] == ":4096:8"
    monkeypatch.delenv("CUBLAS_WORKSPACE_CONFIG")


def test_auto_precision_depends_on_the_device(monkeypatch: pytest.MonkeyPatch) -> None:
    cpu, large = torch.device("cpu"), precision.FEWEST_CPU_PARAMETERS
    for fast, expected in ((True, torch.bfloat16), (False, torch.float32)):
        monkeypatch.setattr(dtypes, "is_faster_in_bf16", lambda _, fast=fast: fast)
        assert precision.choose("auto", cpu, large) == expected
        assert precision.choose("auto", cpu, large - 1) == torch.float32
        assert precision.choose("bf16", cpu, 1) == torch.bfloat16
        assert precision.choose("fp32", cpu, large) == torch.float32
