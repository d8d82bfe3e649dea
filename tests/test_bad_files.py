"""Every JSON file that is read, with everything in it that should not be: a message with the file's name and the right
exit code, and never a traceback, a hang or silence."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from instructgpt_cli.commands.generate import loaded_model
from instructgpt_cli.errors import ModelError, UsageError, UserError
from instructgpt_cli.recipe.data_schema import Tokenizer
from instructgpt_cli.recipe.load import load as load_recipe
from instructgpt_cli.recipe.schema import Generate, Model
from instructgpt_cli.system import atomic_files
from instructgpt_cli.system.json_object import MalformedJson, read_object
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import checkpoint

DEEP = 100_000
MALFORMED = {
    "empty": b"",
    "torn": b'{"a": [1, 2',
    "list": b"[]",
    "null": b"null",
    "number": b"3",
    "deep list": b"[" * DEEP,
    "deep object": b'{"a":' * DEEP,
    "not UTF-8": b'{"a": "\xff"}',
    "long number": b'{"a": ' + b"9" * 10_000 + b"}",
}
OF_THE_MODEL = ("config.json", "generation_config.json", "model.safetensors.index.json")
OF_THE_TOKENIZER = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json")


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy to damage, with its template in tokenizer_config.json."""
    copy = Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))
    (copy / "chat_template.jinja").unlink()
    return copy


def open_it(folder: Path) -> None:
    """All that `generate` does before it answers."""
    opened = loaded_model.open_model(Model(path=str(folder)), Tokenizer(), "cpu", None, Console())
    opened.decoder(Generate(), 0, Console())


def change(file: Path, **keys: Any) -> None:
    before = json.loads(file.read_text()) if file.exists() else {}
    file.write_text(json.dumps({**before, **keys}))


@pytest.mark.parametrize("kind", MALFORMED)
def test_what_is_no_object_is_refused_with_the_reason(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    file.write_bytes(MALFORMED[kind])
    with pytest.raises(MalformedJson, match=r"line \d+, column|nested too deeply|not a JSON object|not UTF-8|digits"):
        read_object(file)
    file.write_text('\ufeff{"a": 1}')
    assert read_object(file) == {"a": 1}
    with pytest.raises(MalformedJson, match="more than 10 bytes"):
        read_object(file, largest=10)


@pytest.mark.parametrize("name", OF_THE_MODEL + OF_THE_TOKENIZER)
@pytest.mark.parametrize("kind", MALFORMED)
def test_a_malformed_file_of_a_model_is_named(name: str, kind: str, folder: Path) -> None:
    (folder / name).write_bytes(MALFORMED[kind])
    with pytest.raises(ModelError) as caught:
        open_it(folder)
    assert name in caught.value.message


@pytest.mark.parametrize("listed", [None, [1], {"a": 5}, "model.safetensors"])
def test_a_list_of_shards_of_another_type_is_refused(listed: Any, folder: Path) -> None:
    change(folder / "model.safetensors.index.json", weight_map=listed)
    with pytest.raises(ModelError, match=r"index\.json: is damaged: weight_map does not map"):
        open_it(folder)


@pytest.mark.parametrize("name", ["chat_template.jinja", "additional_chat_templates/tool_use.jinja"])
def test_a_template_that_is_not_utf8_is_named(name: str, folder: Path) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"{{ messages }}\xff")
    with pytest.raises(ModelError, match=Path(name).name):
        open_it(folder)


@pytest.mark.parametrize("value", [5, True, [5], {"a": 1}, ["text"], [{"name": "a"}], [{"name": 1, "template": "b"}]])
def test_a_chat_template_of_another_type_is_refused(value: Any, folder: Path) -> None:
    change(folder / "tokenizer_config.json", chat_template=value)
    with pytest.raises(ModelError, match=r"tokenizer_config\.json is broken: chat_template should be"):
        open_it(folder)


@pytest.mark.parametrize("value", ["long", [5], True, {}])
def test_a_longest_text_of_another_type_is_refused(value: Any, folder: Path) -> None:
    change(folder / "tokenizer_config.json", model_max_length=value)
    with pytest.raises(ModelError, match=r"tokenizer_config\.json is broken: model_max_length should be a number"):
        open_it(folder)


@pytest.mark.parametrize("value", ["abc", [1], {"a": 1}, 1.5, True])
def test_a_vocabulary_size_that_is_no_number_is_a_fault_of_the_recipe(value: Any, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(json.dumps({"model": {"config": {"model_type": "llama", "vocab_size": value}}}))
    with pytest.raises(UsageError, match=r"r\.yaml:1: model\.config: vocab_size should be a whole number, not"):
        load_recipe(str(tmp_path / "r.yaml"), [], "inspect")


def test_a_whole_number_in_the_place_of_a_float_of_a_config_is_named(folder: Path) -> None:
    change(folder / "config.json", rms_norm_eps=1)
    with pytest.raises(ModelError, match="'rms_norm_eps' expected float, got int") as caught:
        open_it(folder)
    assert caught.value.hint.startswith("Correct the value in config.json")


def test_a_token_beyond_the_embeddings_is_named(folder: Path, tiny_tokenizer: Any) -> None:
    """Ids may have gaps: it is the largest one that counts, not how many there are."""
    file = folder / "tokenizer.json"
    tokenizer = json.loads(file.read_text())
    tokenizer["added_tokens"][-1]["id"] = 9_999
    tokenizer["model"]["vocab"][tokenizer["added_tokens"][-1]["content"]] = 9_999
    file.write_text(json.dumps(tokenizer))
    with pytest.raises(ModelError, match=rf"vocabulary only {len(tiny_tokenizer)}: '<\|pad\|>' has the id 9999"):
        open_it(folder)


@pytest.mark.parametrize("kind", MALFORMED)
def test_a_malformed_manifest_is_damage(kind: str, tmp_path: Path) -> None:
    (tmp_path / atomic_files.MANIFEST).write_bytes(MALFORMED[kind])
    assert atomic_files.verify(tmp_path).startswith("manifest.json is damaged")
    assert atomic_files.published_info(tmp_path) == {}


def _checkpoint(folder: Path, state: bytes) -> Path:
    """A checkpoint with that state, whole by its manifest."""
    model = torch.nn.Linear(2, 2)
    checkpoint.save(folder, model, [torch.optim.SGD(model.parameters())], checkpoint.RunState(step=3))
    (folder / "step-3" / checkpoint.STATE).write_bytes(state)
    (folder / "step-3" / atomic_files.MANIFEST).unlink()
    atomic_files.seal(folder / "step-3")
    return folder


@pytest.mark.parametrize("kind", MALFORMED)
def test_a_malformed_state_of_a_checkpoint_is_named(kind: str, tmp_path: Path) -> None:
    folder, model = _checkpoint(tmp_path, MALFORMED[kind]), torch.nn.Linear(2, 2)
    with pytest.raises(ModelError, match=r"state\.json: is damaged"):
        checkpoint.resume(folder, model, [torch.optim.SGD(model.parameters())])
    assert checkpoint.latest(folder) == checkpoint.RunState()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"step": "3"}, "is damaged: step: "),
        ({"step": 3.5}, "is damaged: step: "),
        ({"seconds": None}, "is damaged: seconds: "),
        ({"best_loss": [1]}, "is damaged: best_loss: "),
        ({"step": 3, "of_a_newer_version": 1}, "unknown key of_a_newer_version, of another version"),
    ],
)
def test_a_state_of_another_form_is_named(state: dict[str, Any], said: str, tmp_path: Path) -> None:
    folder, model = _checkpoint(tmp_path, json.dumps(state).encode()), torch.nn.Linear(2, 2)
    with pytest.raises(ModelError) as caught:
        checkpoint.resume(folder, model, [torch.optim.SGD(model.parameters())])
    assert said in caught.value.message
    assert "state.json" in caught.value.message


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)
CHANGED = {
    "config.json": "vocab_size hidden_size num_hidden_layers dtype rope_parameters architectures eos_token_id "
    "pad_token_id tie_word_embeddings head_dim attn_implementation auto_map",
    "generation_config.json": "eos_token_id pad_token_id temperature max_length top_k num_beams",
    "tokenizer_config.json": "chat_template eos_token model_max_length added_tokens_decoder auto_map tokenizer_class "
    "extra_special_tokens clean_up_tokenization_spaces padding_side",
    "special_tokens_map.json": "eos_token pad_token additional_special_tokens",
    "added_tokens.json": "<|new|> <|pad|>",
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_value_of_any_key_is_a_bug_of_ours(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(CHANGED)))
    key = data.draw(st.sampled_from(CHANGED[name].split()))
    file = folder / name
    before = file.read_bytes() if file.exists() else None
    change(file, **{key: data.draw(json_values)})
    try:
        open_it(folder)
    except UserError:
        pass
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
