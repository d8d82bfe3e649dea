"""Atomic files and folders: complete or absent, whichever write or rename fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.errors import ModelError, ResourceError
from instructgpt_cli.system import atomic_files


def write_two(text: str) -> Any:
    def write(staging: Path) -> None:
        (staging / "a.txt").write_text(text)
        (staging / "sub").mkdir()
        (staging / "sub" / "b.txt").write_text(text * 2)

    return write


def content(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text() for p in folder.rglob("*.txt")}


def test_a_published_folder_is_complete_and_replaces_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "thing"
    for text in ("one", "two"):
        atomic_files.publish(target, write_two(text))
        assert content(target) == {"a.txt": text, "sub/b.txt": text * 2}
        assert atomic_files.verify(target) == ""
    assert [p.name for p in tmp_path.iterdir()] == ["thing"]


def test_everything_is_synced_before_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, then manifest and folder, after the rename the parent; only then is the old one removed."""
    target = tmp_path / "thing"
    atomic_files.publish(target, write_two("one"))
    calls: list[str] = []
    fsync, remove, rename = os.fsync, atomic_files.remove, Path.rename

    def spy_fsync(handle: int) -> None:
        calls.append("sync " + str(Path(f"/proc/self/fd/{handle}").readlink()).removeprefix(f"{tmp_path}/"))
        fsync(handle)

    def spy_remove(path: Path) -> None:
        if path.exists():
            calls.append(f"remove {path.name}")
        remove(path)

    def spy_rename(path: Path, to: Path) -> Path:
        calls.append(f"rename {path.name} {to.name}")
        return rename(path, to)

    monkeypatch.setattr(os, "fsync", spy_fsync)
    monkeypatch.setattr(atomic_files, "remove", spy_remove)
    monkeypatch.setattr(Path, "rename", spy_rename)
    atomic_files.publish(target, write_two("two"))
    assert calls == [
        "sync .partial-thing/a.txt",
        "sync .partial-thing/sub",
        "sync .partial-thing/sub/b.txt",
        "sync .partial-thing/manifest.json",
        "sync .partial-thing",
        "rename thing .partial-thing.old",
        "rename .partial-thing thing",
        f"sync {tmp_path}",
        "remove .partial-thing.old",
    ]
    calls.clear()
    atomic_files.write_file(tmp_path / "note.txt", "text")
    assert calls == ["sync .partial-note.txt", f"sync {tmp_path}"]


def test_recover_restores_the_folder_after_a_kill_between_the_renames(tmp_path: Path) -> None:
    target = tmp_path / "thing"
    atomic_files.publish(target, write_two("old"))
    target.rename(tmp_path / ".partial-thing.old")
    (tmp_path / ".partial-thing").mkdir()
    atomic_files.recover(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thing"]
    assert atomic_files.verify(target) == ""
    assert content(target)["a.txt"] == "old"


@pytest.mark.parametrize("links", [True, False])
def test_amend_replaces_one_file_and_links_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def write(staging: Path) -> None:
        (staging / "large").write_bytes(b"weights")
        (staging / "state.json").write_text("{}")

    folder = tmp_path / "thing"
    atomic_files.publish(folder, write, {"step": 3})
    place = (folder / "large").stat().st_ino
    if not links:
        monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(OSError(1, "no links here")))
    hashed: list[str] = []
    sha256 = atomic_files.sha256
    monkeypatch.setattr(atomic_files, "sha256", lambda path: hashed.append(path.name) or sha256(path))
    atomic_files.amend(folder, "state.json", '{"a": 1}')
    assert hashed == ["state.json"]
    assert (folder / "state.json").read_text() == '{"a": 1}'
    assert ((folder / "large").stat().st_ino == place) == links
    assert (folder / "large").read_bytes() == b"weights"
    assert (atomic_files.verify(folder), atomic_files.published_info(folder)) == ("", {"step": 3})
    assert [path.name for path in tmp_path.iterdir()] == ["thing"]


@pytest.mark.parametrize("damage", ["flip", "truncate", "delete", "manifest", "no manifest"])
def test_damage_is_found(tmp_path: Path, damage: str) -> None:
    target = tmp_path / "thing"
    atomic_files.publish(target, write_two("text"))
    file = target / "sub" / "b.txt"
    match damage:
        case "flip":
            raw = bytearray(file.read_bytes())
            raw[3] ^= 1
            file.write_bytes(raw)
        case "truncate":
            file.write_bytes(file.read_bytes()[:-1])
        case "delete":
            file.unlink()
        case "manifest":
            (target / atomic_files.MANIFEST).write_text("[1")
        case _:
            (target / atomic_files.MANIFEST).unlink()
    assert atomic_files.verify(target)


def test_an_unreadable_file_is_not_called_damaged(tmp_path: Path, forbid: Callable[[Path], None]) -> None:
    atomic_files.publish(tmp_path / "thing", write_two("text"))
    forbid(tmp_path / "thing" / "a.txt")
    with pytest.raises(PermissionError, match=r"a\.txt"):
        atomic_files.verify(tmp_path / "thing")


def test_unreadable_weights_are_left_to_the_loader(tmp_path: Path, forbid: Callable[[Path], None]) -> None:
    atomic_files.publish(tmp_path / "model", lambda staging: (staging / "model.safetensors").write_bytes(b"weights"))
    forbid(tmp_path / "model" / atomic_files.MANIFEST)
    atomic_files.refuse_other_weights(str(tmp_path / "model"))


def test_whichever_call_fails_a_complete_folder_remains(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "thing"
    fails_at, failures = 0, 0
    while True:
        atomic_files.publish(target, write_two("old"))
        calls = 0

        def counted(original: Any, fails_at: int = fails_at) -> Any:
            def call(*args: Any, **kwargs: Any) -> Any:
                nonlocal calls
                calls += 1
                if calls == fails_at + 1:
                    raise OSError(28, "No space left on device")
                return original(*args, **kwargs)

            return call

        with monkeypatch.context() as patch:
            for owner, name in ((os, "fsync"), (Path, "rename"), (Path, "write_text"), (Path, "mkdir")):
                patch.setattr(owner, name, counted(getattr(owner, name)))
            try:
                atomic_files.publish(target, write_two("new"))
            except OSError:
                failures += 1
            else:
                break
        kept = target if target.exists() else tmp_path / ".partial-thing.old"
        assert atomic_files.verify(kept) == ""
        assert content(kept)["a.txt"] in ("old", "new")
        atomic_files.recover(tmp_path)
        assert atomic_files.verify(target) == ""
        assert [p.name for p in tmp_path.iterdir()] == ["thing"]
        fails_at += 1
    assert failures > 8
    assert content(target)["a.txt"] == "new"


def test_a_discarded_folder_is_never_there_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "step-3"
    atomic_files.publish(folder, lambda staging: (staging / "a").write_text("a"))
    atomic_files.discard(tmp_path / "step-1")  # it has gone already
    seen: list[bool] = []
    monkeypatch.setattr(atomic_files.shutil, "rmtree", lambda *_, **__: seen.append(folder.exists()))
    atomic_files.discard(folder)
    assert seen == [False]
    monkeypatch.undo()
    atomic_files.recover(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_text_file_is_replaced_atomically(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "r.yaml"
    atomic_files.write_file(file, "one\n")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(OSError, match="full"):
            atomic_files.write_file(file, "two\n")
    assert file.read_text() == "one\n"
    assert [p.name for p in tmp_path.iterdir()] == ["r.yaml"]


def test_publish_replaces_a_link_but_not_its_target(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    atomic_files.publish(elsewhere, write_two("mine"))
    link = tmp_path / "thing"
    for target in (elsewhere, tmp_path / "gone"):
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        atomic_files.publish(link, write_two("new"))
        assert not link.is_symlink()
        assert content(link)["a.txt"] == "new"
        assert content(elsewhere)["a.txt"] == "mine"
        assert sorted(p.name for p in tmp_path.iterdir()) == ["elsewhere", "thing"]
        shutil.rmtree(link)
    (tmp_path / ".partial-thing").symlink_to(elsewhere)
    atomic_files.recover(tmp_path)
    assert content(elsewhere)["a.txt"] == "mine"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["elsewhere"]


def test_a_link_in_place_of_the_staging_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    (tmp_path / ".partial-r.yaml").symlink_to("mine")
    atomic_files.write_file(tmp_path / "r.yaml", "new")
    assert (tmp_path / "r.yaml").read_text() == "new"
    assert (tmp_path / "mine").read_text() == "precious"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine", "r.yaml"]


@pytest.mark.parametrize("target", ["mine", "gone"])
def test_write_file_replaces_a_link_but_not_its_target(tmp_path: Path, target: str) -> None:
    (tmp_path / "mine").write_text("precious")
    (tmp_path / "run.json").symlink_to(target)
    atomic_files.write_file(tmp_path / "run.json", "new")
    assert not (tmp_path / "run.json").is_symlink()
    assert (tmp_path / "run.json").read_text() == "new"
    assert (tmp_path / "mine").read_text() == "precious"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine", "run.json"]


def test_an_interrupt_between_the_renames_restores_the_old_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "thing"
    atomic_files.publish(target, write_two("old"))
    rename = Path.rename

    def stopped(path: Path, to: Path) -> Path:
        if path.name == ".partial-thing":
            raise KeyboardInterrupt
        return rename(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", stopped)
        with pytest.raises(KeyboardInterrupt):
            atomic_files.publish(target, write_two("new"))
    assert content(target)["a.txt"] == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["thing"]


@pytest.mark.parametrize("text", ['{"files": {}}', "{}", "[]", "null", '{"files": 3}', '{"files": {"a.txt": 1}}', ""])
def test_a_manifest_without_files_is_damaged(tmp_path: Path, text: str) -> None:
    atomic_files.publish(tmp_path / "thing", write_two("text"))
    (tmp_path / "thing" / atomic_files.MANIFEST).write_text(text)
    assert "manifest.json is damaged" in atomic_files.verify(tmp_path / "thing")


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_files_are_as_readable_as_their_folder(tmp_path: Path, mask: int, mode: int) -> None:
    """Some libraries create files for their owner only."""

    def write(staging: Path) -> None:
        write_two("text")(staging)
        for file in ("a.txt", "sub/b.txt"):
            (staging / file).chmod(0o600)

    before = os.umask(mask)
    try:
        atomic_files.publish(tmp_path / "thing", write)
    finally:
        os.umask(before)
    files = [path for path in (tmp_path / "thing").rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {mode}
    assert len(files) == 3


@pytest.mark.parametrize(
    "fault",
    [OSError(28, "No space left on device"), RuntimeError("Error while serializing: I/O error: full (os error 28)")],
)
def test_a_full_disk_names_what_was_being_written(tmp_path: Path, fault: Exception) -> None:
    """The system names no file that is open, and libraries in Rust do not raise OSError."""

    def write(staging: Path) -> None:
        (staging / "a.txt").write_text("text")
        raise fault

    with pytest.raises(OSError, match="No space left on device") as caught:
        atomic_files.publish(tmp_path / "thing", write)
    assert (caught.value.errno, caught.value.filename) == (28, str(tmp_path / "thing"))
    assert list(tmp_path.iterdir()) == []


def test_other_errors_are_unchanged(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, atomic_files.naming(tmp_path / "thing"):
        (tmp_path / "none").read_text()
    assert caught.value.filename == str(tmp_path / "none")
    with pytest.raises(RuntimeError, match="odd"), atomic_files.naming(tmp_path / "thing"):
        raise RuntimeError("odd")


def test_changed_weights_of_a_published_model_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "model"

    def write(staging: Path) -> None:
        (staging / "model.safetensors").write_bytes(b"weights")
        (staging / "config.json").write_text("{}")

    atomic_files.publish(folder, write)
    atomic_files.refuse_other_weights(str(folder))
    (folder / "config.json").write_text("{ }")
    atomic_files.refuse_other_weights(str(folder))
    assert atomic_files.verify(folder) == "config.json is damaged"
    (folder / "model.safetensors").write_bytes(b"wEights")
    with pytest.raises(ModelError, match=r"model\.safetensors is damaged"):
        atomic_files.refuse_other_weights(str(folder))
    for foreign in ("{}", '{"name": "an app"}', "[]", "nothing"):
        (folder / atomic_files.MANIFEST).write_text(foreign)
        atomic_files.refuse_other_weights(str(folder))
    (folder / atomic_files.MANIFEST).unlink()
    atomic_files.refuse_other_weights(str(folder))
    atomic_files.refuse_other_weights("some-org/some-model")


WRITES_TEXT = r"""
import sys
from pathlib import Path
from instructgpt_cli.system import atomic_files
place = Path(sys.argv[1])
atomic_files.write_file(place / "note", "\xe9 \ud800\n")
with atomic_files.append_to_own(place / "log") as log:
    log.write("\xe9\n")
atomic_files.publish(place / "thing", lambda staging: (staging / "a").write_bytes(b"a"))
atomic_files.amend(place / "thing", "b", "\xe9")
"""


def test_text_is_utf8_in_the_c_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", WRITES_TEXT, tmp_path], env=environment, check=True)
    assert (tmp_path / "note").read_bytes() == "é \\ud800\n".encode(), "half a surrogate pair is spelled out"
    assert (tmp_path / "log").read_bytes() == "é\n".encode()
    assert (tmp_path / "thing/b").read_bytes() == "é".encode()


def failing(number: int = 28) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_rename_that_fails_is_reported_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not what goes wrong while the old folder is put back."""
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", failing())
        with pytest.raises(OSError, match="No space left"):
            atomic_files.publish(tmp_path / "thing", write_two("one"))
    assert list(tmp_path.iterdir()) == []
    atomic_files.publish(tmp_path / "thing", write_two("one"))
    (tmp_path / "new").mkdir()
    monkeypatch.setattr(atomic_files, "_sync", failing())  # once the new folder is in its place
    with pytest.raises(OSError, match="No space left"):
        atomic_files.replace(tmp_path / "new", tmp_path / "thing")
    assert content(tmp_path / "thing") == {}


def test_a_text_file_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", failing())
    with pytest.raises(OSError, match="No space left") as caught:
        atomic_files.write_file(tmp_path / "r.yaml", "text")
    assert caught.value.filename == str(tmp_path / "r.yaml")


def test_a_damaged_manifest_is_reported_with_the_kind_of_damage(tmp_path: Path) -> None:
    atomic_files.publish(tmp_path / "thing", write_two("text"))
    for text, kind in (
        ("{}", "KeyError"),
        ('{"files": 3}', "AttributeError"),
        ('{"files": {"a.txt": {}}}', "KeyError"),
    ):
        (tmp_path / "thing" / atomic_files.MANIFEST).write_text(text)
        assert kind in atomic_files.verify(tmp_path / "thing")


def test_refusals_say_what_to_do(tmp_path: Path) -> None:
    model, link = tmp_path / "model", tmp_path / "metrics.jsonl"
    atomic_files.publish(model, lambda staging: (staging / "model.safetensors").write_bytes(b"weights"))
    (model / "model.safetensors").write_bytes(b"others")
    with pytest.raises(ModelError) as changed:
        atomic_files.refuse_other_weights(str(model))
    assert changed.value.message == f"{model}: model.safetensors is damaged"
    assert atomic_files.MANIFEST in changed.value.hint
    link.symlink_to("elsewhere")
    with pytest.raises(ResourceError) as linked:
        atomic_files.refuse_link(link)
    assert linked.value.message.startswith(f"{link}: ")
    assert linked.value.hint
    link.unlink()
    atomic_files.refuse_link(link)


def test_a_log_is_appended_to_and_never_through_a_link(tmp_path: Path) -> None:
    log = tmp_path / "log"
    before = os.umask(0)
    try:
        for line in ("one\n", "two\n"):
            with atomic_files.append_to_own(log) as file:
                file.write(line)
    finally:
        os.umask(before)
    assert log.read_text() == "one\ntwo\n"
    assert log.stat().st_mode & 0o777 == 0o666, "the umask alone narrows it"
    (tmp_path / "link").symlink_to(log)
    with pytest.raises(OSError, match="symbolic"):
        atomic_files.append_to_own(tmp_path / "link")
    assert log.read_text() == "one\ntwo\n"


def test_recovery_leaves_what_others_are_writing(tmp_path: Path) -> None:
    for name in (".partial-another.json", ".partial-mine.json", ".partial-mine.old"):
        (tmp_path / name).touch()
    atomic_files.recover(tmp_path, lambda name: name.startswith("mine"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".partial-another.json", "mine"]


def test_what_stands_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "link").symlink_to("folder")
    for free in ("folder", "link", "new", "folder/a/b"):
        assert atomic_files.obstacle(tmp_path / free) == ""
    for way in ("file", "file/a", "file/a/b"):
        assert atomic_files.obstacle(tmp_path / way) == f"{tmp_path}/file: is a file, not a folder"
    for way in ("gone", "gone/a"):
        assert atomic_files.obstacle(tmp_path / way).startswith(f"{tmp_path}/gone: is a link to nowhere")
    assert atomic_files.obstacle(tmp_path / ("a" * 300)) == "", "what cannot be asked about is left to what uses it"
