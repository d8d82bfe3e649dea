"""NF4 weights (QLoRA, Dettmers et al., 2023, arXiv:2305.14314) by way of bitsandbytes: each frozen weight is a 4-bit
index into a table, and each block of 64 weights has a scale.

Weights are always quantized on the CPU, and independently of the number of threads, so that training, merging and
loading an adapter elsewhere use the same numbers.
"""

from collections.abc import Callable, Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.adapter_layers import is_of_adapter, is_plain
from instructgpt_cli.model.optional_libraries import import_bitsandbytes

BLOCK = 64
Stored = tuple[Tensor, Tensor, Tensor | None, Tensor | None]
functional: Any = None  # bitsandbytes.functional, set by the first layer: torch.compile cannot trace its import
SCALES_BLOCK = 256  # with double quantization: 8-bit scales per outer scale


class Nf4Linear(nn.Module):
    """A frozen linear layer with NF4 weights.

    `packed` [out * in / 2, 1] holds two weights per byte; `scales` [blocks] holds the largest absolute value of each
    block: in float32, or with double quantization in 8 bits, after subtracting their mean `offset` [1], and with
    `outer_scales`. Float32 is stored as int32, which nothing that casts a model (FSDP2 does) rounds.
    """

    def __init__(self, linear: nn.Linear, *, double_quantization: bool) -> None:
        super().__init__()
        global functional
        functional = import_bitsandbytes()
        self.out_features, self.in_features = linear.weight.shape
        weight = linear.weight.detach().float().cpu().contiguous()
        packed, state = functional.quantize_4bit(weight, blocksize=BLOCK, quant_type="nf4")
        self.packed, self.scales = _frozen(packed), _frozen(_bits(state.absmax))
        self.offset = self.outer_scales = None
        if double_quantization:
            offset = state.absmax.double().mean().float()  # float64, so that the order of summation does not show
            scales, outer = functional.quantize_blockwise(state.absmax - offset, blocksize=SCALES_BLOCK)
            self.scales = _frozen(scales)
            self.offset, self.outer_scales = _frozen(_bits(offset[None])), _frozen(_bits(outer.absmax))
        self.bias = linear.bias

    @property
    def weight(self) -> Tensor:
        """[out, in] the dequantized weights, float32: PEFT reads them for DoRA."""
        return dequantized(self.stored, (self.out_features, self.in_features), torch.float32)

    @property
    def stored(self) -> Stored:
        return self.packed, self.scales, self.offset, self.outer_scales

    def forward(self, input: Tensor) -> Tensor:
        kind = input.device.type
        dtype = torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else input.dtype
        shape = self.out_features, self.in_features
        with torch.autocast(kind, enabled=False):
            bias = None if self.bias is None else self.bias.to(dtype)
            apply: Callable[..., Tensor] = _Product.apply  # which has a type since torch 2.14
            return apply(input.to(dtype), bias, shape, *self.stored)

    def extra_repr(self) -> str:
        return f"in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}"


@torch.no_grad()
def dequantized(stored: Sequence[Tensor | None], shape: tuple[int, int], dtype: torch.dtype) -> Tensor:
    """[out, in] the weights that an `Nf4Linear` stores."""
    packed, scales, offset, outer = (
        None if t is None else t.detach().view(torch.float32 if t.dtype == torch.int32 else t.dtype) for t in stored
    )
    if offset is not None:
        scales = functional.dequantize_blockwise(scales, absmax=outer, blocksize=SCALES_BLOCK) + offset
    state = functional.QuantState(
        absmax=scales, shape=torch.Size(shape), blocksize=BLOCK, quant_type="nf4", dtype=dtype
    )
    found: Tensor = functional.dequantize_4bit(packed, state)
    return found


class _Product(torch.autograd.Function):
    """`input` [..., in] times the dequantized weights, which are dequantized again for the backward pass: keeping them
    would keep the whole model in full precision."""

    @staticmethod
    def forward(ctx: Any, input: Tensor, bias: Tensor | None, shape: tuple[int, int], *stored: Tensor) -> Tensor:
        ctx.save_for_backward(*stored)
        ctx.shape = shape
        return F.linear(input, dequantized(stored, shape, input.dtype), bias)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        (gradient,) = gradients
        with torch.autocast(gradient.device.type, enabled=False):
            passed_on = gradient @ dequantized(ctx.saved_tensors, ctx.shape, gradient.dtype)
        return passed_on, *(None,) * 6


def quantize(model: PreTrainedModel, *, double_quantization: bool) -> None:
    """Quantize all plain linear layers except the head. Raises `ModelError` if the model has none."""
    head = model.get_output_embeddings()
    found = [
        name
        for name, module in model.named_modules()
        if isinstance(module, nn.Linear) and module is not head and not is_of_adapter(f"{name}.") and is_plain(module)
    ]
    if not found:
        raise ModelError(
            f"train.lora.base: nf4 quantizes linear layers, and {model.config.model_type} has none",
            "Leave the key out.",
        )
    for name in found:
        parent, _, last = name.rpartition(".")
        owner = model.get_submodule(parent)
        linear: Any = getattr(owner, last)
        setattr(owner, last, Nf4Linear(linear, double_quantization=double_quantization))


def is_quantized(model: nn.Module) -> bool:
    return any(isinstance(module, Nf4Linear) for module in model.modules())


def count_weights(model: nn.Module) -> int:
    """The number of weights of a model, packed ones counted one by one."""
    inside: set[int] = set()
    total = 0
    for module in model.modules():
        if isinstance(module, Nf4Linear):
            total += module.in_features * module.out_features
            inside |= {id(p) for p in (module.packed, module.scales, module.offset, module.outer_scales)}
    return total + sum(p.numel() for p in model.parameters() if id(p) not in inside)


def _bits(tensor: Tensor) -> Tensor:
    return tensor.contiguous().view(torch.int32)


def _frozen(tensor: Tensor) -> nn.Parameter:
    return nn.Parameter(tensor, requires_grad=False)
