"""The C library's allocator, told to keep the memory of big tensors for the next ones.

By default each goes back to the kernel and comes again page by page: a tenth of a training step on a CPU.
"""

import ctypes
import sys

# From malloc.h of the GNU C library.
_M_TRIM_THRESHOLD, _M_TOP_PAD, _M_MMAP_MAX = -1, -2, -4
_KEPT_BYTES = 2**31 - 1
_GROWTH_BYTES = 1 << 26


def keep_freed_memory() -> None:
    """Does so for this process, where its C library is one that can; elsewhere nothing changes."""
    if not sys.platform.startswith("linux"):
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "gnu_get_libc_version"):
        for setting, value in ((_M_MMAP_MAX, 0), (_M_TRIM_THRESHOLD, _KEPT_BYTES), (_M_TOP_PAD, _GROWTH_BYTES)):
            library.mallopt(setting, value)
