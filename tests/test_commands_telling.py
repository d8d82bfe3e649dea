"""The table at the end of a run names what can be done next."""

from pathlib import Path

import pytest

from instructgpt_cli.commands.telling import closing_table
from instructgpt_cli.console import Console
from instructgpt_cli.run.rundir import RunFolder
from instructgpt_cli.training.checkpoint import Progress


@pytest.mark.parametrize(
    ("continued", "words"),
    [
        ((True, True), """next: echo '{"text": "..."}' | instructgpt generate """),
        ((True, False), "next: instructgpt generate "),
        ((), "next: instructgpt generate "),
    ],
)
def test_a_model_of_texts_is_asked_to_continue_one(
    continued: tuple[bool, ...], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "metrics.jsonl").touch()
    samples = [{"prompt": "a", "answer": "b", "continued": one} for one in continued]
    closing_table("pretrain", RunFolder(tmp_path), Progress(), "the last", samples, Console())
    assert words in capsys.readouterr().err
