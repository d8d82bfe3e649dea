"""`pretrain` and `finetune`: a training run, a dry run or a smoke test."""

from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.system import adapter_folder, allocator, offline, torchrun
from instructgpt_cli.system.lazy_imports import uncollected
from instructgpt_cli.terminal.console import Console


def run(
    recipe: Recipe,
    *,
    command: str,
    dry_run: bool,
    smoke: bool,
    fresh: bool,
    json: bool,
    quiet: bool,
    estimate_for: str | None = None,
) -> None:
    """Trains the recipe, continuing the run in its output_dir, if any. `estimate_for` is the card of a dry run."""
    if dry_run or smoke:
        torchrun.refuse("--dry-run" if dry_run else "--smoke")
    sources = (*recipe.data.train, *recipe.data.validation)
    model = adapter_folder.whole_model(recipe.model.path)
    offline.settle_network([model, recipe.tokenizer.path, *(source.path for source in sources)])
    allocator.use_expandable_segments()
    torchrun.quiet_torch()
    # Only now may torch and transformers be imported: both read their environment at import.
    with uncollected():
        from instructgpt_cli.commands.train import dry_run as dry
        from instructgpt_cli.commands.train import estimate_for as estimates
        from instructgpt_cli.commands.train import run as train_run
        from instructgpt_cli.commands.train import smoke as small

    console = Console(json=json, quiet=quiet)
    if estimate_for is not None:
        estimates.run(recipe, estimate_for, console)
    elif dry_run:
        dry.run(recipe, console)
    elif smoke:
        small.run(recipe, command, console)
    else:
        train_run.train(recipe, command, console, fresh=fresh)
