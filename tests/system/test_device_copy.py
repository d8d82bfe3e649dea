"""Copies to a device: pinned for a GPU, none on a CPU."""

from typing import Any, cast

import torch
from torch import Tensor

from instructgpt_cli.system.device_copy import copy_to


class HostTensor:
    """Records how it is copied."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def pin_memory(self) -> "HostTensor":
        self.calls.append("pin")
        return self

    def to(self, device: torch.device, **options: Any) -> "HostTensor":
        self.calls.append(f"to {device} {options}")
        return self


def calls(device: str) -> list[str]:
    tensor = HostTensor()
    copy_to(cast("Tensor", tensor), torch.device(device))
    return tensor.calls


def test_a_tensor_is_pinned_before_its_copy_to_a_gpu() -> None:
    assert calls("cuda:1") == ["pin", "to cuda:1 {'non_blocking': True}"]
    assert calls("mps") == ["to mps {'non_blocking': True}"]


def test_a_tensor_on_a_cpu_is_not_copied() -> None:
    assert calls("cpu") == []
