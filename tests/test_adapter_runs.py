"""A run that is stopped and continued ends in the bytes of one that was not, whatever it trains."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.commands.train.run import train
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.terminal.console import Console


def result(place: Path, model: Path, stop_at: int | None, **lora: Any) -> dict[str, str]:
    """The hashes of the metrics and of all weights of a run; one that stops leaves nothing in this process."""
    recipe = Recipe.model_validate(
        {
            "output_dir": str(place),
            "model": {"path": str(model)},
            "data": {"train": [{"path": "rows.jsonl"}], "max_length": 128},
            "checkpoint": {"keep": 1},
            "train": {
                "max_steps": 5,
                "lr": 0.01,
                "batch_tokens": 512,
                "micro_batch_tokens": 128,
                "gradient_checkpointing": True,
                "lora": {"rank": 4, **lora},
            },
        }
    )
    for stop in (stop_at, None):
        train(recipe, "finetune", Console(quiet=True), fresh=False, stop_at=stop)
    files = [place / "metrics.jsonl", *place.rglob("*.safetensors")]
    return {str(path.relative_to(place)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize(
    "lora",
    [
        {"dropout": 0.1, "base": "nf4", "dora": True},
        {"base": "nf4", "double_quantization": False, "init": "pissa", "save": "adapter"},
        {"init": "pissa_niter_4", "rslora": True, "dropout": 0.1},
        {"init": "olora", "save": "both"},
    ],
    ids=str,
)
def test_adapters_of_each_kind_continue_to_the_same_bits(
    lora: dict[str, Any], additions: Path, tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "base" in lora:
        pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    monkeypatch.chdir(additions)
    whole = result(additions / "whole", tiny_model_folder, None, **lora)
    assert len(whole) >= 4
    assert result(additions / "stopped", tiny_model_folder, 2, **lora) == whole
