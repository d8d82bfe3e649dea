"""`generate`: prompts -> answers, in the order of the prompts."""

import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli import plain_text
from instructgpt_cli.commands import provenance
from instructgpt_cli.commands.answers_file import InOrder, is_resumable, writing
from instructgpt_cli.errors import Interrupted, ModelError, UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.system import adapter_folder, offline, torchrun
from instructgpt_cli.system.lazy_imports import uncollected
from instructgpt_cli.system.streams import is_terminal
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from instructgpt_cli.commands.generate.loaded_model import PromptEncoder
    from instructgpt_cli.data.types import Row
    from instructgpt_cli.inference.decoder import Decoder
    from instructgpt_cli.inference.vllm import VllmDecoder

    OpenDecoder = Callable[[], tuple[PromptEncoder, Decoder | VllmDecoder]]


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
    """Answers prompts on standard output or into the file `output`, which is complete or absent.

    `resume` keeps the answers of an interrupted start of the same command. The records are those of
    `answer_rows.answer_record`.
    """

    def open_decoder() -> "tuple[PromptEncoder, Decoder | VllmDecoder]":
        with uncollected():
            from instructgpt_cli.commands.generate.loaded_model import open_model, open_vllm

        seed = provenance.sampling_seed(recipe.generate, recipe.seed)
        if recipe.generate.engine == "vllm":
            return open_vllm(recipe.model, recipe.tokenizer, recipe.generate, seed, console)
        loaded = open_model(
            recipe.model,
            recipe.tokenizer,
            recipe.device,
            recipe.train.threads,
            console,
            precision=recipe.generate.precision,
        )
        return loaded, loaded.decoder(recipe.generate, seed, console)

    torchrun.refuse("generate")
    # Before the libraries that read these settings on import.
    offline.settle_network([adapter_folder.whole_model(recipe.model.path), recipe.tokenizer.path])
    from instructgpt_cli.commands.generate.prompts import read_prompts, unread_prompt_files

    if chat and recipe.generate.engine != "own":
        raise UsageError("--chat streams answers, which engine: vllm does not", "Omit the engine.")
    console = Console(json=json, quiet=quiet)
    rows = [] if chat else read_prompts(recipe.generate, prompts, input)
    if not chat and (beside := unread_prompt_files(recipe.generate, prompts, input)):
        console.message(plain_text.printable(f"prompts: {beside}"))
    _report_dropped_columns(rows, console)
    if output in (None, "-"):
        _to_stdout(open_decoder, rows, console, chat=chat, json=json, is_readable=output is None)
    else:
        path = Path(output)
        _refuse_source(path, rows)
        identity = _identity_of_prompts(rows) | _identity_of_model(recipe)
        _to_file(path, open_decoder, rows, identity, console, resume=resume)


def _report_dropped_columns(rows: "Sequence[Row]", console: Console) -> None:
    from instructgpt_cli.commands.generate.answer_rows import OWN_KEYS

    if dropped := sorted({name for row in rows for name in row.columns or () if name in OWN_KEYS}):
        names = " and ".join(f"`{name}`" for name in dropped)
        console.message(f"input columns {names} are not in the output, which has keys of its own by that name")


def _to_stdout(
    open_decoder: "OpenDecoder", rows: "Sequence[Row]", console: Console, *, chat: bool, json: bool, is_readable: bool
) -> None:
    """JSON Lines for programs; text on a terminal and for a single prompt, unless `is_readable` is False."""
    with uncollected():
        from instructgpt_cli.commands.generate import streaming
        from instructgpt_cli.commands.generate.answer_rows import answer_all
        from instructgpt_cli.commands.generate.chat import talk
        from instructgpt_cli.inference.decoder import Decoder

    encoder, decoder = open_decoder()
    system = decoder.settings.system
    single = len(rows) == 1 and decoder.settings.num_return_sequences == 1
    readable = is_readable and not json and (single or is_terminal(sys.stdout))
    if chat and isinstance(decoder, Decoder):
        talk(encoder, decoder, system, console)
    elif readable and single and isinstance(decoder, Decoder):
        streaming.stream_answer(encoder, decoder, rows[0], system, console)
    else:
        emit = streaming.as_text(console) if readable else console.event if json else console.record
        answer_all(encoder, decoder, rows, (), system, console, InOrder(emit))


def _to_file(
    path: Path,
    open_decoder: "OpenDecoder",
    rows: "Sequence[Row]",
    identity: dict[str, Any],
    console: Console,
    *,
    resume: bool,
) -> None:
    """Raises `Interrupted` if a signal stops it: the answers so far stay for --resume."""
    with uncollected():
        from instructgpt_cli.commands.generate.answer_rows import answer_all
        from instructgpt_cli.commands.generate.finished_answers import is_complete
        from instructgpt_cli.commands.generate.prompts import shown

    if resume and is_complete(path, [shown(row) for row in rows], identity):
        console.message(f"already complete: {path}; without --resume it is generated again")
        return
    with writing(path, identity, resume=resume) as file:
        if file.done:
            console.message(f"continuing after {file.done:,} of {len(rows):,} prompts")
        try:
            encoder, decoder = open_decoder()
            answer_all(encoder, decoder, rows, frozenset(file.answered), decoder.settings.system, console, file.write)
        except BaseException as error:
            if not is_resumable(error):
                raise
            answered = f"{file.done:,} of {len(rows):,} prompts are answered"
            remedy = f"the same command {'' if resume else 'with --resume '}continues after them"
            if isinstance(error, KeyboardInterrupt):
                hint = f"{remedy.capitalize()}." if file.done else "The same command starts again."
                raise Interrupted(f"stopped by {str(error) or 'Ctrl-C'}: {answered}", hint) from None
            if file.done:
                console.message(f"{answered}; {remedy}")
            raise
    console.message(f"answers: {path}")


def _refuse_source(path: Path, rows: "Sequence[Row]") -> None:
    """Raises `UsageError` if the prompts come from the file at `path`."""
    if path.exists() and any(_is_source(path, name) for name in {row.source for row in rows}):
        raise UsageError(f"--output: {path} holds the prompts", "Name another file: this one would be overwritten.")


def _is_source(path: Path, name: str) -> bool:
    """Whether `path` is the source of prompts by that name."""
    from instructgpt_cli.commands.generate.prompts import STANDARD_INPUT

    if name != STANDARD_INPUT:
        return Path(name).exists() and path.samefile(name)
    try:
        return os.path.samestat(os.fstat(sys.stdin.fileno()), path.stat())
    except (OSError, ValueError):  # standard input is not a file
        return False


def _identity_of_prompts(rows: "Sequence[Row]") -> dict[str, Any]:
    read = [(row.messages, row.tools, row.text, *([row.columns] if row.columns else [])) for row in rows]
    digest = hashlib.sha256(repr(read).encode("utf-8", "replace"))
    return {f"{provenance.FINGERPRINT}prompts": digest.hexdigest()}


def _identity_of_model(recipe: Recipe) -> dict[str, Any]:
    """A model that no longer exists has an empty precision, which is not compared."""
    with uncollected():
        from instructgpt_cli.commands.generate.loaded_model import precision_of
        from instructgpt_cli.model.device import choose_device

    try:
        device = choose_device("auto" if recipe.generate.engine == "vllm" else recipe.device)
        precision = precision_of(recipe.model, recipe.generate.precision, device)
    except ModelError:
        precision = ""
    model, tokenizer, settings = recipe.model, recipe.tokenizer, recipe.generate
    return provenance.identity(model, tokenizer, settings, recipe.seed, recipe.device, precision)
