"""Variables of a template: checked, and written into it as defaults, so that every program renders the same."""

import pytest
import yaml
from rendering import TEMPLATES, answer, tokenizer, user
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.commands.text_pipeline import load_text_pipeline
from instructgpt_cli.data.types import Row
from instructgpt_cli.dataset.tokenize import encoding_fingerprint
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.template_variables import read_by, values, with_defaults
from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.data_schema import Data, Tokenizer
from instructgpt_cli.recipe.schema import Model

TOK = tokenizer("byte_level")
QWEN3_5 = (TEMPLATES / "qwen3_5.jinja").read_text(encoding="utf-8")
HYBRID = (
    "{% macro effort() %}{{ reasoning_effort }}{% endmacro %}{% if level is not defined %}{% set level = 'low' %}"
    "{% endif %}{% for m in messages %}{{ m.role }}: {{ m.content }}{{ eos_token }}{% endfor %}"
    "{% for i in range(2) %}{{ effort() }}/{{ level }}{% endfor %}"
)
SAID = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]


def render(text, **variables):
    return TOK.apply_chat_template(SAID, chat_template=text, tokenize=False, **variables)


@pytest.mark.parametrize(
    "value", [True, False, None, 3, -2.5e-7, "high", "", 'q"%}{{ 1 }}\n\\N{x}\t😀\u2028', [1, "a"], {"k": [None]}]
)
@pytest.mark.parametrize("text", [HYBRID, f"\n{HYBRID}\n\n", f"  {HYBRID}", f"  \n{HYBRID}"])
def test_a_template_with_defaults_renders_as_if_given_the_values(text, value):
    baked = with_defaults(text, {"reasoning_effort": value, "level": "x"})
    assert render(baked) == render(text, reasoning_effort=value, level="x")
    assert render(baked, reasoning_effort=7, level=8) == render(text, reasoning_effort=7, level=8)


def test_writing_defaults_twice_changes_nothing_and_new_ones_take_precedence():
    once = with_defaults(HYBRID, {"level": "a", "reasoning_effort": 1})
    assert with_defaults(once, {"reasoning_effort": 1, "level": "a"}) == once
    assert render(with_defaults(once, {"level": "b"})) == render(HYBRID, level="b", reasoning_effort=1)
    assert with_defaults(HYBRID, {}) == HYBRID


def test_a_template_reads_the_variables_that_nothing_sets_or_provides():
    assert read_by(HYBRID, frozenset(TOK.special_tokens_map)) == {"reasoning_effort", "level"}
    assert read_by(QWEN3_5) == {"enable_thinking"}
    assert read_by("{% if a %}{% set b = 1 %}{% else %}{% set b = 2 %}{% endif %}{{ b }}") == {"a"}
    assert read_by(
        "{% if a %}{% set b = 1 %}{% endif %}{{ b }}{% for c in b %}{{ c }}{{ loop.index }}{% endfor %}{{ c }}"
    ) == {*"abc"}
    assert read_by("{% macro f(a, b=d) %}{{ a }}{{ b }}{{ c }}{{ caller() }}{% endmacro %}{{ f(1) }}") == {"c", "d"}
    assert read_by("{% set a = 1 %}{{ a }}{{ tools }}{{ strftime_now('%Y') }}") == set()


def test_the_values_of_a_variable_are_those_that_the_template_distinguishes():
    text = "{% if effort == 'none' or effort in ['low', 'high'] %}{% endif %}{% if not effort %}{% endif %}"
    assert values(text, "effort") == ["none", "low", "high", True, False]
    assert values("{% set effort = 'high' %}{{ 'x' == other }}", "effort") == ["high", True, False]


@pytest.mark.parametrize(
    ("variables", "said", "hint"),
    [
        ({"enable_thinkin": True}, "enable_thinkin: the chat template reads no", "Did you mean enable_thinking?"),
        ({"zzz": 1}, "zzz: the chat template reads no", "It reads enable_thinking."),
        ({"messages": []}, "messages: the chat template reads no", "It reads enable_thinking."),
        ({"eos_token": ""}, "eos_token: the chat template reads no", "It reads enable_thinking."),
        ({"enable_thinking": "no"}, "does not distinguish the text 'no'", "Write a boolean as true or false."),
    ],
)
def test_a_variable_that_the_template_does_not_read_is_a_usage_error(variables, said, hint):
    with pytest.raises(UsageError) as caught:
        chat_template.resolve(QWEN3_5, TOK, variables)
    assert said in caught.value.message
    assert caught.value.hint == hint


def test_a_word_that_the_template_compares_with_is_accepted():
    text = "{{ messages }}{{ 1 if thinking == 'on' }}"
    assert chat_template.resolve(text, TOK, {"thinking": "on"}).default.endswith(text)


def test_training_and_prompts_use_the_variable():
    chosen = chat_template.resolve(QWEN3_5, TOK, {"enable_thinking": True})
    encoder = Encoder(TOK, chosen)
    messages = (user("a"), answer("Two.", reasoning_content="One and one."))
    encoded = encoder.encode([Row("x", 0, messages=messages)])[0]
    assert not encoded.refused, encoded.error
    prompt = encoder.prompt_ids(messages[:1])
    assert encoded.input_ids[: len(prompt)] == prompt
    served = TOK.apply_chat_template(
        SAID[:1], chat_template=QWEN3_5, enable_thinking=True, add_generation_prompt=True, tokenize=False
    )
    assert TOK.backend_tokenizer.decode(prompt, skip_special_tokens=False) == served


def test_other_variables_change_the_fingerprint():
    texts = {chat_template.resolve(QWEN3_5, TOK, {"enable_thinking": value}).default for value in (True, False)}
    assert len({encoding_fingerprint(TOK, text) for text in (QWEN3_5, *texts)}) == 3


def test_a_saved_tokenizer_has_the_variables_and_a_server_can_override_them(tmp_path):
    made = tokenizer.__wrapped__("byte_level")
    made.chat_template = chat_template.resolve(QWEN3_5, made, {"enable_thinking": True}).saved()
    made.save_pretrained(tmp_path)
    saved = PreTrainedTokenizerFast.from_pretrained(tmp_path)
    thinking, not_thinking = (
        TOK.apply_chat_template(
            SAID[:1], chat_template=QWEN3_5, enable_thinking=value, add_generation_prompt=True, tokenize=False
        )
        for value in (True, False)
    )
    ask = {"add_generation_prompt": True, "tokenize": False}
    assert saved.apply_chat_template(SAID[:1], **ask) == thinking != not_thinking
    assert saved.apply_chat_template(SAID[:1], enable_thinking=False, **ask) == not_thinking
    assert chat_template.resolve(None, saved, {"enable_thinking": True}).default == made.chat_template
    other = chat_template.resolve(None, saved, {"enable_thinking": False}).default
    assert saved.apply_chat_template(SAID[:1], chat_template=other, **ask) == not_thinking


def test_the_tokenizer_and_fingerprint_of_a_run_include_the_variables(tmp_path):
    made = tokenizer.__wrapped__("byte_level")
    made.chat_template = QWEN3_5
    made.save_pretrained(tmp_path)
    opened = [
        load_text_pipeline(Model(), Tokenizer(path=str(tmp_path), template_variables=variables), Data())
        for variables in (None, {"enable_thinking": True})
    ]
    assert opened[0].tokenizer.chat_template == QWEN3_5
    assert opened[1].tokenizer.chat_template == with_defaults(QWEN3_5, {"enable_thinking": True})
    assert opened[0].fingerprint != opened[1].fingerprint
    assert opened[0].encoder.prompt_ids((user("a"),)) != opened[1].encoder.prompt_ids((user("a"),))


THINK = (user("a"), answer("Two.", reasoning_content="One and one."))
HEAD = (
    "{% for m in messages %}{% if m.role == 'assistant' %}{{ '<|assistant|>' }}{% if m.reasoning_content %}"
    "{{ '<think>' + m.reasoning_content + '</think>' }}{% else %}{{ NONE }}{% endif %}{{ m.content + '<|end|>' }}"
    "{% else %}{{ '<|user|>' + m.content + '<|end|>' }}{% endif %}{% endfor %}"
)
EFFORT = (
    "{% if reasoning_effort is not defined %}{% set reasoning_effort = 'no_think' %}{% endif %}"
    + HEAD.replace("NONE", "'<think></think>'")
    + "{% if add_generation_prompt %}{{ '<|assistant|><think>' }}"
    "{% if reasoning_effort not in ['high', 'low'] %}{{ '</think>' }}{% endif %}{% endif %}"
)
SWITCHED = (
    HEAD.replace("NONE", "'</think>'")
    + "{% if add_generation_prompt %}{{ '<|assistant|>' + ('<think>' if enable_thinking else '</think>') }}{% endif %}"
)


@pytest.mark.parametrize(
    ("text", "remedy", "plain", "thought"),
    [
        (QWEN3_5, "{enable_thinking: true}", "\n</think>\n\nB.", "One and one.\n</think>\n\nTwo."),
        (EFFORT, '{reasoning_effort: "high"}', "</think>B.", "One and one.</think>Two."),
        (SWITCHED, "{enable_thinking: true}", "</think>B.", "<think>One and one.</think>Two."),
    ],
)
def test_the_variable_that_makes_opening_and_prompt_agree_is_suggested_and_works(text, remedy, plain, thought):
    without = (user("a"), answer("B."))
    rows = [Row("x", i, messages=messages) for i, messages in enumerate((without, THINK))]
    spoken, refused = Encoder(TOK, text).encode(rows)
    assert not spoken.refused
    assert refused.error.endswith(f": tokenizer.template_variables: {remedy} makes them agree")
    variables = yaml.safe_load(remedy)
    encoder = Encoder(TOK, chat_template.resolve(text, TOK, variables))
    prompt = encoder.prompt_ids((user("a"),))
    for encoded, said in zip(encoder.encode(rows), (plain, thought), strict=True):
        assert not encoded.refused, encoded.error
        learnt = [i for i, m in zip(encoded.input_ids, encoded.loss_mask, strict=True) if m]
        words = TOK.backend_tokenizer.decode(learnt, skip_special_tokens=False)
        assert words.removesuffix("<|im_end|>").removesuffix("<|end|>") == said
        assert encoded.input_ids[: len(prompt)] == prompt
    fed = TOK.backend_tokenizer.decode(prompt, skip_special_tokens=False)
    served = TOK.apply_chat_template(
        SAID[:1], chat_template=text, add_generation_prompt=True, tokenize=False, **variables
    )
    assert served.startswith(fed)


def test_a_prompt_that_opens_a_thought_suggests_the_variable_that_turns_it_off():
    """Rows without a thought are trained from where their answer begins; the note says how servers begin there too."""
    opening = "{% if add_generation_prompt %}{{ '<|assistant|>' + ('<think>' if thinking else '') }}{% endif %}"
    default = "{% if thinking is not defined %}{% set thinking = true %}{% endif %}"
    turns = "{% for m in messages %}{{ '<|' + m.role + '|>' + m.content + '<|end|>' }}{% endfor %}"
    (note,) = [note for note in Encoder(TOK, default + turns + opening).notes if "not fed" in note]
    assert "'<think>'" in note
    assert note.endswith("; tokenizer.template_variables: {thinking: false} makes them agree")
    variables = {"thinking": False}
    agreeing = Encoder(TOK, chat_template.resolve(default + turns + opening, TOK, variables))
    assert not [note for note in agreeing.notes if "not fed" in note]


def test_without_such_a_variable_none_is_suggested():
    text = SWITCHED.replace("enable_thinking", "false") + "{{ '' if enable_thinking }}"
    (refused,) = Encoder(TOK, text).encode([Row("x", 0, messages=THINK)])
    assert refused.error.endswith("differently from its generation prompt '<|end|><|assistant|></think>'")


ASKED = (
    "{% set ns = namespace(think=true) %}{% for m in messages if m.role == 'user' %}"
    "{% if '/no_think' in m.content %}{% set ns.think = false %}{% endif %}{% endfor %}"
    "{% set opening = '<|assistant|>' + ('<think>\n' if ns.think else '<think></think>') %}"
    "{% for m in messages %}{% if m.role == 'user' %}"
    "{{ '<|user|>' + m.content.replace('/no_think', '').replace('/think', '') + '<|end|>' }}"
    "{% elif loop.last %}{{ opening + m.content + '<|end|>' }}"
    "{% else %}{{ '<|assistant|>' + m.content.split('</think>')[-1] + '<|end|>' }}{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}{{ opening }}{% endif %}"
)


@pytest.mark.parametrize(
    ("question", "said", "opening"),
    [
        ("a /no_think", "B.", "<think></think>"),
        ("a /think", "so</think>B.", "<think>\n"),
        ("a", "so</think>B.", "<think>\n"),
    ],
)
def test_rows_that_turn_reasoning_on_or_off_have_the_matching_opening(question, said, opening):
    encoder = Encoder(TOK, ASKED)
    (encoded,) = encoder.encode([Row("x", 0, messages=(user(question), answer(said)))])
    assert not encoded.refused, encoded.error
    prompt = encoder.prompt_ids((user(question),))
    assert TOK.backend_tokenizer.decode(prompt, skip_special_tokens=False).endswith(f"<|assistant|>{opening}")
    assert encoded.input_ids[: len(prompt)] == prompt
    assert not any(encoded.loss_mask[: len(prompt)])
    assert all(encoded.loss_mask[len(prompt) :])
