"""generation_config.json of a starting model."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import generation_settings, load
from instructgpt_cli.recipe.schema import Model

Build = Callable[..., PreTrainedModel]


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))


def change(file: Path, **keys: Any) -> None:
    before = json.loads(file.read_text()) if file.exists() else {}
    file.write_text(json.dumps({**before, **keys}))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("eos_token_id", "abc"),
        ("eos_token_id", [1, None]),
        ("pad_token_id", 1.5),
        ("temperature", "hot"),
        ("max_length", [5]),
        ("do_sample", 3),
        ("top_k", True),
    ],
)
def test_a_setting_of_the_wrong_type_is_refused(key: str, value: Any, folder: Path) -> None:
    change(folder / "generation_config.json", **{key: value})
    with pytest.raises(ModelError, match=rf"generation_config\.json: {key} should be "):
        load.check_named(Model(path=str(folder)))


@pytest.mark.parametrize(
    "idle",
    [{"temperature": 0.6, "top_p": 0.9}, {"early_stopping": True}, {"pad_token_id": -1}, {"length_penalty": 2.0}],
)
def test_settings_without_effect_are_reset_so_that_the_model_can_be_saved(
    idle: dict[str, Any], folder: Path, tiny_tokenizer: Any, tmp_path: Path
) -> None:
    """As Llama 2 was published: Transformers loads such settings, and refuses to save them once one is changed."""
    change(folder / "generation_config.json", **idle)
    loaded = load.load_pretrained(Model(path=str(folder)), torch.device("cpu"))
    load.save(loaded, tiny_tokenizer, (3, 5), tmp_path / "again")
    assert (tmp_path / "again" / "model.safetensors").exists()


def test_sampling_settings_are_kept_with_do_sample(folder: Path) -> None:
    change(folder / "generation_config.json", do_sample=True, temperature=0.6, top_p=0.9)
    kept = load.load_pretrained(Model(path=str(folder)), torch.device("cpu")).generation_config
    assert kept is not None
    assert (kept.temperature, kept.top_p) == (0.6, 0.9)
    generation_settings.settle(None, "of a model without settings")
