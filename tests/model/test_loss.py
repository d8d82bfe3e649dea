"""Losses and gradients of packed and padded batches against a plain computation."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.model import packed_attention, self_checks
from instructgpt_cli.model.attention_support import UnsupportedAttention
from instructgpt_cli.model.loss import packed_logits, summed_loss, target_losses

Build = Callable[..., PreTrainedModel]
ARCHITECTURES = ("llama", "gpt2", "qwen3", "gemma3_text", "gpt_neox")
# Lengths around gemma3's window of 16, some of them equal: groups of one sequence and of several.
SEQUENCES = [[(7 * i + 3 * n) % 320 for i in range(n)] for n in (40, 38, 21, 21, 9, 2)]
MASKS = [[int(i % 3 != 1) for i in range(len(s))] for s in SEQUENCES]


def by_hand(model: PreTrainedModel, ids: list[int], mask: list[int]) -> torch.Tensor:
    """The target losses of one sequence, from Transformers' own attention and all logits."""
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([ids])).logits[0]
    losses = F.cross_entropy(logits[:-1], torch.tensor(ids[1:]), reduction="none")
    return losses[torch.tensor(mask[1:]).bool()]


def packed_model(build: Build, architecture: str) -> PreTrainedModel:
    model = build(architecture)
    assert self_checks.use_best_attention(model, "packed") == (True, "")
    return model


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_packed_losses_equal_those_of_each_sequence_alone(tiny_model: Build, architecture: str) -> None:
    plain, packed = tiny_model(architecture), packed_model(tiny_model, architecture)
    expected = torch.cat([by_hand(plain, ids, mask) for ids, mask in zip(SEQUENCES, MASKS, strict=True)])
    batch = collate(zip(SEQUENCES, MASKS, strict=True))
    with torch.no_grad():
        torch.testing.assert_close(target_losses(packed, batch, packed=True), expected, rtol=1e-5, atol=1e-5)
        torch.testing.assert_close(target_losses(plain, batch, packed=False), expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_gradients_do_not_depend_on_split_order_or_packing(tiny_model: Build, architecture: str) -> None:
    pairs = list(zip(SEQUENCES, MASKS, strict=True))
    count = sum(sum(mask[1:]) for mask in MASKS)

    def gradient(groups: list[list[tuple[list[int], list[int]]]], packed: bool) -> torch.Tensor:
        model = packed_model(tiny_model, architecture) if packed else tiny_model(architecture)
        for group in groups:
            (summed_loss(model, collate(group), packed=packed) / count).backward()
        return torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None])

    whole = gradient([pairs], packed=True)
    assert whole.norm() > 1e-3
    for other in (
        gradient([pairs[:2], pairs[2:5], pairs[5:]], packed=True),
        gradient([[pair] for pair in reversed(pairs)], packed=True),
        gradient([pairs[:3], pairs[3:]], packed=False),
    ):
        torch.testing.assert_close(other, whole, rtol=1e-4, atol=1e-6)


def test_a_packed_sequence_does_not_depend_on_its_neighbor(tiny_model: Build) -> None:
    model = packed_model(tiny_model, "llama")
    mine, mask = SEQUENCES[2], MASKS[2]
    with torch.no_grad():
        first = packed_logits(model, collate([(SEQUENCES[0], MASKS[0]), (mine, mask)]))
        second = packed_logits(model, collate([([5] * 40, MASKS[0]), (mine, mask)]))
    places = sum(MASKS[0][1:])
    torch.testing.assert_close(first[places:], second[places:], rtol=0, atol=1e-6)
    assert not torch.allclose(first[:places], second[:places])


def test_a_batch_without_targets_has_a_zero_loss_with_a_graph(tiny_model: Build) -> None:
    for packed in (True, False):
        model = packed_model(tiny_model, "llama") if packed else tiny_model("llama")
        loss = summed_loss(model, collate([([1, 2, 3], [0, 0, 0])]), packed=packed)
        loss.backward()
        assert loss.item() == 0.0
        assert all(p.grad is None or not p.grad.any() for p in model.parameters())


def test_tokens_after_the_last_target_are_not_fed() -> None:
    batch = collate([([10, 11, 12, 13, 14], [0, 0, 1, 0, 0]), ([20, 21], [1, 1])])
    assert batch.input_ids.tolist() == [10, 11, 20]
    assert batch.position_ids.tolist() == [0, 1, 0]
    assert batch.target_positions.tolist() == [1, 2]
    assert batch.target_ids.tolist() == [12, 21]
    assert (batch.lengths, batch.target_counts) == ((2, 1), (1, 1))


def test_unsupported_attention_features_raise() -> None:
    t = torch.zeros(1, 1, 3, 4)
    with pytest.raises(UnsupportedAttention, match="softcap"):
        packed_attention.packed_attention(
            torch.nn.Module(), t, t, t, None, packing=packed_attention.PackedLayout([3], t.device), softcap=5.0
        )
    with pytest.raises(UnsupportedAttention, match="packed batch"):
        packed_attention.packed_attention(torch.nn.Module(), t, t, t, None)


class Widths:
    """Records the shapes of the ids that a model gets."""

    def __init__(self, model: torch.nn.Module) -> None:
        self.seen: list[tuple[int, ...]] = []
        model.get_input_embeddings().register_forward_hook(lambda _, given, __: self.seen.append((*given[0].shape,)))


@pytest.mark.parametrize(
    ("architecture", "limits", "expected"),
    [("gpt2", {}, 64), ("gpt2", {"n_positions": 45}, 45), ("phi3", {}, 44)],
)
def test_in_bfloat16_widths_of_rectangles_are_rounded_up(
    tiny_model: Build, architecture: str, limits: dict[str, Any], expected: int
) -> None:
    """But not past the model's positions, or LongRoPE's border."""
    model = tiny_model(architecture, **limits)
    widths = Widths(model)
    batch = collate(zip(SEQUENCES, MASKS, strict=True))
    exact = target_losses(model, batch, packed=False).detach()
    with torch.autocast("cpu", torch.bfloat16):
        losses = target_losses(model, batch, packed=False).detach()
    assert widths.seen == [(6, max(batch.lengths)), (6, expected)]
    torch.testing.assert_close(losses, exact, rtol=2e-2, atol=2e-2)
