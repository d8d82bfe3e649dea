"""The number format that products of matrices are computed in, and sizes that repeat where new ones cost.

In bfloat16 on a CPU torch leaves products to oneDNN, which makes machine code for each new shape: about half a
millisecond and half a megabyte, kept for the next of that shape. Streams of any length would be new ones step after
step, so there they are filled up to sizes that come again.
"""

import torch

STREAM = 128  # tokens of a stream, of a few thousand
ROWS = 32  # tokens of a sequence in attention, targets in a chunk of the head


def compute_type(device: torch.device, stored: torch.dtype) -> torch.dtype:
    """What autocast makes of numbers stored as `stored`."""
    if torch.is_autocast_enabled(device.type):
        return torch.get_autocast_dtype(device.type)
    return stored


def must_repeat(device: torch.device, dtype: torch.dtype) -> bool:
    """Whether each new size of a product costs."""
    return device.type == "cpu" and dtype == torch.bfloat16
