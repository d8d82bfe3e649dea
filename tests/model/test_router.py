"""When the load-balancing loss applies; its value and gradient are in `tests/training/test_trainer.py`."""

from collections.abc import Callable
from typing import Any

import pytest
from transformers import AutoConfig, PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import router

MOE = {"model_type": "mixtral", "router_aux_loss_coef": 0.02}


@pytest.mark.parametrize(
    ("config", "setting", "named", "expected"),
    [
        (MOE, None, False, 0.0),  # as Transformers trains it
        ({**MOE, "output_router_logits": True}, None, False, 0.02),
        (MOE, None, True, 0.02),
        (MOE, 0.5, False, 0.5),
        ({**MOE, "output_router_logits": True}, 0.0, False, 0.0),
        ({"model_type": "llama"}, None, False, 0.0),
    ],
)
def test_the_coefficient_of_recipe_and_config(
    config: dict[str, Any], setting: float | None, named: bool, expected: float
) -> None:
    assert router.coefficient(AutoConfig.for_model(**config), setting, named) == expected


@pytest.mark.parametrize("architecture", ["llama", "llama4_text", "deepseek_v3"])
def test_an_architecture_without_such_a_loss_is_refused(
    tiny_model: Callable[..., PreTrainedModel], architecture: str
) -> None:
    with pytest.raises(ModelError, match=rf"train\.router_aux_loss_coef: {architecture} has no load-balancing loss"):
        router.refuse_unbalanced(tiny_model(architecture))


@pytest.mark.parametrize("architecture", ["mixtral", "qwen3_moe", "gpt_oss", "phimoe", "jamba"])
def test_an_architecture_with_such_a_loss_passes(tiny_model: Callable[..., PreTrainedModel], architecture: str) -> None:
    router.refuse_unbalanced(tiny_model(architecture))
