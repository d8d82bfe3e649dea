"""The variable-length kernel is used where it is right, with a stand-in of its signature on a CPU."""

import inspect
from collections.abc import Callable, Iterator
from functools import partialmethod
from itertools import pairwise

import pytest
import torch
from kernels import opaque_kernel, reference
from torch import Tensor
from transformers import PreTrainedModel

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.model import compilation, packed_attention, self_checks, varlen_attention
from instructgpt_cli.model.loss import summed_loss

Build = Callable[..., PreTrainedModel]
Kernel = Callable[..., Tensor]
SEQUENCES = [[(7 * i + 3 * n) % 320 for i in range(n)] for n in (40, 38, 21, 21, 9, 2)]


class Stand:
    """`varlen_attn` as torch documents it, on any device; `fault` makes it wrong."""

    def __init__(self, fault: str = "") -> None:
        self.fault, self.calls = fault, 0

    def __call__(
        self,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        cu_seq_q: Tensor,
        cu_seq_k: Tensor,
        max_q: int,
        max_k: int,
        *,
        scale: float | None = None,
        window_size: tuple[int, int] = (-1, -1),
        enable_gqa: bool = False,
    ) -> Tensor:
        self.calls += 1
        if self.fault == "raises":
            raise RuntimeError("FlashAttention only supports Ampere GPUs or newer")
        assert cu_seq_q.dtype == cu_seq_k.dtype == torch.int32
        ends = cu_seq_q.tolist()
        assert max_q == max_k == max(b - a for a, b in pairwise(ends))
        assert window_size[1] == 0  # causal
        assert enable_gqa == (query.shape[1] != key.shape[1])
        if self.fault == "no boundaries":
            ends = [0, ends[-1]]
        back = window_size[0] + (1 if self.fault == "window" and window_size[0] >= 0 else 0)
        out = reference(query, key, value, ends, None if self.fault == "scale" else scale, back)
        if self.fault == "gradient":
            out = out.detach() + 0.9 * (out - out.detach())
        return out


def without_gqa(query: Tensor, key: Tensor, value: Tensor, cu_q: Tensor, cu_k: Tensor, max_q: int, max_k: int, *,
                scale: float | None = None, window_size: tuple[int, int] = (-1, -1)) -> Tensor:  # fmt: skip
    assert query.shape == key.shape == value.shape
    return reference(query, key, value, cu_q.tolist(), scale, window_size[0])


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Kernel | None], None]]:
    monkeypatch.setattr(varlen_attention, "DEVICES", ("cpu",))

    def set_kernel(kernel: Kernel | None) -> None:
        varlen_attention._check.cache_clear()
        monkeypatch.setattr(varlen_attention, "KERNEL", kernel and varlen_attention.Kernel(kernel))

    yield set_kernel
    varlen_attention._check.cache_clear()


def heads(dtype: torch.dtype = torch.bfloat16, count: int = 4, shared: int = 2) -> tuple[Tensor, Tensor]:
    return torch.zeros(3, count, 16, dtype=dtype), torch.zeros(3, shared, 16, dtype=dtype)


def losses_and_gradient(model: PreTrainedModel) -> tuple[Tensor, Tensor]:
    masks = [[int(i % 3 != 1) for i in range(len(s))] for s in SEQUENCES]
    with torch.autocast("cpu", torch.bfloat16):
        loss = summed_loss(model, collate(zip(SEQUENCES, masks, strict=True)), packed=True)
    loss.backward()
    return loss.detach(), torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None])


@pytest.mark.parametrize("architecture", ["llama", "qwen3", "gemma3_text"])  # shared keys, windows of 16
@pytest.mark.parametrize("kernel", [Stand(), without_gqa])
def test_loss_and_gradient_equal_those_of_grouped_attention(
    tiny_model: Build, use: Callable[[Kernel | None], None], architecture: str, kernel: Kernel
) -> None:
    use(kernel)
    found = {}
    for setting in ("packed", "grouped"):
        model = tiny_model(architecture)
        assert self_checks.use_best_attention(model, setting) == (True, "")
        before = getattr(kernel, "calls", 0)
        found[setting] = losses_and_gradient(model)
        if isinstance(kernel, Stand):
            assert (kernel.calls > before) == (setting == "packed")
    (loss, gradient), (expected, grouped) = found["packed"], found["grouped"]
    torch.testing.assert_close(loss, expected, rtol=1e-3, atol=0)
    assert float((gradient - grouped).norm() / grouped.norm()) < 2e-2


@pytest.mark.parametrize("fault", ["no boundaries", "window", "scale", "gradient", "raises"])
def test_a_wrong_kernel_is_not_used(use: Callable[[Kernel | None], None], fault: str) -> None:
    use(Stand())
    assert varlen_attention.is_usable(*heads(), packed_attention.grouped_reference)
    use(Stand(fault))
    assert not varlen_attention.is_usable(*heads(), packed_attention.grouped_reference)


def test_only_devices_and_dtypes_with_a_kernel_use_it(
    use: Callable[[Kernel | None], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(Stand())
    assert not varlen_attention.is_usable(*heads(torch.float32), packed_attention.grouped_reference)
    use(None)
    assert not varlen_attention.is_usable(*heads(), packed_attention.grouped_reference)
    use(Stand())
    monkeypatch.setattr(varlen_attention, "DEVICES", ("cuda",))
    assert not varlen_attention.is_usable(*heads(), packed_attention.grouped_reference)


@pytest.mark.parametrize("mode", [torch.inference_mode, torch.no_grad])
def test_the_check_computes_gradients_in_any_grad_mode(use: Callable[[Kernel | None], None], mode: type) -> None:
    use(Stand())
    with mode():
        assert varlen_attention.is_usable(*heads(), packed_attention.grouped_reference)


def test_the_check_leaves_the_random_state_unchanged(use: Callable[[Kernel | None], None]) -> None:
    use(Stand())
    torch.manual_seed(3)
    state = torch.get_rng_state()
    assert varlen_attention.is_usable(*heads(), packed_attention.grouped_reference)
    assert torch.equal(torch.get_rng_state(), state)


def test_with_dropout_attention_is_grouped(use: Callable[[Kernel | None], None]) -> None:
    kernel = Stand()
    use(kernel)
    q, k = (t.transpose(0, 1)[None] for t in heads())
    layout = packed_attention.PackedLayout([2, 1], q.device)
    packed_attention.packed_attention(torch.nn.Module(), q, k, k, None, dropout=0.5, packing=layout)
    assert kernel.calls == 0
    packed_attention.packed_attention(torch.nn.Module(), q, k, k, None, packing=layout)
    assert kernel.calls > 0


@pytest.mark.filterwarnings("ignore:The .grad attribute")  # which torch itself asks for and hides
@pytest.mark.filterwarnings("ignore:Guards may run slower")  # on the very first Python 3.13
def test_compiled_layers_call_the_kernel_without_a_graph_break(
    tiny_model: Build, use: Callable[[Kernel | None], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One graph for all layers, which batches of other sizes do not recompile."""

    use(opaque_kernel)
    model = tiny_model("llama")
    assert self_checks.use_best_attention(model, "packed") == (True, "")
    graphs: list[torch.fx.GraphModule] = []

    def keep(graph: torch.fx.GraphModule, _: object) -> Callable[..., object]:
        graphs.append(graph)
        return graph.forward

    monkeypatch.setattr(
        torch.nn.Module, "compile", partialmethod(torch.nn.Module.compile, fullgraph=True, backend=keep)
    )
    compilation.compile_layers(model)
    for lengths in ((5, 4), (9, 7, 3), (30, 2, 2, 1)):
        batch = collate([(list(range(n + 1)), [1] * (n + 1)) for n in lengths])
        with torch.autocast("cpu", torch.bfloat16):
            assert torch.isfinite(summed_loss(model, batch, packed=True, chunked=True))
    assert len(graphs) == 1
    assert sum("instructgpt_test.attention" in str(node.target) for node in graphs[0].graph.nodes) == 1


def test_the_check_of_symbolic_sizes_does_not_break_the_graph(use: Callable[[Kernel | None], None]) -> None:
    """The sizes of heads in layers that FSDP2 manages."""
    use(Stand())

    def scaled(query: Tensor, key: Tensor) -> Tensor:
        return query * (2 if varlen_attention.is_usable(query, key, packed_attention.grouped_reference) else 3)

    compiled = torch.compile(scaled, backend="eager", dynamic=True, fullgraph=True)
    query, key = heads()
    assert torch.equal(compiled(query, key), query * 2)


def test_torch_has_the_signature_of_the_stand_in() -> None:
    given = pytest.importorskip("torch.nn.attention.varlen").varlen_attn
    names = list(inspect.signature(given).parameters)
    assert names[:7] == ["query", "key", "value", "cu_seq_q", "cu_seq_k", "max_q", "max_k"]
    assert {"scale", "window_size"} <= set(names)
