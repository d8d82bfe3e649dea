"""The matrix products that a computation is made of, and the dtypes of their operands."""

from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

# Operator -> its arguments that are multiplied.
OPERANDS = {
    "mm": (0, 1),
    "addmm": (1, 2),
    "bmm": (0, 1),
    "baddbmm": (1, 2),
    "_grouped_mm": (0, 1),
    "convolution": (0, 1),
    "convolution_backward": (0, 1, 2),
    "_scaled_dot_product_flash_attention_for_cpu": (0, 1, 2),
    "_scaled_dot_product_flash_attention_for_cpu_backward": (0, 1, 2, 3),
}


class Products(TorchDispatchMode):
    """Records the matrix products while entered, those of backward passes too, by operator and dtypes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[tuple[str, tuple[torch.dtype, ...]]] = set()

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = func.overloadpacket.__name__
        if name in OPERANDS:
            operands = [args[place] for place in OPERANDS[name]]
            self.seen.add((name, tuple(t.dtype for t in operands if isinstance(t, Tensor))))
        return func(*args, **(kwargs or {}))

    def in_other_dtypes(self, dtype: torch.dtype) -> list[str]:
        """The operators with an operand that is not of `dtype`."""
        return sorted({name for name, dtypes in self.seen if set(dtypes) != {dtype}})
