"""Standard streams: what they can show, and closed or broken ones."""

import errno
import io
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from typing import TextIO

import pytest

from instructgpt_cli.system import streams


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[TextIO]:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.delenv("COLUMNS")
    reader, writer = pty.openpty()
    with open(writer, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a descriptor
        yield stream
    os.close(reader)


def test_a_terminal_has_lines_to_redraw_colors_and_a_width(terminal: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    assert streams.is_terminal(terminal)
    assert streams.shows_colors(terminal)
    monkeypatch.setenv("COLUMNS", "33")
    assert streams.terminal_width(terminal) == 33
    monkeypatch.setenv("COLUMNS", "wide")
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((44, 10)))
    assert streams.terminal_width(terminal) == 44


def test_a_dumb_terminal_is_like_a_pipe(terminal: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not streams.is_terminal(terminal)
    assert not streams.shows_colors(terminal)
    assert streams.terminal_width(terminal) == 0


def test_no_color_keeps_the_terminal(terminal: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert streams.is_terminal(terminal)
    assert not streams.shows_colors(terminal)


def test_a_closed_stream_is_not_a_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert not streams.is_terminal(stream)
    streams.abandon(stream)


def test_errors_of_stdout_name_it() -> None:
    with pytest.raises(OSError, match="No space left") as caught, streams.naming_stdout():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert caught.value.filename == "standard output"


def test_an_abandoned_stream_swallows_what_is_written() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a descriptor
        stream.write("lost")
        streams.abandon(stream)
        stream.flush()


def test_closed_streams_are_opened_and_odd_text_is_escaped() -> None:
    program = (
        "from instructgpt_cli.system.streams import open_standard_streams; open_standard_streams(); import sys;"
        "assert sys.stdin.read() == ''; taken = open('/dev/null'); assert taken.fileno() > 2;"
        "print('\\udc80\\u6c34', file=sys.stderr)"
    )
    script = f'exec "{sys.executable}" -c "{program}" <&- >&-'
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(["bash", "-c", script], stderr=subprocess.PIPE, text=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "\\udc80\\u6c34\n")


def test_libraries_show_progress_bars_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch, terminal: TextIO) -> None:
    for name in ("HF_HUB_DISABLE_PROGRESS_BARS", "HF_DATASETS_DISABLE_PROGRESS_BARS", "TRANSFORMERS_VERBOSITY"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", terminal)
        streams.quiet_libraries()
    assert "HF_HUB_DISABLE_PROGRESS_BARS" not in os.environ
    streams.quiet_libraries()
    assert os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] == os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] == "1"


@pytest.mark.parametrize(("own", "expected"), [(None, "error"), ("info", "info")])
def test_transformers_logs_errors_only_unless_the_user_asks_for_more(
    monkeypatch: pytest.MonkeyPatch, own: str | None, expected: str
) -> None:
    for name in ("HF_HUB_DISABLE_PROGRESS_BARS", "HF_DATASETS_DISABLE_PROGRESS_BARS", "TRANSFORMERS_VERBOSITY"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    if own:
        monkeypatch.setenv("TRANSFORMERS_VERBOSITY", own)
    streams.quiet_libraries()
    assert os.environ["TRANSFORMERS_VERBOSITY"] == expected
