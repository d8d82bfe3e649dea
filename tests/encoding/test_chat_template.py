"""Chat templates are selected by a recipe and render the same text as in Transformers."""

from datetime import date

import pytest
from rendering import TEMPLATES, tokenizer

from instructgpt_cli.data.types import Refusal
from instructgpt_cli.encoding import chat_template as templates
from instructgpt_cli.encoding.chat_template import ChatTemplate, as_dict
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


@pytest.mark.parametrize("name", templates.names())
def test_each_shipped_template_renders(name):
    text = ChatTemplate(templates.load(name), {"bos_token": "<s>", "eos_token": "</s>"}).render(QUESTION)
    assert "Hello" in text
    assert "Hi" in text


def test_shipped_names():
    assert templates.names() == ["alpaca", "chatml", "chatml-tools", "compact", "llama3", "plain", "vicuna"]


@pytest.mark.parametrize("name", ["alpaca", "vicuna"])
def test_a_developer_turn_is_rendered_like_a_system_turn(name):
    said = [{"role": "developer", "content": "Be brief."}, *QUESTION]
    as_system = [{"role": "system", "content": "Be brief."}, *QUESTION]
    template = ChatTemplate(templates.load(name), {"bos_token": "", "eos_token": "</s>"})
    assert template.render(said) == template.render(as_system)
    assert template.render(said).startswith("Be brief.")


def test_compact_adds_no_white_space():
    assert ChatTemplate(templates.load("compact"), {}).render(QUESTION) == "<|user|>Hello<|end|><|assistant|>Hi<|end|>"


def test_resolve_takes_a_name_a_path_or_a_text(tmp_path):
    tok = tokenizer("byte_level")
    file = tmp_path / "mine.jinja"
    file.write_text("{{ messages }}", encoding="utf-8")
    assert templates.resolve("chatml", tok).default == templates.load("chatml")
    assert templates.resolve(str(file), tok).default == "{{ messages }}"
    assert templates.resolve("{{ messages }}", tok).default == "{{ messages }}"
    assert templates.resolve(None, tok).default == templates.load("plain")


def test_a_misspelt_name_gets_the_nearest_as_a_hint():
    with pytest.raises(UsageError) as caught:
        templates.resolve("chatlm", tokenizer("byte_level"))
    assert caught.value.hint == "Did you mean chatml?"


@pytest.mark.parametrize("text", ["{% for %}", "{{ messages", "{% if x %}", "{" + "{" * 5])
def test_a_recipe_template_that_is_not_jinja_is_a_usage_error(text):
    with pytest.raises(UsageError, match=r"tokenizer\.chat_template"):
        templates.resolve(text, tokenizer("byte_level"))


def test_a_broken_template_of_the_tokenizer_is_a_model_error():
    class Broken:
        chat_template = "{% for %}"

    with pytest.raises(ModelError, match="line 1"):
        templates.resolve(None, Broken())


def test_a_byte_order_mark_does_not_belong_to_the_template(tmp_path):
    (tmp_path / "t.jinja").write_text("{{ messages[0].content }}", encoding="utf-8-sig")
    assert templates.resolve(str(tmp_path / "t.jinja"), None).default == "{{ messages[0].content }}"


def test_a_name_too_long_for_a_file_is_a_usage_error():
    with pytest.raises(UsageError, match="not a template name, a file path or"):
        templates.resolve("a" * 300, None)


def test_the_date_is_the_given_day():
    text = "{{ strftime_now('%d %b %Y, %H') }}"
    template = ChatTemplate(text, {}, date(2026, 1, 9))
    assert (template.render(QUESTION), template.day) == ("09 Jan 2026, 00", date(2026, 1, 9))
    assert ChatTemplate("{{ messages }}", {}).day is None
    assert ChatTemplate(text, {}).day == date.today()


def test_an_agreeing_setting_is_found_among_the_values_of_all_variables():
    template = ChatTemplate(
        "{% if effort == 'high' %}{% endif %}{{ messages ~ effort ~ mode ~ bos_token }}", {"bos_token": ""}
    )
    tried = []

    def agrees(other):
        tried.append(other.render([]))
        return tried[-1] == "[]True"

    assert template.agreeing_setting(agrees) == "tokenizer.template_variables: {effort: true} makes them agree"
    assert tried == ["[]high", "[]True"]
    assert template.agreeing_setting(lambda other: False) == ""
    assert template.render([]) == "[]"  # the template itself is unchanged


def test_a_refusal_counts_as_no_agreement():
    def refuses(other):
        raise Refusal("template", "no")

    assert ChatTemplate("{{ messages }}{{ mode }}", {}).agreeing_setting(refuses) == ""


def test_a_message_has_reasoning_under_each_usual_name_and_no_null_values():
    assert as_dict("user", "a", {}) == {"role": "user", "content": "a"}
    message = as_dict("assistant", "b", {"reasoning": "c", "name": None, "content": None})
    assert message == {
        "role": "assistant",
        "content": None,
        "reasoning": "c",
        "thinking": "c",
        "reasoning_content": "c",
    }


def test_a_prompt_ends_with_the_generation_prompt():
    template = ChatTemplate(templates.load("chatml"), {})
    assert template.render(QUESTION[:1], prompt=True) == template.render(QUESTION[:1]) + "<|im_start|>assistant\n"
