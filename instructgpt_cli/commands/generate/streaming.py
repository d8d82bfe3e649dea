"""Answers on standard output: one while it is generated, or records as text."""

import sys
from typing import TYPE_CHECKING

from instructgpt_cli import plain_text
from instructgpt_cli.commands.answers_file import AnswerRecord
from instructgpt_cli.errors import DataError
from instructgpt_cli.system.streams import is_terminal
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from instructgpt_cli.commands.generate.answer_rows import Emit
    from instructgpt_cli.commands.generate.loaded_model import PromptEncoder
    from instructgpt_cli.data.types import Row
    from instructgpt_cli.inference.decoder import Decoder
    from instructgpt_cli.inference.sequences import ActiveSequence


class StreamPrinter:
    """Prints an answer while it is generated; called after every token. `printed` is the text so far."""

    def __init__(self, decoder: "Decoder", console: Console) -> None:
        self._decoder, self._console = decoder, console
        self.printed = ""

    def __call__(self, sequence: "ActiveSequence") -> None:
        text = self._decoder.stopping.stable_text(sequence)
        if text.startswith(self.printed):
            self._console.stream(plain_text.printable(text[len(self.printed) :]))
            self.printed = text


def stream_answer(
    encoder: "PromptEncoder", decoder: "Decoder", row: "Row", system: str | None, console: Console
) -> None:
    """Answers one row, on a terminal while the answer is generated. Raises `DataError` if it cannot be answered."""
    from instructgpt_cli.inference.sequences import Prompt

    ids, fault = encoder.prompt_ids(row, system)
    if fault := fault or decoder.why_no_room(len(ids)):
        raise DataError(f"{row.source}: {fault}", "Shorten the prompt, or raise max_length.")
    watched = is_terminal(sys.stdout)
    printer = StreamPrinter(decoder, console) if watched else None
    for _, (answer,) in decoder.answers([Prompt(0, ids)], printer):
        if watched:
            console.stream("\n")
        else:
            console.result(answer.text)
        if answer.finish == "length":
            console.message(f"cut off after {answer.tokens} tokens: max_new_tokens=N allows more")


def as_text(console: Console) -> "Emit":
    """Prints records for people: the prompt, then its answers."""

    def emit(record: AnswerRecord) -> None:
        console.result(console.paint(f"> {plain_text.printable(record['prompt'])}", "faint"))
        if "error" in record:
            console.result(console.paint(f"({record['error']})", "warning"))
        for answer in record.get("answers", [record]):
            console.result(plain_text.printable(answer.get("answer", "")))
        console.result()

    return emit
