"""Files of answers: complete or absent, resumed after a kill, closed to a second writer."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial, partialmethod
from pathlib import Path
from typing import Any

import pytest
from generating import records

from instructgpt_cli.commands import answers_file
from instructgpt_cli.commands.generate import finished_answers
from instructgpt_cli.errors import Interrupted, ResourceError


def test_records_are_saved_in_any_order_and_published_in_theirs(tmp_path: Path) -> None:
    path, order = tmp_path / "out.jsonl", [3, 1, 0, 5, 2, 4]
    file = answers_file.AnswersFile(path, {"seed": 1})
    for index in order[:4]:
        file.write({"index": index, "said": "é" * index})
    file.close(keep=True)
    with answers_file.writing(path, {"seed": 1}, resume=True) as file:
        assert file.answered == {0, 1, 3, 5}
        for index in order[4:]:
            file.write({"index": index, "said": "é" * index})
    assert records(path.read_text("utf-8")) == [{"index": i, "said": "é" * i} for i in range(6)]
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
@pytest.mark.parametrize("call", ["unlink", "replace", "fsync"])
def test_a_kill_while_publishing_leaves_a_complete_file_or_one_to_resume(
    call: str, order: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each of the last system calls of one kind."""
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
            with answers_file.writing(path, {"seed": 1}, resume=True) as again:
                assert again.done == 2
        assert [r["index"] for r in records(path.read_text())] == [0, 1]
        assert {p.name for p in tmp_path.iterdir()} == {"out.jsonl"}


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "answers.jsonl"
    with answers_file.writing(target, {}) as first:
        first.write({"index": 0})
        with pytest.raises(Interrupted, match=r"answers\.jsonl: another process is writing this file"):
            answers_file.AnswersFile(target, {})
        first.write({"index": 1})
    assert [record["index"] for record in records(target.read_text("utf-8"))] == [0, 1]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSTRUCTGPT_CACHE", str(tmp_path_factory.mktemp("cache")))


def unfinished(folder: Path, count: int) -> Path:
    """A file with `count` records to resume."""
    file = answers_file.AnswersFile(folder / "out.jsonl", {"seed": 1})
    for index in range(count):
        file.write({"index": index})
    file.close(keep=True)
    return folder / "out.jsonl"


@pytest.mark.parametrize(
    ("damage", "kept"),
    [
        (lambda lines: ["garbage", *lines[1:]], 0),
        (lambda lines: [*lines[:2], lines[3], lines[2]], 4),  # in any order
        (lambda lines: [*lines[:2], lines[2].replace("2", "-1"), lines[3]], 2),
        (lambda lines: [*lines, *lines], 4),
        (lambda lines: [*lines[:3], "[3]", lines[3]], 3),
    ],
)
def test_records_before_a_damaged_one_are_kept(
    damage: Callable[[list[str]], list[str]], kept: int, tmp_path: Path
) -> None:
    path = unfinished(tmp_path, 4)
    partial = tmp_path / ".partial-out.jsonl"
    partial.write_text("".join(line + "\n" for line in damage(partial.read_text().splitlines())))
    with answers_file.writing(path, {"seed": 1}, resume=True) as file:
        assert file.done == kept
    assert [record["index"] for record in records(path.read_text())] == list(range(kept))


@pytest.mark.parametrize("text", ["[]", "null", "{", "[" * 100_000])
def test_records_with_a_damaged_identity_are_dropped(text: str, tmp_path: Path) -> None:
    path = unfinished(tmp_path, 1)
    (tmp_path / ".partial-out.jsonl.json").write_text(text)
    with answers_file.writing(path, {"seed": 1}, resume=True) as file:
        assert file.done == 0


def test_a_link_at_the_partial_path_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    (tmp_path / ".partial-out.jsonl").symlink_to("mine")
    with pytest.raises(ResourceError, match=r"out\.jsonl: cannot be written"):
        answers_file.AnswersFile(tmp_path / "out.jsonl")
    assert (tmp_path / "mine").read_text() == "precious"


def test_without_an_error_the_file_appears_and_with_one_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new" / "out.jsonl"
    with answers_file.writing(path) as file:
        file.write({"index": 0})
    assert records(path.read_text()) == [{"index": 0}]

    def fail() -> None:
        with answers_file.writing(path, {"seed": 1}) as file:
            file.write({"index": 1})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert records(path.read_text()) == [{"index": 0}]
    assert [p.name for p in path.parent.iterdir()] == ["out.jsonl"]


def test_other_records_can_be_published_in_place_of_the_saved_ones(tmp_path: Path) -> None:
    file = answers_file.AnswersFile(tmp_path / "out.jsonl", {"seed": 1})
    file.write({"index": 0, "n": 2})
    file.publish_instead({"twice": 2 * record["n"]} for record in file.saved())
    assert records((tmp_path / "out.jsonl").read_text()) == [{"twice": 4}]
    assert file.done == 1  # still there
    file.publish_instead(())
    assert not (tmp_path / "out.jsonl").exists()
    file.close(keep=False)
    assert list(tmp_path.iterdir()) == []


def test_records_are_passed_on_in_order() -> None:
    emitted: list[int] = []
    in_order = answers_file.InOrder(lambda record: emitted.append(record["index"]))
    for index, after in ((1, []), (3, []), (0, [0, 1]), (2, [0, 1, 2, 3])):
        in_order({"index": index})
        assert emitted == after


def test_records_of_another_identity_are_not_resumed(tmp_path: Path) -> None:
    path = unfinished(tmp_path, 2)
    with pytest.raises(answers_file.IdentityChanged, match=r"cannot resume the unfinished answers: seed was 1 and is"):
        answers_file.AnswersFile(path, {"seed": 2}, resume=True)
    with answers_file.writing(path, {"seed": 2}) as file:
        assert file.done == 0
