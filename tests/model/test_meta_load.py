"""Models without their weights, and the files that hold them."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from conftest import TINY_CONFIGS
from safetensors.torch import load_file, save_file
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import load
from instructgpt_cli.model.meta_load import load_on_meta
from instructgpt_cli.recipe.schema import Model

Build = Callable[..., PreTrainedModel]
CPU = torch.device("cpu")
# Their files hold each expert apart, or have other names.
CONVERTED = {"mixtral", "qwen3_moe", "deepseek_v3", "jamba", "phimoe", "gpt_neox"}


def not_told(text: str) -> None:
    raise AssertionError(text)


def saved(model: PreTrainedModel, folder: Path) -> Model:
    model.save_pretrained(folder)
    return Model(path=str(folder))


@pytest.mark.parametrize("architecture", TINY_CONFIGS)
def test_the_model_and_its_files_are_those_that_are_loaded(
    tiny_model: Build, tmp_path: Path, architecture: str
) -> None:
    wanted = saved(tiny_model(architecture).bfloat16(), tmp_path)
    expected = load.load_pretrained(wanted, CPU)
    found = load_on_meta(wanted, lambda _: None)
    assert (found is None) == (architecture in CONVERTED)
    if found is None:
        return
    model, files = found
    assert all(p.is_meta for p in model.parameters())
    assert model.config.to_dict() == expected.config.to_dict()
    assert model.generation_config.to_dict() == expected.generation_config.to_dict()
    assert (model.training, model.dtype) == (False, torch.float32)
    state = expected.state_dict()
    assert model.state_dict().keys() == state.keys()
    for name in files:
        assert torch.equal(files.tensor(name).float(), state[name])
    buffers = dict(model.named_buffers())
    assert buffers.keys() == dict(expected.named_buffers()).keys()
    for name, buffer in expected.named_buffers():
        assert torch.equal(buffers[name], buffer), name


def test_weights_may_lie_in_several_files(tiny_model: Build, tmp_path: Path) -> None:
    model = tiny_model("llama")
    model.save_pretrained(tmp_path, max_shard_size="50KB")
    (tmp_path / "stray.safetensors").write_bytes(next(tmp_path.glob("*.safetensors")).read_bytes())
    assert len([*tmp_path.glob("model-*")]) > 1
    found = load_on_meta(Model(path=str(tmp_path)), not_told)
    assert found is not None
    assert {name: found[1].tensor(name).sum() for name in found[1]} == {n: p.sum() for n, p in model.named_parameters()}


def change(folder: Path, how: str) -> None:
    file = folder / "model.safetensors"
    weights = load_file(file)
    name = "model.norm.weight"
    if how == "lacking":
        del weights[name]
    elif how == "another shape":
        weights[name] = weights[name][1:]
    elif how == "left over":
        weights["model.more.weight"] = weights[name].clone()
    elif how == "integers":
        weights[name] = weights[name].long()
    save_file(weights, file, {"format": "pt"})
    if how == "no weights":
        file.unlink()
    elif how == "no such key":
        (folder / "config.json").write_text('{"model_type": "llama", "hidden_size": -1}')


@pytest.mark.parametrize("how", ["lacking", "another shape", "left over", "integers", "no weights", "no such key"])
def test_what_does_not_fit_is_loaded_in_full(tiny_model: Build, tmp_path: Path, how: str) -> None:
    """Which reports what is wrong."""
    wanted = saved(tiny_model("llama"), tmp_path)
    assert load_on_meta(wanted, not_told) is not None
    change(tmp_path, how)
    assert load_on_meta(wanted, not_told) is None


def test_tied_weights_that_are_stored_twice_may_differ(tiny_model: Build, tmp_path: Path) -> None:
    wanted = saved(tiny_model("llama", tie_word_embeddings=True), tmp_path)
    assert load_on_meta(wanted, not_told) is not None
    weights = load_file(tmp_path / "model.safetensors")
    save_file({**weights, "lm_head.weight": weights["model.embed_tokens.weight"] + 1}, tmp_path / "model.safetensors")
    assert load_on_meta(wanted, not_told) is None


def test_models_on_the_hub_and_with_code_are_loaded_in_full(tiny_model: Build, tmp_path: Path) -> None:
    assert load_on_meta(Model(path="org/name"), not_told) is None
    assert load_on_meta(Model(config={"model_type": "llama"}), not_told) is None
    wanted = saved(tiny_model("llama"), tmp_path)
    assert load_on_meta(wanted.model_copy(update={"trust_remote_code": True}), not_told) is None
    with pytest.raises(ModelError, match="no such model folder"):
        load_on_meta(Model(path=str(tmp_path / "none")), not_told)
