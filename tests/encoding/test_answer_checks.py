"""An answer that a template drops, repeats or rewrites is refused."""

import pytest
from rendering import CALL, answer, encode, targets, tokenizer, user

from instructgpt_cli.data.types import Refusal, Row
from instructgpt_cli.encoding import answer_checks
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.skeleton import placeholder
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


OWNERS = [(0, "content"), (1, "reasoning_content"), (1, "content"), (1, "content")]


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        ([0, 1, 2, 3], None),
        ([0, 1], "drops words of the answer in turn 2"),
        ([0, 1, 2], "drops words of the answer in turn 2"),
        ([0], "drops the message in turn 2"),
        ([0, 1, 2, 3, 2], "writes the answer in turn 2 more than once"),
    ],
)
def test_every_text_of_an_answer_is_shown_exactly_once(shown, fault):
    text = " ".join(map(placeholder, shown))
    if fault is None:
        assert answer_checks.check_words(OWNERS, 1, text) == []
    else:
        with pytest.raises(Refusal, match=fault) as caught:
            answer_checks.check_words(OWNERS, 1, text)
        assert caught.value.reason == "template"


def test_dropped_reasoning_is_noted():
    text = " ".join(map(placeholder, (0, 2, 3)))
    assert answer_checks.check_words(OWNERS, 1, text) == ["the template leaves out reasoning_content"]


def test_changed_white_space_and_tags_are_noted_and_changed_words_refused():
    word = placeholder(0)
    assert answer_checks.check_constants(f"a {word}", f"<|bot|>a {word}<|end|>", 1) == []
    (note,) = answer_checks.check_constants(f"<think>a</think>\n{word}", f"a {word}", 1)
    assert note == "the template changes white space or tags in the answer"
    with pytest.raises(Refusal, match="rewrites the answer in turn 2"):
        answer_checks.check_constants(f"a {word}", f"b {word}", 1)


def test_a_message_without_tool_calls_is_not_rendered_again():
    answer_checks.check_tool_calls({"content": "a", "tool_calls": []}, "a", 1, lambda message: pytest.fail("rendered"))


def test_tool_calls_written_as_python_are_refused():
    message = {"content": "", "tool_calls": [CALL]}
    region = str(CALL["function"]["arguments"])
    with pytest.raises(Refusal, match=r"tool call 1 as Python .*\(turn 2\)") as caught:
        answer_checks.check_tool_calls(message, region, 1, lambda message: True)
    assert caught.value.reason == "template"


def test_the_only_tool_call_is_missed_once():
    """Each look is a rendering of the conversation."""
    without = []
    message = {"content": "", "tool_calls": [CALL]}
    answer_checks.check_tool_calls(message, "Paris", 1, lambda changed: without.append(changed) or True)
    assert without == [{"content": ""}]


def test_each_of_several_tool_calls_is_missed_alone():
    without = []
    calls = [CALL | {"id": number} for number in "123"]
    answer_checks.check_tool_calls({"tool_calls": calls}, "Paris", 1, lambda changed: without.append(changed) or True)
    assert [[call["id"] for call in changed.get("tool_calls", ())] for changed in without] == [
        [],
        ["2", "3"],
        ["1", "3"],
        ["1", "2"],
    ]


@pytest.mark.parametrize(("kept", "fault"), [(0, "drops the tool calls of turn 2"), (1, "drops tool call 2 of turn 2")])
def test_a_call_that_makes_no_difference_is_dropped(kept, fault):
    def changes(message):
        return message.get("tool_calls", [])[:kept] != [CALL][:kept]

    with pytest.raises(Refusal, match=fault) as caught:
        answer_checks.check_tool_calls({"content": "", "tool_calls": [CALL, CALL | {"id": "2"}]}, "", 1, changes)
    assert caught.value.reason == "template"
