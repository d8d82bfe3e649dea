"""What a template's source refers to."""

import pytest

from instructgpt_cli.encoding import sandbox, template_source


def parsed(text):
    return sandbox.environment().parse(text)


def test_control_tokens_are_those_in_constants_in_order_and_once():
    text = "<|raw|>{{ '<|im_start|>' + m }}{{ '[INST] x <end_of_turn><|im_start|>' }}{{ '<｜User｜> <b> [1]' }}"
    assert template_source.control_tokens(text) == ("<|im_start|>", "[INST]", "<end_of_turn>", "<｜User｜>")


def test_constants_are_all_texts_but_empty_ones():
    assert template_source.constants(parsed("plain{{ 'a' ~ x['b'] ~ '' ~ 1 }}")) == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{% if '</think>' in c %}{% endif %}", {"</think>", "<think>"}),  # the beginning is looked for too
        ("{% if c == 'yes' or 'content' in m or c == '/no_think' %}{% endif %}", {"/no_think"}),  # no identifiers
        ("{{ c.split('<sep>') }}{{ c.upper('<no>') }}", {"<sep>"}),
        ("{{ c | replace('<a>', '<b>') }}", {"<a>"}),
        ("{% set end = '<|end|>' %}{% set nl = '\n\n\n' %}", {"<|end|>"}),
        ("{% if c in ['<x>', '<y>'] %}{% endif %}{{ '<shown>' }}", {"<x>", "<y>"}),
    ],
)
def test_compared_constants_are_those_that_a_content_may_be_compared_with_or_split_at(text, found):
    assert template_source.compared_constants(parsed(text)) == found


@pytest.mark.parametrize(
    ("text", "tests"),
    [
        ("{% if m.content is none %}{% endif %}", True),
        ("{% if m['content'] is not none %}{% endif %}", True),
        ("{% if content is none %}{% endif %}", True),
        ("{% if m.tool_calls is none %}{% endif %}", False),
        ("{% if m.content is defined %}{% endif %}", False),
    ],
)
def test_whether_a_null_content_is_distinguished(text, tests):
    assert template_source.tests_null(parsed(text)) is tests
