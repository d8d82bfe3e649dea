"""The text of `--version`: what results depend on, found without importing any of it."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from instructgpt_cli import __version__

GPUS = Path("/proc/driver/nvidia/gpus")


def version_lines() -> list[str]:
    """Names and versions of this program, Python, PyTorch and Transformers, and the device of `device: auto`."""
    return [
        f"instructgpt {__version__}",
        f"python {platform.python_version()}",
        *(f"{name} {_version(name)}" for name in ("torch", "transformers")),
        f"device {device()}",
    ]


def device() -> str:
    """The accelerator that the system has a driver for, else the CPU. Only PyTorch knows whether it can use it."""
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
