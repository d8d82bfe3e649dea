"""How long a sequence may be before its positions are others, or end."""

from transformers import PreTrainedConfig, PreTrainedModel

UNLIMITED = 1 << 30


def position_limit(config: PreTrainedConfig) -> int | None:
    """The longest sequence that a model has positions for; None where its config names no limit."""
    limit = getattr(config.get_text_config(), "max_position_embeddings", None)
    return limit if isinstance(limit, int) and limit > 0 else None


def border_of(model: PreTrainedModel) -> int | None:
    """The most tokens that a sequence may have to count as short; None where that makes no difference.

    Under LongRoPE (https://arxiv.org/abs/2402.13753), as in Phi-3 and Phi-4-mini, positions are turned by other angles
    once a sequence is long. Transformers looks at the longest of a batch and turns all alike: so that no sequence
    depends on its neighbours, short and long ones never go through the model together.
    """
    told = getattr(model.config.get_text_config(), "rope_parameters", None) or {}
    kinds = [told, *(kind for kind in told.values() if isinstance(kind, dict))]  # some have one for each type of layer
    borders = [k["original_max_position_embeddings"] for k in kinds if k.get("rope_type") == "longrope"]
    return min(borders, default=None)


def rounded_up(model: PreTrainedModel, length: int, step: int) -> int:
    """`length`, or up to a multiple of `step` more, as far as positions stay what they are."""
    ends = [end for end in (position_limit(model.config), border_of(model)) if end is not None and length <= end]
    return min([length + -length % step, *ends])
