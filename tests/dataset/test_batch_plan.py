"""The data order is a pure function: every property here is checked on numbers, no model needed."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instructgpt_cli.dataset import batch_plan
from instructgpt_cli.dataset.batch_plan import BatchPlan, cut_steps, epoch_order, micro_batches


def plan(
    lengths: list[int], sources: list[int], weights: list[float], batch_tokens: int = 64, seed: int = 0
) -> BatchPlan:
    return BatchPlan(np.array(lengths), np.array(sources), weights, seed, batch_tokens)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=200), st.integers(1, 300), st.integers(0, 5))
def test_an_epoch_shows_every_sequence_once(lengths: list[int], batch_tokens: int, epoch: int) -> None:
    steps = plan(lengths, [0] * len(lengths), [1.0], batch_tokens).epoch_steps(epoch)
    assert sorted(np.concatenate(steps).tolist()) == list(range(len(lengths)))
    assert all(len(step) for step in steps)


def test_steps_are_of_equal_size_and_near_the_wish() -> None:
    lengths = np.random.default_rng(0).integers(10, 50, 5000)
    tokens = [int(lengths[s].sum()) for s in cut_steps(np.arange(5000), lengths, 4096)]
    assert max(tokens) - min(tokens) <= 2 * 50
    assert abs(np.mean(tokens) - 4096) < 4096 * 0.02


def test_long_sequences_never_leave_a_step_empty() -> None:
    steps = cut_steps(np.arange(4), np.array([1, 1, 1, 1000]), 100)
    assert all(len(s) for s in steps)
    assert np.concatenate(steps).tolist() == [0, 1, 2, 3]


def test_step_k_does_not_depend_on_what_was_asked_before() -> None:
    lengths, sources = [7, 9, 11, 13] * 25, [0, 1] * 50
    straight = plan(lengths, sources, [1.0, 0.5])
    wanted = [straight.step(k) for k in range(40)]
    for k in (39, 0, 17, 3):
        fresh = plan(lengths, sources, [1.0, 0.5]).step(k)
        assert fresh.sequences.tolist() == wanted[k].sequences.tolist()
        assert (fresh.epoch, fresh.index) == (wanted[k].epoch, wanted[k].index)


def test_so_many_epochs_are_counted_at_once() -> None:
    made = plan([5] * 9, [0] * 9, [2.0])
    assert made.total_steps(1e12) == 1e12 * made.steps_in_epoch(0)
    assert made.step(10**12).epoch == 10**12 // made.steps_in_epoch(0)


def test_epochs_that_show_nothing_are_passed_over() -> None:
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
def test_weights_are_shares_of_a_pass_and_cover_the_source_evenly(weight: float) -> None:
    shown = np.concatenate([epoch_order([np.arange(40)], [weight], 3, epoch) for epoch in range(4)])
    counts = np.bincount(shown, minlength=40)
    assert len(shown) == 4 * weight * 40
    assert counts.min() == counts.max() == 4 * weight


def test_a_late_step_makes_no_earlier_epoch_anew(monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_total_steps_agrees_with_the_steps_there_are() -> None:
    p = plan([10] * 100, [0] * 60 + [1] * 40, [1.0, 2.0], 100)
    assert p.total_steps(2) == len(p.epoch_steps(0)) + len(p.epoch_steps(1)) == 28
    assert p.total_steps(0.5) == 7
    assert p.step(14).epoch == 1


@given(st.lists(st.integers(1, 60), min_size=1, max_size=100), st.integers(1, 200))
def test_micro_batches_hold_everything_within_their_room(lengths: list[int], room: int) -> None:
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
