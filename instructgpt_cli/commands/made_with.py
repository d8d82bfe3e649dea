"""What answers are made with. Of finished ones it is kept beside the token cache, by a digest of the file: the file
itself holds records alone, and nothing lies beside it."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.system import atomic_files

# What is told by a digest, and the rows of each set of an eval.
FINGERPRINTS = ("list of prompts", "model", "tokenizer", "chat template", "baseline", "tokenizer of the baseline")
SET = "set "


def identity(recipe: Recipe) -> dict[str, Any]:
    """What the answers of the recipe's model depend on, beside the prompts."""
    from instructgpt_cli.model.fingerprint import fingerprint, tokenizer_fingerprint

    own = (recipe.model.path, recipe.model.revision)
    tokenizer = own if recipe.tokenizer.path in (None, recipe.model.path) else (recipe.tokenizer.path, None)
    return {
        "model": fingerprint(recipe.model.path, recipe.model.revision),
        "tokenizer": tokenizer_fingerprint(*tokenizer),
        "seed": seed(recipe),
        "chat template": template_fingerprint(recipe.tokenizer.chat_template),
        "template variables": recipe.tokenizer.template_variables,
        "device": recipe.device,
        **recipe.generate.model_dump(mode="json", exclude={"input", "prompts", "batch_size", "cache", "seed"}),
    }


def seed(recipe: Recipe) -> int:
    """Of sampling."""
    return recipe.seed if recipe.generate.seed is None else recipe.generate.seed


def template_fingerprint(named: str | None) -> str | None:
    """Of the template that the recipe names; the tokenizer's own is part of the tokenizer."""
    from instructgpt_cli.encoding import chat_template

    if not named:
        return None
    try:
        text = chat_template.resolve(named, None).default
    except UsageError:  # the name of one that the tokenizer has
        text = named
    return hashlib.sha256(text.encode()).hexdigest()


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


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What of what answers depend on is another than before; empty where nothing is."""
    now = json.loads(json.dumps(now))
    return "; ".join(_change(key, before.get(key), now[key]) for key in now if before.get(key) != now[key])


def _change(key: str, before: object, now: object) -> str:
    if key in FINGERPRINTS or key.startswith(SET):
        return f"the {key} is another"
    return f"{key} was {before!r} and is now {now!r}"
