"""What is found out about a template: what ends an answer, what frames turns, what is worth reporting."""

from datetime import date

import pytest
from rendering import answer, byte_level, targets, template, tokenizer, user

from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding import template_probe
from instructgpt_cli.encoding.chat_template import ChatTemplate
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.errors import ModelError

TOK = tokenizer("byte_level")


def test_stop_ids_of_templates():
    def stops(name):
        return TOK.convert_ids_to_tokens(Encoder(TOK, template(name)).stop_ids)

    assert stops("chatml") == ["<|im_end|>", "</s>"]
    assert stops("phi3") == ["<|end|>", "</s>"]
    assert stops("gpt_oss") == ["<|return|>", "</s>"]
    assert stops("deepseek_coder") == ["<|EOT|>", "</s>"]
    assert stops("glm4") == stops("falcon") == ["</s>"]
    assert stops("unclosed_last") == ["<|eot|>", "</s>"]
    assert stops("opens_next") == ["<|end|>", "</s>"]


def test_a_token_that_also_stands_before_the_words_is_no_stop_token():
    text = (
        "{% for m in messages %}<|start|>{{ m.role }}"
        "{{ '<|channel|>hm<|message|>' if m.role == 'assistant' }}<|channel|>text{{ m.content }}"
        "<|channel|>text<|eot|>{% endfor %}{% if add_generation_prompt %}<|start|>assistant{% endif %}"
    )
    assert TOK.convert_ids_to_tokens(Encoder(TOK, text).stop_ids) == ["<|eot|>", "</s>"]


def test_an_end_marker_that_is_not_a_token_is_a_stop_text():
    text = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n### End\n{% endfor %}"
    encoder = Encoder(TOK, text)
    assert encoder.stop_texts == ("\n### End",)
    assert any("'\\n### End' is not a token of the tokenizer" in note for note in encoder.notes)
    assert not any("not a token" in note for note in Encoder(TOK, template("chatml")).notes)


def test_a_separator_between_turns_is_no_end_marker():
    text = (
        "Reply.\n\n### {% for m in messages %}{{ m.role }}: {{ m.content }}\n\n### {% endfor %}"
        "{% if add_generation_prompt %}assistant: {% endif %}"
    )
    encoder = Encoder(TOK, text)
    encoded = encoder.encode([Row("x", 0, messages=(user("a"), answer("b"), user("c"), answer("d")))])[0]
    assert targets(encoded) == ["b", "d</s>"]
    assert (TOK.convert_ids_to_tokens(encoder.stop_ids), encoder.stop_texts) == (["</s>"], ())


def test_an_unusual_token_that_also_ends_a_default_system_turn_is_an_end_marker():
    text = (
        "system: Reply.[e~[\n{% for m in messages %}{{ m.role }}: {{ m.content }}[e~[\n{% endfor %}"
        "{% if add_generation_prompt %}assistant: {% endif %}"
    )
    assert Encoder(TOK, text).stop_texts == ("[e~[",)


def test_tokens_that_frame_turns_are_control_tokens_though_not_marked_as_special():
    tok = byte_level()
    tok.backend_tokenizer.add_tokens(["<turn>", "<stop>"])
    text = "{% for m in messages %}<turn>{{ m.role }}\n{{ m.content }}<stop>\n{% endfor %}"
    encoder = Encoder(tok, text)
    encoded = encoder.encode([Row("x", 0, messages=(user("<stop>"), answer("a <stop> b")))])[0]
    assert not encoded.refused, encoded.error
    assert tok.convert_ids_to_tokens(encoded.input_ids).count("<stop>") == 2
    assert tok.backend_tokenizer.decode(encoded.input_ids) == encoded.text


PLAIN = (
    "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}<|end|>{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


def test_a_template_of_a_vision_model_gets_content_parts():
    text = PLAIN.replace("{{ m.content }}", "{% for part in m.content %}{{ part['text'] }}{% endfor %}")
    chat = ChatTemplate(text, {})
    _, rendering = template_probe.plain_round(chat)
    assert chat.content_parts
    assert rendering.text.startswith("<|user|>Zq")
    plain = ChatTemplate(PLAIN, {})
    template_probe.plain_round(plain)
    assert not plain.content_parts


def test_a_template_that_fails_without_tools_gets_one():
    skeleton, _ = template_probe.plain_round(ChatTemplate("{{ tools[0].function.name + ' ' }}" + PLAIN, {}))
    assert skeleton.tools == [template_probe.TOOL]


def test_a_template_that_renders_no_round_is_a_model_error_with_its_own_message():
    with pytest.raises(ModelError, match=r"cannot be used: .*Only for images") as caught:
        template_probe.plain_round(ChatTemplate("{{ raise_exception('Only for images') }}", {}))
    assert caught.value.hint.startswith("Set tokenizer.chat_template to another: alpaca, chatml")


def test_two_rounds_have_a_system_turn_only_if_the_template_takes_one():
    for name, roles in (("chatml", 3), ("gemma", 2)):
        rendering = template_probe.two_rounds(ChatTemplate(template(name), TOK.special_tokens_map), ())
        assert rendering.turns == roles + 2
        assert len(rendering.spans) == 2
    assert template_probe.two_rounds(ChatTemplate("{{ messages[2].content ~ messages[0].content }}", {}), ()) is None


def test_nothing_that_ends_an_answer_is_a_model_error():
    tok = byte_level()
    tok.eos_token = None
    with pytest.raises(ModelError, match="nothing ends an answer"):
        Encoder(tok, template("alpaca"))
    assert tok.convert_ids_to_tokens(Encoder(tok, template("chatml")).stop_ids) == ["<|im_end|>"]


def test_findings_name_the_date_a_missing_end_marker_and_what_the_prompt_adds():
    assert Encoder(TOK, PLAIN).notes == ()
    dated = Encoder(TOK, "{{ strftime_now('%Y') }}" + PLAIN, day=date(2026, 1, 2))
    assert dated.notes == ("the template writes the date: 2026-01-02",)
    (open_end,) = Encoder(TOK, template("falcon")).notes
    assert open_end == "the template writes no end marker: the eos token is appended to the last answer"
    (extra,) = Encoder(TOK, PLAIN.replace("<|assistant|>{% endif", "<|assistant|><think>{% endif")).notes
    assert extra == (
        "the generation prompt ends with '<think>', which finished conversations lack: it is not fed to the model"
    )


def test_what_stands_around_the_words_of_an_answer():
    _, rendering = template_probe.plain_round(ChatTemplate(template("gpt_oss"), TOK.special_tokens_map))
    assert template_probe.around_words(rendering) == ("<|channel|>final<|message|>", "<|return|>")


def test_special_tags_before_around_and_named_after_reasoning_are_tags():
    special = ["<a>", "</a>", "<seed:think>", "</seed:think>", "<c>", "</c>", "<|end|>", "<|user|>"]
    text = PLAIN.replace(
        "{{ m.content }}", "{{ '<a>' + m.reasoning_content + '</a>' if m.reasoning_content }}{{ m.content }}"
    )
    chat = ChatTemplate(text, {})
    skeleton, rendering = template_probe.plain_round(chat)
    rounds = template_probe.two_rounds(chat, ())
    found = template_probe.template_tags(chat, skeleton, rendering, rounds, special)
    assert found == {"<a>", "</a>", "<seed:think>", "</seed:think>"}
