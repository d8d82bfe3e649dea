"""The memory that a training step takes, found by running it on tensors without data: torch's FakeTensorMode computes
shapes and dtypes only, so that the step of any model is simulated in seconds, on any machine.

Attention counts as a fused kernel, which keeps its inputs, its output and one number per query for the backward pass.
"""

import copy
import weakref
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch
from torch import Tensor, nn

# Private modules of torch, pinned by tests: there is no public way to compute without data, or to see each operation.
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel

from instructgpt_cli.model import chunked_cross_entropy, shape_buckets
from instructgpt_cli.model.attention_name import attention_set_to
from instructgpt_cli.model.attention_support import requested_window
from instructgpt_cli.model.loss import TargetBatch, summed_loss

NAME = "instructgpt_simulated"


def without_data() -> FakeTensorMode:
    """The context in which tensors have no data. Tensors from outside may be read in it."""
    return FakeTensorMode(allow_non_fake_inputs=True)


def copy_without_data(model: PreTrainedModel, mode: FakeTensorMode) -> PreTrainedModel:
    """A copy of `model` whose weights and buffers have no data. It computes in `mode` only."""
    empty: dict[int, Any] = {}
    with mode:
        for tensor in (*model.parameters(), *model.buffers()):
            found = torch.empty(tensor.shape, dtype=tensor.dtype)
            is_weight = isinstance(tensor, nn.Parameter)
            empty[id(tensor)] = nn.Parameter(found, requires_grad=tensor.requires_grad) if is_weight else found
    return copy.deepcopy(model, empty)


def peak_above_weights(
    model: PreTrainedModel,
    mode: FakeTensorMode,
    micro_batches: Sequence[TargetBatch],
    autocast: Callable[[], AbstractContextManager[object]],
    *,
    packed: bool,
    chunked: bool,
    on_accelerator: bool,
) -> int:
    """The most bytes that forward and backward of `micro_batches` take at a time beside the weights of `model`, which
    have no data: activations, gradients, and weights cast to the compute dtype. `autocast` is that of a CPU."""
    AttentionInterface.register(NAME, _attention)
    AttentionMaskInterface.register(NAME, requested_window)
    model.train()
    peak = _Peak()
    with mode, attention_set_to(model, NAME) if packed else nullcontext(), peak:
        for tensor in (*model.parameters(), *model.buffers()):
            peak.see(tensor)
        before = peak.now
        for micro in micro_batches:
            with autocast():
                loss = summed_loss(model, micro, packed=packed, chunked=chunked)
            loss.backward()  # type: ignore[no-untyped-call]
            del loss
        model.zero_grad(set_to_none=True)
    more = chunked_cross_entropy.EXTRA_BYTES_ELSEWHERE if chunked and on_accelerator else 0
    return peak.most - before + more


class _Peak(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Follows the storages that are alive: those that operations return, until they are freed."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.now = self.most = 0
        self._alive: dict[int, int] = {}

    def see(self, tensor: Tensor) -> None:
        storage = tensor.untyped_storage()
        if storage._cdata not in self._alive:
            self._alive[storage._cdata] = storage.nbytes()
            self.now += storage.nbytes()
            self.most = max(self.most, self.now)
            weakref.finalize(storage, self._freed, storage._cdata)

    def _freed(self, storage: int) -> None:
        self.now -= self._alive.pop(storage, 0)

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        found = func(*args, **(kwargs or {}))
        for value in tree_leaves(found):
            if isinstance(value, Tensor):
                self.see(value)
        return found


class _FusedAttention(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        out = query.new_empty(*query.shape[:-1], value.shape[-1])
        ctx.save_for_backward(query, key, value, out, query.new_empty(query.shape[:-1], dtype=torch.float32))
        return out

    @staticmethod
    def backward(ctx: Any, *outer: Tensor) -> tuple[Tensor, ...]:
        return tuple(torch.empty_like(tensor) for tensor in ctx.saved_tensors[:3])


def _attention(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, attention_mask: object, **_: Any
) -> tuple[Tensor, None]:
    """The attention function registered with Transformers."""
    dtype = shape_buckets.compute_type(query.device, query.dtype)
    streams = (tensor.to(dtype).transpose(1, 2) for tensor in (query, key, value))
    apply: Callable[..., Tensor] = _FusedAttention.apply
    return apply(*streams), None
