"""The files of a model folder. Imports nothing heavy."""

import hashlib
from pathlib import Path


def fingerprint(path: str | None) -> str:
    """What the weights of a local folder are: a hash of every safetensors file's bytes. Empty for a hub id, which its
    revision names, and without a path."""
    folder = Path(path or "")
    if not path or not folder.is_dir():
        return ""
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.safetensors")):
        with file.open("rb") as stream:
            digest.update(file.name.encode() + hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()[:16]
