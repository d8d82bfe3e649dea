"""`--fail-under`: which scores it bounds, in which direction, and its messages."""

from typing import get_args

import pytest

from instructgpt_cli.commands.eval import gates
from instructgpt_cli.errors import GateError, UsageError
from instructgpt_cli.recipe.schema import Metric
from instructgpt_cli.run.eval_result import METRICS, Score, SetScores, TaskScores


def task(**values: float) -> TaskScores:
    return TaskScores(rows=1, targets=1, metrics={name: Score(value) for name, value in values.items()})


def scores(tasks: dict[str, TaskScores] | None = None, **values: float) -> SetScores:
    return SetScores(rows=1, targets=1, metrics=task(**values).metrics, tasks=tasks or {})


RESULTS = {
    "rows": scores({"sort": task(exact_match=0.4), "a.b": task(f1=0.5)}, loss=2.0, exact_match=0.8),
    "raw": scores(loss=3.0, bits_per_byte=1.5),
    "a/b": scores(loss=1.23461),
}
ALL = get_args(Metric)


def check_gates(*words: str) -> None:
    gates.check(gates.parse(words, list(RESULTS), ALL), RESULTS)


def test_passed_gates_are_silent() -> None:
    check_gates()
    check_gates("exact_match=0.8", "loss=3", "rows.loss=2.0", "rows/sort.exact_match=.4", "raw.bits_per_byte=1.5")
    check_gates("rows/a.b.f1=0.5")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("exact_match=0.81", "rows: exact_match is 0.8000, under 0.81"),
        ("rows/sort.exact_match=0.5", "rows/sort: exact_match is 0.4000, under 0.5"),
        ("raw.bits_per_byte=1.4", "raw: bits_per_byte is 1.5000, over 1.4"),
        ("loss=2.5", "raw: loss is 3.0000, over 2.5"),
        ("a/b.loss=1.2346", "a/b: loss is 1.23461, over 1.2346"),
    ],
)
def test_a_missed_gate_is_named(word: str, said: str) -> None:
    with pytest.raises(GateError) as caught:
        check_gates(word)
    assert caught.value.message == said
    assert ("upper bound" in caught.value.hint) == ("over" in said)


def test_all_missed_gates_are_named() -> None:
    with pytest.raises(GateError) as caught:
        check_gates("exact_match=0.9", "loss=1")
    assert caught.value.message.count("\n") == 3


def test_a_score_of_nan_misses_every_gate() -> None:
    broken = {"rows": scores(loss=float("nan"), exact_match=float("nan"))}
    for word in ("loss=100", "exact_match=0"):
        with pytest.raises(GateError):
            gates.check(gates.parse([word], ["rows"], ALL), broken)


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("exact=0.5", "Did you mean exact_match?"),
        ("exact_match=high", "'high' is not a number"),
        ("exact_match", "not"),
        ("=1", "not a valid gate"),
        ("exact_match=nan", "not a valid gate"),
        ("row.loss=1", "Did you mean rows?"),
        ("/sort.loss=1", "not a valid gate"),
    ],
)
def test_malformed_gates_are_refused(word: str, part: str) -> None:
    with pytest.raises(UsageError) as caught:
        gates.parse([word], list(RESULTS), ALL)
    assert part in caught.value.message + caught.value.hint


def test_a_gate_on_a_metric_that_is_not_computed_is_refused() -> None:
    for word, needed in (("f1=0.5", "f1"), ("rows.contrast=0.5", "exact_match"), ("perplexity=9", "loss")):
        others = [metric for metric in ALL if metric != needed]
        with pytest.raises(UsageError, match=rf"{needed} is not in eval\.metrics") as caught:
            gates.parse([word], list(RESULTS), others)
        assert caught.value.hint == f"Add {needed} to eval.metrics."
        gates.parse([word], list(RESULTS), [needed])
    assert len(gates.parse([f"{metric}=1" for metric in METRICS], [], ALL)) == len(METRICS)


@pytest.mark.parametrize("word", ["contrast=0", "raw.exact_match=0", "rows/sorted.exact_match=0", "rows/sort.f1=0"])
def test_a_gate_on_a_missing_score_is_refused(word: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_gates(word)
    assert "Known: " in caught.value.hint


def test_only_a_missed_upper_bound_is_explained() -> None:
    with pytest.raises(GateError) as caught:
        check_gates("exact_match=0.9", "loss=9")
    assert caught.value.hint == ""
    with pytest.raises(GateError) as caught:
        check_gates("exact_match=0.9", "loss=1", "raw.bits_per_byte=9")
    assert caught.value.hint == "loss: lower is better, and the gate is an upper bound."
