"""The hub: data sets read row by row, and the tokenizer files of a model. Nothing else in `data` uses the network.

Every first question to the hub has a deadline, so that without a network a hub id fails in seconds.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from instructgpt_cli.data.arrow import BATCH_ROWS, batch_records
from instructgpt_cli.errors import DataError, ModelError
from instructgpt_cli.recipe.schema import Source

T = TypeVar("T")
DEADLINE = 20.0
TOKENIZER_FILES = (
    "tokenizer*",
    "special_tokens_map.json",
    "added_tokens.json",
    "chat_template*",
    "additional_chat_templates/*.jinja",
    "vocab*",
    "merges.txt",
    "*.model",
    "*.tiktoken",
    "tekken.json",
    "config.json",
)


class HubError(Exception):
    """The hub did not answer, or said no; the text is the reason in one line."""


def records(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a hub data set, streamed: nothing is written to disk. Numbers count from 0."""
    commit(source)
    import datasets

    try:
        data = datasets.load_dataset(
            source.path, source.name, split=source.split, revision=source.revision, streaming=True
        )
        number = 0
        # As Arrow's tables: made into objects by `datasets`, null fields no longer tell where they come from.
        for table in data.with_format("arrow").iter(batch_size=BATCH_ROWS):
            for batch in table.to_batches():
                for record in batch_records(batch, source.path, number):
                    yield number, record
                    number += 1
    except DataError:
        raise
    except Exception as error:  # whatever the hub, the network or a file's own reader raises
        raise DataError(f"{source.path}: cannot be read from the hub: {_reason(error)}", _data_hint(source)) from error


def commit(source: Source) -> str:
    """The commit that `source.revision` stands for now. Raises `DataError` where the hub has none, or is silent."""
    import huggingface_hub

    try:
        info = ask(
            lambda: huggingface_hub.HfApi().dataset_info(source.path, revision=source.revision, timeout=DEADLINE / 2)
        )
    except HubError as silence:
        message = f"{source.path}: there is no such file or folder, and as a data set of the hub: {silence}"
        raise DataError(message, _data_hint(source)) from silence
    return str(info.sha)


def _data_hint(source: Source) -> str:
    return (
        "Check path, name, split and revision. To work without the hub: "
        f"`hf download --repo-type dataset {source.path} --local-dir DIR`, and give DIR as the path."
    )


def tokenizer_folder(name: str, revision: str | None, code: bool) -> Path:
    """Tokenizer files and config of a hub model as a local folder, downloaded or cached; Python files only with `code`.

    Raises `ModelError` where the hub does not have it, or cannot be reached and the cache is empty.
    """
    import huggingface_hub

    silence: HubError | None = None
    try:
        ask(lambda: huggingface_hub.HfApi().model_info(name, revision=revision, timeout=DEADLINE / 2))
    except HubError as error:
        silence = error
    patterns = [*TOKENIZER_FILES, *(("*.py",) if code else ())]
    try:
        folder = huggingface_hub.snapshot_download(
            name, revision=revision, allow_patterns=patterns, local_files_only=silence is not None
        )
    except Exception as error:  # as above
        message = f"{name}: there is no such folder, and as a model of the hub: {silence or _reason(error)}"
        hint = (
            f"Check the name. To work without the hub: `hf download {name} --local-dir DIR`, and give DIR as the path."
        )
        raise ModelError(message, hint) from error
    return Path(folder)


def ask(question: Callable[[], T]) -> T:
    """The hub's answer. Raises `HubError` with the reason, after DEADLINE seconds at the latest.

    The question runs in a thread of its own, because looking up a host's name cannot be given a time limit.
    """
    answers: list[T] = []
    faults: list[Exception] = []

    def run() -> None:
        try:
            answers.append(question())
        except Exception as error:  # every kind of refusal and of network fault
            faults.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(DEADLINE)
    if answers:
        return answers[0]
    if faults:
        raise HubError(_reason(faults[0])) from faults[0]
    raise HubError(f"no answer in {DEADLINE:.0f} seconds")


def _reason(error: Exception) -> str:
    from huggingface_hub import errors

    if isinstance(error, errors.OfflineModeIsEnabled):
        return "it does not answer, or HF_HUB_OFFLINE is set"
    if isinstance(error, errors.GatedRepoError):
        return "access must be asked for on its page, and a token be set (`hf auth login`)"
    if isinstance(error, errors.RevisionNotFoundError):
        return "it has no such revision"
    if isinstance(error, errors.RepositoryNotFoundError | errors.HFValidationError):
        return "it does not exist, or is private"
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 200 else text[:197] + "..."
