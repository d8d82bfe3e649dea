"""Copies from the host to a device that do not wait for its queue."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch
    from torch import Tensor


def copy_to(tensor: "Tensor", device: "torch.device") -> "Tensor":
    """The host tensor on `device`: itself on a CPU; asynchronous on a GPU, to which pageable memory is pinned first."""
    if device.type == "cpu":
        return tensor
    if device.type == "cuda":
        tensor = tensor.pin_memory()
    return tensor.to(device, non_blocking=True)
