"""`inspect` shows rows as they will be learnt, and what an epoch of them takes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.commands import inspect
from instructgpt_cli.commands.setup import make_plan, open_data, open_text
from instructgpt_cli.console import Console
from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.load import load


@pytest.fixture
def recipe(tmp_path: Path, tiny_tokenizer: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    tiny_tokenizer.save_pretrained("tokenizer")
    rows = [{"prompt": f"say {n}", "completion": str(n)} for n in range(40)]
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    Path("r.yaml").write_text(
        "tokenizer: {path: tokenizer}\n"
        "data: {train: [{path: rows.jsonl}, {path: rows.jsonl, weight: 2}], max_length: 64}\n"
        "train: {batch_tokens: 64}\n",
        encoding="utf-8",
    )
    return "r.yaml"


def test_an_epoch_shows_a_source_as_often_as_its_weight_says(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    def steps(*words: str) -> int:
        inspect.run(load(recipe, list(words), "inspect"), rows=None, split="train", json=False)
        return int(capsys.readouterr().out.rsplit(" takes ", 1)[1].split()[0])

    once = steps("data.train=[{path: rows.jsonl}]")
    assert steps() == pytest.approx(3 * once, abs=2)
    assert steps("data.train=[{path: rows.jsonl, weight: 0.5}]") == pytest.approx(once / 2, abs=1)


def test_an_epoch_has_as_many_steps_as_its_training(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = load(recipe, ["train.batch_tokens=30", "data.max_length=30"], "inspect")
    inspect.run(settings, rows=None, split="train", json=False)
    told = int(capsys.readouterr().out.rsplit(" takes ", 1)[1].split()[0])
    prepared, _ = open_data(settings, open_text(settings), Path("cache"), Console(quiet=True))
    assert make_plan(settings, prepared)[1] == told


def test_json_gives_every_row_in_source_order(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    inspect.run(load(recipe, [], "inspect"), rows=None, split="train", json=True)
    seen = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["row"] for row in seen] == [*range(40), *range(40)]
    assert all(row["error"] is None and len(row["input_ids"]) == len(row["loss_mask"]) for row in seen)


def test_a_split_that_is_not_there_is_told(recipe: str) -> None:
    with pytest.raises(UsageError, match=r"data\.validation: is missing") as caught:
        inspect.run(load(recipe, [], "inspect"), rows=None, split="validation", json=False)
    assert "--split train" in caught.value.hint


def test_the_network_is_settled_before_transformers_is_there(recipe: str) -> None:
    """It reads once, when it is imported, whether there is one."""
    code = (
        "import sys\n"
        "from instructgpt_cli import network\n"
        "from instructgpt_cli.commands import inspect\n"
        "from instructgpt_cli.recipe.load import load\n"
        "network.settle_network = lambda paths: sys.exit(int('huggingface_hub' in sys.modules))\n"
        f"inspect.run(load({recipe!r}, [], 'inspect'), rows=1, split='train', json=False)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
