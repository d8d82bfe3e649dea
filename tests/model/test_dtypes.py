"""Names of dtypes, and the dtype of answers."""

import pytest
import torch

from instructgpt_cli.model import dtypes

FP32, BF16, FP16 = torch.float32, torch.bfloat16, torch.float16


def test_each_dtype_has_a_name() -> None:
    assert [dtypes.name_of(dtype) for dtype in (FP32, BF16, FP16)] == ["fp32", "bf16", "fp16"]


@pytest.mark.parametrize(
    ("device", "is_faster", "expected"),
    [
        ("cpu", True, {FP32: FP32, BF16: FP32, FP16: FP32}),
        ("cuda", True, {FP32: BF16, BF16: BF16, FP16: FP16}),
        ("cuda", False, {FP32: FP32, BF16: BF16, FP16: FP16}),
        ("mps", False, {FP32: FP32, BF16: BF16, FP16: FP16}),
    ],
)
def test_auto_is_the_fastest_of_a_gpu_that_keeps_the_weights_and_float32_on_a_cpu(
    device: str, is_faster: bool, expected: dict[torch.dtype, torch.dtype], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dtypes, "is_faster_in_bf16", lambda _: is_faster)
    place = torch.device(device)
    assert {stored: dtypes.for_answers("auto", place, stored) for stored in expected} == expected
    for stored in expected:
        assert dtypes.for_answers("bf16", place, stored) == BF16
        assert dtypes.for_answers("fp32", place, stored) == FP32


@pytest.mark.parametrize(("capability", "is_faster"), [((7, 5), False), ((8, 0), True), ((9, 0), True)])
def test_a_gpu_is_faster_in_bfloat16_from_ampere_on(
    capability: tuple[int, int], is_faster: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: capability)
    assert dtypes.is_faster_in_bf16(torch.device("cuda")) == is_faster
    assert not dtypes.is_faster_in_bf16(torch.device("mps"))


@pytest.mark.parametrize(
    ("facts", "is_faster"),
    [
        ("vendor_id: GenuineIntel flags: avx512_bf16", False),
        ("vendor_id: GenuineIntel flags: avx512_bf16 amx_bf16", True),
        ("vendor_id: AuthenticAMD flags: avx512_bf16", True),
        ("vendor_id: AuthenticAMD flags: avx2", False),
    ],
)
def test_a_cpu_is_faster_in_bfloat16_with_amx_and_with_that_of_amd(
    facts: str, is_faster: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dtypes.Path, "read_text", lambda *_, **__: facts)
    assert dtypes.is_faster_in_bf16(torch.device("cpu")) == is_faster
