"""A training run that is under way: it saves, validates and finishes."""

import json as json_module
import shutil
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import torch
from transformers import PreTrainedModel

from instructgpt_cli.commands.text_pipeline import TextPipeline
from instructgpt_cli.commands.train.samples import answer_some
from instructgpt_cli.commands.train.summary import closing_table
from instructgpt_cli.dataset.token_store import RowCounts, ends_seen
from instructgpt_cli.encoding.text_frame import beginning_texts
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.model import load
from instructgpt_cli.model.endings import own_ends
from instructgpt_cli.recipe.schema import Model, Recipe
from instructgpt_cli.run import record, report
from instructgpt_cli.run.folder import RunFolder
from instructgpt_cli.run.metrics_log import MetricsLog
from instructgpt_cli.run.record import RunRecord
from instructgpt_cli.system import atomic_files
from instructgpt_cli.system.library_errors import is_out_of_memory
from instructgpt_cli.system.signals import StopRequest
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import checkpoint
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.precision import FORMATS
from instructgpt_cli.training.step import TrainState
from instructgpt_cli.training.trainer import Trainer


def stored_in(recipe: Recipe) -> torch.dtype:
    """The number format of RUN/model: adapters change little of a base, which keeps the one that it has."""
    wish = recipe.train.save_precision
    if wish != "auto":
        return FORMATS[wish]
    return load.stored_dtype(recipe.model) if recipe.train.lora and recipe.model.path else torch.float32


class Run:
    """A run that is under way: saves, validates and finishes."""

    def __init__(
        self,
        recipe: Recipe,
        command: str,
        folder: RunFolder,
        state: TrainState,
        text: TextPipeline,
        row_counts: Sequence[RowCounts],
        console: Console,
    ) -> None:
        """`row_counts` are of the training rows."""
        self.recipe, self.command, self.folder = recipe, command, folder
        self._stored_in = stored_in(recipe)
        self.seen_ends = ends_seen(row_counts)
        self.has_texts = any(counts.texts for counts in row_counts)
        self.state, self.text, self.console = state, text, console
        self._saved = RunState()

    def train(self, start: RunState, stop: StopRequest, stop_at: int | None) -> RunState:
        """Trains from `start` to the end, or to a stop; a checkpoint of where it ends is on disk afterwards."""
        log = MetricsLog(self.folder.path, start.step, start.metrics)
        if log.fault:
            self.console.warn(
                f"{self.folder.path / 'metrics.jsonl'}: {log.fault}: it was damaged or edited",
                "The run goes on: only its curves and totals are wrong there, the weights do not depend on them.",
            )
        title = f"{self.command} {self.recipe.output_dir}"
        self._saved = start
        save = partial(self._save, log)
        with self.console.training(title, self.state.total_steps) as display:
            trainer = Trainer(self.state, start, [log, display])
            if start.best_step == start.step > 0 and self._step_of_best() != start.step:
                self._publish("model-best", start.step)  # the run was killed between the two
            try:
                trainer.run(
                    on_validating=lambda: save(trainer.run_state),
                    on_validated=lambda is_best: self._keep_validated(log, trainer.run_state, is_best),
                    should_stop=partial(self._should_stop, log, stop, stop_at),
                    is_leaving=lambda: bool(stop.received),
                )
                save(trainer.run_state)
                if trainer.run_state.step:  # a kill may have come between the last checkpoint and the end of the others
                    checkpoint.rotate(self.folder.checkpoints, self.recipe.checkpoint.keep, trainer.run_state.step)
            finally:
                log.close()
        return trainer.run_state

    def _save(self, log: MetricsLog, run_state: RunState) -> None:
        """A checkpoint, where there is anything that the last one lacks."""
        if _state(run_state) == _state(self._saved):
            return
        self.folder.check_held()
        log.flush()
        here = replace(run_state, metrics=log.digest)
        checkpoints, state = self.folder.checkpoints, self.state
        if run_state.step == self._saved.step and run_state.step in checkpoint.steps(checkpoints):
            checkpoint.save_run_state(checkpoints, here)
        else:
            checkpoint.save(checkpoints, state.model, state.optimizers, here, state.sharded_model.shard_group)
            checkpoint.rotate(checkpoints, self.recipe.checkpoint.keep, run_state.step)
        self._saved = run_state

    def _keep_validated(self, log: MetricsLog, run_state: RunState, is_best: bool) -> None:
        self._save(log, run_state)
        if is_best:
            self._publish("model-best", run_state.step)

    def _should_stop(self, log: MetricsLog, stop: StopRequest, stop_at: int | None, run_state: RunState) -> bool:
        """Saves where it is time for it, too."""
        leaving = bool(stop.received) or run_state.step == stop_at
        if leaving or run_state.step % self.recipe.checkpoint.every == 0:
            self._save(log, run_state)
        return leaving

    def _publish(self, name: str, step: int) -> None:
        self.folder.check_held()
        model = self.state.sharded_model.gather()
        stops = self._ends(model)
        dtype = self._stored_in
        tokenizer = self.text.tokenizer
        if self.has_texts:
            tokenizer = beginning_texts(tokenizer, self.text.encoder.text_frame.start)
        atomic_files.publish(
            self.folder.path / name,
            lambda staging: load.save(model, tokenizer, stops, staging, dtype),
            {"step": step},
        )

    def _ends(self, model: PreTrainedModel) -> tuple[int, ...]:
        """The tokens that end an answer of the model that is saved: the template's, those seen in the rows, and those
        of the model that the run began with."""
        named = model.generation_config.eos_token_id if model.generation_config else None
        own = own_ends(named, self.text.tokenizer.get_added_vocab().values())
        return tuple(dict.fromkeys((*self.text.encoder.stop_ids, *self.seen_ends, *own)))

    def _publish_best(self) -> None:
        """RUN/model from RUN/model-best, with the same files of weights: they are on the disk once."""
        best = self.folder.path / "model-best"
        atomic_files.publish(self.folder.model, lambda staging: _copy_model(best, staging))

    def _step_of_best(self) -> object:
        """The step whose weights model-best holds; None where that is not known."""
        return atomic_files.about(self.folder.path / "model-best").get("step")

    def finish(self, run_state: RunState, begun: RunRecord) -> None:
        """Writes RUN/model, a few samples and the report, and says what came of it. Nothing is moved or removed that
        doing it again, after a kill or for a longer run, would need."""
        best = self.folder.path / "model-best"
        is_last = self.recipe.train.keep == "last" or run_state.best_step in (0, run_state.step)
        if not is_last:
            fault = atomic_files.verify(best)
            if not fault and self._step_of_best() not in (None, run_state.best_step):
                fault = f"is of step {self._step_of_best()}"
            if fault:
                raise ModelError(
                    f"{best}: {fault}; it held the lowest validation loss, of step {run_state.best_step}",
                    "train.keep=last takes the weights of the last step.",
                )
            self._publish("model-last", run_state.step)
            self._publish_best()
            chosen = f"of step {run_state.best_step}, the lowest validation loss"
        else:
            if run_state.best_step == run_state.step == self._step_of_best() and not atomic_files.verify(best):
                self._publish_best()
            else:
                self._publish("model", run_state.step)
            chosen = f"of step {run_state.step}, the last"
        samples = self._samples(is_last)
        atomic_files.write_file(
            self.folder.samples, "".join(json_module.dumps(s, ensure_ascii=False) + "\n" for s in samples)
        )
        finished = replace(
            begun,
            state="finished",
            steps=run_state.step,
            seconds=round(run_state.seconds, 1),
            best_validation_loss=run_state.best_loss,
            best_step=run_state.best_step,
            budget=run_state.ended,
        )
        record.write(self.folder.path, finished)
        write_report(self.folder, self.console)
        closing_table(self.command, self.folder, run_state, chosen, samples, self.console)
        self.console.event({"event": "finished", "model": str(self.folder.model), **record.outcome(finished)})

    def _samples(self, is_last: bool) -> list[dict[str, Any]]:
        """What RUN/model answers. It is read again where this process does not have it, whole and as it is."""
        recipe, state = self.recipe, self.state
        try:
            model = state.model
            if state.is_sharded or not is_last or self._stored_in != torch.float32:
                dtype = torch.bfloat16 if state.precision == "bf16" and state.is_sharded else torch.float32
                model = load.load_pretrained(Model(path=str(self.folder.model)), state.device, dtype)
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


def _state(run_state: RunState) -> tuple[object, ...]:
    """The part of a run state that a checkpoint must keep, clocks aside."""
    return run_state.step, run_state.validated, run_state.best_step, run_state.ended


def write_report(folder: RunFolder, console: Console) -> None:
    """A file that an eval or somebody's hand left there damaged is no reason for a run to fail."""
    try:
        report.write(folder.path)
    except UsageError as fault:
        console.warn(fault.message, fault.hint)


def _copy_model(source: Path, target: Path) -> None:
    apart = shutil.ignore_patterns(atomic_files.MANIFEST)
    shutil.copytree(source, target, ignore=apart, dirs_exist_ok=True, copy_function=_copy_file)


def _copy_file(source: str, target: str) -> None:
    """Nobody edits weights: two folders can have one file of them."""
    (atomic_files.link_or_copy if source.endswith(".safetensors") else shutil.copy2)(source, target)
