"""From logits to the next token of each row. Shapes: B rows, V vocabulary."""

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


def random_stream(seed: int, row: int, answer: int) -> np.random.Generator:
    """The random numbers of one answer of one row, whatever it shares a batch with."""
    return np.random.Generator(np.random.Philox(np.random.SeedSequence((seed, row, answer))))


# Below it logits overflow, and the likeliest token has all the probability but what no number shows.
LEAST_TEMPERATURE = 1e-5


class Sampler:
    """Takes the likeliest token (temperature 0) or draws one; the settings mean what they mean in Transformers."""

    def __init__(self, settings: Generate) -> None:
        self.penalises = settings.repetition_penalty != 1.0
        self.draws = settings.temperature >= LEAST_TEMPERATURE
        self._processors = LogitsProcessorList()
        if self.penalises:
            self._processors.append(RepetitionPenaltyLogitsProcessor(settings.repetition_penalty))
        if self.draws:
            if settings.temperature != 1.0:
                self._processors.append(TemperatureLogitsWarper(settings.temperature))
            if settings.top_k:
                self._processors.append(TopKLogitsWarper(settings.top_k))
            if settings.top_p < 1.0:
                self._processors.append(TopPLogitsWarper(settings.top_p))

    def choose(self, logits: Tensor, used: Sequence[Sequence[int]], randoms: Sequence[float]) -> Tensor:
        """[B] token ids from logits [B, V].

        `used` are the tokens of each row so far (read where the settings penalise), `randoms` a number in [0, 1) for
        each row (read where they draw). Raises `NumericsError` where the model gives no number.
        """
        logits = logits.float()
        history = (
            _rectangle(used, logits.device) if self.penalises else logits.new_empty((len(logits), 0), dtype=torch.long)
        )
        logits = self._processors(history, logits)
        best = logits.max(dim=-1)
        if bool(best.values.isnan().any()):
            raise NumericsError(
                "the model's output is not a number",
                "The weights hold NaN or infinite values, or overflow in this precision.",
            )
        if not self.draws:
            return best.indices
        precise = torch.float32 if logits.device.type == "mps" else torch.float64
        # Inverse of the distribution function: one random number a row, and tokens of probability 0 can never be met.
        reached = logits.to(precise).softmax(dim=-1).cumsum(dim=-1)
        aims = torch.tensor(randoms, dtype=precise, device=logits.device)[:, None] * reached[:, -1:]
        return torch.searchsorted(reached, aims, right=True)[:, 0].clamp_(max=logits.shape[1] - 1)


def _rectangle(used: Sequence[Sequence[int]], device: torch.device) -> Tensor:
    """Rows of different lengths, filled up with a token of the row's own: penalising it twice is penalising it once."""
    width = max(len(row) for row in used)
    return torch.tensor([[*row, *[row[0]] * (width - len(row))] for row in used], device=device)
