"""One start of a training run.

lock the folder -> tokenizer, data -> may this folder be continued? -> model, optimizer -> newest whole checkpoint
-> train, with a checkpoint now and then -> RUN/model, samples, report
"""

import json as json_module
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import torch

from instructgpt_cli import __version__
from instructgpt_cli.commands.text_pipeline import load_text_pipeline_of_run
from instructgpt_cli.commands.train.build import (
    build_model,
    choosing_shard_group,
    load_datasets,
    make_batch_plan,
    make_train_state,
    read_fingerprints,
)
from instructgpt_cli.commands.train.running import Run, write_report
from instructgpt_cli.commands.train.summary import rows_read
from instructgpt_cli.commands.train.team import digest_number, run_worker
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.dataset.tokenize import cache_folder, sources_fingerprints
from instructgpt_cli.errors import Interrupted, ModelError, UsageError
from instructgpt_cli.model import load
from instructgpt_cli.recipe import learning_rate
from instructgpt_cli.recipe.learning_rate import with_learning_rate
from instructgpt_cli.recipe.load import dump
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run import record
from instructgpt_cli.run.folder import RunFolder, refuse_own, versions
from instructgpt_cli.run.identity import began_as, binding, continued, kept, refuse_changes, refuse_other_contents
from instructgpt_cli.run.metrics_log import read_metrics
from instructgpt_cli.run.record import RunRecord, Tokenized
from instructgpt_cli.system import atomic_files
from instructgpt_cli.system.signals import StopRequest
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import checkpoint, distributed
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import Call, ProcessGroup
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState


def train(recipe: Recipe, command: str, console: Console, *, fresh: bool, stop_at: int | None = None) -> None:
    """One start of a run. `stop_at` leaves it after that step, as a signal would."""
    device = load.choose_device(recipe.device)
    with distributed.join(device) as group:
        if group.is_main:
            _lead(recipe, command, console, device, group, fresh=fresh, stop_at=stop_at)
        else:
            run_worker(recipe, command, device, group)


def _lead(
    recipe: Recipe,
    command: str,
    console: Console,
    device: torch.device,
    group: ProcessGroup,
    *,
    fresh: bool,
    stop_at: int | None,
) -> None:
    assert recipe.output_dir is not None
    load.check_named(recipe.model)
    refuse_own(Path(recipe.output_dir), {"model.path": recipe.model.path, "tokenizer.path": recipe.tokenizer.path})
    with RunFolder(Path(recipe.output_dir)) as folder:
        if fresh and (aside := folder.set_aside()):
            console.message(f"the earlier run is kept in {aside}")
        begun = folder.record()
        if begun:
            if newer := record.unknown_keys(folder.path):
                console.warn(f"{folder.path / record.NAME}: {', '.join(newer)}: of a newer version, and not kept")
            recipe = _as_begun(recipe, command, folder, begun.identity, console)
        elif recipe.train.lr is None:
            console.message(f"learning rate: {learning_rate.describe(recipe)}")
        recipe = with_learning_rate(recipe)
        text = load_text_pipeline_of_run(recipe)
        prints = read_fingerprints(recipe, text)
        if begun:
            refuse_other_contents(begun.identity, prints, recipe, folder.path)
        identity = {**binding(recipe, command), **prints}
        data = load_datasets(recipe, text, cache_folder(), console)
        plan, total = make_batch_plan(recipe, data[0])
        tokenized = _tokenized(data[0])
        if begun:
            _refuse_other_tokens(folder, begun, tokenized)
            _refuse_shorter(folder, begun, recipe, total)
            if begun.state == "finished" and _was_finished(folder, begun, recipe, total, console):
                return
        rows_read(recipe, data, text, console)
        model = build_model(recipe, text, device, console)
        group.call(Call.BEGIN, digest_number(identity))
        group.broadcast_object(identity)
        with group.in_lockstep():
            with choosing_shard_group(recipe, group) as shard_group:
                sharded_model = ShardedModel(model, device, shard_group)
            state, why_padded = make_train_state(recipe, sharded_model, data, plan, total, group)
        if why_padded:
            console.message(f"sequences are padded, not packed: {why_padded}")
        run_state = _continue(folder, state, console)
        judged = [*sources_fingerprints(recipe.data.validation), recipe.train.validation_rows]
        if begun and begun.validation not in (None, judged):
            console.message("the validation data are others than before: the lowest loss on them is still to be found")
            run_state = replace(run_state, best_loss=None, best_step=0)
        if recipe.tokenizer.train and not (begun and (folder.path / "tokenizer").exists()):
            atomic_files.publish(folder.path / "tokenizer", lambda staging: text.tokenizer.save_pretrained(staging))
        atomic_files.write_file(folder.path / "recipe.yaml", dump(recipe))
        now = RunRecord(
            command=command,
            identity=identity,
            versions=versions(),
            notes=list(text.encoder.notes),
            validation=judged,
            keep=recipe.train.keep,
            epochs=recipe.train.epochs,
            text_frame=None if begun and begun.text_frame is None else [*text.encoder.text_frame],
            tokenized=tokenized,
            date=text.encoder.day,
        )
        record.write(folder.path, now)
        run_ = Run(recipe, command, folder, state, text, data[0].row_counts, console)
        with StopRequest(partial(_stopping, console)) as stop:
            run_state = run_.train(run_state, stop, stop_at)
        if stop.received:
            raise _stopped(stop.received, run_state)
        if stop_at is not None and not _is_complete(recipe, total, run_state):
            return
        try:
            run_.finish(run_state, now)
        except KeyboardInterrupt as signal:
            raise _stopped(str(signal) or "a signal", run_state) from None


def _as_begun(recipe: Recipe, command: str, folder: RunFolder, begun: dict[str, Any], console: Console) -> Recipe:
    """The recipe of a run that has begun: what it does not give is as it was then, which is said."""
    found = with_learning_rate(continued(recipe, began_as(begun, folder.path)))
    refuse_changes(begun, found, command, folder.path)
    if others := kept(with_learning_rate(recipe), found):
        told = ", ".join(f"{key}: {json_module.dumps(value, ensure_ascii=False)}" for key, value in others.items())
        console.message(f"as this run began, and the recipe does not give: {told}")
    return found


def _continue(folder: RunFolder, state: TrainState, console: Console) -> RunState:
    """Goes to where the newest whole checkpoint is; the beginning where there is none."""
    run_state, damaged = checkpoint.resume(
        folder.checkpoints, state.model, state.optimizers, state.sharded_model.shard_group
    )
    for fault in damaged:
        console.warn(f"{folder.checkpoints}/{fault}; going back to the one before")
    here = state.environment
    if run_state is None:
        if learnt := len(read_metrics(folder.path / "metrics.jsonl")):
            console.message(f"{folder.checkpoints}: holds none of the {learnt:,} steps before: beginning again")
        return RunState(environment=here)
    if run_state.environment != here:
        console.warn(f"continued, not bit-exact: began with {run_state.environment}, now {here}")
    console.message(f"continuing after step {run_state.step}")
    return replace(run_state, environment=here, ended=0.0)


def _tokenized(data: TokenizedDataset) -> Tokenized:
    return Tokenized(len(data), int(data.lengths.sum()), int(data.targets.sum()))


def _refuse_other_tokens(folder: RunFolder, begun: RunRecord, now: Tokenized) -> None:
    """Raises `UsageError` where the same rows, recipe and tokenizer give other ids than when the run began."""
    before = begun.tokenized
    if before is not None and before != now:
        raise UsageError(
            f"{folder.path}: this version ({__version__}) encodes the training rows otherwise: {_amount(now)}; the run "
            f"began with {_amount(before)}",
            f"Go on with the version that began it ({begun.versions.get('instructgpt', 'see run.json')}), choose "
            "another output_dir, or start over with --fresh (the old run is kept beside it).",
        )


def _amount(of: Tokenized) -> str:
    return f"{of.sequences:,} sequences of {of.tokens:,} tokens, {of.targets:,} of them targets"


def _refuse_shorter(folder: RunFolder, begun: RunRecord, recipe: Recipe, total: int | None) -> None:
    """Raises `UsageError` where the recipe asks for less than what the run has done: no weights of that length exist,
    nor did the learning rate fall towards it."""
    train, reached = recipe.train, _reached(folder, begun)
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


def _reached(folder: RunFolder, begun: RunRecord) -> RunState:
    if checkpoint.steps(folder.checkpoints):
        return checkpoint.latest(folder.checkpoints)
    return RunState(begun.steps, ended=begun.budget)


def _is_complete(recipe: Recipe, total_steps: int | None, run_state: RunState) -> bool:
    if total_steps is not None:
        return run_state.step >= total_steps
    assert isinstance(recipe.train.budget, float)
    return run_state.ended >= recipe.train.budget


def _was_finished(folder: RunFolder, begun: RunRecord, recipe: Recipe, total: int | None, console: Console) -> bool:
    """Whether a finished run has nothing left to do, which is said. Raises `ModelError` where a longer run has no
    checkpoint left to go on from."""
    found = checkpoint.steps(folder.checkpoints)
    reached = _reached(folder, begun)
    if not _is_complete(recipe, total, reached):
        if not found:
            raise ModelError(
                f"{folder.checkpoints}: is empty: there is nothing that a longer run could go on from",
                "--fresh starts over and keeps the old run beside the new one.",
            )
        return False
    if found and begun.keep not in (None, recipe.train.keep):
        return False
    fault = atomic_files.verify(folder.model)
    if fault.endswith("missing") and found:
        console.warn(f"{folder.model}: {fault}; it is written again")
        return False
    if fault:
        console.warn(f"{folder.model}: {fault}", "Move it away and run this again: it is made from the checkpoint.")
    if not folder.report.exists():  # there was no room for it, or somebody took it away
        write_report(folder, console)
    console.message(f"already complete: {folder.model}; --fresh starts over")
    console.event({"event": "complete", "model": str(folder.model)})
    return True


def _stopping(console: Console, signal: str) -> None:
    console.message(f"{signal}: stopping once this step is saved; a second signal leaves at once, without it")


def _stopped(signal: str, run_state: RunState) -> Interrupted:
    return Interrupted(
        f"stopped by {signal} after step {run_state.step}; the checkpoint is on disk",
        "The same command continues from there.",
    )
