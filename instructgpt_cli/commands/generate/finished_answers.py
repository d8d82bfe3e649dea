"""Whether a file already holds the answers to given prompts."""

from collections.abc import Sequence
from pathlib import Path

from instructgpt_cli.commands import provenance
from instructgpt_cli.commands.answers_file import AnswerRecord, followed, parsed_record, partial_path
from instructgpt_cli.errors import UsageError


def is_complete(path: Path, prompts: Sequence[str], identity: AnswerRecord) -> bool:
    """Whether the file at `path` holds the answers to `prompts`.

    Raises `UsageError` if it holds anything else, or if its answers depend on other settings, as far as those are
    known; a model that no longer exists is not compared.
    """
    settle_left(path, prompts)
    if partial_path(path).exists() or not path.is_file():
        return False
    hint = "Name another file; without --resume this one is overwritten."
    if not answers_to(path, prompts):
        raise UsageError(f"{path}: does not hold the answers to these prompts", hint)
    before = provenance.by_keys(provenance.recall(path) or identity)
    known = {key: before.get(key) if value == "" else value for key, value in identity.items()}
    if changes := provenance.changes(before, known):
        raise UsageError(f"{path}: is complete, but was generated differently: {changes}", hint)
    return True


def settle_left(path: Path, prompts: Sequence[str]) -> None:
    """Moves complete answers to `path` if an earlier start was killed just before it did."""
    partial = partial_path(path)
    if partial.is_file() and not partial.with_name(f"{partial.name}.json").exists() and answers_to(partial, prompts):
        partial.replace(followed(path))


def answers_to(path: Path, prompts: Sequence[str]) -> bool:
    """Whether the file holds a record for each of the prompts, in order, and nothing else."""
    count = 0
    with path.open("rb") as lines:
        for line in lines:
            record = parsed_record(line)
            if record is None or count == len(prompts):
                return False
            if record.get("index") != count or record.get("prompt") != prompts[count]:
                return False
            count += 1
    return count == len(prompts)
