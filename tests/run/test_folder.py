"""The run folder: held by one run at a time, continued only by the run that began it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from instructgpt_cli.errors import Interrupted, ResourceError, UsageError
from instructgpt_cli.run import record
from instructgpt_cli.run.folder import RunFolder, refuse_own
from instructgpt_cli.run.record import RunRecord


def test_a_second_run_learns_which_process_holds_the_folder(tmp_path: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom instructgpt_cli.run.folder import RunFolder\n"
        "with RunFolder(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(Interrupted, match=f"another run holds this folder .process {holder.pid}, since "),
            RunFolder(tmp_path),
        ):
            pass
    finally:
        holder.kill()
        holder.communicate()
    with RunFolder(tmp_path):  # a dead holder never blocks
        pass


def test_a_folder_that_cannot_be_created_is_a_resource_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to("gone")
    for place, why in (
        ("file", "file: is a file, not a folder"),
        ("file/run", "file: is a file, not a folder"),
        ("link", "link: is a link to gone, which does not exist"),
        ("link/run", "link: is a link to gone, which does not exist"),
        ("x" * 300, f"{'x' * 300}: cannot be written: File name too long"),
    ):
        with pytest.raises(ResourceError) as caught, RunFolder(tmp_path / place):
            pass
        assert caught.value.message == f"{tmp_path}/{why}"


@pytest.mark.parametrize("what", ["moved", "removed", "replaced", "lock removed"])
def test_a_folder_that_was_moved_removed_or_replaced_is_reported(tmp_path: Path, what: str) -> None:
    run = tmp_path / "run"
    with RunFolder(run) as folder:
        folder.check_held()
        match what:
            case "moved":
                run.rename(tmp_path / "elsewhere")
            case "removed":
                shutil.rmtree(run)
            case "replaced":
                run.rename(tmp_path / "elsewhere")
                with RunFolder(run):
                    pass
            case _:
                (run / ".lock").unlink()
        with pytest.raises(ResourceError, match=r"run: was moved, removed or replaced while this run was writing"):
            folder.check_held()


def test_a_lock_that_is_a_link_is_refused_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / ".lock").symlink_to("../mine")
    with pytest.raises(ResourceError, match=r"\.lock: cannot be written"), RunFolder(tmp_path / "run"):
        pass
    assert (tmp_path / "mine").read_text() == "precious"


def test_starting_over_keeps_the_old_run_and_leaves_other_files(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("the user's")
    with RunFolder(tmp_path) as folder:
        assert folder.set_aside() is None
        for name in ("one", "two"):
            (tmp_path / "recipe.yaml").write_text(name)
            assert folder.set_aside() == tmp_path / f"previous-{1 if name == 'one' else 2}"
    assert (tmp_path / "previous-1" / "recipe.yaml").read_text() == "one"
    assert (tmp_path / "previous-2" / "recipe.yaml").read_text() == "two"
    assert (tmp_path / "rows.jsonl").read_text() == "the user's"


@pytest.mark.parametrize("target", ["folder", "gone"])
def test_starting_over_keeps_links_as_they_are(tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "model").symlink_to(tmp_path / target)
    with RunFolder(tmp_path / "run") as folder:
        aside = folder.set_aside()
    assert aside == tmp_path / "run" / "previous-1"
    assert (aside / "model").readlink() == tmp_path / target
    assert not (tmp_path / "run" / "model").is_symlink()


@pytest.mark.parametrize("moves", [0, 1, 2, 3])
def test_an_interrupted_move_of_the_old_run_is_completed(
    tmp_path: Path, moves: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = {name: name for name in ("recipe.yaml", "run.json", "metrics.jsonl")}
    for name in left:
        (tmp_path / name).write_text(name)
    done = 0
    rename = Path.rename

    def until_killed(path: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done > moves:
            raise KeyboardInterrupt
        return rename(path, target)

    with RunFolder(tmp_path) as folder, monkeypatch.context() as patch:
        patch.setattr(Path, "rename", until_killed)
        with pytest.raises(KeyboardInterrupt):
            folder.set_aside()
    with RunFolder(tmp_path) as folder:
        assert folder.record() is None
    assert {p.name: p.read_text() for p in (tmp_path / "previous-1").iterdir() if p.is_file()} == left


def test_checkpoints_without_a_record_are_refused(tmp_path: Path) -> None:
    with RunFolder(tmp_path) as folder:
        assert folder.record() is None
        record.write(tmp_path, RunRecord(identity={}))
        assert folder.record() == RunRecord(identity={})
        (tmp_path / "run.json").unlink()
        (folder.checkpoints / "step-3").mkdir()
        with pytest.raises(UsageError, match="not found, but there are checkpoints"):
            folder.record()


@pytest.mark.parametrize("name", ["checkpoints", "metrics.jsonl", "timings.jsonl", ".moving-previous-1"])
@pytest.mark.parametrize("target", ["folder", "file", "gone"])
def test_a_link_in_place_of_a_file_is_refused_and_its_target_kept(tmp_path: Path, name: str, target: str) -> None:
    mine, run = tmp_path / "mine", tmp_path / "run"
    for folder in (mine / "folder", run):
        folder.mkdir(parents=True)
    (mine / "file").write_text("precious")
    (run / "recipe.yaml").write_text("of an earlier run")
    (run / name).symlink_to(mine / target)
    told = f"{name}: is a link, and a run does not write through links in its folder"
    with pytest.raises(ResourceError, match=told), RunFolder(run):
        pass
    assert sorted(path.name for path in mine.rglob("*")) == ["file", "folder"]
    assert (mine / "file").read_text() == "precious"
    assert (run / name).is_symlink()
    (run / name).unlink()
    (tmp_path / "link").symlink_to("run")
    with RunFolder(tmp_path / "link") as folder:  # as a whole
        (run / "previous-1").symlink_to("gone")
        assert folder.set_aside() == tmp_path / "link" / "previous-2"


def test_partial_files_of_other_commands_are_left_alone(tmp_path: Path) -> None:
    others = [".partial-answers.jsonl", ".partial-answers.jsonl.json", ".partial-predictions.jsonl"]
    for name in (*others, ".partial-run.json"):
        (tmp_path / name).write_text("{}")
    with RunFolder(tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.glob(".partial-*")) == others


@pytest.mark.parametrize("name", ["model", "metrics.jsonl"])
def test_files_that_belong_to_no_run_are_not_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with RunFolder(tmp_path) as folder:
        with pytest.raises(UsageError, match=f"holds {name}, which a run would overwrite"):
            folder.record()
        assert (tmp_path / name).read_text() == "mine"
        assert folder.set_aside() == tmp_path / "previous-1"
        assert folder.record() is None


def test_inputs_that_the_run_would_overwrite_are_refused(tmp_path: Path) -> None:
    (tmp_path / "run" / "model").mkdir(parents=True)
    refuse_own(tmp_path / "run", {"model.path": str(tmp_path / "other"), "tokenizer.path": None})
    refuse_own(tmp_path / "run", {"model.path": str(tmp_path / "run" / "models")})
    for path in (tmp_path / "run" / "model", tmp_path / "run" / "x" / ".." / "model" / "adapter"):
        with pytest.raises(UsageError, match=r"model\.path: .* is in output_dir"):
            refuse_own(tmp_path / "run", {"model.path": str(path)})
