"""Damaged, incomplete and foreign model folders: the error names the file or tensor, and no code of theirs runs."""

import json
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError, NumericsError
from instructgpt_cli.model import load
from instructgpt_cli.recipe.schema import Model

Build = Callable[..., PreTrainedModel]
CPU = torch.device("cpu")
LAST = "model.layers.1.mlp.down_proj.weight"


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))


def change_weights(folder: Path, change: Callable[[dict[str, torch.Tensor]], Any]) -> None:
    weights = load_file(folder / "model.safetensors")
    change(weights)
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def change_config(folder: Path, **keys: Any) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **keys}))


def refusal(path: Path | str) -> str:
    with pytest.raises(ModelError) as caught:
        load.load_pretrained(Model(path=str(path)), CPU)
    return f"{caught.value.message} | {caught.value.hint}"


class Payload:
    """Unpickling it leaves a mark."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> Any:
        return (Path.touch, (self.mark,))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda w: w.pop(LAST), f"lacks {LAST}"),
        (lambda w: w.update({"model.extra.weight": torch.zeros(2)}), "has unexpected model.extra.weight"),
        (lambda w: w.update({LAST: torch.zeros(3, 5)}), f"has the wrong shape for {LAST}"),
    ],
)
def test_weights_that_do_not_match_the_config_are_named(folder: Path, change: Any, said: str) -> None:
    change_weights(folder, change)
    assert said in refusal(folder)


def test_a_missing_untied_head_is_refused(folder: Path) -> None:
    change_weights(folder, lambda w: w.pop("lm_head.weight"))
    assert "lacks lm_head.weight" in refusal(folder)


def test_truncated_weights_are_named(folder: Path) -> None:
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:-1000])
    assert "model.safetensors: is damaged: " in refusal(folder)


@pytest.mark.parametrize("length", [0, 7, 100, -10])
def test_damaged_weights_are_named(folder: Path, length: int) -> None:
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:length])
    assert f"{file}: is damaged: " in refusal(folder)


def test_a_folder_without_weights_is_refused(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    assert "has no .safetensors weights" in refusal(folder)


def test_a_folder_without_a_config_is_refused(folder: Path) -> None:
    (folder / "config.json").unlink()
    assert "has no config.json" in refusal(folder)


def test_a_missing_folder_gets_a_suggestion(folder: Path) -> None:
    assert f"Did you mean {folder}?" in refusal(folder.parent / "modle" if folder.exists() else folder)
    assert "is a file, not a model folder" in refusal(folder / "config.json")


def test_an_unknown_architecture_is_named(folder: Path) -> None:
    change_config(folder, model_type="lama9", architectures=["Lama9ForCausalLM"])
    assert "lama9" in refusal(folder)


def test_a_run_folder_gets_the_hint_to_name_its_model(folder: Path) -> None:
    run = folder.parent / "run"
    run.mkdir()
    folder.rename(run / "model")
    with pytest.raises(ModelError) as caught:
        load.check_named(Model(path=str(run)))
    assert caught.value.hint == f"Did you mean {run / 'model'}?"


def test_a_pickled_adapter_is_never_opened(folder: Path) -> None:
    (folder / "adapter_config.json").write_text('{"peft_type": "LORA", "base_model_name_or_path": "some/base"}')
    (folder / "adapter_model.bin").write_bytes(b"cos\nsystem\n(S'touch opened'\ntR.")
    assert "adapter_model.safetensors: file not found | Only .safetensors weights are read" in refusal(folder)
    (folder / "config.json").unlink()
    assert "adapter_model.safetensors: file not found" in refusal(folder)


def test_pickled_weights_are_never_opened(folder: Path, tmp_path: Path) -> None:
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps(Payload(tmp_path / "ran")))
    assert "a pickled file can run code" in refusal(folder)
    assert not (tmp_path / "ran").exists()


def test_code_in_a_model_folder_is_not_imported(folder: Path, tmp_path: Path) -> None:
    (folder / "modeling_evil.py").write_text(f"from pathlib import Path\nPath({str(tmp_path / 'ran')!r}).touch()\n")
    auto = {"AutoConfig": "modeling_evil.Config", "AutoModelForCausalLM": "modeling_evil.Model"}
    change_config(folder, model_type="evil", auto_map=auto)
    assert "model.trust_remote_code: true allows it" in refusal(folder)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "keys",
    [
        {"_attn_implementation": "evil/kernel"},
        {"experts_implementation": "evil/kernel"},
        {"text_config": {"attn_implementation": "flash|evil/kernel@main"}},
    ],
)
def test_a_hub_kernel_named_in_a_config_is_not_fetched(folder: Path, keys: dict[str, Any]) -> None:
    change_config(folder, **keys)
    assert "asks to run code from the Hub" in refusal(folder)
    load.check_named(Model(path=str(folder), trust_remote_code=True))


def test_nor_one_named_in_the_config_of_a_hub_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "models--somebody--tiny"
    (home / "snapshots" / "a").mkdir(parents=True)
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text("a")
    config = {"model_type": "llama", "_attn_implementation": "evil/kernel"}
    (home / "snapshots" / "a" / "config.json").write_text(json.dumps(config))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="asks to run code from the Hub: 'evil/kernel'"):
        load.load_pretrained(Model(path="somebody/tiny"), torch.device("cpu"))


def test_an_oversized_config_is_refused(folder: Path) -> None:
    change_config(folder, x="a" * 11_000_000)
    assert "config.json: is damaged: it has more than 10,000,000 bytes" in refusal(folder)


def test_a_shard_index_cannot_name_files_outside_the_folder(folder: Path, tmp_path: Path) -> None:
    shutil.move(folder / "model.safetensors", tmp_path / "outside.safetensors")
    names = load_file(tmp_path / "outside.safetensors").keys()
    index = {"metadata": {"total_size": 1}, "weight_map": dict.fromkeys(names, "../outside.safetensors")}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    assert "names weights outside its folder: ../outside.safetensors" in refusal(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "config.json: is damaged"),
        ("{", "config.json: is damaged"),
        ("null", "config.json: is damaged: it is not a JSON object"),
        ("[]", "config.json: is damaged: it is not a JSON object"),
        ('{"model_type": 3}', "config.json: names no model_type"),
        ('{"model_type": "lama"}', "config.json: model_type: unknown architecture 'lama'"),
    ],
)
def test_a_damaged_config_is_named(folder: Path, text: str, said: str) -> None:
    (folder / "config.json").write_text(text)
    assert said in refusal(folder)
    with pytest.raises(ModelError, match=r"config\.json"):
        load.check_named(Model(path=str(folder)))


def test_a_missing_shard_is_named(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    index = folder / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": {"a": "model-1.safetensors"}}))
    assert "has no model-1.safetensors" in refusal(folder)
    index.write_text(json.dumps({"weight_map": {}}))
    assert "has no weights" in refusal(folder)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_non_finite_weights_are_named(folder: Path, value: float) -> None:
    name = "model.layers.1.mlp.up_proj.weight"
    change_weights(folder, lambda weights: weights[name][3, 5].fill_(value))
    for dtype in (torch.float32, None):
        with pytest.raises(NumericsError, match=f"{folder}: {name} holds values that are not finite"):
            load.load_pretrained(Model(path=str(folder)), CPU, dtype)


def test_an_unreadable_model_folder_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", forbidden)
    with pytest.raises(ModelError, match=rf"{folder}/\w+.json: cannot be read: Permission denied"):
        load.check_named(Model(path=str(folder)))


@pytest.mark.parametrize("odd", ["pipe", "link", "folder"])
def test_weights_that_are_not_a_file_are_named(folder: Path, odd: str) -> None:
    file = folder / "model.safetensors"
    file.unlink()
    match odd:
        case "pipe":
            os.mkfifo(file)
        case "link":
            file.symlink_to("gone")
        case _:
            file.mkdir()
    assert f"{file}: not a file, or a broken link" in refusal(folder)


def test_unreadable_weights_are_not_called_damaged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert f"{folder / 'model.safetensors'}: cannot be read: Permission denied" in refusal(folder)
