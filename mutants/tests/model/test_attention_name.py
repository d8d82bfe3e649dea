"""The name of a model's attention: read from a private field of Transformers, which these tests pin."""

from collections.abc import Callable

import pytest
from transformers import AttentionInterface, PreTrainedModel
from transformers.integrations.sdpa_attention import sdpa_attention_forward

from instructgpt_cli.model.attention_name import attention_of, attention_set_to

Build = Callable[..., PreTrainedModel]


@pytest.mark.parametrize("name", ["eager", "sdpa"])
def test_the_name_is_that_of_the_attention_that_was_set(name: str, tiny_model: Build) -> None:
    model = tiny_model("llama")
    model.set_attn_implementation(name)
    assert attention_of(model) == name


def test_a_registered_attention_is_computed_with_while_entered_and_no_longer(tiny_model: Build) -> None:
    called: list[str] = []

    def counted(*args: object, **kwargs: object) -> object:
        called.append("counted")
        return sdpa_attention_forward(*args, **kwargs)

    AttentionInterface.register("counted", counted)
    model = tiny_model("llama")
    before = attention_of(model)
    with attention_set_to(model, "counted"):
        assert attention_of(model) == "counted"
        model(**model.dummy_inputs)
        assert called
    assert attention_of(model) == before
    called.clear()
    model(**model.dummy_inputs)
    assert called == []
