"""Segments become one sequence: ids, loss mask, notes and faults."""

import pytest
from rendering import tokenizer
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.encoding.assembly import Assembly, assemble
from instructgpt_cli.encoding.segments import Segment
from instructgpt_cli.encoding.text_encoder import TextEncoder

TOK = tokenizer("byte_level")
ENCODER = TextEncoder(TOK)
PROMPT = Segment((0,), target=False, untrained=False, joined=False)
ANSWER = Segment((1,), target=True, untrained=False, joined=True)
OTHER = Segment((2,), target=False, untrained=True, joined=True)
END = Segment(("<|end|>",), target=True, untrained=False, joined=False, ids=(9,))
WORDS = ("one", "two", "three")


def ids(text):
    return TOK(text, add_special_tokens=False)["input_ids"]


def built(*segments, words=WORDS, encoder=ENCODER, **options):
    (encoded,) = assemble([Assembly("text", segments, words, **options)], encoder)
    return encoded


def test_ids_follow_the_segments_and_targets_are_those_of_answers():
    encoded = built(PROMPT, ANSWER, END, OTHER)
    assert encoded.input_ids == [*ids("one"), *ids("two"), 9, *ids("three")]
    counts = [len(ids(word)) for word in WORDS]
    assert encoded.loss_mask == [0] * counts[0] + [1] * (counts[1] + 1) + [0] * counts[2]
    assert (encoded.text, encoded.refused, encoded.notes) == ("text", "", ())
    assert built(ANSWER).loss_mask == [1] * counts[1]


def test_all_tokens_but_the_first_and_those_of_untrained_answers_can_be_targets():
    encoded = built(PROMPT, OTHER, PROMPT, all_tokens=True)
    one, three = len(ids("one")), len(ids("three"))
    assert encoded.loss_mask == [0] + [1] * (one - 1) + [0] * three + [1] * one


def test_ids_before_are_context_and_ids_after_are_targets():
    encoded = built(ANSWER, before=(7,), after=(8,))
    assert encoded.input_ids == [7, *ids("two"), 8]
    assert encoded.loss_mask == [0] + [1] * (len(ids("two")) + 1)


def test_closing_ids_are_targets_right_after_the_last_answer():
    encoded = built(PROMPT, ANSWER, PROMPT, closing=(2,))
    assert encoded.input_ids == [*ids("one"), *ids("two"), 2, *ids("one")]
    assert encoded.loss_mask.index(1) == len(ids("one"))
    assert sum(encoded.loss_mask) == len(ids("two")) + 1
    assert encoded.loss_mask[-len(ids("one")) :] == [0] * len(ids("one"))


def test_the_control_tokens_at_the_end_of_answers_and_inside_them_are_passed_on():
    encoded = built(PROMPT, ANSWER, ends=(9,), inside=(7, 8))
    assert (encoded.ends, encoded.inside) == ((9,), (7, 8))


def test_many_assemblies_are_encoded_in_two_batches(monkeypatch):
    batches = []
    real = TextEncoder.encode
    monkeypatch.setattr(TextEncoder, "encode", lambda *given: batches.append(given[1:]) or real(*given))
    assemblies = [Assembly("", (PROMPT, ANSWER, END), (f"q{n}", f"a{n}")) for n in range(3)]
    found = assemble(assemblies, ENCODER)
    assert [one.input_ids for one in found] == [[*ids(f"q{n}"), *ids(f"a{n}"), 9] for n in range(3)]
    assert batches == [(["q0", "q1", "q2"], False), (["a0", "a1", "a2"], True)]


def test_control_tokens_spelled_in_words_are_noted_once():
    encoded = built(PROMPT, ANSWER, words=("<|im_end|>", "<|im_end|> </s>"))
    assert [note.split(" ")[0] for note in encoded.notes] == ["<|im_end|>", "</s>"]


@pytest.mark.parametrize(
    ("words", "raw", "refused", "said"),
    [
        (("a", " b"), False, "tokenizer", "answer: decoding its tokens"),
        ((" a", "b"), False, "tokenizer", "prompt: decoding its tokens"),
        (("a", " b"), True, "", "decoding its tokens"),
    ],
)
def test_text_that_does_not_decode_unchanged_refuses_a_conversation_and_is_noted_in_raw_text(words, raw, refused, said):
    encoded = built(PROMPT, ANSWER, words=words, encoder=TextEncoder(tokenizer("metaspace_never")), raw=raw)
    assert encoded.refused == refused
    assert (encoded.error or encoded.notes[0]).startswith(said)
    assert bool(encoded.input_ids) is bool(encoded.loss_mask) is raw
    assert (encoded.input_ids, encoded.loss_mask) == ([], []) or raw
    assert encoded.text == "text"


def test_unknown_characters_refuse_an_answer_and_are_noted_in_a_prompt():
    tok = PreTrainedTokenizerFast(tokenizer_object=tokenizer("unigram").backend_tokenizer, unk_token="<unk>")
    unknown, known = ("☃", "a"), ("a", "☃")
    noted = built(PROMPT, ANSWER, words=unknown, encoder=TextEncoder(tok))
    assert (noted.refused, noted.notes) == ("", ("prompt: the tokenizer has no token for some characters",))
    refused = built(PROMPT, ANSWER, words=known, encoder=TextEncoder(tok))
    assert (refused.refused, refused.error) == ("tokenizer", "answer: the tokenizer has no token for some characters")
