"""What a PEFT folder says of itself, read without torch."""

import json
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.errors import ModelError
from instructgpt_cli.system import adapter_folder


def folder(place: Path, base: object, **config: Any) -> str:
    place.mkdir(parents=True)
    values = {"peft_type": "LORA", "base_model_name_or_path": base, "bias": "none", **config}
    (place / "adapter_config.json").write_text(json.dumps(values))
    head = json.dumps({"__metadata__": {"format": "pt", "dtype": "bfloat16"}}).encode()
    (place / "adapter_model.safetensors").write_bytes(len(head).to_bytes(8, "little") + head)
    return str(place)


def test_an_adapter_names_its_base_and_how_it_was_saved(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    adapter = adapter_folder.read(folder(tmp_path / "a", str(tmp_path / "base"), r=8))
    assert (adapter.base, adapter.revision, adapter.about["dtype"]) == (str(tmp_path / "base"), None, "bfloat16")
    assert adapter_folder.is_adapter(str(tmp_path / "a"))
    assert not adapter_folder.is_adapter(str(tmp_path / "base"))
    assert not adapter_folder.is_adapter(None)
    of_hub = adapter_folder.read(folder(tmp_path / "b", "owner/model", revision="abc"))
    assert (of_hub.base, of_hub.revision) == ("owner/model", "abc")


def test_a_base_that_is_gone_is_reported_with_what_to_do(tmp_path: Path) -> None:
    path = folder(tmp_path / "a", str(tmp_path / "gone"))
    with pytest.raises(ModelError, match=f"{path}: its base model was not found: {tmp_path}/gone") as caught:
        adapter_folder.whole_model(path)
    assert "base_model_name_or_path" in caught.value.hint


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"peft_type": "IA3"}, 'peft_type: "IA3" is not supported, only "LORA"'),
        ({"modules_to_save": ["lm_head"]}, r'modules_to_save: \["lm_head"\] is not supported, only null'),
        ({"bias": "all"}, 'bias: "all" is not supported, only "none"'),
        ({"base_model_name_or_path": None}, "base_model_name_or_path is missing"),
    ],
)
def test_other_adapters_are_refused_by_their_key(tmp_path: Path, config: dict[str, Any], message: str) -> None:
    with pytest.raises(ModelError, match=f"adapter_config.json: {message}"):
        adapter_folder.read(folder(tmp_path / "a", str(tmp_path), **config))


def test_damaged_files_are_named(tmp_path: Path) -> None:
    path = Path(folder(tmp_path / "a", str(tmp_path)))
    (path / "adapter_model.safetensors").write_bytes(b"\x02\0\0\0\0\0\0\0{")
    with pytest.raises(ModelError, match=r"adapter_model\.safetensors: is damaged"):
        adapter_folder.read(str(path))
    (path / "adapter_model.safetensors").rename(path / "adapter_model.bin")
    with pytest.raises(ModelError, match=r"adapter_model\.safetensors: file not found") as caught:
        adapter_folder.read(str(path))
    assert "pickled" in caught.value.hint
    (path / "adapter_config.json").write_text("{")
    with pytest.raises(ModelError, match=r"adapter_config\.json: is damaged"):
        adapter_folder.read(str(path))


def test_adapters_on_adapters_lead_to_the_whole_model_or_are_refused(tmp_path: Path) -> None:
    first = folder(tmp_path / "first", str(tmp_path))
    second = folder(tmp_path / "second", first)
    adapters, model, revision = adapter_folder.chain(second)
    assert ([str(adapter.path) for adapter in adapters], model, revision) == ([second, first], str(tmp_path), None)
    assert adapter_folder.chain(str(tmp_path)) == ([], str(tmp_path), None)
    cycle = folder(tmp_path / "cycle", str(tmp_path / "cycle"))
    with pytest.raises(ModelError, match="more than 8 adapters on top of each other"):
        adapter_folder.chain(cycle)


def test_the_tokenizer_is_the_adapters_the_merged_models_or_the_bases(tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    inside = folder(tmp_path / "model" / "adapter", str(base))
    assert adapter_folder.text_folder(inside) == (str(base), None)
    (tmp_path / "model" / "tokenizer.json").touch()
    assert adapter_folder.text_folder(inside) == (str(base), None)  # there is no model around it
    (tmp_path / "model" / "config.json").touch()
    assert adapter_folder.text_folder(inside) == (str(tmp_path / "model"), None)
    (tmp_path / "model" / "adapter" / "tokenizer.json").touch()
    assert adapter_folder.text_folder(inside) == (inside, None)
    assert adapter_folder.text_folder("owner/model", "main") == ("owner/model", "main")
