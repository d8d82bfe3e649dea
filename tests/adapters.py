"""Models with adapters, for tests of adapters."""

import torch
from transformers import PreTrainedModel


@torch.no_grad()
def move_trainable(model: PreTrainedModel) -> None:
    """Add the same random values to the trainable weights each time, as if they had been trained."""
    generator = torch.Generator().manual_seed(1)
    for p in model.parameters():
        if p.requires_grad:
            p += 0.1 * torch.randn(p.shape, generator=generator)
