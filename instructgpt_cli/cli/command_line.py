"""The command line: its commands, their arguments and their help.

Help must be fast and errors in a recipe must be reported at once, so this module imports only Typer. Each command loads
its recipe first and imports its own code, and with it torch, after that.
"""

from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer.core import TyperGroup

from instructgpt_cli.cli import options
from instructgpt_cli.errors import UsageError
from instructgpt_cli.suggest import nearest

if TYPE_CHECKING:
    from instructgpt_cli.recipe.requirements import Command
    from instructgpt_cli.recipe.schema import Recipe

app = typer.Typer(
    cls=options.CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: instructgpt recipes list",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
recipes = typer.Typer(cls=options.CommandGroup, help="List, show and copy the shipped recipes.")
app.add_typer(recipes, name="recipes")


def group() -> TyperGroup:
    """All commands, in the order in which a model's life needs them; Typer puts groups last."""
    commands = typer.main.get_command(app)
    assert isinstance(commands, TyperGroup)
    commands.commands["report"] = commands.commands.pop("report")
    return commands


def _print_version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:  # it is set while the shell asks for completions
        from instructgpt_cli import about

        typer.echo("\n".join(about.version_lines()))
        raise typer.Exit


@app.callback()
def instructgpt(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show versions and exit.")
    ] = False,
) -> None:
    """Pretrain, finetune, run and evaluate instruction-following language models.

    RECIPE is a YAML file or the name of a shipped recipe. Words after it, such as train.lr=3e-4, override its values.
    Set OMP_NUM_THREADS=1 to use one CPU thread.
    """


@app.command()
def pretrain(
    recipe: options.RecipeFile,
    overrides: options.Overrides,
    dry_run: options.DryRun = False,
    estimate_for: options.EstimateFor = None,
    smoke: options.Smoke = False,
    fresh: options.Fresh = False,
    json: options.Events = False,
    quiet: options.Quiet = False,
) -> None:
    """Train a base model on text and dialogues.

    It starts from random weights, or from an existing model.

    \b
    instructgpt pretrain quickstart/pretrain
    instructgpt pretrain mine.yaml --dry-run train.lr=3e-4
    """
    _train("pretrain", recipe, overrides, dry_run, estimate_for, smoke, fresh, json, quiet)


@app.command()
def finetune(
    recipe: options.RecipeFile,
    overrides: options.Overrides,
    dry_run: options.DryRun = False,
    estimate_for: options.EstimateFor = None,
    smoke: options.Smoke = False,
    fresh: options.Fresh = False,
    json: options.Events = False,
    quiet: options.Quiet = False,
) -> None:
    """Finetune a model on instructions and answers.

    The loss is computed on answer tokens only; instructions are context.

    \b
    instructgpt finetune quickstart/finetune
    instructgpt finetune mine.yaml train.epochs=3 output_dir=runs/second
    """
    _train("finetune", recipe, overrides, dry_run, estimate_for, smoke, fresh, json, quiet)


def _train(
    command: Literal["pretrain", "finetune"],
    path: str,
    overrides: list[str],
    dry_run: bool,
    estimate_for: str | None,
    smoke: bool,
    fresh: bool,
    json: bool,
    quiet: bool,
) -> None:
    if dry_run and (smoke or fresh):
        raise UsageError(f"--dry-run contradicts {'--smoke' if smoke else '--fresh'}", "A dry run writes nothing.")
    if estimate_for is not None and not dry_run:
        raise UsageError("--estimate-for needs --dry-run", "It computes memory and time on a card and trains nothing.")
    recipe = _load(path, overrides, command)
    from instructgpt_cli.commands.train import command as train

    train.run(
        recipe,
        command=command,
        dry_run=dry_run,
        estimate_for=estimate_for,
        smoke=smoke,
        fresh=fresh,
        json=json,
        quiet=quiet,
    )


@app.command()
def generate(
    recipe: Annotated[str, typer.Argument(metavar="RECIPE|MODEL", help="A recipe, a model folder or a Hub id.")],
    overrides: options.Overrides,
    prompts: options.Prompts = None,
    input: options.Input = None,
    output: options.Output = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Continue the --output file of an interrupted command.")
    ] = False,
    chat: Annotated[bool, typer.Option("--chat", help="Chat with the model.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print answers as JSON, one object per line.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Answer instructions with a trained model.

    Sampling settings are overrides: temperature=0.7 top_p=0.9 max_new_tokens=100.

    \b
    instructgpt generate runs/mine/model --prompt "Reverse: a b c"
    instructgpt generate mine.yaml --input questions.jsonl --output answers.jsonl
    instructgpt generate runs/mine/model --chat
    """
    if chat and (prompts or input is not None or output is not None or json):
        raise UsageError(
            "--chat cannot be used with --prompt, --input, --output or --json", "Leave out one or the other."
        )
    if prompts and input is not None:
        raise UsageError("--prompt and --input contradict each other", "Use one of them.")
    if resume and output in (None, "-"):
        raise UsageError("--resume needs --output FILE", "Only a file can be resumed.")
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
    json: Annotated[bool, typer.Option("--json", help="Print scores as JSON.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Score a model on held-out rows.

    With --fail-under, it is a gate for CI. Generated answers are compared with the references of their row, and the
    best match counts:

    \b
    loss         nats per answer token; with perplexity, bits_per_byte
    exact_match  the same characters; with exact_match_normalised, contrast
    f1           words in common (characters in Chinese, Japanese); 0 to 1
    squad_f1     F1 of SQuAD's official script; 0 to 100
    rouge_l      longest common subsequence of words; 0 to 1
    bleu, chrf   sacrebleu's, over all rows together; 0 to 100

    `eval.metrics=[...]` selects the metrics; a gate can use any of them.

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
    json: Annotated[bool, typer.Option("--json", help="Print a JSON object per row: text, ids, mask, error.")] = False,
) -> None:
    """Show exactly what the model is trained on.

    Tokens with the targets marked, lengths, and which rows are refused or cut, and why.

    \b
    instructgpt inspect mine.yaml --rows 3
    instructgpt inspect mine.yaml --split validation --json > rows.jsonl
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
    """List the recipes with their purpose."""
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
    dest: Annotated[str | None, typer.Argument(metavar="[DEST]", help="Destination folder or file.")] = None,
) -> None:
    """Copy a recipe or a folder of them to DEST (default: here)."""
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

    RUN_DIR/report.html has its curves, samples, scores and settings in one file.
    """
    from instructgpt_cli.commands import report as command

    command.run(run_dir)


def _load(path: str, overrides: list[str], command: "Command") -> "Recipe":
    from instructgpt_cli.recipe import load

    return load.load(path, overrides, command)
