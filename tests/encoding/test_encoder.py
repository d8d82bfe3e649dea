"""What a row becomes: targets, refusals and prompts, as exact text."""

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rendering import CALL, TOOL, answer, encode, targets, template, tokenizer, user

from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.encoding.encoder import Encoder

TOK = tokenizer("byte_level")


def test_an_untrained_answer_is_context():
    first = Message("assistant", "One.", train=False)
    encoded = encode("chatml", user("a"), first, user("b"), answer("Two."))
    assert targets(encoded) == ["Two.<|im_end|>"]


def test_loss_on_last_trains_the_last_answer_only():
    encoded = encode("chatml", user("a"), answer("One."), user("b"), answer("Two."), loss_on="last")
    assert targets(encoded) == ["Two.<|im_end|>"]


def test_loss_on_all_trains_everything_but_the_first_token_and_untrained_answers():
    first = Message("assistant", "One.", train=False)
    encoded = encode("chatml", user("a"), first, user("b"), answer("Two."), loss_on="all")
    assert targets(encoded) == [
        "user\na<|im_end|>\n<|im_start|>assistant\n",
        "\n<|im_start|>user\nb<|im_end|>\n<|im_start|>assistant\nTwo.<|im_end|>\n",
    ]


def test_loss_on_all_refuses_an_untrained_answer_that_cannot_be_located():
    first = Message("assistant", "<think>hm</think>One.", train=False)
    encoded = encode("deepseek_r1", user("a"), first, user("b"), answer("Two."), loss_on="all")
    assert "untrained answer in turn 2" in encoded.error


@pytest.mark.parametrize("words", ["", " ", "\n\t"])
def test_an_empty_answer_is_refused(words):
    encoded = encode("chatml", user("a"), answer(words))
    assert (encoded.refused, encoded.input_ids) == ("empty answer", [])


def test_a_conversation_without_answers_is_refused():
    assert encode("chatml", user("a")).refused == "no answer"


def test_overlong_rows_are_refused_with_their_length():
    encoded = encode("chatml", user("a"), answer("word " * 100), max_length=40)
    assert encoded.refused == "overlong"
    assert "more than data.max_length (40)" in encoded.error


def test_every_token_of_raw_text_but_the_first_is_a_target():
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
def test_any_words_get_a_right_mask_or_are_refused(name, words):
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
HOLES = (user("a"), answer("One."), user("b"), answer(" "), user("c"), answer("Three."))


@pytest.mark.parametrize("name", ["chatml", "alpaca", "qwen3", "llama3", "opens_next", "gpt_oss", "mistral_v3"])
def test_an_empty_answer_among_others_is_context_if_empty_answers_are_skipped(name):
    assert encode(name, *HOLES).refused == "empty answer"
    encoded = encode(name, *HOLES, empty_answers="skip")
    context = (*HOLES[:3], Message("assistant", " ", train=False), *HOLES[4:])
    told = encode(name, *context)
    assert (encoded.input_ids, encoded.loss_mask) == (told.input_ids, told.loss_mask)
    assert "One." in targets(encoded)[0]
    assert "Three." in targets(encoded)[1]
    assert len(targets(encoded)) == 2
    assert encoded.notes[-1] == "an empty answer is context, not a target"


def test_an_answer_of_which_the_template_shows_nothing_is_skipped_too():
    call = answer("", tool_calls=[CALL])
    thought = answer("", reasoning_content="hm")
    encoded = encode("chatml", *HOLES[:3], thought, *HOLES[4:], empty_answers="skip")
    assert targets(encoded) == ["One.<|im_end|>", "Three.<|im_end|>"]
    assert encode("qwen2_5", user("a"), call, tools=(TOOL,), empty_answers="skip").notes == ()


def test_an_empty_answer_that_cannot_be_located_is_refused_if_all_tokens_are_targets():
    other = "{{ '<|tool|>' if m.role == 'assistant' and not m.content.strip() else '<|' ~ m.role ~ '|>' }}"
    text = "{% for m in messages %}" + other + "{{ m.content }}<|end|>{% endfor %}"
    text += "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    row = Row("x", 0, messages=HOLES)
    assert targets(Encoder(TOK, text, empty_answers="skip").encode([row])[0]) == ["One.<|end|>", "Three.<|end|>"]
    encoded = Encoder(TOK, text, empty_answers="skip", loss_on="all").encode([row])[0]
    assert "untrained answer in turn 4 cannot be located" in encoded.error


@pytest.mark.parametrize("loss_on", ["answers", "last", "all"])
def test_a_conversation_with_only_empty_answers_is_refused_though_they_are_skipped(loss_on):
    encoded = encode("chatml", user("a"), answer(""), empty_answers="skip", loss_on=loss_on)
    assert (encoded.refused, encoded.error) == ("empty answer", "the answer in turn 2 is empty")
    encoded = encode("chatml", *HOLES[2:4], user("c"), answer(""), empty_answers="skip", loss_on="answers")
    assert encoded.error == "all answers are empty"


def test_a_skipped_empty_answer_is_no_target_if_all_tokens_are():
    encoded = encode("chatml", *HOLES, empty_answers="skip", loss_on="all")
    assert "assistant\n \n" not in "".join(targets(encoded))
    assert " <|im_end|>" not in "".join(targets(encoded))
    assert "One.<|im_end|>" in targets(encoded)[0]
