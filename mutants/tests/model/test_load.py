"""Models that cannot be loaded, or do not fit: the message names what is wrong, and nothing foreign runs."""

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
from transformers import AutoModelForCausalLM, PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.errors import ModelError, NumericsError, UsageError
from instructgpt_cli.model import load
from instructgpt_cli.model.fingerprint import fingerprint, tokenizer_fingerprint
from instructgpt_cli.recipe.schema import Model

CPU = torch.device("cpu")


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


LAST = "model.layers.1.mlp.down_proj.weight"


def test_a_whole_model_loads_with_the_weights_that_are_there(folder: Path) -> None:
    loaded = load.load_pretrained(Model(path=str(folder)), CPU)
    torch.testing.assert_close(loaded.state_dict()[LAST], load_file(folder / "model.safetensors")[LAST])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda w: w.pop(LAST), f"lacks {LAST}"),
        (lambda w: w.update({"model.extra.weight": torch.zeros(2)}), "has left-over model.extra.weight"),
        (lambda w: w.update({LAST: torch.zeros(3, 5)}), f"has the wrong shape for {LAST}"),
    ],
)
def test_weights_that_do_not_belong_to_the_config(folder: Path, change: Any, said: str) -> None:
    change_weights(folder, change)
    assert said in refusal(folder)


def loaded_with_warnings(folder: Path) -> tuple[PreTrainedModel, list[str]]:
    told: list[str] = []
    return load.load_pretrained(Model(path=str(folder)), CPU, warn=told.append).eval(), told


def logits(model: PreTrainedModel) -> torch.Tensor:
    with torch.no_grad():
        found: torch.Tensor = model(torch.arange(20)[None]).logits
        return found


def test_a_whole_model_is_loaded_without_a_word(folder: Path) -> None:
    assert loaded_with_warnings(folder)[1] == []


def test_a_head_of_its_own_though_the_config_ties_it_stays_one_and_is_told(
    folder: Path, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    """Transformers 5 loads both and warns, 4 would take the embeddings for the head."""
    change_config(folder, tie_word_embeddings=True)
    model, told = loaded_with_warnings(folder)
    assert told == [
        f"{folder}: config.json ties the head to the embeddings, and the weights have two different ones: they stay two"
    ]
    assert torch.equal(logits(model), logits(AutoModelForCausalLM.from_pretrained(folder)))
    load.save(model, tiny_tokenizer, (), tmp_path / "again")
    assert json.loads((tmp_path / "again" / "config.json").read_text())["tie_word_embeddings"] is False
    again, told = loaded_with_warnings(tmp_path / "again")
    assert told == []
    assert torch.equal(logits(again), logits(model))


def test_a_head_that_is_tied_and_stored_too_is_tied(folder: Path) -> None:
    change_config(folder, tie_word_embeddings=True)
    change_weights(folder, lambda w: w.update({"lm_head.weight": w["model.embed_tokens.weight"].clone()}))
    model, told = loaded_with_warnings(folder)
    assert model.get_output_embeddings().weight is model.get_input_embeddings().weight
    assert told == []


def test_an_untied_head_that_is_not_there_is_refused(folder: Path) -> None:
    change_weights(folder, lambda w: w.pop("lm_head.weight"))
    assert "lacks lm_head.weight" in refusal(folder)


def test_buffers_of_older_files_are_left_out_and_told(folder: Path) -> None:
    before = logits(loaded_with_warnings(folder)[0])
    names = [f"model.layers.{i}.self_attn.{name}" for i in (0, 1) for name in ("masked_bias", "position_ids")]
    change_weights(folder, lambda w: w.update({name: torch.ones(3) for name in names}))
    model, told = loaded_with_warnings(folder)
    assert told == [f"{folder}: {', '.join(names[:3])} and 1 more: left out; this version computes them itself"]
    assert torch.equal(logits(model), before)


def test_what_the_library_warns_of_while_it_loads_is_told_and_not_printed(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    change_config(folder, rope_parameters={"rope_type": "default", "rope_theta": 10000.0, "sharpness": 3})
    _, told = loaded_with_warnings(folder)
    assert told == [f"{folder}: Unrecognized keys in `rope_parameters` for 'rope_type'='default': {{'sharpness'}}"]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("model_type", "said"),
    [
        ("qwen2_5_vl", "'qwen2_5_vl' is a vision-language model (images and text), not a causal language model"),
        ("clip", "'clip' is a vision model"),
        ("t5", "'t5' is an encoder-decoder"),
        ("distilbert", "'distilbert' is an encoder, "),
        ("wav2vec2", "'wav2vec2' is an audio model"),
    ],
)
def test_a_model_of_another_kind_is_called_what_it_is(folder: Path, model_type: str, said: str) -> None:
    change_config(folder, model_type=model_type)
    assert said in refusal(folder)
    with pytest.raises(ModelError, match=r"model\.config\.model_type: ") as caught:
        load.check_named(Model(config={"model_type": model_type}))
    assert said in caught.value.message


def test_truncated_weights(folder: Path) -> None:
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:-1000])
    assert "model.safetensors: is damaged: " in refusal(folder)


def test_a_config_without_weights(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    assert "has no .safetensors weights" in refusal(folder)


def test_weights_without_a_config(folder: Path) -> None:
    (folder / "config.json").unlink()
    assert "has no config.json" in refusal(folder)


def test_a_missing_folder_and_what_it_may_have_been(folder: Path) -> None:
    assert f"Did you mean {folder}?" in refusal(folder.parent / "modle" if folder.exists() else folder)
    assert "is a file, not a model folder" in refusal(folder / "config.json")


def test_an_unknown_architecture(folder: Path) -> None:
    change_config(folder, model_type="lama9", architectures=["Lama9ForCausalLM"])
    assert "lama9" in refusal(folder)


class Payload:
    """Unpickling it leaves a mark."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> Any:
        return (Path.touch, (self.mark,))


def test_a_run_folder_is_not_its_model_but_near_it(folder: Path) -> None:
    run = folder.parent / "run"
    run.mkdir()
    folder.rename(run / "model")
    with pytest.raises(ModelError) as caught:
        load.check_named(Model(path=str(run)))
    assert caught.value.hint == f"Did you mean {run / 'model'}?"


def test_an_adapter_is_not_loaded_onto_what_it_names(folder: Path) -> None:
    (folder / "adapter_config.json").write_text('{"peft_type": "LORA", "base_model_name_or_path": "some/base"}')
    (folder / "adapter_model.bin").write_bytes(b"cos\nsystem\n(S'touch opened'\ntR.")
    assert "holds an adapter" in refusal(folder)
    (folder / "config.json").unlink()
    assert "holds an adapter" in refusal(folder)
    for config, base in (
        ('{"base_model_name_or_path": "some/base"}', "its base, some/base, and"),
        ('{"base_model_name_or_path": null}', "its base and"),
        ("[", "its base and"),
    ):
        (folder / "adapter_config.json").write_text(config)
        with pytest.raises(ModelError) as caught:
            load.check_named(Model(path=str(folder)))
        assert base in caught.value.hint


def test_pickled_weights_are_never_opened(folder: Path, tmp_path: Path) -> None:
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps(Payload(tmp_path / "ran")))
    assert "a pickled file can run code" in refusal(folder)
    assert not (tmp_path / "ran").exists()


def test_code_that_comes_with_a_model_is_not_imported(folder: Path, tmp_path: Path) -> None:
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
def test_a_kernel_of_the_hub_that_a_config_names_is_not_fetched(folder: Path, keys: dict[str, Any]) -> None:
    change_config(folder, **keys)
    assert "wants to run code of the hub" in refusal(folder)
    load.check_named(Model(path=str(folder), trust_remote_code=True))


def test_nor_one_that_the_config_of_a_hub_model_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "models--somebody--tiny"
    (home / "snapshots" / "a").mkdir(parents=True)
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text("a")
    config = {"model_type": "llama", "_attn_implementation": "evil/kernel"}
    (home / "snapshots" / "a" / "config.json").write_text(json.dumps(config))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="wants to run code of the hub, 'evil/kernel'"):
        load.load_pretrained(Model(path="somebody/tiny"), torch.device("cpu"))


def test_a_config_of_a_size_that_none_has_is_refused(folder: Path) -> None:
    change_config(folder, x="a" * 11_000_000)
    assert "config.json: is damaged: it has more than 10,000,000 bytes" in refusal(folder)


def test_shards_cannot_climb_out_of_the_folder(folder: Path, tmp_path: Path) -> None:
    shutil.move(folder / "model.safetensors", tmp_path / "outside.safetensors")
    names = load_file(tmp_path / "outside.safetensors").keys()
    index = {"metadata": {"total_size": 1}, "weight_map": dict.fromkeys(names, "../outside.safetensors")}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    assert "names weights outside of its folder: ../outside.safetensors" in refusal(folder)


def test_a_tokenizer_larger_than_the_vocabulary(
    tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    model = tiny_model("llama", vocab_size=len(tiny_tokenizer) - 1)
    with pytest.raises(ModelError, match=f"has {len(tiny_tokenizer)} tokens and the model's vocabulary only"):
        load.check_fit(model, tiny_tokenizer, 8)


def test_rows_longer_than_the_positions(
    tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    with pytest.raises(ModelError, match="positions for 64 tokens"):
        load.check_fit(tiny_model("gpt2", n_positions=64), tiny_tokenizer, 65)


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"model_type": "lama"}, "Did you mean llama"),
        ({"model_type": "llama", "hidden_sise": 32}, "Did you mean hidden_size"),
        ({"model_type": "llama", "hidden_size": 30, "num_attention_heads": 4}, "model.config"),
        ({"model_type": "llama", "hidden_size": 0}, "model.config.hidden_size: should be greater than 0, not 0"),
        ({"model_type": "llama", "hidden_act": "x"}, "model.config: 'x' is not known"),
        ({"model_type": "llama", "head_dim": 0}, "model.config: "),
        ({"model_type": "gpt2", "n_embd": 16, "n_head": 2, "n_layer": 1, "head_dim": 7}, "the heads of gpt2 cannot"),
        ({"model_type": "llama", "vocab_size": 10}, "vocab_size is 10 and the tokenizer has"),
    ],
)
def test_configs_that_make_no_model(config: dict[str, Any], said: str, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    with pytest.raises(ModelError) as caught:
        load.build_random(Model(config=config), tiny_tokenizer, 0)
    assert said in f"{caught.value.message} | {caught.value.hint}"


@pytest.mark.parametrize("architecture", ["qwen3_moe", "phi3", "llama"])
def test_heads_of_a_size_of_their_own(
    architecture: str, tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    """Qwen3-30B-A3B's config names it, for which Transformers has a field in some architectures only."""
    sizes = {"hidden_size": 16, "intermediate_size": 32, "num_attention_heads": 4, "num_key_value_heads": 2}
    config = {"model_type": architecture, **sizes, "num_hidden_layers": 1, "head_dim": 8}
    model = load.build_random(Model(config=config), tiny_tokenizer, 0)
    assert {tuple(p.shape) for name, p in model.named_parameters() if name.endswith("o_proj.weight")} == {(16, 32)}
    model.save_pretrained(tmp_path / "model")
    again = load.load_pretrained(Model(path=str(tmp_path / "model")), CPU)
    ids = torch.arange(6)[None]
    torch.testing.assert_close(again(ids).logits, model.eval()(ids).logits)


def test_random_weights_are_a_function_of_the_seed(tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    model = Model(config={"model_type": "llama", "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1,
                          "num_attention_heads": 2, "num_key_value_heads": 2})  # fmt: skip
    torch.rand(3)
    first, again, other = (load.build_random(model, tiny_tokenizer, seed).state_dict() for seed in (1, 1, 2))
    name = "model.layers.0.mlp.up_proj.weight"
    assert torch.equal(first[name], again[name])
    assert not torch.equal(first[name], other[name])


ROUTED = {
    **{"n_routed_experts": 4, "num_experts_per_tok": 2, "n_group": 1, "topk_group": 1, "moe_intermediate_size": 16},
    **{"first_k_dense_replace": 1, "q_lora_rank": 8, "kv_lora_rank": 8, "qk_nope_head_dim": 8, "qk_rope_head_dim": 8},
    **{"v_head_dim": 8, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 2},
}


@pytest.mark.parametrize("tied", [True, False])
def test_saved_in_bfloat16_each_weight_is_rounded_once(
    tied: bool, tiny_model: Callable[..., PreTrainedModel], tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    model = tiny_model("llama", tie_word_embeddings=tied)
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    load.save(model, tiny_tokenizer, (7,), tmp_path / "model", torch.bfloat16)
    assert all(torch.equal(tensor, before[name]) for name, tensor in model.state_dict().items())
    stored = load_file(tmp_path / "model" / "model.safetensors")
    assert stored.keys() == before.keys() - ({"lm_head.weight"} if tied else set())
    assert all(torch.equal(tensor, before[name].bfloat16()) for name, tensor in stored.items())
    again = load.load_pretrained(Model(path=str(tmp_path / "model")), CPU, None)
    assert again.dtype == torch.bfloat16
    assert again.generation_config is not None
    assert again.generation_config.eos_token_id == [7]


def test_what_an_architecture_keeps_in_float32_is_saved_in_it(
    tiny_tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    config = Model.model_validate({"config": {"model_type": "deepseek_v3", **ROUTED}})
    load.save(load.build_random(config, tiny_tokenizer, 0), tiny_tokenizer, (), tmp_path, torch.bfloat16)
    kinds = {name: tensor.dtype for name, tensor in load_file(tmp_path / "model.safetensors").items()}
    assert kinds.pop("model.layers.1.mlp.gate.e_score_correction_bias") == torch.float32
    assert set(kinds.values()) == {torch.bfloat16}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"dtype": "bfloat16"}, torch.bfloat16),
        ({"dtype": None, "torch_dtype": "float16"}, torch.float16),
        ({"dtype": None, "text_config": {"torch_dtype": "bfloat16"}}, torch.bfloat16),
        ({"dtype": "float32"}, torch.float32),
        ({"dtype": "auto"}, torch.float32),
        ({"dtype": None}, torch.float32),
    ],
)
def test_what_a_base_is_stored_in(folder: Path, keys: dict[str, Any], expected: torch.dtype) -> None:
    change_config(folder, **keys)
    assert load.stored_dtype(Model(path=str(folder))) == expected


def test_a_device_that_is_not_there() -> None:
    if not torch.cuda.is_available():
        with pytest.raises(UsageError, match="cuda is not available here"):
            load.choose_device("cuda")
    assert load.choose_device("cpu") == CPU


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "config.json: is damaged"),
        ("{", "config.json: is damaged"),
        ("null", "config.json: is damaged: it holds no JSON object"),
        ("[]", "config.json: is damaged: it holds no JSON object"),
        ('{"model_type": 3}', "config.json: names no model_type"),
        ('{"model_type": "lama"}', "config.json: model_type: 'lama' is not an architecture that Transformers knows"),
    ],
)
def test_a_damaged_config_is_named(folder: Path, text: str, said: str) -> None:
    (folder / "config.json").write_text(text)
    assert said in refusal(folder)
    with pytest.raises(ModelError, match=r"config\.json"):
        load.check_named(Model(path=str(folder)))


@pytest.mark.parametrize("length", [0, 7, 100, -10])
def test_torn_weights_are_named(folder: Path, length: int) -> None:
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:length])
    assert f"{file}: is damaged: " in refusal(folder)


def test_a_missing_shard_is_named(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    index = folder / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": {"a": "model-1.safetensors"}}))
    assert "has no model-1.safetensors" in refusal(folder)
    index.write_text(json.dumps({"weight_map": {}}))
    assert "has no weights" in refusal(folder)


def test_too_little_memory_is_no_fault_of_the_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes.")

    monkeypatch.setattr(load.AutoModelForCausalLM, "from_pretrained", fails)
    with pytest.raises(RuntimeError, match="can't allocate memory"):
        load.load_pretrained(Model(path=str(folder)), torch.device("cpu"))


def test_a_hub_name_stands_for_the_commit_of_its_branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the cache's own layout: a branch is a file that names a commit."""
    home = tmp_path / "models--somebody--tiny"
    for commit in ("a" * 40, "b" * 40):
        (home / "snapshots" / commit).mkdir(parents=True)
        (home / "snapshots" / commit / "config.json").write_text("{}")
    (home / "refs").mkdir()
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    for commit in ("a" * 40, "b" * 40):
        (home / "refs" / "main").write_text(commit)
        assert fingerprint("somebody/tiny") == tokenizer_fingerprint("somebody/tiny") == commit
    assert fingerprint("somebody/tiny", "a" * 40) == "a" * 40
    with pytest.raises(ModelError, match="somebody/else: there is no such folder, and as a model of the hub: "):
        fingerprint("somebody/else")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_are_named(folder: Path, value: float) -> None:
    name = "model.layers.1.mlp.up_proj.weight"
    change_weights(folder, lambda weights: weights[name][3, 5].fill_(value))
    for dtype in (torch.float32, None):
        with pytest.raises(NumericsError, match=f"{folder}: {name} holds values that are not finite"):
            load.load_pretrained(Model(path=str(folder)), CPU, dtype)


def test_a_model_that_may_not_be_read_cannot_be_loaded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", forbidden)
    with pytest.raises(ModelError, match=rf"{folder}/\w+.json: cannot be read: Permission denied"):
        load.check_named(Model(path=str(folder)))


@pytest.mark.parametrize("odd", ["pipe", "link", "folder"])
def test_weights_that_are_no_file_are_named(folder: Path, odd: str) -> None:
    file = folder / "model.safetensors"
    file.unlink()
    match odd:
        case "pipe":
            os.mkfifo(file)
        case "link":
            file.symlink_to("gone")
        case _:
            file.mkdir()
    assert f"{file}: is a link to nothing, or no file" in refusal(folder)


def test_weights_that_may_not_be_read_are_not_called_damaged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert f"{folder / 'model.safetensors'}: cannot be read: Permission denied" in refusal(folder)


@pytest.mark.parametrize(("device", "kept"), [("cpu", True), ("meta", False)])
def test_the_cpu_has_the_threads_of_the_recipe_and_keeps_its_memory(
    device: str, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    monkeypatch.setattr(load.allocator, "keep_freed_memory", lambda: done.append("kept"))
    monkeypatch.setattr(torch, "set_num_threads", done.append)
    load.prepare_cpu(torch.device(device), 3)
    load.prepare_cpu(torch.device(device), None)
    assert done == (["kept", 3, "kept"] if kept else [3])
