"""SIGKILL at any instant, any number of times: the same command ends in the same bytes as a run that nothing disturbed.

The runs are real commands in processes of their own, forked from a server that has imported everything already, so
that a hundred kills take minutes, not hours.
"""

import hashlib
import json
import multiprocessing
import os
import random
import shutil
import sys
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from instructgpt_cli.run import publish

COMMON = """\
output_dir: run
data:
  train:
    - {path: rows.jsonl}
    - {path: story.txt, weight: 2, document: line}
  validation: [{path: rows.jsonl, rows: 8}]
  max_length: 96
"""
PRETRAIN = """\
model:
  config: {model_type: llama, hidden_size: 32, intermediate_size: 64, num_hidden_layers: 2, num_attention_heads: 2}
tokenizer: {train: {vocab_size: 320}}
train: {epochs: 2, batch_tokens: 384, micro_batch_tokens: 128, lr: 1e-2, optimizer: muon, validate_every: 5}
checkpoint: {every: 2}
"""
FINETUNE = """\
model: {path: base}
train: {max_steps: 24, batch_tokens: 256, lr: 1e-3, precision: bf16, keep: best, validate_every: 3, clip: 0.5}
checkpoint: {every: 1, keep: 1}
"""
LORA = """\
model: {path: base}
train:
  {max_steps: 20, batch_tokens: 256, lr: 1e-2, deterministic: true, lora: {rank: 4, dropout: 0.1}}
checkpoint: {every: 2}
"""
DROPOUT = """\
model: {config: {model_type: gpt2, n_embd: 32, n_layer: 2, n_head: 2, resid_pdrop: 0.1, embd_pdrop: 0.1}}
tokenizer: {train: {vocab_size: 320}}
train: {epochs: 2.5, batch_tokens: 400, micro_batch_tokens: 100, lr: 1e-2, optimizer: adamw, schedule: wsd}
checkpoint: {every: 3, keep: 1}
"""
RECIPES = {
    "pretrain": COMMON + PRETRAIN,
    "finetune": COMMON + FINETUNE,
    "lora": COMMON + LORA,
    "dropout": COMMON.replace("weight: 2", "weight: 0.5") + DROPOUT,
}


def work(place: str, command: str, *words: str) -> None:
    """One start of the command, in its own process."""
    os.chdir(place)
    os.environ["INSTRUCTGPT_CACHE"] = str(Path(place) / "cache")
    said = os.open("said.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, 1)
    os.dup2(said, 2)
    import torch

    from instructgpt_cli import cli

    torch.set_num_threads(1)
    sys.exit(cli.run(["pretrain" if "config:" in RECIPES[command] else "finetune", "recipe.yaml", *words]))


@pytest.fixture(scope="module")
def forkserver() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["torch", "transformers.modeling_utils", "instructgpt_cli.commands.train_run"])
    return context


def start(
    context: multiprocessing.context.ForkServerContext, place: Path, command: str, *words: str
) -> ForkServerProcess:
    process = context.Process(target=work, args=(str(place), command, *words))
    process.start()
    return process


def prepare_place(place: Path, command: str, base: Path) -> Path:
    place.mkdir()
    rows = [{"instruction": f"Add one to {i}.", "output": f"{i + 1}"} for i in range(90)]
    (place / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (place / "story.txt").write_text("".join(f"Once upon a time there were {i} foxes in a wood.\n" for i in range(30)))
    (place / "recipe.yaml").write_text(RECIPES[command])
    if "path: base" in RECIPES[command]:
        shutil.copytree(base, place / "base")
        config = json.loads((place / "base" / "config.json").read_text())
        (place / "base" / "config.json").write_text(json.dumps({**config, "attention_dropout": 0.1}))
    return place


def results(place: Path) -> dict[str, str]:
    """Every file that the recipe and the data determine."""
    run = place / "run"
    kept = [run / "metrics.jsonl", run / "samples.jsonl"]
    kept += [path for path in run.rglob("*.safetensors") if "previous-" not in str(path)]
    return {str(path.relative_to(run)): hashlib.sha256(path.read_bytes()).hexdigest() for path in kept}


def has_continued(place: Path) -> bool:
    return "continuing after step" in (place / "said.txt").read_text()


@pytest.mark.parametrize("kills", [6, pytest.param(60, marks=[pytest.mark.slow, pytest.mark.timeout(1500)])])
@pytest.mark.parametrize("command", ["pretrain", "finetune", "lora", "dropout"])
def test_killed_anywhere_the_same_command_ends_in_the_same_bytes(
    command: str,
    kills: int,
    forkserver: multiprocessing.context.ForkServerContext,
    tmp_path: Path,
    tiny_model_folder: Path,
) -> None:
    whole = prepare_place(tmp_path / "whole", command, tiny_model_folder)
    undisturbed = start(forkserver, whole, command)
    began = os.times().elapsed
    undisturbed.join()
    length = os.times().elapsed - began
    assert undisturbed.exitcode == 0, (whole / "said.txt").read_text()

    chance = random.Random(kills)
    killed = prepare_place(tmp_path / "killed", command, tiny_model_folder)
    done = 0
    while done < kills or not has_continued(killed):  # on a busy machine all of a few kills may come early
        process = start(forkserver, killed, command)
        process.join(chance.uniform(0.2, 1.0) * length * min(1.0, 4 / kills + 0.7))
        if process.exitcode is None:
            process.kill()
            process.join()
            done += 1
        else:
            assert process.exitcode == 0, (killed / "said.txt").read_text()[-2000:]
            shutil.rmtree(killed / "run")  # it reached the end too soon to be killed often enough: once more
    last = start(forkserver, killed, command)
    last.join()
    said = (killed / "said.txt").read_text()
    assert last.exitcode == 0, said[-2000:]
    assert "Traceback" not in said
    assert "not bit-exact" not in said
    assert results(killed) == results(whole)
    assert [path.name for path in (killed / "run").rglob(".partial-*")] == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_while_it_starts_over_no_run_is_lost_or_mixed(
    forkserver: multiprocessing.context.ForkServerContext, tmp_path: Path, tiny_model_folder: Path
) -> None:
    place = prepare_place(tmp_path / "place", "dropout", tiny_model_folder)
    begun = start(forkserver, place, "dropout")
    begun.join()
    assert begun.exitcode == 0, (place / "said.txt").read_text()
    first = results(place)
    chance = random.Random(0)
    for _ in range(20):
        process = start(forkserver, place, "dropout", "--fresh")
        process.join(chance.uniform(0.0, 1.5))
        process.kill()
        process.join()
    last = start(forkserver, place, "dropout")
    last.join()
    assert last.exitcode == 0, (place / "said.txt").read_text()[-2000:]
    assert results(place) == first
    kept = sorted((place / "run").glob("previous-*"), key=lambda path: int(path.name.split("-")[1]))
    assert kept
    for folder in kept:
        if not (folder / "run.json").exists():  # killed before it began, with its recipe written
            assert {path.name for path in folder.rglob("*")} <= {"recipe.yaml", "checkpoints"}
        for checkpoint in folder.glob("checkpoints/step-*"):
            assert publish.verify(checkpoint) == ""
    whole = [folder for folder in kept if (folder / "model").exists()]
    assert whole
    assert {hashlib.sha256((folder / "model/model.safetensors").read_bytes()).hexdigest() for folder in whole} == {
        first["model/model.safetensors"]
    }
