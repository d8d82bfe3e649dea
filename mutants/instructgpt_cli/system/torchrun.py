"""What torchrun says to each process that it starts."""

import os

from instructgpt_cli.errors import UsageError


def has_started() -> bool:
    """Whether torchrun started this process and others beside it."""
    return "TORCHELASTIC_RUN_ID" in os.environ and os.environ.get("WORLD_SIZE") != "1"


def is_first() -> bool:
    """Whether this is the process that speaks: the first of those that torchrun started, or the only one."""
    return not has_started() or os.environ.get("RANK", "0") == "0"


def refuse(what: str) -> None:
    """Raises `UsageError` for a command that is one process by nature, started as several."""
    if has_started():
        raise UsageError(
            f"{what} runs as one process, and torchrun started {os.environ.get('WORLD_SIZE')}", "Leave torchrun out."
        )
