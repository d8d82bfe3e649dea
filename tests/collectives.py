"""Counts the collectives of a computation, and the bytes that this rank hands to each."""

from collections.abc import Callable
from typing import Any

from torch import Tensor
from torch.distributed.tensor import DTensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

NAMES = {
    "allreduce_": "all-reduce",
    "all_reduce": "all-reduce",
    "_allgather_base_": "all-gather",
    "_reduce_scatter_base_": "reduce-scatter",
    "broadcast_": "broadcast",
}
NOT_SENDING = {"wait_tensor", "_wrap_tensor_autograd"}


class Collectives(TorchDispatchMode):
    """`seen` has (collective, bytes) for each while it was entered: the bytes of the larger of input and output, so
    those of all ranks in an all-gather or a reduce-scatter. `called` runs before each."""

    def __init__(self, called: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self.seen: list[tuple[str, int]] = []
        self._called = called

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if any(issubclass(kind, DTensor) for kind in types):
            return NotImplemented  # its own collectives come after
        name = func.__name__.split(".")[0]
        if func.namespace in ("c10d", "_c10d_functional") and name not in NOT_SENDING:
            self._called()
            sizes = [leaf.nbytes for leaf in tree_leaves((args, kwargs)) if isinstance(leaf, Tensor)]
            self.seen.append((NAMES[name], max(sizes)))
        return func(*args, **(kwargs or {}))
