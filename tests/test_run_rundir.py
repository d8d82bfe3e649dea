"""The run folder: held by one run at a time, continued only by the run that began it."""

import subprocess
import sys
from pathlib import Path

import pytest

from instructgpt_cli.errors import Interrupted, ResourceError, UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.rundir import RunFolder, identity, refuse_changes

RECIPE = {"output_dir": "r", "model": {"path": "m"}, "data": {"train": [{"path": "a.jsonl"}]}, "train": {"lr": 1e-3}}


def about(**changes: object) -> dict[str, object]:
    recipe = Recipe.model_validate({**RECIPE, **changes})
    return identity(recipe, "finetune", "d", "t", "m")


def test_a_second_run_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom instructgpt_cli.run.rundir import RunFolder\n"
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


def test_a_folder_that_cannot_be_made_is_a_matter_of_resources(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ResourceError, match="cannot be written: Not a directory"), RunFolder(tmp_path / "file" / "run"):
        pass


def test_changes_are_refused_by_name_and_value(tmp_path: Path) -> None:
    refuse_changes(about(), about(), tmp_path)
    with pytest.raises(UsageError) as caught:
        refuse_changes(about(), about(train={"lr": 3e-4, "epochs": 5}, seed=1), tmp_path)
    assert "seed was 0 and is now 1" in caught.value.message
    assert "train.lr was 0.001 and is now 0.0003" in caught.value.message
    assert "epochs" not in caught.value.message


def test_a_longer_run_other_cadence_and_other_scores_are_the_same_run(tmp_path: Path) -> None:
    free = {
        "checkpoint": {"every": 7},
        "train": {"lr": 1e-3, "max_steps": 9},
        "generate": {"top_k": 3},
        "output_dir": "q",
    }
    refuse_changes(about(), about(**free), tmp_path)


def test_starting_over_keeps_the_old_run(tmp_path: Path) -> None:
    with RunFolder(tmp_path) as folder:
        assert folder.set_aside() is None
        for name in ("one", "two"):
            (tmp_path / "recipe.yaml").write_text(name)
            assert folder.set_aside() == tmp_path / f"previous-{1 if name == 'one' else 2}"
    assert (tmp_path / "previous-1" / "recipe.yaml").read_text() == "one"
    assert (tmp_path / "previous-2" / "recipe.yaml").read_text() == "two"


def test_damaged_facts_are_told(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    assert folder.facts() == {}
    folder.record({"state": "running"})
    assert folder.facts() == {"state": "running"}
    (tmp_path / "run.json").write_text("{")
    with pytest.raises(UsageError, match="is damaged"):
        folder.facts()
