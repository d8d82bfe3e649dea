"""The console, through a pipe and on a pseudo-terminal."""

import io
import json
import re
import sys
from typing import Any

import pytest

from instructgpt_cli.system.streams import is_terminal
from instructgpt_cli.terminal.console import Console


def test_results_go_to_stdout_and_messages_to_stderr(capsys: Any) -> None:
    console = Console()
    console.message("hello")
    console.warn("odd", "look")
    console.result("42")
    console.stream("a")
    console.stream("b\n")
    console.event({"event": "none without json"})
    printed = capsys.readouterr()
    assert printed.out == "42\nab\n"
    assert printed.err == "hello\nwarning: odd\n  hint: look\n"


def test_quiet_keeps_warnings_and_results(step: Any, capsys: Any) -> None:
    console = Console(quiet=True)
    console.message("hello")
    console.warn("odd")
    console.result("42")
    with console.training("finetune", 2) as display:
        display.on_step(*step(1, 2))
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("42\n", "warning: odd\n")


def test_json_keeps_stdout_for_events(capsys: Any) -> None:
    console = Console(json=True)
    console.result("42")
    console.table("scores", ["a"], [[1]])
    console.event({"event": "x", "词": "é", "loss": float("nan"), "deep": [{"a": float("inf")}]})
    printed = capsys.readouterr()
    assert printed.out == '{"event": "x", "词": "é", "loss": null, "deep": [{"a": null}]}\n'
    assert printed.err == "42\nscores\na\n-\n1\n"


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


def test_a_table_without_a_header(capsys: Any) -> None:
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
def test_colors_only_where_they_are_wanted(variable: str, value: str, terminal: Any, monkeypatch: Any) -> None:
    screen = terminal("stdout")
    assert Console().paint("x", "answer") == "\x1b[1;32mx\x1b[0m"
    monkeypatch.setenv(variable, value)
    assert Console().paint("x", "answer") == "x"
    assert is_terminal(sys.stdout) is (variable != "TERM")
    screen.text()


def test_messages_are_folded_between_words_on_a_terminal_only(terminal: Any, capsys: Any) -> None:
    path = "/a/path/that/is/longer/than/the/whole/line.yaml"
    printed = f"{path}: train.lr: should be greater than 0\n{path}:2: 苹果苹果苹果苹果苹果苹果 河流"
    Console().error(printed, "Give it another value, and then run the same command again.")
    assert capsys.readouterr().err.count("\n") == 3
    screen = terminal("stderr", columns=40)
    Console().error(printed, "Give it another value, and then run the same command again.")
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


def test_an_event_is_one_line_for_every_reader(capsys: Any) -> None:
    words = "a\x85b\u2028c\u2029d\x0b\x1c\r\n"
    Console(json=True).event({"text": words})
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [{"text": words}]


class Closed(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_closed_stdout_stops_results_but_not_training(step: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(sys, "stdout", Closed())
    monkeypatch.setattr(sys, "stderr", Closed())
    console = Console(json=True)
    console.message("unread")
    with pytest.raises(BrokenPipeError):
        console.event({"event": "row"})
    with console.training("finetune", 1) as display:
        display.on_step(*step(1, 1))
    console.event({"event": "finished"})


def test_an_answer_cannot_control_the_terminal(terminal: Any, capsys: Any) -> None:
    Console().stream("a\x1b[2J\n")
    assert capsys.readouterr().out == "a\x1b[2J\n"
    screen = terminal("stdout")
    Console().stream("a\x1b[2J\n")
    assert screen.text() == "a\\x1b[2J\r\n"


def test_ask_reads_lines_until_the_end_of_input(monkeypatch: Any) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("first\n\nlast"))
    console = Console()
    assert [console.ask("> ") for _ in range(4)] == ["first", "", "last", None]


def test_a_long_line_above_a_bar_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    import rich.console

    from instructgpt_cli.terminal import console as module

    monkeypatch.setattr(module, "terminal_width", lambda _: 40)
    screen = io.StringIO()
    console = Console()
    console.drawing = rich.console.Console(file=screen, width=40)
    console.message("SIGTERM: stopping once this step is saved; a second signal leaves at once")
    assert [len(line) <= 40 for line in screen.getvalue().splitlines()] == [True, True]


def test_prose_is_folded_on_a_terminal(terminal: Any) -> None:
    screen = terminal("stdout", columns=40)
    Console().prose("An answer ends with <|im_end|>, and data/rows.jsonl holds the rows.")
    assert screen.text() == "An answer ends with <|im_end|>, and\r\n  data/rows.jsonl holds the rows.\r\n"
