"""One start of a run: what it leaves, how it continues after a kill or a signal, what it refuses."""

import hashlib
import json
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import PROGRAM, Command

from instructgpt_cli.errors import ExitCode
from instructgpt_cli.run.metrics_log import read_metrics
from instructgpt_cli.run.record import EARLIER_NAMES

pytestmark = pytest.mark.e2e

Run = Callable[..., subprocess.CompletedProcess[str]]


SAME = ("model/model.safetensors", "metrics.jsonl", "checkpoints/step-14/optimizer.safetensors")


def digests(run: Path) -> dict[str, str]:
    return {name: hashlib.sha256((run / name).read_bytes()).hexdigest() for name in SAME}


def wait_for(path: Path, process: Command) -> None:
    deadline = time.monotonic() + 90
    while not path.exists() and process.is_running():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.005)


def test_a_run_killed_twice_continues_to_the_same_bits(
    place: Path, environment: dict[str, str], instructgpt: Run
) -> None:
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


def test_the_files_of_a_run_and_the_changes_that_it_refuses(
    place: Path, environment: dict[str, str], instructgpt: Run
) -> None:
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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGUSR1])
def test_a_signal_saves_a_checkpoint_and_exits_with_75(
    place: Path, environment: dict[str, str], number: signal.Signals
) -> None:
    words = ("pretrain", "base.yaml", "train.max_steps=100000", "checkpoint.every=100000")
    process = Command(place, *words, **environment)
    wait_for(place / "runs/base/timings.jsonl", process)
    time.sleep(0.5)
    process.signal(number)
    done = process.end()
    assert done.returncode == ExitCode.INTERRUPTED
    assert f"stopped by {number.name} after step" in done.stderr
    assert "The same command continues" in done.stderr
    (kept,) = (place / "runs/base/checkpoints").iterdir()
    lines = (place / "runs/base/metrics.jsonl").read_text().splitlines()
    assert kept.name == f"step-{json.loads(lines[-1])['step']}"


def test_a_validation_share_is_held_out_and_scored_by_eval(
    place: Path, environment: dict[str, str], instructgpt: Run
) -> None:
    text = (place / "base.yaml").read_text().replace("    - {path: story.txt, weight: 2}\n", "")
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


def killed(*_: object) -> None:
    raise RuntimeError("killed")


def test_a_tokenizer_without_run_json_is_trained_again(
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


def test_a_continued_run_keeps_the_date_in_its_template(
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
def test_a_compiled_run_has_the_losses_of_an_eager_one_and_continues_to_the_same_bits(
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
