"""The memory of a run's step, and micro-batches that fit into that of its GPU."""

import torch

from instructgpt_cli.dataset.loader import load_step
from instructgpt_cli.model import dtypes, simulated_memory
from instructgpt_cli.training.memory import StepMemory, fitting_limit, simulate
from instructgpt_cli.training.step import TrainState


def fitting(state: TrainState) -> int:
    """The most tokens of a micro-batch, up to the limit of `state`, that fit into the free memory of its GPU. On every
    rank the same; on a CPU, where ranks share
    weights or tokens, and where the model cannot be simulated, the limit itself."""
    wanted = state.micro_batch_tokens
    if state.device.type != "cuda" or state.is_sharded or state.context.exchange:
        return wanted
    found, limit = of_step(state), wanted
    if found is not None:
        whole = found

        def above_weights(tokens: int) -> int:
            memory = of_step(state, tokens) or whole
            return memory.total - memory.weights

        limit = fitting_limit(wanted, above_weights, free_memory(state.device))
    # Machines may differ: the smallest limit of all ranks.
    return min(int(other) for other in state.group.all_gather(torch.tensor([limit])))


def free_memory(device: torch.device) -> int:
    """Bytes of the GPU that this process may still allocate, those that torch keeps for it included."""
    free, _ = torch.cuda.mem_get_info(device)
    kept: int = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
    return free + kept


def of_step(state: TrainState, tokens: int | None = None) -> StepMemory | None:
    """The memory of the first step with micro-batches of at most `tokens` (None: the limit of the run). None where the
    model cannot be simulated."""
    limit = tokens or state.micro_batch_tokens
    step = load_step(state.dataset, state.plan, 0, limit, padded=not state.packed, border=state.border)
    try:
        mode = simulated_memory.without_data()
        return simulate(
            simulated_memory.copy_without_data(state.model, mode),
            mode,
            state.optimizers,
            step.micro_batches,
            dtypes.FORMATS[state.precision],
            packed=state.packed,
            chunked=state.chunked,
            on_accelerator=state.device.type != "cpu",
        )
    except Exception:  # architectures raise anything for tensors without data
        return None
