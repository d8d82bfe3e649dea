"""Tokenizers that put a space before a text get a pipeline without it, and others none."""

import pytest
from rendering import tokenizer

from instructgpt_cli.encoding.prefix_space import without_prefix


def first_token(backend, text="hello"):
    return backend.encode(text, add_special_tokens=False).tokens[0]


@pytest.mark.parametrize("kind", ["byte_level", "trim_offsets", "nfc", "metaspace_never"])
def test_a_tokenizer_without_a_prefix_space_needs_no_other_pipeline(kind):
    assert without_prefix(tokenizer(kind).backend_tokenizer) == (None, False)


@pytest.mark.parametrize(
    ("kind", "only_at_the_start"),
    [("prefix_space", False), ("llama2", False), ("metaspace_always", False), ("metaspace_first", True)],
)
def test_the_other_pipeline_puts_no_space_before_a_text(kind, only_at_the_start):
    backend = tokenizer.__wrapped__(kind).backend_tokenizer
    assert first_token(backend)[0] in "▁Ġ"
    parts, first_only = without_prefix(backend)
    assert first_only is only_at_the_start
    backend.normalizer, backend.pre_tokenizer = parts
    assert first_token(backend)[0] not in "▁Ġ"
    assert first_token(backend, " hello")[0] in "▁Ġ"  # a space of the text itself stays


def test_the_tokenizer_itself_is_not_changed():
    backend = tokenizer.__wrapped__("llama2").backend_tokenizer
    before = backend.to_str()
    without_prefix(backend)
    assert backend.to_str() == before
