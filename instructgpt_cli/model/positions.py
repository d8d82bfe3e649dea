"""Limits of position embeddings: the longest sequence, and the length at which LongRoPE switches its frequencies."""

from transformers import PreTrainedConfig, PreTrainedModel

UNLIMITED = 1 << 30
"""Stands for no limit, where a number of tokens is needed."""


def position_limit(config: PreTrainedConfig) -> int | None:
    """Return the longest sequence that the model has positions for; None if its config sets no limit."""
    limit = getattr(config.get_text_config(), "max_position_embeddings", None)
    return limit if isinstance(limit, int) and limit > 0 else None


def border_of(model: PreTrainedModel) -> int | None:
    """Return the length in tokens up to which LongRoPE uses its short factors; None for other position embeddings.

    LongRoPE (https://arxiv.org/abs/2402.13753), as in Phi-3 and Phi-4-mini, has other frequencies for long sequences.
    Transformers chooses them for a whole batch by its longest sequence. Short and long sequences are therefore never
    batched together, so that no sequence depends on its neighbors.
    """
    rope = getattr(model.config.get_text_config(), "rope_parameters", None) or {}
    kinds = [rope, *(kind for kind in rope.values() if isinstance(kind, dict))]  # some have one for each layer type
    borders = [k["original_max_position_embeddings"] for k in kinds if k.get("rope_type") == "longrope"]
    return min(borders, default=None)


def rounded_up(model: PreTrainedModel, length: int, step: int) -> int:
    """Round `length` up to a multiple of `step`, but not past the position limit or the LongRoPE border."""
    ends = [end for end in (position_limit(model.config), border_of(model)) if end is not None and length <= end]
    return min([length + -length % step, *ends])
