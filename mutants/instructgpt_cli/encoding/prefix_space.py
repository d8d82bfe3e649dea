"""Tokenizers of SentencePiece's kind put a space before a text; inside a text, none must be put."""

import json
from typing import Any

from tokenizers import Tokenizer


def without_prefix(backend: Tokenizer) -> tuple[tuple[Any, Any] | None, bool]:
    """Normaliser and pre-tokenizer that put no space before a text; None where the tokenizer's own do not.

    Also whether its own do so only at the very start of a text, not after each special token.
    """
    state = [
        json.loads(part.__getstate__()) if part is not None else None
        for part in (backend.normalizer, backend.pre_tokenizer)
    ]
    changed: list[str] = []
    bare = [_strip_prefix(part, changed) for part in state]
    if not changed:
        return None, False
    model = {"type": "BPE", "vocab": {}, "merges": []}
    shell = {"version": "1.0", "added_tokens": [], "model": model, "normalizer": bare[0], "pre_tokenizer": bare[1]}
    other = Tokenizer.from_str(json.dumps(shell))
    return (other.normalizer, other.pre_tokenizer), set(changed) == {"first"}


def _strip_prefix(state: Any, changed: list[str]) -> Any:
    if not isinstance(state, dict):
        return state
    kind = state.get("type")
    for key in ("normalizers", "pretokenizers"):
        if key in state:
            kept = [_strip_prefix(part, changed) for part in state[key]]
            return {**state, key: [part for part in kept if part is not None]}
    if kind == "Prepend":
        changed.append("always")
        return None
    if kind == "Metaspace" and state.get("prepend_scheme", "always") != "never":
        changed.append(state.get("prepend_scheme", "always"))
        return {**state, "prepend_scheme": "never"}
    if kind == "ByteLevel" and state.get("add_prefix_space"):
        changed.append("always")
        return {**state, "add_prefix_space": False}
    return state
