"""What the processes of a team do that do not lead it (`training.distributed`)."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from instructgpt_cli.commands.train.build import (
    make_job,
    make_plan,
    open_data,
    open_model,
    open_text_of_run,
    placing,
    read_fingerprints,
)
from instructgpt_cli.dataset.tokenize import cache_folder
from instructgpt_cli.errors import DataError, Interrupted, ModelError
from instructgpt_cli.recipe.learning_rate import with_learning_rate
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.identity import began_as, binding, continued
from instructgpt_cli.system.stop_request import ignore_signals
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training.distributed import Call, Team, noticing_loss
from instructgpt_cli.training.follow import follow
from instructgpt_cli.training.sharding import Placement


def help_out(recipe: Recipe, command: str, device: torch.device, team: Team) -> None:
    """What the other processes of a team do: nothing until the leader has the folder and the data ready."""
    call, number = team.hear()
    if call == Call.LEAVE:
        return
    ignore_signals()  # the leader hears them
    with noticing_loss():
        begun = team.tell(dict[str, Any]())
    recipe = with_learning_rate(continued(recipe, began_as(begun, Path(recipe.output_dir or ""))))
    text = open_text_of_run(recipe)
    data = open_data(recipe, text, cache_folder(), Console(quiet=True))
    prints = read_fingerprints(recipe, text)
    if number_of({**binding(recipe, command), **prints}) != number:
        raise DataError(
            f"process {team.rank} of the team reads other data, another model or another recipe than the first",
            "Give every machine the same files.",
        )
    plan, total = make_plan(recipe, data[0])
    with noticing_loss():
        with placing(recipe, team) as sharing:
            model = open_model(recipe, text, device)
            with _said_by_the_leader():
                placement = Placement(model, device, sharing)
        with _said_by_the_leader():
            job, _ = make_job(recipe, placement, data, plan, total, team)
        follow(job)


@contextmanager
def _said_by_the_leader() -> Iterator[None]:
    """Around what finds the same faults of the model in every process."""
    try:
        yield
    except ModelError as fault:
        raise Interrupted(fault.message, fault.hint) from None


def number_of(about: dict[str, Any]) -> int:
    """What a run is, as a number that can be sent."""
    digest = hashlib.sha256(json.dumps(about, sort_keys=True).encode()).hexdigest()
    return int(digest[:13], 16)  # as many digits as a float64 holds
