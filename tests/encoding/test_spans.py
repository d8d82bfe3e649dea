"""The renderings to train on: the whole conversation, and answers that are rendered differently in it."""

import pytest
from rendering import answer, encode, targets, template, tokenizer, user

from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding.encoder import Encoder

TOK = tokenizer("byte_level")


@pytest.mark.parametrize("name", ["chatml", "falcon", "qwen3", "qwen3_thinking", "gpt_oss", "deepseek_r1"])
def test_an_answer_of_which_the_template_shows_nothing_is_empty_whatever_its_keys(name):
    for empty in (answer("", name="bot"), answer(" ", score=1), answer("", tool_calls=[])):
        assert encode(name, user("a"), empty).refused == "empty answer"
    assert encode("chatml", user("a"), answer("", reasoning_content="hm")).refused == "empty answer"


def test_dropped_tools_are_noted():
    tool = {"type": "function", "function": {"name": "add", "parameters": {}}}
    assert encode("chatml", user("Hi"), answer("Yes."), tools=(tool,)).notes == ("the template leaves out the tools",)
    assert not encode("qwen2_5", user("Hi"), answer("Yes."), tools=(tool,)).notes
    assert not encode("chatml", user("Hi"), answer("Yes.")).notes


CLOSED = template("closed_thought")

OPENED = CLOSED.replace("assistant\\n<think></think>' }}{% endif", "assistant\\n<think>\\n' }}{% endif")


def test_a_thought_inside_the_content_that_the_template_splits_off_is_a_target():
    thoughts = (user("a"), answer("<think>\nhm\n</think>\n\nA."), user("b"), answer("<think>so</think>B."))
    encoded = Encoder(TOK, OPENED).encode([Row("x", 0, messages=thoughts)])[0]
    assert [targets(sequence) for sequence in encoded.more] == [["\nhm\n</think>\nA.<|im_end|>"]]
    assert targets(encoded) == ["\nso\n</think>\nB.<|im_end|>"]


def test_the_prompt_after_an_answer_that_is_split_is_the_one_trained_on():
    text = (
        "{% for m in messages %}{{ '[' + m.role + ']' }}{% if m.role == 'assistant' %}{{ '<hm>' }}{{ '</hm>#' }}"
        "{{ m.content.split('</hm>')[-1] }}{% else %}{{ m.content }}{% endif %}{{ '</s>' }}{% endfor %}"
        "{% if add_generation_prompt %}{{ '[assistant]<hm></hm>#' }}{% endif %}"
    )
    assert len(TOK.encode("##")) == 1
    messages = (user("a"), answer("<hm>\n\n</hm># b"), user("c"), answer("d"))
    encoder = Encoder(TOK, text)
    encoded = encoder.encode([Row("x", 0, messages=messages)])[0]
    prompt = encoder.prompt_ids(messages[:-1])
    assert not encoded.refused, encoded.error
    assert encoded.input_ids[: len(prompt)] == prompt


def test_reasoning_belongs_to_the_answer():
    encoded = encode("qwen3", user("a"), answer("Two.", reasoning_content="One and one."))
    assert targets(encoded) == ["<think>\nOne and one.\n</think>\n\nTwo.<|im_end|>"]


def test_an_answer_whose_reasoning_is_dropped_later_has_a_sequence_of_its_own():
    first = answer("A.", reasoning_content="first")
    encoded = encode("qwen3", user("a"), first, user("b"), answer("B.", reasoning_content="second"))
    assert [targets(sequence) for sequence in encoded.more] == [["<think>\nfirst\n</think>\n\nA.<|im_end|>"]]
    assert targets(encoded) == ["<think>\nsecond\n</think>\n\nB.<|im_end|>"]
    assert any("sequence of its own" in note for note in encoded.notes)


def test_conversations_with_the_same_beginning_share_answers_and_each_is_right():
    turns = [m for i in range(4) for m in (user(f"q{i}"), answer(f"a{i}" + "\n" * (i % 2)))]
    rows = [Row("x", n, messages=tuple(turns[: 2 * n])) for n in (1, 3, 2, 4)]
    for name in ("qwen3", "closed_thought", "chatml", "phi3"):
        together = Encoder(TOK, template(name)).encode(rows)
        assert together == [Encoder(TOK, template(name)).encode([row])[0] for row in rows]
        assert not any(one.refused for one in together)
