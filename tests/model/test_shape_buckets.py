"""The dtype of products, and where their shapes should repeat."""

import pytest
import torch

from instructgpt_cli.model import shape_buckets

CPU = torch.device("cpu")


def test_without_autocast_products_have_the_stored_dtype() -> None:
    assert shape_buckets.compute_type(CPU, torch.float32) == torch.float32
    assert shape_buckets.compute_type(CPU, torch.bfloat16) == torch.bfloat16


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_autocast_decides(dtype: torch.dtype) -> None:
    with torch.autocast("cpu", dtype):
        assert shape_buckets.compute_type(CPU, torch.float32) == dtype
        with torch.autocast("cpu", enabled=False):
            assert shape_buckets.compute_type(CPU, torch.float32) == torch.float32


def test_autocast_of_another_device_does_not_count() -> None:
    with torch.autocast("cpu", torch.bfloat16):
        assert shape_buckets.compute_type(torch.device("cuda"), torch.float32) == torch.float32


@pytest.mark.parametrize(
    ("device", "dtype", "expected"),
    [("cpu", torch.bfloat16, True), ("cpu", torch.float32, False), ("cuda", torch.bfloat16, False)],
)
def test_shapes_repeat_in_bfloat16_on_a_cpu_only(device: str, dtype: torch.dtype, expected: bool) -> None:
    assert shape_buckets.must_repeat(torch.device(device), dtype) == expected
