"""`pretrain` and `finetune`: the same run, from different beginnings."""

from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.system import adapter_folder, offline, torchrun
from instructgpt_cli.system.lazy_imports import uncollected
from instructgpt_cli.terminal.console import Console


def run(recipe: Recipe, *, command: str, dry_run: bool, smoke: bool, fresh: bool, json: bool, quiet: bool) -> None:
    """Trains as the recipe says, continuing what an earlier start of the same command left."""
    if dry_run or smoke:
        torchrun.refuse("--dry-run" if dry_run else "--smoke")
    sources = (*recipe.data.train, *recipe.data.validation)
    offline.settle_network(
        [adapter_folder.whole_model(recipe.model.path), recipe.tokenizer.path, *(source.path for source in sources)]
    )
    # Only now torch and transformers may be imported: both read their surroundings once.
    with uncollected():
        from instructgpt_cli.commands.train import dry_run as dry
        from instructgpt_cli.commands.train import run as train_run
        from instructgpt_cli.commands.train import smoke as small

    console = Console(json=json, quiet=quiet)
    if dry_run:
        dry.run(recipe, console)
    elif smoke:
        small.run(recipe, command, console)
    else:
        train_run.train(recipe, command, console, fresh=fresh)
