"""A tokenizer with several chat templates: `tool_use` is for rows with tools, as in Transformers."""

import json

import pytest
from rendering import TEMPLATES, answer, tokenizer, user
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.commands.provenance import template_fingerprint
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.dataset.tokenize import encoding_fingerprint
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.model.fingerprint import tokenizer_fingerprint

TOK = tokenizer("byte_level")
CHATML, QWEN = ((TEMPLATES / f"{name}.jinja").read_text(encoding="utf-8") for name in ("chatml", "qwen2_5"))
NAMED = {"default": CHATML, "tool_use": QWEN, "rag": "{{ messages }}"}
TOOL = {"type": "function", "function": {"name": "get", "description": "d", "parameters": {"type": "object"}}}
CALL = {"type": "function", "function": {"name": "get", "arguments": {"city": "Paris"}}}
CALLED = (user("Weather?"), answer("", tool_calls=[CALL]), Message("tool", "sunny"), answer("Sunny."))


def folder(path, *, legacy=False, named=NAMED):
    made = tokenizer.__wrapped__("byte_level")
    made.chat_template = None if legacy else named
    made.save_pretrained(path)
    if legacy:
        config = json.loads((path / "tokenizer_config.json").read_text())
        config["chat_template"] = [{"name": name, "template": text} for name, text in named.items()]
        (path / "tokenizer_config.json").write_text(json.dumps(config))
    return PreTrainedTokenizerFast.from_pretrained(path)


@pytest.mark.parametrize("legacy", [False, True])
def test_rows_with_tools_are_rendered_by_tool_use_and_others_by_the_default(tmp_path, legacy):
    made = folder(tmp_path, legacy=legacy)
    encoder = Encoder(made, chat_template.resolve(None, made))
    plain = (user("a"), answer("b"))
    rows = [
        Row("x", 0, messages=CALLED, tools=(TOOL,)),
        Row("x", 1, messages=plain),
        Row("x", 2, messages=plain, tools=(TOOL,)),
    ]
    for row, encoded in zip(rows, encoder.encode(rows), strict=True):
        assert not encoded.refused, encoded.error
        said = [{"role": m.role, "content": m.content, **m.extra} for m in row.messages]
        tools = list(row.tools) or None
        assert encoded.text == made.apply_chat_template(said, tools=tools, tokenize=False)
        prompt = encoder.prompt_ids(row.messages[:-1], row.tools)
        assert encoded.input_ids[: len(prompt)] == prompt
        served = made.apply_chat_template(said[:-1], tools=tools, tokenize=False, add_generation_prompt=True)
        assert made.backend_tokenizer.decode(prompt, skip_special_tokens=False) == served


def test_stop_ids_are_those_of_both_templates():
    other = chat_template.Templates({"default": CHATML, "tool_use": QWEN.replace("<|im_end|>", "<|eot_id|>")})
    ends = TOK.convert_tokens_to_ids(["<|im_end|>", "</s>", "<|eot_id|>"])
    assert sorted(Encoder(TOK, other).stop_ids) == sorted(ends)


def test_all_templates_are_saved_and_the_one_for_tools_changes_the_fingerprint(tmp_path):
    made = folder(tmp_path / "a")
    chosen = chat_template.resolve(None, made)
    made.chat_template = chosen.saved()
    made.save_pretrained(tmp_path / "b")
    assert PreTrainedTokenizerFast.from_pretrained(tmp_path / "b").chat_template == NAMED
    before = tokenizer_fingerprint(str(tmp_path / "b"))
    (tmp_path / "b/additional_chat_templates/tool_use.jinja").write_text(CHATML)
    assert tokenizer_fingerprint(str(tmp_path / "b")) != before
    assert encoding_fingerprint(TOK, CHATML, None, QWEN) != encoding_fingerprint(TOK, CHATML)


def test_variables_go_to_the_templates_that_read_them():
    named = {"default": CHATML, "tool_use": "{{ messages }}{{ style }}"}
    own = type("Own", (), {"chat_template": named, "special_tokens_map": {}})()
    chosen = chat_template.resolve(None, own, {"style": "terse"})
    assert chosen.default == CHATML
    assert "terse" in (chosen.tool_use or "")
    with pytest.raises(UsageError):
        chat_template.resolve(None, own, {"stile": "terse"})


def test_a_recipe_can_name_one_template_for_all_rows():
    own = type("Own", (), {"chat_template": NAMED})()
    assert chat_template.resolve("tool_use", own) == chat_template.Templates({"default": QWEN})
    assert chat_template.resolve("chatml", own).tool_use is None
    with pytest.raises(UsageError) as caught:
        chat_template.resolve("tool_us", own)
    assert caught.value.hint == "Did you mean tool_use?"


def test_named_templates_have_different_fingerprints_for_saved_answers():
    texts = {template_fingerprint(named) for named in (None, "chatml", "vicuna", "tool_use", CHATML)}
    assert len(texts) == 5


def test_without_a_default_the_recipe_must_name_one():
    own = type("Own", (), {"chat_template": {"rag": "{{ messages }}", "tool_use": QWEN}})()
    with pytest.raises(ModelError, match="rag, tool_use but none called default"):
        chat_template.resolve(None, own)


def test_a_broken_template_is_named():
    own = type("Own", (), {"chat_template": {"default": CHATML, "tool_use": "{% if %}"}})()
    with pytest.raises(ModelError, match="chat template tool_use: line 1"):
        chat_template.resolve(None, own)
