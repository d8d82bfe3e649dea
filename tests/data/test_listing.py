"""The files of a path: folders, globs, saved datasets, text files of any name; and the report of what is left out."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
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
from instructgpt_cli.recipe.data_schema import Data, Source
from instructgpt_cli.recipe.schema import Recipe
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


def test_what_a_folder_leaves_out_is_reported(tmp_path: Path) -> None:
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


def test_what_a_glob_leaves_out_is_reported(tmp_path: Path) -> None:
    make(tmp_path / "a.jsonl", tmp_path / "README.md")
    assert names(tmp_path / "*") == ["a.jsonl"]
    assert unread_files(tmp_path / "*") == f"1 file read, 1 other file ({tmp_path / 'README.md'}) left out"
    assert unread_files(tmp_path / "*.jsonl") == ""


def test_text_files_may_have_any_name(tmp_path: Path) -> None:
    make(tmp_path / "a.md", tmp_path / "b.rst", tmp_path / "NOTES")
    for path in (tmp_path / "a.md", tmp_path / "NOTES"):
        source = Source(path=str(path), format="text")
        assert [(row.text, row.place) for row in sources.rows(source)] == [("words\n", f"{path}:1")]
        by_line = source.model_copy(update={"document": "line"})
        assert [row.text for row in sources.rows(by_line)] == ["words"]
        error = fault(path)
        assert "unknown file type" in error.message
        assert "format: text" in error.hint
    assert names(tmp_path, "text") == ["NOTES", "a.md", "b.rst"]
    assert names(tmp_path / "*.md", "text") == ["a.md"]
    assert "format: text" in fault(tmp_path).hint
    assert "format: text" in fault(tmp_path / "*").hint
    make(tmp_path / "deep" / "er" / "c.md")
    with pytest.raises(DataError) as caught:
        names(tmp_path / "deep", "text")
    assert caught.value.hint == f"To read the files in its subfolders: {tmp_path / 'deep'}/**/*.md"
    assert names(f"{tmp_path}/deep/**/*.md", "text") == ["c.md"]
    first = sources.fingerprint(Source(path=str(tmp_path / "a.md"), format="text"))
    (tmp_path / "a.md").rename(tmp_path / "a.txt")
    assert sources.fingerprint(Source(path=str(tmp_path / "a.txt"), format="text")) == first
    # Other files next to supported ones may be about them: they are not read unless named.
    assert names(tmp_path, "text") == ["a.txt"]
    assert unread_files(tmp_path, "text").startswith("1 file read, 1 subfolder (deep) and 2 other files (NOTES, b.rst)")


def test_paths_without_supported_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "table.xlsx").touch()
    assert "unknown file type" in fault(tmp_path / "table.xlsx").message
    assert "matches 1 files, none of them" in fault(tmp_path / "*.xlsx").message
    assert "has no supported files" in fault(tmp_path).message
    make(tmp_path / "sub" / "a.jsonl")
    assert fault(tmp_path).hint.endswith("/**/*.jsonl")


@pytest.mark.parametrize("pattern", ["**/*.jsonl", "*/*.jsonl", "*/deep/*.jsonl"])
def test_a_glob_does_not_skip_unreadable_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    for name in ("a", "b"):
        make(tmp_path / name / "rows.jsonl", tmp_path / name / "deep" / "rows.jsonl")
    real = os.scandir

    def scandir(path: Any = ".") -> Any:
        if Path(path) == tmp_path / "b":
            raise PermissionError(errno.EACCES, "no", str(path))
        return real(path)

    assert len(names(f"{tmp_path}/{pattern}")) > 1
    monkeypatch.setattr(os, "scandir", scandir)
    assert fault(tmp_path / pattern).message == f"{tmp_path / 'b'}: cannot be read: Permission denied"


def test_pipes_broken_links_and_long_names_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(DataError, match=r"pipe\.jsonl: is a pipe or a device"):
        sources.fingerprint(Source(path=str(tmp_path / "pipe.jsonl")))
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")
    with pytest.raises(DataError, match="broken link: its target does not exist") as caught:
        sources.fingerprint(Source(path=str(tmp_path / "gone.jsonl")))
    assert "gone.jsonl?" not in caught.value.hint
    with pytest.raises(DataError, match="cannot be read: File name too long"):
        sources.fingerprint(Source(path=str(tmp_path / ("x" * 300 + ".jsonl"))))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    made = datasets.Dataset.from_list([{"prompt": f"p{n}", "completion": "c"} for n in range(6)])
    made.save_to_disk(tmp_path / "saved", num_shards=2)
    return tmp_path / "saved"


def test_a_saved_dataset_is_read_without_its_cache_files(saved: Path) -> None:
    """Mapping a dataset that was loaded from a folder leaves cache files there, with the same rows again."""
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
def test_an_incomplete_saved_dataset_is_refused(
    saved: Path, change: Callable[[dict[str, object]], None], words: str
) -> None:
    state = json.loads((saved / "state.json").read_text())
    change(state)
    (saved / "state.json").write_text(json.dumps(state))
    assert words in fault(saved).message
    (saved / "state.json").write_text("{")
    assert fault(saved).message.startswith(f"{saved / 'state.json'}: is damaged: ")


def test_one_of_several_saved_splits_must_be_named(tmp_path: Path) -> None:
    made = datasets.Dataset.from_list([{"text": "a"}])
    datasets.DatasetDict({"train": made, "test": made}).save_to_disk(tmp_path / "both")
    error = fault(tmp_path / "both")
    assert error.message == f"{tmp_path / 'both'}: contains the splits test, train of a saved dataset"
    assert error.hint == f"Choose one of them: {tmp_path / 'both' / 'train'}."
    assert names(tmp_path / "both" / "train") == ["data-00000-of-00001.arrow"]


@pytest.fixture
def partly(tmp_path: Path) -> Path:
    """A folder with one row, a README and a subfolder."""
    rows = tmp_path / "rows"
    make(rows / "README.md", rows / "more" / "b.jsonl")
    (rows / "a.jsonl").write_text('{"prompt": "a", "completion": "b"}\n')
    return rows


BESIDE = "1 file read, 1 subfolder (more) and 1 other file (README.md) left out"


def test_a_run_reports_what_is_left_out(partly: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Read(list[int]):
        lengths = targets = np.zeros(0)
        row_counts: ClassVar = [RowCounts("rows", rows=1)]

    prepared: Any = Read()
    rows_read(Data.model_validate({"train": [{"path": str(partly)}]}), (prepared, None), (), Console())
    assert f"\n  {BESIDE}" in capsys.readouterr().err


def test_inspect_reports_what_is_left_out(
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


def test_eval_reports_what_is_left_out(partly: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(eval._rows("validation", [Source(path=str(partly))], None, Console())) == 1
    assert f"validation: {partly}: {BESIDE}" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["option", "recipe"])
def test_generate_reports_what_is_left_out(
    partly: Path, named: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded_model, "open_model", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    recipe = Recipe.model_validate({"generate": {"input": str(partly)}} if named == "recipe" else {})
    path = str(partly) if named == "option" else None
    with pytest.raises(KeyboardInterrupt):
        generate.run(recipe, prompts=[], input=path, output=None, resume=False, chat=False, json=False, quiet=False)
    assert f"prompts: {BESIDE}" in capsys.readouterr().err
