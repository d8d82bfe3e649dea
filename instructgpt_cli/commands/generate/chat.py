"""`generate --chat`: a conversation at the terminal."""

import signal
import sys

from instructgpt_cli.commands.generate.command import StreamPrinter
from instructgpt_cli.commands.generate.loaded_model import PromptEncoder
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.sequences import Prompt
from instructgpt_cli.system.signals import StopSignal
from instructgpt_cli.system.streams import is_terminal
from instructgpt_cli.terminal.console import Console

HELP = "/reset forgets the conversation, /exit or Ctrl-D leaves, Ctrl-C ends an answer"


def talk(served: PromptEncoder, decoder: Decoder, system: str | None, console: Console) -> None:
    """Until the input ends or `/exit`. An answer that is broken off stays in the conversation as far as it came."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # any number of times: it ends an answer, not the talk
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
            console.message("forgotten")
        elif words.startswith("/"):
            console.message(HELP)
        elif words:
            asked = [*turns, Message("user", words)]
            ids, fault = served.prompt_ids(Row("--chat", number, messages=tuple(asked)), system)
            if fault := fault or decoder.why_no_room(len(ids)):
                console.warn(fault, "/reset forgets the conversation so far.")
                continue
            answer = _say(decoder, Prompt(number, ids), console)
            turns = [*asked, Message("assistant", answer)]
            number += 1


def _ask(console: Console, label: str) -> str | None:
    try:
        return console.ask(label)
    except StopSignal:
        raise
    except KeyboardInterrupt:
        return None


def _say(decoder: Decoder, prompt: Prompt, console: Console) -> str:
    printer = StreamPrinter(decoder, console)
    said = ""
    try:
        for _, (answer,) in decoder.answers([prompt], printer):
            said = answer.text
    except StopSignal:  # Ctrl-C ends an answer, SIGTERM and SIGHUP the talk
        raise
    except KeyboardInterrupt:
        said = printer.said
    console.stream("\n")
    return said
