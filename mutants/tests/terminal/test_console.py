"""The console, through a pipe and on a pseudo-terminal."""

import io
import json
import os
import pty
import re
import select
import sys
import threading
from collections.abc import Callable
from typing import Any, TextIO

import pytest

from instructgpt_cli import plain_text
from instructgpt_cli.run.metrics_log import StepMetrics, StepTiming
from instructgpt_cli.system.streams import is_terminal
from instructgpt_cli.terminal import progress
from instructgpt_cli.terminal.console import Console


def step(number: int, of: int, loss: float = 0.5) -> tuple[StepMetrics, StepTiming]:
    metrics = StepMetrics(number, number / of, loss, 1e-3, 1.25, targets=100, tokens=400)
    return metrics, StepTiming(number, 0.5 * number, number / of, 8000.0, 2000.0, seconds_left=0.5 * (of - number))


class Terminal:
    """A pseudo-terminal in the place of a stream; what was written to it is in `text()`."""

    def __init__(self, columns: int) -> None:
        self.reader, writer = pty.openpty()
        os.environ["COLUMNS"] = str(columns)
        self.stream: TextIO = open(writer, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - a descriptor, closed in text()
        self._seen = b""
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._done = threading.Event()
        self._thread.start()

    def _read(self) -> None:
        while True:
            ready, _, _ = select.select([self.reader], [], [], 0.05)
            if ready:
                try:
                    self._seen += os.read(self.reader, 65536)
                except OSError:
                    return
            elif self._done.is_set():
                return

    def text(self) -> str:
        self.stream.flush()
        self._done.set()
        self._thread.join()
        self.stream.close()
        os.close(self.reader)
        return self._seen.decode("utf-8")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Terminal]:
    """`terminal("stderr", columns=80)` puts a pseudo-terminal in the place of a stream."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR")

    def install(name: str, columns: int = 80) -> Terminal:
        made = Terminal(columns)
        monkeypatch.setattr(sys, name, made.stream)
        return made

    return install


def test_results_and_messages_go_their_own_ways(capsys: Any) -> None:
    console = Console()
    console.message("hello")
    console.warn("odd", "look")
    console.result("42")
    console.stream("a")
    console.stream("b\n")
    console.event({"event": "none without json"})
    said = capsys.readouterr()
    assert said.out == "42\nab\n"
    assert said.err == "hello\nwarning: odd\n  hint: look\n"


def test_quiet_keeps_warnings_and_results(capsys: Any) -> None:
    console = Console(quiet=True)
    console.message("hello")
    console.warn("odd")
    console.result("42")
    with console.training("finetune", 2) as display:
        display.on_step(*step(1, 2))
    said = capsys.readouterr()
    assert (said.out, said.err) == ("42\n", "warning: odd\n")


def test_json_keeps_stdout_for_events(capsys: Any) -> None:
    console = Console(json=True)
    console.result("42")
    console.table("scores", ["a"], [[1]])
    console.event({"event": "x", "词": "é", "loss": float("nan"), "deep": [{"a": float("inf")}]})
    said = capsys.readouterr()
    assert said.out == '{"event": "x", "词": "é", "loss": null, "deep": [{"a": null}]}\n'
    assert said.err == "42\nscores\na\n-\n1\n"


def test_a_table_through_a_pipe(capsys: Any) -> None:
    rows = [["reverse", 1200, 0.91234, "ok"], ["翻译", 17, None, "two\nlines\x1b[31m"], ["cafe\u0301", 5, 1.0, ""]]
    Console().table("Scores", ["task", "rows", "match", "note"], rows)
    assert capsys.readouterr().out == (
        "Scores\n"
        "task      rows  match  note\n"
        "-------  -----  -----  ------------------\n"
        "reverse  1,200  0.912  ok\n"
        "翻译        17      -  two\\nlines\\x1b[31m\n"
        "cafe\u0301         5  1.000\n"
    )


def test_a_table_without_a_head(capsys: Any) -> None:
    Console().table("done", ["", ""], [["steps", 1200], ["model", "run/model"]])
    assert capsys.readouterr().out == "done\nsteps  1,200\nmodel  run/model\n"


def test_a_table_on_a_terminal_fits_it(terminal: Any) -> None:
    screen = terminal("stdout", columns=40)
    Console().table("Scores [bold]", ["task", "note"], [["a" * 20, "word " * 12]])
    lines = re.sub(r"\x1b\[[0-9;]*m", "", screen.text()).split("\r\n")
    assert lines[0].rstrip() == "Scores [bold]"
    assert max(map(len, lines)) <= 40
    assert sum("word" in line for line in lines) > 2


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_only_where_they_are_wanted(variable: str, value: str, terminal: Any, monkeypatch: Any) -> None:
    screen = terminal("stdout")
    assert Console().paint("x", "answer") == "\x1b[1;32mx\x1b[0m"
    monkeypatch.setenv(variable, value)
    assert Console().paint("x", "answer") == "x"
    assert is_terminal(sys.stdout) is (variable != "TERM")
    screen.text()


def test_on_a_terminal_words_stay_whole_and_through_a_pipe_lines_do(terminal: Any, capsys: Any) -> None:
    path = "/a/path/that/is/longer/than/the/whole/line.yaml"
    said = f"{path}: train.lr: should be greater than 0\n{path}:2: 苹果苹果苹果苹果苹果苹果 河流"
    Console().error(said, "Give it another value, and then run the same command again.")
    assert capsys.readouterr().err.count("\n") == 3
    screen = terminal("stderr", columns=40)
    Console().error(said, "Give it another value, and then run the same command again.")
    Console().warn("one two three four five six seven eight nine ten")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", screen.text()).replace("\r", "").rstrip("\n").split("\n")
    assert lines == [
        "error:",
        f"         {path}:",
        "         train.lr: should be greater",
        "         than 0",
        f"       {path}:2:",
        "         苹果苹果苹果苹果苹果苹果 河流",
        "  hint: Give it another value, and then",
        "        run the same command again.",
        "warning: one two three four five six",
        "         seven eight nine ten",
    ]


def test_training_through_a_pipe(capsys: Any, monkeypatch: Any) -> None:
    clock = iter(range(0, 1000, 2))
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(clock)))
    with Console().training("finetune", 8) as display:
        for number in range(1, 9):
            display.on_step(*step(number, 8))
            if number == 4:
                display.on_validation(4, 0.25)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "finetune  12%  step 1/8  loss 0.5000  3.5s left  2.00k targets/s  lr 1.00e-03\n"
        "finetune  50%  step 4/8  loss 0.5000  2.0s left  2.00k targets/s  lr 1.00e-03\n"
        "step 4: validation loss 0.2500\n"
        "finetune  88%  step 7/8  loss 0.5000  0.5s left  2.00k targets/s  lr 1.00e-03\n"
        "finetune 100%  step 8/8  loss 0.5000  2.00k targets/s  lr 1.00e-03\n"
    )


def test_an_event_is_one_line_to_every_reader(capsys: Any) -> None:
    words = "a\x85b\u2028c\u2029d\x0b\x1c\r\n"
    Console(json=True).event({"text": words})
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [{"text": words}]


def test_training_as_events(capsys: Any) -> None:
    with Console(json=True, quiet=True).training("finetune") as display:
        display.on_step(*step(1, 2, loss=float("nan")))
        display.on_validation(1, 0.25)
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events] == ["step", "validation"]
    assert events[0]["loss"] is None
    assert events[0]["targets_per_second"] == 2000.0


@pytest.mark.parametrize("columns", [120, 60, 30, 10])
def test_training_on_a_terminal(columns: int, terminal: Any) -> None:
    screen = terminal("stderr", columns)
    console = Console()
    with console.training("finetune", 2) as display:
        display.on_step(*step(1, 2))
        display.on_validation(1, 0.25)
        console.message("a checkpoint")
        display.on_step(*step(2, 2))
    seen = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", screen.text())
    words = " ".join(seen.split())  # lines above the bar are folded to the terminal
    assert "step 1: validation loss 0.2500" in words
    assert "a checkpoint" in words
    assert ("lr 1.00e-03" in seen) is (columns == 120)
    if columns >= 30:
        assert "step 2/2" in seen


def test_progress_through_a_pipe(capsys: Any, monkeypatch: Any) -> None:
    clock = iter(range(0, 1000, 3))
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(clock)))
    with Console().progress("Tokenising", total=4, unit="rows") as bar:
        for _ in range(3):
            bar.advance()
        bar.update(completed=4, note="done")
    assert capsys.readouterr().err == (
        "Tokenising: 2 of 4 rows, 6.0s, 6.0s left\n"
        "Tokenising: 4 of 4 rows, 12s, done\n"
        "Tokenising: 4 of 4 rows, 15s, done\n"
    )


def test_progress_on_a_terminal(terminal: Any) -> None:
    screen = terminal("stderr")
    console = Console()
    with console.progress("Reading [x]", total=1000, unit="rows") as bar:
        for _ in range(1000):
            bar.advance()
        console.message("a line above the bar")
        with console.progress("inner") as inner:  # one bar at a time: the inner one is plain
            inner.advance()
    seen = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", screen.text())
    assert "1,000/1,000 rows" in seen
    assert "Reading [x]" in seen
    assert "a line above the bar" in seen
    assert console.drawing is None


class Deaf(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_nobody_listening_stops_results_but_no_run(monkeypatch: Any) -> None:
    monkeypatch.setattr(sys, "stdout", Deaf())
    monkeypatch.setattr(sys, "stderr", Deaf())
    console = Console(json=True)
    console.message("into the void")
    with pytest.raises(BrokenPipeError):
        console.event({"event": "row"})
    with console.training("finetune", 1) as display:
        display.on_step(*step(1, 1))
    console.event({"event": "finished"})


def test_a_model_cannot_draw_on_the_screen(terminal: Any, capsys: Any) -> None:
    Console().stream("a\x1b[2J\n")
    assert capsys.readouterr().out == "a\x1b[2J\n"
    screen = terminal("stdout")
    Console().stream("a\x1b[2J\n")
    assert screen.text() == "a\\x1b[2J\r\n"


def test_asking_reads_lines_until_the_end(monkeypatch: Any) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("first\n\nlast"))
    console = Console()
    assert [console.ask("> ") for _ in range(4)] == ["first", "", "last", None]


@pytest.mark.parametrize(
    ("cells", "numeric"),
    [
        (["1,200", "-", "", "0.5", "3e-05", "12 %", "nan"], False),
        (["1,200", "-", "", "0.5", "3e-05", "12%", "nan", "-inf", "4.2k"], True),
        (["-", ""], False),
        (["1200", "run/model"], False),
    ],
)
def test_columns_of_numbers(cells: list[str], numeric: bool) -> None:
    assert plain_text.is_numeric(cells) is numeric


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.04, "0.0s"),
        (9.94, "9.9s"),
        (9.96, "10s"),
        (59.6, "1m 00s"),
        (3599.7, "1h 00m"),
        (200_000, "2d 07h"),
        (-1, "-"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert plain_text.duration(seconds) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999.4, "999"), (999.6, "1.00k"), (12_345, "12.3k"), (999_600, "1.00M"), (4.2e9, "4.20G")],
)
def test_counts(number: float, text: str) -> None:
    assert plain_text.count(number) == text


def test_unprintable_characters_are_spelt_out() -> None:
    assert plain_text.printable("a\x1b[2J\x07\u202e\ud800\nb\tc 漢é") == "a\\x1b[2J\\x07\\u202e\\ud800\nb\tc 漢é"


def test_a_long_line_above_a_bar_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:

    import rich.console

    from instructgpt_cli.terminal import console as module

    monkeypatch.setattr(module, "terminal_width", lambda _: 40)
    screen = io.StringIO()
    told = Console()
    told.drawing = rich.console.Console(file=screen, width=40)
    told.message("SIGTERM: stopping once this step is saved; a second signal leaves at once")
    assert [len(line) <= 40 for line in screen.getvalue().splitlines()] == [True, True]


@pytest.mark.parametrize(
    ("done", "total", "said"),
    [
        (0, None, "reading: 3.0s\n"),  # found as it was left: nothing was counted
        (1, None, "reading: 1 row, 3.0s\n"),
        (1, 1, "reading: 1 of 1 row, 3.0s\n"),
        (2, None, "reading: 2 rows, 3.0s\n"),
    ],
)
def test_what_is_counted_is_called_by_its_number(
    done: int, total: int | None, said: str, capsys: Any, monkeypatch: Any
) -> None:
    clock = iter([0.0, 1.0, 3.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    with Console().progress("reading", total=total, unit="rows") as bar:
        bar.update(completed=done)
    assert capsys.readouterr().err == said
    assert plain_text.counted(done, "row") == f"{done} row{'' if done == 1 else 's'}"


SCORES = [["counting upwards", "12", *["0.123 → 0.456"] * 7], ["short", "3", *["13.889 → 13.889"] * 7]]
METRICS = ["task", "rows", *(f"metric {n}" for n in range(7))]
PATH = "data/a_rather_long_folder_name/of_rows_to_learn_from/rows.train.jsonl"
ABOUT = [PATH, "5,756", "5,756", "483,514", "475,664", "0", "0", "128"]


@pytest.mark.parametrize("room", [60, 80, 120])
@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (METRICS, SCORES),
        (["source", "rows", "sequences", "tokens", "targets", "refused", "cut", "longest"], [ABOUT]),
        (["source", "reason", "what to do"], [["rows.jsonl", "no answer", "Name the column of answers. " * 6]]),
        (["", ""], [["memory", "about 467 MiB " * 12], ["model", PATH]]),
    ],
)
def test_a_table_breaks_no_word_whatever_its_room(columns: list[str], rows: list[list[str]], room: int) -> None:
    """Each cell stands in one piece, or in prose each word; only what is longer than a line reaches beyond it."""
    right = [plain_text.is_numeric([row[i] for row in rows]) for i in range(len(columns))]
    text = plain_text.table(columns, rows, right, room)
    unbroken = len("memory  " + PATH) if any(PATH in row for row in rows) else 0
    assert max(map(len, text.split("\n"))) <= max(room, unbroken)
    for cell in [*columns[1:], *(cell for row in rows for cell in row)]:
        assert cell in text or all(word in text.split() for word in cell.split())
    assert plain_text.table(columns, rows, right).count("\n") == len(rows) + 2 * any(columns)


def test_columns_that_do_not_fit_come_below_beside_the_first_again() -> None:
    text = plain_text.table(["task", "a", "b"], [["sort", "1" * 12, "2" * 12]], [False, True, True], 24)
    assert text == (
        "task             a\n----  ------------\nsort  111111111111\n\n"
        "task             b\n----  ------------\nsort  222222222222\n"
    )


def test_sentences_fit_a_terminal(terminal: Any) -> None:
    screen = terminal("stdout", columns=40)
    Console().prose("An answer ends with <|im_end|>, and data/rows.jsonl holds the rows.")
    assert screen.text() == "An answer ends with <|im_end|>, and\r\n  data/rows.jsonl holds the rows.\r\n"
