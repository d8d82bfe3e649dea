"""The environment variables that torchrun sets for each process."""

import os

from instructgpt_cli.errors import UsageError


def has_started() -> bool:
    """Whether torchrun started this process as one of several."""
    return "TORCHELASTIC_RUN_ID" in os.environ and os.environ.get("WORLD_SIZE") != "1"


def is_first() -> bool:
    """Whether this is rank 0, the process that prints, or the only process."""
    return not has_started() or os.environ.get("RANK", "0") == "0"


def quiet_torch() -> None:
    """Turn off the warnings of torch's C++ code in one of several processes: where another one is gone, stack frames
    bury our message. Call before torch is imported."""
    if has_started():
        os.environ.setdefault("TORCH_CPP_LOG_LEVEL", "ERROR")


def refuse(what: str) -> None:
    """Raise `UsageError` if torchrun started several processes of a command that runs in one."""
    if has_started():
        raise UsageError(
            f"{what} runs in one process, but torchrun started {os.environ.get('WORLD_SIZE')}",
            "Run it without torchrun.",
        )
