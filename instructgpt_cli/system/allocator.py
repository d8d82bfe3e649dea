"""Settings of the memory allocators: of the C library and of CUDA."""

import ctypes
import os
import sys

# mallopt parameters, from malloc.h of the GNU C library.
_M_TRIM_THRESHOLD, _M_TOP_PAD, _M_MMAP_MAX = -1, -2, -4
_KEPT_BYTES = 2**31 - 1
_GROWTH_BYTES = 1 << 26


def keep_freed_memory() -> None:
    """Make the C library keep the memory of freed large tensors for the next ones.

    By default it returns that memory to the kernel and gets it back page by page: a tenth of a training step on a CPU.
    Does nothing without the GNU C library.
    """
    if not sys.platform.startswith("linux"):
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "gnu_get_libc_version"):
        for setting, value in ((_M_MMAP_MAX, 0), (_M_TRIM_THRESHOLD, _KEPT_BYTES), (_M_TOP_PAD, _GROWTH_BYTES)):
            library.mallopt(setting, value)


def use_expandable_segments() -> None:
    """Make torch's CUDA allocator grow its segments: micro-batches of different sizes then leave no unusable gaps.
    Call it before torch is imported. Does nothing where the user has set the allocator up."""
    if "PYTORCH_CUDA_ALLOC_CONF" not in os.environ:
        os.environ.setdefault("PYTORCH_ALLOC_CONF", "expandable_segments:True")
