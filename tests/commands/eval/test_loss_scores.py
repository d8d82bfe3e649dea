"""Losses of answers and texts: their bytes, their pieces, in chunks of rows."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import torch
import torch.nn.functional as F
from scoring import KNOWN, TEXT, score, write_references

from instructgpt_cli.commands.eval import command, loss_scores
from instructgpt_cli.commands.eval.evaluator import Evaluator
from instructgpt_cli.commands.eval.saved import Saved
from instructgpt_cli.commands.generate.loaded_model import open_model
from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.evaluation.metrics import RowScore
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast


def test_the_loss_is_that_of_the_row_s_own_answer(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def loss(columns: dict[str, str]) -> float:
        write_references(settings, tmp_path, ["b a", "x"], ["a b"])
        settings["eval"]["sets"]["asked"][0]["columns"] = columns
        settings["eval"]["metrics"] = ["loss"]
        score(settings, json=True)
        value: float = json.loads(capsys.readouterr().out)["sets"]["asked"]["metrics"]["loss"]["value"]
        return value

    own = loss({"prompt": "q", "completion": "a"})
    assert loss({"prompt": "q", "completion": "a", "references": "right"}) == own
    first = loss({"prompt": "q", "completion": "right.0"})
    assert loss({"prompt": "q", "references": "right"}) == first
    assert first < 0.1 < own


def test_an_end_marker_that_is_not_a_token_counts_no_bytes(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    marked = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n### End\n{% endfor %}"
    settings["tokenizer"] = settings.get("tokenizer", {}) | {"chat_template": marked}
    settings["eval"] |= {"metrics": ["loss"]}
    score(settings, json=True)
    known = json.loads(capsys.readouterr().out)["sets"]["known"]
    assert known["bytes"] == sum(len(answer.encode()) for _, answer, _, _ in KNOWN)


def test_raw_text_has_bits_per_byte_of_its_text(
    settings: dict[str, Any],
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In one piece, as the model computes it directly."""
    settings["data"]["max_length"] = 2000
    settings["model"]["path"] = settings["eval"].pop("baseline")
    score(settings, json=True)
    raw = json.loads(capsys.readouterr().out)["sets"]["raw"]
    encoder = Encoder(tiny_tokenizer, chat_template.resolve(None, tiny_tokenizer), max_length=2000)
    ids = torch.tensor(encoder.encode([Row("f", 0, text=TEXT)])[0].input_ids)
    with torch.inference_mode():
        logits = tiny_model("llama")(ids[None]).logits[0, :-1]
    nats = float(F.cross_entropy(logits, ids[1:], reduction="sum"))
    assert raw["targets"] == len(ids) - 1
    assert raw["bytes"] == len(TEXT.encode())
    assert raw["metrics"]["bits_per_byte"]["value"] == pytest.approx(nats / math.log(2) / raw["bytes"], rel=1e-5)
    assert raw["metrics"]["perplexity"]["value"] == pytest.approx(math.exp(nats / raw["targets"]), rel=1e-5)


def test_a_text_in_pieces_counts_each_token_and_byte_once(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for length in (40, 2000):
        settings["data"]["max_length"] = length
        score(settings, json=True)
        found.append(json.loads(capsys.readouterr().out)["sets"]["raw"])
    pieces, whole = found
    for key in ("rows", "targets", "bytes"):
        assert pieces[key] == whole[key]
    assert pieces["metrics"]["loss"]["low"] < pieces["metrics"]["loss"]["value"]
    assert whole["metrics"]["loss"]["low"] is None


def test_rows_are_measured_in_chunks(settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """The scores are those of all rows in one chunk."""
    recipe = Recipe.model_validate(settings | {"eval": {"sets": settings["eval"]["sets"], "metrics": ["loss"]}})
    counts: list[int] = []
    real = loss_scores.summed_losses

    def watched(model: Any, sequences: Any, **others: Any) -> list[float]:
        counts.append(len(sequences))
        return real(model, sequences, **others)

    rows = {name: command._rows(name, sources, None, Console(quiet=True)) for name, sources in recipe.eval.sets.items()}
    console = Console(quiet=True)
    evaluator = Evaluator(rows, recipe.eval, recipe.generate, recipe.data.max_length, 0, Saved(None), console)
    loaded = open_model(recipe.model, recipe.tokenizer, "cpu", None, console, recipe.data)
    whole = evaluator.evaluate(loaded, recipe.model, "model.path").sets
    monkeypatch.setattr(loss_scores, "summed_losses", watched)
    monkeypatch.setattr(loss_scores, "CHUNK_ROWS", 3)
    found = evaluator.evaluate(loaded, recipe.model, "model.path").sets
    assert {name: scores.targets for name, scores in found.items()} == {n: s.targets for n, s in whole.items()}
    for name, scores in found.items():
        assert scores.metrics["loss"].value == pytest.approx(whole[name].metrics["loss"].value, rel=1e-5)
    assert counts[:3] == [3, 1, 2]  # then the pieces of the text


def test_pieces_share_the_bytes_of_a_text_by_their_tokens() -> None:
    pieces = loss_scores._pieces(RowScore("t", "g"), [1.0, 2.0, 4.0], [2, 2, 3], 10)
    assert [(p.nats, p.targets, p.bytes, p.is_piece) for p in pieces] == [
        (1.0, 2, 3, False),
        (2.0, 2, 3, True),
        (4.0, 3, 4, True),
    ]
    assert {(p.task, p.group) for p in pieces} == {("t", "g")}
