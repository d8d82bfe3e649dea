"""A running training run, on every rank: checkpoints, published models, the end. Only rank 0 writes."""

import json as json_module
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import torch
from transformers import PreTrainedModel

from instructgpt_cli.commands.text_pipeline import TextPipeline
from instructgpt_cli.commands.train.samples import answer_some
from instructgpt_cli.commands.train.summary import closing_table
from instructgpt_cli.dataset.token_store import RowCounts, ends_seen
from instructgpt_cli.encoding.text_frame import with_start_token
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.model import dtypes, load
from instructgpt_cli.model.endings import own_ends
from instructgpt_cli.recipe.schema import AdapterSaving, Model, Recipe, Train
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
from instructgpt_cli.training.step import TrainState
from instructgpt_cli.training.trainer import Trainer

T = TypeVar("T")


def stored_in(model: Model, train: Train) -> torch.dtype:
    """The number format of RUN/model: with adapters, that of the base model."""
    if train.save_precision != "auto":
        return dtypes.FORMATS[train.save_precision]
    return load.stored_dtype(model) if train.lora and model.path else torch.float32


class Run:
    """A running training run. Every rank calls the same methods."""

    def __init__(
        self,
        recipe: Recipe,
        command: str,
        folder: RunFolder,
        state: TrainState,
        text: TextPipeline,
        row_counts: Sequence[RowCounts],
        console: Console,
        base_fingerprint: str,
    ) -> None:
        """`row_counts` are of the training rows, `base_fingerprint` of the model that the run began with."""
        self.recipe, self.command, self.folder = recipe, command, folder
        self._stored_in, self._base_fingerprint = stored_in(recipe.model, recipe.train), base_fingerprint
        self.seen_ends = ends_seen(row_counts)
        self.has_texts = any(counts.texts for counts in row_counts)
        self.state, self.text, self.console = state, text, console
        self._saved = RunState()

    def train(self, start: RunState, stop: StopRequest, stop_at: int | None) -> RunState:
        """Trains from `start` to the end or to a stop, and saves a checkpoint there."""
        title = f"{self.command} {self.recipe.output_dir}"
        self._saved = start
        with self._metrics_log(start) as log, self.console.training(title, self.state.total_steps) as display:
            trainer = Trainer(self.state, start, [log, display] if log else [])
            if start.best_step == start.step > 0 and self._decide(lambda: self._step_of_best() != start.step):
                self._publish("model-best", start.step)  # the run was killed between the two
            trainer.run(
                should_stop=lambda run_state: bool(stop.received) or run_state.step == stop_at,
                after_step=partial(self._save_if_due, log),
                is_leaving=lambda: bool(stop.received),
                on_validating=lambda: self._save(log, trainer.run_state),
                on_validated=lambda is_best: self._keep_validated(log, trainer.run_state, is_best),
                on_halved=lambda before, now: self._warn_halved(trainer.run_state.step, before, now),
            )
            self._save(log, trainer.run_state)
            if log and trainer.run_state.step:  # a kill may have left more than `keep`
                checkpoint.rotate(self.folder.checkpoints, self.recipe.checkpoint.keep, trainer.run_state.step)
        return trainer.run_state

    def _warn_halved(self, step: int, before: int, now: int) -> None:
        self.console.warn(
            f"step {step + 1}: out of memory with micro-batches of up to {before:,} tokens: computing it again with "
            f"up to {now:,}",
            f"The result is the same. train.micro_batch_tokens={now} begins with them.",
        )

    @contextmanager
    def _metrics_log(self, start: RunState) -> Iterator[MetricsLog | None]:
        """The metrics log, on rank 0; None on the others."""
        if not self.state.group.is_main:
            yield None
            return
        log = MetricsLog(self.folder.path, start.step, start.metrics)
        if log.fault:
            self.console.warn(
                f"{self.folder.path / 'metrics.jsonl'}: {log.fault}: it was damaged or edited",
                "The run continues: its weights do not depend on this file, only its curves and totals do.",
            )
        try:
            yield log
        finally:
            log.close()

    def _decide(self, choose: Callable[[], T]) -> T:
        """The result of `choose` on rank 0, which has the run folder."""
        return self.state.group.decide(choose)

    def _save(self, log: MetricsLog | None, run_state: RunState) -> None:
        """Saves a checkpoint, unless the last one has this state."""
        if _state(run_state) == _state(self._saved):
            return
        checkpoints, state, here = self.folder.checkpoints, self.state, run_state
        if log:
            self.folder.check_held()
            log.flush()
            here = replace(run_state, metrics=log.digest)
        has_weights = run_state.step == self._saved.step
        if has_weights and self._decide(lambda: run_state.step in checkpoint.steps(checkpoints)):
            if log:
                checkpoint.save_run_state(checkpoints, here)
        else:
            checkpoint.save(checkpoints, state.model, state.optimizers, here, state.group)
            if log:
                checkpoint.rotate(checkpoints, self.recipe.checkpoint.keep, run_state.step)
        self._saved = run_state

    def _keep_validated(self, log: MetricsLog | None, run_state: RunState, is_best: bool) -> None:
        self._save(log, run_state)
        if is_best:
            self._publish("model-best", run_state.step)

    def _save_if_due(self, log: MetricsLog | None, run_state: RunState, stopping: bool) -> bool:
        """Saves a checkpoint if one is due; returns whether it was."""
        is_due = stopping or run_state.step % self.recipe.checkpoint.every == 0
        if is_due:
            self._save(log, run_state)
        return is_due

    def _publish(self, name: str, step: int) -> None:
        """Collective: the others wait until rank 0 has written the model."""
        model = self.state.sharded_model.gather()
        if self.state.group.is_main:
            self._write_model(model, name, step)
        self.state.group.barrier()

    def _write_model(self, model: PreTrainedModel, name: str, step: int) -> None:
        self.folder.check_held()
        stops = self._ends(model)
        dtype, lora = self._stored_in, self.recipe.train.lora
        adapters: AdapterSaving = lora.save if lora else "merged"
        tokenizer = self.text.tokenizer
        if self.has_texts:
            tokenizer = with_start_token(tokenizer, self.text.encoder.text_frame.start)
        atomic_files.publish(
            self.folder.path / name,
            lambda staging: load.save(model, tokenizer, stops, staging, dtype, adapters, self._base_fingerprint),
            {"step": step},
        )

    def _ends(self, model: PreTrainedModel) -> tuple[int, ...]:
        """The end tokens of the saved model: the template's, those found in the rows, and those of the base model."""
        named = model.generation_config.eos_token_id if model.generation_config else None
        own = own_ends(named, self.text.tokenizer.get_added_vocab().values())
        return tuple(dict.fromkeys((*self.text.encoder.stop_ids, *self.seen_ends, *own)))

    def _publish_best(self) -> None:
        """Publishes RUN/model-best as RUN/model, with hard links to its weights."""
        best = self.folder.path / "model-best"
        if self.state.group.is_main:
            atomic_files.publish(self.folder.model, lambda staging: _copy_model(best, staging))

    def _step_of_best(self) -> object:
        """The step of RUN/model-best; None if unknown."""
        return atomic_files.published_info(self.folder.path / "model-best").get("step")

    def _publish_last(self, run_state: RunState) -> str:
        """Publishes the last step as RUN/model; returns its description."""
        best, step = self.folder.path / "model-best", run_state.step
        if run_state.best_step == step and self._decide(
            lambda: self._step_of_best() == step and not atomic_files.verify(best)
        ):
            self._publish_best()
        else:
            self._publish("model", step)
        return f"of step {step}, the last"

    def _publish_best_beside_last(self, run_state: RunState) -> str:
        """Publishes RUN/model-best as RUN/model, and the last step as RUN/model-last; returns the former's description.

        Raises `ModelError` where the best weights are damaged or of another step.
        """
        self._decide(lambda: self._refuse_other_best(run_state.best_step))
        self._publish("model-last", run_state.step)
        self._publish_best()
        return f"of step {run_state.best_step}, the lowest validation loss"

    def _refuse_other_best(self, step: int) -> None:
        best = self.folder.path / "model-best"
        fault = atomic_files.verify(best)
        if not fault and self._step_of_best() not in (None, step):
            fault = f"is of step {self._step_of_best()}"
        if fault:
            raise ModelError(
                f"{best}: {fault}; it held the lowest validation loss, of step {step}",
                "train.keep=last takes the weights of the last step.",
            )

    def finish(self, run_state: RunState, begun: RunRecord) -> None:
        """Writes RUN/model, samples and the report, and logs the outcome. It can be repeated, after a kill or for a
        longer run: nothing that it needs is moved or removed."""
        is_last = self.recipe.train.keep == "last" or run_state.best_step in (0, run_state.step)
        chosen = self._publish_last(run_state) if is_last else self._publish_best_beside_last(run_state)
        if not self.state.group.is_main:
            return
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
        """Sample answers of RUN/model, which is loaded unless this process holds the same weights."""
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
                "no samples: not enough memory for the finished model beside the trained one",
                f"instructgpt generate {self.folder.model} --prompt ...",
            )
            return []


def _state(run_state: RunState) -> tuple[object, ...]:
    """The part of a run state whose change requires a checkpoint: all but the clocks."""
    return run_state.step, run_state.validated, run_state.best_step, run_state.ended


def write_report(folder: RunFolder, console: Console) -> None:
    """Writes the report; a damaged file of an eval in the folder only causes a warning."""
    try:
        report.write(folder.path)
    except UsageError as fault:
        console.warn(fault.message, fault.hint)


def _copy_model(source: Path, target: Path) -> None:
    apart = shutil.ignore_patterns(atomic_files.MANIFEST)
    shutil.copytree(source, target, ignore=apart, dirs_exist_ok=True, copy_function=_copy_file)


def _copy_file(source: str, target: str) -> None:
    """Copies a file; weights, which nothing edits, are hard-linked."""
    (atomic_files.link_or_copy if source.endswith(".safetensors") else shutil.copy2)(source, target)
