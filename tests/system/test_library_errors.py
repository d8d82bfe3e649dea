"""Exceptions of libraries: what they mean, and which line of them is shown."""

import errno

import pytest
import torch

from instructgpt_cli.system.library_errors import first_line, is_out_of_memory, kind_and_first_line, system_fault


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ValueError("bad value\nand a page of advice"), "bad value"),
        (ValueError("\n  one fault:\n\n    the fault\n"), "one fault: the fault"),
        (ValueError("a colon at the end:"), "a colon at the end:"),
        (KeyError("llamo"), "'llamo' is not known"),
        (RuntimeError(), "RuntimeError"),
        (ValueError("x" * 999), "x" * 300),
    ],
)
def test_the_first_line_is_the_one_that_says_something(error: Exception, line: str) -> None:
    assert first_line(error) == line


def test_the_type_precedes_the_first_line() -> None:
    assert kind_and_first_line(TypeError("bad operand\nmore")) == "TypeError: bad operand"
    assert kind_and_first_line(TypeError()) == "TypeError"


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        Exception(f"Cannot allocate memory (os error {errno.ENOMEM})"),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes"),
        RuntimeError("NCCL error ..., unhandled cuda error\nLast error:\nCuda failure 2 'out of memory'"),
        ImportError("libx.so: failed to map segment from shared object"),
    ],
)
def test_every_form_of_out_of_memory_is_recognized(error: Exception) -> None:
    assert is_out_of_memory(error)


def test_other_errors_are_not_out_of_memory() -> None:
    assert not is_out_of_memory(ValueError("can't allocate memory"))
    assert not is_out_of_memory(RuntimeError("shapes do not match"))


def test_the_system_error_number_in_a_message() -> None:
    assert system_fault(Exception("I/O error: No space left on device (os error 28)")) == errno.ENOSPC
    assert system_fault(RuntimeError("can't start new thread")) == errno.EAGAIN
    assert system_fault(ValueError("no number")) is None
