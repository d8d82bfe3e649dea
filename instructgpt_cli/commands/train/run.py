"""One start of a training run, the same program on every rank.

lock the folder -> tokenizer, data -> may this folder be continued? -> model, optimizer -> newest whole checkpoint
-> train, with a checkpoint now and then -> RUN/model, samples, report
"""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import torch

from instructgpt_cli.commands.text_pipeline import TextPipeline, load_text_pipeline_begun
from instructgpt_cli.commands.train import continuing
from instructgpt_cli.commands.train.build import (
    build_sharded_model,
    load_datasets,
    make_batch_plan,
    make_train_state,
    read_fingerprints,
)
from instructgpt_cli.commands.train.running import Run
from instructgpt_cli.commands.train.summary import rows_read
from instructgpt_cli.dataset.batch_plan import BatchPlan
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.dataset.tokenize import cache_folder, sources_fingerprints
from instructgpt_cli.errors import DataError, Interrupted
from instructgpt_cli.model import load
from instructgpt_cli.model.device import choose_device
from instructgpt_cli.recipe import learning_rate
from instructgpt_cli.recipe.continued_adapter import with_adapter
from instructgpt_cli.recipe.learning_rate import with_learning_rate
from instructgpt_cli.recipe.load import dump_recipe
from instructgpt_cli.recipe.schema import Recipe, Train
from instructgpt_cli.run import record
from instructgpt_cli.run.folder import RunFolder, refuse_own, versions
from instructgpt_cli.run.identity import FINGERPRINT, binding, refuse_changes, refuse_other_contents
from instructgpt_cli.run.record import RunRecord, Tokenized
from instructgpt_cli.system import atomic_files, torchrun
from instructgpt_cli.system.signals import StopRequest, pass_on
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import distributed
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import ProcessGroup
from instructgpt_cli.training.heartbeat import TORCHRUN_ENDED
from instructgpt_cli.training.step import TrainState


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of a run, the same on every rank."""

    text: TextPipeline
    data: tuple[TokenizedDataset, TokenizedDataset | None]
    plan: BatchPlan
    total_steps: int | None
    identity: dict[str, Any]

    @property
    def tokenized(self) -> Tokenized:
        data = self.data[0]
        return Tokenized(len(data), int(data.lengths.sum()), int(data.targets.sum()))


def train(recipe: Recipe, command: str, console: Console, *, fresh: bool, stop_at: int | None = None) -> None:
    """One start of a run. `stop_at` ends it after that step, as a signal would."""
    assert recipe.output_dir is not None
    device = choose_device(recipe.device)
    with distributed.join(device, console.error, console.warn) as group:
        folder = RunFolder(Path(recipe.output_dir))
        if group.is_main:
            load.check_named(recipe.model)
            lora = recipe.train.lora
            read = {"model.path": recipe.model.path, "tokenizer.path": recipe.tokenizer.path}
            refuse_own(folder.path, {**read, "train.lora.from": lora.from_ if lora else None})
        else:
            pass_on(group.pass_on)
            console = Console(silent=True)
        with folder if group.is_main else nullcontext():
            stopped = _run(recipe, command, folder, device, group, console, fresh=fresh, stop_at=stop_at)
    if stopped:
        raise stopped


def _run(
    recipe: Recipe,
    command: str,
    folder: RunFolder,
    device: torch.device,
    group: ProcessGroup,
    console: Console,
    *,
    fresh: bool,
    stop_at: int | None,
) -> Interrupted | None:
    """Returns the signal that stopped the run, if any."""
    begun = group.decide(lambda: _found(folder, fresh, console))
    if begun:
        recipe, kept = continuing.with_begun_keys(recipe, folder, begun)
        group.decide(partial(refuse_changes, begun.identity, recipe, command, folder.path))
        if kept:
            console.message(f"kept as this run began, because the recipe does not set them: {kept}")
    elif recipe.train.lr is None:
        console.message(f"learning rate: {learning_rate.describe(recipe)}")
    recipe = with_adapter(with_learning_rate(recipe))
    with group.doing("reading the data"):
        inputs = _read(recipe, command, folder, begun, group, console)
    if begun and group.decide(lambda: _is_finished(recipe.train, folder, begun, inputs, console)):
        return None
    rows_read(recipe.data, inputs.data, inputs.text.encoder.notes, console)
    with group.doing("loading the model"):
        state = _build(recipe, inputs, device, group, console)
        group.barrier()
        state, run_state = continuing.resume(folder, state, console)
    now = group.decide(lambda: _record(recipe, command, folder, begun, inputs))
    if begun and begun.validation not in (None, now.validation):
        console.message("the validation data have changed: the lowest validation loss is reset")
        run_state = replace(run_state, best_loss=None, best_step=0)
    base = str(inputs.identity[f"{FINGERPRINT}model"])
    run = Run(recipe, command, folder, state, inputs.text, inputs.data[0].row_counts, console, base)
    with StopRequest(partial(_stopping, console)) if group.is_main else nullcontext(StopRequest()) as stop:
        run_state = run.train(run_state, stop, stop_at)
    if signal := group.decide(lambda: stop.received):
        return _stopped(signal, run_state)
    if run_state.is_complete(inputs.total_steps, float(recipe.train.budget or 0)):
        try:
            with group.doing("writing the finished model"):
                run.finish(run_state, now)
        except KeyboardInterrupt as interrupt:
            raise _stopped(str(interrupt) or "a signal", run_state) from None
    return None


def _found(folder: RunFolder, fresh: bool, console: Console) -> RunRecord | None:
    """The record of the run in the folder, which `fresh` moves aside."""
    if fresh and (aside := folder.set_aside()):
        console.message(f"the earlier run is kept in {aside}")
    begun = folder.record()
    if begun and (newer := record.unknown_keys(folder.path)):
        console.warn(f"{folder.path / record.NAME}: {', '.join(newer)}: keys of a newer version, which are dropped")
    return begun


def _read(
    recipe: Recipe, command: str, folder: RunFolder, begun: RunRecord | None, group: ProcessGroup, console: Console
) -> Inputs:
    """Loads the tokenizer and the data: rank 0 first, which fills the token cache. Raises `DataError` on a rank that
    reads other files than rank 0."""
    with group.main_first():
        text = load_text_pipeline_begun(recipe.model, recipe.tokenizer, recipe.data, folder.path, begun)
        prints = read_fingerprints(recipe.model, recipe.train.lora, recipe.data.train, text)
        if begun and group.is_main:
            refuse_other_contents(begun.identity, prints, recipe.data.train, recipe.model.path, folder.path)
        data = load_datasets(recipe.data, recipe.train.validation_rows, text, cache_folder(), console)
        plan, total = make_batch_plan(recipe.train, recipe.data.train, recipe.seed, data[0])
    inputs = Inputs(text, data, plan, total, {**binding(recipe, command), **prints})
    refuse_other_inputs(inputs.identity, group.decide(lambda: inputs.identity), group.rank)
    return inputs


def refuse_other_inputs(here: Mapping[str, Any], main: Mapping[str, Any], rank: int) -> None:
    """Raises `DataError` if this rank's identity of the run differs from that of rank 0."""
    if keys := [key for key in sorted(here.keys() | main.keys()) if here.get(key) != main.get(key)]:
        raise DataError(
            f"rank {rank} reads other data, another model or another recipe than rank 0: {', '.join(keys)}",
            "Give every machine the same files.",
        )


def _is_finished(train: Train, folder: RunFolder, begun: RunRecord, inputs: Inputs, console: Console) -> bool:
    """Raises `UsageError` if the run may not continue with this recipe."""
    continuing.refuse_other_tokens(folder, begun, inputs.tokenized)
    continuing.refuse_shorter(folder, begun, train, inputs.total_steps)
    return continuing.is_finished(folder, begun, train, inputs.total_steps, console)


def _build(recipe: Recipe, inputs: Inputs, device: torch.device, group: ProcessGroup, console: Console) -> TrainState:
    """The model and optimizer of every rank."""
    tokenizer, max_length = inputs.text.tokenizer, recipe.data.max_length
    sharded_model = build_sharded_model(
        recipe.model, recipe.train, tokenizer, max_length, recipe.seed, device, group, console
    )
    with group.same_faults():
        state, why_padded = make_train_state(
            recipe.train, recipe.model, recipe.seed, sharded_model, inputs.data, inputs.plan, inputs.total_steps, group
        )
    if why_padded:
        console.message(f"sequences are padded, not packed: {why_padded}")
    return state


def _record(recipe: Recipe, command: str, folder: RunFolder, begun: RunRecord | None, inputs: Inputs) -> RunRecord:
    """Writes tokenizer, recipe.yaml and run.json, before the first step."""
    text = inputs.text
    if recipe.tokenizer.train and not (begun and (folder.path / "tokenizer").exists()):
        atomic_files.publish(folder.path / "tokenizer", lambda staging: text.tokenizer.save_pretrained(staging))
    atomic_files.write_file(folder.path / "recipe.yaml", dump_recipe(recipe))
    now = RunRecord(
        command=command,
        identity=inputs.identity,
        versions=versions(),
        notes=list(text.encoder.notes),
        validation=[*sources_fingerprints(recipe.data.validation), recipe.train.validation_rows],
        keep=recipe.train.keep,
        epochs=recipe.train.epochs,
        text_frame=None if begun and begun.text_frame is None else [*text.encoder.text_frame],
        tokenized=inputs.tokenized,
        date=text.encoder.day,
    )
    record.write(folder.path, now)
    return now


def _stopping(console: Console, signal: str) -> None:
    is_killed = torchrun.has_started() and not signal.startswith(TORCHRUN_ENDED)
    kill = "; torchrun kills it after its --shutdown-timeout, by default 30 s" if is_killed else ""
    console.message(f"{signal}: stopping once this step is saved; a second signal leaves at once, without it{kill}")


def _stopped(signal: str, run_state: RunState) -> Interrupted:
    return Interrupted(
        f"stopped by {signal} after step {run_state.step}; the checkpoint is on disk",
        "The same command continues from there.",
    )
