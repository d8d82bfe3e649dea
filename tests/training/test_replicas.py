"""That all ranks hold the same weights is proved at every checkpoint."""

import pytest
import torch
from processes import on_ranks

from instructgpt_cli.errors import ExitCode, NumericsError
from instructgpt_cli.training import replicas
from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.replicas import digest, refuse_different


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.float64, torch.int64, torch.bool])
def test_any_change_changes_the_digest(dtype: torch.dtype, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replicas, "CHUNK", 7)
    values = torch.randn(4, 5, generator=torch.Generator().manual_seed(0)).mul(9).to(dtype)
    before = digest(values)
    assert digest(values.clone()) == before
    bits = values.view(torch.uint8)
    for place in range(bits.numel()):
        for bit in range(8 if dtype != torch.bool else 1):
            bits.view(-1)[place] ^= 1 << bit
            assert digest(values) != before
            bits.view(-1)[place] ^= 1 << bit
    distinct = torch.arange(20).to(dtype)
    if dtype != torch.bool:
        swapped = distinct.clone()
        swapped[[3, 17]] = distinct[[17, 3]]
        assert digest(swapped) != digest(distinct)


def test_the_digest_of_a_transposed_tensor_is_that_of_its_elements() -> None:
    rows = torch.randn(3, 4)
    assert digest(rows.T) == digest(rows.T.contiguous()) != digest(rows)
    assert digest(torch.tensor(2.5)) == digest(torch.tensor([2.5]))


def comparing(group: ProcessGroup) -> None:
    tensors = {"head": torch.zeros(3), "layer.weight": torch.arange(4.0)}
    refuse_different(tensors, group, 7)
    refuse_different({}, group, 7)
    if group.rank == 1:
        tensors["layer.weight"][2] += 1e-6
    with pytest.raises(NumericsError, match=r"^step 7: rank 1 has another layer.weight than rank 0$"):
        refuse_different(tensors, group, 7)
    refuse_different(tensors, group, 7)


def test_a_rank_with_other_weights_ends_the_run_on_every_rank() -> None:
    assert on_ranks(comparing) == [ExitCode.NUMERICS] * 2


def test_one_process_has_nothing_to_compare_with() -> None:
    refuse_different({"weight": torch.ones(1)}, ProcessGroup(), 1)
