"""How the CPU threads of torch wait for each other. Imports nothing: it must be settled before torch is imported."""

import os


def wait_without_spinning() -> None:
    """Lets a thread that has nothing to do sleep. OpenMP's default is to spin: on cores that others use as well, each
    of the many short steps of a small model then waits for a thread that cannot run (measured: 32 times slower)."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
