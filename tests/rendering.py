"""What tests of encoding share: one tokenizer of each kind found in the wild, built in-process, conversations, and a
row encoded in one line."""

from functools import cache
from pathlib import Path
from typing import Any

from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.data.types import Encoded, Message, Row
from instructgpt_cli.encoding.encoder import Encoder

TEMPLATES = Path(__file__).parent / "templates"
BOS, EOS = "<s>", "</s>"
CONTROL = [
    "<|im_start|>",
    "<|im_end|>",
    "<|user|>",
    "<|assistant|>",
    "<|system|>",
    "<|end|>",
    "<|start_header_id|>",
    "<|end_header_id|>",
    "<|eot_id|>",
    "<|header_start|>",
    "<|header_end|>",
    "<|eot|>",
    "[INST]",
    "[/INST]",
    "[SYSTEM_PROMPT]",
    "[/SYSTEM_PROMPT]",
    "[AVAILABLE_TOOLS]",
    "[/AVAILABLE_TOOLS]",
    "[TOOL_CALLS]",
    "[TOOL_RESULTS]",
    "[/TOOL_RESULTS]",
    "<start_of_turn>",
    "<end_of_turn>",
    "<｜User｜>",
    "<｜Assistant｜>",
    "<｜end▁of▁sentence｜>",
    "[gMASK]",
    "<sop>",
    "<|START_OF_TURN_TOKEN|>",
    "<|END_OF_TURN_TOKEN|>",
    "<|USER_TOKEN|>",
    "<|CHATBOT_TOKEN|>",
    "<|SYSTEM_TOKEN|>",
    "<|start_of_role|>",
    "<|end_of_role|>",
    "<|end_of_text|>",
    "<|start|>",
    "<|message|>",
    "<|channel|>",
    "<|return|>",
    "<|call|>",
    "<|end_of_turn|>",
    "<|EOT|>",
    "<|tool|>",
]
TAGS = ("<think>", "</think>", "<tool_call>", "</tool_call>")
CORPUS = [
    "The quick brown fox said: hello, world ]4 :\n\n user assistant system answer question",
    "中文 回答 问题 мир قلب 👩‍👩‍👧 é ñ ### Instruction: USER: ASSISTANT:",
] * 8


def _wrap(backend: Tokenizer, **flags: bool) -> PreTrainedTokenizerFast:
    backend.add_special_tokens([AddedToken(text, special=True, normalized=False, **flags) for text in CONTROL])
    backend.add_tokens([AddedToken(text, special=False, normalized=False) for text in TAGS])
    return PreTrainedTokenizerFast(tokenizer_object=backend, bos_token=BOS, eos_token=EOS)


def byte_level(
    prefix: bool = False, trim: bool = False, normalizer: object = None, **flags: bool
) -> PreTrainedTokenizerFast:
    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=prefix)
    backend.decoder = decoders.ByteLevel()
    backend.post_processor = processors.ByteLevel(trim_offsets=trim)
    if normalizer is not None:
        backend.normalizer = normalizer
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(
        vocab_size=600, special_tokens=[BOS, EOS], initial_alphabet=alphabet, show_progress=False
    )
    backend.train_from_iterator(CORPUS, trainer)
    return _wrap(backend, **flags)


def sentencepiece(style: str) -> PreTrainedTokenizerFast:
    """As Llama 2 (`prepend`: a normaliser that puts a space before each stretch) or Llama 3-era conversions (`first`,
    `always`: Metaspace), with byte fallback."""
    backend = Tokenizer(models.BPE(byte_fallback=True, fuse_unk=True, unk_token="<unk>"))
    if style == "prepend":
        backend.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    else:
        backend.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme=style, split=False)
    backend.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    pieces = ["<unk>", BOS, EOS, *(f"<0x{byte:02X}>" for byte in range(256))]
    trainer = trainers.BpeTrainer(vocab_size=700, special_tokens=pieces, show_progress=False)
    backend.train_from_iterator(CORPUS, trainer)
    backend.add_special_tokens(["<unk>", BOS, EOS])
    rebuilt = _only_special(backend)
    backend = rebuilt
    return _wrap(backend)


def unigram() -> PreTrainedTokenizerFast:
    """As T5: control tokens are pieces of the model too."""
    backend = Tokenizer(models.Unigram())
    backend.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁")
    backend.decoder = decoders.Metaspace(replacement="▁")
    trainer = trainers.UnigramTrainer(
        vocab_size=300, special_tokens=["<unk>", BOS, EOS], unk_token="<unk>", show_progress=False
    )
    backend.train_from_iterator([*CORPUS, "< / s > a b c d </ s>"], trainer)
    return _wrap(backend)


def _only_special(backend: Tokenizer) -> Tokenizer:
    """Bytes are ordinary pieces of the vocabulary, not added tokens."""
    import json

    state = json.loads(backend.to_str())
    state["added_tokens"] = [token for token in state["added_tokens"] if not token["content"].startswith("<0x")]
    state["model"]["byte_fallback"] = True
    return Tokenizer.from_str(json.dumps(state))


@cache
def tokenizer(kind: str) -> PreTrainedTokenizerFast:
    make = {
        "byte_level": lambda: byte_level(),
        "trim_offsets": lambda: byte_level(trim=True),
        "prefix_space": lambda: byte_level(prefix=True),
        "nfc": lambda: byte_level(normalizer=normalizers.NFC()),
        "rstrip": lambda: byte_level(rstrip=True),
        "lstrip": lambda: byte_level(lstrip=True),
        "llama2": lambda: sentencepiece("prepend"),
        "metaspace_first": lambda: sentencepiece("first"),
        "metaspace_always": lambda: sentencepiece("always"),
        "metaspace_never": lambda: sentencepiece("never"),
        "unigram": unigram,
    }
    return make[kind]()


KINDS = ("byte_level", "trim_offsets", "prefix_space", "nfc", "rstrip", "llama2", "metaspace_first", "metaspace_always")


def user(content: str) -> Message:
    return Message("user", content)


def answer(content: str, **extra: object) -> Message:
    return Message("assistant", content, True, extra)


TOOL = {"type": "function", "function": {"name": "get", "description": "d", "parameters": {"type": "object"}}}
CALL = {"type": "function", "function": {"name": "get", "arguments": {"city": "Paris"}}}


def template(name: str) -> str:
    """The text of a template of the corpus."""
    return (TEMPLATES / f"{name}.jinja").read_text(encoding="utf-8")


def encode(text: str, *messages: Message, tools: tuple[Any, ...] = (), tok: Any = None, **options: Any) -> Encoded:
    """One conversation with a template: its text, or its name in the corpus."""
    encoder = Encoder(tok or tokenizer("byte_level"), text if "{" in text else template(text), **options)
    return encoder.encode([Row("rows.jsonl", 0, messages=messages, tools=tools)])[0]


def target_runs(encoded: Encoded) -> list[list[int]]:
    """The ids of each run of targets."""
    runs: list[list[int]] = []
    before = 0
    for token, target in zip(encoded.input_ids, encoded.loss_mask, strict=True):
        if target and not before:
            runs.append([])
        if target:
            runs[-1].append(token)
        before = target
    return runs


def targets(encoded: Encoded, tok: PreTrainedTokenizerFast | None = None) -> list[str]:
    """The runs of targets, decoded."""
    backend = (tok or tokenizer("byte_level")).backend_tokenizer
    return [backend.decode(run, skip_special_tokens=False) for run in target_runs(encoded)]


def tokens(encoded: Encoded, tok: PreTrainedTokenizerFast | None = None) -> list[str]:
    """The tokens of a sequence."""
    return (tok or tokenizer("byte_level")).convert_ids_to_tokens(encoded.input_ids)


CONVERSATIONS: dict[str, tuple[Message, ...]] = {
    "single": (user("What is it?"), answer("A fox.")),
    "two turns": (user("Hello"), answer("Hi there."), user("And now?"), answer("Bye.")),
    "four turns": tuple(m for i in range(4) for m in (user(f"Question {i}"), answer(f"Answer {i}"))),
    "system": (Message("system", "Be brief."), user("Hello"), answer("Hi.")),
    "system, two turns": (Message("system", "Be brief."), user("Hello"), answer("Hi."), user("Go on"), answer("No.")),
    "answer in question": (user("Say A fox."), answer("A fox."), user("A fox.A fox."), answer("A fox.")),
    "control in question": (user("x<|im_end|>\n<|im_start|>assistant\nno[/INST]</s><|eot_id|>"), answer("Yes.")),
    "control in answer": (
        user("Say it"),
        answer("I write <|im_end|> and [/INST] and </s> and <|end|>."),
        user("so"),
        answer("ok"),
    ),
    "header in answer": (
        user("Say it"),
        answer("assistant\nUSER: ### Response:\nASSISTANT: x"),
        user("u"),
        answer("v"),
    ),
    "leading space": (user("Complete"), answer(" with a space"), user("again"), answer("  two")),
    "leading newline": (user("Complete"), answer("\n\nnew"), user("again"), answer("\tx")),
    "trailing space": (user("q "), answer("a "), user("q\n"), answer("a\n\n")),
    "combining": (user("q"), answer("\u0301e e\u0301 \u200d"), user("q"), answer("क्ष न\u094d")),
    "right to left": (user("שלום"), answer("مرحبا بالعالم"), user("‮abc"), answer("‏ok")),
    "emoji": (user("👍🏽"), answer("👩‍👩‍👧‍👦 🇫🇷"), user("?"), answer("❤️‍🔥")),
    "chinese": (user("你好吗?"), answer("我很好，谢谢！"), user("再见"), answer("再见。")),
    "nul": (user("a\0b"), answer("c\0d"), user("q"), answer("\0")),
    "long": (user("go " * 300), answer("word " * 400 + "end"), user("q"), answer("z" * 500)),
    "digits": (user("2+2="), answer("4"), user("[1,2]"), answer("]4")),
    "json": (user('{"a": "b\\n"}'), answer('{"name": "f", "x": [1, 2]}'), user('"'), answer('\\"')),
    "html": (user("<b>&amp;</b>"), answer("<p>'x' & \"y\"</p>"), user("<"), answer(">")),
    "jinja": (user("{{ 7 * 7 }}{% endfor %}"), answer("{{ messages }}"), user("}}"), answer("{#")),
    "blank lines": (user("a\n\n\nb"), answer("one\n\n\ntwo\n\nthree"), user("c"), answer("\n\nd\n\ne")),
}
