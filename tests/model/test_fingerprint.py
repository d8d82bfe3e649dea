"""Fingerprints of model folders and Hub ids."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.fingerprint import model_fingerprint, tokenizer_fingerprint

Build = Callable[..., PreTrainedModel]


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))


def test_for_a_hub_id_it_is_the_commit_of_the_branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the cache's layout, a branch is a file that names a commit."""
    home = tmp_path / "models--somebody--tiny"
    for commit in ("a" * 40, "b" * 40):
        (home / "snapshots" / commit).mkdir(parents=True)
        (home / "snapshots" / commit / "config.json").write_text("{}")
    (home / "refs").mkdir()
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    for commit in ("a" * 40, "b" * 40):
        (home / "refs" / "main").write_text(commit)
        assert model_fingerprint("somebody/tiny") == tokenizer_fingerprint("somebody/tiny") == commit
    assert model_fingerprint("somebody/tiny", "a" * 40) == "a" * 40
    with pytest.raises(ModelError, match="somebody/else: no such folder, and as a Hub model: "):
        model_fingerprint("somebody/else")


@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "generation_config.json"])
def test_the_fingerprint_covers_weights_and_configs(folder: Path, name: str) -> None:
    before = model_fingerprint(str(folder))
    (folder / "notes.txt").write_text("unrelated")
    assert model_fingerprint(str(folder)) == before != ""
    with (folder / name).open("ab") as file:
        file.write(b"\n")
    assert model_fingerprint(str(folder)) != before


def test_a_tokenizer_fingerprint_ignores_the_weights(folder: Path) -> None:
    before = tokenizer_fingerprint(str(folder))
    (folder / "model.safetensors").write_bytes(b"other")
    assert tokenizer_fingerprint(str(folder)) == before
    (folder / "chat_template.jinja").write_text("{{ messages }}")
    assert tokenizer_fingerprint(str(folder)) != before


def test_without_a_path_or_folder_it_is_empty(tmp_path: Path) -> None:
    assert model_fingerprint(None) == model_fingerprint("") == model_fingerprint(str(tmp_path / "gone")) == ""
