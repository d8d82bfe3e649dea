"""Templates cannot reach Python's internals, run forever or use up the memory."""

import signal
import threading
import time

import pytest
from rendering import tokenizer

from instructgpt_cli.encoding import sandbox
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError

QUESTION = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]


def test_a_text_marked_as_safe_does_not_escape_the_text_it_is_joined_with():
    text = "{{ '<' ~ messages[0].content ~ ([1] | tojson | safe) ~ '<b>' ~ 3 ~ none }}{{ '<' + ('x' | safe) }}"
    theirs = tokenizer("byte_level").apply_chat_template(QUESTION, chat_template=text, tokenize=False)
    assert ChatTemplate(text, {}).render(QUESTION) == theirs
    assert theirs.startswith("<Hello[1]<b>3None")


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ messages.append(1) }}",
        "{% set n = namespace(_x=1) %}",
        "{{ 'x' * 10 ** 10 }}",
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{{ 10 ** 100000 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%-*d' % (999999999, 1) }}",
        "{{ 'ok %s %0.999999999f' % ('a', 1) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ raise_exception('no') }}",
        "{{ 1 / 0 }}",
        "{{ messages[9].content }}",
    ],
)
def test_what_a_template_must_not_do_is_refused(text):
    with pytest.raises(RenderError):
        ChatTemplate(text, {}).render(QUESTION)


def test_a_template_that_never_ends_is_stopped(monkeypatch):
    monkeypatch.setattr(sandbox, "MAX_SECONDS", 0.3)
    loop = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    start = time.monotonic()
    with pytest.raises(RenderError, match="more than"):
        ChatTemplate(loop, {}).render(QUESTION)
    assert time.monotonic() - start < 20


def test_generation_tags_only_render_their_body():
    assert ChatTemplate("{% generation %}a{% endgeneration %}", {}).render(QUESTION) == "a"


RENDERED = ChatTemplate("{{ messages[0].content }}", {})


def test_the_callers_alarm_continues_after_a_block_of_time_limits():
    fired = []
    before = signal.signal(signal.SIGALRM, lambda *_: fired.append(1))
    signal.setitimer(signal.ITIMER_REAL, 0.15)
    try:
        with sandbox.alarm() as is_set:
            assert is_set
            for _ in range(3):
                with sandbox.TimeLimit():
                    pass
            time.sleep(0.2)
            assert not fired
        time.sleep(0.3)
        assert fired
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_one_alarm_serves_many_renderings(monkeypatch):
    installed = []
    real = signal.signal
    monkeypatch.setattr(signal, "signal", lambda *given: installed.append(given) or real(*given))
    with sandbox.alarm():
        for _ in range(5):
            RENDERED.render(QUESTION)
    assert len(installed) == 2  # set and put back
    RENDERED.render(QUESTION)
    assert len(installed) == 4


def test_off_the_main_thread_templates_render_without_a_limit():
    found = []
    thread = threading.Thread(target=lambda: found.append(RENDERED.render(QUESTION)))
    thread.start()
    thread.join()
    assert found == ["Hello"]


def test_texts_are_joined_as_plain_text_up_to_the_limit(monkeypatch):
    monkeypatch.setattr(sandbox, "MAX_TEXT_CHARS", 10)
    assert ChatTemplate("{{ 'a' * 5 ~ 1 ~ none }}", {}).render([]) == "aaaaa1None"
    for text in ("{{ 'a' * 11 }}", "{{ 'abcdef' + 'ghijkl' }}", "{{ 'abcdef' ~ 'ghijkl' }}", "{{ 'a' }}" * 11):
        with pytest.raises(RenderError, match="too large"):
            ChatTemplate(text, {}).render([])


def test_tojson_writes_unicode_and_no_html_escapes():
    assert ChatTemplate("{{ messages[0] | tojson }}", {}).render([{"a": "<é&>"}]) == '{"a": "<é&>"}'
    assert ChatTemplate("{{ messages[0] | tojson(indent=1) }}", {}).render([{"a": 1}]) == '{\n "a": 1\n}'
