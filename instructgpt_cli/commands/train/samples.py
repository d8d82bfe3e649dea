"""Sample answers of the trained model, for the closing table and the report."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import torch
from transformers import PreTrainedModel

from instructgpt_cli.commands.generate.loaded_model import LoadedModel, question
from instructgpt_cli.commands.text_pipeline import TextPipeline
from instructgpt_cli.data import sources
from instructgpt_cli.data.types import Row
from instructgpt_cli.inference.sequences import Prompt
from instructgpt_cli.model.positions import UNLIMITED, position_limit
from instructgpt_cli.model.self_checks import own_attention
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.schema import Generate
from instructgpt_cli.terminal.console import Console

COUNT = 4
NEW_TOKENS = 64
TEXT_CHARACTERS = 80


# Compiling the layers again would take longer than a few answers.
@torch.compiler.set_stance("force_eager")  # type: ignore[untyped-decorator]
def answer_some(
    model: PreTrainedModel,
    text: TextPipeline,
    wanted: Sequence[Source],
    settings: Generate,
    seed: int,
    console: Console,
) -> list[dict[str, Any]]:
    """Answers to the first `COUNT` rows of the sources: prompt, expected answer, answer and finish reason. Raw text is
    continued, which `continued` marks."""
    share = -(-COUNT // len(wanted))
    rows = [_shortened(row) for source in wanted for row in islice(sources.rows(source), share)][:COUNT]
    new_tokens = min(settings.max_new_tokens or NEW_TOKENS, NEW_TOKENS)
    limited = settings.model_copy(update={"max_new_tokens": new_tokens, "num_return_sequences": 1})
    loaded = LoadedModel(text.tokenizer, text.encoder, position_limit(model.config) or UNLIMITED, model)
    model.eval()
    with own_attention(model):
        decoder = loaded.decoder(limited, seed, console)
        asked = [(row, expected, loaded.prompt_ids(row, None)[0]) for row, expected in rows]
        asked = [(row, expected, ids) for row, expected, ids in asked if ids and not decoder.why_no_room(len(ids))]
        answers = dict(decoder.answers([Prompt(place, ids) for place, (_, _, ids) in enumerate(asked)]))
    return [
        {
            "source": row.source,
            "row": row.index,
            "prompt": _shown(row),
            "expected": expected,
            "answer": answers[i][0].text,
            "finish": answers[i][0].finish,
            "continued": row.text is not None,
        }
        for i, (row, expected, _) in enumerate(asked)
    ]


def _shortened(row: Row) -> tuple[Row, str]:
    """The row to prompt with, and the expected answer."""
    if row.text is not None:
        cut = len(row.text[:TEXT_CHARACTERS].rpartition(" ")[0]) or TEXT_CHARACTERS
        return replace(row, text=row.text[:cut]), row.text[cut : cut + TEXT_CHARACTERS]
    asked = question(row.messages)
    return row, row.messages[len(asked)].content if len(asked) < len(row.messages) else ""


def _shown(row: Row) -> str:
    if row.text is not None:
        return row.text
    return next((message.content for message in reversed(question(row.messages)) if message.role == "user"), "")
