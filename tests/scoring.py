"""`eval` as a function, and rows that a tiny model has memorized."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from instructgpt_cli.commands.eval import command
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.model.loss import target_losses
from instructgpt_cli.recipe.schema import Recipe

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

KNOWN = [
    ("reverse: a b", "b a", "reverse", "ab"),
    ("sort: b a", "a b", "sort", "ab"),
    ("count: a b c", "Three.", "count", "abc"),
    ("translate: good day", "你好", "count", "abc"),
]
UNKNOWN = [("reverse: k l", "l k", "reverse", "kl"), ("sort: l k", "k l", "sort", "kl")]
TEXT = "the quick brown fox 你好 jumps\n" * 12
FILES = {"known": "known.jsonl", "unknown": "unknown.jsonl", "raw": "raw.txt"}


def score(settings: dict[str, Any], *gates: str, json: bool = False) -> None:
    """Runs `eval` on the recipe `settings`."""
    command.run(Recipe.model_validate(settings), json=json, fail_under=list(gates), quiet=False)


def write_rows(path: Path, rows: list[tuple[str, str, str, str]]) -> None:
    """Writes rows of prompt, completion, task and group."""
    names = ("prompt", "completion", "task", "group")
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")


def write_references(settings: dict[str, Any], tmp_path: Path, *right: Any) -> None:
    """A set of KNOWN's first questions, each with a wrong answer of its own and these references."""
    rows = [{"q": row[0], "a": "wrong", "right": texts} for row, texts in zip(KNOWN, right, strict=False)]
    (tmp_path / "right.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    columns = {"prompt": "q", "completion": "a", "references": "right"}
    sets = {"asked": [{"path": str(tmp_path / "right.jsonl"), "columns": columns}]}
    metrics = ["loss", "exact_match", "f1", "rouge_l", "bleu", "chrf"]
    settings["eval"] = {"sets": sets, "metrics": metrics, "bootstrap": 0}


def memorize(
    model: "PreTrainedModel",
    tokenizer: "PreTrainedTokenizerFast",
    template: str | None,
    folder: Path,
    answers: "dict[str, Message] | None" = None,
) -> None:
    """Trains the model on the answers (KNOWN's by default) until it gives them, and saves it."""
    encoder = Encoder(tokenizer, chat_template.resolve(template, tokenizer))
    known = answers or {question: Message("assistant", answer) for question, answer, _, _ in KNOWN}
    rows = [Row("f", i, messages=(Message("user", q), a)) for i, (q, a) in enumerate(known.items())]
    batch = collate([(e.input_ids, e.loss_mask) for e in encoder.encode(rows)])
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(80 if answers is None else 160):
        loss = target_losses(model, batch, packed=False).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert float(loss.detach()) < 0.05
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
