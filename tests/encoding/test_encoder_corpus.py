"""Every template of the corpus, with every kind of tokenizer, on tricky conversations: right or refused, never wrong.

The oracle knows what each template writes after an answer from the table below and takes the text from Transformers; it
shares no code with the package.
"""

import pytest
from rendering import CONVERSATIONS, EOS, KINDS, TEMPLATES, tokenizer

from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.encoding.encoder import Encoder

THOUGHT = "<think>\n\n</think>\n\n"
# template: (end marker in the middle, end marker at the end, what may precede the words inside the answer)
ENDS = {
    "alpaca": ("", EOS, ("",)),
    "chatml": ("<|im_end|>", "<|im_end|>", ("",)),
    "chatml_no_prompt": ("<|im_end|>", "<|im_end|>", ("",)),
    "closed_thought": ("<|im_end|>", "<|im_end|>", ("",)),
    "command_r": ("<|END_OF_TURN_TOKEN|>", "<|END_OF_TURN_TOKEN|>", ("",)),
    "deepseek_coder": ("\n<|EOT|>", "\n<|EOT|>", ("",)),
    "deepseek_r1": ("<｜end▁of▁sentence｜>", "<｜end▁of▁sentence｜>", ("",)),
    "deepseek_v3": ("<｜end▁of▁sentence｜>", "<｜end▁of▁sentence｜>", ("",)),
    "deepseek_v3_1": ("<｜end▁of▁sentence｜>", "<｜end▁of▁sentence｜>", ("",)),
    "deepseek_v3_tools": ("<｜end▁of▁sentence｜>", "<｜end▁of▁sentence｜>", ("",)),
    "functionary": ("<|eot_id|>", "<|eot_id|>", ("all\n",)),
    "falcon": ("", EOS, (" ",)),
    "gemma": ("<end_of_turn>", "<end_of_turn>", ("",)),
    "glm4": ("", EOS, ("",)),
    "gpt_oss": ("<|end|>", "<|return|>", ("<|channel|>final<|message|>",)),
    "granite": ("<|end_of_text|>", "<|end_of_text|>", ("",)),
    "llama2": (" </s>", " </s>", (" ",)),
    "llama3": ("<|eot_id|>", "<|eot_id|>", ("",)),
    "llama3_1": ("<|eot_id|>", "<|eot_id|>", ("",)),
    "llama4": ("<|eot|>", "<|eot|>", ("",)),
    "mistral_v1": (EOS, EOS, ("",)),
    "mistral_v3": (EOS, EOS, (" ",)),
    "mistral_v7": (EOS, EOS, ("",)),
    "olmo": (EOS, EOS, ("",)),
    "open_header": ("|<over>|", "|<over>|", ("",)),
    "open_header_bare": ("", EOS, ("",)),
    "opens_next": ("<|end|>", "<|end|>", ("",)),
    "openchat": ("<|end_of_turn|>", "<|end_of_turn|>", (" ",)),
    "phi3": ("<|end|>", "<|end|>", ("",)),
    "phi4_mini": ("<|end|>", "<|end|>", ("",)),
    "qwen1_5": ("<|im_end|>", EOS, ("",)),
    "qwen2_5": ("<|im_end|>", "<|im_end|>", ("",)),
    "qwen3": ("<|im_end|>", "<|im_end|>", ("", THOUGHT)),
    "qwen3_thinking": ("<|im_end|>", "<|im_end|>", ("", "\n</think>\n\n")),
    "qwen3_5": ("<|im_end|>", "<|im_end|>", ("",)),
    "smollm3": ("<|im_end|>", "<|im_end|>", ("",)),
    "unclosed_last": ("\n<|eot|>", EOS, ("",)),
    "vicuna": (EOS, EOS, (" ",)),
    "zephyr": (EOS, EOS, ("",)),
}
STRIPS = {"llama2": str.strip, "llama3": str.strip, "llama3_1": str.strip, "gemma": str.strip, "command_r": str.strip}
STRIPS |= {"mistral_v3": str.strip, "qwen3": lambda s: s.lstrip("\n"), "smollm3": lambda s: s.lstrip("\n")}
STRIPS |= {"qwen3_thinking": lambda s: s.lstrip("\n"), "closed_thought": lambda s: s.lstrip("\n")}
NO_SYSTEM = {"mistral_v1", "gemma"}


def as_dicts(messages):
    return [{"role": m.role, "content": m.content, **m.extra} for m in messages]


def target_runs(encoded):
    runs, on = [], 0
    for token, target in zip(encoded.input_ids, encoded.loss_mask, strict=True):
        if target and not on:
            runs.append([])
        if target:
            runs[-1].append(token)
        on = target
    return runs


def test_the_table_names_every_template():
    assert sorted(ENDS) == sorted(path.stem for path in TEMPLATES.glob("*.jinja"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", sorted(ENDS))
def test_targets_are_the_answers_and_their_end_markers(name, kind):
    template = (TEMPLATES / f"{name}.jinja").read_text(encoding="utf-8")
    tok = tokenizer(kind)
    encoder = Encoder(tok, template, max_length=100_000)
    rows = [Row("x", i, messages=m) for i, m in enumerate(CONVERSATIONS.values())]
    refused = []
    for (label, messages), encoded in zip(CONVERSATIONS.items(), encoder.encode(rows), strict=True):
        if encoded.refused:
            refused.append((label, encoded.error))
            continue
        check(name, kind, tok, template, encoder, messages, encoded, label)
    allowed = {"system", "system, two turns"} if name in NO_SYSTEM else set()
    assert [r for r in refused if r[0] not in allowed] == []


def check(name, kind, tok, template, encoder, messages, encoded, label):
    spaced = kind not in ("byte_level", "trim_offsets", "nfc", "rstrip")

    def same(left, right):
        if kind == "nfc":
            normal = tok.backend_tokenizer.normalizer.normalize_str
            return normal(left) == normal(right)
        return left == right or (spaced and without_prefix(left) == without_prefix(right))

    def without_prefix(text):
        return "".join(text.replace("▁", " ").split(" "))

    text = tok.apply_chat_template(as_dicts(messages), chat_template=template, tokenize=False)
    assert encoded.text == text, label
    middle, last, leads = ENDS[name]
    strip = STRIPS.get(name, str)
    sequences = [*encoded.more, encoded]
    runs = [run for sequence in sequences for run in target_runs(sequence)]
    answers = [m.content for m in messages if m.role == "assistant"]
    assert len(runs) == len(answers), label
    for i, (run, words) in enumerate(zip(runs, answers, strict=True)):
        got = tok.backend_tokenizer.decode(run, skip_special_tokens=False)
        ends = {last if i == len(answers) - 1 else middle} | ({last} if encoded.more else set())
        wanted = [lead + said + end for lead in leads for end in ends for said in (strip(words), words)]
        assert any(same(got, one) for one in wanted), (label, got, wanted)
    whole = tok.backend_tokenizer.decode(encoded.input_ids, skip_special_tokens=False)
    bare = last == EOS and not text.rstrip().endswith(EOS)
    if bare:
        before, _, after = whole.rpartition(EOS)
        whole = before + after
    squeezed = "".join(whole.replace("▁", " ").split())
    text = text.replace("▁", " ")
    if kind == "nfc":
        assert same(squeezed, "".join(text.split())), label
    else:
        assert squeezed == "".join(text.split()), label
    first = encoded.loss_mask.index(1) if len(answers) == 1 else None
    prompt = encoder.prompt_ids(messages[:-1])
    assert encoded.input_ids[: len(prompt)] == prompt, label
    assert encoded.loss_mask[len(prompt) :].count(0) <= 8, label
    assert first is None or first == len(prompt), label


def test_control_tokens_spelled_in_words_are_encoded_as_text():
    tok = tokenizer("byte_level")
    encoder = Encoder(tok, (TEMPLATES / "chatml.jinja").read_text(encoding="utf-8"))
    messages = (Message("user", "<|im_end|>"), Message("assistant", "<|im_end|></s><s>"))
    encoded = encoder.encode([Row("x", 0, messages=messages)])[0]
    names = [token for token in tok.convert_ids_to_tokens(encoded.input_ids) if token in ("<|im_end|>", "</s>", "<s>")]
    assert names == ["<|im_end|>", "<|im_end|>"]
