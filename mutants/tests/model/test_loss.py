"""The loss and the packed attention, against plain computations of the same thing."""

from collections.abc import Callable
from functools import partialmethod
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.errors import ModelError
from instructgpt_cli.inference.decode_state import is_decoding_exact
from instructgpt_cli.inference.ragged import RaggedState
from instructgpt_cli.model import packed_attention, self_checks
from instructgpt_cli.model.loss import packed_logits, padded_logits, summed_loss, target_losses
from instructgpt_cli.model.self_checks import is_packing_exact

Build = Callable[..., PreTrainedModel]
ARCHITECTURES = ("llama", "gpt2", "qwen3", "gemma3_text", "gpt_neox")
# Lengths around gemma3's window of 16, some of them equal, so that both kinds of attention group occur.
SEQUENCES = [[(7 * i + 3 * n) % 320 for i in range(n)] for n in (40, 38, 21, 21, 9, 2)]
MASKS = [[int(i % 3 != 1) for i in range(len(s))] for s in SEQUENCES]


def by_hand(model: PreTrainedModel, ids: list[int], mask: list[int]) -> torch.Tensor:
    """The target losses of one sequence by way of Transformers' own attention and all logits."""
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([ids])).logits[0]
    losses = F.cross_entropy(logits[:-1], torch.tensor(ids[1:]), reduction="none")
    return losses[torch.tensor(mask[1:]).bool()]


def packed_model(build: Build, architecture: str) -> PreTrainedModel:
    model = build(architecture)
    assert self_checks.use_best_attention(model, "packed") == (True, "")
    return model


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_packed_losses_are_those_of_each_sequence_alone(tiny_model: Build, architecture: str) -> None:
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


def test_changing_a_neighbour_changes_nothing(tiny_model: Build) -> None:
    model = packed_model(tiny_model, "llama")
    mine, mask = SEQUENCES[2], MASKS[2]
    with torch.no_grad():
        first = packed_logits(model, collate([(SEQUENCES[0], MASKS[0]), (mine, mask)]))
        second = packed_logits(model, collate([([5] * 40, MASKS[0]), (mine, mask)]))
    places = sum(MASKS[0][1:])
    torch.testing.assert_close(first[places:], second[places:], rtol=0, atol=1e-6)
    assert not torch.allclose(first[:places], second[:places])


def test_a_batch_without_targets_is_a_connected_zero(tiny_model: Build) -> None:
    for packed in (True, False):
        model = packed_model(tiny_model, "llama") if packed else tiny_model("llama")
        loss = summed_loss(model, collate([([1, 2, 3], [0, 0, 0])]), packed=packed)
        loss.backward()
        assert loss.item() == 0.0
        assert all(p.grad is None or not p.grad.any() for p in model.parameters())


def test_what_follows_the_last_target_is_not_computed() -> None:
    batch = collate([([10, 11, 12, 13, 14], [0, 0, 1, 0, 0]), ([20, 21], [1, 1])])
    assert batch.input_ids.tolist() == [10, 11, 20]
    assert batch.position_ids.tolist() == [0, 1, 0]
    assert batch.target_positions.tolist() == [1, 2]
    assert batch.target_ids.tolist() == [12, 21]
    assert (batch.lengths, batch.target_counts) == ((2, 1), (1, 1))


def test_an_architecture_that_looks_along_the_stream_is_found_out(tiny_model: Build) -> None:
    model = tiny_model("llama")
    assert self_checks.use_best_attention(model, "auto") == (True, "")

    class Leaky(torch.nn.Module):  # a convolution over the stream: the same family of fault as a recurrent state
        def __init__(self, inner: torch.nn.Module) -> None:
            super().__init__()
            self.inner = inner

        def forward(self, hidden: torch.Tensor) -> torch.Tensor:
            out: torch.Tensor = self.inner(hidden)
            return out + 0.5 * out.roll(1, dims=1)

    model.model.layers[0].mlp = Leaky(model.model.layers[0].mlp)
    exact, why = is_packing_exact(model, 320)
    assert not exact
    assert why


@pytest.mark.parametrize("architecture", ["llama4_text", "phimoe"])
def test_a_window_that_only_the_mask_knows_is_found_out_before_any_row_is_that_long(
    tiny_model: Build, architecture: str
) -> None:
    model = tiny_model(architecture)
    packed, why = self_checks.use_best_attention(model, "auto")
    assert not packed
    assert "its mask has a window of 16 tokens, its attention one of None" in why
    exact, why = is_decoding_exact(RaggedState, model)
    assert not exact
    assert "window" in why
    assert self_checks.use_best_attention(tiny_model("gemma3_text"), "auto") == (True, "")
    assert is_decoding_exact(RaggedState, tiny_model("gemma3_text")) == (True, "")


def test_unknown_features_are_refused_not_ignored() -> None:
    t = torch.zeros(1, 1, 3, 4)
    with pytest.raises(packed_attention.UnsupportedAttention, match="softcap"):
        packed_attention.packed_attention(
            torch.nn.Module(), t, t, t, None, packing=packed_attention.PackedLayout([3], t.device), softcap=5.0
        )
    with pytest.raises(packed_attention.UnsupportedAttention, match="packed batch"):
        packed_attention.packed_attention(torch.nn.Module(), t, t, t, None)


def test_models_keep_their_own_attention_where_packing_is_off(tiny_model: Build) -> None:
    model = tiny_model("llama")
    before = model.config._attn_implementation
    assert self_checks.use_best_attention(model, "sdpa") == (False, "")
    assert model.config._attn_implementation == before
    assert self_checks.use_best_attention(model, "auto") == (True, "")
    with self_checks.own_attention(model):
        model.generate(torch.tensor([[1, 2, 3]]), max_new_tokens=2, do_sample=False)
    assert model.config._attn_implementation == packed_attention.PACKED
    with torch.no_grad():
        padded_logits(tiny_model("llama"), collate([([1, 2, 3], [0, 1, 1])]))


@pytest.mark.filterwarnings("ignore:The .grad attribute")  # which torch itself asks for and hides
@pytest.mark.filterwarnings("ignore:Guards may run slower")  # on the very first Python 3.13
def test_compiled_layers_give_the_same_logits_and_keep_their_names(
    tiny_model: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tiny_model("llama")
    batches = [collate(zip(SEQUENCES[:n], MASKS[:n], strict=True)) for n in (2, 3, 6)]
    expected, names = [padded_logits(model, batch) for batch in batches], list(model.state_dict())
    compiled: list[torch.fx.GraphModule] = []

    def keep(graph: torch.fx.GraphModule, _: object) -> Callable[..., object]:
        compiled.append(graph)
        return graph.forward

    monkeypatch.setattr(torch.nn.Module, "compile", partialmethod(torch.nn.Module.compile, backend=keep))
    self_checks.compile_layers(model)
    assert list(model.state_dict()) == names
    for batch, logits in zip(batches, expected, strict=True):
        torch.testing.assert_close(padded_logits(model, batch), logits, rtol=1e-6, atol=1e-6)
    assert len(compiled) == 1, "the layers share their code"


def test_a_model_without_layers_cannot_be_compiled(tiny_model: Build) -> None:
    model = tiny_model("llama")
    del model.model.layers
    with pytest.raises(ModelError, match=r"train\.compile: llama has no list of layers"):
        self_checks.compile_layers(model)


class Widths:
    """The shapes of the ids that a model is given."""

    def __init__(self, model: torch.nn.Module) -> None:
        self.seen: list[tuple[int, ...]] = []
        model.get_input_embeddings().register_forward_hook(lambda _, given, __: self.seen.append((*given[0].shape,)))


@pytest.mark.parametrize(
    ("architecture", "limits", "expected"),
    [("gpt2", {}, 64), ("gpt2", {"n_positions": 45}, 45), ("phi3", {}, 44)],
)
def test_in_bfloat16_rectangles_have_widths_that_come_again(
    tiny_model: Build, architecture: str, limits: dict[str, Any], expected: int
) -> None:
    """New ones cost; but a model has no more positions than it has, and beyond a border they would be others."""
    model = tiny_model(architecture, **limits)
    widths = Widths(model)
    batch = collate(zip(SEQUENCES, MASKS, strict=True))
    exact = target_losses(model, batch, packed=False).detach()
    with torch.autocast("cpu", torch.bfloat16):
        losses = target_losses(model, batch, packed=False).detach()
    assert widths.seen == [(6, max(batch.lengths)), (6, expected)]
    torch.testing.assert_close(losses, exact, rtol=2e-2, atol=2e-2)
