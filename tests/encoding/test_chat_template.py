"""Resolving and rendering chat templates: the same text as Transformers, within bounds, and nothing but text."""

import time
from datetime import date

import pytest
from rendering import TEMPLATES, tokenizer

from instructgpt_cli.encoding import chat_template as templates
from instructgpt_cli.encoding import sandbox
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError
from instructgpt_cli.errors import ModelError, UsageError

QUESTION = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.jinja")), ids=lambda path: path.stem)
@pytest.mark.parametrize("prompt", [False, True])
def test_renders_what_transformers_renders(path, prompt):
    tok = tokenizer("byte_level")
    text = path.read_text(encoding="utf-8")
    messages = QUESTION[:1] if prompt else QUESTION
    theirs = tok.apply_chat_template(messages, chat_template=text, tokenize=False, add_generation_prompt=prompt)
    assert ChatTemplate(text, tok.special_tokens_map).render(messages, prompt=prompt) == theirs


def test_a_text_marked_as_safe_escapes_nothing_beside_it():
    text = "{{ '<' ~ messages[0].content ~ ([1] | tojson | safe) ~ '<b>' ~ 3 ~ none }}{{ '<' + ('x' | safe) }}"
    theirs = tokenizer("byte_level").apply_chat_template(QUESTION, chat_template=text, tokenize=False)
    assert ChatTemplate(text, {}).render(QUESTION) == theirs
    assert theirs.startswith("<Hello[1]<b>3None")


@pytest.mark.parametrize("name", templates.names())
def test_each_shipped_template_renders(name):
    text = ChatTemplate(templates.load(name), {"bos_token": "<s>", "eos_token": "</s>"}).render(QUESTION)
    assert "Hello" in text
    assert "Hi" in text


def test_shipped_names():
    assert templates.names() == ["alpaca", "chatml", "chatml-tools", "compact", "llama3", "plain", "vicuna"]


@pytest.mark.parametrize("name", ["alpaca", "vicuna"])
def test_a_developer_speaks_where_a_system_does(name):
    said = [{"role": "developer", "content": "Be brief."}, *QUESTION]
    as_system = [{"role": "system", "content": "Be brief."}, *QUESTION]
    template = ChatTemplate(templates.load(name), {"bos_token": "", "eos_token": "</s>"})
    assert template.render(said) == template.render(as_system)
    assert template.render(said).startswith("Be brief.")


def test_compact_has_no_white_space_of_its_own():
    assert ChatTemplate(templates.load("compact"), {}).render(QUESTION) == "<|user|>Hello<|end|><|assistant|>Hi<|end|>"


def test_resolve_takes_a_name_a_path_or_a_text(tmp_path):
    tok = tokenizer("byte_level")
    file = tmp_path / "mine.jinja"
    file.write_text("{{ messages }}", encoding="utf-8")
    assert templates.resolve("chatml", tok).default == templates.load("chatml")
    assert templates.resolve(str(file), tok).default == "{{ messages }}"
    assert templates.resolve("{{ messages }}", tok).default == "{{ messages }}"
    assert templates.resolve(None, tok).default == templates.load("plain")


def test_a_misspelt_name_is_answered_with_the_nearest():
    with pytest.raises(UsageError) as caught:
        templates.resolve("chatlm", tokenizer("byte_level"))
    assert caught.value.hint == "Did you mean chatml?"


@pytest.mark.parametrize("text", ["{% for %}", "{{ messages", "{% if x %}", "{" + "{" * 5])
def test_a_template_that_is_not_jinja_is_a_fault_of_the_recipe(text):
    with pytest.raises(UsageError, match=r"tokenizer\.chat_template"):
        templates.resolve(text, tokenizer("byte_level"))


def test_a_tokenizer_with_a_broken_template_is_a_fault_of_the_model():
    class Broken:
        chat_template = "{% for %}"

    with pytest.raises(ModelError, match="line 1"):
        templates.resolve(None, Broken())


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
def test_what_a_template_must_not_do_is_a_refusal(text):
    with pytest.raises(RenderError):
        ChatTemplate(text, {}).render(QUESTION)


def test_a_template_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr(sandbox, "MAX_SECONDS", 0.3)
    loop = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    start = time.monotonic()
    with pytest.raises(RenderError, match="more than"):
        ChatTemplate(loop, {}).render(QUESTION)
    assert time.monotonic() - start < 20


def test_generation_marks_only_render_their_body():
    assert ChatTemplate("{% generation %}a{% endgeneration %}", {}).render(QUESTION) == "a"


def test_a_byte_order_mark_is_no_part_of_a_template(tmp_path):
    (tmp_path / "t.jinja").write_text("{{ messages[0].content }}", encoding="utf-8-sig")
    assert templates.resolve(str(tmp_path / "t.jinja"), None).default == "{{ messages[0].content }}"


def test_a_name_too_long_for_a_file_is_a_fault_of_the_recipe():
    with pytest.raises(UsageError, match="not a template name, a file or"):
        templates.resolve("a" * 300, None)


def test_the_date_is_that_of_the_day_given():
    text = "{{ strftime_now('%d %b %Y, %H') }}"
    template = ChatTemplate(text, {}, date(2026, 1, 9))
    assert (template.render(QUESTION), template.day) == ("09 Jan 2026, 00", date(2026, 1, 9))
    assert ChatTemplate("{{ messages }}", {}).day is None
    assert ChatTemplate(text, {}).day == date.today()
