"""A prompt is cut from its oldest turns on, and never its answers."""

from rendering import answer, encode, targets, user

from instructgpt_cli.data.types import Message


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
