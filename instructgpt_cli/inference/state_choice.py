"""Which decoding state a model gets: the fastest that reproduces recomputed logits.

Shapes: B rows, V vocabulary.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.inference.decode_state import CachedState, DecodeState, RecomputedState
from instructgpt_cli.inference.ragged import RaggedState
from instructgpt_cli.inference.recurrent import RecurrentState
from instructgpt_cli.model.attention_support import CHECK_ERRORS, UnsupportedAttention
from instructgpt_cli.model.frozen import format_of
from instructgpt_cli.system.library_errors import kind_and_first_line

RELATIVE_TOLERANCE = {torch.float32: 1e-4}
RELATIVE_TOLERANCE_ELSEWHERE = 5e-2


def choose_state(model: PreTrainedModel, cache: str = "auto") -> tuple[type[DecodeState], str]:
    """The fastest state that is exact for this model and, if that is to recompute, why; `cache` is the recipe's
    generate.cache.

    An accelerator prefers padding to more kernel launches. Raises `ModelError` if `cache` names a state that is not
    exact.
    """
    ragged: list[type[DecodeState]] = [RaggedState]
    padded: list[type[DecodeState]] = [CachedState, RecurrentState]
    automatic = ragged + padded if model.device.type == "cpu" else padded
    reasons = []
    for kind in {"auto": automatic, "ragged": ragged, "padded": padded, "none": []}[cache]:
        exact, why = is_decoding_exact(kind, model)
        if exact:
            return kind, ""
        reasons.append(why)
    why = "; ".join(dict.fromkeys(reasons))
    if reasons and cache != "auto":
        raise ModelError(f"generate.cache: {cache} does not work for this architecture: {why}", "Use cache: auto.")
    return RecomputedState, why


@torch.inference_mode()
def is_decoding_exact(kind: type[DecodeState], model: PreTrainedModel) -> tuple[bool, str]:
    """Whether this state reproduces the logits of recomputed rows: (True, "") or (False, why).

    Recurrent states, unusual positions and a model's own cache or attention can each break it. A trial finds out; a
    list of architectures would go out of date.
    """
    vocabulary = model.get_input_embeddings().weight.shape[0]
    generator = torch.Generator().manual_seed(0)
    rows = [torch.randint(0, vocabulary, (n,), generator=generator).tolist() for n in (9, 4, 6)]
    tokens = torch.randint(0, vocabulary, (2, 3), generator=generator).to(model.device)
    try:
        found_BV = _trial_logits(kind, model, rows, tokens)
        recomputed_BV = _trial_logits(RecomputedState, model, rows, tokens)
    except UnsupportedAttention as error:
        return False, str(error)
    except CHECK_ERRORS as error:
        return False, kind_and_first_line(error)
    relative = RELATIVE_TOLERANCE.get(format_of(model), RELATIVE_TOLERANCE_ELSEWHERE)
    tolerance = (float(recomputed_BV.abs().max()) + 1e-6) * relative
    if found_BV.shape != recomputed_BV.shape or not float((found_BV - recomputed_BV).abs().max()) <= tolerance:
        return False, "its cached logits differ from recomputed ones"
    return True, ""


def _trial_logits(
    kind: type[DecodeState], model: PreTrainedModel, rows: Sequence[Sequence[int]], tokens: Tensor
) -> Tensor:
    """Two rows of different lengths, a step, a third row joins, another step: the logits of each, [7, V]."""
    with kind.running(model):
        state = kind.prefill(model, rows[:2])
        logits = [state.logits]
        state.step(tokens[0, :2])
        logits.append(state.logits)
        state = kind.join([(state, [1, 0]), (kind.prefill(model, rows[2:]), [0])])
        state.step(tokens[1])
    return torch.cat([*logits, state.logits]).float()
