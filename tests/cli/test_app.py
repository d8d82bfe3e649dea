"""The command line: its surface, what it imports, what it calls, and the exit code of every kind of fault."""

import errno
import importlib
import json
import os
import re
import subprocess
import sys
import tomllib
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperArgument, TyperGroup, TyperOption

from instructgpt_cli import __version__, errors
from instructgpt_cli.cli import app, failures
from instructgpt_cli.system import lazy_imports

Run = Callable[..., subprocess.CompletedProcess[str]]

RECIPE = """
output_dir: run
model: {path: model}
data: {train: [{path: rows.jsonl}], validation: [{path: rows.jsonl}]}
"""
COMMANDS = ("pretrain", "finetune", "generate", "eval", "inspect", "recipes", "report")
TRAINING = ["--dry-run", "--fresh", "--json", "--quiet", "--smoke"]
SURFACE = {
    "pretrain": ["recipe", "overrides", *TRAINING],
    "finetune": ["recipe", "overrides", *TRAINING],
    "generate": ["recipe", "overrides", "--chat", "--input", "--json", "--output", "--prompt", "--quiet", "--resume"],
    "eval": ["recipe", "overrides", "--fail-under", "--json", "--quiet"],
    "inspect": ["recipe", "overrides", "--json", "--rows", "--split"],
    "recipes list": [],
    "recipes show": ["name"],
    "recipes copy": ["name", "dest"],
    "recipes schema": [],
    "report": ["run_dir"],
}


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.yaml").write_text(RECIPE, encoding="utf-8")
    return "r.yaml"


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[dict[str, Any]]]:
    """`stand_in("train")` puts a recorder in the place of what runs that command; with `raises` it fails like that."""

    def install(name: str, raises: BaseException | None = None) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []

        def run(recipe: Any, **flags: Any) -> None:
            calls.append({"recipe": recipe, **flags})
            if raises is not None:
                raise raises

        place = f"instructgpt_cli.commands.{name}{'.command' if name in ('train', 'generate', 'eval') else ''}"
        room, _, attribute = place.rpartition(".")
        module = types.SimpleNamespace(run=run)
        monkeypatch.setitem(sys.modules, place, module)
        monkeypatch.setattr(importlib.import_module(room), attribute, module, raising=False)
        return calls

    return install


def _surface(group: TyperGroup, prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _surface(command, f"{name} ")
        else:
            options = sorted(word for p in command.params if isinstance(p, TyperOption) for word in p.opts)
            yield prefix + name, [p.name for p in command.params if isinstance(p, TyperArgument) if p.name] + options


def test_the_surface_is_frozen() -> None:
    """New knobs go into the recipe. Scripts rely on each of these words; help shows the commands in this order."""
    assert list(_surface(app.command_line())) == list(SURFACE.items())


@pytest.mark.parametrize("words", [["--help"], *([*name.split(), "--help"] for name in SURFACE), ["eval", "-h"]])
def test_help_says_what_each_word_is_for(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(words) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "[default:" not in said.out
    group, name = app.command_line(), " ".join(words[:-1])
    for word in SURFACE.get(name, group.commands):
        row = re.compile(rf"^  \[?{'KEY=VALUE' if word == 'overrides' else word}\S*( [A-Z=]+)?  +\S", re.M | re.I)
        assert row.search(said.out), f"{word} is not explained"


def test_help_keeps_its_examples_and_its_last_word(capsys: pytest.CaptureFixture[str]) -> None:
    app.run(["--help"])
    assert capsys.readouterr().out.endswith("\n  Start with: instructgpt recipes list\n")
    app.run(["generate", "--help"])
    assert (
        "\n  instructgpt generate mine.yaml --input questions.jsonl --output answers.jsonl\n"
        "  instructgpt generate runs/mine/model --chat\n"
    ) in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS), ["--version"]])
def test_help_imports_only_what_it_needs(words: list[str]) -> None:
    """Of the package, and of others: Typer with its own needs. None of torch, transformers, pydantic, rich ..."""
    program = (
        "import sys; before = set(sys.modules); from instructgpt_cli.cli.app import run; code = run(sys.argv[1:]);"
        "new = set(sys.modules) - before; own = sorted(m for m in new if m.startswith('instructgpt_cli.'));"
        "others = sorted({m.split('.')[0] for m in new} - set(sys.stdlib_module_names) - {'instructgpt_cli'});"
        "waiting = [m for m in new if type(sys.modules[m]).__name__ == 'Deferred'];"
        "print(code, own, others, sorted(waiting))"
    )
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    own = [
        f"instructgpt_cli.{name}"
        for name in ("cli", "cli.app", "cli.options", "errors", "suggest", "system", "system.lazy_imports")
    ]
    own += ["instructgpt_cli.system.signals", "instructgpt_cli.system.streams"]
    own = ["instructgpt_cli.about", *own] if words == ["--version"] else own
    others = ["annotated_doc", "shellingham", "typer"]
    assert done.stdout.splitlines()[-1] == f"0 {own} {others} {sorted(lazy_imports.SELDOM_USED)}"


def test_memory_that_is_too_short_to_say_so_in_words(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def report(_: BaseException) -> int:
        raise MemoryError

    monkeypatch.setattr(failures, "report", report)
    assert app.run(["finetune", "none.yaml"]) == 5
    assert capfd.readouterr().err == "error: out of memory\n"


def test_a_wrong_recipe_is_reported_before_torch_is_imported(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("output_dirr: x\ntrain: {lr: fast}\n", encoding="utf-8")
    program = (
        "import sys; from instructgpt_cli.cli.app import run; code = run(['finetune', 'r.yaml']);"
        "print(code, [m for m in ('torch', 'transformers', 'datasets', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout == "2 []\n"
    assert "r.yaml:1: output_dirr: unknown key. Did you mean output_dir?" in done.stderr
    assert "r.yaml:2: train.lr:" in done.stderr


def test_overrides_may_stand_anywhere_and_flags_arrive(recipe: str, stand_in: Any) -> None:
    calls = stand_in("train")
    assert app.run(["finetune", "train.lr=3e-4", recipe]) == 2
    assert app.run(["finetune", recipe, "train.lr=3e-4", "--fresh", "train.lr=5e-4", "--quiet"]) == 0
    [call] = calls
    assert call.pop("recipe").train.lr == 5e-4
    assert call == {
        "command": "finetune",
        "dry_run": False,
        "smoke": False,
        "fresh": True,
        "json": False,
        "quiet": True,
    }


def test_generate_takes_prompts_that_begin_with_a_dash(recipe: str, stand_in: Any) -> None:
    calls = stand_in("generate")
    assert app.run(["generate", recipe, "--prompt", "-1 + 2 =", "--prompt", "b", "temperature=0.7"]) == 0
    assert calls[0]["prompts"] == ["-1 + 2 =", "b"]
    assert calls[0]["recipe"].generate.temperature == 0.7


@pytest.mark.parametrize(("word", "path"), [("folder", "folder"), ("some-org/some-model", "some-org/some-model")])
def test_generate_takes_a_model(word: str, path: str, recipe: str, stand_in: Any) -> None:
    Path("folder").mkdir()
    calls = stand_in("generate")
    assert app.run(["generate", word, "--prompt", "a"]) == 0
    assert calls[0]["recipe"].model.path == path


@pytest.mark.parametrize("word", ["missing.yaml", "missing", "folder/missing", "some-org/missing.yml"])
def test_generate_takes_other_words_for_recipes(word: str, recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    assert app.run(["generate", word, "--prompt", "a"]) == 2
    assert f"error: {word}: no such recipe file" in capsys.readouterr().err


def test_eval_and_inspect_arguments_arrive(recipe: str, stand_in: Any) -> None:
    scored, inspected = stand_in("eval"), stand_in("inspect")
    assert app.run(["eval", recipe, "--fail-under", "exact_match=0.9", "--fail-under", "f1=0.5", "--json"]) == 0
    assert scored[0]["fail_under"] == ["exact_match=0.9", "f1=0.5"]
    assert scored[0]["json"] is True
    assert app.run(["inspect", recipe, "--rows", "3", "--split", "validation"]) == 0
    assert (inspected[0]["rows"], inspected[0]["split"], inspected[0]["json"]) == (3, "validation", False)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["finetun"], "error: finetun: no such command of instructgpt\n  hint: Did you mean finetune?\n"),
        (["recipes", "shw"], "error: shw: no such command of instructgpt recipes\n  hint: Did you mean show?\n"),
        (["train"], "error: train: no such command of instructgpt\n  hint: Did you mean pretrain or finetune?\n"),
        (["export"], "  hint: Not here: RUN/model is an ordinary Hugging Face folder"),
        (["dpo"], "  hint: Not here: finetune learns from answers. TRL takes RUN/model"),
        (["serve"], "; `vllm serve RUN/model` serves it.\n"),
        (["finetune", "r.yaml", "--report_to", "wandb"], "  hint: Not supported: RUN/metrics.jsonl has a"),
        (["finetune", "r.yaml", "--load-in-4bit"], "  hint: Not supported: train.lora trains adapters"),
        (["qqq"], "  hint: Commands: pretrain, finetune, generate, eval, inspect, recipes, report.\n"),
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
        (["finetune", "r.yaml", "--checkpoint"], "  hint: `instructgpt finetune --help` shows what"),  # it has no value
        (["finetune", "r.yaml", "-x"], "error: -x: no such option\n  hint: `instructgpt finetune --help` shows what"),
        (["--verson"], "error: --verson: no such option\n  hint: Did you mean --version?\n"),
        (
            ["finetune"],
            "error: Missing argument 'RECIPE'\n  hint: `instructgpt finetune --help` shows what it",
        ),
        (["eval", "r.yaml", "--fail-under"], "error: Option '--fail-under' requires an argument\n"),
        (["report", "a", "b"], "error: Got unexpected extra argument(s) (b)\n  hint: `instructgpt report --help`"),
        (["inspect", "r.yaml", "--rows", "0"], "'--rows': 0 is not in the range x>=1"),
        (["inspect", "r.yaml", "--split", "valid"], "Did you mean validation?"),
        (["generate", "r.yaml", "--chat", "--json"], "error: --chat takes no --prompt, --input, --output or --json"),
        (["generate", ""], "error: an empty file or folder name was given"),
        (["finetune", ""], "error: an empty file or folder name was given"),
        (["report", ""], "error: an empty file or folder name was given"),
        (["generate", "r.yaml", "--chat", "--prompt", "a"], "error: --chat takes no --prompt, --input, --output"),
        (["generate", "r.yaml", "--input", "f", "--prompt", "a"], "contradict each other"),
        (["finetune", "r.yaml", "--dry-run", "--smoke"], "error: --dry-run contradicts --smoke"),
        (["finetune", "r.yaml", "train.lr"], "an override is dotted.key=value"),
        ([], "Usage: instructgpt [OPTIONS] COMMAND"),
        (["recipes"], "Usage: instructgpt recipes [OPTIONS] COMMAND"),
    ],
)
def test_wrong_usage_ends_with_2(words: list[str], message: str, recipe: str, capsys: Any) -> None:
    assert app.run(words) == 2
    said = capsys.readouterr()
    assert message in said.err
    assert said.out == ""
    assert "Traceback" not in said.err


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The working folder is removed; a recipe outside of it."""
    (tmp_path / "r.yaml").write_text(RECIPE, encoding="utf-8")
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    return str(tmp_path / "r.yaml")


@pytest.mark.parametrize(
    "words",
    [
        ["pretrain", "r.yaml"],
        ["finetune", "{recipe}", "--dry-run"],
        ["eval", "{recipe}"],
        ["inspect", "{recipe}"],
        ["generate", "{recipe}"],
        ["generate", "some-org/some-model"],
        ["report", "run"],
        ["recipes", "copy", "quickstart"],
    ],
    ids=" ".join,
)
def test_a_working_folder_that_was_removed_is_told(words: list[str], nowhere: str, stand_in: Any, capsys: Any) -> None:
    """Before torch is imported: what it is built on ends the process."""
    calls = [stand_in(name) for name in ("train", "eval", "inspect", "generate")]
    assert app.run([word.format(recipe=nowhere) for word in words]) == errors.ExitCode.RESOURCES
    said = capsys.readouterr()
    assert said.err.startswith("error: the working folder was removed")
    assert (said.out, calls) == ("", [[], [], [], []])


def test_without_a_working_folder_what_needs_none_goes_on(nowhere: str) -> None:
    for words in (["--help"], ["finetune", "-h"], ["--version"], ["recipes", "list"], ["recipes", "show", "lora"]):
        assert app.run(words) == 0
    assert app.run(["recipes", "copy", "lora", str(Path(nowhere).parent)]) == 0


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
        (KeyboardInterrupt(), 75, "error: interrupted\n  hint: Nothing that was finished is lost"),
        (Exception("I/O error: full (os error 28)"), 5, "error: I/O error: full (os error 28)\n  hint: Make room"),
        (RuntimeError("can't start new thread"), 5, "error: can't start new thread\n  hint: Nothing is free for now"),
        (BlockingIOError(errno.EAGAIN, ""), 5, "error: Resource temporarily unavailable\n  hint: Nothing is free for"),
        (FileNotFoundError(errno.ENOENT, "No usable temporary directory"), 5, "error: No usable temporary directory\n"),
        (OSError(errno.ENOSPC, "", "run/x"), 5, "error: run/x: No space left on device\n  hint: Make room"),
        (PermissionError(errno.EACCES, "", "run/x"), 5, "error: run/x: Permission denied\n"),
        (OSError(errno.EROFS, "", "run/x"), 5, "error: run/x: Read-only file system\n"),
        (MemoryError(), 5, "error: out of memory\n  hint: Close other programs"),
        (
            TorchOutOfMemory("CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 79 GiB"),
            5,
            "error: out of memory where 2.00 GiB more were needed\n",
        ),
        (
            RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 67108864 bytes."),
            5,
            "error: out of memory where 64.0 MiB more were needed\n",
        ),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), 5, "error: out of memory\n"),
        (ImportError("libx.so: failed to map segment from shared object"), 5, "error: out of memory\n"),
        (errors.DataError("a \x1b[31mred\x1b[0m row"), 3, "error: a \\x1b[31mred\\x1b[0m row\n"),
    ],
)
def test_each_fault_has_its_code_and_no_traceback(
    fault: BaseException, code: int, message: str, recipe: str, stand_in: Any, capsys: Any
) -> None:
    stand_in("train", raises=fault)
    assert app.run(["finetune", recipe]) == code
    said = capsys.readouterr().err
    assert said.startswith(message)
    assert "Traceback" not in said


@pytest.mark.parametrize("fault", [ValueError("odd"), OtherOutOfMemory("x"), OSError(errno.ENXIO, "", "f"), EOFError()])
def test_a_bug_shows_its_traceback_and_asks_for_a_report(
    fault: Exception, recipe: str, stand_in: Any, capsys: Any
) -> None:
    stand_in("train", raises=fault)
    assert app.run(["finetune", recipe]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Traceback (most recent call last):")
    assert "Please report it" in said


def test_debug_adds_the_traceback(recipe: str, stand_in: Any, capsys: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("INSTRUCTGPT_DEBUG", "1")
    stand_in("train", raises=errors.DataError("bad row"))
    assert app.run(["finetune", recipe]) == 3
    said = capsys.readouterr().err
    assert said.startswith("Traceback")
    assert said.endswith("error: bad row\n")


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "instructgpt_cli", "recipes", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (failures.READER_GONE, b"")


def test_a_dead_stderr_stops_nothing() -> None:
    """Not even what a library writes there later."""
    program = (
        "import sys; from instructgpt_cli.terminal.console import Console; Console().message('a'); "
        "sys.stderr.write('b'); sys.stderr.flush(); print('finished')"
    )
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=writer)
    os.close(writer)
    assert (done.returncode, done.stdout) == (0, b"finished\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_an_error() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "instructgpt_cli", "recipes", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert (done.returncode, done.stderr.split("\n")[0]) == (5, "error: standard output: No space left on device")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_obstacle(closed: str, tmp_path: Path) -> None:
    command = f'exec "{sys.executable}" -m instructgpt_cli recipes copy NAME {closed}'
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("error: NAME: no such recipe") or "2>&-" in closed
    assert list(tmp_path.iterdir()) == []


def test_a_bare_environment_will_do(tmp_path: Path) -> None:
    """No HOME, the C locale, text that ASCII lacks."""
    (tmp_path / "r.yaml").write_text("模型: 1\n", encoding="utf-8")
    for locale in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}):
        done = subprocess.run(
            [sys.executable, "-m", "instructgpt_cli", "finetune", "r.yaml"],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], **locale},
            capture_output=True,
        )
        assert done.returncode == 2
        assert b"r.yaml:1: " in done.stderr
        assert b"Traceback" not in done.stderr


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    import torch
    import transformers

    assert app.run(["--version"]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == f"instructgpt {__version__}"
    assert f"torch {torch.__version__}" in rest
    assert f"transformers {transformers.__version__}" in rest
    assert rest[-1].startswith("device ")


@pytest.mark.e2e
def test_the_shell_completes_commands_and_options(instructgpt: Run) -> None:
    script = instructgpt(env={"_INSTRUCTGPT_COMPLETE": "source_zsh"}).stdout
    assert "_INSTRUCTGPT_COMPLETE=complete_zsh" in script
    for typed, follows in (("instructgpt fine", "finetune"), ("instructgpt --version eval --fa", "--fail-under")):
        words = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
        assert instructgpt(env={"_INSTRUCTGPT_COMPLETE": "complete_bash", **words}).stdout == f"{follows}\n"
    unknown = {"_INSTRUCTGPT_COMPLETE": "complete_bash", "COMP_WORDS": "instructgpt evla --", "COMP_CWORD": "2"}
    assert "Traceback" not in instructgpt(env=unknown).stderr


def test_the_schema_command_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["recipes", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["output_dir"]["description"].startswith("The run folder")


@pytest.mark.parametrize("late", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_after_the_end_changes_no_exit_code(late: str) -> None:
    code = f"""
import atexit, os, signal, sys
from instructgpt_cli.cli import app as cli
atexit.register(os.kill, os.getpid(), signal.{late})
sys.argv = ["instructgpt", "recipes", "list"]
cli.main()
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("amid", ["instructgpt_cli.cli.app", "instructgpt_cli.errors", "typer"])
@pytest.mark.parametrize("early", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_while_the_command_line_is_loaded_leaves_without_a_word(early: str, amid: str) -> None:
    code = f"""
import os, runpy, signal, sys
class Amid:
    def find_spec(name, *_):
        if name == "{amid}":
            os.kill(os.getpid(), signal.{early})
sys.meta_path.insert(0, Amid)
sys.argv = ["instructgpt", "--help"]
runpy.run_module("instructgpt_cli", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (errors.ExitCode.INTERRUPTED, "", "")


def test_the_console_script_starts_as_the_module_does() -> None:
    """Where it began with `cli`, a signal while that is loaded would show a traceback."""
    scripts = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert scripts["scripts"] == {"instructgpt": "instructgpt_cli.__main__:main"}


@pytest.mark.parametrize("late", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_while_a_fault_is_told_shows_no_traceback(late: str) -> None:
    code = f"""
import os, signal, sys, time
from instructgpt_cli.cli import app as cli; from instructgpt_cli.cli import failures as faults
def report(error):
    os.kill(os.getpid(), signal.{late})
    time.sleep(9)
faults.report = report
sys.argv = ["instructgpt", "finetune", "missing.yaml"]
cli.main()
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (75, "")


def test_python_without_docstrings_is_refused() -> None:
    """Transformers reads its own docstrings while it is imported; help needs none of it."""
    command = [sys.executable, "-OO", "-m", "instructgpt_cli"]
    done = subprocess.run([*command, "generate", "somewhere"], capture_output=True, text=True)
    assert done.returncode == errors.ExitCode.USAGE
    assert "Python runs without docstrings (-OO, PYTHONOPTIMIZE=2)" in done.stderr
    assert subprocess.run([*command, "--help"], capture_output=True).returncode == errors.ExitCode.OK
