"""The dtype of matrix products, and sizes rounded up to a few values where each new shape costs.

In bfloat16 on a CPU torch leaves matrix products to oneDNN, which compiles a kernel for every new shape: about half a
millisecond and half a megabyte, cached for the next product of that shape. Packed streams have a new length at every
step, so they are padded there to multiples of the sizes below.
"""

import torch

STREAM = 128  # tokens of a packed stream of a few thousand
ROWS = 32  # tokens of a sequence in attention, targets in a chunk of the head


def compute_type(device: torch.device, stored: torch.dtype) -> torch.dtype:
    """Return the dtype of products of numbers stored as `stored`: autocast's, where it is on."""
    if torch.is_autocast_enabled(device.type):
        return torch.get_autocast_dtype(device.type)
    return stored


def must_repeat(device: torch.device, dtype: torch.dtype) -> bool:
    """Whether products compile a kernel for each new shape, so that shapes should repeat."""
    return device.type == "cpu" and dtype == torch.bfloat16
