"""`--dry-run`: what it shows, and that it writes nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from instructgpt_cli.commands.train import command as train
from instructgpt_cli.commands.train import dry_run
from instructgpt_cli.errors import NumericsError, ResourceError
from instructgpt_cli.recipe.load import load
from instructgpt_cli.training import step
from instructgpt_cli.training.step import StepResult

Try = Callable[..., None]


@pytest.fixture
def dry(place: Path, monkeypatch: pytest.MonkeyPatch, one_thread: None) -> Try:
    """A dry run in this process."""
    monkeypatch.chdir(place)

    def start(*words: str, json: bool = False) -> None:
        recipe = load("base.yaml", words, "pretrain")
        train.run(recipe, command="pretrain", dry_run=True, smoke=False, fresh=False, json=json, quiet=True)

    return start


def test_the_table_counts_rows_tokens_and_steps(dry: Try, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "rows.jsonl").write_text(
        "".join(
            json.dumps({"instruction": f"Add one to {i}.", "output": f"{i + 1}", "keep": i < 30}) + "\n"
            for i in range(40)
        )
    )
    before = sorted(place.rglob("*"))
    dry('data.train=[{path: rows.jsonl, where: "keep == true"}]')
    table = dict(line.split(None, 1) for line in capsys.readouterr().out.splitlines() if line.split(None, 1)[1:])
    assert table["rows"] == "30"
    assert table["left"] == "out: where keep == true  10 rows of rows.jsonl"
    assert table["sequences"] == "30, packed"
    assert table["steps"].startswith("14 of about ")
    assert "trainable" not in table["weights"]
    assert "on cpu: 14 steps of" in table["time"]
    assert sorted(place.rglob("*")) == before


def test_the_event_has_the_same_numbers(dry: Try, capsys: pytest.CaptureFixture[str]) -> None:
    dry(json=True)
    captured = capsys.readouterr()
    event = json.loads(captured.out.splitlines()[-1])
    assert (event["event"], event["steps"], event["lr"]) == ("dry_run", 14, 0.01)
    assert f"{event['weights']:,}" in captured.err
    assert event["seconds"] > 0


def test_a_loss_that_is_not_finite_is_an_error(dry: Try, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = torch.zeros(())
    result = StepResult(torch.tensor(float("nan")), nothing, nothing, nothing, None)
    monkeypatch.setattr(dry_run, "train_step", lambda *_: result)
    with pytest.raises(NumericsError, match="step 1: the loss is nan"):
        dry()


def test_micro_batches_that_do_not_fit_are_halved_as_in_a_run(dry: Try, monkeypatch: pytest.MonkeyPatch) -> None:
    loss, sizes = step.summed_loss, list[int]()

    def limited(model: Any, micro: Any, **ways: bool) -> Any:
        sizes.append(micro.tokens)
        if micro.tokens > 150:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return loss(model, micro, **ways)

    monkeypatch.setattr(step, "summed_loss", limited)
    dry("data.validation=[]")
    assert len(sizes) > dry_run.STEPS * 3
    assert max(sizes) > 150
    assert max(sizes[2:]) <= 150


def test_out_of_memory_in_a_step_says_what_to_lower(dry: Try, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(dry_run, "train_step", fails)
    with pytest.raises(ResourceError, match="step 1: out of memory") as caught:
        dry()
    assert "train.micro_batch_tokens=128" in caught.value.hint
