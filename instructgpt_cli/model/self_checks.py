"""Choose fast paths (packed attention, chunked head), each checked on the model itself.

A path is taken if the recipe allows it and a comparison on a few tokens shows that it is exact. Architectures differ in
what they pass to their attention, in state along the sequence, in what they do to logits: a table of names would be
wrong sooner or later.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import packed_attention
from instructgpt_cli.model.attention_name import attention_of, attention_set_to
from instructgpt_cli.model.attention_support import CHECK_ERRORS
from instructgpt_cli.model.frozen import is_linear
from instructgpt_cli.model.loss import TargetBatch, packed_inputs, packed_logits, padded_logits, target_hidden
from instructgpt_cli.system.library_errors import first_line, is_out_of_memory, kind_and_first_line

NOT_REPLACEABLE = "its attention cannot be replaced"
PACKING_SETTINGS = ("auto", "packed", "grouped")
# Logits large enough that a cap on them, of 30 or 50, shows.
LARGE_LOGIT = 1000.0


def use_best_attention(model: PreTrainedModel, setting: str) -> tuple[bool, str]:
    """Switch to packed attention if the recipe's `setting` allows it and it is exact for the model: (packed, why not).

    Raises `ModelError` if the recipe requires packing and it is not exact.
    """
    if setting not in PACKING_SETTINGS:
        return False, ""
    name = packed_attention.GROUPED if setting == "grouped" else packed_attention.PACKED
    before = attention_of(model)
    try:
        packed_attention.register()
        model.set_attn_implementation(name)
        taken = attention_of(model) == name
        packed, why = (
            is_packing_exact(model, model.get_input_embeddings().weight.shape[0]) if taken else (False, NOT_REPLACEABLE)
        )
    except (ValueError, KeyError, ImportError) as error:
        packed, why = False, first_line(error)
    if not packed:
        model.set_attn_implementation(before)
        if setting != "auto":
            raise ModelError(
                f"model.attention: {setting} does not work for this architecture: {why}", "Use attention: auto."
            )
    return packed, why


@torch.no_grad()
def check_kernels(
    model: PreTrainedModel,
    autocast: Callable[[], AbstractContextManager[object]],
    batch: TargetBatch | None = None,
) -> bool:
    """Run packed attention once in the run's number format, so that its kernels are checked before the first step.
    Returns whether any layer computes it in groups instead. `batch` is any small one; collective if it is divided.

    A kernel is checked on first use for its dtype and head sizes, with a backward pass of its own. Within a layer under
    gradient checkpointing the check's tensors would be saved with the layer's, and recomputation, which finds the check
    done, would not match.
    """
    was_training = model.training
    model.eval()
    inputs = packed_inputs(model, batch or _probe([[0, 1, 2], [3, 4]], model.device))
    try:
        with autocast():
            model.base_model(**inputs)
    finally:
        model.train(was_training)
    layout: packed_attention.PackedLayout = inputs["packing"]
    return layout.was_grouped


def use_chunked_head(model: PreTrainedModel, setting: str, *, packed: bool) -> bool:
    """Whether to use chunked cross-entropy: the recipe's `setting` allows it, and it is exact for the model.

    Raises `ModelError` if the recipe requires it and it is not exact.
    """
    if setting == "full":
        return False
    plain = is_head_plain(model, model.get_input_embeddings().weight.shape[0], packed=packed)
    if setting == "chunked" and not plain:
        raise ModelError(
            "model.head: chunked does not work for this architecture: it changes the logits after the head",
            "Use head: auto.",
        )
    return plain


def enable_gradient_checkpointing(model: PreTrainedModel) -> None:
    """Recompute activations in the backward pass instead of storing them. Raises `ModelError` if the architecture does
    not support it."""
    if not model.supports_gradient_checkpointing:
        raise ModelError(
            f"train.gradient_checkpointing: not supported by {model.config.model_type}",
            "Remove the key; a smaller train.micro_batch_tokens saves memory too.",
        )
    # Newer versions of Transformers have the first name.
    enable = getattr(model, "activation_checkpointing_enable", None) or model.gradient_checkpointing_enable
    enable({"use_reentrant": False})


def layers(module: nn.Module) -> Iterator[nn.Module]:
    """Yield the members of the outermost module lists: the decoder layers."""
    for child in module.children():
        yield from child if isinstance(child, nn.ModuleList) else layers(child)


@contextmanager
def own_attention(model: PreTrainedModel) -> Iterator[None]:
    """Replace packed attention by Transformers' own within the context: to generate with a KV cache, and to save."""
    packs = attention_of(model) in (packed_attention.PACKED, packed_attention.GROUPED)
    with attention_set_to(model, "sdpa") if packs else nullcontext():
        yield


def is_head_plain(model: PreTrainedModel, vocab_size: int, *, packed: bool) -> bool:
    """Whether the logits are exactly the head's output. Some architectures scale or cap them; a cap shows only on large
    logits, so the hidden states are scaled up too."""
    head = model.get_output_embeddings()
    if not is_linear(head):
        return False
    ids = torch.randint(0, vocab_size, (9,), generator=torch.Generator().manual_seed(0)).tolist()
    batch = _probe([ids], model.device)
    was_training = model.training
    model.eval()
    try:
        with torch.no_grad():
            hidden = target_hidden(model, batch, packed=packed)
            weight = head.weight.to(hidden.dtype)
            large = LARGE_LOGIT / (float(F.linear(hidden, weight).abs().max()) + 1e-6)
            for scale, size in ((1.0, 1.0), (large, LARGE_LOGIT)):
                hook = head.register_forward_pre_hook(lambda _, given, by=scale: (given[0] * by,))
                try:
                    expected = packed_logits(model, batch) if packed else padded_logits(model, batch)
                finally:
                    hook.remove()
                found = F.linear(hidden * scale, weight, head.bias)
                if found.shape != expected.shape or not torch.allclose(found, expected, rtol=1e-5, atol=1e-5 * size):
                    return False
    except CHECK_ERRORS:
        return False
    finally:
        model.train(was_training)
    return True


def refuse_unusable(model: PreTrainedModel) -> None:
    """Raise `ModelError` for a model whose forward pass fails, or that is not causal."""
    vocabulary = model.get_input_embeddings().weight.shape[0]
    ids = torch.randint(0, vocabulary, (2, 9), generator=torch.Generator().manual_seed(0))
    ids[1, :-1] = ids[0, :-1]
    ids[1, -1] = (ids[0, -1] + 1) % vocabulary
    ids = ids.to(model.device)
    was_training = model.training
    try:
        with own_attention(model), torch.no_grad():
            for training in (True, False):  # dropout rates are checked in training mode only
                model.train(training)
                logits = model(input_ids=ids, use_cache=False).logits[:, :-1].float()
    except CHECK_ERRORS as error:
        if is_out_of_memory(error):
            raise
        raise ModelError(
            f"{model.config.model_type}: the forward pass fails: {first_line(error)}",
            "Correct the values in the model's config.",
        ) from error
    finally:
        model.train(was_training)
    if float((logits[0] - logits[1]).abs().max()) > 1e-3 * float(logits.abs().max()) + 1e-6:
        raise ModelError(
            f"{model.config.model_type}: not a causal language model: tokens attend to later ones",
            "BERT-like architectures are causal with is_decoder: true in model.config.",
        )


def is_packing_exact(model: PreTrainedModel, vocab_size: int) -> tuple[bool, str]:
    """Check whether packed sequences give the logits that each gives alone: (True, "") or (False, why not).

    Convolutions and recurrences, for example, carry state across the boundaries of packed sequences.
    """
    generator = torch.Generator().manual_seed(0)
    sequences = [torch.randint(0, vocab_size, (n,), generator=generator).tolist() for n in (11, 7, 3)]
    was_training = model.training
    model.eval()
    try:
        with torch.no_grad():
            together = packed_logits(model, _probe(sequences, model.device))
            alone = torch.cat([packed_logits(model, _probe([s], model.device)) for s in sequences])
            swapped = packed_logits(model, _probe([[0] * 11, *sequences[1:]], model.device))
            unpacked = torch.cat([_plain_logits(model, s) for s in sequences])
    except CHECK_ERRORS as error:
        return False, kind_and_first_line(error)
    finally:
        model.train(was_training)
    scale = float(unpacked.float().abs().max()) + 1e-6
    tolerance = scale * (1e-4 if unpacked.dtype == torch.float32 else 5e-2)
    for name, other in (("of each sequence alone", alone), ("of the model's own attention", unpacked)):
        if together.shape != other.shape or float((together.float() - other.float()).abs().max()) > tolerance:
            return False, f"packed logits differ from those {name}"
    if float((together[11:].float() - swapped[11:].float()).abs().max()) > tolerance:
        return False, "a packed sequence depends on its neighbor"
    return True, ""


def _plain_logits(model: PreTrainedModel, sequence: Sequence[int]) -> Tensor:
    with attention_set_to(model, "eager"):
        logits: Tensor = model(input_ids=torch.tensor([sequence], device=model.device), use_cache=False).logits[0]
    return logits


class _Probe:
    """A batch whose positions are all targets."""

    def __init__(self, sequences: Sequence[Sequence[int]], device: Any) -> None:
        self.input_ids = torch.tensor([i for s in sequences for i in s], device=device)
        self.position_ids = torch.tensor([p for s in sequences for p in range(len(s))], device=device)
        self.target_positions = torch.arange(len(self.input_ids), device=device)
        self.target_ids = self.input_ids
        self.lengths = tuple(len(s) for s in sequences)


def _probe(sequences: Sequence[Sequence[int]], device: Any) -> TargetBatch:
    return _Probe(sequences, device)
