"""End-of-turn tokens from a model's own settings. Imports nothing heavy."""

import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from instructgpt_cli.model.hub_file import HubFileError, hub_file
from instructgpt_cli.system import offline

FILES = ("generation_config.json", "config.json")


def own_ends(eos_token_id: object, added_tokens: Collection[int]) -> tuple[int, ...]:
    """Return the ids in `eos_token_id` (a number or a list) that are added tokens.

    Any other id is a leftover default and would end answers in the middle of a word.
    """
    named = eos_token_id if isinstance(eos_token_id, list | tuple) else [eos_token_id]
    return tuple(dict.fromkeys(end for end in named if type(end) is int and end in added_tokens))


def declared(path: str | None, revision: str | None = None) -> Any:
    """Return the `eos_token_id` in the settings of a model that is not loaded; None if there is none, or the files
    cannot be read."""
    for name in FILES if path else ():
        with suppress(OSError, ValueError, RecursionError, HubFileError):
            settings = json.loads(_file(str(path), name, revision).read_text(encoding="utf-8"))
            if isinstance(settings, dict) and settings.get("eos_token_id") is not None:
                return settings["eos_token_id"]
    return None


def _file(path: str, name: str, revision: str | None) -> Path:
    return hub_file(path, name, revision) if offline.is_hub_id(path) else Path(path) / name
