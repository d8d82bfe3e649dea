"""The command line: what each command takes, and the one place where a fault becomes an exit code.

Help must be cheap and a wrong recipe reported at once, so this module imports only Typer. Each command reads its recipe
first and imports its room, and with it torch, after that.
"""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from instructgpt_cli.errors import ExitCode, UsageError
from instructgpt_cli.suggest import nearest
from instructgpt_cli.system import signals
from instructgpt_cli.system.lazy_imports import light_imports
from instructgpt_cli.system.streams import naming_stdout, open_standard_streams, quiet_libraries

with light_imports():
    import typer
    from typer.core import TyperGroup

    from instructgpt_cli.cli import options

if TYPE_CHECKING:
    from instructgpt_cli.recipe.requirements import Command
    from instructgpt_cli.recipe.schema import Recipe

COMPLETE_VARIABLE = "_INSTRUCTGPT_COMPLETE"

app = typer.Typer(
    cls=options.Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: instructgpt recipes list",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
recipes = typer.Typer(cls=options.Commands, help="Recipes to read and to start from.")
app.add_typer(recipes, name="recipes")


def _print_version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:  # that is how the shell asks what may follow
        from instructgpt_cli import about

        typer.echo("\n".join(about.lines()))
        raise typer.Exit


@app.callback()
def instructgpt(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Pretrain, finetune, run and evaluate instruction-following language models.

    RECIPE is a YAML file, or a shipped recipe's name. Words such as train.lr=3e-4 after it replace its values.
    OMP_NUM_THREADS=1 before a command keeps it to one CPU thread.
    """


@app.command()
def pretrain(
    recipe: options.RecipeFile,
    overrides: options.Overrides,
    dry_run: options.DryRun = False,
    smoke: options.Smoke = False,
    fresh: options.Fresh = False,
    json: options.Events = False,
    quiet: options.Quiet = False,
) -> None:
    """Train a base model on text and dialogues.

    From random weights, or continuing existing ones.

    \b
    instructgpt pretrain quickstart/pretrain
    instructgpt pretrain mine.yaml --dry-run train.lr=3e-4
    """
    _train("pretrain", recipe, overrides, dry_run, smoke, fresh, json, quiet)


@app.command()
def finetune(
    recipe: options.RecipeFile,
    overrides: options.Overrides,
    dry_run: options.DryRun = False,
    smoke: options.Smoke = False,
    fresh: options.Fresh = False,
    json: options.Events = False,
    quiet: options.Quiet = False,
) -> None:
    """Teach a model a task from its answers.

    The loss is over the answer tokens only; the instruction is context.

    \b
    instructgpt finetune quickstart/finetune
    instructgpt finetune mine.yaml train.epochs=3 output_dir=runs/second
    """
    _train("finetune", recipe, overrides, dry_run, smoke, fresh, json, quiet)


def _train(
    command: Literal["pretrain", "finetune"],
    path: str,
    overrides: list[str],
    dry_run: bool,
    smoke: bool,
    fresh: bool,
    json: bool,
    quiet: bool,
) -> None:
    if dry_run and (smoke or fresh):
        raise UsageError(f"--dry-run contradicts {'--smoke' if smoke else '--fresh'}", "A dry run writes nothing.")
    recipe = _load(path, overrides, command)
    from instructgpt_cli.commands.train import command as train

    train.run(recipe, command=command, dry_run=dry_run, smoke=smoke, fresh=fresh, json=json, quiet=quiet)


@app.command()
def generate(
    recipe: Annotated[str, typer.Argument(metavar="RECIPE|MODEL", help="A recipe, a model folder or a hub id.")],
    overrides: options.Overrides,
    prompts: options.Prompts = None,
    input: options.Input = None,
    output: options.Output = None,
    resume: Annotated[bool, typer.Option("--resume", help="Keep what an interrupted --output has answered.")] = False,
    chat: Annotated[bool, typer.Option("--chat", help="Talk with the model.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Answers on stdout, one JSON object a line.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Answer instructions with a trained model.

    Sampling settings follow as words: temperature=0.7 top_p=0.9 max_new_tokens=100.

    \b
    instructgpt generate runs/mine/model --prompt "Reverse: a b c"
    instructgpt generate mine.yaml --input questions.jsonl --output answers.jsonl
    instructgpt generate runs/mine/model --chat
    """
    if chat and (prompts or input is not None or output is not None or json):
        raise UsageError("--chat takes no --prompt, --input, --output or --json", "Leave --chat out, or the others.")
    if prompts and input is not None:
        raise UsageError("--prompt and --input contradict each other", "Give one of them.")
    if resume and output in (None, "-"):
        raise UsageError("--resume needs --output FILE", "Only a file can be continued.")
    from instructgpt_cli.recipe import load

    settings = load.recipe_or_model(recipe, overrides)
    from instructgpt_cli.commands.generate import command as command

    command.run(
        settings,
        prompts=prompts or [],
        input=input,
        output=output,
        resume=resume,
        chat=chat,
        json=json,
        quiet=quiet,
    )


@app.command()
def eval(
    recipe: options.RecipeFile,
    overrides: options.Overrides,
    fail_under: options.Gates = None,
    json: Annotated[bool, typer.Option("--json", help="Scores on stdout as JSON.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Score a model on held-out rows.

    With --fail-under, a gate for CI. Answers are compared with the row's own and its references, the best counts:

    \b
    loss         nats per answer token; with perplexity, bits_per_byte
    exact_match  the same characters; with exact_match_normalised, contrast
    f1           words in common (characters in Chinese, Japanese); 0 to 1
    squad_f1     F1 as SQuAD's own script computes it; 0 to 100
    rouge_l      words in common in the same order; 0 to 1
    bleu, chrf   sacrebleu's, over all rows together; 0 to 100

    `eval.metrics=[...]` names those to compute; a gate may name any of them.

    \b
    instructgpt eval quickstart/eval
    instructgpt eval mine.yaml --json --fail-under exact_match=0.9
    """
    settings = _load(recipe, overrides, "eval")
    from instructgpt_cli.commands.eval import command as command

    command.run(settings, json=json, fail_under=fail_under or [], quiet=quiet)


@app.command()
def inspect(
    recipe: options.RecipeFile,
    overrides: options.Overrides,
    rows: options.Rows = None,
    split: options.Split = "train",
    json: Annotated[bool, typer.Option("--json", help="One JSON object a row: text, ids, loss mask, fault.")] = False,
) -> None:
    """Show exactly what the model will see.

    Tokens with the answers marked, lengths, and what is refused or cut and why.

    \b
    instructgpt inspect mine.yaml --rows 3
    instructgpt inspect mine.yaml --split validation --json > seen.jsonl
    """
    known: tuple[Literal["train", "validation"], ...] = ("train", "validation")
    if split not in known:
        near = nearest(split, known) or " or ".join(known)
        raise UsageError(f"--split {split}: no such split", f"Did you mean {near}?")
    settings = _load(recipe, overrides, "inspect")
    from instructgpt_cli.commands import inspect as command

    command.run(settings, rows=rows, split=known[known.index(split)], json=json)


@recipes.command("list")
def list_recipes() -> None:
    """Name each recipe and say what it is for."""
    from instructgpt_cli.commands import recipes as command

    command.list_all()


@recipes.command("show")
def show_recipe(name: options.RecipeName) -> None:
    """Print a recipe."""
    from instructgpt_cli.commands import recipes as command

    command.show(name)


@recipes.command("copy")
def copy_recipe(
    name: options.RecipeName,
    dest: Annotated[str | None, typer.Argument(metavar="[DEST]", help="A folder or a file.")] = None,
) -> None:
    """Copy a recipe, or a folder of them, to DEST (default: here)."""
    from instructgpt_cli.commands import recipes as command

    command.copy(name, dest)


@recipes.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of recipes, for editors."""
    from instructgpt_cli.commands import recipes as command

    command.schema()


@app.command()
def report(run_dir: Annotated[str, typer.Argument(metavar="RUN_DIR", help="A run folder.")]) -> None:
    """Write the report page of a run.

    RUN_DIR/report.html holds its curves, samples, scores and settings, in one file.
    """
    from instructgpt_cli.commands import report as command

    command.run(run_dir)


def main() -> None:
    """Runs the command line of this process and ends it."""
    try:
        code = run(sys.argv[1:])
        signals.ignore_signals()
    except KeyboardInterrupt:  # amid the last words
        code = ExitCode.INTERRUPTED
    sys.exit(code)


def command_line() -> TyperGroup:
    """All commands, in the order of a model's life. Typer puts groups last."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    group.commands["report"] = group.commands.pop("report")
    return group


def run(words: Sequence[str]) -> int:
    """Runs one command line and returns its exit code; whatever goes wrong is said on stderr."""
    open_standard_streams()
    quiet_libraries()
    try:
        signals.install_handlers()
        commands = command_line()
        if os.environ.get(COMPLETE_VARIABLE):
            commands.main([], prog_name="instructgpt")  # answers the shell and exits
        with commands.make_context("instructgpt", list(words)) as context:
            _refuse_without_docstrings()
            commands.invoke(context)
        with naming_stdout():
            sys.stdout.flush()
    except typer.Exit as leave:
        return leave.exit_code
    except BaseException as error:
        try:
            from instructgpt_cli.cli import failures

            return failures.report(error)
        except MemoryError:
            os.write(2, b"error: out of memory\n")
            return ExitCode.RESOURCES
    return ExitCode.OK


def _refuse_without_docstrings() -> None:
    if sys.flags.optimize > 1:
        raise UsageError(
            "Python runs without docstrings (-OO, PYTHONOPTIMIZE=2), and Transformers does not load without its own",
            "Start it with -O or PYTHONOPTIMIZE=1 at most.",
        )


def _load(path: str, overrides: list[str], command: "Command") -> "Recipe":
    from instructgpt_cli.recipe import load

    return load.load(path, overrides, command)
