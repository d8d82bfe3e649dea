"""The memory of a run's step, and micro-batches that fit into that of its GPU."""

import torch

from instructgpt_cli.dataset.loader import load_step
from instructgpt_cli.model import dtypes, simulated_memory
from instructgpt_cli.training.memory import StepMemory, fitting_limit, simulate
from instructgpt_cli.training.step import TrainState

# Per token, layer and element of its MLP: twice what Llama takes in bfloat16 by the simulation.
AMPLE_BYTES = 45
# For chunks of the head, and whatever else does not grow with the layers.
AMPLE_REST = 2 << 30


def fitting(state: TrainState) -> int:
    """The most tokens of a micro-batch, up to the limit of `state`, that fit into the free memory of its GPU. On every
    rank the same; on a CPU, where ranks share weights or tokens, and where the model cannot be simulated, the limit
    itself."""
    wanted = state.micro_batch_tokens
    if state.device.type != "cuda" or state.is_sharded or state.context.exchange:
        return wanted
    found, limit = None if _is_far_below(state, free_memory(state.device)) else of_step(state), wanted
    if found is not None:
        whole = found

        def above_weights(tokens: int) -> int:
            memory = of_step(state, tokens) or whole
            return memory.total - memory.weights

        limit = fitting_limit(wanted, above_weights, free_memory(state.device))
    # Machines may differ: the smallest limit of all ranks.
    return min(int(other) for other in state.group.all_gather(torch.tensor([limit])))


def _is_far_below(state: TrainState, free: int) -> bool:
    """Whether a step certainly fits: the simulation takes seconds, which a start need not wait for then."""
    config = state.model.config.get_text_config()
    width = max(getattr(config, "hidden_size", 0), getattr(config, "intermediate_size", None) or 0)
    layers = getattr(config, "num_hidden_layers", 0)
    if not (width and layers) or getattr(config, "num_experts_per_tok", None):
        return False
    weights = sum(p.numel() for p in state.model.parameters())
    return bool(AMPLE_BYTES * width * layers * state.micro_batch_tokens + 16 * weights + AMPLE_REST < free // 2)


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
