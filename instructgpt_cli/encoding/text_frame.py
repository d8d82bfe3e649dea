"""The tokens before and after raw text: those that start and end a text, never those of a turn."""

import copy
from typing import TYPE_CHECKING, NamedTuple

from tokenizers import processors

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

# Ends of a text in tokenizers whose `eos` may be the end of a turn.
END_OF_TEXT_TOKENS = ("<|endoftext|>", "<|end_of_text|>", "</s>", "<eos>", "<EOS_TOKEN>", "<｜end▁of▁sentence｜>")


class TextFrame(NamedTuple):
    """The token ids before and after a text; None for no token."""

    start: int | None
    end: int | None


def legacy_frame(tokenizer: "PreTrainedTokenizerFast") -> TextFrame:
    """bos (else eos) and eos, even where these belong to turns: how versions up to 0.2.0 framed every text."""
    bos, eos = tokenizer.bos_token_id, tokenizer.eos_token_id
    return TextFrame(eos if bos is None else bos, eos)


def frame_of(tokenizer: "PreTrainedTokenizerFast") -> TextFrame:
    """The tokens before and after a text: bos (else eos) and eos, except for the tokenizer of an instruct model.

    There eos ends a turn and bos may open one. A text then ends with the tokenizer's separate end-of-text token, and
    begins with the token that the tokenizer itself puts first, else with the end-of-text token too.
    """
    special = {token.content: n for n, token in tokenizer.added_tokens_decoder.items() if token.special}
    found = next((special[text] for text in END_OF_TEXT_TOKENS if text in special), None)
    if found is None or tokenizer.eos_token is None or tokenizer.eos_token in END_OF_TEXT_TOKENS:
        return legacy_frame(tokenizer)
    own = _start_token(tokenizer)
    return TextFrame(found if own is None else own, found)


def _start_token(tokenizer: "PreTrainedTokenizerFast") -> int | None:
    """The special token that the tokenizer itself puts before a text; None without one."""
    with_them, without = (tokenizer("a", add_special_tokens=each)["input_ids"] for each in (True, False))
    return int(with_them[0]) if with_them and with_them[:1] != without[:1] else None


def with_start_token(tokenizer: "PreTrainedTokenizerFast", start: int | None) -> "PreTrainedTokenizerFast":
    """A copy of the tokenizer that puts `start` before a text, as in training; the tokenizer itself if it puts a token
    there anyway, or `start` is None. Rendered chat templates are tokenized without it."""
    if start is None or _start_token(tokenizer) is not None:
        return tokenizer
    token = str(tokenizer.convert_ids_to_tokens(start))
    added = processors.TemplateProcessing(
        single=[token, "$A"], pair=[token, "$A", "$B:1"], special_tokens=[(token, start)]
    )
    other = copy.deepcopy(tokenizer)
    backend = other.backend_tokenizer
    before = backend.post_processor
    backend.post_processor = processors.Sequence([before, added]) if before is not None else added
    return other
