"""Next-token cross-entropy at the target positions of a batch.

The head is computed at target positions only. Shapes: N tokens of the packed stream, S sequences, W the width of the
padded rectangle [S, W], T targets, D hidden size, V vocabulary.
"""

from typing import Any, Protocol

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.model import packed_attention, shape_buckets
from instructgpt_cli.model.chunked_cross_entropy import chunked_cross_entropy, chunked_losses
from instructgpt_cli.model.frozen import format_of, is_linear
from instructgpt_cli.model.head_exchange import HeadExchange
from instructgpt_cli.model.positions import rounded_up
from instructgpt_cli.system.device_copy import copy_to


class TargetBatch(Protocol):
    """The attributes of a batch that the loss needs; `dataset.batch.Batch` has them.

    A rank's part of a batch under context parallelism also has `exchange` and `part_tokens`
    (`training.context_parallel.PartialBatch`).
    """

    @property
    def input_ids(self) -> Tensor: ...  # [N]
    @property
    def position_ids(self) -> Tensor: ...  # [N]
    @property
    def target_positions(self) -> Tensor: ...  # [T]
    @property
    def target_ids(self) -> Tensor: ...  # [T]
    @property
    def lengths(self) -> tuple[int, ...]: ...  # S


def packed_logits(model: nn.Module, batch: TargetBatch) -> Tensor:
    """Return the logits [T, V] at the target positions, computed from the packed stream."""
    logits_TV: Tensor = model(**packed_inputs(model, batch), logits_to_keep=batch.target_positions).logits[0]
    return logits_TV


def padded_logits(model: nn.Module, batch: TargetBatch) -> Tensor:
    """Return the logits [T, V] at the target positions, computed from a right-padded rectangle: works for any causal
    language model."""
    inputs, indices = _padded(model, batch)
    head: Any = model.get_output_embeddings() if isinstance(model, PreTrainedModel) else None
    if not is_linear(head):
        return model(**inputs).logits.flatten(0, 1)[indices]  # type: ignore[no-any-return]
    # The head gets the target positions only: a cap or scale after it is element-wise.
    hook = head.register_forward_pre_hook(lambda _, given: (given[0].flatten(0, 1).index_select(0, indices)[None],))
    try:
        logits_TV: Tensor = model(**inputs).logits[0]
    finally:
        hook.remove()
    return logits_TV


def target_hidden(model: PreTrainedModel, batch: TargetBatch, *, packed: bool) -> Tensor:
    """Return the last hidden states [T, D] at the target positions: the input of the head."""
    if packed:
        hidden_ND: Tensor = model.base_model(**packed_inputs(model, batch)).last_hidden_state[0]
        return hidden_ND.index_select(0, batch.target_positions)
    inputs, indices = _padded(model, batch)
    hidden_SWD: Tensor = model.base_model(**inputs).last_hidden_state
    return hidden_SWD.flatten(0, 1).index_select(0, indices)


def packed_inputs(model: nn.Module, batch: TargetBatch) -> dict[str, Any]:
    """Return the model's arguments for the packed stream."""
    ids, positions, lengths = batch.input_ids, batch.position_ids, batch.lengths
    repeat = _must_repeat(model, ids)
    exchange: HeadExchange | None = getattr(batch, "exchange", None)
    if exchange:
        part: int = batch.part_tokens  # type: ignore[attr-defined]
        spare, spare_of_all = part - len(ids), exchange.size * part - sum(lengths)
    else:
        spare = spare_of_all = -len(ids) % shape_buckets.STREAM if repeat else 0
    if spare:
        ids, positions = F.pad(ids, (0, spare)), F.pad(positions, (0, spare))
    if spare_of_all:
        lengths = (*lengths, spare_of_all)  # one more sequence without targets, which the others do not attend to
    layout = packed_attention.PackedLayout(lengths, ids.device, repeat=repeat, exchange=exchange)
    return {
        "input_ids": ids[None],
        "position_ids": positions[None],
        "attention_mask": _visible(ids),
        "use_cache": False,
        "packing": layout,
    }


def _visible(ids: Tensor) -> Tensor:
    """A mask [1, N] without padding. Without one, Transformers searches the positions for the ends of sequences, which
    waits for the GPU at each mask."""
    return torch.ones(1, 1, dtype=torch.bool, device=ids.device).expand(1, len(ids))


def _padded(model: nn.Module, batch: TargetBatch) -> tuple[dict[str, Any], Tensor]:
    """The model's arguments for the padded rectangle, and the index [T] of each target in it, flattened."""
    width, indices = _padded_indices(model, batch)
    count = len(batch.lengths)
    ids = torch.zeros(count * width, dtype=torch.long, device=indices.device)
    mask = torch.zeros_like(ids)
    ids[indices] = batch.input_ids
    mask[indices] = 1
    rectangle = {"input_ids": ids.view(count, width), "attention_mask": mask.view(count, width), "use_cache": False}
    return rectangle, indices[batch.target_positions]


def _padded_indices(model: nn.Module, batch: TargetBatch) -> tuple[int, Tensor]:
    """The width W of the padded rectangle, and the index [N] of each token in it, flattened."""
    width = max(batch.lengths, default=0)
    if isinstance(model, PreTrainedModel) and _must_repeat(model, batch.input_ids):
        width = rounded_up(model, width, shape_buckets.ROWS)
    # Computed from the lengths on the host: boolean indexing of the rectangle would wait for the GPU.
    lengths = np.array(batch.lengths, np.int64)
    starts_N = torch.from_numpy(np.repeat(np.arange(len(lengths)) * width, lengths))
    return width, copy_to(starts_N, batch.input_ids.device) + batch.position_ids


def token_indices(model: PreTrainedModel, batch: TargetBatch, *, packed: bool) -> Tensor:
    """Return the index [N] of each token among all positions that the model computes, padding included."""
    if packed:
        return torch.arange(len(batch.input_ids), device=batch.input_ids.device)
    return _padded_indices(model, batch)[1]


def _must_repeat(model: nn.Module, ids: Tensor) -> bool:
    stored = format_of(model) if isinstance(model, PreTrainedModel) else next(model.parameters()).dtype
    return shape_buckets.must_repeat(ids.device, shape_buckets.compute_type(ids.device, stored))


def target_losses(model: PreTrainedModel, batch: TargetBatch, *, packed: bool, chunked: bool = False) -> Tensor:
    """Return the loss [T] of each target in nats, float32, in stream order; without gradient if `chunked`."""
    if chunked:
        return chunked_losses(*_head_input(model, batch, packed), batch.target_ids)
    logits = packed_logits(model, batch) if packed else padded_logits(model, batch)
    return F.cross_entropy(logits.float(), batch.target_ids, reduction="none")


def summed_loss(model: PreTrainedModel, batch: TargetBatch, *, packed: bool, chunked: bool = False) -> Tensor:
    """Return the sum of the target losses in nats; for a batch without targets a zero with a graph, never NaN."""
    if chunked:
        return chunked_cross_entropy(*_head_input(model, batch, packed), batch.target_ids)
    logits = packed_logits(model, batch) if packed else padded_logits(model, batch)
    return F.cross_entropy(logits.float(), batch.target_ids, reduction="sum")


def _head_input(model: PreTrainedModel, batch: TargetBatch, packed: bool) -> tuple[Tensor, Tensor, Tensor | None]:
    head = model.get_output_embeddings()
    return target_hidden(model, batch, packed=packed), head.weight, head.bias
