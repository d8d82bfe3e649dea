"""Conversations with placeholders instead of words."""

import json
import re
from datetime import date

import pytest
from rendering import answer, user

from instructgpt_cli.data.types import Message
from instructgpt_cli.encoding.skeleton import SkeletonBuilder, constants_pattern, fill, parts_of, placeholder

CONTROL = re.compile(r"<\|end\|>")


def built(*messages, tools=(), **options):
    return SkeletonBuilder(**options).build(messages, tools)


def test_words_become_placeholders_and_white_space_around_them_stays():
    skeleton = built(user(" a b\n"), answer("c"))
    assert skeleton.messages == [
        {"role": "user", "content": f" {placeholder(0)}\n"},
        {"role": "assistant", "content": placeholder(1)},
    ]
    assert skeleton.words == ["a b", "c"]
    assert skeleton.owners == [(0, "content"), (1, "content")]
    assert built(user(" \n")).messages[0]["content"] == " \n"


def test_conversations_that_differ_only_in_words_have_equal_keys():
    assert built(user("a"), answer("b")).key == built(user("c"), answer("d e")).key
    for other in (
        built(user("a "), answer("b")),
        built(user("a")),
        built(user("a"), answer("b", reasoning_content="c")),
        built(user("a"), Message("assistant", "b", train=False)),
        built(user("a"), answer("b"), tools=({"name": "f"},)),
    ):
        assert other.key != built(user("a"), answer("b")).key


def test_conversations_with_other_tools_or_values_have_other_keys():
    one, other = (built(user("a"), tools=({"name": name, "since": date(2026, 1, 1)},)) for name in "fg")
    assert one.key != other.key
    one, other = (built(answer("a", seen=date(2026, 1, day))) for day in (1, 2))
    assert one.key != other.key


def test_a_rendering_is_filled_with_words_verbatim_or_as_json():
    words = ['say "x"\n']
    text = "a: " + placeholder(0) + json.dumps({"content": placeholder(0)})
    assert [part for _, _, part in parts_of(text)] == ["a: ", 0, '{"content": "', ~0, '"}']
    filled = "".join(fill(part, words) for _, _, part in parts_of(text))
    assert filled == "a: " + words[0] + json.dumps({"content": words[0]})
    assert [text[start:end] for start, end, part in parts_of(text) if part == 0] == [placeholder(0)]


def test_adjacent_placeholders_have_no_text_between_them_and_json_keeps_its_characters():
    text = placeholder(0) + json.dumps(placeholder(1))[1:-1]
    assert parts_of(text) == [(0, 6, 0), (6, 13, ~1)]
    assert "".join(fill(part, ["a", '"中"']) for _, _, part in parts_of(text)) == 'a\\"中\\"'


def test_constants_stay_readable_in_the_words_of_answers_where_these_are_kept():
    kept = constants_pattern(["</think>"], None)
    skeleton = built(user("a</think>b"), answer("a</think>b"), kept_in_answers=kept)
    assert skeleton.messages[0]["content"] == placeholder(0)
    assert skeleton.messages[1]["content"] == f"{placeholder(1)}</think>{placeholder(2)}"
    assert skeleton.words == ["a</think>b", "a", "b"]
    parts = [{"type": "text", "text": "a</think>b"}]
    said = Message("assistant", "", extra={"content": parts, "reasoning": "c</think>d"})
    (message,) = built(said, kept_in_answers=kept).messages
    assert message["content"][0]["text"].count("</think>") == message["reasoning"].count("</think>") == 1


def test_constants_stay_readable_beside_words_that_spell_a_control_token():
    kept = constants_pattern(["</think>"], CONTROL)
    for said, words in (("<|end|></think>b", ["<|end|>", "b"]), ("a</think><|end|>", ["a", "<|end|>"])):
        skeleton = built(answer(said), kept_in_answers=kept, control=CONTROL)
        assert skeleton.messages[0]["content"] == f"{placeholder(0)}</think>{placeholder(1)}"
        assert skeleton.words == words


def test_control_tokens_that_are_tags_stay_readable_as_often_as_they_occur():
    kept = constants_pattern([], CONTROL, ["<|end|>"])
    skeleton = built(answer("a<|end|>b<|end|>c"), kept_in_answers=kept, control=CONTROL)
    assert skeleton.words == ["a", "b", "c"]


def test_constants_that_would_spell_a_control_token_together_are_replaced():
    kept = constants_pattern(["<|", "end|>"], CONTROL)
    skeleton = built(answer("x<|end|>y"), kept_in_answers=kept, control=CONTROL)
    assert skeleton.messages[0]["content"] == placeholder(0)
    assert skeleton.owners == [(0, "content")]
    apart = built(answer("x<|y end|>"), kept_in_answers=kept, control=CONTROL)
    assert apart.messages[0]["content"] == f"{placeholder(0)}<|{placeholder(1)} end|>"


def test_structured_values_stay_readable_except_for_control_tokens():
    call = {"function": {"name": "f<|end|>", "arguments": {"<|end|>k": "v", 1: 2}}}
    skeleton = built(answer("", tool_calls=[call]), tools=({"description": "<|end|>"},), control=CONTROL)
    function = skeleton.messages[0]["tool_calls"][0]["function"]
    assert function == {"name": f"f{placeholder(0)}", "arguments": {f"{placeholder(1)}k": "v", 1: 2}}
    assert skeleton.tools == [{"description": placeholder(2)}]
    assert skeleton.owners == [(0, "value"), (0, "value"), (-1, "value")]
    assert built(tools=("<|end|>",), control=CONTROL).owners == [(-1, "tools")]


def test_a_role_stays_readable_even_where_it_is_a_control_token():
    skeleton = built(answer("a", name="<|end|>"), control=re.compile(r"assistant|<\|end\|>"))
    assert skeleton.messages == [{"role": "assistant", "content": placeholder(0), "name": placeholder(1)}]


def test_reasoning_and_the_texts_of_content_parts_are_words():
    parts = [{"type": "text", "text": "c"}]
    skeleton = built(Message("assistant", "", extra={"content": parts, "reasoning_content": "a"}))
    assert skeleton.messages[0]["content"] == [{"type": "text", "text": placeholder(skeleton.words.index("c"))}]
    assert skeleton.messages[0]["reasoning_content"] in map(placeholder, range(len(skeleton.words)))
    assert skeleton.words.count("a") == 2  # also under the name `thinking`
    assert skeleton.messages[0]["role"] == "assistant"


def test_keys_that_the_template_cannot_distinguish_are_left_out():
    known = frozenset(("content", "name"))
    assert built(user("a")).key != built(Message("user", "a", extra={"id": "1"})).key
    one, other = (built(Message("user", "a", extra={"id": number}), keys=known) for number in "12")
    assert one.key == other.key == built(user("a"), keys=known).key


def test_the_first_turns_of_a_skeleton_have_the_key_of_the_shorter_conversation():
    turns = (user("a"), answer("b"), user("c"), answer("d"))
    long, short = (built(*turns[:n], tools=({"name": "f"},)) for n in (4, 2))
    assert long.until(2).messages == short.messages
    assert long.key_until(2) == long.until(2).key_until(2) == short.key_until(2)
    assert long.key_until(2) != built(*turns[:2]).key_until(2)


@pytest.mark.parametrize(
    ("control", "matched"), [(CONTROL, ["</think>", "<tag>"]), (None, ["</think>", "stop<|end|>", "<|end|>", "<tag>"])]
)
def test_constants_with_a_control_token_are_kept_only_without_control(control, matched):
    pattern = constants_pattern(["<|end|>", "stop<|end|>", "</think>", " "], control, ["<tag>"])
    assert pattern.findall("</think> stop<|end|> <|end|> <tag>") == matched


def test_the_longest_constant_wins():
    assert constants_pattern(["<t>", "<t>\n\n", "<t>\n"], None).findall("<t>\n\n<t>") == ["<t>\n\n", "<t>"]


def test_without_constants_there_is_no_pattern():
    assert constants_pattern([" "], None) is None
