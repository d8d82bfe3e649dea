"""Whether the run in a folder may continue, and whether it is finished."""

import json as json_module
from dataclasses import replace

from instructgpt_cli import __version__
from instructgpt_cli.commands.train.running import write_report
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.recipe.learning_rate import with_learning_rate
from instructgpt_cli.recipe.schema import Recipe, Train
from instructgpt_cli.run.folder import RunFolder
from instructgpt_cli.run.identity import began_as, continued, kept
from instructgpt_cli.run.metrics_log import read_metrics
from instructgpt_cli.run.record import RunRecord, Tokenized
from instructgpt_cli.system import atomic_files
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import checkpoint
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.step import TrainState


def with_begun_keys(recipe: Recipe, folder: RunFolder, begun: RunRecord) -> tuple[Recipe, str]:
    """The recipe of a run that has begun: a key that it does not give has the value that the run began with. Also
    returns those keys whose default is different now."""
    found = with_learning_rate(continued(recipe, began_as(begun.identity, folder.path)))
    others = kept(with_learning_rate(recipe), found)
    return found, ", ".join(f"{key}: {json_module.dumps(value, ensure_ascii=False)}" for key, value in others.items())


def refuse_other_tokens(folder: RunFolder, begun: RunRecord, now: Tokenized) -> None:
    """Raises `UsageError` if this version encodes the same rows to other ids than the one that began the run."""
    before = begun.tokenized
    if before is not None and before != now:
        raise UsageError(
            f"{folder.path}: this version ({__version__}) encodes the training rows differently: {_amount(now)}; "
            f"the run began with {_amount(before)}",
            f"Continue with the version that began it ({begun.versions.get('instructgpt', 'see run.json')}), choose "
            "another output_dir, or start over with --fresh (the old run is kept beside it).",
        )


def _amount(of: Tokenized) -> str:
    return f"{of.sequences:,} sequences of {of.tokens:,} tokens, {of.targets:,} of them targets"


def refuse_shorter(folder: RunFolder, begun: RunRecord, train: Train, total: int | None) -> None:
    """Raises `UsageError` if the recipe requests a shorter run than what is done: there are no weights of that length,
    and the learning rate was not scheduled for it."""
    reached = _reached(folder, begun)
    asked = ""
    if train.max_steps and reached.step > train.max_steps:
        asked = f"has taken {reached.step:,} steps, and train.max_steps is {train.max_steps:,}"
    elif train.epochs and total and train.epochs < (begun.epochs or 0) and reached.step > total:
        asked = f"has taken {reached.step:,} steps, and {train.epochs:g} epochs are {total:,}"
    elif train.budget and reached.ended > float(train.budget):
        asked = f"has trained for {reached.ended:g} s, and train.budget is {float(train.budget):g} s"
    if asked:
        raise UsageError(
            f"{folder.path}: this run {asked}",
            "It cannot be made shorter. Ask for as much as it has done, or more, to keep it; for a shorter run choose "
            "another output_dir, or start over with --fresh (the old run is kept beside it).",
        )


def is_finished(folder: RunFolder, begun: RunRecord, train: Train, total: int | None, console: Console) -> bool:
    """Whether the run is finished, which is logged. Raises `ModelError` if a longer run has no checkpoint to continue
    from."""
    if begun.state != "finished":
        return False
    found = checkpoint.steps(folder.checkpoints)
    if not _reached(folder, begun).is_complete(total, float(train.budget or 0)):
        if not found:
            raise ModelError(
                f"{folder.checkpoints}: is empty: a longer run has no checkpoint to continue from",
                "--fresh starts over and keeps the old run beside the new one.",
            )
        return False
    if found and begun.keep not in (None, train.keep):
        return False
    fault = atomic_files.verify(folder.model)
    if fault.endswith("missing") and found:
        console.warn(f"{folder.model}: {fault}; writing it again")
        return False
    if fault:
        console.warn(f"{folder.model}: {fault}", "Move it away and run this again: it is written from the checkpoint.")
    if not folder.report.exists():  # there was no room for it, or it was removed
        write_report(folder, console)
    console.message(f"already complete: {folder.model}; --fresh starts over")
    console.event({"event": "complete", "model": str(folder.model)})
    return True


def _reached(folder: RunFolder, begun: RunRecord) -> RunState:
    if checkpoint.steps(folder.checkpoints):
        return checkpoint.latest(folder.checkpoints)
    return RunState(begun.steps, ended=begun.budget)


def resume(folder: RunFolder, state: TrainState, console: Console) -> tuple[TrainState, RunState]:
    """Loads the newest whole checkpoint; without one, the run begins. Returns the state of that checkpoint, with
    micro-batches as small as they had become. Collective."""
    run_state, damaged = checkpoint.resume(folder.checkpoints, state.model, state.optimizers, state.group)
    for fault in damaged:
        console.warn(f"{folder.checkpoints}/{fault}; continuing from the one before")
    wanted, used = (run_state and run_state.micro_batch_tokens) or (0, 0)
    if wanted == state.wanted_micro_batch_tokens:
        state = replace(state, micro_batch_tokens=used)
    here = state.environment
    if run_state is None:
        if state.group.is_main and (done := len(read_metrics(folder.path / "metrics.jsonl"))):
            console.message(
                f"{folder.checkpoints}: no checkpoint of the {done:,} logged steps: starting again from step 0"
            )
        limit = (state.wanted_micro_batch_tokens, state.micro_batch_tokens)
        return state, RunState(environment=here, micro_batch_tokens=limit)
    if run_state.environment != here:
        console.warn(f"continued, not bit-exact: began with {run_state.environment}, now {here}")
    console.message(f"continuing after step {run_state.step}")
    return state, replace(run_state, environment=here, ended=0.0)
