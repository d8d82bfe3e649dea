"""Arguments and options that commands share, and the group of commands with suggestions for unknown ones."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from instructgpt_cli.errors import ExitCode, UsageError
from instructgpt_cli.suggest import COMMANDS_ELSEWHERE, FOREIGN_COMMANDS, nearest

RecipeFile = Annotated[str, typer.Argument(metavar="RECIPE", help="A YAML file or the name of a shipped recipe.")]
Overrides = Annotated[
    list[str],
    typer.Argument(
        metavar="[KEY=VALUE]...", default_factory=list, show_default=False, help="Override values of the recipe."
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Check, count and estimate everything; write nothing.")]
EstimateFor = Annotated[
    str | None,
    typer.Option(
        "--estimate-for", metavar="CARD", help="With --dry-run: memory and time on a h200, a100-80g, 4090, ..."
    ),
]
Smoke = Annotated[bool, typer.Option("--smoke", help="Try every step in seconds: a tiny random model, a few rows.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Start over instead of resuming.")]
Events = Annotated[bool, typer.Option("--json", help="Print events as JSON, one object per line.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print only warnings, errors and results.")]
Prompts = Annotated[
    list[str] | None, typer.Option("--prompt", metavar="TEXT", help="An instruction to answer; can be repeated.")
]
Input = Annotated[
    str | None,
    typer.Option("--input", metavar="FILE", help="Read instructions from a JSONL or text file; - is standard input."),
]
Output = Annotated[
    str | None, typer.Option("--output", metavar="FILE", help="Write answers as JSONL; - is standard output.")
]
Gates = Annotated[
    list[str] | None,
    typer.Option("--fail-under", metavar="METRIC=VALUE", help="Exit with code 7 if a score is worse; can be repeated."),
]
Rows = Annotated[
    int | None,
    typer.Option("--rows", min=1, metavar="N", help="Show the first N rows; --json shows all by default."),
]
Split = Annotated[
    str, typer.Option("--split", metavar="NAME", show_default=False, help="train (the default) or validation.")
]
RecipeName = Annotated[str, typer.Argument(metavar="NAME", help="A name from `instructgpt recipes list`.")]


class CommandGroup(TyperGroup):
    """A group that shows its help if no command is given, and suggests one for an unknown command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(ExitCode.USAGE)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        word = args[0]
        if word not in self.commands and not word.startswith("-") and not ctx.resilient_parsing:
            hint = COMMANDS_ELSEWHERE.get(word)
            if near := None if hint else FOREIGN_COMMANDS.get(word) or nearest(word, self.commands):
                hint = f"Did you mean {near}?"
            raise UsageError(
                f"no such command: {ctx.command_path} {word}", hint or f"Commands: {', '.join(self.commands)}."
            )
        return super().resolve_command(ctx, args)
