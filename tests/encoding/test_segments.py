"""Renderings are cut at control tokens and at the edges of answers."""

import pytest
from rendering import CALL, answer, target_runs, template, tokenizer, user

from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.dataset.token_store import RowCounts, ends_seen
from instructgpt_cli.encoding.encoder import Encoder

TOK = tokenizer("byte_level")


@pytest.mark.parametrize("name", ["phi3", "chatml", "opens_next", "gpt_oss", "llama3"])
def test_white_space_that_an_end_marker_strips_has_no_token(name):
    tok = tokenizer("rstrip")
    turns = (user("Hello"), answer("Hi there. "), user("And now?"), answer("Bye."), user("So?"), answer("End."))
    encoded = Encoder(tok, template(name)).encode([Row("x", 0, messages=turns)])[0]
    assert encoded.input_ids == tok(encoded.text, add_special_tokens=False).input_ids
    start = Encoder(tok, template(name)).prompt_ids(turns[:-1])
    assert encoded.input_ids[: len(start)] == start


def test_white_space_at_the_start_of_an_answer_is_a_target_even_after_a_token_that_strips_it():
    tok = tokenizer("rstrip")
    turns = (user("Go on"), answer(" and so"), user("q"), answer("\nb"))
    encoded = Encoder(tok, template("opens_next")).encode([Row("x", 0, messages=turns)])[0]
    text = [tok.decode(run) for run in target_runs(encoded)]
    assert text == [" and so<|end|>", "\nb<|end|>"]
    encoded = Encoder(tok, template("gpt_oss")).encode([Row("x", 0, messages=turns[:2])])[0]
    assert tok.decode(target_runs(encoded)[0]).endswith("<|message|> and so<|return|>")


ENDED_BY_KIND = (
    "{% for m in messages %}<|start|>{{ m.role }}{% if m.reasoning_content %}<|channel|>"
    "{{ m.reasoning_content }}<|end|><|start|>{{ m.role }}{% endif %}<|message|>"
    "{% if m.tool_calls %}{{ m.tool_calls | tojson }}<|call|>"
    "{% elif m.role == 'assistant' and loop.last %}{{ m.content }}<|return|>{% else %}{{ m.content }}<|end|>{% endif %}"
    "{% endfor %}{% if add_generation_prompt %}<|start|>assistant{% endif %}"
)


def test_end_markers_are_counted_without_control_tokens_inside_answers():
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
