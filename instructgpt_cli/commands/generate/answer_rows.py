"""Rows -> answers, and the records that `generate` writes of them."""

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from instructgpt_cli import plain_text
from instructgpt_cli.commands.answer_progress import AnswerProgress
from instructgpt_cli.commands.answers_file import AnswerRecord
from instructgpt_cli.data.types import Row
from instructgpt_cli.errors import DataError
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from instructgpt_cli.commands.generate.loaded_model import PromptEncoder
    from instructgpt_cli.inference.decoder import Decoder, OnToken
    from instructgpt_cli.inference.sequences import Completion
    from instructgpt_cli.inference.vllm import VllmDecoder

# Rows that are sorted by length and answered together. Answers to standard output appear window by window: more rows
# would waste a little less padding, and lose more when the command is stopped.
WINDOW = 512
# The keys of a record, which columns of the input do not replace.
OWN_KEYS = ("index", "prompt", "answer", "answers", "finish", "tokens", "task", "group", "error")

Emit = Callable[[AnswerRecord], None]


def answer_rows(
    encoder: "PromptEncoder",
    decoder: "Decoder | VllmDecoder",
    rows: Sequence[Row],
    system: str | None,
    done: Collection[int] = (),
    on_token: "OnToken | None" = None,
) -> Iterator[tuple[int, "tuple[Completion, ...] | str"]]:
    """Yields (index, its answers or why it has none) of each row that is not `done`, as soon as it is answered.

    The index seeds the random stream of a row.
    """
    from instructgpt_cli.inference.decoder import Decoder
    from instructgpt_cli.inference.sequences import Prompt

    left = [index for index in range(len(rows)) if index not in done]
    for start in range(0, len(left), WINDOW):
        prompts: list[Prompt] = []
        for index in left[start : start + WINDOW]:
            ids, fault = encoder.prompt_ids(rows[index], system)
            if fault := fault or decoder.why_no_room(len(ids)):
                yield index, fault
            else:
                prompts.append(Prompt(index, ids))
        found = decoder.answers(prompts, on_token) if isinstance(decoder, Decoder) else decoder.answers(prompts)
        for place, answers in found:
            yield prompts[place].row, answers


def answer_all(
    encoder: "PromptEncoder",
    decoder: "Decoder | VllmDecoder",
    rows: Sequence[Row],
    done: Collection[int],
    system: str | None,
    console: Console,
    emit: Emit,
) -> None:
    """Passes the record of each row that is not `done` to `emit` as soon as it is answered, and reports the speed.

    Raises `DataError` if no row could be answered.
    """
    began = time.monotonic()
    tokens = unanswered = 0
    fault = ""
    with console.progress("answering", total=len(rows), unit="prompts") as bar:
        bar.advance(len(done))
        progress = AnswerProgress(bar, len(rows) - len(done), decoder.settings.num_return_sequences, decoder.room(1))
        for index, answers in answer_rows(encoder, decoder, rows, system, done, progress.on_token):
            if isinstance(answers, str):
                unanswered, fault = unanswered + 1, fault or f"{rows[index].place}: {answers}"
            else:
                tokens += sum(answer.tokens for answer in answers)
            emit(answer_record(index, rows[index], answers))
            progress.on_row(answers)
    if unanswered == len(rows):
        raise DataError(f"no prompt could be answered; the first: {fault}")
    if unanswered:
        console.warn(f"{unanswered:,} of {len(rows):,} prompts could not be answered; the first: {fault}")
    seconds = time.monotonic() - began
    rate = plain_text.count(tokens / max(seconds, 1e-9))
    prompts = plain_text.counted(len(rows), "prompt")
    console.message(f"{prompts}, {tokens:,} tokens in {plain_text.duration(seconds)} ({rate} tokens/s)")


def answer_record(index: int, row: Row, answers: "tuple[Completion, ...] | str") -> AnswerRecord:
    """`{"index", "prompt", "answer", "finish": "stop" | "length", "tokens"}`.

    With `task` and `group` if the row has them, and the input's columns that are not part of the prompt. Several
    answers are a list `answers`; a row that cannot be answered has an `error` instead.
    """
    from instructgpt_cli.commands.generate.prompts import shown

    record: AnswerRecord = {"index": index, "prompt": shown(row)}
    labels = {"task": row.task, "group": row.group}
    record |= {name: label for name, label in labels.items() if label is not None}
    record |= {name: value for name, value in (row.columns or {}).items() if name not in OWN_KEYS}
    if isinstance(answers, str):
        return record | {"error": answers}
    found = [{"answer": a.text, "finish": a.finish, "tokens": a.tokens} for a in answers]
    return record | (found[0] if len(found) == 1 else {"answers": found})
