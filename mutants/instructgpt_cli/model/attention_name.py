"""The attention that a model computes with, by its name. Transformers sets it by a public method and shows it nowhere:
the private field of the config is read here alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from transformers import PreTrainedModel


def attention_of(model: PreTrainedModel) -> str:
    """`sdpa`, `eager`, or a name that was registered."""
    name: str = model.config._attn_implementation
    return name


@contextmanager
def attention_set_to(model: PreTrainedModel, name: str) -> Iterator[None]:
    """While entered, the model computes with the attention `name`."""
    before = attention_of(model)
    model.set_attn_implementation(name)
    try:
        yield
    finally:
        model.set_attn_implementation(before)
