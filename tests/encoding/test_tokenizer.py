"""Trained tokenizers are lossless and deterministic; loaded ones are those of the file, or fail with its name."""

import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from transformers import AutoTokenizer, PreTrainedTokenizerFast

from instructgpt_cli.data import hub
from instructgpt_cli.encoding import tokenizer
from instructgpt_cli.errors import ModelError
from instructgpt_cli.recipe.schema import Recipe

CORPUS = [
    "the cat sat on the mat, don't it?",
    "the 2024 mats",
    "你好，世界。你好！",
    "नमस्ते दुनिया",
    "x = [1, 22]\n\n  y",
] * 20


@pytest.fixture(scope="module")
def trained() -> PreTrainedTokenizerFast:
    return tokenizer.train_tokenizer(iter(CORPUS), 400)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def load(**sections: Any) -> PreTrainedTokenizerFast:
    recipe = Recipe.model_validate(sections)
    return tokenizer.load_tokenizer(recipe.tokenizer, recipe.model, recipe.data.train)


def fault(path: Path | str) -> ModelError:
    with pytest.raises(ModelError) as caught:
        load(tokenizer={"path": str(path)})
    return caught.value


@given(st.text())
def test_any_text_decodes_unchanged(trained: PreTrainedTokenizerFast, text: str) -> None:
    ids = trained.backend_tokenizer.encode(text, add_special_tokens=False).ids
    assert trained.decode(ids) == text


def test_white_space_and_combining_marks_decode_unchanged(trained: PreTrainedTokenizerFast) -> None:
    text = " a  , b .\r\n\t\n\n don 't \u202f! 👩‍👩‍👧 e\u0301 \x00 \ufeff"
    assert trained.decode(trained(text)["input_ids"]) == text


def test_special_tokens_and_template(trained: PreTrainedTokenizerFast) -> None:
    assert trained.all_special_tokens == ["<|endoftext|>", "<|pad|>", *tokenizer.TURN_TOKENS]
    assert trained.convert_tokens_to_ids(trained.all_special_tokens) == list(range(7))
    assert trained.bos_token == trained.eos_token == "<|endoftext|>"
    assert trained.pad_token == "<|pad|>"
    turns = [
        {"role": "system", "content": " s"},
        {"role": "user", "content": "a\n"},
        {"role": "assistant", "content": "b"},
    ]
    rendered = "<|system|> s<|end|><|user|>a\n<|end|><|assistant|>b<|end|>"
    assert trained.apply_chat_template(turns, tokenize=False) == rendered
    prompt = trained.apply_chat_template(turns[:2], tokenize=False, add_generation_prompt=True)
    assert rendered.startswith(prompt)
    assert prompt.endswith("<|assistant|>")
    assert trained("a")["input_ids"] == trained("a", add_special_tokens=False)["input_ids"]


def test_digits_are_split_and_combining_marks_belong_to_letters(trained: PreTrainedTokenizerFast) -> None:
    assert trained.convert_ids_to_tokens(trained("2024")["input_ids"]) == ["2", "0", "2", "4"]
    pieces = trained.backend_tokenizer.pre_tokenizer.pre_tokenize_str("नमस्ते don't (x)\n")
    assert [end - start for _, (start, end) in pieces] == [6, 4, 2, 2, 1, 2]


@pytest.mark.parametrize("sign", ["x", "=", " ", "\n", " \n", "你", "é"])
def test_a_very_long_word_is_split_before_training(sign: str) -> None:
    endless = sign * 20_000
    made = tokenizer.train_tokenizer(iter([endless + " and more"]), 400)
    pieces = made.backend_tokenizer.pre_tokenizer.pre_tokenize_str(endless)
    assert max(end - start for _, (start, end) in pieces) <= 2000
    assert made.decode(made(endless)["input_ids"]) == endless


@pytest.mark.parametrize(
    ("template", "tokens"),
    [
        ("chatml", ["<|im_start|>", "<|im_end|>"]),
        ("chatml-tools", ["<|im_start|>", "<|im_end|>"]),
        ("llama3", ["<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]),
        ("vicuna", []),
        (
            "{% for m in messages %}{{ '[INST]' ~ m.content ~ '[/INST] <end_of_turn>' }}{% endfor %}",
            ["[INST]", "[/INST]", "<end_of_turn>"],
        ),
    ],
)
def test_a_tokenizer_trained_for_a_template_has_its_tokens(template: str, tokens: list[str], tmp_path: Path) -> None:
    """Otherwise an answer would end in plain text, at which other programs do not stop."""
    (tmp_path / "rows.jsonl").write_text(json.dumps({"prompt": "zebra", "completion": "quagga"}))
    data = {"train": [{"path": str(tmp_path / "rows.jsonl")}]}
    made = load(tokenizer={"train": {"vocab_size": 300}, "chat_template": template}, data=data)
    assert made.all_special_tokens == ["<|endoftext|>", "<|pad|>", *tokenizer.TURN_TOKENS, *tokens]
    assert all(len(made(token)["input_ids"]) == 1 for token in tokens)


def test_training_keeps_to_the_vocabulary_size() -> None:
    assert len(tokenizer.train_tokenizer(iter(CORPUS), 300)) == 300
    assert len(tokenizer.train_tokenizer(iter(["ab"]), 4096)) == 7 + 256 + 1


def test_training_is_deterministic(trained: PreTrainedTokenizerFast) -> None:
    script = "import json, sys; from instructgpt_cli.encoding import tokenizer as t; "
    script += "sys.stdout.write(t.train_tokenizer(iter(json.load(sys.stdin)), 400).backend_tokenizer.to_str())"
    # One thread and another hash seed, against however many this process has.
    env = {**os.environ, "RAYON_NUM_THREADS": "1", "PYTHONHASHSEED": "1"}
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, input=json.dumps(CORPUS), env=env, capture_output=True, text=True, check=True)
    assert run.stdout == trained.backend_tokenizer.to_str()


def test_training_takes_texts_from_every_source(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("blah " * 10_000)
    pairs = [{"prompt": "zebra", "completion": "quagga"}] * 50
    (tmp_path / "rows.json").write_text(json.dumps(pairs))
    data = {"train": [{"path": str(tmp_path / "long.txt")}, {"path": str(tmp_path / "rows.json")}]}
    sources = Recipe.model_validate({"data": data}).data.train
    taken = list(tokenizer.training_texts(sources, 60_000))
    assert taken[:3] == ["blah " * 10_000, "zebra", "quagga"]
    assert sum(map(len, taken)) == 50_000 + 50 * 11
    assert sum(len(text.encode()) for text in tokenizer.training_texts(sources, 100)) == 100
    made = load(tokenizer={"train": {"vocab_size": 300}}, data=data)
    assert {" blah", "zebra", "quagga"} <= {made.decode([i]) for i in range(len(made))}


@pytest.mark.parametrize("model_type", ["llama", "gpt2", "gemma3_text", None])
def test_a_saved_tokenizer_is_the_same_everywhere(
    trained: PreTrainedTokenizerFast, tmp_path: Path, model_type: str | None
) -> None:
    trained.save_pretrained(tmp_path)
    if model_type:
        (tmp_path / "config.json").write_text(json.dumps({"model_type": model_type}))
    ids = trained(CORPUS[1])["input_ids"]
    for again in (load(model={"path": str(tmp_path)}), load(tokenizer={"path": str(tmp_path / "tokenizer.json")})):
        assert again(CORPUS[1])["input_ids"] == ids
        assert again.chat_template == trained.chat_template
        assert again.all_special_tokens == trained.all_special_tokens
    assert AutoTokenizer.from_pretrained(tmp_path, local_files_only=True)(CORPUS[1])["input_ids"] == ids


def test_tokenizer_json_is_used_as_it_is_whatever_the_class(trained: PreTrainedTokenizerFast, tmp_path: Path) -> None:
    trained.save_pretrained(tmp_path)
    settings = json.loads((tmp_path / "tokenizer_config.json").read_text())
    # A class that would put its own splitting rules in the place of the file's, and code that must not run.
    settings |= {"tokenizer_class": "Qwen2Tokenizer", "auto_map": {"AutoTokenizer": ["evil.Slow", "evil.Fast"]}}
    (tmp_path / "tokenizer_config.json").write_text(json.dumps(settings))
    (tmp_path / "evil.py").write_text("raise SystemExit('ran')")
    loaded = load(tokenizer={"path": str(tmp_path)})
    assert type(loaded) is PreTrainedTokenizerFast
    assert loaded.backend_tokenizer.to_str() == trained.backend_tokenizer.to_str()


def test_a_broken_folder_is_reported_with_the_file(trained: PreTrainedTokenizerFast, tmp_path: Path) -> None:
    trained.save_pretrained(whole := tmp_path / "whole")

    def copy(name: str, content: bytes) -> Path:
        shutil.copytree(whole, folder := tmp_path / f"bad-{len(list(tmp_path.iterdir()))}")
        (folder / name).write_bytes(content)
        return folder

    raw = (whole / "tokenizer.json").read_bytes()
    for content in (raw[:1000], b"", b"[]", b"\xff"):
        assert "tokenizer.json is broken" in fault(copy("tokenizer.json", content)).message
    for content in (b"{", b"[]", b"\xff"):
        assert "tokenizer_config.json is broken" in fault(copy("tokenizer_config.json", content)).message
    (empty := tmp_path / "empty").mkdir()
    assert "contains no tokenizer files" in fault(empty).message
    (empty / "model.safetensors").touch()
    assert "contains weights, but no tokenizer files" in fault(empty).message
    (tmp_path / "t.bin").touch()
    assert "is a file" in fault(tmp_path / "t.bin").message
    assert "folder not found" in fault(tmp_path / "gone").message
    assert "folder not found" in fault("./gone").message
    with pytest.raises(ModelError, match="names no tokenizer"):
        load()


def test_a_slow_tokenizer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vocab.json").write_text('{"<unk>": 0, "a": 1}')
    (tmp_path / "merges.txt").write_text("#version\n")
    (tmp_path / "tokenizer_config.json").write_text('{"tokenizer_class": "CTRLTokenizer"}')
    assert "only a slow tokenizer (CTRLTokenizer)" in fault(tmp_path).message


def test_foreign_code_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vocab.txt").write_text("a\n")
    (tmp_path / "evil.py").write_text("raise SystemExit('ran')")
    (tmp_path / "tokenizer_config.json").write_text('{"auto_map": {"AutoTokenizer": ["evil.Slow", null]}}')
    error = fault(tmp_path)
    assert "cannot be loaded" in error.message
    assert "model.trust_remote_code=true" in error.hint


def test_a_hub_that_does_not_answer_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "TIMEOUT", 0.2)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: time.sleep(1))
    error = fault("someone/some-model")
    assert error.message.startswith("someone/some-model: no such folder, and as a Hub model: ")
    assert "hf download someone/some-model" in error.hint


def test_a_signal_interrupts_the_training_of_a_tokenizer() -> None:
    """The library's own work holds the thread that it is called from, as the hash here does."""
    Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        tokenizer._interruptible(lambda: hashlib.pbkdf2_hmac("sha256", b"", b"", 20_000_000))
    assert time.monotonic() - began < 3
    with pytest.raises(ZeroDivisionError):
        tokenizer._interruptible(lambda: 1 // 0)
