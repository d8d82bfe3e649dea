"""`--dry-run`: everything a run would do up to its first steps, counted and measured; nothing is written."""

import math
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

import torch

from instructgpt_cli.commands.text_pipeline import TextPipeline, load_text_pipeline_of_run
from instructgpt_cli.commands.train.build import build_model, load_datasets, make_batch_plan, make_train_state
from instructgpt_cli.commands.train.estimate import estimate, measure
from instructgpt_cli.commands.train.samples import answer_some
from instructgpt_cli.commands.train.summary import rows_read
from instructgpt_cli.model import load
from instructgpt_cli.plain_text import counted
from instructgpt_cli.recipe.learning_rate import describe, with_learning_rate
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.folder import as_begun
from instructgpt_cli.system.library_errors import is_out_of_memory
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import optimizers
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState, computing, not_finite, train_step, update

STEPS = 3  # taken, the first of them to warm up
LONG_RUN = 1000  # steps, where a time budget says how long it is


def run(recipe: Recipe, console: Console) -> None:
    """Validates, tokenises, counts, takes a few steps, and estimates the run's time and memory."""
    recipe = as_begun(recipe)
    rate = describe(recipe)
    recipe = with_learning_rate(recipe)
    text = load_text_pipeline_of_run(recipe)
    with tempfile.TemporaryDirectory(prefix="instructgpt-") as scratch:
        data = load_datasets(recipe, text, Path(scratch), console)
        plan, total = make_batch_plan(recipe, data[0])
        rows_read(recipe, data, text, console)
        device = load.choose_device(recipe.device)
        model = build_model(recipe, text, device, console)
        state, why_padded = make_train_state(recipe, ShardedModel(model, device), data, plan, total)
        batch = state.batch(0)
        loss, seconds = _first_steps(state)
        costs = measure(state, recipe, seconds, lambda: _samples(recipe, text, state, console), Path(scratch))
        run_ = estimate(recipe, total, costs, validates=data[1] is not None)
        weights = sum(p.numel() for p in model.parameters())
        learning = sum(p.numel() for p in model.parameters() if p.requires_grad)
        dataset = data[0]
        rows = [
            (f"left out: where {source.where}", f"{counted(counts.left_out, 'row')} of {counts.source}")
            for source, counts in zip(recipe.data.train, dataset.row_counts, strict=True)
            if counts.left_out
        ]
        rows += [
            (f"refused: {reason}", f"{counted(n, 'row')} of {counts.source}")
            for counts in dataset.row_counts
            for reason, n in counts.refused.items()
        ]
        rows = [
            ("rows", f"{sum(t.rows for t in dataset.row_counts):,}"),
            *rows,
            (
                "sequences",
                f"{len(dataset):,}, {'packed' if state.packed else f'padded: {why_padded}'.rstrip(': ')}",
            ),
            (
                "tokens",
                f"{sum(t.tokens for t in dataset.row_counts):,}, of them {int(dataset.targets.sum()):,} targets",
            ),
            ("steps", f"{run_.steps:,} of about {batch.tokens:,} tokens"),
            ("weights", f"{weights:,}" + (f", of them {learning:,} learn" if learning < weights else "")),
            ("learning rate", rate),
            ("first loss", f"{loss:.3f} nats a target"),
            ("time", run_.describe(costs, device.type)),
            ("memory", f"about {_memory(state) / 2**20:,.0f} MiB"),
        ]
        console.table("dry run: nothing was written", ("", ""), rows)
        console.event(
            {
                "event": "dry_run",
                "weights": weights,
                "loss": loss,
                "lr": recipe.train.lr,
                **asdict(run_),
                "seconds_a_step": costs.step,
                "seconds_a_validation": costs.validation,
                "seconds_a_checkpoint": costs.checkpoint,
                "tokens": int(dataset.lengths.sum()),
            }
        )


def _first_steps(state: TrainState) -> tuple[float, float]:
    """(loss of the first step, seconds of one after it: the first warms up). Raises `NumericsError` for a loss that is
    not finite."""
    losses = []
    began = time.perf_counter()
    for k in range(STEPS):
        batch = state.batch(k if state.total_steps is None else k % state.total_steps)
        with computing(state, f"step {k + 1}"):
            loss, norm, _ = map(float, train_step(state, batch, optimizers.clip_norm(state.train)))
            if not (math.isfinite(loss) and math.isfinite(norm)):
                raise not_finite(state, batch, k, loss, norm)
            update(state, optimizers.lr_of_step(state.train, 0, state.total_steps or LONG_RUN))
        losses.append(loss)
        if k == 0:
            began = time.perf_counter()
    return losses[0], (time.perf_counter() - began) / (STEPS - 1)


def _samples(recipe: Recipe, text: TextPipeline, state: TrainState, console: Console) -> None:
    """What a run answers at its end, if there is memory for it."""
    try:
        wanted = recipe.data.validation or recipe.data.train
        answer_some(state.model, text, wanted, recipe.generate, recipe.seed, console)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise


def _memory(state: TrainState) -> float:
    """Bytes: what the process or device peaked at."""
    if state.device.type == "cuda":
        return torch.cuda.max_memory_allocated(state.device)
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
