"""Tool calls whose arguments are objects or JSON text, with templates that take only one of the two."""

from pathlib import Path

import pytest
from rendering import CONVERSATIONS, TEMPLATES, tokenizer

from instructgpt_cli.data import sources, turns
from instructgpt_cli.data.call_forms import forms, misread, spoken
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.recipe.schema import Source

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
    """With the runs of targets, of all sequences of the row."""
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
    for index in answers:  # what is fed for an answer is what it was learnt after
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
def test_templates_that_concatenate_arguments_have_their_text(name, first, between, end, given, written, calls):
    runs = encoded(template(name), conversation(given, calls=calls))
    assert runs[0] == first + between.join([written] * calls) + end
    assert runs[1].removeprefix("all\n").startswith("Sunny.")
    assert len(runs) == 2


@pytest.mark.parametrize("given", [TEXT, ARGUMENTS])
def test_templates_that_write_objects_have_objects(given):
    runs = encoded(template("qwen2_5"), conversation(given))
    assert runs[0].strip() == f'<tool_call>\n{{"name": "get", "arguments": {WRITTEN}}}\n</tool_call><|im_end|>'


@pytest.mark.parametrize("given", [TEXT, ARGUMENTS])
def test_arguments_are_never_written_as_python_writes_them(given):
    text = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}{% for c in m.tool_calls or [] %}"
        "{{ c.function.arguments }}{% endfor %}<|im_end|>\n{% endfor %}"
        "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    words = "I call it with {'city': 'Paris', 'days': 2}: "
    assert encoded(text, conversation(given, words))[0] == words + (given if given == TEXT else WRITTEN) + "<|im_end|>"


def test_what_takes_neither_is_refused_with_the_reason():
    text = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}{% for c in m.tool_calls or [] %}"
        "{{ c.function.arguments.city + c.function.arguments }}{% endfor %}<|im_end|>\n{% endfor %}"
    )
    found = Encoder(TOK, text).encode([Row("x", 0, messages=conversation(ARGUMENTS, "x"))])[0]
    assert "the template refuses the conversation" in found.error


def test_the_forms_of_a_conversation_are_all_that_a_row_may_mean():
    plain = turns.messages([{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "messages")
    assert list(forms(plain)) == [plain]

    def called(**options):
        for m in forms(conversation(TEXT), **options):
            yield m[1].extra["tool_calls"][0]["function"]["arguments"], m[1].extra.get("content", m[1].content)

    empty, null = [(ARGUMENTS, ""), (TEXT, "")], [(ARGUMENTS, None), (TEXT, None)]
    assert list(called()) == empty + null
    assert list(called(null_first=True)) == null + empty
    assert len(list(forms(conversation(TEXT, "Words.")))) == 2


def test_misread_arguments_are_told():
    call = {"function": {"name": "f", "arguments": ARGUMENTS}}
    text = {"function": {"name": "f", "arguments": TEXT}}
    assert "as Python does" in misread([call], f"f({ARGUMENTS})")
    assert "in quotes" in misread([text], "f " + '"{\\"city\\":  \\"Paris\\", \\"days\\": 2}"')
    assert not misread([call, text], f"f {WRITTEN} g {TEXT}")
    assert not misread([{"function": {"name": "f", "arguments": {}}}, "odd", {"name": "g"}], "f({})")


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
def test_a_turn_that_is_the_json_of_a_call_is_one_where_the_template_knows_calls(name, written):
    runs = encoded(template(name), turns.messages(SHAREGPT, "conversations"))
    assert runs[0].removesuffix("<|im_end|>").removesuffix("<|eot_id|>").strip() == written


def test_what_a_turn_says_that_is_no_call_stays_text():
    two = spoken(f"[{SPOKEN}, {SPOKEN}]")
    assert two == [{"type": "function", "function": {"name": "get", "arguments": ARGUMENTS}}] * 2
    for text in ("get(Paris)", "3", "[]", '{"name": "f"}', '{"name": "f", "arguments": [1]}', "[" * 100_000):
        assert spoken(text) == []
    (message,) = turns.messages([{"from": "gpt", "value": SPOKEN}], "conversations")
    assert not message.calls


CHATML_TOOLS = chat_template.load("chatml-tools")


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_without_tools_the_template_for_tools_is_chatml(name):
    row = Row("x", 0, messages=CONVERSATIONS[name])
    plain, tools = (
        Encoder(TOK, text, max_length=10_000).encode([row])[0] for text in (chat_template.load("chatml"), CHATML_TOOLS)
    )
    assert tools == plain
    assert not plain.refused


@pytest.mark.parametrize("system", [(), (Message("system", "Be brief."),), (Message("developer", "Be brief."),)])
@pytest.mark.parametrize(("given", "words"), [(TEXT, None), (ARGUMENTS, "Let me see.")])
def test_the_template_for_tools_shows_tools_calls_and_results(system, given, words):
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
def test_all_calls_of_real_rows_are_learnt_with_their_tools(file):
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
