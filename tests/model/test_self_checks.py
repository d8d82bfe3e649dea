"""Fast paths are used only where they are exact, and models that cannot be trained are refused."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedModel

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.errors import ModelError
from instructgpt_cli.inference.ragged import RaggedState
from instructgpt_cli.inference.state_choice import is_decoding_exact
from instructgpt_cli.model import packed_attention, self_checks
from instructgpt_cli.model.loss import padded_logits
from instructgpt_cli.model.self_checks import is_packing_exact

Build = Callable[..., PreTrainedModel]
SEQUENCES = [[(7 * i + 3 * n) % 320 for i in range(n)] for n in (40, 38, 21, 21, 9, 2)]
MASKS = [[int(i % 3 != 1) for i in range(len(s))] for s in SEQUENCES]


def test_state_along_the_stream_rules_packing_out(tiny_model: Build) -> None:
    model = tiny_model("llama")
    assert self_checks.use_best_attention(model, "auto") == (True, "")

    class Leaky(torch.nn.Module):  # a convolution over the stream: the same family of fault as a recurrent state
        def __init__(self, inner: torch.nn.Module) -> None:
            super().__init__()
            self.inner = inner

        def forward(self, hidden: torch.Tensor) -> torch.Tensor:
            out: torch.Tensor = self.inner(hidden)
            return out + 0.5 * out.roll(1, dims=1)

    model.model.layers[0].mlp = Leaky(model.model.layers[0].mlp)
    exact, why = is_packing_exact(model, 320)
    assert not exact
    assert why


@pytest.mark.parametrize("architecture", ["llama4_text", "phimoe"])
def test_a_window_that_only_the_mask_has_rules_packing_out(tiny_model: Build, architecture: str) -> None:
    model = tiny_model(architecture)
    packed, why = self_checks.use_best_attention(model, "auto")
    assert not packed
    assert "its mask has a window of 16 tokens, its attention one of None" in why
    exact, why = is_decoding_exact(RaggedState, model)
    assert not exact
    assert "window" in why
    assert self_checks.use_best_attention(tiny_model("gemma3_text"), "auto") == (True, "")
    assert is_decoding_exact(RaggedState, tiny_model("gemma3_text")) == (True, "")


def test_a_model_keeps_its_own_attention_without_packing(tiny_model: Build) -> None:
    model = tiny_model("llama")
    before = model.config._attn_implementation
    assert self_checks.use_best_attention(model, "sdpa") == (False, "")
    assert model.config._attn_implementation == before
    assert self_checks.use_best_attention(model, "auto") == (True, "")
    with self_checks.own_attention(model):
        model.generate(torch.tensor([[1, 2, 3]]), max_new_tokens=2, do_sample=False)
    assert model.config._attn_implementation == packed_attention.PACKED
    with torch.no_grad():
        padded_logits(tiny_model("llama"), collate([([1, 2, 3], [0, 1, 1])]))


def test_capped_logits_rule_the_chunked_head_out() -> None:
    sizes = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    config = AutoConfig.for_model(
        "gemma2", **sizes, num_key_value_heads=1, head_dim=16, vocab_size=320, final_logit_softcapping=0.5
    )
    model = AutoModelForCausalLM.from_config(config)
    assert not self_checks.use_chunked_head(model, "auto", packed=False)
    with pytest.raises(ModelError, match=r"model\.head"):
        self_checks.use_chunked_head(model, "chunked", packed=False)


@pytest.mark.parametrize("cap", [3.0, 100.0, 5000.0])
def test_a_cap_is_found_though_the_logits_are_small(tiny_model: Build, cap: float) -> None:
    model = tiny_model("gemma3_text", final_logit_softcapping=cap, initializer_range=0.001)
    assert not self_checks.use_chunked_head(model, "auto", packed=False)
    assert self_checks.use_chunked_head(tiny_model("gemma3_text", initializer_range=0.001), "auto", packed=False)


@pytest.mark.parametrize(
    ("architecture", "config", "said"),
    [
        ("llama", {"attention_dropout": 2.0}, "llama: the forward pass fails: dropout probability"),
        ("llama", {"return_dict": False}, "llama: the forward pass fails: "),
        ("bert", {}, "bert: not a causal language model"),
    ],
)
def test_a_model_that_fails_or_is_not_causal_is_refused(
    tiny_model: Build, architecture: str, config: dict[str, Any], said: str
) -> None:
    model = tiny_model(architecture, **config)
    with pytest.raises(ModelError, match=said):
        self_checks.refuse_unusable(model)
    self_checks.refuse_unusable(tiny_model("bert", is_decoder=True))


def test_gradient_checkpointing_that_is_not_supported_is_refused(tiny_model: Build) -> None:
    model = tiny_model("llama")
    model.supports_gradient_checkpointing = False
    with pytest.raises(ModelError, match="gradient_checkpointing: not supported by llama"):
        self_checks.enable_gradient_checkpointing(model)
