"""Keys of turns that a template does not read are found."""

import pytest
from rendering import CALL, answer

from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.encoding import unread
from instructgpt_cli.encoding.chat_template import ChatTemplate
from instructgpt_cli.encoding.unread import UnreadKeys

PLAIN = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}"


def keys(text, *messages, named=("content",)):
    return UnreadKeys(ChatTemplate(text, {}), frozenset(named)).of(Row("x", 0, messages=messages))


def test_keys_that_change_nothing_are_unread_in_order_of_occurrence():
    messages = (Message("user", "a", extra={"id": 1, "name": "x"}), Message("assistant", "b", extra={"id": 2, "w": 3}))
    assert keys(PLAIN, *messages) == ("id", "name", "w")
    assert keys(PLAIN, *messages, named=("content", "name")) == ("id", "w")


@pytest.mark.parametrize("written", ["{{ m | tojson }}", "{% for k in m %}{{ k }}{% endfor %}", "{{ m['i' ~ 'd'] }}"])
def test_a_key_that_is_written_without_being_named_is_read(written):
    text = PLAIN.replace("{{ m.role }}", written)
    assert keys(text, Message("user", "a", extra={"id": "1"})) == ()


def test_a_template_that_fails_is_tried_with_the_other_forms_of_tool_calls():
    text = "{% for m in messages %}{{ m.content }}{{ '{' + m.tool_calls[0].function.arguments }}{% endfor %}"
    assert keys(text, answer("b", tool_calls=[CALL], id="1"), named=("content", "tool_calls")) == ("id",)


def test_a_row_that_the_template_refuses_has_no_unread_keys():
    assert keys("{{ raise_exception('no') }}", Message("user", "a", extra={"id": "1"})) == ()


def test_each_key_is_tried_once_and_the_memory_of_them_is_limited(monkeypatch):
    monkeypatch.setattr(unread, "MAX_KEYS", 2)
    template = ChatTemplate(PLAIN, {})
    tried = []
    real = template.render
    template.render = lambda messages, *rest: tried.append(1) or real(messages, *rest)
    found = UnreadKeys(template, frozenset())
    rows = [Row("x", 0, messages=(Message("user", "a", extra={key: 1}),)) for key in "aaab"]
    assert [found.of(row) for row in rows] == [("a",)] * 3 + [("b",)]
    assert len(tried) == 4  # with and without, for two keys
    found.of(Row("x", 0, messages=(Message("user", "a", extra={"c": 1}),)))
    assert len(found._is_unread) <= 2
