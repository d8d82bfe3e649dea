"""The files of a model folder. Imports nothing heavy."""

import hashlib
from pathlib import Path

WEIGHTS = ("*.safetensors", "*config.json")
TOKENIZER = ("tokenizer*", "special_tokens_map.json", "added_tokens.json", "chat_template*", "vocab*", "merges.txt")


def fingerprint(path: str | None) -> str:
    """What the model in a local folder is: a hash of its settings and of every safetensors file's bytes. Empty for a
    hub id, which its revision names, and without a path."""
    return _digest(path, WEIGHTS)


def tokenizer_fingerprint(path: str | None) -> str:
    """The same of the tokenizer in a folder, with its chat template."""
    return _digest(path, TOKENIZER)


def _digest(path: str | None, patterns: tuple[str, ...]) -> str:
    folder = Path(path or "").expanduser()
    if not path or not folder.is_dir():
        return ""
    digest = hashlib.sha256()
    for file in sorted({file for pattern in patterns for file in folder.glob(pattern) if file.is_file()}):
        with file.open("rb") as stream:
            digest.update(file.name.encode() + hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()[:16]
