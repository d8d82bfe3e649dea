"""Bars on a terminal: the text beside one fits."""

from unittest.mock import Mock

from instructgpt_cli.terminal import bars


def test_as_many_pieces_as_fit_and_at_least_the_first() -> None:
    pieces = ["step 1/8", "loss 0.5", "词"]
    assert bars.fitting(pieces, 22) == "step 1/8  loss 0.5  词"
    assert bars.fitting(pieces, 21) == "step 1/8  loss 0.5"  # a Chinese character is two columns wide
    assert bars.fitting(pieces, 17) == "step 1/8"
    assert bars.fitting(pieces, 0) == "step 1/8"
    assert bars.fitting([], 9) == ""


def test_square_brackets_are_not_markup() -> None:
    bar = bars.new_bar()
    bar.add_task("reading [bold]", text="[red]3[/red]")
    with bar.console.capture() as shown:
        bar.console.print(bar.get_renderable())
    assert "reading [bold]" in shown.get()
    assert "[red]3[/red]" in shown.get()


def test_a_terminal_that_was_closed_is_no_error() -> None:
    bar = Mock()
    bar.stop.side_effect = OSError("closed")
    bars.stop(bar)
    bar.stop.assert_called_once()
