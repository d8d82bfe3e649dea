"""The number of weights of a config, and free memory."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.errors import ResourceError
from instructgpt_cli.model import load, size
from instructgpt_cli.recipe.schema import Model

Build = Callable[..., PreTrainedModel]


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))


def change(file: Path, **keys: Any) -> None:
    before = json.loads(file.read_text()) if file.exists() else {}
    file.write_text(json.dumps({**before, **keys}))


@pytest.mark.parametrize("layers", [10_001, 10**12])
@pytest.mark.parametrize("kind", ["llama", "gpt2", "qwen3"])
def test_too_many_layers_are_refused_at_once(kind: str, layers: int) -> None:
    key = "n_layer" if kind == "gpt2" else "num_hidden_layers"
    with pytest.raises(ResourceError, match=rf"model\.config: describes a model of {layers:,} layers"):
        size.refuse_too_large({"model_type": kind, key: layers}, 4, "model.config")


@pytest.mark.parametrize(
    "keys", [{"num_hidden_layers": 9_999}, {"vocab_size": 10**12}, {"hidden_size": 10**8}, {"hidden_size": 10**12}]
)
def test_a_model_larger_than_free_memory_is_refused_before_loading(keys: dict[str, int], folder: Path) -> None:
    change(folder / "config.json", **keys)
    change(folder / "config.json", **({"hidden_size": 8192} if "num_hidden_layers" in keys else {}))
    with pytest.raises(ResourceError, match=r"config\.json: describes a model of at least [\d,]+ weights, which need"):
        load.load_pretrained(Model(path=str(folder)), torch.device("cpu"))


def test_the_number_of_weights_is_a_lower_bound_and_exact_for_few_layers(
    tiny_model: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for layers in (2, 12):
        model = tiny_model("llama", num_hidden_layers=layers)
        counted = size.at_least(model.config.to_dict())
        assert counted == sum(t.numel() for t in (*model.parameters(), *model.buffers()))
    mixed = {"model_type": "deepseek_v3", "num_hidden_layers": 12, "first_k_dense_replace": 10}
    few = size.at_least({**mixed, "num_hidden_layers": 8})
    counted = size.at_least(mixed)
    assert few is not None
    assert counted is not None
    assert counted > few
    monkeypatch.setattr(size, "free_memory", lambda: counted * 4 - 1)
    with pytest.raises(ResourceError, match="of memory are free"):
        size.refuse_too_large(mixed, 4, "model.config")
    monkeypatch.setattr(size, "free_memory", lambda: counted * 4)
    size.refuse_too_large(mixed, 4, "model.config")


def test_free_memory_respects_the_container_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, "CGROUP", tmp_path)
    machine = size.free_memory()
    (tmp_path / "memory.current").write_text("1000\n")
    (tmp_path / "memory.max").write_text("max\n")
    assert size.free_memory() > machine // 2
    (tmp_path / "memory.max").write_text("5000\n")
    assert size.free_memory() == 4000
