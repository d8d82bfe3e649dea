"""One optimizer step against the formula: the mean over the step's targets, and a seed of its own."""

import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.commands.train.build import make_batch_plan, make_train_state
from instructgpt_cli.dataset.tokenize import tokenize_sources
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState, train_step

Build = Callable[..., PreTrainedModel]


@pytest.fixture
def make_state(tmp_path: Path, tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast) -> Callable[..., TrainState]:
    rows = [{"prompt": f"Say {i}", "completion": "ha " * (1 + i % 5)} for i in range(12)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    recipe = Recipe.model_validate(
        {
            "data": {"train": [{"path": str(tmp_path / "rows.jsonl")}]},
            "train": {"lr": 0.1, "precision": "fp32", "max_steps": 2, "batch_tokens": 200, "micro_batch_tokens": 60},
        }
    )
    encoder = Encoder(tiny_tokenizer, chat_template.resolve(None, tiny_tokenizer), max_length=recipe.data.max_length)
    dataset = tokenize_sources(
        recipe.data.train, recipe.data, encoder, "tiny", None, tmp_path / "cache", lambda _: None
    )

    def make(architecture: str, **config: float) -> TrainState:
        model = ShardedModel(tiny_model(architecture, **config), torch.device("cpu"))
        made, _ = make_train_state(recipe, model, (dataset, None), *make_batch_plan(recipe, dataset))
        return made

    return make


def test_the_gradient_is_that_of_the_mean_loss_of_the_step_s_targets(
    make_state: Callable[..., TrainState], tiny_model: Build
) -> None:
    state = make_state("llama")
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
    loss, norm, _ = train_step(state, batch, clip=math.inf)
    assert batch.targets == targets
    torch.testing.assert_close(loss, (nats / targets).detach().double(), rtol=1e-5, atol=0)
    assert {name for name, p in state.model.named_parameters() if p.grad is not None} == wanted.keys()
    for name, gradient in wanted.items():
        torch.testing.assert_close(state.model.get_parameter(name).grad, gradient, rtol=1e-4, atol=1e-6)
    wanted_norm = torch.stack([gradient.norm() for gradient in wanted.values()]).norm()
    torch.testing.assert_close(norm, wanted_norm, rtol=1e-4, atol=0)


def test_each_step_of_each_seed_has_dropout_of_its_own(make_state: Callable[..., TrainState]) -> None:
    state = make_state("gpt2", resid_pdrop=0.3, embd_pdrop=0.3)
    batch = state.batch(0)
    places = [(seed, k) for seed in range(3) for k in range(3)]
    losses = {place: float(train_step(replace(state, seed=place[0]), batch, math.inf, place[1])[0]) for place in places}
    assert len(set(losses.values())) == len(places), "neighbouring seeds and steps share no mask"
    assert float(train_step(replace(state, seed=1), batch, math.inf, 2)[0]) == losses[1, 2]
