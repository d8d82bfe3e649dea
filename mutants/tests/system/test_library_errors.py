"""What the exceptions of libraries are taken for, and what is shown of them."""

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
def test_the_first_line_of_an_error_is_the_one_that_says_something(error: Exception, line: str) -> None:
    assert first_line(error) == line


def test_the_kind_of_an_error_stands_before_its_first_line_once() -> None:
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
        ImportError("libx.so: failed to map segment from shared object"),
    ],
)
def test_libraries_say_in_many_ways_that_memory_is_out(error: Exception) -> None:
    assert is_out_of_memory(error)


def test_other_errors_are_not_taken_for_a_lack_of_memory() -> None:
    assert not is_out_of_memory(ValueError("can't allocate memory"))
    assert not is_out_of_memory(RuntimeError("shapes do not match"))


def test_the_number_of_a_system_error_is_read_from_the_message_of_a_library_in_rust() -> None:
    assert system_fault(Exception("I/O error: No space left on device (os error 28)")) == errno.ENOSPC
    assert system_fault(RuntimeError("can't start new thread")) == errno.EAGAIN
    assert system_fault(ValueError("no number")) is None
