"""Rows, a recipe and starts of runs."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

PRETRAIN = """\
output_dir: runs/base
model:
  config: {model_type: llama, hidden_size: 32, intermediate_size: 64, num_hidden_layers: 2, num_attention_heads: 2}
tokenizer: {train: {vocab_size: 320}}
data:
  train:
    - {path: rows.jsonl}
    - {path: story.txt, weight: 2}
  validation: [{path: rows.jsonl, rows: 10}]
  max_length: 128
train: {max_steps: 14, batch_tokens: 512, lr: 1e-2, micro_batch_tokens: 256}
checkpoint: {every: 3}
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    rows = [{"instruction": f"Add one to {i}.", "output": f"{i + 1}"} for i in range(80)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "story.txt").write_text("Once upon a time there was a fox. " * 60)
    (tmp_path / "base.yaml").write_text(PRETRAIN)
    return tmp_path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "INSTRUCTGPT_CACHE": str(tmp_path / "cache")}


BEST = PRETRAIN.replace("max_steps: 14", "max_steps: 8, validate_every: 2, keep: best")


@pytest.fixture
def pretrain(place: Path, monkeypatch: pytest.MonkeyPatch, one_thread: None) -> Callable[..., None]:
    """One start of `pretrain` in this process; a fault comes out as its exception."""
    from instructgpt_cli.commands.train import command as train
    from instructgpt_cli.recipe.load import load

    monkeypatch.chdir(place)
    monkeypatch.setenv("INSTRUCTGPT_CACHE", str(place / "cache"))

    def start(*words: str, fresh: bool = False) -> None:
        (place / "best.yaml").write_text(BEST)
        recipe = load("best.yaml", words, "pretrain")
        train.run(recipe, command="pretrain", dry_run=False, smoke=False, fresh=fresh, json=False, quiet=True)

    return start
