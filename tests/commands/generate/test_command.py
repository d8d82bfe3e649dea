"""`generate`: what is asked, in which order it is answered, and what is left on disk."""

import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial, partialmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
import torch
from processes import PROGRAM, Command
from transformers import GenerationConfig
from vllm_stand_in import FakeVllm

from instructgpt_cli.commands import answers_file
from instructgpt_cli.commands.generate import chat, command, finished_answers, loaded_model, prompts
from instructgpt_cli.commands.train import build
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.errors import DataError, ExitCode, Interrupted, ModelError, ResourceError, UsageError
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.recipe.schema import Recipe, Train
from instructgpt_cli.system import atomic_files
from instructgpt_cli.system.signals import StopSignal
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

LONG = "x" * 5000


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSTRUCTGPT_CACHE", str(tmp_path_factory.mktemp("cache")))


def recipe(folder: Path, **settings: Any) -> Recipe:
    sampling = {"max_new_tokens": 6} | settings
    return Recipe.model_validate({"model": {"path": str(folder)}, "device": "cpu", "generate": sampling})


def ask(folder: Path, *words: str, settings: dict[str, Any] | None = None, **options: Any) -> None:
    given = {"input": None, "output": None, "resume": False, "chat": False, "json": False, "quiet": False} | options
    command.run(recipe(folder, **(settings or {})), prompts=list(words), **given)


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_prompt_gives_the_bare_answer(tiny_model_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask(tiny_model_folder, "reverse: apple")
    out, err = capsys.readouterr()
    assert out.endswith("\n")
    assert str(tiny_model_folder) in err
    ask(tiny_model_folder, "reverse: apple", json=True)
    (record,) = records(capsys.readouterr().out)
    assert record == {
        "index": 0,
        "prompt": "reverse: apple",
        "answer": out[:-1],
        "finish": "length",
        "tokens": 6,
    }


def test_rows_are_answered_in_order_without_their_own_answers(
    tiny_model_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["z" * 30, "a", "middle one", "b"]
    rows = [{"prompt": text, "completion": "never looked at", "task": f"t{i}"} for i, text in enumerate(asked)]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    bare = tmp_path / "bare.jsonl"
    bare.write_text("\n".join(json.dumps({"prompt": text}) for text in asked), encoding="utf-8")
    ask(tiny_model_folder, input=str(file), settings={"batch_size": 2})
    found = records(capsys.readouterr().out)
    assert [(r["index"], r["prompt"], r["task"]) for r in found] == [(i, t, f"t{i}") for i, t in enumerate(asked)]
    ask(tiny_model_folder, input=str(bare))
    assert [r["answer"] for r in records(capsys.readouterr().out)] == [r["answer"] for r in found]
    ask(tiny_model_folder, *asked)
    assert [r["answer"] for r in records(capsys.readouterr().out)] == [r["answer"] for r in found]


def test_windows_do_not_change_order_or_answers(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["a" * n for n in (9, 1, 5, 3, 7)]
    settings = {"temperature": 1.5, "num_return_sequences": 2}
    ask(tiny_model_folder, *words, settings=settings)
    whole = capsys.readouterr().out
    monkeypatch.setattr(command, "WINDOW", 2)
    ask(tiny_model_folder, *words, settings=settings)
    assert capsys.readouterr().out == whole
    assert [len(r["answers"]) for r in records(whole)] == [2] * 5


def test_a_row_without_room_has_an_error_and_the_others_an_answer(
    tiny_model_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(tiny_model_folder, "short", LONG)
    out, err = capsys.readouterr()
    first, second = records(out)
    assert first["tokens"] == 6
    assert "answer" not in second
    assert "leaves no room" in second["error"]
    assert "1 of 2 prompts could not be answered" in err
    for words in ([LONG], [LONG, LONG]):
        with pytest.raises(DataError, match="leaves no room"):
            ask(tiny_model_folder, *words)


def test_weights_that_are_not_what_was_published_are_not_used(tiny_model_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))
    atomic_files.seal(folder)
    ask(folder, "hello")
    weights = bytearray((folder / "model.safetensors").read_bytes())
    weights[-5] ^= 1
    (folder / "model.safetensors").write_bytes(weights)
    with pytest.raises(ModelError, match=r"model: model\.safetensors is damaged"):
        ask(folder, "hello")
    with pytest.raises(ModelError, match=r"model: model\.safetensors is damaged"):
        build.build_model(recipe(folder).model, Train(), cast(Any, None), 128, 0, torch.device("cpu"))


@pytest.mark.parametrize("output", ["asked.txt", "./asked.txt", "link.txt"])
def test_prompts_are_not_written_over(output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("asked.txt").write_text("one\ntwo\n")
    Path("link.txt").symlink_to("asked.txt")
    with pytest.raises(UsageError, match="holds the prompts"):
        ask(tmp_path, output=output, input="asked.txt")
    assert Path("asked.txt").read_text() == "one\ntwo\n"


def test_the_output_file_is_whole_or_not_there(tiny_model_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "answers.jsonl"
    ask(tiny_model_folder, "one", "two", output=str(target))
    assert [r["index"] for r in records(target.read_text("utf-8"))] == [0, 1]
    before = target.read_bytes()

    def broken(file: answers_file.AnswersFile) -> None:
        file.write({"index": 0})
        raise KeyboardInterrupt

    for path in (target, tmp_path / "other.jsonl"):
        with pytest.raises(KeyboardInterrupt), answers_file.appearing(path) as file:
            broken(file)
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["answers.jsonl", "new"]


def ask_until(count: int, monkeypatch: pytest.MonkeyPatch, *words: Any, **options: Any) -> None:
    """`ask` with Ctrl-C, after half a line more, once the file of answers holds `count` whole ones."""
    write = answers_file.AnswersFile.write

    def until(file: answers_file.AnswersFile, record: dict[str, Any]) -> None:
        if file.done == count:
            print('{"index": 99, "an', end="", file=file._file, flush=True)
            raise KeyboardInterrupt
        write(file, record)

    with monkeypatch.context() as patch:
        patch.setattr(answers_file.AnswersFile, "write", until)
        with pytest.raises(Interrupted, match=f"stopped by Ctrl-C: {count} of ") as caught:
            ask(*words, **options)
    assert "--resume continues after them." in caught.value.hint


@pytest.mark.parametrize("temperature", [0.0, 0.9])
def test_an_interrupted_file_continues_to_the_same_bytes(
    temperature: float, tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    prompts = [f"say {'so ' * (i % 5)}{i}" for i in range(12)]
    settings = {"temperature": temperature, "batch_size": 5}
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    ask(tiny_model_folder, *prompts, settings=settings, output=str(whole))
    ask_until(7, monkeypatch, tiny_model_folder, *prompts, settings=settings, output=str(cut))
    assert not cut.exists()
    with pytest.raises(UsageError, match=r"begun otherwise: top_k was 0 and is now 3"):
        ask(tiny_model_folder, *prompts, settings={**settings, "top_k": 3}, output=str(cut), resume=True)
    ask(tiny_model_folder, *prompts, settings=settings, output=str(cut), resume=True)
    assert "continuing after 7 of 12" in capsys.readouterr().err
    assert cut.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut.jsonl", "whole.jsonl"]
    ask(tmp_path / "no model is needed", *prompts, settings=settings, output=str(cut), resume=True)
    assert "already complete" in capsys.readouterr().err


@pytest.mark.parametrize(
    "fault",
    [OSError(errno.ENOSPC, "No space left on device"), ResourceError("out of memory"), torch.OutOfMemoryError("full")],
)
def test_what_is_answered_is_kept_where_there_is_no_room_for_more(
    fault: Exception, tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    prompts = [f"say {i}" for i in range(9)]
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    ask(tiny_model_folder, *prompts, output=str(whole))
    write = answers_file.AnswersFile.write

    def full(file: answers_file.AnswersFile, record: dict[str, Any]) -> None:
        if file.done == 4:
            raise fault
        write(file, record)

    with monkeypatch.context() as patch:
        patch.setattr(answers_file.AnswersFile, "write", full)
        with pytest.raises(type(fault)):
            ask(tiny_model_folder, *prompts, output=str(cut))
    assert "4 of 9 prompts are answered; the same command with --resume continues after them" in capsys.readouterr().err
    ask(tiny_model_folder, *prompts, output=str(cut), resume=True)
    assert cut.read_bytes() == whole.read_bytes()


def test_answers_are_kept_as_they_come_and_the_file_has_them_in_order(tmp_path: Path) -> None:
    path, order = tmp_path / "out.jsonl", [3, 1, 0, 5, 2, 4]
    file = answers_file.AnswersFile(path, {"seed": 1})
    for index in order[:4]:
        file.write({"index": index, "said": "é" * index})
    file.leave(keep=True)
    with answers_file.appearing(path, {"seed": 1}, resume=True) as file:
        assert file.answered == {0, 1, 3, 5}
        for index in order[4:]:
            file.write({"index": index, "said": "é" * index})
    assert records(path.read_text("utf-8")) == [{"index": i, "said": "é" * i} for i in range(6)]
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_short_answer_is_saved_while_a_long_one_before_it_is_made(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    prompts = ["first", LONG, *"bcd"]  # the second has no room for an answer: it is done before the first
    ask(tiny_model_folder, *prompts, output=str(whole))
    ask_until(1, monkeypatch, tiny_model_folder, *prompts, output=str(cut))
    (saved,) = records((tmp_path / ".partial-cut.jsonl").read_text("utf-8").rpartition("\n")[0])
    assert saved["index"] == 1
    ask(tiny_model_folder, *prompts, output=str(cut), resume=True)
    assert cut.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
@pytest.mark.parametrize("call", ["unlink", "replace", "fsync"])
def test_a_kill_at_the_end_leaves_the_answers_alone_or_all_to_resume(
    call: str, order: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever call of the last ones is the one that is never made."""
    path = tmp_path / "out.jsonl"
    asked = ["a", "b"]

    class Killed(BaseException):
        pass

    for survived in range(4):
        for left in tmp_path.iterdir():
            left.unlink()
        file = answers_file.AnswersFile(path, {"seed": 1})
        for index in order:
            file.write({"index": index, "prompt": asked[index]})
        calls = 0

        def counted(*words: Any, real: Any, survived: int = survived, **keys: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls > survived:
                raise Killed
            return real(*words, **keys)

        owner: Any = os if call == "fsync" else Path
        with monkeypatch.context() as patch, suppress(Killed):
            patch.setattr(
                owner,
                call,
                partialmethod(counted, real=getattr(owner, call)) if owner is Path else partial(counted, real=os.fsync),
            )
            file.publish()
        file._file.close()
        names = {p.name for p in tmp_path.iterdir()}
        assert names == {"out.jsonl"} if path.exists() else ".partial-out.jsonl" in names
        finished_answers.settle_left(path, asked)
        if not path.exists():
            with answers_file.appearing(path, {"seed": 1}, resume=True) as again:
                assert again.done == 2
        assert [r["index"] for r in records(path.read_text())] == [0, 1]
        assert {p.name for p in tmp_path.iterdir()} == {"out.jsonl"}


def test_complete_answers_of_other_settings_are_told(tiny_model_folder: Path, tmp_path: Path, capsys: Any) -> None:
    out = str(tmp_path / "out.jsonl")
    ask(tiny_model_folder, "a", "b", output=out)
    with pytest.raises(UsageError, match=r"is complete, and was made otherwise: top_k was 0 and is now 3$"):
        ask(tiny_model_folder, "a", "b", output=out, resume=True, settings={"top_k": 3})
    ask(tiny_model_folder, "a", "b", output=out, resume=True)
    assert "already complete" in capsys.readouterr().err
    with pytest.raises(UsageError, match="holds something else than the answers to these prompts"):
        ask(tiny_model_folder, "a", "c", output=out, resume=True)


def test_columns_of_the_input_come_back(tiny_model_folder: Path, tmp_path: Path, capsys: Any) -> None:
    pytest.importorskip("pyarrow")
    import datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [
        {"id": "q7", "prompt": "a", "meta": {"n": [1, 2.5]}, "day": datetime.date(2026, 1, 2), "tokens": 3, "x": None},
        {"id": "q8", "prompt": "b", "meta": {"n": [float("nan")]}, "day": None, "tokens": 4, "x": 1},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "rows.parquet")
    ask(tiny_model_folder, input=str(tmp_path / "rows.parquet"))
    out, err = capsys.readouterr()
    first, second = records(out)
    assert (first["id"], first["meta"], first["day"], first["x"]) == ("q7", {"n": [1.0, 2.5]}, "2026-01-02", None)
    assert (second["id"], second["meta"]) == ("q8", {"n": [None]})
    assert first["tokens"] == 6
    assert "`tokens` of the input: left out of the output" in err


def test_another_tokenizer_is_another_beginning(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, target = tmp_path / "model", tmp_path / "answers.jsonl"
    shutil.copytree(tiny_model_folder, model)
    ask_until(1, monkeypatch, model, "a", "b", output=str(target))
    template = model / "chat_template.jinja"
    template.write_text(template.read_text() + " ")
    with pytest.raises(UsageError, match="begun otherwise: the tokenizer has changed"):
        ask(model, "a", "b", output=str(target), resume=True)


def test_a_second_writer_of_the_same_file_is_kept_out(tmp_path: Path) -> None:
    target = tmp_path / "answers.jsonl"
    with answers_file.appearing(target, {}) as first:
        first.write({"index": 0})
        with pytest.raises(Interrupted, match=r"answers\.jsonl: another process is writing this file"):
            answers_file.AnswersFile(target, {})
        first.write({"index": 1})
    assert [record["index"] for record in records(target.read_text("utf-8"))] == [0, 1]


def begun(folder: Path, count: int) -> Path:
    """Unfinished answers, `count` of them."""
    file = answers_file.AnswersFile(folder / "out.jsonl", {"seed": 1})
    for index in range(count):
        file.write({"index": index})
    file.leave(keep=True)
    return folder / "out.jsonl"


@pytest.mark.parametrize(
    ("damage", "kept"),
    [
        (lambda lines: ["garbage", *lines[1:]], 0),
        (lambda lines: [*lines[:2], lines[3], lines[2]], 4),  # answers are kept as they come
        (lambda lines: [*lines[:2], lines[2].replace("2", "-1"), lines[3]], 2),
        (lambda lines: [*lines, *lines], 4),
        (lambda lines: [*lines[:3], "[3]", lines[3]], 3),
    ],
)
def test_of_damaged_answers_those_before_the_damage_are_kept(
    damage: Callable[[list[str]], list[str]], kept: int, tmp_path: Path
) -> None:
    path = begun(tmp_path, 4)
    partial = tmp_path / ".partial-out.jsonl"
    partial.write_text("".join(line + "\n" for line in damage(partial.read_text().splitlines())))
    with answers_file.appearing(path, {"seed": 1}, resume=True) as file:
        assert file.done == kept
    assert [record["index"] for record in records(path.read_text())] == list(range(kept))


@pytest.mark.parametrize("told", ["[]", "null", "{", "[" * 100_000])
def test_where_what_answers_depend_on_is_damaged_they_are_begun_again(told: str, tmp_path: Path) -> None:
    path = begun(tmp_path, 1)
    (tmp_path / ".partial-out.jsonl.json").write_text(told)
    with answers_file.appearing(path, {"seed": 1}, resume=True) as file:
        assert file.done == 0


def test_without_resume_unfinished_answers_are_begun_again(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "answers.jsonl"
    ask_until(1, monkeypatch, tiny_model_folder, "a", "b", output=str(target))
    ask(tiny_model_folder, "c", "d", output=str(target))
    assert [record["prompt"] for record in records(target.read_text("utf-8"))] == ["c", "d"]
    assert [path.name for path in tmp_path.iterdir()] == ["answers.jsonl"]


@pytest.mark.e2e
def test_the_environment_says_how_many_threads_answer(tiny_model_folder: Path) -> None:
    words = ["generate", str(tiny_model_folder), "--prompt", "a", "max_new_tokens=1", "device=cpu"]
    one = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run([*PROGRAM, *words], env=one, capture_output=True, text=True, check=True)
    assert "on cpu, threads: 1\n" in done.stderr


@pytest.mark.e2e
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_answers_to_resume(number: int, tiny_model_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "asked.txt").write_text("".join(f"question {i}\n" for i in range(3000)))
    words = [str(tiny_model_folder), "--input", "asked.txt", "--output", "out.jsonl", "max_new_tokens=60"]
    process = Command(tmp_path, "generate", *words)
    partial = tmp_path / ".partial-out.jsonl"
    while process.is_running() and not (partial.exists() and partial.stat().st_size > 1000):
        time.sleep(0.05)
    process.signal(number)
    done = process.end()
    assert done.returncode == ExitCode.INTERRUPTED, done.stderr
    assert "--resume continues after them" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.jsonl").exists()
    assert partial.read_text("utf-8").endswith("}\n")


def test_an_output_that_cannot_be_written_is_told_before_the_model_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (str(tmp_path), "/", ".", ""):
        with pytest.raises(UsageError, match="is a folder"):
            ask(tmp_path / "no model", "a", output=folder)
    with pytest.raises(ResourceError, match="file: is a file, not a folder"):
        ask(tmp_path / "no model", "a", output=str(tmp_path / "file" / "out.jsonl"))


def test_a_link_in_the_place_of_unfinished_answers_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    (tmp_path / ".partial-out.jsonl").symlink_to("mine")
    with pytest.raises(ResourceError, match=r"out\.jsonl: cannot be written"):
        ask(tmp_path / "no model", "a", output=str(tmp_path / "out.jsonl"))
    assert (tmp_path / "mine").read_text() == "precious"


def test_a_prompt_of_bytes_that_are_no_text_has_an_error(tiny_model_folder: Path, tmp_path: Path) -> None:
    ask(tiny_model_folder, "a", "a\udcff", output=str(tmp_path / "out.jsonl"))
    good, bad = records((tmp_path / "out.jsonl").read_text("utf-8"))
    assert "answer" in good
    assert bad["prompt"] == "a\udcff"
    assert "lone surrogate U+DCFF" in bad["error"]


@pytest.mark.parametrize(("path", "told"), [("", "at least 1 char"), ("https://me:secret@x/y.jsonl", "password")])
def test_an_input_that_no_file_can_be_is_told(path: str, told: str) -> None:
    with pytest.raises(UsageError, match=f"--input: .*{told}") as caught:
        prompts.read_prompts(recipe(Path()).generate, (), path)
    assert "secret" not in caught.value.message


def test_a_damaged_adapter_is_reported_before_the_tokenizer_that_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "adapter_config.json").write_text("{}")
    (tmp_path / "adapter_model.safetensors").touch()
    with pytest.raises(ModelError, match=r"adapter_model\.safetensors: is damaged"):
        ask(tmp_path, "a")


def test_columns_of_other_names_are_to_be_called_prompt(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("en,fr\nHello,Bonjour\n")
    with pytest.raises(DataError) as caught:
        prompts.read_prompts(recipe(Path()).generate, (), str(tmp_path / "a.csv"))
    assert caught.value.hint.startswith("Call the column of prompts `prompt`")


def test_a_device_is_written_in_place(tiny_model_folder: Path) -> None:
    ask(tiny_model_folder, "a", output="/dev/null")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first line\n\n第二行\n", ["first line", "第二行"]),
        ('{"prompt": "a"}\n{"prompt": "b"}\n', ["a", "b"]),
        ('\ufeff{"messages": [{"role": "user", "content": "hi"}]}\n', ["hi"]),
    ],
)
def test_standard_input_is_lines_or_json(monkeypatch: pytest.MonkeyPatch, text: str, expected: list[str]) -> None:
    feed(monkeypatch, text)
    rows = prompts.read_prompts(recipe(Path()).generate, (), None)
    assert [prompts.shown(row) for row in rows] == expected
    assert all(row.messages for row in rows)


def test_faults_in_standard_input_are_told_under_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, '{"prompt": "a"}\n{"prompt": \n')
    with pytest.raises(DataError, match=r"^standard input:2"):
        prompts.read_prompts(recipe(Path()).generate, (), "-")


def test_the_command_line_goes_before_the_recipe_and_that_before_standard_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    feed(monkeypatch, "piped")
    told = recipe(Path(), prompts=["from the recipe"]).generate
    assert [prompts.shown(r) for r in prompts.read_prompts(told, ["typed"], None)] == ["typed"]
    assert [prompts.shown(r) for r in prompts.read_prompts(told, [], None)] == ["from the recipe"]
    assert [prompts.shown(r) for r in prompts.read_prompts(recipe(Path()).generate, [], None)] == ["piped"]
    feed(monkeypatch, "")
    with pytest.raises(UsageError, match="nothing to answer"):
        prompts.read_prompts(recipe(Path()).generate, [], None)


def test_a_question_is_what_goes_before_the_last_answer() -> None:
    user, answer = Message("user", "u"), Message("assistant", "a")
    assert loaded_model.question((user, answer, user, answer)) == (user, answer, user)
    assert loaded_model.question((user, answer, user)) == (user, answer, user)
    assert loaded_model.question((user,)) == (user,)
    assert loaded_model.question((answer,)) == ()


def test_prompts_are_prefixes_of_what_is_trained_on(tiny_model_folder: Path) -> None:
    served = loaded_model.open_model(recipe(tiny_model_folder), Console(quiet=True))
    row = Row("f", 0, messages=(Message("user", "hello"), Message("assistant", "bye")))
    ids, fault = served.prompt_ids(row, "be brief")
    assert not fault
    with_system = Row("f", 0, messages=(Message("system", "be brief"), *row.messages))
    (encoded,) = served.encoder.encode([with_system])
    assert encoded.input_ids[: len(ids)] == ids
    text, _ = served.prompt_ids(Row("f", 0, text="once upon"), "be brief")
    (encoded,) = served.encoder.encode([Row("f", 0, text="once upon a time")])
    assert encoded.input_ids[: len(text) - 1] == text[:-1]


def test_only_tokens_of_their_own_are_taken_for_ends(
    tiny_model_folder: Path, tiny_tokenizer: "PreTrainedTokenizerFast"
) -> None:
    served = loaded_model.open_model(recipe(tiny_model_folder), Console(quiet=True))
    template = served.encoder.stop_ids
    assert not {1, 3, 100} & set(template)
    assert tiny_tokenizer.convert_ids_to_tokens([1, 3]) == ["<|im_start|>", "<|pad|>"]
    assert served.ends((), GenerationConfig(eos_token_id=[3, template[0], 100])) == (*template, 3)
    assert served.ends((), GenerationConfig(eos_token_id=1)) == (*template, 1)
    assert served.ends((), GenerationConfig()) == served.ends((), None) == template
    assert served.ends(("<|im_start|>", "a", "<|im_start|>a"), None) == (*template, 1)


def test_a_conversation_goes_on_and_can_be_forgotten(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, ...]] = []
    real = loaded_model.LoadedModel.prompt_ids

    def watched(self: loaded_model.LoadedModel, row: Row, system: str | None) -> tuple[list[int], str]:
        asked.append(tuple(message.role for message in row.messages))
        return real(self, row, system)

    monkeypatch.setattr(loaded_model.LoadedModel, "prompt_ids", watched)
    feed(monkeypatch, f"one\n\ntwo\n/nonsense\n{LONG}\nthree\n/reset\nfour\n/exit\nfive\n")
    ask(tiny_model_folder, chat=True)
    out, err = capsys.readouterr()
    full = ("user", "assistant") * 2 + ("user",)
    assert asked == [("user",), ("user", "assistant", "user"), full, full, ("user",)]
    assert out.count("\n") == 4
    assert "leaves no room" in err
    assert err.count(chat.HELP) == 2


def test_ctrl_c_ends_an_answer_and_keeps_what_was_said_and_other_signals_end_the_talk(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    console = Console(quiet=True)
    settings = recipe(tiny_model_folder).generate
    served = loaded_model.open_model(recipe(tiny_model_folder), console)
    decoder = served.decoder(settings, 0, console)
    heard: BaseException = KeyboardInterrupt()

    class Interrupting(command.StreamPrinter):
        def __call__(self, sequence: Any) -> None:
            if self.said == "abab":
                raise heard
            self.said += "ab"

    monkeypatch.setattr(chat, "StreamPrinter", Interrupting)
    assert chat._say(decoder, generate_prompt(served), console) == "abab"
    heard = StopSignal("SIGTERM")
    with pytest.raises(StopSignal):
        chat._say(decoder, generate_prompt(served), console)

    def ask(label: str) -> str:
        raise heard

    monkeypatch.setattr(console, "ask", ask)
    with pytest.raises(StopSignal):
        chat._ask(console, "")
    heard = KeyboardInterrupt()
    assert chat._ask(console, "") is None


def generate_prompt(served: loaded_model.LoadedModel) -> Any:
    from instructgpt_cli.inference.sequences import Prompt

    return Prompt(0, served.prompt_ids(Row("f", 0, messages=(Message("user", "x"),)), None)[0])


def test_vllm_is_handed_ids_settings_and_stops(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served = loaded_model.open_model(recipe(tiny_model_folder), Console(json=False, quiet=True))
    stops = list(served.encoder.stop_ids)
    fake = FakeVllm(stops[0])
    monkeypatch.setitem(sys.modules, "vllm", fake)  # type: ignore[arg-type]
    settings = {"engine": "vllm", "temperature": 0.5, "top_k": 9, "stop": ["\n\n"], "seed": 5}
    ask(tiny_model_folder, "reverse: apple", "b", settings=settings)
    first, second = records(capsys.readouterr().out)
    assert (first["answer"], first["finish"], first["tokens"]) == ("it is", "stop", 2)
    assert (second["answer"], second["finish"], second["tokens"]) == ("it is so", "length", 3)
    assert (fake.loaded["model"], fake.loaded["load_format"]) == (str(tiny_model_folder), "safetensors")
    row = Row("--prompt", 0, messages=(Message("user", "reverse: apple"),))
    assert fake.asked[0] == {"prompt_token_ids": served.prompt_ids(row, None)[0]}
    given = fake.sampling[1]
    assert (given["temperature"], given["top_k"], given["max_tokens"], given["seed"]) == (0.5, 9, 6, 6)
    assert (given["stop"], given["stop_token_ids"]) == (["\n\n"], stops)
    ask(tiny_model_folder, "a", "b", settings={**settings, "num_return_sequences": 3})
    assert [each["seed"] for each in fake.sampling] == [5, 8]  # to which vLLM adds 0, 1 and 2


@pytest.mark.parametrize("where", ["generation_config.json", "config.json"])
def test_both_engines_end_at_the_same_tokens_and_texts(
    where: str, tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """vLLM would also end at the tokenizer's end of text: not where this project does not."""
    model = tmp_path / "model"
    shutil.copytree(tiny_model_folder, model)
    if where == "config.json":
        (model / "generation_config.json").unlink()
    settings = json.loads((model / where).read_text())
    (model / where).write_text(json.dumps(settings | {"eos_token_id": [3, 100]}))
    asked = {"stop": ["\n\n", "<|im_start|>"]}
    served, own = loaded_model.open_decoder(recipe(model, **asked), 0, Console(quiet=True))
    fake = FakeVllm(3)
    monkeypatch.setitem(sys.modules, "vllm", fake)  # type: ignore[arg-type]
    ask(model, "a", settings={"engine": "vllm", **asked})
    assert isinstance(own, Decoder)
    assert own.stopping.stop_ids == {*served.encoder.stop_ids, 1, 3}
    (given,) = fake.sampling
    assert given["stop_token_ids"] == [*served.encoder.stop_ids, 3, 1]
    assert given["ignore_eos"] is True
    assert given["stop"] == list(own.stopping.stop_texts)


def test_vllm_that_is_not_there_is_told(tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vllm", None)
    with pytest.raises(UsageError, match="vllm cannot be imported"):
        ask(tiny_model_folder, "a", settings={"engine": "vllm"})
    with pytest.raises(UsageError, match="--chat"):
        ask(tiny_model_folder, settings={"engine": "vllm"}, chat=True)


def test_nothing_on_standard_input_is_nothing_to_answer(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, "")
    with pytest.raises(UsageError, match="nothing to answer"):
        ask(tiny_model_folder, settings={"prompts": ["the recipe's own"]}, input="-")


def test_json_lines_are_json_whatever_the_terminal_can_show(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace"))
    ask(tiny_model_folder, "\u00e9", "\U0001f600")
    sys.stdout.flush()
    assert [record["prompt"] for record in records(raw.getvalue().decode("ascii"))] == ["\u00e9", "\U0001f600"]


def test_a_line_is_a_prompt_whatever_it_begins_with_and_a_long_text_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, "INPUT: sort b a OUTPUT:\nTell me a joke\n")
    asked = prompts.read_prompts(Recipe().generate, [], "-")
    assert [prompts.shown(row) for row in asked] == ["INPUT: sort b a OUTPUT:", "Tell me a joke"]
    long = "word " * 60_000
    (tmp_path / "long.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in (long, "short")))
    assert [row.text for row in prompts.read_prompts(Recipe().generate, [], str(tmp_path / "long.jsonl"))] == [
        long,
        "short",
    ]


def test_resume_takes_no_other_file_for_the_answers(tiny_model_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.jsonl"
    for other in ("my notes\n", "", json.dumps({"index": 0, "prompt": "b"}) + "\n"):
        target.write_text(other)
        with pytest.raises(UsageError, match="holds something else than the answers to these prompts"):
            ask(tiny_model_folder, "a", output=str(target), resume=True)
        assert target.read_text() == other
    ask(tiny_model_folder, "a", output=str(target))
    ask(tmp_path / "no model is needed", "a", output=str(target), resume=True)


def test_the_file_on_standard_input_is_not_written_over(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "io.txt").write_text("hi\n")
    with (tmp_path / "io.txt").open(encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(UsageError, match="holds the prompts"):
            ask(tiny_model_folder, input="-", output=str(tmp_path / "io.txt"))


def test_links_stay_and_what_a_process_has_open_is_written_to(tiny_model_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.jsonl").write_text("old")
    link, opened = tmp_path / "link.jsonl", tmp_path / "opened"
    link.symlink_to("real/a.jsonl")
    with (tmp_path / "here.jsonl").open("w") as file:
        opened.symlink_to(f"/proc/self/fd/{file.fileno()}")
        for output in (link, opened):
            ask(tiny_model_folder, "a", output=str(output))
    assert link.is_symlink()
    assert opened.is_symlink()
    for path in (tmp_path / "real" / "a.jsonl", tmp_path / "here.jsonl"):
        assert [record["prompt"] for record in records(path.read_text("utf-8"))] == ["a"]
