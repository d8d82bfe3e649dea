"""How well a model predicts given rows: the loss of each row's target tokens, in nats.

Shapes: T targets of a batch; `nats` is [T], in stream order.
"""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import collate, fed_tokens
from instructgpt_cli.dataset.batch_plan import micro_batches
from instructgpt_cli.model.loss import target_losses
from instructgpt_cli.model.positions import border_of

# Numbers in the logits of one batch, where the head is not chunked: bounds the memory whatever the vocabulary.
LOGITS = 1 << 27
LEAST_TOKENS, MOST_TOKENS = 256, 8192

MaskedIds = tuple[Sequence[int], Sequence[int]]


def summed_losses(
    model: PreTrainedModel,
    sequences: Sequence[MaskedIds],
    *,
    packed: bool,
    chunked: bool = False,
    on_done: Callable[[int], None] | None = None,
) -> list[float]:
    """The loss in nats of each (ids, loss mask), summed over its targets; sequences without targets give 0.

    `on_done(n)` is told of each n sequences done.
    """
    vocabulary = model.get_input_embeddings().weight.shape[0]
    lengths = np.array([fed_tokens(mask) for _, mask in sequences], np.int64)
    losses = [0.0] * len(sequences)
    most = MOST_TOKENS if chunked else max(LEAST_TOKENS, min(MOST_TOKENS, LOGITS // vocabulary))
    border = border_of(model)
    for part in micro_batches(np.arange(len(sequences)), lengths, most, padded=not packed, border=border):
        batch = collate([sequences[i] for i in part]).to(model.device)
        if batch.targets:
            with torch.inference_mode():
                nats = target_losses(model, batch, packed=packed, chunked=chunked)
            ends = np.cumsum(batch.target_counts)[:-1]
            for i, share in zip(part, np.split(nats.double().cpu().numpy(), ends), strict=True):
                losses[i] = float(share.sum())
        if on_done:
            on_done(len(part))
    return losses
