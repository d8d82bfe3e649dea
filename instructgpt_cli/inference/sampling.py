"""From logits to the next token of each row.

Shapes: B rows, V vocabulary.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from transformers import (
    LogitsProcessorList,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

from instructgpt_cli.errors import NumericsError
from instructgpt_cli.recipe.schema import Generate

# A lower temperature would overflow the logits, and leaves the most likely token a probability of 1 in any case.
LEAST_TEMPERATURE = 1e-5


def random_stream(seed: int, row: int, sample: int) -> np.random.Generator:
    """The random numbers of one answer to one row, independent of its batch."""
    return np.random.Generator(np.random.Philox(np.random.SeedSequence((seed, row, sample))))


class Sampler:
    """Greedy decoding (temperature 0) or sampling; settings mean what they mean in Transformers."""

    def __init__(self, settings: Generate) -> None:
        self.penalizes = settings.repetition_penalty != 1.0
        self.draws = settings.temperature >= LEAST_TEMPERATURE
        self._processors = LogitsProcessorList()
        if self.penalizes:
            self._processors.append(RepetitionPenaltyLogitsProcessor(settings.repetition_penalty))
        if self.draws:
            if settings.temperature != 1.0:
                self._processors.append(TemperatureLogitsWarper(settings.temperature))
            if settings.top_k:
                self._processors.append(TopKLogitsWarper(settings.top_k))
            if settings.top_p < 1.0:
                self._processors.append(TopPLogitsWarper(settings.top_p))

    def choose(self, logits_BV: Tensor, seen: Sequence[Sequence[int]], uniforms: Sequence[float]) -> Tensor:
        """The next token of each row, [B].

        `seen` are the tokens of each row so far, read if the settings penalize repetition; `uniforms` one number in
        [0, 1) for each row, read if they sample. Raises `NumericsError` if a logit is NaN.
        """
        logits_BV = logits_BV.float()
        none = logits_BV.new_empty((len(logits_BV), 0), dtype=torch.long)
        history = _padded(seen, logits_BV.device) if self.penalizes else none
        logits_BV = self._processors(history, logits_BV)
        best = logits_BV.max(dim=-1)
        if bool(best.values.isnan().any()):
            raise NumericsError(
                "the model's logits are NaN",
                "The weights hold NaN or infinite values, or overflow in this precision.",
            )
        if not self.draws:
            return best.indices
        # Inverse transform sampling: one random number a row, and no token of probability 0.
        precise = torch.float32 if logits_BV.device.type == "mps" else torch.float64
        cumulative_BV = logits_BV.to(precise).softmax(dim=-1).cumsum(dim=-1)
        targets = torch.tensor(uniforms, dtype=precise, device=logits_BV.device)[:, None] * cumulative_BV[:, -1:]
        return torch.searchsorted(cumulative_BV, targets, right=True)[:, 0].clamp_(max=logits_BV.shape[1] - 1)


def _padded(seen: Sequence[Sequence[int]], device: torch.device) -> Tensor:
    """Rows of different lengths, padded with a token of their own: however often it occurs, it is penalized once."""
    width = max(len(row) for row in seen)
    return torch.tensor([[*row, *[row[0]] * (width - len(row))] for row in seen], device=device)
