"""`--dry-run`: everything a run would do up to its first steps, counted and measured; nothing is written."""

import math
import sys
import tempfile
import time
from pathlib import Path

import torch

from instructgpt_cli.commands.setup import make_job, make_plan, open_data, open_model, open_text
from instructgpt_cli.commands.telling import rows_read
from instructgpt_cli.console import Console
from instructgpt_cli.data.loader import StepBatch
from instructgpt_cli.model import load
from instructgpt_cli.plain import counted
from instructgpt_cli.recipe.learning_rate import told, with_learning_rate
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.rundir import as_begun
from instructgpt_cli.training import optim
from instructgpt_cli.training.sharding import Placement
from instructgpt_cli.training.step import Job, computing, not_finite, train_step, update

LONG_RUN = 1000  # steps, where a time budget says how long it is


def run(recipe: Recipe, console: Console) -> None:
    """Validates, tokenises, counts, takes two steps with the first batch, and estimates the run's time and memory."""
    recipe = as_begun(recipe)
    rate = told(recipe)
    recipe = with_learning_rate(recipe)
    text = open_text(recipe)
    with tempfile.TemporaryDirectory(prefix="instructgpt-") as scratch:
        data = open_data(recipe, text, Path(scratch), console)
        plan, total = make_plan(recipe, data[0])
        rows_read(recipe, data, text, console)
        device = load.choose_device(recipe.device)
        model = open_model(recipe, text, device, console)
        job, why_padded = make_job(recipe, Placement(model, device), data, plan, total)
        batch = job.batch(0)
        loss, seconds = _first_steps(job, batch)
        weights = sum(p.numel() for p in model.parameters())
        learning = sum(p.numel() for p in model.parameters() if p.requires_grad)
        prepared = data[0]
        rows = [
            (f"left out: where {source.where}", f"{counted(tally.left_out, 'row')} of {tally.source}")
            for source, tally in zip(recipe.data.train, prepared.tallies, strict=True)
            if tally.left_out
        ]
        rows += [
            (f"refused: {reason}", f"{counted(n, 'row')} of {tally.source}")
            for tally in prepared.tallies
            for reason, n in tally.refused.items()
        ]
        steps = total or max(1, round(float(recipe.train.budget or 0) / seconds))
        facts = [
            ("rows", f"{sum(t.rows for t in prepared.tallies):,}"),
            *rows,
            (
                "sequences",
                f"{len(prepared):,}, {'packed' if job.packed else f'padded: {why_padded}'.rstrip(': ')}",
            ),
            ("tokens", f"{sum(t.tokens for t in prepared.tallies):,}, of them {int(prepared.targets.sum()):,} targets"),
            ("steps", f"{steps:,} of about {batch.tokens:,} tokens"),
            ("weights", f"{weights:,}" + (f", of them {learning:,} learn" if learning < weights else "")),
            ("learning rate", rate),
            ("first loss", f"{loss:.3f} nats a target"),
            ("time", f"about {steps * seconds:,.0f} s for {steps:,} steps of {seconds:.2f} s, on {device.type}"),
            ("memory", f"about {_memory(job) / 2**20:,.0f} MiB"),
        ]
        console.table("dry run: nothing was written", ("", ""), facts)
        console.event(
            {
                "event": "dry_run",
                "steps": steps,
                "weights": weights,
                "loss": loss,
                "lr": recipe.train.lr,
                "seconds_a_step": seconds,
                "tokens": int(prepared.lengths.sum()),
            }
        )


def _first_steps(job: Job, batch: StepBatch) -> tuple[float, float]:
    """(loss of the first step, seconds of the second: the first one warms up). Raises `NumericsError` for a loss that
    is not finite."""
    losses = []
    for k in range(2):
        began = time.perf_counter()
        with computing(job, f"step {k + 1}"):
            loss, norm = map(float, train_step(job, batch, optim.clip_norm(job.train)))
            if not (math.isfinite(loss) and math.isfinite(norm)):
                raise not_finite(job, batch, k, loss, norm)
            update(job, optim.lr_of_step(job.train, 0, job.total_steps or LONG_RUN))
        losses.append(loss)
    return losses[0], time.perf_counter() - began


def _memory(job: Job) -> float:
    """Bytes: what the process or device peaked at."""
    if job.device.type == "cuda":
        return torch.cuda.max_memory_allocated(job.device)
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
