"""The name of the attention implementation that a model computes with.

Transformers has a public method to set it and none to read it: only this module reads the private field of the config.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from transformers import PreTrainedModel


def attention_of(model: PreTrainedModel) -> str:
    """Return `sdpa`, `eager`, or a registered name."""
    name: str = model.config._attn_implementation
    return name


@contextmanager
def attention_set_to(model: PreTrainedModel, name: str) -> Iterator[None]:
    """Set the model's attention to `name` within the context, and restore it afterwards."""
    before = attention_of(model)
    model.set_attn_implementation(name)
    try:
        yield
    finally:
        model.set_attn_implementation(before)
