"""Types of recipe values that need a check or a conversion of their own."""

import os
import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field


def duration_seconds(value: str | float) -> float:
    """Seconds from `90`, `90s`, `5m` or `1.5h`."""
    text = str(value).strip()
    unit = {"s": 1.0, "m": 60.0, "h": 3600.0}.get(text[-1:])
    try:
        seconds = float(text[:-1]) * unit if unit else float(text)
    except ValueError:
        raise ValueError("should be a number followed by s, m or h, such as 90s, 5m or 1.5h") from None
    if not 0 < seconds < float("inf"):
        raise ValueError("a duration must be greater than 0")
    return seconds


def _without_credentials(path: str) -> str:
    """Reject credentials in a URL: they would be shown on screens and stored in run folders."""
    if re.search(r"://[^/\s]*@", path):
        raise ValueError(
            "contains a user name or password: log in separately (HF_TOKEN, `hf auth login`) and give only the path"
        )
    return path


def _expand_home(path: str) -> str:
    """Expand `~`, which the shell does not do inside a file."""
    if not path.startswith("~"):
        return path
    try:
        if os.environ.get("HOME") == "" and path.split("/")[0] == "~":
            raise RuntimeError("expanduser would return the root folder")
        return str(Path(path).expanduser())
    except RuntimeError:
        raise ValueError(f"no home folder is known for {path.split('/')[0]!r}") from None


def _variable_name(name: str) -> str:
    if not name.isidentifier():
        raise ValueError("is not a variable name: use letters, digits and _")
    return name


INITIALIZATIONS = ("default", "gaussian", "orthogonal", "olora", "pissa", "pissa_niter_N")


def _initialization(name: str) -> str:
    if name not in INITIALIZATIONS[:-1] and not re.fullmatch(r"pissa_niter_[1-9]\d{0,2}", name):
        raise ValueError(f"{name!r} is not one of {', '.join(INITIALIZATIONS)} (N iterations, such as 16)")
    return name


VariableName = Annotated[str, AfterValidator(_variable_name)]
Place = Annotated[str, Field(min_length=1), AfterValidator(_without_credentials), AfterValidator(_expand_home)]
Initialization = Annotated[str, AfterValidator(_initialization)]
Duration = Annotated[str | float, AfterValidator(duration_seconds)]
Fraction = Annotated[float, Field(ge=0, le=1)]
PositiveFloat = Annotated[float, Field(gt=0)]

# Marks a key that may differ when a run continues: how long the run is, where it computes, how it is watched and kept.
# Every other key binds the run that began with it (`run.identity`).
MAY_CHANGE = Field(json_schema_extra={"may_change": True})
