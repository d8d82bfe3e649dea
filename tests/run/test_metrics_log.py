"""The metrics files: one line a step, cut back to where a run continues."""

import hashlib
from pathlib import Path

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.run.metrics_log import MetricsLog, StepMetrics, StepTiming, loss_course, read_metrics


def write(folder: Path, after: int, steps: range, validated: tuple[int, ...] = ()) -> None:
    log = MetricsLog(folder, after)
    for step in steps:
        log.on_step(StepMetrics(step, step / 10, 1 / step, 0.1, 2.0, 30, 40), StepTiming(step, 0.1, 0.5, 1.0, 1.0, 9.0))
        if step in validated:
            log.on_validation(step, 0.25)
    log.close()


def test_a_resumed_run_writes_the_same_bytes(tmp_path: Path) -> None:
    straight, resumed = tmp_path / "a", tmp_path / "b"
    for folder in (straight, resumed):
        folder.mkdir()
    write(straight, 0, range(1, 9), validated=(4, 8))
    write(resumed, 0, range(1, 7), validated=(4,))
    with (resumed / "metrics.jsonl").open("a") as file:
        file.write('{"step": 7, "lo')  # torn by a crash
    write(resumed, 3, range(4, 9), validated=(4, 8))
    assert (resumed / "metrics.jsonl").read_bytes() == (straight / "metrics.jsonl").read_bytes()
    history = read_metrics(straight / "metrics.jsonl")
    assert [m.step for m in history] == list(range(1, 9))
    assert [m.validation_loss for m in history] == [None, None, None, 0.25, None, None, None, 0.25]


def test_flushed_steps_are_on_disk_before_a_checkpoint_is(tmp_path: Path) -> None:
    log = MetricsLog(tmp_path, 0)
    log.on_step(StepMetrics(1, 0.1, 1.0, 0.1, 2.0, 30, 40), StepTiming(1, 0.1, 0.5, 1.0, 1.0, 9.0))
    log.flush()
    assert [m.step for m in read_metrics(tmp_path / "metrics.jsonl")] == [1]
    log.close()
    assert len((tmp_path / "timings.jsonl").read_text().splitlines()) == 1


def test_a_damaged_line_is_reported(tmp_path: Path) -> None:
    write(tmp_path, 0, range(1, 9))
    file = tmp_path / "metrics.jsonl"
    lines = file.read_text().splitlines(keepends=True)
    for damage in ("{]\n", '{"step": 4}\n', "4\n", "\ufffd\n"):
        file.write_text("".join([*lines[:3], damage, *lines[4:]]))
        with pytest.raises(UsageError, match=r"metrics\.jsonl:4: is damaged"):
            read_metrics(file)


def test_changes_to_the_lines_of_earlier_steps_are_reported(tmp_path: Path) -> None:
    """A damaged line costs no whole one; a changed digit is noticed by the digest that a checkpoint keeps."""
    write(tmp_path, 0, range(1, 9), validated=(4,))
    file = tmp_path / "metrics.jsonl"
    lines = file.read_text().splitlines(keepends=True)
    whole = "".join(lines[:6])
    digest = hashlib.sha256(whole.encode()).hexdigest()

    def opened(text: str, written: str = digest) -> tuple[str, str]:
        file.write_text(text)
        log = MetricsLog(tmp_path, 6, written)
        log.close()
        return log.fault, file.read_text()

    assert opened("".join(lines)) == ("", whole)
    assert opened(whole + '{"step": 7, "lo') == ("", whole)
    for damage in ("{]\n", '{"step": 4}\n', "\n"):
        left = "".join([*lines[:3], *lines[4:6]])
        found = opened("".join([*lines[:3], damage, *lines[4:]]))
        assert found == ("has 5 complete lines for the 6 steps before", left)
    assert opened("")[0] == "has 0 complete lines for the 6 steps before"
    flipped = whole.replace('"loss": 0.5', '"loss": 0.7')
    assert opened(flipped) == ("is not what this run wrote up to step 6", flipped)
    assert opened(flipped, "") == ("", flipped)


def test_the_digest_does_not_depend_on_the_last_validation_loss(tmp_path: Path) -> None:
    """A checkpoint is written before the validation, and a kill may come after it."""
    write(tmp_path, 0, range(1, 3))
    file = tmp_path / "metrics.jsonl"
    log = MetricsLog(tmp_path, 2)
    before = log.digest
    assert before == hashlib.sha256(file.read_bytes()).hexdigest()
    log.on_validation(2, 0.5)
    assert log.digest == before
    validated = file.read_bytes()
    assert validated != b"" != hashlib.sha256(validated).hexdigest() != before
    log.on_step(StepMetrics(3, 0.1, 1.0, 0.1, 2.0, 30, 40), StepTiming(3, 0.1, 0.5, 1.0, 1.0, 9.0))
    log.flush()
    assert file.read_bytes().startswith(validated)
    assert log.digest == hashlib.sha256(file.read_bytes()).hexdigest()
    log.close()
    for text in (validated, validated.replace(b', "validation_loss": 0.5', b"")):
        file.write_bytes(text)
        again = MetricsLog(tmp_path, 2, before)
        again.on_validation(2, 0.5)
        again.close()
        assert (again.fault, again.digest, file.read_bytes()) == ("", before, validated)
    file.write_bytes(validated)
    old = MetricsLog(tmp_path, 2, hashlib.sha256(validated).hexdigest())  # as versions to 0.2 kept it
    old.close()
    assert old.fault == ""


@pytest.mark.parametrize("name", ["metrics.jsonl", "timings.jsonl"])
def test_a_link_in_place_of_a_file_is_not_followed(tmp_path: Path, name: str) -> None:
    run, mine = tmp_path / "run", tmp_path / "mine"
    run.mkdir()
    for text in ("", "precious", '{"step": 9}\n'):
        mine.write_text(text)
        (run / name).unlink(missing_ok=True)
        (run / name).symlink_to(mine)
        with pytest.raises(OSError, match="symbolic links") as caught:
            MetricsLog(run, 0)
        assert caught.value.filename == str(run / name)
        assert mine.read_text() == text
    mine.unlink()
    with pytest.raises(OSError, match="symbolic links"):
        MetricsLog(run, 0)
    assert not mine.exists()


def test_a_validation_of_a_removed_line_is_ignored(tmp_path: Path) -> None:
    log = MetricsLog(tmp_path, 3)
    log.on_validation(3, 0.5)
    log.close()
    assert (tmp_path / "metrics.jsonl").read_text() == ""


@pytest.mark.parametrize(
    ("steps", "told"),
    [(1, (1.0, 1.0, "step")), (7, (1.0, 7.0, "step")), (19, (1.0, 19.0, "step")), (20, (5.5, 15.5, "ten steps"))],
)
def test_the_loss_of_a_short_run_is_that_of_its_first_and_last_step(steps: int, told: tuple[float, float, str]) -> None:
    """Of seven steps, the first ten and the last ten are the same."""
    history = [StepMetrics(step, step / 10, float(step), 0.1, 2.0, 30, 40) for step in range(1, steps + 1)]
    assert loss_course(history) == told
