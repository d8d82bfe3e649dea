"""Positions that are turned by other angles once a sequence is long: LongRoPE (https://arxiv.org/abs/2402.13753), as in
Phi-3 and Phi-4-mini.

Transformers looks at the longest sequence of a batch and turns them all alike. So that no sequence depends on its
neighbours, short and long ones never go through the model together.
"""

from transformers import PreTrainedModel


def border_of(model: PreTrainedModel) -> int | None:
    """The most tokens that a sequence may have to count as short; None where that makes no difference."""
    told = getattr(model.config.get_text_config(), "rope_parameters", None) or {}
    kinds = [told, *(kind for kind in told.values() if isinstance(kind, dict))]  # some have one for each type of layer
    borders = [k["original_max_position_embeddings"] for k in kinds if k.get("rope_type") == "longrope"]
    return min(borders, default=None)
