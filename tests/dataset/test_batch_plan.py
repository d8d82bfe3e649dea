"""The data order is a pure function: every property here is checked on numbers, no model needed."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instructgpt_cli.dataset import batch_plan
from instructgpt_cli.dataset.batch_plan import (
    BatchPlan,
    cut_steps,
    default_limit,
    epoch_order,
    micro_batches,
    rank_share,
    step_count,
)

GSM8K = Path(__file__).parents[3] / "shared/data/gsm8k/train.jsonl"


def plan(
    lengths: list[int], sources: list[int], weights: list[float], batch_tokens: int = 64, seed: int = 0
) -> BatchPlan:
    return BatchPlan(np.array(lengths), np.array(sources), weights, seed, batch_tokens)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=200), st.integers(1, 300), st.integers(0, 5))
def test_an_epoch_has_every_sequence_once(lengths: list[int], batch_tokens: int, epoch: int) -> None:
    steps = plan(lengths, [0] * len(lengths), [1.0], batch_tokens).epoch_steps(epoch)
    assert sorted(np.concatenate(steps).tolist()) == list(range(len(lengths)))
    assert all(len(step) for step in steps)


def test_steps_are_of_equal_size_close_to_batch_tokens() -> None:
    lengths = np.random.default_rng(0).integers(10, 50, 5000)
    tokens = [int(lengths[s].sum()) for s in cut_steps(np.arange(5000), lengths, 4096)]
    assert max(tokens) - min(tokens) <= 2 * 50
    assert abs(np.mean(tokens) - 4096) < 4096 * 0.02


def test_long_sequences_leave_no_step_empty() -> None:
    steps = cut_steps(np.arange(4), np.array([1, 1, 1, 1000]), 100)
    assert all(len(s) for s in steps)
    assert np.concatenate(steps).tolist() == [0, 1, 2, 3]


def test_step_k_does_not_depend_on_earlier_calls() -> None:
    lengths, sources = [7, 9, 11, 13] * 25, [0, 1] * 50
    straight = plan(lengths, sources, [1.0, 0.5])
    wanted = [straight.step(k) for k in range(40)]
    for k in (39, 0, 17, 3):
        fresh = plan(lengths, sources, [1.0, 0.5]).step(k)
        assert fresh.sequences.tolist() == wanted[k].sequences.tolist()
        assert (fresh.epoch, fresh.index) == (wanted[k].epoch, wanted[k].index)


def test_many_epochs_are_counted_at_once() -> None:
    made = plan([5] * 9, [0] * 9, [2.0])
    assert made.total_steps(1e12) == 1e12 * made.steps_in_epoch(0)
    assert made.step(10**12).epoch == 10**12 // made.steps_in_epoch(0)


def test_epochs_without_sequences_are_skipped() -> None:
    made = plan([5] * 10, [0] * 10, [0.04])
    steps = [made.step(k) for k in range(4)]
    assert [step.epoch for step in steps] == [2, 4, 7, 9]
    assert sorted(np.concatenate([step.sequences for step in steps]).tolist()) == sorted(
        epoch_order([np.arange(10)], [0.4], 0, 0).tolist()
    )


def test_epochs_and_seeds_differ() -> None:
    orders = {tuple(epoch_order([np.arange(50)], [1.0], seed, epoch).tolist()) for seed in (0, 1) for epoch in (0, 1)}
    assert len(orders) == 4


@pytest.mark.parametrize("weight", [0.25, 0.5, 1.5, 2.0])
def test_fractional_weights_cover_the_source_evenly(weight: float) -> None:
    shown = np.concatenate([epoch_order([np.arange(40)], [weight], 3, epoch) for epoch in range(4)])
    counts = np.bincount(shown, minlength=40)
    assert len(shown) == 4 * weight * 40
    assert counts.min() == counts.max() == 4 * weight


def test_a_late_step_computes_each_earlier_epoch_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    real = batch_plan.epoch_order

    def counted(members: Sequence[batch_plan.Ints], weights: Sequence[float], seed: int, epoch: int) -> batch_plan.Ints:
        made.append(epoch)
        return real(members, weights, seed, epoch)

    monkeypatch.setattr(batch_plan, "epoch_order", counted)
    late = plan([3] * 50, [0] * 50, [0.5], batch_tokens=30)
    first = late.total_steps(4)
    for k in range(first, first + late.steps_in_epoch(4)):
        late.step(k)
    assert made == [0, 1, 2, 3, 4]


def test_total_steps_equals_the_number_of_steps() -> None:
    p = plan([10] * 100, [0] * 60 + [1] * 40, [1.0, 2.0], 100)
    assert p.total_steps(2) == len(p.epoch_steps(0)) + len(p.epoch_steps(1)) == 28
    assert p.total_steps(0.5) == 7
    assert p.step(14).epoch == 1


@given(st.lists(st.integers(1, 60), min_size=1, max_size=100), st.integers(1, 200))
def test_micro_batches_have_every_sequence_within_the_limit(lengths: list[int], room: int) -> None:
    table = np.array(lengths)
    parts = micro_batches(np.arange(len(lengths)), table, room)
    assert sorted(np.concatenate(parts).tolist()) == list(range(len(lengths)))
    assert all(table[p].sum() <= room or len(p) == 1 for p in parts)
    flat = table[np.concatenate(parts)]
    assert (np.diff(flat) <= 0).all()
    rectangles = micro_batches(np.arange(len(lengths)), table, room, padded=True)
    assert np.concatenate(rectangles).tolist() == np.concatenate(parts).tolist()
    assert all(table[p].max() * len(p) <= room or len(p) == 1 for p in rectangles)
    apart = micro_batches(np.arange(len(lengths)), table, room, border=30)
    assert np.concatenate(apart).tolist() == np.concatenate(parts).tolist()
    assert all(len({length > 30 for length in table[p]}) == 1 for p in apart)


LENGTHS = st.lists(st.integers(1, 60), min_size=1, max_size=200)


@given(LENGTHS, st.integers(1, 400), st.booleans())
def test_no_order_of_the_sequences_needs_fewer_micro_batches(lengths: list[int], limit: int, padded: bool) -> None:
    table = np.array(lengths)
    fewest, room, longest = 0, 0, 0
    for length in sorted(lengths, reverse=True):  # filling each part to the limit gives the smallest number
        cost = longest if padded else length
        if not fewest or cost > room:
            fewest, room, longest, cost = fewest + 1, limit, length, length
        room -= cost
    assert len(micro_batches(np.arange(len(lengths)), table, limit, padded=padded)) == fewest


@given(LENGTHS, st.integers(360, 2000))
def test_no_micro_batch_is_nearly_empty(lengths: list[int], limit: int) -> None:
    """No part of several is below a quarter of the limit, and each is within two sequences of an equal
    share; no sequence is longer than a sixth of the limit."""
    table = np.array(lengths)
    tokens = [int(table[part].sum()) for part in micro_batches(np.arange(len(lengths)), table, limit)]
    assert len(tokens) == 1 or min(tokens) >= limit / 4
    assert max(tokens) - min(tokens) <= 2 * max(lengths)


@pytest.mark.skipif(not GSM8K.exists(), reason="needs GSM8K beside the repository")
@pytest.mark.parametrize(("batch_tokens", "most"), [(1024, 16384), (2048, 2048), (8192, 16384), (8192, 2048)])
@pytest.mark.parametrize("size", [1, 2])
def test_micro_batches_of_gsm8k(batch_tokens: int, most: int, size: int) -> None:
    """By default a step of at most `most` tokens is one micro-batch, and no step has more than its tokens need."""
    rows = [json.loads(line) for line in GSM8K.read_text(encoding="utf-8").splitlines()]
    lengths = np.array([len(row["question"] + row["answer"]) // 4 for row in rows])
    steps = plan(lengths.tolist(), [0] * len(lengths), [1.0], batch_tokens).epoch_steps(0)
    default = min(batch_tokens, most)
    shares = [rank_share(step, lengths, rank, size) for step in steps for rank in range(size)]
    split = [micro_batches(mine, lengths, default_limit(batch_tokens, most)) for mine in shares]
    if size * batch_tokens <= most:
        assert {len(parts) for parts in split} == {1}
    assert sum(map(len, split)) <= sum(-(-int(lengths[mine].sum()) // default) for mine in shares)
    assert min(int(lengths[part].sum()) for parts in split for part in parts) >= default / 4


def test_the_default_limit_has_room_for_the_sequence_by_which_a_step_is_too_long() -> None:
    assert default_limit(8192, 16384) == 10240
    assert default_limit(8192, 2048) == 2560


def as_lists(parts: Sequence[batch_plan.Ints]) -> list[list[int]]:
    return [part.tolist() for part in parts]


GOLDEN = [
    [[5, 1, 2, 7], [6, 0, 4, 3, 4, 3]],
    [[6, 1, 5, 6], [2, 0, 5, 3], [4, 7, 7]],
    [[1, 4, 6, 4], [0, 3, 5], [7, 2, 7]],
]


def test_the_order_of_a_run_is_that_of_earlier_releases() -> None:
    """A run that an earlier release began continues with the same steps."""
    made = plan([3, 1, 4, 1, 5, 9, 2, 6], [0, 0, 0, 1, 1, 1, 1, 1], [1.0, 1.5], 16, seed=7)
    assert [as_lists(made.epoch_steps(epoch)) for epoch in range(3)] == GOLDEN


def test_an_epoch_without_sequences_has_an_order_of_integers() -> None:
    order = epoch_order([np.arange(3)], [0.0], 0, 0)
    assert (order.tolist(), order.dtype) == ([], np.int64)
    assert cut_steps(order, np.array([1, 1, 1]), 8) == []


def test_weights_determine_the_sequences_of_an_epoch() -> None:
    assert plan([5] * 10, [0] * 4 + [1] * 6, [0.5, 2.0]).rows_in_epoch() == 0.5 * 4 + 2.0 * 6


def test_a_fraction_of_an_epoch_is_rounded_to_the_nearest_step() -> None:
    made = plan([10] * 10, [0] * 10, [1.0], 10)
    assert made.steps_in_epoch(0) == 10
    assert [made.total_steps(epochs) for epochs in (0.001, 0.14, 0.16, 1.0, 1.44, 1.46, 2.96)] == [
        1,
        1,
        2,
        10,
        14,
        15,
        30,
    ]


def test_a_fraction_of_an_uneven_epoch_counts_that_epoch_s_steps() -> None:
    made = plan([10] * 10, [0] * 10, [0.15], 10)
    per_epoch = [made.steps_in_epoch(epoch) for epoch in range(4)]
    assert per_epoch == [1, 2, 1, 2]
    assert [made.total_steps(epochs) for epochs in (1, 2, 3, 1.9, 3.9)] == [1, 3, 4, 3, 6]


def test_a_step_knows_its_position_in_its_epoch() -> None:
    for weight, steps in ((1.0, [4, 4, 4]), (0.65, [2, 3, 2])):
        made = plan([10] * 4, [0] * 4, [weight], 10)
        places = [(epoch, index, total) for epoch, total in enumerate(steps) for index in range(total)]
        found = [made.step(k) for k in range(len(places))]
        assert [(step.epoch, step.index, step.steps_in_epoch) for step in found] == places


def test_whole_weights_count_steps_without_making_an_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_plan, "epoch_order", lambda *_: pytest.fail("an order was made"))
    made = plan([10] * 6, [0] * 2 + [1] * 4, [3.0, 2.0], 20)
    assert made.total_steps(5) == 5 * made.steps_in_epoch(0) == 5 * 7
    assert plan([1000] * 3, [0] * 3, [2.0], 10).steps_in_epoch(0) == 6, "no more steps than sequences"


@pytest.mark.parametrize(("tokens", "steps"), [(1, 1), (100, 1), (149, 1), (151, 2), (249, 2), (251, 3)])
def test_tokens_are_cut_into_the_nearest_number_of_steps(tokens: int, steps: int) -> None:
    assert step_count(tokens, 100) == steps


@pytest.mark.parametrize(
    ("lengths", "batch_tokens", "steps"),
    [
        ([10, 10, 10, 10], 20, [[0, 1], [2, 3]]),
        ([2, 9, 4], 8, [[0, 1], [2]]),  # 6.5, the middle of the second, is below 7.5, its end is not
        ([4, 9, 2], 8, [[0], [1, 2]]),
        ([1000, 1, 1, 1], 334, [[0], [1], [2, 3]]),
        ([1, 1, 1, 1000], 334, [[0, 1], [2], [3]]),
        ([1, 1, 1, 1000], 2, [[0], [1], [2], [3]]),
        ([1, 1000, 1, 1], 334, [[0], [1], [2, 3]]),
        ([1, 1, 1, 1000, 1000, 1], 500, [[0, 1, 2], [3], [4], [5]]),
    ],
)
def test_a_sequence_belongs_to_the_step_of_its_middle(
    lengths: list[int], batch_tokens: int, steps: list[list[int]]
) -> None:
    assert as_lists(cut_steps(np.arange(len(lengths)), np.array(lengths), batch_tokens)) == steps


def test_ranks_divide_a_step_in_alternating_directions() -> None:
    lengths = np.array([1, 8, 3, 6, 5, 4, 7, 2, 9])
    everything = np.arange(9)
    assert rank_share(everything, lengths, 0, 1).tolist() == everything.tolist(), "one process keeps the plan's order"
    dealt = [lengths[rank_share(everything, lengths, rank, 2)].tolist() for rank in range(2)]
    assert dealt == [[9, 6, 5, 2, 1], [8, 7, 4, 3]]
    dealt = [lengths[rank_share(everything, lengths, rank, 3)].tolist() for rank in range(3)]
    assert dealt == [[9, 4, 3], [8, 5, 2], [7, 6, 1]]
    assert [rank_share(everything[:2], lengths, rank, 3).tolist() for rank in range(3)] == [[1], [0], []]


@pytest.mark.parametrize(
    ("lengths", "settings", "parts"),
    [
        ([10, 1, 1], {}, [[0, 1, 2]]),  # exactly the limit
        ([10, 1, 1, 1], {}, [[0], [1, 2, 3]]),
        ([10, 1, 1, 1], {"padded": True}, [[0], [1, 2, 3]]),
        ([2] * 7, {}, [[0, 1, 2, 3], [4, 5, 6]]),  # not six and one
        ([4] * 7, {}, [[0, 1], [2, 3, 4], [5, 6]]),
        ([4] * 3, {"padded": True}, [[0, 1, 2]]),
        ([6, 6, 6], {"padded": True}, [[0, 1], [2]]),
        ([6, 2, 2, 2], {"padded": True}, [[0], [1, 2, 3]]),
        ([20, 4, 4, 4, 4, 4], {}, [[0], [1, 2, 3], [4, 5]]),
        ([20, 6, 5, 1], {}, [[0], [1, 2, 3]]),
        ([5, 5, 2], {"border": 5}, [[0, 1, 2]]),
        ([6, 5, 1], {"border": 5}, [[0], [1, 2]]),
        ([6, 6, 5], {"border": 4}, [[0], [1, 2]]),
        ([6, 5, 3], {"border": 2}, [[0], [1, 2]]),
        ([6, 4, 2], {"border": 4}, [[0], [1, 2]]),
    ],
)
def test_micro_batches_of_twelve_tokens(lengths: list[int], settings: dict[str, Any], parts: list[list[int]]) -> None:
    assert as_lists(micro_batches(np.arange(len(lengths)), np.array(lengths), 12, **settings)) == parts


def test_sequences_of_equal_length_stay_in_plan_order() -> None:
    lengths = np.tile([3, 5], 500)
    order = np.random.default_rng(0).permutation(1000)
    sorted_order = [i for i in order.tolist() if lengths[i] == 5] + [i for i in order.tolist() if lengths[i] == 3]
    assert np.concatenate(micro_batches(order, lengths, 64)).tolist() == sorted_order
