"""Tool calls with arguments as objects or JSON text, with templates that accept only one of the two."""

from pathlib import Path

import pytest
from rendering import CONVERSATIONS, TEMPLATES, tokenizer

from instructgpt_cli.data import sources, turns
from instructgpt_cli.data.call_forms import argument_fault, calls_in_text, forms
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.recipe.data_schema import Source

TOK = tokenizer("byte_level")
TEXT = '{"city":  "Paris", "days": 2}'
ARGUMENTS = {"city": "Paris", "days": 2}
WRITTEN = '{"city": "Paris", "days": 2}'
TOOL = {"type": "function", "function": {"name": "get", "description": "d", "parameters": {"type": "object"}}}


def conversation(arguments, content=None, calls=1):
    call = {"type": "function", "function": {"name": "get", "arguments": arguments}}
    rows = [
        {"role": "user", "content": "Weather?"},
        {"role": "assistant", "content": content, "tool_calls": [call] * calls},
        *([{"role": "tool", "content": "sunny"}] * calls),
        {"role": "assistant", "content": "Sunny."},
    ]
    return turns.messages(rows, "messages")


def encoded(text, messages):
    """The runs of targets in all sequences of the row, as text."""
    encoder = Encoder(TOK, text)
    found = encoder.encode([Row("x", 0, messages=messages, tools=(TOOL,))])[0]
    assert not found.refused, found.error
    runs, before = [], 0
    for one in (*found.more, found):
        for token, target in zip(one.input_ids, one.loss_mask, strict=True):
            if target and not before:
                runs.append([])
            if target:
                runs[-1].append(token)
            before = target
    answers = [index for index, message in enumerate(messages) if message.role == "assistant"]
    for index in answers:  # generation's prompt is a prefix of what was trained on
        prompt = encoder.prompt_ids(messages[:index], (TOOL,))
        assert any(one.input_ids[: len(prompt)] == prompt for one in (*found.more, found))
    return [TOK.backend_tokenizer.decode(run, skip_special_tokens=False) for run in runs]


def template(name):
    return (TEMPLATES / f"{name}.jinja").read_text(encoding="utf-8")


@pytest.mark.parametrize(("given", "written"), [(TEXT, TEXT), (ARGUMENTS, WRITTEN)])
@pytest.mark.parametrize("calls", [1, 2])
@pytest.mark.parametrize(
    ("name", "first", "between", "end"),
    [
        ("functionary", "get\n", ">>>get\n", "<|eot_id|>"),
        (
            "deepseek_v3_1",
            "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>get<｜tool▁sep｜>",
            "<｜tool▁call▁end｜><｜tool▁call▁begin｜>get<｜tool▁sep｜>",
            "<｜tool▁call▁end｜><｜tool▁calls▁end｜><｜end▁of▁sentence｜>",
        ),
        (
            "deepseek_v3_tools",
            "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>get\n```json\n",
            "\n```<｜tool▁call▁end｜>\n<｜tool▁call▁begin｜>function<｜tool▁sep｜>get\n```json\n",
            "\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜><｜end▁of▁sentence｜>",
        ),
    ],
)
def test_templates_that_concatenate_arguments_get_json_text(name, first, between, end, given, written, calls):
    runs = encoded(template(name), conversation(given, calls=calls))
    assert runs[0] == first + between.join([written] * calls) + end
    assert runs[1].removeprefix("all\n").startswith("Sunny.")
    assert len(runs) == 2


@pytest.mark.parametrize("given", [TEXT, ARGUMENTS])
def test_templates_that_serialize_arguments_get_objects(given):
    runs = encoded(template("qwen2_5"), conversation(given))
    assert runs[0].strip() == f'<tool_call>\n{{"name": "get", "arguments": {WRITTEN}}}\n</tool_call><|im_end|>'


@pytest.mark.parametrize("given", [TEXT, ARGUMENTS])
def test_arguments_are_never_rendered_as_python_literals(given):
    text = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}{% for c in m.tool_calls or [] %}"
        "{{ c.function.arguments }}{% endfor %}<|im_end|>\n{% endfor %}"
        "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    words = "I call it with {'city': 'Paris', 'days': 2}: "
    assert encoded(text, conversation(given, words))[0] == words + (given if given == TEXT else WRITTEN) + "<|im_end|>"


def test_a_template_that_accepts_neither_form_refuses_the_row():
    text = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}{% for c in m.tool_calls or [] %}"
        "{{ c.function.arguments.city + c.function.arguments }}{% endfor %}<|im_end|>\n{% endfor %}"
    )
    found = Encoder(TOK, text).encode([Row("x", 0, messages=conversation(ARGUMENTS, "x"))])[0]
    assert "the template refuses the conversation" in found.error


def test_each_form_of_a_conversation_is_yielded_in_order():
    plain = turns.messages([{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "messages")
    assert list(forms(plain)) == [plain]

    def called(**options):
        for m in forms(conversation(TEXT), **options):
            yield m[1].extra["tool_calls"][0]["function"]["arguments"], m[1].extra.get("content", m[1].content)

    empty, null = [(ARGUMENTS, ""), (TEXT, "")], [(ARGUMENTS, None), (TEXT, None)]
    assert list(called()) == empty + null
    assert list(called(null_first=True)) == null + empty
    assert len(list(forms(conversation(TEXT, "Words.")))) == 2


def test_wrongly_rendered_arguments_are_reported():
    call = {"function": {"name": "f", "arguments": ARGUMENTS}}
    text = {"function": {"name": "f", "arguments": TEXT}}
    assert "as Python does" in argument_fault([call], f"f({ARGUMENTS})")
    assert "in quotes" in argument_fault([text], "f " + '"{\\"city\\":  \\"Paris\\", \\"days\\": 2}"')
    assert not argument_fault([call, text], f"f {WRITTEN} g {TEXT}")
    assert not argument_fault([{"function": {"name": "f", "arguments": {}}}, "odd", {"name": "g"}], "f({})")


SPOKEN = '{"name": "get", "arguments": {"city": "Paris", "days": 2}}'
SHAREGPT = [
    {"from": "human", "value": "Weather?"},
    {"from": "function_call", "value": SPOKEN},
    {"from": "observation", "value": "sunny"},
    {"from": "gpt", "value": "Sunny."},
]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("qwen2_5", f"<tool_call>\n{SPOKEN}\n</tool_call>"),
        ("functionary", f"get\n{WRITTEN}"),
        ("chatml", SPOKEN),
    ],
)
def test_a_function_call_turn_is_a_call_if_the_template_supports_calls(name, written):
    runs = encoded(template(name), turns.messages(SHAREGPT, "conversations"))
    assert runs[0].removesuffix("<|im_end|>").removesuffix("<|eot_id|>").strip() == written


def test_text_that_is_not_a_call_stays_text():
    two = calls_in_text(f"[{SPOKEN}, {SPOKEN}]")
    assert two == [{"type": "function", "function": {"name": "get", "arguments": ARGUMENTS}}] * 2
    for text in ("get(Paris)", "3", "[]", '{"name": "f"}', '{"name": "f", "arguments": [1]}', "[" * 100_000):
        assert calls_in_text(text) == []
    (message,) = turns.messages([{"from": "gpt", "value": SPOKEN}], "conversations")
    assert not message.calls


CHATML_TOOLS = chat_template.load("chatml-tools")


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_without_tools_chatml_tools_equals_chatml(name):
    row = Row("x", 0, messages=CONVERSATIONS[name])
    plain, tools = (
        Encoder(TOK, text, max_length=10_000).encode([row])[0] for text in (chat_template.load("chatml"), CHATML_TOOLS)
    )
    assert tools == plain
    assert not plain.refused


@pytest.mark.parametrize("system", [(), (Message("system", "Be brief."),), (Message("developer", "Be brief."),)])
@pytest.mark.parametrize(("given", "words"), [(TEXT, None), (ARGUMENTS, "Let me see.")])
def test_chatml_tools_renders_tools_calls_and_results(system, given, words):
    messages = (*system, *conversation(given, words, calls=2))
    called = f"<tool_call>\n{SPOKEN}\n</tool_call>"
    row = Row("x", 0, messages=messages, tools=(TOOL,))
    text = Encoder(TOK, CHATML_TOOLS).encode([row])[0].text
    assert text.count('{"type": "function", "function": {"name": "get"') == 1
    assert text.startswith("<|im_start|>system\nBe brief.\n\nFunctions" if system else "<|im_start|>system\nFunctions")
    assert text.count("Be brief.") == len(system)
    assert "user\n<tool_response>\nsunny\n</tool_response>\n<tool_response>\nsunny\n</tool_response><|im_end|>" in text
    runs = encoded(CHATML_TOOLS, messages)
    assert runs == [f"{words + chr(10) if words else ''}{called}\n{called}<|im_end|>", "Sunny.<|im_end|>"]
    said = [{"role": m.role, "content": m.content, **m.extra} for m in messages]
    assert text == TOK.apply_chat_template(said, tools=[TOOL], chat_template=CHATML_TOOLS, tokenize=False)


SHARED = Path(__file__).parents[3] / "shared/data/toolcall"


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared data")
@pytest.mark.parametrize("file", ["toolcall_en.json", "toolcall_zh.json"])
def test_all_calls_of_real_rows_are_targets(file):
    rows = list(sources.rows(Source(path=str(SHARED / file))))
    called = sum(bool(message.calls) for row in rows for message in row.messages)
    found = Encoder(TOK, CHATML_TOOLS, max_length=100_000).encode(rows)
    assert called > 150
    assert not [one.error for one in found if one.refused]
    assert not [note for one in found for note in one.notes]
    targets = [t for one in found for t, mask in zip(one.input_ids, one.loss_mask, strict=True) if mask]
    text = TOK.backend_tokenizer.decode(targets, skip_special_tokens=False)
    assert text.count("<tool_call>") == text.count("</tool_call>") == called
    assert "<tool_response>" not in text
