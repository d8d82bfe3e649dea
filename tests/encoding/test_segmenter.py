"""Skeletons are segmented once, in the form of tool calls that the template takes, and proved for every row."""

from dataclasses import replace

import pytest
from rendering import CALL, TOOL, answer, encode, targets, template, tokenizer, user

from instructgpt_cli.data.types import Message, Refusal, Row
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding import segmenter as room
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.segmenter import Segmenter, check_unicode
from instructgpt_cli.encoding.text_encoder import TextEncoder
from instructgpt_cli.errors import ModelError

TOK = tokenizer("byte_level")


def test_a_conversation_that_the_template_refuses_is_refused_with_its_message():
    encoded = encode("gemma", Message("system", "s"), user("a"), answer("b"))
    assert encoded.refused == "template"
    assert "System role not supported" in encoded.error


@pytest.mark.parametrize("words", ["a\ud800b", "\udfff"])
def test_lone_surrogates_are_refused(words):
    assert encode("chatml", user("a"), answer(words)).refused == "not unicode"
    assert encode("chatml", user(words), answer("a")).refused == "not unicode"


def test_tool_calls_belong_to_the_answer_and_their_results_do_not():
    call = answer("", tool_calls=[CALL])
    encoded = encode("qwen2_5", user("Weather?"), call, Message("tool", "sunny"), answer("Sunny."), tools=(TOOL,))
    call_text = '\n<tool_call>\n{"name": "get", "arguments": {"city": "Paris"}}\n</tool_call><|im_end|>'
    assert targets(encoded) in ([call_text, "Sunny.<|im_end|>"], [call_text[1:], "Sunny.<|im_end|>"])


@pytest.mark.parametrize("name", ["llama3_1", "qwen2_5", "qwen3", "mistral_v3"])
def test_tool_calls_in_every_template_that_supports_them(name):
    messages = (user("Weather?"), answer("", tool_calls=[CALL]), Message("tool", "sunny"), answer("Sunny."))
    encoded = encode(name, *messages, tools=(TOOL,))
    assert not encoded.refused, encoded.error
    found = [run for sequence in (*encoded.more, encoded) for run in targets(sequence)]
    assert len(found) == 2
    assert "Paris" in found[0]
    assert "sunny" not in found[0] + found[1]
    assert "Sunny." in found[1]


def test_a_template_that_needs_tools_gets_them_or_refuses_the_row():
    text = "{% for tool in tools %}{{ tool.function.name }} {% endfor %}" + template("chatml")
    with_tools, without = Encoder(TOK, text).encode(
        [Row("x", i, messages=(user("a"), answer("b")), tools=tools) for i, tools in enumerate([(TOOL,), ()])]
    )
    assert targets(with_tools) == ["b<|im_end|>"]
    assert (without.refused, "needs tools" in without.error) == ("template", True)


def test_a_template_that_needs_a_variable_is_refused_with_its_name():
    text = "{{ 'Functions: ' + functions }}" + template("chatml")
    with pytest.raises(ModelError, match="needs the variable `functions`"):
        Encoder(TOK, text)
    encoded = Encoder(
        TOK, "{% if messages | length > 2 %}{{ functions[0].name }}{% endif %}" + template("chatml")
    ).encode([Row("x", 0, messages=(user("a"), answer("b"), user("c"), answer("d")))])[0]
    assert "needs the variable `functions`" in encoded.error


def test_a_control_token_spelled_in_tool_arguments_is_text():
    call = {"type": "function", "function": {"name": "get", "arguments": {"city": "<|im_end|>"}}}
    encoded = encode("qwen2_5", user("?"), answer("", tool_calls=[call]))
    assert not encoded.refused, encoded.error
    ends = [token for token in TOK.convert_ids_to_tokens(encoded.input_ids) if token == "<|im_end|>"]
    assert len(ends) == 3  # system, user, answer


def test_rows_with_the_same_skeleton_are_segmented_once(monkeypatch):
    from instructgpt_cli.encoding import spans

    calls = []
    real = spans.find
    monkeypatch.setattr(spans, "find", lambda *a: calls.append(1) or real(*a))
    encoder = Encoder(TOK, chat_template.load("chatml"))
    calls.clear()
    encoder.encode([Row("x", i, messages=(user(f"q {i}"), answer(f"a {i}"))) for i in range(500)])
    assert len(calls) == 1


def test_a_key_that_the_template_does_not_read_makes_no_new_skeleton(monkeypatch):
    from instructgpt_cli.encoding import spans

    calls = []
    real = spans.find
    monkeypatch.setattr(spans, "find", lambda *a: calls.append(1) or real(*a))
    encoder = Encoder(TOK, template("chatml"))
    calls.clear()
    rows = [Row("x", i, messages=(_with_id(user(f"q {i}"), i), _with_id(answer(f"a {i}"), -i))) for i in range(50)]
    encoded = encoder.encode(rows)
    assert len(calls) == 1
    plain = [Row("x", i, messages=(user(f"q {i}"), answer(f"a {i}"))) for i in range(50)]
    assert {one.unread for one in encoded} == {("message_id",)}
    assert [replace(one, unread=()) for one in encoded] == encoder.encode(plain)
    assert len(calls) == 1


@pytest.mark.parametrize(
    "written",
    [
        "{% for k, v in m.items() if k not in ('role', 'content') %}[{{ k }}: {{ v }}]{% endfor %}",
        "[message{{ '_id' }}: {{ m['message' ~ '_id'] }}]",
        "{{ m | tojson }}",
        "{% if loop.last %}{% else %}{{ m | tojson }}{% endif %}",
    ],
)
def test_a_key_that_the_template_writes_without_naming_it_is_in_the_text(written):
    text = f"{{% for m in messages %}}<|{{{{ m.role }}}}|>{{% if m.role == 'user' %}}{written}{{% endif %}}"
    text += "{{ m.content }}<|end|>{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
    encoder = Encoder(TOK, text)
    rows = [
        Row("x", i, messages=(_with_id(user(f"q {i}"), i), answer(f"a {i}"), user("And?"), answer(f"b {i}")))
        for i in range(3)
    ]
    for i, encoded in enumerate(encoder.encode(rows)):
        assert "message_id" in encoded.text
        assert f"key {i}" in encoded.text
        assert TOK.backend_tokenizer.decode(encoded.input_ids, skip_special_tokens=False) == encoded.text
        assert targets(encoded) == [f"a {i}<|end|>", f"b {i}<|end|>"]


def _with_id(message, number):
    return Message(message.role, message.content, extra={"message_id": f"key {number}"})


def segmenter(text, eos=TOK.eos_token_id):
    return Segmenter(text, TOK.special_tokens_map, eos, TextEncoder(TOK))


def row(*messages, tools=()):
    return Row("x", 0, messages=messages, tools=tools)


def test_segments_filled_with_the_words_give_the_real_rendering():
    found = segmenter(template("chatml")).segment(row(user("a"), answer("b <|im_end|>")), (1,))
    (rendering, segments) = found.segments.renderings[-1]
    assert "".join(segment.text(found.words) for segment in segments) == found.text
    assert [segment.text(found.words) for segment in segments if segment.target] == ["b <|im_end|>", "<|im_end|>"]
    assert found.segments.ends == (TOK.convert_tokens_to_ids("<|im_end|>"),)
    assert found.is_complete
    assert rendering.turns == 2


def test_a_prompt_has_no_targets_and_ends_before_the_answer():
    segments, words = segmenter(template("chatml")).prompt((user("a"), answer("b"), user("c")), ())
    text = "".join(segment.text(words) for segment in segments)
    assert text.endswith("<|im_start|>user\nc<|im_end|>\n<|im_start|>assistant\n")
    assert not any(segment.target for segment in segments)
    assert [segment.text(words) for segment in segments if segment.untrained] == ["b", "<|im_end|>"]


def test_an_answer_without_end_marker_is_closed_by_eos_else_by_a_stop_token():
    assert segmenter(template("chatml")).end_ids == (TOK.eos_token_id,)
    made = segmenter(template("unclosed_last"), eos=None)
    assert TOK.convert_ids_to_tokens(made.end_ids) == ["<|eot|>"]


def test_the_form_of_tool_calls_that_shows_all_answers_wins():
    text = (
        "{% for m in messages %}<|{{ m.role }}|>{% if m.tool_calls %}{{ m.tool_calls[0].function.arguments | tojson }}"
        "{% endif %}{% if m.content is not none %}{{ m.content }}{% endif %}<|end|>{% endfor %}"
        "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    )
    found = segmenter(text).segment(row(user("a"), answer("", tool_calls=[CALL])), (1,))
    assert found.text.endswith('<|assistant|>{"city": "Paris"}<|end|>')


def test_a_form_that_is_rendered_and_refused_is_reported_before_one_that_fails():
    """Arguments as an object fail in this template; as text, the second call is dropped."""
    arguments = "{{ '' + m.tool_calls[0].function.arguments if m.tool_calls }}"
    text = "{% for m in messages %}<|{{ m.role }}|>" + arguments + "{{ m.content }}<|end|>{% endfor %}"
    with pytest.raises(Refusal, match="drops tool call 2 of turn 2"):
        segmenter(text).segment(row(user("a"), answer("b", tool_calls=[CALL, {"function": {"arguments": {}}}])), (1,))
    with pytest.raises(Refusal, match="the template refuses the conversation"):
        segmenter(text).segment(row(user("a"), answer("b", tool_calls=[{"function": {}}])), (1,))


def test_a_template_that_rewrites_words_is_refused():
    text = (
        "{% for m in messages %}<|{{ m.role }}|>{{ m.content | replace('b', 'c') }}<|end|>{% endfor %}"
        "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    )
    made = segmenter(text)
    with pytest.raises(Refusal, match="rewrites"):
        made.segment(row(user("a"), answer("abc")), (1,))
    assert made.segment(row(user("a"), answer("acc")), (1,)).text.endswith("acc<|end|>")


def test_the_number_of_skeletons_kept_is_limited(monkeypatch):
    monkeypatch.setattr(room, "MAX_SKELETONS", 3)
    made = segmenter(template("chatml"))
    for n in range(1, 6):
        made.segment(row(*(message for _ in range(n) for message in (user("a"), answer("b")))), (1,))
    assert 0 < len(made._segments) <= 3


def test_the_character_that_is_not_unicode_is_named():
    check_unicode("é😀")
    with pytest.raises(Refusal, match="character 1 of the text is the lone surrogate U\\+D800") as caught:
        check_unicode("a\ud800b")
    assert caught.value.reason == "not unicode"
