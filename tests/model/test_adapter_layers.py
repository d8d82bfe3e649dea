"""The layers that PEFT wraps, and the names that their parameters have in the base model."""

from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.model import lora
from instructgpt_cli.model.adapter_layers import adapted_layers, is_of_adapter, is_plain, own_name, weight_of
from instructgpt_cli.recipe.schema import Lora

Build = Callable[..., PreTrainedModel]


class TopTwo(nn.Linear):
    """A router that also chooses."""

    def forward(self, input: Tensor) -> Tensor:
        return super().forward(input).topk(2).values


class Scaled(nn.Linear):
    def forward(self, input: Tensor) -> Tensor:
        return 2 * super().forward(input)


class Pair(nn.Linear):
    def forward(self, input: Tensor) -> tuple[Tensor, Tensor]:  # type: ignore[override]
        return super().forward(input), input


class Stateful(nn.Linear):
    def forward(self, input: Tensor) -> Tensor:
        raise ValueError("call begin() first")


class Rewritten(nn.Linear):
    """As Falcon's: another way to write the same product."""

    def forward(self, input: Tensor) -> Tensor:
        product = input @ self.weight.T
        return product if self.bias is None else product + self.bias


def test_a_model_has_no_adapted_layers_before_adapters_are_added(tiny_model: Build) -> None:
    assert adapted_layers(tiny_model("llama")) == []


def test_the_adapted_layers_are_those_of_the_targets(tiny_model: Build) -> None:
    model = tiny_model("llama")
    lora.add(model, Lora(targets=("v_proj",)), seed=0)
    found = adapted_layers(model)
    assert [name for name, _ in found] == [f"model.layers.{n}.self_attn.v_proj" for n in (0, 1)]
    assert {weight_of(layer) for _, layer in found} == {"weight"}


def test_each_parameter_of_experts_has_a_wrapper_of_its_own(tiny_model: Build) -> None:
    model = tiny_model("mixtral")
    lora.add(model, Lora(targets=("experts.gate_up_proj", "experts.down_proj")), seed=0)
    first = {name: weight_of(layer) for name, layer in adapted_layers(model) if ".0." in name}
    assert sorted(first.values()) == ["down_proj", "gate_up_proj"]
    assert {own_name(name) for name in first} == {"model.layers.0.mlp.experts"}
    outer, inner = sorted(first, key=len)
    assert inner == f"{outer}.base_layer"


@pytest.mark.parametrize("architecture", ["llama", "gpt2", "mixtral"])
def test_own_names_are_the_names_of_the_base_model(tiny_model: Build, architecture: str) -> None:
    model = tiny_model(architecture)
    before = {name for name, _ in model.named_parameters()}
    lora.add(model, Lora(), seed=0)
    after = [name for name, _ in model.named_parameters()]
    assert not before & {name for name in after if ".base_layer" in name}
    assert {own_name(name) for name in after if not is_of_adapter(name)} == before
    assert {name for name, p in model.named_parameters() if p.requires_grad} == set(filter(is_of_adapter, after))


@pytest.mark.parametrize(
    ("kind", "plain"),
    [(nn.Linear, True), (Rewritten, True), (TopTwo, False), (Scaled, False), (Pair, False), (Stateful, False)],
)
@pytest.mark.parametrize("bias", [True, False])
def test_a_plain_layer_is_one_that_computes_the_product(kind: type[nn.Linear], plain: bool, bias: bool) -> None:
    torch.manual_seed(0)
    assert is_plain(kind(8, 4, bias=bias)) == plain
