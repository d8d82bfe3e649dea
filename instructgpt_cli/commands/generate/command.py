"""`generate`: instructions -> answers, in the order in which they were asked."""

import hashlib
import os
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli import plain_text
from instructgpt_cli.commands import provenance
from instructgpt_cli.commands.answer_progress import AnswerProgress
from instructgpt_cli.commands.answers_file import AnswerRecord, InOrder, appearing, leaves_answers
from instructgpt_cli.errors import DataError, Interrupted, UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.system import adapter_folder, offline, torchrun
from instructgpt_cli.system.lazy_imports import uncollected
from instructgpt_cli.system.streams import is_terminal
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from instructgpt_cli.commands.generate.loaded_model import PromptEncoder
    from instructgpt_cli.data.types import Row
    from instructgpt_cli.inference.decoder import Decoder, OnToken
    from instructgpt_cli.inference.sequences import ActiveSequence, Completion
    from instructgpt_cli.inference.vllm import VllmDecoder

# Rows that are sorted by length and answered together. Answers appear in order, window by window: more rows would waste
# a little less, and lose more where the command is stopped.
WINDOW = 512
OWN_KEYS = ("index", "prompt", "answer", "answers", "finish", "tokens", "task", "group", "error")

Emit = Callable[[AnswerRecord], None]


def run(
    recipe: Recipe,
    *,
    prompts: list[str],
    input: str | None,
    output: str | None,
    resume: bool,
    chat: bool,
    json: bool,
    quiet: bool,
) -> None:
    """Answers what it is asked on stdout or into the file `output`, which appears whole or not at all; `resume` keeps
    what an interrupted start of the same command has answered.

    A record is `{"index", "prompt", "answer", "finish": "stop" | "length", "tokens"}`, with `task` and `group` where
    the row has them and the columns of the input that hold no part of the prompt, `answers` in place of the last three
    where there are several, or `error` in place of them.
    """
    torchrun.refuse("generate")
    # Before the libraries that read these when they are imported.
    offline.settle_network([adapter_folder.whole_model(recipe.model.path), recipe.tokenizer.path])
    from instructgpt_cli.commands.generate.prompts import read_prompts, unread_files

    if chat and recipe.generate.engine != "own":
        raise UsageError("--chat shows an answer while it is made, which vLLM is not asked for", "Leave engine out.")
    console = Console(json=json, quiet=quiet)
    rows = [] if chat else read_prompts(recipe.generate, prompts, input)
    if not chat and (beside := unread_files(recipe.generate, prompts, input)):
        console.message(plain_text.printable(f"prompts: {beside}"))
    if taken := sorted({name for row in rows for name in row.columns or () if name in OWN_KEYS}):
        names = " and ".join(f"`{name}`" for name in taken)
        console.message(f"{names} of the input: left out of the output, which has its own of that name")
    if output not in (None, "-"):
        _into_file(Path(output), recipe, rows, console, resume=resume)
        return
    with uncollected():
        from instructgpt_cli.commands.generate import loaded_model
        from instructgpt_cli.commands.generate.chat import talk
        from instructgpt_cli.inference.decoder import Decoder

    served, decoder = loaded_model.open_decoder(recipe, provenance.seed(recipe), console)
    single = len(rows) == 1 and recipe.generate.num_return_sequences == 1
    readable = not json and output is None and (single or is_terminal(sys.stdout))
    if chat and isinstance(decoder, Decoder):
        talk(served, decoder, recipe.generate.system, console)
    elif readable and single and isinstance(decoder, Decoder):
        _stream(served, decoder, rows[0], recipe.generate.system, console)
    else:
        emit = _readable(console) if readable else _as_json(console, json)
        _answer_all(served, decoder, rows, (), recipe.generate.system, console, InOrder(emit))


def _into_file(path: Path, recipe: Recipe, rows: "Sequence[Row]", console: Console, *, resume: bool) -> None:
    """Raises `Interrupted` where a signal stops it: what is answered stays for --resume."""
    with uncollected():
        from instructgpt_cli.commands.generate import loaded_model
        from instructgpt_cli.commands.generate.finished_answers import is_complete
        from instructgpt_cli.commands.generate.prompts import shown

    if path.exists() and any(_is_source(path, name) for name in {row.source for row in rows}):
        raise UsageError(f"--output: {path} holds the prompts", "Name another file: this one would be written over.")
    identity = _identity(recipe, rows)
    if resume and is_complete(path, [shown(row) for row in rows], identity):
        console.message(f"already complete: {path}; without --resume it is written anew")
        return
    with appearing(path, identity, resume=resume) as file:
        if file.done:
            console.message(f"continuing after {file.done:,} of {len(rows):,} prompts")
        try:
            served, decoder = loaded_model.open_decoder(recipe, provenance.seed(recipe), console)
            _answer_all(served, decoder, rows, frozenset(file.answered), recipe.generate.system, console, file.write)
        except BaseException as error:
            if not leaves_answers(error):
                raise
            answered = f"{file.done:,} of {len(rows):,} prompts are answered"
            going_on = f"the same command {'' if resume else 'with --resume '}continues after them"
            if isinstance(error, KeyboardInterrupt):
                hint = f"{going_on.capitalize()}." if file.done else "The same command starts again."
                raise Interrupted(f"stopped by {str(error) or 'Ctrl-C'}: {answered}", hint) from None
            if file.done:
                console.message(f"{answered}; {going_on}")
            raise
    console.message(f"answers: {path}")


def _is_source(path: Path, name: str) -> bool:
    from instructgpt_cli.commands.generate.prompts import STANDARD_INPUT

    if name != STANDARD_INPUT:
        return Path(name).exists() and path.samefile(name)
    try:
        return os.path.samestat(os.fstat(sys.stdin.fileno()), path.stat())
    except (OSError, ValueError):  # it is no file
        return False


def _identity(recipe: Recipe, rows: "Sequence[Row]") -> dict[str, Any]:
    """What the answers depend on."""
    read = [(row.messages, row.tools, row.text, *([row.columns] if row.columns else [])) for row in rows]
    asked = hashlib.sha256(repr(read).encode("utf-8", "replace"))
    return {"list of prompts": asked.hexdigest()} | provenance.identity(recipe)


def answer_rows(
    served: "PromptEncoder",
    decoder: "Decoder | VllmDecoder",
    rows: Sequence["Row"],
    system: str | None,
    done: Collection[int] = (),
    on_token: "OnToken | None" = None,
) -> Iterator[tuple[int, "tuple[Completion, ...] | str"]]:
    """(index, its answers or why it has none) of each row that is not `done`, as soon as it is. Row numbers name the
    random streams."""
    from instructgpt_cli.inference.decoder import Decoder
    from instructgpt_cli.inference.sequences import Prompt

    left = [index for index in range(len(rows)) if index not in done]
    for start in range(0, len(left), WINDOW):
        asked: list[Prompt] = []
        for index in left[start : start + WINDOW]:
            ids, fault = served.prompt_ids(rows[index], system)
            if fault := fault or decoder.why_no_room(len(ids)):
                yield index, fault
            else:
                asked.append(Prompt(index, ids))
        found = decoder.answers(asked, on_token) if isinstance(decoder, Decoder) else decoder.answers(asked)
        for place, answers in found:
            yield asked[place].row, answers


def _answer_all(
    served: "PromptEncoder",
    decoder: "Decoder | VllmDecoder",
    rows: Sequence["Row"],
    done: Collection[int],
    system: str | None,
    console: Console,
    emit: Emit,
) -> None:
    """Hands each record to `emit` as soon as its row is answered."""
    began = time.monotonic()
    tokens = unanswered = 0
    fault = ""
    with console.progress("answering", total=len(rows), unit="prompts") as bar:
        bar.advance(len(done))
        progress = AnswerProgress(bar, len(rows) - len(done), decoder.settings.num_return_sequences, decoder.room(1))
        for index, answers in answer_rows(served, decoder, rows, system, done, progress.on_token):
            if isinstance(answers, str):
                unanswered, fault = unanswered + 1, fault or f"{rows[index].place}: {answers}"
            else:
                tokens += sum(answer.tokens for answer in answers)
            emit(_record(index, rows[index], answers))
            progress.on_row(answers)
    if unanswered == len(rows):
        raise DataError(f"no prompt could be answered; the first: {fault}")
    if unanswered:
        console.warn(f"{unanswered:,} of {len(rows):,} prompts could not be answered; the first: {fault}")
    seconds = time.monotonic() - began
    rate = plain_text.count(tokens / max(seconds, 1e-9))
    prompts = "prompt" if len(rows) == 1 else "prompts"
    console.message(f"{len(rows):,} {prompts}, {tokens:,} tokens in {plain_text.duration(seconds)} ({rate} tokens/s)")


def _stream(served: "PromptEncoder", decoder: "Decoder", row: "Row", system: str | None, console: Console) -> None:
    """One answer, shown while it is made where somebody watches."""
    from instructgpt_cli.inference.sequences import Prompt

    ids, fault = served.prompt_ids(row, system)
    if fault := fault or decoder.why_no_room(len(ids)):
        raise DataError(f"{row.source}: {fault}", "Shorten the prompt, or raise max_length.")
    watched = is_terminal(sys.stdout)
    show = StreamPrinter(decoder, console) if watched else None
    for _, (answer,) in decoder.answers([Prompt(0, ids)], show):
        if watched:
            console.stream("\n")
        else:
            console.result(answer.text)
        if answer.finish == "length":
            console.message(f"cut off after {answer.tokens} tokens: max_new_tokens=N allows more")


class StreamPrinter:
    """Called after every token: shows what has become certain of the answer's text."""

    def __init__(self, decoder: "Decoder", console: Console) -> None:
        self._decoder, self._console = decoder, console
        self.said = ""

    def __call__(self, sequence: "ActiveSequence") -> None:
        text = self._decoder.stopping.stable_text(sequence)
        if text.startswith(self.said):
            self._console.stream(plain_text.printable(text[len(self.said) :]))
            self.said = text


def _record(index: int, row: "Row", answers: "tuple[Completion, ...] | str") -> AnswerRecord:
    from instructgpt_cli.commands.generate.prompts import shown

    record: AnswerRecord = {"index": index, "prompt": shown(row)}
    labels = {"task": row.task, "group": row.group}
    record |= {name: label for name, label in labels.items() if label is not None}
    record |= {name: value for name, value in (row.columns or {}).items() if name not in OWN_KEYS}
    if isinstance(answers, str):
        return record | {"error": answers}
    said = [{"answer": a.text, "finish": a.finish, "tokens": a.tokens} for a in answers]
    return record | (said[0] if len(said) == 1 else {"answers": said})


def _readable(console: Console) -> Emit:
    def emit(record: AnswerRecord) -> None:
        console.result(console.paint(f"> {plain_text.printable(record['prompt'])}", "faint"))
        if "error" in record:
            console.result(console.paint(f"({record['error']})", "warning"))
        for answer in record.get("answers", [record]):
            console.result(plain_text.printable(answer.get("answer", "")))
        console.result()

    return emit


def _as_json(console: Console, json: bool) -> Emit:
    if json:
        return console.event
    return console.record
