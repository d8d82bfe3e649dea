"""One optimizer step: the formula for its gradient, however it is split, and a seed of its own."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.dataset.loader import load_step
from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.step import TrainState, train_step

Build = Callable[..., PreTrainedModel]
MakeTrainState = Callable[..., TrainState]


def test_the_gradient_is_that_of_the_mean_loss_over_the_targets_of_the_step(
    train_state: MakeTrainState, tiny_model: Build
) -> None:
    state = train_state("llama", micro_batch_tokens=120, lr=0.1)
    batch = state.batch(0)
    assert len(batch.micro_batches) > 1
    plain = tiny_model("llama")
    nats, targets = torch.zeros(()), 0
    for sequence in batch.step.sequences:  # each alone, by Transformers' own loss
        ids, mask = (torch.tensor(part, dtype=torch.long) for part in state.dataset.sequence(int(sequence)))
        labels = ids.where(mask.bool(), -100)
        count = int((labels[1:] != -100).sum())
        nats = nats + plain(input_ids=ids[None], labels=labels[None]).loss * count
        targets += count
    (nats / targets).backward()
    wanted = {name: p.grad for name, p in plain.named_parameters() if p.grad is not None}
    loss, norm, *_ = train_step(state, batch, clip=math.inf)
    assert batch.targets == targets
    torch.testing.assert_close(loss, (nats / targets).detach().double(), rtol=1e-5, atol=0)
    assert {name for name, p in state.model.named_parameters() if p.grad is not None} == wanted.keys()
    for name, gradient in wanted.items():
        torch.testing.assert_close(state.model.get_parameter(name).grad, gradient, rtol=1e-4, atol=1e-6)
    wanted_norm = torch.stack([gradient.norm() for gradient in wanted.values()]).norm()
    torch.testing.assert_close(norm, wanted_norm, rtol=1e-4, atol=0)


def test_each_step_of_each_seed_has_its_own_dropout(train_state: MakeTrainState) -> None:
    state = train_state("gpt2", {"resid_pdrop": 0.3, "embd_pdrop": 0.3})
    batch = state.batch(0)
    places = [(seed, k) for seed in range(3) for k in range(3)]
    losses = {place: float(train_step(replace(state, seed=place[0]), batch, math.inf, place[1])[0]) for place in places}
    assert len(set(losses.values())) == len(places), "neighbouring seeds and steps share no mask"
    assert float(train_step(replace(state, seed=1), batch, math.inf, 2)[0]) == losses[1, 2]


@pytest.mark.parametrize("architecture", ["llama", "gpt2", "phi3"])
def test_the_gradient_does_not_depend_on_micro_batches_or_packing(
    train_state: MakeTrainState, architecture: str
) -> None:
    numbers = []
    for attention, room in (("packed", 400), ("packed", 150), ("packed", 30), ("sdpa", 400), ("sdpa", 90)):
        made = train_state(architecture, {"initializer_range": 0.1}, attention=attention)
        batch = load_step(made.dataset, made.plan, 0, room, border=made.border)
        numbers.append((len(batch.micro_batches), *map(float, train_step(made, batch, float("inf"))[:2])))
    splits = [parts for parts, _, _ in numbers[:3]]
    assert splits == sorted(set(splits))
    for _, loss, norm in numbers[1:]:
        assert (loss, norm) == pytest.approx(numbers[0][1:], rel=2e-6)


@pytest.mark.parametrize("architecture", ["mixtral", "qwen3_moe", "gpt_oss"])
def test_the_load_balancing_loss_does_not_depend_on_micro_batches_or_packing(
    train_state: MakeTrainState, architecture: str
) -> None:
    """A mean over micro-batches would: the loss is a product of two means."""
    numbers, gradients = [], []
    ways = [("sdpa", 400), ("sdpa", 90)] + ([("packed", 400), ("packed", 30)] if architecture != "gpt_oss" else [])
    for attention, room in ways:
        made = train_state(architecture, {"initializer_range": 0.5}, attention=attention, router_aux_loss_coef=50.0)
        batch = load_step(made.dataset, made.plan, 0, room, border=made.border)
        numbers.append(tuple(map(float, train_step(made, batch, float("inf"))[:3])))
        gradients.append(torch.cat([p.grad.flatten() for p in made.model.parameters() if p.grad is not None]))
    for found, gradient in zip(numbers[1:], gradients[1:], strict=True):
        assert found == pytest.approx(numbers[0], rel=2e-6)
        torch.testing.assert_close(gradient, gradients[0], rtol=1e-4, atol=2e-6 * float(gradients[0].abs().max()))


def test_the_load_balancing_loss_equals_that_of_transformers_over_the_full_step(train_state: MakeTrainState) -> None:
    made = train_state("mixtral", attention="sdpa", head="full", router_aux_loss_coef=0.5)
    batch = load_step(made.dataset, made.plan, 0, 100, border=made.border)
    assert len(batch.micro_batches) > 1
    loss, norm, balance, *_ = train_step(made, batch, float("inf"))
    at_once = load_step(made.dataset, made.plan, 0, 10_000, padded=True).micro_batches[0]
    model = made.model.__class__(made.model.config)
    model.load_state_dict(made.model.state_dict())
    rows = torch.nn.utils.rnn.pad_sequence(at_once.input_ids.split(at_once.lengths), batch_first=True)
    mask = (torch.arange(rows.shape[1]) < torch.tensor(at_once.lengths)[:, None]).long()
    outputs = model(input_ids=rows, attention_mask=mask, output_router_logits=True)
    logits = outputs.logits[mask.bool()][at_once.target_positions]
    mean = torch.nn.functional.cross_entropy(logits, at_once.target_ids)
    (mean + 0.5 * outputs.aux_loss).backward()
    theirs = torch.nn.utils.get_total_norm([p.grad for p in model.parameters() if p.grad is not None])
    assert float(balance) == pytest.approx(outputs.aux_loss.item(), rel=1e-6)
    assert float(loss) == pytest.approx(mean.item(), rel=1e-6)
    assert float(norm) == pytest.approx(float(theirs), rel=1e-5)


def test_the_environment_names_everything_that_bits_depend_on(train_state: MakeTrainState) -> None:
    plain = train_state()
    told = {
        made.environment
        for made in (
            plain,
            train_state(attention="sdpa"),
            train_state(precision="bf16"),
            train_state(micro_batch_tokens=100),
        )
    }
    told.add(replace(plain, train=plain.train.model_copy(update={"deterministic": True})).environment)
    told.add(replace(plain, compiled=True).environment)
    told.add(replace(plain, group=ProcessGroup(0, 2)).environment)
    told.add(replace(plain, chunked=False).environment)
    assert len(told) == 8


def test_padding_counts_toward_the_size_of_padded_micro_batches(train_state: MakeTrainState) -> None:
    for made in (train_state(attention="sdpa", micro_batch_tokens=200), train_state(micro_batch_tokens=200)):
        batches = [micro for k in range(6) for micro in made.batch(k).micro_batches]
        sizes = [len(b.lengths) * max(b.lengths) for b in batches if len(b.lengths) > 1]
        assert (max(sizes) <= 200) == (not made.packed)
