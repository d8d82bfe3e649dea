"""Losses of rows against the model's own, one row at a time."""

from collections.abc import Callable

import pytest
import torch
import torch.nn.functional as F
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedModel

from instructgpt_cli.evaluation import likelihood
from instructgpt_cli.evaluation.likelihood import MaskedIds, summed_losses
from instructgpt_cli.model import self_checks


@pytest.fixture(scope="module")
def model() -> LlamaForCausalLM:
    torch.manual_seed(0)
    sizes = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
    return LlamaForCausalLM(LlamaConfig(vocab_size=100, **sizes)).eval()


def sequences() -> list[MaskedIds]:
    generator = torch.Generator().manual_seed(1)
    made: list[MaskedIds] = []
    for length in (5, 40, 2, 17, 17, 300):
        ids = torch.randint(0, 100, (length,), generator=generator).tolist()
        made.append((ids, torch.randint(0, 2, (length,), generator=generator).tolist()))
    made.append(([4, 5, 6], [1, 0, 0]))  # the first token is predicted from nothing: no target
    return made


def alone(model: LlamaForCausalLM, ids: list[int], mask: list[int]) -> float:
    with torch.inference_mode():
        logits = model(torch.tensor([ids])).logits[0, :-1]
    each = F.cross_entropy(logits, torch.tensor(ids[1:]), reduction="none")
    return float((each * torch.tensor(mask[1:])).sum())


@pytest.mark.parametrize("attention", ["sdpa", "packed"])
@pytest.mark.parametrize("most", [64, 8192])
def test_losses_are_those_of_each_row_alone(
    model: LlamaForCausalLM, monkeypatch: pytest.MonkeyPatch, attention: str, most: int
) -> None:
    monkeypatch.setattr(likelihood, "LEAST_TOKENS", 1)
    monkeypatch.setattr(likelihood, "MOST_TOKENS", most)
    expected = [alone(model, list(ids), list(mask)) for ids, mask in sequences()]
    done: list[int] = []
    packed, _ = self_checks.use_best_attention(model, attention)
    try:
        found = summed_losses(model, sequences(), packed=packed, on_done=done.append)
    finally:
        model.set_attn_implementation("sdpa")
    assert packed == (attention == "packed")
    assert found == pytest.approx(expected, rel=1e-5)
    assert found[-1] == 0
    assert sum(done) == len(found)


@pytest.mark.parametrize("attention", ["sdpa", "packed"])
def test_a_row_does_not_depend_on_whether_its_neighbours_are_long(
    tiny_model: Callable[..., PreTrainedModel], attention: str
) -> None:
    model = tiny_model("phi3", initializer_range=0.5)
    packed, _ = self_checks.use_best_attention(model, attention)
    rows: list[MaskedIds] = [([(7 * i + n) % 300 for i in range(n)], [1] * n) for n in (60, 10, 44, 45, 46, 47)]
    rows.append((rows[0][0], [1] * 20 + [0] * 40))  # long, but no more than a short part of it is fed
    together = summed_losses(model, rows, packed=packed)
    apart = [summed_losses(model, [row], packed=packed)[0] for row in rows]
    assert together == pytest.approx(apart, rel=1e-5)


def test_no_more_logits_are_held_than_fit(model: LlamaForCausalLM, monkeypatch: pytest.MonkeyPatch) -> None:
    shapes: list[int] = []
    real = likelihood.target_losses

    def watched(model, batch, *, packed, chunked):  # type: ignore[no-untyped-def]
        shapes.append(batch.targets)
        return real(model, batch, packed=packed, chunked=chunked)

    monkeypatch.setattr(likelihood, "target_losses", watched)
    monkeypatch.setattr(likelihood, "LEAST_TOKENS", 1)
    monkeypatch.setattr(likelihood, "LOGITS", 100 * 50)
    summed_losses(model, [([1] * 20, [1] * 20)] * 10, packed=False)
    assert max(shapes) <= 50


def test_padding_counts_where_rows_are_padded(model: LlamaForCausalLM, monkeypatch: pytest.MonkeyPatch) -> None:
    """One long row beside many short ones would make a rectangle of many times their tokens."""
    shapes: list[torch.Size] = []
    hook = model.model.register_forward_pre_hook(
        lambda _module, _args, given: shapes.append(given["input_ids"].shape), with_kwargs=True
    )
    monkeypatch.setattr(likelihood, "MOST_TOKENS", 512)
    summed_losses(model, [([1] * n, [1] * n) for n in (301, *[3] * 200)], packed=False)
    hook.remove()
    assert sum(rows for rows, _ in shapes) == 201
    assert max(shape.numel() for shape in shapes) <= 512


@pytest.mark.parametrize("attention", ["sdpa", "packed"])
@pytest.mark.parametrize("chunked", [False, True])
def test_the_head_sees_targets_only_and_a_few_at_a_time(
    model: LlamaForCausalLM, monkeypatch: pytest.MonkeyPatch, attention: str, chunked: bool
) -> None:
    """Logits are the largest thing there is: rows of them at once, and in all."""
    import instructgpt_cli.model.chunked_cross_entropy as head

    seen: list[int] = []
    linear = F.linear

    def counted(rows: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor | None = None) -> torch.Tensor:
        if len(weight) == 100:
            seen.append(rows.shape[:-1].numel())
        return linear(rows, weight, bias)

    packed, _ = self_checks.use_best_attention(model, attention)
    monkeypatch.setattr(F, "linear", counted)
    monkeypatch.setattr(head, "CHUNK_NUMBERS", {"cpu": 100 * 64})
    try:
        summed_losses(model, sequences(), packed=packed, chunked=chunked)
    finally:
        model.set_attn_implementation("sdpa")
    targets = sum(sum(mask[1:]) for _, mask in sequences())
    assert sum(seen) == targets
    if chunked:
        assert max(seen) == 64
