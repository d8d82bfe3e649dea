"""Recurrent states: prefilled without padding, joined at any length."""

import pytest
import torch
from architectures import model_of
from transformers.cache_utils import StaticLayer

from instructgpt_cli.inference import recurrent
from instructgpt_cli.inference.recurrent import RecurrentState
from instructgpt_cli.model.attention_support import UnsupportedAttention


def test_prompts_of_one_length_are_prefilled_together_and_all_rows_stepped_together() -> None:
    """No padding reaches a recurrent state."""
    model = model_of("lfm2")
    shapes = []
    hook = model.model.register_forward_pre_hook(
        lambda _module, _args, given: shapes.append(tuple(given["input_ids"].shape)), with_kwargs=True
    )
    with torch.inference_mode():
        state = RecurrentState.prefill(model, [[7] * length for length in (5, 3, 5, 2, 3)])
        state.step(torch.arange(5))
    hook.remove()
    assert shapes == [(2, 5), (2, 3), (1, 2), (5, 1)]


def test_a_layer_of_another_kind_is_refused() -> None:
    with pytest.raises(UnsupportedAttention, match="StaticLayer holds something other than keys, values and states"):
        recurrent._layer(StaticLayer(max_cache_len=4))
