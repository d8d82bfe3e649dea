"""Freed memory is kept by the allocator, where the C library has the setting."""

import ctypes
import subprocess
import sys

import pytest

from instructgpt_cli.system import allocator

PROGRAM = """
import ctypes, resource, sys
from instructgpt_cli.system import allocator
if sys.argv[1] == "kept":
    allocator.keep_freed_memory()
library = ctypes.CDLL(None)
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
library.free.argtypes = [ctypes.c_void_p]
def touch():
    block = library.malloc(64 << 20)
    ctypes.memset(block, 1, 64 << 20)
    library.free(block)
touch()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
touch()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def faults(mode: str) -> int:
    done = subprocess.run([sys.executable, "-c", PROGRAM, mode], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "gnu_get_libc_version"), reason="needs the GNU C library")
def test_the_next_large_block_reuses_the_pages_of_the_last() -> None:
    assert faults("kept") < 100
    assert faults("as usual") > 1000  # or there would be nothing to gain


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: pytest.fail("loaded a library"))
    allocator.keep_freed_memory()
