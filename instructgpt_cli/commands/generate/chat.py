"""`generate --chat`: a conversation on the terminal."""

import signal
import sys

from instructgpt_cli.commands.generate.loaded_model import PromptEncoder
from instructgpt_cli.commands.generate.streaming import StreamPrinter
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.sequences import Prompt
from instructgpt_cli.system.signals import StopSignal
from instructgpt_cli.system.streams import is_terminal
from instructgpt_cli.terminal.console import Console

HELP = "/reset starts a new conversation, /exit or Ctrl-D leaves, Ctrl-C ends an answer"


def talk(encoder: PromptEncoder, decoder: Decoder, system: str | None, console: Console) -> None:
    """Converses until the input ends or `/exit`. An interrupted answer stays in the conversation as far as it got."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # Ctrl-C ends an answer, not the command, every time
    label = console.paint("> ", "strong") if is_terminal(sys.stdin) else ""
    console.message(HELP)
    turns: list[Message] = []
    number = 0
    while (line := _ask(console, label)) is not None:
        words = line.strip()
        if words == "/exit":
            return
        if words == "/reset":
            turns.clear()
            console.message("new conversation")
        elif words.startswith("/"):
            console.message(HELP)
        elif words:
            asked = [*turns, Message("user", words)]
            ids, fault = encoder.prompt_ids(Row("--chat", number, messages=tuple(asked)), system)
            if fault := fault or decoder.why_no_room(len(ids)):
                console.warn(fault, "/reset starts a new conversation.")
                continue
            answer = _stream(decoder, Prompt(number, ids), console)
            turns = [*asked, Message("assistant", answer)]
            number += 1


def _ask(console: Console, label: str) -> str | None:
    """The next line of input; None if it ends."""
    try:
        return console.ask(label)
    except StopSignal:
        raise
    except KeyboardInterrupt:
        return None


def _stream(decoder: Decoder, prompt: Prompt, console: Console) -> str:
    """Prints the answer while it is generated, and returns it."""
    printer = StreamPrinter(decoder, console)
    text = ""
    try:
        for _, (answer,) in decoder.answers([prompt], printer):
            text = answer.text
    except StopSignal:  # Ctrl-C ends an answer, SIGTERM and SIGHUP the command
        raise
    except KeyboardInterrupt:
        text = printer.printed
    console.stream("\n")
    return text
