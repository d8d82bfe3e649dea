"""Fingerprints of the weights and the tokenizer in a model folder. Imports nothing heavy."""

import hashlib
from pathlib import Path

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.hub_file import HubFileError, hub_file
from instructgpt_cli.system import adapter_folder, offline

WEIGHTS = ("*.safetensors", "*config.json")
TOKENIZER = (
    "tokenizer*",
    "special_tokens_map.json",
    "added_tokens.json",
    "chat_template*",
    "additional_chat_templates/*.jinja",
    "vocab*",
    "merges.txt",
)


def model_fingerprint(path: str | None, revision: str | None = None) -> str:
    """Return a hash of the config files and safetensors in a local folder, for an adapter those of its base too; for a
    Hub id, the commit that `revision` (default: the main branch) points to; else an empty string.

    Raises `ModelError` if the Hub has no such model, or does not answer and the cache has no copy.
    """
    if adapter_folder.is_adapter(path):
        adapter = adapter_folder.read(str(path))
        return f"{files_fingerprint(str(path))}-{model_fingerprint(adapter.base, adapter.revision)}"
    return _digest(path, revision, WEIGHTS)


def files_fingerprint(path: str) -> str:
    """Return a hash of the config files and safetensors in a local folder alone, without the base of an adapter."""
    return _digest(path, None, WEIGHTS)


def tokenizer_fingerprint(path: str | None, revision: str | None = None) -> str:
    """Return the same of the tokenizer files in a folder, chat template included."""
    return _digest(*adapter_folder.text_folder(path, revision), TOKENIZER)


def _digest(path: str | None, revision: str | None, patterns: tuple[str, ...]) -> str:
    if not path:
        return ""
    folder = Path(path)
    if not folder.is_dir():
        return _commit(path, revision) if offline.is_hub_id(path) else ""
    digest = hashlib.sha256()
    for file in sorted({file for pattern in patterns for file in folder.glob(pattern) if file.is_file()}):
        with file.open("rb") as stream:
            digest.update(file.name.encode() + hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()[:16]


def _commit(name: str, revision: str | None) -> str:
    try:
        return hub_file(name, "config.json", revision).parent.name
    except HubFileError as error:
        raise ModelError(
            f"{name}: no such folder, and as a Hub model: {error}",
            f"Check the name. To work offline, run `hf download {name} --local-dir DIR` once and use DIR as the path.",
        ) from error
