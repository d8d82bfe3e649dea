"""Freezes run folders of the version that is checked out: `python tests/frozen/make.py` in its root.

A finished pretraining run, the same one stopped half-way, and a finetuning of the finished model stopped half-way. They
are made once, when a version is released, and never again.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path

import torch

from instructgpt_cli import __version__
from instructgpt_cli.commands.train import run as train_run
from instructgpt_cli.recipe.load import load
from instructgpt_cli.terminal.console import Console

PRETRAIN = """\
output_dir: runs/pretrain
model:
  config:
    model_type: llama
    hidden_size: 8
    intermediate_size: 16
    num_hidden_layers: 2
    num_attention_heads: 2
    tie_word_embeddings: true
tokenizer: {train: {vocab_size: 300}}
data:
  train: [{path: rows.jsonl, weight: 2}]
  validation_share: 0.2
  max_length: 64
train: {max_steps: 6, batch_tokens: 256}
"""
FINETUNE = """\
output_dir: runs/finetune
model: {path: runs/pretrain/model}
data: {train: [{path: rows.jsonl}], max_length: 64}
train: {max_steps: 6, batch_tokens: 256, lora: {rank: 2}}
"""
LEFT_OUT = ("report.html", "samples.jsonl", "timings.jsonl", ".lock")


def main() -> None:
    folder = Path(__file__).parent / __version__
    folder.mkdir()
    os.chdir(folder)
    rows = [{"instruction": f"Add one to {i}.", "output": f"{i + 1}"} for i in range(40)]
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    Path("pretrain.yaml").write_text(PRETRAIN)
    Path("finetune.yaml").write_text(FINETUNE)
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as cache:
        os.environ["INSTRUCTGPT_CACHE"] = cache
        train("pretrain")
        train("pretrain", "output_dir=runs/begun", stop_at=3)
        train("finetune", stop_at=3)
    for run in Path("runs").iterdir():
        for name in LEFT_OUT:
            (run / name).unlink(missing_ok=True)
        shutil.rmtree(run / "model-best", ignore_errors=True)
        for older in sorted(run.glob("checkpoints/step-*"))[:-1]:
            shutil.rmtree(older)


def train(command: str, *words: str, stop_at: int | None = None) -> None:
    recipe = load(f"{command}.yaml", words, command)  # type: ignore[arg-type]
    train_run.train(recipe, command, Console(quiet=True), fresh=False, stop_at=stop_at)


if __name__ == "__main__":
    main()
