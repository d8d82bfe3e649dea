"""What stands before and after raw text: the tokenizer's own start and end of a text, and none of a turn's tokens."""

import copy
from typing import TYPE_CHECKING, NamedTuple

from tokenizers import processors

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

# What ends a text in the tokenizers of whom `eos` may be the end of a turn.
END_OF_TEXT = ("<|endoftext|>", "<|end_of_text|>", "</s>", "<eos>", "<EOS_TOKEN>", "<｜end▁of▁sentence｜>")


class TextFrame(NamedTuple):
    """The ids before the first and after the last token of a text; None where nothing stands there."""

    start: int | None
    end: int | None


def by_names(tokenizer: "PreTrainedTokenizerFast") -> TextFrame:
    """bos, else eos, and eos, whatever they are for: how versions up to 0.2.0 framed every text."""
    bos, eos = tokenizer.bos_token_id, tokenizer.eos_token_id
    return TextFrame(eos if bos is None else bos, eos)


def frame_of(tokenizer: "PreTrainedTokenizerFast") -> TextFrame:
    """By the names, but for an instruct model's tokenizer: there eos ends a turn, and bos may open one. A text ends
    with the end of a text that the tokenizer has beside it, and begins with what the tokenizer itself puts before one,
    else with that too."""
    special = {token.content: n for n, token in tokenizer.added_tokens_decoder.items() if token.special}
    found = next((special[text] for text in END_OF_TEXT if text in special), None)
    if found is None or tokenizer.eos_token is None or tokenizer.eos_token in END_OF_TEXT:
        return by_names(tokenizer)
    own = _put_before(tokenizer)
    return TextFrame(found if own is None else own, found)


def _put_before(tokenizer: "PreTrainedTokenizerFast") -> int | None:
    """The special token that the tokenizer itself begins a text with; None where it puts none."""
    with_them, without = (tokenizer("a", add_special_tokens=each)["input_ids"] for each in (True, False))
    return int(with_them[0]) if with_them and with_them[:1] != without[:1] else None


def beginning_texts(tokenizer: "PreTrainedTokenizerFast", start: int | None) -> "PreTrainedTokenizerFast":
    """A copy of the tokenizer that puts `start` before a text, as training did; itself where it puts a token already,
    or `start` is None. Chat templates are tokenised without it."""
    if start is None or _put_before(tokenizer) is not None:
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
