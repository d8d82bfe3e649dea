"""Raw text is framed by the tokens of texts, and the saved tokenizer frames prompts as in training."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from transformers import AutoTokenizer, PreTrainedTokenizerFast

from instructgpt_cli.commands import inspect
from instructgpt_cli.commands.generate import loaded_model
from instructgpt_cli.commands.text_pipeline import load_text_pipeline_of_run
from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.text_frame import TextFrame, frame_of, legacy_frame, with_start_token
from instructgpt_cli.recipe.data_schema import Tokenizer
from instructgpt_cli.recipe.schema import Model, Recipe
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    import subprocess

    from transformers import PreTrainedModel

END, OPEN, CLOSE = 0, 1, 2  # <|endoftext|>, <|im_start|>, <|im_end|>


@pytest.fixture(scope="module")
def instruct(tiny_tokenizer: PreTrainedTokenizerFast) -> PreTrainedTokenizerFast:
    """As SmolLM2-Instruct and Qwen2.5-Instruct: eos ends a turn, bos opens one."""
    names = {"bos_token": "<|im_start|>", "eos_token": "<|im_end|>", "pad_token": "<|im_end|>"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=tiny_tokenizer.backend_tokenizer, **names)
    tokenizer.chat_template = tiny_tokenizer.chat_template
    return tokenizer


def framed(tokenizer: PreTrainedTokenizerFast, **options: Any) -> tuple[int, int]:
    encoder = Encoder(tokenizer, chat_template.resolve(None, tokenizer), **options)
    (encoded,) = encoder.encode([Row("f", 0, text="once upon a time")])
    return encoded.input_ids[0], encoded.input_ids[-1]


def test_raw_text_is_framed_by_tokens_of_texts_not_of_turns(
    instruct: PreTrainedTokenizerFast, tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    assert framed(instruct) == (END, END)
    assert framed(tiny_tokenizer) == (END, END)
    assert framed(instruct, text_frame=legacy_frame(instruct)) == (OPEN, CLOSE)
    # As Llama-3-Instruct: the tokenizer itself puts bos before a text.
    assert frame_of(with_start_token(instruct, 3)) == TextFrame(3, END)


def test_the_saved_tokenizer_puts_the_start_token_before_texts_and_not_conversations(
    instruct: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    plain = instruct("once")["input_ids"]
    with_start_token(instruct, END).save_pretrained(tmp_path)
    assert instruct("once")["input_ids"] == plain
    saved = AutoTokenizer.from_pretrained(tmp_path)
    assert saved("once")["input_ids"] == [END, *plain]
    turns = [{"role": "user", "content": "once"}]
    assert saved.apply_chat_template(turns)["input_ids"] == instruct.apply_chat_template(turns)["input_ids"]
    assert with_start_token(saved, END) is saved
    assert with_start_token(instruct, None) is instruct


def test_a_run_trained_on_raw_text_gets_prompts_framed_as_in_training(
    instruct: PreTrainedTokenizerFast,
    tiny_model: "Callable[..., PreTrainedModel]",
    tmp_path: Path,
    instructgpt: "Callable[..., subprocess.CompletedProcess[str]]",
    capsys: pytest.CaptureFixture[str],
) -> None:
    tiny_model("llama").save_pretrained(tmp_path / "base")
    instruct.save_pretrained(tmp_path / "base")
    (tmp_path / "text.jsonl").write_text(json.dumps({"text": "once upon a time"}) + "\n")
    (tmp_path / "turns.jsonl").write_text(json.dumps({"prompt": "once", "completion": "upon"}) + "\n")
    recipe = {
        "output_dir": str(tmp_path / "text"),
        "model": {"path": str(tmp_path / "base")},
        "device": "cpu",
        "data": {"train": [{"path": str(tmp_path / "text.jsonl")}], "max_length": 32},
        "train": {"max_steps": 1},
    }
    (tmp_path / "r.yaml").write_text(json.dumps(recipe))
    for name in ("text", "turns"):
        words = [f"output_dir={tmp_path / name}", f"data.train.0.path={tmp_path / name}.jsonl"]
        done = instructgpt("pretrain", "r.yaml", *words, env={"INSTRUCTGPT_CACHE": str(tmp_path / "cache")})
        assert done.returncode == 0, done.stderr
    ids = instruct("once upon a time")["input_ids"]
    assert AutoTokenizer.from_pretrained(tmp_path / "text/model")("once upon a time")["input_ids"] == [END, *ids]
    assert AutoTokenizer.from_pretrained(tmp_path / "turns/model")("once upon a time")["input_ids"] == ids
    ends = json.loads((tmp_path / "text/model/generation_config.json").read_text())["eos_token_id"]
    assert ends == [CLOSE, END]
    asked = Model(path=str(tmp_path / "text/model"))
    served = loaded_model.open_model(asked, Tokenizer(), "cpu", None, Console(quiet=True))
    assert served.prompt_ids(Row("f", 0, text="once upon a time"), None)[0] == [END, *ids]

    # A run of an earlier version recorded no frame: it keeps its own, and so does the model that it made.
    facts = json.loads((tmp_path / "text/run.json").read_text())
    parsed = Recipe.model_validate(recipe)
    sections = (parsed.model, parsed.tokenizer, parsed.data, parsed.output_dir)
    new = load_text_pipeline_of_run(*sections)
    assert facts["text_frame"] == [END, END]
    assert new.fingerprint == facts["identity"]["fingerprint.tokenizer"]
    del facts["text_frame"]
    (tmp_path / "text/run.json").write_text(json.dumps(facts))
    old = load_text_pipeline_of_run(*sections)
    assert old.encoder.text_frame == TextFrame(OPEN, CLOSE)
    assert new.fingerprint.startswith(f"{old.fingerprint}-")
    served = loaded_model.open_model(asked, Tokenizer(), "cpu", None, Console(quiet=True))
    assert served.prompt_ids(Row("f", 0, text="once"), None)[0][0] == OPEN
    inspect.run(Recipe.model_validate(recipe), rows=1, split="train", json=True)
    assert json.loads(capsys.readouterr().out.splitlines()[0])["input_ids"][0] == OPEN
