"""One start of a training run.

lock the folder -> tokenizer, data -> may this folder be continued? -> model, optimizer -> newest whole checkpoint
-> train, with a checkpoint now and then -> RUN/model, samples, report
"""

import json as json_module
import shutil
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from transformers import PreTrainedModel

from instructgpt_cli.commands.samples import answer_some
from instructgpt_cli.commands.setup import Text, make_job, make_plan, open_data, open_model, open_text
from instructgpt_cli.console import Console
from instructgpt_cli.data.prepare import Prepared, cache_folder, sources_fingerprint
from instructgpt_cli.errors import Interrupted
from instructgpt_cli.model import load
from instructgpt_cli.model.files import fingerprint
from instructgpt_cli.recipe.load import dump
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run import publish, report
from instructgpt_cli.run.metrics import MetricsLog, StepMetrics, read_metrics
from instructgpt_cli.run.rundir import RunFolder, identity, refuse_changes, versions
from instructgpt_cli.training import checkpoint
from instructgpt_cli.training.checkpoint import Progress
from instructgpt_cli.training.interrupt import StopRequest
from instructgpt_cli.training.loop import Job, Trainer


def train(recipe: Recipe, command: str, console: Console, *, fresh: bool, stop_at: int | None = None) -> None:
    """One start of a run. `stop_at` leaves it after that step, as a signal would."""
    assert recipe.output_dir is not None
    with ExitStack() as stack:
        stop = stack.enter_context(StopRequest())
        folder = stack.enter_context(RunFolder(Path(recipe.output_dir)))
        if fresh and (aside := folder.set_aside()):
            console.message(f"the earlier run is kept in {aside}")
        text = open_text(recipe, folder.path / "tokenizer" if recipe.tokenizer.train else None)
        facts = folder.facts()
        about = identity(
            recipe, command, sources_fingerprint(recipe.data.train), text.fingerprint, fingerprint(recipe.model.path)
        )
        if facts:
            refuse_changes(facts["identity"], about, folder.path)
        data = open_data(recipe, text, cache_folder(), console, lambda: _leave_if(stop))
        plan, total = make_plan(recipe, data[0])
        if facts.get("state") == "finished" and _is_complete(total, checkpoint.latest(folder.checkpoints)):
            console.message(f"already complete: {folder.model}; --fresh starts over")
            console.event({"event": "complete", "model": str(folder.model)})
            return
        _report_rows(data, text, console)
        device = load.choose_device(recipe.device)
        model = open_model(recipe, text, device)
        job, why_padded = make_job(recipe, model, data, plan, total, device)
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
        }
        folder.record(facts)
        run_ = _Run(recipe, command, folder, job, model, text, console)
        progress = run_.train(progress, stop, stop_at)
        if not _is_complete(total, progress):
            if stop_at is not None:
                return
            raise Interrupted(
                f"stopped by {stop.received} after step {progress.step}; the checkpoint is on disk",
                "The same command continues from there.",
            )
        run_.finish(progress, facts)


class _Run:
    """A run that is under way: saves, validates and finishes."""

    def __init__(
        self,
        recipe: Recipe,
        command: str,
        folder: RunFolder,
        job: Job,
        model: PreTrainedModel,
        text: Text,
        console: Console,
    ) -> None:
        self.recipe, self.command, self.folder = recipe, command, folder
        self.job, self.model, self.text, self.console = job, model, text, console

    def train(self, start: Progress, stop: StopRequest, stop_at: int | None) -> Progress:
        """Trains from `start` to the end, or to a stop; a checkpoint of where it ends is on disk afterwards."""
        log = MetricsLog(self.folder.path, start.step)
        title = f"{self.command} {self.recipe.output_dir}"
        saved = start.step

        def save(progress: Progress) -> None:
            nonlocal saved
            log.flush()
            checkpoint.save(self.folder.checkpoints, self.model, self.job.optimizers, progress)
            checkpoint.rotate(self.folder.checkpoints, self.recipe.checkpoint.keep)
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
        publish.publish(
            self.folder.path / name, lambda staging: load.save(self.model, self.text.tokenizer, stops, staging)
        )

    def finish(self, progress: Progress, facts: dict[str, Any]) -> None:
        """Writes RUN/model, a few samples and the report, and says what came of it."""
        best = self.folder.path / "model-best"
        if self.recipe.train.keep == "best" and progress.best_step not in (0, progress.step):
            self._publish("model-last")
            publish.replace(best, self.folder.model)
            chosen = f"of step {progress.best_step}, the lowest validation loss"
        else:
            self._publish("model")
            chosen = f"of step {progress.step}, the last"
            if progress.best_step == progress.step:
                shutil.rmtree(best, ignore_errors=True)  # it would be the same model twice
        sources = self.recipe.data.validation or self.recipe.data.train
        samples = answer_some(self.model, self.text, sources, self.recipe.generate, self.recipe.seed, self.console)
        publish.write_file(
            self.folder.samples, "".join(json_module.dumps(s, ensure_ascii=False) + "\n" for s in samples)
        )
        done = {
            "state": "finished",
            "steps": progress.step,
            "seconds": round(progress.seconds, 1),
            "best validation loss": progress.best_loss,
            "best step": progress.best_step,
        }
        self.folder.record({**facts, **done})
        report.write(self.folder.path)
        self._closing_table(progress, chosen, samples)
        self.console.event({"event": "finished", "model": str(self.folder.model), **done})

    def _closing_table(self, progress: Progress, chosen: str, samples: list[dict[str, Any]]) -> None:
        history = read_metrics(self.folder.path / "metrics.jsonl")
        learnt = sum(m.targets for m in history)
        first, last = _mean_loss(history[:10]), _mean_loss(history[-10:])
        rows: list[tuple[str, str]] = [
            ("steps", f"{progress.step:,}"),
            ("training time", f"{progress.seconds:,.0f} s"),
            ("tokens learnt", f"{learnt:,} targets of {sum(m.tokens for m in history):,} tokens read"),
            ("training loss", f"{first:.3f} -> {last:.3f} nats a target (first and last ten steps)"),
        ]
        if progress.best_loss is not None:
            rows.append(("validation loss", f"{progress.best_loss:.3f} at its lowest, after step {progress.best_step}"))
        rows += [("model", f"{self.folder.model} ({chosen})"), ("report", str(self.folder.report))]
        self.console.table(f"{self.command}: done", ("", ""), rows)
        for sample in samples[:2]:
            self.console.message(f"  {sample['prompt']!r} -> {sample['answer']!r}")
        self.console.message(f'next: instructgpt generate {self.folder.model} --prompt "..."')


def _continue(folder: RunFolder, job: Job, console: Console) -> Progress:
    """Goes to where the newest whole checkpoint is; the beginning where there is none."""
    progress, damaged = checkpoint.resume(folder.checkpoints, job.model, job.optimizers)
    for fault in damaged:
        console.warn(f"{folder.checkpoints}/{fault}; going back to the one before")
    here = _environment(job)
    if progress is None:
        return Progress(environment=here)
    if progress.environment != here:
        console.warn(f"continued, not bit-exact: began with {progress.environment}, now {here}")
    console.message(f"continuing after step {progress.step}")
    return replace(progress, environment=here, ended=False)


def _is_complete(total_steps: int | None, progress: Progress) -> bool:
    return progress.step >= total_steps if total_steps is not None else progress.ended


def _environment(job: Job) -> str:
    """What bits depend on besides the recipe and the data."""
    device = torch.cuda.get_device_name(job.device) if job.device.type == "cuda" else job.device.type
    if device == "cpu":
        device = f"cpu ({torch.backends.cpu.get_cpu_capability()})"
    paths = f"{'packed' if job.packed else 'padded'}, {'chunked' if job.chunked else 'full'} head"
    return f"torch {torch.__version__}, {device}, {torch.get_num_threads()} threads, {job.precision}, {paths}"


def _leave_if(stop: StopRequest) -> None:
    if stop.received:
        raise Interrupted(f"stopped by {stop.received} while reading data", "The same command starts again.")


def _mean_loss(history: list[StepMetrics]) -> float:
    targets = sum(m.targets for m in history)
    return sum(m.loss * m.targets for m in history) / targets if targets else float("nan")


def _report_rows(data: tuple[Prepared, Prepared | None], text: Text, console: Console) -> None:
    """Says what was read, and everything that was left out or cut."""
    for note in text.renderer.notes:
        console.message(f"chat template: {note}")
    for split, prepared in zip(("train", "validation"), data, strict=True):
        if prepared is None:
            continue
        for tally in prepared.tallies:
            lost = "".join(f", {n:,} refused ({reason})" for reason, n in tally.refused.items())
            cut = f", {tally.cut:,} with a cut prompt" if tally.cut else ""
            console.message(
                f"{split}: {tally.source}: {tally.rows:,} rows, {tally.tokens:,} tokens, "
                f"{tally.targets:,} targets{lost}{cut}"
            )
            for note, count in tally.notes.items():
                console.message(f"  {count:,} rows: {note}")
        console.event(
            {
                "event": "data",
                "split": split,
                "sequences": len(prepared),
                "tokens": int(prepared.lengths.sum()),
                "targets": int(prepared.targets.sum()),
            }
        )
