"""An answer that a template drops, repeats or rewrites is refused."""

import pytest
from rendering import CALL, answer, encode, targets, tokenizer, user

from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.errors import ModelError

TOK = tokenizer("byte_level")


def test_an_answer_of_which_the_template_drops_words_is_refused():
    encoded = encode("deepseek_r1", user("a"), answer("<think>hm</think>yes"))
    assert encoded.refused == "template"
    assert "drops words" in encoded.error


def test_an_answer_of_which_the_template_drops_an_empty_thought_is_accepted():
    encoded = encode("deepseek_r1", user("a"), answer("<think>\n\n</think>\n\nyes"))
    assert not encoded.refused, encoded.error
    assert targets(encoded) in (["yes<｜end▁of▁sentence｜>"], ["\n\nyes<｜end▁of▁sentence｜>"])
    assert encode("deepseek_r1", user("a"), answer("<think>\n\n</think>\n\n")).refused


def test_an_answer_that_the_template_rewrites_is_refused():
    text = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content | upper }}<|im_end|>\n{% endfor %}"
    with pytest.raises(ModelError, match="chat template"):
        Encoder(TOK, text)
    text = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content | replace('b', 'c') }}<|im_end|>\n{% endfor %}"
    )
    encoded = Encoder(TOK, text).encode([Row("x", 0, messages=(user("a"), answer("abc")))])[0]
    assert encoded.refused == "template"


def test_tool_calls_that_the_template_drops_are_refused():
    messages = (user("Weather?"), answer("Let me see.", tool_calls=[CALL]))
    assert "drops the tool calls" in encode("chatml", *messages).error


def test_a_second_tool_call_that_the_template_drops_is_refused():
    text = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}"
        "{% if m.tool_calls %}{{ m.tool_calls[0].function.arguments.city }}{% endif %}<|im_end|>\n{% endfor %}"
    )
    other = {"type": "function", "function": {"name": "get", "arguments": {"city": "Rome"}}}
    rows = [Row("x", 0, messages=(user("a"), answer("b", tool_calls=calls))) for calls in ([CALL], [CALL, other])]
    one, two = Encoder(TOK, text).encode(rows)
    assert targets(one) == ["bParis<|im_end|>"]
    assert "drops tool call 2" in two.error


GREETING = (answer("Hello, I am a bot."), user("Hi"), answer("Ask."), user("What?"), answer("That."))


@pytest.mark.parametrize(
    "kept", ["not loop.first or m.role == 'user'", "m.role == 'user' or messages[0].role == 'user'", "loop.index0 < 4"]
)
def test_a_message_that_the_template_drops_is_named(kept):
    text = (
        "{% for m in messages %}{% if " + kept + " %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endif %}"
    )
    text += "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    encoded = Encoder(TOK, text).encode([Row("x", 0, messages=GREETING)])[0]
    assert encoded.error == f"the template drops the message in turn {5 if 'index0' in kept else 1}"
