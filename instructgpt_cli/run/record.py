"""run.json: what a run keeps from one start to the next, and what came of it. Written and read here only."""

import datetime
import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from instructgpt_cli.errors import UsageError
from instructgpt_cli.run.identity import by_ids
from instructgpt_cli.system import atomic_files
from instructgpt_cli.system.json_object import MalformedJson, read_object

NAME = "run.json"
FORMAT = 1
FRESH = "Use --fresh to start over; the old run is kept beside it."
# What 0.2.0 called some keys of a finished run: written beside their names, here and in the event, until 0.4.
EARLIER_NAMES = {"best validation loss": "best_validation_loss", "best step": "best_step"}
_OF_THE_END = ("steps", "seconds", "best_validation_loss", "best_step", "budget")
_MAY_BE_ABSENT = ("date", "text_frame", "tokenized")


@dataclass(frozen=True, slots=True)
class Tokenized:
    """How much the training rows are, as ids: a version that encodes the same rows otherwise shows here."""

    sequences: int
    tokens: int
    targets: int


@with_config(ConfigDict(strict=True))
@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """What run.json holds. A key that an older version did not write has its default."""

    identity: dict[str, Any]
    """What binds the run, by key ids: see `run.identity`."""
    format: int = FORMAT
    state: Literal["running", "finished"] = "running"
    command: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """What the chat template does to the rows that is worth knowing."""
    validation: list[Any] | None = None
    """Fingerprints of the validation sources, and how many rows of each are used."""
    keep: Literal["last", "best"] | None = None
    epochs: float | None = None
    text_frame: list[int | None] | None = None
    """Ids before and after raw text. None: between bos and eos, as versions up to 0.2.0 framed it."""
    tokenized: Tokenized | None = None
    date: datetime.date | None = None
    """The day that the chat template wrote when the run began."""
    steps: int = 0
    seconds: float | None = None
    best_validation_loss: float | None = None
    best_step: int = 0
    budget: float = 0.0
    """The time budget that the run has used up, in seconds; 0 where steps end it."""


_FORM = TypeAdapter(RunRecord)
KEYS = frozenset(one.name for one in fields(RunRecord))


def read(folder: Path) -> RunRecord:
    """The record of the run in `folder`.

    Raises `FileNotFoundError` where there is none, `UsageError` where it is damaged or of a newer format.
    """
    return _parsed(folder / NAME)[0]


def unknown_keys(folder: Path) -> list[str]:
    """Keys that a newer version has written: they are not kept."""
    return _parsed(folder / NAME)[1]


def find(folder: Path) -> RunRecord | None:
    """The record of the run in `folder`; None where there is none that can be read."""
    try:
        return read(folder)
    except (OSError, UsageError):
        return None


def write(folder: Path, record: RunRecord) -> None:
    """Replaces run.json. What only a finished run has is left out before that."""
    values = json.loads(_FORM.dump_json(record))
    for key in _OF_THE_END if record.state == "running" else ():
        del values[key]
    for key in _MAY_BE_ABSENT:
        if values[key] is None:
            del values[key]
    values |= {earlier: values[key] for earlier, key in EARLIER_NAMES.items() if key in values}
    atomic_files.write_file(folder / NAME, json.dumps(values, indent=1, ensure_ascii=False) + "\n")


def outcome(record: RunRecord) -> dict[str, Any]:
    """What came of a finished run, for the event that says so."""
    values = {key: value for key, value in asdict(record).items() if key in ("state", *_OF_THE_END)}
    return values | {earlier: values[key] for earlier, key in EARLIER_NAMES.items()}


def _parsed(path: Path) -> tuple[RunRecord, list[str]]:
    try:
        values = read_object(path)
    except MalformedJson as error:
        raise UsageError(f"{path}: is damaged: {error}", FRESH) from None
    if isinstance(values.get("format"), int) and values["format"] > FORMAT:
        raise UsageError(
            f"{path}: has the format {values['format']}, and this version knows {FORMAT} at most",
            "Go on with the version that wrote it. " + FRESH,
        )
    known = {key: value for key, value in values.items() if key in KEYS}
    try:
        # By way of JSON: there a date is text, and a list what it is.
        record = _FORM.validate_json(json.dumps(known))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise UsageError(f"{path}: is damaged: {key}: {first['msg']}", FRESH) from None
    return replace(record, identity=by_ids(record.identity)), sorted(values.keys() - KEYS - EARLIER_NAMES.keys())
