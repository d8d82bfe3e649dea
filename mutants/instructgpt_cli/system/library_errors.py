"""What the exceptions of libraries and of the system say, where their class alone does not."""

import errno
import re

_NO_MEMORY = (
    "can't allocate memory",
    "CUDA error: out of memory",
    "CUBLAS_STATUS_ALLOC_FAILED",
    "std::bad_alloc",
    "failed to map segment from shared object",  # a library that no address space is left for
)


def is_out_of_memory(error: BaseException) -> bool:
    """Python's, torch's (known by name: torch may not be imported), cuBLAS's and the C++ allocator's ways to say so."""
    if isinstance(error, MemoryError):
        return True
    kind, text = type(error), str(error)
    if getattr(error, "errno", None) == errno.ENOMEM or f"(os error {errno.ENOMEM})" in text:
        return True
    if kind.__name__ == "OutOfMemoryError" and kind.__module__.split(".")[0] == "torch":
        return True
    return isinstance(error, RuntimeError | ImportError) and any(words in text for words in _NO_MEMORY)


def system_fault(error: BaseException) -> int | None:
    """The system's error number in the message of what is no OSError: libraries written in Rust (safetensors,
    tokenizers), and Python where it gets no thread."""
    if "can't start new thread" in str(error):
        return errno.EAGAIN
    found = re.search(r"\(os error (\d+)\)", str(error))
    return int(found[1]) if found else None


def first_line(error: BaseException) -> str:
    """The first line of what a library says went wrong, with the next where it ends in a colon."""
    if isinstance(error, KeyError):
        return f"{error} is not known"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if not lines:
        return type(error).__name__
    return (lines[0] if len(lines) == 1 or not lines[0].endswith(":") else f"{lines[0]} {lines[1]}")[:300]


def kind_and_first_line(error: BaseException) -> str:
    """`TypeError: bad operand`, for a fault that is likelier the library's than the user's."""
    kind, line = type(error).__name__, first_line(error)
    return kind if line == kind else f"{kind}: {line}"
