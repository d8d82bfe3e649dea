"""Where an answer ends: stop tokens, stop texts, lengths; and the text that may be shown before that."""

import itertools

import numpy as np
import pytest
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.encoding import tokenizer as tokenizers_
from instructgpt_cli.inference.sequences import ActiveSequence
from instructgpt_cli.inference.stopping import StoppingCriteria


@pytest.fixture(scope="module")
def tokenizer() -> PreTrainedTokenizerFast:
    return tokenizers_.train_tokenizer(iter(["the cat sat on the mat. 你好，世界! " * 20]), 320)


def answer(
    tokenizer: PreTrainedTokenizerFast, text: str, stop: tuple[str, ...] = (), limit: int = 100
) -> tuple[ActiveSequence, str, list[str]]:
    """The sequence of a model that writes `text` and ends it, its final text, and the stable text after each token."""
    stopping = StoppingCriteria(tokenizer, [tokenizer.eos_token_id], stop)
    sequence = ActiveSequence(0, 0, [5], limit, np.random.default_rng(0))
    shown = []
    for token in [*tokenizer(text, add_special_tokens=False)["input_ids"], tokenizer.eos_token_id]:
        stopping.append(sequence, token)
        shown.append(stopping.stable_text(sequence))
        if sequence.finish:
            break
    return sequence, stopping.text(sequence.ids), shown


def test_a_stop_token_ends_an_answer_and_is_not_part_of_it(tokenizer: PreTrainedTokenizerFast) -> None:
    ids = tokenizer("the cat sat.", add_special_tokens=False)["input_ids"]
    sequence, text, _ = answer(tokenizer, "the cat sat.")
    assert (sequence.ids, sequence.finish, text) == (ids, "stop", "the cat sat.")
    assert list(sequence.seen) == list(dict.fromkeys(ids))
    stopping = StoppingCriteria(tokenizer, [tokenizer.eos_token_id])
    assert stopping.until_stop([*ids, tokenizer.eos_token_id, 7]) == ids
    assert stopping.until_stop(ids) == ids


@pytest.mark.parametrize("stop", [" sat", "at s", "世", "on", "\n\n"])
def test_a_stop_text_ends_an_answer_wherever_tokens_are_split(tokenizer: PreTrainedTokenizerFast, stop: str) -> None:
    full = "the cat sat 你好世界\n\non the mat"
    sequence, text, shown = answer(tokenizer, full, stop=("", stop, "never written"))
    assert (text, sequence.finish) == (full[: full.index(stop)], "stop")
    assert all(text.startswith(part) for part in shown)
    assert len(sequence.ids) < len(tokenizer(full, add_special_tokens=False)["input_ids"])  # at once


def test_a_stop_text_may_be_a_special_token(tokenizer: PreTrainedTokenizerFast) -> None:
    eos = tokenizer.eos_token
    stopping = StoppingCriteria(tokenizer, [], [eos])
    ids = tokenizer("the cat", add_special_tokens=False)["input_ids"]
    assert stopping.text([*ids, tokenizer.eos_token_id, *ids]) == "the cat"


def test_stable_text_grows_and_has_no_half_characters(tokenizer: PreTrainedTokenizerFast) -> None:
    _, text, shown = answer(tokenizer, "你好 the 世界", stop=("世界人",))
    assert shown[-1] == text == "你好 the 世界"
    assert all(later.startswith(earlier) for earlier, later in itertools.pairwise(shown))
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(shown)
    assert "你好 the 世" not in shown  # it may be the beginning of the stop text


def test_the_limit_ends_an_answer(tokenizer: PreTrainedTokenizerFast) -> None:
    sequence, _, _ = answer(tokenizer, "the cat sat on the mat", limit=3)
    assert (len(sequence.ids), sequence.finish, sequence.tokens) == (3, "length", 4)


def test_spaces_before_punctuation_stay(tokenizer: PreTrainedTokenizerFast) -> None:
    ids = tokenizer("the cat .", add_special_tokens=False)["input_ids"]
    assert StoppingCriteria(tokenizer, []).decode(ids, skip_special_tokens=True) == "the cat ."
