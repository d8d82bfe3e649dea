"""Cards by name, and the formula for the time of a step."""

from dataclasses import replace

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.training import cards
from instructgpt_cli.training.cards import Work

FULL = Work(
    matrices=7_000_000_000,
    trained=7_000_000_000,
    head=500_000_000,
    trains_head=True,
    layers=32,
    hidden=4096,
    tokens=65_536,
    targets=65_536,
    context=1024.0,
    recomputes=False,
)


def test_cards_are_found_by_name() -> None:
    assert cards.card("H200").memory == 141e9
    with pytest.raises(UsageError, match="unknown card 'a100-80'") as told:
        cards.card("a100-80")
    assert told.value.hint == "Did you mean a100-80g?"
    with pytest.raises(UsageError) as told:
        cards.card("abacus")
    assert "h200" in told.value.hint


def test_operations_are_six_per_weight_and_token_and_attention() -> None:
    assert FULL.operations == 65_536 * (6 * 7.5e9 + 6 * 32 * 4096 * 1024)
    frozen = replace(FULL, trained=0, trains_head=False, targets=0)
    assert frozen.operations == 65_536 * (4 * 7e9 + 6 * 32 * 4096 * 1024)
    again = replace(FULL, recomputes=True)
    assert again.operations - FULL.operations == 65_536 * (2 * 7e9 + 2 * 32 * 4096 * 1024)


def test_a_step_takes_the_time_of_its_products_and_of_its_memory_traffic() -> None:
    card = cards.CARDS["h200"]
    products = FULL.operations / (cards.PRODUCT_RATE * card.operations)
    assert cards.seconds_a_step(FULL, card) == pytest.approx(products + 632 * 4096 * 32 * 65_536 / 4.8e12)
    assert cards.seconds_a_step(FULL, cards.CARDS["4090"]) > 4 * cards.seconds_a_step(FULL, card)
