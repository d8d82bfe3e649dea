"""The device that a recipe names, and the CPU's threads and memory."""

import pytest
import torch

from instructgpt_cli.errors import UsageError
from instructgpt_cli.model import device


def test_an_unavailable_device_is_refused() -> None:
    if not torch.cuda.is_available():
        with pytest.raises(UsageError, match="cuda is not available here"):
            device.choose_device("cuda")
    assert device.choose_device("cpu") == torch.device("cpu")


@pytest.mark.parametrize(("accelerator", "expected"), [("cuda", "cuda"), ("mps", "mps"), ("xpu", "cpu"), (None, "cpu")])
def test_auto_is_the_accelerator_if_there_is_a_supported_one(
    accelerator: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = torch.device(accelerator) if accelerator else None
    monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda check_available: found)
    assert device.choose_device("auto").type == expected


@pytest.mark.parametrize(("name", "kept"), [("cpu", True), ("meta", False)])
def test_the_cpu_gets_the_threads_of_the_recipe_and_keeps_freed_memory(
    name: str, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    monkeypatch.setattr(device.allocator, "keep_freed_memory", lambda: done.append("kept"))
    monkeypatch.setattr(torch, "set_num_threads", done.append)
    device.prepare_cpu(torch.device(name), 3)
    device.prepare_cpu(torch.device(name), None)
    assert done == (["kept", 3, "kept"] if kept else [3])
