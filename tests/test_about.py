"""`--version`: the device, from what the driver reports, and missing packages."""

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from instructgpt_cli import about


def test_the_device_is_the_gpu_with_a_driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "GPUS", tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    assert about.device().startswith("cpu (")
    for bus in ("0000:01:00.0", "0000:02:00.0"):
        (tmp_path / bus).mkdir()
        (tmp_path / bus / "information").write_text("Model: \t\t NVIDIA H200\nIRQ:   \t\t 12\n")
    assert about.device() == "cuda (2 x NVIDIA H200)"
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert about.device().startswith("cpu (")


def test_a_missing_package_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(about, "version", missing)
    assert "transformers is not installed" in about.version_lines()
