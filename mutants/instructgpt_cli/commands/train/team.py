"""The workers of a run, every rank but 0 (`training.distributed`)."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from instructgpt_cli.commands.text_pipeline import load_text_pipeline_of_run
from instructgpt_cli.commands.train.build import (
    build_model,
    choosing_shard_group,
    load_datasets,
    make_batch_plan,
    make_train_state,
    read_fingerprints,
)
from instructgpt_cli.dataset.tokenize import cache_folder
from instructgpt_cli.errors import DataError, Interrupted, ModelError
from instructgpt_cli.recipe.learning_rate import with_learning_rate
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.identity import began_as, binding, continued
from instructgpt_cli.system.signals import ignore_signals
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training.distributed import Call, ProcessGroup, detecting_lost_process
from instructgpt_cli.training.follow import follow
from instructgpt_cli.training.sharding import ShardedModel


def run_worker(recipe: Recipe, command: str, device: torch.device, group: ProcessGroup) -> None:
    """Runs a worker: it waits until the main process has the folder and the data ready, then follows its calls."""
    call, number = group.hear()
    if call == Call.LEAVE:
        return
    ignore_signals()  # the main process handles them
    with detecting_lost_process():
        begun = group.broadcast_object(dict[str, Any]())
    recipe = with_learning_rate(continued(recipe, began_as(begun, Path(recipe.output_dir or ""))))
    text = load_text_pipeline_of_run(recipe)
    data = load_datasets(recipe, text, cache_folder(), Console(quiet=True))
    prints = read_fingerprints(recipe, text)
    if digest_number({**binding(recipe, command), **prints}) != number:
        raise DataError(
            f"rank {group.rank} reads other data, another model or another recipe than rank 0",
            "Give every machine the same files.",
        )
    plan, total = make_batch_plan(recipe, data[0])
    with detecting_lost_process():
        with choosing_shard_group(recipe, group) as shard_group:
            model = build_model(recipe, text, device)
            with _reported_by_main():
                sharded_model = ShardedModel(model, device, shard_group)
        with _reported_by_main():
            state, _ = make_train_state(recipe, sharded_model, data, plan, total, group)
        follow(state)


@contextmanager
def _reported_by_main() -> Iterator[None]:
    """Around what finds the same faults of the model on every rank."""
    try:
        yield
    except ModelError as fault:
        raise Interrupted(fault.message, fault.hint) from None


def digest_number(about: dict[str, Any]) -> int:
    """A digest of a run's identity, as a number that can be sent."""
    digest = hashlib.sha256(json.dumps(about, sort_keys=True).encode()).hexdigest()
    return int(digest[:13], 16)  # as many digits as a float64 holds
