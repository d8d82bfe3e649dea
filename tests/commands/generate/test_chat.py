"""Conversations on the terminal."""

from pathlib import Path
from typing import Any

import pytest
from generating import LONG, ask, feed, opened, recipe

from instructgpt_cli.commands.generate import chat, loaded_model, streaming
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.inference.sequences import Prompt
from instructgpt_cli.system.signals import StopSignal
from instructgpt_cli.terminal.console import Console


def test_a_conversation_continues_until_reset(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, ...]] = []
    real = loaded_model.LoadedModel.prompt_ids

    def watched(self: loaded_model.LoadedModel, row: Row, system: str | None) -> tuple[list[int], str]:
        asked.append(tuple(message.role for message in row.messages))
        return real(self, row, system)

    monkeypatch.setattr(loaded_model.LoadedModel, "prompt_ids", watched)
    feed(monkeypatch, f"one\n\ntwo\n/nonsense\n{LONG}\nthree\n/reset\nfour\n/exit\nfive\n")
    ask(tiny_model_folder, chat=True)
    out, err = capsys.readouterr()
    full = ("user", "assistant") * 2 + ("user",)
    assert asked == [("user",), ("user", "assistant", "user"), full, full, ("user",)]
    assert out.count("\n") == 4
    assert "leaves no room" in err
    assert err.count(chat.HELP) == 2


def test_ctrl_c_ends_an_answer_and_other_signals_end_the_command(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    console = Console(quiet=True)
    settings = recipe(tiny_model_folder).generate
    loaded = opened(tiny_model_folder, console)
    decoder = loaded.decoder(settings, 0, console)
    raised: BaseException = KeyboardInterrupt()

    class Interrupting(streaming.StreamPrinter):
        def __call__(self, sequence: Any) -> None:
            if self.printed == "abab":
                raise raised
            self.printed += "ab"

    monkeypatch.setattr(chat, "StreamPrinter", Interrupting)
    assert chat._stream(decoder, a_prompt(loaded), console) == "abab"
    raised = StopSignal("SIGTERM")
    with pytest.raises(StopSignal):
        chat._stream(decoder, a_prompt(loaded), console)

    def ask(label: str) -> str:
        raise raised

    monkeypatch.setattr(console, "ask", ask)
    with pytest.raises(StopSignal):
        chat._ask(console, "")
    raised = KeyboardInterrupt()
    assert chat._ask(console, "") is None


def a_prompt(loaded: loaded_model.LoadedModel) -> Any:
    return Prompt(0, loaded.prompt_ids(Row("f", 0, messages=(Message("user", "x"),)), None)[0])
