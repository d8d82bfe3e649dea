"""Answers on standard output: a stream on a terminal, text for people."""

import sys
from pathlib import Path
from typing import Any

import pytest
from generating import LONG, opened, recipe

from instructgpt_cli.commands.generate import loaded_model, streaming
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.errors import DataError
from instructgpt_cli.terminal.console import Console


class Stable:
    """A decoder whose stable text after each token is given."""

    def __init__(self, *texts: str) -> None:
        self._texts = iter(texts)
        self.stopping = self

    def stable_text(self, sequence: Any) -> str:
        return next(self._texts)


def test_a_stream_prints_what_has_been_added(capsys: pytest.CaptureFixture[str]) -> None:
    printer = streaming.StreamPrinter(Stable("a", "a", "a\x1b[2J", "a\x1b[2Jb"), Console())  # type: ignore[arg-type]
    for _ in range(4):
        printer(None)  # type: ignore[arg-type]
    assert capsys.readouterr().out == "a\\x1b[2Jb"
    assert printer.printed == "a\x1b[2Jb"


@pytest.mark.parametrize("terminal", [True, False])
def test_one_answer_is_the_same_on_a_terminal_and_in_a_pipe(
    terminal: bool, tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    console = Console()
    loaded = opened(tiny_model_folder)
    decoder = loaded.decoder(recipe(tiny_model_folder).generate, 0, Console(quiet=True))
    monkeypatch.setattr(streaming, "is_terminal", lambda stream: terminal and stream is sys.stdout)
    capsys.readouterr()
    row = Row("--prompt", 0, messages=(Message("user", "hello"),))
    streaming.stream_answer(loaded, decoder, row, None, console)  # type: ignore[arg-type]
    out, err = capsys.readouterr()
    ((_, (answer,)),) = decoder.answers([loaded_model_prompt(loaded, row)])
    assert out == answer.text + "\n"
    assert "cut off after 6 tokens: max_new_tokens=N allows more" in err
    with pytest.raises(DataError, match=r"--prompt: the prompt has .* no room"):
        streaming.stream_answer(loaded, decoder, Row("--prompt", 0, messages=(Message("user", LONG),)), None, console)  # type: ignore[arg-type]


def loaded_model_prompt(loaded: loaded_model.PromptEncoder, row: Row) -> Any:
    from instructgpt_cli.inference.sequences import Prompt

    return Prompt(0, loaded.prompt_ids(row, None)[0])


def test_records_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    emit = streaming.as_text(Console())
    emit({"index": 0, "prompt": "one\x07", "answer": "1"})
    emit({"index": 1, "prompt": "two", "answers": [{"answer": "2"}, {"answer": "zwei"}]})
    emit({"index": 2, "prompt": "three", "error": "no room"})
    assert capsys.readouterr().out == "> one\\x07\n1\n\n> two\n2\nzwei\n\n> three\n(no room)\n\n\n"
