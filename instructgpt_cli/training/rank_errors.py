"""What an error of torch means in a rank of a run: its own fault, or that another rank is gone or does not come."""

import os
import re

import torch.distributed as dist

from instructgpt_cli.errors import Interrupted, PeerError, ResourceError
from instructgpt_cli.system import signals
from instructgpt_cli.system.library_errors import first_line, is_out_of_memory
from instructgpt_cli.training import verdict
from instructgpt_cli.training.heartbeat import Heartbeat

NCCL_LOST = ("ncclRemoteError", "remote process exited", "communicator was aborted", "collective operation timeout")


def explained(error: BaseException, beats: Heartbeat | None) -> BaseException:
    """The error that ends this process in place of `error`, of which the other ranks know from here on."""
    why = lost(error)
    if beats is None:
        size = os.environ.get("WORLD_SIZE")
        return Interrupted(f"not all {size} processes of this run have started: {first_line(error)}") if why else error
    if why:
        signals.ignore_signals()  # torchrun sends them to the ranks that are left
        if found := beats.explain(why):
            return found.error(beats.rank)
        return Interrupted("another process of this run is gone", verdict.CONTINUES)
    if isinstance(error, KeyboardInterrupt | Interrupted) and (found := beats.ask()):
        return found.error(beats.rank)
    if isinstance(error, dist.DistBackendError) and not is_out_of_memory(error):
        error = ResourceError(f"NCCL: {first_line(error)}", "NCCL_DEBUG=INFO says more.")
    if not isinstance(error, PeerError):
        beats.post(verdict.failed(beats.rank, beats.beat, error))
    return error


def lost(error: BaseException) -> str:
    """`closed` for an error that means a lost connection to another rank, `timed out` for too long a wait; else empty.
    Errors of CUDA that NCCL meets are those of this rank."""
    text = str(error)
    if not isinstance(error, RuntimeError) or is_out_of_memory(error):
        return ""
    if isinstance(error, dist.DistBackendError):
        is_lost = any(words in text for words in NCCL_LOST)
    else:
        is_lost = isinstance(error, dist.DistError) or "gloo" in text
    if not is_lost:
        return ""
    return "timed out" if re.search(r"timed out|timeout", text, re.IGNORECASE) else "closed"
