"""The loaded model: its weights, prompt ids and stop tokens, with either engine."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
import torch
from adapters import move_trainable
from generating import ask, ask_until, opened, recipe
from processes import PROGRAM
from transformers import AutoModelForCausalLM, GenerationConfig
from vllm_stand_in import FakeVllm

from instructgpt_cli.commands.generate import loaded_model
from instructgpt_cli.commands.train import build
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.model import load, lora, nf4
from instructgpt_cli.recipe.schema import Lora, Model, Train
from instructgpt_cli.system import atomic_files
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast


def test_weights_that_changed_after_publishing_are_refused(tiny_model_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))
    atomic_files.seal(folder)
    ask(folder, "hello")
    weights = bytearray((folder / "model.safetensors").read_bytes())
    weights[-5] ^= 1
    (folder / "model.safetensors").write_bytes(weights)
    with pytest.raises(ModelError, match=r"model: model\.safetensors is damaged"):
        ask(folder, "hello")
    with pytest.raises(ModelError, match=r"model: model\.safetensors is damaged"):
        build.build_model(recipe(folder).model, Train(), cast(Any, None), 128, 0, torch.device("cpu"))


def test_a_damaged_adapter_is_reported_before_its_missing_tokenizer(tmp_path: Path) -> None:
    (tmp_path / "adapter_config.json").write_text("{}")
    (tmp_path / "adapter_model.safetensors").touch()
    with pytest.raises(ModelError, match=r"adapter_model\.safetensors: is damaged"):
        ask(tmp_path, "a")


def test_a_question_is_the_conversation_before_the_last_answer() -> None:
    user, answer = Message("user", "u"), Message("assistant", "a")
    assert loaded_model.question((user, answer, user, answer)) == (user, answer, user)
    assert loaded_model.question((user, answer, user)) == (user, answer, user)
    assert loaded_model.question((user,)) == (user,)
    assert loaded_model.question((answer,)) == ()


def test_prompt_ids_are_prefixes_of_training_ids(tiny_model_folder: Path) -> None:
    loaded = opened(tiny_model_folder)
    row = Row("f", 0, messages=(Message("user", "hello"), Message("assistant", "bye")))
    ids, fault = loaded.prompt_ids(row, "be brief")
    assert not fault
    with_system = Row("f", 0, messages=(Message("system", "be brief"), *row.messages))
    (encoded,) = loaded.encoder.encode([with_system])
    assert encoded.input_ids[: len(ids)] == ids
    text, _ = loaded.prompt_ids(Row("f", 0, text="once upon"), "be brief")
    (encoded,) = loaded.encoder.encode([Row("f", 0, text="once upon a time")])
    assert encoded.input_ids[: len(text) - 1] == text[:-1]


def test_only_special_tokens_and_declared_ends_are_stop_tokens(
    tiny_model_folder: Path, tiny_tokenizer: "PreTrainedTokenizerFast"
) -> None:
    loaded = opened(tiny_model_folder)
    template = loaded.encoder.stop_ids
    assert not {1, 3, 100} & set(template)
    assert tiny_tokenizer.convert_ids_to_tokens([1, 3]) == ["<|im_start|>", "<|pad|>"]
    assert loaded.stop_ids((), GenerationConfig(eos_token_id=[3, template[0], 100])) == (*template, 3)
    assert loaded.stop_ids((), GenerationConfig(eos_token_id=1)) == (*template, 1)
    assert loaded.stop_ids((), GenerationConfig()) == loaded.stop_ids((), None) == template
    assert loaded.stop_ids(("<|im_start|>", "a", "<|im_start|>a"), None) == (*template, 1)


@pytest.mark.parametrize("where", ["generation_config.json", "config.json"])
def test_both_engines_have_the_same_stop_tokens_and_texts(
    where: str, tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By itself vLLM would also stop at the tokenizer's end of text."""
    model = tmp_path / "model"
    shutil.copytree(tiny_model_folder, model)
    if where == "config.json":
        (model / "generation_config.json").unlink()
    settings = json.loads((model / where).read_text())
    (model / where).write_text(json.dumps(settings | {"eos_token_id": [3, 100]}))
    asked = {"stop": ["\n\n", "<|im_start|>"]}
    loaded = opened(model)
    own = loaded.decoder(recipe(model, **asked).generate, 0, Console(quiet=True))
    fake = FakeVllm(3)
    monkeypatch.setitem(sys.modules, "vllm", fake)  # type: ignore[arg-type]
    ask(model, "a", settings={"engine": "vllm", **asked})
    assert isinstance(own, Decoder)
    assert own.stopping.stop_ids == {*loaded.encoder.stop_ids, 1, 3}
    (given,) = fake.sampling
    assert given["stop_token_ids"] == [*loaded.encoder.stop_ids, 3, 1]
    assert given["ignore_eos"] is True
    assert given["stop"] == list(own.stopping.stop_texts)


def stored_in(dtype: torch.dtype, source: Path, folder: Path) -> Path:
    shutil.copytree(source, folder)
    AutoModelForCausalLM.from_pretrained(source, dtype=dtype).save_pretrained(folder)
    return folder


@pytest.mark.parametrize("stored", [torch.float32, torch.bfloat16, torch.float16])
def test_precision_is_that_of_weights_which_are_cast_once(
    stored: torch.dtype, tiny_model_folder: Path, tmp_path: Path
) -> None:
    """As by Transformers, and without autocast."""
    folder = stored_in(stored, tiny_model_folder, tmp_path / "model")
    ids = torch.arange(3, 40)[None]
    for precision, dtype in (("auto", torch.float32), ("fp32", torch.float32), ("bf16", torch.bfloat16)):
        loaded = opened(folder, precision=precision)
        assert {p.dtype for p in loaded.model.parameters()} == {dtype}
        theirs = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype)
        with torch.no_grad():
            assert torch.equal(loaded.model(ids).logits, theirs(ids).logits)


@pytest.mark.parametrize("temperature", [0.0, 0.9])
def test_answers_in_bfloat16_are_the_same_twice_and_their_own(
    temperature: float, tiny_model_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prompts = [f"say {'so ' * (i % 5)}{i}" for i in range(12)]
    found = {}
    for name, precision in (("first", "bf16"), ("second", "bf16"), ("exact", "fp32")):
        settings = {"precision": precision, "temperature": temperature, "batch_size": 5, "max_new_tokens": 20}
        ask(tiny_model_folder, *prompts, settings=settings, output=str(tmp_path / name))
        assert f" on cpu, {precision}, threads: " in capsys.readouterr().err
        found[name] = (tmp_path / name).read_bytes()
    assert found["first"] == found["second"] != found["exact"]


@pytest.mark.parametrize("base", [None, "nf4"])
def test_an_adapter_computes_in_bfloat16_as_its_merged_model(
    base: str | None, tiny_model_folder: Path, tiny_tokenizer: "PreTrainedTokenizerFast", tmp_path: Path
) -> None:
    if base:
        pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    model = load.load_pretrained(Model(path=str(tiny_model_folder)), torch.device("cpu"))
    lora.add(model, Lora(rank=4), seed=0)
    move_trainable(model)
    if base:
        nf4.quantize(model, double_quantization=True)
    load.save(model, tiny_tokenizer, (2,), tmp_path / "model", adapters="both")
    written = []
    for folder in (tmp_path / "model", tmp_path / "model" / "adapter"):
        ask(folder, "a", "say so", settings={"precision": "bf16"}, output=str(tmp_path / "answers"))
        written.append((tmp_path / "answers").read_bytes())
    assert written[0] == written[1]


def test_answers_in_another_precision_are_not_resumed(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "answers.jsonl")
    ask_until(1, monkeypatch, tiny_model_folder, "a", "b", output=target)
    with pytest.raises(UsageError, match=r"unfinished answers: precision was 'fp32' and is now 'bf16'$"):
        ask(tiny_model_folder, "a", "b", output=target, resume=True, settings={"precision": "bf16"})
    ask(tiny_model_folder, "a", "b", output=target, resume=True, settings={"precision": "fp32"})
    ask(tiny_model_folder, "a", "b", output=target, resume=True)
    assert "already complete" in capsys.readouterr().err
    with pytest.raises(UsageError, match=r"generated differently: precision was 'fp32' and is now 'bf16'$"):
        ask(tiny_model_folder, "a", "b", output=target, resume=True, settings={"precision": "bf16"})


@pytest.mark.e2e
def test_the_number_of_threads_is_that_of_the_environment(tiny_model_folder: Path) -> None:
    words = ["generate", str(tiny_model_folder), "--prompt", "a", "max_new_tokens=1", "device=cpu"]
    one = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run([*PROGRAM, *words], env=one, capture_output=True, text=True, check=True)
    assert "on cpu, fp32, threads: 1\n" in done.stderr
