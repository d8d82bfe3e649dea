"""The only writer to the terminal: results to stdout, messages and progress to stderr.

On a terminal, rich draws bars (it is imported only then), and tables and prose fit the width. Everywhere else (a pipe,
a log file, cron, `TERM=dumb`) the same content is plain lines, without colors or carriage returns.
"""

import contextlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TextIO

from instructgpt_cli import plain_text
from instructgpt_cli.system.json_object import finite
from instructgpt_cli.system.streams import abandon, is_terminal, naming_stdout, shows_colors, terminal_width

if TYPE_CHECKING:
    import rich.console

    from instructgpt_cli.terminal.progress import Progress
    from instructgpt_cli.terminal.training_display import TrainingDisplay

Cell = str | int | float | None
Style = Literal["error", "warning", "strong", "faint", "answer"]
SGR: dict[Style, str] = {"error": "1;31", "warning": "33", "strong": "1", "faint": "2", "answer": "1;32"}

# Valid inside JSON, but many readers of lines (`str.splitlines`) end a line at these.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


class Console:
    """The output of a command.

    With `json`, stdout is for events only, one JSON object per line, and results for people go to stderr. `quiet`
    suppresses messages and progress, but not warnings, errors and results; `silent` suppresses everything, on the ranks
    of a run that have no terminal.
    """

    def __init__(self, json: bool = False, quiet: bool = False, silent: bool = False) -> None:
        self.json = json
        self.quiet = quiet or silent
        self.silent = silent
        self.drawing: rich.console.Console | None = None
        """The rich console of the bar on the screen: lines are printed above the bar."""
        self._ignores_closed_stdout = False

    def message(self, text: str) -> None:
        """Print a message to stderr, unless `quiet`."""
        if not self.quiet:
            self._say(plain_text.printable(text), indent="  ")

    def warn(self, text: str, hint: str = "") -> None:
        """Warn about something that does not stop the command."""
        self._report("warning", plain_text.printable(text), hint)

    def error(self, text: str, hint: str = "") -> None:
        """Report why the command fails. Further lines of `text` are aligned with the first."""
        self._report("error", plain_text.printable(text).replace("\n", "\n       "), hint)

    def result(self, text: str = "") -> None:
        """Print a line of the result, unchanged: it may contain `paint`ed parts."""
        if self.json:
            self._say(text)
        else:
            self._put(text + "\n")

    def prose(self, text: str, indent: str = "  ") -> None:
        """Print a result in words, folded to the width of a terminal; further lines start with `indent`."""
        stream = sys.stderr if self.json else sys.stdout
        self.result(plain_text.fold(plain_text.printable(text), terminal_width(stream), indent))

    def stream(self, text: str) -> None:
        """Print a piece of an answer at once, without a newline. On a terminal, control characters are escaped."""
        self._put(plain_text.printable(text) if is_terminal(sys.stdout) else text, at_once=True)

    def ask(self, label: str) -> str | None:
        """Read a line from the user, with editing and history on a terminal; None at the end of input."""
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 - importing it gives input() a line editor
        try:
            if is_terminal(sys.stdin) and is_terminal(sys.stdout):
                return input(label)
            line = sys.stdin.readline()
        except EOFError:
            return None
        return line.rstrip("\n") if line else None

    def event(self, fields: Mapping[str, Any]) -> None:
        """Print one JSON object to stdout if `json`. Numbers that are not finite become null."""
        if self.json:
            self.record(fields)

    def record(self, fields: Mapping[str, Any]) -> None:
        """Print one JSON object to stdout, for results that are always lines of JSON."""
        ascii_only = "utf" not in (sys.stdout.encoding or "").lower()
        try:
            line = json.dumps(fields, ensure_ascii=ascii_only, allow_nan=False)
        except ValueError:
            line = json.dumps(finite(fields), ensure_ascii=ascii_only, allow_nan=False)
        self._put((line if line.isascii() else line.translate(_LINE_ENDS)) + "\n")

    def table(self, title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Print a table of results that fits the terminal, without a header if all column names are empty.

        Integers have thousands separators, floats three decimals, None is a dash; columns of numbers are right-aligned.
        Pass a string for any other format.
        """
        cells = [[plain_text.cell(value) for value in row] for row in rows]
        right = [plain_text.is_numeric([row[i] for row in cells]) for i in range(len(columns))]
        stream = sys.stderr if self.json else sys.stdout
        if title:
            self.result(
                self.paint(plain_text.fold(plain_text.printable(title), terminal_width(stream), ""), "strong", stream)
            )
        self.result(plain_text.table(columns, cells, right, terminal_width(stream)).rstrip("\n"))

    def paint(self, text: str, style: Style, stream: TextIO | None = None) -> str:
        """`text` in a style if `stream` (default: stdout) is a terminal with colors, else unchanged."""
        stream = sys.stdout if stream is None else stream
        return f"\x1b[{SGR[style]}m{text}\x1b[0m" if shows_colors(stream) else text

    @contextlib.contextmanager
    def progress(self, description: str, total: int | None = None, unit: str = "") -> "Iterator[Progress]":
        """Show the progress of counted work. `total` is in `unit`s; None if it is not known in advance."""
        from instructgpt_cli.terminal.progress import BarProgress, PlainProgress

        if self.quiet or self.drawing is not None or not is_terminal(sys.stderr):
            progress: Progress = PlainProgress(self, description, total, unit)
        else:
            progress = BarProgress(self, description, total, unit)
        with progress:
            yield progress

    @contextlib.contextmanager
    def training(self, title: str, total_steps: int | None = None) -> "Iterator[TrainingDisplay]":
        """Show the progress of training. From here on, a closed stdout no longer stops the command."""
        from instructgpt_cli.terminal.training_display import BarTraining, PlainTraining

        self._ignores_closed_stdout = True
        on_screen = is_terminal(sys.stderr) and not self.quiet and self.drawing is None
        display = (BarTraining if on_screen else PlainTraining)(self, title, total_steps)
        with display:
            yield display

    def _report(self, kind: Literal["warning", "error"], text: str, hint: str) -> None:
        shown = plain_text.fold(f"{kind}: {text}", terminal_width(sys.stderr), " " * 9)
        self._say(self.paint(f"{kind}:", kind, sys.stderr) + shown.removeprefix(f"{kind}:"))
        if hint:
            self._say("  hint: " + plain_text.printable(hint).replace("\n", "\n        "), indent=" " * 8)

    def _say(self, text: str, indent: str | None = None) -> None:
        """Write a line to stderr, folded to the width of a terminal if `indent` is given. A closed stderr stops neither
        the command nor a library that writes there later."""
        if self.silent:
            return
        try:
            text = text if indent is None else plain_text.fold(text, terminal_width(sys.stderr), indent)
            if self.drawing is not None:
                self.drawing.out(text, highlight=False)
                return
            sys.stderr.write(text + "\n")
            sys.stderr.flush()
        except (OSError, ValueError):
            abandon(sys.stderr)

    def _put(self, text: str, at_once: bool = False) -> None:
        """Write to stdout. Raises BrokenPipeError if its reader has gone, except during and after training."""
        if self.silent:
            return
        if self.drawing is not None and is_terminal(sys.stdout):
            self.drawing.out(text, end="", highlight=False)
            return
        try:
            with naming_stdout():
                sys.stdout.write(text)
                if at_once or self._ignores_closed_stdout or is_terminal(sys.stdout):
                    sys.stdout.flush()
        except BrokenPipeError:
            if not self._ignores_closed_stdout:
                raise
            abandon(sys.stdout)
