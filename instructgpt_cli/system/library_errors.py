"""What exceptions of libraries and of the system mean, where their class alone does not say."""

import errno
import re

_NO_MEMORY = (
    "can't allocate memory",
    "CUDA error: out of memory",
    "Cuda failure 'out of memory'",  # of NCCL, some versions with the number
    "Cuda failure 2 'out of memory'",
    "CUBLAS_STATUS_ALLOC_FAILED",
    "std::bad_alloc",
    "failed to map segment from shared object",  # no address space left for a shared library
)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error of Python, torch (known by name: it may not be imported), cuBLAS or C++ means out of memory."""
    if isinstance(error, MemoryError):
        return True
    kind, text = type(error), str(error)
    if getattr(error, "errno", None) == errno.ENOMEM or f"(os error {errno.ENOMEM})" in text:
        return True
    if kind.__name__ == "OutOfMemoryError" and kind.__module__.split(".")[0] == "torch":
        return True
    return isinstance(error, RuntimeError | ImportError) and any(words in text for words in _NO_MEMORY)


def is_compile_error(error: BaseException) -> bool:
    """Whether torch.compile, or the compiler that it calls, has failed."""
    return any(base.__module__.startswith(("torch._dynamo", "torch._inductor")) for base in type(error).__mro__)


def system_fault(error: BaseException) -> int | None:
    """The system error number in the message of an exception that is not an OSError: those of libraries in Rust
    (safetensors, tokenizers), and Python's if it cannot start a thread."""
    if "can't start new thread" in str(error):
        return errno.EAGAIN
    found = re.search(r"\(os error (\d+)\)", str(error))
    return int(found[1]) if found else None


def first_line(error: BaseException) -> str:
    """The first line of the message, with the next if it ends in a colon."""
    if isinstance(error, KeyError):
        return f"{error} is not known"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if not lines:
        return type(error).__name__
    return (lines[0] if len(lines) == 1 or not lines[0].endswith(":") else f"{lines[0]} {lines[1]}")[:300]


def kind_and_first_line(error: BaseException) -> str:
    """`TypeError: bad operand`, for an error that is more likely the library's than the user's."""
    kind, line = type(error).__name__, first_line(error)
    return kind if line == kind else f"{kind}: {line}"
