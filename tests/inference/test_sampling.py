"""The next token from given logits."""

import math

import pytest
import torch

from instructgpt_cli.errors import NumericsError
from instructgpt_cli.inference.sampling import Sampler, random_stream
from instructgpt_cli.recipe.schema import Generate

LOGITS = torch.tensor([[1.0, 3.0, 2.0], [0.0, -1.0, 5.0]])


@pytest.mark.parametrize("temperature", [0.0, 1e-40, 1e-6])
def test_a_temperature_near_zero_is_greedy(temperature: float) -> None:
    sampler = Sampler(Generate(temperature=temperature))
    assert not sampler.draws
    assert sampler.choose(LOGITS, [], []).tolist() == [1, 2]


def test_the_lowest_temperature_that_samples_does_not_overflow() -> None:
    assert Sampler(Generate(temperature=1e-5)).choose(LOGITS, [], [0.999, 0.0]).tolist() == [1, 2]


def test_a_uniform_number_selects_by_cumulative_probability() -> None:
    sampler = Sampler(Generate(temperature=1.0))
    logits = torch.tensor([[math.log(0.5), math.log(0.25), math.log(0.25)]])
    for uniform, token in ((0.0, 0), (0.49, 0), (0.51, 1), (0.74, 1), (0.76, 2), (1 - 1e-12, 2)):
        assert sampler.choose(logits, [], [uniform]).tolist() == [token]


@pytest.mark.parametrize("settings", [{"top_k": 1}, {"top_p": 0.5}])
def test_tokens_outside_top_k_and_top_p_are_never_drawn(settings: dict[str, float]) -> None:
    sampler = Sampler(Generate(temperature=1.0, **settings))
    for uniform in (0.0, 0.5, 1 - 1e-12):
        assert sampler.choose(LOGITS, [], [uniform, uniform]).tolist() == [1, 2]


def test_a_repeated_token_is_penalized_once_in_rows_of_any_length() -> None:
    sampler = Sampler(Generate(repetition_penalty=2.0))
    assert sampler.choose(LOGITS, [[1, 1], [0]], []).tolist() == [2, 2]  # 3 / 2 < 2
    assert sampler.choose(torch.tensor([[1.0, 3.0, 0.9]]), [[1, 1, 1]], []).tolist() == [1]  # 3 / 2 > 1 > 3 / 8


def test_nan_logits_are_an_error() -> None:
    with pytest.raises(NumericsError, match="logits are NaN"):
        Sampler(Generate()).choose(torch.tensor([[0.0, float("nan")]]), [], [])


def test_random_streams_differ_by_seed_row_and_sample_and_repeat() -> None:
    keys = [(s, r, a) for s in (0, 1) for r in (0, 1) for a in (0, 1)]
    assert len({random_stream(*key).random() for key in keys}) == 8
    assert random_stream(1, 2, 3).random() == random_stream(1, 2, 3).random()
