"""The command line: its commands and options, its help and what that imports, and how arguments arrive."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperArgument, TyperGroup, TyperOption

from instructgpt_cli import __version__
from instructgpt_cli.cli import app, command_line
from instructgpt_cli.system import lazy_imports

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMANDS = ("pretrain", "finetune", "generate", "eval", "inspect", "recipes", "report")
TRAINING = ["--dry-run", "--estimate-for", "--fresh", "--json", "--quiet", "--smoke"]
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


def _surface(group: TyperGroup, prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _surface(command, f"{name} ")
        else:
            options = sorted(word for p in command.params if isinstance(p, TyperOption) for word in p.opts)
            yield prefix + name, [p.name for p in command.params if isinstance(p, TyperArgument) if p.name] + options


def test_commands_and_options_in_their_order() -> None:
    """Scripts rely on each of them. New settings go into the recipe."""
    assert list(_surface(command_line.group())) == list(SURFACE.items())


@pytest.mark.parametrize("words", [["--help"], *([*name.split(), "--help"] for name in SURFACE), ["eval", "-h"]])
def test_help_explains_each_argument_and_option(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(words) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "[default:" not in printed.out
    group, name = command_line.group(), " ".join(words[:-1])
    for word in SURFACE.get(name, group.commands):
        row = re.compile(rf"^  \[?{'KEY=VALUE' if word == 'overrides' else word}\S*( [A-Z=]+)?  +\S", re.M | re.I)
        assert row.search(printed.out), f"{word} is not explained"


def test_help_keeps_the_lines_of_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    app.run(["--help"])
    assert capsys.readouterr().out.endswith("\n  Start with: instructgpt recipes list\n")
    app.run(["generate", "--help"])
    assert (
        "\n  instructgpt generate mine.yaml --input questions.jsonl --output answers.jsonl\n"
        "  instructgpt generate runs/mine/model --chat\n"
    ) in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS), ["--version"]])
def test_help_imports_only_what_it_needs(words: list[str]) -> None:
    """These modules of the package, and Typer with its dependencies: not torch, transformers, pydantic, rich ..."""
    program = (
        "import sys; before = set(sys.modules); from instructgpt_cli.cli.app import run; code = run(sys.argv[1:]);"
        "new = set(sys.modules) - before; own = sorted(m for m in new if m.startswith('instructgpt_cli.'));"
        "others = sorted({m.split('.')[0] for m in new} - set(sys.stdlib_module_names) - {'instructgpt_cli'});"
        "waiting = [m for m in new if type(sys.modules[m]).__name__ == 'Deferred'];"
        "print(code, own, others, sorted(waiting))"
    )
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    modules = ("cli", "cli.app", "cli.command_line", "cli.options", "errors", "suggest", "system")
    modules += ("system.lazy_imports", "system.signals", "system.streams")
    own = [f"instructgpt_cli.{name}" for name in modules]
    own = ["instructgpt_cli.about", *own] if words == ["--version"] else own
    others = ["annotated_doc", "shellingham", "typer"]
    assert done.stdout.splitlines()[-1] == f"0 {own} {others} {sorted(lazy_imports.SELDOM_USED)}"


def test_overrides_and_flags_of_finetune_arrive(recipe: str, stand_in: Any) -> None:
    calls = stand_in("train")
    assert app.run(["finetune", "train.lr=3e-4", recipe]) == 2
    assert app.run(["finetune", recipe, "train.lr=3e-4", "--fresh", "train.lr=5e-4", "--quiet"]) == 0
    [call] = calls
    assert call.pop("recipe").train.lr == 5e-4
    assert call == {
        "command": "finetune",
        "dry_run": False,
        "estimate_for": None,
        "smoke": False,
        "fresh": True,
        "json": False,
        "quiet": True,
    }


def test_a_prompt_can_start_with_a_dash(recipe: str, stand_in: Any) -> None:
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
def test_generate_takes_any_other_word_for_a_recipe(word: str, recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
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


def test_version_names_what_results_depend_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["--version"]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == f"instructgpt {__version__}"
    assert f"torch {version('torch')}" in rest  # without torch's own suffix for its build, as in 2.11.0+cu130
    assert f"transformers {version('transformers')}" in rest
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


def test_recipes_schema_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["recipes", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["output_dir"]["description"].startswith("The run folder")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["inspect", "r.yaml", "--split", "valid"], "Did you mean validation?"),
        (
            ["generate", "r.yaml", "--chat", "--json"],
            "error: --chat cannot be used with --prompt, --input, --output or",
        ),
        (["generate", ""], "error: an empty file or folder name was given"),
        (["finetune", ""], "error: an empty file or folder name was given"),
        (["report", ""], "error: an empty file or folder name was given"),
        (
            ["generate", "r.yaml", "--chat", "--prompt", "a"],
            "error: --chat cannot be used with --prompt",
        ),
        (["generate", "r.yaml", "--input", "f", "--prompt", "a"], "contradict each other"),
        (["finetune", "r.yaml", "--dry-run", "--smoke"], "error: --dry-run contradicts --smoke"),
        (["finetune", "r.yaml", "--estimate-for", "h200"], "error: --estimate-for needs --dry-run"),
        (["finetune", "r.yaml", "train.lr"], "an override is dotted.key=value"),
    ],
)
def test_wrong_usage_exits_with_2(words: list[str], message: str, recipe: str, capsys: Any) -> None:
    assert app.run(words) == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""
    assert "Traceback" not in printed.err
