"""`--dry-run`: everything that a run does up to its first steps, counted and measured; nothing is written."""

import math
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import torch

from instructgpt_cli.commands.text_pipeline import TextPipeline, load_text_pipeline_of_run
from instructgpt_cli.commands.train.build import build_model, load_datasets, make_batch_plan, make_train_state
from instructgpt_cli.commands.train.estimate import estimate, measure
from instructgpt_cli.commands.train.running import stored_in
from instructgpt_cli.commands.train.samples import answer_some
from instructgpt_cli.commands.train.summary import rows_read
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.model import nf4
from instructgpt_cli.model.device import choose_device
from instructgpt_cli.plain_text import counted
from instructgpt_cli.recipe.continued_adapter import with_adapter
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.learning_rate import describe, with_learning_rate
from instructgpt_cli.recipe.schema import Generate, Recipe
from instructgpt_cli.run.folder import as_begun
from instructgpt_cli.system.library_errors import is_out_of_memory
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import micro_batch, optimizers
from instructgpt_cli.training.memory import mebibytes
from instructgpt_cli.training.non_finite import not_finite
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState, computing, train_step, update, with_smaller_micro_batches

STEPS = 3  # the first warms up
LONG_RUN = 1000  # steps, for the learning rate of a run with a time budget


def run(recipe: Recipe, console: Console) -> None:
    """Validates, tokenizes and counts everything, takes a few steps, and estimates the run's time and memory."""
    recipe = as_begun(recipe)
    rate = describe(recipe)
    recipe = with_adapter(with_learning_rate(recipe))
    text = load_text_pipeline_of_run(recipe.model, recipe.tokenizer, recipe.data, recipe.output_dir)
    with tempfile.TemporaryDirectory(prefix="instructgpt-") as scratch:
        datasets = load_datasets(recipe.data, recipe.train.validation_rows, text, Path(scratch), console)
        rows_read(recipe.data, datasets, text.encoder.notes, console)
        state, why_padded = _build(recipe, text, datasets, console)
        state, loss, seconds = _first_steps(state)
        stored = stored_in(recipe.model, recipe.train)
        wanted = recipe.data.validation or recipe.data.train
        answer = partial(_samples, state, text, wanted, recipe.generate, recipe.seed, console)
        costs = measure(state, stored, seconds, answer, Path(scratch))
        every = recipe.checkpoint.every
        expected = estimate(recipe.train, every, state.total_steps, costs, validates=datasets[1] is not None)
        weights = nf4.count_weights(state.model)
        trainable = sum(p.numel() for p in state.model.parameters() if p.requires_grad)
        tokens = sum(counts.tokens for counts in datasets[0].row_counts)
        rows = [
            *_rows_of(recipe.data.train, datasets[0]),
            ("sequences", f"{len(datasets[0]):,}, {_packing(state, why_padded)}"),
            ("tokens", f"{tokens:,}, of them {int(datasets[0].targets.sum()):,} targets"),
            ("steps", f"{expected.steps:,} of about {state.batch(0).tokens:,} tokens"),
            ("weights", f"{weights:,}" + ("" if trainable == weights else f", of them {trainable:,} trainable")),
            ("learning rate", rate),
            ("first loss", f"{loss:.3f} nats a target"),
            ("time", expected.describe(costs, state.device.type)),
            ("memory", f"about {mebibytes(_memory(state))}"),
        ]
        by_part = micro_batch.of_step(state)
        if by_part:
            rows.append(("memory by part", f"about {mebibytes(by_part.total)}: {by_part.describe()}"))
        console.table("dry run: nothing was written", ("", ""), rows)
        console.event(
            {
                "event": "dry_run",
                "weights": weights,
                "loss": loss,
                "lr": recipe.train.lr,
                **asdict(expected),
                "seconds_a_step": costs.step,
                "seconds_a_validation": costs.validation,
                "seconds_a_checkpoint": costs.checkpoint,
                "tokens": int(datasets[0].lengths.sum()),
                "micro_batch_tokens": state.micro_batch_tokens,
                "memory": asdict(by_part) if by_part else None,
            }
        )


def _build(
    recipe: Recipe,
    text: TextPipeline,
    datasets: tuple[TokenizedDataset, TokenizedDataset | None],
    console: Console,
) -> tuple[TrainState, str]:
    """The train state of a single process, and why sequences are padded (empty where they are packed)."""
    model, train, seed = recipe.model, recipe.train, recipe.seed
    plan, total = make_batch_plan(train, recipe.data.train, seed, datasets[0])
    device = choose_device(recipe.device)
    built = build_model(model, train, text.tokenizer, recipe.data.max_length, seed, device, console)
    return make_train_state(train, model, seed, ShardedModel(built, device), datasets, plan, total)


def _rows_of(sources: Sequence[Source], dataset: TokenizedDataset) -> list[tuple[str, str]]:
    """Lines of the table: how many rows there are, were left out and were refused."""
    rows = [("rows", f"{sum(counts.rows for counts in dataset.row_counts):,}")]
    rows += [
        (f"left out: where {source.where}", f"{counted(counts.left_out, 'row')} of {counts.source}")
        for source, counts in zip(sources, dataset.row_counts, strict=True)
        if counts.left_out
    ]
    rows += [
        (f"refused: {reason}", f"{counted(n, 'row')} of {counts.source}")
        for counts in dataset.row_counts
        for reason, n in counts.refused.items()
    ]
    return rows


def _packing(state: TrainState, why_padded: str) -> str:
    return "packed" if state.packed else f"padded: {why_padded}".rstrip(": ")


def _first_steps(state: TrainState) -> tuple[TrainState, float, float]:
    """(state with micro-batches that fit into memory, loss of the first step, seconds per step after it: the first
    warms up). Raises `NumericsError` for a loss that is not finite."""
    losses: list[float] = []
    began = time.perf_counter()
    while (k := len(losses)) < STEPS:
        batch = state.batch(k if state.total_steps is None else k % state.total_steps)
        with computing(state, f"step {k + 1}"):
            result = train_step(state, batch, optimizers.clip_norm(state.train))
            if result.lacking:
                state = with_smaller_micro_batches(state, result, k)
                continue
            loss, norm = float(result.loss), float(result.norm)
            if not (math.isfinite(loss) and math.isfinite(norm)):
                raise not_finite(state, batch, k, loss, norm)
            update(state, optimizers.lr_of_step(state.train, 0, state.total_steps or LONG_RUN))
        losses.append(loss)
        if k == 0:
            began = time.perf_counter()
    return state, losses[0], (time.perf_counter() - began) / (STEPS - 1)


def _samples(
    state: TrainState,
    text: TextPipeline,
    wanted: Sequence[Source],
    settings: Generate,
    seed: int,
    console: Console,
) -> None:
    """The samples at the end of a run, if memory suffices."""
    try:
        answer_some(state.model, text, wanted, settings, seed, console)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise


def _memory(state: TrainState) -> float:
    """Peak memory of the process or the device, in bytes."""
    if state.device.type == "cuda":
        return torch.cuda.max_memory_allocated(state.device)
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
