"""Limits of position embeddings."""

from collections.abc import Callable

import pytest
from transformers import AutoConfig, PreTrainedModel

from instructgpt_cli.model.positions import border_of, position_limit, rounded_up

Build = Callable[..., PreTrainedModel]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"model_type": "llama", "max_position_embeddings": 128}, 128),
        ({"model_type": "gpt2", "n_positions": 64}, 64),
        ({"model_type": "gemma3", "text_config": {"max_position_embeddings": 96}}, 96),
        ({"model_type": "mamba"}, None),
        ({"model_type": "llama", "max_position_embeddings": 0}, None),
    ],
)
def test_the_limit_is_the_config_s(config: dict[str, object], expected: int | None) -> None:
    assert position_limit(AutoConfig.for_model(**config)) == expected


def test_longrope_has_a_border_and_others_have_none(tiny_model: Build) -> None:
    assert border_of(tiny_model("phi3")) == 44
    assert border_of(tiny_model("llama")) is None
    assert border_of(tiny_model("gpt2")) is None


def test_a_border_may_be_that_of_one_layer_type(tiny_model: Build) -> None:
    model = tiny_model("llama")
    longrope = {"rope_type": "longrope", "original_max_position_embeddings": 30}
    model.config.rope_parameters = {"full_attention": longrope, "sliding_attention": {"rope_type": "default"}}
    assert border_of(model) == 30


@pytest.mark.parametrize(
    ("length", "expected"),
    [(1, 32), (32, 32), (33, 44), (44, 44), (45, 64), (250, 256), (256, 256)],
)
def test_rounding_up_stops_at_the_border_and_the_limit(tiny_model: Build, length: int, expected: int) -> None:
    assert rounded_up(tiny_model("phi3"), length, 32) == expected


def test_a_length_past_the_limit_is_not_cut(tiny_model: Build) -> None:
    assert rounded_up(tiny_model("gpt2", n_positions=40), 50, 32) == 64
