"""Optimizers and learning-rate schedules."""

import math
from collections.abc import Collection, Sequence

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup
from instructgpt_cli.training.muon import Muon

DEFAULT_CLIP = 1.0
WSD_DECAY_SHARE = 0.2


def build(model: PreTrainedModel, train: Train, group: ProcessGroup = SINGLE_PROCESS) -> list[torch.optim.Optimizer]:
    """The recipe's optimizers for the trainable weights: Muon comes with AdamW for the weights that it does not take.
    The ranks of `group` have the same weights, or shards of them.

    `set_lr` sets their learning rate before every step.
    """
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay, group=group))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def _is_matrix(name: str, p: nn.Parameter) -> bool:
    """Stacked biases of experts and the logarithms of Mamba's decay rates are not matrices."""
    return p.ndim >= 2 and not name.endswith(("bias", ".A_log"))


def _adamw(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """AdamW with weight decay for matrices only, not for norms and biases."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def _hidden_matrices(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, stacked ones of experts included."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(p) not in outside]


def _is_stack(p: nn.Parameter) -> bool:
    """A matrix or a stack of matrices; a factor per channel may have three dimensions too, two of them 1."""
    return p.ndim == 2 or (p.ndim > 2 and min(p.shape[-2:]) > 1)


def peak(train: Train) -> float:
    assert train.lr is not None, "`recipe.learning_rate` spells it out"
    return train.lr


def set_lr(optimizers: Sequence[torch.optim.Optimizer], lr: float) -> None:
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["lr"] = lr


def clip_norm(train: Train) -> float:
    """The largest gradient norm, infinite without clipping, which is the default of `sgd`."""
    clip = (0.0 if train.optimizer == "sgd" else DEFAULT_CLIP) if train.clip is None else train.clip
    return clip or math.inf


def lr_at(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is the progress of the warm-up."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def lr_of_step(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)
