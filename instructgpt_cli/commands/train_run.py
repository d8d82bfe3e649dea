"""One start of a training run.

lock the folder -> tokenizer, data -> may this folder be continued? -> model, optimizer -> newest whole checkpoint
-> train, with a checkpoint now and then -> RUN/model, samples, report
"""

import json as json_module
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import torch

from instructgpt_cli.commands.samples import answer_some
from instructgpt_cli.commands.setup import Text, make_job, make_plan, open_data, open_model, open_text_of_run, placing
from instructgpt_cli.commands.team import help_out, number_of
from instructgpt_cli.commands.telling import closing_table, rows_read
from instructgpt_cli.console import Console
from instructgpt_cli.data.prepare import cache_folder, sources_fingerprints
from instructgpt_cli.errors import Interrupted, ModelError, UsageError, is_out_of_memory
from instructgpt_cli.model import load
from instructgpt_cli.model.files import fingerprint
from instructgpt_cli.recipe.load import dump
from instructgpt_cli.recipe.schema import Model, Recipe
from instructgpt_cli.run import publish, report
from instructgpt_cli.run.metrics import MetricsLog
from instructgpt_cli.run.rundir import RunFolder, identity, refuse_changes, versions
from instructgpt_cli.training import checkpoint, distributed
from instructgpt_cli.training.checkpoint import Progress
from instructgpt_cli.training.distributed import Call, Team
from instructgpt_cli.training.interrupt import StopRequest
from instructgpt_cli.training.loop import Trainer
from instructgpt_cli.training.sharding import Placement
from instructgpt_cli.training.step import Job


def train(recipe: Recipe, command: str, console: Console, *, fresh: bool, stop_at: int | None = None) -> None:
    """One start of a run. `stop_at` leaves it after that step, as a signal would."""
    device = load.choose_device(recipe.device)
    with distributed.join(device) as team:
        if team.leads:
            _lead(recipe, command, console, device, team, fresh=fresh, stop_at=stop_at)
        else:
            help_out(recipe, command, device, team)


def _lead(
    recipe: Recipe,
    command: str,
    console: Console,
    device: torch.device,
    team: Team,
    *,
    fresh: bool,
    stop_at: int | None,
) -> None:
    assert recipe.output_dir is not None
    load.check_named(recipe.model)
    with RunFolder(Path(recipe.output_dir)) as folder:
        if fresh and (aside := folder.set_aside()):
            console.message(f"the earlier run is kept in {aside}")
        text = open_text_of_run(recipe)
        facts = folder.facts()
        contents = sources_fingerprints(recipe.data.train)
        base = fingerprint(recipe.model.path, recipe.model.revision)
        about = identity(recipe, command, contents, text.fingerprint, base)
        if facts:
            refuse_changes(facts["identity"], about, folder.path)
        data = open_data(recipe, text, cache_folder(), console)
        plan, total = make_plan(recipe, data[0])
        if facts.get("state") == "finished" and _was_finished(folder, facts, recipe, total, console):
            return
        rows_read(data, text, console)
        model = open_model(recipe, text, device)
        team.call(Call.BEGIN, number_of(about))
        with team.together():
            with placing(recipe, team) as sharing:
                placement = Placement(model, device, sharing)
            job, why_padded = make_job(recipe, placement, data, plan, total, team)
        if why_padded:
            console.message(f"sequences are padded, not packed: {why_padded}")
        progress = _continue(folder, job, console)
        if recipe.tokenizer.train and not (folder.path / "tokenizer").exists():
            publish.publish(folder.path / "tokenizer", lambda staging: text.tokenizer.save_pretrained(staging))
        publish.write_file(folder.path / "recipe.yaml", dump(recipe))
        facts = {
            "state": "running",
            "command": command,
            "identity": about,
            "versions": versions(),
            "notes": list(text.renderer.notes),
            **({"date": text.renderer.day.isoformat()} if text.renderer.day else {}),
        }
        folder.record(facts)
        run_ = _Run(recipe, command, folder, job, text, console)
        with StopRequest(partial(_stopping, console)) as stop:
            progress = run_.train(progress, stop, stop_at)
        if stop.received:
            raise _stopped(stop.received, progress)
        if stop_at is not None and not _is_complete(recipe, total, progress):
            return
        try:
            run_.finish(progress, facts)
        except KeyboardInterrupt as signal:
            raise _stopped(str(signal) or "a signal", progress) from None


class _Run:
    """A run that is under way: saves, validates and finishes."""

    def __init__(self, recipe: Recipe, command: str, folder: RunFolder, job: Job, text: Text, console: Console) -> None:
        self.recipe, self.command, self.folder = recipe, command, folder
        self.job, self.text, self.console = job, text, console

    def train(self, start: Progress, stop: StopRequest, stop_at: int | None) -> Progress:
        """Trains from `start` to the end, or to a stop; a checkpoint of where it ends is on disk afterwards."""
        log = MetricsLog(self.folder.path, start.step, start.metrics)
        if log.fault:
            self.console.warn(
                f"{self.folder.path / 'metrics.jsonl'}: {log.fault}: it was damaged or edited",
                "The run goes on: only its curves and totals are wrong there, the weights do not depend on them.",
            )
        title = f"{self.command} {self.recipe.output_dir}"
        saved = start.step

        def save(progress: Progress) -> None:
            nonlocal saved
            self.folder.check_held()
            log.flush()
            here = replace(progress, metrics=log.digest)
            job = self.job
            checkpoint.save(self.folder.checkpoints, job.model, job.optimizers, here, job.placement.sharing)
            checkpoint.rotate(self.folder.checkpoints, self.recipe.checkpoint.keep, progress.step)
            saved = progress.step

        def should_stop(progress: Progress) -> bool:
            leaving = bool(stop.received) or progress.step == stop_at
            if leaving or progress.step % self.recipe.checkpoint.every == 0:
                save(progress)
            return leaving

        with self.console.training(title, self.job.total_steps) as display:
            trainer = Trainer(self.job, start, [log, display])
            try:
                trainer.run(
                    on_best=lambda: self._publish("model-best"),
                    should_stop=should_stop,
                    is_leaving=lambda: bool(stop.received),
                )
                if saved != trainer.progress.step:
                    save(trainer.progress)
            finally:
                log.close()
        return trainer.progress

    def _publish(self, name: str) -> None:
        stops = self.text.renderer.stop_ids
        self.folder.check_held()
        model = self.job.placement.gather()
        publish.publish(self.folder.path / name, lambda staging: load.save(model, self.text.tokenizer, stops, staging))

    def finish(self, progress: Progress, facts: dict[str, Any]) -> None:
        """Writes RUN/model, a few samples and the report, and says what came of it. Nothing is moved or removed that
        doing it again, after a kill or for a longer run, would need."""
        best = self.folder.path / "model-best"
        is_last = self.recipe.train.keep == "last" or progress.best_step in (0, progress.step)
        if not is_last:
            if fault := publish.verify(best):
                raise ModelError(
                    f"{best}: {fault}; it held the lowest validation loss",
                    "train.keep=last takes the weights of the last step.",
                )
            self._publish("model-last")
            publish.publish(self.folder.model, lambda staging: _copy_model(best, staging))
            chosen = f"of step {progress.best_step}, the lowest validation loss"
        else:
            self._publish("model")
            chosen = f"of step {progress.step}, the last"
        samples = self._samples(is_last)
        publish.write_file(
            self.folder.samples, "".join(json_module.dumps(s, ensure_ascii=False) + "\n" for s in samples)
        )
        done = {
            "state": "finished",
            "steps": progress.step,
            "seconds": round(progress.seconds, 1),
            "best validation loss": progress.best_loss,
            "best step": progress.best_step,
            "budget": progress.ended,
        }
        self.folder.record({**facts, **done})
        _report(self.folder, self.console)
        closing_table(self.command, self.folder, progress, chosen, samples, self.console)
        self.console.event({"event": "finished", "model": str(self.folder.model), **done})

    def _samples(self, is_last: bool) -> list[dict[str, Any]]:
        """What RUN/model answers. It is read again where this process does not have it, whole and as it is."""
        recipe, job = self.recipe, self.job
        try:
            model = job.model
            if job.is_shared or not is_last:
                dtype = torch.bfloat16 if job.precision == "bf16" and job.is_shared else torch.float32
                model = load.load_pretrained(Model(path=str(self.folder.model)), job.device, dtype)
            sources = recipe.data.validation or recipe.data.train
            found: list[dict[str, Any]] = answer_some(
                model, self.text, sources, recipe.generate, recipe.seed, self.console
            )
            return found
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            self.console.warn(
                "no samples: there is no memory for the finished model beside the one that was trained",
                f"instructgpt generate {self.folder.model} --prompt ...",
            )
            return []


def _continue(folder: RunFolder, job: Job, console: Console) -> Progress:
    """Goes to where the newest whole checkpoint is; the beginning where there is none."""
    progress, damaged = checkpoint.resume(folder.checkpoints, job.model, job.optimizers, job.placement.sharing)
    for fault in damaged:
        console.warn(f"{folder.checkpoints}/{fault}; going back to the one before")
    here = job.environment
    if progress is None:
        return Progress(environment=here)
    if progress.environment != here:
        console.warn(f"continued, not bit-exact: began with {progress.environment}, now {here}")
    console.message(f"continuing after step {progress.step}")
    return replace(progress, environment=here, ended=0.0)


def _is_complete(recipe: Recipe, total_steps: int | None, progress: Progress) -> bool:
    if total_steps is not None:
        return progress.step >= total_steps
    assert isinstance(recipe.train.budget, float)
    return progress.ended >= recipe.train.budget


def _was_finished(
    folder: RunFolder, facts: dict[str, Any], recipe: Recipe, total: int | None, console: Console
) -> bool:
    """Whether a finished run has nothing left to do, which is said. Raises `ModelError` where a longer run has no
    checkpoint left to go on from."""
    found = checkpoint.steps(folder.checkpoints)
    reached = (
        checkpoint.latest(folder.checkpoints)
        if found
        else Progress(facts.get("steps", 0), ended=facts.get("budget", 0.0))
    )
    if not _is_complete(recipe, total, reached):
        if not found:
            raise ModelError(
                f"{folder.checkpoints}: is empty: there is nothing that a longer run could go on from",
                "--fresh starts over and keeps the old run beside the new one.",
            )
        return False
    fault = publish.verify(folder.model)
    if fault.endswith("missing") and found:
        console.warn(f"{folder.model}: {fault}; it is written again")
        return False
    if fault:
        console.warn(f"{folder.model}: {fault}", "Move it away and run this again: it is made from the checkpoint.")
    if not folder.report.exists():  # there was no room for it, or somebody took it away
        _report(folder, console)
    console.message(f"already complete: {folder.model}; --fresh starts over")
    console.event({"event": "complete", "model": str(folder.model)})
    return True


def _report(folder: RunFolder, console: Console) -> None:
    """A file that an eval or somebody's hand left there damaged is no reason for a run to fail."""
    try:
        report.write(folder.path)
    except UsageError as fault:
        console.warn(fault.message, fault.hint)


def _copy_model(source: Path, target: Path) -> None:
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(publish.MANIFEST), dirs_exist_ok=True)


def _stopping(console: Console, signal: str) -> None:
    console.message(f"{signal}: stopping once this step is saved; a second signal leaves at once, without it")


def _stopped(signal: str, progress: Progress) -> Interrupted:
    return Interrupted(
        f"stopped by {signal} after step {progress.step}; the checkpoint is on disk",
        "The same command continues from there.",
    )
