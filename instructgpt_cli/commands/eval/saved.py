"""The answers and losses of an eval in progress, saved in the run folder as they are computed.

They stay until the scores are written: the same command continues after them, whatever interrupted it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from instructgpt_cli.commands import provenance
from instructgpt_cli.commands.answers_file import AnswerRecord, AnswersFile, IdentityChanged, is_resumable
from instructgpt_cli.data.types import Row
from instructgpt_cli.errors import Interrupted
from instructgpt_cli.inference.sequences import Completion
from instructgpt_cli.plain_text import counted
from instructgpt_cli.recipe.data_schema import Data, Tokenizer
from instructgpt_cli.recipe.schema import Model
from instructgpt_cli.run.folder import versions
from instructgpt_cli.terminal.console import Console

# The keys of `data` that losses depend on.
LOSS_KEYS = {"max_length", "loss_on", "empty_answers"}


class Part(NamedTuple):
    """The part of an eval that a record belongs to: recipe key of the model, set, and date in the chat template."""

    model: str
    set: str
    day: str


class Saved:
    """Answers by the number of their question in a set, and losses by the first row of their chunk.

    Losses keep all bits and answers their tokens, so that scores are the same bits. Without a `file`, nothing is saved.
    """

    def __init__(self, file: AnswersFile | None) -> None:
        self._file = file
        self._answers: dict[Part, dict[int, Completion | str]] = defaultdict(dict)
        self._losses: dict[Part, dict[int, list[float]]] = defaultdict(dict)
        self.count = 0
        """The number of saved answers."""
        for record in file.saved() if file else ():
            with suppress(KeyError, TypeError):  # a damaged record is computed again
                self._read(Part(*record["part"]), record)

    def answers(self, part: Part) -> Mapping[int, Completion | str]:
        """The answers of an earlier start; for a question without one, the reason."""
        return self._answers[part]

    def losses(self, part: Part, first: int) -> Sequence[float] | None:
        """The losses of the chunk from row `first` on, if an earlier start has computed them."""
        return self._losses[part].get(first)

    def add_answer(self, part: Part, place: int, answer: Completion | str) -> None:
        """Saves the answer to question `place`."""
        found = answer if isinstance(answer, str) else asdict(answer) | {"ids": list(map(int, answer.ids))}
        self._add({"part": part, "place": place, "answer": found})
        self.count += 1

    def add_losses(self, part: Part, first: int, losses: Sequence[float]) -> None:
        """Saves the losses of the chunk from row `first` on."""
        self._add({"part": part, "first": first, "losses": losses})

    def publish(self, predictions: Iterable[AnswerRecord]) -> None:
        """Writes predictions.jsonl. What it was made from stays until the eval has ended."""
        if self._file:
            self._file.publish_instead(predictions)

    def _add(self, record: AnswerRecord) -> None:
        if self._file:
            self._file.write({"index": self._file.done} | record)

    def _read(self, part: Part, record: AnswerRecord) -> None:
        if "losses" in record:
            self._losses[part][record["first"]] = record["losses"]
            return
        answer = record["answer"]
        self._answers[part][record["place"]] = answer if isinstance(answer, str) else Completion(**answer)
        self.count += 1


@contextmanager
def saving(path: Path | None, identity: Mapping[str, Any], console: Console) -> Iterator[Saved]:
    """The answers and losses saved next to the predictions at `path`, removed once the block has ended without an
    error. Those of an earlier start are used if they have the same `identity`.

    Raises `Interrupted` if a signal ends the block, or if another process writes there.
    """
    if path is None:
        yield Saved(None)
        return
    file = _opened(path, identity, console)
    saved = Saved(file)
    if file.done:
        console.message(f"continuing after {counted(saved.count, 'answer')} of an eval that was interrupted")
    try:
        yield saved
    except BaseException as error:
        file.close(keep=True)
        if is_resumable(error) and file.done:
            answered = f"{counted(saved.count, 'answer')} {'is' if saved.count == 1 else 'are'} saved"
            if isinstance(error, KeyboardInterrupt):
                stopped = f"stopped by {str(error) or 'Ctrl-C'}: {answered}"
                raise Interrupted(stopped, "The same command continues after them.") from None
            console.message(f"{answered}; the same command continues after them")
        raise
    file.close(keep=False)


def _opened(path: Path, identity: Mapping[str, Any], console: Console) -> AnswersFile:
    try:
        return AnswersFile(path, identity, resume=True)
    except IdentityChanged as error:
        console.message(f"starting over: since the eval that was interrupted, {error.changes}")
        return AnswersFile(path, identity)


def eval_identity(
    answers: Mapping[str, Any],
    model: Model,
    baseline: Model | None,
    baseline_precision: str | None,
    data: Data,
    thoughts: str,
    sets: Mapping[str, Sequence[Row]],
) -> dict[str, Any]:
    """What answers and losses depend on; `answers` is the provenance of the model's answers. Metrics, resamples and
    gates are computed from them and may change."""
    before = provenance.file_identity(baseline, Tokenizer()) if baseline else {}
    prefix = provenance.FINGERPRINT
    return {
        **answers,
        f"{prefix}baseline": before.get(f"{prefix}model"),
        f"{prefix}baseline_tokenizer": before.get(f"{prefix}tokenizer"),
        "baseline_precision": baseline_precision,
        "sets": list(sets),
        **{f"{provenance.SET}{name}": _digest(rows) for name, rows in sets.items()},
        **model.model_dump(include={"attention", "head", "trust_remote_code"}),
        **{f"data.{key}": value for key, value in data.model_dump(include=LOSS_KEYS, mode="json").items()},
        "thoughts": thoughts,
        **{f"{provenance.VERSION}{name}": version for name, version in versions().items()},
    }


def _digest(rows: Sequence[Row]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        read: tuple[Any, ...] = (row.messages, row.tools, row.text, row.references, row.opens, row.closes, row.fault)
        digest.update(repr(read).encode("utf-8", "replace"))
    return digest.hexdigest()
