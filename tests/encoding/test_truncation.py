"""A prompt is cut from its oldest turns on, and never its answers."""

import pytest
from rendering import answer, encode, targets, user

from instructgpt_cli.data.types import Encoded, Message, Row
from instructgpt_cli.encoding import truncation


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


def test_cut_prompt_shortens_a_long_question_at_the_front_and_never_an_answer():
    question = "begin " + "x y z " * 200 + "end?"
    encoded = encode("chatml", user(question), answer("Yes."), max_length=64, overlong="cut_prompt")
    assert len(encoded.input_ids) <= 64
    assert "end?" in encoded.text
    assert "begin" not in encoded.text
    assert targets(encoded) == ["Yes.<|im_end|>"]
    long = encode("chatml", user("a"), answer("word " * 100), max_length=64, overlong="cut_prompt")
    assert long.refused == "overlong"


def test_cut_prompt_keeps_the_instruction_and_shortens_the_input_after_it():
    asked = Message("user", "Who won?\nbegin " + "x y z " * 200 + "end.", instruction_length=len("Who won?\n"))
    encoded = encode("chatml", asked, answer("We."), max_length=64, overlong="cut_prompt")
    assert "<|im_start|>user\nWho won?\n" in encoded.text
    assert "begin" not in encoded.text
    assert "end.<|im_end|>" in encoded.text
    asked = Message(
        "user", "x y z " * 200 + "who?\nnobody", instruction_length=1205
    )  # an instruction that is itself too long
    encoded = encode("chatml", asked, answer("We."), max_length=64, overlong="cut_prompt")
    assert len(encoded.input_ids) <= 64
    assert targets(encoded) == ["We.<|im_end|>"]


SYSTEM = Message("system", "s")
TURNS = (SYSTEM, user("aaaa"), answer("b"), user("cc"), answer("d"), user("e"), answer("f"))


def sequence(*mask):
    return Encoded([0] * len(mask), [*mask])


def test_the_length_is_that_of_the_longest_sequence_up_to_the_last_answer():
    ends_with_answer = Row("x", 0, messages=(user("a"), answer("b")))
    assert truncation.computed_length(ends_with_answer, [sequence(0, 1), sequence(0, 0, 1, 0)]) == 4
    for last in (user("c"), Message("assistant", "c", train=False)):
        row = Row("x", 0, messages=(user("a"), answer("b"), last))
        assert truncation.computed_length(row, [sequence(0, 1, 0, 0), sequence(0, 0, 1)]) == 3
        assert truncation.computed_length(row, [sequence(0, 0, 0)]) == 3  # no targets, nothing to leave out
    assert truncation.computed_length(Row("x", 0, text="a"), [sequence(0, 1, 1)]) == 3


def test_oldest_turns_go_question_by_question_and_instructions_stay():
    found = list(truncation.without_oldest(TURNS))
    assert found == [(SYSTEM, *TURNS[3:]), (SYSTEM, *TURNS[5:])]
    assert list(truncation.without_oldest(TURNS[:3])) == []
    # Turns between the instructions and the first question go with it.
    assert list(truncation.without_oldest((answer("a"), user("b"), answer("c")))) == [(user("b"), answer("c"))]
    assert list(truncation.without_oldest((SYSTEM,))) == []


def test_the_longest_question_is_cut_at_the_front_by_its_share_of_the_tokens():
    shorter = truncation.with_shorter_question((user("abcdefgh"), answer("x"), user("zz")), excess=4, tokens=22)
    assert [message.content for message in shorter] == ["cdefgh", "x", "zz"]
    # At least one character goes, and at least one stays.
    assert truncation.with_shorter_question((user("abcdef"),), excess=1, tokens=1000)[0].content == "bcdef"
    assert truncation.with_shorter_question((user("abcdef"),), excess=1, tokens=1)[0].content == "f"
    assert truncation.with_shorter_question((user("ab"),), excess=1, tokens=1000)[0].content == "b"
    assert truncation.with_shorter_question((user("ab"),), excess=1000, tokens=1)[0].content == "b"
    assert truncation.with_shorter_question((user("a"), answer("long answer")), excess=1, tokens=9) == ()


@pytest.mark.parametrize(
    ("text", "excess", "left", "instruction"),
    [
        ("Say: xy", 1, "Say: y", 5),
        ("Say: xyz", 1000, "Say: z", 5),
        ("Say: x", 1, "ay: x", 0),  # only once nothing else is left
    ],
)
def test_the_input_after_an_instruction_is_cut_before_the_instruction(text, excess, left, instruction):
    question = Message("user", text, instruction_length=5)
    (shorter,) = truncation.with_shorter_question((question,), excess=excess, tokens=1000)
    assert (shorter.content, shorter.instruction_length) == (left, instruction)


def cut(*messages, limit, refuse=()):
    """The contents left where each character is a token; rows with these contents are refused."""

    def encode(row):
        text = "".join(message.content for message in row.messages)
        return None if text in refuse else [Encoded(list(text), [1] * len(text))]

    found = truncation.cut_prompt(Row("x", 0, messages=messages), limit, encode)
    return found and "".join(found[0].input_ids)


@pytest.mark.parametrize(("limit", "left"), [(7, "sccdef"), (6, "sccdef"), (5, "sef"), (3, "sef"), (2, None)])
def test_a_prompt_is_cut_as_little_as_needed_and_answers_never(limit, left):
    assert cut(*TURNS, limit=limit) == left


def test_a_question_is_cut_after_all_older_turns_are_gone():
    assert cut(user("old"), answer("a"), user("question"), answer("yes"), limit=8) == "stionyes"


def test_turns_whose_removal_the_template_refuses_are_skipped():
    assert cut(*TURNS, limit=7, refuse=("sccdef",)) == "sef"
    assert cut(*TURNS, limit=4, refuse=("sccdef", "sef", "sf")) is None
