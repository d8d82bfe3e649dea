"""Whether the answers to the prompts are there already."""

from collections.abc import Sequence
from pathlib import Path

from instructgpt_cli.commands import provenance
from instructgpt_cli.commands.answers_file import AnswerRecord, followed, parsed, unfinished
from instructgpt_cli.errors import UsageError


def is_complete(path: Path, prompts: Sequence[str], identity: AnswerRecord) -> bool:
    """Whether the answers to the prompts are there already. Raises `UsageError` where the file holds others, or was
    made with other settings, as far as that is known: a model that is no longer there is not compared."""
    settle_left(path, prompts)
    if unfinished(path).exists() or not path.is_file():
        return False
    hint = "Name another file; without --resume it is written over."
    if not answers_to(path, prompts):
        raise UsageError(f"{path}: holds something else than the answers to these prompts", hint)
    before = provenance.recall(path) or identity
    if changed := provenance.changes(before, {key: value for key, value in identity.items() if value != ""}):
        raise UsageError(f"{path}: is complete, and was made otherwise: {changed}", hint)
    return True


def settle_left(path: Path, prompts: Sequence[str]) -> None:
    """Puts complete answers in their place where an earlier start was killed just before it did."""
    aside = unfinished(path)
    if aside.is_file() and not aside.with_name(f"{aside.name}.json").exists() and answers_to(aside, prompts):
        aside.replace(followed(path))


def answers_to(path: Path, prompts: Sequence[str]) -> bool:
    """Whether the finished file `path` holds a record for each of the prompts, in order."""
    count = 0
    with path.open("rb") as lines:
        for line in lines:
            record = parsed(line)
            if record is None or count == len(prompts):
                return False
            if record.get("index") != count or record.get("prompt") != prompts[count]:
                return False
            count += 1
    return count == len(prompts)
