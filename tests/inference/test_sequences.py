"""How long an answer may be, and why a prompt has no room for one."""

import pytest

from instructgpt_cli.inference.sequences import DEFAULT_NEW_TOKENS, LengthLimits
from instructgpt_cli.recipe.schema import Generate


@pytest.mark.parametrize(
    ("settings", "positions", "room"),
    [
        ({}, None, DEFAULT_NEW_TOKENS),
        ({}, 128, 118),
        ({"max_new_tokens": 5}, 128, 5),
        ({"max_new_tokens": 200}, 128, 118),
        ({"max_length": 300}, None, 290),
        ({"max_length": 300}, 128, 118),
        ({"max_length": 20, "max_new_tokens": 50}, None, 10),
        ({"max_length": 10}, None, 0),
    ],
)
def test_the_room_for_an_answer_is_the_tightest_limit(
    settings: dict[str, int], positions: int | None, room: int
) -> None:
    assert LengthLimits(Generate(**settings), positions).room(10) == room


def test_a_prompt_without_room_names_the_limit() -> None:
    limits = LengthLimits(Generate(max_length=200), 128)
    assert limits.why_no_room(127) == ""
    assert limits.why_no_room(128) == (
        "the prompt has 128 tokens and leaves no room for an answer: the model has positions for 128"
    )
    assert limits.why_no_room(0) == "the prompt is empty"
    assert "max_length is 20" in LengthLimits(Generate(max_length=20), 128).why_no_room(20)
