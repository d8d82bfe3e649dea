"""Unknown commands: what was probably meant, or where it is done instead."""

from typing import Any

import pytest

from instructgpt_cli.cli import app


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["finetun"], "error: no such command: instructgpt finetun\n  hint: Did you mean finetune?\n"),
        (["recipes", "shw"], "error: no such command: instructgpt recipes shw\n  hint: Did you mean show?\n"),
        (["train"], "error: no such command: instructgpt train\n  hint: Did you mean pretrain or finetune?\n"),
        (["export"], "  hint: Not supported: RUN/model is an ordinary Hugging Face folder"),
        (["dpo"], "  hint: Not supported: finetune trains on answers. TRL can train RUN/model"),
        (["serve"], "; `vllm serve RUN/model` serves it.\n"),
        (["qqq"], "  hint: Commands: pretrain, finetune, generate, eval, inspect, recipes, report.\n"),
        ([], "Usage: instructgpt [OPTIONS] COMMAND"),
        (["recipes"], "Usage: instructgpt recipes [OPTIONS] COMMAND"),
    ],
)
def test_an_unknown_command_gets_a_suggestion(words: list[str], message: str, recipe: str, capsys: Any) -> None:
    assert app.run(words) == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""
    assert "Traceback" not in printed.err
