"""Texts compared unit by unit: control tokens, white space, words."""

import pytest

from instructgpt_cli.encoding import markers


@pytest.mark.parametrize(
    ("left", "right", "prefix"),
    [
        ("<|end|>\n<|user|>", "<|end|>\n<|user|>hi", "<|end|>\n<|user|>"),
        ("<|end|><|user|>", "<|end|><|bot|>", "<|end|>"),  # not `<|end|><|`
        ("answer", "answers", ""),  # half a word is no unit
        ("\n\n", "\n", ""),
    ],
)
def test_a_common_prefix_is_made_of_whole_units(left, right, prefix):
    assert markers.common_prefix(left, right) == prefix
    assert markers.common_prefix(right, left) == prefix


def test_leading_tokens_end_before_the_first_word():
    assert markers.leading_tokens("<|end|>\n[/INST] user\n<|x|>") == "<|end|>\n[/INST] "
    assert markers.leading_tokens("user<|end|>") == ""


def test_text_through_the_first_token():
    assert markers.through_first_token("\n so <|end|>\n<|user|>") == "\n so <|end|>"
    assert markers.through_first_token("no token") == ""


def test_tokens_are_angle_brackets_and_capitals_in_square_brackets():
    text = "<s>a < b <|im_end|> [INST] [1] [/TOOL_RESULTS] <two words>"
    assert list(markers.tokens(text)) == ["<s>", "<|im_end|>", "[INST]", "[/TOOL_RESULTS]"]


@pytest.mark.parametrize(("text", "ends"), [("a<|end|>", True), ("a[/INST]", True), ("a<|end|> ", False), ("a", False)])
def test_whether_a_text_ends_with_a_token(text, ends):
    assert markers.ends_with_token(text) is ends


@pytest.mark.parametrize(("text", "is_separator"), [("\n\n### ", True), ("---\n", True), ("", True), ("### a", False)])
def test_a_separator_has_no_words_and_no_tokens(text, is_separator):
    assert markers.is_separator(text) is is_separator
    assert not markers.is_separator(f"{text}<|end|>")


def test_openers_at_the_end_of_a_marker_are_removed_but_never_its_only_token():
    openers = frozenset(("<|start|>", "<|end|>"))
    assert markers.without_openers("<|end|>\n<|start|>", openers) == "<|end|>"
    assert markers.without_openers("<|end|>", openers) == "<|end|>"
    assert markers.without_openers("<|end|><|start|>\n<|start|>", openers) == "<|end|>"
    assert markers.without_openers("<|end|><|call|>\n<|start|>", openers) == "<|end|><|call|>"
    assert markers.without_openers("<|start|><|end|> x", openers) == "<|start|><|end|> x"


def test_a_common_suffix_is_removed_as_a_whole_or_unit_by_unit():
    assert markers.without_common_suffix("<|end|>USER: ", "USER: ") == "<|end|>"
    assert markers.without_common_suffix("<|end|>\n<|user|>\n", "<s><|user|>\n") == "<|end|>\n"
    assert markers.without_common_suffix("<|end|>", "") == "<|end|>"


def test_words_only_has_no_white_space_and_no_tokens():
    assert markers.words_only(" a b\n<think>c</think>[INST]d ") == "abcd"


@pytest.mark.parametrize("text", [None, "b", "ab_ab", "b_a"])
def test_there_is_nothing_between_parts_that_are_missing_repeated_or_in_another_order(text):
    assert markers.between(text, "a", "b") is None
    assert markers.between("xa_by", "a", "b") == "_"
