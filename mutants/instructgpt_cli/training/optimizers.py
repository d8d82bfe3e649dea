"""Optimizers and the course of the learning rate."""

import math
from collections.abc import Collection, Sequence

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from instructgpt_cli.recipe.schema import Train
from instructgpt_cli.training.muon import Muon

DEFAULT_CLIP = 1.0
WSD_DECAY_SHARE = 0.2


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_x_build__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_build__mutmut)
def build(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_orig(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_1(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = None
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_2(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = None
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_3(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(None) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_4(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(None, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_5(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, None)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_6(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_7(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, )}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_8(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer != "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_9(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(None)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_10(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = None
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_11(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if (train.optimizer == "muon") and False else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_12(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if (train.optimizer == "muon") or True else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_13(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(None) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_14(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(None) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_15(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) not in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_16(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer != "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_17(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = None
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_18(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(None) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_19(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = None
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_20(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(None) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_21(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_22(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = None
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_23(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(None)
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_24(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(None, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_25(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=None, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_26(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=None))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_27(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_28(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_29(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, ))
    if rest:
        optimizers.append(_adamw(rest, matrices, train))
    return optimizers


def x_build__mutmut_30(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(None)
    return optimizers


def x_build__mutmut_31(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(None, matrices, train))
    return optimizers


def x_build__mutmut_32(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, None, train))
    return optimizers


def x_build__mutmut_33(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, None))
    return optimizers


def x_build__mutmut_34(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(matrices, train))
    return optimizers


def x_build__mutmut_35(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, train))
    return optimizers


def x_build__mutmut_36(model: PreTrainedModel, train: Train) -> list[torch.optim.Optimizer]:
    """The recipe's optimizer for the model's trainable weights; Muon comes with an AdamW for what it does not take.

    `set_lr` gives them their learning rate before every step."""
    params = [p for p in model.parameters() if p.requires_grad]
    matrices = {id(p) for name, p in model.named_parameters() if _is_matrix(name, p)}
    if train.optimizer == "sgd":
        return [torch.optim.SGD(params)]
    hidden = [p for p in _hidden_matrices(model) if id(p) in matrices] if train.optimizer == "muon" else []
    taken = {id(p) for p in hidden}
    rest = [p for p in params if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = []
    if hidden:
        optimizers.append(Muon(hidden, momentum=train.momentum, weight_decay=train.weight_decay))
    if rest:
        optimizers.append(_adamw(rest, matrices, ))
    return optimizers

mutants_x_build__mutmut['_mutmut_orig'] = x_build__mutmut_orig # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_1'] = x_build__mutmut_1 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_2'] = x_build__mutmut_2 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_3'] = x_build__mutmut_3 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_4'] = x_build__mutmut_4 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_5'] = x_build__mutmut_5 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_6'] = x_build__mutmut_6 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_7'] = x_build__mutmut_7 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_8'] = x_build__mutmut_8 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_9'] = x_build__mutmut_9 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_10'] = x_build__mutmut_10 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_11'] = x_build__mutmut_11 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_12'] = x_build__mutmut_12 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_13'] = x_build__mutmut_13 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_14'] = x_build__mutmut_14 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_15'] = x_build__mutmut_15 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_16'] = x_build__mutmut_16 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_17'] = x_build__mutmut_17 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_18'] = x_build__mutmut_18 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_19'] = x_build__mutmut_19 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_20'] = x_build__mutmut_20 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_21'] = x_build__mutmut_21 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_22'] = x_build__mutmut_22 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_23'] = x_build__mutmut_23 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_24'] = x_build__mutmut_24 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_25'] = x_build__mutmut_25 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_26'] = x_build__mutmut_26 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_27'] = x_build__mutmut_27 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_28'] = x_build__mutmut_28 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_29'] = x_build__mutmut_29 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_30'] = x_build__mutmut_30 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_31'] = x_build__mutmut_31 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_32'] = x_build__mutmut_32 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_33'] = x_build__mutmut_33 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_34'] = x_build__mutmut_34 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_35'] = x_build__mutmut_35 # type: ignore # mutmut generated
mutants_x_build__mutmut['x_build__mutmut_36'] = x_build__mutmut_36 # type: ignore # mutmut generated
mutants_x__is_matrix__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__is_matrix__mutmut)
def _is_matrix(name: str, p: nn.Parameter) -> bool:
    """Not so the biases of experts side by side, nor the logarithms of Mamba's rates of decay."""
    return p.ndim >= 2 and not name.endswith(("bias", ".A_log"))


def x__is_matrix__mutmut_orig(name: str, p: nn.Parameter) -> bool:
    """Not so the biases of experts side by side, nor the logarithms of Mamba's rates of decay."""
    return p.ndim >= 2 and not name.endswith(("bias", ".A_log"))


def x__is_matrix__mutmut_1(name: str, p: nn.Parameter) -> bool:
    """Not so the biases of experts side by side, nor the logarithms of Mamba's rates of decay."""
    return p.ndim >= 2 or not name.endswith(("bias", ".A_log"))


def x__is_matrix__mutmut_2(name: str, p: nn.Parameter) -> bool:
    """Not so the biases of experts side by side, nor the logarithms of Mamba's rates of decay."""
    return p.ndim > 2 and not name.endswith(("bias", ".A_log"))


def x__is_matrix__mutmut_3(name: str, p: nn.Parameter) -> bool:
    """Not so the biases of experts side by side, nor the logarithms of Mamba's rates of decay."""
    return p.ndim >= 3 and not name.endswith(("bias", ".A_log"))


def x__is_matrix__mutmut_4(name: str, p: nn.Parameter) -> bool:
    """Not so the biases of experts side by side, nor the logarithms of Mamba's rates of decay."""
    return p.ndim >= 2 and name.endswith(("bias", ".A_log"))


def x__is_matrix__mutmut_5(name: str, p: nn.Parameter) -> bool:
    """Not so the biases of experts side by side, nor the logarithms of Mamba's rates of decay."""
    return p.ndim >= 2 and not name.endswith(None)

mutants_x__is_matrix__mutmut['_mutmut_orig'] = x__is_matrix__mutmut_orig # type: ignore # mutmut generated
mutants_x__is_matrix__mutmut['x__is_matrix__mutmut_1'] = x__is_matrix__mutmut_1 # type: ignore # mutmut generated
mutants_x__is_matrix__mutmut['x__is_matrix__mutmut_2'] = x__is_matrix__mutmut_2 # type: ignore # mutmut generated
mutants_x__is_matrix__mutmut['x__is_matrix__mutmut_3'] = x__is_matrix__mutmut_3 # type: ignore # mutmut generated
mutants_x__is_matrix__mutmut['x__is_matrix__mutmut_4'] = x__is_matrix__mutmut_4 # type: ignore # mutmut generated
mutants_x__is_matrix__mutmut['x__is_matrix__mutmut_5'] = x__is_matrix__mutmut_5 # type: ignore # mutmut generated
mutants_x__adamw__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__adamw__mutmut)
def _adamw(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_orig(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_1(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = None
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_2(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(None) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_3(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_4(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(None) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_5(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_6(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 1.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_7(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(None, betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_8(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=None, eps=train.eps, fused=True)


def x__adamw__mutmut_9(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=None, fused=True)


def x__adamw__mutmut_10(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=None)


def x__adamw__mutmut_11(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(betas=train.betas, eps=train.eps, fused=True)


def x__adamw__mutmut_12(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], eps=train.eps, fused=True)


def x__adamw__mutmut_13(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, fused=True)


def x__adamw__mutmut_14(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, )


def x__adamw__mutmut_15(params: Sequence[Tensor], matrices: Collection[int], train: Train) -> torch.optim.AdamW:
    """Decay for matrices only: norms and biases have no business near 0."""
    groups = [
        {"params": [p for p in params if id(p) in matrices], "weight_decay": train.weight_decay},
        {"params": [p for p in params if id(p) not in matrices], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], betas=train.betas, eps=train.eps, fused=False)

mutants_x__adamw__mutmut['_mutmut_orig'] = x__adamw__mutmut_orig # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_1'] = x__adamw__mutmut_1 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_2'] = x__adamw__mutmut_2 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_3'] = x__adamw__mutmut_3 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_4'] = x__adamw__mutmut_4 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_5'] = x__adamw__mutmut_5 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_6'] = x__adamw__mutmut_6 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_7'] = x__adamw__mutmut_7 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_8'] = x__adamw__mutmut_8 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_9'] = x__adamw__mutmut_9 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_10'] = x__adamw__mutmut_10 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_11'] = x__adamw__mutmut_11 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_12'] = x__adamw__mutmut_12 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_13'] = x__adamw__mutmut_13 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_14'] = x__adamw__mutmut_14 # type: ignore # mutmut generated
mutants_x__adamw__mutmut['x__adamw__mutmut_15'] = x__adamw__mutmut_15 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__hidden_matrices__mutmut)
def _hidden_matrices(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(p) not in outside]


def x__hidden_matrices__mutmut_orig(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(p) not in outside]


def x__hidden_matrices__mutmut_1(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = None
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(p) not in outside]


def x__hidden_matrices__mutmut_2(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = None
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(p) not in outside]


def x__hidden_matrices__mutmut_3(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(None) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(p) not in outside]


def x__hidden_matrices__mutmut_4(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(p) not in outside]


def x__hidden_matrices__mutmut_5(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) or id(p) not in outside]


def x__hidden_matrices__mutmut_6(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad or _is_stack(p) and id(p) not in outside]


def x__hidden_matrices__mutmut_7(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(None) and id(p) not in outside]


def x__hidden_matrices__mutmut_8(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(None) not in outside]


def x__hidden_matrices__mutmut_9(model: PreTrainedModel) -> list[nn.Parameter]:
    """The weight matrices between the embeddings and the head, those of experts side by side among them."""
    outer = [m for m in model.modules() if isinstance(m, (nn.Embedding, nn.Conv1d, nn.Conv2d))]
    outside = {id(p) for m in (*outer, model.get_output_embeddings()) if m is not None for p in m.parameters()}
    return [p for p in model.parameters() if p.requires_grad and _is_stack(p) and id(p) in outside]

mutants_x__hidden_matrices__mutmut['_mutmut_orig'] = x__hidden_matrices__mutmut_orig # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_1'] = x__hidden_matrices__mutmut_1 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_2'] = x__hidden_matrices__mutmut_2 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_3'] = x__hidden_matrices__mutmut_3 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_4'] = x__hidden_matrices__mutmut_4 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_5'] = x__hidden_matrices__mutmut_5 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_6'] = x__hidden_matrices__mutmut_6 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_7'] = x__hidden_matrices__mutmut_7 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_8'] = x__hidden_matrices__mutmut_8 # type: ignore # mutmut generated
mutants_x__hidden_matrices__mutmut['x__hidden_matrices__mutmut_9'] = x__hidden_matrices__mutmut_9 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__is_stack__mutmut)
def _is_stack(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 2 and min(p.shape[-2:]) > 1)


def x__is_stack__mutmut_orig(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 2 and min(p.shape[-2:]) > 1)


def x__is_stack__mutmut_1(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 and (p.ndim > 2 and min(p.shape[-2:]) > 1)


def x__is_stack__mutmut_2(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim != 2 or (p.ndim > 2 and min(p.shape[-2:]) > 1)


def x__is_stack__mutmut_3(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 3 or (p.ndim > 2 and min(p.shape[-2:]) > 1)


def x__is_stack__mutmut_4(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 2 or min(p.shape[-2:]) > 1)


def x__is_stack__mutmut_5(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim >= 2 and min(p.shape[-2:]) > 1)


def x__is_stack__mutmut_6(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 3 and min(p.shape[-2:]) > 1)


def x__is_stack__mutmut_7(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 2 and min(None) > 1)


def x__is_stack__mutmut_8(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 2 and min(p.shape[+2:]) > 1)


def x__is_stack__mutmut_9(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 2 and min(p.shape[-3:]) > 1)


def x__is_stack__mutmut_10(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 2 and min(p.shape[-2:]) >= 1)


def x__is_stack__mutmut_11(p: nn.Parameter) -> bool:
    """Of matrices, or one of them; a factor for each channel may have three dimensions too, of which two are 1."""
    return p.ndim == 2 or (p.ndim > 2 and min(p.shape[-2:]) > 2)

mutants_x__is_stack__mutmut['_mutmut_orig'] = x__is_stack__mutmut_orig # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_1'] = x__is_stack__mutmut_1 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_2'] = x__is_stack__mutmut_2 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_3'] = x__is_stack__mutmut_3 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_4'] = x__is_stack__mutmut_4 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_5'] = x__is_stack__mutmut_5 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_6'] = x__is_stack__mutmut_6 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_7'] = x__is_stack__mutmut_7 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_8'] = x__is_stack__mutmut_8 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_9'] = x__is_stack__mutmut_9 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_10'] = x__is_stack__mutmut_10 # type: ignore # mutmut generated
mutants_x__is_stack__mutmut['x__is_stack__mutmut_11'] = x__is_stack__mutmut_11 # type: ignore # mutmut generated
mutants_x_peak__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_peak__mutmut)
def peak(train: Train) -> float:
    assert train.lr is not None, "`recipe.learning_rate` spells it out"
    return train.lr


def x_peak__mutmut_orig(train: Train) -> float:
    assert train.lr is not None, "`recipe.learning_rate` spells it out"
    return train.lr


def x_peak__mutmut_1(train: Train) -> float:
    assert train.lr is None, "`recipe.learning_rate` spells it out"
    return train.lr

mutants_x_peak__mutmut['_mutmut_orig'] = x_peak__mutmut_orig # type: ignore # mutmut generated
mutants_x_peak__mutmut['x_peak__mutmut_1'] = x_peak__mutmut_1 # type: ignore # mutmut generated
mutants_x_set_lr__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_set_lr__mutmut)
def set_lr(optimizers: Sequence[torch.optim.Optimizer], lr: float) -> None:
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["lr"] = lr


def x_set_lr__mutmut_orig(optimizers: Sequence[torch.optim.Optimizer], lr: float) -> None:
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["lr"] = lr


def x_set_lr__mutmut_1(optimizers: Sequence[torch.optim.Optimizer], lr: float) -> None:
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["lr"] = None

mutants_x_set_lr__mutmut['_mutmut_orig'] = x_set_lr__mutmut_orig # type: ignore # mutmut generated
mutants_x_set_lr__mutmut['x_set_lr__mutmut_1'] = x_set_lr__mutmut_1 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_clip_norm__mutmut)
def clip_norm(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if train.optimizer == "sgd" else DEFAULT_CLIP) if train.clip is None else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_orig(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if train.optimizer == "sgd" else DEFAULT_CLIP) if train.clip is None else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_1(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = None
    return clip or math.inf


def x_clip_norm__mutmut_2(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if train.optimizer == "sgd" else DEFAULT_CLIP) if (train.clip is None) and False else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_3(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if train.optimizer == "sgd" else DEFAULT_CLIP) if (train.clip is None) or True else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_4(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if (train.optimizer == "sgd") and False else DEFAULT_CLIP) if train.clip is None else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_5(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if (train.optimizer == "sgd") or True else DEFAULT_CLIP) if train.clip is None else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_6(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (1.0 if train.optimizer == "sgd" else DEFAULT_CLIP) if train.clip is None else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_7(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if train.optimizer != "sgd" else DEFAULT_CLIP) if train.clip is None else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_8(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if train.optimizer == "sgd" else DEFAULT_CLIP) if train.clip is not None else train.clip
    return clip or math.inf


def x_clip_norm__mutmut_9(train: Train) -> float:
    """The largest gradient norm, infinite where nothing is clipped: `sgd` stays the plain formula unless asked."""
    clip = (0.0 if train.optimizer == "sgd" else DEFAULT_CLIP) if train.clip is None else train.clip
    return clip and math.inf

mutants_x_clip_norm__mutmut['_mutmut_orig'] = x_clip_norm__mutmut_orig # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_1'] = x_clip_norm__mutmut_1 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_2'] = x_clip_norm__mutmut_2 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_3'] = x_clip_norm__mutmut_3 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_4'] = x_clip_norm__mutmut_4 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_5'] = x_clip_norm__mutmut_5 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_6'] = x_clip_norm__mutmut_6 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_7'] = x_clip_norm__mutmut_7 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_8'] = x_clip_norm__mutmut_8 # type: ignore # mutmut generated
mutants_x_clip_norm__mutmut['x_clip_norm__mutmut_9'] = x_clip_norm__mutmut_9 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_lr_at__mutmut)
def lr_at(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
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


def x_lr_at__mutmut_orig(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
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


def x_lr_at__mutmut_1(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed <= 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_2(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 2:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_3(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) / warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_4(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(None) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_5(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = None
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_6(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(None, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_7(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, None)
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_8(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_9(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, )
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_10(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(2.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_11(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(None, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_12(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, None))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_13(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max((progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_14(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, ))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_15(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(1.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_16(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) * max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_17(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress + train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_18(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(None, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_19(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, None)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_20(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_21(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, )))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_22(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1.000000001, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_23(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 + train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_24(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 2 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_25(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = None
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_26(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 2.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_27(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 + after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_28(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 2 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_29(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 / (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_30(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 1.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_31(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 - math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_32(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (2 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_33(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(None)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_34(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi / after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_35(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(None, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_36(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, None),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_37(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min((1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_38(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, ),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_39(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(2.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_40(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) * WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_41(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 + progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_42(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (2 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_43(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) / (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_44(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(None) * (train.min_lr + (1 - train.min_lr) * shape)


def x_lr_at__mutmut_45(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr - (1 - train.min_lr) * shape)


def x_lr_at__mutmut_46(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 - train.min_lr) / shape)


def x_lr_at__mutmut_47(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (1 + train.min_lr) * shape)


def x_lr_at__mutmut_48(train: Train, progress: float, warmed: float) -> float:
    """The learning rate at `progress` (0 to 1) of the run; `warmed` (0 to 1) is how much of the warm-up is done."""
    if warmed < 1:
        return peak(train) * warmed
    after = min(1.0, max(0.0, (progress - train.warmup) / max(1e-9, 1 - train.warmup)))
    shape = {
        "constant": 1.0,
        "linear": 1 - after,
        "cosine": 0.5 * (1 + math.cos(math.pi * after)),
        "wsd": min(1.0, (1 - progress) / WSD_DECAY_SHARE),
    }[train.schedule]
    return peak(train) * (train.min_lr + (2 - train.min_lr) * shape)

mutants_x_lr_at__mutmut['_mutmut_orig'] = x_lr_at__mutmut_orig # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_1'] = x_lr_at__mutmut_1 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_2'] = x_lr_at__mutmut_2 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_3'] = x_lr_at__mutmut_3 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_4'] = x_lr_at__mutmut_4 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_5'] = x_lr_at__mutmut_5 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_6'] = x_lr_at__mutmut_6 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_7'] = x_lr_at__mutmut_7 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_8'] = x_lr_at__mutmut_8 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_9'] = x_lr_at__mutmut_9 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_10'] = x_lr_at__mutmut_10 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_11'] = x_lr_at__mutmut_11 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_12'] = x_lr_at__mutmut_12 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_13'] = x_lr_at__mutmut_13 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_14'] = x_lr_at__mutmut_14 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_15'] = x_lr_at__mutmut_15 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_16'] = x_lr_at__mutmut_16 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_17'] = x_lr_at__mutmut_17 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_18'] = x_lr_at__mutmut_18 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_19'] = x_lr_at__mutmut_19 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_20'] = x_lr_at__mutmut_20 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_21'] = x_lr_at__mutmut_21 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_22'] = x_lr_at__mutmut_22 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_23'] = x_lr_at__mutmut_23 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_24'] = x_lr_at__mutmut_24 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_25'] = x_lr_at__mutmut_25 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_26'] = x_lr_at__mutmut_26 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_27'] = x_lr_at__mutmut_27 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_28'] = x_lr_at__mutmut_28 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_29'] = x_lr_at__mutmut_29 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_30'] = x_lr_at__mutmut_30 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_31'] = x_lr_at__mutmut_31 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_32'] = x_lr_at__mutmut_32 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_33'] = x_lr_at__mutmut_33 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_34'] = x_lr_at__mutmut_34 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_35'] = x_lr_at__mutmut_35 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_36'] = x_lr_at__mutmut_36 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_37'] = x_lr_at__mutmut_37 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_38'] = x_lr_at__mutmut_38 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_39'] = x_lr_at__mutmut_39 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_40'] = x_lr_at__mutmut_40 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_41'] = x_lr_at__mutmut_41 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_42'] = x_lr_at__mutmut_42 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_43'] = x_lr_at__mutmut_43 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_44'] = x_lr_at__mutmut_44 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_45'] = x_lr_at__mutmut_45 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_46'] = x_lr_at__mutmut_46 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_47'] = x_lr_at__mutmut_47 # type: ignore # mutmut generated
mutants_x_lr_at__mutmut['x_lr_at__mutmut_48'] = x_lr_at__mutmut_48 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_lr_of_step__mutmut)
def lr_of_step(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_orig(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_1(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = None  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_2(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(None)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_3(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total + 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_4(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup / total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_5(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1.000000001)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_6(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(None, step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_7(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, None, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_8(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, None)


def x_lr_of_step__mutmut_9(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(step / total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_10(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_11(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, )


def x_lr_of_step__mutmut_12(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step * total, (step + 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_13(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if (step < warmup_steps) and False else 1.0)


def x_lr_of_step__mutmut_14(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if (step < warmup_steps) or True else 1.0)


def x_lr_of_step__mutmut_15(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) * warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_16(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step - 1) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_17(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 2) / warmup_steps if step < warmup_steps else 1.0)


def x_lr_of_step__mutmut_18(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step <= warmup_steps else 1.0)


def x_lr_of_step__mutmut_19(train: Train, step: int, total: int) -> float:
    """The learning rate of step `step` of `total`, counted from 0; the warm-up reaches the peak with its last step."""
    warmup_steps = math.ceil(train.warmup * total - 1e-9)  # 0.07 of 100 steps are 7
    return lr_at(train, step / total, (step + 1) / warmup_steps if step < warmup_steps else 2.0)

mutants_x_lr_of_step__mutmut['_mutmut_orig'] = x_lr_of_step__mutmut_orig # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_1'] = x_lr_of_step__mutmut_1 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_2'] = x_lr_of_step__mutmut_2 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_3'] = x_lr_of_step__mutmut_3 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_4'] = x_lr_of_step__mutmut_4 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_5'] = x_lr_of_step__mutmut_5 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_6'] = x_lr_of_step__mutmut_6 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_7'] = x_lr_of_step__mutmut_7 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_8'] = x_lr_of_step__mutmut_8 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_9'] = x_lr_of_step__mutmut_9 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_10'] = x_lr_of_step__mutmut_10 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_11'] = x_lr_of_step__mutmut_11 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_12'] = x_lr_of_step__mutmut_12 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_13'] = x_lr_of_step__mutmut_13 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_14'] = x_lr_of_step__mutmut_14 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_15'] = x_lr_of_step__mutmut_15 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_16'] = x_lr_of_step__mutmut_16 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_17'] = x_lr_of_step__mutmut_17 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_18'] = x_lr_of_step__mutmut_18 # type: ignore # mutmut generated
mutants_x_lr_of_step__mutmut['x_lr_of_step__mutmut_19'] = x_lr_of_step__mutmut_19 # type: ignore # mutmut generated
