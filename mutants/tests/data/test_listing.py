"""What a path stands for: folders, patterns, saved data sets, texts by any name; and what is left out is told."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import datasets
import numpy as np
import pytest

from instructgpt_cli.commands import inspect
from instructgpt_cli.commands.eval import command as eval
from instructgpt_cli.commands.generate import command as generate
from instructgpt_cli.commands.generate import loaded_model
from instructgpt_cli.commands.train.summary import rows_read
from instructgpt_cli.data import listing, sources
from instructgpt_cli.dataset.token_store import RowCounts
from instructgpt_cli.errors import DataError
from instructgpt_cli.recipe.schema import Recipe, Source
from instructgpt_cli.terminal.console import Console


def make(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"text": "a"}\n' if path.suffix == ".jsonl" else "words\n", encoding="utf-8")


def names(path: Path | str, format: str = "auto") -> list[str]:
    source = Source.model_validate({"path": str(path), "format": format})
    return [Path(file).name for file in listing.local_files(source)]


def unread_files(path: Path | str, format: str = "auto") -> str:
    return listing.unread_files(Source.model_validate({"path": str(path), "format": format}))


def fault(path: Path | str) -> DataError:
    with pytest.raises(DataError) as caught:
        listing.local_files(Source(path=str(path)))
    return caught.value


def test_what_a_folder_leaves_out_is_told(tmp_path: Path) -> None:
    make(tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / ".hidden")
    assert unread_files(tmp_path) == unread_files(tmp_path / "a.jsonl") == unread_files("someone/some-set") == ""
    make(tmp_path / "README.md", tmp_path / "logo.png", tmp_path / "sub" / "c.jsonl")
    assert names(tmp_path) == ["a.jsonl", "b.jsonl"]
    assert unread_files(f"{tmp_path}/") == (
        "2 files read, 1 subfolder (sub) and 2 other files (README.md, logo.png) left out; "
        f"{tmp_path}/**/*.jsonl reads subfolders too"
    )
    assert names(tmp_path / "**" / "*.jsonl") == ["a.jsonl", "b.jsonl", "c.jsonl"]
    make(tmp_path / "d.txt", *(tmp_path / f"{n}.log" for n in range(5)))
    assert unread_files(tmp_path).endswith(f"; {tmp_path}/**/* reads subfolders too")
    assert names(tmp_path / "**" / "*") == ["a.jsonl", "b.jsonl", "d.txt", "c.jsonl"]
    assert "7 other files (0.log, 1.log, 2.log and 4 more)" in unread_files(tmp_path)


def test_what_a_pattern_leaves_out_is_told(tmp_path: Path) -> None:
    make(tmp_path / "a.jsonl", tmp_path / "README.md")
    assert names(tmp_path / "*") == ["a.jsonl"]
    assert unread_files(tmp_path / "*") == f"1 file read, 1 other file ({tmp_path / 'README.md'}) left out"
    assert unread_files(tmp_path / "*.jsonl") == ""


def test_text_by_any_name(tmp_path: Path) -> None:
    make(tmp_path / "a.md", tmp_path / "b.rst", tmp_path / "NOTES")
    for path in (tmp_path / "a.md", tmp_path / "NOTES"):
        source = Source(path=str(path), format="text")
        assert [(row.text, row.place) for row in sources.rows(source)] == [("words\n", f"{path}:1")]
        by_line = source.model_copy(update={"document": "line"})
        assert [row.text for row in sources.rows(by_line)] == ["words"]
        error = fault(path)
        assert "cannot tell from the name how to read it" in error.message
        assert "format: text" in error.hint
    assert names(tmp_path, "text") == ["NOTES", "a.md", "b.rst"]
    assert names(tmp_path / "*.md", "text") == ["a.md"]
    assert "format: text" in fault(tmp_path).hint
    assert "format: text" in fault(tmp_path / "*").hint
    make(tmp_path / "deep" / "er" / "c.md")
    with pytest.raises(DataError) as caught:
        names(tmp_path / "deep", "text")
    assert caught.value.hint == f"For the files of its subfolders: {tmp_path / 'deep'}/**/*.md"
    assert names(f"{tmp_path}/deep/**/*.md", "text") == ["c.md"]
    first = sources.fingerprint(Source(path=str(tmp_path / "a.md"), format="text"))
    (tmp_path / "a.md").rename(tmp_path / "a.txt")
    assert sources.fingerprint(Source(path=str(tmp_path / "a.txt"), format="text")) == first
    # What a folder of known files holds besides them may be about them: it is not learnt from unasked.
    assert names(tmp_path, "text") == ["a.txt"]
    assert unread_files(tmp_path, "text").startswith("1 file read, 1 subfolder (deep) and 2 other files (NOTES, b.rst)")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    made = datasets.Dataset.from_list([{"prompt": f"p{n}", "completion": "c"} for n in range(6)])
    made.save_to_disk(tmp_path / "saved", num_shards=2)
    return tmp_path / "saved"


def test_a_saved_data_set_is_read_and_not_what_lies_beside_its_rows(saved: Path) -> None:
    """Mapping a set that was loaded from a folder leaves files of the cache there, with the same rows once more."""
    datasets.load_from_disk(saved).map(lambda row: {**row, "completion": "other"})
    assert len(list(saved.glob("cache-*.arrow"))) == 1
    assert names(saved) == ["data-00000-of-00002.arrow", "data-00001-of-00002.arrow"]
    rows = list(sources.rows(Source(path=str(saved))))
    assert [[message.content for message in row.messages] for row in rows] == [[f"p{n}", "c"] for n in range(6)]
    assert "1 other file (cache-" in unread_files(saved)
    next(saved.glob("cache-*")).unlink()
    assert unread_files(saved) == ""
    (saved / "state.json").unlink()
    assert len(names(saved)) == len(names(saved / "*")) == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda state: state["_data_files"].append({"filename": "data-9.arrow"}),
            "names data-9.arrow, which is not in",
        ),
        (lambda state: state["_data_files"].append({"filename": "../saved/state.json"}), "which is not in its folder"),
        (lambda state: state["_data_files"].append({}), "which is not in its folder"),
        (
            lambda state: state.update(_indices_files=[{"filename": "i.arrow"}]),
            "only some rows of its files were saved",
        ),
    ],
)
def test_a_saved_data_set_that_is_not_whole_is_refused(
    saved: Path, change: Callable[[dict[str, object]], None], words: str
) -> None:
    state = json.loads((saved / "state.json").read_text())
    change(state)
    (saved / "state.json").write_text(json.dumps(state))
    assert words in fault(saved).message
    (saved / "state.json").write_text("{")
    assert fault(saved).message.startswith(f"{saved / 'state.json'}: is damaged: ")


def test_splits_that_were_saved_together_are_asked_for_by_name(tmp_path: Path) -> None:
    made = datasets.Dataset.from_list([{"text": "a"}])
    datasets.DatasetDict({"train": made, "test": made}).save_to_disk(tmp_path / "both")
    error = fault(tmp_path / "both")
    assert error.message == f"{tmp_path / 'both'}: holds the splits test, train of a saved data set"
    assert error.hint == f"Name one of them: {tmp_path / 'both' / 'train'}."
    assert names(tmp_path / "both" / "train") == ["data-00000-of-00001.arrow"]


@pytest.fixture
def partly(tmp_path: Path) -> Path:
    """A folder of one row, a page about it and a subfolder."""
    rows = tmp_path / "rows"
    make(rows / "README.md", rows / "more" / "b.jsonl")
    (rows / "a.jsonl").write_text('{"prompt": "a", "completion": "b"}\n')
    return rows


BESIDE = "1 file read, 1 subfolder (more) and 1 other file (README.md) left out"


def test_a_run_tells_it(partly: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Read(list[int]):
        lengths = targets = np.zeros(0)
        row_counts: ClassVar = [RowCounts("rows", rows=1)]

    text: Any = SimpleNamespace(encoder=SimpleNamespace(notes=()))
    prepared: Any = Read()
    rows_read(Recipe.model_validate({"data": {"train": [{"path": str(partly)}]}}), (prepared, None), text, Console())
    assert f"\n  {BESIDE}" in capsys.readouterr().err


def test_inspect_tells_it(
    partly: Path,
    tmp_path: Path,
    tiny_tokenizer: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    tiny_tokenizer.save_pretrained("tokenizer")
    recipe = {"tokenizer": {"path": "tokenizer"}, "data": {"train": [{"path": "rows"}]}}
    inspect.run(Recipe.model_validate(recipe), rows=None, split="train", json=False)
    assert f"\nrows: {BESIDE}; rows/**/*.jsonl" in capsys.readouterr().out


def test_eval_tells_it(partly: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(eval._rows("validation", [Source(path=str(partly))], None, Console())) == 1
    assert f"validation: {partly}: {BESIDE}" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["option", "recipe"])
def test_generate_tells_it(
    partly: Path, named: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded_model, "open_decoder", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    recipe = Recipe.model_validate({"generate": {"input": str(partly)}} if named == "recipe" else {})
    path = str(partly) if named == "option" else None
    with pytest.raises(KeyboardInterrupt):
        generate.run(recipe, prompts=[], input=path, output=None, resume=False, chat=False, json=False, quiet=False)
    assert f"prompts: {BESIDE}" in capsys.readouterr().err
