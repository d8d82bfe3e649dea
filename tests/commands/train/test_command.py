"""`finetune` as a user runs it: a dry run, a smoke test, and data that are wrong."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from instructgpt_cli.errors import ExitCode

Run = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.e2e


def test_a_dry_run_writes_nothing_and_a_smoke_test_only_its_folder(
    place: Path, environment: dict[str, str], instructgpt: Run, tiny_model_folder: Path
) -> None:
    (place / "tune.yaml").write_text(
        f"output_dir: runs/tuned\nmodel: {{path: {tiny_model_folder}}}\n"
        "data: {train: [{path: rows.jsonl}], max_length: 128}\ntrain: {epochs: 2, batch_tokens: 512, lr: 1e-3}\n"
    )
    before = sorted(p for p in place.rglob("*"))
    dry = instructgpt("finetune", "tune.yaml", "--dry-run", "train.lr=null", env=environment)
    assert dry.returncode == 0, dry.stderr
    assert "2e-05 at its peak, the default for pretrained weights with adamw" in " ".join(dry.stdout.split())
    seen = instructgpt("inspect", "tune.yaml", "train.lora={}", "train.lr=null", env=environment)
    assert "Learning rate: 0.0002 at its peak, the default for LoRA adapters with adamw." in seen.stdout
    assert "nothing was written" in dry.stdout
    assert "train: rows.jsonl: 80 rows" in dry.stderr
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
