"""Layers are compiled once for all shapes; `train.compile: auto` compiles long runs on GPUs that can."""

import random
from collections.abc import Callable
from functools import partialmethod
from importlib.machinery import ModuleSpec

import kernels
import pytest
import torch
from torch.torch_version import TorchVersion
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import Batch, collate
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.model import compilation, lora, nf4, self_checks, varlen_attention
from instructgpt_cli.model.loss import padded_logits, summed_loss
from instructgpt_cli.recipe.schema import Lora

Build = Callable[..., PreTrainedModel]
SEQUENCES = [[(7 * i + 3 * n) % 320 for i in range(n)] for n in (40, 38, 21, 21, 9, 2)]
MASKS = [[int(i % 3 != 1) for i in range(len(s))] for s in SEQUENCES]
GPU = torch.device("cuda", 0)

pytestmark = [
    pytest.mark.filterwarnings("ignore:The .grad attribute"),  # which torch itself asks for and hides
    pytest.mark.filterwarnings("ignore:Guards may run slower"),  # on the very first Python 3.13
]


@pytest.fixture
def graphs(monkeypatch: pytest.MonkeyPatch) -> list[torch.fx.GraphModule]:
    """The graphs that are compiled, which run as they are."""
    found: list[torch.fx.GraphModule] = []

    def keep(graph: torch.fx.GraphModule, _: object) -> Callable[..., object]:
        found.append(graph)
        return graph.forward

    monkeypatch.setattr(torch.nn.Module, "compile", partialmethod(torch.nn.Module.compile, backend=keep))
    return found


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(varlen_attention, "DEVICES", ("cpu",))
    monkeypatch.setattr(varlen_attention, "KERNEL", varlen_attention.Kernel(kernels.opaque_kernel))


def test_compiled_layers_give_the_same_logits_and_keep_their_names(
    tiny_model: Build, graphs: list[torch.fx.GraphModule]
) -> None:
    model = tiny_model("llama")
    batches = [collate(zip(SEQUENCES[:n], MASKS[:n], strict=True)) for n in (2, 3, 6)]
    expected, names = [padded_logits(model, batch) for batch in batches], list(model.state_dict())
    compilation.compile_layers(model)
    assert list(model.state_dict()) == names
    for batch, logits in zip(batches, expected, strict=True):
        torch.testing.assert_close(padded_logits(model, batch), logits, rtol=1e-6, atol=1e-6)
    assert len(graphs) == 1, "the layers share their code"


def test_a_model_without_a_list_of_layers_cannot_be_compiled(tiny_model: Build) -> None:
    model = tiny_model("llama")
    del model.model.layers
    with pytest.raises(ModelError, match=r"train\.compile: llama has no list of layers"):
        compilation.compile_layers(model)


def random_batch(dice: random.Random) -> Batch:
    lengths = sorted((dice.randint(1, 40) for _ in range(dice.randint(1, 9))), reverse=True)
    return collate([([dice.randrange(320) for _ in range(n + 1)], [0] + [1] * n) for n in lengths])


def bf16() -> torch.autocast:
    return torch.autocast("cpu", torch.bfloat16)


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(
    ("checkpointing", "expected"),
    [(False, 2), pytest.param(True, 3, marks=pytest.mark.slow)],  # 3: without checkpoints
)
def test_200_shapes_and_a_validation_compile_a_fixed_number_of_graphs(
    tiny_model: Build, graphs: list[torch.fx.GraphModule], checkpointing: bool, expected: int
) -> None:
    """One graph for training and the others for validation, whatever the sizes of the batches."""
    model, dice = tiny_model("llama"), random.Random(0)
    if checkpointing:
        self_checks.enable_gradient_checkpointing(model)
    assert self_checks.use_best_attention(model, "packed") == (True, "")
    assert not self_checks.check_kernels(model, bf16)
    compilation.compile_layers(model.train())
    for _ in range(200):
        with bf16():
            loss = summed_loss(model, random_batch(dice), packed=True, chunked=True)
        loss.backward()  # type: ignore[no-untyped-call]
    assert len(graphs) == 1
    model.eval()
    with torch.no_grad(), bf16():
        for _ in range(10):
            summed_loss(model, random_batch(dice), packed=True, chunked=True)
    assert len(graphs) == expected


def test_grouped_attention_under_checkpointing_would_compile_nothing(
    tiny_model: Build, graphs: list[torch.fx.GraphModule]
) -> None:
    model, dice = tiny_model("llama"), random.Random(0)
    self_checks.enable_gradient_checkpointing(model)
    assert self_checks.use_best_attention(model, "packed") == (True, "")
    assert self_checks.check_kernels(model, bf16)
    compilation.compile_layers(model.train())
    summed_loss(model, random_batch(dice), packed=True, chunked=True).backward()  # type: ignore[no-untyped-call]
    if torch.__version__ >= compilation.OLDEST_TORCH:  # 2.11 compiles parts, and is refused all the same
        assert graphs == []
    compilation.refuse_nothing_to_compile(grouped=True, checkpointing=False)
    compilation.refuse_nothing_to_compile(grouped=False, checkpointing=True)
    with pytest.raises(UsageError, match=r"train\.compile: with train\.gradient_checkpointing, nothing is compiled"):
        compilation.refuse_nothing_to_compile(grouped=True, checkpointing=True)


@pytest.mark.usefixtures("kernel")
@pytest.mark.filterwarnings("ignore:.*should not be instantiated")  # torch itself does, as it traces the product
def test_layers_with_nf4_weights_compile_to_the_gradients_of_eager_ones(
    tiny_model: Build, graphs: list[torch.fx.GraphModule]
) -> None:
    pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    batch, found = collate(zip(SEQUENCES, MASKS, strict=True)), []
    for compiled in (False, True):
        model = tiny_model("llama", num_hidden_layers=4)
        lora.add(model, Lora(rank=4), seed=0)
        nf4.quantize(model, double_quantization=True)
        assert self_checks.use_best_attention(model, "packed") == (True, "")
        if compiled:
            compilation.compile_layers(model)
        with bf16():
            loss = summed_loss(model.train(), batch, packed=True, chunked=True)
        loss.backward()  # type: ignore[no-untyped-call]
        found.append([loss.detach(), *(p.grad for p in model.parameters() if p.requires_grad)])
    assert len(graphs) == 2, "the first layer's input needs no gradient; the others share their code"
    for eager, ours in zip(*found, strict=True):
        torch.testing.assert_close(ours, eager)


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """A GPU with Triton and a C compiler."""
    monkeypatch.setattr(torch, "__version__", TorchVersion("2.13.0"))
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: (8, 0))
    monkeypatch.setattr(compilation, "find_spec", lambda name: ModuleSpec(name, None))
    monkeypatch.setenv("CC", "cc")


@pytest.mark.usefixtures("gpu")
def test_auto_compiles_long_runs_on_a_gpu() -> None:
    assert compilation.pays(GPU, 100_000_000, 70_000_000, 0.0)
    assert not compilation.pays(GPU, 100_000_000, 60_000_000, 0.0)
    assert compilation.pays(GPU, 100_000_000, None, 600.0)
    assert not compilation.pays(GPU, 100_000_000, None, 599.0)
    assert not compilation.pays(torch.device("cpu"), 10**9, 10**9, 0.0)


@pytest.mark.usefixtures("gpu")
@pytest.mark.parametrize("lacks", ["triton", "compiler", "capability", "torch"])
def test_auto_compiles_only_where_it_can(monkeypatch: pytest.MonkeyPatch, lacks: str) -> None:
    if lacks == "triton":
        monkeypatch.setattr(compilation, "find_spec", lambda name: None)
    elif lacks == "compiler":
        monkeypatch.delenv("CC")
        monkeypatch.setattr(compilation.shutil, "which", lambda name: None)
    elif lacks == "torch":
        monkeypatch.setattr(torch, "__version__", TorchVersion("2.12.1+cu130"))
    else:
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: (6, 1))
    assert not compilation.pays(GPU, 10**9, 10**9, 0.0)
