"""Dtypes by their names in a recipe, which of them a device is fast in, and which answers are computed in."""

from pathlib import Path

import torch

FORMATS = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}


def name_of(dtype: torch.dtype) -> str:
    """Return the name of a dtype in a recipe."""
    return next(name for name, known in FORMATS.items() if known == dtype)


def is_faster_in_bf16(device: torch.device) -> bool:
    """Intel's AVX-512 multiplies bfloat16 no faster than float32, and oneDNN at half the rate; AMX and AMD's AVX-512
    are faster."""
    if device.type == "cuda":
        return torch.cuda.get_device_capability(device) >= (8, 0)
    if device.type == "cpu":
        try:
            facts = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        except OSError:
            return False
        return "amx_bf16" in facts or ("avx512_bf16" in facts and "AuthenticAMD" in facts)
    return False


def for_answers(name: str, device: torch.device, stored: torch.dtype) -> torch.dtype:
    """Return the dtype for `generate.precision: auto | fp32 | bf16` of a model with weights stored as `stored`.

    `auto` is float32 on a CPU. On a GPU it keeps 16-bit weights as they are, and casts float32 ones to bfloat16 if the
    GPU computes in it.
    """
    if name != "auto":
        return FORMATS[name]
    if device.type == "cpu":
        return torch.float32
    return torch.bfloat16 if stored == torch.float32 and is_faster_in_bf16(device) else stored
