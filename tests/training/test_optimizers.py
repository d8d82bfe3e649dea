"""Optimizers and schedules, against their formulas."""

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.training import optimizers

Build = Callable[..., PreTrainedModel]


def with_gradients(model: PreTrainedModel) -> dict[str, torch.Tensor]:
    torch.manual_seed(1)
    for p in model.parameters():
        p.grad = torch.randn_like(p)
    return {name: p.grad.clone() for name, p in model.named_parameters() if p.grad is not None}


def test_sgd_is_the_formula(tiny_model: Build) -> None:
    model = tiny_model("llama")
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    gradients = with_gradients(model)
    (optimizer,) = optimizers.build(model, Train(optimizer="sgd"))
    optimizers.set_lr([optimizer], 0.05)
    optimizer.step()
    for name, p in model.named_parameters():
        assert torch.equal(p, before[name].add(gradients[name], alpha=-0.05)), name
    assert optimizers.clip_norm(Train(optimizer="sgd")) == math.inf
    assert optimizers.clip_norm(Train()) == 1.0
    assert optimizers.clip_norm(Train(clip=0)) == math.inf


def test_muon_takes_the_hidden_matrices_and_leaves_the_rest_to_adamw(tiny_model: Build) -> None:
    model = tiny_model("llama")
    muon, adamw = optimizers.build(model, Train(optimizer="muon", weight_decay=0.1))
    names = {id(p): name for name, p in model.named_parameters()}
    taken = {names[id(p)] for group in muon.param_groups for p in group["params"]}
    left = {names[id(p)] for group in adamw.param_groups for p in group["params"]}
    assert taken | left == set(names.values())
    assert not taken & left
    assert all(".layers." in name and name.endswith("_proj.weight") for name in taken)
    assert {"model.embed_tokens.weight", "lm_head.weight", "model.norm.weight"} <= left
    decayed = {names[id(p)] for group in adamw.param_groups if group["weight_decay"] for p in group["params"]}
    assert decayed == {"model.embed_tokens.weight", "lm_head.weight"}


def test_muon_takes_all_weight_matrices_and_no_convolutions_or_factors(tiny_model: Build) -> None:
    for architecture, stacked, left in (("gpt_oss", "experts.down_proj", "sinks"), ("mamba", "", "conv1d.weight")):
        model = tiny_model(architecture)
        model.add_module("full", torch.nn.Conv1d(3, 3, 3, bias=False))
        names = {id(p): name for name, p in model.named_parameters()}
        muon, adamw = optimizers.build(model, Train(optimizer="muon"))
        taken = [names[id(p)] for group in muon.param_groups for p in group["params"]]
        rest = [names[id(p)] for group in adamw.param_groups for p in group["params"]]
        assert any(name.endswith(stacked) for name in taken)
        assert any(name.endswith(left) for name in rest)
        assert "full.weight" in rest
        assert not any(name.endswith("_proj") or name.endswith("_proj.weight") for name in rest)


HALF_COSINE = [0.5 * (1 + math.cos(math.pi * share)) for share in (0.25, 0.5, 0.875)]


@pytest.mark.parametrize(
    ("schedule", "shares"),
    [
        ("constant", {40: 1.0, 60: 1.0, 90: 1.0}),
        ("linear", {40: 0.75, 60: 0.5, 90: 0.125}),
        ("cosine", dict(zip((40, 60, 90), HALF_COSINE, strict=True))),
        ("wsd", {40: 1.0, 80: 1.0, 90: 0.5, 99: 0.05}),
    ],
)
def test_schedules_after_a_warm_up_of_a_fifth(schedule: Any, shares: dict[int, float]) -> None:
    train = Train(lr=2.0, schedule=schedule, warmup=0.2)
    for step, share in {0: 0.05, 9: 0.5, 19: 1.0, 20: 1.0, **shares}.items():
        assert optimizers.lr_of_step(train, step, 100) == pytest.approx(2.0 * share), step


@pytest.mark.parametrize("schedule", ["linear", "cosine"])
def test_a_run_that_takes_longer_than_its_budget_stays_at_the_lowest_rate(schedule: Any) -> None:
    train = Train(lr=1.0, schedule=schedule, warmup=0.1, min_lr=0.1)
    assert optimizers.lr_at(train, 1.5, 1.0) == pytest.approx(0.1)


def test_min_lr_is_where_the_schedule_ends() -> None:
    train = Train(lr=1.0, schedule="linear", warmup=0.0, min_lr=0.1)
    assert optimizers.lr_of_step(train, 0, 100) == 1.0
    assert optimizers.lr_of_step(train, 50, 100) == pytest.approx(0.55)
    assert optimizers.lr_at(train, 1.0, 1.0) == pytest.approx(0.1)


def test_stacked_biases_and_decay_rates_are_not_matrices(tiny_model: Build) -> None:
    for architecture, kept in (("gpt_oss", "bias"), ("mamba", "A_log")):
        model = tiny_model(architecture)
        names = {id(p): name for name, p in model.named_parameters()}
        muon, adamw = optimizers.build(model, Train(optimizer="muon"))
        taken = {names[id(p)] for group in muon.param_groups for p in group["params"]}
        decayed = {names[id(p)] for g in adamw.param_groups if g["weight_decay"] for p in g["params"]}
        assert any(name.endswith(kept) for name in names.values())
        assert not [name for name in taken | decayed if name.endswith(kept)]


@pytest.mark.parametrize(
    ("warmup", "total", "steps"), [(0.07, 100, 7), (0.14, 100, 14), (0.03, 50, 2), (0.28, 100, 28)]
)
def test_the_warm_up_takes_its_share_of_the_steps(warmup: float, total: int, steps: int) -> None:
    train = Train(lr=1.0, warmup=warmup, schedule="constant")
    rates = [optimizers.lr_of_step(train, k, total) for k in range(total)]
    assert sum(rate < 1.0 for rate in rates) == steps - 1
