"""An answer before any question is trained like any other, or refused."""

import pytest
from rendering import answer, encode, targets, template, tokenizer, user

from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.encoding import leading_answer
from instructgpt_cli.encoding.chat_template import ChatTemplate
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.skeleton import SkeletonBuilder, placeholder

TOK = tokenizer("byte_level")

GREETING = (answer("Hello, I am a bot."), user("Hi"), answer("Ask."), user("What?"), answer("That."))

AFTER_A_USER = (
    "{% if not messages | selectattr('role', 'equalto', 'user') | list %}{{ raise_exception('No user query') }}"
    "{% endif %}{% for m in messages %}<|im_start|>{{ m.role }}\n"
    "{% if m.role == 'assistant' %}{{ '<think>\n\n</think>\n\n' }}{% endif %}{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}"
)


@pytest.mark.parametrize("system", [(), (Message("system", "Be brief."),)], ids=["", "system"])
def test_a_greeting_is_a_target_though_the_template_refuses_a_conversation_that_ends_with_it(system):
    encoder = Encoder(TOK, AFTER_A_USER)
    encoded = encoder.encode([Row("x", 0, messages=(*system, *GREETING))])[0]
    said = [f"\n</think>\n\n{words}<|im_end|>" for words in ("Hello, I am a bot.", "Ask.", "That.")]
    assert targets(encoded) == said
    prompt = encoder.prompt_ids((*system, *GREETING[:-1]))
    assert encoded.input_ids[: len(prompt)] == prompt
    last = encoder.encode([Row("x", 0, messages=(*system, user("Hi"), *GREETING[:1]))])[0]
    assert targets(last) == said[:1]


@pytest.mark.parametrize(
    "name", ["gpt_oss", "open_header", "falcon", "vicuna", "llama3", "opens_next", "phi3", "qwen2_5"]
)
def test_a_greeting_has_the_opening_and_end_marker_of_every_answer(name):
    asked = targets(encode(name, user("Hi"), *GREETING))
    encoder = Encoder(TOK, template(name))
    encoded = encoder.encode([Row("x", 0, messages=GREETING)])[0]
    assert targets(encoded) == asked
    prompt = encoder.prompt_ids(GREETING[:-1])
    assert encoded.input_ids[: len(prompt)] == prompt


def test_a_greeting_that_is_rendered_differently_without_a_question_is_refused():
    text = AFTER_A_USER.replace("{{ m.content }}", "{{ m.content | upper if loop.first else m.content }}")
    assert Encoder(TOK, text).encode([Row("x", 0, messages=GREETING)])[0].refused == "template"


def test_a_greeting_that_the_template_also_writes_elsewhere_is_refused():
    text = "{{ '# ' + messages[0].content + '\n' }}" + AFTER_A_USER
    assert Encoder(TOK, text).encode([Row("x", 0, messages=GREETING)])[0].refused == "template"


def test_a_greeting_is_located_where_the_whole_conversation_has_it():
    chat = ChatTemplate(template("chatml"), TOK.special_tokens_map)
    skeleton = SkeletonBuilder().build(GREETING, ())
    whole = chat.render(skeleton.messages)
    answer_span, span, has_opening = leading_answer.find(chat, skeleton, 0, whole)
    assert (span.turn, has_opening) == (0, True)
    assert whole[span.start : span.end] == f"{placeholder(0)}<|im_end|>"
    assert answer_span.prompt.endswith("<|im_start|>assistant\n")
    assert len(skeleton.messages) == len(GREETING)  # the inserted question is not kept


def test_a_conversation_that_renders_differently_after_a_question_has_no_greeting():
    text = "{{ 'Asked. ' if messages[0].role == 'user' }}{% for m in messages %}<|{{ m.role }}|>{{ m.content }}<|end|>"
    text += "{{ loop.index0 }}{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
    chat = ChatTemplate(text, {})
    skeleton = SkeletonBuilder().build(GREETING, ())
    assert leading_answer.find(chat, skeleton, 0, chat.render(skeleton.messages)) is None


def test_a_greeting_after_tools_is_located():
    text = "<|tools|>{{ tools }}<|end|>{% for m in messages %}<|{{ m.role }}|>{{ m.content }}<|end|>{% endfor %}"
    chat = ChatTemplate(text + "{% if add_generation_prompt %}<|assistant|>{% endif %}", {})
    skeleton = SkeletonBuilder().build(GREETING, ({"name": "add"},))
    whole = chat.render(skeleton.messages, skeleton.tools)
    _, span, has_opening = leading_answer.find(chat, skeleton, 0, whole)
    assert (whole[span.start : span.end], has_opening) == (f"{placeholder(0)}<|end|>", True)


def test_a_greeting_that_the_template_writes_twice_is_not_located():
    text = "{% for m in messages %}<|{{ m.role }}|>{{ m.content * 2 }}<|end|>{% endfor %}"
    chat = ChatTemplate(text + "{% if add_generation_prompt %}<|assistant|>{% endif %}", {})
    skeleton = SkeletonBuilder().build(GREETING, ())
    assert leading_answer.find(chat, skeleton, 0, chat.render(skeleton.messages)) is None
