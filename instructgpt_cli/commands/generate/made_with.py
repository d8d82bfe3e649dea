"""What finished answers were made with: kept beside the token cache, by a digest of the file. The file itself holds
records alone, and nothing lies beside it."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from instructgpt_cli.system import atomic_files


def remember(path: Path, identity: Mapping[str, Any]) -> None:
    """As far as the cache can be written."""
    with suppress(OSError):
        place = _place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        atomic_files.write_file(place, json.dumps(identity, ensure_ascii=False) + "\n")


def recall(path: Path) -> Mapping[str, Any] | None:
    """Of the finished file at `path`; None where it is not known, or the file is another since."""
    with suppress(OSError, ValueError, RecursionError):
        identity = json.loads(_place(path).read_text(encoding="utf-8"))
        return identity if isinstance(identity, dict) else None
    return None


def _place(path: Path) -> Path:
    from instructgpt_cli.dataset.tokenize import cache_folder  # imports what `--help` does without

    return cache_folder().with_name("answers") / f"{atomic_files.sha256(path)}.json"
