"""The only writer to the terminal: results to stdout, messages and progress to stderr.

On a terminal, bars are drawn by rich, which is imported only then, and tables and sentences fit its width. Everywhere
else (a pipe, a log file, cron, `TERM=dumb`) the same things come out as plain lines, without colours or carriage
returns.
"""

import contextlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TextIO

from instructgpt_cli import plain_text
from instructgpt_cli.system.json_object import finite
from instructgpt_cli.system.streams import abandon, is_terminal, naming_stdout, shows_colours, terminal_width

if TYPE_CHECKING:
    import rich.console

    from instructgpt_cli.terminal.progress import Progress, TrainingDisplay

Cell = str | int | float | None
Style = Literal["error", "warning", "strong", "faint", "answer"]
SGR: dict[Style, str] = {"error": "1;31", "warning": "33", "strong": "1", "faint": "2", "answer": "1;32"}

# JSON may hold them as they are, but to many readers of lines (`str.splitlines`) a line ends there.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


class Console:
    """Everything that a command says.

    `json` keeps stdout for events, one JSON object a line; what is meant for people then goes to stderr. `quiet` leaves
    out messages and progress, never warnings, errors or results.
    """

    def __init__(self, json: bool = False, quiet: bool = False) -> None:
        self.json = json
        self.quiet = quiet
        self.drawing: rich.console.Console | None = None
        """The rich console of the bar on the screen, above which lines must be printed."""
        self._outlives_readers = False

    def message(self, text: str) -> None:
        """A line for the person who watches; left out by `quiet`."""
        if not self.quiet:
            self._say(plain_text.printable(text), indent="  ")

    def warn(self, text: str, hint: str = "") -> None:
        """Something that the user should know although the work goes on."""
        self._tell("warning", plain_text.printable(text), hint)

    def error(self, text: str, hint: str = "") -> None:
        """Why the command ends. Further lines of `text` are aligned under the first."""
        self._tell("error", plain_text.printable(text).replace("\n", "\n       "), hint)

    def result(self, text: str = "") -> None:
        """A line of what the command was asked for. It may hold `paint`ed parts, and is not altered otherwise."""
        if self.json:
            self._say(text)
        else:
            self._put(text + "\n")

    def prose(self, text: str, indent: str = "  ") -> None:
        """A result in words: folded to the width of a terminal, further lines behind `indent`, and spelt out."""
        stream = sys.stderr if self.json else sys.stdout
        self.result(plain_text.fold(plain_text.printable(text), terminal_width(stream), indent))

    def stream(self, text: str) -> None:
        """A piece of a model's answer, shown at once: no newline is added. It cannot control a terminal."""
        self._put(plain_text.printable(text) if is_terminal(sys.stdout) else text, at_once=True)

    def ask(self, label: str) -> str | None:
        """A line typed by the user, with editing and history on a terminal; None at the end of the input."""
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 - its import gives input() the line editor
        try:
            if is_terminal(sys.stdin) and is_terminal(sys.stdout):
                return input(label)
            line = sys.stdin.readline()
        except EOFError:
            return None
        return line.rstrip("\n") if line else None

    def event(self, fields: Mapping[str, Any]) -> None:
        """One JSON object on stdout under `json`, nothing otherwise. Numbers that are not finite become null."""
        if self.json:
            self.record(fields)

    def record(self, fields: Mapping[str, Any]) -> None:
        """One JSON object on stdout: a result that is a line of JSON either way."""
        ascii_only = "utf" not in (sys.stdout.encoding or "").lower()
        try:
            line = json.dumps(fields, ensure_ascii=ascii_only, allow_nan=False)
        except ValueError:
            line = json.dumps(finite(fields), ensure_ascii=ascii_only, allow_nan=False)
        self._put((line if line.isascii() else line.translate(_LINE_ENDS)) + "\n")

    def table(self, title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """A table of results, without a head where every column's name is empty. It fits a terminal (`plain.table`).

        Integers get thousands separators, floats three decimals, None a dash; columns of numbers are right-aligned.
        Pass a string where a number needs another form.
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
        """`text` in a style where `stream` (default: stdout) is a terminal that shows colours, else `text` itself."""
        stream = sys.stdout if stream is None else stream
        return f"\x1b[{SGR[style]}m{text}\x1b[0m" if shows_colours(stream) else text

    @contextlib.contextmanager
    def progress(self, description: str, total: int | None = None, unit: str = "") -> "Iterator[Progress]":
        """A bar while something is worked through. `total` counts `unit`s; None where it is not known beforehand."""
        from instructgpt_cli.terminal.progress import BarProgress, PlainProgress

        if self.quiet or self.drawing is not None or not is_terminal(sys.stderr):
            progress: Progress = PlainProgress(self, description, total, unit)
        else:
            progress = BarProgress(self, description, total, unit)
        with progress:
            yield progress

    @contextlib.contextmanager
    def training(self, title: str, total_steps: int | None = None) -> "Iterator[TrainingDisplay]":
        """What a run shows while it trains. From here on the command works on even if nobody reads stdout any more."""
        from instructgpt_cli.terminal.progress import BarTraining, PlainTraining

        self._outlives_readers = True
        on_screen = is_terminal(sys.stderr) and not self.quiet and self.drawing is None
        display = (BarTraining if on_screen else PlainTraining)(self, title, total_steps)
        with display:
            yield display

    def _tell(self, kind: Literal["warning", "error"], text: str, hint: str) -> None:
        shown = plain_text.fold(f"{kind}: {text}", terminal_width(sys.stderr), " " * 9)
        self._say(self.paint(f"{kind}:", kind, sys.stderr) + shown.removeprefix(f"{kind}:"))
        if hint:
            self._say("  hint: " + plain_text.printable(hint).replace("\n", "\n        "), indent=" " * 8)

    def _say(self, text: str, indent: str | None = None) -> None:
        """To stderr. With `indent` it is folded to the width of a terminal. Nobody listening is no reason to stop,
        neither here nor for a library that writes there."""
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
        """To stdout. Raises BrokenPipeError where the reader has gone, unless a run goes on."""
        if self.drawing is not None and is_terminal(sys.stdout):
            self.drawing.out(text, end="", highlight=False)
            return
        try:
            with naming_stdout():
                sys.stdout.write(text)
                if at_once or self._outlives_readers or is_terminal(sys.stdout):
                    sys.stdout.flush()
        except BrokenPipeError:
            if not self._outlives_readers:
                raise
            abandon(sys.stdout)
