"""A valid recipe for tests to break, and the messages that loading a broken one gives."""

from pathlib import Path

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.load import load
from instructgpt_cli.recipe.requirements import Command

VALID = """\
output_dir: runs/a
model: {path: base}
data:
  train:
    - {path: rows.jsonl}
train:
  lr: 1e-4
  epochs: 2
"""


def faults(text: str, *words: str, command: Command = "finetune") -> list[str]:
    """The lines of the error for a recipe with this text, written to r.yaml, and override words."""
    Path("r.yaml").write_text(text)
    with pytest.raises(UsageError) as caught:
        load("r.yaml", words, command)
    return caught.value.message.split("\n")
