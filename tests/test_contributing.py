"""CONTRIBUTING.md names files that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_path_that_is_named_exists() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:instructgpt_cli|tests|benchmarks|data|\.ci)/[\w./]*)`", text)
    assert len(named) > 20
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_each_of_the_five_tasks_has_its_files() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    tasks = dict(re.findall(r"^### ([^\n]*)\n(.*?)(?=^#|\Z)", text, re.DOTALL | re.MULTILINE))
    wanted = ("Add a metric", "Add a data format", "Add a loss", "Change what a checkpoint holds", "Add a recipe key")
    for task in wanted:
        assert "`instructgpt_cli/" in tasks[task], task
        assert "`tests/" in tasks[task], task
