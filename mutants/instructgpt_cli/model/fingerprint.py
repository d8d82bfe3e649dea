"""The files of a model folder. Imports nothing heavy."""

import hashlib
from pathlib import Path

from instructgpt_cli.errors import ModelError
from instructgpt_cli.system import offline

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


def fingerprint(path: str | None, revision: str | None = None) -> str:
    """What the model in a local folder is: a hash of its settings and of every safetensors file's bytes. Of a hub id
    the commit that `revision` (default: its main branch) stands for now. Empty where there is neither.

    Raises `ModelError` where the hub has no such model, or does not answer and the cache has none."""
    return _digest(path, revision, WEIGHTS)


def tokenizer_fingerprint(path: str | None, revision: str | None = None) -> str:
    """The same of the tokenizer in a folder, with its chat template."""
    return _digest(path, revision, TOKENIZER)


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
    """The library lays a file under the name of the commit that it belongs to."""
    from huggingface_hub import hf_hub_download  # noqa: PLC0415 - a local folder does without

    try:
        return Path(hf_hub_download(name, "config.json", revision=revision)).parent.name
    except Exception as error:  # every kind of refusal and of network fault
        reason = " ".join(str(error).split())[:200]
        raise ModelError(
            f"{name}: there is no such folder, and as a model of the hub: {reason}",
            f"Check the name. To work without the hub: `hf download {name} --local-dir DIR`, and give DIR as the path.",
        ) from error
