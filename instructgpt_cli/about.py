"""What `--version` says: everything that a result depends on, read without importing any of it."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from instructgpt_cli import __version__

GPUS = Path("/proc/driver/nvidia/gpus")


def lines() -> list[str]:
    """`name version` of the program, Python, PyTorch and Transformers, and the device that `device: auto` finds."""
    return [
        f"instructgpt {__version__}",
        f"python {platform.python_version()}",
        *(f"{name} {_version(name)}" for name in ("torch", "transformers")),
        f"device {device()}",
    ]


def device() -> str:
    """The accelerator that the system has a driver for, by name, or the processor. Whether this PyTorch can use it,
    only PyTorch knows."""
    names = [name for file in GPUS.glob("*/information") if (name := _model(file))]
    if names and os.environ.get("CUDA_VISIBLE_DEVICES") != "":
        return f"cuda ({len(names)} x {names[0]})"
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return "mps"
    return f"cpu ({os.cpu_count()} cores)"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is not installed"


def _model(file: Path) -> str:
    try:
        facts = dict(line.partition(":")[::2] for line in file.read_text("utf-8", errors="replace").splitlines())
    except OSError:
        return ""
    return facts.get("Model", "").strip()
