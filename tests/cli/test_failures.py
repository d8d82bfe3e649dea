"""Exceptions as messages and exit codes."""

import errno
from typing import Any

import pytest
import typer

from instructgpt_cli import errors
from instructgpt_cli.cli import app, command_line, failures

TorchOutOfMemory = type("OutOfMemoryError", (RuntimeError,), {"__module__": "torch"})
OtherOutOfMemory = type("OutOfMemoryError", (RuntimeError,), {"__module__": "elsewhere"})


@pytest.mark.parametrize(
    ("fault", "code", "message"),
    [
        (errors.UsageError("wrong", "mend it"), 2, "error: wrong\n  hint: mend it\n"),
        (errors.DataError("f.jsonl:3: bad"), 3, "error: f.jsonl:3: bad\n"),
        (errors.ModelError("two\nlines"), 4, "error: two\n       lines\n"),
        (errors.ResourceError("full"), 5, "error: full\n"),
        (errors.NumericsError("nan"), 6, "error: nan\n"),
        (errors.GateError("missed"), 7, "error: missed\n"),
        (errors.Interrupted("stopped"), 75, "error: stopped\n"),
        (
            KeyboardInterrupt(),
            75,
            "error: interrupted\n  hint: Finished work is not lost",
        ),
        (Exception("I/O error: full (os error 28)"), 5, "error: I/O error: full (os error 28)\n  hint: Make room"),
        (
            RuntimeError("can't start new thread"),
            5,
            "error: can't start new thread\n  hint: A limit is reached",
        ),
        (
            BlockingIOError(errno.EAGAIN, ""),
            5,
            "error: Resource temporarily unavailable\n  hint: A limit is",
        ),
        (FileNotFoundError(errno.ENOENT, "No usable temporary directory"), 5, "error: No usable temporary directory\n"),
        (OSError(errno.ENOSPC, "", "run/x"), 5, "error: run/x: No space left on device\n  hint: Make room"),
        (PermissionError(errno.EACCES, "", "run/x"), 5, "error: run/x: Permission denied\n"),
        (OSError(errno.EROFS, "", "run/x"), 5, "error: run/x: Read-only file system\n"),
        (MemoryError(), 5, "error: out of memory\n  hint: Close other programs"),
        (
            TorchOutOfMemory("CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 79 GiB"),
            5,
            "error: out of memory: 2.00 GiB more were needed\n",
        ),
        (
            RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 67108864 bytes."),
            5,
            "error: out of memory: 64.0 MiB more were needed\n",
        ),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), 5, "error: out of memory\n"),
        (ImportError("libx.so: failed to map segment from shared object"), 5, "error: out of memory\n"),
        (errors.DataError("a \x1b[31mred\x1b[0m row"), 3, "error: a \\x1b[31mred\\x1b[0m row\n"),
    ],
)
def test_each_error_has_its_exit_code_and_no_traceback(
    fault: BaseException, code: int, message: str, recipe: str, stand_in: Any, capsys: Any
) -> None:
    stand_in("train", raises=fault)
    assert app.run(["finetune", recipe]) == code
    printed = capsys.readouterr().err
    assert printed.startswith(message)
    assert "Traceback" not in printed


@pytest.mark.parametrize("fault", [ValueError("odd"), OtherOutOfMemory("x"), OSError(errno.ENXIO, "", "f"), EOFError()])
def test_a_bug_shows_its_traceback_and_asks_for_a_report(
    fault: Exception, recipe: str, stand_in: Any, capsys: Any
) -> None:
    stand_in("train", raises=fault)
    assert app.run(["finetune", recipe]) == 1
    printed = capsys.readouterr().err
    assert printed.startswith("Traceback (most recent call last):")
    assert "Please report it" in printed


def test_debug_adds_the_traceback(recipe: str, stand_in: Any, capsys: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("INSTRUCTGPT_DEBUG", "1")
    stand_in("train", raises=errors.DataError("bad row"))
    assert app.run(["finetune", recipe]) == 3
    printed = capsys.readouterr().err
    assert printed.startswith("Traceback")
    assert printed.endswith("error: bad row\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["finetune", "r.yaml", "--report_to", "wandb"], "  hint: Not supported: RUN/metrics.jsonl has a"),
        (["finetune", "r.yaml", "--load-in-4bit"], "  hint: train.lora: {base: nf4} trains adapters over"),
        (["finetune", "r.yaml", "--dryrun"], "error: --dryrun: no such option\n  hint: Did you mean --dry-run?\n"),
        (["finetune", "--train.lr=3"], "  hint: An override has no dashes: train.lr=VALUE\n"),
        (["finetune", "r.yaml", "--dry_run"], "error: --dry_run: no such option\n  hint: Did you mean --dry-run?\n"),
        (
            ["finetune", "r.yaml", "--learning_rate", "1e-4"],
            "error: --learning_rate: no such option\n  hint: Did you mean train.lr=VALUE? An override has no dashes.\n",
        ),
        (["pretrain", "r.yaml", "--num-train-epochs=3"], "  hint: Did you mean train.epochs=VALUE? An override has no"),
        (["pretrain", "--per_device_train_batch_size", "8"], "  hint: Did you mean train.micro_batch_tokens=VALUE?"),
        (["finetune", "r.yaml", "--lr=3"], "  hint: Did you mean train.lr=VALUE?"),
        (["eval", "r.yaml", "--model", "m"], "  hint: Did you mean model.path=VALUE?"),
        (["generate", "r.yaml", "--output_dir", "o"], "  hint: Did you mean output_dir=VALUE?"),  # not --output
        (["generate", "r.yaml", "--outputs", "o"], "  hint: Did you mean --output"),
        (["finetune", "r.yaml", "--data.train"], "  hint: An override has no dashes: data.train=VALUE\n"),
        (["finetune", "r.yaml", "--checkpoint"], "  hint: `instructgpt finetune --help` lists its"),  # it has no value
        (["finetune", "r.yaml", "-x"], "error: -x: no such option\n  hint: `instructgpt finetune --help` lists its"),
        (["--verson"], "error: --verson: no such option\n  hint: Did you mean --version?\n"),
        (
            ["finetune"],
            "error: Missing argument 'RECIPE'\n  hint: `instructgpt finetune --help` lists its",
        ),
        (["eval", "r.yaml", "--fail-under"], "error: Option '--fail-under' requires an argument\n"),
        (["report", "a", "b"], "error: Got unexpected extra argument(s) (b)\n  hint: `instructgpt report --help`"),
        (["inspect", "r.yaml", "--rows", "0"], "'--rows': 0 is not in the range x>=1"),
    ],
)
def test_a_wrong_option_is_explained(words: list[str], message: str, recipe: str, capsys: Any) -> None:
    assert app.run(words) == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""
    assert "Traceback" not in printed.err


@pytest.mark.parametrize(("words", "similar"), [(["--verson"], ("--version",)), (["eval", "-x"], ())])
def test_typer_errors_have_the_attributes_that_hints_need(words: list[str], similar: tuple[str, ...]) -> None:
    """Its classes for them are private: this pins what `failures` reads."""
    with pytest.raises(typer.TyperException) as caught:
        command_line.group().main(words, prog_name="instructgpt", standalone_mode=False)
    error: Any = caught.value
    assert error.option_name == words[-1]
    assert tuple(error.possibilities or ()) == similar
    assert error.ctx.command_path == " ".join(["instructgpt", *words[:-1]])
    assert error.format_message()


def test_other_typer_errors_have_no_similar_options() -> None:
    with pytest.raises(typer.TyperException) as caught:
        command_line.group().main(["eval"], prog_name="instructgpt", standalone_mode=False)
    assert not hasattr(caught.value, "possibilities")
    fault = failures.as_user_error(caught.value)
    assert fault is not None
    assert (fault.message, fault.code) == ("Missing argument 'RECIPE'", errors.ExitCode.USAGE)


def test_other_ranks_leave_the_report_to_the_first(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    for name, value in {"TORCHELASTIC_RUN_ID": "none", "WORLD_SIZE": "2", "RANK": "1"}.items():
        monkeypatch.setenv(name, value)
    assert failures.report(errors.UsageError("wrong")) == errors.ExitCode.USAGE
    assert capsys.readouterr().err == ""
    assert failures.report(errors.DataError("row 3")) == errors.ExitCode.DATA  # only this rank may have seen it
    assert capsys.readouterr().err == "error: row 3\n"


def test_one_rank_reports_why_another_one_is_gone(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """Also where that is not rank 0, which may be the one that is gone."""
    for name, value in {"TORCHELASTIC_RUN_ID": "none", "WORLD_SIZE": "2", "RANK": "1"}.items():
        monkeypatch.setenv(name, value)
    code = errors.ExitCode.INTERRUPTED
    assert failures.report(errors.PeerError("rank 0 is gone", "Run it again.", code)) == code
    assert capsys.readouterr().err == "error: rank 0 is gone\n  hint: Run it again.\n"
    assert failures.report(errors.PeerError("rank 0 failed", "", errors.ExitCode.DATA, is_reported=True)) == 3
    assert capsys.readouterr().err == ""
