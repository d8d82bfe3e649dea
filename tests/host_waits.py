"""What makes the host wait for a GPU, found on a CPU."""

import traceback
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

# Operators whose result, or its size, depends on values that the GPU has yet to compute.
READING = {"_local_scalar_dense", "nonzero", "masked_select", "equal", "_unique2", "unique_consecutive"}
INDEXING = {"index", "index_put", "index_put_", "_index_put_impl_"}


class HostWaits(TorchDispatchMode):
    """Records operators that would wait for a GPU while entered, those of backward passes too, with their callers."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = func.overloadpacket.__name__
        by_mask = name in INDEXING and any(isinstance(t, Tensor) and t.dtype == torch.bool for t in args[1])
        if name in READING or by_mask:
            callers = reversed(traceback.extract_stack()[-8:-1])
            self.seen.append(f"{name} in " + " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in callers))
        return func(*args, **(kwargs or {}))
