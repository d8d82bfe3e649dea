"""Rows of a golden corpus become the same ids as before, or `ENCODING_VERSION` is raised: nothing else keeps stale
tokens out of a cache.

`UPDATE_GOLDEN=1 pytest tests/dataset/test_encoding_version.py` rewrites the digests after the version was raised.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rendering import CONVERSATIONS, TEMPLATES, tokenizer
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.data.types import Encoded, Row
from instructgpt_cli.dataset import tokenize
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.recipe.data_schema import Data, Source

GOLDEN = Path(__file__).parents[1] / "golden" / "encoding.json"
DAY = date(2026, 1, 2)
CALL = {"function": {"name": "add", "arguments": {"a": 1, "b": [2, None]}}}
TOOLS = [{"type": "function", "function": {"name": "add", "description": "Adds.", "parameters": {"type": "object"}}}]
LAYOUTS: dict[str, list[dict[str, Any]]] = {
    "alpaca": [
        {"instruction": "Add.", "input": "1 2", "output": "3"},
        {"instruction": "Hi", "input": "", "output": "Ho"},
    ],
    "completion": [{"prompt": "one two", "completion": "three"}, {"prompt": "a", "completion": "x" * 1000}],
    "messages": [
        {"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "a", "weight": 0}]},
        {"messages": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "a"}] * 3},
        {"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "u"}]},
    ],
    "tools": [
        {"tools": TOOLS, "messages": [{"role": "user", "content": "u"}, {"role": "assistant", "tool_calls": [CALL]}]}
    ],
    "sharegpt": [{"conversations": [{"from": "human", "value": "q"}, {"from": "gpt", "value": "a"}], "system": "be"}],
    "history": [{"instruction": "now", "output": "then", "history": [["a", "b"], ["c", "d"]]}],
    "text": [{"text": "Once upon a time. " * 80}, {"text": "时间"}, {"text": ""}],
}


def digest(parts: Iterable[object]) -> str:
    return hashlib.sha256(json.dumps(list(parts), ensure_ascii=True).encode()).hexdigest()[:16]


def outcome(one: Encoded) -> list[object]:
    return [one.input_ids, one.loss_mask, one.refused, one.cut, [outcome(more) for more in one.more]]


def template_digests() -> dict[str, str]:
    """A digest of the conversations in each template, for two kinds of tokenizers."""
    found = {}
    for file in sorted(TEMPLATES.glob("*.jinja")):
        for kind in ("byte_level", "llama2"):
            encoder = Encoder(tokenizer(kind), file.read_text("utf-8"), max_length=2048, day=DAY)
            rows = [Row(name, 0, messages=turns) for name, turns in CONVERSATIONS.items()]
            found[f"{file.stem} {kind}"] = digest(outcome(one) for one in encoder.encode(rows))
    return found


def layout_digests(place: Path, tokenizer: PreTrainedTokenizerFast) -> dict[str, str]:
    """A digest of what is stored and counted for each layout of rows."""
    found = {}
    for name, rows in LAYOUTS.items():
        file = place / f"{name}.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        data = Data(train=(Source(path=str(file)),), max_length=512, max_refused=1.0, max_overlong=1.0)
        encoder = Encoder(tokenizer, chat_template.load("chatml-tools"), max_length=data.max_length, day=DAY)
        made = tokenize.tokenize_sources(data.train, data, encoder, "golden", None, place / "cache", lambda _: None)
        sequences = [[part.tolist() for part in made.sequence(i)] for i in range(len(made))]
        found[name] = digest([sequences, made.lengths.tolist(), made.targets.tolist(), made.row_counts[0].refused])
    return found


@pytest.mark.filterwarnings("ignore")
def test_the_version_is_raised_when_the_same_rows_get_other_ids(
    tmp_path: Path, tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    now = {
        "version": tokenize.ENCODING_VERSION,
        "templates": template_digests(),
        "layouts": layout_digests(tmp_path, tiny_tokenizer),
    }
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
    golden = json.loads(GOLDEN.read_text("utf-8"))
    assert now["version"] == golden["version"], "UPDATE_GOLDEN=1 writes the digests of the new version"
    assert now == golden, "rows become other ids: raise tokenize.ENCODING_VERSION"
