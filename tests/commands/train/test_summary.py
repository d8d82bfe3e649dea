"""The log of the rows with advice for refused ones, and the command suggested at the end of a run."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from instructgpt_cli.commands.train.summary import closing_table, rows_read
from instructgpt_cli.data.types import Layout
from instructgpt_cli.dataset.token_store import RowCounts
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.folder import RunFolder
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training.checkpoint import RunState


@pytest.mark.parametrize(
    ("continued", "words"),
    [
        ((True, True), """next: echo '{"text": "..."}' | instructgpt generate """),
        ((True, False), "next: instructgpt generate "),
        ((), "next: instructgpt generate "),
    ],
)
def test_the_suggested_command_fits_raw_text_or_prompts(
    continued: tuple[bool, ...], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "metrics.jsonl").touch()
    samples = [{"prompt": "a", "answer": "b", "continued": one} for one in continued]
    closing_table("pretrain", RunFolder(tmp_path), RunState(), "the last", samples, Console())
    assert words in capsys.readouterr().err


def test_advice_for_refused_rows_is_logged_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row_counts = [
        RowCounts("a", rows=1, refused={"overlong": 1}),
        RowCounts("b", rows=9, refused={"overlong": 3}, left_out=1200),
    ]
    layout = Layout("the prompt in `prompt`, the answer in `completion`", ("style",))
    row_counts[1].reading.note(layout)

    class Read(list[int]):
        lengths = targets = np.zeros(0)

    dataset: Any = Read()
    dataset.row_counts = row_counts
    recipe = Recipe.model_validate(
        {
            "data": {
                "train": [{"path": "a.jsonl"}, {"path": str(tmp_path / "b.jsonl"), "part": [0.1, 1], "where": "n > 3"}]
            }
        }
    )
    rows_read(recipe.data, (dataset, None), (), Console())
    said = capsys.readouterr().err
    assert "train: a: 1 row, " in said
    assert (
        "train: b (part 0.1 to 1): 9 rows, 0 tokens, 0 targets, 1,200 left out (where: n > 3), 3 refused (overlong)"
        in said
    )
    assert said.count("Raise data.max_length.") == 1
    assert said.count("  the prompt in `prompt`, the answer in `completion`; not used: `style`\n") == 1
