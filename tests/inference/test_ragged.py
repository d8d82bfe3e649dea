"""The KV cache without padding: how it groups rows, and the model's own attention afterwards."""

import pytest
import torch
from architectures import model_of
from transformers import PreTrainedModel

from instructgpt_cli.inference.ragged import NAME, ROOM, RaggedState
from instructgpt_cli.model.attention_support import UnsupportedAttention


@pytest.fixture(scope="module")
def llama() -> PreTrainedModel:
    return model_of("llama")


def test_groups_hold_rows_of_similar_length(llama: PreTrainedModel) -> None:
    """No group reads much padding, and the model runs each token once, without any."""
    lengths = [40, 3, 38, 20, 19, 4]
    widths = []
    hook = llama.model.register_forward_pre_hook(
        lambda _module, _args, given: widths.append(given["input_ids"].shape), with_kwargs=True
    )
    with torch.inference_mode(), RaggedState.running(llama):
        state = RaggedState.prefill(llama, [[7] * length for length in lengths])
        state.step(torch.arange(6))
    hook.remove()
    assert widths == [(1, sum(lengths)), (1, 6)]
    assert [(group.count, group.width) for group in state._groups] == [(2, 41), (2, 21), (1, 5), (1, 4)]


def test_rows_are_regrouped_when_their_free_columns_are_full(llama: PreTrainedModel) -> None:
    with torch.inference_mode(), RaggedState.running(llama):
        state = RaggedState.prefill(llama, [[7] * 3, [7] * 30])
        for _ in range(ROOM + 1):
            state.step(torch.tensor([1, 2]))
    assert sorted(group.width for group in state._groups) == [3 + ROOM + 1, 30 + ROOM + 1]
    assert all(group.cached.shape[4] >= group.width for group in state._groups)


def test_the_model_s_own_attention_is_restored_after_an_error(llama: PreTrainedModel) -> None:
    before = llama.config._attn_implementation
    with pytest.raises(ZeroDivisionError), RaggedState.running(llama):
        assert 1 / (llama.config._attn_implementation != NAME)
    assert llama.config._attn_implementation == before


def test_a_model_whose_attention_cannot_be_replaced_is_refused() -> None:
    model = model_of("bloom alibi")
    with pytest.raises(UnsupportedAttention), RaggedState.running(model):
        pass
