import importlib
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RECIPE = """
output_dir: run
model: {path: model}
data: {train: [{path: rows.jsonl}], validation: [{path: rows.jsonl}]}
"""


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.yaml").write_text(RECIPE, encoding="utf-8")
    return "r.yaml"


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[dict[str, Any]]]:
    """`stand_in("train")` replaces what runs that command by a recorder of its calls, which then `raises`."""

    def install(name: str, raises: BaseException | None = None) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []

        def run(recipe: Any, **flags: Any) -> None:
            calls.append({"recipe": recipe, **flags})
            if raises is not None:
                raise raises

        place = f"instructgpt_cli.commands.{name}{'.command' if name in ('train', 'generate', 'eval') else ''}"
        room, _, attribute = place.rpartition(".")
        module = types.SimpleNamespace(run=run)
        monkeypatch.setitem(sys.modules, place, module)
        monkeypatch.setattr(importlib.import_module(room), attribute, module, raising=False)
        return calls

    return install


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of a recipe outside of the working folder, which was removed."""
    (tmp_path / "r.yaml").write_text(RECIPE, encoding="utf-8")
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    return str(tmp_path / "r.yaml")
