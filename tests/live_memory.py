"""The memory of the tensors of a computation, with those saved for its backward pass, which Python's collector does not
see."""

from typing import Any

import torch
from torch import Tensor
from torch.distributed.tensor import DTensor
from torch.multiprocessing.reductions import StorageWeakRef
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

STEP = 1 << 14


class LiveMemory(TorchDispatchMode):
    """Knows the storages that operations have made while it was entered; FSDP2 frees some by resizing them to 0."""

    def __init__(self) -> None:
        super().__init__()
        self._storages: dict[int, StorageWeakRef] = {}
        self.peak = 0
        """The most bytes that were alive when an operation had made a tensor of `STEP` bytes or more."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        found = func(*args, **(kwargs or {}))
        for leaf in tree_leaves(found):
            if isinstance(leaf, Tensor) and not leaf.is_meta:
                local = leaf._local_tensor if isinstance(leaf, DTensor) else leaf
                reference = StorageWeakRef(local.untyped_storage())
                is_new = reference.cdata not in self._storages
                self._storages[reference.cdata] = reference
                if is_new and local.untyped_storage().nbytes() >= STEP:
                    self.peak = max(self.peak, self.bytes())
        return found

    def bytes(self, *besides: Tensor) -> int:
        """The bytes alive now, without those of the tensors `besides`."""
        others = {tensor.untyped_storage()._cdata for tensor in besides}
        total = 0
        for key, reference in [*self._storages.items()]:
            storage = torch.UntypedStorage._new_with_weak_ptr(reference.cdata)
            if storage is None:
                del self._storages[key]
            elif key not in others:
                total += storage.nbytes()
        return total
