"""The tokens that end answers by a model's own settings. Imports nothing heavy."""

import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from instructgpt_cli.system import offline

FILES = ("generation_config.json", "config.json")


def own_ends(eos_token_id: object, added_tokens: Collection[int]) -> tuple[int, ...]:
    """What `eos_token_id`, a number or a list, names among the added tokens.

    Another number is left over from a default, and would end answers in the middle of a word.
    """
    named = eos_token_id if isinstance(eos_token_id, list | tuple) else [eos_token_id]
    return tuple(dict.fromkeys(end for end in named if type(end) is int and end in added_tokens))


def declared(path: str | None, revision: str | None = None) -> Any:
    """The `eos_token_id` of a model that is not loaded; None where it names none, or cannot be read."""
    for name in FILES if path else ():
        with suppress(OSError, ValueError, RecursionError):
            settings = json.loads(_file(str(path), name, revision).read_text(encoding="utf-8"))
            if isinstance(settings, dict) and settings.get("eos_token_id") is not None:
                return settings["eos_token_id"]
    return None


def _file(path: str, name: str, revision: str | None) -> Path:
    if not offline.is_hub_id(path):
        return Path(path) / name
    from huggingface_hub import hf_hub_download  # noqa: PLC0415 - a local folder does without

    try:
        return Path(hf_hub_download(path, name, revision=revision))
    except Exception as error:  # every kind of refusal and of network fault
        raise OSError(str(error)) from None
