"""`pretrain` and `finetune` as a user runs them: what a run leaves, how it continues, what it refuses."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from instructgpt_cli.errors import ExitCode

Run = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.e2e

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
SAME = ("model/model.safetensors", "metrics.jsonl", "checkpoints/step-14/optimizer.safetensors")


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


def digests(run: Path) -> dict[str, str]:
    return {name: hashlib.sha256((run / name).read_bytes()).hexdigest() for name in SAME}


def begin(place: Path, environment: dict[str, str], *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "instructgpt_cli", *words]
    return subprocess.Popen(command, cwd=place, env=environment, stderr=subprocess.PIPE, text=True)


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 90
    while not path.exists() and process.poll() is None:
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.005)


def test_killed_twice_it_continues_to_the_same_bits(place: Path, environment: dict[str, str], instructgpt: Run) -> None:
    assert instructgpt("pretrain", "base.yaml", env=environment).returncode == 0
    whole = digests(place / "runs/base")
    other = place / "runs/killed"
    for last in ("step-3", "step-9"):
        process = begin(place, environment, "pretrain", "base.yaml", "output_dir=runs/killed")
        wait_for(other / "checkpoints" / last, process)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    done = instructgpt("pretrain", "base.yaml", "output_dir=runs/killed", env=environment)
    assert done.returncode == 0, done.stderr
    assert "continuing after step" in done.stderr
    assert digests(other) == whole

    before = {p: p.stat().st_mtime_ns for p in other.rglob("*") if p.is_file() and p.name != ".lock"}
    again = instructgpt("pretrain", "base.yaml", "output_dir=runs/killed", env=environment)
    assert again.returncode == 0
    assert "already complete" in again.stderr
    assert {p: p.stat().st_mtime_ns for p in other.rglob("*") if p.is_file() and p.name != ".lock"} == before


def test_a_run_folder_and_what_it_refuses(place: Path, environment: dict[str, str], instructgpt: Run) -> None:
    done = instructgpt("pretrain", "base.yaml", "train.max_steps=4", "--json", env=environment)
    assert done.returncode == 0, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [e["step"] for e in events if e["event"] == "step"] == [1, 2, 3, 4]
    assert events[-1]["event"] == "finished"
    run = place / "runs/base"
    assert {"recipe.yaml", "run.json", "metrics.jsonl", "report.html", "model", "checkpoints"} <= {
        p.name for p in run.iterdir()
    }
    assert json.loads((run / "run.json").read_text())["state"] == "finished"
    assert "\x1b" not in done.stderr
    assert "\r" not in done.stderr

    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from instructgpt_cli.data.batch import collate
    from instructgpt_cli.model import load
    from instructgpt_cli.model.loss import packed_logits
    from instructgpt_cli.recipe.schema import Model

    served = AutoModelForCausalLM.from_pretrained(run / "model")
    tokenizer = AutoTokenizer.from_pretrained(run / "model")
    ids = tokenizer.apply_chat_template([{"role": "user", "content": "Hi"}], add_generation_prompt=True)["input_ids"]
    trained = load.load_pretrained(Model(path=str(run / "model")), torch.device("cpu"))
    load.use_best_attention(trained, "packed")
    with torch.no_grad():
        ours = packed_logits(trained, collate([(ids + ids[:1], [1] * (len(ids) + 1))]))
        torch.testing.assert_close(ours, served(torch.tensor([ids])).logits[0], rtol=1e-5, atol=1e-5)
    assert served.generation_config.eos_token_id == [tokenizer.convert_tokens_to_ids("<|end|>"), tokenizer.eos_token_id]

    changed = instructgpt("pretrain", "base.yaml", "train.max_steps=4", "train.lr=3e-4", "seed=5", env=environment)
    assert changed.returncode == ExitCode.USAGE
    assert "train.lr was 0.01 and is now 0.0003" in changed.stderr
    assert "seed was 0 and is now 5" in changed.stderr

    longer = instructgpt("pretrain", "base.yaml", "train.max_steps=6", env=environment)
    assert longer.returncode == 0
    assert "continuing after step 4" in longer.stderr

    fresh = instructgpt(
        "pretrain", "base.yaml", "train.max_steps=2", "train.lr=1e-3", "--fresh", "--quiet", env=environment
    )
    assert (fresh.returncode, fresh.stderr) == (0, "")
    assert (run / "previous-1" / "model" / "model.safetensors").exists()


def test_a_signal_saves_and_says_how_to_continue(place: Path, environment: dict[str, str]) -> None:
    process = begin(place, environment, "pretrain", "base.yaml", "train.max_steps=100000", "checkpoint.every=100000")
    wait_for(place / "runs/base/timings.jsonl", process)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    assert "stopped by SIGTERM after step" in said
    assert "The same command continues" in said
    (kept,) = (place / "runs/base/checkpoints").iterdir()
    lines = (place / "runs/base/metrics.jsonl").read_text().splitlines()
    assert kept.name == f"step-{json.loads(lines[-1])['step']}"


def test_finetuning_starts_from_a_model_and_dry_runs_write_nothing(
    place: Path, environment: dict[str, str], instructgpt: Run, tiny_model_folder: Path
) -> None:
    (place / "tune.yaml").write_text(
        f"output_dir: runs/tuned\nmodel: {{path: {tiny_model_folder}}}\n"
        "data: {train: [{path: rows.jsonl}], max_length: 128}\ntrain: {epochs: 2, batch_tokens: 512, lr: 1e-3}\n"
    )
    before = sorted(p for p in place.rglob("*"))
    dry = instructgpt("finetune", "tune.yaml", "--dry-run", env=environment)
    assert dry.returncode == 0, dry.stderr
    assert "nothing was written" in dry.stdout
    assert sorted(p for p in place.rglob("*")) == before

    smoke = instructgpt("finetune", "tune.yaml", "--smoke", env=environment)
    assert smoke.returncode == 0, smoke.stderr
    assert "continuing after step 2" in smoke.stderr
    assert (place / "runs/tuned/smoke/model/model.safetensors").exists()

    (place / "rows.jsonl").write_text('{"instruction": "a", "output": "b"}\n{"instruction": "c"}\n')
    bad = instructgpt("finetune", "tune.yaml", env=environment)
    assert bad.returncode == ExitCode.DATA
    assert "rows.jsonl:2" in bad.stderr
    assert "Traceback" not in bad.stderr
    assert not (place / "runs/tuned/model").exists()
