"""Next-token cross-entropy at the target positions of a batch, and only there.

Shapes: N tokens in the stream, S sequences, T targets, D hidden size, V vocabulary.
"""

from typing import Any, Protocol

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.model import packed_attention, shape_buckets
from instructgpt_cli.model.chunked_cross_entropy import chunked_cross_entropy, chunked_losses
from instructgpt_cli.model.positions import rounded_up


class TargetBatch(Protocol):
    """What the loss needs to know of a batch (`data.batch.Batch` has it)."""

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
    """[T, V] logits at the target positions, from one unpadded stream; the head computes nothing else."""
    logits: Tensor = model(**_packed(model, batch), logits_to_keep=batch.target_positions).logits[0]
    return logits


def padded_logits(model: nn.Module, batch: TargetBatch) -> Tensor:
    """[T, V] logits at the target positions by way of a right-padded rectangle: any causal language model can do
    this."""
    inputs, indices = _padded(model, batch)
    head = model.get_output_embeddings() if isinstance(model, PreTrainedModel) else None
    if type(head) is not nn.Linear:
        logits: Tensor = model(**inputs).logits.flatten(0, 1)[indices]
        return logits
    # The head is handed the targets only: what comes after it, a cap or a scale, is done to each number alone.
    hook = head.register_forward_pre_hook(lambda _, given: (given[0].flatten(0, 1).index_select(0, indices)[None],))
    try:
        targets: Tensor = model(**inputs).logits[0]
    finally:
        hook.remove()
    return targets


def target_hidden(model: PreTrainedModel, batch: TargetBatch, *, packed: bool) -> Tensor:
    """[T, D] what the head is given at the target positions."""
    if packed:
        stream: Tensor = model.base_model(**_packed(model, batch)).last_hidden_state[0]
        return stream.index_select(0, batch.target_positions)
    inputs, indices = _padded(model, batch)
    rectangle: Tensor = model.base_model(**inputs).last_hidden_state
    return rectangle.flatten(0, 1).index_select(0, indices)


def _packed(model: nn.Module, batch: TargetBatch) -> dict[str, Any]:
    ids, positions, lengths = batch.input_ids, batch.position_ids, batch.lengths
    repeat = _must_repeat(model, ids)
    if repeat and (spare := -len(ids) % shape_buckets.STREAM):
        # One sequence more, which nobody asks for: none of the others sees it.
        ids, lengths = F.pad(ids, (0, spare)), (*lengths, spare)
        positions = torch.cat((positions, torch.arange(spare)))
    layout = packed_attention.PackedLayout(lengths, ids.device, repeat=repeat)
    return {"input_ids": ids[None], "position_ids": positions[None], "use_cache": False, "packing": layout}


def _padded(model: nn.Module, batch: TargetBatch) -> tuple[dict[str, Any], Tensor]:
    """The arguments of a model for the padded rectangle, and the index of each target in it, row after row."""
    width, indices = _padded_indices(model, batch)
    count = len(batch.lengths)
    ids = torch.zeros(count * width, dtype=torch.long, device=indices.device)
    mask = torch.zeros_like(ids)
    ids[indices] = batch.input_ids
    mask[indices] = 1
    rectangle = {"input_ids": ids.view(count, width), "attention_mask": mask.view(count, width), "use_cache": False}
    return rectangle, indices[batch.target_positions]


def _padded_indices(model: nn.Module, batch: TargetBatch) -> tuple[int, Tensor]:
    """The width of the padded rectangle, and the index [N] of each token in it."""
    width = max(batch.lengths, default=0)
    if isinstance(model, PreTrainedModel) and _must_repeat(model, batch.input_ids):
        width = rounded_up(model, width, shape_buckets.ROWS)
    # From what the processor knows: to look for the tokens in the rectangle would have it wait for a GPU.
    sequences = torch.repeat_interleave(torch.tensor(batch.lengths), output_size=len(batch.input_ids))
    return width, sequences.to(batch.input_ids.device, non_blocking=True) * width + batch.position_ids


def token_indices(model: PreTrainedModel, batch: TargetBatch, *, packed: bool) -> Tensor:
    """[N] the index of each token of a batch among all that the model computes, padding included."""
    if packed:
        return torch.arange(len(batch.input_ids), device=batch.input_ids.device)
    return _padded_indices(model, batch)[1]


def _must_repeat(model: nn.Module, ids: Tensor) -> bool:
    return shape_buckets.must_repeat(ids.device, shape_buckets.compute_type(ids.device, next(model.parameters()).dtype))


def target_losses(model: PreTrainedModel, batch: TargetBatch, *, packed: bool, chunked: bool = False) -> Tensor:
    """[T] the loss in nats of each target token, float32, in stream order; `chunked` ones have no gradient."""
    if chunked:
        return chunked_losses(*_head_input(model, batch, packed), batch.target_ids)
    logits = packed_logits(model, batch) if packed else padded_logits(model, batch)
    return F.cross_entropy(logits.float(), batch.target_ids, reduction="none")


def summed_loss(model: PreTrainedModel, batch: TargetBatch, *, packed: bool, chunked: bool = False) -> Tensor:
    """The sum of the target losses, in nats. Without targets a zero that is connected to the weights, never NaN."""
    if chunked:
        return chunked_cross_entropy(*_head_input(model, batch, packed), batch.target_ids)
    logits = packed_logits(model, batch) if packed else padded_logits(model, batch)
    return F.cross_entropy(logits.float(), batch.target_ids, reduction="sum")


def _head_input(model: PreTrainedModel, batch: TargetBatch, packed: bool) -> tuple[Tensor, Tensor, Tensor | None]:
    head = model.get_output_embeddings()
    return target_hidden(model, batch, packed=packed), head.weight, head.bias
