"""The provenance of answers: what they depend on besides the prompts.

For a finished file it is kept beside the token cache, under the file's hash: the file itself holds only records, and
nothing is written beside it.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from instructgpt_cli import __version__
from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.data_schema import Tokenizer
from instructgpt_cli.recipe.schema import Generate, Model
from instructgpt_cli.system import atomic_files

# The keys of hashes, and what they are hashes of.
FINGERPRINT = "fingerprint."
SET = f"{FINGERPRINT}sets."
VERSION = "versions."
FINGERPRINTS = {
    f"{FINGERPRINT}prompts": "list of prompts",
    f"{FINGERPRINT}model": "model",
    f"{FINGERPRINT}tokenizer": "tokenizer",
    f"{FINGERPRINT}chat_template": "chat template",
    f"{FINGERPRINT}baseline": "baseline",
    f"{FINGERPRINT}baseline_tokenizer": "tokenizer of the baseline",
}
# The keys of identities up to 0.2.0, and their prefixes.
_EARLIER = {name: key for key, name in FINGERPRINTS.items()} | {"template variables": "tokenizer.template_variables"}
_EARLIER_PREFIXES = {"set ": SET, "version of ": VERSION}
# What versions did that did not record it.
_UNRECORDED = {"precision": "fp32"}


def identity(
    model: Model, tokenizer: Tokenizer, generate: Generate, seed: int, device: str, precision: str
) -> dict[str, Any]:
    """Return what the answers of a model depend on besides the prompts. `seed` is the recipe's, `precision` what is
    computed in."""
    return {
        **file_identity(model, tokenizer),
        "seed": sampling_seed(generate, seed),
        f"{FINGERPRINT}chat_template": template_fingerprint(tokenizer.chat_template),
        "tokenizer.template_variables": tokenizer.template_variables,
        "device": device,
        **generate.model_dump(mode="json", exclude={"input", "prompts", "batch_size", "cache", "seed"}),
        "precision": precision,
    }


def file_identity(model: Model, tokenizer: Tokenizer) -> dict[str, Any]:
    """Return the fingerprints of the model's and the tokenizer's files."""
    from instructgpt_cli.model.fingerprint import model_fingerprint, tokenizer_fingerprint

    own = (model.path, model.revision)
    named = own if tokenizer.path in (None, model.path) else (tokenizer.path, None)
    return {
        f"{FINGERPRINT}model": model_fingerprint(*own),
        f"{FINGERPRINT}tokenizer": tokenizer_fingerprint(*named),
    }


def sampling_seed(generate: Generate, seed: int) -> int:
    """Return the seed of sampling: `generate.seed`, else the recipe's `seed`."""
    return seed if generate.seed is None else generate.seed


def template_fingerprint(named: str | None) -> str | None:
    """Return a hash of the template that a recipe names; None if it is the tokenizer's, whose hash includes it."""
    from instructgpt_cli.encoding import chat_template

    if not named:
        return None
    try:
        text = chat_template.resolve(named, None).default
    except UsageError:  # the name of one of the tokenizer's templates
        text = named
    return hashlib.sha256(text.encode()).hexdigest()


def remember(path: Path, identity: Mapping[str, Any]) -> None:
    """Store the provenance of the file at `path`, if the cache is writable."""
    with suppress(OSError):
        place = _place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        atomic_files.write_file(place, json.dumps(identity, ensure_ascii=False) + "\n")


def recall(path: Path) -> Mapping[str, Any] | None:
    """Return the stored provenance of the file at `path`; None if there is none, or the file has changed since."""
    with suppress(OSError, ValueError, RecursionError):
        identity = json.loads(_place(path).read_text(encoding="utf-8"))
        return identity if isinstance(identity, dict) else None
    return None


def _place(path: Path) -> Path:
    from instructgpt_cli.dataset.tokenize import cache_folder  # heavy imports, which `--help` does not need

    return cache_folder().with_name("answers") / f"{atomic_files.sha256(path)}.json"


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Describe how the provenance `now` differs from `before`, by any version; empty if it does not."""
    before, now = by_keys(before), json.loads(json.dumps(now))
    found = [_change(key, before.get(key), now[key]) for key in now if before.get(key) != now[key]]
    found += [
        f"{key} was {value!r}, a key that this version ({__version__}) does not have"
        for key, value in before.items()
        if key not in {*now, *_UNRECORDED} and value is not None and not key.startswith((FINGERPRINT, VERSION))
    ]
    return "; ".join(found)


def by_keys(identity: Mapping[str, Any]) -> dict[str, Any]:
    """Return an identity of any version with today's keys."""
    found: dict[str, Any] = dict(_UNRECORDED)
    for key, value in identity.items():
        prefix = next((prefix for prefix in _EARLIER_PREFIXES if key.startswith(prefix)), "")
        own = _EARLIER_PREFIXES[prefix] + key.removeprefix(prefix) if prefix else _EARLIER.get(key, key)
        found[own] = value
    return found


def _change(key: str, before: object, now: object) -> str:
    if key in FINGERPRINTS:
        return f"the {FINGERPRINTS[key]} has changed"
    if key.startswith(SET):
        return f"the set {key.removeprefix(SET)} has changed"
    return f"{key} was {before!r} and is now {now!r}"
