"""Sample answers at the end of a run."""

import json
from functools import partialmethod
from pathlib import Path

import pytest
import torch

from instructgpt_cli.commands.text_pipeline import load_text_pipeline
from instructgpt_cli.commands.train.samples import answer_some
from instructgpt_cli.model import compilation, load
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.terminal.console import Console


def test_samples_do_not_compile_the_model(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("a layer was compiled")

    rows = [{"prompt": f"Say {i}.", "completion": str(i)} for i in range(2)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    source = {"path": str(tmp_path / "rows.jsonl")}
    recipe = Recipe.model_validate({"model": {"path": str(tiny_model_folder)}, "data": {"train": [source]}})
    text = load_text_pipeline(recipe.model, recipe.tokenizer, recipe.data)
    model = load.load_pretrained(recipe.model, torch.device("cpu"))
    plain = answer_some(model, text, recipe.data.train, recipe.generate, 0, Console(quiet=True))
    monkeypatch.setattr(torch.nn.Module, "compile", partialmethod(torch.nn.Module.compile, backend=never))
    compilation.compile_layers(model)
    assert answer_some(model, text, recipe.data.train, recipe.generate, 0, Console(quiet=True)) == plain
    assert [sample["expected"] for sample in plain] == ["0", "1"]
