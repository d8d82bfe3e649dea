"""run.json: the state of a run between starts, and its outcome. Written and read here only."""

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
FRESH = "Use --fresh to start over; the old run is kept next to it."
# 0.2.0's names of some keys of a finished run, written next to today's, here and in the event, until 0.4.
EARLIER_NAMES = {"best validation loss": "best_validation_loss", "best step": "best_step"}
_OF_THE_END = ("steps", "seconds", "best_validation_loss", "best_step", "budget")
_MAY_BE_ABSENT = ("date", "text_frame", "tokenized")


@dataclass(frozen=True, slots=True)
class Tokenized:
    """The size of the tokenized training rows: it shows whether another version encodes them differently."""

    sequences: int
    tokens: int
    targets: int


@with_config(ConfigDict(strict=True))
@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """The contents of run.json. Keys that an older version did not write have their defaults."""

    identity: dict[str, Any]
    """What binds the run, by key ids: see `run.identity`."""
    format: int = FORMAT
    state: Literal["running", "finished"] = "running"
    command: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """Remarks on what the chat template does to the rows."""
    validation: list[Any] | None = None
    """The fingerprint of each validation source, and how many of its rows are used."""
    keep: Literal["last", "best"] | None = None
    epochs: float | None = None
    text_frame: list[int | None] | None = None
    """The ids before and after raw text. None: the bos and eos tokens, as up to 0.2.0."""
    tokenized: Tokenized | None = None
    date: datetime.date | None = None
    """The date in the chat template when the run began."""
    steps: int = 0
    seconds: float | None = None
    best_validation_loss: float | None = None
    best_step: int = 0
    budget: float = 0.0
    """The seconds of its time budget that the run has used; 0 if a number of steps ends it."""


_FORM = TypeAdapter(RunRecord)
KEYS, TOKENIZED_KEYS = (frozenset(one.name for one in fields(kind)) for kind in (RunRecord, Tokenized))


def read(folder: Path) -> RunRecord:
    """The record of the run in `folder`.

    Raises `FileNotFoundError` if there is none, `UsageError` if it is damaged or has a newer format.
    """
    return _parsed(folder / NAME)[0]


def unknown_keys(folder: Path) -> list[str]:
    """The keys that this version drops: a newer one has written them."""
    return _parsed(folder / NAME)[1]


def find(folder: Path) -> RunRecord | None:
    """The record of the run in `folder`; None if there is no readable one."""
    try:
        return read(folder)
    except (OSError, UsageError):
        return None


def write(folder: Path, record: RunRecord) -> None:
    """Replace run.json. The keys of a finished run are omitted until then."""
    values = json.loads(_FORM.dump_json(record))
    for key in _OF_THE_END if record.state == "running" else ():
        del values[key]
    for key in _MAY_BE_ABSENT:
        if values[key] is None:
            del values[key]
    values |= {earlier: values[key] for earlier, key in EARLIER_NAMES.items() if key in values}
    atomic_files.write_file(folder / NAME, json.dumps(values, indent=1, ensure_ascii=False) + "\n")


def outcome(record: RunRecord) -> dict[str, Any]:
    """The outcome of a finished run, for its event."""
    values = {key: value for key, value in asdict(record).items() if key in ("state", *_OF_THE_END)}
    return values | {earlier: values[key] for earlier, key in EARLIER_NAMES.items()}


def _parsed(path: Path) -> tuple[RunRecord, list[str]]:
    try:
        values = read_object(path)
    except MalformedJson as error:
        raise UsageError(f"{path}: is damaged: {error}", FRESH) from None
    if isinstance(values.get("format"), int) and values["format"] > FORMAT:
        raise UsageError(
            f"{path}: has format {values['format']}; this version reads formats up to {FORMAT}",
            "Use the version that wrote it. " + FRESH,
        )
    known = {key: value for key, value in values.items() if key in KEYS}
    try:
        # From JSON, in which strict validation accepts a date as text.
        record = _FORM.validate_json(json.dumps(known))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise UsageError(f"{path}: is damaged: {key}: {first['msg']}", FRESH) from None
    unknown = {*(values.keys() - KEYS - EARLIER_NAMES.keys())}
    unknown |= {f"tokenized.{key}" for key in (values.get("tokenized") or {}) if key not in TOKENIZED_KEYS}
    return replace(record, identity=by_ids(record.identity)), sorted(unknown)
