"""CONTRIBUTING.md names files that are there."""

import re
import subprocess
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


def test_the_pythons_of_both_ends_run_and_one_may_be_both() -> None:
    minors = []
    for end in ("oldest", "newest"):
        found = subprocess.run([ROOT / ".ci/python", end], capture_output=True, text=True, check=True).stdout.strip()
        code = "import sys; print(sys.version_info[1])"
        minors.append(int(subprocess.run([found, "-c", code], capture_output=True, text=True, check=True).stdout))
    assert 11 <= minors[0] <= minors[1]
