"""What the benchmarks compare is equal where it has to be."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from instructgpt_cli.dataset.batch_plan import BatchPlan


@pytest.fixture
def train(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    path = Path(__file__).parents[1] / "benchmarks" / "train.py"
    spec = importlib.util.spec_from_file_location("benchmark_of_training", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("rows", "batch_rows"), [(240, 32), (960, 32), (192, 32), (9_600, 32), (7, 256), (7_273, 16)])
def test_all_sides_take_as_many_steps(train: ModuleType, rows: int, batch_rows: int) -> None:
    """The peers have a last step of the rows that are left: 240 rows are 8 steps of 32, not seven and a half."""
    lengths = [random.Random(row).randint(20, 400) for row in range(rows)]
    steps, batch_tokens = train.equal_steps(lengths, batch_rows)
    fed = np.asarray(lengths, np.int64) - 1
    plan = BatchPlan(fed, np.zeros(rows, np.int64), [1.0], 0, batch_tokens)
    assert plan.total_steps(1.0) == steps == -(-rows // batch_rows)
