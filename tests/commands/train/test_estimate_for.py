"""`--dry-run --estimate-for CARD`: memory and time without the card, and without weights."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from instructgpt_cli.commands.train import command as train
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.recipe.load import load

LARGE = "model.config={model_type: llama, hidden_size: 2048, intermediate_size: 8192, num_hidden_layers: 2}"


@pytest.fixture
def estimate(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], one_thread: None
) -> Callable[..., dict[str, object]]:
    monkeypatch.chdir(place)

    def start(card: str, *words: str) -> dict[str, object]:
        recipe = load("base.yaml", ("train.micro_batch_tokens=null", *words), "pretrain")
        train.run(
            recipe,
            command="pretrain",
            dry_run=True,
            estimate_for=card,
            smoke=False,
            fresh=False,
            json=True,
            quiet=True,
        )
        found: dict[str, object] = json.loads(capsys.readouterr().out.splitlines()[-1])
        return found

    return start


def test_it_shows_memory_by_part_and_time(estimate: Callable[..., dict[str, object]], place: Path) -> None:
    before = sorted(place.rglob("*"))
    found = estimate("h200")
    assert (found["event"], found["card"], found["fits"], found["steps"]) == ("estimate", "h200", True, 14)
    memory = found["memory"]
    assert isinstance(memory, dict)
    assert memory["optimizer"] == 2 * memory["gradients"]
    assert estimate("4090")["seconds_a_step"] > found["seconds_a_step"]  # type: ignore[operator]
    assert sorted(place.rglob("*")) == before


def test_a_model_that_this_machine_could_not_hold_is_no_obstacle(estimate: Callable[..., dict[str, object]]) -> None:
    wide = LARGE.replace("2048", "32768").replace("8192", "131072")  # 34 billion weights
    found = estimate("h200", wide, "model.config.num_attention_heads=64")
    assert found["fits"] is False
    assert found["micro_batch_tokens"] == 512


def test_a_model_that_cannot_be_simulated_is_refused(estimate: Callable[..., dict[str, object]]) -> None:
    experts = "model.config={model_type: mixtral, hidden_size: 32, intermediate_size: 64, num_hidden_layers: 1}"
    with pytest.raises(ModelError, match=r"--estimate-for: a step of mixtral in fp32 cannot be simulated: .*BF16"):
        estimate("h200", experts, "model.config.num_attention_heads=2", "train.precision=fp32")


def test_an_unknown_card_is_named(estimate: Callable[..., dict[str, object]]) -> None:
    with pytest.raises(UsageError, match="unknown card 'h20'"):
        estimate("h20")
