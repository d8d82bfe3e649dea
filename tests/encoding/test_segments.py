"""Renderings are cut at control tokens and at the edges of answers."""

import pytest
from rendering import CALL, answer, target_runs, template, tokenizer, user
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.dataset.token_store import RowCounts, ends_seen
from instructgpt_cli.encoding import segments as room
from instructgpt_cli.encoding.answer_span import Span
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.segments import Segment, SegmentCutter
from instructgpt_cli.encoding.spans import Rendering
from instructgpt_cli.encoding.text_encoder import TextEncoder

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


def cut(text, *spans, kind="byte_level"):
    """(text, target, untrained, joined) of each segment; spans are (answer, needs_eos, trained)."""
    places = [Span(1, text.index(said), text.index(said) + len(said), bare, trained) for said, bare, trained in spans]
    found = SegmentCutter(TextEncoder(tokenizer(kind))).segments(Rendering(2, text, tuple(places)))
    return [(s.text(["one", "two"]), s.target, s.untrained, s.joined) for s in found]


def test_a_rendering_is_cut_at_control_tokens_and_at_the_edges_of_answers():
    text = '<|user|>Zq0"qZ!<|assistant|>Sure: Zq1"qZ<|end|>'
    assert cut(text, ('Zq1"qZ<|end|>', False, True)) == [
        ("<|user|>", False, False, False),
        ("one!", False, False, False),
        ("<|assistant|>", False, False, False),
        ("Sure: ", False, False, False),
        ("two", True, False, True),
        ("<|end|>", True, False, False),
    ]


def test_answers_that_are_context_are_marked_as_untrained():
    assert cut('a Zq0"qZ', ('Zq0"qZ', True, False)) == [("a ", False, False, False), ("one", False, True, True)]


def test_white_space_that_the_next_control_token_strips_is_left_out_but_inside_answers():
    text = '<|user|>Hi. \n<|end|><|assistant|>Zq1"qZ \n<|end|>'
    assert cut(text, ('Zq1"qZ \n<|end|>', False, True), kind="lstrip") == [
        ("<|user|>", False, False, False),
        ("Hi.", False, False, False),
        ("<|end|>", False, False, False),
        ("<|assistant|>", False, False, False),
        ("two \n", True, False, False),
        ("<|end|>", True, False, False),
    ]
    assert cut(text, kind="byte_level")[1][0] == "Hi. \n"


def test_segments_after_a_control_token_continue_the_text_for_a_tokenizer_that_prefixes_only_its_start():
    text = '<|user|>Zq0"qZ<|end|>x'
    assert [joined for *_, joined in cut(text, kind="metaspace_first")][1::2] == [True, True]
    assert [joined for *_, joined in cut(text, kind="metaspace_always")][1::2] == [False, False]


def test_a_placeholder_in_json_is_filled_with_escaped_words():
    segment = Segment(("{", ~0, "}"), False, False, False)
    assert segment.text(['say "x"\n']) == '{say \\"x\\"\\n}'


def test_segments_without_words_have_ids_and_are_encoded_once(monkeypatch):
    monkeypatch.setattr(room, "MAX_LITERALS", 2)
    encoder = TextEncoder(TOK)
    cutter = SegmentCutter(encoder)
    calls = []
    real = encoder.encode
    monkeypatch.setattr(encoder, "encode", lambda texts, joined: calls.append(texts) or real(texts, joined))
    rendering = Rendering(1, '<|user|>hello<|end|>hello<|end|>Zq0"qZ', ())
    user_token, hello, end, again, _, words = cutter.segments(rendering)
    assert (user_token.ids, end.ids) == ((encoder.control["<|user|>"],), (encoder.control["<|end|>"],))
    assert hello.ids == again.ids == tuple(TOK("hello", add_special_tokens=False)["input_ids"])
    assert words.ids is None
    assert calls == [["hello"]]
    for text in "abcd":
        cutter.segments(Rendering(1, text, ()))
        assert len(cutter._literals) <= 2


def test_text_of_the_template_after_an_answer_has_no_space_put_before_it():
    tok = tokenizer("llama2")
    answered = Rendering(1, 'Zq0"qZhello', (Span(1, 0, 6, True),))
    _, after = SegmentCutter(TextEncoder(tok)).segments(answered)
    assert "".join(tok.convert_ids_to_tokens(after.ids)) == "hello"


def test_text_of_the_template_that_does_not_decode_unchanged_gets_no_ids():
    """So that each row that has it is refused when it is encoded."""
    cutter = SegmentCutter(TextEncoder(tokenizer("metaspace_never")))
    assert [segment.ids is None for text in ("a", " a b") for segment in cutter.segments(Rendering(1, text, ()))] == [
        False,
        True,
    ]


def test_a_tokenizer_without_control_tokens_has_cuts_only_at_answers():
    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer, backend.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
    backend.train_from_iterator(["a b"], trainers.BpeTrainer(initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    cutter = SegmentCutter(TextEncoder(PreTrainedTokenizerFast(tokenizer_object=backend)))
    found = cutter.segments(Rendering(1, '<|user|>a b Zq0"qZ', (Span(1, 12, 18, True),)))
    assert [(segment.text(["c"]), segment.target) for segment in found] == [("<|user|>a b ", False), ("c", True)]


def test_ends_are_the_last_control_tokens_of_answers_and_inside_all_others():
    encoder = TextEncoder(TOK)
    control = {name: encoder.control[name] for name in ("<|end|>", "<|call|>", "<|channel|>", "<|message|>")}

    def token(name, target=True):
        return Segment((name,), target, False, False, (control[name],))

    words, prompt = Segment((0,), True, False, False), token("<|message|>", target=False)
    first, second = (token("<|channel|>"), words, token("<|end|>")), (words, token("<|call|>"), words)
    ends, inside = SegmentCutter(encoder).ends([*first, prompt, *second, prompt, token("<|call|>")])
    assert ends == (control["<|end|>"], control["<|call|>"])
    assert inside == (control["<|channel|>"], control["<|call|>"])
