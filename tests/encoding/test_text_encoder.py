"""Texts become ids without control tokens, and the tokenizer is left as it was."""

import pytest
from rendering import KINDS, TAGS, answer, byte_level, targets, template, tokenizer, user
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.text_encoder import TextEncoder

TOK = tokenizer("byte_level")


def decoded_targets(tok, text, *messages):
    encoded = Encoder(tok, text).encode([Row("x", 0, messages=messages)])[0]
    run = [token for token, target in zip(encoded.input_ids, encoded.loss_mask, strict=True) if target]
    return tok.backend_tokenizer.decode(run, skip_special_tokens=False)


@pytest.mark.parametrize("kind", KINDS)
def test_no_space_is_added_after_tags_in_words(kind):
    tok = tokenizer(kind)
    words = "<think>hm</think>\n\n<tool_call>so"
    encoded = Encoder(tok, template("chatml")).encode([Row("x", 0, messages=(user(words), answer(words)))])[0]
    assert not encoded.refused, encoded.error
    run = [token for token, target in zip(encoded.input_ids, encoded.loss_mask, strict=True) if target]
    assert tok.backend_tokenizer.decode(run, skip_special_tokens=False) == f"{words}<|im_end|>"
    assert tok.convert_ids_to_tokens(run).count("</think>") == 1


@pytest.mark.parametrize("kind", ["llama2", "metaspace_first", "metaspace_always", "metaspace_never"])
def test_a_tokenizer_that_writes_spaces_as_underlines_reads_underlines_as_spaces(kind):
    text = "{% for m in messages %}<｜my▁{{ m.role }}｜>{{ m.content }}<｜my▁end｜>{% endfor %}"
    got = decoded_targets(tokenizer(kind), text, user("a"), answer("b▁c"))
    assert got.strip() == "b c<｜my end｜>"


def test_a_control_token_in_the_vocabulary_of_a_unigram_model_never_comes_from_words():
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


def test_the_settings_of_the_tokenizer_are_restored():
    tok = byte_level()
    tok.backend_tokenizer.enable_truncation(max_length=5)
    tok.backend_tokenizer.enable_padding(length=16)
    before = tok.backend_tokenizer.to_str()
    encoded = Encoder(tok, template("chatml")).encode(
        [Row("x", 0, messages=(user("a b c d e f"), answer("Yes, it is.")))]
    )
    assert len(encoded[0].input_ids) > 16
    assert tok.backend_tokenizer.to_str() == before


def test_a_text_that_many_rows_share_is_encoded_once(monkeypatch):
    encoder = Encoder(TOK, template("chatml"))
    seen = []
    real = TextEncoder._encode
    monkeypatch.setattr(
        TextEncoder, "_encode", lambda self, texts, joined: seen.extend(texts) or real(self, texts, joined)
    )
    rules = Message("system", "Be brief.")
    rows = [Row("r", n, messages=(rules, user(f"What is {n}?"), answer(f"It is {n}."))) for n in range(100)]
    encoded = encoder.encode(rows)
    assert len([text for text in seen if "Be brief." in text]) == 1
    assert [targets(one) for one in encoded] == [[f"It is {n}.<|im_end|>"] for n in range(100)]
    assert encoded == [encoder.encode([row])[0] for row in rows]


def test_control_tokens_are_those_marked_as_special():
    encoder = TextEncoder(TOK)
    assert {"<|im_end|>", "</s>"} <= encoder.control.keys()
    assert encoder.control.keys().isdisjoint(TAGS)
    assert encoder.added >= {*encoder.control, *TAGS}
    assert encoder.control_tokens_in("a </s> <think> <|im_end|></s>") == ["</s>", "<|im_end|>", "</s>"]


def test_an_added_control_token_no_longer_comes_from_text():
    encoder = TextEncoder(TOK)
    tag = TOK.convert_tokens_to_ids("<think>")
    assert tag in encoder.encode(["a<think>b"], False)[0].ids
    encoder.add_control_tokens(["<think>", "unknown"])
    (encoded,) = encoder.encode(["a<think>b"], False)
    assert (tag in encoded.ids, encoded.spelled, encoded.fault) == (False, ("<think>",), "")
    assert encoder.control["<think>"] == tag
    assert TOK.decode(encoded.ids) == "a<think>b"


@pytest.mark.parametrize("kind", KINDS)
def test_texts_decode_to_themselves_and_contain_no_control_token(kind):
    encoder = TextEncoder(tokenizer(kind))
    texts = ["hello, world", " a  b", "<|im_end|>x</s>", "中文 é", "\n\n", "<think>a</think> b", "hello, world"]
    for joined in (False, True):
        encoded = encoder.encode(texts, joined)
        assert [one.fault for one in encoded] == [""] * len(texts)
        assert not {number for one in encoded for number in one.ids} & set(encoder.control.values())
        assert encoded[2].spelled == ("<|im_end|>", "</s>")


def test_a_text_that_continues_another_gets_no_prefix_space():
    tok = tokenizer("llama2")
    encoder = TextEncoder(tok)
    apart, joined = (tok.convert_ids_to_tokens(encoder.encode(["hello"], way)[0].ids)[0] for way in (False, True))
    assert (apart[0], joined[0]) == ("▁", "h")


def test_characters_without_a_token_are_an_unknown_fault():
    tok = PreTrainedTokenizerFast(tokenizer_object=tokenizer("unigram").backend_tokenizer, unk_token="<unk>")
    known, unknown = TextEncoder(tok).encode(["a", "a ☃"], False)
    assert (known.fault, known.unknown) == ("", False)
    assert (unknown.fault, unknown.unknown) == ("the tokenizer has no token for some characters", True)


def test_a_text_that_does_not_decode_unchanged_is_a_fault():
    one, other = TextEncoder(tokenizer("metaspace_never")).encode(["a b", " a b"], False)
    assert one.fault == ""
    assert (other.fault, other.unknown) == ("decoding its tokens does not give the text back", False)


def test_what_only_the_normalizer_changes_is_no_fault():
    (encoded,) = TextEncoder(tokenizer("nfc")).encode(["e\u0301"], False)
    assert encoded.fault == ""
    assert tokenizer("nfc").decode(encoded.ids) == "\u00e9"
