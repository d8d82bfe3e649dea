"""SIGKILL at any instant, any number of times: the same command ends in the bytes of a run that nothing disturbed."""

import hashlib
import json
import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from processes import Command

from instructgpt_cli.system import atomic_files

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
QLORA = """\
model: {path: base}
train:
  max_steps: 20
  batch_tokens: 256
  lr: 1e-2
  gradient_checkpointing: true
  lora: {rank: 4, dropout: 0.1, base: nf4, init: pissa, save: both}
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
    "qlora": COMMON + QLORA,
    "dropout": COMMON.replace("weight: 2", "weight: 0.5") + DROPOUT,
}


def start(place: Path, command: str, *words: str) -> Command:
    verb = "pretrain" if "config:" in RECIPES[command] else "finetune"
    return Command(place, verb, "recipe.yaml", *words, INSTRUCTGPT_CACHE=str(place / "cache"))


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


def test_a_command_that_is_killed_before_it_starts_has_no_output(tmp_path: Path) -> None:
    process = Command(tmp_path, "--version")
    process.signal(signal.SIGKILL)
    ended = process.end()
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGKILL, "", "")


@pytest.mark.parametrize("kills", [6, pytest.param(60, marks=[pytest.mark.slow, pytest.mark.timeout(1500)])])
@pytest.mark.parametrize(
    "command", ["pretrain", "finetune", "lora", pytest.param("qlora", marks=pytest.mark.slow), "dropout"]
)
def test_killed_anywhere_the_same_command_ends_in_the_same_bytes(
    command: str, kills: int, tmp_path: Path, tiny_model_folder: Path
) -> None:
    if command == "qlora":
        pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    whole = prepare_place(tmp_path / "whole", command, tiny_model_folder)
    Command(tmp_path, "--version").end()  # from now on the server has imported everything
    began = time.monotonic()
    undisturbed = start(whole, command).end()
    length = time.monotonic() - began
    assert undisturbed.returncode == 0, undisturbed.stderr

    chance = random.Random(kills)
    killed = prepare_place(tmp_path / "killed", command, tiny_model_folder)
    done, said = 0, ""
    while done < kills or "continuing after step" not in said:  # on a busy machine all of a few kills may come early
        process = start(killed, command)
        if process.wait(chance.uniform(0.2, 1.0) * length * min(1.0, 4 / kills + 0.7)):
            shutil.rmtree(killed / "run")  # it reached the end too soon to be killed often enough: once more
        else:
            process.signal(signal.SIGKILL)
            done += 1
        ended = process.end()
        assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
        said += ended.stderr
    last = start(killed, command).end()
    said += last.stderr
    assert last.returncode == 0, said[-2000:]
    assert "Traceback" not in said
    assert "not bit-exact" not in said
    assert results(killed) == results(whole)
    assert [path.name for path in (killed / "run").rglob(".partial-*")] == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_while_it_starts_over_no_run_is_lost_or_mixed(tmp_path: Path, tiny_model_folder: Path) -> None:
    place = prepare_place(tmp_path / "place", "dropout", tiny_model_folder)
    begun = start(place, "dropout").end()
    assert begun.returncode == 0, begun.stderr
    first = results(place)
    chance = random.Random(0)
    for _ in range(20):
        process = start(place, "dropout", "--fresh")
        process.wait(chance.uniform(0.0, 1.5))
        process.signal(signal.SIGKILL)
        process.end()
    last = start(place, "dropout").end()
    assert last.returncode == 0, last.stderr
    assert results(place) == first
    kept = sorted((place / "run").glob("previous-*"), key=lambda path: int(path.name.split("-")[1]))
    assert kept
    for folder in kept:
        if not (folder / "run.json").exists():  # killed before it began, with its recipe or tokenizer written
            assert {path.name for path in folder.iterdir()} <= {"recipe.yaml", "tokenizer", "checkpoints"}
            assert list(folder.glob("checkpoints/*")) == []
        for checkpoint in folder.glob("checkpoints/step-*"):
            assert atomic_files.verify(checkpoint) == ""
    whole = [folder for folder in kept if (folder / "model").exists()]
    assert whole
    assert {hashlib.sha256((folder / "model/model.safetensors").read_bytes()).hexdigest() for folder in whole} == {
        first["model/model.safetensors"]
    }
