"""Freed memory is kept by the C library's allocator; CUDA's expands its segments."""

import ctypes
import os
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


def test_cuda_segments_expand_unless_the_user_has_set_them_up(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("PYTORCH_ALLOC_CONF", "PYTORCH_CUDA_ALLOC_CONF")
    for own in ({}, {names[0]: "max_split_size_mb:64"}, {names[1]: "max_split_size_mb:64"}):
        for name in names:
            monkeypatch.delenv(name, raising=False)
        for name, value in own.items():
            monkeypatch.setenv(name, value)
        allocator.use_expandable_segments()
        found = {name: os.environ[name] for name in names if name in os.environ}
        assert found == (own or {names[0]: "expandable_segments:True"})
