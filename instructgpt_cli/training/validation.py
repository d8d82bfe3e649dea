"""The validation loss, computed by all ranks together."""

from collections.abc import Callable

import torch

from instructgpt_cli.dataset.loader import NO_SEQUENCES, load_all, load_batch
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.model.loss import summed_loss
from instructgpt_cli.training.step import TrainState


@torch.no_grad()
def validation_loss(state: TrainState, dataset: TokenizedDataset, is_leaving: Callable[[], bool]) -> float | None:
    """Mean loss per target, in nats, over all of `dataset`, on every rank; None where `is_leaving`, asked on rank 0,
    ended it early."""
    state.model.eval()
    group, context, total = state.group, state.context, 0.0
    parts = load_all(dataset, state.micro_batch_tokens, padded=not state.packed, border=state.border)
    parts += [NO_SEQUENCES] * (-len(parts) % context.data_size)
    for part in parts[context.data_rank :: context.data_size]:
        if any(group.broadcast_numbers(group.is_main and is_leaving())):
            return None
        if not len(part) and not state.is_sharded:
            continue
        with state.autocast():
            batch = state.on_device(load_batch(dataset, part))
            total += float(state.sharded_model(summed_loss, batch, packed=state.packed, chunked=state.chunked))
    summed = state.zero() + total
    group.all_reduce(summed)
    return float(summed) / int(dataset.targets.sum())
