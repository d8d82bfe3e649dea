"""What a start finds in the folder of a run, and which runs may continue."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from instructgpt_cli.errors import UsageError

pytestmark = pytest.mark.e2e

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_finished_run_stays_finished_when_files_are_removed(
    pretrain: Callable[..., None], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from instructgpt_cli.errors import ModelError

    pretrain("train.keep=last")
    run = place / "runs/base"
    weights = (run / "model/model.safetensors").read_bytes()
    (run / "model/model.safetensors").unlink()
    pretrain("train.keep=last")
    assert "model.safetensors is missing; writing it again" in capsys.readouterr().err
    assert (run / "model/model.safetensors").read_bytes() == weights
    (run / "model/model.safetensors").write_bytes(b"the user's own")
    pretrain("train.keep=last")
    assert "model.safetensors is damaged" in capsys.readouterr().err
    assert (run / "model/model.safetensors").read_bytes() == b"the user's own"
    (run / "model/model.safetensors").write_bytes(weights)
    shutil.rmtree(run / "checkpoints")
    before = {p: p.stat().st_mtime_ns for p in run.rglob("*") if p.is_file() and p.name != ".lock"}
    pretrain("train.keep=last")
    with pytest.raises(ModelError, match="a longer run has no checkpoint to continue from"):
        pretrain("train.keep=last", "train.max_steps=12")
    assert {p: p.stat().st_mtime_ns for p in run.rglob("*") if p.is_file() and p.name != ".lock"} == before


@pytest.mark.parametrize("is_finished", [True, False])
def test_a_run_cannot_be_made_shorter(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch, is_finished: bool
) -> None:
    from instructgpt_cli.commands.train.running import Run

    def began(*words: str) -> None:
        if is_finished:
            pretrain(*words)
            return
        with monkeypatch.context() as patch:
            patch.setattr(Run, "finish", killed)
            with pytest.raises(RuntimeError, match="killed"):
                pretrain(*words)

    run = place / "runs/base"
    began("train.max_steps=4")
    before = {path: path.read_bytes() for path in run.rglob("*") if path.is_file() and path.name != ".lock"}
    for words in (("train.max_steps=2",), ("train.max_steps=3", "train.keep=last")):
        with pytest.raises(UsageError, match=r"this run has taken 4 steps, and train\.max_steps is [23]"):
            pretrain(*words)
    assert {path: path.read_bytes() for path in run.rglob("*") if path.is_file() and path.name != ".lock"} == before
    pretrain("train.max_steps=4")
    began("train.max_steps=null", "train.epochs=2", "output_dir=runs/epochs")
    with pytest.raises(UsageError, match=r"this run has taken \d+ steps, and 0\.5 epochs are \d+"):
        pretrain("train.max_steps=null", "train.epochs=0.5", "output_dir=runs/epochs")


def test_a_version_that_encodes_rows_differently_does_not_continue_a_run(
    pretrain: Callable[..., None], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pretrain("train.max_steps=3")
    file = place / "runs/base/run.json"
    record = json.loads(file.read_text())
    targets = record["tokenized"]["targets"]
    assert targets > 0
    record["tokenized"]["targets"] -= 1
    record["a_key_of_tomorrow"] = 1
    file.write_text(json.dumps(record))
    with pytest.raises(
        UsageError, match=rf"encodes the training rows differently: .* {targets:,} of them targets; the"
    ):
        pretrain("train.max_steps=4")
    assert "run.json: a_key_of_tomorrow: keys of a newer version, which are dropped" in capsys.readouterr().err
    del record["tokenized"], record["a_key_of_tomorrow"]  # as versions up to 0.2.0 wrote it
    file.write_text(json.dumps(record))
    pretrain("train.max_steps=4")


def test_a_used_up_time_budget_is_complete_and_a_larger_one_continues(
    pretrain: Callable[..., None], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def seconds() -> float:
        return float(json.loads((place / "runs/base/run.json").read_text())["seconds"])

    pretrain("train.budget=2s")
    assert 1 < seconds() <= 2.3
    pretrain("train.budget=2s")
    with pytest.raises(UsageError, match=r"this run has trained for 2 s, and train\.budget is 1 s"):
        pretrain("train.budget=1s")
    assert seconds() <= 2.3
    pretrain("train.budget=3s")
    assert 2.3 < seconds() <= 3.3


def test_a_changed_config_of_the_base_model_is_refused(
    pretrain: Callable[..., None], place: Path, tiny_model_folder: Path
) -> None:

    shutil.copytree(tiny_model_folder, place / "start")
    words = ("model={path: start}", "tokenizer.train=null", "train.max_steps=2")
    pretrain(*words)
    config = place / "start/config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), "attention_dropout": 0.5}))
    with pytest.raises(UsageError, match="began with other contents of:\nthe weights or the config of start"):
        pretrain(*words)


def test_other_micro_batches_or_another_version_warn_that_bits_may_differ(
    pretrain: Callable[..., None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from instructgpt_cli.training import step

    said = "continued, not bit-exact: began with"
    pretrain("train.max_steps=2")
    pretrain("train.max_steps=4", "train.micro_batch_tokens=128")
    assert said in capsys.readouterr().err
    pretrain("train.max_steps=6", "train.micro_batch_tokens=128")
    assert said not in capsys.readouterr().err
    monkeypatch.setattr(step, "__version__", "0.0.1")
    pretrain("train.max_steps=8", "train.micro_batch_tokens=128")
    assert f"{said} instructgpt 0." in capsys.readouterr().err


def test_micro_batches_stay_as_small_as_they_had_become_unless_the_recipe_asks_for_others(
    pretrain: Callable[..., None], place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from instructgpt_cli.training import step

    loss, sizes = step.summed_loss, list[int]()

    def limited(model: Any, micro: Any, **ways: bool) -> Any:
        sizes.append(micro.tokens)
        if micro.tokens > limit and model.training:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return loss(model, micro, **ways)

    monkeypatch.setattr(step, "summed_loss", limited)
    limit = 150
    pretrain("train.max_steps=2")
    said = capsys.readouterr().err
    assert "step 1: out of memory with micro-batches of up to 256 tokens: computing it again with up to 1" in said
    limit = 1000
    sizes.clear()
    pretrain("train.max_steps=4")
    assert max(sizes) <= 150
    assert "not bit-exact" not in capsys.readouterr().err
    pretrain("train.max_steps=6", "train.micro_batch_tokens=512")
    assert max(sizes) > 256
    assert "not bit-exact" in capsys.readouterr().err


def killed(*_: object) -> None:
    raise RuntimeError("killed")
