"""The window of a mask must be that of the attention call."""

import pytest
from torch import nn

from instructgpt_cli.model.attention_support import (
    CHECK_ERRORS,
    UnsupportedAttention,
    Window,
    check_window,
    requested_window,
)


def test_a_mask_is_replaced_by_the_window_that_the_model_asks_for() -> None:
    assert requested_window(1, 9, local_size=16, mask_function=max) == Window(16)
    assert requested_window(1, 9, mask_function=max) is None


@pytest.mark.parametrize(("mask", "window"), [(Window(16), 16), (None, None)])
def test_equal_windows_pass(mask: object, window: int | None) -> None:
    check_window(mask, window)


@pytest.mark.parametrize(("mask", "window"), [(Window(16), 8), (Window(16), None), (None, 16)])
def test_other_windows_are_refused(mask: object, window: int | None) -> None:
    with pytest.raises(UnsupportedAttention, match=r"its mask has a window of \w+ tokens, its attention one of \w+$"):
        check_window(mask, window)


def test_a_module_without_an_expected_attribute_fails_a_check() -> None:
    """As architectures do that lack what an attention function reads; `NotImplementedError` is a `RuntimeError`."""
    with pytest.raises(CHECK_ERRORS):
        nn.Module().scaling  # noqa: B018
    assert issubclass(UnsupportedAttention, CHECK_ERRORS)
    assert issubclass(NotImplementedError, CHECK_ERRORS)
    assert not issubclass(MemoryError, CHECK_ERRORS)
