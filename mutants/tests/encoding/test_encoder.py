"""What a row becomes: targets, refusals, splits, cuts, prompts - as exact text."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rendering import KINDS, TEMPLATES, answer, byte_level, tokenizer, user

from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.dataset.token_store import RowCounts, ends_seen
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.segments import SegmentEncoder
from instructgpt_cli.errors import ModelError

TOK = tokenizer("byte_level")
WEATHER = {"type": "function", "function": {"name": "get", "description": "d", "parameters": {"type": "object"}}}
CALL = {"type": "function", "function": {"name": "get", "arguments": {"city": "Paris"}}}


def template(name):
    return (TEMPLATES / f"{name}.jinja").read_text(encoding="utf-8")


def encode(name, *messages, tools=(), **options):
    row = Row("rows.jsonl", 0, messages=messages, tools=tools)
    return Encoder(TOK, template(name), **options).encode([row])[0]


def target_runs(encoded):
    """The ids of each run of targets."""
    runs, before = [], 0
    for token, target in zip(encoded.input_ids, encoded.loss_mask, strict=True):
        if target and not before:
            runs.append([])
        if target:
            runs[-1].append(token)
        before = target
    return runs


def targets(encoded):
    """The runs of targets, decoded."""
    return [TOK.backend_tokenizer.decode(run, skip_special_tokens=False) for run in target_runs(encoded)]


def test_an_answer_that_is_not_trained_is_context():
    first = Message("assistant", "One.", train=False)
    encoded = encode("chatml", user("a"), first, user("b"), answer("Two."))
    assert targets(encoded) == ["Two.<|im_end|>"]


@pytest.mark.parametrize("name", ["qwen1_5", "open_header"])  # after an answer, they add no more than its end marker
def test_answers_that_follow_each_other_are_targets_without_their_headers(name):
    (end,) = (run.removeprefix("One.") for run in targets(encode(name, user("a"), answer("One."))))
    runs = targets(encode(name, user("a"), answer("One."), answer("Two."), answer("Three.")))
    assert [run[: run.index(".") + 1] for run in runs] == ["One.", "Two.", "Three."]
    assert runs[-1] == f"Three.{end}"
    assert len({run.partition(".")[2] for run in runs[:2]}) == 1


def test_loss_on_last_trains_the_last_answer_only():
    encoded = encode("chatml", user("a"), answer("One."), user("b"), answer("Two."), loss_on="last")
    assert targets(encoded) == ["Two.<|im_end|>"]


def test_loss_on_all_trains_everything_but_the_first_token_and_answers_left_out():
    first = Message("assistant", "One.", train=False)
    encoded = encode("chatml", user("a"), first, user("b"), answer("Two."), loss_on="all")
    assert targets(encoded) == [
        "user\na<|im_end|>\n<|im_start|>assistant\n",
        "\n<|im_start|>user\nb<|im_end|>\n<|im_start|>assistant\nTwo.<|im_end|>\n",
    ]


def test_loss_on_all_refuses_an_answer_left_out_that_the_template_changes():
    first = Message("assistant", "<think>hm</think>One.", train=False)
    encoded = encode("deepseek_r1", user("a"), first, user("b"), answer("Two."), loss_on="all")
    assert "left out in turn 2" in encoded.error


@pytest.mark.parametrize("words", ["", " ", "\n\t"])
def test_an_empty_answer_is_refused(words):
    encoded = encode("chatml", user("a"), answer(words))
    assert (encoded.refused, encoded.input_ids) == ("empty answer", [])


@pytest.mark.parametrize("name", ["chatml", "falcon", "qwen3", "qwen3_thinking", "gpt_oss", "deepseek_r1"])
def test_an_answer_of_which_the_template_shows_nothing_is_empty_whatever_else_it_has(name):
    for empty in (answer("", name="bot"), answer(" ", score=1), answer("", tool_calls=[])):
        assert encode(name, user("a"), empty).refused == "empty answer"
    assert encode("chatml", user("a"), answer("", reasoning_content="hm")).refused == "empty answer"


def test_a_conversation_without_answers_is_refused():
    assert encode("chatml", user("a")).refused == "no answer"


def test_what_the_template_refuses_is_refused_with_its_words():
    encoded = encode("gemma", Message("system", "s"), user("a"), answer("b"))
    assert encoded.refused == "template"
    assert "System role not supported" in encoded.error


@pytest.mark.parametrize("words", ["a\ud800b", "\udfff"])
def test_lone_surrogates_are_refused(words):
    assert encode("chatml", user("a"), answer(words)).refused == "not unicode"
    assert encode("chatml", user(words), answer("a")).refused == "not unicode"


def test_a_template_that_drops_part_of_an_answer_refuses_it():
    encoded = encode("deepseek_r1", user("a"), answer("<think>hm</think>yes"))
    assert encoded.refused == "template"
    assert "drops words" in encoded.error


def test_an_empty_thought_that_the_template_leaves_out_costs_no_words():
    encoded = encode("deepseek_r1", user("a"), answer("<think>\n\n</think>\n\nyes"))
    assert not encoded.refused, encoded.error
    assert targets(encoded) in (["yes<｜end▁of▁sentence｜>"], ["\n\nyes<｜end▁of▁sentence｜>"])
    assert encode("deepseek_r1", user("a"), answer("<think>\n\n</think>\n\n")).refused


def test_a_template_that_rewrites_an_answer_refuses_it():
    text = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content | upper }}<|im_end|>\n{% endfor %}"
    with pytest.raises(ModelError, match="chat template"):
        Encoder(TOK, text)
    text = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content | replace('b', 'c') }}<|im_end|>\n{% endfor %}"
    )
    encoded = Encoder(TOK, text).encode([Row("x", 0, messages=(user("a"), answer("abc")))])[0]
    assert encoded.refused == "template"


def test_tool_calls_belong_to_the_answer_and_their_results_do_not():
    call = answer("", tool_calls=[CALL])
    encoded = encode("qwen2_5", user("Weather?"), call, Message("tool", "sunny"), answer("Sunny."), tools=(WEATHER,))
    call_text = '\n<tool_call>\n{"name": "get", "arguments": {"city": "Paris"}}\n</tool_call><|im_end|>'
    assert targets(encoded) in ([call_text, "Sunny.<|im_end|>"], [call_text[1:], "Sunny.<|im_end|>"])


@pytest.mark.parametrize("name", ["llama3_1", "qwen2_5", "qwen3", "mistral_v3"])
def test_tool_calls_in_every_template_that_knows_them(name):
    messages = (user("Weather?"), answer("", tool_calls=[CALL]), Message("tool", "sunny"), answer("Sunny."))
    encoded = encode(name, *messages, tools=(WEATHER,))
    assert not encoded.refused, encoded.error
    found = [run for sequence in (*encoded.more, encoded) for run in targets(sequence)]
    assert len(found) == 2
    assert "Paris" in found[0]
    assert "sunny" not in found[0] + found[1]
    assert "Sunny." in found[1]


def test_a_template_that_drops_tool_calls_refuses_them():
    messages = (user("Weather?"), answer("Let me see.", tool_calls=[CALL]))
    assert "drops the tool calls" in encode("chatml", *messages).error


def test_a_template_that_drops_the_tools_is_told_of():
    tool = {"type": "function", "function": {"name": "add", "parameters": {}}}
    assert encode("chatml", user("Hi"), answer("Yes."), tools=(tool,)).notes == ("the template leaves out the tools",)
    assert not encode("qwen2_5", user("Hi"), answer("Yes."), tools=(tool,)).notes
    assert not encode("chatml", user("Hi"), answer("Yes.")).notes


def test_a_template_that_drops_one_of_two_tool_calls_refuses_them():
    text = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}"
        "{% if m.tool_calls %}{{ m.tool_calls[0].function.arguments.city }}{% endif %}<|im_end|>\n{% endfor %}"
    )
    other = {"type": "function", "function": {"name": "get", "arguments": {"city": "Rome"}}}
    rows = [Row("x", 0, messages=(user("a"), answer("b", tool_calls=calls))) for calls in ([CALL], [CALL, other])]
    one, two = Encoder(TOK, text).encode(rows)
    assert targets(one) == ["bParis<|im_end|>"]
    assert "drops tool call 2" in two.error


def test_a_tool_call_in_the_middle_is_a_target_where_only_later_turns_close_an_answer():
    call = answer("Let me see.", tool_calls=[CALL])
    encoded = encode("unclosed_last", user("Weather?"), call, Message("tool", "sunny"), answer("Sunny."))
    called = 'Let me see.\n<tool_call>{"name": "get", "arguments": {"city": "Paris"}}</tool_call>\n<|eot|>'
    assert targets(encoded) == [called, "Sunny.</s>"]


def test_a_template_that_needs_tools_is_used_with_them():
    text = "{% for tool in tools %}{{ tool.function.name }} {% endfor %}" + template("chatml")
    with_tools, without = Encoder(TOK, text).encode(
        [Row("x", i, messages=(user("a"), answer("b")), tools=tools) for i, tools in enumerate([(WEATHER,), ()])]
    )
    assert targets(with_tools) == ["b<|im_end|>"]
    assert (without.refused, "needs tools" in without.error) == ("template", True)


def test_a_template_that_needs_a_variable_is_refused_with_its_name():
    text = "{{ 'Functions: ' + functions }}" + template("chatml")
    with pytest.raises(ModelError, match="needs the variable `functions`"):
        Encoder(TOK, text)
    encoded = Encoder(
        TOK, "{% if messages | length > 2 %}{{ functions[0].name }}{% endif %}" + template("chatml")
    ).encode([Row("x", 0, messages=(user("a"), answer("b"), user("c"), answer("d")))])[0]
    assert "needs the variable `functions`" in encoded.error


GREETING = (answer("Hello, I am a bot."), user("Hi"), answer("Ask."), user("What?"), answer("That."))
AFTER_A_USER = (
    "{% if not messages | selectattr('role', 'equalto', 'user') | list %}{{ raise_exception('No user query') }}"
    "{% endif %}{% for m in messages %}<|im_start|>{{ m.role }}\n"
    "{% if m.role == 'assistant' %}{{ '<think>\n\n</think>\n\n' }}{% endif %}{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}"
)


@pytest.mark.parametrize("system", [(), (Message("system", "Be brief."),)], ids=["", "system"])
def test_a_greeting_is_learnt_though_the_template_refuses_a_conversation_that_ends_with_it(system):
    encoder = Encoder(TOK, AFTER_A_USER)
    encoded = encoder.encode([Row("x", 0, messages=(*system, *GREETING))])[0]
    said = [f"\n</think>\n\n{words}<|im_end|>" for words in ("Hello, I am a bot.", "Ask.", "That.")]
    assert targets(encoded) == said
    prompt = encoder.prompt_ids((*system, *GREETING[:-1]))
    assert encoded.input_ids[: len(prompt)] == prompt
    last = encoder.encode([Row("x", 0, messages=(*system, user("Hi"), *GREETING[:1]))])[0]
    assert targets(last) == said[:1]


@pytest.mark.parametrize(
    "name", ["gpt_oss", "open_header", "falcon", "vicuna", "llama3", "opens_next", "phi3", "qwen2_5"]
)
def test_a_greeting_has_what_every_answer_has(name):
    asked = targets(encode(name, user("Hi"), *GREETING))
    encoder = Encoder(TOK, template(name))
    encoded = encoder.encode([Row("x", 0, messages=GREETING)])[0]
    assert targets(encoded) == asked
    prompt = encoder.prompt_ids(GREETING[:-1])
    assert encoded.input_ids[: len(prompt)] == prompt


def test_a_greeting_that_is_rendered_otherwise_without_a_question_is_refused():
    text = AFTER_A_USER.replace("{{ m.content }}", "{{ m.content | upper if loop.first else m.content }}")
    assert Encoder(TOK, text).encode([Row("x", 0, messages=GREETING)])[0].refused == "template"


def test_a_greeting_that_the_template_also_writes_elsewhere_is_refused():
    text = "{{ '# ' + messages[0].content + '\n' }}" + AFTER_A_USER
    assert Encoder(TOK, text).encode([Row("x", 0, messages=GREETING)])[0].refused == "template"


@pytest.mark.parametrize(
    "kept", ["not loop.first or m.role == 'user'", "m.role == 'user' or messages[0].role == 'user'", "loop.index0 < 4"]
)
def test_a_message_that_the_template_drops_is_named(kept):
    text = (
        "{% for m in messages %}{% if " + kept + " %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endif %}"
    )
    text += "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    encoded = Encoder(TOK, text).encode([Row("x", 0, messages=GREETING)])[0]
    assert encoded.error == f"the template drops the message in turn {5 if 'index0' in kept else 1}"


CLOSED = template("closed_thought")
OPENED = CLOSED.replace("assistant\\n<think></think>' }}{% endif", "assistant\\n<think>\\n' }}{% endif")
THOUGHTFUL = (user("a"), answer("Two.", reasoning_content="One and one."))


def test_reasoning_that_a_generation_prompt_rules_out_is_refused():
    words = (user("a"), answer("<think>\nhm\n</think>\n\nB."))
    for messages in (THOUGHTFUL, words):
        encoded = encode("closed_thought", *messages)
        assert encoded.refused == "template"
        assert "<think></think>" in encoded.error


def test_where_a_thought_is_open_in_the_generation_prompt_alone_plain_and_reasoned_answers_open_alike():
    assert OPENED != CLOSED
    encoder = Encoder(TOK, OPENED)
    for messages, said in (
        (THOUGHTFUL, "\nOne and one.\n</think>\nTwo.<|im_end|>"),
        ((user("a"), answer("<think>so</think>B.")), "\nso\n</think>\nB.<|im_end|>"),
        ((user("a"), answer("B.")), "</think>B.<|im_end|>"),
    ):
        encoded = encoder.encode([Row("x", 0, messages=messages)])[0]
        assert targets(encoded) == [said]
        prompt = encoder.prompt_ids(messages[:-1])
        assert encoded.input_ids[: len(prompt)] == prompt
        assert TOK.backend_tokenizer.decode(prompt, skip_special_tokens=False).endswith("assistant\n<think>")


def test_a_template_that_always_opens_the_next_answer_shares_that_opening_with_calls():
    text = (
        "{% for m in messages %}{% if m.role == 'user' %}<|user|>{{ m.content }}{% else %}<|assistant|>"
        "{{ '<|call|>' ~ m.tool_calls | tojson if m.tool_calls else '<|message|>' ~ m.content }}{% endif %}<|end|>"
        "{% endfor %}<|assistant|>"
    )
    call = answer("", tool_calls=[CALL])
    assert decoded_targets(TOK, text, user("a"), call).startswith("<|call|>[{")
    assert decoded_targets(TOK, text, user("a"), answer("b")) == "<|message|>b<|end|>"


def test_an_answer_has_its_end_marker_where_a_system_turn_and_the_next_opening_are_always_written():
    text = (
        "<|im_start|>system\nBe brief.<|im_end|>\n{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}"
        "<|im_end|>\n{% endfor %}{{ '<|im_start|>assistant\n' }}"
    )
    encoder = Encoder(TOK, text)
    encoded = encoder.encode([Row("x", 0, messages=(user("a"), answer("One."), user("b"), answer("Two.")))])[0]
    assert targets(encoded) == ["One.<|im_end|>", "Two.<|im_end|>"]
    assert TOK.convert_ids_to_tokens(encoder.stop_ids) == ["<|im_end|>", "</s>"]


def test_an_empty_turn_after_tool_calls_is_no_target():
    text = (
        "{% for m in messages %}{% if m.role == 'user' %}<|user|>{{ m.content }}{% else %}"
        "{% if m.tool_calls %}<|assistant|>{{ m.tool_calls | tojson }}<|end|>{% endif %}"
        "<|assistant|>{{ m.content }}<|end|>{% endif %}{% endfor %}"
        "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    )
    call = answer("", tool_calls=[CALL])
    found = decoded_targets(TOK, text, user("a"), call)
    assert (found.count("Paris"), found.count("<|end|>"), found.count("<|assistant|>")) == (1, 1, 0)
    assert decoded_targets(TOK, text, user("a"), call, user("b"), answer("c")) == found + "c<|end|>"
    both = Row("x", 0, messages=(user("a"), answer("And words.", tool_calls=[CALL])))
    assert "as several turns" in Encoder(TOK, text).encode([both])[0].error


def test_an_answer_with_another_header_than_its_prompt_is_refused():
    text = (
        "{% for m in messages %}<|{{ 'user' if m.role == 'user' else 'tool' if m.tool_calls else 'assistant' }}|>"
        "{{ m.content }}{{ m.tool_calls | tojson if m.tool_calls }}<|end|>{% endfor %}"
        "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    )
    encoded = Encoder(TOK, text).encode([Row("x", 0, messages=(user("a"), answer("", tool_calls=[CALL])))])[0]
    assert "unlike its generation prompt" in encoded.error


def test_a_thought_inside_the_words_is_a_target_where_the_template_takes_it_apart():
    thoughts = (user("a"), answer("<think>\nhm\n</think>\n\nA."), user("b"), answer("<think>so</think>B."))
    encoded = Encoder(TOK, OPENED).encode([Row("x", 0, messages=thoughts)])[0]
    assert [targets(sequence) for sequence in encoded.more] == [["\nhm\n</think>\nA.<|im_end|>"]]
    assert targets(encoded) == ["\nso\n</think>\nB.<|im_end|>"]


def test_a_prompt_after_an_answer_that_is_taken_apart_is_the_one_trained_on():
    text = (
        "{% for m in messages %}{{ '[' + m.role + ']' }}{% if m.role == 'assistant' %}{{ '<hm>' }}{{ '</hm>#' }}"
        "{{ m.content.split('</hm>')[-1] }}{% else %}{{ m.content }}{% endif %}{{ '</s>' }}{% endfor %}"
        "{% if add_generation_prompt %}{{ '[assistant]<hm></hm>#' }}{% endif %}"
    )
    assert len(TOK.encode("##")) == 1
    messages = (user("a"), answer("<hm>\n\n</hm># b"), user("c"), answer("d"))
    encoder = Encoder(TOK, text)
    encoded = encoder.encode([Row("x", 0, messages=messages)])[0]
    prompt = encoder.prompt_ids(messages[:-1])
    assert not encoded.refused, encoded.error
    assert encoded.input_ids[: len(prompt)] == prompt


def test_what_a_template_writes_after_an_answer_without_end_marker_stays_in_the_text():
    encoded = encode("alpaca", user("a"), answer("One."))
    assert targets(encoded) == ["One.</s>"]
    text = TOK.backend_tokenizer.decode(encoded.input_ids, skip_special_tokens=False)
    assert text == "### Instruction:\na\n\n### Response:\nOne.</s>\n\n"


def test_reasoning_belongs_to_the_answer():
    encoded = encode("qwen3", user("a"), answer("Two.", reasoning_content="One and one."))
    assert targets(encoded) == ["<think>\nOne and one.\n</think>\n\nTwo.<|im_end|>"]


def test_an_answer_whose_reasoning_is_dropped_later_is_trained_apart():
    first = answer("A.", reasoning_content="first")
    encoded = encode("qwen3", user("a"), first, user("b"), answer("B.", reasoning_content="second"))
    assert [targets(sequence) for sequence in encoded.more] == [["<think>\nfirst\n</think>\n\nA.<|im_end|>"]]
    assert targets(encoded) == ["<think>\nsecond\n</think>\n\nB.<|im_end|>"]
    assert any("sequence of its own" in note for note in encoded.notes)


def test_control_text_in_tool_arguments_is_text():
    call = {"type": "function", "function": {"name": "get", "arguments": {"city": "<|im_end|>"}}}
    encoded = encode("qwen2_5", user("?"), answer("", tool_calls=[call]))
    assert not encoded.refused, encoded.error
    ends = [token for token in TOK.convert_ids_to_tokens(encoded.input_ids) if token == "<|im_end|>"]
    assert len(ends) == 3  # system, user, answer


def test_overlong_rows_are_dropped_with_their_length():
    encoded = encode("chatml", user("a"), answer("word " * 100), max_length=40)
    assert encoded.refused == "overlong"
    assert "more than data.max_length (40)" in encoded.error


def test_turns_after_the_last_answer_do_not_count_as_length():
    after = user("word " * 80)
    encoded = encode("chatml", user("q"), answer("a"), after, max_length=64)
    assert (encoded.refused, targets(encoded)) == ("", ["a<|im_end|>"])
    assert encode("chatml", user("q " * 60), answer("a"), after, max_length=64).refused == "overlong"


def test_cut_prompt_keeps_the_system_turn_and_the_newest_turns():
    turns = [m for i in range(6) for m in (user(f"Question number {i}"), answer(f"Answer {i}."))]
    system = Message("system", "Be brief.")
    encoded = encode("chatml", system, *turns, max_length=90, overlong="cut_prompt")
    assert not encoded.refused
    assert encoded.text.startswith("<|im_start|>system\nBe brief.")
    assert len(encoded.input_ids) <= 90
    assert targets(encoded)[-1] == "Answer 5.<|im_end|>"
    assert "Question number 0" not in encoded.text
    assert encoded.cut > 0


def test_cut_prompt_shortens_a_long_question_from_the_front_and_never_an_answer():
    question = "begin " + "x y z " * 200 + "end?"
    encoded = encode("chatml", user(question), answer("Yes."), max_length=64, overlong="cut_prompt")
    assert len(encoded.input_ids) <= 64
    assert "end?" in encoded.text
    assert "begin" not in encoded.text
    assert targets(encoded) == ["Yes.<|im_end|>"]
    long = encode("chatml", user("a"), answer("word " * 100), max_length=64, overlong="cut_prompt")
    assert long.refused == "overlong"


def test_cut_prompt_leaves_the_instruction_and_shortens_what_it_is_about():
    asked = Message("user", "Who won?\nbegin " + "x y z " * 200 + "end.", head=len("Who won?\n"))
    encoded = encode("chatml", asked, answer("We."), max_length=64, overlong="cut_prompt")
    assert "<|im_start|>user\nWho won?\n" in encoded.text
    assert "begin" not in encoded.text
    assert "end.<|im_end|>" in encoded.text
    asked = Message("user", "x y z " * 200 + "who?\nnobody", head=1205)  # an instruction that is itself too long
    encoded = encode("chatml", asked, answer("We."), max_length=64, overlong="cut_prompt")
    assert len(encoded.input_ids) <= 64
    assert targets(encoded) == ["We.<|im_end|>"]


def test_raw_text_is_all_target_but_its_opening_token():
    encoder = Encoder(TOK, template("chatml"), max_length=8)
    text = "Once upon <|im_end|> a time there was a fox."
    whole, first, last = encoder.encode(
        [Row("x", 0, text=text), Row("x", 0, text=text, closes=False), Row("x", 0, text=text, opens=False)]
    )
    assert whole.input_ids[0] == TOK.bos_token_id
    assert whole.input_ids[-1] == TOK.eos_token_id
    assert whole.loss_mask == [0] + [1] * (len(whole.input_ids) - 1)
    assert TOK.decode(whole.input_ids[1:-1]) == text
    assert first.input_ids == whole.input_ids[:-1]
    assert last.input_ids == whole.input_ids[1:]
    assert set(last.loss_mask) == {1}


def test_stop_ids_follow_the_template():
    def stops(name):
        return TOK.convert_ids_to_tokens(Encoder(TOK, template(name)).stop_ids)

    assert stops("chatml") == ["<|im_end|>", "</s>"]
    assert stops("phi3") == ["<|end|>", "</s>"]
    assert stops("gpt_oss") == ["<|return|>", "</s>"]
    assert stops("deepseek_coder") == ["<|EOT|>", "</s>"]
    assert stops("glm4") == stops("falcon") == ["</s>"]
    assert stops("unclosed_last") == ["<|eot|>", "</s>"]
    assert stops("opens_next") == ["<|end|>", "</s>"]


def decoded_targets(tok, text, *messages):
    encoded = Encoder(tok, text).encode([Row("x", 0, messages=messages)])[0]
    run = [token for token, target in zip(encoded.input_ids, encoded.loss_mask, strict=True) if target]
    return tok.backend_tokenizer.decode(run, skip_special_tokens=False)


def test_an_open_answer_is_closed_by_what_closes_the_others_where_there_is_no_eos():
    tok = byte_level()
    tok.eos_token = None
    assert decoded_targets(tok, template("unclosed_last"), user("a"), answer("b")) == "b<|eot|>"


def test_an_end_marker_may_be_the_token_that_opens_the_text():
    tok = byte_level()
    tok.bos_token = tok.eos_token
    text = "{{ bos_token }}{% for m in messages %}<|user|>{{ m.content }}<|end|>{{ eos_token }}\n{% endfor %}"
    assert decoded_targets(tok, text, user("a"), answer("b")) == "b<|end|></s>"


def test_a_token_that_also_stands_before_the_words_does_not_stop():
    text = (
        "{% for m in messages %}<|start|>{{ m.role }}"
        "{{ '<|channel|>hm<|message|>' if m.role == 'assistant' }}<|channel|>text{{ m.content }}"
        "<|channel|>text<|eot|>{% endfor %}{% if add_generation_prompt %}<|start|>assistant{% endif %}"
    )
    assert TOK.convert_ids_to_tokens(Encoder(TOK, text).stop_ids) == ["<|eot|>", "</s>"]


def test_a_text_marker_is_a_stop_text():
    text = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n### End\n{% endfor %}"
    encoder = Encoder(TOK, text)
    assert encoder.stop_texts == ("\n### End",)
    assert any("'\\n### End' is no token of the tokenizer" in note for note in encoder.notes)
    assert not any("no token" in note for note in Encoder(TOK, template("chatml")).notes)


def test_what_separates_turns_ends_no_answer():
    text = (
        "Reply.\n\n### {% for m in messages %}{{ m.role }}: {{ m.content }}\n\n### {% endfor %}"
        "{% if add_generation_prompt %}assistant: {% endif %}"
    )
    encoder = Encoder(TOK, text)
    encoded = encoder.encode([Row("x", 0, messages=(user("a"), answer("b"), user("c"), answer("d")))])[0]
    assert targets(encoded) == ["b", "d</s>"]
    assert (TOK.convert_ids_to_tokens(encoder.stop_ids), encoder.stop_texts) == (["</s>"], ())


def test_an_unusual_token_that_ends_a_default_system_turn_too_ends_answers():
    text = (
        "system: Reply.[e~[\n{% for m in messages %}{{ m.role }}: {{ m.content }}[e~[\n{% endfor %}"
        "{% if add_generation_prompt %}assistant: {% endif %}"
    )
    assert Encoder(TOK, text).stop_texts == ("[e~[",)


def test_control_tokens_that_are_not_marked_as_special_are_still_not_taken_from_words():
    tok = byte_level()
    tok.backend_tokenizer.add_tokens(["<turn>", "<stop>"])
    text = "{% for m in messages %}<turn>{{ m.role }}\n{{ m.content }}<stop>\n{% endfor %}"
    encoder = Encoder(tok, text)
    encoded = encoder.encode([Row("x", 0, messages=(user("<stop>"), answer("a <stop> b")))])[0]
    assert not encoded.refused, encoded.error
    assert tok.convert_ids_to_tokens(encoded.input_ids).count("<stop>") == 2
    assert tok.backend_tokenizer.decode(encoded.input_ids) == encoded.text


@pytest.mark.parametrize("kind", KINDS)
def test_tags_in_words_take_no_space_after_them(kind):
    tok = tokenizer(kind)
    words = "<think>hm</think>\n\n<tool_call>so"
    encoded = Encoder(tok, template("chatml")).encode([Row("x", 0, messages=(user(words), answer(words)))])[0]
    assert not encoded.refused, encoded.error
    run = [token for token, target in zip(encoded.input_ids, encoded.loss_mask, strict=True) if target]
    assert tok.backend_tokenizer.decode(run, skip_special_tokens=False) == f"{words}<|im_end|>"
    assert tok.convert_ids_to_tokens(run).count("</think>") == 1


@pytest.mark.parametrize("name", ["phi3", "chatml", "opens_next", "gpt_oss", "llama3"])
def test_white_space_that_an_end_marker_swallows_is_no_token_after_an_answer_in_the_context(name):
    tok = tokenizer("rstrip")
    turns = (user("Hello"), answer("Hi there. "), user("And now?"), answer("Bye."), user("So?"), answer("End."))
    encoded = Encoder(tok, template(name)).encode([Row("x", 0, messages=turns)])[0]
    assert encoded.input_ids == tok(encoded.text, add_special_tokens=False).input_ids
    start = Encoder(tok, template(name)).prompt_ids(turns[:-1])
    assert encoded.input_ids[: len(start)] == start


def test_white_space_that_begins_an_answer_is_learnt_even_after_a_token_that_swallows_it():
    tok = tokenizer("rstrip")
    turns = (user("Go on"), answer(" and so"), user("q"), answer("\nb"))
    encoded = Encoder(tok, template("opens_next")).encode([Row("x", 0, messages=turns)])[0]
    text = [tok.decode(run) for run in target_runs(encoded)]
    assert text == [" and so<|end|>", "\nb<|end|>"]
    encoded = Encoder(tok, template("gpt_oss")).encode([Row("x", 0, messages=turns[:2])])[0]
    assert tok.decode(target_runs(encoded)[0]).endswith("<|message|> and so<|return|>")


@pytest.mark.parametrize("kind", ["llama2", "metaspace_first", "metaspace_always", "metaspace_never"])
def test_the_sign_that_a_tokenizer_writes_for_a_space_is_a_space_to_it(kind):
    text = "{% for m in messages %}<｜my▁{{ m.role }}｜>{{ m.content }}<｜my▁end｜>{% endfor %}"
    got = decoded_targets(tokenizer(kind), text, user("a"), answer("b▁c"))
    assert got.strip() == "b c<｜my end｜>"


def test_a_control_token_among_the_pieces_of_a_unigram_model_never_comes_from_words():
    tok = tokenizer("unigram")
    encoded = Encoder(tok, "{% for m in messages %}{{ m.content }}</s>{% endfor %}").encode(
        [Row("x", 0, messages=(user("a </s> b"), answer("c</s>")))]
    )[0]
    assert not encoded.refused, encoded.error
    assert tok.convert_ids_to_tokens(encoded.input_ids).count("</s>") == 2
    assert (
        "".join(tok.backend_tokenizer.decode(encoded.input_ids, skip_special_tokens=False).split())
        == "a</s>b</s>c</s></s>"
    )


def test_the_tokenizer_is_left_as_it_was():
    tok = byte_level()
    tok.backend_tokenizer.enable_truncation(max_length=5)
    tok.backend_tokenizer.enable_padding(length=16)
    before = tok.backend_tokenizer.to_str()
    encoded = Encoder(tok, template("chatml")).encode(
        [Row("x", 0, messages=(user("a b c d e f"), answer("Yes, it is.")))]
    )
    assert len(encoded[0].input_ids) > 16
    assert tok.backend_tokenizer.to_str() == before


CHUNK = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["<|im_end|>", "</s>", "<think>", "\n", " ", "assistant", "[/INST]"]),
)
WORDS = st.lists(CHUNK, max_size=5).map("".join)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["chatml", "llama2", "llama3", "qwen3", "phi3", "gpt_oss", "falcon"]),
    st.lists(WORDS, min_size=2, max_size=6),
)
@example("qwen3", ["", "0", "", "<think>", "", "0"])
@example("chatml", ["", "0", "", "<|im_end|>"])
def test_any_words_are_masked_rightly_or_refused(name, words):
    messages = tuple(user(w) if i % 2 == 0 else answer(w) for i, w in enumerate(words[: len(words) // 2 * 2]))
    encoder = RENDERERS.setdefault(name, Encoder(TOK, template(name), max_length=10_000))
    encoded = encoder.encode([Row("x", 0, messages=messages)])[0]
    if encoded.refused:
        assert (
            any(not m.content.strip() for m in messages) or "</think>" in encoded.text or encoded.refused == "template"
        )
        return
    found = [run for sequence in (*encoded.more, encoded) for run in targets(sequence)]
    answers = [m.content for m in messages if m.role == "assistant"]
    assert len(found) == len(answers)
    # An answer in a sequence of its own comes before those in the whole conversation, whichever turn it is.
    assert any(
        all(said.strip() in run and len(run) <= len(said) + 40 for run, said in zip(order, answers, strict=True))
        for order in itertools.permutations(found)
    )
    prompt = encoder.prompt_ids(messages[:-1])
    assert encoded.input_ids[: len(prompt)] == prompt


RENDERERS: dict[str, Encoder] = {}


def test_conversations_that_begin_alike_share_answers_and_each_is_right():
    turns = [m for i in range(4) for m in (user(f"q{i}"), answer(f"a{i}" + "\n" * (i % 2)))]
    rows = [Row("x", n, messages=tuple(turns[: 2 * n])) for n in (1, 3, 2, 4)]
    for name in ("qwen3", "closed_thought", "chatml", "phi3"):
        together = Encoder(TOK, template(name)).encode(rows)
        assert together == [Encoder(TOK, template(name)).encode([row])[0] for row in rows]
        assert not any(one.refused for one in together)


def test_shapes_are_shared_so_that_many_rows_cost_one_search(monkeypatch):
    from instructgpt_cli.encoding import spans

    calls = []
    real = spans.find
    monkeypatch.setattr(spans, "find", lambda *a: calls.append(1) or real(*a))
    encoder = Encoder(TOK, chat_template.load("chatml"))
    calls.clear()
    encoder.encode([Row("x", i, messages=(user(f"q {i}"), answer(f"a {i}"))) for i in range(500)])
    assert len(calls) == 1


def test_a_key_that_the_template_does_not_name_makes_no_shape_of_its_own(monkeypatch):
    from instructgpt_cli.encoding import spans

    calls = []
    real = spans.find
    monkeypatch.setattr(spans, "find", lambda *a: calls.append(1) or real(*a))
    encoder = Encoder(TOK, template("chatml"))
    calls.clear()
    rows = [Row("x", i, messages=(_with_id(user(f"q {i}"), i), _with_id(answer(f"a {i}"), -i))) for i in range(50)]
    encoded = encoder.encode(rows)
    assert len(calls) == 1
    plain = [Row("x", i, messages=(user(f"q {i}"), answer(f"a {i}"))) for i in range(50)]
    assert {one.unread for one in encoded} == {("message_id",)}
    assert [replace(one, unread=()) for one in encoded] == encoder.encode(plain)
    assert len(calls) == 1


@pytest.mark.parametrize(
    "written",
    [
        "{% for k, v in m.items() if k not in ('role', 'content') %}[{{ k }}: {{ v }}]{% endfor %}",
        "[message{{ '_id' }}: {{ m['message' ~ '_id'] }}]",
        "{{ m | tojson }}",
        "{% if loop.last %}{% else %}{{ m | tojson }}{% endif %}",
    ],
)
def test_a_key_that_the_template_shows_without_naming_it_is_in_the_text(written):
    text = f"{{% for m in messages %}}<|{{{{ m.role }}}}|>{{% if m.role == 'user' %}}{written}{{% endif %}}"
    text += "{{ m.content }}<|end|>{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
    encoder = Encoder(TOK, text)
    rows = [
        Row("x", i, messages=(_with_id(user(f"q {i}"), i), answer(f"a {i}"), user("And?"), answer(f"b {i}")))
        for i in range(3)
    ]
    for i, encoded in enumerate(encoder.encode(rows)):
        assert "message_id" in encoded.text
        assert f"key {i}" in encoded.text
        assert TOK.backend_tokenizer.decode(encoded.input_ids, skip_special_tokens=False) == encoded.text
        assert targets(encoded) == [f"a {i}<|end|>", f"b {i}<|end|>"]


def _with_id(message, number):
    return Message(message.role, message.content, extra={"message_id": f"key {number}"})


def test_a_text_that_many_rows_share_is_encoded_once(monkeypatch):
    encoder = Encoder(TOK, template("chatml"))
    seen = []
    real = SegmentEncoder._encode
    monkeypatch.setattr(
        SegmentEncoder, "_encode", lambda self, texts, joined: seen.extend(texts) or real(self, texts, joined)
    )
    rules = Message("system", "Be brief.")
    rows = [Row("r", n, messages=(rules, user(f"What is {n}?"), answer(f"It is {n}."))) for n in range(100)]
    encoded = encoder.encode(rows)
    assert len([text for text in seen if "Be brief." in text]) == 1
    assert [targets(one) for one in encoded] == [[f"It is {n}.<|im_end|>"] for n in range(100)]
    assert encoded == [encoder.encode([row])[0] for row in rows]


ENDED_BY_KIND = (
    "{% for m in messages %}<|start|>{{ m.role }}{% if m.reasoning_content %}<|channel|>"
    "{{ m.reasoning_content }}<|end|><|start|>{{ m.role }}{% endif %}<|message|>"
    "{% if m.tool_calls %}{{ m.tool_calls | tojson }}<|call|>"
    "{% elif m.role == 'assistant' and loop.last %}{{ m.content }}<|return|>{% else %}{{ m.content }}<|end|>{% endif %}"
    "{% endfor %}{% if add_generation_prompt %}<|start|>assistant{% endif %}"
)


def test_end_markers_of_some_rows_are_seen_and_what_stands_inside_answers_is_none():
    encoder = Encoder(TOK, ENDED_BY_KIND)
    assert TOK.convert_ids_to_tokens(encoder.stop_ids) == ["<|return|>", "</s>"]

    def ends(*answers: Message) -> list[str]:
        counts = RowCounts("x")
        rows = [Row("x", i, messages=(user("a"), said)) for i, said in enumerate(answers)]
        for row, encoded in zip(rows, encoder.encode(rows), strict=True):
            assert not encoded.refused, encoded.error
            counts.note(row, encoded)
        return TOK.convert_ids_to_tokens(ends_seen([counts]))

    call, thoughtful = answer("", tool_calls=[CALL]), answer("b", reasoning_content="hm")
    assert ends(answer("b <|end|>")) == ["<|return|>"]
    assert ends(call, thoughtful) == ["<|call|>", "<|return|>"]
    earlier = RowCounts("x", ends=TOK.convert_tokens_to_ids(["<|end|>"]))
    thought = RowCounts("y", inside=TOK.convert_tokens_to_ids(["<|end|>"]))
    assert ends_seen([earlier]) == (*earlier.ends,)
    assert ends_seen([earlier, thought]) == ()
    earlier.add(thought)
    assert ends_seen([earlier]) == ()


HOLES = (user("a"), answer("One."), user("b"), answer(" "), user("c"), answer("Three."))


@pytest.mark.parametrize("name", ["chatml", "alpaca", "qwen3", "llama3", "opens_next", "gpt_oss", "mistral_v3"])
def test_an_empty_answer_among_others_is_context_where_the_recipe_says_so(name):
    assert encode(name, *HOLES).refused == "empty answer"
    encoded = encode(name, *HOLES, empty_answers="skip")
    context = (*HOLES[:3], Message("assistant", " ", train=False), *HOLES[4:])
    told = encode(name, *context)
    assert (encoded.input_ids, encoded.loss_mask) == (told.input_ids, told.loss_mask)
    assert "One." in targets(encoded)[0]
    assert "Three." in targets(encoded)[1]
    assert len(targets(encoded)) == 2
    assert encoded.notes[-1] == "an empty answer is context, not a target"


def test_an_answer_of_which_the_template_leaves_nothing_is_skipped_too():
    call = answer("", tool_calls=[CALL])
    thought = answer("", reasoning_content="hm")
    encoded = encode("chatml", *HOLES[:3], thought, *HOLES[4:], empty_answers="skip")
    assert targets(encoded) == ["One.<|im_end|>", "Three.<|im_end|>"]
    assert encode("qwen2_5", user("a"), call, tools=(WEATHER,), empty_answers="skip").notes == ()


def test_an_empty_answer_that_cannot_be_found_is_refused_where_all_tokens_are_targets():
    other = "{{ '<|tool|>' if m.role == 'assistant' and not m.content.strip() else '<|' ~ m.role ~ '|>' }}"
    text = "{% for m in messages %}" + other + "{{ m.content }}<|end|>{% endfor %}"
    text += "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    row = Row("x", 0, messages=HOLES)
    assert targets(Encoder(TOK, text, empty_answers="skip").encode([row])[0]) == ["One.<|end|>", "Three.<|end|>"]
    encoded = Encoder(TOK, text, empty_answers="skip", loss_on="all").encode([row])[0]
    assert "left out in turn 4 cannot be found" in encoded.error


@pytest.mark.parametrize("loss_on", ["answers", "last", "all"])
def test_a_conversation_without_any_other_answer_is_refused_all_the_same(loss_on):
    encoded = encode("chatml", user("a"), answer(""), empty_answers="skip", loss_on=loss_on)
    assert (encoded.refused, encoded.error) == ("empty answer", "the answer in turn 2 is empty")
    encoded = encode("chatml", *HOLES[2:4], user("c"), answer(""), empty_answers="skip", loss_on="answers")
    assert encoded.error == "all answers are empty"


def test_an_empty_answer_is_no_target_where_all_tokens_are():
    encoded = encode("chatml", *HOLES, empty_answers="skip", loss_on="all")
    assert "assistant\n \n" not in "".join(targets(encoded))
    assert " <|im_end|>" not in "".join(targets(encoded))
    assert "One.<|im_end|>" in targets(encoded)[0]
