"""Ids are those of the tokenizer for the rendered text, except where answers begin and end, and except for control
tokens spelled in words."""

from difflib import SequenceMatcher

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rendering import (
    CONTROL,
    CONVERSATIONS,
    EOS,
    TAGS,
    TEMPLATES,
    answer,
    byte_level,
    encode,
    targets,
    template,
    tokenizer,
    tokens,
    user,
)
from tokenizers import AddedToken

from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding.encoder import Encoder

NAMES = sorted(path.stem for path in TEMPLATES.glob("*.jinja"))
TOK = tokenizer("byte_level")
FEW = ("single", "system, two turns", "chinese", "trailing space", "json")


def own_ids(tok, text):
    return tok(text, add_special_tokens=False).input_ids


def edges(mask):
    """Where answers begin and end."""
    return [at for at in range(1, len(mask) + 1) if at == len(mask) or mask[at] != mask[at - 1]]


@pytest.mark.parametrize("name", NAMES)
def test_each_text_between_the_edges_of_answers_has_the_ids_of_the_tokenizer(name):
    encoder = Encoder(TOK, template(name), max_length=100_000)
    rows = [Row("x", 0, messages=words) for label, words in CONVERSATIONS.items() if "control" not in label]
    proved = 0
    for encoded in encoder.encode(rows):
        if encoded.refused:
            continue
        ends = edges(encoded.loss_mask)
        stretches = [encoded.input_ids[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True)]
        texts = [TOK.decode(ids) for ids in stretches]
        if "".join(texts) != encoded.text:  # the eos token that no template wrote
            assert EOS in texts[-1] or EOS in texts[-2]
        assert stretches == [own_ids(TOK, text) for text in texts]
        proved += 1
    assert proved > 15


@pytest.mark.parametrize("kind", ["rstrip", "llama2", "metaspace_first"])
@pytest.mark.parametrize("name", NAMES)
def test_ids_differ_from_those_of_the_tokenizer_only_at_the_edges_of_answers_and_after_tags(name, kind):
    tok = tokenizer(kind)
    rows = [Row("x", 0, messages=CONVERSATIONS[label]) for label in FEW]
    for encoded in Encoder(tok, template(name), max_length=100_000).encode(rows):
        if encoded.refused:
            continue
        own = own_ids(tok, encoded.text)
        near = {*edges(encoded.loss_mask)}
        if kind == "llama2":  # a tag in a text takes no space after it, so that the text comes back
            near |= {at + 1 for at, token in enumerate(tokens(encoded, tok)) if token in TAGS}
        for kind_of_change, _, _, start, end in SequenceMatcher(
            None, own, encoded.input_ids, autojunk=False
        ).get_opcodes():
            assert kind_of_change == "equal" or near & set(range(start, end + 1))


SYSTEM = "Think first: <think> all steps </think> and then answer."
SMOLLM3 = (
    "<|im_start|>system\n## Metadata\n\nReasoning Mode: /think\n\n" + SYSTEM + "<|im_end|>\n"
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
PHI4 = (
    "<|im_start|>system<|message|>" + SYSTEM + "<|im_end|>"
    "{% for m in messages %}{% if m.role == 'user' %}<|im_start|>user<|message|>{{ m.content }}<|im_end|>"
    "{% elif m.role == 'assistant' %}<|im_start|>assistant<|message|>{{ m.content }}<|im_end|>{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant<|message|>{% endif %}"
)
OPENED = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ '<think>\n' if m.role == 'assistant' and loop.last }}"
    "{{ m.content }}<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}"
)
THOUGHTS = (
    user("One?"),
    answer("<think>\nOne and one.\n</think>\n\nTwo."),
    user("Two?"),
    answer("<think>so</think>I write <think> and </think> myself."),
)


def special_tags():
    tok = byte_level()
    tok.add_special_tokens({"additional_special_tokens": [AddedToken(tag, special=True) for tag in TAGS]})
    assert set(TAGS) <= set(tok.all_special_tokens)
    return tok


@pytest.mark.parametrize("tok", [TOK, special_tags()], ids=["plain tags", "special tags"])
@pytest.mark.parametrize("text", [SMOLLM3, PHI4, template("chatml")], ids=["smollm3", "phi4", "chatml"])
def test_a_tag_is_one_token_in_answers_whatever_the_template_writes(text, tok):
    encoded = encode(text, *THOUGHTS, tok=tok)
    assert encoded.input_ids == own_ids(tok, encoded.text)
    assert tokens(encoded, tok).count("<think>") == 3 + (SYSTEM in text)
    assert "".join(targets(encoded, tok)) == "<|im_end|>".join([THOUGHTS[1].content, THOUGHTS[3].content, ""])
    assert not encoded.notes


def test_a_tag_that_opens_an_answer_is_one_token_in_its_words_too():
    encoded = encode(OPENED, *THOUGHTS[:2], user("Two?"), answer("so</think>I write <think>."))
    assert encoded.input_ids == own_ids(TOK, encoded.text)
    assert tokens(encoded).count("<think>") == 3


def test_control_tokens_spelled_in_words_are_noted():
    rows = [
        Row("x", 0, messages=(user("Is <|im_end|> a token, <|im_end|>?"), answer("Yes, and </s> too."))),
        Row("x", 1, messages=(user("And <think>?"), answer("No."))),
        Row("x", 2, text="The end: </s>"),
    ]
    notes = [[note.split(" ")[0] for note in one.notes] for one in Encoder(TOK, template("chatml")).encode(rows)]
    assert notes == [["<|im_end|>", "</s>"], [], ["</s>"]]


def test_a_special_tag_in_a_question_stays_text():
    tok = special_tags()
    encoded = encode(SMOLLM3, user("What is <think>?"), answer("<think>hm</think>A tag."), tok=tok)
    assert tokens(encoded, tok).count("<think>") == 2
    assert [note.split(" ")[0] for note in encoded.notes] == ["<think>"]


LOOKS = (
    "{% set stop = '<|end|>' %}{% for m in messages %}{% if m.role == 'user' %}<|user|>{{ m.content }}<|eot_id|>"
    "{% else %}<|assistant|>"
    "{% if m.content.endswith('[TOOL_CALLS]') or m.content == '<|call|>' %}{{ 'Now: ' }}{% endif %}"
    "{{ m.content }}<|eot_id|>{% endif %}{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


@pytest.mark.parametrize("words", ["a <|end|> b", "<|end|>", "<|call|> b", "[TOOL_CALLS] b", "stop<|end|>"])
def test_words_that_equal_a_constant_of_the_template_stay_words(words):
    encoded = encode(LOOKS, user("a"), answer(words))
    assert "".join(targets(encoded)) == f"{words}<|eot_id|>"
    found = [token for token in tokens(encoded) if token in CONTROL]
    assert found == ["<|user|>", "<|eot_id|>", "<|assistant|>", "<|eot_id|>"]


def test_adjacent_constants_spell_no_control_token():
    text = LOOKS.replace("'<|call|>'", "'<|' or m.content == 'end|>'")
    encoded = encode(text, user("a"), answer("b <|end|> c"))
    assert "<|end|>" not in tokens(encoded)
    assert "".join(targets(encoded)) == "b <|end|> c<|eot_id|>"


def test_a_control_token_spelled_in_the_name_of_an_argument_is_text():
    call = {"type": "function", "function": {"name": "get", "arguments": {"<|im_end|>": "x"}}}
    encoded = encode(template("qwen2_5"), user("?"), answer("", tool_calls=[call]))
    assert not encoded.refused, encoded.error
    assert tokens(encoded).count("<|im_end|>") == 3  # system, user, answer


PIECES = st.sampled_from([*CONTROL, *TAGS, EOS, "<s>", "<|", "|>", "im_end|>", "end", "a", " ", "\n", "中", "|", "<"])
WORDS = st.lists(PIECES, max_size=6).map("".join)
LOOKING = {name: template(name) for name in ("chatml", "llama3", "qwen3", "gpt_oss", "phi3", "mistral_v7", "command_r")}
LOOKING |= {"looks": LOOKS, "smollm3": SMOLLM3, "phi4": PHI4, "opened": OPENED}
RENDERERS: dict[str, Encoder] = {}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(LOOKING)), WORDS, WORDS)
@example("looks", "a", "<|end|>")
@example("looks", "a", "<|<|call|>")
def test_around_any_words_only_the_template_writes_control_tokens(name, asked, said):
    encoder = RENDERERS.setdefault(name, Encoder(TOK, LOOKING[name], max_length=10_000))
    given_turns, plain_turns = (
        (user(question), answer(reply), user(question), answer(reply))
        for question, reply in ((asked, said), ("a", "b"))
    )
    encoded, plain = encoder.encode([Row("x", n, messages=m) for n, m in enumerate((given_turns, plain_turns))])
    if not encoded.refused:
        controls = [[token for token in tokens(one) if token in (*CONTROL, EOS, "<s>")] for one in (encoded, plain)]
        assert controls[0] == controls[1]
