"""The estimate of how long a run takes, and the measured costs that it is made of."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from instructgpt_cli.commands.train import estimate
from instructgpt_cli.commands.train.estimate import Costs
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.training.distributed import SINGLE_PROCESS

COSTS = Costs(step=1.0, validation=10.0, checkpoint=100.0, model=1000.0, samples=10_000.0)


def told(train: dict[str, Any], total: int | None, validates: bool = True, every: int = 200) -> tuple[Any, ...]:
    recipe = Recipe.model_validate({"train": train, "checkpoint": {"every": every}})
    found = estimate.estimate(recipe.train, every, total, COSTS, validates)
    return found.steps, found.validations, found.checkpoints, found.seconds


@pytest.mark.parametrize(
    ("train", "total", "validates", "every", "expected"),
    [
        # The last step is saved, RUN/model is written and asked.
        ({}, 7, False, 200, (7, 0, 1, 7 + 100 + 11_000)),
        ({}, 400, False, 200, (400, 0, 2, 400 + 200 + 11_000)),
        ({}, 401, False, 200, (401, 0, 3, 401 + 300 + 11_000)),
        # Four validations; one of seven steps is after 2, 4, 6 and 7. Each may be the best: saved and published.
        ({}, 8, True, 200, (8, 4, 4, 8 + 4 * 1110 + 11_000)),
        ({}, 7, True, 200, (7, 4, 4, 7 + 4 * 1110 + 11_000)),
        ({"validate_every": 3}, 7, True, 200, (7, 3, 3, 7 + 3 * 1110 + 11_000)),
        ({"validate_every": 4}, 8, True, 3, (8, 2, 4, 8 + 2 * 1010 + 400 + 11_000)),
        # A budget holds all but what comes at the end.
        ({"budget": "6000s"}, None, False, 100, (3000, 0, 30, 6000 + 11_000)),
        ({"budget": "5440s"}, None, True, 100, (500, 4, 9, 5440 + 11_000)),
    ],
)
def test_the_estimate_counts_steps_validations_checkpoints_and_the_end(
    train: dict[str, Any], total: int | None, validates: bool, every: int, expected: tuple[Any, ...]
) -> None:
    assert told(train, total, validates, every) == expected


def test_a_long_validation_is_estimated_from_a_few_micro_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one warms up and takes 9 s, each later one 2 s."""
    clock = [0.0]
    monkeypatch.setattr(estimate.time, "perf_counter", lambda: clock[0])
    parts = [0]

    def validation_loss(train_state: Any, dataset: Any, is_leaving: Any) -> float | None:
        for part in range(parts[0]):
            if is_leaving():
                return None
            clock[0] += 2.0 if part else 9.0
        return 1.0

    monkeypatch.setattr(estimate, "validation_loss", validation_loss)
    monkeypatch.setattr(estimate, "load_all", lambda *_, **__: range(parts[0]))
    train = SimpleNamespace(deterministic=False)
    train_state: Any = SimpleNamespace(
        validation=1, micro_batch_tokens=8, packed=True, border=None, train=train, group=SINGLE_PROCESS
    )
    for parts[0], seconds in ((1, 9.0), (4, 15.0), (100, 200.0)):
        assert estimate._validation(train_state) == seconds
    train_state.validation = None
    assert estimate._validation(train_state) == 0.0


def test_the_description_lists_every_cost() -> None:
    found = estimate.RunEstimate(steps=7, validations=1, checkpoints=2, seconds=200.0)
    assert found.describe(Costs(2.0, 8.0, 1.0, 1.5, 3.0), "cpu") == (
        "about 3m 20s on cpu: 7 steps of 2.00 s, 1 validation of 8.0s, 2 checkpoints of 1.0s, "
        "4.5s for the model and samples at the end"
    )


def test_the_disk_probe_writes_only_into_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimate, "PROBE_BYTES", 1 << 16)
    assert estimate._bytes_a_second(tmp_path) > 0
    assert [path.name for path in tmp_path.iterdir()] == ["probe"]
