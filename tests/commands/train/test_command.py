"""`pretrain` and `finetune` as a user runs them: what a run leaves, how it continues, what it refuses."""

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from processes import PROGRAM, Command

from instructgpt_cli.commands.train.running import stored_in
from instructgpt_cli.errors import ExitCode, UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.metrics_log import read_metrics
from instructgpt_cli.run.record import EARLIER_NAMES

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


def wait_for(path: Path, process: Command) -> None:
    deadline = time.monotonic() + 90
    while not path.exists() and process.is_running():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.005)


def test_killed_twice_it_continues_to_the_same_bits(place: Path, environment: dict[str, str], instructgpt: Run) -> None:
    assert instructgpt("pretrain", "base.yaml", env=environment).returncode == 0
    whole = digests(place / "runs/base")
    other = place / "runs/killed"
    for last in ("step-3", "step-9"):
        process = Command(place, "pretrain", "base.yaml", "output_dir=runs/killed", **environment)
        wait_for(other / "checkpoints" / last, process)
        process.signal(signal.SIGKILL)
        process.end()
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
    command = [*PROGRAM, "pretrain", "base.yaml", "train.max_steps=4", "--json"]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [e["step"] for e in events if e["event"] == "step"] == [1, 2, 3, 4]
    assert events[-1]["event"] == "finished"
    assert {key for event in events for key in event if not re.fullmatch("[a-z_]+", key)} == set(EARLIER_NAMES)
    assert all(events[-1][old] == events[-1][key] for old, key in EARLIER_NAMES.items())
    run = place / "runs/base"
    assert {"recipe.yaml", "run.json", "metrics.jsonl", "report.html", "model", "checkpoints"} <= {
        p.name for p in run.iterdir()
    }
    assert json.loads((run / "run.json").read_text())["state"] == "finished"
    assert "\x1b" not in done.stderr
    assert "\r" not in done.stderr

    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from instructgpt_cli.dataset.batch import collate
    from instructgpt_cli.model import load, self_checks
    from instructgpt_cli.model.loss import packed_logits
    from instructgpt_cli.recipe.schema import Model

    served = AutoModelForCausalLM.from_pretrained(run / "model")
    tokenizer = AutoTokenizer.from_pretrained(run / "model")
    ids = tokenizer.apply_chat_template([{"role": "user", "content": "Hi"}], add_generation_prompt=True)["input_ids"]
    trained = load.load_pretrained(Model(path=str(run / "model")), torch.device("cpu"))
    self_checks.use_best_attention(trained, "packed")
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
    words = ("pretrain", "base.yaml", "train.max_steps=100000", "checkpoint.every=100000")
    process = Command(place, *words, **environment)
    wait_for(place / "runs/base/timings.jsonl", process)
    time.sleep(0.5)
    process.signal(signal.SIGTERM)
    done = process.end()
    assert done.returncode == ExitCode.INTERRUPTED
    assert "stopped by SIGTERM after step" in done.stderr
    assert "The same command continues" in done.stderr
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


# --- what one start leaves for the next, without a process for each ---

BEST = PRETRAIN.replace("max_steps: 14", "max_steps: 8, validate_every: 2, keep: best")


def test_a_share_for_validation_is_not_learnt_from_and_is_what_eval_scores(
    place: Path, environment: dict[str, str], instructgpt: Run
) -> None:
    text = PRETRAIN.replace("    - {path: story.txt, weight: 2}\n", "")
    (place / "base.yaml").write_text(
        text.replace("validation: [{path: rows.jsonl, rows: 10}]", "validation_share: 0.2")
    )
    found = instructgpt("pretrain", "base.yaml", "--json", env=environment)
    assert found.returncode == 0, found.stderr
    events = [json.loads(line) for line in found.stdout.splitlines()]
    read = {event["split"]: event["sequences"] for event in events if event["event"] == "data"}
    assert read["train"] + read["validation"] == 80
    assert 8 <= read["validation"] <= 24
    scored = instructgpt("eval", "base.yaml", "--json", "eval.metrics=[loss]", env=environment)
    assert json.loads(scored.stdout)["sets"]["validation"]["rows"] == read["validation"]
    other = instructgpt("pretrain", "base.yaml", "data.validation_share=0.3", env=environment)
    assert other.returncode == ExitCode.USAGE
    assert "data.train[0].part was [0.2, 1.0] and is now [0.3, 1.0]" in other.stderr


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


def test_a_run_that_saves_in_bfloat16_is_the_same_run(pretrain: Callable[..., None], place: Path) -> None:
    from safetensors.torch import load_file

    pretrain("train.keep=last")
    shutil.move(place / "runs/base", place / "whole")
    pretrain("train.keep=last", "train.save_precision=bf16")
    whole, half = (load_file(run / "model/model.safetensors") for run in (place / "whole", place / "runs/base"))
    assert all(tensor.bfloat16().equal(half[name]) for name, tensor in whole.items())
    assert (place / "whole/metrics.jsonl").read_bytes() == (place / "runs/base/metrics.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("train", "expected"),
    [
        ({"lora": {}}, "torch.bfloat16"),
        ({"lora": {}, "save_precision": "fp32"}, "torch.float32"),
        ({"save_precision": "fp16"}, "torch.float16"),
        ({}, "torch.float32"),
    ],
)
def test_adapters_are_saved_in_the_number_format_of_their_base(
    train: dict[str, Any], expected: str, tmp_path: Path
) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "llama", "torch_dtype": "bfloat16"}')
    recipe = Recipe.model_validate({"model": {"path": str(tmp_path)}, "train": train})
    assert str(stored_in(recipe.model, recipe.train)) == expected


def falling_then_rising(monkeypatch: pytest.MonkeyPatch) -> None:
    """Validation losses whose lowest is the second."""
    from instructgpt_cli.training import trainer as loop

    losses = {2: 3.0, 4: 2.0}
    monkeypatch.setattr(
        loop.Trainer,
        "_validation_due",
        lambda t: t.run_state.step % 2 == 0 and t.run_state.step > t.run_state.validated,
    )
    steps = iter(range(2, 1000, 2))
    monkeypatch.setattr(loop, "validation_loss", lambda *_: losses.get(next(steps), 5.0))


def test_finishing_can_be_stopped_and_done_again_and_a_longer_run_follows(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from instructgpt_cli.commands.train import running
    from instructgpt_cli.errors import Interrupted

    falling_then_rising(monkeypatch)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt("SIGTERM")

    with monkeypatch.context() as patch:
        patch.setattr(running, "answer_some", stopped)
        for _ in range(2):
            with pytest.raises(Interrupted, match="stopped by SIGTERM after step 8; the checkpoint is on disk"):
                pretrain()
    pretrain()
    run = place / "runs/base"
    weights = {name: (run / name / "model.safetensors").read_bytes() for name in ("model", "model-best", "model-last")}
    assert weights["model"] == weights["model-best"] != weights["model-last"]
    pretrain("train.keep=last")
    assert (run / "model/model.safetensors").read_bytes() == weights["model-last"]
    pretrain()
    assert (run / "model/model.safetensors").read_bytes() == weights["model"]
    pretrain("train.max_steps=10")  # no better one comes: the best of the shorter run is needed again
    assert (run / "model/model.safetensors").read_bytes() == weights["model"]


def test_a_validation_that_does_not_come_to_its_end_costs_no_step(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from instructgpt_cli.errors import ResourceError
    from instructgpt_cli.training import trainer as loop
    from instructgpt_cli.training.checkpoint import steps

    words = ("train.validate_every=7", "checkpoint.every=100")
    pretrain(*words, "output_dir=runs/whole")
    validate = loop.validation_loss

    def too_large(*words: object) -> float:
        raise MemoryError

    for folder, first in (("runs/base", 7), ("runs/last", 8)):
        run = place / folder
        with monkeypatch.context() as patch:
            left = iter(range(first - 7))
            patch.setattr(
                loop, "validation_loss", lambda *w, left=left: too_large() if next(left, None) is None else validate(*w)
            )
            with pytest.raises(ResourceError, match=f"validating after step {first}: out of memory"):
                pretrain(*words, f"output_dir={folder}")
        assert steps(run / "checkpoints")[-1] == first
        assert [m.step for m in read_metrics(run / "metrics.jsonl")] == [*range(1, first + 1)]
    pretrain(*words)
    assert "was damaged or edited" not in capsys.readouterr().err
    for name in ("metrics.jsonl", "model/model.safetensors", "checkpoints/step-8/optimizer.safetensors"):
        assert (place / "runs/base" / name).read_bytes() == (place / "runs/whole" / name).read_bytes(), name
    pretrain(*words, "output_dir=runs/last", "data.validation=[]")  # which is a way out
    assert (place / "runs/last/model/model.safetensors").exists()


@pytest.mark.parametrize("keep", ["best", "last"])
def test_the_same_weights_are_on_the_disk_once(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch, keep: str
) -> None:
    def files(run: str) -> dict[str, int]:
        names = [path.name for path in (place / run).glob("model*")]
        return {name: (place / run / name / "model.safetensors").stat().st_ino for name in names}

    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    from instructgpt_cli.training import trainer as loop

    words = (f"train.keep={keep}", "train.max_steps=4")
    with monkeypatch.context() as patch:
        falling = iter([3.0, 2.0] * 2)
        patch.setattr(loop, "validation_loss", lambda *_: next(falling))
        pretrain(*words)
        patch.setattr(os, "link", no_links)
        pretrain(*words, "output_dir=runs/copied")
    assert sorted(files("runs/base")) == ["model", "model-best"]
    assert len(set(files("runs/base").values())) == 1
    configs = {(place / "runs/base" / name / "config.json").stat().st_ino for name in ("model", "model-best")}
    assert len(configs) == 2  # people edit it
    assert len(set(files("runs/copied").values())) == 2
    weights = [(place / run / "model/model.safetensors").read_bytes() for run in ("runs/base", "runs/copied")]
    assert weights[0] == weights[1]
    rising = iter([2.0, 3.0])
    monkeypatch.setattr(loop, "validation_loss", lambda *_: next(rising))
    pretrain(*words, "output_dir=runs/rising")
    found = files("runs/rising")
    assert sorted(found) == (["model", "model-best", "model-last"] if keep == "best" else ["model", "model-best"])
    assert (found["model"] == found["model-best"]) == (keep == "best")
    assert len(set(found.values())) == 2


def test_best_weights_that_were_damaged_do_not_become_the_finished_model(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from instructgpt_cli.commands.train.running import Run
    from instructgpt_cli.system import atomic_files
    from instructgpt_cli.training import trainer as loop

    falling = iter([3.0, 2.0])
    monkeypatch.setattr(loop, "validation_loss", lambda *_: next(falling))
    words = ("train.keep=best", "train.max_steps=4")
    with monkeypatch.context() as patch:
        patch.setattr(Run, "finish", killed)
        with pytest.raises(RuntimeError, match="killed"):
            pretrain(*words)
    best = place / "runs/base/model-best/model.safetensors"
    whole = best.read_bytes()
    best.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    pretrain(*words)
    assert (place / "runs/base/model/model.safetensors").read_bytes() == whole
    assert atomic_files.verify(place / "runs/base/model") == ""


def test_no_link_in_a_run_folder_is_followed(pretrain: Callable[..., None], place: Path) -> None:
    pretrain("train.max_steps=2", "checkpoint.keep=1")
    run, mine = place / "runs/base", place / "mine"
    names = ("recipe.yaml", "run.json", "report.html", "samples.jsonl", "model", "model-best", "checkpoints/step-2")
    for name in names:
        (mine / name).parent.mkdir(parents=True, exist_ok=True)
        (run / name).rename(mine / name)
        (run / name).symlink_to(mine / name)
    before = {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()}
    pretrain("train.max_steps=4", "checkpoint.keep=1", "train.keep=last")
    assert {path: path.read_bytes() for path in mine.rglob("*") if path.is_file()} == before
    assert not [path for path in run.rglob("*") if path.is_symlink()]
    assert not (run / "checkpoints/step-2").exists()


def test_samples_are_what_the_kept_weights_answer(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch
    from safetensors.torch import load_file
    from transformers import PreTrainedModel

    from instructgpt_cli.commands.train import running

    falling_then_rising(monkeypatch)
    answering: list[dict[str, torch.Tensor]] = []

    def answer_some(model: PreTrainedModel, *_: object) -> list[object]:
        answering.append({name: p.detach().clone() for name, p in model.named_parameters()})
        return []

    monkeypatch.setattr(running, "answer_some", answer_some)
    pretrain()
    pretrain("train.keep=last", "output_dir=runs/last")
    kept = [load_file(place / run / "model/model.safetensors") for run in ("runs/base", "runs/last")]
    assert [sorted(weights) for weights in answering] == [sorted(weights) for weights in kept]
    assert all(torch.equal(a[name], k[name]) for a, k in zip(answering, kept, strict=True) for name in k)
    assert any(not torch.equal(kept[0][name], kept[1][name]) for name in kept[0])


def test_a_finished_run_is_not_begun_again_whatever_was_tidied_away(
    pretrain: Callable[..., None], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from instructgpt_cli.errors import ModelError

    pretrain("train.keep=last")
    run = place / "runs/base"
    weights = (run / "model/model.safetensors").read_bytes()
    (run / "model/model.safetensors").unlink()
    pretrain("train.keep=last")
    assert "model.safetensors is missing; it is written again" in capsys.readouterr().err
    assert (run / "model/model.safetensors").read_bytes() == weights
    (run / "model/model.safetensors").write_bytes(b"the user's own")
    pretrain("train.keep=last")
    assert "model.safetensors is damaged" in capsys.readouterr().err
    assert (run / "model/model.safetensors").read_bytes() == b"the user's own"
    (run / "model/model.safetensors").write_bytes(weights)
    shutil.rmtree(run / "checkpoints")
    before = {p: p.stat().st_mtime_ns for p in run.rglob("*") if p.is_file() and p.name != ".lock"}
    pretrain("train.keep=last")
    with pytest.raises(ModelError, match="nothing that a longer run could go on from"):
        pretrain("train.keep=last", "train.max_steps=12")
    assert {p: p.stat().st_mtime_ns for p in run.rglob("*") if p.is_file() and p.name != ".lock"} == before


@pytest.mark.parametrize("is_finished", [True, False])
def test_a_run_is_not_made_shorter_than_it_is(
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


def test_rows_that_a_version_encodes_otherwise_do_not_continue_a_run(
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
    with pytest.raises(UsageError, match=rf"encodes the training rows otherwise: .* {targets:,} of them targets; the"):
        pretrain("train.max_steps=4")
    assert "run.json: a_key_of_tomorrow: of a newer version, and not kept" in capsys.readouterr().err
    del record["tokenized"], record["a_key_of_tomorrow"]  # as versions up to 0.2.0 wrote it
    file.write_text(json.dumps(record))
    pretrain("train.max_steps=4")


def test_a_budget_is_over_when_it_says_so_and_a_larger_one_goes_on(
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


def test_a_changed_setting_of_the_base_model_is_a_changed_model(
    pretrain: Callable[..., None], place: Path, tiny_model_folder: Path
) -> None:

    shutil.copytree(tiny_model_folder, place / "start")
    words = ("model={path: start}", "tokenizer.train=null", "train.max_steps=2")
    pretrain(*words)
    config = place / "start/config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), "attention_dropout": 0.5}))
    with pytest.raises(UsageError, match="began with other contents of:\nthe weights or the config of start"):
        pretrain(*words)


def test_other_micro_batches_and_another_version_are_said_to_give_other_bits(
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


def killed(*_: object) -> None:
    raise RuntimeError("killed")


@pytest.mark.parametrize("moment", ["before", "after"])
def test_the_best_is_what_it_is_said_to_be_wherever_the_run_was_killed(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """The second validation is the best. Killed before it is published, or after it and long before the next
    checkpoint, and continued with other validations, the run ends with the weights of that step."""
    from instructgpt_cli.commands.train import running
    from instructgpt_cli.training import checkpoint

    words = ("train.max_steps=8", "train.validate_every=2", "checkpoint.every=100", "checkpoint.keep=9")
    falling_then_rising(monkeypatch)
    pretrain(*words, "output_dir=runs/whole")
    falling_then_rising(monkeypatch)
    trainer, step = loop_step()
    publish = running.Run._publish
    with monkeypatch.context() as patch:
        if moment == "before":
            patch.setattr(
                running.Run, "_publish", lambda run, name, at: killed() if at == 4 else publish(run, name, at)
            )
        else:
            patch.setattr(trainer, "_step", lambda self, ask: killed() if self.run_state.step == 5 else step(self, ask))
        with pytest.raises(RuntimeError, match="killed"):
            pretrain(*words)
    assert checkpoint.latest(place / "runs/base/checkpoints").step == 4
    pretrain(*words, "train.validate_every=100")
    assert json.loads((place / "runs/base/run.json").read_text())["best_step"] == 4
    whole, found = ((place / "runs" / run / "model/model.safetensors").read_bytes() for run in ("whole", "base"))
    assert found == whole


def loop_step() -> tuple[type, Callable[..., object]]:
    from instructgpt_cli.training.trainer import Trainer

    return Trainer, Trainer._step


def test_a_budget_that_ends_with_a_checkpoint_is_over(
    pretrain: Callable[..., None], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("train.budget=1s", "checkpoint.every=1", "train.keep=last")
    pretrain(*words)
    before = (place / "runs/base/metrics.jsonl").read_bytes()
    pretrain(*words)
    assert "damaged" not in capsys.readouterr().err
    assert (place / "runs/base/metrics.jsonl").read_bytes() == before


def test_a_validation_that_was_left_is_kept_when_the_run_is_killed_after_it(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from instructgpt_cli.errors import Interrupted
    from instructgpt_cli.training import trainer as loop

    words = ("train.validate_every=3", "train.max_steps=8", "checkpoint.every=100", "train.keep=last")
    losses = iter([2.0, 5.0, 5.0, 2.0, None, 5.0, 5.0])  # the second is left by a signal: None
    monkeypatch.setattr(loop, "validation_loss", lambda *_: next(losses))
    pretrain(*words, "output_dir=runs/whole")
    with contextlib.suppress(Interrupted):
        pretrain(*words)
    trainer, step = loop_step()
    with monkeypatch.context() as patch:
        patch.setattr(trainer, "_step", lambda self, ask: killed() if self.run_state.step == 7 else step(self, ask))
        with pytest.raises(RuntimeError, match="killed"):
            pretrain(*words)
    capsys.readouterr()
    pretrain(*words)
    assert "damaged or edited" not in capsys.readouterr().err
    whole, parts = ((place / "runs" / run / "metrics.jsonl").read_bytes() for run in ("whole", "base"))
    assert whole == parts


def test_a_tokenizer_without_its_run_is_learnt_anew(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from instructgpt_cli.run import record

    with monkeypatch.context() as patch:
        patch.setattr(record, "write", killed)
        with pytest.raises(RuntimeError, match="killed"):
            pretrain("train.max_steps=2")
    vocabulary = (place / "runs/base/tokenizer/tokenizer.json").read_bytes()
    (place / "story.txt").write_text("A quite different tale of wolves and jackals. " * 60)
    pretrain("train.max_steps=2")
    learnt = (place / "runs/base/tokenizer/tokenizer.json").read_bytes()
    assert learnt != vocabulary
    assert (place / "runs/base/model/tokenizer.json").read_bytes() == learnt


def test_a_run_keeps_the_date_that_its_template_writes(
    pretrain: Callable[..., None], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from instructgpt_cli.encoding import chat_template

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date(2031, 1, 2)

    dated = "{{ strftime_now('%Y-%m-%d') }}" + chat_template.load("chatml")
    (place / "dated.jinja").write_text(dated)
    words = ("train.schedule=constant", "tokenizer.chat_template=dated.jinja")
    pretrain(*words, "train.max_steps=4", "output_dir=runs/whole")
    pretrain(*words, "train.max_steps=2")
    shutil.rmtree(place / "cache")
    monkeypatch.setattr(chat_template, "date", Tomorrow)
    pretrain(*words, "train.max_steps=4")
    whole, parts = (read_metrics(place / "runs" / run / "metrics.jsonl") for run in ("whole", "base"))
    assert [m.loss for m in parts] == [m.loss for m in whole]
    assert json.loads((place / "runs/base/run.json").read_text())["date"] == date.today().isoformat()
    pretrain(*words, "train.max_steps=4", fresh=True)
    assert json.loads((place / "runs/base/run.json").read_text())["date"] == "2031-01-02"


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_compiled_run_has_the_plain_run_s_losses_and_continues_to_its_own_bits(
    place: Path, environment: dict[str, str]
) -> None:
    environment = environment | {"TORCHINDUCTOR_CACHE_DIR": str(place / "compiled")}
    runs = place / "runs"

    def started(run: str, *words: str) -> str:
        command = [*PROGRAM, "pretrain", "base.yaml", f"output_dir=runs/{run}", *words]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stderr

    started("plain")
    assert not any((place / "compiled").rglob("*.so"))
    started("whole", "train.compile=true")
    assert any((place / "compiled").rglob("*.so")), "nothing was compiled"
    plain, whole = (
        [loss for m in read_metrics(runs / run / "metrics.jsonl") for loss in (m.loss, m.validation_loss) if loss]
        for run in ("plain", "whole")
    )
    assert whole == pytest.approx(plain, rel=1e-5)

    process = Command(place, "pretrain", "base.yaml", "output_dir=runs/killed", "train.compile=true", **environment)
    wait_for(runs / "killed/checkpoints/step-3", process)
    process.signal(signal.SIGKILL)
    process.end()
    assert "continuing after step" in started("killed", "train.compile=true")
    assert digests(runs / "killed") == digests(runs / "whole")


def test_the_end_tokens_of_the_base_stay_and_those_of_the_rows_join_them(
    place: Path, environment: dict[str, str], instructgpt: Run, tiny_model_folder: Path
) -> None:
    import shutil

    base = Path(shutil.copytree(tiny_model_folder, place / "base"))
    (base / "generation_config.json").write_text(json.dumps({"eos_token_id": [0, 1, 100]}))
    (base / "chat_template.jinja").write_text(
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}{{ '<|im_end|>' if m.role == 'user' or "
        "'call' not in m.content else '<|pad|>' }}\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n"
        "{% endif %}"
    )
    (place / "r.jsonl").write_text('{"prompt": "a", "completion": "b"}\n{"prompt": "a", "completion": "call"}\n')
    (place / "ends.yaml").write_text(
        "output_dir: runs/ends\nmodel: {path: base}\ndevice: cpu\ndata: {train: [{path: r.jsonl}], max_length: 64}\n"
        "train: {max_steps: 1}\n"
    )
    done = instructgpt("finetune", "ends.yaml", env=environment)
    assert done.returncode == 0, done.stderr
    said = json.loads((place / "runs/ends/model/generation_config.json").read_text())["eos_token_id"]
    assert said == [2, 0, 3, 1]  # the template's, that of one row, and of those declared what is a token of its own
