"""The error for a step whose loss or gradient is not finite, with the rows that caused it."""

import math
from collections.abc import Sequence

import torch

from instructgpt_cli.dataset.batch import Batch
from instructgpt_cli.dataset.batch_plan import micro_batches
from instructgpt_cli.dataset.loader import StepBatch, load_batch
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.errors import NumericsError
from instructgpt_cli.model.loss import target_losses
from instructgpt_cli.training.step import TrainState


@torch.no_grad()
def non_finite_rows(state: TrainState, batch: StepBatch) -> list[str]:
    """The rows of a step whose loss is not finite, as file and line. Collective where the weights are sharded."""
    bad: list[str] = []
    state.model.eval()
    lengths, most = state.dataset.lengths, state.micro_batch_tokens
    for part in micro_batches(batch.step.sequences, lengths, most, padded=not state.packed, border=state.border):
        micro = load_batch(state.dataset, part)
        with state.autocast():
            losses = state.sharded_model(
                target_losses, micro.to(state.device), packed=state.packed, chunked=state.chunked
            )
        bad += _bad_rows(state.dataset, micro, torch.split(losses, list(micro.target_counts)))
    return bad


def not_finite(state: TrainState, batch: StepBatch, k: int, loss: float, norm: float) -> NumericsError:
    """The error for step k, with the rows whose loss is not finite, if any."""
    bad = non_finite_rows(state, batch)
    what = f"the loss is {loss}" if not math.isfinite(loss) else f"the norm of the gradient is {norm}"
    everything = len(bad) == len(batch.step.sequences)
    rows = f"; {'all its rows, the first ' if everything else 'rows '}{', '.join(bad[:5])}" if bad else ""
    return NumericsError(
        f"step {k + 1}: {what}{rows}",
        "The weights were not touched. Lower train.lr, raise train.warmup, or try train.precision: fp32.",
    )


def _bad_rows(dataset: TokenizedDataset, micro: Batch, losses: Sequence[torch.Tensor]) -> list[str]:
    return [
        dataset.place(i) for i, each in zip(micro.rows, losses, strict=True) if not bool(torch.isfinite(each).all())
    ]
