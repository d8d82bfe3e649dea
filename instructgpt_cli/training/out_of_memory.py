"""Out of memory in a micro-batch: its step is computed again with smaller ones, which changes nothing in the result."""

from dataclasses import dataclass
from types import TracebackType

import torch

from instructgpt_cli.dataset.batch import Batch
from instructgpt_cli.errors import ExitCode, PeerError, ResourceError
from instructgpt_cli.system.library_errors import is_out_of_memory
from instructgpt_cli.training.distributed import ProcessGroup


@dataclass
class MemoryGuard:
    """`with guard(micro):` around the computation of a micro-batch ends it where memory runs out, and remembers it."""

    is_fatal: bool
    """Whether out of memory stays an error: a rank of a sharded model cannot leave a step that the others compute."""
    too_large: Batch | None = None
    _micro: Batch | None = None

    def __call__(self, micro: Batch) -> "MemoryGuard":
        self._micro = micro
        return self

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        if self.is_fatal or error is None or not is_out_of_memory(error):
            return False
        self.too_large = self._micro
        return True  # with the error's traceback, the tensors of the micro-batch are freed


def agree_on_limit(limit: int, too_large: Batch | None, is_padded: bool, group: ProcessGroup, k: int) -> int:
    """The next lower limit of tokens for micro-batches, the same on every rank, after step k ran out of memory with a
    micro-batch that was `too_large` on this rank, or on others. Collective.

    Raises `ResourceError` where that was a single sequence.
    """
    here = (0, 0)
    if too_large is not None:
        rows = len(too_large.lengths)
        here = (rows, rows * max(too_large.lengths) if is_padded else too_large.tokens)
    sizes = [(rows, tokens) for part in group.all_gather(torch.tensor(here)) for rows, tokens in [part.tolist()]]
    if alone := max((tokens for rows, tokens in sizes if rows == 1), default=0):
        if not group.is_main:
            raise PeerError("out of memory", "Rank 0 names the sequence.", ExitCode.RESOURCES, is_reported=True)
        raise ResourceError(
            f"step {k + 1}: out of memory with a micro-batch of one sequence of {alone:,} tokens",
            "train.gradient_checkpointing=true takes less memory, and the same command then continues from the last "
            "checkpoint. Otherwise lower data.max_length, or train an adapter (train.lora={}), in another output_dir.",
        )
    largest: int = max(tokens for _, tokens in sizes)
    return min(limit, largest) // 2
