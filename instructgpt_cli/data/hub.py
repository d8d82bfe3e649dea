"""The Hugging Face Hub: streamed datasets, and the tokenizer files of a model. Nothing else in `data` uses the network.

The first request for each has a timeout, so that a Hub id fails within seconds if there is no network.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from instructgpt_cli.data.arrow import BATCH_ROWS, batch_records
from instructgpt_cli.errors import DataError, ModelError
from instructgpt_cli.recipe.data_schema import Source

T = TypeVar("T")
TIMEOUT = 20.0
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
    """The Hub did not answer or refused; the text is the reason in one line."""


def records(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a Hub dataset, numbered from 0, streamed without writing to disk."""
    commit(source)
    import datasets

    try:
        data = datasets.load_dataset(
            source.path, source.name, split=source.split, revision=source.revision, streaming=True
        )
        number = 0
        # Arrow tables, because in the objects that `datasets` makes, added and written nulls look alike.
        for table in data.with_format("arrow").iter(batch_size=BATCH_ROWS):
            for batch in table.to_batches():
                for record in batch_records(batch, source.path, number):
                    yield number, record
                    number += 1
    except DataError:
        raise
    except Exception as error:  # anything that the Hub, the network or a file reader raises
        raise DataError(f"{source.path}: cannot be read from the Hub: {_reason(error)}", _data_hint(source)) from error


def commit(source: Source) -> str:
    """The commit that `source.revision` points to now. Raises `DataError` if the Hub has none or does not answer."""
    import huggingface_hub

    try:
        info = ask(
            lambda: huggingface_hub.HfApi().dataset_info(source.path, revision=source.revision, timeout=TIMEOUT / 2)
        )
    except HubError as unreachable:
        message = f"{source.path}: no such file or folder, and as a Hub dataset: {unreachable}"
        raise DataError(message, _data_hint(source)) from unreachable
    return str(info.sha)


def _data_hint(source: Source) -> str:
    return (
        "Check path, name, split and revision. To work offline, run "
        f"`hf download --repo-type dataset {source.path} --local-dir DIR` once and use DIR as the path."
    )


def tokenizer_folder(name: str, revision: str | None, code: bool) -> Path:
    """A local folder with tokenizer files and config of a Hub model, downloaded or cached; Python files only if `code`.

    Raises `ModelError` if the Hub does not have it, or cannot be reached and the cache is empty.
    """
    import huggingface_hub

    unreachable: HubError | None = None
    try:
        ask(lambda: huggingface_hub.HfApi().model_info(name, revision=revision, timeout=TIMEOUT / 2))
    except HubError as error:
        unreachable = error
    patterns = [*TOKENIZER_FILES, *(("*.py",) if code else ())]
    try:
        folder = huggingface_hub.snapshot_download(
            name, revision=revision, allow_patterns=patterns, local_files_only=unreachable is not None
        )
    except Exception as error:  # as above
        message = f"{name}: no such folder, and as a Hub model: {unreachable or _reason(error)}"
        hint = (
            f"Check the name. To work offline, run `hf download {name} --local-dir DIR` once and use DIR as the path."
        )
        raise ModelError(message, hint) from error
    return Path(folder)


def ask(question: Callable[[], T]) -> T:
    """The Hub's answer. Raises `HubError` with the reason, after TIMEOUT seconds at the latest.

    The request runs in a separate thread, because DNS lookups have no timeout.
    """
    answers: list[T] = []
    faults: list[Exception] = []

    def run() -> None:
        try:
            answers.append(question())
        except Exception as error:  # any refusal or network error
            faults.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(TIMEOUT)
    if answers:
        return answers[0]
    if faults:
        raise HubError(_reason(faults[0])) from faults[0]
    raise HubError(f"no answer in {TIMEOUT:.0f} seconds")


def _reason(error: Exception) -> str:
    from huggingface_hub import errors

    if isinstance(error, errors.OfflineModeIsEnabled):
        return "it does not answer, or HF_HUB_OFFLINE is set"
    if isinstance(error, errors.GatedRepoError):
        return "it is gated: request access on its page and log in (`hf auth login`)"
    if isinstance(error, errors.RevisionNotFoundError):
        return "it has no such revision"
    if isinstance(error, errors.RepositoryNotFoundError | errors.HFValidationError):
        return "it does not exist, or is private"
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 200 else text[:197] + "..."
