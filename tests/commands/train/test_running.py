"""A running training run: checkpoints, best weights and its end, also after kills and signals."""

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.commands.train.running import stored_in
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.metrics_log import read_metrics

pytestmark = pytest.mark.e2e

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_saving_in_bfloat16_does_not_change_the_run(pretrain: Callable[..., None], place: Path) -> None:
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
def test_a_model_with_merged_adapters_has_the_number_format_of_its_base(
    train: dict[str, Any], expected: str, tmp_path: Path
) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "llama", "torch_dtype": "bfloat16"}')
    recipe = Recipe.model_validate({"model": {"path": str(tmp_path)}, "train": train})
    assert str(stored_in(recipe.model, recipe.train)) == expected


def falling_then_rising(monkeypatch: pytest.MonkeyPatch) -> None:
    """Validation losses of which the second is the lowest."""
    from instructgpt_cli.training import trainer as loop

    losses = {2: 3.0, 4: 2.0}
    monkeypatch.setattr(
        loop.Trainer,
        "_validation_due",
        lambda t: t.run_state.step % 2 == 0 and t.run_state.step > t.run_state.validated,
    )
    steps = iter(range(2, 1000, 2))
    monkeypatch.setattr(loop, "validation_loss", lambda *_: losses.get(next(steps), 5.0))


def test_finishing_can_be_interrupted_and_repeated_and_the_run_extended(
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


def test_an_interrupted_validation_loses_no_step(
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
def test_equal_weights_are_stored_once(
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


def test_damaged_best_weights_do_not_become_the_finished_model(
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


def test_samples_are_answers_of_the_published_weights(
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


def killed(*_: object) -> None:
    raise RuntimeError("killed")


@pytest.mark.parametrize("moment", ["before", "after"])
def test_the_best_weights_are_those_of_the_best_step_after_a_kill(
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


def test_a_time_budget_that_ends_with_a_checkpoint_is_complete(
    pretrain: Callable[..., None], place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("train.budget=1s", "checkpoint.every=1", "train.keep=last")
    pretrain(*words)
    before = (place / "runs/base/metrics.jsonl").read_bytes()
    pretrain(*words)
    assert "damaged" not in capsys.readouterr().err
    assert (place / "runs/base/metrics.jsonl").read_bytes() == before


def test_a_postponed_validation_loss_survives_a_later_kill(
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


def test_the_saved_model_has_the_end_tokens_of_its_base_and_of_the_rows(
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
