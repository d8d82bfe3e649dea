"""Where one answer begins and ends: its opening, its end marker, and where it stands in a longer conversation."""

import pytest
from rendering import CALL, answer, byte_level, encode, targets, template, tokenizer, user

from instructgpt_cli.data.types import Message, OpeningRefusal, Refusal, Row
from instructgpt_cli.encoding.answer_span import AnswerSpan
from instructgpt_cli.encoding.chat_template import ChatTemplate
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.skeleton import SkeletonBuilder, placeholder

TOK = tokenizer("byte_level")


@pytest.mark.parametrize("name", ["qwen1_5", "open_header"])  # after an answer, they add no more than its end marker
def test_consecutive_answers_are_targets_without_their_headers(name):
    (end,) = (run.removeprefix("One.") for run in targets(encode(name, user("a"), answer("One."))))
    runs = targets(encode(name, user("a"), answer("One."), answer("Two."), answer("Three.")))
    assert [run[: run.index(".") + 1] for run in runs] == ["One.", "Two.", "Three."]
    assert runs[-1] == f"Three.{end}"
    assert len({run.partition(".")[2] for run in runs[:2]}) == 1


def test_a_tool_call_in_the_middle_is_a_target_if_only_later_turns_close_an_answer():
    call = answer("Let me see.", tool_calls=[CALL])
    encoded = encode("unclosed_last", user("Weather?"), call, Message("tool", "sunny"), answer("Sunny."))
    called = 'Let me see.\n<tool_call>{"name": "get", "arguments": {"city": "Paris"}}</tool_call>\n<|eot|>'
    assert targets(encoded) == [called, "Sunny.</s>"]


CLOSED = template("closed_thought")

OPENED = CLOSED.replace("assistant\\n<think></think>' }}{% endif", "assistant\\n<think>\\n' }}{% endif")

THOUGHTFUL = (user("a"), answer("Two.", reasoning_content="One and one."))


def test_reasoning_that_the_generation_prompt_rules_out_is_refused():
    words = (user("a"), answer("<think>\nhm\n</think>\n\nB."))
    for messages in (THOUGHTFUL, words):
        encoded = encode("closed_thought", *messages)
        assert encoded.refused == "template"
        assert "<think></think>" in encoded.error


def test_plain_and_reasoned_answers_have_the_same_opening_if_only_the_generation_prompt_opens_a_thought():
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


def test_an_opening_that_is_always_written_is_shared_by_tool_calls():
    text = (
        "{% for m in messages %}{% if m.role == 'user' %}<|user|>{{ m.content }}{% else %}<|assistant|>"
        "{{ '<|call|>' ~ m.tool_calls | tojson if m.tool_calls else '<|message|>' ~ m.content }}{% endif %}<|end|>"
        "{% endfor %}<|assistant|>"
    )
    call = answer("", tool_calls=[CALL])
    assert decoded_targets(TOK, text, user("a"), call).startswith("<|call|>[{")
    assert decoded_targets(TOK, text, user("a"), answer("b")) == "<|message|>b<|end|>"


def test_the_end_marker_is_found_if_a_system_turn_and_the_next_opening_are_always_written():
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


def test_an_answer_whose_header_differs_from_the_generation_prompt_is_refused():
    text = (
        "{% for m in messages %}<|{{ 'user' if m.role == 'user' else 'tool' if m.tool_calls else 'assistant' }}|>"
        "{{ m.content }}{{ m.tool_calls | tojson if m.tool_calls }}<|end|>{% endfor %}"
        "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    )
    encoded = Encoder(TOK, text).encode([Row("x", 0, messages=(user("a"), answer("", tool_calls=[CALL])))])[0]
    assert "differently from its generation prompt" in encoded.error


def test_text_after_an_answer_without_end_marker_stays_in_the_sequence():
    encoded = encode("alpaca", user("a"), answer("One."))
    assert targets(encoded) == ["One.</s>"]
    text = TOK.backend_tokenizer.decode(encoded.input_ids, skip_special_tokens=False)
    assert text == "### Instruction:\na\n\n### Response:\nOne.</s>\n\n"


def decoded_targets(tok, text, *messages):
    encoded = Encoder(tok, text).encode([Row("x", 0, messages=messages)])[0]
    run = [token for token, target in zip(encoded.input_ids, encoded.loss_mask, strict=True) if target]
    return tok.backend_tokenizer.decode(run, skip_special_tokens=False)


def test_an_open_last_answer_gets_the_marker_of_the_others_if_there_is_no_eos():
    tok = byte_level()
    tok.eos_token = None
    assert decoded_targets(tok, template("unclosed_last"), user("a"), answer("b")) == "b<|eot|>"


def test_an_end_marker_may_also_be_the_first_token_of_the_text():
    tok = byte_level()
    tok.bos_token = tok.eos_token
    text = "{{ bos_token }}{% for m in messages %}<|user|>{{ m.content }}<|end|>{{ eos_token }}\n{% endfor %}"
    assert decoded_targets(tok, text, user("a"), answer("b")) == "b<|end|></s>"


TURNS = (user("a"), answer("b"), user("c"), answer("d"))
CHANNEL = "<|channel|>final<|message|>"


def located(text, turn, *messages):
    """The answer, and the whole conversation."""
    chat = ChatTemplate(text, TOK.special_tokens_map)
    skeleton = SkeletonBuilder().build(messages, ())
    return AnswerSpan(chat, skeleton, turn), chat.render(skeleton.messages)


def cut(text, span):
    return text[span.start : span.end].replace(placeholder(1), "b")


@pytest.mark.parametrize(
    ("name", "opening", "marker", "last", "inside"),
    [
        ("chatml", "assistant\n", "<|im_end|>", "b<|im_end|>", "b<|im_end|>"),
        # The end marker in the middle differs from the one at the end, and the channel belongs to the answer.
        (
            "gpt_oss",
            "assistant",
            "<|return|>",
            "<|channel|>final<|message|>b<|return|>",
            "<|channel|>final<|message|>b<|end|>",
        ),
        ("qwen1_5", "assistant\n", "", "b", "b<|im_end|>"),  # no end marker at the very end
        ("glm4", "<|assistant|>\n", "", "b", "b"),  # none at all: the next header follows
        ("opens_next", "assistant<|message|>", "<|end|>", "b<|end|>", "b<|end|>"),  # writes the next opening at once
        ("falcon", "Falcon:", "", " b", " b"),
    ],
)
def test_an_answer_at_the_end_and_inside_a_conversation(name, opening, marker, last, inside):
    span, whole = located(template(name), 1, *TURNS)
    assert span.prompt.endswith(opening)
    assert span.text.startswith(span.prompt)
    assert (span.marker, span.own.start) == (marker, len(span.prompt))
    assert (cut(span.text, span.own), cut(whole, span.inside(whole))) == (last, inside)
    assert span.own.needs_eos is (marker == "")
    assert span.inside(whole).needs_eos is False


PLAIN = (
    "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}<|end|>{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


def test_an_answer_is_not_inside_a_conversation_that_renders_it_or_its_prompt_differently():
    longer = "{{ 'Long. ' if messages | length > 2 }}"
    for text, is_inside in (
        (PLAIN, True),
        (PLAIN.replace("<|end|>", f"<|end|>{longer}"), True),
        (longer + PLAIN, False),
    ):
        span, whole = located(text, 1, *TURNS)
        assert (span.inside(whole) is not None) is is_inside
    span, whole = located(template("qwen3"), 1, user("a"), answer("b", reasoning_content="hm"), user("c"), answer("d"))
    assert span.inside(whole) is None


def test_an_answer_without_words_is_empty_whatever_the_template_always_writes():
    for name in ("chatml", "gpt_oss", "qwen3_thinking"):
        assert located(template(name), 1, user("a"), answer(" "))[0].empty
        assert not located(template(name), 1, user("a"), answer("b"))[0].empty


def test_a_header_unlike_that_of_the_prompt_is_an_opening_refusal():
    text = PLAIN.replace("{{ m.role }}", "{{ 'tool' if m.weight else m.role }}")
    with pytest.raises(OpeningRefusal, match="answer in turn 2 differently from its generation prompt"):
        located(text, 1, user("a"), answer("b", weight=1))


def test_an_answer_mixed_with_the_words_of_other_turns_is_refused():
    text = PLAIN.replace("{{ m.content }}", "{{ m.content ~ (messages[0].content ~ m.thinking if m.thinking) }}")
    with pytest.raises(Refusal, match="mixes the answer in turn 2 with other turns"):
        located(text, 1, user("a"), answer("b", thinking="c"))
