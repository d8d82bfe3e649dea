"""`generate` as a function, for tests of what it answers and writes."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.commands import answers_file
from instructgpt_cli.commands.generate import command
from instructgpt_cli.commands.generate.loaded_model import LoadedModel, open_model
from instructgpt_cli.errors import Interrupted
from instructgpt_cli.recipe.data_schema import Tokenizer
from instructgpt_cli.recipe.schema import Model, Recipe
from instructgpt_cli.terminal.console import Console

LONG = "x" * 5000  # longer than the positions of the tiny models


def recipe(folder: Path, **settings: Any) -> Recipe:
    sampling = {"max_new_tokens": 6} | settings
    return Recipe.model_validate({"model": {"path": str(folder)}, "device": "cpu", "generate": sampling})


def opened(folder: Path, console: Console | None = None, **options: Any) -> LoadedModel:
    return open_model(Model(path=str(folder)), Tokenizer(), "cpu", None, console or Console(quiet=True), **options)


def ask(folder: Path, *words: str, settings: dict[str, Any] | None = None, **options: Any) -> None:
    given = {"input": None, "output": None, "resume": False, "chat": False, "json": False, "quiet": False} | options
    command.run(recipe(folder, **(settings or {})), prompts=list(words), **given)


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@contextmanager
def ending_in_a_record(count: int, fault: BaseException, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Raise `fault` in the middle of a line once a file of answers holds `count` records."""
    write = answers_file.AnswersFile.write

    def until(file: answers_file.AnswersFile, record: dict[str, Any]) -> None:
        if file.done == count:
            print('{"index": 99, "an', end="", file=file._file, flush=True)
            raise fault
        write(file, record)

    with monkeypatch.context() as patch:
        patch.setattr(answers_file.AnswersFile, "write", until)
        yield


def ask_until(count: int, monkeypatch: pytest.MonkeyPatch, *words: Any, **options: Any) -> None:
    """`ask`, stopped by Ctrl-C in the middle of a line once the file of answers holds `count` records."""
    stopped = pytest.raises(Interrupted, match=f"stopped by Ctrl-C: {count} of ")
    with ending_in_a_record(count, KeyboardInterrupt(), monkeypatch), stopped as caught:
        ask(*words, **options)
    assert "--resume continues after them." in caught.value.hint
