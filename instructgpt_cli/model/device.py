"""The device that a model computes on."""

import torch

from instructgpt_cli.errors import UsageError
from instructgpt_cli.system import allocator


def choose_device(name: str) -> torch.device:
    """Return the device that a recipe names; `auto` is the accelerator if there is one, else the CPU."""
    if name == "auto":
        accelerator = torch.accelerator.current_accelerator(check_available=True)
        return torch.device(accelerator.type if accelerator and accelerator.type in ("cuda", "mps") else "cpu")
    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if not available[name]:
        raise UsageError(
            f"device: {name} is not available here", "Use device: auto, or install the torch build for it."
        )
    return torch.device(name)


def prepare_cpu(device: torch.device, threads: int | None) -> None:
    """Set torch's number of threads, if given; for the CPU as `device`, keep freed memory for reuse. Call before a
    model is loaded."""
    if device.type == "cpu":
        allocator.keep_freed_memory()
    if threads:
        torch.set_num_threads(threads)
