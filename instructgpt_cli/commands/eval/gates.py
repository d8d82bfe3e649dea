"""`eval --fail-under`: gates on scores, parsed before anything is computed and checked at the end."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from instructgpt_cli.errors import GateError, UsageError
from instructgpt_cli.evaluation.metrics import COMES_WITH, LOWER_IS_BETTER
from instructgpt_cli.run.eval_result import METRICS, SetScores, TaskScores
from instructgpt_cli.suggest import nearest

FORM = "METRIC=VALUE, SET.METRIC=VALUE or SET/TASK.METRIC=VALUE"


@dataclass(frozen=True, slots=True)
class Gate:
    """A bound on `metric` in the named set and task; without a set, in every set that has the metric."""

    metric: str
    value: float
    set: str = ""
    task: str = ""


def parse(words: Sequence[str], sets: Sequence[str], metrics: Sequence[str]) -> list[Gate]:
    """Gates from the command line; `sets` and `metrics` are those of the recipe.

    Raises `UsageError` for a malformed gate, an unknown set, and a metric that is unknown or not computed.
    """
    gates = []
    for word in words:
        name, _, number = word.rpartition("=")
        place, _, metric = name.strip().rpartition(".")
        set_, _, task = (place, "", "") if place in sets else place.partition("/")
        try:
            value = float(number)
        except ValueError:
            raise UsageError(f"--fail-under {word}: {number!r} is not a number", f"Use {FORM}.") from None
        if value != value or not metric or (task and not set_):
            raise UsageError(f"--fail-under {word}: not a valid gate", f"Use {FORM}.")
        if metric not in METRICS:
            raise _unknown(word, "metric", metric, tuple(METRICS))
        needed = COMES_WITH.get(metric, metric)
        if needed not in metrics:
            raise UsageError(f"--fail-under {word}: {needed} is not in eval.metrics", f"Add {needed} to eval.metrics.")
        if set_ and set_ not in sets:
            raise _unknown(word, "set", set_, sets)
        gates.append(Gate(metric, value, set_, task))
    return gates


def check(gates: Sequence[Gate], sets: Mapping[str, SetScores]) -> None:
    """Raises `GateError` naming every gate that is missed, `UsageError` if a set or task has no such score."""
    missed: list[str] = []
    bounded: list[str] = []
    for gate in gates:
        for place, value in _values(gate, sets):
            lower = gate.metric in LOWER_IS_BETTER
            if not (value <= gate.value if lower else value >= gate.value):
                shown = f"{value:.4f}" if float(f"{value:.4f}") != gate.value else repr(value)
                bounded += [gate.metric] if lower else []
                missed.append(f"{place}: {gate.metric} is {shown}, {'over' if lower else 'under'} {gate.value:g}")
    if missed:
        note = f"{', '.join(dict.fromkeys(bounded))}: lower is better, and the gate is an upper bound."
        raise GateError("\n".join(missed), note if bounded else "")


def _values(gate: Gate, sets: Mapping[str, SetScores]) -> list[tuple[str, float]]:
    """(place, value) of every score that the gate applies to; NaN misses every gate."""
    places: Mapping[str, TaskScores] = {gate.set: sets[gate.set]} if gate.set else sets
    if gate.task:
        tasks = sets[gate.set].tasks
        if gate.task not in tasks:
            raise _unknown(f"{gate.set}/{gate.task}", "task", gate.task, list(tasks))
        places = {f"{gate.set}/{gate.task}": tasks[gate.task]}
    found = [(place, scores.metrics[gate.metric]) for place, scores in places.items() if gate.metric in scores.metrics]
    if not found:
        known = list(dict.fromkeys(metric for scores in places.values() for metric in scores.metrics))
        raise _unknown(f"{'.'.join([*(places if gate.set else ()), gate.metric])}", "score", gate.metric, known)
    return [(place, math.nan if score.value is None else score.value) for place, score in found]


def _unknown(word: str, what: str, name: str, known: Sequence[str]) -> UsageError:
    near = nearest(name, tuple(known))
    listed = f"Known: {', '.join(known) or 'none'}."
    return UsageError(f"--fail-under {word}: unknown {what}", f"Did you mean {near}? {listed}" if near else listed)
