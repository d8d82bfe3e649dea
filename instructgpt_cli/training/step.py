"""Optimizer steps: losses and gradients of this rank's share.

A step's gradient does not depend on how its sequences are split into micro-batches (gradient accumulation) or over
ranks: losses are summed over targets and divided by the step's target count, which the batch plan provides.
Everything random in a step is seeded by the step.

Shapes: losses and norms are scalars [], per-target losses [T], counts of experts [E + 1].
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from typing import NamedTuple

import torch
import transformers
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli import __version__
from instructgpt_cli.dataset.batch import Batch
from instructgpt_cli.dataset.batch_plan import BatchPlan
from instructgpt_cli.dataset.loader import NO_SEQUENCES, StepBatch, load_batch, load_step
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.errors import ResourceError, UsageError
from instructgpt_cli.model.attention_name import attention_of
from instructgpt_cli.model.loss import summed_loss
from instructgpt_cli.model.nf4 import is_quantized
from instructgpt_cli.model.positions import border_of
from instructgpt_cli.model.router import Routing, balancing_loss, routed_loss, routing
from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.system.library_errors import first_line, is_compile_error, is_out_of_memory
from instructgpt_cli.training import optimizers as optim
from instructgpt_cli.training.activation_offload import offloading
from instructgpt_cli.training.context_parallel import ContextParallel
from instructgpt_cli.training.distributed import ProcessGroup, full_tensor
from instructgpt_cli.training.gradients import GradientReducer
from instructgpt_cli.training.out_of_memory import MemoryGuard, agree_on_limit
from instructgpt_cli.training.precision import Context, fixed_order
from instructgpt_cli.training.sharding import ShardedModel


@dataclass(frozen=True, slots=True)
class TrainState:
    """Everything that a run computes with. Only the weights and the optimizer state change."""

    sharded_model: ShardedModel
    packed: bool
    chunked: bool
    """Whether sequences are packed without padding, and whether the loss is chunked cross-entropy."""
    optimizers: Sequence[torch.optim.Optimizer]
    dataset: TokenizedDataset
    validation: TokenizedDataset | None
    plan: BatchPlan
    train: Train
    total_steps: int | None
    """None where a time budget ends the run."""
    seed: int
    device: torch.device
    precision: str
    """The dtype of `autocast`: fp32 or bf16."""
    autocast: Context
    micro_batch_tokens: int
    """Most tokens of a micro-batch: `wanted_micro_batch_tokens`, or fewer, so that it fits into memory."""
    wanted_micro_batch_tokens: int
    group: ProcessGroup = field(default_factory=ProcessGroup)
    context: ContextParallel = field(default_factory=ContextParallel)
    reducer: GradientReducer | None = None
    """None in a single process, and where the weights are sharded."""
    offloads: bool = False
    """Whether activations are kept in host memory until the backward pass."""
    compiled: bool = False
    """Whether the layers are compiled."""
    router_aux_loss_coef: float = 0.0
    """The weight of the load-balancing loss of experts, relative to the mean loss of the targets."""

    @property
    def border(self) -> int | None:
        """Longer sequences are never in a micro-batch with shorter ones; None: no such limit."""
        return border_of(self.model)

    @property
    def model(self) -> PreTrainedModel:
        """The model inside `sharded_model`."""
        return self.sharded_model.model

    def batch(self, k: int) -> StepBatch:
        """This rank's share of step k, on the device."""
        step = load_step(
            self.dataset,
            self.plan,
            k,
            self.micro_batch_tokens,
            padded=not self.packed,
            rank=self.context.data_rank,
            world_size=self.context.data_size,
            equal_counts=self.is_sharded,
            border=self.border,
        )
        return replace(step, micro_batches=[self.on_device(micro) for micro in step.micro_batches])

    def on_device(self, micro: Batch) -> Batch:
        """This rank's part of a micro-batch, on the device."""
        return self.context.part_of(micro).to(self.device)

    def zero(self) -> Tensor:
        """A sum [] on the device."""
        dtype = torch.float64 if self.device.type != "mps" else torch.float32
        return torch.zeros((), dtype=dtype, device=self.device)

    @property
    def environment(self) -> str:
        """Everything besides the recipe and the data that results depend on, down to the bits."""
        device = torch.cuda.get_device_name(self.device) if self.device.type == "cuda" else self.device.type
        if device == "cpu":
            device = f"cpu ({torch.backends.cpu.get_cpu_capability()})"
        attention = attention_of(self.model).removeprefix("instructgpt_")
        return (
            f"instructgpt {__version__}, Transformers {transformers.__version__}, torch {torch.__version__}, "
            f"{device}, {torch.get_num_threads()} threads, {self.precision}, {attention}, "
            f"{'chunked' if self.chunked else 'full'} head, micro-batches of {self.micro_batch_tokens} tokens"
            f"{_quantization(self.model)}"
            f"{', compiled' if self.compiled else ''}"
            f"{', deterministic' if self.train.deterministic else ''}"
            f"{f', {self.group.size} processes' if self.group.size > 1 else ''}"
            f"{f', {self.context.exchange.size} for each sequence' if self.context.exchange else ''}"
            f"{', sharded' if self.is_sharded else ''}"
        )

    @property
    def is_sharded(self) -> bool:
        """Whether each rank has a shard of the weights, and an optimizer for it."""
        return self.sharded_model.shard_group.size > 1


def _quantization(model: PreTrainedModel) -> str:
    return f", nf4 of bitsandbytes {version('bitsandbytes')}" if is_quantized(model) else ""


class StepResult(NamedTuple):
    """Scalars [] of a step, the same on every rank, which a GPU may still be computing."""

    loss: Tensor
    """Mean per target, in nats."""
    norm: Tensor
    """Of the gradient, before clipping."""
    balance: Tensor
    """The load-balancing loss of experts; 0 without one."""
    lacking: Tensor
    """Above 0 where a rank ran out of memory: then the gradient is incomplete, and the other results mean nothing."""
    too_large: Batch | None
    """The micro-batch of this rank that did not fit into memory."""


def train_step(state: TrainState, batch: StepBatch, clip: float, k: int = 0) -> StepResult:
    """Forward and backward of step k. The parameters hold the clipped gradient afterwards."""
    guard = MemoryGuard(is_fatal=state.is_sharded)
    total, balance, lacking = summed_gradient(state, batch, k, guard)
    reached = [p for p in state.model.parameters() if p.grad is not None]
    norm = nn.utils.clip_grad_norm_(reached, clip) if reached else state.zero()
    return StepResult(total / batch.targets, full_tensor(norm), balance, lacking, guard.too_large)


def with_smaller_micro_batches(state: TrainState, result: StepResult, k: int) -> TrainState:
    """`state` without gradients and with half the limit for micro-batches, after step k ran out of memory. Collective.

    Raises `ResourceError` where a single sequence does not fit.
    """
    state.model.zero_grad(set_to_none=True)
    if state.device.type == "cuda":
        torch.cuda.empty_cache()  # blocks of the old sizes
    limit = agree_on_limit(state.micro_batch_tokens, result.too_large, not state.packed, state.group, k)
    return replace(state, micro_batch_tokens=limit)


def update(state: TrainState, lr: float) -> None:
    """Optimizer step at learning rate `lr`; frees the gradients."""
    optim.set_lr(state.optimizers, lr)
    for optimizer in state.optimizers:
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)


def summed_gradient(state: TrainState, batch: StepBatch, k: int, guard: MemoryGuard) -> Tensor:
    """Accumulates the gradient of step k on the parameters, summed over all ranks. Returns the summed loss in nats, the
    load-balancing loss of experts (0 without one), and the number of ranks that ran out of memory: [3]."""
    seed = _mix(state.seed, k) + state.group.rank
    state.model.train()
    sums = torch.stack([state.zero()] * 3)
    counted = _counted(state, batch, seed, guard) if state.router_aux_loss_coef else None
    torch.manual_seed(seed)
    for place, micro in enumerate(batch.micro_batches, start=1):
        if guard.too_large:
            break
        is_last = place == len(batch.micro_batches)
        if state.reducer and is_last:
            state.reducer.expect_last_backward()
        with guard(micro):
            sums[:2] += _accumulate(state, micro, batch.targets, counted)
    if state.reducer:
        state.reducer.finish()
    sums[2] += guard.too_large is not None
    state.group.all_reduce(sums)
    return sums


def _accumulate(state: TrainState, micro: Batch, targets: int, counted: Tensor | None) -> Tensor:
    """Adds a micro-batch's share of the gradient of a step with `targets` targets. Returns its summed loss and its
    share of the load-balancing loss: [2]."""
    shards = state.sharded_model.shard_group.size  # FSDP2 averages gradients over the ranks
    with state.autocast(), offloading() if state.offloads else nullcontext():
        loss, routed = _losses(state, micro)
    mean, balance = loss / (targets / shards), state.zero()
    if routed is not None and micro.rows:
        balancing = balancing_loss(routed.counted if counted is None else counted, routed.probability)
        mean = mean + balancing * (shards * state.router_aux_loss_coef)
        balance += balancing.detach()
    mean.backward()  # type: ignore[no-untyped-call]
    return torch.stack([state.zero() + loss.detach(), balance])


def _losses(state: TrainState, micro: Batch) -> tuple[Tensor, Routing | None]:
    loss: Tensor
    routed: Routing | None = None
    if state.router_aux_loss_coef:
        loss, routed = state.sharded_model(routed_loss, micro, packed=state.packed, chunked=state.chunked)
    else:
        loss = state.sharded_model(summed_loss, micro, packed=state.packed, chunked=state.chunked)
    return loss, routed


@torch.no_grad()
def _counted(state: TrainState, batch: StepBatch, seed: int, guard: MemoryGuard) -> Tensor | None:
    """How often all tokens of a step, on all ranks, are routed to each expert [E + 1]: an extra forward pass. None for
    a single micro-batch in a single process, which counts on the way."""
    if len(batch.micro_batches) == 1 and state.group.size == 1:
        return None
    torch.manual_seed(seed)  # the step draws the same dropout again
    found = []
    for micro in batch.micro_batches:
        with guard(micro):
            found.append(_routed_counts(state, micro))
        if guard.too_large:  # the others wait for the sum all the same
            found = [_routed_counts(state, state.on_device(load_batch(state.dataset, NO_SEQUENCES)))]
            break
    counted = torch.stack(found).sum(0)
    state.group.all_reduce(counted)
    return counted


def _routed_counts(state: TrainState, micro: Batch) -> Tensor:
    with state.autocast():
        counted: Tensor = state.sharded_model(routing, micro, packed=state.packed).counted
    return counted if micro.rows else torch.zeros_like(counted)


def _mix(seed: int, step: int) -> int:
    """A seed for step `step`; those of neighboring steps and seeds are unrelated."""
    return ((seed + 1) * 0x9E3779B97F4A7C15 + (step + 1) * 0xBF58476D1CE4E5B9) % 2**63


@contextmanager
def computing(state: TrainState, what: str) -> Iterator[None]:
    """A context for what the device computes.

    Raises `ResourceError` where its memory does not suffice, `UsageError` where the layers cannot be compiled, or an
    operation is not deterministic and `train.deterministic` is set.
    """
    tokens = state.micro_batch_tokens
    try:
        with state.group.doing(what), fixed_order(state.train.deterministic):
            yield
    except (RuntimeError, MemoryError) as error:
        if is_compile_error(error):
            raise UsageError(
                f"{what}: torch.compile failed: {first_line(error)}", "Set train.compile: false."
            ) from error
        if not is_out_of_memory(error):
            raise
        raise ResourceError(
            f"{what}: out of memory with micro-batches of up to {tokens:,} tokens",
            f"The result is the same with train.micro_batch_tokens={max(1, tokens // 2)} or "
            "train.gradient_checkpointing=true; the same command then continues from the last checkpoint.",
        ) from None
