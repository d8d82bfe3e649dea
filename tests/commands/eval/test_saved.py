"""An eval that was stopped or killed: the same command continues after the saved answers, to the same bytes."""

import errno
import json
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import torch
import yaml
from generating import ending_in_a_record
from processes import Command

from instructgpt_cli.commands import answers_file
from instructgpt_cli.commands.eval import answer_scores, command, loss_scores, saved
from instructgpt_cli.commands.generate import loaded_model
from instructgpt_cli.errors import GateError, Interrupted, ModelError
from instructgpt_cli.recipe.schema import Model, Recipe

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

QUESTIONS = 7
UNFINISHED = {".partial-predictions.jsonl", ".partial-predictions.jsonl.json"}
DATED = "{{ strftime_now('%d %B') }}{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n"
DATED += "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"


@pytest.fixture
def settings(
    tmp_path: Path,
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
    tiny_model_folder: Path,
) -> dict[str, Any]:
    """A recipe of a model and a baseline with different answers, on two sets, one of them raw text."""
    tiny_model("llama", seed=3).save_pretrained(tmp_path / "other")
    tiny_tokenizer.save_pretrained(tmp_path / "other")
    rows = [{"prompt": f"say {'so ' * (i % 5)}{i}", "completion": f"it is {i}", "task": f"t{i % 2}"} for i in range(6)]
    rows.append({"prompt": "no room " * 99, "completion": "it cannot be asked"})
    assert len(rows) == QUESTIONS
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "raw.txt").write_text("the quick brown fox jumps\n" * 20)
    sets = {"rows": [{"path": str(tmp_path / "rows.jsonl")}], "raw": [{"path": str(tmp_path / "raw.txt")}]}
    return {
        "output_dir": str(tmp_path / "run"),
        "model": {"path": str(tmp_path / "other")},
        "device": "cpu",
        "generate": {"max_new_tokens": 5, "temperature": 0.9, "batch_size": 3},
        "eval": {"sets": sets, "baseline": str(tiny_model_folder), "bootstrap": 20},
    }


def score(settings: dict[str, Any], *gates: str) -> dict[str, bytes]:
    """Runs `eval`; the contents of the run folder afterwards."""
    command.run(Recipe.model_validate(settings), json=False, fail_under=list(gates), quiet=False)
    return contents(settings)


def contents(settings: dict[str, Any]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(settings["output_dir"]).iterdir()}


def undisturbed(settings: dict[str, Any]) -> dict[str, bytes]:
    found = score(settings)
    assert set(found) == {"eval.json", "predictions.jsonl"}
    shutil.rmtree(settings["output_dir"])
    return found


def score_until(count: int, settings: dict[str, Any], fault: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """`score`, ended by `fault` in the middle of a line once `count` records are saved."""
    with ending_in_a_record(count, fault, monkeypatch), pytest.raises(BaseException) as caught:  # noqa: PT011 - any
        score(settings)
    assert isinstance(caught.value, Interrupted if isinstance(fault, KeyboardInterrupt) else type(fault))


def count_answers(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows by each question that a model answers."""
    places: list[int] = []
    add = saved.Saved.add_answer

    def counted(self: saved.Saved, part: saved.Part, place: int, answer: Any) -> None:
        places.append(place)
        add(self, part, place, answer)

    monkeypatch.setattr(saved.Saved, "add_answer", counted)
    return places


# The baseline saves 7 answers and the losses of two sets, then the model does.
@pytest.mark.parametrize("count", [1, 8, 12])
def test_an_interrupted_eval_continues_to_the_same_bytes(
    count: int, settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = undisturbed(settings)
    score_until(count, settings, KeyboardInterrupt("SIGTERM"), monkeypatch)
    assert set(contents(settings)) == UNFINISHED
    capsys.readouterr()
    answered = count_answers(monkeypatch)
    assert score(settings) == whole
    before = min(count, QUESTIONS) + max(0, min(count - 9, QUESTIONS))
    noun = "answer" if before == 1 else "answers"
    assert f"continuing after {before} {noun} of an eval that was interrupted" in capsys.readouterr().err
    assert len(answered) == 2 * QUESTIONS - before


def test_losses_are_resumed_too(settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    settings["eval"]["metrics"] = ["loss"]
    monkeypatch.setattr(loss_scores, "CHUNK_ROWS", 2)
    whole = score(settings)
    shutil.rmtree(settings["output_dir"])
    score_until(3, settings, KeyboardInterrupt(), monkeypatch)
    calls = []
    measure = loss_scores.summed_losses

    def counted(*words: Any, **keys: Any) -> list[float]:
        calls.append(words)
        return measure(*words, **keys)

    monkeypatch.setattr(loss_scores, "summed_losses", counted)
    assert score(settings) == whole
    assert len(calls) == 2 * 5 - 3  # pairs of rows: four of one set and one of the other, for each model


def test_a_signal_reports_the_saved_answers(settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt("SIGTERM")

    with monkeypatch.context() as patch:
        patch.setattr(answer_scores.AnswerScorer, "_scored", stop)
        with pytest.raises(Interrupted, match=r"^stopped by SIGTERM: 1 answer is saved$") as caught:
            score(settings)
    assert caught.value.hint == "The same command continues after them."


@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        torch.OutOfMemoryError("no memory"),
        ValueError(),
    ],
)
def test_saved_answers_outlive_any_error(
    fault: Exception, settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = undisturbed(settings)
    score_until(4, settings, fault, monkeypatch)
    is_reported = "4 answers are saved; the same command continues after them" in capsys.readouterr().err
    assert is_reported == (not isinstance(fault, ValueError))
    answered = count_answers(monkeypatch)
    assert score(settings) == whole
    assert len(answered) == 2 * QUESTIONS - 4


def test_saved_answers_outlive_a_second_model_that_cannot_be_loaded(
    settings: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = undisturbed(settings)
    (tmp_path / "other").rename(tmp_path / "away")
    shutil.copytree(tmp_path / "away", tmp_path / "other")
    with monkeypatch.context() as patch:
        real = loaded_model.open_model

        def second(model: Model, *rest: Any) -> Any:
            if model.path == str(tmp_path / "other"):
                raise ModelError("cannot be loaded")
            return real(model, *rest)

        patch.setattr(loaded_model, "open_model", second)
        with pytest.raises(ModelError):
            score(settings)
    answered = count_answers(monkeypatch)
    assert score(settings) == whole
    assert len(answered) == QUESTIONS


@pytest.mark.parametrize(
    ("section", "change", "said"),
    [
        ("generate", {"system": "Be brief."}, "system was None and is now 'Be brief.'"),
        ("tokenizer", {"chat_template": "vicuna"}, "the chat template has changed"),
        (
            "generate",
            {"precision": "bf16"},
            "precision was 'fp32' and is now 'bf16'; baseline_precision was 'fp32' and is now 'bf16'",
        ),
        ("data", {"max_length": 99}, "data.max_length was 1024 and is now 99"),
        ("eval", {"thoughts": "compared"}, "thoughts was 'left_out' and is now 'compared'"),
        (
            "eval",
            {"baseline": None},
            "the baseline has changed; the tokenizer of the baseline has changed; baseline_precision was 'fp32' and is "
            "now None",
        ),
        ("model", {"attention": "sdpa"}, "attention was 'auto' and is now 'sdpa'"),
    ],
)
def test_answers_with_other_settings_are_dropped(
    section: str,
    change: dict[str, Any],
    said: str,
    settings: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    changed = settings | {section: settings.get(section, {}) | change}
    whole = undisturbed(changed)
    score_until(12, settings, KeyboardInterrupt(), monkeypatch)
    answered = count_answers(monkeypatch)
    capsys.readouterr()
    assert score(changed) == whole
    err = capsys.readouterr().err
    assert f"starting over: since the eval that was interrupted, {said}\n" in err
    assert "continuing" not in err
    assert len(answered) == len(whole["predictions.jsonl"].splitlines()) * (
        1 if changed["eval"]["baseline"] is None else 2
    )


def test_answers_of_other_weights_rows_sets_and_versions_are_dropped(
    settings: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def changes() -> str:
        capsys.readouterr()
        score(settings)
        return capsys.readouterr().err.partition("interrupted, ")[2].partition("\n")[0]

    score_until(12, settings, KeyboardInterrupt(), monkeypatch)
    (tmp_path / "other" / "model.safetensors").write_bytes(
        (Path(settings["eval"]["baseline"]) / "model.safetensors").read_bytes()
    )
    assert changes() == "the model has changed"
    score_until(12, settings, KeyboardInterrupt(), monkeypatch)
    with (tmp_path / "rows.jsonl").open("a") as file:
        file.write('{"prompt": "one", "completion": "more"}\n')
    assert changes() == "the set rows has changed"
    score_until(12, settings, KeyboardInterrupt(), monkeypatch)
    raw = settings["eval"]["sets"].pop("raw")
    assert changes() == "sets was ['rows', 'raw'] and is now ['rows']"
    settings["eval"]["sets"]["raw"] = raw
    score_until(12, settings, KeyboardInterrupt(), monkeypatch)
    versions = saved.versions()
    monkeypatch.setattr(saved, "versions", lambda: versions | {"torch": "9.9"})
    assert changes() == f"versions.torch was {versions['torch']!r} and is now '9.9'"


def test_other_metrics_and_gates_use_the_same_answers(
    settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = settings | {"eval": settings["eval"] | {"metrics": ["loss", "rouge_l", "squad_f1"], "bootstrap": 7}}
    whole = undisturbed(changed)
    score_until(12, settings, KeyboardInterrupt(), monkeypatch)
    answered = count_answers(monkeypatch)
    with pytest.raises(GateError):
        score(changed, "rows.rouge_l=1.01")
    assert contents(settings) == whole
    assert len(answered) == 2 * QUESTIONS - 10


def test_answers_of_another_date_are_not_used(settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    settings["tokenizer"] = {"chat_template": DATED}
    score_until(12, settings, KeyboardInterrupt(), monkeypatch)
    path = Path(settings["output_dir"]) / ".partial-predictions.jsonl"
    parts = [json.loads(line)["part"] for line in path.read_text().splitlines()[:-1]]
    today = parts[-1][2]
    assert len(today) == len("2026-01-31")
    path.write_text(path.read_text().replace(today, "2001-01-01"))
    answered = count_answers(monkeypatch)
    score(settings)
    assert len(answered) == 2 * QUESTIONS - QUESTIONS  # the baseline's own template writes no date


@pytest.mark.parametrize("line", ['{"index": 0}', '{"index": 0, "part": [1], "place": 0, "answer": "no"}'])
def test_a_damaged_record_is_computed_again(
    line: str, settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = undisturbed(settings)
    score_until(3, settings, KeyboardInterrupt(), monkeypatch)
    path = Path(settings["output_dir"]) / ".partial-predictions.jsonl"
    path.write_text("".join(f"{each}\n" for each in [line, *path.read_text().splitlines()[1:3]]))
    answered = count_answers(monkeypatch)
    assert score(settings) == whole
    assert len(answered) == 2 * QUESTIONS - 2


class Killed(BaseException):
    pass


@pytest.mark.parametrize(("call", "times"), [("unlink", 2), ("replace", 2)])
def test_a_kill_while_publishing_is_completed_by_the_same_command(
    call: str, times: int, settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each of the last system calls of one kind: each file belongs to this eval, or is absent."""
    settings["eval"] |= {"baseline": None, "sets": {"rows": settings["eval"]["sets"]["rows"]}}
    whole = undisturbed(settings)
    survived = 0
    while killed_after(survived, call, settings, monkeypatch):
        left = contents(settings)
        assert all(left[name] == whole[name] for name in whole if name in left)
        assert left.keys() >= whole.keys() or left.keys() >= UNFINISHED
        assert score(settings) == whole
        shutil.rmtree(settings["output_dir"])
        survived += 1
    assert contents(settings) == whole
    assert survived >= times


def killed_after(survived: int, call: str, settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Runs `eval`, killed at a call after that many while publishing; whether there was such a call."""
    real, publish, calls = getattr(Path, call), answers_file.AnswersFile.publish_instead, 0

    def counted(*words: Any, **keys: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > survived:
            raise Killed
        return real(*words, **keys)

    with monkeypatch.context() as patch:

        def ending(file: answers_file.AnswersFile, records: Any) -> None:
            patch.setattr(Path, call, counted)
            publish(file, records)

        patch.setattr(answers_file.AnswersFile, "publish_instead", ending)
        patch.setattr(answers_file.AnswersFile, "close", _closed_as_by_a_kill(answers_file.AnswersFile.close))
        try:
            score(settings)
        except Killed:
            return True
    return False


def _closed_as_by_a_kill(close: Any) -> Any:
    """A killed process removes nothing; its lock goes with it."""

    def closed(file: answers_file.AnswersFile, *, keep: bool) -> None:
        try:
            if not keep:
                close(file, keep=False)
        finally:
            file._file.close()

    return closed


@pytest.mark.e2e
def test_a_killed_eval_continues_to_the_same_bytes(settings: dict[str, Any], tmp_path: Path) -> None:
    rows = [json.dumps({"prompt": f"question {i}", "completion": "answer"}) for i in range(300)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    settings["generate"] |= {"max_new_tokens": 40, "batch_size": 8}
    settings["output_dir"] = "run"
    (tmp_path / "recipe.yaml").write_text(yaml.safe_dump(settings))
    assert Command(tmp_path, "eval", "recipe.yaml", "output_dir=whole").end().returncode == 0
    process = Command(tmp_path, "eval", "recipe.yaml")
    partial = tmp_path / "run" / ".partial-predictions.jsonl"
    while process.is_running() and not (partial.exists() and partial.stat().st_size > 20_000):
        time.sleep(0.02)
    process.signal(signal.SIGKILL)
    done = process.end()
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert not (tmp_path / "run" / "eval.json").exists()
    again = Command(tmp_path, "eval", "recipe.yaml").end()
    assert again.returncode == 0, again.stderr
    assert "continuing after " in again.stderr
    found, whole = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("run", "whole"))
    assert found == whole
