"""Frozen weights in the 16-bit format that they were saved in: half the memory, no cast at each use under autocast,
bit-identical results."""

from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.model.adapter_layers import adapted_layers, is_of_adapter, users_of_weights

DTYPES_16_BIT = (torch.bfloat16, torch.float16)


class HalfLinear(nn.Linear):
    """A frozen linear layer whose 16-bit weights equal the float32 ones. Autocast uses them without a cast; outside of
    it they are cast to the input's dtype."""

    def forward(self, input: Tensor) -> Tensor:
        kind = input.device.type
        weight = self.weight if torch.is_autocast_enabled(kind) else self.weight.to(input.dtype)
        return F.linear(input, weight, self.bias)


class HalfEmbedding(nn.Embedding):
    """A frozen embedding whose 16-bit weights equal the float32 ones; it returns float32, unless `embed_in` says
    otherwise."""

    returned = torch.float32

    def forward(self, input: Tensor) -> Tensor:
        return super().forward(input).to(self.returned)


def is_linear(module: object) -> bool:
    """Whether a head is a plain linear layer."""
    return type(module) in (nn.Linear, HalfLinear)


def format_of(model: PreTrainedModel) -> torch.dtype:
    """The dtype of the model's hidden states outside of autocast."""
    embeddings = model.get_input_embeddings()
    dtype: torch.dtype = embeddings.returned if isinstance(embeddings, HalfEmbedding) else model.dtype
    return dtype


def embed_in(model: PreTrainedModel, dtype: torch.dtype) -> None:
    """Make 16-bit embeddings return `dtype`, for a model that computes in it without autocast."""
    for module in model.modules():
        if isinstance(module, HalfEmbedding):
            module.returned = dtype


def store_in_16_bits(model: PreTrainedModel) -> None:
    """Store the frozen weights of linear layers and embeddings in 16 bits where that is lossless, as for a model that
    was saved in them. Outside of adapted layers it is undone if it changes the logits, or the model cannot compute."""
    adapted = [f"{name}.base_layer" for name, _ in adapted_layers(model)]
    others = [name for name, module in model.named_modules() if type(module) in (nn.Linear, nn.Embedding)]
    others = [name for name in others if name not in adapted and not is_of_adapter(f"{name}.")]
    _swap(model, [name for name in adapted if type(model.get_submodule(name)) is nn.Linear], {})
    shared: dict[int, nn.Parameter] = {}
    users = users_of_weights(model)
    others = [name for name in others if set(users[id(model.get_submodule(name).weight)]) <= set(others)]
    before = _logits(model)
    undo = _swap(model, others, shared)
    if undo and not _same(model, before):
        undo()


def assume_16_bits(model: PreTrainedModel) -> None:
    """Replace all frozen linear layers and embeddings as `store_in_16_bits` does, of a model whose weights have no
    data."""
    names = [name for name, module in model.named_modules() if type(module) in (nn.Linear, nn.Embedding)]
    _swap(model, [name for name in names if not is_of_adapter(f"{name}.")], {}, assumed=True)


def _swap(
    model: PreTrainedModel, names: Sequence[str], shared: dict[int, nn.Parameter], *, assumed: bool = False
) -> Callable[[], None] | None:
    """Replace the named layers by ones with 16-bit weights; return what undoes it, or None if nothing was replaced.
    `shared` maps ids of old weights to new ones, because an embedding and a head may share theirs. `assumed`: that it
    is lossless, instead of comparing."""
    old: list[tuple[nn.Module, str, nn.Module]] = []
    for name in names:
        parent, _, last = name.rpartition(".")
        owner = model.get_submodule(parent)
        module = getattr(owner, last)
        weight = shared[id(module.weight)] if id(module.weight) in shared else _halved(module.weight, assumed)
        if weight is None:
            continue
        shared[id(module.weight)] = weight
        old.append((owner, last, module))
        setattr(owner, last, _with(module, weight))

    def undo() -> None:
        for owner, last, module in old:
            setattr(owner, last, module)

    return undo if old else None


def _with(module: nn.Module, weight: nn.Parameter) -> nn.Module:
    if isinstance(module, nn.Embedding):
        embedding = HalfEmbedding(
            module.num_embeddings, module.embedding_dim, padding_idx=module.padding_idx, _weight=weight.data
        )
        embedding.weight = weight
        return embedding
    assert isinstance(module, nn.Linear)
    linear = HalfLinear(module.in_features, module.out_features, device="meta")
    linear.weight, linear.bias = weight, module.bias
    return linear


def _halved(weight: Tensor, assumed: bool) -> nn.Parameter | None:
    if weight.requires_grad or weight.dtype != torch.float32:
        return None
    for dtype in DTYPES_16_BIT:
        half = weight.detach().to(dtype)
        if assumed or torch.equal(half.float(), weight):
            return nn.Parameter(half, requires_grad=False)
    return None


@torch.no_grad()
def _logits(model: PreTrainedModel) -> Tensor:
    generator = torch.Generator().manual_seed(0)
    ids = torch.randint(0, model.get_input_embeddings().weight.shape[0], (1, 9), generator=generator)
    was_training = model.training
    model.eval()
    try:
        logits: Tensor = model(input_ids=ids, use_cache=False).logits
    finally:
        model.train(was_training)
    return logits


def _same(model: PreTrainedModel, logits: Tensor) -> bool:
    try:
        return torch.equal(_logits(model), logits)
    except (RuntimeError, ValueError, TypeError):  # a dtype that the architecture does not expect
        return False
