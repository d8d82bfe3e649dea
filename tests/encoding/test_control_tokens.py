"""Tokens that frame turns, tags inside answers, and control tokens that a template looks for in words."""

import re

import pytest
from rendering import answer, byte_level, encode, targets, tokens, user

from instructgpt_cli.data.types import Message, Refusal
from instructgpt_cli.encoding import control_tokens, template_probe
from instructgpt_cli.encoding.answer_span import Span
from instructgpt_cli.encoding.chat_template import ChatTemplate
from instructgpt_cli.encoding.spans import Rendering


def test_tokens_that_frame_turns_are_control_tokens_though_they_look_like_tags():
    tok = byte_level()
    tok.backend_tokenizer.add_tokens(["<user>", "</user>", "<bot>", "</bot>", "<rules>", "</rules>"])
    text = (
        "{% for m in messages %}{% if m.role == 'system' %}<rules>{{ m.content }}</rules>{% elif m.role == 'user' %}"
        "<user>{{ m.content }}</user>{% else %}<bot>{{ m.content }}</bot>{% endif %}{% endfor %}"
        "{% if add_generation_prompt %}<bot>{% endif %}"
    )
    words = "<user>a</user><bot>b</bot><rules>"
    encoded = encode(text, Message("system", words), user(words), answer(words), tok=tok)
    names = ["<rules>", "</rules>", "<user>", "</user>", "<bot>", "</bot>"]
    assert [token for token in tokens(encoded, tok) if token in names] == names
    assert tok.decode(encoded.input_ids) == encoded.text


LOOKS = (
    "{% set stop = '<|end|>' %}{% for m in messages %}{% if m.role == 'user' %}<|user|>{{ m.content }}<|eot_id|>"
    "{% else %}<|assistant|>"
    "{% if m.content.endswith('[TOOL_CALLS]') or m.content == '<|call|>' %}{{ 'Now: ' }}{% endif %}"
    "{{ m.content }}<|eot_id|>{% endif %}{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


def test_special_tags_named_after_reasoning_are_tokens_in_words_and_others_are_text():
    tok = byte_level()
    named = ["<seed:think>", "</seed:think>", "<seed:tool_call>", "</seed:tool_call>"]
    tok.backend_tokenizer.add_special_tokens(named)
    text = (
        "{% set think, unthink = '<seed:think>', '</seed:think>' %}{% set call = '<seed:tool_call>' %}"
        "{% for m in messages %}<|start|>{{ m.role }}\n"
        "{{ think + m.reasoning_content + unthink if m.reasoning_content is defined }}"
        "{% for c in m.tool_calls %}{{ call + c.function.name + '</seed:tool_call>' }}{% endfor %}"
        "{{ m.content }}<|end|>{% endfor %}{% if add_generation_prompt %}<|start|>assistant\n{% endif %}"
    )
    words = "<seed:think>hm</seed:think>I <seed:tool_call>x</seed:tool_call>"
    encoded = encode(text, user("a"), answer(words), tok=tok)
    assert [token for token in tokens(encoded, tok) if token in named] == named[:2]
    assert "".join(targets(encoded, tok)) == f"{words}<|end|>"


@pytest.mark.parametrize("words", ["<|call|>", "b [TOOL_CALLS]"])
def test_an_answer_with_a_control_token_that_the_template_looks_for_is_refused(words):
    encoded = encode(LOOKS, user("a"), answer(words))
    assert encoded.refused == "template"
    assert "text or a control token" in encoded.error


def test_a_control_token_that_the_template_moves_out_of_the_words_is_a_control_token():
    text = LOOKS.replace(
        "{{ m.content }}<|eot_id|>{% endif %}",
        "{{ m.content.split('<|end|>') | join('\n<|end|>\n') }}<|eot_id|>{% endif %}",
    )
    encoded = encode(text, user("a"), answer("Hm.<|end|>Yes."))
    assert "".join(targets(encoded)) == "Hm.\n<|end|>\nYes.<|eot_id|>"
    assert tokens(encoded).count("<|end|>") == 1


def test_a_control_token_that_the_template_strips_from_the_end_of_the_words_is_its_own():
    text = LOOKS.replace(
        "{{ m.content }}<|eot_id|>{% endif %}", "{{ m.content.replace('<|eot_id|>', '') }}<|eot_id|>{% endif %}"
    )
    encoded = encode(text, user("a"), answer("Yes.<|eot_id|>"))
    assert "".join(targets(encoded)) == "Yes.<|eot_id|>"
    assert tokens(encoded).count("<|eot_id|>") == 2


def rounds(text):
    return template_probe.two_rounds(ChatTemplate(text, {}), ())


def test_tokens_of_the_system_text_and_tags_that_open_an_answer_frame_no_turn():
    text = (
        "<|im_start|>system\nUse <b>bold</b>.<|im_end|>{% for m in messages %}<|im_start|>{{ m.role }}\n"
        "{% if m.role == 'assistant' %}<think></think>{% endif %}{{ m.content }}<|im_end|>{% endfor %}"
        "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    added = ["<|im_start|>", "<|im_end|>", "<b>", "</b>", "<think>", "</think>", "<|other|>"]
    assert control_tokens.turn_tokens(rounds(text), added) == {"<|im_start|>", "<|im_end|>"}


def test_an_opening_token_without_a_partner_or_with_one_that_frames_turns_frames_them_too():
    text = (
        "{% for m in messages %}{% if m.role == 'user' %}<user>{{ m.content }}</user>{% else %}"
        "<bot>{{ m.content }}</bot>{% endif %}{% endfor %}{% if add_generation_prompt %}<bot>{% endif %}"
    )
    added = ["<user>", "</user>", "<bot>", "</bot>", "<think>"]
    assert control_tokens.turn_tokens(rounds(text), added) == {"<user>", "</user>", "<bot>", "</bot>"}
    alone = text.replace("</bot>", "</user>")
    assert control_tokens.turn_tokens(rounds(alone), ["<bot>"]) == {"<bot>"}


def test_tags_are_pairs_that_are_shown_or_named_after_reasoning():
    added = ["<a>", "</a>", "<b>", "</b>", "[THINK]", "[/THINK]", "<lone>", "<|im_end|>", "<user>", "</user>"]
    found = control_tokens.tag_tokens(added, ["<user>"], ["text </a> <lone> <user>"])
    assert found == {"<a>", "</a>", "[THINK]", "[/THINK]"}


@pytest.mark.parametrize(
    ("text", "needs_eos", "kept", "is_refused"),
    [
        ('x Zq0"qZ<|end|>', False, (), False),  # the template removed it, and ends the answer with it
        ('x Zq0"qZ <|end|> Zq1"qZ<|end|>', False, (), True),
        ('x Zq0"qZ <|end|> Zq1"qZ<|end|>', False, ("<|end|>",), False),
        ('x Zq0"qZ <|end|> Zq1"qZ', True, (), True),
        ('x Zq0"qZ !<|end|> Zq1"qZ<|end|>', False, (), False),  # the template changed what is around it
    ],
)
def test_a_control_token_that_stays_in_the_words_of_an_answer_is_refused(text, needs_eos, kept, is_refused):
    messages = [{"role": "user", "content": "<|end|>"}, {"role": "assistant", "content": 'Zq0"qZ <|end|> Zq1"qZ'}]
    rendering = Rendering(2, text, (Span(1, 2, len(text), needs_eos),))
    arguments = messages, [rendering], re.compile(r"<\|end\|>"), kept
    if is_refused:
        with pytest.raises(Refusal, match=r"answer in turn 2 contains <\|end\|>, which the template looks for"):
            control_tokens.check_answers(*arguments)
    else:
        control_tokens.check_answers(*arguments)


def test_only_the_words_between_the_next_placeholders_tell_whether_a_control_token_stays():
    """What the template changes further away does not matter."""
    messages = [{"role": "assistant", "content": 'Note: Zq0"qZ<|end|>Zq1"qZ.'}]
    rendering = Rendering(1, 'x Zq0"qZ<|end|>Zq1"qZ<|end|>', (Span(0, 2, 28, False),))
    with pytest.raises(Refusal, match="contains"):
        control_tokens.check_answers(messages, [rendering], re.compile(r"<\|end\|>"), ())
