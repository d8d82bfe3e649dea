"""`generate`: instructions -> answers, in the order in which they were asked."""

import json as json_module
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli import network, plain
from instructgpt_cli.console import Console
from instructgpt_cli.errors import DataError, ResourceError, UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.streams import is_terminal

if TYPE_CHECKING:
    from instructgpt_cli.commands.serving import Served
    from instructgpt_cli.data.types import Row
    from instructgpt_cli.inference.decode import Answer, Decoder, Flight

# Rows that are sorted by length and answered together: answers appear in order window by window.
WINDOW = 4096

Record = dict[str, Any]
Emit = Callable[[Record], None]


def run(
    recipe: Recipe, *, prompts: list[str], input: str | None, output: str | None, chat: bool, json: bool, quiet: bool
) -> None:
    """Answers what it is asked on stdout or into the file `output`, which appears whole or not at all.

    A record is `{"index", "prompt", "answer", "finish": "stop" | "length", "tokens"}`, with `task` and `group` where
    the row has them, `answers` in place of the last three where there are several, or `error` in place of them.
    """
    # Before the libraries that read these when they are imported.
    network.settle_network([recipe.model.path, recipe.tokenizer.path])
    from instructgpt_cli.commands import serving
    from instructgpt_cli.commands.chat import talk
    from instructgpt_cli.commands.prompts import read_prompts

    console = Console(json=json, quiet=quiet)
    rows = [] if chat else read_prompts(recipe.generate, prompts, input)
    to_file = output not in (None, "-")
    with appearing(Path(output or "")) if to_file else nullcontext(None) as write:
        served = serving.open_model(recipe, console)
        decoder = served.decoder(recipe.generate, _seed(recipe), console)
        if chat:
            talk(served, decoder, recipe.generate.system, console)
            return
        single = len(rows) == 1 and recipe.generate.num_return_sequences == 1
        readable = not json and output is None and (single or is_terminal(sys.stdout))
        if readable and single:
            _stream(served, decoder, rows[0], recipe.generate.system, console)
            return
        emit: Emit = _readable(console) if readable else _as_json(console, json)
        if write:
            emit = write
        _answer_all(served, decoder, rows, recipe.generate.system, console, emit)
    if to_file:
        console.message(f"answers: {output}")


@contextmanager
def appearing(path: Path) -> Iterator[Emit]:
    """A JSONL file that is there whole, once the block has ended well, or not at all. Devices and pipes are written to
    as they are."""
    if path.is_dir():
        raise UsageError(f"--output {path}: is a folder", "Name a file in it.")
    in_place = path.exists() and not path.is_file()
    aside = path if in_place else path.with_name(f".partial-{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = aside.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise ResourceError(f"{path}: cannot be written: {os.strerror(error.errno or 0)}") from None
    try:
        with file:
            yield lambda record: print(json_module.dumps(record, ensure_ascii=False), file=file)
            file.flush()
            if not in_place:
                os.fsync(file.fileno())
        if not in_place:
            aside.replace(path)
    except BaseException:
        if not in_place:
            aside.unlink(missing_ok=True)
        raise


def answer_rows(
    served: "Served", decoder: "Decoder", rows: Sequence["Row"], system: str | None
) -> Iterator[tuple[int, "tuple[Answer, ...] | str"]]:
    """(index, its answers or why it has none) of each row, in order. Row numbers name the random streams."""
    from instructgpt_cli.inference.decode import Prompt

    for start in range(0, len(rows), WINDOW):
        found: dict[int, tuple[Answer, ...] | str] = {}
        asked: list[Prompt] = []
        for index, row in enumerate(rows[start : start + WINDOW], start):
            ids, fault = served.prompt_ids(row, system)
            if fault := fault or decoder.why_no_room(len(ids)):
                found[index] = fault
            else:
                asked.append(Prompt(index, ids))
        following = start
        for place, answers in decoder.answers(asked):
            found[asked[place].row] = answers
            while following in found:
                yield following, found.pop(following)
                following += 1
        yield from sorted(found.items())


def _answer_all(
    served: "Served", decoder: "Decoder", rows: Sequence["Row"], system: str | None, console: Console, emit: Emit
) -> None:
    began = time.monotonic()
    tokens = unanswered = 0
    fault = ""
    with console.progress("answering", total=len(rows), unit="prompts") as bar:
        for index, answers in answer_rows(served, decoder, rows, system):
            if isinstance(answers, str):
                unanswered, fault = unanswered + 1, fault or f"{rows[index].source}: row {rows[index].index}: {answers}"
            else:
                tokens += sum(answer.tokens for answer in answers)
            emit(_record(index, rows[index], answers))
            bar.advance()
    if unanswered == len(rows):
        raise DataError(f"no prompt could be answered; the first: {fault}")
    if unanswered:
        console.warn(f"{unanswered:,} of {len(rows):,} prompts could not be answered; the first: {fault}")
    seconds = time.monotonic() - began
    rate = plain.count(tokens / max(seconds, 1e-9))
    console.message(f"{len(rows):,} prompts, {tokens:,} tokens in {plain.duration(seconds)} ({rate} tokens/s)")


def _stream(served: "Served", decoder: "Decoder", row: "Row", system: str | None, console: Console) -> None:
    """One answer, shown while it is made where somebody watches."""
    from instructgpt_cli.inference.decode import Prompt

    ids, fault = served.prompt_ids(row, system)
    if fault := fault or decoder.why_no_room(len(ids)):
        raise DataError(f"{row.source}: {fault}", "Shorten the prompt, or raise max_length.")
    watched = is_terminal(sys.stdout)
    show = Typist(decoder, console) if watched else None
    for _, (answer,) in decoder.answers([Prompt(0, ids)], show):
        if watched:
            console.stream("\n")
        else:
            console.result(answer.text)
        if answer.finish == "length":
            console.message(f"cut off after {answer.tokens} tokens: max_new_tokens=N allows more")


class Typist:
    """Called after every token: shows what has become certain of the answer's text."""

    def __init__(self, decoder: "Decoder", console: Console) -> None:
        self._decoder, self._console = decoder, console
        self.said = ""

    def __call__(self, flight: "Flight") -> None:
        text = self._decoder.printable(flight)
        if text.startswith(self.said):
            self._console.stream(plain.printable(text[len(self.said) :]))
            self.said = text


def _record(index: int, row: "Row", answers: "tuple[Answer, ...] | str") -> Record:
    from instructgpt_cli.commands.prompts import shown

    record: Record = {"index": index, "prompt": shown(row)}
    labels = {"task": row.task, "group": row.group}
    record |= {name: label for name, label in labels.items() if label is not None}
    if isinstance(answers, str):
        return record | {"error": answers}
    said = [{"answer": a.text, "finish": a.finish, "tokens": a.tokens} for a in answers]
    return record | (said[0] if len(said) == 1 else {"answers": said})


def _readable(console: Console) -> Emit:
    def emit(record: Record) -> None:
        console.result(console.paint(f"> {plain.printable(record['prompt'])}", "faint"))
        if "error" in record:
            console.result(console.paint(f"({record['error']})", "warning"))
        for answer in record.get("answers", [record]):
            console.result(plain.printable(answer.get("answer", "")))
        console.result()

    return emit


def _as_json(console: Console, json: bool) -> Emit:
    if json:
        return console.event
    return lambda record: console.result(json_module.dumps(record, ensure_ascii=False))


def _seed(recipe: Recipe) -> int:
    return recipe.seed if recipe.generate.seed is None else recipe.generate.seed
