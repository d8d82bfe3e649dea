"""A model on one device, or sharded over the ranks and gathered again."""

from pathlib import Path
from typing import Any

import pytest
import torch
from processes import on_ranks
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedModel

from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.training import checkpoint, sharding
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.sharding import ShardedModel

CPU = torch.device("cpu")


def llama() -> PreTrainedModel:
    torch.manual_seed(0)
    sizes: dict[str, Any] = {"hidden_size": 16, "intermediate_size": 32, "num_attention_heads": 2, "vocab_size": 30}
    config = AutoConfig.for_model("llama", num_hidden_layers=2, tie_word_embeddings=True, **sizes)
    model: PreTrainedModel = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
    return model


def test_a_single_process_holds_the_model_itself() -> None:
    model = llama()
    sharded = ShardedModel(model, CPU)
    assert sharded.gather() is sharded.model is model
    assert sharded(lambda model, factor: factor * len(list(model.parameters())), 2) == 2 * len(list(model.parameters()))


def training_sharded(group: ProcessGroup, folder: Path) -> None:
    whole, model = llama(), llama()
    sharded = ShardedModel(model, CPU, group)
    assert 0 < sum(p.to_local().numel() for p in model.parameters()) < sum(p.numel() for p in whole.parameters())
    ids = torch.arange(6)[None]

    def loss(model: PreTrainedModel) -> torch.Tensor:
        result: torch.Tensor = model(input_ids=ids, labels=ids).loss
        return result

    torch.testing.assert_close(sharded(loss), loss(whole))
    sharded(loss).backward()
    loss(whole).backward()
    for ours, theirs in zip(model.parameters(), whole.parameters(), strict=True):
        torch.testing.assert_close(ours.grad.full_tensor(), theirs.grad)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    optimizer.step()
    torch.optim.SGD(whole.parameters(), lr=0.1).step()
    gathered = sharded.gather()
    if group.is_main:
        assert gathered.lm_head.weight is gathered.model.embed_tokens.weight
        torch.testing.assert_close(gathered.state_dict(), whole.state_dict())
    checkpoint.save(folder, model, [optimizer], RunState(step=1), group)

    again = ShardedModel(llama(), CPU, group)
    fresh = torch.optim.SGD(again.model.parameters(), lr=0.1, momentum=0.9)
    assert checkpoint.resume(folder, again.model, [fresh], group) == (RunState(step=1), [])
    for ours, theirs in zip(again.model.parameters(), model.parameters(), strict=True):
        assert torch.equal(ours.to_local(), theirs.to_local())
        moment, other = (o.state[p]["momentum_buffer"] for o, p in ((fresh, ours), (optimizer, theirs)))
        assert torch.equal(moment.to_local(), other.to_local())


def test_a_sharded_model_trains_and_is_saved_as_the_full_one(tmp_path: Path) -> None:
    assert on_ranks(training_sharded, tmp_path) == [0, 0]


def sharing_layers(group: ProcessGroup) -> None:
    model = llama()
    model.model.layers[1] = model.model.layers[0]
    with pytest.raises(ModelError, match="llama cannot be sharded: its layers share weights"):
        ShardedModel(model, CPU, group)


def test_layers_that_share_weights_are_refused() -> None:
    assert on_ranks(sharing_layers) == [0, 0]


def sharding_integers(group: ProcessGroup) -> None:
    def refuses(*_: Any, **__: Any) -> None:
        raise RuntimeError("only Tensors of floating point dtype can require gradients")

    sharding.fully_shard = refuses
    with pytest.raises(UsageError, match=r"train\.shard: torch .* shards no weights in 4 bits"):
        ShardedModel(llama(), torch.device("cpu"), group)


def test_integers_that_torch_does_not_shard_are_refused() -> None:
    """As in torch 2.11."""
    assert on_ranks(sharding_integers) == [0, 0]
